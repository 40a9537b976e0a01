#include "storage/sqlite/sqlite_store.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <sqlite3.h>

#include <algorithm>
#include <set>
#include <utility>

#include "engine/check.h"
#include "storage/sqlite/commit_under_way.h"
#include "storage/sqlite/commit_writer.h"
#include "storage/sqlite/connection.h"
#include "storage/sqlite/outbox_claims.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;
using sqlite::StatementUse;

constexpr const char* due_cases_sql =
    "SELECT code, next_step FROM cases INDEXED BY cases_by_step WHERE next_step IS NOT NULL AND "
    "next_step <= ?1 "
    "ORDER BY next_step, code LIMIT ?2";
constexpr const char* earliest_step_sql =
    "SELECT min(next_step) FROM cases INDEXED BY cases_by_step WHERE next_step IS NOT NULL";

std::vector<std::string> texts(SQLite::Statement& select) {
  std::vector<std::string> found;
  while (select.executeStep()) found.push_back(select.getColumn(0).getString());
  return found;
}

class SqliteStore final : public Store {
 public:
  explicit SqliteStore(sqlite::Writer writer)
      : writer_(std::move(writer)),
        database_(*writer_.database),
        commit_writer_(database_),
        claims_(database_),
        head_(sqlite::read_log_head(database_)),
        inbox_seen_(database_, "SELECT 1 FROM inbox WHERE key = ?1"),
        log_after_(database_, std::string("SELECT ") + sqlite::log_columns +
                                  " FROM log WHERE seq > ?1 ORDER BY seq LIMIT ?2"),
        find_document_(database_,
                       "SELECT kind, key, body FROM documents WHERE kind = ?1 AND key = ?2"),
        find_case_(database_,
                   std::string("SELECT ") + sqlite::case_columns + " FROM cases WHERE code = ?1"),
        due_cases_(database_, due_cases_sql),
        earliest_step_(database_, earliest_step_sql) {}

  Result<Ends> begin() override;
  void leave() override {}
  Result<void> commit(Commit& commit) override;
  Result<CommitStanding> hand_over(Commit commit) override;
  Result<WritePace> confirm() override;
  Result<std::int64_t> last_seq() override;
  Result<std::int64_t> last_outbox_id() override;
  Result<bool> inbox_seen(std::string_view key) override;
  Result<std::vector<std::string>> seen_keys(const std::vector<std::string>& keys) override;
  Result<std::vector<LogRow>> log_after(std::int64_t seq, std::size_t limit) override;
  Result<std::optional<CaseRow>> find_case(std::string_view code) override;
  Result<std::vector<CaseRow>> find_cases(const std::vector<std::string>& codes) override;
  Result<std::vector<std::string>> codes_of_plan(std::string_view plan,
                                                 std::string_view period) override;
  Result<std::vector<std::string>> open_codes() override;
  Result<std::vector<std::string>> open_codes_of_unit(std::string_view unit) override;
  Result<std::vector<std::string>> codes_of_unit(std::string_view unit,
                                                 const std::vector<std::string>& plans) override;
  Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) override;
  Result<std::optional<Instant>> earliest_step() override;
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override;
  Result<std::vector<DocumentRow>> find_documents(const std::vector<DocumentKey>& keys) override;
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override;
  Result<std::optional<Instant>> earliest_outbox() override;
  Result<void> take_over_claims(Instant now) override;

 private:
  const std::string& path() const { return database_.getFilename(); }
  bool in_transaction() const { return sqlite3_get_autocommit(database_.getHandle()) == 0; }
  void end_reading();
  void write(Commit& commit);
  Result<void> write_whole(Commit& commit);
  bool is_writing() const { return under_way_.has_value() && !under_way_->is_awaited(); }
  void settle();
  Ends ends_after(const Commit& commit) const;

  template <typename Work>
  auto reading(Work&& work);

  sqlite::Writer writer_;
  SQLite::Database& database_;
  sqlite::CommitWriter commit_writer_;
  sqlite::OutboxClaims claims_;
  std::optional<LogHead>
      head_;  ///< none after a failed commit: read again, whatever became of it on the disk
  std::optional<std::int64_t> outbox_end_;               ///< likewise
  std::unique_ptr<sqlite::Lookout> lookout_;             ///< when something was handed over
  std::optional<sqlite::WritingThread> writing_thread_;  ///< likewise
  SQLite::Statement inbox_seen_;
  SQLite::Statement log_after_;
  SQLite::Statement find_document_;
  SQLite::Statement find_case_;
  SQLite::Statement due_cases_;
  SQLite::Statement earliest_step_;
  std::optional<sqlite::CommitUnderWay> under_way_;  ///< last: it writes through the others
};

/// Runs `work` in a read transaction that stays open until the next write: taking and leaving one
/// for each question costs as much as the question. Nobody else writes, so what it sees is the
/// newest, once what is under way is written.
template <typename Work>
auto SqliteStore::reading(Work&& work) {
  settle();
  return guarded(path(), [&] {
    if (!in_transaction()) database_.exec("BEGIN");
    return work();
  });
}

