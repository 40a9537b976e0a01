// The board (design §11): what is owed, by whom, how late, and the official boxes above it
// (anchors.md §2). Values only, made from any moment's state; every function is pure and safe from
// any thread. "Days" are calendar days.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/lifecycle/chart.h"
#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc {

/// Where an assignment stands on the board; each that is not void has exactly one.
enum class Standing {
  open_overdue,
  open_in_term,
  done_on_time,
  done_late,
  unconfirmed,  ///< its date waits for a lead
  requested,    ///< đề nghị: never overdue, never late
  ongoing,      ///< ordered without a date: thường xuyên, theo yêu cầu
};

/// The official breakdown: total = done_on_time + done_late + open_in_term + open_overdue; only
/// dated, confirmed, ordered assignments are in it. As a change against another day they may be
/// negative.
struct Boxes {
  std::int64_t total = 0;
  std::int64_t done_on_time = 0;
  std::int64_t done_late = 0;
  std::int64_t open_in_term = 0;
  std::int64_t open_overdue = 0;
  std::int64_t not_updated =
      0;  ///< of the open ones: the unit has said nothing, see BoardRow::not_updated
  std::int64_t unconfirmed = 0;
  std::int64_t requested_open = 0;  ///< requested and not yet handed in
  std::int64_t ongoing = 0;
  bool operator==(const Boxes&) const = default;
};

/// What `now` has more than `before`, box by box.
Boxes change_of(const Boxes& now, const Boxes& before);

struct BoardRow {
  std::string code;
  std::string plan;
  std::string unit;
  std::string unit_name;  ///< the short name where there is one
  std::string obligation;
  std::string what;
  std::string period;
  Standing standing = Standing::open_in_term;
  bool open = false;
  std::string state;
  std::string state_label;             ///< Vietnamese
  std::optional<LocalDate> nominal;    ///< hạn theo văn bản
  std::optional<LocalDate> effective;  ///< hạn áp dụng
  int days_overdue = 0;   ///< open_overdue only: days after the later of the two; 0 otherwise
  int days_late = 0;      ///< done_late only, counted the same way
  bool due_soon = false;  ///< open, not overdue, due today or within 3 days
  bool late = false;      ///< finished after due
  std::string blocked;    ///< reason; empty: not blocked
  bool extension_pending = false;
  std::optional<LocalDate> extended_until;  ///< the last granted extension
  std::optional<LocalDate> promised;        ///< the day the unit said it would send
  bool disputed = false;
  bool suspended = false;
  bool escalated = false;
  /// Counted and open, no word from the unit since issue, and overdue or two working days have
  /// passed.
  bool not_updated = false;
  std::optional<Instant> last_answer_at;
  std::string remark;
};

/// Empty fields let everything pass.
struct BoardFilter {
  std::string plan = {};
  std::string unit = {};  ///< this unit and everything below it
  std::string obligation = {};
  bool overdue_only = false;  ///< for the rows; the boxes count what the other fields let pass
};

struct Board {
  Instant as_of;
  LocalDate today;
  Boxes boxes;
  std::optional<Boxes>
      change;  ///< against the same period a year before; set by the caller who has that state
  std::vector<BoardRow> rows;
};

/// `assignments`: as they stood at `as_of`. Rows are sorted worst first: overdue by days, then due
/// soon by date, then the rest, each in order of code (B9 before B10). Void assignments are left
/// out. A unit or duty that the office does not know is shown by its id; that is not an error.
Board make_board(const Office& office, const std::vector<Assignment>& assignments,
                 const Chart& assignment_chart, const BoardFilter& filter, Instant as_of,
                 const Zone& zone);

/// The boxes alone: what `Board::change` is computed from, with the state and moment of the year
/// before.
Boxes boxes_of(const Office& office, const std::vector<Assignment>& assignments,
               const BoardFilter& filter, Instant as_of, const Zone& zone);

/// The same moment a year earlier; 28/02 for 29/02.
Instant year_before(Instant t, const Zone& zone);

}  // namespace dondoc
