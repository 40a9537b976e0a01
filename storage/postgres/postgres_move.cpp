#include <fmt/format.h>

#include <pqxx/pqxx>
#include <utility>

#include "storage/move/rows.h"
#include "storage/postgres/chain_rows.h"
#include "storage/postgres/node.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"

namespace dondoc::moving {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;

// A batch ends with whichever comes first.
constexpr std::int64_t k_batch_rows = 500;
constexpr std::size_t k_batch_bytes = 4 * 1024 * 1024;
constexpr std::int64_t k_told_every = 10'000;

const char* type_of(ColumnKind kind) {
  switch (kind) {
    case ColumnKind::number:
      return "bigint";
    case ColumnKind::truth:
      return "boolean";
    case ColumnKind::text:
      return "text";
    case ColumnKind::bytes:
      break;
  }
  return "bytea";
}

std::string names_of(const Table& table) {
  std::string names;
  for (const Column& column : table.columns)
    names += (names.empty() ? "" : ", ") + std::string(column.name);
  return names;
}

Value value_in(const pqxx::row& row, int place, ColumnKind kind) {
  if (row[place].is_null()) return {};
  switch (kind) {
    case ColumnKind::number:
      return postgres::number_in(row, place);
    case ColumnKind::truth:
      return std::int64_t{postgres::truth_in(row, place) ? 1 : 0};
    case ColumnKind::text:
      return postgres::text_in(row, place);
    case ColumnKind::bytes:
      break;
  }
  return postgres::bytes_in(row, place);
}

/// A connection that keeps everybody else out.
struct Held {
  explicit Held(const std::string& address) : session(address, postgres::Access::write) {
    session.on_connect(postgres::be_alone);
  }
  postgres::Session session;
};

class PostgresSource final : public RowSource {
 public:
  explicit PostgresSource(const std::string& address) : held_(address) {}

  Result<LogHead> head() override {
    return held_.session.run(Manner::look, postgres::read_log_head);
  }

  Result<void> each_row(const Table& table,
                        const std::function<Result<void>(const Row&)>& visit) override {
    Result<void> visited;
    auto read = held_.session.run(Manner::walk, [&](Transaction& transaction) {
      postgres::walk(
          transaction,
          fmt::format("SELECT {} FROM {} ORDER BY {}", names_of(table), table.name, table.order),
          [&](const pqxx::row& found) {
            if (!visited) return;
            Row row;
            for (std::size_t place = 0; place < table.columns.size(); ++place)
              row.push_back(value_in(found, static_cast<int>(place), table.columns[place].kind));
            visited = visit(row);
          });
    });
    return read ? visited : read;
  }

 private:
  Held held_;
};

/// Rows of one table on their way, a statement for each batch.
class Insertion {
 public:
  Insertion(Transaction& transaction, const Table& table)
      : transaction_(transaction), table_(table), columns_(table.columns.size()) {
    std::string arrays;
    for (const Column& column : table.columns)
      arrays +=
          fmt::format("{}${}::{}[]", arrays.empty() ? "" : ", ", ++places_, type_of(column.kind));
    insert_ = fmt::format("INSERT INTO {} ({}) SELECT * FROM unnest({})", table.name,
                          names_of(table), arrays);
  }

  void put(const Row& row) {
    for (std::size_t place = 0; place < columns_.size(); ++place)
      add(columns_[place], row[place], table_.columns[place].kind);
    if (++rows_ == k_batch_rows || bytes_ >= k_batch_bytes) flush();
  }

  void flush() {
    if (rows_ == 0) return;
    std::vector<std::string> arrays;
    for (const postgres::Array& column : columns_) arrays.push_back(column.done());
    transaction_.exec_params0(insert_,
                              pqxx::prepare::make_dynamic_params(arrays.begin(), arrays.end()));
    columns_.assign(columns_.size(), {});
    rows_ = 0;
    bytes_ = 0;
  }

