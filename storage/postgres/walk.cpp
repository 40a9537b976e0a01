#include "storage/postgres/walk.h"

#include <fmt/format.h>

#include <pqxx/pqxx>

namespace dondoc::postgres {

void walk(pqxx::transaction_base& transaction, const std::string& select,
          const std::function<void(const pqxx::row&)>& visit,
          const std::vector<std::string>& parameters) {
  const std::string cursor = transaction.conn().adorn_name("walk");
  transaction.exec_params0(
      fmt::format("DECLARE \"{}\" NO SCROLL CURSOR FOR {}", cursor, select),
      pqxx::prepare::make_dynamic_params(parameters.begin(), parameters.end()));
  const std::string fetch = fmt::format("FETCH 500 FROM \"{}\"", cursor);
  for (;;) {
    const pqxx::result rows = transaction.exec(fetch);
    if (rows.empty()) break;
    for (const pqxx::row& row : rows) visit(row);
  }
  transaction.exec0(fmt::format("CLOSE \"{}\"", cursor));
}

}  // namespace dondoc::postgres
