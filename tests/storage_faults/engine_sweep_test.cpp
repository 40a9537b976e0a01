// The whole engine on a disk that loses power or fails: every answered command is there afterwards,
// replaying the log gives what is stored, and carried on to its end the run comes out as if nothing
// had happened.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>

#include "app/temporary_folder.h"
#include "tests/storage_faults/faulty_disk.h"
#include "tests/support/office.h"
#include "tests/support/scripted_run.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr int k_commands = 40;
constexpr int k_places_usually = 60;
constexpr int k_places_of_a_proof = 600;

const SqliteOptions k_options{8, 20, 100};
const SqliteOptions k_afterwards{8, 20, 100, Sync::none};

using State = std::map<std::string, std::string>;

void play_to_the_end(const std::string& database, const std::vector<Line>& lines) {
  const auto played = play(
      database, lines, [](std::uint32_t) {}, k_afterwards);
  if (!played) throw std::runtime_error(played.error().message);
}

class Sweep {
 public:
  Sweep() {
    const TemporaryFolder folder;
    FaultyDisk disk;
    play_to_the_end(folder.file("dondoc.db"), lines_);
    expected_ = state_in(folder.file("dondoc.db"));
    // Unlike the run above those below sync.
    const TemporaryFolder synced;
    const std::int64_t before = disk.changes();
    REQUIRE(play(
        synced.file("dondoc.db"), lines_, [](std::uint32_t) {}, k_options));
    changes_ = disk.changes() - before;
  }

  std::int64_t changes() const { return changes_; }

  /// Power goes at that change. Empty: all is well.
  std::string power_cut(std::int64_t change) const {
    const TemporaryFolder folder;
    const TemporaryFolder left;
    int last_durable = -1;
    {
      FaultyDisk disk;
      disk.plan(Trouble::power_cut, change, 1);
      const auto played = play(
          folder.file("dondoc.db"), lines_,
          [&](std::uint32_t line) { last_durable = static_cast<int>(line); }, k_options);
      if (played) return "";  // at the very end, while the database was closed
      disk.leave_behind(left.path(), static_cast<std::uint64_t>(change));
    }
    return carried_on(left.file("dondoc.db"), last_durable);
  }

  /// The disk fails for a while; each line is tried again. Then power goes.
  std::string failing(Trouble trouble, std::int64_t change, std::int64_t times) const {
    const TemporaryFolder folder;
    const TemporaryFolder left;
    int last_durable = -1;
    bool played = false;
    {
      FaultyDisk disk;
      disk.plan(trouble, change, times);
      while (!played) {
        const auto tried = play(
            folder.file("dondoc.db"), lines_,
            [&](std::uint32_t line) { last_durable = static_cast<int>(line); }, k_options, 4);
        played = tried.has_value();
        if (!played && tried.error().kind != ErrorKind::transient) return tried.error().message;
        if (!played) disk.heal();
      }
      disk.leave_behind(left.path(), static_cast<std::uint64_t>(change));
    }
    const auto wrong = first_difference(expected_, state_in(folder.file("dondoc.db")));
    return wrong.empty() ? carried_on(left.file("dondoc.db"), last_durable) : wrong;
  }

 private:
  std::string carried_on(const std::string& database, int last_durable) const {
    if (last_durable >= 0) {
      if (!std::filesystem::exists(database)) return "there is no database";
      if (lost_lines(database, last_durable) != 0) return "an answered line is lost";
      if (!is_consistent(database)) return "log and state do not agree";
    }
    play_to_the_end(database, lines_);
    if (!is_consistent(database)) return "at the end log and state do not agree";
    return first_difference(expected_, state_in(database));
  }

  std::vector<Line> lines_ = scripted_run(k_commands);
  State expected_;
  std::int64_t changes_ = 0;
};

std::int64_t step_of(const Sweep& sweep) {
  const bool is_full = std::getenv("DONDOC_PROOF_DISKS") != nullptr;
  const int places = is_full ? k_places_of_a_proof : k_places_usually;
  return std::max<std::int64_t>(1, sweep.changes() / places);
}

}  // namespace

TEST_CASE("the engine carries on after a power cut as if nothing had happened", "[engine]") {
  const Sweep sweep;
  std::int64_t cuts = 0;
  for (std::int64_t change = 1; change <= sweep.changes(); change += step_of(sweep), ++cuts) {
    INFO("change " << change);
    CHECK(sweep.power_cut(change) == "");
  }
  WARN(cuts << " power cuts over " << sweep.changes() << " changes of the engine's run");
}

TEST_CASE("the engine carries on after a failing disk as if nothing had happened", "[engine]") {
  const Sweep sweep;
  const Trouble troubles[] = {Trouble::write_error, Trouble::disk_full, Trouble::sync_error};
  std::int64_t runs = 0;
  for (std::int64_t change = 1; change <= sweep.changes(); change += step_of(sweep), ++runs) {
    const Trouble trouble = troubles[runs % 3];
    INFO("change " << change << ", trouble " << static_cast<int>(trouble));
    CHECK(sweep.failing(trouble, change, runs % 2 == 0 ? 1 : 50) == "");
  }
  WARN(runs << " runs of the engine with a write error, a full disk or a failing sync");
}
