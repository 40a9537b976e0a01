#include "web/intake_form.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <tuple>

#include "engine/codec/enum_names.h"
#include "web/typed_text.h"

namespace dondoc {
namespace {

constexpr std::size_t k_text_bytes = 1'900;
constexpr std::size_t k_number_bytes = 100;
constexpr std::size_t k_units_named = 5'000;

std::optional<int> number_in(const std::string& text) {
  int value = 0;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, value);
  return fault == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

std::optional<Every> every_named(std::string_view name) {
  const auto found = std::find(k_names<Every>.begin(), k_names<Every>.end(), name);
  if (found == k_names<Every>.end()) return std::nullopt;
  return static_cast<Every>(found - k_names<Every>.begin());
}

std::vector<std::string> all_of(const Request& request, const std::string& name) {
  std::vector<std::string> values;
  const auto [begin, end] = request.query.equal_range(name);
  for (auto one = begin; one != end; ++one) values.push_back(one->second);
  return values;
}

/// Fills a form's fields from a rule.
struct RuleReader {
  DutyForm& form;

  void operator()(const DateRule& rule) const {
    form.due = "date";
    form.date = rule.printed.iso();
    form.before = !rule.inclusive;
  }
  void operator()(const WindowRule& rule) const {
    form.due = "window";
    form.from = rule.from.iso();
    form.to_day = rule.to.iso();
  }
  void operator()(const RecurringRule& rule) const {
    form.due = "recurring";
    form.every = k_names<Every>[static_cast<std::size_t>(rule.every)];
    form.day = std::to_string(rule.day);
    if (rule.month) form.month = std::to_string(*rule.month);
    form.before = !rule.inclusive;
  }
  void operator()(const TriggerRule&) const { form.due = "trigger"; }
  void operator()(const OngoingRule&) const { form.due = "ongoing"; }
  void operator()(const SeveralRule&) const { form.due = "keep"; }
  void operator()(const PastRule&) const { form.due = "keep"; }
  void operator()(const UnconfirmedRule&) const { form.due = "keep"; }
};

using MeantDue = std::variant<DueRule, IntakeFault>;

MeantDue date_of(const DutyForm& form, std::string stated) {
  const auto day = LocalDate::parse(form.date);
  if (!day) return IntakeFault{"intake_fault_date"};
  DateRule rule;
  rule.printed = *day;
  rule.inclusive = !form.before;
  return DueRule{std::move(stated), rule};
}

MeantDue window_of(const DutyForm& form, std::string stated) {
  const auto from = LocalDate::parse(form.from), to = LocalDate::parse(form.to_day);
  if (!from || !to || *to < *from) return IntakeFault{"intake_fault_window"};
  WindowRule rule;
  rule.from = *from;
  rule.to = *to;
  return DueRule{std::move(stated), rule};
}

MeantDue recurring_of(const DutyForm& form, const Plan& draft, std::string stated) {
  RecurringRule rule;
  const auto every = every_named(form.every);
  const auto day = number_in(form.day);
  if (!every || !day || *day < 1 || *day > 31) return IntakeFault{"intake_fault_recurring"};
  rule.every = *every;
  rule.day = *day;
  rule.inclusive = !form.before;
  rule.from = draft.from;
  rule.to = draft.to;
  if (!form.month.empty()) {
    const auto month = number_in(form.month);
    if (!month || *month < 1 || *month > months_in(*every))
      return IntakeFault{"intake_fault_month"};
    rule.month = *month;
  }
  return DueRule{std::move(stated), rule};
}

MeantDue due_of(const DutyForm& form, const Plan& draft) {
  std::string stated = form.stated.empty() ? "theo xác nhận của người nhập" : form.stated;
  if (form.due == "date") return date_of(form, std::move(stated));
  if (form.due == "window") return window_of(form, std::move(stated));
  if (form.due == "recurring") return recurring_of(form, draft, std::move(stated));
  if (form.due == "trigger") return DueRule{stated, TriggerRule{stated, std::nullopt}};
  if (form.due == "ongoing") return DueRule{std::move(stated), OngoingRule{}};
  return IntakeFault{"intake_fault_due"};
}

/// More of a rule than the form shows stays, too.
bool leaves_due(const DutyForm& form, const Obligation& before) {
  const DutyForm was = duty_form(before);
  const auto fields = [](const DutyForm& one) {
    return std::tie(one.due, one.date, one.from, one.to_day, one.every, one.day, one.month,
                    one.before);
  };
  return form.due == "keep" || fields(form) == fields(was);
}

bool is_in(const Plan& draft, const std::string& id, bool groups_too) {
  const bool is_group = std::any_of(draft.groups.begin(), draft.groups.end(),
                                    [&](const Group& group) { return group.id == id; });
  return draft.unit(id) != nullptr || (groups_too && is_group);
}

void add_once(std::vector<std::string>& ids, const std::string& id) {
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
}

/// Those ticked, and those typed. An id that is none of the draft's was not on the page.
std::optional<IntakeFault> choose(const std::vector<std::string>& ticked, const std::string& typed,
                                  const Plan& draft, bool groups_too, bool adds, UnitFinder& finder,
                                  std::vector<std::string>& chosen, std::vector<PlanUnit>& units) {
  for (const std::string& id : ticked) {
    if (is_in(draft, id, groups_too)) add_once(chosen, id);
  }
  auto named = units_named(typed, finder, adds);
  if (auto* fault = std::get_if<IntakeFault>(&named)) return std::move(*fault);
  for (PlanUnit& unit : std::get<0>(named)) {
    add_once(chosen, unit.id);
    units.push_back(std::move(unit));
  }
  return std::nullopt;
}

}  // namespace

HeadForm head_form(const Request& request) {
  HeadForm form;
  form.number = one_line(request.parameter("number"));
  form.date = request.parameter("date");
  form.document_type = one_line(request.parameter("document_type"));
  form.subject = one_line(request.parameter("subject"));
  form.from = request.parameter("from");
  form.to = request.parameter("to");
  form.issuer = one_line(request.parameter("issuer"));
  return form;
}

HeadForm head_form(const Plan& plan) {
  HeadForm form;
  form.number = plan.number;
  if (plan.date) form.date = plan.date->iso();
  form.document_type = plan.document_type;
  form.subject = plan.subject;
  form.from = plan.from.iso();
  form.to = plan.to.iso();
  if (const PlanUnit* issuer = plan.unit(plan.issuer)) form.issuer = issuer->name;
  return form;
}

std::variant<HeadCorrection, IntakeFault> head_of(const HeadForm& form) {
  HeadCorrection head;
  head.number = form.number;
  head.document_type = form.document_type;
  head.subject = form.subject;
  if (form.subject.empty()) return IntakeFault{"intake_fault_subject"};
  if (form.subject.size() > k_text_bytes || form.number.size() > k_number_bytes ||
      form.document_type.size() > k_number_bytes)
    return IntakeFault{"intake_fault_long"};
  if (!form.date.empty()) {
    head.date = LocalDate::parse(form.date);
    if (!head.date) return IntakeFault{"intake_fault_date"};
  }
  const auto from = LocalDate::parse(form.from), to = LocalDate::parse(form.to);
  if (!from || !to || *to < *from) return IntakeFault{"intake_fault_window"};
  head.from = *from;
  head.to = *to;
  return head;
}

DutyForm duty_form(const Request& request) {
  DutyForm form;
  form.what = one_line(request.parameter("what"));
  form.kind = request.parameter("kind");
  form.binding = request.parameter("binding");
  form.who = all_of(request, "who");
  form.who_more = request.parameter("who_more");
  form.to = all_of(request, "to");
  form.to_more = request.parameter("to_more");
  form.adds_units = request.parameter("adds") == "1";
  form.due = request.parameter("due");
  form.date = request.parameter("date");
  form.from = request.parameter("from");
  form.to_day = request.parameter("to_day");
  form.every = request.parameter("every");
  form.day = request.parameter("day");
  form.month = request.parameter("month");
  form.before = request.parameter("before") == "1";
  form.stated = one_line(request.parameter("stated"));
  form.line = request.parameter("line");
  return form;
}

DutyForm duty_form(const Obligation& duty) {
  DutyForm form;
  form.what = duty.what;
  form.kind = name_of(duty.kind);
  form.binding = name_of(duty.binding);
  form.who = duty.who;
  for (const Recipient& recipient : duty.to) form.to.push_back(recipient.unit);
  form.stated = duty.due.stated;
  std::visit(RuleReader{form}, duty.due.rule);
  return form;
}

std::variant<CorrectedDuty, IntakeFault> duty_of(const DutyForm& form, const Plan& draft,
                                                 UnitFinder& units, const Obligation* before) {
  CorrectedDuty corrected;
  DutyCorrection& duty = corrected.duty;
  duty.what = form.what;
  if (form.what.empty()) return IntakeFault{"intake_fault_what"};
  if (form.what.size() > k_text_bytes || form.stated.size() > k_text_bytes)
    return IntakeFault{"intake_fault_long"};
  const auto kind = kind_named(form.kind);
  if (!kind) return IntakeFault{"intake_fault_kind"};
  duty.kind = *kind;
  duty.binding = form.binding == "requested" ? Binding::requested : Binding::ordered;
  if (auto fault = choose(form.who, form.who_more, draft, true, form.adds_units, units, duty.who,
                          corrected.units))
    return *fault;
  if (duty.who.empty()) return IntakeFault{"intake_fault_who"};
  if (auto fault = choose(form.to, form.to_more, draft, false, form.adds_units, units, duty.to,
                          corrected.units))
    return *fault;
  if (before != nullptr && leaves_due(form, *before)) return corrected;
  MeantDue due = due_of(form, draft);
  if (auto* fault = std::get_if<IntakeFault>(&due)) return std::move(*fault);
  duty.due = std::move(std::get<DueRule>(due));
  return corrected;
}

std::variant<std::vector<PlanUnit>, IntakeFault> units_named(const std::string& lines,
                                                             UnitFinder& units, bool adds) {
  std::vector<PlanUnit> found;
  for (const std::string& name : typed_lines(lines)) {
    if (found.size() == k_units_named || name.size() > k_text_bytes)
      return IntakeFault{"intake_fault_long"};
    auto unit = units.find(name);
    if (!unit && !adds) return IntakeFault{"intake_fault_unit", name};
    PlanUnit one = unit ? std::move(*unit) : units.make(name);
    const bool is_new = std::none_of(found.begin(), found.end(),
                                     [&](const PlanUnit& other) { return other.id == one.id; });
    if (is_new) found.push_back(std::move(one));
  }
  return found;
}

}  // namespace dondoc
