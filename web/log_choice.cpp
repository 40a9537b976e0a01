#include "web/log_choice.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "engine/codec/event_codec.h"

namespace dondoc {
namespace {

using Theme = std::pair<std::string_view, std::string_view>;

/// Names of events as the log has them (engine/event/event.cpp), by what people look for.
constexpr std::array<Theme, 59> k_kinds{{
    {"acknowledged", "reports"},
    {"progressed", "reports"},
    {"submitted", "reports"},
    {"accepted", "reports"},
    {"returned", "reports"},
    {"blocked", "reports"},
    {"unblocked", "reports"},
    {"disputed", "reports"},
    {"dispute_settled", "reports"},
    {"file_offered", "reports"},
    {"file_kept", "reports"},
    {"file_refused", "reports"},
    {"moved", "reports"},
    {"due_confirmed", "dates"},
    {"extension_requested", "dates"},
    {"extension_granted", "dates"},
    {"extension_refused", "dates"},
    {"suspended", "dates"},
    {"resumed", "dates"},
    {"raised", "dates"},
    {"rescheduled", "dates"},
    {"calendar_year_set", "dates"},
    {"snoozed", "reminders"},
    {"nudged", "reminders"},
    {"step_taken", "reminders"},
    {"step_skipped", "reminders"},
    {"step_deferred", "reminders"},
    {"escalated", "reminders"},
    {"quarantined", "reminders"},
    {"released", "reminders"},
    {"assignment_issued", "plans"},
    {"plan_issued", "plans"},
    {"question_answered", "plans"},
    {"plan_moved", "plans"},
    {"summary_drafted", "plans"},
    {"summary_approved", "plans"},
    {"summary_amended", "plans"},
    {"recipient_replaced", "plans"},
    {"waived", "plans"},
    {"cancelled", "plans"},
    {"handed_over", "people"},
    {"handler_replaced", "people"},
    {"person_registered", "people"},
    {"person_moved", "people"},
    {"person_left", "people"},
    {"roles_assigned", "people"},
    {"roles_taken_over", "people"},
    {"deputy_replaced", "people"},
    {"leave_taken", "people"},
    {"leave_ended", "people"},
    {"invitation_made", "people"},
    {"account_bound", "people"},
    {"account_unbound", "people"},
    {"rebind_asked", "people"},
    {"rebind_refused", "people"},
    {"reminders_stopped", "people"},
    {"reminders_wanted", "people"},
    {"transferred", "units"},
    {"duty_passed_on", "units"},
}};
constexpr std::array<std::string_view, 6> k_of_units{
    {"duty_taken_over", "unit_registered", "unit_reorganised", "reorganisation_planned",
     "reorganisation_done", "reorganisation_dropped"}};

std::optional<LocalDate> day_in(const Request& request, const char* name, bool& bad) {
  const std::string text = request.parameter(name);
  const auto day = LocalDate::parse(text);
  bad = bad || (!text.empty() && !day);
  return day;
}

}  // namespace

const std::vector<std::string_view>& log_themes() {
  static const std::vector<std::string_view> themes{"reports", "dates", "reminders", "plans",
                                                    "people",  "units", "system"};
  return themes;
}

std::string_view theme_of(std::string_view kind) {
  const auto known = std::find_if(k_kinds.begin(), k_kinds.end(),
                                  [&](const Theme& one) { return one.first == kind; });
  if (known != k_kinds.end()) return known->second;
  const bool of_units = std::find(k_of_units.begin(), k_of_units.end(), kind) != k_of_units.end();
  return of_units ? "units" : "system";
}

LogChoice log_choice(const Request& request) {
  LogChoice choice;
  choice.unit = request.parameter("unit");
  choice.plan = request.parameter("plan");
  choice.person = request.parameter("person");
  choice.code = request.parameter("code");
  const std::string theme = request.parameter("theme");
  const auto& themes = log_themes();
  if (std::find(themes.begin(), themes.end(), theme) != themes.end()) choice.theme = theme;
  choice.from = day_in(request, "from", choice.bad_date);
  choice.to = day_in(request, "to", choice.bad_date);
  const std::string before = request.parameter("before");
  std::int64_t number = 0;
  const auto read = std::from_chars(before.data(), before.data() + before.size(), number);
  if (read.ec == std::errc() && number > 0) choice.before = number;
  return choice;
}

std::string address_of(std::string_view path, const LogChoice& choice) {
  std::string query;
  const auto add = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value);
  };
  add("unit", choice.unit);
  add("plan", choice.plan);
  add("person", choice.person);
  add("theme", choice.theme);
  add("code", choice.code);
  add("from", choice.from ? choice.from->iso() : "");
  add("to", choice.to ? choice.to->iso() : "");
  add("before", choice.before == 0 ? "" : std::to_string(choice.before));
  return std::string(path) + query;
}

