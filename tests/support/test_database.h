// A database for one test: an SQLite file in a folder, or, where DONDOC_TEST_STORE is "postgresql",
// a database of this test program's own server. So the same tests run on both stores.
#pragma once

#include <memory>
#include <string>

#include "tests/storage/postgres_cluster.h"

namespace dondoc::test {

class TestDatabase {
 public:
  /// `file`: where it lies when it is a file.
  explicit TestDatabase(const std::string& file);

  /// As storage/open.h takes it.
  const std::string& address() const { return address_; }
  /// As storage.url of the configuration says it.
  std::string url() const;
  bool is_on_server() const { return database_ != nullptr; }
  /// Whether a text stands in any column of any table. Requires: it is on a server.
  bool holds(const std::string& text) const;

 private:
  std::unique_ptr<PostgresDatabase> database_;
  std::string address_;
};

}  // namespace dondoc::test