 private:
  void add(postgres::Array& array, const Value& value, ColumnKind kind) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
      if (kind == ColumnKind::truth)
        array.add(*number != 0);
      else
        array.add(*number);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      bytes_ += text->size();
      if (kind == ColumnKind::bytes)
        array.add_bytes(*text);
      else
        array.add(std::string_view(*text));
    } else {
      array.add(std::optional<Instant>());
    }
  }

  Transaction& transaction_;
  const Table& table_;
  std::vector<postgres::Array> columns_;
  std::string insert_;
  int places_ = 0;
  std::int64_t rows_ = 0;
  std::size_t bytes_ = 0;
};

std::int64_t copy(Transaction& transaction, RowSource& source, const Table& table,
                  const MoveProgress& progress) {
  Insertion insertion(transaction, table);
  std::int64_t rows = 0;
  const auto copied = source.each_row(table, [&](const Row& row) -> Result<void> {
    insertion.put(row);
    if (++rows % k_told_every == 0) progress(table.name, rows);
    return {};
  });
  if (!copied) postgres::throw_error(copied.error());
  insertion.flush();
  progress(table.name, rows);
  return rows;
}

RowCounts counts(Transaction& transaction) {
  RowCounts rows;
  for (const Table& table : moved_tables())
    rows[table.name] = postgres::number_in(
        transaction.exec1(fmt::format("SELECT count(*) FROM {}", table.name)), 0);
  return rows;
}

void keep_head(Transaction& transaction, const LogHead& head) {
  postgres::Array hash;
  hash.add(head.hash);
  transaction.exec_params0(
      "UPDATE log_head SET seq = $1, hash = ($2::bytea[])[1], commits = commits + 1, "
      "outbox_id = (SELECT coalesce(max(id), 0) FROM outbox)",
      head.seq, hash.done());
}

LogHead computed_head(Transaction& transaction) {
  const ChainReport report = postgres::check_chain(transaction);
  if (report.first_bad_seq)
    postgres::throw_corrupt("the log of the source is broken: " + report.what);
  return postgres::read_log_head(transaction);
}

class PostgresTarget final : public RowTarget {
 public:
  explicit PostgresTarget(const std::string& address) : held_(address) {}

  Result<void> require_empty() {
    return held_.session.run(Manner::look, [](Transaction& transaction) {
      for (const auto& [table, rows] : counts(transaction)) {
        if (rows > 0)
          postgres::throw_permanent("holds an office already (" + table + "); nothing was changed");
      }
    });
  }

  Result<Moved> take(RowSource& source, const MoveProgress& progress) override {
    auto head = source.head();
    if (!head) return tl::unexpected<Error>(head.error());
    auto moved = held_.session.run(Manner::change, [&](Transaction& transaction) {
      // The whole office in one transaction takes its time.
      transaction.exec("SET LOCAL statement_timeout = 0");
      transaction.exec("SET LOCAL idle_in_transaction_session_timeout = 0");
      RowCounts sent;
      for (const Table& table : moved_tables())
        sent[table.name] = copy(transaction, source, table, progress);
      keep_head(transaction, *head);
      Moved arrived{computed_head(transaction), counts(transaction)};
      if (const std::string what = difference(*head, sent, arrived); !what.empty())
        postgres::throw_corrupt(what);
      return arrived;
    });
    if (moved || !held_.session.is_in_doubt()) return moved;
    return failure(ErrorKind::transient,
                   moved.error().message +
                       "; whether it was kept is not known: if moving again says that the database "
                       "holds an office already, it is there whole (dondoc verify)");
  }

 private:
  Held held_;
};

}  // namespace

Result<std::unique_ptr<RowSource>> open_postgres_source(const std::string& address) {
  if (auto newest = open_postgres_reader(address); !newest)
    return tl::unexpected<Error>(newest.error());
  auto source = std::make_unique<PostgresSource>(address);
  if (auto head = source->head(); !head) return tl::unexpected<Error>(head.error());
  return std::unique_ptr<RowSource>(std::move(source));
}

Result<std::unique_ptr<RowTarget>> open_postgres_target(const std::string& address) {
  if (auto migrated = migrate_postgres(address); !migrated)
    return tl::unexpected<Error>(migrated.error());
  auto target = std::make_unique<PostgresTarget>(address);
  if (auto empty = target->require_empty(); !empty) return tl::unexpected<Error>(empty.error());
  return std::unique_ptr<RowTarget>(std::move(target));
}

}  // namespace dondoc::moving
