// What the pages for people, the log and the administrator need done beside PageDesk, as a port:
// app/ does it, tests with a fake. Every member is called from any thread of the server.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/command/decide.h"
#include "engine/port/reader.h"
#include "engine/result.h"
#include "engine/state/reorganisation.h"
#include "web/route.h"

namespace dondoc {

enum class ListKind { units, persons };
enum class RowEffect { added, changed, unchanged };

/// A row of an uploaded list and what it would do.
struct ListRow {
  std::string place;  ///< "row 3", "line 3", "/units/2"
  std::string id;
  std::string name;
  std::string unit;  ///< of a unit the one above it, of a person the one she belongs to
  RowEffect effect = RowEffect::added;
};

/// A list, read and rehearsed. With any fault there is no command.
struct ListTrial {
  std::vector<ListRow> rows;
  std::vector<Fault> faults;    ///< `pointer` as ListRow's place, with ", COLUMN" where it is known
  std::size_t fault_count = 0;  ///< more than are listed in a file that is wrong throughout
  std::optional<RegisterAll> command;  ///< what is new or other; none also when nothing is
};

/// A change of units, read and held against the directory. With any fault there is no change.
struct ChangeTrial {
  std::optional<Reorganisation> change;
  std::vector<Fault> faults;  ///< as of ListTrial
  std::size_t fault_count = 0;
};

/// How a code can be used.
struct InvitationWays {
  std::string link_start;  ///< the code is appended; empty: it cannot be followed, only typed
  bool by_zalo = false;    ///< a Zalo channel is switched on and the code holds there
};

/// What the program knows of a channel without asking the platform. Counts are since the start.
struct ChannelFacts {
  std::string name;
  std::string state;  ///< "working", "stopped" (its token was refused), "paused", "breaker"
  std::optional<Instant> paused_until;
  std::optional<Instant> last_inbound;
  std::size_t under_way = 0;
  std::uint64_t attempts = 0;
  std::uint64_t delivered = 0;
  std::uint64_t unknown = 0;  ///< may have come twice: the outcome was not known
  std::string trouble;        ///< the last, as the platform said it
  std::vector<std::string> alarms;
};

/// What a platform said when it was asked.
struct ChannelAnswer {
  std::string name;
  bool ok = false;
  std::string identity;
  std::string webhook;
  std::vector<std::string> faults;
};

/// How the office fares.
struct OfficeFacts {
  std::vector<ChannelFacts> channels;
  std::uint64_t delivered = 0;       ///< messages of all channels since the start
  std::optional<double> late_half;   ///< seconds within which half of them left; none: none did
  std::optional<double> late_most;   ///< and 99 of 100; the bound of a bucket, not a measured time
  bool late_most_is_beyond = false;  ///< later than the last bound that is counted
  std::optional<double> possible_duplicates_per_million;  ///< none: none was delivered
  std::optional<Instant> audited;  ///< when the program last examined itself; none: not yet
  bool audit_passes = false;
  std::size_t steps_unaccounted = 0;  ///< reminders lost or passed over, by that examination
  std::optional<Backlog> backlog;    ///< none: the store did not answer
  std::int64_t events = 0;           ///< in the log
  std::optional<std::int64_t> database_bytes;  ///< with its write-ahead log; none: not known
  std::optional<std::int64_t> free_bytes;
  std::string database;  ///< name of the file, without its folder
};

/// Of the doctor (`dondoc doctor`).
struct DoctorFinding {
  bool is_fault = false;
  std::string code;  ///< "no_officer"
  std::string about;
  std::size_t count = 1;
  std::string what, advice;  ///< the doctor's own words, English
};
struct DoctorReport {
  std::size_t open = 0;
  std::size_t armed = 0;
  std::map<std::string, std::size_t> silent;  ///< name of the reason → assignments
  std::vector<DoctorFinding> findings;
};

class AdministrationDesk {
 public:
  virtual ~AdministrationDesk() = default;

  /// Reads the list by the ending of its name and tries it on the office. Changes nothing.
  virtual ListTrial try_list(const World& world, Instant now, ListKind kind,
                             const UploadedFile& file) = 0;

  /// Reads a change of units by the ending of the file's name. Changes nothing.
  virtual ChangeTrial read_change(const Directory& directory, const UploadedFile& file) = 0;

  /// Of a code for `channel`; empty: for any. May ask a platform, once.
  virtual InvitationWays ways(const std::string& channel) = 0;

  /// Rows before `before_seq`, newest first. Errors: those of the store.
  virtual Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) = 0;
  /// The newest rows of a subject before `before_seq`, newest first.
  virtual Result<std::vector<LogRow>> log_of(const std::string& subject, std::int64_t before_seq,
                                             std::size_t limit) = 0;
  /// The number of the last row at or before a time; 0: none.
  virtual Result<std::int64_t> last_at(Instant time) = 0;

  virtual OfficeFacts facts() = 0;
  /// Asks each platform; takes as long as they do.
  virtual std::vector<ChannelAnswer> ask_platforms() = 0;
  /// Looks at everything that is open. Errors: those of the store; corrupt.
  virtual Result<DoctorReport> examine() = 0;
};

}  // namespace dondoc
