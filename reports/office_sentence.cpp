#include "reports/office_sentence.h"

#include <fmt/format.h>

#include "engine/notice/facts.h"
#include "reports/event_sentence.h"
#include "reports/step_words.h"

namespace dondoc {
namespace {

/// "; lý do: …" when there is something to say.
std::string with(const char* what, const std::string& text) {
  return text.empty() ? "" : fmt::format("; {}: {}", what, text);
}

std::string roles(bool officer, bool lead) {
  if (officer && lead) return "cán bộ và lãnh đạo";
  if (lead) return "lãnh đạo";
  return officer ? "cán bộ" : "không giữ vai trò nào";
}

std::string act_in_words(UnitAct act) {
  switch (act) {
    case UnitAct::merge:
      return "sáp nhập";
    case UnitAct::split:
      return "chia tách";
    case UnitAct::rename:
      return "đổi tên";
    case UnitAct::abolish:
      return "giải thể";
    case UnitAct::reparent:
      return "chuyển cấp trên";
  }
  return "";
}

std::string of_period(const std::string& period) { return period.empty() ? "" : " kỳ " + period; }

class Teller {
 public:
  Teller(const World& world, const Event& event)
      : world_(world), event_(event), who_(doer_of(world, event.by)) {}

  // --- plans ---
  std::string operator()(const PlanIssued&) const {
    return fmt::format("{} ban hành {}", who_, plan());
  }
  std::string operator()(const QuestionAnswered& x) const {
    return fmt::format("{} trả lời câu hỏi {} của {}{}", who_, x.question, plan(),
                       with("nội dung", x.text));
  }
  std::string operator()(const PlanMoved& x) const {
    return fmt::format("{} chuyển sang bước mới{}", plan(), of_period(x.period));
  }
  std::string operator()(const SummaryDrafted& x) const {
    return fmt::format("{} lưu dự thảo tổng hợp{} của {}", who_, of_period(x.record.period),
                       plan());
  }
  std::string operator()(const SummaryApproved& x) const {
    return fmt::format("{} duyệt tổng hợp{} của {}", who_, of_period(x.record.period), plan());
  }
  std::string operator()(const SummaryAmended& x) const {
    return fmt::format("{} duyệt bản điều chỉnh tổng hợp{} của {}", who_,
                       of_period(x.record.period), plan());
  }
  std::string operator()(const RecipientReplaced& x) const {
    return fmt::format("{}: nơi nhận báo cáo chuyển từ {} sang {}{}", plan(),
                       unit_name(world_, x.from), unit_name(world_, x.to), with("căn cứ", x.basis));
  }

  // --- units ---
  std::string operator()(const UnitRegistered& x) const {
    return fmt::format("{} ghi đơn vị {} vào danh bạ", who_, x.unit.name);
  }
  std::string operator()(const UnitReorganised& x) const {
    return fmt::format("Sắp xếp đơn vị {} ({}) từ {}{}", x.unit.name, act_in_words(x.act),
                       x.on.vi(), with("căn cứ", x.basis));
  }
  std::string operator()(const ReorganisationPlanned& x) const {
    return fmt::format("{} đăng ký sắp xếp đơn vị từ {}{}", who_, x.reorganisation.on.vi(),
                       with("căn cứ", x.reorganisation.basis));
  }
  std::string operator()(const ReorganisationDone& x) const {
    return fmt::format("Việc sắp xếp đơn vị có hiệu lực từ {}: bàn giao {} việc{}",
                       x.reorganisation.on.vi(), x.handovers.size(),
                       with("căn cứ", x.reorganisation.basis));
  }
  std::string operator()(const ReorganisationDropped& x) const {
    return fmt::format(
        "{}{}",
        x.failed ? "Không thực hiện được việc sắp xếp đơn vị" : who_ + " rút việc sắp xếp đơn vị",
        with("lý do", x.reason));
  }

