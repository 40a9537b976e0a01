#include "web/api/person_json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace dondoc {

using Json = nlohmann::ordered_json;

Json person_json(const Moment& moment, const Person& person) {
  Json channels = Json::array();
  for (const Address& address : person.addresses) {
    if (address.reachable) channels.push_back(address.channel);
  }
  Json leave;
  for (const Leave& away : person.leaves) {
    if (away.from <= moment.today && moment.today <= away.to) leave = away.to.iso();
  }
  const bool reachable = !channels.empty();
  return {{"id", person.id},
          {"name", person.name},
          {"lead", person.lead},
          {"officer", person.officer},
          {"reachable", reachable},
          {"channels", std::move(channels)},
          {"reminders_stopped", person.reminders_stopped.has_value()},
          {"on_leave_until", std::move(leave)}};
}

}  // namespace dondoc
