#include "simulation/planted_chain.h"

#include <SQLiteCpp/SQLiteCpp.h>

namespace dondoc::simulation {

void break_chain(const std::string& file) {
  SQLite::Database database(file, SQLite::OPEN_READWRITE);
  database.exec("UPDATE log SET hash = zeroblob(32) WHERE seq = (SELECT max(seq) / 2 FROM log)");
}

}  // namespace dondoc::simulation
