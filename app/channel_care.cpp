#include "app/channel_care.h"

#include <vector>

namespace dondoc {

std::string ChannelCare::prepare(Instant now) {
  tried_ = std::chrono::steady_clock::now();
  const auto prepared = channel_.upkeep->prepare(channel_.plan, now);
  is_prepared_ = prepared.has_value();
  const std::string trouble = prepared ? "" : prepared.error().message;
  if (trouble != trouble_) {
    LogRecord record{prepared ? LogEvent::channel_prepared : LogEvent::channel_not_prepared,
                     channel_.name};
    if (!prepared) record.error = prepared.error().kind;
    record.said.said = trouble;
    tell_(record);
  }
  trouble_ = trouble;
  return trouble;
}

void ChannelCare::tend(Instant now) {
  if (!is_prepared_ && std::chrono::steady_clock::now() - tried_ >= pause_) prepare(now);
  static_cast<void>(channel_.upkeep->tend(now));
  const std::vector<std::string> present = channel_.upkeep->alarms(now);
  for (const std::string& alarm : present) {
    if (alarms_.contains(alarm)) continue;
    LogRecord record{LogEvent::channel_alarm, channel_.name};
    record.said.said = alarm;
    tell_(record);
  }
  alarms_ = {present.begin(), present.end()};
}

}  // namespace dondoc
