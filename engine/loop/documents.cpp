#include "engine/loop/documents.h"

#include <fmt/format.h>

#include <charconv>

#include "engine/check.h"
#include "engine/codec/state_codec.h"
#include "engine/state/evolve.h"

namespace dondoc {
namespace {

std::string tally_text(const Tally& tally) {
  return fmt::format("{} {}", tally.expected, tally.handed_in);
}

Result<Tally> tally_of(const std::string& text) {
  Tally tally;
  const char* end = text.data() + text.size();
  auto first = std::from_chars(text.data(), end, tally.expected);
  if (first.ec != std::errc{} || first.ptr == end)
    return failure(ErrorKind::corrupt, "tally: two numbers expected");
  auto second = std::from_chars(first.ptr + 1, end, tally.handed_in);
  if (second.ec != std::errc{} || second.ptr != end)
    return failure(ErrorKind::corrupt, "tally: two numbers expected");
  return tally;
}

/// A calendar year, a line break, and why it was last changed: JSON has no line breaks of its own,
/// a reason may.
std::string calendar_text(const Office& office, const std::string& year) {
  auto reason = office.calendar_reasons.find(year);
  return encode(office.calendar.given_years().at(std::stoi(year))) + "\n" +
         (reason == office.calendar_reasons.end() ? "" : reason->second);
}

Result<void> take_calendar(Office& office, const DocumentRow& row) {
  auto line_end = row.body->find('\n');
  if (line_end == std::string::npos)
    return failure(ErrorKind::corrupt, "calendar " + row.key + ": no content");
  auto year = decode_calendar_year(std::string_view(*row.body).substr(0, line_end));
  if (!year) return tl::unexpected(year.error());
  office.calendar = office.calendar.with(std::move(*year));
  office.calendar_reasons[row.key] = row.body->substr(line_end + 1);
  return {};
}

template <class Value, class Put>
Result<void> put_in(Result<Value> value, Put put) {
  if (!value) return tl::unexpected(value.error());
  put(std::move(*value));
  return {};
}

/// Of an event about a file; 0 for others.
int file_number(const EventBody& body) {
  if (const auto* offered = std::get_if<FileOffered>(&body)) return offered->number;
  if (const auto* kept = std::get_if<FileKept>(&body)) return kept->number;
  if (const auto* refused = std::get_if<FileRefused>(&body)) return refused->number;
  return 0;
}

/// Only files that were offered and tallies come and go; nothing else is ever deleted.
Result<void> take_out(Office& office, const DocumentRow& row) {
  if (row.kind == "offered_file") office.offered_files.erase(row.key);
  if (row.kind == "tally") office.tallies.erase(row.key);
  if (row.kind == "offered_file" || row.kind == "tally") return {};
  return failure(ErrorKind::corrupt, "it is missing");
}

const auto& found(const auto& map, const std::string& key) {
  auto entry = map.find(key);
  CHECK(entry != map.end());
  return entry->second;
}

}  // namespace

void note_changed(const Office& office, const Event& event, const Assignment* after,
                  std::set<DocumentKey>& changed) {
  if (const auto* step = std::get_if<StepTaken>(&event.body)) {
    for (const std::string& person : step->to) changed.emplace("day_count", person);
  }
  if (const int file = file_number(event.body); file > 0)
    changed.emplace("offered_file", offered_file_key(event.subject, file));
  if (after != nullptr && event.to) {
    std::string key = tally_key(after->plan, after->period);
    if (office.tallies.contains(key)) changed.emplace("tally", key);
  }
  switch (subject_kind(event.body)) {
    case SubjectKind::plan:
      changed.emplace("plan", event.subject);
      break;
    case SubjectKind::ladder:
      changed.emplace("ladder", event.subject);
      break;
    case SubjectKind::unit:
      changed.emplace("unit", event.subject);
      break;
    case SubjectKind::person:
      changed.emplace("person", event.subject);
      break;
    case SubjectKind::calendar:
      changed.emplace("calendar", event.subject);
      break;
    case SubjectKind::conversation:
      changed.emplace("conversation", event.subject);
      break;
    case SubjectKind::stranger:
      changed.emplace("strangers", "all");
      break;
    case SubjectKind::digest:
      changed.emplace("digest", event.subject);
      break;
    case SubjectKind::morning:
      changed.emplace("morning", "last");
      break;
    case SubjectKind::reorganisation:
      changed.emplace("reorganisation", event.subject);
      break;
    case SubjectKind::assignment:
    case SubjectKind::message:
      break;
  }
}

DocumentRow document_of(const Office& office, const DocumentKey& key) {
  const auto& [kind, name] = key;
  DocumentRow row{kind, name, std::nullopt};
  if (kind == "offered_file" && !office.offered_files.contains(name)) return row;  // taken away
  if (kind == "offered_file") row.body = encode(found(office.offered_files, name));
  if (kind == "plan") row.body = encode(found(office.plans, name));
  if (kind == "ladder") row.body = encode(found(office.ladders, name));
  if (kind == "unit") row.body = encode(*office.directory.unit(name));
  if (kind == "person") row.body = encode(*office.directory.person(name));
  if (kind == "calendar") row.body = calendar_text(office, name);
  if (kind == "conversation") row.body = encode(found(office.conversations, name));
  if (kind == "day_count") row.body = encode(found(office.reminders_today, name));
  if (kind == "strangers") row.body = encode(office.strangers);
  if (kind == "tally") row.body = tally_text(found(office.tallies, name));
  if (kind == "reorganisation") row.body = encode(found(office.reorganisations, name));
  if (kind == "digest") row.body = encode(found(office.digests, name));
  if (kind == "morning" && office.digests_settled) row.body = office.digests_settled->iso();
  if (kind == "time") row.body = std::to_string(office.last_event.ms);
  CHECK(row.body.has_value());
  return row;
}

Result<void> take_in(Office& office, const DocumentRow& row, const Office& known) {
  if (!row.body) return take_out(office, row);
  const std::string& body = *row.body;
  const std::string& key = row.key;
  if (row.kind == "plan") {
    const auto before = known.plans.find(key);
    const PlanCase* same = before == known.plans.end() ? nullptr : &before->second;
    return put_in(decode_plan_case(body, same),
                  [&](PlanCase v) { office.plans[key] = std::move(v); });
  }
  if (row.kind == "ladder")
    return put_in(decode_ladder(body), [&](Ladder v) { office.ladders[key] = std::move(v); });
  if (row.kind == "unit")
    return put_in(decode_unit(body), [&](Unit v) { office.directory.put(std::move(v)); });
  if (row.kind == "person")
    return put_in(decode_person(body), [&](Person v) { office.directory.put(std::move(v)); });
  if (row.kind == "calendar") return take_calendar(office, row);
  if (row.kind == "conversation")
    return put_in(decode_conversation(body),
                  [&](Conversation v) { office.conversations[key] = std::move(v); });
  if (row.kind == "day_count")
    return put_in(decode_day_count(body), [&](DayCount v) { office.reminders_today[key] = v; });
  if (row.kind == "strangers")
    return put_in(decode_strangers(body), [&](Strangers v) { office.strangers = std::move(v); });
  if (row.kind == "offered_file")
    return put_in(decode_offered_file(body),
                  [&](OfferedFile v) { office.offered_files[key] = std::move(v); });
  if (row.kind == "tally") return put_in(tally_of(body), [&](Tally v) { office.tallies[key] = v; });
  if (row.kind == "digest")
    return put_in(decode_digest(body), [&](Digest v) { office.digests[key] = std::move(v); });
  if (row.kind == "reorganisation")
    return put_in(decode_reorganisation_case(body),
                  [&](ReorganisationCase v) { office.reorganisations[key] = std::move(v); });
  if (row.kind == "morning") {
    office.digests_settled = LocalDate::parse(body);
    if (!office.digests_settled) return failure(ErrorKind::corrupt, "morning: a date expected");
    return {};
  }
  if (row.kind == "time") {
    std::int64_t ms = 0;
    auto read = std::from_chars(body.data(), body.data() + body.size(), ms);
    if (read.ec != std::errc{})
      return failure(ErrorKind::corrupt, "time of the last event is no number");
    office.last_event = Instant{ms};
    return {};
  }
  return failure(ErrorKind::corrupt,
                 "unknown kind of document '" + row.kind + "': written by a newer program?");
}

std::vector<DocumentRow> all_documents(const Office& office) {
  std::set<DocumentKey> keys;
  for (const auto& entry : office.plans) keys.emplace("plan", entry.first);
  for (const auto& entry : office.ladders) keys.emplace("ladder", entry.first);
  for (const auto& entry : office.directory.units()) keys.emplace("unit", entry.first);
  for (const auto& entry : office.directory.persons()) keys.emplace("person", entry.first);
  for (const auto& entry : office.calendar.given_years())
    keys.emplace("calendar", std::to_string(entry.first));
  for (const auto& entry : office.conversations) keys.emplace("conversation", entry.first);
  for (const auto& entry : office.reminders_today) keys.emplace("day_count", entry.first);
  for (const auto& entry : office.tallies) keys.emplace("tally", entry.first);
  for (const auto& entry : office.digests) keys.emplace("digest", entry.first);
  for (const auto& entry : office.reorganisations) keys.emplace("reorganisation", entry.first);
  if (office.digests_settled) keys.emplace("morning", "last");
  for (const auto& entry : office.offered_files) keys.emplace("offered_file", entry.first);
  if (!office.strangers.senders.empty()) keys.emplace("strangers", "all");
  if (office.last_event.ms != 0) keys.emplace("time", "last_event");
  std::vector<DocumentRow> rows;
  for (const DocumentKey& key : keys) rows.push_back(document_of(office, key));
  return rows;
}

}  // namespace dondoc
