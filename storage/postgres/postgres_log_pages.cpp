#include <fmt/format.h>

#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;

class PostgresLogPages final : public LogPages {
 public:
  explicit PostgresLogPages(const std::string& address) : session_(address) {}

  Result<std::vector<LogRow>> after(std::int64_t seq, std::size_t limit) override {
    return session_.run(Manner::look, [&](Transaction& transaction) {
      std::vector<LogRow> rows;
      for (const pqxx::row& row : transaction.exec_params(
               fmt::format("SELECT {} FROM log WHERE seq > $1 ORDER BY seq LIMIT $2",
                           postgres::k_log_columns),
               seq, postgres::row_limit(limit)))
        rows.push_back(postgres::log_in(row));
      return rows;
    });
  }

  Result<std::int64_t> last_seq() override {
    return session_.run(Manner::look, [](Transaction& transaction) {
      return postgres::number_in(transaction.exec1("SELECT seq FROM log_head"), 0);
    });
  }

 private:
  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<LogPages>> open_postgres_log_pages(const std::string& address) {
  return std::make_unique<PostgresLogPages>(address);
}

}  // namespace dondoc
