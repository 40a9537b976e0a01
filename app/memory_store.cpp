#include "app/memory_store.h"

#include <algorithm>

namespace dondoc {

void MemoryStore::put(const CaseRow& row) {
  auto old = cases_.find(row.code);
  if (old != cases_.end() && old->second.next_step)
    armed_.erase({*old->second.next_step, row.code});
  if (row.next_step) armed_.emplace(*row.next_step, row.code);
  cases_[row.code] = row;
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
    waiting_[row.id] = Waiting{row.not_before, 0, false};
  }
  for (const OutboxUpdate& update : commit.outbox_updates) {
    if (update.standing == OutboxStanding::waiting) {
      waiting_[update.id] = Waiting{update.next_attempt, update.attempts, update.outcome_unknown};
    } else {
      waiting_.erase(update.id);
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

Result<std::vector<std::string>> MemoryStore::codes_of_plan(std::string_view plan,
                                                            std::string_view period) {
  std::vector<std::string> codes;
  for (const auto& [code, row] : cases_) {
    if (row.plan == plan && (period.empty() || row.period == period)) codes.push_back(code);
  }
  return codes;
}

Result<std::vector<std::string>> MemoryStore::open_codes() {
  std::vector<std::string> codes;
  for (const auto& [code, row] : cases_) {
    if (row.open) codes.push_back(code);
  }
  return codes;
}

Result<std::vector<std::string>> MemoryStore::open_codes_of_unit(std::string_view unit) {
  std::vector<std::string> codes;
  for (const auto& [code, row] : cases_) {
    if (row.open && row.unit == unit) codes.push_back(code);
  }
  return codes;
}

Result<std::vector<std::string>> MemoryStore::codes_of_unit(std::string_view unit,
                                                            const std::vector<std::string>& plans) {
  std::vector<std::string> codes;
  for (const auto& [code, row] : cases_) {
    if (row.unit == unit && std::find(plans.begin(), plans.end(), row.plan) != plans.end())
      codes.push_back(code);
  }
  return codes;
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

Result<std::vector<ClaimedMessage>> MemoryStore::claim_outbox(Instant now, Instant lease_until,
                                                              std::size_t limit) {
  std::vector<ClaimedMessage> claimed;
  for (auto& [id, waiting] : waiting_) {
    if (waiting.next > now) continue;
    claimed.push_back({outbox_.at(id), waiting.attempts, waiting.leased});
    waiting.next = lease_until;
    waiting.leased = true;
    if (claimed.size() == limit) break;
  }
  std::stable_sort(claimed.begin(), claimed.end(),
                   [](const auto& a, const auto& b) { return a.row.priority > b.row.priority; });
  return claimed;
}

Result<std::optional<Instant>> MemoryStore::earliest_outbox() {
  std::optional<Instant> earliest;
  for (const auto& entry : waiting_) {
    if (!earliest || entry.second.next < *earliest) earliest = entry.second.next;
  }
  return earliest;
}

}  // namespace dondoc
