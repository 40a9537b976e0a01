// Store: where the log, the state made from it, the inbox keys and the outbox live (design §14). A
// port: implemented in storage/sqlite and storage/postgres; one contract test runs on every
// implementation (tests/storage). Owned by the engine's thread; not thread-safe. Reading beside it
// goes through Reader.
//
// Several programs may work on one store of a server (docs/adr/0015). Whoever decides takes the
// turn first (`begin`), learns what the others committed (`log_after`), and ends the turn with
// `commit` or `leave`.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

/// One event in the log. `seq` is given by the store, without gaps, from 1. Rows are chained by
/// hash inside the store.
struct LogRow {
  std::int64_t seq = 0;
  Instant at;
  std::string subject_kind;
  std::string subject;
  std::string kind;  ///< name of the event
  std::string body;  ///< the whole event as JSON
};

/// An assignment as stored: the columns that are searched by, and the state as JSON.
struct CaseRow {
  std::string code;
  std::string plan;
  std::string obligation;
  std::string unit;
  std::string period;
  std::string state;
  bool open = true;                  ///< neither done nor void
  std::optional<Instant> next_step;  ///< the armed step; none: nothing armed
  std::string body;
};

/// Any other state, by kind ("plan", "unit", "person", "ladder", "calendar", "conversation", …) and
/// key.
struct DocumentRow {
  std::string kind;
  std::string key;
  std::optional<std::string> body;  ///< none: delete
};

/// Higher goes first (design §8, issue of delivery): an answer before what is due today before a
/// reminder before a digest.
enum class Priority { digest = 0, reminder = 1, due_today = 2, answer = 3 };

/// A message to one person, waiting to be sent. `id` is chosen by the engine, rising.
struct OutboxRow {
  std::int64_t id = 0;
  std::string person;
  std::string code;  ///< first assignment it is about, or empty
  std::string step;  ///< ladder step or reason, for the record
  Priority priority = Priority::reminder;
  Instant created;
  Instant not_before;
  std::string body;  ///< JSON: message id, text, buttons, codes
};

enum class OutboxStanding {
  waiting,
  sent,
  given_up,   ///< nobody could be reached; the lead was told
  overtaken,  ///< its duty was settled before it left: rightly never sent
};

/// What became of a claimed message.
struct OutboxUpdate {
  std::int64_t id = 0;
  OutboxStanding standing = OutboxStanding::sent;
  Instant at;
  Instant next_attempt;  ///< for waiting
  int attempts = 0;
  std::string channel;
  std::string detail;
  bool outcome_unknown = false;  ///< for waiting: it may have been sent; the next claim says so too
};

/// A key of an inbound update, unique per channel and account.
struct InboxKey {
  std::string key;
  Instant at;
};

/// A lease under which something is written (engine/port/lease_store.h).
struct Fence {
  std::string lease;
  std::int64_t number = 0;  ///< 0: of a program that is alone; nobody is asked
};

/// Everything one batch changes. Applied in one durable transaction, or not at all.
struct Commit {
  std::vector<LogRow> log;
  std::vector<CaseRow> cases;
  std::vector<DocumentRow> documents;
  std::vector<OutboxRow> outbox;
  std::vector<OutboxUpdate> outbox_updates;
  std::vector<InboxKey> inbox;
  std::vector<std::string>
      disarmed;  ///< codes whose row cannot be read: their next step is taken away, nothing else
  /// Refused as transient when somebody else holds that lease by now, also when there is nothing to
  /// change. A store of one program has no leases and asks nothing.
  std::optional<Fence> fence;
};

/// Whether it holds no row at all.
bool is_empty(const Commit& commit);

/// Where log and outbox end; 0: there is nothing in them.
struct Ends {
  std::int64_t seq = 0;
  std::int64_t outbox_id = 0;
  /// Another one than before: a server that missed commits has taken over, so what is in memory may
  /// never have happened.
  int lineage = 0;
};

/// Kind and key of a document.
using DocumentKey = std::pair<std::string, std::string>;

struct DueCase {
  std::string code;
  Instant at;
};

struct ClaimedMessage {
  OutboxRow row;
  int attempts = 0;  ///< earlier attempts
  bool outcome_unknown =
      false;  ///< leased before and never recorded, or recorded as such: it may have been sent
};

