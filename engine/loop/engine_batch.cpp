#include "engine/loop/engine_batch.h"

#include <array>
#include <utility>

#include "engine/codec/event_codec.h"
#include "engine/loop/documents.h"
#include "engine/notice/facts.h"
#include "engine/state/evolve.h"

namespace dondoc {
namespace {

/// In the order of SubjectKind.
constexpr std::array<std::string_view, 12> k_kind_names = {
    "assignment",   "plan",    "ladder",   "unit",   "person",  "calendar",
    "conversation", "message", "stranger", "digest", "morning", "reorganisation"};
static_assert(k_kind_names.size() == static_cast<std::size_t>(SubjectKind::reorganisation) + 1);

std::string_view kind_text(SubjectKind kind) {
  return k_kind_names[static_cast<std::size_t>(kind)];
}

}  // namespace

void Engine::Batch::take(std::vector<Event> events, Instant now, std::vector<std::string>* codes) {
  for (Event& event : events) take_one(event, now, codes);
}

void Engine::Batch::hear(const std::string& key, Instant now) {
  if (key.empty()) return;
  keys_.insert(key);
  commit_.inbox.push_back({key, now});
}

void Engine::Batch::reply(const Reply& reply, const std::string& person, Instant now) {
  commit_.outbox.push_back(to_outbox(reply, person, ++engine_.ends_.outbox_id, now));
}

void Engine::Batch::answer_stranger(std::string receiver, StrangerAnswer answer, Instant now) {
  Notice notice;
  notice.person = std::move(receiver);
  notice.message = std::move(answer.message);
  notice.language = std::move(answer.language);
  notice.step = "stranger";
  const LocalDate today = engine_.zone_.date_of(now);
  notice.parameters = {{"gio", (today + CalendarDays{1}).vi()}};
  commit_.outbox.push_back(to_outbox(engine_.world(), notice, ++engine_.ends_.outbox_id, now));
}

Commit& Engine::Batch::finish(Instant now) {
  for (const Notice& notice : bundled(engine_.world(), std::move(notices_)))
    commit_.outbox.push_back(to_outbox(engine_.world(), notice, ++engine_.ends_.outbox_id, now));
  notices_.clear();
  commit_.cases = engine_.cases_.take_changed();
  if (!commit_.log.empty()) changed_.emplace("time", "last_event");
  for (const DocumentKey& key : changed_)
    commit_.documents.push_back(document_of(engine_.office_, key));
  return commit_;
}

void Engine::Batch::take_one(Event& event, Instant now, std::vector<std::string>* codes) {
  const Assignment* after = nullptr;
  if (subject_kind(event.body) == SubjectKind::assignment) {
    after = &evolve_assignment(event);
    if (codes != nullptr && (codes->empty() || codes->back() != event.subject))
      codes->push_back(event.subject);
  } else {
    evolve(engine_.office_, event, nullptr, nullptr);
  }
  note_changed(engine_.office_, event, after, changed_);
  log(event);
  for (Notice& notice : notices_of(engine_.world(), event, after, now))
    notices_.push_back(std::move(notice));
}

const Assignment& Engine::Batch::evolve_assignment(const Event& event) {
  Assignment& assignment = engine_.cases_.edit(event.subject);
  const bool is_new = assignment.code.empty();
  Assignment before;  // what the tallies look at, nothing more
  before.plan = assignment.plan;
  before.obligation = assignment.obligation;
  before.period = assignment.period;
  before.meaning = assignment.meaning;
  evolve(assignment, event);
  evolve(engine_.office_, event, is_new ? nullptr : &before, &assignment);
  return assignment;
}

void Engine::Batch::log(const Event& event) {
  LogRow row;
  row.at = event.at;
  row.subject_kind = kind_text(subject_kind(event.body));
  row.subject = event.subject;
  row.kind = name_of(event.body);
  encode_to(row.body, event);
  commit_.log.push_back(std::move(row));
}

}  // namespace dondoc
