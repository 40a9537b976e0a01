#include "web/change_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/command/authority.h"
#include "engine/command/unit_changes.h"
#include "engine/text/vietnamese.h"
#include "reports/text_layout.h"
#include "web/duty_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_shown = 300;

class ChangeTeller {
 public:
  ChangeTeller(const Moment& moment, const Reorganisation& r, const PageWords& words)
      : moment_(moment), r_(r), words_(words) {}

  std::string sentence(const UnitChange& change) const {
    return words_.filled("change_text_" + std::string(name_of(change.act)),
                         {{"units", names_before(change.units)}, {"into", target(change)}});
  }

 private:
  /// What they were called on the day before.
  std::string names_before(const std::vector<std::string>& units) const {
    std::vector<std::string> names;
    for (const std::string& id : units) {
      const Unit* unit = moment_.world.office.directory.unit(id);
      names.push_back(unit == nullptr ? id : name_on(*unit, r_.on - CalendarDays{1}));
    }
    return joined(names, ", ");
  }

  std::string target(const UnitChange& change) const {
    if (change.act == UnitAct::rename) return change.name;
    if (change.act == UnitAct::reparent) return name_of_unit(moment_.world, change.parent);
    std::vector<std::string> names;
    for (const Unit& unit : change.into)
      names.push_back(unit.name.empty() ? name_of_unit(moment_.world, unit.id) : unit.name);
    return joined(names, ", ");
  }

  const Moment& moment_;
  const Reorganisation& r_;
  const PageWords& words_;
};

// --- effects ---

class EffectTeller {
 public:
  EffectTeller(const Moment& moment, const ChangeEffects& effects, const PageWords& words)
      : moment_(moment), effects_(effects), words_(words) {}

  json tell() const {
    json values{{"units", json::array()},
                {"persons", json::array()},
                {"duties", json::array()},
                {"recipients", json::array()}};
    for (const UnitEffect& unit : effects_.units)
      values["units"].push_back({{"text", text_of(unit)}});
    for (const PersonEffect& one : effects_.persons) values["persons"].push_back(values_of(one));
    for (const DutyEffect& duty : shown(effects_.duties))
      values["duties"].push_back(row_of(duty.code, places_of(duty)));
    for (const WaivedEffect& duty : shown(effects_.waived))
      values["duties"].push_back(row_of(duty.code, words_.text("change_duty_waived")));
    for (const RecipientEffect& one : effects_.recipients)
      values["recipients"].push_back({{"text", text_of(one)}});
    for (const char* list : {"units", "persons", "duties", "recipients"})
      values[std::string("has_") + list] = !values[list].empty();
    values["count"] =
        words_.filled("change_count", {{"units", std::to_string(effects_.units.size())},
                                       {"persons", std::to_string(effects_.persons.size())},
                                       {"duties", std::to_string(effects_.duties.size())},
                                       {"waived", std::to_string(effects_.waived.size())}});
    const std::size_t all = effects_.duties.size() + effects_.waived.size();
    const std::size_t left_out = all - values["duties"].size();
    if (left_out > 0)
      values["more"] = words_.filled("change_more", {{"n", std::to_string(left_out)}});
    return values;
  }

 private:
  template <class List>
  static List shown(List list) {
    if (list.size() > k_shown) list.resize(k_shown);
    return list;
  }

  /// Also of a unit that the change only founds.
  std::string name_of_one(const std::string& id) const {
    if (id.empty()) return words_.text("change_nobody");
    for (const UnitEffect& unit : effects_.units) {
      if (unit.id == id) return unit.name;
    }
    return name_of_unit(moment_.world, id);
  }

