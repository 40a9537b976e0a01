#include <pqxx/pqxx>

#include "engine/attachment/attachment.h"
#include "storage/postgres/chain_rows.h"
#include "storage/postgres/migrations.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;

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
  if (auto known = postgres::require_known(session); !known)
    return tl::unexpected<Error>(known.error());
  return session.run(Manner::snapshot, look);
}

}  // namespace

Result<ChainReport> verify_postgres_chain(const std::string& address) {
  return in_one_state(address, postgres::check_chain);
}

Result<FilesReport> verify_postgres_files(const std::string& address) {
  return in_one_state(address, check_files);
}

}  // namespace dondoc
