// The summary of a plan as its page shows it: which periods there are, what was computed, what each
// total is made of, which units are missing. The figures are those of `dondoc summary`
// (engine/summary/totals.h). Pure; safe from any thread.
#pragma once

#include <array>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/export.h"
#include "reports/summary_document.h"
#include "web/page_desk.h"
#include "web/page_words.h"

namespace dondoc {

/// A period of a plan that something is reported for.
struct SummaryPeriod {
  std::string id;
  std::optional<LocalDate> last_due;  ///< the last date in it, as written; none: nothing is dated
  bool is_due = false;                ///< that day has come
  const SummaryRecord* record = nullptr;  ///< what was decided; null: nothing yet
};

/// In the order of their last dates. Empty: the plan has no periods, and its summary is one of
/// everything (the period "").
std::vector<SummaryPeriod> summary_periods(const Moment& moment, const PlanCase& plan);

/// The period somebody asked for; when she named none, the last one that is due, else the first
/// one. None when there is no such period.
std::optional<std::string> period_asked(const std::vector<SummaryPeriod>& periods,
                                        const std::string& asked);

/// One computed summary; leads into the moment it was computed at and must not outlive it.
struct SummaryMatter {
  const PlanCase* plan = nullptr;
  PlanSummary summary;
  std::string figures;                    ///< as the engine would keep them now
  const SummaryRecord* record = nullptr;  ///< null: nothing was decided

  /// The lead's words can be changed: nothing was approved.
  bool is_open() const;
  /// Approved, and the figures are others by now.
  bool has_changed() const;
  std::string text() const { return record == nullptr ? "" : record->text; }
  /// Changes with every figure and decision: whoever decides sends back what she saw.
  std::string seal() const;
};

SummaryMatter summary_matter(const Moment& moment, const PlanCase& plan, const std::string& period);

/// "/plans/B-HPN/summary?period=2023"; `below`: the part after "/summary", encoded.
std::string summary_address(const Plan& plan, std::string_view below, std::string_view period);

/// What can be taken along from the page: "/plans/{plan}/summary/files/" and the name.
struct SummaryFile {
  std::string_view name;
  ExportKind kind;
  std::string_view layout;  ///< of the letter; empty: the file has none
  const char* label;        ///< id of its words
};
inline constexpr std::array<SummaryFile, 5> k_summary_files{{
    {"state.docx", ExportKind::docx, "state", "summary_file_state"},
    {"youth_union.docx", ExportKind::docx, "youth_union", "summary_file_youth_union"},
    {"party.docx", ExportKind::docx, "party", "summary_file_party"},
    {"figures.xlsx", ExportKind::xlsx, "", "summary_file_xlsx"},
    {"figures.csv", ExportKind::csv, "", "summary_file_csv"},
}};

/// For the template summary.
nlohmann::json summary_values(const Moment& moment, const SummaryMatter& matter,
                              const PageWords& words);

/// Which total is looked at.
struct SummaryFigure {
  std::string duty;    ///< obligation
  std::string period;  ///< of the duty; empty: its only one
  std::string field;
};

/// For the template summary_figure: which report each figure comes from. None when the summary has
/// no such total.
std::optional<nlohmann::json> provenance_values(const Moment& moment, const SummaryMatter& matter,
                                                const SummaryFigure& figure,
                                                const PageWords& words);

}  // namespace dondoc
