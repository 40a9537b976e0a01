// Every step of an open assignment is taken at its time, and said to whom it is for; and how late
// that was where nothing stood in the way (design §15).
#pragma once

#include <map>
#include <vector>

#include "simulation/check/mirror.h"

namespace dondoc::simulation {

class StepWatch : public Watch {
 public:
  StepWatch(const Mirror& mirror, Zone zone, const Circumstances& circumstances, Findings& findings)
      : mirror_(mirror), zone_(zone), circumstances_(circumstances), findings_(findings) {}

  /// Requires: the mirror has not seen the commit yet, because the armed steps are those before it.
  void committed(const Committed& commit) override;
  void arrived(const Arrival& arrival) override;
  void day_ends(const View& view) override;
  void run_ends(const View& view) override { day_ends(view); }

  /// Of each message about a step: milliseconds from the moment the step was armed for to its
  /// arrival. Those that a fault, or somebody's clock, held up are left out.
  const std::vector<std::int64_t>& lateness_ms() const { return lateness_ms_; }

 private:
  /// When the rungs of a duty come.
  struct Moments {
    std::uint64_t duty = 0;  ///< versions that it was made of
    std::uint64_t rules = 0;
    const std::vector<OwnRung>* ladder = nullptr;
    std::vector<std::optional<Instant>> of_rungs;
  };

  void look_at_taken(const Committed& commit, const Fact& fact);
  void look_at_duty(const OwnDuty& duty, Instant now);
  const Moments& moments_of(const OwnDuty& duty);
  std::optional<Instant> moment_of(const OwnRung& rung, const OwnDuty& duty) const;
  bool still_to_come(const OwnRung& rung, const OwnDuty& duty, Instant at) const;

  const Mirror& mirror_;
  Zone zone_;
  const Circumstances& circumstances_;
  Findings& findings_;
  std::map<std::int64_t, Instant> armed_for_;  ///< by message that has not arrived yet
  std::vector<Moments> moments_;  ///< by number of the duty
  std::vector<std::int64_t> lateness_ms_;
};

}  // namespace dondoc::simulation
