// What a database holds, as rows that any store can give and take: for moving an office from one
// kind of store to another. Names of tables and columns are the same everywhere, and so is their
// order.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/result.h"
#include "storage/hash_chain.h"

namespace dondoc::moving {

enum class ColumnKind { number, truth, text, bytes };

struct Column {
  const char* name;
  ColumnKind kind;
};

struct Table {
  const char* name;
  const char* order;  ///< columns that put its rows in one order
  std::vector<Column> columns;
};

/// Everything but the head of the log, which goes with the log.
const std::vector<Table>& moved_tables();

/// Nothing (NULL), a number, or text and bytes. A truth is 0 or 1.
using Value = std::variant<std::monostate, std::int64_t, std::string>;
using Row = std::vector<Value>;

/// By name of table.
using RowCounts = std::map<std::string, std::int64_t>;

/// Called now and then with the table and how many of its rows are done.
using MoveProgress = std::function<void(std::string_view table, std::int64_t rows)>;

/// An office that nobody else writes as long as the object lives. One thread.
class RowSource {
 public:
  virtual ~RowSource() = default;
  virtual Result<LogHead> head() = 0;
  /// In the table's order. Errors: those of `visit` too, which end the walk.
  virtual Result<void> each_row(const Table& table,
                                const std::function<Result<void>(const Row&)>& visit) = 0;
};

struct Moved {
  LogHead head;  ///< computed again from the rows at their new place
  RowCounts rows;
};

/// An empty office that nobody else writes as long as the object lives. One thread.
class RowTarget {
 public:
  virtual ~RowTarget() = default;
  /// Everything of `source` in one transaction: durable and whole when it returns, or not there.
  /// Before it is kept, the rows are counted and the hashes of the log computed again at their new
  /// place. Errors: corrupt when either is not that of the source.
  virtual Result<Moved> take(RowSource& source, const MoveProgress& progress) = 0;
};

// Implemented beside each store. Errors: transient while somebody else has it open; permanent for a
// target that holds anything.
Result<std::unique_ptr<RowSource>> open_sqlite_source(const std::string& path);
Result<std::unique_ptr<RowTarget>> open_sqlite_target(const std::string& path);
Result<std::unique_ptr<RowSource>> open_postgres_source(const std::string& address);
Result<std::unique_ptr<RowTarget>> open_postgres_target(const std::string& address);

/// Empty: what arrived is what was sent.
std::string difference(const LogHead& sent, const RowCounts& sent_rows, const Moved& arrived);

}  // namespace dondoc::moving
