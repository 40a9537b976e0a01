// The faults of design §15, each by its name, and how often they strike in one run. Values only.
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <string>
#include <string_view>

#include "engine/result.h"
#include "simulation/generator.h"

namespace dondoc::simulation {

enum class Fault {
  crash_before_commit,  ///< nothing of the batch is stored
  crash_after_commit,   ///< all of it is, but nobody was answered
  lost_update,          ///< an update does not arrive; the platform sends it again later
  repeated_update,      ///< an update arrives more than once
  reordered_updates,    ///< an update is overtaken by later ones
  rate_limited,         ///< 429: nothing for a while
  server_error,         ///< 5xx, message by message and for hours
  timeout_unknown,      ///< no answer: the message was delivered, or not
  blocked_user,         ///< a person stops the bot
  dead_token,           ///< the token is refused for hours
  closed_window,        ///< Zalo OA: only templates reach the person
  clock_jump,           ///< the machine's clock jumps, forwards or backwards
  unit_merge,           ///< units are merged in the middle of everything
  disk_full,            ///< commits fail, once or for hours
};
inline constexpr std::size_t k_faults = 14;

class FaultSet {
 public:
  void add(Fault fault) { set_.set(static_cast<std::size_t>(fault)); }
  bool has(Fault fault) const { return set_.test(static_cast<std::size_t>(fault)); }
  static FaultSet all();

 private:
  std::bitset<k_faults> set_;
};

/// "none", "all" or names divided by commas. Errors: permanent, with the names there are.
Result<FaultSet> read_faults(std::string_view list);

/// How often each fault strikes: of a thousand occasions, drawn anew for each run, so that runs
/// differ in what they suffer from. 0 for faults that are not in the set.
class FaultRates {
 public:
  FaultRates() = default;
  FaultRates(const FaultSet& faults, Generator& generator);
  int per_mille(Fault fault) const { return rates_[static_cast<std::size_t>(fault)]; }
  /// Whether it strikes on this occasion. Draws a number only when it can strike at all.
  bool strikes(Fault fault, Generator& generator) const {
    const int rate = per_mille(fault);
    return rate > 0 && generator.chance(rate);
  }

 private:
  std::array<int, k_faults> rates_{};
};

}  // namespace dondoc::simulation
