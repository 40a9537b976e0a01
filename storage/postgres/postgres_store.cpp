#include <fmt/format.h>

#include <chrono>
#include <map>
#include <pqxx/pqxx>
#include <thread>
#include <utility>

#include "engine/check.h"
#include "storage/postgres/commit_writer.h"
#include "storage/postgres/migrations.h"
#include "storage/postgres/node.h"
#include "storage/postgres/outbox_claims.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;
using Codes = std::vector<std::string>;

constexpr std::chrono::seconds k_asked_what_became{20};
constexpr std::chrono::milliseconds k_pause_between_questions{250};

// How long the turn is waited for before it is asked whether whoever has it still lives.
constexpr const char* k_bounds = "SET lock_timeout = '3s'";

constexpr const char* k_take_turn = "SELECT seq, hash, commits, outbox_id FROM log_head FOR UPDATE";

// Whoever commits moves the head on, signs for it, and wakes the others, by its name.
constexpr const char* k_advance_head =
    "WITH head AS (UPDATE log_head SET seq = $1, hash = ($2::bytea[])[1], commits = $3, "
    "outbox_id = $4 WHERE commits = $3 - 1 RETURNING commits), "
    "signed AS (INSERT INTO nodes (name, program, last_commit, entered) "
    "VALUES ($5, $6, $3, clock_timestamp()) "
    "ON CONFLICT (name) DO UPDATE SET last_commit = excluded.last_commit) "
    "SELECT pg_notify('dondoc', $5) FROM head";

std::vector<postgres::Session::Statement> statements() {
  std::vector<postgres::Session::Statement> all = postgres::commit_statements();
  for (auto& statement : postgres::claim_statements()) all.push_back(std::move(statement));
  all.push_back({"take_turn", k_take_turn});
  all.push_back({"advance_head", k_advance_head});
  all.push_back({"holds_lease", "SELECT 1 FROM leases WHERE name = $1 AND fence = $2"});
  all.push_back({"take_over_claims",
                 "UPDATE outbox SET ready_at = $1 WHERE standing = 0 AND lease_until > "
                 "next_attempt"});
  all.push_back({"seen_keys", "SELECT key FROM inbox WHERE key = ANY ($1::text[])"});
  all.push_back({"log_after", fmt::format("SELECT {} FROM log WHERE seq > $1 ORDER BY seq LIMIT $2",
                                          postgres::k_log_columns)});
  all.push_back({"find_cases", fmt::format("SELECT {} FROM cases WHERE code = ANY ($1::text[])",
                                           postgres::k_case_columns)});
  all.push_back({"find_documents",
                 "SELECT kind, key, body FROM documents JOIN unnest($1::text[], $2::text[]) "
                 "AS wanted (kind, key) USING (kind, key)"});
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

/// Where the database stands.
struct Position {
  LogHead log;
  std::int64_t commits = 0;
  std::int64_t outbox_id = 0;
};

Position position_in(const pqxx::result& rows) {
  if (rows.size() != 1) postgres::throw_corrupt("the row of log_head is missing");
  return {{postgres::number_in(rows[0], 0), postgres::hash_in(rows[0], 1)},
          postgres::number_in(rows[0], 2),
          postgres::number_in(rows[0], 3)};
}

class PostgresStore final : public Store {
 public:
  PostgresStore(const std::string& address, std::string node)
      : name_(std::move(node)), session_(address, postgres::Access::write, statements()) {}

  Result<void> open();
  Result<Ends> begin() override;
  void leave() override;
  Result<void> commit(Commit& commit) override;
  Result<std::int64_t> last_seq() override;
  Result<std::int64_t> last_outbox_id() override;
  Result<bool> inbox_seen(std::string_view key) override;
  Result<Codes> seen_keys(const Codes& keys) override;
  Result<std::vector<LogRow>> log_after(std::int64_t seq, std::size_t limit) override;
  Result<std::optional<CaseRow>> find_case(std::string_view code) override;
  Result<std::vector<CaseRow>> find_cases(const Codes& codes) override;
  Result<Codes> codes_of_plan(std::string_view plan, std::string_view period) override;
  Result<Codes> open_codes() override;
  Result<Codes> open_codes_of_unit(std::string_view unit) override;
  Result<Codes> codes_of_unit(std::string_view unit, const Codes& plans) override;
  Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) override;
  Result<std::optional<Instant>> earliest_step() override;
  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override;
  Result<std::vector<DocumentRow>> find_documents(const std::vector<DocumentKey>& keys) override;
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override;
  Result<std::optional<Instant>> earliest_outbox() override;
  Result<void> take_over_claims(Instant now) override;

 private:
  void greet(Transaction& transaction);
  Result<void> take_turn();
  std::vector<ChainHash> chain(Commit& commit, LogHead& head);
  void write(Transaction& transaction, const Commit& commit, const std::vector<ChainHash>& hashes,
             const Position& after);
  Result<void> write_and_finish(const Commit& commit, const std::vector<ChainHash>& hashes,
                                const Position& after);
  Result<void> resolve(const Error& failed, const Position& after);
  Result<bool> was_made(const Position& after);

  const std::string name_;
  postgres::Session session_;
  HashChain chain_;
  Position at_;  ///< as the last turn found it or left it
  int lineage_ = 0;
  bool turn_lost_ = false;  ///< it was begun, and what was read in it may hold no longer
};

