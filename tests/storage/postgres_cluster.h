// A PostgreSQL server of this test program's own: a temporary cluster beside the program (under the
// build folder), reached through a socket file, run by an unprivileged user, gone with the process.
// Nothing is installed; without Debian's server there is none.
#pragma once

#include <string>

namespace dondoc::test {

class PostgresCluster {
 public:
  /// The one of this process, started when first asked for. Null where there is no server to start;
  /// the reason is said once on stderr.
  static PostgresCluster* running();

  /// Roles as packaging/postgresql.sql makes them.
  static constexpr const char* k_administrator = "administrator";
  static constexpr const char* k_owner = "dondoc_owner";
  static constexpr const char* k_program = "dondoc";

  /// A database with the newest schema and nothing in it. Its name.
  std::string make_database();
  /// One without schema.
  std::string make_empty_database();
  void drop_database(const std::string& name);

  std::string address(const std::string& database, const std::string& role = k_program) const;

  /// As the administrator, one statement or several; the first value of the last one, or "".
  std::string run_sql(const std::string& database, const std::string& sql) const;

  ~PostgresCluster();
  PostgresCluster(const PostgresCluster&) = delete;
  PostgresCluster& operator=(const PostgresCluster&) = delete;

 private:
  PostgresCluster() = default;
  static bool start(PostgresCluster& cluster, std::string& why_not);
  std::string folder_;
  int server_ = -1;
  int databases_ = 0;
};

/// A database of one test, dropped at its end.
class PostgresDatabase {
 public:
  explicit PostgresDatabase(PostgresCluster& cluster)
      : cluster_(cluster), name_(cluster.make_database()) {}
  ~PostgresDatabase() { cluster_.drop_database(name_); }
  PostgresDatabase(const PostgresDatabase&) = delete;
  PostgresDatabase& operator=(const PostgresDatabase&) = delete;

  std::string address(const std::string& role = PostgresCluster::k_program) const {
    return cluster_.address(name_, role);
  }
  std::string run_sql(const std::string& sql) const { return cluster_.run_sql(name_, sql); }
  const std::string& name() const { return name_; }

 private:
  PostgresCluster& cluster_;
  const std::string name_;
};

}  // namespace dondoc::test

/// Ends the test case, with a line, where there is no server to start.
#define ON_POSTGRES(cluster)                                                                       \
  dondoc::test::PostgresCluster* const cluster##_found = dondoc::test::PostgresCluster::running(); \
  if (cluster##_found == nullptr) {                                                                \
    WARN("skipped: no PostgreSQL server to start (scripts/packages.txt)");                         \
    return;                                                                                        \
  }                                                                                                \
  dondoc::test::PostgresCluster& cluster = *cluster##_found
