// What the engine has in memory, brought up to what is stored.
#include <set>
#include <utility>

#include "engine/codec/event_codec.h"
#include "engine/limits.h"
#include "engine/loop/documents.h"
#include "engine/loop/engine_turn.h"
#include "engine/state/evolve.h"

namespace dondoc {
namespace {

Error named(const DocumentRow& row, const Error& why) {
  return {why.kind, row.kind + " '" + row.key + "': " + why.message};
}

}  // namespace

Result<void> Engine::load(const Ends& ends) {
  loaded_ = false;
  cases_.forget();
  sweep_.reset();
  const Office before = std::exchange(office_, Office{});
  std::optional<Error> broken;
  auto read = store_.each_document([&](const DocumentRow& row) {
    if (broken) return;
    auto taken = take_in(office_, row, before);
    if (!taken) broken = named(row, taken.error());
  });
  if (!read) return read;
  if (broken) return tl::unexpected(*broken);
  ends_ = ends;
  loaded_ = true;
  return {};
}

/// The documents that events of others changed; their assignments are forgotten.
Result<std::set<DocumentKey>> Engine::changed_by_others(const std::vector<LogRow>& rows) {
  std::set<DocumentKey> changed = {{"time", "last_event"}};
  std::set<std::string> moved;  // assignments that a tally may count
  for (const LogRow& row : rows) {
    auto event = decode_event(row.body);
    if (!event)
      return failure(event.error().kind,
                     "log row " + std::to_string(row.seq) + ": " + event.error().message);
    note_changed(office_, *event, nullptr, changed);
    if (subject_kind(event->body) != SubjectKind::assignment) continue;
    cases_.drop(event->subject);
    if (event->to) moved.insert(event->subject);
  }
  auto cases = store_.find_cases({moved.begin(), moved.end()});
  if (!cases) return tl::unexpected(cases.error());
  for (const CaseRow& row : *cases) changed.emplace("tally", tally_key(row.plan, row.period));
  return changed;
}

/// Takes in what others committed since memory was last up to date.
Result<void> Engine::follow(const Ends& ends) {
  auto rows = store_.log_after(ends_.seq, limits::events_followed + 1);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->size() > limits::events_followed) return load(ends);
  loaded_ = false;
  auto changed = changed_by_others(*rows);
  if (!changed) return tl::unexpected(changed.error());
  auto documents = store_.find_documents({changed->begin(), changed->end()});
  if (!documents) return tl::unexpected(documents.error());
  for (const DocumentRow& row : *documents) {
    if (auto taken = take_in(office_, row); !taken)
      return tl::unexpected(named(row, taken.error()));
  }
  ends_ = ends;
  loaded_ = true;
  return {};
}

/// Takes the turn, and brings memory up to it. A store that was away when memory had to be loaded
/// anew may be back.
Result<void> Engine::catch_up() {
  auto ends = store_.begin();
  if (!ends) return tl::unexpected(ends.error());
  Result<void> current;
  if (!loaded_ || ends->lineage != ends_.lineage || ends->seq < ends_.seq) {
    current = load(*ends);
  } else if (ends->seq > ends_.seq) {
    current = follow(*ends);
  } else {
    ends_ = *ends;
  }
  if (!current) store_.leave();
  return current;
}

Result<void> Engine::refresh() {
  const Turn turn(*this);
  return turn.is_taken() ? Result<void>() : tl::unexpected(turn.error());
}

/// Memory must not be ahead of what is durable.
Error Engine::undone(Error why) {
  store_.leave();
  loaded_ = false;
  const Turn again(*this);
  return again.is_taken() ? why : again.error();
}

}  // namespace dondoc
