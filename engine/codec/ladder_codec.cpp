#include "engine/codec/ladder_codec.h"

#include "engine/codec/json_reader.h"
#include "engine/codec/named_choice.h"

namespace dondoc {
namespace {

constexpr std::size_t k_ladders_most = 100;
constexpr std::size_t k_rungs_most = 60;  ///< Assignment::steps_done has a bit for each
constexpr std::size_t k_windows_most = 10;
constexpr int k_offset_most = 365;

Rung read_rung(const JsonValue& value) {
  ObjectReader object(value);
  Rung rung;
  rung.id = object.text("id", Presence::required, rules::rung_id);
  rung.anchor = read_enum<Anchor>(object, "anchor", Presence::required).value_or(Anchor::due);
  auto offset = object.whole("offset", Presence::required, {-k_offset_most, k_offset_most});
  rung.offset = static_cast<int>(offset.value_or(0));
  rung.unit =
      read_enum<DayUnit>(object, "unit", Presence::required).value_or(DayUnit::calendar_days);
  rung.at = object.time("at", Presence::required).value_or(rung.at);
  rung.audience =
      read_enum<Audience>(object, "audience", Presence::required).value_or(Audience::officer);
  rung.message = object.text("message", Presence::required, rules::message_id);
  rung.only_unacknowledged =
      object.flag("only_unacknowledged", Presence::optional, rung.only_unacknowledged);
  rung.nudge = object.flag("nudge", Presence::optional, rung.nudge);
  return rung;
}

Ladder read_ladder(const JsonValue& value) {
  ObjectReader object(value);
  Ladder ladder;
  ladder.id = object.text("id", Presence::required, rules::name_id);
  for (const auto& rung : object.items("rungs", Presence::required, k_rungs_most))
    ladder.rungs.push_back(read_rung(rung));
  return ladder;
}

/// A window end that cannot be read is taken for that of the day, so that the rungs are not
/// reported as well.
std::pair<TimeOfDay, TimeOfDay> read_window(const JsonValue& value) {
  constexpr std::pair whole_day{TimeOfDay::at(0, 0), TimeOfDay::at(23, 59)};
  auto ends = value.items(2);
  if (ends.size() == 2)
    return {ends[0].time().value_or(whole_day.first), ends[1].time().value_or(whole_day.second)};
  value.fault("expected two times, as in [\"08:00\", \"11:00\"]");
  return whole_day;
}

void read_times(ObjectReader& object, LadderBook& book) {
  for (const auto& window : object.items("hours", Presence::required, k_windows_most)) {
    book.hours.windows.push_back(read_window(window));
  }
  book.messages_a_day = object.small("messages_a_day", book.messages_a_day, 1, 20);
  book.unanswered_nudges = object.small("unanswered_nudges", book.unanswered_nudges, 1, 100);
  book.digest_at = object.time("digest_at", Presence::optional);
  book.digest_until = object.time("digest_until", Presence::optional).value_or(book.digest_until);
  book.promise_check_at =
      object.time("promise_check_at", Presence::optional).value_or(book.promise_check_at);
}

}  // namespace

std::optional<LadderFile> read_ladder_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  LadderFile file;
  object.text("$schema", Presence::optional, rules::any_text);
  object.text("source", Presence::optional, rules::any_text);
  read_times(object, file.book);
  auto ladders = object.items("ladders", Presence::required, k_ladders_most);
  for (const auto& ladder : ladders) file.book.ladders.push_back(read_ladder(ladder));
  if (auto by_kind = object.field("by_kind", Presence::required)) {
    for (const auto& [kind, ladder] : by_kind->entries()) {
      file.by_kind.emplace_back(kind, ladder.text(rules::name_id).value_or(""));
      if (auto known = kind_named(kind)) file.book.by_kind[*known] = file.by_kind.back().second;
    }
  }
  file.book.requested = object.text("requested", Presence::required, rules::name_id);
  if (ladders.empty()) {
    faults.add("", "a ladder file needs at least one ladder");
    return std::nullopt;
  }
  return file;
}

std::optional<LadderBook> decode_ladders(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto file = read_ladder_file(json, faults);
  if (!file || !mark.clean()) return std::nullopt;
  return std::move(file->book);
}

}  // namespace dondoc