Result<void> PostgresStore::open() {
  session_.on_connect([this](Transaction& transaction) { greet(transaction); });
  auto turn = begin();
  if (!turn) return tl::unexpected<Error>(turn.error());
  leave();
  return {};
}

/// A server that does not know what was committed here is another one than before.
void PostgresStore::greet(Transaction& transaction) {
  transaction.exec(k_bounds);
  postgres::join_nodes(transaction, name_);
  if (at_.log.seq == 0) return;
  const pqxx::result known =
      transaction.exec_params("SELECT hash FROM log WHERE seq = $1", at_.log.seq);
  if (known.size() != 1 || postgres::hash_in(known[0], 0) != at_.log.hash) ++lineage_;
}

Result<void> PostgresStore::take_turn() {
  int attempts = 0;
  return session_.enter([&](Transaction& transaction) {
    if (++attempts > 1) postgres::end_stalled(transaction);
    at_ = position_in(transaction.exec_prepared("take_turn"));
  });
}

Result<Ends> PostgresStore::begin() {
  CHECK(!session_.is_entered());
  auto taken = take_turn();
  turn_lost_ = false;
  if (!taken) return tl::unexpected<Error>(taken.error());
  turn_lost_ = true;  // until it is ended in order
  return Ends{at_.log.seq, at_.outbox_id, lineage_};
}

void PostgresStore::leave() {
  session_.leave();
  turn_lost_ = false;
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
  if (commit.fence && commit.fence->number > 0 &&
      transaction
          .exec_prepared("holds_lease", postgres::written(commit.fence->lease),
                         commit.fence->number)
          .empty())
    postgres::throw_transient("another node has taken over " + commit.fence->lease);
  if (is_empty(commit)) return;
  postgres::Array hash;
  hash.add(after.log.hash);
  const pqxx::result advanced =
      transaction.exec_prepared("advance_head", after.log.seq, hash.done(), after.commits,
                                after.outbox_id, name_, postgres::newest_version());
  if (advanced.size() != 1) postgres::throw_corrupt("log_head was changed without its turn");
  postgres::write_commit(transaction, commit, {commit.log, hashes}, at_.outbox_id);
}

Result<void> PostgresStore::write_and_finish(const Commit& commit,
                                             const std::vector<ChainHash>& hashes,
                                             const Position& after) {
  auto written = session_.run(
      Manner::change, [&](Transaction& transaction) { write(transaction, commit, hashes, after); });
  if (!written) {
    session_.leave();
    return written;
  }
  auto finished = session_.finish();
  return finished || !session_.is_in_doubt() ? finished : resolve(finished.error(), after);
}

