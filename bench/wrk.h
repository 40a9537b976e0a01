// wrk, the load generator of Debian's package of that name, started as a program.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc::bench {

struct Load {
  int connections = 32;
  int seconds = 8;
  std::string address;  ///< "http://127.0.0.1:8080/webhook/telegram"
  std::string script;   ///< file; see presses_script
};

struct LoadFigures {
  double per_second = 0;  ///< answered with 200
  double p50_ms = 0;
  double p99_ms = 0;
  double refused = 0;  ///< other answers, time-outs, broken connections
};

/// Errors: permanent when wrk is not installed or says nothing that is understood.
Result<LoadFigures> put_under_load(const Load& load);

/// A wrk script: every request is another press on "Tiếp nhận" of its own, from `units` officers in
/// turn.
struct Presses {
  int units = 0;
  int duties = 0;
  std::string code_format;  ///< of Lua: "X%d-%03d", duty and unit
  long first_account = 0;   ///< the officer of unit 1
  long date = 0;            ///< of the message pressed, Unix seconds
  std::string secret;
};
std::string presses_script(const Presses& presses);

}  // namespace dondoc::bench
