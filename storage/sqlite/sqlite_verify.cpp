#include "storage/sqlite/sqlite_verify.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include "storage/sqlite/commit_writer.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/hash_chain.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

ChainReport broken(std::int64_t good_rows, std::int64_t seq, std::string what) {
  return ChainReport{good_rows, seq, std::move(what)};
}

/// Walks the log from its first row.
class ChainWalk {
 public:
  explicit ChainWalk(SQLite::Database& database)
      : select_(database, fmt::format("SELECT {}, hash FROM log ORDER BY seq", log_columns)) {}

  /// Up to the end, or to the first bad row.
  ChainReport run() {
    while (select_.executeStep()) {
      read_log(select_, row_);
      if (auto fault = look_at_row()) return *fault;
      ++end_.seq;
    }
    return ChainReport{end_.seq, std::nullopt, {}};
  }

  const LogHead& end() const { return end_; }

 private:
  static constexpr int hash_column = 6;

  std::optional<ChainReport> look_at_row() {
    const std::int64_t expected = end_.seq + 1;
    if (row_.seq < expected) {
      return broken(end_.seq, row_.seq,
                    fmt::format("row {} does not belong to the log, which begins at 1", row_.seq));
    }
    if (row_.seq > expected) {
      return broken(end_.seq, expected,
                    fmt::format("row {} is missing; the next one is {}", expected, row_.seq));
    }
    end_.hash = chain_.next(end_.hash, row_);
    if (stored_hash_is(end_.hash)) return std::nullopt;
    return broken(end_.seq, expected,
                  fmt::format("row {} is not what was written: its hash does not fit", expected));
  }

  bool stored_hash_is(const ChainHash& hash) {
    const SQLite::Column stored = select_.getColumn(hash_column);
    return stored.getBytes() == static_cast<int>(hash.size()) &&
           read_hash(select_, hash_column) == hash;
  }

  SQLite::Statement select_;
  HashChain chain_;
  LogRow row_;
  LogHead end_;
};

/// The log is whole up to `end`; does the head say the same?
ChainReport compare_with_head(const LogHead& end, const LogHead& head) {
  if (head.seq > end.seq) {
    return broken(end.seq, end.seq + 1,
                  fmt::format("the log ends at row {}, but {} were written: the end is cut off",
                              end.seq, head.seq));
  }
  if (head.seq < end.seq) {
    return broken(end.seq, head.seq + 1,
                  fmt::format("the head says the log ends at row {}, but it ends at {}: the head "
                              "was changed or rows were added",
                              head.seq, end.seq));
  }
  if (head.hash != end.hash) {
    return broken(end.seq, end.seq,
                  fmt::format("the hash in the head is not that of the last row {}", end.seq));
  }
  return ChainReport{end.seq, std::nullopt, {}};
}

ChainReport check_chain(SQLite::Database& database) {
  ChainWalk walk(database);
  const ChainReport walked = walk.run();
  if (walked.first_bad_seq) return walked;
  return compare_with_head(walk.end(), read_log_head(database));
}

void check_integrity(SQLite::Database& database) {
  const std::string found = database.execAndGet("PRAGMA integrity_check(1)").getString();
  if (found != "ok") throw_corrupt("the file is damaged: " + found);
}

}  // namespace
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
