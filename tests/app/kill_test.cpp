// SIGKILL at any moment of a scripted run, then start again: nothing lost, nothing doubled.
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <stdexcept>

#include "app/temporary_folder.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"
#include "tests/support/scripted_run.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr int k_kills = 200;
constexpr int k_commands = 300;

/// For a process of its own: tells each durable line through the pipe.
[[noreturn]] void play_and_end(const std::string& database, const std::vector<Line>& lines,
                               int pipe) {
  const auto played = play(database, lines, [pipe](std::uint32_t line) {
    if (write(pipe, &line, sizeof line) != sizeof line) _exit(7);
  });
  _exit(played ? 0 : 6);
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
    play_and_end(database, lines, ends[1]);
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

void play_to_the_end(const std::string& database, const std::vector<Line>& lines) {
  if (auto played = play(database, lines, [](std::uint32_t) {}); !played)
    throw std::runtime_error(played.error().message);
}

}  // namespace

TEST_CASE(
    "killed at 200 random moments and started again: nothing lost, nothing doubled, log and state "
    "agree") {
  const auto lines = scripted_run(k_commands);
  definitions();
  TemporaryFolder folder;
  const std::string undisturbed = folder.file("undisturbed.db");
  play_to_the_end(undisturbed, lines);
  const auto expected = state_in(undisturbed);
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
      if (killed.last_durable >= 0) lost += lost_lines(database, killed.last_durable);
      if (kills % 10 == 0 && killed.last_durable >= 0)
        inconsistent += is_consistent(database) ? 0 : 1;
    }
    play_to_the_end(database, lines);
    inconsistent += is_consistent(database) ? 0 : 1;
    if (difference.empty()) difference = first_difference(expected, state_in(database));
  }
  CHECK(lost == 0);
  CHECK(inconsistent == 0);
  CHECK(difference == "");
  CHECK(kills == k_kills);
}
