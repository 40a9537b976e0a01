// The sweep of a morning: every assignment of the plans in progress is looked at once, for all
// leads together, a little at a time so that whoever writes meanwhile does not wait. Nothing of it
// is stored: a crash begins it anew, and leads whose digest is in the log are passed over. One
// thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/command/digest.h"
#include "engine/loop/working_set.h"

namespace dondoc {

class DigestSweep {
 public:
  DigestSweep(const World& world, LocalDate day);

  LocalDate day() const { return day_; }
  bool is_counted() const { return unit_ == units_.size() && code_ == codes_.size(); }
  bool is_told() const { return reader_ == readers_.size(); }

  /// Looks at about `most` more assignments. One that cannot be read is left out: its own step
  /// reports it.
  void count_on(const World& world, const WorkingSet& cases, std::size_t most);

  /// Digests of at most `most` more readers. Requires is_counted().
  std::vector<Event> tell(const World& world, std::size_t most, Instant now);

  /// Says that the morning is over. Requires is_told().
  Event settled(Instant now) const;

 private:
  void add_upwards(const Directory& directory);

  LocalDate day_;
  std::vector<std::string> plans_;
  std::vector<std::string> units_;
  std::vector<std::pair<std::string, std::vector<std::string>>> readers_;
  std::size_t unit_ = 0;            ///< the next one
  std::string counted_unit_;        ///< the one whose codes are being looked at
  std::vector<std::string> codes_;  ///< of that unit
  std::size_t code_ = 0;
  StandingsByPlan own_;  ///< of the assignments of that unit so far
  std::size_t reader_ = 0;
  int sent_ = 0;
  std::map<std::string, StandingsByPlan, std::less<>> by_unit_;  ///< with all units below
};

}  // namespace dondoc
