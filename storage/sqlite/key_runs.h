// Where the log rows of a subject and the messages of an assignment or a person are. Internal to
// storage/sqlite.
//
// Why no plain index: an entry of one goes to a random page of it for every row, which halved the
// commits a second (a commit of 64 events and messages wrote 250 pages instead of 60). Here the
// keys of every `run_rows` rows are sorted once and appended as one run. Who looks for a key
// searches each run (some microseconds) and scans the rows after the last run. A thousand runs
// stand for four million rows.
#pragma once

#include <cstdint>
#include <memory>

namespace SQLite {
class Database;
}

namespace dondoc::sqlite {

/// Rows a run holds at least; a run takes about 5 ms to write, inside a commit.
inline constexpr std::int64_t run_rows = 4'096;

/// Writes runs. Everything here throws and belongs inside the caller's transaction.
class KeyRuns {
 public:
  explicit KeyRuns(SQLite::Database& database);
  ~KeyRuns();

  /// The log now ends with `last_seq`; the same for the outbox.
  void log_reached(std::int64_t last_seq);
  void outbox_reached(std::int64_t last_id);

 private:
  class Writing;
  std::unique_ptr<Writing> log_;
  std::unique_ptr<Writing> outbox_;
};

// Conditions for reading, for use after WHERE; ?1 is the row after which to look, ?2 the key.
extern const char* const log_rows_of_subject;    ///< `seq` of log; the key is the subject
extern const char* const outbox_rows_of_code;    ///< `id` of outbox
extern const char* const outbox_rows_of_person;  ///< `id` of outbox

}  // namespace dondoc::sqlite
