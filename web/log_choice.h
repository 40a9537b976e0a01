// What part of the log somebody looks at, as it stands in the address, and which rows belong to it.
// Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/access.h"
#include "web/route.h"

namespace dondoc {

/// Empty fields let everything pass.
struct LogChoice {
  std::string unit = {};  ///< this unit and everything below it
  std::string plan = {};
  std::string person = {};  ///< what she did, and what was done about her
  std::string theme = {};   ///< one of log_themes()
  std::string code = {};    ///< of an assignment
  std::optional<LocalDate> from = {};
  std::optional<LocalDate> to = {};
  bool bad_date = false;    ///< what stood there was no date
  std::int64_t before = 0;  ///< number of a row: only earlier ones; 0: from the newest
};

/// "reports", "dates", "reminders", "plans", "people", "units", "system".
const std::vector<std::string_view>& log_themes();
/// Of an event's name; what the program notes for itself is "system".
std::string_view theme_of(std::string_view kind);

/// Unknown themes and numbers are taken for none.
LogChoice log_choice(const Request& request);
/// `path` with the choice.
std::string address_of(std::string_view path, const LogChoice& choice);

/// Judges rows one after another; lives as long as the moment.
class LogSieve {
 public:
  LogSieve(const Moment& moment, const Visitor& visitor, const LogChoice& choice);

  /// The event, when the row is chosen and the visitor may see it; none otherwise, and for a row
  /// that cannot be read.
  std::optional<Event> take(const LogRow& row);

 private:
  bool is_chosen(const LogRow& row);
  bool is_chosen(const Assignment* assignment, const LogRow& row) const;
  bool is_in_sight(const LogRow& row, const Event& event);
  bool is_of_unit(const std::string& unit) const;
  const std::string* unit_of(const LogRow& row) const;

  const Moment& moment_;
  const Visitor& visitor_;
  const LogChoice& choice_;
  const std::string doer_;  ///< how the person stands in a row as the one who did it
  Sight sight_;
  Led led_;
};

}  // namespace dondoc