/// With the head locked, so that a commit of a lost connection has come to its end.
Result<bool> PostgresStore::was_made(const Position& after) {
  return session_.run(Manner::change, [&](Transaction& transaction) {
    at_ = position_in(transaction.exec_prepared("take_turn"));
    const pqxx::result last =
        transaction.exec_params("SELECT last_commit FROM nodes WHERE name = $1", name_);
    return last.size() == 1 && postgres::number_in(last[0], 0) == after.commits;
  });
}

/// The connection broke while the server committed. Each commit is signed for, so a new connection
/// knows what became of it.
Result<void> PostgresStore::resolve(const Error& failed, const Position& after) {
  const auto until = std::chrono::steady_clock::now() + k_asked_what_became;
  for (;;) {
    auto made = was_made(after);
    if (made && *made) return {};
    if (made) return tl::unexpected<Error>(failed);
    if (made.error().kind != ErrorKind::transient) return tl::unexpected<Error>(made.error());
    if (std::chrono::steady_clock::now() > until) break;
    std::this_thread::sleep_for(k_pause_between_questions);
  }
  return failure(ErrorKind::transient,
                 failed.message + "; whether the last commit was made is not known yet");
}

Result<void> PostgresStore::commit(Commit& commit) {
  const bool has_turn = session_.is_entered();
  if (!has_turn && turn_lost_) {
    turn_lost_ = false;
    return failure(ErrorKind::transient, session_.name() + ": the turn was lost before the commit");
  }
  if (!has_turn) {
    if (is_empty(commit)) return {};
    if (auto taken = take_turn(); !taken) return taken;
  }
  Position after = at_;
  const std::vector<ChainHash> hashes = chain(commit, after.log);
  ++after.commits;
  if (!commit.outbox.empty()) after.outbox_id = commit.outbox.back().id;
  auto written = write_and_finish(commit, hashes, after);
  turn_lost_ = false;
  if (written) {
    if (!is_empty(commit)) at_ = after;
  } else {
    for (LogRow& row : commit.log) row.seq = 0;
  }
  return written;
}

Result<std::int64_t> PostgresStore::last_seq() {
  return session_.run(Manner::look, [](Transaction& transaction) {
    return postgres::number_in(transaction.exec1("SELECT seq FROM log_head"), 0);
  });
}

Result<std::int64_t> PostgresStore::last_outbox_id() {
  return session_.run(Manner::look, [](Transaction& transaction) {
    return postgres::number_in(transaction.exec1("SELECT outbox_id FROM log_head"), 0);
  });
}

Result<bool> PostgresStore::inbox_seen(std::string_view key) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    return !transaction.exec_prepared("inbox_seen", postgres::written(key)).empty();
  });
}

Result<Codes> PostgresStore::seen_keys(const Codes& keys) {
  if (keys.empty()) return Codes();
  return session_.run(Manner::look, [&](Transaction& transaction) {
    postgres::Array wanted;
    for (const std::string& key : keys) wanted.add(key);
    return codes_in(transaction.exec_prepared("seen_keys", wanted.done()));
  });
}

Result<std::vector<LogRow>> PostgresStore::log_after(std::int64_t seq, std::size_t limit) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    std::vector<LogRow> found;
    for (const pqxx::row& row :
         transaction.exec_prepared("log_after", seq, postgres::row_limit(limit)))
      found.push_back(postgres::log_in(row));
    return found;
  });
}

Result<std::vector<CaseRow>> PostgresStore::find_cases(const Codes& codes) {
  if (codes.empty()) return std::vector<CaseRow>();
  return session_.run(Manner::look, [&](Transaction& transaction) {
    postgres::Array wanted;
    for (const std::string& code : codes) wanted.add(code);
    std::vector<CaseRow> found;
    for (const pqxx::row& row : transaction.exec_prepared("find_cases", wanted.done()))
      found.push_back(postgres::case_in(row));
    return found;
  });
}

Result<std::optional<CaseRow>> PostgresStore::find_case(std::string_view code) {
  return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<CaseRow> {
    const pqxx::result rows = transaction.exec_prepared("find_case", postgres::written(code));
    if (rows.empty()) return std::nullopt;
    return postgres::case_in(rows[0]);
  });
}

