// Power cuts and failing disks at every single change that a run makes to its database: what was
// answered is there afterwards, nothing is half there, and the run can be carried on to its end.
// `scripts/prove storage-faults` takes more seeds and every change for every kind of trouble.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/storage_faults/faulty_disk.h"
#include "tests/storage_faults/kept_rows.h"
#include "tests/support/scripted_run.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr std::size_t k_commits = 30;
constexpr std::uint64_t k_script_seed = 7;

// Small, so that a short run folds its write-ahead log many times.
const SqliteOptions k_options{4, 20, 12};
// What comes after a power cut need not outlive another one.
const SqliteOptions k_afterwards{4, 20, 12, Sync::none};

std::uint64_t number_from(const char* variable, std::uint64_t otherwise) {
  const char* text = std::getenv(variable);
  return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

bool is_full_proof() { return std::getenv("DONDOC_PROOF_DISKS") != nullptr; }

/// Every second commit is written on the store's own thread.
Result<void> write(Store& store, Commit commit, std::size_t number) {
  if (number % 2 == 0) return store.commit(commit);
  if (auto handed = store.hand_over(std::move(commit)); !handed)
    return tl::unexpected(handed.error());
  if (auto confirmed = store.confirm(); !confirmed) return tl::unexpected(confirmed.error());
  return {};
}

/// The script, and how far it came.
class Run {
 public:
  explicit Run(std::vector<Commit> script) : script_(std::move(script)) {}

  /// Carries on from the `from`-th commit on a database; gives how many commits were answered in
  /// all. Ends at the first failure, and keeps it.
  std::size_t carry_on(const std::string& path, std::size_t from,
                       const SqliteOptions& options = k_options) {
    auto store = open_sqlite_store(path, options);
    if (!store) {
      error_ = store.error();
      return from;
    }
    for (std::size_t i = from; i < script_.size(); ++i) {
      if (auto done = write(**store, script_[i], i); !done) {
        error_ = done.error();
        return i;
      }
    }
    return script_.size();
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  std::vector<Commit> script_;
  std::optional<Error> error_;
};

struct Script {
  std::vector<Commit> commits = script_of_commits(k_script_seed, k_commits);
  std::vector<KeptRows> expected = expected_rows(commits);
};

const Script& script() {
  static const Script one;
  return one;
}

/// What is wrong with the database that a power cut left, when `answered` commits were; empty:
/// nothing. Another one may have arrived with it. Then carries on to the end.
std::string wrong_after_power_cut(const std::string& path, std::size_t answered) {
  std::size_t arrived = answered;
  if (std::filesystem::exists(path)) {
    if (auto opened = open_sqlite_store(path, k_afterwards); !opened)
      return "cannot be opened: " + opened.error().message;
    if (auto chain = verify_chain(path); !chain || chain->first_bad_seq)
      return "verify: " + (chain ? chain->what : chain.error().message);
    const KeptRows found = rows_in(path);
    std::string wrong = first_difference(script().expected[answered], found);
    if (!wrong.empty() && answered < k_commits) {
      ++arrived;
      wrong = first_difference(script().expected[arrived], found).empty() ? "" : wrong;
    }
    if (!wrong.empty()) return wrong;
  } else if (answered > 0) {
    return "there is no database";
  }
  Run rest(script().commits);
  if (rest.carry_on(path, arrived, k_afterwards) != k_commits)
    return "cannot be carried on: " + rest.error()->message;
  if (auto chain = verify_chain(path); !chain || chain->first_bad_seq)
    return "verify at the end: " + (chain ? chain->what : chain.error().message);
  return first_difference(script().expected[k_commits], rows_in(path));
}

/// Cuts the power at a change and looks at what several disks may hold then.
class PowerCut {
 public:
  explicit PowerCut(const SqliteOptions& options) : options_(options) {}

  /// Empty: all is well. `reached`: whether the run came to this change at all.
  std::string at(std::int64_t change, std::uint64_t seeds, bool& reached) {
    const TemporaryFolder folder;
    std::size_t answered = 0;
    std::vector<std::unique_ptr<TemporaryFolder>> disks;
    {
      FaultyDisk disk;
      disk.plan(Trouble::power_cut, change, 1);
      Run run(script().commits);
      answered = run.carry_on(folder.file("dondoc.db"), 0, options_);
      reached = disk.is_cut();
      for (std::uint64_t seed = 0; seed < seeds; ++seed) {
        disks.push_back(std::make_unique<TemporaryFolder>());
        disk.leave_behind(disks.back()->path(), static_cast<std::uint64_t>(change) * 1'000 + seed);
      }
    }
    for (std::uint64_t seed = 0; seed < seeds; ++seed) {
      std::string wrong = wrong_after_power_cut(disks[seed]->file("dondoc.db"), answered);
      if (wrong.empty()) continue;
      return "change " + std::to_string(change) + ", disk " + std::to_string(seed) + ", " +
             std::to_string(answered) + " commits answered: " + wrong;
    }
    return "";
  }

 private:
  SqliteOptions options_;
};

/// A run whose disk fails from a change on; each commit is repeated until it succeeds.
class Failing {
 public:
  Failing(Trouble trouble, std::int64_t at, std::int64_t times)
      : trouble_(trouble), at_(at), times_(times) {}

  std::string wrong(bool& reached) {
    const TemporaryFolder folder;
    const TemporaryFolder left;
    std::string wrong;
    {
      FaultyDisk disk;
      disk.plan(trouble_, at_, times_);
      wrong = run(folder.file("dondoc.db"), disk);
      reached = disk.struck() > 0;
      disk.cut_power();
      store_.reset();
      disk.leave_behind(left.path(), static_cast<std::uint64_t>(at_));
    }
    if (!wrong.empty()) return wrong;
    // What was answered outlives a power cut after the trouble, too.
    const std::string after = wrong_after_power_cut(left.file("dondoc.db"), k_commits);
    return after.empty() ? "" : "after a power cut at the end: " + after;
  }

 private:
  std::string judge(const Error& error, const std::string& path) {
    if (error.kind != ErrorKind::transient) return "not transient: " + error.message;
    if (error.message.find(path) == std::string::npos) return "names no file: " + error.message;
    const bool says_why = error.message.find("disk I/O error") != std::string::npos ||
                          error.message.find("disk is full") != std::string::npos;
    return says_why ? "" : "does not say why: " + error.message;
  }

  std::string open(const std::string& path, FaultyDisk& disk) {
    for (int tries = 0; !store_; ++tries) {
      auto opened = open_sqlite_store(path, k_options);
      if (opened) {
        store_ = std::move(*opened);
      } else {
        if (auto wrong = judge(opened.error(), path); !wrong.empty()) return "opening: " + wrong;
        if (tries > 0) disk.heal();
      }
    }
    return "";
  }

  std::string run(const std::string& path, FaultyDisk& disk) {
    if (auto wrong = open(path, disk); !wrong.empty()) return wrong;
    for (std::size_t i = 0; i < k_commits; ++i) {
      for (int tries = 0;; ++tries) {
        const auto done = write(*store_, script().commits[i], i);
        if (done) break;
        if (auto wrong = judge(done.error(), path); !wrong.empty()) return wrong;
        if (auto half = first_difference(script().expected[i], rows_in(path)); !half.empty())
          return "refused but applied: " + half;
        if (tries > 0) disk.heal();
      }
    }
    return first_difference(script().expected[k_commits], rows_in(path));
  }

  Trouble trouble_;
  std::int64_t at_;
  std::int64_t times_;
  std::unique_ptr<Store> store_;
};

std::int64_t changes_of_the_run() {
  const TemporaryFolder folder;
  FaultyDisk disk;
  Run run(script().commits);
  REQUIRE(run.carry_on(folder.file("dondoc.db"), 0) == k_commits);
  return disk.changes();
}

}  // namespace

TEST_CASE("a power cut at any change loses nothing that was answered and leaves nothing half",
          "[power]") {
  const std::uint64_t seeds = number_from("DONDOC_PROOF_DISKS", 1);
  const std::int64_t step = is_full_proof() ? 1 : 3;
  const std::int64_t changes = changes_of_the_run();
  PowerCut cut(k_options);
  std::int64_t cuts = 0;
  for (std::int64_t change = 1; change <= changes; change += step) {
    bool reached = false;
    const std::string wrong = cut.at(change, seeds, reached);
    CHECK(wrong == "");
    CHECK(reached);
    cuts += reached ? 1 : 0;
  }
  WARN(k_commits << " commits in " << changes << " changes of the disk: " << cuts
                 << " power cuts, each on " << seeds << " disks");
}

TEST_CASE("a disk that fails or is full at any change is said, and nothing is lost once it works",
          "[errors]") {
  const std::int64_t step = is_full_proof() ? 1 : 3;
  const std::int64_t changes = changes_of_the_run();
  const Trouble troubles[] = {Trouble::write_error, Trouble::disk_full, Trouble::sync_error};
  constexpr std::int64_t k_until_healed = 1'000'000;
  std::int64_t runs = 0;
  std::int64_t kind = 0;
  for (std::int64_t change = 1; change <= changes; change += step) {
    for (int each = 0; each < (is_full_proof() ? 6 : 1); ++each, ++kind) {
      const auto trouble = troubles[kind % 3];
      Failing failing(trouble, change, kind % 6 < 3 ? 1 : k_until_healed);
      bool reached = false;
      INFO("change " << change << ", trouble " << static_cast<int>(trouble));
      CHECK(failing.wrong(reached) == "");
      runs += reached ? 1 : 0;
    }
  }
  CHECK(runs > changes / step / 2);
  WARN(runs << " runs with a write error, a full disk or a failing sync");
}

TEST_CASE("a run that does not sync is noticed by the power cuts", "[power]") {
  SqliteOptions careless = k_options;
  careless.sync = Sync::none;
  PowerCut cut(careless);
  bool noticed = false;
  bool reached = true;
  for (std::int64_t change = 20; reached && !noticed; change += 7)
    noticed = !cut.at(change, 2, reached).empty();
  CHECK(noticed);
}

TEST_CASE("a write-ahead log that the disk had no room to begin is not taken for one",
          "[errors][found]") {
  // The statement that begins it answers "wal" before it writes; its failure came afterwards and
  // went unheard, and the office ran on without write-ahead log, less safe against power cuts.
  const TemporaryFolder folder;
  FaultyDisk disk;
  disk.plan(Trouble::disk_full, 4, 1);
  const auto refused = open_sqlite_store(folder.file("dondoc.db"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::transient);
  const auto opened = open_sqlite_store(folder.file("dondoc.db"));
  REQUIRE(opened);
  CHECK(std::filesystem::exists(folder.file("dondoc.db-wal")));
}

TEST_CASE("what is committed after a restart does not rest on what a failed sync left in memory",
          "[errors][found]") {
  // The commit whose sync failed stands in the write-ahead log as the kernel shows it, and is found
  // there by the next start; but the disk does not have it, and whatever came behind it was lost in
  // a power cut.
  const auto seed = GENERATE(range(0U, 24U));
  const TemporaryFolder folder;
  const TemporaryFolder left;
  {
    FaultyDisk disk;
    {
      const auto store = open_sqlite_store(folder.file("dondoc.db")).value();
      Commit first = script().commits[0];
      REQUIRE(store->commit(first));
      disk.plan(Trouble::sync_error, disk.changes() + seed, 1'000);
      Commit refused = script().commits[1];
      refused.inbox.push_back({"a large one", Instant{1}});
      refused.documents.push_back({"plan", "large", std::string(20'000, 'x')});
      CHECK_FALSE(store->commit(refused));
    }
    disk.heal();
    const auto store = open_sqlite_store(folder.file("dondoc.db")).value();
    Commit answered;
    answered.inbox.push_back({"answered", Instant{2}});
    REQUIRE(store->commit(answered));
    disk.cut_power();
    disk.leave_behind(left.path(), seed);
  }
  const auto store = open_sqlite_store(left.file("dondoc.db"), k_options).value();
  CHECK(store->inbox_seen("answered").value());
  CHECK(store->inbox_seen("k1").value());
}
