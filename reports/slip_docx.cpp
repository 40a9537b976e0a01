#include <fmt/format.h>

#include "engine/check.h"
#include "reports/board_text.h"
#include "reports/docx_letter.h"
#include "reports/docx_package.h"
#include "reports/docx_text.h"
#include "reports/reminder_docx.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr int k_points = 12;
constexpr int k_lines_for_answer = 3;

class Slip {
 public:
  Slip(const Office& office, const Plan& plan, const UrgingSlip& slip)
      : office_(office), plan_(plan), slip_(slip) {}

  void write(pugi::xml_node body) const {
    add_letter_head(body, letter_head(plan_, office_.directory, ""), "");
    add_letter_title(body, "PHIẾU ĐÔN ĐỐC", "Thực hiện " + plan_.title(), {});
    add_addressees(body, {unit_name_in(plan_, office_.directory, slip_.unit)});
    add_body_text(body, opening());
    add_paragraph(body, {}, {});
    add_duties(body);
    add_body_text(
        body,
        "Kính đề nghị đơn vị thực hiện, hoặc cho biết vướng mắc và thời gian dự kiến hoàn "
        "thành, theo phần dưới đây. Nếu đã gửi báo cáo, xin bỏ qua phiếu này.");
    add_letter_foot(body, {}, signature_lines());
    add_answer(body);
    add_section(body, Orientation::portrait, true);
  }

 private:
  std::string opening() const {
    std::string whom;
    for (const std::string& id : slip_.persons) {
      const Person* person = office_.directory.person(id);
      whom += (whom.empty() ? "" : ", ") + (person == nullptr ? id : person->name);
    }
    const std::string why = whom.empty() ? "Do chưa liên hệ được qua tin nhắn"
                                         : "Do chưa liên hệ được qua tin nhắn với " + whom;
    return fmt::format("{}, tính đến ngày {}, {} kính báo đơn vị những việc sau:", why,
                       slip_.today.vi(), unit_name_in(plan_, office_.directory, plan_.issuer));
  }

  static void add_text(pugi::xml_node cell, const std::string& text, bool is_head = false) {
    add_paragraph(cell, {is_head ? TextAlign::centre : TextAlign::left, 0, 0, 30, 30},
                  {{text, k_points, is_head, false}});
  }

  void add_duties(pugi::xml_node body) const {
    DocxTable table(body, {twips(10), twips(24), twips(71), twips(32), twips(28)}, TableLines::all);
    table.add_row(true);
    for (const char* head : {"TT", "Mã việc", "Nội dung", "Hạn", "Tình hình"})
      add_text(table.add_cell(), head, true);
    for (std::size_t i = 0; i < slip_.duties.size(); ++i) {
      const BoardRow& row = slip_.duties[i];
      table.add_row();
      add_text(table.add_cell(), std::to_string(i + 1));
      add_text(table.add_cell(), row.code);
      add_text(table.add_cell(), on_one_line(row.what));
      add_text(table.add_cell(), due_text(row));
      add_text(table.add_cell(), standing_text(row, slip_.today));
    }
  }

  void add_answer(pugi::xml_node body) const {
    add_body_text(body, "Ý KIẾN CỦA ĐƠN VỊ", true);
    for (int i = 0; i < k_lines_for_answer; ++i) add_line_to_write_on(body);
    add_body_text(body,
                  "Người nhận phiếu (ký, ghi rõ họ tên): ……………………………… Ngày …… tháng …… năm ………");
  }

  const Office& office_;
  const Plan& plan_;
  const UrgingSlip& slip_;
};

}  // namespace

std::string slip_docx(const Office& office, const UrgingSlip& slip) {
  const PlanCase* plan = office.plan(slip.plan);
  CHECK(plan != nullptr && !slip.duties.empty());
  return docx_package("Phiếu đôn đốc",
                      [&](pugi::xml_node body) { Slip(office, plan->plan, slip).write(body); });
}

}  // namespace dondoc
