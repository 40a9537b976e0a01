#include "reports/event_sentence.h"

#include <fmt/format.h>

#include <variant>

#include "engine/attachment/attachment.h"
#include "engine/notice/facts.h"
#include "engine/notice/statement_words.h"
#include "reports/office_sentence.h"
#include "reports/step_words.h"

namespace dondoc {
namespace {

std::string date_or(const std::optional<LocalDate>& date, const char* otherwise) {
  return date ? date->vi() : otherwise;
}

/// "; lý do: …" when there is something to say.
std::string with(const char* what, const std::string& text) {
  return text.empty() ? "" : fmt::format("; {}: {}", what, text);
}

std::string progress_of(const Progressed& x) {
  if (x.percent) return fmt::format("{:g}%", *x.percent);
  if (x.done && x.total) return fmt::format("{}/{}", *x.done, *x.total);
  if (x.done) return std::to_string(*x.done);
  return "đang thực hiện";
}

const char* outcome_in_words(Outcome outcome) {
  switch (outcome) {
    case Outcome::complete:
      return "đầy đủ";
    case Outcome::partial:
      return "một phần";
    case Outcome::nil:
      return "không phát sinh";
    case Outcome::corrected:
      return "đính chính";
  }
  return "";
}

/// What became of a message.
std::string outcome_in_words(const std::string& outcome) {
  if (outcome == "delivered") return "đã gửi";
  if (outcome == "retry") return "chưa gửi được, sẽ gửi lại";
  if (outcome == "given_up") return "không gửi được";
  if (outcome == "overtaken") return "không gửi nữa vì việc đã có kết quả";
  return outcome == "seen" ? "đã xem" : outcome;
}

/// One sentence an event, by theme. The doer is named at its beginning.
class Teller {
 public:
  Teller(const World& world, const Event& event) : world_(world), who_(doer_of(world, event.by)) {}

