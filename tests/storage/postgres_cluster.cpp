#include "tests/storage/postgres_cluster.h"

#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <pqxx/pqxx>
#include <stdexcept>
#include <thread>

#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_programs.h"

namespace dondoc::test {
namespace {

constexpr const char* k_made_once = "dondoc";  // by packaging/postgresql.sql; others are copies

}  // namespace

bool PostgresCluster::start(PostgresCluster& cluster, std::string& why_not) {
  const std::string programs = postgres_programs();
  if (programs.empty()) {
    why_not = "/usr/lib/postgresql holds none";
    return false;
  }
  cluster.folder_ = make_postgres_folder(why_not);
  if (!why_not.empty()) return false;
  const std::string data = cluster.folder_ + "/data";
  const std::string log = cluster.folder_ + "/log";
  if (!succeeds_as_postgres({programs + "/initdb", "-D", data, "-U", k_administrator, "--auth=trust",
                 "--encoding=UTF8", "--locale=C", "--no-sync"},
                log)) {
    why_not = "initdb: " + last_lines(log);
    return false;
  }
  // What a test commits need not survive the machine.
  cluster.server_ = spawn_as_postgres({programs + "/postgres", "-D", data, "-k", cluster.folder_, "-c",
                           "listen_addresses=", "-c", "fsync=off", "-c", "full_page_writes=off",
                           "-c", "max_connections=60", "-c", "log_min_messages=warning"},
                          log);
  for (int waits = 0; waits < 300; ++waits) {
    try {
      cluster.run_sql("postgres", "SELECT 1");
      break;
    } catch (const pqxx::broken_connection&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
  }
  if (!succeeds_as_postgres(
          {programs + "/psql", "--quiet", "--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-h",
           cluster.folder_, "-U", k_administrator, "-f", "packaging/postgresql.sql", "postgres"},
          log)) {
    why_not = "packaging/postgresql.sql: " + last_lines(log);
    return false;
  }
  if (auto made = migrate_postgres(cluster.address(k_made_once, k_owner)); !made) {
    why_not = made.error().message;
    return false;
  }
  return true;
}

PostgresCluster* PostgresCluster::running() {
  static const std::unique_ptr<PostgresCluster> cluster = [] {
    std::unique_ptr<PostgresCluster> made(new PostgresCluster());
    std::string why_not;
    if (start(*made, why_not)) return made;
    if (!postgres_programs().empty()) throw std::runtime_error("PostgreSQL: " + why_not);
    std::fprintf(stderr, "PostgreSQL tests are skipped: %s\n", why_not.c_str());
    return std::unique_ptr<PostgresCluster>();
  }();
  return cluster.get();
}

PostgresCluster::~PostgresCluster() {
  if (server_ > 0) {
    ::kill(server_, SIGINT);
    ::waitpid(server_, nullptr, 0);
  }
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

std::string PostgresCluster::address(const std::string& database, const std::string& role) const {
  return "postgresql://" + role + "@/" + database + "?host=" + folder_;
}

std::string PostgresCluster::run_sql(const std::string& database, const std::string& sql) const {
  pqxx::connection connection(address(database, k_administrator));
  pqxx::nontransaction work(connection);
  const pqxx::result rows = work.exec(sql);
  return rows.empty() || rows[0][0].is_null() ? std::string() : rows[0][0].c_str();
}

std::string PostgresCluster::make_database() {
  const std::string name = "test_" + std::to_string(++databases_);
  run_sql("postgres", "CREATE DATABASE " + name + " OWNER dondoc_owner TEMPLATE " + k_made_once);
  return name;
}

std::string PostgresCluster::make_empty_database() {
  const std::string name = "empty_" + std::to_string(++databases_);
  run_sql("postgres", "CREATE DATABASE " + name + " OWNER dondoc_owner TEMPLATE template0");
  return name;
}

void PostgresCluster::drop_database(const std::string& name) {
  run_sql("postgres", "DROP DATABASE " + name + " WITH (FORCE)");
}

}  // namespace dondoc::test
