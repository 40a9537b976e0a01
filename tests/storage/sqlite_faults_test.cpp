// What the disk and other programs can do to a commit: it is applied or it is not, and the store
// goes on.
#include <SQLiteCpp/SQLiteCpp.h>
#include <signal.h>
#include <sys/resource.h>

#include <filesystem>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// As long as it lives, no file of this process grows over `bytes`: a disk that is full.
class FullDisk {
 public:
  explicit FullDisk(rlim_t bytes) : handler_(::signal(SIGXFSZ, SIG_IGN)) {
    ::getrlimit(RLIMIT_FSIZE, &before_);
    const rlimit now{bytes, before_.rlim_max};
    ::setrlimit(RLIMIT_FSIZE, &now);
  }
  ~FullDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    ::signal(SIGXFSZ, handler_);
  }
  FullDisk(const FullDisk&) = delete;
  FullDisk& operator=(const FullDisk&) = delete;

 private:
  sighandler_t handler_;
  rlimit before_{};
};

Commit large_commit() {
  Commit commit;
  for (int i = 0; i < 100; ++i) commit.log.push_back(log_row("large", std::string(20'000, 'x')));
  commit.documents = {{"plan", "large", "{}"}};
  return commit;
}

}  // namespace

TEST_CASE(
    "a full disk refuses the commit, applies nothing of it, and the store works again when there "
    "is room",
    "[sqlite][faults]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  apply(*store, commit_of_log({log_row("before")}));
  Commit large = large_commit();
  {
    const FullDisk full(std::filesystem::file_size(path + "-wal") + 500'000);
    const auto refused = store->commit(large);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::transient);
    CHECK(large.log[0].seq == 0);
    CHECK(must(store->last_seq()) == 1);
  }
  must(store->commit(large));
  CHECK(large.log[0].seq == 2);
  CHECK(must(verify_chain(path)).rows == 101);
  CHECK_FALSE(must(verify_chain(path)).first_bad_seq.has_value());
}

TEST_CASE("a commit while another program writes is transient and can be repeated",
          "[sqlite][faults]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path, SqliteOptions{16, 20, 1'000}));
  Commit commit = commit_of_log({log_row("a")});
  {
    SQLite::Database other(path, SQLite::OPEN_READWRITE);
    const SQLite::Transaction writing(other, SQLite::TransactionBehavior::IMMEDIATE);
    CHECK(store->commit(commit).error().kind == ErrorKind::transient);
    CHECK(store->claim_outbox(Instant{1}, Instant{2}, 1).error().kind == ErrorKind::transient);
    CHECK(must(store->last_seq()) == 0);
  }
  must(store->commit(commit));
  CHECK(commit.log[0].seq == 1);
}

TEST_CASE("a message with a standing that does not exist is corrupt, not a guess",
          "[sqlite][faults]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 1);
  run_sql(path, "UPDATE outbox SET standing = 7");
  const auto reader = must(open_sqlite_reader(path));
  CHECK(reader->outbox("", "", 0, 10).error().kind == ErrorKind::corrupt);
}
