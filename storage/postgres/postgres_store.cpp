#include <fmt/format.h>

#include <chrono>
#include <pqxx/pqxx>
#include <thread>
#include <utility>

#include "storage/postgres/commit_writer.h"
#include "storage/postgres/migrations.h"
#include "storage/postgres/outbox_claims.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"
#include "storage/postgres/writer_lock.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;
using Codes = std::vector<std::string>;

constexpr std::chrono::seconds k_asked_what_became{20};
constexpr std::chrono::milliseconds k_pause_between_questions{250};

bool is_empty(const Commit& commit) {
  return commit.log.empty() && commit.cases.empty() && commit.documents.empty() &&
         commit.outbox.empty() && commit.outbox_updates.empty() && commit.inbox.empty() &&
         commit.disarmed.empty();
}

std::vector<postgres::Session::Statement> statements() {
  std::vector<postgres::Session::Statement> all = postgres::commit_statements();
  for (auto& statement : postgres::claim_statements()) all.push_back(std::move(statement));
  all.push_back({"advance_head",
                 "UPDATE log_head SET seq = $1, hash = ($2::bytea[])[1], commits = $3 "
                 "WHERE writer = $4 AND commits = $3 - 1"});
  all.push_back({"inbox_seen", "SELECT 1 FROM inbox WHERE key = $1"});
  all.push_back(
      {"find_case", fmt::format("SELECT {} FROM cases WHERE code = $1", postgres::k_case_columns)});
  all.push_back(
      {"due_cases",
       "SELECT code, next_step FROM cases WHERE next_step IS NOT NULL AND next_step <= $1 "
       "ORDER BY next_step, code LIMIT $2"});
  all.push_back({"earliest_step", "SELECT min(next_step) FROM cases WHERE next_step IS NOT NULL"});
  all.push_back({"codes_of_plan",
                 "SELECT code FROM cases WHERE plan = $1 AND ($2 = '' OR period = $2) "
                 "ORDER BY code"});
  all.push_back({"open_codes", "SELECT code FROM cases WHERE open ORDER BY code"});
  all.push_back(
      {"open_codes_of_unit", "SELECT code FROM cases WHERE unit = $1 AND open ORDER BY code"});
  all.push_back({"codes_of_unit",
                 "SELECT code FROM cases WHERE unit = $1 AND plan = ANY ($2::text[]) "
                 "ORDER BY code"});
  return all;
}

Codes codes_in(const pqxx::result& rows) {
  Codes codes;
  codes.reserve(rows.size());
  for (const pqxx::row& row : rows) codes.push_back(postgres::text_in(row, 0));
  return codes;
}

/// Where the database stands, as this writer left it.
struct Position {
  LogHead log;
  std::int64_t commits = 0;
};

class PostgresStore final : public Store {
 public:
  explicit PostgresStore(const std::string& address)
      : session_(address, postgres::Access::write, statements()) {}

  Result<void> open();
  Result<void> commit(Commit& commit) override;
  Result<std::int64_t> last_seq() override;
  Result<std::int64_t> last_outbox_id() override;
  Result<bool> inbox_seen(std::string_view key) override;
  Result<std::optional<CaseRow>> find_case(std::string_view code) override;
  Result<Codes> codes_of_plan(std::string_view plan, std::string_view period) override;
  Result<Codes> open_codes() override;
  Result<Codes> open_codes_of_unit(std::string_view unit) override;
  Result<Codes> codes_of_unit(std::string_view unit, const Codes& plans) override;
  Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) override;
  Result<std::optional<Instant>> earliest_step() override;
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override;
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override;
  Result<std::optional<Instant>> earliest_outbox() override;

 private:
  template <class Asked>
  auto asked(Manner manner, Asked work)
      -> Result<std::invoke_result_t<Asked, pqxx::transaction_base&>>;
  std::vector<ChainHash> chain(Commit& commit, LogHead& head);
  void write(Transaction& transaction, const Commit& commit, const std::vector<ChainHash>& hashes,
             const Position& after);
  Result<void> resolve(const Error& failed, const Position& after);
  Result<Position> look_at_head();
  Result<void> settle_doubt();

  postgres::WriterLock lock_;
  postgres::Session session_;
  HashChain chain_;
  Position at_;
  bool in_doubt_ = false;  ///< what became of a commit is not known: asked before anything else
};

