#include "simulation/planted_store.h"

#include <algorithm>

namespace dondoc::simulation {
namespace {

bool is_reminder(const OutboxRow& row) {
  return row.priority != Priority::answer && !row.code.empty();
}

}  // namespace

Result<Ends> PlantedStore::begin() {
  auto ends = PassingStore::begin();
  if (!ends || plant_ != Plant::old_memory) return ends;
  if (own_end_ < ends->seq && generator_.chance(300)) ends->seq = own_end_;
  own_end_ = ends->seq;
  return ends;
}

Result<void> PlantedStore::commit(Commit& commit) {
  if (plant_ == Plant::none) return PassingStore::commit(commit);
  spoil_messages(commit);
  spoil_cases(commit);
  spoil_log(commit);
  spoil_outcomes(commit);
  const bool tears = plant_ == Plant::tear_commit &&
                     std::any_of(commit.outbox.begin(), commit.outbox.end(), is_reminder) &&
                     generator_.chance(200);
  if (tears) commit.outbox.clear();
  auto written = PassingStore::commit(commit);
  if (written && !commit.log.empty()) own_end_ = commit.log.back().seq;
  if (tears && written) return failure(ErrorKind::transient, "torn");
  return written;
}

void PlantedStore::spoil_messages(Commit& commit) {
  if (plant_ == Plant::forget_inbox_key && generator_.chance(500)) commit.inbox.clear();
  std::erase_if(commit.outbox, [&](const OutboxRow& row) {
    if (plant_ == Plant::drop_message) return is_reminder(row) && generator_.chance(50);
    return plant_ == Plant::silent_give_up && row.body.find("\"M-29\"") != row.body.npos;
  });
  for (OutboxRow& row : commit.outbox) {
    if (plant_ != Plant::wrong_reader || !is_reminder(row)) continue;
    if (!other_reader_.empty() && other_reader_ != row.person && generator_.chance(50))
      row.person = other_reader_;
    other_reader_ = row.person;
  }
}

void PlantedStore::spoil_cases(Commit& commit) {
  for (CaseRow& row : commit.cases) {
    if (plant_ == Plant::forget_step && generator_.chance(30)) row.next_step.reset();
    if (plant_ != Plant::reopen_closed) continue;
    if (row.open && row.state != "reported") {
      open_cases_[row.code] = row;
    } else if (const auto was = open_cases_.find(row.code);
               was != open_cases_.end() && generator_.chance(100)) {
      row = was->second;
    }
  }
}

void PlantedStore::spoil_log(Commit& commit) {
  if (plant_ == Plant::lose_event)
    std::erase_if(commit.log, [&](const LogRow&) { return generator_.chance(3); });
  for (LogRow& row : commit.log) {
    if (plant_ == Plant::backdate_event && generator_.chance(3))
      row.at = row.at - Elapsed::hours(2);
  }
}

void PlantedStore::spoil_outcomes(Commit& commit) {
  if (plant_ == Plant::forget_sent)
    std::erase_if(commit.outbox_updates, [&](const OutboxUpdate& update) {
      return update.standing == OutboxStanding::sent && generator_.chance(20);
    });
  commit.outbox_updates.insert(commit.outbox_updates.end(), to_settle_.begin(), to_settle_.end());
  to_settle_.clear();
}

Result<bool> PlantedStore::inbox_seen(std::string_view key) {
  if (plant_ == Plant::forget_inbox_key && generator_.chance(500)) return false;
  return PassingStore::inbox_seen(key);
}

Result<std::vector<ClaimedMessage>> PlantedStore::claim_outbox(Instant now, Instant lease_until,
                                                               std::size_t limit) {
  auto claimed = PassingStore::claim_outbox(now, lease_until, limit);
  if (!claimed) return claimed;
  std::erase_if(*claimed, [&](const ClaimedMessage& message) {
    if (!is_reminder(message.row)) return false;
    if (plant_ == Plant::hide_message) {
      if (hidden_.size() < 3 && generator_.chance(50)) hidden_.insert(message.row.id);
      return hidden_.contains(message.row.id);
    }
    if (plant_ != Plant::settle_unsent || !generator_.chance(50)) return false;
    OutboxUpdate update;
    update.id = message.row.id;
    update.standing = OutboxStanding::overtaken;
    update.at = now;
    to_settle_.push_back(update);
    return true;
  });
  return claimed;
}

}  // namespace dondoc::simulation
