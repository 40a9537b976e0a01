// Engine: the loop of design §4. Commands and messages in, one durable commit, answers out. Every
// wake-up is the same: take what is due, commit, say when to wake next.
//
// Owned by one thread; not thread-safe. Holds the office in memory and assignments by need. It has
// no clock: `now` is an argument, and recorded time never runs backwards.
//
// Other programs may work on the same store: everything that decides takes the store's turn first
// and takes in what they committed (docs/adr/0015), so each decision stands on what is stored.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "engine/command/decide.h"
#include "engine/delivery/settled.h"
#include "engine/loop/digest_sweep.h"
#include "engine/loop/working_set.h"
#include "engine/notice/notices.h"
#include "engine/port/interpreter.h"
#include "engine/port/store.h"

namespace dondoc {

using Input = std::variant<Command, Heard>;

enum class AnswerKind { done, refused, duplicate };

/// What became of one input, given only after its effect is durable.
struct Answer {
  AnswerKind kind = AnswerKind::done;
  Rejected refusal;                ///< for refused
  std::vector<std::string> codes;  ///< assignments that changed
};

/// What `handle_ahead` did.
struct Ahead {
  /// Of what was under way before; an error: neither that nor these inputs had any effect.
  Result<WritePace> before;
  Result<std::vector<Answer>> answers;
  /// under_way: the answers hold only when `confirm` says so.
  CommitStanding standing = CommitStanding::durable;
};

struct Ticked {
  std::size_t steps = 0;     ///< cases whose step was taken, skipped or put off
  std::size_t messages = 0;  ///< rows put into the outbox
  bool more = false;         ///< something is still due: call again at once
};

/// Which messages are leased, and for how long.
struct Leasing {
  Instant now;
  Instant until;
  std::size_t limit = 0;
  std::optional<Fence> fence{};  ///< of whoever delivers
};

class Engine {
 public:
  /// `interpreter` may be null when no messages are heard (command line, bench).
  Engine(const Definitions& definitions, Zone zone, Store& store, const Interpreter* interpreter);
  ~Engine();

  /// Loads the office; records the calendar years of the data files that are new or changed, and
  /// moves open assignments accordingly. A year that the administrator has set is left alone.
  /// Errors: those of the store; corrupt when a stored document cannot be read.
  Result<void> open(Instant now);

  /// Handles inputs in order in one durable transaction; a refusal or a duplicate never touches its
  /// neighbours. Errors: those of the store; then nothing of the batch was applied, and memory was
  /// loaded anew or, when that failed too, is before anything else is done. The same for tick and
  /// settle.
  Result<std::vector<Answer>> handle(const std::vector<Input>& inputs, Instant now);

  /// The same, but the store may still be writing when it returns (docs/adr/0017). The inputs are
  /// decided while those before them are written, and handed over when these are durable. Only
  /// this and `confirm` may be called while something is under way; `world` then shows what may
  /// never have happened.
  Ahead handle_ahead(const std::vector<Input>& inputs, Instant now);
  /// Waits for what is under way; none: not an error. Errors: as of handle.
  Result<WritePace> confirm();

  /// Units change whose day has come; otherwise takes the steps due by `now`, at most
  /// limits::steps_per_batch cases, in one durable transaction; when none is due, a little of the
  /// leads' morning digests. A case that cannot be handled is quarantined with the reason and never
  /// stops the others.
  Result<Ticked> tick(Instant now);

  /// When tick must be called next: for a step, for the leads' morning or for units that change;
  /// none when nothing is armed.
  Result<std::optional<Instant>> wake_at();

  /// Leases messages whose time has come, and shows each to `look` while the office stands as it is
  /// stored. They are durably leased when this returns. Errors: those of the store: whoever has
  /// looked at one forgets it.
  Result<std::size_t> lease(const Leasing& leasing,
                            const std::function<void(ClaimedMessage)>& look);

  /// Records outcomes of sent messages, with an event each for messages about an assignment.
  /// Accounts that were not reached are marked, so that the next message takes another way.
  Result<void> settle(const std::vector<Settled>& settled, const std::vector<Unreached>& unreached,
                      Instant now, const std::optional<Fence>& fence = std::nullopt);

  /// What decide would answer, without any effect: for previews ("what would this calendar move?").
  Decision consider(const Command& command, Instant now) const;

  /// Takes in what other nodes committed, so that `world` shows it.
  Result<void> refresh();

  World world() const { return {definitions_, office_, cases_, zone_}; }
  const Office& office() const { return office_; }
  const Definitions& definitions() const { return definitions_; }
  Zone zone() const { return zone_; }

 private:
  class Batch;

  class Turn;

  Result<void> load(const Ends& ends);
  Result<void> follow(const Ends& ends);
  Result<void> catch_up();
  Result<std::set<DocumentKey>> changed_by_others(const std::vector<LogRow>& rows);
  Error undone(Error why);
  void fetch_cases(const std::vector<Input>& inputs);
  Result<void> adopt_calendars(Instant now);
  Result<Commit*> rows_of(Batch& batch);
  Result<void> commit(Batch& batch);
  Result<void> hand_over(Batch& batch, Ahead& ahead);
  Result<std::vector<Answer>> run_each(Batch& batch, const std::vector<Input>& inputs, Instant now);
  Answer run(Batch& batch, const Command& command, Instant now);
  Answer run(Batch& batch, const Heard& heard, Instant now);
  Answer receive(Batch& batch, const Heard& heard, Instant now);
  std::string nonce_after(const Interpretation& meaning, const std::string& person) const;
  void quarantine(Batch& batch, const std::string& code, const char* why, Instant now);
  Reply refusal_told(const std::string& person, const Rejected& refusal) const;
  Result<Ticked> tick_units(std::vector<Event> changes, Instant now);
  Result<Ticked> tick_morning(Instant now);
  bool is_still_due(const std::string& code, Instant now) const;

  const Definitions& definitions_;
  Zone zone_;
  bool loaded_ = false;  ///< memory is what is stored; otherwise it is loaded before anything else
  Store& store_;
  const Interpreter* interpreter_;
  Office office_;
  WorkingSet cases_;
  std::unique_ptr<DigestSweep> sweep_;  ///< of the morning that is being settled
  Ends ends_;                           ///< that memory includes
};

}  // namespace dondoc
