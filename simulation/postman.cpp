#include "simulation/postman.h"

namespace dondoc::simulation {
namespace {

bool is_reminder(const OwnMessage* message) {
  return message != nullptr && message->row.priority != Priority::answer &&
         !message->row.code.empty();
}

}  // namespace

void Postman::later(Instant when, Arrival arrival, Bring bring) {
  timeline_.at(when, [this, arrival = std::move(arrival), bring = std::move(bring)]() mutable {
    arrival.truth = clocks_.truth;
    arrival.machine = clocks_.machine();
    bring(arrival);
  });
}

bool Postman::deliver_at_night(const Arrival& arrival, const Mirror& mirror, const Bring& bring) {
  if (!is_reminder(mirror.message(arrival.message.id)) || !generator_.chance(30)) return false;
  later(zone_.at(zone_.date_of(arrival.truth), TimeOfDay::at(23, 30)), arrival, bring);
  return true;
}

void Postman::deliver(const Arrival& arrival, const Mirror& mirror, Bring bring) {
  if (plant_ == Plant::night_sending && deliver_at_night(arrival, mirror, bring)) return;
  if (plant_ == Plant::remind_closed && is_reminder(mirror.message(arrival.message.id)) &&
      generator_.chance(100))
    later(arrival.truth + Elapsed::hours(20 * 24), arrival, bring);
  if (plant_ == Plant::stale_account && arrival.account.find('#') != arrival.account.npos) {
    Arrival stale = arrival;
    stale.account = arrival.account.substr(0, arrival.account.find('#'));
    return bring(stale);
  }
  bring(arrival);
}

}  // namespace dondoc::simulation
