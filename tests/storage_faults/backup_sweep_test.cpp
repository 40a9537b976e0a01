// Backup and restore on a disk that fails at any change: a backup is whole or not there, and a
// database that was to be replaced stays as it was.
#include <catch2/catch.hpp>
#include <filesystem>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_backup.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/storage_faults/faulty_disk.h"
#include "tests/storage_faults/kept_rows.h"
#include "tests/support/scripted_run.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

KeptRows make_office(const std::string& path, std::uint64_t seed) {
  const auto script = script_of_commits(seed, 12);
  auto store = open_sqlite_store(path).value();
  for (const Commit& each : script) {
    Commit commit = each;
    REQUIRE(store->commit(commit));
  }
  return expected_rows(script).back();
}

bool holds(const std::string& path, const KeptRows& rows) {
  const auto chain = verify_chain(path);
  return chain && !chain->first_bad_seq && first_difference(rows, rows_in(path)).empty();
}

}  // namespace

TEST_CASE("a backup on a failing disk is whole or not there", "[backup]") {
  const TemporaryFolder folder;
  const KeptRows rows = make_office(folder.file("dondoc.db"), 1);
  const auto trouble = GENERATE(Trouble::write_error, Trouble::disk_full);
  int refused = 0;
  bool done = false;
  for (std::int64_t change = 1; !done; ++change) {
    const std::string copy = folder.file("copy-" + std::to_string(change) + ".db");
    FaultyDisk disk;
    disk.plan(trouble, change, 1'000'000);
    const auto made = backup(folder.file("dondoc.db"), copy);
    done = disk.struck() == 0;
    disk.heal();
    INFO("change " << change);
    CHECK(made.has_value() == std::filesystem::exists(copy));
    if (made) CHECK(holds(copy, rows));
    if (!made) CHECK(made.error().kind == ErrorKind::transient);
    refused += made ? 0 : 1;
  }
  CHECK(refused > 10);
  CHECK(holds(folder.file("dondoc.db"), rows));
}

TEST_CASE("a restore on a failing disk leaves the database as it was", "[backup]") {
  const TemporaryFolder folder;
  const KeptRows old_rows = make_office(folder.file("dondoc.db"), 1);
  const KeptRows new_rows = make_office(folder.file("other.db"), 2);
  REQUIRE(backup(folder.file("other.db"), folder.file("copy.db")));
  int refused = 0;
  bool done = false;
  for (std::int64_t change = 1; !done; ++change) {
    FaultyDisk disk;
    disk.plan(Trouble::disk_full, change, 1'000'000);
    const auto restored = restore(folder.file("copy.db"), folder.file("dondoc.db"));
    done = disk.struck() == 0;
    disk.heal();
    INFO("change " << change);
    CHECK(holds(folder.file("dondoc.db"), restored ? new_rows : old_rows));
    refused += restored ? 0 : 1;
    if (restored) break;
  }
  CHECK(refused > 10);
}
