#include "engine/loop/replay.h"

#include <fmt/format.h>

#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"
#include "engine/state/evolve.h"

namespace dondoc {
namespace {

void compare_cases(const Replayed& state, const std::map<std::string, std::string>& stored,
                   std::vector<std::string>& list) {
  for (const auto& [code, assignment] : state.assignments) {
    auto row = stored.find(code);
    if (row == stored.end()) {
      list.push_back("assignment " + code + ": in the log, not stored");
    } else if (row->second != encode(assignment)) {
      list.push_back("assignment " + code + ": stored state differs from the log");
    }
  }
  for (const auto& entry : stored) {
    if (!state.assignments.contains(entry.first))
      list.push_back("assignment " + entry.first + ": stored, not in the log");
  }
}

void compare_documents(const Replayed& state, std::map<DocumentKey, std::string> stored,
                       std::vector<std::string>& list) {
  for (const DocumentRow& row : all_documents(state.office)) {
    auto found = stored.find({row.kind, row.key});
    if (found == stored.end()) {
      list.push_back(fmt::format("{} {}: in the log, not stored", row.kind, row.key));
      continue;
    }
    if (found->second != *row.body)
      list.push_back(fmt::format("{} {}: stored state differs from the log", row.kind, row.key));
    stored.erase(found);
  }
  for (const auto& [key, body] : stored)
    list.push_back(fmt::format("{} {}: stored, not in the log", key.first, key.second));
}

}  // namespace

void take_event(Replayed& state, const Event& event) {
  if (subject_kind(event.body) != SubjectKind::assignment)
    return evolve(state.office, event, nullptr, nullptr);
  auto found = state.assignments.find(event.subject);
  if (found == state.assignments.end()) {
    Assignment& fresh = state.assignments[event.subject];
    evolve(fresh, event);
    return evolve(state.office, event, nullptr, &fresh);
  }
  const Assignment before = found->second;
  evolve(found->second, event);
  evolve(state.office, event, &before, &found->second);
}

Result<Replayed> replay(Reader& reader, Instant until) {
  Replayed state;
  std::optional<Error> broken;
  auto read = reader.each_log(0, "", [&](const LogRow& row) {
    if (broken || row.at > until) return;
    auto event = decode_event(row.body);
    if (!event) {
      broken =
          Error{ErrorKind::corrupt, fmt::format("log row {}: {}", row.seq, event.error().message)};
      return;
    }
    take_event(state, *event);
    ++state.events;
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return state;
}

Result<std::vector<std::string>> differences(Reader& reader, const Replayed& replayed) {
  std::map<std::string, std::string> cases;
  auto read = reader.each_case({}, [&](const CaseRow& row) { cases[row.code] = row.body; });
  if (!read) return tl::unexpected(read.error());
  std::map<DocumentKey, std::string> documents;
  read = reader.each_document([&](const DocumentRow& row) {
    documents[{row.kind, row.key}] = row.body.value_or("");
  });
  if (!read) return tl::unexpected(read.error());
  std::vector<std::string> list;
  compare_cases(replayed, cases, list);
  compare_documents(replayed, std::move(documents), list);
  return list;
}

}  // namespace dondoc
