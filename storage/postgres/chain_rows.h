// The log of a server checked row by row, and where it ends. Internal to storage/postgres. Both
// throw, and see what the transaction sees.
#pragma once

#include "storage/chain_check.h"

namespace pqxx {
class transaction_base;
}  // namespace pqxx

namespace dondoc::postgres {

LogHead read_log_head(pqxx::transaction_base& transaction);
ChainReport check_chain(pqxx::transaction_base& transaction);

}  // namespace dondoc::postgres
