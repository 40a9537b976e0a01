// The pages' routes as values: method, path, who may ask, and the handler. A route without a rule
// is a fault that a test finds; rules are judged in one place (web/access.h).
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/route.h"

namespace dondoc {

/// Who may ask for a route.
enum class Rule {
  unset,      ///< nobody: a route must say
  everyone,   ///< also who is not signed in: nothing of the office is in the answer
  signed_in,  ///< shows only what that person may see, as the handler chooses
  in_sight,   ///< officers and leads of the subject's unit, leads above it, who it was handed to
  leads,      ///< leads of the subject's unit or above it
  any_lead,   ///< who leads any unit: shows only what she leads, as the handler chooses
  administrator,
};

/// What the path names, for the rules that ask about a unit.
enum class Subject {
  none,
  unit,        ///< {unit}
  assignment,  ///< {code}: the unit it belongs to
  plan,        ///< {plan}: the unit that issued it
  person,      ///< {person}: the unit she belongs to
};

/// Who asks.
struct Visitor {
  std::string person;  ///< id, or k_administrator; empty: not signed in
  bool administrator = false;
  bool leads_any = false;  ///< leads a unit, or stands in for who does; for the navigation
  std::string language = "vi";
  std::string form_token;  ///< every form that changes something sends it back
  bool is_signed_in() const { return !person.empty(); }
};

using PathValues = std::map<std::string, std::string>;

struct PageCall {
  const Request& request;
  const PathValues& path;
  const Visitor& visitor;

  /// What stands in the path for {name}. Requires: the pattern has it.
  const std::string& value(const std::string& name) const { return path.at(name); }
};

struct PageRoute {
  std::string method;   ///< "GET" or "POST"
  std::string pattern;  ///< "/units/{unit}": {…} is one part of a path, decoded
  Rule rule = Rule::unset;
  Subject subject = Subject::none;
  std::function<Response(const PageCall&)> handler;  ///< on any thread; must not throw
  bool figures = false;                              ///< shows figures of units: who looked is kept
  bool takes_files = false;                          ///< its form may hold k_upload_bytes of files
};

/// What stands for each {name}; none when the path is another.
std::optional<PathValues> match(std::string_view pattern, std::string_view path);

/// The pattern with what stands for each {name}, however it was written: "/units/d%74" is
/// "/units/dt". Requires: `values` has them all.
std::string path_of(std::string_view pattern, const PathValues& values);

/// For a part of a path or a query.
std::string percent_encoded(std::string_view text);
/// None for what is not well formed.
std::optional<std::string> percent_decoded(std::string_view text);

/// UTF-8 without NUL: whatever else somebody wrote is shown as text.
bool is_clean_text(std::string_view text);

}  // namespace dondoc
