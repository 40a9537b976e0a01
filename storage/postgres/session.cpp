#include "storage/postgres/session.h"

#include <chrono>
#include <pqxx/pqxx>
#include <thread>

#include "engine/check.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/schema.h"

namespace dondoc::postgres {
namespace {

constexpr int k_attempts = 5;
constexpr std::chrono::milliseconds k_first_pause{20};  // doubled each time

// Durable when answered: what an administrator set higher (remote_apply) stays. Bounds, so that
// nothing waits for ever: for a statement, for a lock, for a client that is gone. The compiler of
// queries costs more than it gives for rows found by index. A statement is prepared when a table may
// still be empty, and its plan is kept: reading the whole table, which is right then, must not be
// what is kept.
constexpr const char* k_settings =
    "SET client_encoding = 'UTF8'; SET bytea_output = 'hex'; SET jit = off; SET enable_seqscan = off; "
    "SET statement_timeout = '60s'; SET lock_timeout = '10s'; "
    "SET idle_in_transaction_session_timeout = '120s'; "
    "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3; "
    "SET client_connection_check_interval = '5s'; "
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') IN ('off', 'local')";

/// A connection that came back by itself would have lost its settings and what it holds.
void never_reconnect_silently(pqxx::connection_base& connection) {
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
  connection.inhibit_reactivation(true);
#pragma GCC diagnostic pop
}

}  // namespace

struct Session::Line {
  explicit Line(const std::string& address) : connection(address) {}
  pqxx::connection connection;
  std::unique_ptr<pqxx::work> turn;  // ends before its connection
};

Session::Session(const std::string& address, Access access, std::vector<Statement> statements)
    : address_(with_defaults(address, access)),
      name_(shown(address)),
      access_(access),
      statements_(std::move(statements)) {}

Session::~Session() = default;

void Session::connect() {
  if (line_) return;
  auto line = std::make_unique<Line>(address_);
  never_reconnect_silently(line->connection);
  {
    pqxx::nontransaction first(line->connection);
    first.exec(k_settings);
    first.exec(std::string("SET search_path = ") + k_schema);
    if (access_ == Access::read) first.exec("SET default_transaction_read_only = on");
    if (greeting_) greeting_(first);
  }
  for (const Statement& statement : statements_)
    line->connection.prepare(statement.name, statement.sql);
  line_ = std::move(line);
}

template <class Transaction>
void Session::within(const Work& work, bool& begun) {
  Transaction transaction(line_->connection);
  begun = true;
  struct Walking {
    pqxx::transaction_base*& walk;
    ~Walking() { walk = nullptr; }
  } walking{walk_};
  walk_ = &transaction;
  work(transaction);
}

std::optional<Session::Failure> Session::attempt(Manner manner, const Work& work) {
  bool begun = false;
  try {
    connect();
    switch (manner) {
      case Manner::look: {
        pqxx::nontransaction transaction(line_->connection);
        work(transaction);
        break;
      }
      case Manner::walk:
        within<pqxx::transaction<pqxx::read_committed, pqxx::read_only>>(work, begun);
        break;
      case Manner::snapshot:
        within<pqxx::transaction<pqxx::repeatable_read, pqxx::read_only>>(work, begun);
        break;
      case Manner::change: {
        pqxx::work transaction(line_->connection);
        work(transaction);
        transaction.commit();
        break;
      }
    }
    return std::nullopt;
  } catch (const std::exception& thrown) {
    return failed(thrown, begun);
  }
}

Session::Failure Session::failed(const std::exception& thrown, bool begun) {
  const bool lost = !line_ || !line_->connection.is_open() || is_wrong_server(thrown);
  if (lost) line_.reset();
  in_doubt_ = postgres::is_in_doubt(thrown);
  Failure failure{error_of(thrown, name_), false};
  failure.again = failure.error.kind == ErrorKind::transient && !in_doubt_ && !begun &&
                  (lost || is_rolled_back(thrown));
  return failure;
}

std::optional<Session::Failure> Session::attempt_to_enter(const Work& first) {
  try {
    connect();
    line_->turn = std::make_unique<pqxx::work>(line_->connection);
    first(*line_->turn);
    return std::nullopt;
  } catch (const std::exception& thrown) {
    leave();
    Failure failure = failed(thrown, false);
    failure.again = failure.again || is_lock_timeout(thrown);
    return failure;
  }
}

template <class Attempt>
Result<void> Session::again_and_again(Attempt attempt) {
  in_doubt_ = false;
  auto pause = k_first_pause;
  for (int attempts = 1;; ++attempts) {
    auto failed = attempt();
    if (!failed) return {};
    if (!failed->again || attempts == k_attempts) return tl::unexpected<Error>(failed->error);
    std::this_thread::sleep_for(pause);
    pause *= 2;
  }
}

/// What this program refuses by itself leaves a turn as it is; what the server refuses ends it.
Result<void> Session::join(const Work& work) {
  const bool of_turn = walk_ == nullptr;
  try {
    work(of_turn ? *line_->turn : *walk_);
    return {};
  } catch (const std::exception& thrown) {
    if (!of_turn || !is_of_server(thrown)) return tl::unexpected<Error>(error_of(thrown, name_));
    leave();
    return tl::unexpected<Error>(failed(thrown, true).error);
  }
}

Result<void> Session::carry_out(Manner manner, const Work& work) {
  if (walk_ != nullptr || is_entered()) return join(work);
  return again_and_again([&] { return attempt(manner, work); });
}

Result<void> Session::enter(const Work& first) {
  CHECK(walk_ == nullptr && !is_entered());
  return again_and_again([&] { return attempt_to_enter(first); });
}

Result<void> Session::finish() {
  CHECK(is_entered());
  in_doubt_ = false;
  try {
    line_->turn->commit();
    line_->turn.reset();
    return {};
  } catch (const std::exception& thrown) {
    leave();
    return tl::unexpected<Error>(failed(thrown, true).error);
  }
}

void Session::leave() {
  if (!is_entered()) return;
  try {
    line_->turn->abort();
  } catch (const std::exception&) {
    // The connection is gone, and the transaction with it.
  }
  line_->turn.reset();
}

bool Session::is_entered() const { return line_ && line_->turn; }

}  // namespace dondoc::postgres
