#include "simulation/check/log_order.h"

#include <fmt/format.h>

#include <map>

#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"

namespace dondoc::simulation {
namespace {

constexpr int k_days_between = 10;

using Stored = std::map<std::pair<std::string, std::string>, std::string>;

void compare_with(const Office& office, const Stored& stored, const char* whose,
                  Findings& findings) {
  std::size_t found = 0;
  for (const DocumentRow& row : all_documents(office)) {
    const auto own = stored.find({row.kind, row.key});
    if (own == stored.end()) {
      findings.add("replay", fmt::format("{} {} is in {}, not stored", row.kind, row.key, whose));
      continue;
    }
    ++found;
    if (own->second != row.body.value_or(""))
      findings.add("replay",
                   fmt::format("{} {} is otherwise in {} than stored", row.kind, row.key, whose));
  }
  if (found != stored.size())
    findings.add("replay", fmt::format("{} documents are stored that are not in {}",
                                       stored.size() - found, whose));
}

}  // namespace

void LogWatch::committed(const Committed& commit) {
  for (const Fact& fact : commit.facts) {
    const LogRow& row = fact.row;
    if (row.seq != last_seq_ + 1)
      findings_.add("log", fmt::format("row {} follows row {}", row.seq, last_seq_));
    if (row.at < last_at_)
      findings_.add("log", fmt::format("row {} lies before the one before it", row.seq));
    last_seq_ = row.seq;
    last_at_ = row.at;
    auto event = decode_event(row.body);
    if (!event) {
      findings_.add("log", fmt::format("row {}: {}", row.seq, event.error().message));
      continue;
    }
    take_event(replayed_, *event);
  }
}

void LogWatch::day_ends(const View& view) {
  if (++days_ % k_days_between == 0) compare(view);
}

void LogWatch::compare(const View& view) {
  compare_cases(view);
  compare_documents(view);
}

void LogWatch::compare_cases(const View& view) {
  for (const auto& [code, assignment] : replayed_.assignments) {
    const auto row = view.disk.find_case(code);
    if (!row || !*row) {
      findings_.add("replay", "assignment " + code + " is in the log, not stored");
    } else if ((*row)->body != encode(assignment)) {
      findings_.add("replay", "assignment " + code + " is stored otherwise than the log makes it");
    }
  }
}

void LogWatch::compare_documents(const View& view) {
  Stored stored;
  const auto read = view.disk.each_document([&](const DocumentRow& row) {
    stored[{row.kind, row.key}] = row.body.value_or("");
  });
  if (!read) return findings_.add("replay", read.error().message);
  compare_with(replayed_.office, stored, "the log", findings_);
  compare_with(view.office, stored, "memory", findings_);
}

}  // namespace dondoc::simulation
