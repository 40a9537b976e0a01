#include "storage/sqlite/commit_under_way.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <algorithm>
#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/rows.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc::sqlite {
namespace {

using Clock = std::chrono::steady_clock;

std::chrono::microseconds since(Clock::time_point start) {
  return std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start);
}

}  // namespace

struct Lookout::Connection {
  explicit Connection(std::unique_ptr<SQLite::Database> opened)
      : database(std::move(opened)),
        find_case(*database, std::string("SELECT ") + case_columns + " FROM cases WHERE code = ?1"),
        find_key(*database, "SELECT 1 FROM inbox WHERE key = ?1") {}

  std::unique_ptr<SQLite::Database> database;
  SQLite::Statement find_case;
  SQLite::Statement find_key;
};

Result<std::unique_ptr<Lookout>> Lookout::open(const std::string& path) {
  auto opened = open_read_only(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return guarded(path, [&] {
    return std::unique_ptr<Lookout>(new Lookout(std::make_unique<Connection>(std::move(*opened))));
  });
}

Lookout::Lookout(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Lookout::~Lookout() = default;

/// All in one view of the database: taking one for each costs as much as the question.
std::vector<CaseRow> Lookout::find_cases(const std::vector<std::string>& codes) {
  SQLite::Transaction view(*connection_->database);
  SQLite::Statement& find = connection_->find_case;
  std::vector<CaseRow> found;
  for (const std::string& code : codes) {
    const StatementUse use(find);
    bind_text(find, 1, code);
    if (find.executeStep()) read_case(find, found.emplace_back());
  }
  return found;
}

std::vector<std::string> Lookout::seen_keys(const std::vector<std::string>& keys) {
  SQLite::Transaction view(*connection_->database);
  SQLite::Statement& find = connection_->find_key;
  std::vector<std::string> seen;
  for (const std::string& key : keys) {
    const StatementUse use(find);
    bind_text(find, 1, key);
    if (find.executeStep()) seen.push_back(key);
  }
  return seen;
}

CommitUnderWay::CommitUnderWay(Commit commit, Ends ends, WritingThread& thread, Write write)
    : commit_(std::move(commit)), ends_(ends), thread_(thread) {
  for (const CaseRow& row : commit_.cases) codes_.insert(row.code);
  for (const std::string& code : commit_.disarmed) codes_.insert(code);
  for (const InboxKey& key : commit_.inbox) keys_.insert(key.key);
  thread_.begin([this, write = std::move(write)] {
    const auto start = Clock::now();
    const auto written = write(commit_);
    outcome_ =
        written ? Result<WritePace>(WritePace{since(start), {}}) : tl::unexpected(written.error());
  });
}

CommitUnderWay::~CommitUnderWay() { outcome(); }

bool CommitUnderWay::changes_any(const std::vector<std::string>& codes) const {
  return std::any_of(codes.begin(), codes.end(),
                     [&](const std::string& code) { return codes_.contains(code); });
}

const Result<WritePace>& CommitUnderWay::outcome() {
  if (is_awaited_) return outcome_;
  const auto start = Clock::now();
  thread_.wait();
  is_awaited_ = true;
  if (outcome_) outcome_->waited = since(start);
  return outcome_;
}

}  // namespace dondoc::sqlite
