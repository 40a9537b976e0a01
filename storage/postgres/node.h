// One program among those that work on a database. Internal to storage/postgres. Everything here
// throws.
//
// Each has a name of its own, for its connections and in the table `nodes`, and holds the lock of
// those who use the database, so that whoever must be alone (`dondoc move`) finds out.
#pragma once

#include <string>

namespace pqxx {
class transaction_base;
}  // namespace pqxx

namespace dondoc::postgres {

/// On each new connection of one who uses the database beside others: says its name, and enters it
/// in `nodes`. Throws when somebody has the database for itself.
void join_nodes(pqxx::transaction_base& transaction, const std::string& name);

/// On a new connection of one who must be alone. Throws when anybody uses the database.
void be_alone(pqxx::transaction_base& transaction);

/// Ends connections of nodes that hold the turn and have not been heard of for some seconds: a
/// stopped process, a machine that is gone. One that only takes its time says so itself
/// (LeaseStore::beat).
void end_stalled(pqxx::transaction_base& transaction);

}  // namespace dondoc::postgres
