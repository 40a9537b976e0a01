#include "app/unit_change_preview.h"

#include <fmt/format.h>

namespace dondoc {
namespace {

std::string or_none(const std::string& id) { return id.empty() ? "none" : id; }

class Preview {
 public:
  explicit Preview(const Directory& before) : before_(before) {}

  void add(const Event& event) {
    if (const auto* x = std::get_if<UnitReorganised>(&event.body)) add_unit(*x);
    if (const auto* x = std::get_if<PersonMoved>(&event.body)) {
      ++persons_;
      text_ += fmt::format("  person {} -> {}\n", event.subject, x->unit);
    }
    if (const auto* x = std::get_if<DutyPassedOn>(&event.body)) {
      ++duties_;
      text_ += fmt::format("  duty {} -> {} ({})\n", event.subject, fmt::join(x->to_codes, ", "),
                           fmt::join(x->to_units, ", "));
    }
    if (const auto* x = std::get_if<Waived>(&event.body)) {
      ++waived_;
      text_ += fmt::format("  duty {} waived: {}\n", event.subject, x->reason);
    }
    if (const auto* x = std::get_if<RecipientReplaced>(&event.body))
      text_ += fmt::format("  reports of {} to {} -> {}\n", event.subject, x->from, x->to);
  }

  std::string take() {
    return text_ + fmt::format("{} units, {} persons, {} duties handed over, {} waived\n", units_,
                               persons_, duties_, waived_);
  }

 private:
  void add_unit(const UnitReorganised& x) {
    ++units_;
    const Unit& unit = x.unit;
    const Unit* known = before_.unit(unit.id);
    text_ += fmt::format("  unit {} ", unit.id);
    if (known == nullptr) {
      text_ += fmt::format("founded: {}, below {}\n", unit.name, or_none(unit.parent));
    } else if (unit.is_gone()) {
      text_ += unit.successors.empty()
                   ? "abolished\n"
                   : fmt::format("ended, successors {}\n", fmt::join(unit.successors, ", "));
    } else if (x.act == UnitAct::rename) {
      text_ += fmt::format("renamed: {} -> {}\n", known->name, unit.name);
    } else {
      text_ += fmt::format("below {}, before {}\n", or_none(unit.parent), or_none(known->parent));
    }
  }

  const Directory& before_;
  std::string text_;
  std::size_t units_ = 0, persons_ = 0, duties_ = 0, waived_ = 0;
};

}  // namespace

std::string unit_change_preview(const Directory& before, const std::vector<Event>& events) {
  Preview preview(before);
  for (const Event& event : events) preview.add(event);
  return preview.take();
}

}  // namespace dondoc
