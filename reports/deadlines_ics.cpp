#include "reports/deadlines_ics.h"

#include <fmt/format.h>
#include <libical/ical.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

#include "engine/check.h"
#include "reports/text_layout.h"
#include "reports/xml_text.h"

namespace dondoc {
namespace {

constexpr const char* k_product = "-//Don Doc//dondoc//VI";
/// RFC 5546 asks for an organizer; ours has no mail address.
constexpr const char* k_no_mail = "invalid:nomail";
constexpr int k_usual_priority = 5;

icaltimetype day(LocalDate date) {
  icaltimetype time = icaltime_null_date();
  time.year = date.year();
  time.month = static_cast<int>(date.month());
  time.day = static_cast<int>(date.day());
  return time;
}

icaltimetype moment(Instant at) {
  constexpr std::int64_t k_day = 86'400;
  const std::int64_t seconds = at.ms / 1000;
  icaltimetype time = day(LocalDate::from_days(static_cast<std::int32_t>(seconds / k_day)));
  const auto of_day = static_cast<int>(seconds % k_day);
  time.is_date = 0;
  time.hour = of_day / 3600;
  time.minute = of_day / 60 % 60;
  time.second = of_day % 60;
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

/// The last thing that happened to it as far as the state knows.
Instant changed_at(const Assignment& a) {
  Instant last = std::max(a.issued_at, a.ladder_from);
  for (const auto& at : {a.last_answer_at, a.completed_at, a.accepted_at, a.acknowledged_at}) {
    if (at) last = std::max(last, *at);
  }
  if (!a.ledger.empty()) last = std::max(last, a.ledger.back().at);
  if (!a.submissions.empty()) last = std::max(last, a.submissions.back().at);
  return last;
}

bool is_handed_in(const Assignment& a) {
  return a.meaning == Meaning::reported || a.meaning == Meaning::done;
}

/// Quotation marks cannot stand in a parameter.
std::string parameter_text(const std::string& text) {
  std::string clean = xml_text(on_one_line(text));
  std::erase(clean, '"');
  return clean;
}

class Entry {
 public:
  Entry(const Office& office, const Assignment& a, Due due, DeadlineEntry kind)
      : office_(office),
        a_(a),
        due_(due),
        is_task_(kind == DeadlineEntry::task),
        entry_(is_task_ ? icalcomponent_new_vtodo() : icalcomponent_new_vevent()) {}

  icalcomponent* made() {
    add(icalproperty_new_uid(fmt::format("{}.{}@dondoc", a_.code, a_.plan).c_str()));
    const Instant changed = changed_at(a_);
    add(icalproperty_new_dtstamp(moment(changed)));
    add(icalproperty_new_created(moment(a_.issued_at)));
    add(icalproperty_new_lastmodified(moment(changed)));
    add(icalproperty_new_sequence(sequence(changed)));
    add_organizer();
    add(icalproperty_new_summary(summary().c_str()));
    add(icalproperty_new_description(description().c_str()));
    add_categories();
    is_task_ ? add_task() : add_event();
    return entry_;
  }

 private:
  void add(icalproperty* property) { icalcomponent_add_property(entry_, property); }

  int sequence(Instant changed) const {
    const bool is_void = a_.meaning == Meaning::void_;
    return static_cast<int>((changed - a_.issued_at).ms / 1000) + (is_void ? 1 : 0);
  }

  const Plan* plan() const {
    const PlanCase* found = office_.plan(a_.plan);
    return found == nullptr ? nullptr : &found->plan;
  }

  std::string name_of(const std::string& id, bool is_short) const {
    const Unit* unit = office_.directory.unit(id);
    if (unit == nullptr) return id;
    return is_short && !unit->short_name.empty() ? unit->short_name : unit->name;
  }

  std::string what() const {
    const Obligation* obligation = plan() == nullptr ? nullptr : plan()->obligation(a_.obligation);
    return obligation == nullptr ? a_.obligation : on_one_line(obligation->what);
  }

  void add_organizer() {
    icalproperty* organizer = icalproperty_new_organizer(k_no_mail);
    const std::string name =
        parameter_text(plan() == nullptr ? a_.plan : name_of(plan()->issuer, false));
    icalproperty_add_parameter(organizer, icalparameter_new_cn(name.c_str()));
    add(organizer);
  }

  std::string summary() const {
    const char* mark = !is_task_ && is_handed_in(a_) ? "(đã báo cáo) " : "";
    return xml_text(fmt::format("{}[{}] {} – {}", mark, a_.code, shortened(what(), 80),
                                name_of(a_.unit, true)));
  }

  std::string description() const {
    std::string text = what() + "\n";
    text += "Đơn vị: " + name_of(a_.unit, false) + "\n";
    if (plan() != nullptr) text += "Theo " + plan()->title() + "\n";
    text += "Hạn theo văn bản: hết ngày " + due_.nominal.vi() + "\n";
    text += "Hạn áp dụng: hết ngày " + due_.effective.vi();
    if (extensions_of(a_) > 0) text += "\nĐã được gia hạn";
    if (is_suspended(a_)) text += "\nĐang tạm dừng tính thời gian";
    return xml_text(text);
  }

  void add_categories() {
    add(icalproperty_new_categories(xml_text(a_.plan).c_str()));
    add(icalproperty_new_categories(a_.binding == Binding::ordered ? "Giao" : "Đề nghị"));
  }

  void add_event() {
    add(icalproperty_new_dtstart(day(due_.effective)));
    add(icalproperty_new_dtend(day(due_.effective + CalendarDays{1})));
    add(icalproperty_new_transp(ICAL_TRANSP_TRANSPARENT));
    add(icalproperty_new_status(a_.meaning == Meaning::void_ ? ICAL_STATUS_CANCELLED
                                                             : ICAL_STATUS_CONFIRMED));
  }

  icalproperty_status task_status() const {
    if (a_.meaning == Meaning::void_) return ICAL_STATUS_CANCELLED;
    if (is_handed_in(a_)) return ICAL_STATUS_COMPLETED;
    return a_.acknowledged_at ? ICAL_STATUS_INPROCESS : ICAL_STATUS_NEEDSACTION;
  }

  void add_task() {
    add(icalproperty_new_due(day(due_.effective)));
    add(icalproperty_new_priority(k_usual_priority));
    add(icalproperty_new_status(task_status()));
    if (is_handed_in(a_) && a_.completed_at)
      add(icalproperty_new_completed(moment(*a_.completed_at)));
  }

  const Office& office_;
  const Assignment& a_;
  Due due_;
  bool is_task_;
  icalcomponent* entry_;
};

void add_x(icalcomponent* calendar, const char* name, const std::string& value) {
  icalproperty* property = icalproperty_new_x(value.c_str());
  icalproperty_set_x_name(property, name);
  icalcomponent_add_property(calendar, property);
}

struct Freed {
  void operator()(icalcomponent* component) const { icalcomponent_free(component); }
  void operator()(char* text) const { std::free(text); }
};

}  // namespace

bool is_deadline_of_unit(const Assignment& assignment, const std::string& unit) {
  return assignment.unit == unit;
}

bool is_deadline_of_person(const Office& office, const Assignment& assignment,
                           const Person& person) {
  if (person.lead && office.directory.is_within(assignment.unit, person.unit)) return true;
  if (!assignment.handler.empty()) return assignment.handler == person.id;
  return person.officer && assignment.unit == person.unit;
}

std::string deadlines_ics(const Office& office, const std::vector<const Assignment*>& assignments,
                          const DeadlineFeed& feed, LocalDate today) {
  std::unique_ptr<icalcomponent, Freed> calendar(icalcomponent_new_vcalendar());
  icalcomponent_add_property(calendar.get(), icalproperty_new_prodid(k_product));
  icalcomponent_add_property(calendar.get(), icalproperty_new_version("2.0"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_calscale("GREGORIAN"));
  icalcomponent_add_property(calendar.get(), icalproperty_new_method(ICAL_METHOD_PUBLISH));
  add_x(calendar.get(), "X-WR-CALNAME", xml_text(on_one_line(feed.name)));
  add_x(calendar.get(), "X-PUBLISHED-TTL", "PT6H");
  for (const Assignment* a : assignments) {
    const auto due = due_of(*a, office.calendar, today);
    if (!due || a->meaning == Meaning::waiting) continue;
    icalcomponent_add_component(calendar.get(), Entry(office, *a, *due, feed.entry).made());
  }
  std::unique_ptr<char, Freed> text(icalcomponent_as_ical_string_r(calendar.get()));
  CHECK(text != nullptr);
  return text.get();
}

}  // namespace dondoc
