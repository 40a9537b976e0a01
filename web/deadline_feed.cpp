#include "web/deadline_feed.h"

#include <vector>

namespace dondoc {
namespace {

/// Void ones too: a calendar must hear that they are cancelled.
template <class Holds>
std::vector<const Assignment*> all_that(const Moment& moment, Holds holds) {
  std::vector<const Assignment*> found;
  for (const auto& [id, plan] : moment.world.office.plans) {
    for (const std::string& code : moment.world.cases.codes_of_plan(id, "")) {
      const Assignment* a = moment.world.cases.find(code);
      if (a != nullptr && holds(*a)) found.push_back(a);
    }
  }
  return found;
}

}  // namespace

ExportedFile deadlines_of_unit(const Moment& moment, const Unit& unit) {
  const auto own =
      all_that(moment, [&](const Assignment& a) { return is_deadline_of_unit(a, unit.id); });
  return export_deadlines(moment.world.office, own, DeadlineFeed{"Hạn: " + unit.name}, unit.id,
                          moment.today);
}

ExportedFile deadlines_of_person(const Moment& moment, const Person& person) {
  const Office& office = moment.world.office;
  const auto own = all_that(
      moment, [&](const Assignment& a) { return is_deadline_of_person(office, a, person); });
  return export_deadlines(office, own, DeadlineFeed{"Hạn: " + person.name}, person.id,
                          moment.today);
}

}  // namespace dondoc
