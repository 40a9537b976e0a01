#include "reports/summary_document.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/figure_text.h"
#include "reports/summary_sections.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

/// The plan's title; its whole subject where it has neither number nor date: a chat line cuts that
/// off, a paper must not.
std::string full_title(const Plan& plan) {
  if (!plan.number.empty() || plan.date) return plan.title();
  const std::string title = plan.title();
  return title.substr(0, title.find("“")) + "“" + on_one_line(plan.subject) + "”";
}

/// "Kết quả thực hiện Kế hoạch 148/KH-BTV ngày 25/5/2023, năm 2023".
std::string subject_of(const SummaryInput& input) {
  std::string text = "Kết quả thực hiện " + full_title(input.plan);
  if (!input.summary.period.empty()) text += ", " + period_text(input.summary.period);
  return text;
}

std::string amendment_of(const SummaryInput& input) {
  if (input.record == nullptr || input.record->standing != SummaryStanding::amended) return "";
  return fmt::format("(Bản điều chỉnh, lần {})", count_text(input.record->version - 1));
}

/// The plan's own subject, where the title does not quote it already.
std::string quoted_subject(const Plan& plan) {
  const bool in_title = plan.number.empty() && !plan.date;
  return in_title || plan.subject.empty() ? "" : fmt::format(" “{}”", on_one_line(plan.subject));
}

/// The plan itself is what the report is made by.
std::vector<std::string> basis_of(const SummaryInput& input) {
  return {fmt::format("Căn cứ {} của {}{}.", full_title(input.plan),
                      unit_name_of(input, input.plan.issuer), quoted_subject(input.plan))};
}

std::string opening_of(const SummaryInput& input) {
  return fmt::format(
      "{} báo cáo kết quả thực hiện{} như sau:", unit_name_of(input, input.plan.issuer),
      input.summary.period.empty() ? "" : " " + period_text(input.summary.period));
}

/// The body above, and whoever the plan's own consolidated reports go to.
std::vector<std::string> addressees_of(const SummaryInput& input) {
  std::vector<std::string> units;
  auto add = [&](const std::string& unit) {
    const bool known = std::find(units.begin(), units.end(), unit) != units.end();
    if (!unit.empty() && unit != input.plan.issuer && !known) units.push_back(unit);
  };
  add(superior_of(input.plan, input.directory, input.plan.issuer));
  for (const Obligation& obligation : input.plan.obligations) {
    if (obligation.kind != Kind::consolidate) continue;
    for (const Recipient& recipient : obligation.to) add(recipient.unit);
  }
  std::vector<std::string> names;
  for (const std::string& unit : units) names.push_back(unit_name_of(input, unit));
  if (names.empty()) names.emplace_back("……………………………………");
  return names;
}

}  // namespace

std::string unit_name_of(const SummaryInput& input, const std::string& unit) {
  return unit_name_in(input.plan, input.directory, unit);
}

SummaryDocument make_summary_document(const SummaryInput& input) {
  SummaryDocument document;
  document.draft = input.record == nullptr || input.record->standing == SummaryStanding::drafted;
  document.head = letter_head(input.plan, input.directory, "BC");
  document.title = "BÁO CÁO";
  document.subject = subject_of(input);
  document.amendment = amendment_of(input);
  document.addressees = addressees_of(input);
  document.basis = basis_of(input);
  document.opening = opening_of(input);
  document.sections = {reporting_section(input), results_section(input),
                       difficulties_section(input), proposals_section(input)};
  document.closing =
      fmt::format("Trên đây là báo cáo kết quả thực hiện {}./.", full_title(input.plan));
  document.recipients = {"- Như trên;", "- Lưu: VT."};
  document.signature = signature_lines();
  return document;
}

}  // namespace dondoc
