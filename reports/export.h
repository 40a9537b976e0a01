// Everything that leaves the office as a file, in one place: for pages and commands. Each function
// gives the bytes with a name and a media type; the same data give the same bytes. Values only;
// pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reports/deadlines_ics.h"
#include "reports/figures_csv.h"
#include "reports/reminder_docx.h"
#include "reports/summary_document.h"

namespace dondoc {

enum class ExportKind { docx, xlsx, csv, ics };

struct ExportedFile {
  ExportKind kind = ExportKind::docx;
  std::string name;  ///< "B-HPN-HM-2023-tong-hop-2023.docx": letters, digits, - _ . alone
  std::string bytes;
};

/// As a Content-Type says it.
std::string_view media_type(ExportKind kind);

/// By the ending of a file's name, capitals or not; none for any other.
std::optional<ExportKind> export_kind_of(std::string_view file_name);

/// The summary. Requires: not ics, which is no form of a summary (CHECKed).
ExportedFile export_summary(const SummaryInput& input, const Zone& zone, ExportKind kind,
                            SmallCounts counts);

ExportedFile export_board(const Board& board);
ExportedFile export_log(const World& world, const std::vector<LogRow>& rows);

/// `subject` is what the file is named after: a unit, a person, a plan.
ExportedFile export_deadlines(const Office& office,
                              const std::vector<const Assignment*>& assignments,
                              const DeadlineFeed& feed, std::string_view subject, LocalDate today);

/// The annex that proves the reminding of one duty.
ExportedFile export_proof(const Office& office, const Assignment& assignment,
                          const ReminderProof& proof, const Zone& zone);

/// The slip for whom no channel reaches.
ExportedFile export_slip(const Office& office, const UrgingSlip& slip);

}  // namespace dondoc
