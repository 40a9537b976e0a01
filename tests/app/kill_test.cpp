// SIGKILL at any moment of a scripted run, then start again: nothing lost, nothing doubled.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <limits>

#include "app/temporary_folder.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/replay.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr int k_kills = 200;
constexpr int k_commands = 300;

struct Line {
  Command command;
  Instant at;
};

/// The same script for every run: command i always has key "s:i" and the same time.
std::vector<Line> script() {
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
  for (int i = 0; i < k_commands; ++i) {
    now = now + Elapsed::hours(14);
    lines.push_back({commands.next(now, Zone::viet_nam().date_of(now)), now});
  }
  for (std::size_t i = 0; i < lines.size(); ++i) lines[i].command.key = "s:" + std::to_string(i);
  return lines;
}

/// Plays the whole script on a database; what was played before is recognised by its key. Reports
/// each durable line.
void play(const std::string& database, const std::vector<Line>& lines, int pipe) {
  auto store = open_sqlite_store(database);
  if (!store) _exit(3);
  Engine engine(definitions(), Zone::viet_nam(), **store, nullptr);
  if (!engine.open(lines.front().at)) _exit(4);
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    auto seen = (*store)->inbox_seen(lines[i].command.key);
    if (!seen) _exit(5);
    if (*seen) continue;
    for (auto ticked = engine.tick(lines[i].at); ticked && ticked->more;)
      ticked = engine.tick(lines[i].at);
    if (!engine.handle({lines[i].command}, lines[i].at)) _exit(6);
    if (pipe >= 0 && write(pipe, &i, sizeof i) != sizeof i) _exit(7);
  }
}

/// Runs the script in a process of its own and kills it after `microseconds`. Gives the highest
/// line it said was durable, -1 if none, and whether it came to the end first.
struct Killed {
  int last_durable = -1;
  bool finished = false;
};
Killed play_and_kill(const std::string& database, const std::vector<Line>& lines,
                     useconds_t microseconds) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("pipe");
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    play(database, lines, ends[1]);
    _exit(0);
  }
  close(ends[1]);
  usleep(microseconds);
  kill(child, SIGKILL);
  int status = 0;
  waitpid(child, &status, 0);
  Killed killed;
  killed.finished = WIFEXITED(status) && WEXITSTATUS(status) == 0;
  if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
    throw std::runtime_error("run failed with " + std::to_string(WEXITSTATUS(status)));
  std::uint32_t line = 0;
  while (read(ends[0], &line, sizeof line) == sizeof line)
    killed.last_durable = static_cast<int>(line);
  close(ends[0]);
  return killed;
}

std::map<std::string, std::string> final_state(const std::string& database) {
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

/// The first entry in which two final states differ, or nothing.
std::string first_difference(const std::map<std::string, std::string>& expected,
                             const std::map<std::string, std::string>& found) {
  for (const auto& [key, value] : expected) {
    const auto it = found.find(key);
    if (it == found.end()) return key + " is missing";
    if (it->second != value) return key + ": " + it->second + "\ninstead of: " + value;
  }
  for (const auto& [key, value] : found) {
    if (!expected.contains(key)) return key + " is new: " + value;
  }
  return "";
}

bool is_consistent(const std::string& database) {
  if (verify_chain(database).value().first_bad_seq) return false;
  auto reader = open_sqlite_reader(database).value();
  auto replayed = replay(*reader, Instant{std::numeric_limits<std::int64_t>::max()}).value();
  return differences(*reader, replayed).value().empty();
}

}  // namespace

TEST_CASE(
    "killed at 200 random moments and started again: nothing lost, nothing doubled, log and state "
    "agree") {
  const auto lines = script();
  definitions();
  TemporaryFolder folder;
  const std::string undisturbed = folder.file("undisturbed.db");
  play(undisturbed, lines, -1);
  const auto expected = final_state(undisturbed);
  Random random(99);
  int kills = 0;
  int runs = 0;
  int lost = 0;
  int inconsistent = 0;
  std::string difference;
  while (kills < k_kills) {
    const std::string database = folder.file("run-" + std::to_string(runs++) + ".db");
    for (bool finished = false; !finished && kills < k_kills;) {
      auto killed =
          play_and_kill(database, lines, static_cast<useconds_t>(3'000 + random.below(40'000)));
      finished = killed.finished;
      if (finished) break;
      ++kills;
      if (!std::filesystem::exists(database)) continue;
      if (killed.last_durable >= 0) {
        auto store = open_sqlite_store(database).value();
        for (int i = 0; i <= killed.last_durable; ++i)
          lost += store->inbox_seen("s:" + std::to_string(i)).value() ? 0 : 1;
      }
      if (kills % 10 == 0 && killed.last_durable >= 0)
        inconsistent += is_consistent(database) ? 0 : 1;
    }
    play(database, lines, -1);
    inconsistent += is_consistent(database) ? 0 : 1;
    if (difference.empty()) difference = first_difference(expected, final_state(database));
  }
  CHECK(lost == 0);
  CHECK(inconsistent == 0);
  CHECK(difference == "");
  CHECK(kills == k_kills);
}
