#include "simulation/check/mirror.h"

#include "simulation/check/read_row.h"

namespace dondoc::simulation {

bool OwnDuty::is_suspended() const {
  bool stopped = false;
  for (const OwnLedgerEntry& entry : ledger) {
    if (entry.kind == "suspended") stopped = true;
    if (entry.kind == "resumed") stopped = false;
  }
  return stopped;
}

const OwnDuty* Mirror::duty(const std::string& code) const {
  const auto found = duties_.find(code);
  return found == duties_.end() ? nullptr : &found->second;
}

const OwnMessage* Mirror::message(std::int64_t id) const {
  const auto found = messages_.find(id);
  return found == messages_.end() ? nullptr : &found->second;
}

const OwnPerson* Mirror::person(const std::string& id) const {
  const auto found = persons_.find(id);
  return found == persons_.end() ? nullptr : &found->second;
}

const std::vector<OwnRung>* Mirror::ladder(const std::string& key) const {
  const auto found = ladders_.find(key);
  return found == ladders_.end() ? nullptr : &found->second;
}

void Mirror::committed(const Committed& commit) {
  for (const Fact& fact : commit.facts) take(fact);
  for (const CaseRow& row : commit.rows.cases) take(row);
  for (const OwnMessage& message : commit.messages) messages_[message.row.id] = message;
  for (const OutboxUpdate& update : commit.rows.outbox_updates) {
    const auto found = messages_.find(update.id);
    if (found != messages_.end()) found->second.standing = update.standing;
  }
}

void Mirror::take(const CaseRow& row) {
  const auto body = texts_.read(row.body);
  OwnDuty duty = body ? read_duty(row, *body) : OwnDuty{};
  texts_.forget();
  duty.code = row.code;
  duty.version = ++versions_;
  const auto [known, is_new] = duties_.try_emplace(row.code);
  duty.number = is_new ? duties_.size() - 1 : known->second.number;
  known->second = std::move(duty);
}

void Mirror::take(const Fact& fact) {
  if (!fact.body) return;
  const std::string& kind = fact.row.kind;
  const std::string& subject = fact.row.subject;
  if (kind == "calendar_year_set") {
    if (const auto year = object_in(*fact.body, "year")) calendar_.take(*year);
    ++rules_version_;
  } else if (kind == "unit_registered" || kind == "unit_reorganised") {
    if (const auto unit = object_in(*fact.body, "unit")) take_unit(*unit);
  } else if (kind == "person_registered") {
    if (const auto person = object_in(*fact.body, "person")) take_person(subject, *person);
  } else if (kind == "person_moved" || kind == "roles_assigned") {
    persons_[subject].unit = text_in(*fact.body, "unit");
    if (kind == "roles_assigned") persons_[subject].lead = flag_in(*fact.body, "lead");
  } else if (kind == "account_bound") {
    persons_[subject].accounts[text_in(*fact.body, "channel")] = text_in(*fact.body, "account");
  } else if (kind == "account_unbound") {
    persons_[subject].accounts.erase(text_in(*fact.body, "channel"));
  } else if (kind == "ladder_frozen") {
    take_ladder(*fact.body);
    ++rules_version_;
  }
}

void Mirror::take_person(const std::string& id, Json person) {
  OwnPerson own;
  own.unit = text_in(person, "unit");
  own.lead = flag_in(person, "lead");
  for (const Json address : list_in(person, "addresses"))
    own.accounts[text_in(address, "channel")] = text_in(address, "account");
  persons_[id] = own;
}

void Mirror::take_unit(Json unit) {
  units_[text_in(unit, "id")] = {text_in(unit, "parent"), text_in(unit, "heir"),
                                 has(unit, "ended")};
}

void Mirror::take_ladder(Json body) {
  const auto ladder = object_in(body, "ladder");
  std::vector<OwnRung> rungs = ladder ? read_rungs(*ladder) : std::vector<OwnRung>();
  for (const OwnRung& rung : rungs) rung_ids_.insert(rung.id);
  ladders_[text_in(body, "key")] = std::move(rungs);
}

std::set<std::string> Mirror::leads_of(const std::string& unit) const {
  std::set<std::string> leads;
  for (const auto& [id, person] : persons_) {
    if (person.lead && person.unit == unit) leads.insert(id);
  }
  return leads;
}

std::set<std::string> Mirror::leads_over(const std::string& unit) const {
  std::string above = unit;
  for (std::size_t steps = 0; steps <= units_.size(); ++steps) {
    const auto found = units_.find(above);
    if (found == units_.end()) break;
    above = found->second.is_gone ? found->second.heir : found->second.parent;
    if (above.empty()) break;
    if (auto leads = leads_of(above); !leads.empty()) return leads;
  }
  return leads_of(unit);
}

std::optional<Mirror::Dates> Mirror::dates_of(const OwnDuty& duty, LocalDate today) const {
  if (!duty.nominal) return std::nullopt;
  Dates dates{*duty.nominal, *duty.nominal};
  if (duty.roll == "next_workday") dates.effective = calendar_.worked_from(dates.nominal);
  if (duty.roll == "prev_workday") dates.effective = calendar_.worked_before(dates.nominal);
  bool is_stopped = false;
  LocalDate stopped;
  const auto run_on = [&](LocalDate day) {
    if (is_stopped && day > stopped)
      dates.effective = calendar_.worked_from(dates.effective + (day - stopped));
    is_stopped = false;
  };
  for (const OwnLedgerEntry& entry : duty.ledger) {
    if (entry.kind == "suspended" && !is_stopped) {
      is_stopped = true;
      stopped = entry.date;
    }
    if (entry.kind == "resumed") run_on(entry.date);
    if (entry.kind == "extended" || entry.kind == "rescheduled") dates.effective = entry.date;
  }
  run_on(today);
  return dates;
}

}  // namespace dondoc::simulation