void SqliteStore::end_reading() {
  if (in_transaction())
    database_.exec("ROLLBACK");  // never COMMIT: nothing half done may become durable
}

/// Nobody else writes this file: the turn is always one's own.
Result<Ends> SqliteStore::begin() {
  if (is_writing()) return under_way_->ends();
  return reading([&] {
    if (!head_) head_ = sqlite::read_log_head(database_);
    if (!outbox_end_) outbox_end_ = commit_writer_.last_outbox_id();
    return Ends{head_->seq, *outbox_end_};
  });
}

Result<void> SqliteStore::commit(Commit& commit) {
  CHECK(!under_way_);
  if (is_empty(commit)) return {};
  return write_whole(commit);
}

Result<void> SqliteStore::write_whole(Commit& commit) {
  auto written = guarded(path(), [&] { write(commit); });
  if (!written) {
    head_.reset();
    outbox_end_.reset();
    for (LogRow& row : commit.log) row.seq = 0;
  }
  return written;
}

Result<CommitStanding> SqliteStore::hand_over(Commit commit) {
  CHECK(!under_way_);
  if (is_empty(commit)) return CommitStanding::durable;
  if (!lookout_) {
    auto opened = sqlite::Lookout::open(path());
    if (!opened) return tl::unexpected(opened.error());
    lookout_ = std::move(*opened);
    writing_thread_.emplace();
  }
  if (auto known = begin(); !known) return tl::unexpected(known.error());
  const Ends ends = ends_after(commit);
  under_way_.emplace(std::move(commit), ends, *writing_thread_,
                     [this](Commit& handed) { return write_whole(handed); });
  return CommitStanding::under_way;
}

Result<WritePace> SqliteStore::confirm() {
  if (!under_way_) return WritePace{};
  auto outcome = under_way_->outcome();
  under_way_.reset();
  return outcome;
}

/// Whether it was written is for `confirm` to tell.
void SqliteStore::settle() {
  if (under_way_) static_cast<void>(under_way_->outcome());
}

/// Requires: both ends are known.
Ends SqliteStore::ends_after(const Commit& commit) const {
  Ends ends{head_->seq + static_cast<std::int64_t>(commit.log.size()), *outbox_end_};
  if (!commit.outbox.empty()) ends.outbox_id = commit.outbox.back().id;
  return ends;
}

void SqliteStore::write(Commit& commit) {
  end_reading();
  SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
  if (!head_) head_ = sqlite::read_log_head(database_);
  const LogHead end = commit_writer_.write(commit, *head_);
  transaction.commit();
  head_ = end;
  if (!commit.outbox.empty()) outbox_end_ = commit.outbox.back().id;
}

Result<std::int64_t> SqliteStore::last_seq() {
  return reading([&] {
    if (!head_) head_ = sqlite::read_log_head(database_);
    return head_->seq;
  });
}

Result<std::int64_t> SqliteStore::last_outbox_id() {
  return reading([&] { return commit_writer_.last_outbox_id(); });
}

Result<bool> SqliteStore::inbox_seen(std::string_view key) {
  return reading([&] {
    const StatementUse use(inbox_seen_);
    const std::string wanted(key);
    sqlite::bind_text(inbox_seen_, 1, wanted);
    return inbox_seen_.executeStep();
  });
}

Result<std::vector<std::string>> SqliteStore::seen_keys(const std::vector<std::string>& keys) {
  if (!is_writing()) return Store::seen_keys(keys);
  std::vector<std::string> seen;
  std::vector<std::string> others;
  for (const std::string& key : keys) (under_way_->holds_key(key) ? seen : others).push_back(key);
  return guarded(path(), [&] {
    for (std::string& key : lookout_->seen_keys(others)) seen.push_back(std::move(key));
    return std::move(seen);
  });
}

Result<std::vector<LogRow>> SqliteStore::log_after(std::int64_t seq, std::size_t limit) {
  return reading([&] {
    const StatementUse use(log_after_);
    log_after_.bind(1, seq);
    log_after_.bind(2, sqlite::row_limit(limit));
    std::vector<LogRow> rows;
    while (log_after_.executeStep()) sqlite::read_log(log_after_, rows.emplace_back());
    return rows;
  });
}

Result<std::vector<CaseRow>> SqliteStore::find_cases(const std::vector<std::string>& codes) {
  if (is_writing() && under_way_->changes_any(codes)) settle();
  if (!is_writing()) return Store::find_cases(codes);
  return guarded(path(), [&] { return lookout_->find_cases(codes); });
}

Result<std::optional<CaseRow>> SqliteStore::find_case(std::string_view code) {
  if (is_writing()) {
    auto found = find_cases({std::string(code)});
    if (!found) return tl::unexpected(found.error());
    return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
  }
  return reading([&] {
    const StatementUse use(find_case_);
    const std::string wanted(code);
    sqlite::bind_text(find_case_, 1, wanted);
    std::optional<CaseRow> found;
    if (find_case_.executeStep()) sqlite::read_case(find_case_, found.emplace());
    return found;
  });
}

