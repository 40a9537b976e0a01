// OperationsLog: what happens to `dondoc serve`, one line of JSON an event, for the administrator
// and for programs that collect logs:
//   {"time":"2026-01-05T08:00:00+07:00","level":"warning","what":"send_failed","channel":"telegram",
//    "class":"recipient_gone","code":403,"said":"403 Forbidden: bot was blocked by the user"}
//
// Safe from any thread, never waits: lines are written by a thread of its own, and when that cannot
// keep up the oldest are dropped. Of events that are alike only some are written in a minute, the
// next one says how many were left out: nobody can fill a disk by calling a webhook.
#pragma once

#include <iosfwd>
#include <memory>
#include <string>
#include <vector>

#include "app/clock.h"
#include "app/log_record.h"

namespace dondoc {

class OperationsLog {
 public:
  /// Lines of one kind (event, channel, class, status) in a minute.
  static constexpr int k_lines_in_a_minute = 10;

  /// On stderr, or to `out` when it is given. Whatever stands in `secrets` never appears.
  OperationsLog(const Clock& clock, Zone zone, std::vector<std::string> secrets,
                std::ostream* out = nullptr);
  /// Writes what waits.
  ~OperationsLog();

  void write(const LogRecord& record);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
