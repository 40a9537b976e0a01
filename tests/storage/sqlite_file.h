// A database file as somebody with another program would touch it. For tests that damage one.
#pragma once

#include <SQLiteCpp/SQLiteCpp.h>
#include <sys/stat.h>

#include <fstream>
#include <string>

#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"

namespace dondoc::test {

inline void run_sql(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
  database.exec(sql);
}

inline std::int64_t query_number(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  return database.execAndGet(sql).getInt64();
}

inline std::string query_text(const std::string& path, const std::string& sql) {
  SQLite::Database database(path, SQLite::OPEN_READONLY);
  return database.execAndGet(sql).getString();
}

/// A closed database with `rows` log rows, their cases and messages, in commits of ten.
inline void make_database(const std::string& path, int rows) {
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

inline unsigned mode_of(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 0777U : 0;
}

inline void write_file(const std::string& path, const std::string& content) {
  std::ofstream(path, std::ios::binary) << content;
}

inline std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace dondoc::test
