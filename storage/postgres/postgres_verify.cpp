#include <fmt/format.h>

#include <pqxx/pqxx>

#include "engine/attachment/attachment.h"
#include "storage/postgres/migrations.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;

LogHead head_of(Transaction& transaction) {
  const pqxx::result rows = transaction.exec("SELECT seq, hash FROM log_head");
  if (rows.size() != 1) postgres::throw_corrupt("the row of log_head is missing");
  return {postgres::number_in(rows[0], 0), postgres::hash_in(rows[0], 1)};
}

ChainReport check_chain(Transaction& transaction) {
  ChainCheck check;
  std::optional<ChainReport> fault;
  postgres::walk(transaction,
                 fmt::format("SELECT {}, hash FROM log ORDER BY seq", postgres::k_log_columns),
                 [&](const pqxx::row& row) {
                   constexpr int hash_column = 6;
                   if (fault) return;
                   fault = check.look(postgres::log_in(row), postgres::bytes_in(row, hash_column));
                 });
  return fault ? *fault : check.compare_with(head_of(transaction));
}

FilesReport check_files(Transaction& transaction) {
  FilesReport report;
  std::vector<std::string> digests;
  postgres::walk(transaction, "SELECT digest FROM files ORDER BY digest",
                 [&](const pqxx::row& row) { digests.push_back(postgres::text_in(row, 0)); });
  for (const std::string& digest : digests) {
    const pqxx::row file =
        transaction.exec_params1("SELECT bytes, content FROM files WHERE digest = $1", digest);
    report.bytes += postgres::number_in(file, 0);
    if (digest_of(postgres::bytes_in(file, 1)) == digest)
      report.whole.insert(digest);
    else
      report.damaged.push_back(digest);
  }
  return report;
}

/// `look` at one state of the database.
template <class Look>
auto in_one_state(const std::string& address, Look look)
    -> Result<decltype(look(std::declval<Transaction&>()))> {
  postgres::Session session(address, postgres::Access::read);
  if (auto newest = postgres::require_newest(session); !newest)
    return tl::unexpected<Error>(newest.error());
  return session.run(Manner::snapshot, look);
}

}  // namespace

Result<ChainReport> verify_postgres_chain(const std::string& address) {
  return in_one_state(address, check_chain);
}

Result<FilesReport> verify_postgres_files(const std::string& address) {
  return in_one_state(address, check_files);
}

}  // namespace dondoc
