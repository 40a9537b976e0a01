// A backup is whole whatever is written meanwhile; a restore puts nothing in place that it has not
// checked.
#include "storage/sqlite/sqlite_backup.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <thread>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Names in the folder, without lock files, in order.
std::vector<std::string> names(const TemporaryFolder& folder) {
  std::vector<std::string> found;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    if (entry.path().extension() != ".lock") found.push_back(entry.path().filename().string());
  }
  std::sort(found.begin(), found.end());
  return found;
}

using Names = std::vector<std::string>;

std::int64_t rows_of(const std::string& path) {
  return must(must(open_sqlite_reader(path))->last_seq());
}

/// A folder with a database of 5 rows, closed, and a backup of one of 40 rows.
struct Restoring {
  Restoring() {
    make_database(folder.file("source.db"), 40);
    must(dondoc::backup(folder.file("source.db"), backup));
    std::filesystem::remove(folder.file("source.db"));
    std::filesystem::remove(folder.file("source.db-wal"));
    std::filesystem::remove(folder.file("source.db-shm"));
    make_database(database, 5);
  }
  TemporaryFolder folder;
  std::string backup = folder.file("backup.db");
  std::string database = folder.file("dondoc.db");
};

}  // namespace

TEST_CASE("a backup is one private file with everything in it", "[sqlite][backup]") {
  const TemporaryFolder folder;
  make_database(folder.file("dondoc.db"), 40);
  must(backup(folder.file("dondoc.db"), folder.file("backup.db")));

  CHECK(mode_of(folder.file("backup.db")) == 0600);
  CHECK(must(verify_chain(folder.file("backup.db"))).rows == 40);
  CHECK(query_number(folder.file("backup.db"), "SELECT count(*) FROM cases") == 40);
  CHECK_FALSE(std::filesystem::exists(folder.file("backup.db-wal")));
  CHECK_FALSE(std::filesystem::exists(folder.file("backup.db-shm")));
}

TEST_CASE("a backup made while another thread commits is whole and ends at a commit",
          "[sqlite][backup]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 200);
  std::atomic<bool> enough = false;
  std::atomic<bool> failed = false;
  std::thread writer([&] {
    const auto store = open_sqlite_store(path);
    for (int n = 200; store && !enough; n += 10) {
      Commit commit;
      for (int i = n; i < n + 10; ++i) {
        commit.log.push_back(log_row("B-" + std::to_string(i)));
        commit.cases.push_back(case_row("B-" + std::to_string(i)));
      }
      if (!(*store)->commit(commit)) failed = true;
    }
    if (!store) failed = true;
  });
  std::vector<std::string> copies;
  Result<void> copied;
  for (int n = 0; n < 8 && copied; ++n) {
    copies.push_back(folder.file("backup-" + std::to_string(n) + ".db"));
    copied = backup(path, copies.back());
  }
  enough = true;
  writer.join();

  must(copied);
  CHECK_FALSE(failed);
  for (const std::string& copy : copies) {
    const ChainReport report = must(verify_chain(copy));
    CHECK_FALSE(report.first_bad_seq.has_value());
    CHECK(report.rows % 10 == 0);
    CHECK(query_number(copy, "SELECT count(*) FROM cases") == report.rows);
  }
}

