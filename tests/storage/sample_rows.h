// Rows for the storage tests, and how a test insists on a result.
#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <utility>

#include "engine/port/reader.h"
#include "engine/port/store.h"

namespace dondoc::test {

/// The value, or the test ends with the message of the error.
template <typename T>
T must(Result<T> result) {
  if (!result) FAIL(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

inline LogRow log_row(const std::string& subject, const std::string& body = "{}") {
  return LogRow{0, Instant{1'700'000'000'000}, "assignment", subject, "step_sent", body};
}

inline CaseRow case_row(const std::string& code, std::optional<Instant> next_step = std::nullopt) {
  return CaseRow{
      code, "P1", "o1", "u1", "2023-Q4", "issued", true, next_step, R"({"code":")" + code + "\"}"};
}

inline OutboxRow outbox_row(std::int64_t id, Instant not_before = Instant{1000},
                            Priority priority = Priority::reminder) {
  return OutboxRow{id,       "huong",      "B20-07",   "D-3",
                   priority, Instant{900}, not_before, R"({"text":"nhắc việc"})"};
}

inline OutboxUpdate sent(std::int64_t id, Instant at = Instant{2000}) {
  return OutboxUpdate{id, OutboxStanding::sent, at, Instant{0}, 1, "zalo_oa", "accepted"};
}

inline OutboxUpdate retry(std::int64_t id, Instant next_attempt, int attempts = 1) {
  return OutboxUpdate{
      id, OutboxStanding::waiting, Instant{2000}, next_attempt, attempts, "telegram", "429"};
}

inline Commit commit_of_log(std::initializer_list<LogRow> rows) {
  Commit commit;
  commit.log = rows;
  return commit;
}

inline Commit commit_of_cases(std::initializer_list<CaseRow> rows) {
  Commit commit;
  commit.cases = rows;
  return commit;
}

inline Commit commit_of_outbox(std::initializer_list<OutboxRow> rows) {
  Commit commit;
  commit.outbox = rows;
  return commit;
}

inline void apply(Store& store, Commit commit) { must(store.commit(commit)); }

inline void record(Store& store, const OutboxUpdate& update) {
  Commit commit;
  commit.outbox_updates = {update};
  apply(store, std::move(commit));
}

inline std::vector<std::int64_t> ids(const std::vector<ClaimedMessage>& messages) {
  std::vector<std::int64_t> found;
  for (const ClaimedMessage& message : messages) found.push_back(message.row.id);
  return found;
}

inline std::vector<std::string> codes(const std::vector<DueCase>& cases) {
  std::vector<std::string> found;
  for (const DueCase& due : cases) found.push_back(due.code);
  return found;
}

}  // namespace dondoc::test
