#include "reports/summary_document.h"

#include <fmt/format.h>

#include "reports/figure_text.h"
#include "reports/summary_head.h"
#include "reports/summary_sections.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

/// "Kết quả thực hiện Kế hoạch 148/KH-BTV ngày 25/5/2023, năm 2023".
std::string subject_of(const SummaryInput& input) {
  std::string text = "Kết quả thực hiện " + input.plan.title();
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

std::string opening_of(const SummaryInput& input) {
  return fmt::format("Thực hiện {}{}, {} báo cáo kết quả{} như sau:", input.plan.title(),
                     quoted_subject(input.plan), unit_name_of(input, input.plan.issuer),
                     input.summary.period.empty() ? "" : " " + period_text(input.summary.period));
}

}  // namespace

std::string unit_name_of(const SummaryInput& input, const std::string& unit) {
  if (const Unit* known = input.directory.unit(unit); known != nullptr && !known->name.empty())
    return known->name;
  const PlanUnit* planned = input.plan.unit(unit);
  return planned == nullptr || planned->name.empty() ? unit : planned->name;
}

SummaryDocument make_summary_document(const SummaryInput& input) {
  SummaryDocument document;
  document.draft = input.record == nullptr || input.record->standing == SummaryStanding::drafted;
  add_head(document, input);
  document.title = "BÁO CÁO";
  document.subject = subject_of(input);
  document.amendment = amendment_of(input);
  document.opening = opening_of(input);
  document.sections = {reporting_section(input), results_section(input),
                       difficulties_section(input), proposals_section(input)};
  document.closing = fmt::format("Trên đây là báo cáo kết quả thực hiện {}./.", input.plan.title());
  add_foot(document, input);
  return document;
}

}  // namespace dondoc
