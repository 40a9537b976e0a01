#include "storage/postgres/writer_lock.h"

#include <fmt/format.h>
#include <openssl/rand.h>

#include <array>
#include <chrono>
#include <pqxx/pqxx>
#include <thread>
#include <utility>

#include "engine/check.h"
#include "storage/postgres/postgres_error.h"

namespace dondoc::postgres {
namespace {

// A lock of two numbers: "DOND", and which schema.
constexpr const char* k_lock =
    "SELECT pg_try_advisory_lock(1146048068, ('log_head'::regclass::oid::bigint & "
    "2147483647)::int)";

constexpr const char* k_holders =
    "SELECT a.pid, coalesce(a.application_name, ''), coalesce(host(a.client_addr), 'this machine') "
    "FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.classid = 1146048068 AND l.granted AND l.objsubid = 2 "
    "AND l.objid::bigint = 'log_head'::regclass::oid::bigint & 2147483647 "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())";

constexpr int k_waits_for_own_end = 20;
constexpr std::chrono::milliseconds k_wait{50};

std::string random_name() {
  std::array<unsigned char, 12> bytes{};
  CHECK(RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) == 1);
  std::string name = "dondoc ";
  for (const unsigned char byte : bytes) name += fmt::format("{:02x}", byte);
  return name;
}

}  // namespace

WriterLock::WriterLock() : name_(random_name()) {}

bool WriterLock::try_lock(pqxx::transaction_base& transaction) {
  return transaction.exec1(k_lock)[0].as<bool>();
}

void WriterLock::refuse(pqxx::transaction_base& transaction) {
  const pqxx::result holders = transaction.exec(k_holders);
  std::string where;
  if (!holders.empty())
    where = fmt::format(" (from {}, server process {})", holders[0][2].c_str(),
                        holders[0][0].as<int>());
  throw_transient("another dondoc is using this database" + where);
}

void WriterLock::take(pqxx::transaction_base& transaction) {
  transaction.exec_params("SELECT set_config('application_name', $1, false)", name_);
  bool locked = try_lock(transaction);
  for (int waits = 0; !locked && is_writer_ && waits < k_waits_for_own_end; ++waits) {
    transaction.exec_params("SELECT pg_terminate_backend(pid) FROM (" + std::string(k_holders) +
                                ") AS holder (pid, name, host) WHERE name = $1",
                            name_);
    std::this_thread::sleep_for(k_wait);
    locked = try_lock(transaction);
  }
  if (!locked) refuse(transaction);
  const std::string before = transaction.exec1("SELECT writer FROM log_head")[0].as<std::string>();
  if (before == name_) return;
  displaced_ = displaced_ || is_writer_;
  transaction.exec_params0("UPDATE log_head SET writer = $1", name_);
  is_writer_ = true;
}

bool WriterLock::was_displaced() { return std::exchange(displaced_, false); }

}  // namespace dondoc::postgres
