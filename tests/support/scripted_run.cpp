#include "tests/support/scripted_run.h"

#include <limits>
#include <stdexcept>

#include "engine/loop/replay.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"

namespace dondoc::test {
namespace {

/// Everything that is due, then the line.
Result<void> play_line(Engine& engine, const Line& line) {
  for (auto ticked = engine.tick(line.at);; ticked = engine.tick(line.at)) {
    if (!ticked) return tl::unexpected(ticked.error());
    if (!ticked->more) break;
  }
  const auto answered = engine.handle({line.command}, line.at);
  if (!answered) return tl::unexpected(answered.error());
  return {};
}

}  // namespace

std::vector<Line> scripted_run(int commands_after_issue) {
  std::vector<Line> lines;
  Plan plan = decoded(plan_text("b-hocmon-2023"));
  Instant now = at("2023-05-25T08:00");
  for (Command& c : people_of_demo(plan)) lines.push_back({std::move(c), now});
  lines.push_back({Command{"ld-" + plan.issuer, "", IssuePlan{plan_text("b-hocmon-2023")}}, now});
  std::vector<std::string> codes;
  std::vector<std::string> people{"ld-" + plan.issuer};
  for (int unit = 1; unit <= 15; ++unit) {
    for (const char* duty : {"B19-", "B20-"})
      codes.push_back(duty + std::string(unit < 10 ? "0" : "") + std::to_string(unit));
  }
  for (const std::string& unit : units_of(plan, *plan.obligation("B20")))
    people.push_back("cb-" + unit);
  RandomCommands commands(4711, codes, people, plan.id);
  for (int i = 0; i < commands_after_issue; ++i) {
    now = now + Elapsed::hours(14);
    lines.push_back({commands.next(now, Zone::viet_nam().date_of(now)), now});
  }
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].command.key = "s:" + std::to_string(i);
  return lines;
}

Result<void> play(const std::string& database, const std::vector<Line>& lines,
                  const std::function<void(std::uint32_t)>& durable, const SqliteOptions& options,
                  int tries) {
  auto store = open_sqlite_store(database, options);
  if (!store) return tl::unexpected(store.error());
  Engine engine(definitions(), Zone::viet_nam(), **store, nullptr);
  if (auto opened = engine.open(lines.front().at); !opened) return tl::unexpected(opened.error());
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const auto seen = (*store)->inbox_seen(lines[i].command.key);
    if (!seen) return tl::unexpected(seen.error());
    if (*seen) continue;
    Result<void> played = play_line(engine, lines[i]);
    for (int again = 1; !played && again < tries; ++again) played = play_line(engine, lines[i]);
    if (!played) return played;
    durable(i);
  }
  return {};
}

int lost_lines(const std::string& database, int last) {
  const auto store = open_sqlite_store(database).value();
  int lost = 0;
  for (int i = 0; i <= last; ++i)
    lost += store->inbox_seen("s:" + std::to_string(i)).value() ? 0 : 1;
  return lost;
}

std::map<std::string, std::string> state_in(const std::string& database) {
  std::map<std::string, std::string> state;
  auto reader = open_sqlite_reader(database).value();
  if (!reader->each_case({}, [&](const CaseRow& row) { state[row.code] = row.body; }))
    throw std::runtime_error("cases");
  if (!reader->each_log(0, "", [&](const LogRow& row) {
        state["log " + std::to_string(row.seq)] = row.kind + row.subject;
      }))
    throw std::runtime_error("log");
  return state;
}

std::string first_difference(const std::map<std::string, std::string>& expected,
                             const std::map<std::string, std::string>& found) {
  for (const auto& [key, value] : expected) {
    const auto it = found.find(key);
    if (it == found.end()) return key + " is missing";
    if (it->second != value)
      return key + ": " + it->second.substr(0, 1'000) + "\ninstead of: " + value.substr(0, 1'000);
  }
  for (const auto& [key, value] : found) {
    if (!expected.contains(key)) return key + " is new: " + value.substr(0, 1'000);
  }
  return "";
}

bool is_consistent(const std::string& database) {
  if (verify_chain(database).value().first_bad_seq) return false;
  auto reader = open_sqlite_reader(database).value();
  auto replayed = replay(*reader, Instant{std::numeric_limits<std::int64_t>::max()}).value();
  return differences(*reader, replayed).value().empty();
}

}  // namespace dondoc::test
