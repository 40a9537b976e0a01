#include "storage/postgres/node.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <array>
#include <pqxx/pqxx>

#include "engine/check.h"
#include "storage/postgres/migrations.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"

namespace dondoc {

std::string fresh_node_name() {
  std::array<unsigned char, 12> bytes{};
  CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
  std::string name = "dondoc ";
  for (const unsigned char byte : bytes) name += fmt::format("{:02x}", byte);
  return name;
}

namespace postgres {
namespace {

// A lock of two numbers: "DOND", and which schema. Shared by all who use it.
constexpr const char* k_number =
    "(1146048068, ('log_head'::regclass::oid::bigint & 2147483647)::int)";

constexpr const char* k_users =
    "SELECT a.pid, coalesce(host(a.client_addr), 'this machine') "
    "FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.classid = 1146048068 AND l.granted AND l.objsubid = 2 "
    "AND l.objid::bigint = 'log_head'::regclass::oid::bigint & 2147483647 "
    "AND l.pid <> pg_backend_pid() "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

// Those that never say that they live (commands) are left to the server's own bound.
constexpr const char* k_end_stalled =
    "SELECT pg_terminate_backend(a.pid) FROM pg_stat_activity a "
    "JOIN nodes n ON n.name = a.application_name "
    "WHERE a.datname = current_database() AND a.state LIKE 'idle in transaction%' "
    "AND a.state_change < clock_timestamp() - interval '5 seconds' "
    "AND n.seen < clock_timestamp() - interval '5 seconds'";

constexpr const char* k_enter =
    "INSERT INTO nodes (name, program, last_commit, entered) "
    "VALUES ($1, $2, 0, clock_timestamp()) ON CONFLICT (name) DO NOTHING";

// Of programs that ended long ago; a machine that slept for a day enters itself again.
constexpr const char* k_forget =
    "DELETE FROM nodes WHERE coalesce(seen, entered) < clock_timestamp() - interval '1 day' "
    "AND name <> $1";

bool try_lock(pqxx::transaction_base& transaction, const char* function) {
  return transaction.exec1(fmt::format("SELECT {}{}", function, k_number))[0].as<bool>();
}

[[noreturn]] void refuse(pqxx::transaction_base& transaction) {
  const pqxx::result users = transaction.exec(k_users);
  std::string where;
  if (!users.empty())
    where =
        fmt::format(" (from {}, server process {})", users[0][1].c_str(), users[0][0].as<int>());
  throw_transient("another dondoc is using this database" + where);
}

}  // namespace

void join_nodes(pqxx::transaction_base& transaction, const std::string& name) {
  transaction.exec_params("SELECT set_config('application_name', $1, false)", name);
  if (!try_lock(transaction, "pg_try_advisory_lock_shared")) refuse(transaction);
  transaction.exec_params0(k_enter, name, newest_version());
  transaction.exec_params0(k_forget, name);
}

void be_alone(pqxx::transaction_base& transaction) {
  if (!try_lock(transaction, "pg_try_advisory_lock")) refuse(transaction);
}

void end_stalled(pqxx::transaction_base& transaction) { transaction.exec(k_end_stalled); }

}  // namespace postgres
}  // namespace dondoc