Result<void> PostgresStore::open() {
  session_.on_connect([this](Transaction& transaction) { lock_.take(transaction); });
  return settle_doubt();  // there is none, but the position has to be read in the same way
}

/// With the row of the head locked, so that a commit of a lost connection has come to its end.
Result<Position> PostgresStore::look_at_head() {
  return session_.run(Manner::change, [this](Transaction& transaction) {
    const pqxx::result rows =
        transaction.exec("SELECT seq, hash, commits, writer FROM log_head FOR UPDATE");
    if (rows.size() != 1) postgres::throw_corrupt("the row of log_head is missing");
    if (postgres::text_in(rows[0], 3) != lock_.name())
      postgres::throw_permanent(
          "another dondoc has taken this database over, and one at a time may write it: stop the "
          "other one, then start this one again");
    return Position{{postgres::number_in(rows[0], 0), postgres::hash_in(rows[0], 1)},
                    postgres::number_in(rows[0], 2)};
  });
}

Result<void> PostgresStore::settle_doubt() {
  auto found = look_at_head();
  if (!found) return tl::unexpected<Error>(found.error());
  at_ = *found;
  in_doubt_ = false;
  return {};
}

template <class Asked>
auto PostgresStore::asked(Manner manner, Asked work)
    -> Result<std::invoke_result_t<Asked, pqxx::transaction_base&>> {
  if (in_doubt_) {
    if (auto settled = settle_doubt(); !settled) return tl::unexpected<Error>(settled.error());
  }
  return session_.run(manner, std::move(work));
}

/// Numbers the rows and gives the hash of each; `head` moves on.
std::vector<ChainHash> PostgresStore::chain(Commit& commit, LogHead& head) {
  std::vector<ChainHash> hashes;
  hashes.reserve(commit.log.size());
  for (LogRow& row : commit.log) {
    row.seq = ++head.seq;
    head.hash = chain_.next(head.hash, row);
    hashes.push_back(head.hash);
  }
  return hashes;
}

void PostgresStore::write(Transaction& transaction, const Commit& commit,
                          const std::vector<ChainHash>& hashes, const Position& after) {
  postgres::Array hash;
  hash.add(after.log.hash);
  const pqxx::result advanced = transaction.exec_prepared("advance_head", after.log.seq,
                                                          hash.done(), after.commits, lock_.name());
  if (advanced.affected_rows() != 1)
    postgres::throw_transient("another dondoc has written into this database meanwhile");
  postgres::write_commit(transaction, commit, {commit.log, hashes});
}

/// The connection broke while the server committed. A commit counts one up, so a new connection
/// knows what became of it.
Result<void> PostgresStore::resolve(const Error& failed, const Position& after) {
  in_doubt_ = true;
  const auto until = std::chrono::steady_clock::now() + k_asked_what_became;
  for (;;) {
    auto found = look_at_head();
    if (found) {
      in_doubt_ = false;
      at_ = *found;
      if (lock_.was_displaced()) break;  // the number may be somebody else's
      if (found->commits == after.commits) return {};
      return tl::unexpected<Error>(failed);
    }
    if (found.error().kind != ErrorKind::transient) return tl::unexpected<Error>(found.error());
    if (std::chrono::steady_clock::now() > until) break;
    std::this_thread::sleep_for(k_pause_between_questions);
  }
  return failure(ErrorKind::transient,
                 failed.message + "; whether the last commit was made is not known yet");
}

Result<void> PostgresStore::commit(Commit& commit) {
  if (is_empty(commit)) return {};
  if (in_doubt_) {
    if (auto settled = settle_doubt(); !settled) return settled;
  }
  Position after = at_;
  const std::vector<ChainHash> hashes = chain(commit, after.log);
  ++after.commits;
  Result<void> written = session_.run(
      Manner::change, [&](Transaction& transaction) { write(transaction, commit, hashes, after); });
  if (!written && session_.is_in_doubt()) written = resolve(written.error(), after);
  if (written) {
    at_ = after;
  } else {
    in_doubt_ = true;  // where the database stands is read again
    for (LogRow& row : commit.log) row.seq = 0;
  }
  return written;
}

