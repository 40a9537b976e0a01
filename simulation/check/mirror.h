// Mirror: the disk as the watches know it, from the commits that became durable: duties, messages,
// persons with their accounts, units, ladders and the calendar, read from the rows' text. One
// thread.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "simulation/check/own_calendar.h"
#include "simulation/check/watch.h"

namespace dondoc::simulation {

/// A change of a duty's dates.
struct OwnLedgerEntry {
  std::string kind;
  LocalDate date;
};

/// One report that a duty holds.
struct OwnReport {
  std::string code, unit;
  std::map<std::string, double> figures;  ///< numbers only, by field
  std::vector<std::string> together_with;
};

/// A duty as its row says.
struct OwnDuty {
  std::size_t number = 0;     ///< its own, from 0
  std::uint64_t version = 0;  ///< another one for each row that was written
  std::string code, plan, obligation, unit, period, meaning, binding, ladder;
  std::optional<LocalDate> nominal;
  std::string roll;
  std::vector<OwnLedgerEntry> ledger;
  Instant issued_at, ladder_from;
  bool ladder_restarted = false, quarantined = false, is_acknowledged = false;
  std::uint64_t steps_done = 0;
  std::optional<Instant> next_step;  ///< the row's column
  std::optional<Instant> not_before, snoozed_until, completed_at, accepted_at;
  std::optional<OwnReport> report;  ///< the newest of its own
  std::vector<OwnReport> sources;   ///< that count in its place

  bool is_open() const { return meaning == "open"; }
  bool is_suspended() const;
};

struct OwnRung {
  std::string id, anchor, unit;
  int offset = 0;
  TimeOfDay at;
  bool only_unacknowledged = false;
};

struct OwnPerson {
  std::string unit;
  bool lead = false;
  std::map<std::string, std::string> accounts;  ///< by channel
};

struct OwnUnit {
  std::string parent, heir;
  bool is_gone = false;
};

class Mirror : public Watch {
 public:
  void committed(const Committed& commit) override;

  const std::map<std::string, OwnDuty>& duties() const { return duties_; }
  const OwnDuty* duty(const std::string& code) const;
  const std::map<std::int64_t, OwnMessage>& messages() const { return messages_; }
  const OwnMessage* message(std::int64_t id) const;
  const OwnPerson* person(const std::string& id) const;
  const std::vector<OwnRung>* ladder(const std::string& key) const;
  bool is_rung(const std::string& step) const { return rung_ids_.contains(step); }
  const OwnCalendar& calendar() const { return calendar_; }
  /// Rises when the calendar or a ladder is another than before.
  std::uint64_t rules_version() const { return rules_version_; }
  /// Leads of the nearest unit above; of the unit itself when nobody above leads.
  std::set<std::string> leads_over(const std::string& unit) const;
  /// Both dates of a duty; none without a date. While time stands still, as if it ran on `today`.
  struct Dates {
    LocalDate nominal, effective;
  };
  std::optional<Dates> dates_of(const OwnDuty& duty, LocalDate today) const;

 private:
  void take(const Fact& fact);
  void take(const CaseRow& row);
  void take_person(const std::string& id, Json person);
  void take_unit(Json unit);
  void take_ladder(Json body);
  std::set<std::string> leads_of(const std::string& unit) const;

  std::map<std::string, OwnDuty> duties_;
  std::map<std::int64_t, OwnMessage> messages_;
  std::map<std::string, OwnPerson> persons_;
  std::map<std::string, OwnUnit> units_;
  std::map<std::string, std::vector<OwnRung>> ladders_;
  std::set<std::string> rung_ids_{"hẹn"};
  OwnCalendar calendar_;
  std::uint64_t rules_version_ = 0;
  std::uint64_t versions_ = 0;  ///< of duties
  JsonTexts texts_;
};

}  // namespace dondoc::simulation
