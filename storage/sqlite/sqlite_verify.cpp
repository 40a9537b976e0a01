#include "storage/sqlite/sqlite_verify.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <string_view>

#include "storage/sqlite/commit_writer.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

void check_integrity(SQLite::Database& database) {
  const std::string found = database.execAndGet("PRAGMA integrity_check(1)").getString();
  if (found != "ok") throw_corrupt("the file is damaged: " + found);
}

}  // namespace

ChainReport check_chain(SQLite::Database& database) {
  SQLite::Statement select(database,
                           fmt::format("SELECT {}, hash FROM log ORDER BY seq", log_columns));
  constexpr int hash_column = 6;
  ChainCheck check;
  LogRow row;
  while (select.executeStep()) {
    read_log(select, row);
    const SQLite::Column hash = select.getColumn(hash_column);
    const std::string_view kept(static_cast<const char*>(hash.getBlob()),
                                static_cast<std::size_t>(hash.getBytes()));
    if (auto fault = check.look(row, kept)) return *fault;
  }
  return check.compare_with(read_log_head(database));
}

}  // namespace dondoc::sqlite

namespace dondoc {

Result<ChainReport> verify_chain(const std::string& path) {
  auto database = sqlite::open_read_only(path);
  if (!database) return tl::unexpected<Error>(database.error());
  if (auto own = sqlite::require_own(**database); !own) return tl::unexpected<Error>(own.error());
  return sqlite::guarded(path, [&] {
    const SQLite::Transaction one_state(**database);
    sqlite::check_integrity(**database);
    return sqlite::check_chain(**database);
  });
}

}  // namespace dondoc
