#include "simulation/check/sendings.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::simulation {
namespace {

/// What is taken over within the hours may stand so long behind others of its chat (k_longest_stay
/// of the dispatcher, and a repetition).
constexpr Elapsed k_under_way = Elapsed::seconds(110);
constexpr TimeOfDay k_digest_from = TimeOfDay::at(7, 45);
constexpr TimeOfDay k_digest_until = TimeOfDay::at(11, 0);

bool is_of_ladder(const Mirror& mirror, const OwnMessage& message) {
  return message.row.priority != Priority::answer && !message.codes.empty() &&
         mirror.is_rung(message.row.step);
}

std::string named(const OwnMessage& message) {
  return fmt::format("message {} ({} {}) to {}", message.row.id, message.message, message.row.step,
                     message.row.person);
}

}  // namespace

// --- what arrives

void SendingWatch::arrived(const Arrival& arrival) {
  ++messages_;
  look_at_repetition(arrival);
  const OwnMessage* message = mirror_.message(arrival.message.id);
  if (message == nullptr)
    return findings_.add("outbox", fmt::format("message {} was never stored", arrival.message.id));
  look_at_time(arrival, *message);
  look_at_account(arrival, *message);
  look_at_duties(arrival, *message);
}

bool SendingWatch::is_within_hours(LocalDate day, Instant t) const {
  return std::any_of(hours_.windows.begin(), hours_.windows.end(), [&](const auto& window) {
    return zone_.at(day, window.first) <= t && t <= zone_.at(day, window.second) + k_under_way;
  });
}

void SendingWatch::look_at_time(const Arrival& arrival, const OwnMessage& message) {
  if (message.row.priority == Priority::answer) return;
  const Instant t = arrival.machine;
  const LocalDate day = zone_.date_of(t);
  const bool is_worked = mirror_.calendar().is_worked(day);
  bool is_time = is_within_hours(day, t);
  if (message.row.priority == Priority::digest)
    is_time = zone_.at(day, k_digest_from) <= t && t <= zone_.at(day, k_digest_until) + k_under_way;
  if (message.row.priority != Priority::due_today) is_time = is_time && is_worked;
  if (!is_time)
    findings_.add("night", fmt::format("{} came at {}", named(message), zone_.clock(t)));
}

void SendingWatch::look_at_account(const Arrival& arrival, const OwnMessage& message) {
  if (message.row.person.starts_with("@")) {
    if (message.row.person != "@" + arrival.channel + " " + arrival.account)
      findings_.add("unbound", fmt::format("{} came to {}", named(message), arrival.account));
    return;
  }
  const OwnPerson* person = mirror_.person(message.row.person);
  const auto own = person == nullptr ? std::map<std::string, std::string>::const_iterator()
                                     : person->accounts.find(arrival.channel);
  if (person == nullptr || own == person->accounts.end() || own->second != arrival.account)
    findings_.add("unbound", fmt::format("{} came to {} on {}", named(message), arrival.account,
                                         arrival.channel));
}

void SendingWatch::look_at_duties(const Arrival& arrival, const OwnMessage& message) {
  if (!is_of_ladder(mirror_, message)) return;
  const bool any_open =
      std::any_of(message.codes.begin(), message.codes.end(), [&](const std::string& code) {
        const OwnDuty* duty = mirror_.duty(code);
        return duty != nullptr && duty->is_open();
      });
  if (!any_open)
    findings_.add("closed", fmt::format("{} came when {} was done, at {}", named(message),
                                        message.codes.front(), zone_.clock(arrival.machine)));
}

void SendingWatch::look_at_repetition(const Arrival& arrival) {
  Known& known = known_[arrival.message.id];
  if (++known.arrivals > 1) {
    ++repeated_;
    if (known.answered && known.interruptions == circumstances_.interruptions)
      findings_.add("repeated", fmt::format("message {} came again after it was known to have come",
                                            arrival.message.id));
  }
  known.answered = arrival.answered;
  known.interruptions = circumstances_.interruptions;
}

// --- what becomes of messages

void SendingWatch::committed(const Committed& commit) {
  for (const Fact& fact : commit.facts) {
    if (fact.row.kind == "step_taken" || fact.row.kind == "step_skipped")
      last_step_[fact.row.subject] = fact.row.at.ms;
  }
  for (const OutboxUpdate& update : commit.rows.outbox_updates) {
    const OwnMessage* message = mirror_.message(update.id);
    if (message == nullptr) continue;
    if (update.standing == OutboxStanding::given_up) look_at_given_up(commit, *message);
    if (update.standing == OutboxStanding::overtaken) look_at_overtaken(*message);
  }
}

bool SendingWatch::is_telling(const Committed& commit, const OwnMessage& lost,
                              const std::set<std::string>& leads) const {
  return std::any_of(commit.rows.outbox.begin(), commit.rows.outbox.end(), [&](const auto& row) {
    const OwnMessage* message = mirror_.message(row.id);
    return message != nullptr && message->message == "M-29" && row.person != lost.row.person &&
           leads.contains(row.person);
  });
}

void SendingWatch::look_at_given_up(const Committed& commit, const OwnMessage& message) {
  // Of what cannot reach a lead itself, and of what is about no duty, nobody is told (design §7).
  if (message.row.code.empty() || message.message == "M-29") return;
  const OwnPerson* person = mirror_.person(message.row.person);
  if (person == nullptr) return;
  std::set<std::string> leads = mirror_.leads_over(person->unit);
  leads.erase(message.row.person);
  if (!leads.empty() && !is_telling(commit, message, leads))
    findings_.add("given_up", named(message) + " was given up and no lead was told");
}

void SendingWatch::look_at_overtaken(const OwnMessage& message) {
  if (message.row.priority == Priority::digest) return;
  for (const std::string& code : message.codes) {
    const OwnDuty* duty = mirror_.duty(code);
    const auto step = last_step_.find(code);
    const bool has_later = step != last_step_.end() && step->second > message.row.created.ms;
    if (duty != nullptr && duty->is_open() && !has_later)
      findings_.add("overtaken", named(message) + " was dropped while " + code + " was owed");
  }
}

}  // namespace dondoc::simulation
