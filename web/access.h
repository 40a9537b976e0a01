// Who may see and do what on the pages: the rules of web/page_route.h, judged by the directory as
// it stands now and never by what the browser sends. Pure; safe from any thread.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>

#include "web/page_desk.h"
#include "web/page_route.h"

namespace dondoc {

/// The unit a call is about; none when the path names nothing that exists.
std::optional<std::string> subject_unit(const Moment& moment, Subject subject,
                                        const PathValues& path);

/// Whether the visitor may. `unit`: as subject_unit says; none never passes a rule that needs it.
/// Requires: the rule is set (CHECKed).
bool lets_in(const Moment& moment, Rule rule, const Visitor& visitor, Subject subject,
             const PathValues& path);

/// Whether the person leads any unit today, herself or as a deputy.
bool leads_any(const Moment& moment, const std::string& person);

/// What of the office a visitor leads; everything for an administrator. Lives as long as the
/// moment.
class Led {
 public:
  Led(const Moment& moment, const Visitor& visitor) : moment_(moment), visitor_(visitor) {}
  bool leads(std::string_view unit);

 private:
  const Moment& moment_;
  const Visitor& visitor_;
  std::unordered_map<std::string_view, bool> known_;
};

/// What of the office a visitor may see: her own unit, the units below those she leads, and of
/// those she stands in for; everything for an administrator. Lives as long as the moment.
class Sight {
 public:
  Sight(const Moment& moment, const Visitor& visitor) : moment_(moment), visitor_(visitor) {}

  bool sees(std::string_view unit);
  /// Also when it was handed to her alone.
  bool sees(const Assignment& assignment);

 private:
  const Moment& moment_;
  const Visitor& visitor_;
  std::unordered_map<std::string_view, bool> known_;
};

/// Plans that a unit in sight issued or has to carry out. Leads into the moment.
std::set<std::string_view> plans_in_sight(const Moment& moment, Sight& sight);

/// Whether it still may sign in or use what it was handed out: the administrator, or a person who
/// has not left.
bool is_known(const Moment& moment, std::string_view person);

}  // namespace dondoc
