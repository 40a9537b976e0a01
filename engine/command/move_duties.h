// Duties of units that end go over to their successors, with a record of handing over (design §10).
// Used inside engine/command; one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/command/draft.h"
#include "engine/command/merge_duties.h"
#include "engine/command/unit_changes.h"

namespace dondoc {

class DutyMover {
 public:
  /// `changed` outlives the mover.
  DutyMover(Draft& draft, const Reorganisation& reorganisation, const ChangedDirectory& changed);

  /// Adds the events: every open duty of an ended unit goes on at its successor or successors, or is
  /// waived when there is none; what was handed in, whole or in part, waits for the lead. Closed ones
  /// stay. False, with nothing sensible in the draft, when the lifecycle knows neither "transfer"
  /// nor "waive".
  [[nodiscard]] bool run();

  const std::vector<Handover>& handovers() const { return handovers_; }
  const std::vector<std::string>& waived() const { return waived_; }

 private:
  /// Target unit, plan, obligation, period, whether it waits for its date.
  using Key = std::tuple<std::string, std::string, std::string, std::string, bool>;
  struct Part {
    std::string code;
    bool with_reports = true;
  };
  struct Target {
    std::vector<std::string> codes, units;
  };

  void collect(const EndedUnit& ended);
  void send(const Assignment& a, const EndedUnit& ended);
  void add_own_duties();
  DutyTakenOver arrival(const Key& key, const std::vector<Part>& parts);
  std::string code_at(const Key& key, const std::vector<Part>& parts);
  std::string handler_at(const std::string& unit, const Assignment& part) const;
  void close_periods();
  void rewrite_conversations();

  Draft& draft_;
  const Reorganisation& reorganisation_;
  const ChangedDirectory& changed_;
  std::map<std::string, std::string> person_units_;  ///< of those who move
  std::map<Key, std::vector<Part>> arriving_;
  std::map<std::string, Target> targets_;  ///< by the code that goes over
  std::map<std::string, int> numbers_;     ///< last one given, by obligation and period
  std::map<std::string, Tally> tallies_;   ///< as they will be
  std::vector<Handover> handovers_;
  std::vector<std::string> waived_;
  std::vector<std::string> half_done_;  ///< of units without successor: sources have reported

  void close_half_done();
  void count(const Assignment& a, int sign);
};

}  // namespace dondoc