TEST_CASE("a backup overwrites nothing", "[sqlite][backup]") {
  const TemporaryFolder folder;
  make_database(folder.file("dondoc.db"), 1);
  write_file(folder.file("backup.db"), "last week's");
  const auto refused = backup(folder.file("dondoc.db"), folder.file("backup.db"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK(read_file(folder.file("backup.db")) == "last week's");
}

TEST_CASE("a backup that fails leaves nothing behind", "[sqlite][backup]") {
  const TemporaryFolder folder;
  const std::string to = folder.file("backup.db");
  CHECK(backup(folder.file("missing.db"), to).error().kind == ErrorKind::permanent);
  write_file(folder.file("empty.db"), "");
  CHECK(backup(folder.file("empty.db"), to).error().kind == ErrorKind::permanent);
  write_file(folder.file("letter.txt"), std::string(5000, 'x'));
  CHECK(backup(folder.file("letter.txt"), to).error().kind == ErrorKind::corrupt);
  run_sql(folder.file("other.db"), "CREATE TABLE notes (x)");
  CHECK(backup(folder.file("other.db"), to).error().kind == ErrorKind::permanent);
  CHECK(names(folder) == Names{"empty.db", "letter.txt", "other.db"});
}

TEST_CASE("a restore puts the backup in place and keeps what was there", "[sqlite][restore]") {
  const Restoring given;
  must(restore(given.backup, given.database));
  CHECK(rows_of(given.database) == 40);
  CHECK(mode_of(given.database) == 0600);
  CHECK(rows_of(given.database + ".before-restore-1") == 5);

  must(restore(given.backup, given.database));
  CHECK(rows_of(given.database + ".before-restore-2") == 40);
  CHECK(rows_of(given.database + ".before-restore-1") == 5);
  CHECK(must(must(open_sqlite_store(given.database))->last_seq()) == 40);
}

TEST_CASE("a restore needs no database to be there", "[sqlite][restore]") {
  const Restoring given;
  must(restore(given.backup, given.folder.file("new.db")));
  CHECK(rows_of(given.folder.file("new.db")) == 40);
  CHECK_FALSE(std::filesystem::exists(given.folder.file("new.db.before-restore-1")));
}

TEST_CASE("a write-ahead log left by a crash stays with the old database", "[sqlite][restore]") {
  const Restoring given;
  const std::string crashed = given.folder.file("crashed.db");
  {
    const auto store = must(open_sqlite_store(given.database));
    apply(*store, commit_of_log({log_row("in the write-ahead log only")}));
    for (const char* suffix : {"", "-wal"})
      std::filesystem::copy_file(given.database + suffix, crashed + suffix);
  }
  must(restore(given.backup, crashed));
  CHECK(rows_of(crashed) == 40);
  CHECK(rows_of(crashed + ".before-restore-1") == 6);
}

TEST_CASE("a write-ahead log without its database does not get into the restored one",
          "[sqlite][restore]") {
  const Restoring given;
  const std::string place = given.folder.file("place.db");
  {
    const auto store = must(open_sqlite_store(given.database));
    apply(*store, commit_of_log({log_row("of another database")}));
    std::filesystem::copy_file(given.database + "-wal", place + "-wal");
  }
  must(restore(given.backup, place));
  CHECK(rows_of(place) == 40);
  CHECK(must(verify_chain(place)).rows == 40);
}

TEST_CASE("a restore over a damaged database keeps the damaged one", "[sqlite][restore]") {
  const Restoring given;
  write_file(given.database, "damaged");
  must(restore(given.backup, given.database));
  CHECK(rows_of(given.database) == 40);
  CHECK(read_file(given.database + ".before-restore-1") == "damaged");
}

TEST_CASE("a restore refuses a backup that is not what was written", "[sqlite][restore]") {
  const Restoring given;
  const auto names_before = names(given.folder);
  const auto refused = [&](ErrorKind kind, const std::string& why) {
    const auto result = restore(given.backup, given.database);
    REQUIRE_FALSE(result);
    CHECK(result.error().kind == kind);
    CHECK_THAT(result.error().message, Catch::Contains(why));
    CHECK(rows_of(given.database) == 5);
  };
  SECTION("a changed row") {
    run_sql(given.backup, "UPDATE log SET body = 'nothing was promised' WHERE seq = 17");
    refused(ErrorKind::corrupt, "row 17");
  }
  SECTION("a cut off end") {
    run_sql(given.backup, "DELETE FROM log WHERE seq > 30");
    refused(ErrorKind::corrupt, "cut off");
  }
  SECTION("a newer version") {
    run_sql(given.backup,
            "INSERT INTO schema_version (version, name) VALUES (99, 'from the future')");
    refused(ErrorKind::permanent, "newer dondoc");
  }
  SECTION("another program's database") {
    run_sql(given.backup, "PRAGMA application_id = 42");
    refused(ErrorKind::permanent, "another program");
  }
  SECTION("not a database") {
    write_file(given.backup, std::string(5000, 'x'));
    refused(ErrorKind::corrupt, "not a database");
  }
  SECTION("half a file") {
    std::filesystem::resize_file(given.backup, std::filesystem::file_size(given.backup) / 2);
    refused(ErrorKind::corrupt, "");
  }
  auto names_after = names(given.folder);
  std::erase_if(names_after, [](const std::string& name) {
    return name.ends_with("-wal") || name.ends_with("-shm");
  });
  CHECK(names_after == names_before);
}

TEST_CASE("a restore refuses a missing file and the database itself", "[sqlite][restore]") {
  const Restoring given;
  CHECK(restore(given.folder.file("missing.db"), given.database).error().kind ==
        ErrorKind::permanent);
  CHECK(restore(given.database, given.database).error().kind == ErrorKind::permanent);
  CHECK(rows_of(given.database) == 5);
}

TEST_CASE("a restore refuses a database that is in use", "[sqlite][restore]") {
  const Restoring given;
  SECTION("by a writer") {
    const auto store = must(open_sqlite_store(given.database));
    const auto refused = restore(given.backup, given.database);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::transient);
    CHECK_THAT(refused.error().message, Catch::Contains("another dondoc"));
  }
  SECTION("by a reader") {
    const auto reader = must(open_sqlite_reader(given.database));
    const auto refused = restore(given.backup, given.database);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::transient);
    CHECK_THAT(refused.error().message, Catch::Contains("somebody is reading"));
  }
  CHECK(rows_of(given.database) == 5);
}
