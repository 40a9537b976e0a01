#include "app/memory_store.h"

#include <algorithm>

namespace dondoc {

void MemoryStore::put(const CaseRow& row) {
  const auto [place, is_new] = cases_.try_emplace(row.code);
  CaseRow& own = place->second;
  if (!is_new) {
    if (own.next_step) armed_.erase({*own.next_step, row.code});
    if (own.plan != row.plan) by_plan_.erase({own.plan, row.code});
    if (own.unit != row.unit) by_unit_.erase({own.unit, row.code});
  }
  if (is_new || own.plan != row.plan) by_plan_[{row.plan, row.code}] = &own;
  if (is_new || own.unit != row.unit) by_unit_[{row.unit, row.code}] = &own;
  if (row.next_step) armed_.emplace(*row.next_step, row.code);
  own = row;
}

void MemoryStore::wait(std::int64_t id, Waiting waiting) {
  wait_no_more(id);
  waiting_[id] = waiting;
  by_time_.emplace(waiting.next, id);
}

void MemoryStore::wait_no_more(std::int64_t id) {
  const auto found = waiting_.find(id);
  if (found == waiting_.end()) return;
  by_time_.erase({found->second.next, id});
  waiting_.erase(found);
}

Result<Ends> MemoryStore::begin() {
  return Ends{static_cast<std::int64_t>(log_.size()),
              outbox_.empty() ? 0 : outbox_.rbegin()->first};
}

Result<std::vector<LogRow>> MemoryStore::log_after(std::int64_t seq, std::size_t limit) {
  const auto from = std::min(static_cast<std::size_t>(seq), log_.size());
  const auto count = std::min(limit, log_.size() - from);
  const auto first = log_.begin() + static_cast<std::ptrdiff_t>(from);
  return std::vector<LogRow>(first, first + static_cast<std::ptrdiff_t>(count));
}

Result<void> MemoryStore::commit(Commit& commit) {
  for (LogRow& row : commit.log) {
    row.seq = static_cast<std::int64_t>(log_.size()) + 1;
    log_.push_back(row);
  }
  for (const CaseRow& row : commit.cases) put(row);
  for (const std::string& code : commit.disarmed) {
    const auto found = cases_.find(code);
    if (found == cases_.end()) continue;
    CaseRow row = found->second;
    row.next_step.reset();
    put(row);
  }
  for (const DocumentRow& row : commit.documents) {
    if (row.body) {
      documents_[{row.kind, row.key}] = *row.body;
    } else {
      documents_.erase({row.kind, row.key});
    }
  }
  for (const OutboxRow& row : commit.outbox) {
    outbox_[row.id] = row;
    wait(row.id, {row.not_before, 0, false});
  }
  for (const OutboxUpdate& update : commit.outbox_updates) {
    if (update.standing == OutboxStanding::waiting) {
      wait(update.id, {update.next_attempt, update.attempts, update.outcome_unknown});
    } else {
      wait_no_more(update.id);
    }
  }
  for (const InboxKey& key : commit.inbox) inbox_.insert(key.key);
  return {};
}

Result<std::optional<CaseRow>> MemoryStore::find_case(std::string_view code) {
  auto found = cases_.find(code);
  if (found == cases_.end()) return std::optional<CaseRow>();
  return std::optional<CaseRow>(found->second);
}

template <class Matches>
std::vector<std::string> MemoryStore::codes_in(const std::map<Place, const CaseRow*>& places,
                                               std::string_view group, Matches matches) const {
  std::vector<std::string> codes;
  for (auto place = places.lower_bound({std::string(group), ""});
       place != places.end() && place->first.group == group; ++place) {
    if (matches(*place->second)) codes.push_back(place->first.code);
  }
  return codes;
}

Result<std::vector<std::string>> MemoryStore::codes_of_plan(std::string_view plan,
                                                            std::string_view period) {
  return codes_in(by_plan_, plan,
                  [&](const CaseRow& row) { return period.empty() || row.period == period; });
}

Result<std::vector<std::string>> MemoryStore::open_codes() {
  std::vector<std::string> codes;
  for (const auto& [code, row] : cases_) {
    if (row.open) codes.push_back(code);
  }
  return codes;
}

Result<std::vector<std::string>> MemoryStore::open_codes_of_unit(std::string_view unit) {
  return codes_in(by_unit_, unit, [](const CaseRow& row) { return row.open; });
}

Result<std::vector<std::string>> MemoryStore::codes_of_unit(std::string_view unit,
                                                            const std::vector<std::string>& plans) {
  return codes_in(by_unit_, unit, [&](const CaseRow& row) {
    return std::find(plans.begin(), plans.end(), row.plan) != plans.end();
  });
}

Result<std::vector<DueCase>> MemoryStore::due_cases(Instant now, std::size_t limit) {
  std::vector<DueCase> due;
  for (const auto& [at, code] : armed_) {
    if (at > now || due.size() == limit) break;
    due.push_back({code, at});
  }
  return due;
}

Result<std::optional<Instant>> MemoryStore::earliest_step() {
  if (armed_.empty()) return std::optional<Instant>();
  return std::optional<Instant>(armed_.begin()->first);
}

Result<void> MemoryStore::each_document(const std::function<void(const DocumentRow&)>& visit) {
  for (const auto& [key, body] : documents_) visit(DocumentRow{key.first, key.second, body});
  return {};
}

Result<std::vector<DocumentRow>> MemoryStore::find_documents(const std::vector<DocumentKey>& keys) {
  std::vector<DocumentRow> rows;
  for (const DocumentKey& key : keys) {
    const auto found = documents_.find(key);
    DocumentRow row{key.first, key.second, std::nullopt};
    if (found != documents_.end()) row.body = found->second;
    rows.push_back(std::move(row));
  }
  return rows;
}

Result<std::vector<ClaimedMessage>> MemoryStore::claim_outbox(Instant now, Instant lease_until,
                                                              std::size_t limit) {
  std::vector<std::int64_t> due;
  for (const auto& [next, id] : by_time_) {
    if (next > now) break;
    due.push_back(id);
  }
  std::stable_sort(due.begin(), due.end(), [&](std::int64_t a, std::int64_t b) {
    return outbox_.at(a).priority > outbox_.at(b).priority;
  });
  if (due.size() > limit) due.resize(limit);
  std::vector<ClaimedMessage> claimed;
  for (const std::int64_t id : due) {
    const Waiting waiting = waiting_.at(id);
    claimed.push_back({outbox_.at(id), waiting.attempts, waiting.leased});
    wait(id, {lease_until, waiting.attempts, true, true});
  }
  return claimed;
}

Result<std::optional<Instant>> MemoryStore::earliest_outbox() {
  if (by_time_.empty()) return std::optional<Instant>();
  return std::optional<Instant>(by_time_.begin()->first);
}

Result<void> MemoryStore::take_over_claims(Instant now) {
  std::vector<std::int64_t> claimed;
  for (const auto& [id, waiting] : waiting_) {
    if (waiting.claimed) claimed.push_back(id);
  }
  for (const std::int64_t id : claimed) wait(id, {now, waiting_.at(id).attempts, true});
  return {};
}

}  // namespace dondoc
