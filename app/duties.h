// Duties: what one of several nodes does at a time (docs/adr/0015). Safe from several threads.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "engine/port/store.h"

namespace dondoc {

/// Speaks with the chat platforms: sends, asks for news, tends tokens, fetches files. Pace and
/// order belong to a bot, not to a node.
inline constexpr std::string_view k_platforms_duty = "platforms";
/// Tells subscribers of what happens.
inline constexpr std::string_view k_subscribers_duty = "subscribers";
/// Looks whether every promise is kept, and tells the administrators.
inline constexpr std::string_view k_audit_duty = "audit";

inline constexpr std::array k_duties = {k_platforms_duty, k_subscribers_duty, k_audit_duty};

class Duties {
 public:
  virtual ~Duties() = default;
  /// The lease to write under; none: another node does it, or nobody yet.
  virtual std::optional<Fence> holds(std::string_view duty) const = 0;
};

/// Those of a program that is alone: all of them, always.
inline const Duties& every_duty() {
  class AllDuties : public Duties {
    std::optional<Fence> holds(std::string_view duty) const override {
      return Fence{std::string(duty), 0};
    }
  };
  static const AllDuties all;
  return all;
}

}  // namespace dondoc
