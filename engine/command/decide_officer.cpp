#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/refusals.h"
#include "engine/limits.h"

namespace dondoc::deciders {
namespace {

bool is_open(const Assignment& a) { return a.meaning == Meaning::open; }

Verdict percent_fault(const std::optional<double>& percent) {
  if (percent && !(*percent >= 0 && *percent <= 100))
    return invalid("Tiến độ tính theo phần trăm, từ 0 đến 100.");
  return std::nullopt;
}

Verdict count_fault(const ReportProgress& c) {
  if ((c.done && *c.done < 0) || (c.total && *c.total < 0))
    return invalid("Số lượng không thể âm.");
  return std::nullopt;
}

}  // namespace

Verdict on(Draft& draft, const Acknowledge& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  const Assignment& assignment = *std::get<const Assignment*>(found);
  if (assignment.acknowledged_at)
    return already("Việc [" + c.code + "] đã được tiếp nhận trước đó; không cần xác nhận lại.");
  if (!draft.add_move(c.code, "acknowledge", Acknowledged{}))
    return not_from_here(draft, assignment);
  start_plan(draft, assignment);
  return std::nullopt;
}

Verdict on(Draft& draft, const ReportProgress& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.text, "tiến độ", false)) return fault;
  if (auto fault = percent_fault(c.percent)) return fault;
  if (auto fault = count_fault(c)) return fault;
  const Assignment& assignment = *std::get<const Assignment*>(found);
  if (!c.percent && !c.done && c.text.empty()) return missing("tiến độ đã làm được");
  Progressed body{c.percent, c.done, c.total, c.text};
  if (!draft.add_move(c.code, "progress", body)) return not_from_here(draft, assignment);
  start_plan(draft, assignment);
  return std::nullopt;
}

Verdict on(Draft& draft, const RequestExtension& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "lý do xin gia hạn", true)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(draft, a);
  auto due = due_of(a, draft.time_rules().calendar, draft.today());
  if (!due) return invalid("Việc [" + c.code + "] không có hạn nên không cần gia hạn.");
  if (a.extension_request)
    return already("Đề nghị gia hạn [" + c.code + "] đang chờ lãnh đạo cho ý kiến.");
  if (c.until <= draft.today()) return invalid("Ngày xin gia hạn phải sau hôm nay.");
  if (c.until <= due->effective)
    return invalid("Ngày xin gia hạn phải sau hạn hiện nay (" + due->effective.vi() + ").");
  draft.add(c.code, ExtensionRequested{c.until, c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const ReportBlocked& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "nội dung khó khăn, vướng mắc", true)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(draft, a);
  if (a.block && a.block->reason == c.reason)
    return already("Vướng mắc này của [" + c.code + "] đã được ghi nhận.");
  // What was stated stands until a lead has answered it or the unit takes it back.
  std::string reason = a.block ? a.block->reason + "; " + c.reason : c.reason;
  if (auto fault = text_fault(reason, "nội dung khó khăn, vướng mắc", true)) return fault;
  draft.add(c.code, Blocked{std::move(reason)});
  return std::nullopt;
}

Verdict on(Draft& draft, const DisputeDuty& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "lý do", false)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(draft, a);
  if (a.dispute) return already("Ý kiến về việc [" + c.code + "] đang chờ lãnh đạo xem xét.");
  draft.add(c.code, Disputed{c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const HandOver& c) {
  const Assignment* a = draft.find(c.code);
  if (a == nullptr) return unknown_duty(c.code);
  bool allowed = may_answer_for(draft.world(), draft.by(), *a, draft.now()) ||
                 leads(draft.world(), draft.by(), a->unit, draft.now());
  if (!allowed) return not_of_this_unit(c.code);
  if (auto fault = text_fault(c.reason, "lý do bàn giao", false)) return fault;
  if (!is_open(*a)) return not_from_here(draft, *a);
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr || !person->active) return unknown_person(c.person);
  if (person->unit != a->unit)
    return invalid("Người nhận bàn giao phải thuộc đơn vị được giao việc [" + c.code + "].");
  if (a->handler == c.person)
    return already("Việc [" + c.code + "] đang do " + person->name + " phụ trách.");
  draft.add(c.code, HandedOver{c.person, c.reason});
  return std::nullopt;
}

Verdict on(Draft& draft, const Snooze& c) {
  auto found = owned(draft, c.code);
  if (auto* refused = std::get_if<Rejected>(&found)) return *refused;
  if (auto fault = text_fault(c.reason, "lý do", false)) return fault;
  const Assignment& a = *std::get<const Assignment*>(found);
  if (!is_open(a)) return not_from_here(draft, a);
  if (c.until <= draft.now()) return invalid("Thời điểm hẹn phải sau lúc này.");
  if (c.until > draft.now() + Elapsed::hours(24 * limits::snooze_days))
    return invalid("Chỉ hẹn nhắc lại trong vòng 30 ngày; lâu hơn đề nghị xin gia hạn.");
  draft.add(c.code, Snoozed{c.until, c.reason});
  return std::nullopt;
}

}  // namespace dondoc::deciders
