#include "intake/reading_text.h"

#include <fmt/format.h>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr const char* k_kinds[] = {"báo cáo", "việc", "sự kiện", "quyết toán", "sơ kết, tổng kết"};
constexpr const char* k_every[] = {"hằng ngày", "hằng tuần", "hằng tháng",
                                   "hằng quý",  "6 tháng",   "hằng năm"};

std::string rhythm(const StatedDue& due) {
  std::string text = k_every[static_cast<int>(due.every)];
  if (due.interval > 1) text = fmt::format("{} kỳ một lần ({})", due.interval, text);
  if (due.times > 0) text += fmt::format(", {} lần mỗi kỳ", due.times);
  if (due.day)
    text +=
        fmt::format(", {} {}", due.inclusive ? "đến hết ngày" : "trước ngày", two_digits(*due.day));
  if (due.month_of_due) text += fmt::format("{}{}", due.day ? "/" : ", tháng ", *due.month_of_due);
  if (!due.day) text += " (không ghi ngày)";
  return text;
}

std::string or_none(const std::string& text) { return text.empty() ? "(không ghi)" : text; }

std::string deadline_text(std::size_t number, const Deadline& deadline, Explaining explaining) {
  std::string text =
      fmt::format("{:>3}. [{}] {}\n", number, told(deadline.due), or_none(deadline.what));
  text += fmt::format("     Loại: {}. Thực hiện: {}{}.", k_kinds[static_cast<int>(deadline.kind)],
                      or_none(deadline.who), deadline.requested ? " (đề nghị)" : "");
  if (!deadline.helpers.empty()) text += fmt::format(" Phối hợp: {}.", deadline.helpers);
  if (!deadline.to.empty()) text += fmt::format(" Gửi: {}.", deadline.to);
  text += fmt::format(" Dòng {}.\n", deadline.quote.line);
  if (explaining == Explaining::on)
    text += fmt::format("     Quy tắc: {}; câu: “{}”\n", deadline.rule, deadline.quote.text);
  return text;
}

}  // namespace

std::string told(const StatedDue& due) {
  switch (due.form) {
    case DueForm::date: {
      std::string text = (due.inclusive ? "đến hết " : "trước ") + due.date->vi();
      if (!due.from.empty()) text = fmt::format("từ {} đến {}", due.from, due.date->vi());
      return text;
    }
    case DueForm::month:
      return fmt::format("tháng {}/{}", due.month, due.year);
    case DueForm::every:
      return rhythm(due);
    case DueForm::unspecified:
      break;
  }
  return due.rule.empty() ? "không ghi ngày" : "không ghi ngày: " + due.rule;
}

std::string reading_text(const PlanReading& reading, Explaining explaining) {
  const DocumentHead& head = reading.head;
  std::string text = fmt::format("{} {}\nSố: {}   Ngày: {}   Cơ quan ban hành: {}\n",
                                 or_none(head.document_type), head.title, or_none(head.number),
                                 head.date ? head.date->vi() : "(không ghi)", or_none(head.issuer));
  text += fmt::format("\nThời hạn: {}\n", reading.deadlines.size());
  for (std::size_t i = 0; i < reading.deadlines.size(); ++i)
    text += deadline_text(i + 1, reading.deadlines[i], explaining);
  if (!reading.targets.empty()) text += fmt::format("\nChỉ tiêu: {}\n", reading.targets.size());
  for (const ReadTarget& target : reading.targets) {
    text += fmt::format("  {}{}{} {}{} (dòng {})\n", decimal(target.value),
                        target.unit == "%" ? "" : " ", target.unit, target.what,
                        target.by.empty() ? "" : ", năm " + target.by, target.quote.line);
  }
  if (!reading.budget.empty()) text += fmt::format("\nKinh phí: {}\n", reading.budget.size());
  for (const BudgetLine& line : reading.budget) {
    text += fmt::format("  {}{} đồng: {} {} (dòng {})\n", line.part_of_total ? "  trong đó " : "",
                        thousands(line.amount_vnd), line.who, line.what, line.quote.line);
  }
  if (!reading.questions.empty()) text += fmt::format("\nCần hỏi: {}\n", reading.questions.size());
  for (const ReadingQuestion& question : reading.questions) {
    const std::string about =
        question.about == QuestionAbout::deadline ? fmt::format("{}. ", question.index + 1) : "";
    text += fmt::format("  {}{}{}\n", question.conflict ? "(mâu thuẫn) " : "", about,
                        question.question);
    if (!question.proposal.empty()) text += fmt::format("     Đề xuất: {}\n", question.proposal);
  }
  return text;
}

}  // namespace dondoc
