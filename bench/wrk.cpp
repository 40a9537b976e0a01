#include "bench/wrk.h"

#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>

namespace dondoc::bench {
namespace {

constexpr const char* k_script = R"(
local number = 0
function request()
  local unit = number % {units} + 1
  local duty = math.floor(number / {units}) % {duties} + 1
  number = number + 1
  local account = {account} + unit
  local body = '{{"update_id":' .. (500000000 + number) ..
    ',"callback_query":{{"id":"' .. number .. '","from":{{"id":' .. account ..
    ',"is_bot":false,"first_name":"Lan","language_code":"vi"}},"message":{{"message_id":' .. number ..
    ',"date":{date},"chat":{{"id":' .. account .. ',"type":"private","first_name":"Lan"}},' ..
    '"text":"Việc mới"}},"chat_instance":"77","data":"ack:' ..
    string.format("{format}", duty, unit) .. ':1"}}}}'
  return wrk.format("POST", nil, {{["Content-Type"] = "application/json",
    ["X-Telegram-Bot-Api-Secret-Token"] = "{secret}"}}, body)
end
function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('\n{{"seconds":%.6f,"requests":%d,"refused":%d,"p50":%.3f,"p99":%.3f}}\n',
    summary.duration / 1e6, summary.requests,
    errors.status + errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
)";

std::string output_of(const std::string& command) {
  std::string output;
  FILE* pipe = ::popen(command.c_str(), "r");
  if (pipe == nullptr) return output;
  std::array<char, 4096> buffer{};
  while (const std::size_t count = std::fread(buffer.data(), 1, buffer.size(), pipe))
    output.append(buffer.data(), count);
  ::pclose(pipe);
  return output;
}

}  // namespace

std::string presses_script(const Presses& presses) {
  return fmt::format(fmt::runtime(k_script), fmt::arg("units", presses.units),
                     fmt::arg("duties", presses.duties),
                     fmt::arg("account", presses.first_account - 1),
                     fmt::arg("date", presses.date), fmt::arg("format", presses.code_format),
                     fmt::arg("secret", presses.secret));
}

Result<LoadFigures> put_under_load(const Load& load) {
  // One thread: numbers must not repeat, and the machine is shared with what is measured.
  const std::string output = output_of(fmt::format("wrk -t1 -c{} -d{}s -s '{}' '{}' 2>&1",
                                                   load.connections, load.seconds, load.script,
                                                   load.address));
  const auto line = output.rfind("\n{");
  const auto said = nlohmann::json::parse(
      line == output.npos ? "" : output.substr(line + 1), nullptr, false);
  if (!said.is_object())
    return failure(ErrorKind::permanent, "wrk (Debian's package wrk) did not measure: " + output);
  LoadFigures figures;
  figures.refused = said.at("refused");
  figures.per_second = (said.at("requests").get<double>() - figures.refused) /
                       said.at("seconds").get<double>();
  figures.p50_ms = said.at("p50");
  figures.p99_ms = said.at("p99");
  return figures;
}

}  // namespace dondoc::bench
