#include "engine/codec/calendar_codec.h"

#include <algorithm>

#include "engine/codec/json_reader.h"
#include "engine/codec/named_choice.h"

namespace dondoc {
namespace {

constexpr std::size_t k_days_most = 100;
constexpr int k_first_year = 1990;
constexpr int k_last_year = 2199;

CalendarEntry read_day(const JsonValue& value) {
  ObjectReader object(value);
  CalendarEntry entry;
  entry.date = object.date("date", Presence::required).value_or(k_unreadable_day);
  entry.kind = read_enum<DayKind>(object, "kind", Presence::required).value_or(DayKind::holiday);
  entry.name = object.text("name", Presence::required, rules::some_text);
  entry.source = object.text("source", Presence::required, rules::some_text);
  return entry;
}

}  // namespace

std::optional<CalendarYear> read_calendar_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  CalendarYear year;
  object.text("$schema", Presence::optional, rules::any_text);
  FaultMark year_mark(faults);
  auto number = object.whole("year", Presence::required, {k_first_year, k_last_year});
  const bool year_known = number && year_mark.clean();
  auto standing = read_enum<YearStanding>(object, "standing", Presence::required);
  year.standing = standing.value_or(YearStanding::provisional);
  year.source = object.text("source", Presence::required, rules::some_text);
  auto days = object.field("days", Presence::required);
  if (!year_known || !days || !days->is_list()) {
    if (days) days->items(k_days_most);  // says what it is instead of a list
    return std::nullopt;
  }
  year.year = static_cast<int>(*number);
  for (const auto& day : days->items(k_days_most)) year.entries.push_back(read_day(day));
  return year;
}

std::optional<CalendarYear> decode_calendar(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto year = read_calendar_file(json, faults);
  if (!year || !mark.clean()) return std::nullopt;
  std::stable_sort(year->entries.begin(), year->entries.end(),
                   [](const auto& a, const auto& b) { return a.date < b.date; });
  return year;
}

}  // namespace dondoc