/// What became of a commit that was handed over.
enum class CommitStanding {
  durable,
  under_way,  ///< `confirm` says what became of it
};

/// How long a commit took that was under way, and how much of that `confirm`, or a question before
/// it, had to wait. Zero where none was.
struct WritePace {
  std::chrono::microseconds written{};
  std::chrono::microseconds waited{};
};

class Store {
 public:
  virtual ~Store() = default;

  /// Takes the turn: until `commit` or `leave` nobody else commits, so that what is decided on what
  /// was read meanwhile still holds. Waits for whoever has it. Requires: it is not taken yet.
  /// Errors: transient: nobody has it.
  virtual Result<Ends> begin() = 0;
  /// Ends a turn without a change. None under way: not an error.
  virtual void leave() = 0;

  /// Durable when it returns (synced), and the turn is over; without one it takes its own. `seq` of
  /// the log rows is filled in by the store in order after the last one. Errors: transient (busy,
  /// disk full): nothing was applied. An empty commit is not an error and changes nothing.
  virtual Result<void> commit(Commit& commit) = 0;

  /// Like `commit`, and the turn is over; but a store may write it on a thread of its own, so that
  /// the next batch is decided meanwhile. Until `confirm`, every question is answered as if it were
  /// stored, and nothing else may be written. Requires: none is under way. Errors: those of commit.
  virtual Result<CommitStanding> hand_over(Commit commit);
  /// Waits for what is under way; none: not an error. Errors: those of commit: nothing of it was
  /// applied, so what was decided on it must not be committed.
  virtual Result<WritePace> confirm();

  /// 0 for an empty log.
  virtual Result<std::int64_t> last_seq() = 0;
  virtual Result<std::int64_t> last_outbox_id() = 0;
  virtual Result<bool> inbox_seen(std::string_view key) = 0;
  /// Of these keys those that were seen, in any order.
  virtual Result<std::vector<std::string>> seen_keys(const std::vector<std::string>& keys);

  /// Rows after `seq` in order, at most `limit`. Empty at the end: not an error.
  virtual Result<std::vector<LogRow>> log_after(std::int64_t seq, std::size_t limit) = 0;

  /// None when there is none of that code: not an error.
  virtual Result<std::optional<CaseRow>> find_case(std::string_view code) = 0;
  /// Those that are there, in any order.
  virtual Result<std::vector<CaseRow>> find_cases(const std::vector<std::string>& codes);
  virtual Result<std::vector<std::string>> codes_of_plan(std::string_view plan,
                                                         std::string_view period) = 0;
  virtual Result<std::vector<std::string>> open_codes() = 0;
  virtual Result<std::vector<std::string>> open_codes_of_unit(std::string_view unit) = 0;
  /// Open or not, of these plans; no plans: none.
  virtual Result<std::vector<std::string>> codes_of_unit(std::string_view unit,
                                                         const std::vector<std::string>& plans) = 0;
  /// Armed steps at or before `now`, earliest first, at most `limit`.
  virtual Result<std::vector<DueCase>> due_cases(Instant now, std::size_t limit) = 0;
  /// The earliest armed step of all; none when nothing is armed.
  virtual Result<std::optional<Instant>> earliest_step() = 0;
  virtual Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) = 0;
  /// One row each in any order, without a body where there is none of that key.
  virtual Result<std::vector<DocumentRow>> find_documents(const std::vector<DocumentKey>& keys) = 0;

  /// Leases messages whose time has come (`not_before` and next attempt <= now), by priority, then
  /// age, at most `limit`. A leased message is not returned again before `lease_until`: a crash
  /// between send and record delays it and may repeat it, but never loses it. Within a turn it is
  /// durable when that was committed; a turn that is left may leave the leases behind.
  virtual Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                           std::size_t limit) = 0;
  /// The earliest time a waiting, unleased message may go; none when nothing waits.
  virtual Result<std::optional<Instant>> earliest_outbox() = 0;
  /// For whoever delivers from now on: what is leased belongs to somebody who is gone. It may go at
  /// `now`, and may have been sent.
  virtual Result<void> take_over_claims(Instant now) = 0;
};

}  // namespace dondoc