Result<Codes> PostgresStore::codes_of_plan(std::string_view plan, std::string_view period) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    return codes_in(transaction.exec_prepared("codes_of_plan", postgres::written(plan),
                                              postgres::written(period)));
  });
}

Result<Codes> PostgresStore::open_codes() {
  return session_.run(Manner::look, [](Transaction& transaction) {
    return codes_in(transaction.exec_prepared("open_codes"));
  });
}

Result<Codes> PostgresStore::open_codes_of_unit(std::string_view unit) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    return codes_in(transaction.exec_prepared("open_codes_of_unit", postgres::written(unit)));
  });
}

Result<Codes> PostgresStore::codes_of_unit(std::string_view unit, const Codes& plans) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    postgres::Array wanted;
    for (const std::string& plan : plans) wanted.add(plan);
    return codes_in(
        transaction.exec_prepared("codes_of_unit", postgres::written(unit), wanted.done()));
  });
}

Result<std::vector<DueCase>> PostgresStore::due_cases(Instant now, std::size_t limit) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    std::vector<DueCase> due;
    for (const pqxx::row& row :
         transaction.exec_prepared("due_cases", now.ms, postgres::row_limit(limit)))
      due.push_back({postgres::text_in(row, 0), postgres::instant_in(row, 1)});
    return due;
  });
}

Result<std::optional<Instant>> PostgresStore::earliest_step() {
  return session_.run(Manner::look, [](Transaction& transaction) {
    return postgres::optional_instant_in(transaction.exec_prepared1("earliest_step"), 0);
  });
}

Result<void> PostgresStore::each_document(const std::function<void(const DocumentRow&)>& visit) {
  return session_.run(Manner::walk, [&](Transaction& transaction) {
    postgres::walk(transaction, "SELECT kind, key, body FROM documents ORDER BY kind, key",
                   [&](const pqxx::row& row) { visit(postgres::document_in(row)); });
  });
}

Result<std::vector<DocumentRow>> PostgresStore::find_documents(
    const std::vector<DocumentKey>& keys) {
  return session_.run(Manner::look, [&](Transaction& transaction) {
    std::map<DocumentKey, DocumentRow> rows;
    postgres::Array kinds, names;
    for (const DocumentKey& key : keys) {
      rows[key] = {key.first, key.second, std::nullopt};
      kinds.add(key.first);
      names.add(key.second);
    }
    for (const pqxx::row& row :
         transaction.exec_prepared("find_documents", kinds.done(), names.done())) {
      DocumentRow found = postgres::document_in(row);
      rows.at({found.kind, found.key}).body = std::move(found.body);
    }
    std::vector<DocumentRow> list;
    for (auto& entry : rows) list.push_back(std::move(entry.second));
    return list;
  });
}

Result<std::vector<ClaimedMessage>> PostgresStore::claim_outbox(Instant now, Instant lease_until,
                                                                std::size_t limit) {
  return session_.run(Manner::change, [&](Transaction& transaction) {
    return postgres::claim(transaction, now, lease_until, limit);
  });
}

Result<std::optional<Instant>> PostgresStore::earliest_outbox() {
  return session_.run(Manner::look, [](Transaction& transaction) {
    return postgres::earliest_message(transaction);
  });
}

Result<void> PostgresStore::take_over_claims(Instant now) {
  return session_.run(Manner::change, [&](Transaction& transaction) {
    transaction.exec_prepared0("take_over_claims", now.ms);
  });
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

namespace {

/// A role that may not take the steps works on what is there, as long as it can.
Result<void> make_ready(const std::string& address) {
  auto migrated = migrate_postgres(address);
  if (migrated) return {};
  postgres::Session session(address, postgres::Access::read);
  if (auto known = postgres::require_known(session); known) return {};
  return tl::unexpected<Error>(migrated.error());
}

}  // namespace

Result<std::unique_ptr<Store>> open_postgres_store(const std::string& address,
                                                   const std::string& node) {
  if (auto ready = make_ready(address); !ready) return tl::unexpected<Error>(ready.error());
  auto store = std::make_unique<PostgresStore>(address, node);
  if (auto opened = store->open(); !opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<Store>(std::move(store));
}

}  // namespace dondoc
