#include <pqxx/pqxx>

#include "engine/attachment/attachment.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;

class PostgresFiles final : public FileKeeper {
 public:
  explicit PostgresFiles(const std::string& address) : session_(address) {}

  Result<void> keep(std::string_view digest, std::string_view content) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      const std::string name(digest);
      if (!transaction.exec_params("SELECT 1 FROM files WHERE digest = $1", name).empty()) return;
      const pqxx::binarystring bytes(content.data(), content.size());
      transaction.exec_params0(
          "INSERT INTO files (digest, bytes, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
          name, static_cast<std::int64_t>(content.size()), bytes);
    });
  }

  Result<std::optional<std::string>> load(std::string_view digest) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<std::string> {
      const std::string name(digest);
      const pqxx::result rows =
          transaction.exec_params("SELECT content FROM files WHERE digest = $1", name);
      if (rows.empty()) return std::nullopt;
      std::string content = postgres::bytes_in(rows[0], 0);
      if (digest_of(content) != name)
        postgres::throw_corrupt("the file " + name + " is not what was kept");
      return content;
    });
  }

 private:
  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<FileKeeper>> open_postgres_files(const std::string& address) {
  return std::make_unique<PostgresFiles>(address);
}

}  // namespace dondoc
