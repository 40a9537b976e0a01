#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using postgres::written;
using Transaction = pqxx::transaction_base;

class PostgresSecrets final : public SecretStore {
 public:
  explicit PostgresSecrets(const std::string& address) : session_(address) {}

  Result<std::optional<std::string>> load(std::string_view name) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<std::string> {
      const pqxx::result rows =
          transaction.exec_params("SELECT body FROM secrets WHERE name = $1", written(name));
      if (rows.empty()) return std::nullopt;
      return postgres::bytes_in(rows[0], 0);
    });
  }

  Result<void> save(std::string_view name, const std::string& sealed) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      const pqxx::binarystring body(sealed);
      transaction.exec_params0(
          "INSERT INTO secrets (name, body) VALUES ($1, $2) "
          "ON CONFLICT (name) DO UPDATE SET body = excluded.body",
          written(name), body);
    });
  }

 private:
  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<SecretStore>> open_postgres_secrets(const std::string& address) {
  return std::make_unique<PostgresSecrets>(address);
}

}  // namespace dondoc
