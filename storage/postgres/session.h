// A connection to the server that is made when it is needed and made again when it is lost.
// Internal to storage/postgres. Each object belongs to one thread; SharedSession may be used from
// several.
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "engine/result.h"
#include "storage/postgres/address.h"

namespace pqxx {
class transaction_base;
}  // namespace pqxx

namespace dondoc::postgres {

/// How work is done. Work may run more than once, so it must not leave anything behind but in what
/// it returns.
enum class Manner {
  look,      ///< each statement by itself; again when the connection is lost
  walk,      ///< a read-only transaction; not again once it runs, for somebody has seen rows
  snapshot,  ///< as walk, and all statements see one state
  change,  ///< a transaction, durable when this returns; again when it was undone or the connection
           ///< was lost before the server was asked to commit
};

class Session {
 public:
  using Work = std::function<void(pqxx::transaction_base&)>;

  struct Statement {
    const char* name;
    std::string sql;
  };

  /// `statements` are prepared by each connection when first used.
  Session(const std::string& address, Access access, std::vector<Statement> statements = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  /// Runs on each new connection before anything else. What it throws ends the connection.
  void on_connect(Work greeting) { greeting_ = std::move(greeting); }

  /// Work within a walk or a turn joins its transaction. Errors: transient when there is no server,
  /// a bound of time was passed, or others were in the way five times; see postgres_error.h.
  template <class Asked>
  auto run(Manner manner, Asked asked)
      -> Result<std::invoke_result_t<Asked, pqxx::transaction_base&>>;

  /// Begins a transaction that stays open, `first` being its first work: everything that is run
  /// until `finish` or `leave` joins it. Again also when a lock was waited for in vain. Errors: as
  /// a change; then nothing is open.
  Result<void> enter(const Work& first);
  /// Commits it. Errors: as a change.
  Result<void> finish();
  /// Undoes it; nothing when none is open.
  void leave();
  /// False too when the server ended it, or a statement of it failed.
  bool is_entered() const;

  /// After a change that failed: the server may have committed it all the same.
  bool is_in_doubt() const { return in_doubt_; }

  /// The address for messages.
  const std::string& name() const { return name_; }

 private:
  struct Failure {
    Error error;
    bool again = false;
  };

  struct Line;

  Result<void> carry_out(Manner manner, const Work& work);
  std::optional<Failure> attempt(Manner manner, const Work& work);
  std::optional<Failure> attempt_to_enter(const Work& first);
  Failure failed(const std::exception& thrown, bool begun);
  Result<void> join(const Work& work);
  template <class Attempt>
  Result<void> again_and_again(Attempt attempt);
  void connect();
  template <class Transaction>
  void within(const Work& work, bool& begun);

  const std::string address_;
  const std::string name_;
  const Access access_;
  const std::vector<Statement> statements_;
  Work greeting_;
  std::unique_ptr<Line> line_;              ///< none: to be made
  pqxx::transaction_base* walk_ = nullptr;  ///< under way; that of a turn is in line_
  bool in_doubt_ = false;
};

class SharedSession {
 public:
  explicit SharedSession(const std::string& address) : session_(address, Access::write) {}
  template <class Asked>
  auto run(Manner manner, Asked asked) {
    const std::lock_guard lock(mutex_);
    return session_.run(manner, std::move(asked));
  }

 private:
  std::mutex mutex_;
  Session session_;  // guarded by mutex_
};

// --- Inline implementations ---

template <class Asked>
auto Session::run(Manner manner, Asked asked)
    -> Result<std::invoke_result_t<Asked, pqxx::transaction_base&>> {
  using Value = std::invoke_result_t<Asked, pqxx::transaction_base&>;
  if constexpr (std::is_void_v<Value>) {
    return carry_out(manner, asked);
  } else {
    std::optional<Value> value;
    auto done = carry_out(
        manner, [&](pqxx::transaction_base& transaction) { value.emplace(asked(transaction)); });
    if (!done) return tl::unexpected<Error>(done.error());
    return std::move(*value);
  }
}

}  // namespace dondoc::postgres