Result<std::int64_t> PostgresStore::last_seq() {
  return asked(Manner::look, [](Transaction& transaction) {
    return postgres::number_in(transaction.exec1("SELECT seq FROM log_head"), 0);
  });
}

Result<std::int64_t> PostgresStore::last_outbox_id() {
  return asked(Manner::look, [](Transaction& transaction) {
    return postgres::number_in(transaction.exec_prepared1("last_message"), 0);
  });
}

Result<bool> PostgresStore::inbox_seen(std::string_view key) {
  return asked(Manner::look, [&](Transaction& transaction) {
    return !transaction.exec_prepared("inbox_seen", postgres::written(key)).empty();
  });
}

Result<std::optional<CaseRow>> PostgresStore::find_case(std::string_view code) {
  return asked(Manner::look, [&](Transaction& transaction) -> std::optional<CaseRow> {
    const pqxx::result rows = transaction.exec_prepared("find_case", postgres::written(code));
    if (rows.empty()) return std::nullopt;
    return postgres::case_in(rows[0]);
  });
}

Result<Codes> PostgresStore::codes_of_plan(std::string_view plan, std::string_view period) {
  return asked(Manner::look, [&](Transaction& transaction) {
    return codes_in(transaction.exec_prepared("codes_of_plan", postgres::written(plan),
                                              postgres::written(period)));
  });
}

Result<Codes> PostgresStore::open_codes() {
  return asked(Manner::look, [](Transaction& transaction) {
    return codes_in(transaction.exec_prepared("open_codes"));
  });
}

Result<Codes> PostgresStore::open_codes_of_unit(std::string_view unit) {
  return asked(Manner::look, [&](Transaction& transaction) {
    return codes_in(transaction.exec_prepared("open_codes_of_unit", postgres::written(unit)));
  });
}

Result<Codes> PostgresStore::codes_of_unit(std::string_view unit, const Codes& plans) {
  return asked(Manner::look, [&](Transaction& transaction) {
    postgres::Array wanted;
    for (const std::string& plan : plans) wanted.add(plan);
    return codes_in(
        transaction.exec_prepared("codes_of_unit", postgres::written(unit), wanted.done()));
  });
}

Result<std::vector<DueCase>> PostgresStore::due_cases(Instant now, std::size_t limit) {
  return asked(Manner::look, [&](Transaction& transaction) {
    std::vector<DueCase> due;
    for (const pqxx::row& row :
         transaction.exec_prepared("due_cases", now.ms, postgres::row_limit(limit)))
      due.push_back({postgres::text_in(row, 0), postgres::instant_in(row, 1)});
    return due;
  });
}

Result<std::optional<Instant>> PostgresStore::earliest_step() {
  return asked(Manner::look, [](Transaction& transaction) {
    return postgres::optional_instant_in(transaction.exec_prepared1("earliest_step"), 0);
  });
}

Result<void> PostgresStore::each_document(const std::function<void(const DocumentRow&)>& visit) {
  return asked(Manner::walk, [&](Transaction& transaction) {
    postgres::walk(transaction, "SELECT kind, key, body FROM documents ORDER BY kind, key",
                   [&](const pqxx::row& row) { visit(postgres::document_in(row)); });
  });
}

Result<std::vector<ClaimedMessage>> PostgresStore::claim_outbox(Instant now, Instant lease_until,
                                                                std::size_t limit) {
  return asked(Manner::change, [&](Transaction& transaction) {
    return postgres::claim(transaction, now, lease_until, limit);
  });
}

Result<std::optional<Instant>> PostgresStore::earliest_outbox() {
  return asked(Manner::look,
               [](Transaction& transaction) { return postgres::earliest_message(transaction); });
}

}  // namespace

Result<int> migrate_postgres(const std::string& address) {
  postgres::Session session(address, postgres::Access::write);
  auto version = postgres::migrate(session, postgres::all_migrations());
  if (!version) return version;
  if (auto granted = postgres::grant_rights(session); !granted)
    return tl::unexpected<Error>(granted.error());
  return version;
}

Result<std::unique_ptr<Store>> open_postgres_store(const std::string& address) {
  if (auto migrated = migrate_postgres(address); !migrated)
    return tl::unexpected<Error>(migrated.error());
  auto store = std::make_unique<PostgresStore>(address);
  if (auto opened = store->open(); !opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<Store>(std::move(store));
}

}  // namespace dondoc
