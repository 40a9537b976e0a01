#include "simulation/check/mirror.h"

#include <nlohmann/json.hpp>

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
  for (const CaseRow& row : commit.rows.cases) duties_[row.code] = read_duty(row);
  for (const OutboxRow& row : commit.rows.outbox) messages_[row.id] = read_message(row);
  for (const OutboxUpdate& update : commit.rows.outbox_updates) {
    const auto found = messages_.find(update.id);
    if (found != messages_.end()) found->second.standing = update.standing;
  }
}

void Mirror::take(const Fact& fact) {
  const std::string& kind = fact.row.kind;
  if (kind == "calendar_year_set") {
    calendar_.take(fact.body.at("year"));
  } else if (kind == "unit_registered" || kind == "unit_reorganised") {
    take_unit(fact.body.at("unit"));
  } else if (kind == "person_registered") {
    take_person(fact.row.subject, fact.body.at("person"));
  } else if (kind == "person_moved" || kind == "roles_assigned") {
    persons_[fact.row.subject].unit = fact.body.at("unit");
    if (kind == "roles_assigned") persons_[fact.row.subject].lead = fact.body.value("lead", false);
  } else if (kind == "account_bound") {
    persons_[fact.row.subject].accounts[fact.body.at("channel")] = fact.body.at("account");
  } else if (kind == "account_unbound") {
    persons_[fact.row.subject].accounts.erase(fact.body.at("channel").get<std::string>());
  } else if (kind == "ladder_frozen") {
    take_ladder(fact.body);
  }
}

void Mirror::take_person(const std::string& id, const nlohmann::json& person) {
  OwnPerson own;
  own.unit = person.value("unit", "");
  own.lead = person.value("lead", false);
  for (const auto& address : person.value("addresses", nlohmann::json::array()))
    own.accounts[address.value("channel", "")] = address.value("account", "");
  persons_[id] = own;
}

void Mirror::take_unit(const nlohmann::json& unit) {
  units_[unit.at("id")] = {unit.value("parent", ""), unit.value("heir", ""),
                           unit.contains("ended")};
}

void Mirror::take_ladder(const nlohmann::json& body) {
  std::vector<OwnRung> rungs = read_rungs(body.at("ladder"));
  for (const OwnRung& rung : rungs) rung_ids_.insert(rung.id);
  ladders_[body.at("key")] = std::move(rungs);
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
