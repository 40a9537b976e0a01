#include "engine/notice/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

std::string weekday(LocalDate date, std::string_view language) {
  static constexpr std::array<const char*, 7> k_vi{"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                                   "thứ Sáu", "thứ Bảy", "Chủ nhật"};
  static constexpr std::array<const char*, 7> k_en{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
  auto index = static_cast<std::size_t>(date.iso_weekday() - 1);
  return language == "en" ? k_en[index] : k_vi[index];
}

int days_to_tell(const std::optional<Due>& due, LocalDate today) {
  if (!due) return 0;
  if (today > due->later()) return (today - due->later()).count;
  if (today <= due->earlier()) return (due->earlier() - today).count;
  return (due->later() - today).count;
}

std::string value_in_words(const Field& field, const Figure& figure) {
  const FigureValue& value = figure.value;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (field.type == FieldType::yes_no) return std::get<std::int64_t>(value) != 0 ? "có" : "không";
  std::string number = std::holds_alternative<double>(value)
                           ? decimal(std::get<double>(value))
                           : thousands(std::get<std::int64_t>(value));
  if (figure.estimate) number = "ước " + number;
  if (field.type == FieldType::money) return number + " đồng";
  if (field.type == FieldType::percent) return number + "%";
  return number;
}

}  // namespace

std::string due_in_words(const std::optional<Due>& due, std::string_view language) {
  const bool english = language == "en";
  if (!due) return english ? "no fixed date" : "chưa ấn định";
  if (due->nominal == due->effective) return due->effective.vi();
  return fmt::format("{} ({}), {} {}", due->nominal.vi(), weekday(due->nominal, language),
                     english ? "in effect" : "áp dụng", due->effective.vi());
}

std::string duty_in_words(const World& world, const Assignment& a, std::size_t limit) {
  const PlanCase* plan = world.office.plan(a.plan);
  const Obligation* obligation = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  if (obligation == nullptr) return a.obligation;
  std::string what = obligation->what;
  if (!what.empty() && what.back() == '.') what.pop_back();
  if (what.size() <= limit || characters(what) <= limit) return what;
  // The last blank before the limit, in one pass.
  std::size_t end = 0;
  std::size_t seen = 0;
  for (std::size_t i = 0; i < what.size() && seen < limit; ++i) {
    const bool begins_character = (static_cast<unsigned char>(what[i]) & 0xC0U) != 0x80U;
    seen += begins_character ? 1 : 0;
    if (what[i] == ' ') end = i;
  }
  return end == 0 ? what : what.substr(0, end) + "…";
}

std::string recipient_in_words(const World& world, const Assignment& a) {
  const PlanCase* plan = world.office.plan(a.plan);
  const Obligation* obligation = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  if (obligation == nullptr || obligation->to.empty())
    return plan == nullptr ? "" : unit_name(world, plan->plan.issuer);
  const Recipient& to = obligation->to.front();
  if (!to.office.empty()) {
    // The plan often names the desk together with its office; do not say the office twice.
    std::string unit = unit_name(world, to.unit);
    return to.office.find(unit) != std::string::npos ? to.office : to.office + ", " + unit;
  }
  if (!to.through.empty())
    return unit_name(world, to.unit) + " (qua " + unit_name(world, to.through) + ")";
  return unit_name(world, to.unit);
}

std::string unit_name(const World& world, std::string_view unit) {
  const Unit* found = world.office.directory.unit(unit);
  return found == nullptr ? std::string(unit) : found->name;
}

std::string person_name(const World& world, std::string_view person) {
  const Person* found = world.office.directory.person(person);
  if (found != nullptr) return found->name;
  return person == k_administrator ? "người quản trị" : std::string(person);
}

Parameters duty_parameters(const World& world, const Assignment& a, const Person& reader,
                           Instant now) {
  const PlanCase* plan = world.office.plan(a.plan);
  LocalDate today = world.zone.date_of(now);
  auto due = due_of(a, world.office.calendar, today);
  return {{"xh", reader.form_of_address},
          {"ten", reader.name},
          {"dv", unit_name(world, a.unit)},
          {"ma", a.code},
          {"viec", duty_in_words(world, a, 90)},
          {"kh", plan == nullptr ? a.plan : plan->plan.title()},
          {"han", due_in_words(due, reader.language)},
          {"noinhan", recipient_in_words(world, a)},
          {"songay", std::to_string(days_to_tell(due, today))}};
}

std::string size_in_words(std::int64_t bytes) {
  constexpr std::int64_t k_kilobyte = 1000;
  constexpr std::int64_t k_megabyte = k_kilobyte * 1000;
  if (bytes < k_megabyte)
    return fmt::format("{} KB", std::max<std::int64_t>(1, bytes / k_kilobyte));
  const std::int64_t tenths = bytes * 10 / k_megabyte;
  return fmt::format("{},{} MB", tenths / 10, tenths % 10);
}

std::string figures_in_words(const World& world, const Assignment& a,
                             const Submission& submission) {
  if (submission.outcome == Outcome::nil) return "không phát sinh";
  const PlanCase* plan = world.office.plan(a.plan);
  const Obligation* obligation = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  const Form* form = obligation == nullptr ? nullptr : plan->plan.form(obligation->form);
  std::string words;
  for (const Figure& figure : submission.figures) {
    if (form == nullptr) break;
    auto field = std::find_if(form->fields.begin(), form->fields.end(),
                              [&](const Field& f) { return f.id == figure.field; });
    if (field == form->fields.end()) continue;
    if (!words.empty()) words += " · ";
    words += field->label + ": " + value_in_words(*field, figure);
  }
  if (!submission.text.empty()) words += (words.empty() ? "" : " · ") + submission.text;
  if (!submission.files.empty())
    words += fmt::format("{}{} tệp", words.empty() ? "" : " · ", submission.files.size());
  return words.empty() ? "đã gửi báo cáo" : words;
}

}  // namespace dondoc
