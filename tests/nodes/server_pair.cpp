#include "tests/nodes/server_pair.h"

#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <pqxx/pqxx>
#include <stdexcept>
#include <thread>

#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_programs.h"

namespace dondoc::test {
namespace {

constexpr const char* k_administrator = "administrator";
constexpr const char* k_owner = "dondoc_owner";
constexpr int k_waits = 600;
constexpr std::chrono::milliseconds k_wait{50};

std::string sql_on(const std::string& address, const std::string& sql) {
  pqxx::connection connection(address);
  pqxx::nontransaction work(connection);
  const pqxx::result rows = work.exec(sql);
  return rows.empty() || rows[0][0].is_null() ? std::string() : rows[0][0].c_str();
}

}  // namespace

std::unique_ptr<ServerPair> ServerPair::start() {
  std::unique_ptr<ServerPair> pair(new ServerPair());
  std::string why_not;
  pair->programs_ = postgres_programs();
  if (pair->programs_.empty()) {
    std::fprintf(stderr, "tests of nodes are skipped: no PostgreSQL server to start\n");
    return nullptr;
  }
  if (!pair->begin(why_not)) throw std::runtime_error("PostgreSQL: " + why_not);
  return pair;
}

std::string ServerPair::address_of(const Server& server, const std::string& database,
                                   const std::string& role) const {
  return "postgresql://" + role + "@/" + database + "?host=" + server.folder;
}

std::string ServerPair::address(const std::string& role) const {
  return "postgresql://" + role + "@/dondoc?host=" + servers_[0].folder + "," + servers_[1].folder;
}

bool ServerPair::begin(std::string& why_not) {
  folder_ = make_postgres_folder(why_not);
  if (!why_not.empty()) return false;
  const std::string log = folder_ + "/log";
  for (int i = 0; i < 2; ++i) {
    servers_[i].folder = folder_ + "/" + std::string(1, static_cast<char>('a' + i));
    if (!succeeds_as_postgres({"/bin/mkdir", "-m", "700", servers_[i].folder}, log)) return false;
  }
  if (!succeeds_as_postgres(
          {programs_ + "/initdb", "-D", primary().folder + "/data", "-U", k_administrator,
           "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"},
          log)) {
    why_not = "initdb: " + last_lines(log);
    return false;
  }
  run(primary());
  wait_for(primary());
  if (!succeeds_as_postgres(
          {programs_ + "/psql", "--quiet", "--no-psqlrc", "-v", "ON_ERROR_STOP=1", "-h",
           primary().folder, "-U", k_administrator, "-f", "packaging/postgresql.sql", "postgres"},
          log)) {
    why_not = "packaging/postgresql.sql: " + last_lines(log);
    return false;
  }
  if (auto made = migrate_postgres(address_of(primary(), "dondoc", k_owner)); !made) {
    why_not = made.error().message;
    return false;
  }
  make_standby(standby(), primary());
  return true;
}

ServerPair::~ServerPair() {
  for (Server& server : servers_) kill(server);
  std::error_code ignored;
  if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
}

void ServerPair::run(Server& server) {
  // What a test commits need not survive the machine; that of the servers is what is tested.
  server.process = spawn_as_postgres({programs_ + "/postgres", "-D", server.folder + "/data", "-k",
                                      server.folder, "-c", "listen_addresses=", "-c", "fsync=off",
                                      "-c", "max_connections=80", "-c", "log_min_messages=warning"},
                                     folder_ + "/log");
}

void ServerPair::wait_for(const Server& server) const {
  for (int waits = 0; waits < k_waits; ++waits) {
    try {
      sql_on(address_of(server, "postgres", k_administrator), "SELECT 1");
      return;
    } catch (const pqxx::failure&) {
      std::this_thread::sleep_for(k_wait);
    }
  }
  throw std::runtime_error("a server does not start: " + last_lines(folder_ + "/log"));
}

/// Commits are answered when the standby has them too.
void ServerPair::make_standby(Server& standby, const Server& of) {
  const std::string log = folder_ + "/log";
  const std::string of_it = address_of(of, "postgres", k_administrator);
  if (!succeeds_as_postgres({"/bin/rm", "-rf", standby.folder + "/data"}, log) ||
      !succeeds_as_postgres(
          {programs_ + "/pg_basebackup", "-D", standby.folder + "/data", "-h", of.folder, "-U",
           k_administrator, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync"},
          log))
    throw std::runtime_error("no standby: " + last_lines(log));
  run(standby);
  wait_for(standby);
  for (int waits = 0; waits < k_waits; ++waits) {
    if (sql_on(of_it, "SELECT count(*) FROM pg_stat_replication WHERE state = 'streaming'") ==
        "1") {
      sql_on(of_it, "ALTER SYSTEM SET synchronous_standby_names = '*'");
      sql_on(of_it, "SELECT pg_reload_conf()");
      return;
    }
    std::this_thread::sleep_for(k_wait);
  }
  throw std::runtime_error("the standby does not stream: " + last_lines(log));
}

void ServerPair::kill(Server& server) {
  if (server.process <= 0) return;
  ::kill(server.process, SIGQUIT);
  ::waitpid(server.process, nullptr, 0);
  server.process = -1;
}

void ServerPair::fail_over() {
  kill(primary());
  if (!succeeds_as_postgres(
          {programs_ + "/pg_ctl", "promote", "-w", "-D", standby().folder + "/data"},
          folder_ + "/log"))
    throw std::runtime_error("no promotion: " + last_lines(folder_ + "/log"));
  primary_ = 1 - primary_;
  make_standby(standby(), primary());
}

void ServerPair::cut_connections() {
  run_sql(
      "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
      "WHERE datname = 'dondoc' AND pid <> pg_backend_pid()");
}

std::string ServerPair::run_sql(const std::string& sql) const {
  return sql_on(address_of(servers_[primary_], "dondoc", k_administrator), sql);
}

}  // namespace dondoc::test