  // --- persons ---
  std::string operator()(const PersonRegistered& x) const {
    return fmt::format("{} ghi {} vào danh bạ: {}, {}", who_, x.person.name,
                       roles(x.person.officer, x.person.lead), unit_name(world_, x.person.unit));
  }
  std::string operator()(const RolesAssigned& x) const {
    return fmt::format("{} phân công {}: {}, {}", who_, person(), roles(x.officer, x.lead),
                       unit_name(world_, x.unit));
  }
  std::string operator()(const PersonMoved& x) const {
    return fmt::format("{} chuyển về {} theo việc sắp xếp đơn vị", person(),
                       unit_name(world_, x.unit));
  }
  std::string operator()(const PersonLeft& x) const {
    return fmt::format("{} ghi nhận {} nghỉ công tác{}{}", who_, person(),
                       x.successor.empty() ? "" : "; người nhận thay: " + named(x.successor),
                       with("lý do", x.reason));
  }
  std::string operator()(const RolesTakenOver& x) const {
    return fmt::format("{} nhận thay {}: {}, {} việc{}", person(), named(x.from),
                       roles(x.officer, x.lead), x.codes.size(), with("lý do", x.reason));
  }
  std::string operator()(const DeputyReplaced& x) const {
    return fmt::format("Người thay của {} đổi từ {} sang {}", person(), named(x.from),
                       x.to.empty() ? "cán bộ khác của đơn vị" : named(x.to));
  }
  std::string operator()(const LeaveTaken& x) const {
    return fmt::format("{} ghi {} nghỉ từ {} đến {}; người thay: {}", who_, person(),
                       x.leave.from.vi(), x.leave.to.vi(), named(x.leave.deputy));
  }
  std::string operator()(const LeaveEnded& x) const {
    return fmt::format("{} kết thúc đợt nghỉ từ {} của {}", who_, x.from.vi(), person());
  }
  std::string operator()(const InvitationMade& x) const {
    return fmt::format(
        "{} cấp mã mời cho {}{}, có hiệu lực đến {}", who_, person(),
        x.invitation.channel.empty() ? "" : " (" + channel_in_words(x.invitation.channel) + ")",
        world_.zone.clock(x.invitation.expires));
  }
  std::string operator()(const AccountBound& x) const {
    return fmt::format("{} liên kết tài khoản {}", person(), channel_in_words(x.channel));
  }
  std::string operator()(const AccountUnbound& x) const {
    return fmt::format("{} gỡ tài khoản {} của {}{}", who_, channel_in_words(x.channel), person(),
                       with("lý do", x.reason));
  }
  std::string operator()(const AccountNoted& x) const {
    if (!x.reachable)
      return fmt::format("Không gửi được tới tài khoản {} của {}", channel_in_words(x.channel),
                         person());
    return fmt::format("{} nhắn từ tài khoản {}", person(), channel_in_words(x.channel));
  }
  std::string operator()(const RebindAsked& x) const {
    return fmt::format("{} đề nghị đổi tài khoản {}", person(), channel_in_words(x.channel));
  }
  std::string operator()(const RebindRefused& x) const {
    return fmt::format("{} không đồng ý đổi tài khoản {} của {}", who_, channel_in_words(x.channel),
                       person());
  }
  std::string operator()(const RemindersStopped&) const {
    return fmt::format("{} đề nghị dừng nhắc", person());
  }
  std::string operator()(const RemindersWanted&) const {
    return fmt::format("{} đề nghị nhắc trở lại", person());
  }

  // --- the office ---
  std::string operator()(const CalendarYearSet& x) const {
    return fmt::format("{} đặt lịch làm việc năm {}{}", who_, x.year.year,
                       with("căn cứ", reason_in_words(world_.definitions.vi, x.reason, x.why)));
  }
  std::string operator()(const StrangerHeard& x) const {
    return x.wrong_code ? "Một tài khoản chưa liên kết nhắn mã không đúng"
                        : "Một tài khoản chưa liên kết nhắn tin";
  }
  std::string operator()(const DigestSent&) const {
    return "Gửi bản tin buổi sáng cho " + person();
  }
  std::string operator()(const MorningSettled& x) const {
    return fmt::format("Bản tin buổi sáng ngày {}: gửi {} lãnh đạo{}", x.day.vi(), x.sent,
                       x.missed ? "; đã lỡ giờ gửi" : "");
  }
  std::string operator()(const LadderFrozen& x) const {
    return fmt::format("Chốt các bước nhắc “{}”", x.ladder.id);
  }
  std::string operator()(const ConversationSaved&) const { return "Lưu cuộc trò chuyện đang dở"; }

  template <class Other>
  std::string operator()(const Other& x) const {
    return std::string(name_of(EventBody(x)));
  }

 private:
  std::string named(const std::string& id) const { return person_name(world_, id, "vi"); }
  std::string person() const { return named(event_.subject); }
  std::string plan() const {
    const PlanCase* found = world_.office.plan(event_.subject);
    return found == nullptr ? event_.subject : found->plan.title();
  }

  const World& world_;
  const Event& event_;
  std::string who_;
};

}  // namespace

std::string office_sentence(const World& world, const Event& event) {
  return std::visit(Teller(world, event), event.body);
}

}  // namespace dondoc
