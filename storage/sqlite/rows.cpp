#include "storage/sqlite/rows.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

void read_text(SQLite::Statement& statement, int column, std::string& text) {
  const SQLite::Column value = statement.getColumn(column);
  const char* bytes = value.getText();
  text.assign(bytes, static_cast<std::size_t>(value.getBytes()));
}

std::int64_t read_number(SQLite::Statement& statement, int column) {
  return statement.getColumn(column).getInt64();
}

Instant read_instant(SQLite::Statement& statement, int column) {
  return Instant{read_number(statement, column)};
}

int read_choice(SQLite::Statement& statement, int column, int last) {
  const std::int64_t value = read_number(statement, column);
  if (value < 0 || value > last) {
    throw_corrupt(fmt::format("outbox row {}: {} is {}", read_number(statement, 0),
                              statement.getColumnName(column), value));
  }
  return static_cast<int>(value);
}

}  // namespace

StatementUse::~StatementUse() { statement_.tryReset(); }

void read_log(SQLite::Statement& statement, LogRow& row) {
  row.seq = read_number(statement, 0);
  row.at = read_instant(statement, 1);
  read_text(statement, 2, row.subject_kind);
  read_text(statement, 3, row.subject);
  read_text(statement, 4, row.kind);
  read_text(statement, 5, row.body);
}

void read_case(SQLite::Statement& statement, CaseRow& row) {
  read_text(statement, 0, row.code);
  read_text(statement, 1, row.plan);
  read_text(statement, 2, row.obligation);
  read_text(statement, 3, row.unit);
  read_text(statement, 4, row.period);
  read_text(statement, 5, row.state);
  row.open = read_number(statement, 6) != 0;
  row.next_step.reset();
  if (!statement.isColumnNull(7)) row.next_step = read_instant(statement, 7);
  read_text(statement, 8, row.body);
}

void read_document(SQLite::Statement& statement, DocumentRow& row) {
  read_text(statement, 0, row.kind);
  read_text(statement, 1, row.key);
  if (!row.body) row.body.emplace();
  read_text(statement, 2, *row.body);
}

void read_outbox(SQLite::Statement& statement, OutboxRow& row) {
  row.id = read_number(statement, 0);
  read_text(statement, 1, row.person);
  read_text(statement, 2, row.code);
  read_text(statement, 3, row.step);
  row.priority =
      static_cast<Priority>(read_choice(statement, 4, static_cast<int>(Priority::answer)));
  row.created = read_instant(statement, 5);
  row.not_before = read_instant(statement, 6);
  read_text(statement, 7, row.body);
}

ClaimedMessage read_claimed(SQLite::Statement& statement) {
  ClaimedMessage message;
  read_outbox(statement, message.row);
  message.attempts = static_cast<int>(read_number(statement, 8));
  message.outcome_unknown = read_number(statement, 9) != 0;
  return message;
}

OutboxRecord read_outbox_record(SQLite::Statement& statement) {
  OutboxRecord record;
  read_outbox(statement, record.row);
  record.attempts = static_cast<int>(read_number(statement, 8));
  record.standing = static_cast<OutboxStanding>(
      read_choice(statement, 10, static_cast<int>(OutboxStanding::overtaken)));
  record.settled_at = read_instant(statement, 11);
  read_text(statement, 12, record.channel);
  read_text(statement, 13, record.detail);
  return record;
}

ChainHash read_hash(SQLite::Statement& statement, int column) {
  const SQLite::Column value = statement.getColumn(column);
  ChainHash hash{};
  if (value.getBytes() != static_cast<int>(hash.size())) {
    throw_corrupt(
        fmt::format("a chain hash has {} bytes instead of {}", value.getBytes(), hash.size()));
  }
  std::copy_n(static_cast<const std::uint8_t*>(value.getBlob()), hash.size(), hash.begin());
  return hash;
}

std::int64_t row_limit(std::size_t rows) {
  constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
  return static_cast<std::int64_t>(std::min(rows, most));
}

void bind_text(SQLite::Statement& statement, int parameter, const std::string& text) {
  statement.bindNoCopy(parameter, text);
}

void bind_hash(SQLite::Statement& statement, int parameter, const ChainHash& hash) {
  statement.bindNoCopy(parameter, static_cast<const void*>(hash.data()),
                       static_cast<int>(hash.size()));
}

}  // namespace dondoc::sqlite
