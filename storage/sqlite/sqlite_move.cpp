#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <utility>

#include "storage/chain_check.h"
#include "storage/move/rows.h"
#include "storage/sqlite/commit_writer.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/file_pieces.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"
#include "storage/sqlite/sqlite_verify.h"

namespace dondoc::moving {
namespace {

using sqlite::guarded;

constexpr std::int64_t k_told_every = 10'000;

bool is_files(const Table& table) { return std::string_view(table.name) == "files"; }

/// Names, or marks for values.
std::string listed(const Table& table, bool marks) {
  std::string list;
  for (const Column& column : table.columns) {
    // What a file holds lies in pieces in a table of its own.
    if (is_files(table) && column.kind == ColumnKind::bytes) continue;
    list += (list.empty() ? "" : ", ") + std::string(marks ? "?" : column.name);
  }
  return list;
}

Value value_in(SQLite::Statement& statement, int place, ColumnKind kind) {
  const SQLite::Column value = statement.getColumn(place);
  if (value.isNull()) return {};
  if (kind == ColumnKind::number || kind == ColumnKind::truth) return value.getInt64();
  return value.getString();
}

class SqliteSource final : public RowSource {
 public:
  explicit SqliteSource(sqlite::Writer writer) : writer_(std::move(writer)) {}

  Result<LogHead> head() override {
    return guarded(path(), [&] { return sqlite::read_log_head(database()); });
  }

  Result<void> each_row(const Table& table,
                        const std::function<Result<void>(const Row&)>& visit) override {
    Result<void> visited;
    auto read = guarded(path(), [&] {
      SQLite::Statement select(
          database(), fmt::format("SELECT {} FROM {} ORDER BY {}", listed(table, false), table.name,
                                  table.order));
      Row row;
      while (visited && select.executeStep()) {
        row.clear();
        for (int place = 0; place < select.getColumnCount(); ++place)
          row.push_back(
              value_in(select, place, table.columns[static_cast<std::size_t>(place)].kind));
        if (is_files(table))
          row.emplace_back(sqlite::read_pieces(database(), std::get<std::string>(row[0])));
        visited = visit(row);
      }
    });
    return read ? visited : read;
  }

 private:
  SQLite::Database& database() { return *writer_.database; }
  const std::string& path() { return database().getFilename(); }

  sqlite::Writer writer_;
};

/// A statement that inserts rows of one table.
class Insertion {
 public:
  Insertion(SQLite::Database& database, const Table& table)
      : database_(database),
        table_(table),
        insert_(database, fmt::format("INSERT INTO {} ({}) VALUES ({})", table.name,
                                      listed(table, false), listed(table, true))) {}

  void put(const Row& row) {
    const sqlite::StatementUse use(insert_);
    const int places = insert_.getBindParameterCount();
    for (int place = 0; place < places; ++place)
      bind(insert_, place + 1, row[static_cast<std::size_t>(place)],
           table_.columns[static_cast<std::size_t>(place)].kind);
    insert_.exec();
    if (!is_files(table_)) return;
    sqlite::each_piece(std::get<std::string>(row[2]), [&](int number, std::string_view piece) {
      sqlite::insert_piece(database_, std::get<std::string>(row[0]), number, piece);
    });
  }

 private:
  static void bind(SQLite::Statement& statement, int place, const Value& value, ColumnKind kind) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      statement.bind(place, *number);
    } else if (const auto* text = std::get_if<std::string>(&value); text == nullptr) {
      statement.bind(place);
    } else if (kind == ColumnKind::bytes) {
      statement.bindNoCopy(place, text->data(), static_cast<int>(text->size()));
    } else {
      sqlite::bind_text(statement, place, *text);
    }
  }

  SQLite::Database& database_;
  const Table& table_;
  SQLite::Statement insert_;
};

class SqliteTarget final : public RowTarget {
 public:
  explicit SqliteTarget(sqlite::Writer writer) : writer_(std::move(writer)) {}

  Result<Moved> take(RowSource& source, const MoveProgress& progress) override {
    auto head = source.head();
    if (!head) return tl::unexpected<Error>(head.error());
    std::optional<Error> refused;
    auto moved = guarded(database().getFilename(), [&] {
      SQLite::Transaction transaction(database(), SQLite::TransactionBehavior::IMMEDIATE);
      RowCounts sent;
      for (const Table& table : moved_tables()) {
        auto rows = copy(source, table, progress);
        if (!rows) {
          refused = rows.error();
          return Moved{};  // without the transaction
        }
        sent[table.name] = *rows;
      }
      finish(*head);
      Moved arrived{computed_head(), counts()};
      if (const std::string what = difference(*head, sent, arrived); !what.empty())
        sqlite::throw_corrupt(what);
      transaction.commit();
      return arrived;
    });
    if (refused) return tl::unexpected<Error>(*refused);
    return moved;
  }

  Result<void> require_empty() {
    return guarded(database().getFilename(), [&] {
      for (const auto& [table, rows] : counts()) {
        if (rows > 0)
          sqlite::throw_permanent("holds an office already (" + table + "); nothing was changed");
      }
    });
  }

 private:
  Result<std::int64_t> copy(RowSource& source, const Table& table, const MoveProgress& progress) {
    Insertion insertion(database(), table);
    std::int64_t rows = 0;
    auto copied = source.each_row(table, [&](const Row& row) {
      return guarded(database().getFilename(), [&] {
        insertion.put(row);
        if (++rows % k_told_every == 0) progress(table.name, rows);
      });
    });
    if (!copied) return tl::unexpected<Error>(copied.error());
    progress(table.name, rows);
    return rows;
  }

  void finish(const LogHead& head) {
    SQLite::Statement update(database(), "UPDATE log_head SET seq = ?1, hash = ?2");
    update.bind(1, head.seq);
    sqlite::bind_hash(update, 2, head.hash);
    update.exec();
    sqlite::KeyRuns runs(database());
    runs.log_reached(head.seq);
    runs.outbox_reached(
        database().execAndGet("SELECT coalesce(max(id), 0) FROM outbox").getInt64());
  }

  LogHead computed_head() {
    const ChainReport report = sqlite::check_chain(database());
    if (report.first_bad_seq)
      sqlite::throw_corrupt("the log of the source is broken: " + report.what);
    return sqlite::read_log_head(database());
  }

  RowCounts counts() {
    RowCounts rows;
    for (const Table& table : moved_tables())
      rows[table.name] =
          database().execAndGet(fmt::format("SELECT count(*) FROM {}", table.name)).getInt64();
    return rows;
  }

  SQLite::Database& database() { return *writer_.database; }

  sqlite::Writer writer_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_sqlite_source(const std::string& path) {
  if (auto there = sqlite::open_read_only(path); !there)  // a writer would make the file
    return tl::unexpected<Error>(there.error());
  auto writer = sqlite::open_writer(path, SqliteOptions{});
  if (!writer) return tl::unexpected<Error>(writer.error());
  return std::make_unique<SqliteSource>(std::move(*writer));
}

Result<std::unique_ptr<RowTarget>> open_sqlite_target(const std::string& path) {
  auto writer = sqlite::open_writer(path, SqliteOptions{});
  if (!writer) return tl::unexpected<Error>(writer.error());
  auto target = std::make_unique<SqliteTarget>(std::move(*writer));
  if (auto empty = target->require_empty(); !empty) return tl::unexpected<Error>(empty.error());
  return std::unique_ptr<RowTarget>(std::move(target));
}

}  // namespace dondoc::moving
