// The schema only goes forward, a step at a time, and only in databases of this program.
#include "storage/sqlite/migrations.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <array>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

Result<int> migrate_with(const std::string& path, std::span<const sqlite::Migration> migrations) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  return sqlite::migrate(database, migrations);
}

std::int64_t tables(const std::string& path) {
  return query_number(path, "SELECT count(*) FROM sqlite_schema WHERE type = 'table'");
}

}  // namespace

TEST_CASE("the migrations are numbered from one without gaps", "[sqlite][migrations]") {
  int expected = 0;
  for (const sqlite::Migration& migration : sqlite::all_migrations())
    CHECK(migration.version == ++expected);
  CHECK(sqlite::newest_version() == expected);
}

TEST_CASE("migrating makes a database where there is none and says its version",
          "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  CHECK(must(migrate(path)) == sqlite::newest_version());
  CHECK(query_number(path, "PRAGMA application_id") == sqlite::application_id);
  CHECK(query_number(path, "SELECT max(version) FROM schema_version") == sqlite::newest_version());
  CHECK(mode_of(path) == 0600);
}

TEST_CASE("migrating again changes nothing and keeps what is stored", "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 3);
  CHECK(must(migrate(path)) == sqlite::newest_version());
  CHECK(must(must(open_sqlite_store(path))->last_seq()) == 3);
  CHECK(query_number(path, "SELECT count(*) FROM schema_version") == sqlite::newest_version());
}

TEST_CASE("only the steps that are missing are taken", "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("steps.db");
  const std::array<sqlite::Migration, 2> steps = {
      {{1, "one", "CREATE TABLE one (x)"}, {2, "two", "CREATE TABLE two (x)"}}};
  CHECK(must(migrate_with(path, std::span(steps).first(1))) == 1);
  CHECK(tables(path) == 2);
  CHECK(must(migrate_with(path, steps)) == 2);
  CHECK(must(migrate_with(path, steps)) == 2);
  CHECK(query_text(path, "SELECT group_concat(name) FROM schema_version") == "one,two");
}

TEST_CASE("a step that fails is undone as a whole, those before it stay", "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("steps.db");
  const std::array<sqlite::Migration, 2> steps = {
      {{1, "one", "CREATE TABLE one (x)"},
       {2, "two", "CREATE TABLE two (x); CREATE TABLE one (x)"}}};
  CHECK_FALSE(migrate_with(path, steps));
  CHECK(query_number(path, "SELECT max(version) FROM schema_version") == 1);
  CHECK(tables(path) == 2);
}

TEST_CASE("a database newer than the program is refused and left as it is",
          "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 1);
  run_sql(path,
          "INSERT INTO schema_version (version, name) VALUES (99, 'from the future'); PRAGMA "
          "journal_mode = DELETE");
  const std::string before = read_file(path);

  for (const Error& refused :
       {migrate(path).error(), open_sqlite_store(path).error(), open_sqlite_reader(path).error()}) {
    CHECK(refused.kind == ErrorKind::permanent);
    CHECK_THAT(refused.message, Catch::Contains("version 99") && Catch::Contains("newer dondoc"));
  }
  CHECK(read_file(path) == before);
}

TEST_CASE("a database of another program is refused and left as it is", "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("other.db");
  run_sql(path, GENERATE(as<std::string>(), "CREATE TABLE notes (x)", "PRAGMA application_id = 42",
                         "CREATE TABLE log (x); PRAGMA application_id = 42"));
  const std::string before = read_file(path);
  const unsigned mode = mode_of(path);

  for (const Error& refused :
       {migrate(path).error(), open_sqlite_store(path).error(), open_sqlite_reader(path).error()}) {
    CHECK(refused.kind == ErrorKind::permanent);
    CHECK_THAT(refused.message, Catch::Contains("another program"));
  }
  CHECK(read_file(path) == before);
  CHECK(mode_of(path) == mode);
}

TEST_CASE("a file that is no database is corrupt and left as it is", "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("letter.txt");
  const std::string letter(5000, 'x');
  write_file(path, letter);
  CHECK(open_sqlite_store(path).error().kind == ErrorKind::corrupt);
  CHECK(open_sqlite_reader(path).error().kind == ErrorKind::corrupt);
  CHECK(read_file(path) == letter);
}

TEST_CASE("a reader does not open an older database, and says what to do", "[sqlite][migrations]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 1);
  run_sql(path, "UPDATE schema_version SET version = version - 1");
  const auto refused = open_sqlite_reader(path);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
}
