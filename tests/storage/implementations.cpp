// The implementations of Store that the contract is run on (PostgreSQL where Debian's server is
// installed); and, for SQLite, its file from outside.
#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <fstream>

#include "app/temporary_folder.h"
#include "storage/postgres/postgres.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"
#include "tests/storage/store_contract.h"

namespace dondoc::test {
namespace {

class SqliteUnderTest final : public StoreUnderTest {
 public:
  SqliteUnderTest() { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = must(open_sqlite_store(path_));
  }
  std::unique_ptr<Reader> open_reader() override { return must(open_sqlite_reader(path_)); }

 private:
  TemporaryFolder folder_;
  std::string path_ = folder_.file("dondoc.db");
  std::unique_ptr<Store> store_;
};

class PostgresUnderTest final : public StoreUnderTest {
 public:
  explicit PostgresUnderTest(PostgresCluster& cluster) : database_(cluster) { reopen(); }
  Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = must(open_postgres_store(database_.address()));
  }
  std::unique_ptr<Reader> open_reader() override {
    return must(open_postgres_reader(database_.address()));
  }

 private:
  PostgresDatabase database_;
  std::unique_ptr<Store> store_;
};

}  // namespace

const std::vector<Implementation>& implementations() {
  static const std::vector<Implementation> all = [] {
    std::vector<Implementation> found = {
        {"sqlite", [] { return std::make_unique<SqliteUnderTest>(); }}};
    if (PostgresCluster* cluster = PostgresCluster::running(); cluster != nullptr)
      found.push_back(
          {"postgresql", [cluster] { return std::make_unique<PostgresUnderTest>(*cluster); }});
    return found;
  }();
  return all;
}

void run_sql(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(sql);
}

std::int64_t query_number(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  return database.execAndGet(sql).getInt64();
}

std::string query_text(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  return database.execAndGet(sql).getString();
}

void make_database(const std::string& path, int rows) {
  const auto store = must(open_sqlite_store(path));
  for (int n = 0; n < rows; n += 10) {
    Commit commit;
    for (int i = n; i < n + 10 && i < rows; ++i) {
      const std::string code = "B-" + std::to_string(i);
      commit.log.push_back(log_row(code, "body of " + code));
      commit.cases.push_back(case_row(code, Instant{i}));
      commit.outbox.push_back(outbox_row(i + 1));
    }
    apply(*store, std::move(commit));
  }
}

unsigned mode_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

void write_file(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace dondoc::test
