// What opens the office without a browser, and its log, in memory.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/codec/event_codec.h"
#include "engine/port/access_store.h"
#include "engine/port/log_pages.h"

namespace dondoc {

class MemoryAccessStore : public AccessStore {
 public:
  Result<void> add_key(const AccessKey& key) override {
    all.insert(all.begin(), key);
    return {};
  }
  Result<std::optional<AccessKey>> find_key(KeyKind kind, std::string_view hash) override {
    if (broken) return failure(ErrorKind::transient, "busy");
    for (const AccessKey& key : all) {
      if (key.kind == kind && key.hash == hash) return key;
    }
    return std::nullopt;
  }
  Result<std::vector<AccessKey>> keys(KeyKind kind, std::string_view name) override {
    std::vector<AccessKey> found;
    for (const AccessKey& key : all) {
      if (key.kind == kind && (name.empty() || key.person == name)) found.push_back(key);
    }
    return found;
  }
  Result<void> note_use(std::string_view id, Instant at) override {
    for (AccessKey& key : all) {
      if (key.id == id) key.last_used = at;
    }
    return {};
  }
  Result<bool> revoke_key(std::string_view id, Instant at) override {
    for (AccessKey& key : all) {
      if (key.id != id || key.revoked) continue;
      key.revoked = at;
      return true;
    }
    return false;
  }
  Result<std::optional<KeptAnswer>> find_answer(std::string_view key) override {
    auto found = answers.find(std::string(key));
    return found == answers.end() ? std::nullopt : std::optional(found->second);
  }
  Result<void> keep_answer(const KeptAnswer& answer, Instant) override {
    answers[answer.key] = answer;
    return {};
  }

  std::vector<AccessKey> all;
  std::map<std::string, KeptAnswer> answers;
  bool broken = false;
};

class FakeLogPages : public LogPages {
 public:
  void add(const Event& event, const std::string& subject_kind) {
    LogRow row;
    row.seq = static_cast<std::int64_t>(rows.size()) + 1;
    row.at = event.at;
    row.subject_kind = subject_kind;
    row.subject = event.subject;
    row.kind = name_of(event.body);
    row.body = encode(event);
    rows.push_back(row);
  }
  Result<std::vector<LogRow>> after(std::int64_t seq, std::size_t limit) override {
    std::vector<LogRow> page;
    for (const LogRow& row : rows) {
      if (row.seq > seq && page.size() < limit) page.push_back(row);
    }
    return page;
  }
  Result<std::int64_t> last_seq() override { return static_cast<std::int64_t>(rows.size()); }

  std::vector<LogRow> rows;
};

}  // namespace dondoc
