// An office whose assignments are judged, and judged again only where something changed: what the
// pages look at. Not thread-safe.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/command/decide.h"
#include "engine/loop/replay.h"
#include "reports/judged.h"

namespace dondoc {

/// The assignments of a followed or replayed office, for the functions that look them up.
class OfficeCases : public Cases {
 public:
  using Map = std::map<std::string, Assignment, std::less<>>;
  explicit OfficeCases(const Map& cases) : cases_(cases) {}

  const Assignment* find(std::string_view code) const override;
  std::vector<std::string> codes_of_plan(std::string_view plan,
                                         std::string_view period) const override;
  std::vector<std::string> open_codes() const override;
  std::vector<std::string> open_codes_of_unit(std::string_view unit) const override;
  std::vector<std::string> codes_of_unit(std::string_view unit,
                                         const std::vector<std::string>& plans) const override;

 private:
  const Map& cases_;
};

class JudgedOffice {
 public:
  /// `state` must outlive it; assignments are never taken out of it.
  explicit JudgedOffice(const Replayed& state, Zone zone) : state_(state), zone_(zone) {}

  /// Everything again.
  void judge_all(LocalDate today);
  /// What changed since, on the same day.
  void judge_again(const std::set<std::string>& codes);

  LocalDate today() const { return today_; }
  const std::vector<Judged>& judged() const { return judged_; }
  const Judged* find(std::string_view code) const;

 private:
  const Replayed& state_;
  const Zone zone_;
  LocalDate today_;
  std::vector<Judged> judged_;
  std::unordered_map<std::string_view, std::size_t> places_;
};

}  // namespace dondoc
