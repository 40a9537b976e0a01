#include "engine/codec/due_codec.h"

#include "engine/codec/named_choice.h"

namespace dondoc {
namespace {

using Rule = decltype(DueRule::rule);

constexpr std::size_t k_rules_most = 12;

Roll read_roll(ObjectReader& object) {
  return read_enum<Roll>(object, "roll", Presence::optional).value_or(Roll::next_workday);
}

std::optional<Rule> read_date(ObjectReader& object) {
  DateRule rule;
  auto printed = object.date("date", Presence::required);
  rule.inclusive = object.flag("inclusive", Presence::required, true);
  rule.from = object.date("from", Presence::optional);
  rule.period = object.text("period", Presence::optional, rules::short_name);
  rule.roll = read_roll(object);
  rule.cutoff = object.date("cutoff", Presence::optional);
  if (!printed) return std::nullopt;
  rule.printed = *printed;
  return rule;
}

std::optional<Rule> read_window(ObjectReader& object) {
  WindowRule rule;
  auto from = object.date("from", Presence::required);
  auto to = object.date("to", Presence::required);
  rule.period = object.text("period", Presence::optional, rules::short_name);
  if (!from || !to) return std::nullopt;
  rule.from = *from;
  rule.to = *to;
  return rule;
}

std::optional<Rule> read_recurring(ObjectReader& object) {
  RecurringRule rule;
  auto every = read_enum<Every>(object, "every", Presence::required);
  auto day = object.whole("day", Presence::required, {1, 31});
  auto from = object.date("from", Presence::required);
  auto to = object.date("to", Presence::required);
  auto month = object.whole("month", Presence::optional, {1, 12});
  auto cutoff = object.whole("cutoff_days_before", Presence::optional, {0, 60});
  rule.interval = object.small("interval", 1, 1, 20);
  rule.inclusive = object.flag("inclusive", Presence::required, true);
  rule.roll = read_roll(object);
  if (!every || !day || !from || !to) return std::nullopt;
  rule.every = *every;
  rule.day = static_cast<int>(*day);
  rule.from = *from;
  rule.to = *to;
  if (month) rule.month = static_cast<int>(*month);
  if (cutoff) rule.cutoff_before = CalendarDays{static_cast<int>(*cutoff)};
  return rule;
}

std::optional<Rule> read_several(ObjectReader& object) {
  auto items = object.items("rules", Presence::required, k_rules_most);
  if (items.empty()) {
    object.value().fault("field 'rules' needs at least one rule");
    return std::nullopt;
  }
  SeveralRule several;
  for (const auto& item : items)
    several.rules.push_back(read_due(item).value_or(DueRule{"", PastRule{}}));
  return several;
}

std::optional<Rule> read_trigger(ObjectReader& object) {
  TriggerRule rule;
  rule.when = object.text("when", Presence::optional, rules::any_text);
  if (auto days = object.whole("within_working_days", Presence::optional, {0, 250})) {
    rule.within = WorkingDays{static_cast<int>(*days)};
  }
  return rule;
}

std::optional<Rule> read_ongoing(ObjectReader& object) {
  return OngoingRule{object.date("from", Presence::optional),
                     object.date("to", Presence::optional)};
}

std::optional<Rule> read_past(ObjectReader&) { return PastRule{}; }

std::optional<Rule> read_unconfirmed(ObjectReader& object) {
  return UnconfirmedRule{object.text("question", Presence::required, rules::question_id)};
}

using ReadRule = std::optional<Rule> (*)(ObjectReader&);
constexpr std::array<Choice<ReadRule>, 8> k_types = {{{"date", read_date},
                                                      {"window", read_window},
                                                      {"recurring", read_recurring},
                                                      {"several", read_several},
                                                      {"trigger", read_trigger},
                                                      {"ongoing", read_ongoing},
                                                      {"past", read_past},
                                                      {"unconfirmed", read_unconfirmed}}};

}  // namespace

std::optional<DueRule> read_due(const JsonValue& value) {
  ObjectReader object(value);
  auto read = object.choice("type", Presence::required, k_types);
  if (!read) {
    object.ignore_others();
    return std::nullopt;
  }
  auto need = *read == read_ongoing ? Presence::optional : Presence::required;
  auto stated =
      object.text("stated", need, *read == read_ongoing ? rules::any_text : rules::some_text);
  auto rule = (*read)(object);
  if (!rule) return std::nullopt;
  return DueRule{std::move(stated), std::move(*rule)};
}

}  // namespace dondoc
