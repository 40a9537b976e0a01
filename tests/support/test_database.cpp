#include "tests/support/test_database.h"

#include <cstdlib>
#include <string_view>

namespace dondoc::test {
namespace {

/// Null: the tests are to run on files, or there is no server to start, which was said.
PostgresCluster* wanted_cluster() {
  const char* store = std::getenv("DONDOC_TEST_STORE");
  if (store == nullptr || std::string_view(store) != "postgresql") return nullptr;
  return PostgresCluster::running();
}

constexpr const char* k_tables =
    "SELECT coalesce(string_agg(format('SELECT t::text AS line FROM dondoc.%I t', tablename), "
    "' UNION ALL '), 'SELECT '''' AS line') FROM pg_tables WHERE schemaname = 'dondoc'";

}  // namespace

TestDatabase::TestDatabase(const std::string& file) : address_(file) {
  if (PostgresCluster* cluster = wanted_cluster(); cluster != nullptr) {
    database_ = std::make_unique<PostgresDatabase>(*cluster);
    address_ = database_->address();
  }
}

std::string TestDatabase::url() const { return is_on_server() ? address_ : "sqlite:" + address_; }

bool TestDatabase::holds(const std::string& text) const {
  std::string quoted;
  for (const char c : text) quoted += c == '\'' ? std::string("''") : std::string(1, c);
  const std::string lines = database_->run_sql(k_tables);
  return database_->run_sql("SELECT count(*) FROM (" + lines + ") AS all_lines WHERE position('" +
                            quoted + "' IN line) > 0") != "0";
}

}  // namespace dondoc::test