  std::string operator()(const AssignmentIssued& x) const {
    return fmt::format("{} giao việc cho {}; hạn theo văn bản: {}", who_, unit_name(world_, x.unit),
                       date_or(x.nominal, "chưa có"));
  }
  std::string operator()(const DueConfirmed& x) const {
    return fmt::format("{} xác nhận thời hạn (câu hỏi {}): {}", who_, x.question,
                       date_or(x.nominal, "không có ngày cụ thể"));
  }
  std::string operator()(const Acknowledged&) const { return who_ + " báo đã tiếp nhận"; }
  std::string operator()(const Progressed& x) const {
    return fmt::format("{} báo tiến độ: {}{}", who_, progress_of(x), with("ghi chú", x.text));
  }
  std::string operator()(const Submitted& x) const {
    return fmt::format(
        "{} gửi báo cáo lần {} ({}){}", who_, x.submission.version,
        outcome_in_words(x.submission.outcome),
        x.submission.late_with_permission ? "; sau hạn gốc, trong thời gian được gia hạn" : "");
  }
  std::string operator()(const Accepted&) const { return who_ + " xác nhận báo cáo"; }
  std::string operator()(const Returned& x) const {
    return fmt::format("{} trả lại để bổ sung{}{}", who_, with("nội dung", x.reason),
                       x.until ? "; gửi lại trước hết ngày " + x.until->vi() : "");
  }
  std::string operator()(const ExtensionRequested& x) const {
    return fmt::format("{} xin gia hạn đến {}{}", who_, x.until.vi(), with("lý do", x.reason));
  }
  std::string operator()(const ExtensionGranted& x) const {
    return fmt::format("{} cho gia hạn đến {}{}{}", who_, x.until.vi(), with("lý do", x.reason),
                       with("văn bản", x.document));
  }
  std::string operator()(const ExtensionRefused& x) const {
    return who_ + " không đồng ý gia hạn" + with("lý do", x.reason);
  }
  std::string operator()(const Blocked& x) const {
    return who_ + " nêu vướng mắc" + with("nội dung", x.reason);
  }
  std::string operator()(const Unblocked& x) const {
    return who_ + " cho ý kiến về vướng mắc" + with("nội dung", x.text);
  }
  std::string operator()(const Suspended& x) const {
    return fmt::format("{} tạm dừng tính thời gian từ {}{}{}", who_, x.from.vi(),
                       with("lý do", x.reason), with("văn bản", x.document));
  }
  std::string operator()(const Resumed& x) const {
    return fmt::format("{} cho tính tiếp thời gian từ {}{}", who_, x.on.vi(),
                       with("lý do", x.reason));
  }
  std::string operator()(const Disputed& x) const {
    return who_ + " cho biết việc không thuộc nhiệm vụ của đơn vị" + with("lý do", x.reason);
  }
  std::string operator()(const DisputeSettled& x) const {
    return who_ + " kết luận về việc không thuộc nhiệm vụ" + with("nội dung", x.text);
  }
  std::string operator()(const HandedOver& x) const {
    return fmt::format("{} giao lại cho {} theo dõi{}", who_, person_name(world_, x.person, "vi"),
                       with("lý do", x.reason));
  }
  std::string operator()(const Transferred& x) const {
    return fmt::format("{} chuyển việc sang {} (mã mới {}){}", who_, unit_name(world_, x.to_unit),
                       x.to_code, with("lý do", x.reason));
  }
  std::string operator()(const Snoozed& x) const {
    return fmt::format("{} hẹn trả lời lúc {}{}", who_, world_.zone.clock(x.until),
                       with("nội dung", x.reason));
  }
  std::string operator()(const Waived& x) const {
    return who_ + " miễn việc này" + with("lý do", reason_of(x));
  }
  std::string operator()(const Cancelled& x) const {
    return who_ + " thu hồi việc này" + with("lý do", x.reason);
  }
  std::string operator()(const Raised& x) const {
    return fmt::format("{} đặt thời hạn {}{}", who_, x.nominal.vi(), with("lý do", x.reason));
  }
  std::string operator()(const Nudged& x) const {
    return who_ + " nhắc trực tiếp" + with("nội dung", x.text);
  }
  std::string operator()(const Moved& x) const {
    if (const Statement what = retracted_by(x.on); what != Statement::none) {
      const MessageText* said = world_.definitions.vi.find(phrase_of(what));
      return who_ + " rút lại " + (said == nullptr ? x.on : said->text);
    }
    return fmt::format("{} chuyển bước “{}”", who_, trigger_label(x.on));
  }

  std::string operator()(const FileOffered& x) const {
    return fmt::format("{} gửi tệp {}{}", who_, x.number, with("tên", x.name));
  }
  std::string operator()(const FileKept& x) const {
    return fmt::format("Đã lưu tệp {} của {}: {}{}; {}; SHA-256 {}", x.number,
                       person_name(world_, x.person, "vi"), x.kind, with("tên", x.name),
                       size_in_words(x.bytes), x.digest);
  }
  std::string operator()(const FileRefused& x) const {
    const auto fault = attachment_fault_named(x.reason);
    const std::string why = fault ? words_of(world_.definitions.vi, message_of(*fault)) : x.reason;
    return fmt::format("Không lưu tệp {} của {}{}", x.number, person_name(world_, x.person, "vi"),
                       with("lý do", why));
  }

