#include "app/command_understand.h"

#include <iostream>
#include <string>

#include "app/clock.h"
#include "app/desk.h"
#include "app/reply_label.h"
#include "bots/understanding/understand.h"
#include "engine/limits.h"
#include "engine/time/time.h"

namespace dondoc {

int run_understand(const UnderstandOptions& options) {
  const Zone zone = Zone::viet_nam();
  const auto now =
      options.now.empty() ? std::optional(SystemClock().now()) : parse_instant(options.now, zone);
  if (!now) return fail("understand", "--now: no date and time: " + options.now);
  const LocalDate today = zone.date_of(*now);
  const auto tracing = options.explain ? understanding::Tracing::on : understanding::Tracing::off;
  std::size_t number = 0;
  for (std::string line; std::getline(std::cin, line);) {
    ++number;
    if (line.size() > limits::text_bytes) {
      std::cerr << "dondoc understand: line " << number << ": longer than " << limits::text_bytes
                << " bytes; read up to there\n";
      line.resize(limits::text_bytes);
    }
    const auto meaning = understanding::understand(line, today, tracing);
    std::cout << reply_label(meaning) << '\n';
    if (options.explain) std::cout << reply_explanation(meaning);
  }
  return 0;
}

}  // namespace dondoc
