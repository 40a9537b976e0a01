#include "tests/storage/postgres_cluster.h"

#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <pqxx/pqxx>
#include <stdexcept>
#include <thread>
#include <vector>

#include "storage/postgres/postgres.h"

namespace dondoc::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

constexpr const char* k_made_once = "dondoc";  // by packaging/postgresql.sql; others are copies

/// The newest of Debian's servers; empty: none is installed.
std::string server_folder() {
  std::error_code none;
  std::string newest;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    const std::string programs = version.path().string() + "/bin";
    if (fs::exists(programs + "/initdb", none) && programs > newest) newest = programs;
  }
  return newest;
}

/// A server refuses to run as root.
const passwd* unprivileged() { return ::geteuid() == 0 ? ::getpwnam("nobody") : nullptr; }

/// In the child: becomes somebody without rights, ends with its parent, says what it says in a
/// file.
[[noreturn]] void become(const Words& command, const std::string& log) {
  if (const passwd* user = unprivileged(); user != nullptr) {
    if (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) ::_exit(126);
  }
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (std::freopen(log.c_str(), "a", stdout) == nullptr) ::_exit(126);
  ::dup2(::fileno(stdout), 2);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  ::_exit(127);
}

int spawn(const Words& command, const std::string& log) {
  std::fflush(stdout);  // or the child says it again
  const pid_t child = ::fork();
  if (child == 0) become(command, log);
  return child;
}

bool succeeds(const Words& command, const std::string& log) {
  int status = 0;
  return ::waitpid(spawn(command, log), &status, 0) > 0 && WIFEXITED(status) &&
         WEXITSTATUS(status) == 0;
}

std::string last_lines(const std::string& file) {
  std::ifstream stream(file);
  const std::string all{std::istreambuf_iterator<char>(stream), {}};
  return all.substr(all.size() - std::min<std::size_t>(all.size(), 600));
}

/// Whose ways lead through folders of others: the user must be able to pass them.
std::string make_folder(std::string& why_not) {
  std::string path = fs::read_symlink("/proc/self/exe").parent_path().string() + "/postgres-XXXXXX";
  if (path.size() > 80) path = "/tmp/dondoc-postgres-XXXXXX";  // the name of a socket is bounded
  if (::mkdtemp(path.data()) == nullptr) {
    why_not = "no folder can be made at " + path;
    return {};
  }
  const passwd* user = unprivileged();
  if (user != nullptr && ::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0)
    why_not = "the folder cannot be given away";
  return path;
}

}  // namespace

bool PostgresCluster::start(PostgresCluster& cluster, std::string& why_not) {
  const std::string programs = server_folder();
  if (programs.empty()) {
    why_not = "/usr/lib/postgresql holds none";
    return false;
  }
  cluster.folder_ = make_folder(why_not);
  if (!why_not.empty()) return false;
  const std::string data = cluster.folder_ + "/data";
  const std::string log = cluster.folder_ + "/log";
  if (!succeeds({programs + "/initdb", "-D", data, "-U", k_administrator, "--auth=trust",
                 "--encoding=UTF8", "--locale=C", "--no-sync"},
                log)) {
    why_not = "initdb: " + last_lines(log);
    return false;
  }
  // What a test commits need not survive the machine.
  cluster.server_ = spawn({programs + "/postgres", "-D", data, "-k", cluster.folder_, "-c",
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
  if (!succeeds(
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
    if (!server_folder().empty()) throw std::runtime_error("PostgreSQL: " + why_not);
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
  if (!folder_.empty()) fs::remove_all(folder_, ignored);
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
