#include <fmt/format.h>

#include "engine/plan/plan.h"
#include "reports/docx_letter.h"
#include "reports/docx_package.h"
#include "reports/docx_text.h"
#include "reports/reminder_docx.h"
#include "reports/step_words.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr int k_points = 11;

std::string answer_words(const std::string& event) {
  if (event == "acknowledged") return "tiếp nhận";
  if (event == "progressed") return "báo tiến độ";
  if (event == "submitted") return "gửi báo cáo";
  if (event == "extension_requested") return "xin gia hạn";
  if (event == "blocked") return "nêu vướng mắc";
  if (event == "disputed") return "cho biết việc không thuộc nhiệm vụ";
  if (event == "handed_over") return "chuyển người phụ trách";
  if (event == "snoozed") return "hẹn trả lời sau";
  return event == "file_offered" ? "gửi tệp" : event;
}

class Proof {
 public:
  Proof(const Office& office, const Assignment& a, const ReminderProof& proof, const Zone& zone)
      : office_(office), a_(a), proof_(proof), zone_(zone) {}

  void write(pugi::xml_node body) const {
    const PlanCase* plan = office_.plan(a_.plan);
    if (plan != nullptr) add_letter_head(body, letter_head(plan->plan, office_.directory, ""), "");
    add_letter_title(body, "PHỤ LỤC", "Theo dõi việc nhắc, đôn đốc", {});
    add_facts(body, plan);
    if (proof_.reminders.empty()) {
      add_body_text(body, "Chưa có tin nhắn nào về việc này.");
    } else {
      add_table(body);
    }
    add_letter_foot(body, {}, {"NGƯỜI LẬP", "(Ký, ghi rõ họ tên)", "……………………"});
    add_section(body, Orientation::portrait, true);
  }

 private:
  void add_facts(pugi::xml_node body, const PlanCase* plan) const {
    const Unit* unit = office_.directory.unit(a_.unit);
    const Obligation* duty = plan == nullptr ? nullptr : plan->plan.obligation(a_.obligation);
    add_body_text(body, fmt::format("Mã việc: {}. Đơn vị: {}.", a_.code,
                                    unit == nullptr ? a_.unit : unit->name));
    if (duty != nullptr)
      add_body_text(body,
                    fmt::format("Nội dung: {} ({}).", on_one_line(duty->what), plan->plan.title()));
    add_body_text(body, "Hạn theo văn bản: " +
                            (a_.nominal ? "hết ngày " + a_.nominal->vi() : "chưa ấn định") +
                            ". Giao lúc " + zone_.clock(a_.issued_at) + ".");
    add_paragraph(body, {}, {});
  }

  static void add_text(pugi::xml_node cell, const std::string& text, bool bold = false) {
    add_paragraph(cell, {bold ? TextAlign::centre : TextAlign::left, 0, 0, 30, 30},
                  {{text, k_points, bold, false}});
  }

  void add_table(pugi::xml_node body) const {
    DocxTable table(body,
                    {twips(9), twips(28), twips(52), twips(16), twips(21), twips(19), twips(20)},
                    TableLines::all);
    table.add_row(true);
    for (const char* head :
         {"TT", "Người nhận", "Nội dung đã gửi", "Kênh", "Đã chuyển đến kênh", "Đã xem", "Trả lời"})
      add_text(table.add_cell(), head, true);
    for (std::size_t i = 0; i < proof_.reminders.size(); ++i) add_reminder(table, i);
  }

  void add_reminder(DocxTable& table, std::size_t place) const {
    const Reminder& one = proof_.reminders[place];
    const Person* person = office_.directory.person(one.person);
    table.add_row();
    add_text(table.add_cell(), std::to_string(place + 1));
    add_text(table.add_cell(), person == nullptr ? one.person : person->name);
    add_text(table.add_cell(), one.text.empty() ? "(nội dung không còn)" : one.text);
    add_text(table.add_cell(), channel_in_words(one.channel));
    add_text(table.add_cell(), became(one));
    add_text(table.add_cell(), one.seen_at ? zone_.clock(*one.seen_at) : "–");
    add_text(table.add_cell(), one.answered_at
                                   ? zone_.clock(*one.answered_at) + ": " + answer_words(one.answer)
                                   : "–");
  }

  std::string became(const Reminder& one) const {
    const std::string why = one.detail.empty() ? "" : " (" + one.detail + ")";
    switch (one.standing) {
      case ReminderStanding::accepted:
        return zone_.clock(*one.accepted_at);
      case ReminderStanding::given_up:
        return "không gửi được" + why;
      case ReminderStanding::overtaken:
        return "không cần gửi nữa" + why;
      case ReminderStanding::waiting:
        break;
    }
    return "chờ gửi từ " + zone_.clock(one.created);
  }

  const Office& office_;
  const Assignment& a_;
  const ReminderProof& proof_;
  const Zone& zone_;
};

}  // namespace

std::string proof_docx(const Office& office, const Assignment& assignment,
                       const ReminderProof& proof, const Zone& zone) {
  return docx_package("Theo dõi việc nhắc, đôn đốc " + assignment.code, [&](pugi::xml_node body) {
    Proof(office, assignment, proof, zone).write(body);
  });
}

}  // namespace dondoc
