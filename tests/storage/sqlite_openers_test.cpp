// One writer a database, many readers, private files.
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>

#include "app/temporary_folder.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Opens the store in a process of its own, which then ends without closing anything. True when it
/// could.
bool opens_in_another_process(const std::string& path) {
  const pid_t child = ::fork();
  if (child == 0) {
    const auto store = open_sqlite_store(path);
    ::_exit(store ? 0 : 1);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

TEST_CASE("a second opener of a database is told that it is in use", "[sqlite][openers]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));

  for (const Error& refused : {open_sqlite_store(path).error(), migrate(path).error()}) {
    CHECK(refused.kind == ErrorKind::transient);
    CHECK_THAT(refused.message, Catch::Contains("another dondoc is using this database") &&
                                    Catch::Contains(path) &&
                                    Catch::Contains(std::to_string(::getpid())));
  }
  CHECK_FALSE(opens_in_another_process(path));
  apply(*store, commit_of_log({log_row("a")}));
}

TEST_CASE("a second opener is told under another name of the same file too", "[sqlite][openers]") {
  const TemporaryFolder folder;
  const auto store = must(open_sqlite_store(folder.file("dondoc.db")));
  std::filesystem::create_symlink(folder.file("dondoc.db"), folder.file("link.db"));
  CHECK(open_sqlite_store(folder.file("link.db")).error().kind == ErrorKind::transient);
  CHECK(open_sqlite_store(folder.file("./dondoc.db")).error().kind == ErrorKind::transient);
}

TEST_CASE("a database can be opened again after it was closed or its process ended",
          "[sqlite][openers]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  CHECK(opens_in_another_process(path));
  must(open_sqlite_store(path));
  CHECK(opens_in_another_process(path));
  must(open_sqlite_store(path));
}

TEST_CASE("readers open beside the writer and after it", "[sqlite][openers]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  CHECK(open_sqlite_reader(path).error().kind == ErrorKind::permanent);
  {
    const auto store = must(open_sqlite_store(path));
    apply(*store, commit_of_log({log_row("a")}));
    const auto one = must(open_sqlite_reader(path));
    const auto other = must(open_sqlite_reader(path));
    CHECK(must(one->last_seq()) == 1);
    CHECK(must(other->last_seq()) == 1);
  }
  CHECK(must(must(open_sqlite_reader(path))->last_seq()) == 1);
}

TEST_CASE("database files are private, also those that were not", "[sqlite][openers]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const mode_t before = ::umask(0);
  for (int opening = 0; opening < 2; ++opening) {
    const auto store = must(open_sqlite_store(path));
    apply(*store, commit_of_log({log_row("a")}));
    for (const char* suffix : {"", "-wal", "-shm", ".lock"}) CHECK(mode_of(path + suffix) == 0600);
    std::filesystem::permissions(path, std::filesystem::perms(0644));
  }
  ::umask(before);
}

TEST_CASE("a database in a folder that does not exist is an error that names it",
          "[sqlite][openers]") {
  const TemporaryFolder folder;
  const auto refused = open_sqlite_store(folder.file("nowhere/dondoc.db"));
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("nowhere/dondoc.db"));
}