  std::string operator()(const StepTaken& x) const {
    return fmt::format("Bước {}: gửi {} (mẫu tin {})", step_in_words(x.id), names_of(world_, x.to),
                       x.message);
  }
  std::string operator()(const StepSkipped& x) const {
    return fmt::format("Bỏ qua bước {}{}", step_in_words(x.id), with("lý do", reason_of(x)));
  }
  std::string operator()(const StepDeferred& x) const {
    return fmt::format("Lùi bước {} đến {}{}", step_in_words(x.id), world_.zone.clock(x.until),
                       with("lý do", reason_of(x)));
  }
  std::string operator()(const Escalated& x) const {
    const std::string to = x.to.empty() ? "" : "; đã báo " + names_of(world_, x.to);
    return "Đưa vào danh sách của lãnh đạo" + with("lý do", reason_of(x)) + to;
  }
  std::string operator()(const Rescheduled& x) const {
    return fmt::format("Hạn áp dụng chuyển từ {} sang {}{}", date_or(x.old_effective, "chưa có"),
                       date_or(x.new_effective, "chưa có"), with("căn cứ", reason_of(x)));
  }
  std::string operator()(const Quarantined& x) const {
    return "Bị cách ly do lỗi" + with("lý do", reason_of(x));
  }
  std::string operator()(const Released&) const { return who_ + " gỡ cách ly"; }
  std::string operator()(const MessageSettled& x) const {
    const bool is_told = x.outcome == "retry" || x.outcome == "given_up";
    return fmt::format("Tin {}{}: {}{}", x.message,
                       x.channel.empty() ? "" : " qua " + channel_in_words(x.channel),
                       outcome_in_words(x.outcome),
                       with("chi tiết", is_told ? words_of(world_.definitions.vi, x.detail) : ""));
  }
  std::string operator()(const DutyPassedOn& x) const {
    std::string to;
    for (std::size_t i = 0; i < x.to_codes.size(); ++i)
      to += fmt::format("{}{} [{}]", i == 0 ? "" : ", ", unit_name(world_, x.to_units[i]),
                        x.to_codes[i]);
    return fmt::format("bàn giao cho {} từ {}{}", to, x.on.vi(), with("căn cứ", x.basis));
  }
  std::string operator()(const DutyTakenOver& x) const {
    std::string from;
    for (const Source& source : x.assignment.sources)
      from += fmt::format("{}{} [{}]", from.empty() ? "" : ", ", unit_name(world_, source.unit),
                          source.code);
    return fmt::format("{} nhận bàn giao từ {}, hiệu lực {}{}",
                       unit_name(world_, x.assignment.unit), from, x.on.vi(),
                       with("căn cứ", x.basis));
  }
  std::string operator()(const HandlerReplaced& x) const {
    return fmt::format("{} bàn giao cho {}{}", who_,
                       x.person.empty() ? "cán bộ của đơn vị" : person_name(world_, x.person, "vi"),
                       with("lý do", x.reason));
  }

  template <class Other>
  std::string operator()(const Other& x) const {
    return std::string(name_of(EventBody(x)));
  }

 private:
  template <class Reasoned>
  std::string reason_of(const Reasoned& x) const {
    return reason_in_words(world_.definitions.vi, x.reason, x.why);
  }

  std::string trigger_label(const std::string& id) const {
    for (const Trigger& trigger : world_.definitions.assignment_chart.triggers) {
      if (trigger.id == id) return trigger.label_vi;
    }
    return id;
  }

  const World& world_;
  std::string who_;
};

}  // namespace

std::string names_of(const World& world, const std::vector<std::string>& people) {
  std::string names;
  for (const std::string& person : people)
    names += (names.empty() ? "" : ", ") + person_name(world, person, "vi");
  return names;
}

std::string doer_of(const World& world, const std::string& by) {
  return by.empty() ? "hệ thống" : person_name(world, by, "vi");
}

std::string label_of_state(const World& world, const std::string& state) {
  const ChartState* found = world.definitions.assignment_chart.state(state);
  return found == nullptr ? state : found->label_vi;
}

std::string sentence_of(const World& world, const Event& event) {
  const SubjectKind about = subject_kind(event.body);
  if (about != SubjectKind::assignment && about != SubjectKind::message)
    return office_sentence(world, event);
  std::string text = std::visit(Teller(world, event), event.body);
  if (event.to) text += fmt::format(" → {}", label_of_state(world, *event.to));
  return text;
}

}  // namespace dondoc