Result<std::vector<std::string>> SqliteStore::codes_of_plan(std::string_view plan,
                                                            std::string_view period) {
  return reading([&] {
    const bool any_period = period.empty();
    SQLite::Statement select(
        database_,
        std::string("SELECT code FROM cases INDEXED BY cases_in_order WHERE plan = ?1 ") +
            (any_period ? "" : "AND period = ?2 ") + "ORDER BY code");
    select.bind(1, std::string(plan));
    if (!any_period) select.bind(2, std::string(period));
    return texts(select);
  });
}

Result<std::vector<std::string>> SqliteStore::open_codes() {
  return reading([&] {
    SQLite::Statement select(
        database_, "SELECT code FROM cases INDEXED BY cases_by_unit WHERE open = 1 ORDER BY code");
    return texts(select);
  });
}

Result<std::vector<std::string>> SqliteStore::open_codes_of_unit(std::string_view unit) {
  return reading([&] {
    SQLite::Statement select(
        database_,
        "SELECT code FROM cases INDEXED BY cases_by_unit WHERE unit = ?1 AND open = 1 "
        "ORDER BY code");
    select.bind(1, std::string(unit));
    return texts(select);
  });
}

/// One look at the unit for all plans: the index knows no plan, so each look reads all its rows.
Result<std::vector<std::string>> SqliteStore::codes_of_unit(std::string_view unit,
                                                            const std::vector<std::string>& plans) {
  return reading([&] {
    const std::set<std::string_view> wanted(plans.begin(), plans.end());
    SQLite::Statement select(
        database_, "SELECT code, plan FROM cases INDEXED BY cases_by_unit WHERE unit = ?1");
    select.bind(1, std::string(unit));
    std::vector<std::string> codes;
    while (select.executeStep()) {
      if (wanted.contains(select.getColumn(1).getText()))
        codes.push_back(select.getColumn(0).getString());
    }
    std::sort(codes.begin(), codes.end());
    return codes;
  });
}

Result<std::vector<DueCase>> SqliteStore::due_cases(Instant now, std::size_t limit) {
  return reading([&] {
    const StatementUse use(due_cases_);
    due_cases_.bind(1, now.ms);
    due_cases_.bind(2, sqlite::row_limit(limit));
    std::vector<DueCase> due;
    while (due_cases_.executeStep()) {
      due.push_back(
          {due_cases_.getColumn(0).getString(), Instant{due_cases_.getColumn(1).getInt64()}});
    }
    return due;
  });
}

Result<std::optional<Instant>> SqliteStore::earliest_step() {
  return reading([&]() -> std::optional<Instant> {
    const StatementUse use(earliest_step_);
    if (!earliest_step_.executeStep() || earliest_step_.isColumnNull(0)) return std::nullopt;
    return Instant{earliest_step_.getColumn(0).getInt64()};
  });
}

Result<void> SqliteStore::each_document(const std::function<void(const DocumentRow&)>& visit) {
  return reading([&] {
    SQLite::Statement select(database_, "SELECT kind, key, body FROM documents ORDER BY kind, key");
    DocumentRow row;
    while (select.executeStep()) {
      sqlite::read_document(select, row);
      visit(row);
    }
  });
}

Result<std::vector<DocumentRow>> SqliteStore::find_documents(const std::vector<DocumentKey>& keys) {
  return reading([&] {
    std::vector<DocumentRow> rows;
    for (const DocumentKey& key : keys) {
      const StatementUse use(find_document_);
      sqlite::bind_text(find_document_, 1, key.first);
      sqlite::bind_text(find_document_, 2, key.second);
      DocumentRow& row = rows.emplace_back(DocumentRow{key.first, key.second, std::nullopt});
      if (find_document_.executeStep()) sqlite::read_document(find_document_, row);
    }
    return rows;
  });
}

Result<std::vector<ClaimedMessage>> SqliteStore::claim_outbox(Instant now, Instant lease_until,
                                                              std::size_t limit) {
  CHECK(!under_way_);
  return guarded(path(), [&] {
    end_reading();
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    std::vector<ClaimedMessage> claimed = claims_.claim(now, lease_until, limit);
    transaction.commit();
    return claimed;
  });
}

Result<std::optional<Instant>> SqliteStore::earliest_outbox() {
  return reading([&] { return claims_.earliest(); });
}

Result<void> SqliteStore::take_over_claims(Instant now) {
  CHECK(!under_way_);
  return guarded(path(), [&] {
    end_reading();
    SQLite::Transaction transaction(database_, SQLite::TransactionBehavior::IMMEDIATE);
    claims_.take_over(now);
    transaction.commit();
  });
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path,
                                                 const SqliteOptions& options) {
  auto writer = sqlite::open_writer(path, options);
  if (!writer) return tl::unexpected<Error>(writer.error());
  return guarded(path, [&]() -> std::unique_ptr<Store> {
    return std::make_unique<SqliteStore>(std::move(*writer));
  });
}

}  // namespace dondoc
