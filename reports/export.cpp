#include "reports/export.h"

#include "engine/check.h"
#include "engine/text/vietnamese.h"
#include "reports/summary_docx.h"
#include "reports/summary_xlsx.h"

namespace dondoc {
namespace {

std::string_view ending_of(ExportKind kind) {
  switch (kind) {
    case ExportKind::docx:
      return ".docx";
    case ExportKind::xlsx:
      return ".xlsx";
    case ExportKind::csv:
      return ".csv";
    case ExportKind::ics:
      break;
  }
  return ".ics";
}

bool may_stand_in_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

/// Parts joined by dashes; whatever a file system or a header could trip over becomes a dash.
std::string file_name(std::initializer_list<std::string_view> parts, ExportKind kind) {
  std::string name;
  for (const std::string_view part : parts) {
    if (part.empty()) continue;
    if (!name.empty()) name += '-';
    for (const char c : part) name += may_stand_in_name(c) ? c : '-';
  }
  return name + std::string(ending_of(kind));
}

std::string bytes_of(const SummaryInput& input, const Zone& zone, ExportKind kind,
                     SmallCounts counts) {
  CHECK(kind != ExportKind::ics);
  if (kind == ExportKind::xlsx) return summary_xlsx(input, zone, counts);
  if (kind == ExportKind::csv) return figures_csv(input, zone, counts);
  return summary_docx(input, counts);
}

}  // namespace

std::string_view media_type(ExportKind kind) {
  switch (kind) {
    case ExportKind::docx:
      return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    case ExportKind::xlsx:
      return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    case ExportKind::csv:
      return "text/csv; charset=utf-8";
    case ExportKind::ics:
      break;
  }
  return "text/calendar; charset=utf-8; method=PUBLISH";
}

std::optional<ExportKind> export_kind_of(std::string_view name) {
  const std::string lower = lower_case(name);
  for (const ExportKind kind :
       {ExportKind::docx, ExportKind::xlsx, ExportKind::csv, ExportKind::ics}) {
    if (lower.ends_with(ending_of(kind))) return kind;
  }
  return std::nullopt;
}

ExportedFile export_summary(const SummaryInput& input, const Zone& zone, ExportKind kind,
                            SmallCounts counts) {
  return {kind, file_name({input.plan.id, "tong-hop", input.summary.period}, kind),
          bytes_of(input, zone, kind, counts)};
}

ExportedFile export_board(const Board& board) {
  return {ExportKind::csv, file_name({"bang-theo-doi", board.today.iso()}, ExportKind::csv),
          board_csv(board)};
}

ExportedFile export_log(const World& world, const std::vector<LogRow>& rows) {
  return {ExportKind::csv, file_name({"nhat-ky"}, ExportKind::csv), log_csv(world, rows)};
}

ExportedFile export_deadlines(const Office& office,
                              const std::vector<const Assignment*>& assignments,
                              const DeadlineFeed& feed, std::string_view subject, LocalDate today) {
  return {ExportKind::ics, file_name({"han", subject}, ExportKind::ics),
          deadlines_ics(office, assignments, feed, today)};
}

ExportedFile export_proof(const Office& office, const Assignment& assignment,
                          const ReminderProof& proof, const Zone& zone) {
  return {ExportKind::docx, file_name({assignment.code, "nhac-viec"}, ExportKind::docx),
          proof_docx(office, assignment, proof, zone)};
}

ExportedFile export_slip(const Office& office, const UrgingSlip& slip) {
  return {ExportKind::docx,
          file_name({"phieu-don-doc", slip.unit, slip.today.iso()}, ExportKind::docx),
          slip_docx(office, slip)};
}

}  // namespace dondoc
