#include "engine/notice/facts.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

std::string weekday(const MessageBook& book, LocalDate date) {
  static constexpr std::array<const char*, 7> k_names{"N-10", "N-11", "N-12", "N-13",
                                                      "N-14", "N-15", "N-16"};
  return words_of(book, k_names[static_cast<std::size_t>(date.iso_weekday() - 1)]);
}

int days_to_tell(const std::optional<Due>& due, LocalDate today) {
  if (!due) return 0;
  if (today > due->later()) return (today - due->later()).count;
  if (today <= due->earlier()) return (due->earlier() - today).count;
  return (due->later() - today).count;
}

std::string value_in_words(const MessageBook& book, const Field& field, const Figure& figure) {
  const FigureValue& value = figure.value;
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (field.type == FieldType::yes_no)
    return words_of(book, std::get<std::int64_t>(value) != 0 ? "F-17Y" : "F-17N");
  std::string number = std::holds_alternative<double>(value)
                           ? decimal(std::get<double>(value))
                           : thousands(std::get<std::int64_t>(value));
  if (figure.estimate) number = words_of(book, "F-17E", {{"n", number}});
  if (field.type == FieldType::money) return words_of(book, "F-17M", {{"n", number}});
  if (field.type == FieldType::percent) return number + "%";
  return number;
}

std::string value_in_words(const Definitions& definitions, const PhraseValue& value,
                           std::string_view language) {
  switch (value.kind) {
    case PhraseValue::Kind::as_is:
      return value.value;
    case PhraseValue::Kind::text:
      return in_words(definitions, {value.value, value.values}, language);
    case PhraseValue::Kind::state:
      if (const ChartState* state = definitions.assignment_chart.state(value.value))
        return language == "en" ? state->label_en : state->label_vi;
  }
  return value.value;
}

}  // namespace

std::string in_words(const Definitions& definitions, const Phrase& phrase,
                     std::string_view language) {
  Parameters parameters;
  for (const PhraseValue& value : phrase.values)
    parameters.emplace_back(value.name, value_in_words(definitions, value, language));
  return words_of(definitions.messages(language), phrase.id, std::move(parameters));
}

std::string reason_in_words(const MessageBook& book, const std::string& reason,
                            const std::string& why) {
  return why.empty() ? reason : words_of(book, why, {{"lydo", reason}});
}

std::string due_in_words(const MessageBook& book, const std::optional<Due>& due) {
  if (!due) return words_of(book, "N-08");
  if (due->nominal == due->effective) return due->effective.vi();
  return words_of(book, "N-09",
                  {{"ngay", due->nominal.vi()},
                   {"thu", weekday(book, due->nominal)},
                   {"den", due->effective.vi()}});
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

namespace {

/// Who receives today what the plan sends to `unit`: as the plan was changed, or the one successor
/// of a unit that ended.
std::string_view receives_now(const World& world, const PlanCase& plan, std::string_view unit) {
  auto replaced = plan.recipients.find(std::string(unit));
  if (replaced != plan.recipients.end()) unit = replaced->second;
  constexpr int k_changes_most = 32;
  for (int i = 0; i < k_changes_most; ++i) {
    const Unit* found = world.office.directory.unit(unit);
    if (found == nullptr || !found->is_gone() || found->successors.size() != 1) break;
    unit = found->successors.front();
  }
  return unit;
}

}  // namespace

std::string recipient_in_words(const World& world, const Assignment& a, std::string_view language) {
  const PlanCase* plan = world.office.plan(a.plan);
  const Obligation* obligation = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  if (obligation == nullptr || obligation->to.empty())
    return plan == nullptr ? "" : unit_name(world, receives_now(world, *plan, plan->plan.issuer));
  const Recipient& to = obligation->to.front();
  const std::string_view now = receives_now(world, *plan, to.unit);
  // A desk and the way to it are those of the unit that the plan named.
  if (now != to.unit) return unit_name(world, now);
  if (!to.office.empty()) {
    // The plan often names the desk together with its office; do not say the office twice.
    std::string unit = unit_name(world, to.unit);
    return to.office.find(unit) != std::string::npos ? to.office : to.office + ", " + unit;
  }
  if (!to.through.empty())
    return words_of(world.definitions.messages(language), "N-17",
                    {{"dv", unit_name(world, to.unit)},
                     {"noinhan", unit_name(world, receives_now(world, *plan, to.through))}});
  return unit_name(world, to.unit);
}

std::string unit_name(const World& world, std::string_view unit) {
  const Unit* found = world.office.directory.unit(unit);
  return found == nullptr ? std::string(unit) : found->name;
}

std::string person_name(const World& world, std::string_view person, std::string_view language) {
  const Person* found = world.office.directory.person(person);
  if (found != nullptr) return found->name;
  return person == k_administrator ? words_of(world.definitions.messages(language), "N-18")
                                   : std::string(person);
}

Parameters duty_parameters(const World& world, const Assignment& a, const Person& reader,
                           Instant now) {
  const PlanCase* plan = world.office.plan(a.plan);
  const MessageBook& book = world.definitions.messages(reader.language);
  LocalDate today = world.zone.date_of(now);
  auto due = due_of(a, world.office.calendar, today);
  return {{"xh", reader.form_of_address},
          {"ten", reader.name},
          {"dv", unit_name(world, a.unit)},
          {"ma", a.code},
          {"viec", duty_in_words(world, a, 90)},
          {"kh", plan == nullptr ? a.plan : plan->plan.title()},
          {"han", due_in_words(book, due)},
          {"noinhan", recipient_in_words(world, a, reader.language)},
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

std::string figures_in_words(const World& world, const Assignment& a, const Submission& submission,
                             const MessageBook& book) {
  if (submission.outcome == Outcome::nil) return words_of(book, "N-21");
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
    words += field->label + ": " + value_in_words(book, *field, figure);
  }
  if (!submission.text.empty()) words += (words.empty() ? "" : " · ") + submission.text;
  if (!submission.files.empty())
    words += (words.empty() ? "" : " · ") +
             words_of(book, "N-22", {{"n", std::to_string(submission.files.size())}});
  return words.empty() ? words_of(book, "N-23") : words;
}

}  // namespace dondoc
