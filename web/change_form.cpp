#include "web/change_form.h"

#include <algorithm>
#include <array>
#include <set>

#include "engine/text/slug.h"
#include "engine/text/vietnamese.h"
#include "web/typed_text.h"

namespace dondoc {
namespace {

constexpr std::string_view k_person = "person.";
constexpr std::string_view k_duty = "duty.";

struct NamedAct {
  std::string_view name;
  UnitAct act;
};
constexpr std::array<NamedAct, 5> k_acts{{{"merge", UnitAct::merge},
                                          {"split", UnitAct::split},
                                          {"rename", UnitAct::rename},
                                          {"abolish", UnitAct::abolish},
                                          {"reparent", UnitAct::reparent}}};

class ChangeWriter {
 public:
  ChangeWriter(const ChangeForm& form, const Office& office) : form_(form), office_(office) {}

  std::variant<Reorganisation, FormFault> write() {
    const auto day = LocalDate::parse(form_.day);
    if (!day) return FormFault{"change_fault_day"};
    Reorganisation r;
    r.on = *day;
    r.basis = form_.basis;
    r.note = form_.note;
    if (r.basis.empty()) return FormFault{"change_fault_basis"};
    if (form_.units.empty()) return FormFault{"change_fault_units"};
    if (const char* fault = fill()) return FormFault{fault};
    r.id = id_of(r);
    r.changes.push_back(std::move(change_));
    return r;
  }

 private:
  /// Null, or what is missing.
  const char* fill() {
    change_.act = form_.act;
    change_.units = form_.units;
    switch (form_.act) {
      case UnitAct::merge:
        return fill_merge();
      case UnitAct::split:
        return fill_split();
      case UnitAct::rename:
        change_.name = form_.name;
        change_.short_name = form_.short_name;
        return form_.name.empty() ? "change_fault_name" : nullptr;
      case UnitAct::abolish:
        change_.heir = form_.heir;
        return nullptr;
      case UnitAct::reparent:
        change_.parent = form_.parent;
        return form_.parent.empty() ? "change_fault_parent" : nullptr;
    }
    return nullptr;
  }

  const char* fill_merge() {
    if (!form_.into.empty()) {
      std::erase(change_.units, form_.into);
      if (change_.units.empty()) return "change_fault_units";
      change_.into.push_back(existing(form_.into));
      return nullptr;
    }
    if (form_.name.empty()) return "change_fault_name";
    if (form_.units.size() < 2) return "change_fault_two";
    change_.into.push_back(founded(form_.name, form_.short_name));
    return nullptr;
  }

  const char* fill_split() {
    for (const std::string& name : typed_lines(form_.names)) change_.into.push_back(founded(name, ""));
    if (change_.into.size() < 2) return "change_fault_parts";
    change_.heir = change_.into.front().id;
    for (const auto& [person, place] : form_.persons) {
      for (std::size_t i = 0; i < change_.into.size(); ++i) {
        if (place == std::to_string(i)) change_.persons.push_back({person, change_.into[i].id});
      }
    }
    return share_out() ? nullptr : "change_fault_share";
  }

  /// False: nobody takes a duty over.
  bool share_out() {
    for (const auto& [duty, places] : form_.duties) {
      DutyShare share{duty, {}};
      for (std::size_t i = 0; i < change_.into.size(); ++i) {
        if (std::find(places.begin(), places.end(), std::to_string(i)) != places.end())
          share.units.push_back(change_.into[i].id);
      }
      if (share.units.empty()) return false;
      if (share.units.size() < change_.into.size()) change_.duties.push_back(std::move(share));
    }
    return true;
  }

  static Unit existing(const std::string& id) {
    Unit unit;
    unit.id = id;
    return unit;
  }

  /// Of the kind and in the place of the first that ends.
  Unit founded(const std::string& name, const std::string& short_name) {
    Unit unit;
    unit.name = name;
    unit.short_name = short_name.empty() ? name : short_name;
    if (const Unit* first = office_.directory.unit(form_.units.front())) {
      unit.kind = first->kind;
      unit.parent = first->parent;
    }
    unit.id = free_id(slug(name, "don-vi"), [&](const std::string& id) {
      return office_.directory.unit(id) != nullptr || founded_.contains(id);
    });
    founded_.insert(unit.id);
    return unit;
  }

  std::string id_of(const Reorganisation& r) const {
    const std::string about = change_.into.empty() ? form_.units.front() : change_.into.front().id;
    const std::string wanted =
        slug(r.on.iso() + " " + std::string(name_of(form_.act)) + " " + about);
    return free_id(wanted, [&](const std::string& id) {
      return office_.reorganisations.find(id) != office_.reorganisations.end();
    });
  }

  const ChangeForm& form_;
  const Office& office_;
  UnitChange change_;
  std::set<std::string> founded_;
};

}  // namespace

std::optional<UnitAct> act_named(std::string_view name) {
  for (const NamedAct& one : k_acts) {
    if (one.name == name) return one.act;
  }
  return std::nullopt;
}

std::string_view name_of(UnitAct act) {
  return std::find_if(k_acts.begin(), k_acts.end(),
                      [&](const NamedAct& one) { return one.act == act; })
      ->name;
}

ChangeForm change_form(const Request& request) {
  ChangeForm form;
  form.act = act_named(request.parameter("act")).value_or(UnitAct::merge);
  if (request.query.contains("under")) form.under = request.parameter("under");
  form.day = request.parameter("on");
  form.basis = one_line(request.parameter("basis"));
  form.note = one_line(request.parameter("note"));
  form.into = request.parameter("into");
  form.name = one_line(request.parameter("name"));
  form.short_name = one_line(request.parameter("short"));
  form.names = nfc(request.parameter("names"));
  form.heir = request.parameter("heir");
  form.parent = request.parameter("parent");
  for (const auto& [name, value] : request.query) {
    if (name == "units" && !value.empty()) form.units.push_back(value);
    if (name.starts_with(k_person)) form.persons.emplace(name.substr(k_person.size()), value);
    if (!name.starts_with(k_duty)) continue;
    auto& places = form.duties[name.substr(k_duty.size())];  // of a duty whose boxes are all empty too
    if (!value.empty()) places.push_back(value);
  }
  return form;
}

std::vector<std::pair<std::string, std::string>> fields_of(const ChangeForm& form) {
  std::vector<std::pair<std::string, std::string>> fields{{"act", std::string(name_of(form.act))},
                                                          {"under", form.under.value_or("")},
                                                          {"on", form.day},
                                                          {"basis", form.basis},
                                                          {"note", form.note},
                                                          {"into", form.into},
                                                          {"name", form.name},
                                                          {"short", form.short_name},
                                                          {"names", form.names},
                                                          {"heir", form.heir},
                                                          {"parent", form.parent}};
  std::erase_if(fields, [](const auto& field) { return field.second.empty(); });
  for (const std::string& unit : form.units) fields.emplace_back("units", unit);
  return fields;
}

std::variant<Reorganisation, FormFault> reorganisation_of(const ChangeForm& form,
                                                          const Office& office) {
  return ChangeWriter(form, office).write();
}

}  // namespace dondoc
