// Everything the engine keeps in memory beside the assignments: directory, plans, calendar, frozen
// ladders, conversations. Changed by evolve and by nothing else. Values only.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/ladder/ladder.h"
#include "engine/plan/plan.h"
#include "engine/state/assignment.h"
#include "engine/state/directory.h"
#include "engine/state/reorganisation.h"
#include "engine/summary/standings.h"
#include "engine/time/calendar.h"

namespace dondoc {

struct QuestionAnswer {
  std::string by;
  Instant at;
  std::string text;
};

enum class SummaryStanding { drafted, approved, amended };

/// The summary of one period of a plan; its figures are computed from the submissions, this is what
/// people decided.
struct SummaryRecord {
  std::string period;
  SummaryStanding standing = SummaryStanding::drafted;
  int version = 1;
  std::string text;     ///< remarks written by the lead
  std::string figures;  ///< JSON of the totals as approved
  std::string by;
  Instant at;
};

struct PlanCase {
  Plan plan;
  std::string document;  ///< the plan file as issued
  std::string state;     ///< id of a state of the plan lifecycle
  std::string issued_by;
  Instant issued_at;
  std::map<std::string, QuestionAnswer> answers;   ///< by question id
  ConfirmedDues confirmed;                         ///< rules that answers put into force
  std::map<std::string, SummaryRecord> summaries;  ///< by period
  std::map<std::string, std::string> recipients;   ///< unit → who receives in its place
};

/// What a person is in the middle of. Durable; forgotten after `expires`.
struct Conversation {
  std::string topic;               ///< "form", "extension", "choice", …; empty: nothing open
  std::vector<std::string> codes;  ///< assignments it is about
  std::size_t position = 0;        ///< field being asked
  std::vector<Figure> figures;     ///< given so far
  std::string note;
  std::string nonce;  ///< of the buttons of the last answer
  Instant expires;
};

/// A file that somebody sent and that is still to be fetched from the platform.
struct OfferedFile {
  std::string code;
  int number = 0;  ///< of the attachment
  std::string channel;
  std::string handle;  ///< understood by the channel's download alone
  std::string name;    ///< as declared; may be empty
  std::int64_t bytes = 0;  ///< as declared; 0: unknown
  Instant since;
};

/// Reminders a person got on a day; what goes out in the same moment is one message and counts
/// once.
struct DayCount {
  LocalDate day;
  int reminders = 0;
  Instant last;
};

/// A sender without a person, and what was tried.
struct Stranger {
  std::string key;  ///< see stranger_key
  int heard = 0;
  int wrong_codes = 0;
};

/// Those of one day; an earlier day is of no interest any more.
struct Strangers {
  LocalDate day;
  std::vector<Stranger> senders;
};

/// How many reports of one period of a plan are expected and where they stand; kept by evolve, so
/// that nobody counts rows.
struct Tally {
  std::int64_t expected = 0;
  std::int64_t handed_in = 0;  ///< reported or done
};

/// One plan in a lead's morning digest, as it stood in all she leads.
struct DigestLine {
  std::string plan;
  Standings standings;
  bool news = false;  ///< not as her digest before said: this line was told
};

/// What a lead was last told in the morning.
struct Digest {
  LocalDate day;
  std::vector<DigestLine> lines;
};

struct Office {
  Directory directory;
  std::map<std::string, PlanCase, std::less<>> plans;
  std::map<std::string, Ladder, std::less<>> ladders;  ///< frozen, by key "report@1f3c…"
  Calendar calendar;
  /// Year → a person's reason for its last change; empty: it came with the data files.
  std::map<std::string, std::string> calendar_reasons;
  std::map<std::string, Conversation, std::less<>> conversations;
  std::map<std::string, DayCount, std::less<>> reminders_today;
  Strangers strangers;
  std::map<std::string, OfferedFile, std::less<>> offered_files;  ///< by offered_file_key
  std::map<std::string, Tally, std::less<>> tallies;  ///< by tally_key(plan, period)
  std::map<std::string, Digest, std::less<>> digests;  ///< by person
  std::map<std::string, ReorganisationCase, std::less<>> reorganisations;  ///< by id
  std::optional<LocalDate> digests_settled;            ///< up to this morning
  Instant last_event;  ///< recorded time never runs backwards (design §4)

  const PlanCase* plan(std::string_view id) const {
    auto found = plans.find(id);
    return found == plans.end() ? nullptr : &found->second;
  }
};

inline std::string offered_file_key(std::string_view code, int number) {
  return std::string(code) + "#" + std::to_string(number);
}

inline std::string tally_key(std::string_view plan, std::string_view period) {
  return std::string(plan) + "|" + std::string(period);
}

}  // namespace dondoc