  std::string names_of(const std::vector<std::string>& ids) const {
    std::vector<std::string> names;
    for (const std::string& id : ids) {
      std::string name = name_of_one(id);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return joined(names, ", ");
  }

  std::string text_of(const UnitEffect& unit) const {
    const auto say = [&](const char* word, const std::string& other) {
      return words_.filled(word, {{"unit", unit.name}, {"other", other}});
    };
    switch (unit.kind) {
      case UnitEffectKind::founded:
        return say("change_unit_founded", name_of_one(unit.above));
      case UnitEffectKind::ended:
        return unit.successors.empty() ? say("change_unit_abolished", "")
                                       : say("change_unit_ended", names_of(unit.successors));
      case UnitEffectKind::renamed:
        return say("change_unit_renamed", unit.name_before);
      case UnitEffectKind::placed:
        return say("change_unit_placed", name_of_one(unit.above));
    }
    return {};
  }

  json values_of(const PersonEffect& one) const {
    return {{"id", one.person},
            {"name", name_of_person(moment_.world, one.person)},
            {"from", name_of_one(one.from)},
            {"to", name_of_one(one.to)},
            {"to_id", one.to}};
  }

  json row_of(const std::string& code, const std::string& place) const {
    const Assignment* a = moment_.world.cases.find(code);
    const PlanCase* plan = a == nullptr ? nullptr : moment_.world.office.plan(a->plan);
    const Obligation* duty = plan == nullptr ? nullptr : plan->plan.obligation(a->obligation);
    return {{"code", code},
            {"href", "/assignments/" + percent_encoded(code)},
            {"what", duty == nullptr ? "" : duty->what},
            {"from", a == nullptr ? "" : name_of_one(a->unit)},
            {"to", place}};
  }

  std::string places_of(const DutyEffect& duty) const {
    return words_.filled("change_duty_to", {{"units", names_of(duty.to_units)},
                                            {"codes", joined(duty.to_codes, ", ")}});
  }

  std::string text_of(const RecipientEffect& one) const {
    const PlanCase* plan = moment_.world.office.plan(one.plan);
    return words_.filled("change_recipient",
                         {{"plan", plan == nullptr ? one.plan : plan->plan.title()},
                          {"from", name_of_one(one.from)},
                          {"to", name_of_one(one.to)}});
  }

  const Moment& moment_;
  const ChangeEffects& effects_;
  const PageWords& words_;
};

}  // namespace

bool sees_change(const Moment& moment, Sight& sight, const Reorganisation& reorganisation) {
  const auto touched = units_touched(moment.world.office.directory, reorganisation);
  return std::any_of(touched.begin(), touched.end(),
                     [&](const std::string& unit) { return sight.sees(unit); });
}

std::vector<std::string> change_in_words(const Moment& moment, const Reorganisation& reorganisation,
                                         const PageWords& words) {
  const ChangeTeller teller(moment, reorganisation, words);
  std::vector<std::string> lines;
  for (const UnitChange& change : reorganisation.changes) lines.push_back(teller.sentence(change));
  return lines;
}

std::string standing_in_words(const ReorganisationCase& change, const PageWords& words) {
  switch (change.standing) {
    case ReorganisationStanding::planned:
      return words.text("change_planned");
    case ReorganisationStanding::in_effect:
      return words.text("change_in_effect");
    case ReorganisationStanding::dropped:
      return words.text("change_dropped");
  }
  return {};
}

json effect_values(const Moment& moment, const ChangeEffects& effects, const PageWords& words) {
  return EffectTeller(moment, effects, words).tell();
}

ChangeEffects handed_over(const Moment& moment, const Reorganisation& reorganisation) {
  std::vector<std::string> plans;
  for (const auto& [id, plan] : moment.world.office.plans) plans.push_back(id);
  ChangeEffects effects;
  for (const UnitChange& change : reorganisation.changes) {
    for (const std::string& unit : change.units) {
      for (const std::string& code : moment.world.cases.codes_of_unit(unit, plans)) {
        const Assignment* a = moment.world.cases.find(code);
        if (a == nullptr || a->moved_to.empty()) continue;
        DutyEffect duty{code, a->moved_to, {}};
        for (const std::string& next : a->moved_to) {
          if (const Assignment* heir = moment.world.cases.find(next))
            duty.to_units.push_back(heir->unit);
        }
        effects.duties.push_back(std::move(duty));
      }
    }
  }
  return effects;
}

