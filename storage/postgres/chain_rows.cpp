#include "storage/postgres/chain_rows.h"

#include <fmt/format.h>

#include <optional>
#include <pqxx/pqxx>

#include "storage/postgres/postgres_error.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"

namespace dondoc::postgres {

LogHead read_log_head(pqxx::transaction_base& transaction) {
  const pqxx::result rows = transaction.exec("SELECT seq, hash FROM log_head");
  if (rows.size() != 1) throw_corrupt("the row of log_head is missing");
  return {number_in(rows[0], 0), hash_in(rows[0], 1)};
}

ChainReport check_chain(pqxx::transaction_base& transaction) {
  ChainCheck check;
  std::optional<ChainReport> fault;
  walk(transaction, fmt::format("SELECT {}, hash FROM log ORDER BY seq", k_log_columns),
       [&](const pqxx::row& row) {
         constexpr int hash_column = 6;
         if (fault) return;
         fault = check.look(log_in(row), bytes_in(row, hash_column));
       });
  return fault ? *fault : check.compare_with(read_log_head(transaction));
}

}  // namespace dondoc::postgres
