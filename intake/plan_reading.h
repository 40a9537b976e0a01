// PlanReading: what a plan document says: who must do what by when, for whom, with which targets
// and money, and what it leaves open. Values only; safe from any thread.
//
// Nothing is invented: every item stands on a quote of the document, and what the document does not
// say is empty here and asked in `questions`. The forms and traps of such documents are described
// in docs/reading.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/time/time.h"
#include "intake/source_document.h"

namespace dondoc {

struct DocumentHead {
  std::string number;  ///< as printed, without spaces: "148/KH-BTV"; empty: none printed
  std::optional<LocalDate> date;
  std::string place;          ///< "Hóc Môn"; empty: none printed
  std::string document_type;  ///< "KẾ HOẠCH", "CÔNG VĂN"; empty: not recognised
  std::string issuer;
  std::string title;
  std::optional<LocalDate> newest_ground;  ///< the latest date of what it rests on, up to its own
  int year = 0;                            ///< it speaks of; 0: not found
  int last_year = 0;             ///< it reaches to: "giai đoạn 2021 – 2025"; 0: not said
  std::string signer_authority;  ///< "TM. ỦY BAN NHÂN DÂN"
  std::string signer_position;
  std::string signer_name;
};

enum class DeadlineKind { report, task, event, settlement, summary };

enum class DueForm { date, month, every, unspecified };

/// Why a due has no date.
enum class OpenDue {
  none,        ///< it has one
  periodic,    ///< "định kỳ", without a period
  on_request,  ///< "đột xuất", "khi có yêu cầu"
  event,       ///< "ngay khi …", "trong 10 ngày sau …", "khi tổng kết"
  ongoing,     ///< "và các năm tiếp theo", "theo tiến độ"
};

enum class DueEvery { day, week, month, quarter, half_year, year };

/// When something is due, as the document states it.
struct StatedDue {
  DueForm form = DueForm::unspecified;
  OpenDue open = OpenDue::none;
  std::optional<LocalDate> date;  ///< as printed; of a year or a quarter its last day
  int year = 0, month = 0;        ///< DueForm::month
  DueEvery every = DueEvery::year;
  std::optional<int> day;           ///< of the period
  std::optional<int> month_of_due;  ///< of a half-year or a year
  bool month_stated = false;        ///< false: June, the half-year's last
  int interval = 1;                 ///< 2: "2 năm/lần"
  int times = 0;                    ///< in each period: "02 lần/năm"; 0: not stated
  bool inclusive = true;            ///< false for "trước ngày"
  std::string from;                 ///< begin of a period: "2025-11-15", "2025-11" or "2025"
  std::string rule;                 ///< the document's words for it
};

/// Where in the document something stands.
struct Quote {
  std::string text;      ///< as printed, without `*` and `#`, spaces collapsed
  std::size_t line = 0;  ///< of its beginning (SourceDocument)
};

struct Deadline {
  DeadlineKind kind = DeadlineKind::task;
  std::string what;
  std::string who;         ///< empty: nobody named
  bool requested = false;  ///< "Đề nghị …": a body outside the issuer's command
  std::string helpers;     ///< "phối hợp với …"
  std::string to;          ///< with the office it goes through in brackets; empty: not named
  StatedDue due;
  bool soft = false;  ///< a report, summary or settlement that is named without any time
  Quote quote;
  std::string rule;  ///< of the grammar, for --explain
};

struct ReadTarget {
  std::string what;
  double value = 0;
  std::string unit;
  std::string by;  ///< year, or empty
  Quote quote;
  std::string rule;
};

struct BudgetLine {
  std::string who;
  std::string what;
  std::int64_t amount_vnd = 0;
  std::string heading;         ///< the item it stands below; empty: none
  bool part_of_total = false;  ///< of the line before it that is no part
  Quote quote;
  std::string rule;
};

enum class QuestionAbout { document, deadline, budget, target };

struct ReadingQuestion {
  QuestionAbout about = QuestionAbout::document;
  std::size_t index = 0;  ///< of the deadline, budget line or target it is about
  std::string question;
  std::string proposal;   ///< empty: nothing can be proposed
  bool conflict = false;  ///< the document contradicts itself
};

struct PlanReading {
  DocumentHead head;
  std::vector<Deadline> deadlines;  ///< in the document's order
  std::vector<Deadline> undated;    ///< duties named without any time, for the draft alone
  std::vector<ReadTarget> targets;
  std::vector<BudgetLine> budget;
  std::vector<ReadingQuestion> questions;
};

/// Reads any text: one that is no plan gives an empty reading, not an error. At most 5,000
/// deadlines and 300 targets, more than any office issues.
PlanReading read_plan(const SourceDocument& document);

}  // namespace dondoc