// --- the form ---

json act_links(const PageWords& words, std::optional<UnitAct> current) {
  json list = json::array();
  for (const UnitAct act :
       {UnitAct::merge, UnitAct::split, UnitAct::rename, UnitAct::abolish, UnitAct::reparent}) {
    const std::string name(name_of(act));
    list.push_back({{"href", "/changes/new?act=" + name},
                    {"label", words.text("change_act_" + name)},
                    {"current", act == current}});
  }
  return list;
}

namespace {

class FormFiller {
 public:
  FormFiller(const Moment& moment, const Visitor& visitor, const ChangeForm& form)
      : moment_(moment), visitor_(visitor), form_(form) {
    for (const auto& [id, unit] : moment.world.office.directory.units()) {
      if (unit.is_gone() || !leads_it(id)) continue;
      led_.push_back(&unit);
      ++below_[unit.parent];
    }
  }

  json fill(const PageWords& words) const {
    const std::string under = chosen_parent();
    json values{{"under", parents(under)},
                {"units", json::array()},
                {"led", json::array()},
                {"acts", act_links(words, form_.act)}};
    for (const Unit* unit : sorted(led_)) {
      const bool is_here = unit->parent == under;
      const bool is_chosen =
          std::find(form_.units.begin(), form_.units.end(), unit->id) != form_.units.end();
      if (is_here)
        values["units"].push_back({{"id", unit->id},
                                   {"name", unit->name},
                                   {"chosen", is_chosen},
                                   {"is_into", unit->id == form_.into}});
      values["led"].push_back({{"id", unit->id},
                               {"name", unit->name},
                               {"is_heir", unit->id == form_.heir},
                               {"is_parent", unit->id == form_.parent}});
    }
    values["has_units"] = !values["units"].empty();
    values["may_change"] = !led_.empty();
    const std::string act(name_of(form_.act));
    values["act"] = act;
    values["is_" + act] = true;
    values["many"] = form_.act != UnitAct::split && form_.act != UnitAct::rename;
    values["help"] = words.text("change_help_" + act);
    for (const auto& [name, value] : fields_of(form_)) {
      if (name != "units" && name != "under" && name != "act") values["typed_" + name] = value;
    }
    if (form_.day.empty()) values["typed_on"] = moment_.today.iso();
    values["under_id"] = under;
    return values;
  }

 private:
  bool leads_it(const std::string& unit) const {
    return visitor_.administrator || leads(moment_.present, visitor_.person, unit, moment_.now);
  }

  std::vector<const Unit*> sorted(std::vector<const Unit*> list) const {
    std::sort(list.begin(), list.end(), [](const Unit* x, const Unit* y) {
      return std::pair(fold(x->name), x->id) < std::pair(fold(y->name), y->id);
    });
    return list;
  }

  /// The one asked for, or the one with the most units below it.
  std::string chosen_parent() const {
    if (form_.under && below_.contains(*form_.under)) return *form_.under;
    const auto most =
        std::max_element(below_.begin(), below_.end(),
                         [](const auto& x, const auto& y) { return x.second < y.second; });
    return most == below_.end() ? std::string() : most->first;
  }

  json parents(const std::string& chosen) const {
    json list = json::array();
    for (const auto& [id, count] : below_) {
      const Unit* unit = moment_.world.office.directory.unit(id);
      list.push_back({{"id", id},
                      {"name", unit == nullptr ? "" : unit->name},
                      {"count", std::to_string(count)},
                      {"chosen", id == chosen}});
    }
    return list;
  }

  const Moment& moment_;
  const Visitor& visitor_;
  const ChangeForm& form_;
  std::vector<const Unit*> led_;
  std::map<std::string, std::size_t> below_;
};

}  // namespace

json form_values(const Moment& moment, const Visitor& visitor, const ChangeForm& form,
                 const PageWords& words) {
  return FormFiller(moment, visitor, form).fill(words);
}

}  // namespace dondoc
