#include "storage/postgres/migrations.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <pqxx/pqxx>

#include "storage/postgres/postgres_error.h"
#include "storage/postgres/schema.h"

namespace dondoc::postgres {
namespace {

/// "DOND": of the lock under which a schema is changed.
constexpr int k_migration_lock = 0x444F4E44;

bool has_schema(pqxx::transaction_base& transaction) {
  return !transaction
              .exec_params("SELECT 1 FROM pg_namespace WHERE nspname = $1", std::string(k_schema))
              .empty();
}

bool has_relation(pqxx::transaction_base& transaction, const std::string& like) {
  return !transaction
              .exec_params(
                  "SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                  "WHERE n.nspname = $1 AND c.relname LIKE $2 LIMIT 1",
                  std::string(k_schema), like)
              .empty();
}

/// 0: a database to be made. Throws for one of another program.
int version_in(pqxx::transaction_base& transaction) {
  if (!has_schema(transaction)) return 0;
  if (has_relation(transaction, "schema_version")) {
    return transaction.exec1("SELECT coalesce(max(version), 0) FROM dondoc.schema_version")[0]
        .as<int>();
  }
  if (has_relation(transaction, "%"))
    throw_permanent("the schema dondoc belongs to another program; nothing was changed");
  return 0;
}

/// Whether programs that know `newest` may go on after every later step.
bool leaves_in_force(pqxx::transaction_base& transaction, int newest) {
  return transaction
      .exec_params1(
          "SELECT bool_and(oldest_program BETWEEN 1 AND $1) FROM dondoc.schema_version "
          "WHERE version > $1",
          newest)[0]
      .as<bool>();
}

int known_version(pqxx::transaction_base& transaction, int newest) {
  const int version = version_in(transaction);
  if (version > newest && !leaves_in_force(transaction, newest)) {
    throw_permanent(fmt::format(
        "the database has version {}, this dondoc knows versions up to {}; use a newer dondoc",
        version, newest));
  }
  return version;
}

void require_utf8(pqxx::transaction_base& transaction) {
  const auto encoding = transaction.exec1("SHOW server_encoding")[0].as<std::string>();
  if (encoding != "UTF8")
    throw_permanent("the database keeps texts as " + encoding + ", not as UTF8; make another one");
}

/// A node that runs must not find the ground taken from under it.
void spare_nodes(pqxx::transaction_base& transaction, const Migration& migration) {
  if (!has_relation(transaction, "nodes")) return;
  const pqxx::result running = transaction.exec_params(
      "SELECT min(program) FROM dondoc.nodes "
      "WHERE seen > clock_timestamp() - interval '10 seconds' AND program < $1 HAVING count(*) > 0",
      migration.oldest_program);
  if (running.empty()) return;
  throw_permanent(fmt::format(
      "a dondoc that knows versions up to {} is running, and version {} would stop it; stop it or "
      "start a newer one in its place, then migrate; nothing was changed",
      running[0][0].as<int>(), migration.version));
}

void take_step(pqxx::transaction_base& transaction, const Migration& migration) {
  if (!has_schema(transaction)) transaction.exec(fmt::format("CREATE SCHEMA {}", k_schema));
  transaction.exec(
      "CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, name text NOT "
      "NULL); "
      "ALTER TABLE schema_version ADD COLUMN IF NOT EXISTS oldest_program integer NOT NULL "
      "DEFAULT 0");
  spare_nodes(transaction, migration);
  transaction.exec(migration.sql);
  transaction.exec_params(
      "INSERT INTO schema_version (version, name, oldest_program) VALUES ($1, $2, $3)",
      migration.version, std::string(migration.name), migration.oldest_program);
}

/// The version when there is nothing left to do.
std::optional<int> take_next_step(pqxx::transaction_base& transaction,
                                  std::span<const Migration> migrations) {
  transaction.exec_params("SELECT pg_advisory_xact_lock($1)", k_migration_lock);
  const int version = known_version(transaction, migrations.back().version);
  if (version == 0) require_utf8(transaction);
  for (const Migration& migration : migrations) {
    if (migration.version <= version) continue;
    take_step(transaction, migration);
    return std::nullopt;
  }
  return version;
}

bool owns_schema(pqxx::transaction_base& transaction) {
  return transaction
      .exec_params1(
          "SELECT coalesce((SELECT pg_has_role(nspowner, 'USAGE') FROM pg_namespace "
          "WHERE nspname = $1), false)",
          std::string(k_schema))[0]
      .as<bool>();
}

}  // namespace

std::span<const Migration> all_migrations() {
  static const std::array<Migration, 3> released = {
      {{1, "log, cases, documents, inbox, outbox, and what is kept beside them", k_schema_1, 1},
       {2, "several nodes: turns and leases", k_schema_2, 2},
       {3, "used sign-in links", k_schema_3, 2}}};
  return released;
}

int newest_version() { return all_migrations().back().version; }

int oldest_version() { return 2; }

Result<int> migrate(Session& session, std::span<const Migration> migrations) {
  for (;;) {
    auto finished = session.run(Manner::change, [&](pqxx::transaction_base& transaction) {
      return take_next_step(transaction, migrations);
    });
    if (!finished) return tl::unexpected<Error>(finished.error());
    if (*finished) return **finished;
  }
}

Result<void> grant_rights(Session& session) {
  return session.run(Manner::change, [](pqxx::transaction_base& transaction) {
    if (owns_schema(transaction)) transaction.exec(k_rights);
  });
}

Result<void> require_known(Session& session) {
  return session.run(Manner::look, [](pqxx::transaction_base& transaction) {
    const int version = known_version(transaction, newest_version());
    if (version >= oldest_version()) return;
    throw_permanent(fmt::format(
        "the database has version {}, this dondoc needs {}; as the owner of the schema run: dondoc "
        "migrate",
        version, oldest_version()));
  });
}

}  // namespace dondoc::postgres
