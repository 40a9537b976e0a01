#include <fmt/format.h>

#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using postgres::number_or_nothing;
using postgres::optional_instant_in;
using postgres::text_in;
using postgres::written;
using Transaction = pqxx::transaction_base;

constexpr const char* k_columns =
    "id, hash, kind, person, name, scopes, unit, made, expires, last_used, revoked";

AccessKey key_in(const pqxx::row& row) {
  AccessKey key;
  key.id = text_in(row, 0);
  key.hash = text_in(row, 1);
  key.kind = postgres::number_in(row, 2) == 0 ? KeyKind::token : KeyKind::feed;
  key.person = text_in(row, 3);
  key.name = text_in(row, 4);
  key.scopes = text_in(row, 5);
  key.unit = text_in(row, 6);
  key.made = postgres::instant_in(row, 7);
  key.expires = optional_instant_in(row, 8);
  key.last_used = optional_instant_in(row, 9);
  key.revoked = optional_instant_in(row, 10);
  return key;
}

int number_of(KeyKind kind) { return kind == KeyKind::token ? 0 : 1; }

class PostgresAccess final : public AccessStore {
 public:
  explicit PostgresAccess(const std::string& address) : session_(address) {}

  Result<void> add_key(const AccessKey& key) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(
          fmt::format("INSERT INTO access_keys ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
                      "NULLIF($9, '')::bigint, NULLIF($10, '')::bigint, NULLIF($11, '')::bigint)",
                      k_columns),
          written(key.id), written(key.hash), number_of(key.kind), written(key.person),
          written(key.name), written(key.scopes), written(key.unit), key.made.ms,
          number_or_nothing(key.expires), number_or_nothing(key.last_used),
          number_or_nothing(key.revoked));
    });
  }

  Result<std::optional<AccessKey>> find_key(KeyKind kind, std::string_view hash) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<AccessKey> {
      const pqxx::result rows = transaction.exec_params(
          fmt::format("SELECT {} FROM access_keys WHERE hash = $1 AND kind = $2", k_columns),
          written(hash), number_of(kind));
      if (rows.empty()) return std::nullopt;
      return key_in(rows[0]);
    });
  }

  Result<std::vector<AccessKey>> keys(KeyKind kind, std::string_view person) override {
    return session_.run(Manner::look, [&](Transaction& transaction) {
      std::vector<AccessKey> found;
      for (const pqxx::row& row : transaction.exec_params(
               fmt::format(
                   "SELECT {} FROM access_keys WHERE kind = $1 AND ($2 = '' OR person = $2) "
                   "ORDER BY number DESC",
                   k_columns),
               number_of(kind), written(person)))
        found.push_back(key_in(row));
      return found;
    });
  }

  Result<void> note_use(std::string_view id, Instant at) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0("UPDATE access_keys SET last_used = $2 WHERE id = $1", written(id),
                               at.ms);
    });
  }

  Result<bool> revoke_key(std::string_view id, Instant at) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      return transaction
                 .exec_params(
                     "UPDATE access_keys SET revoked = $2 WHERE id = $1 AND revoked IS NULL",
                     written(id), at.ms)
                 .affected_rows() == 1;
    });
  }

  Result<std::optional<KeptAnswer>> find_answer(std::string_view key) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<KeptAnswer> {
      const pqxx::result rows = transaction.exec_params(
          "SELECT key, call, status, body, at FROM kept_answers WHERE key = $1", written(key));
      if (rows.empty()) return std::nullopt;
      const pqxx::row row = rows[0];
      return KeptAnswer{text_in(row, 0), text_in(row, 1),
                        static_cast<int>(postgres::number_in(row, 2)), text_in(row, 3),
                        postgres::instant_in(row, 4)};
    });
  }

  Result<void> keep_answer(const KeptAnswer& answer, Instant forget) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0("DELETE FROM kept_answers WHERE at < $1", forget.ms);
      transaction.exec_params0(
          "INSERT INTO kept_answers (key, call, status, body, at) VALUES ($1, $2, $3, $4, $5) "
          "ON CONFLICT (key) DO UPDATE SET call = excluded.call, status = excluded.status, "
          "body = excluded.body, at = excluded.at",
          written(answer.key), written(answer.call), answer.status, written(answer.body),
          answer.at.ms);
    });
  }

 private:
  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<AccessStore>> open_postgres_access(const std::string& address) {
  return std::make_unique<PostgresAccess>(address);
}

}  // namespace dondoc