LogSieve::LogSieve(const Moment& moment, const Visitor& visitor, const LogChoice& choice)
    : moment_(moment),
      visitor_(visitor),
      choice_(choice),
      doer_("\"by\":\"" + choice.person + "\""),
      sight_(moment, visitor),
      led_(moment, visitor) {}

/// What can be told without reading the event: most rows of a log are another's.
std::optional<Event> LogSieve::take(const LogRow& row) {
  if (!is_chosen(row)) return std::nullopt;
  auto event = decode_event(row.body);
  if (!event || !is_in_sight(row, *event)) return std::nullopt;
  const bool is_hers = choice_.person.empty() || event->by == choice_.person ||
                       (row.subject_kind == "person" && row.subject == choice_.person);
  return is_hers ? std::optional(std::move(*event)) : std::nullopt;
}

bool LogSieve::is_chosen(const LogRow& row) {
  const std::string_view theme = theme_of(row.kind);
  // What the program notes for itself is shown to whoever asks for it.
  if (choice_.theme.empty() ? theme == "system" : theme != choice_.theme) return false;
  if (!choice_.code.empty() && row.subject != choice_.code) return false;
  if (!choice_.person.empty() && row.subject != choice_.person &&
      row.body.find(doer_) == row.body.npos)
    return false;
  return is_chosen(moment_.present.cases.find(row.subject), row);
}

bool LogSieve::is_chosen(const Assignment* a, const LogRow& row) const {
  if (!choice_.plan.empty()) {
    const bool of_plan = row.subject_kind == "assignment" ? a != nullptr && a->plan == choice_.plan
                                                          : row.subject == choice_.plan;
    if (!of_plan) return false;
  }
  if (choice_.unit.empty()) return true;
  const std::string* unit = unit_of(row);
  return unit != nullptr && is_of_unit(*unit);
}

bool LogSieve::is_of_unit(const std::string& unit) const {
  return moment_.present.office.directory.is_within(unit, choice_.unit);
}

/// Null when the row is of no single unit.
const std::string* LogSieve::unit_of(const LogRow& row) const {
  const Office& office = moment_.present.office;
  if (row.subject_kind == "assignment") {
    const Assignment* a = moment_.present.cases.find(row.subject);
    return a == nullptr ? nullptr : &a->unit;
  }
  if (row.subject_kind == "plan") {
    const PlanCase* plan = office.plan(row.subject);
    return plan == nullptr ? nullptr : &plan->plan.issuer;
  }
  if (row.subject_kind == "person") {
    const Person* person = office.directory.person(row.subject);
    return person == nullptr ? nullptr : &person->unit;
  }
  return row.subject_kind == "unit" ? &row.subject : nullptr;
}

bool LogSieve::is_in_sight(const LogRow& row, const Event& event) {
  if (visitor_.administrator) return true;
  if (row.subject_kind == "calendar") return true;
  if (row.subject_kind == "assignment") {
    const Assignment* a = moment_.present.cases.find(row.subject);
    return a != nullptr && sight_.sees(*a);
  }
  if (const auto* settled = std::get_if<MessageSettled>(&event.body)) {
    const Assignment* a = moment_.present.cases.find(settled->code);
    return a != nullptr && sight_.sees(*a);
  }
  const std::string* unit = unit_of(row);
  if (unit == nullptr) return false;
  if (row.subject_kind == "person") return row.subject == visitor_.person || led_.leads(*unit);
  return sight_.sees(*unit);
}

}  // namespace dondoc
