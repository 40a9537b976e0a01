// Goes through many rows without holding them all. Internal to storage/postgres.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace pqxx {
class row;
class transaction_base;
}  // namespace pqxx

namespace dondoc::postgres {

/// Visits the rows of `select`, as they were when it began, 500 at a time. `parameters` stand for
/// $1, $2 …. Requires a transaction (Manner::walk or Manner::snapshot); another walk may run
/// within.
void walk(pqxx::transaction_base& transaction, const std::string& select,
          const std::function<void(const pqxx::row&)>& visit,
          const std::vector<std::string>& parameters = {});

}  // namespace dondoc::postgres
