#include "tests/storage_faults/kept_rows.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <limits>
#include <stdexcept>

#include "storage/sqlite/sqlite_reader.h"
#include "tests/support/random_commands.h"

namespace dondoc::test {
namespace {

constexpr std::size_t k_large = 30'000;

class ScriptWriter {
 public:
  explicit ScriptWriter(std::uint64_t seed) : random_(seed) {}

  Commit next() {
    Commit commit;
    const std::string number = std::to_string(++commits_);
    commit.inbox.push_back({"k" + number, Instant{static_cast<std::int64_t>(commits_)}});
    for (std::size_t n = random_.below(4); n > 0; --n) {
      commit.log.push_back({0, Instant{1'700'000'000'000 + static_cast<std::int64_t>(commits_)},
                            "assignment", code(), "step_sent", body()});
    }
    std::map<std::string, CaseRow> cases;
    for (std::size_t n = random_.below(5); n > 0; --n) {
      CaseRow row = some_case();
      cases[row.code] = row;
    }
    for (auto& [code, row] : cases) commit.cases.push_back(std::move(row));
    if (random_.below(3) == 0)
      commit.documents.push_back({"unit", "u" + std::to_string(random_.below(4)), body()});
    if (random_.below(6) == 0)
      commit.documents.push_back({"plan", "p" + std::to_string(random_.below(3)), std::nullopt});
    for (std::size_t n = random_.below(3); n > 0; --n) {
      OutboxRow row;
      row.id = ++messages_;
      row.person = "cb-" + std::to_string(random_.below(5));
      row.code = code();
      row.step = "D-3";
      row.body = body();
      commit.outbox.push_back(std::move(row));
    }
    if (messages_ > 4 && random_.below(2) == 0) {
      const auto id = 1 + static_cast<std::int64_t>(random_.below(4));
      commit.outbox_updates.push_back({id, static_cast<OutboxStanding>(1 + random_.below(2)),
                                       Instant{2'000}, Instant{0}, static_cast<int>(commits_),
                                       "zalo_oa", "said " + number});
    }
    return commit;
  }

 private:
  std::string code() { return "B" + std::to_string(random_.below(12)); }
  std::string body() {
    const std::size_t size = random_.below(12) == 0 ? k_large : random_.below(300);
    return "{\"n\":\"" + std::string(size, static_cast<char>('a' + random_.below(26))) + "\"}";
  }
  CaseRow some_case() {
    CaseRow row{code(),
                "P1",
                "o1",
                "u" + std::to_string(random_.below(3)),
                "2023",
                "issued",
                random_.below(4) != 0,
                std::nullopt,
                body()};
    if (random_.below(3) != 0) row.next_step = Instant{static_cast<std::int64_t>(commits_ * 10)};
    return row;
  }

  Random random_;
  std::size_t commits_ = 0;
  std::int64_t messages_ = 0;
};

std::string text(const LogRow& row) {
  return std::to_string(row.at.ms) + '|' + row.subject_kind + '|' + row.subject + '|' + row.kind +
         '|' + row.body;
}

std::string text(const CaseRow& row) {
  return row.plan + '|' + row.obligation + '|' + row.unit + '|' + row.period + '|' + row.state +
         '|' + (row.open ? "open" : "done") + '|' +
         (row.next_step ? std::to_string(row.next_step->ms) : "-") + '|' + row.body;
}

std::string text(const OutboxRow& row, OutboxStanding standing, int attempts,
                 const std::string& detail) {
  return row.person + '|' + row.code + '|' + row.step + '|' + row.body + '|' +
         std::to_string(static_cast<int>(standing)) + '|' + std::to_string(attempts) + '|' + detail;
}

struct Model {
  KeptRows rows;
  std::int64_t log_rows = 0;
  std::map<std::int64_t, OutboxRow> messages;

  void take(const Commit& commit) {
    for (const LogRow& row : commit.log) rows["log " + std::to_string(++log_rows)] = text(row);
    for (const CaseRow& row : commit.cases) rows["case " + row.code] = text(row);
    for (const DocumentRow& row : commit.documents) {
      const std::string key = "document " + row.kind + ' ' + row.key;
      rows.erase(key);
      if (row.body) rows[key] = *row.body;
    }
    for (const OutboxRow& row : commit.outbox) {
      messages[row.id] = row;
      rows["outbox " + std::to_string(row.id)] = text(row, OutboxStanding::waiting, 0, "");
    }
    for (const OutboxUpdate& update : commit.outbox_updates) {
      rows["outbox " + std::to_string(update.id)] =
          text(messages.at(update.id), update.standing, update.attempts, update.detail);
    }
    for (const InboxKey& key : commit.inbox) rows["inbox " + key.key] = std::to_string(key.at.ms);
  }
};

template <class T>
T got(Result<T> result) {
  if (!result) throw std::runtime_error(result.error().message);
  if constexpr (!std::is_void_v<T>) return std::move(*result);
}

}  // namespace

std::vector<Commit> script_of_commits(std::uint64_t seed, std::size_t count) {
  ScriptWriter writer(seed);
  std::vector<Commit> script;
  for (std::size_t i = 0; i < count; ++i) script.push_back(writer.next());
  return script;
}

std::vector<KeptRows> expected_rows(const std::vector<Commit>& script) {
  Model model;
  std::vector<KeptRows> after{model.rows};
  for (const Commit& commit : script) {
    model.take(commit);
    after.push_back(model.rows);
  }
  return after;
}

KeptRows rows_in(const std::string& database) {
  KeptRows rows;
  const auto reader = got(open_sqlite_reader(database));
  got(reader->each_log(
      0, "", [&](const LogRow& row) { rows["log " + std::to_string(row.seq)] = text(row); }));
  got(reader->each_case({}, [&](const CaseRow& row) { rows["case " + row.code] = text(row); }));
  got(reader->each_document([&](const DocumentRow& row) {
    rows["document " + row.kind + ' ' + row.key] = row.body.value_or("");
  }));
  for (const OutboxRecord& record :
       got(reader->outbox("", "", 0, std::numeric_limits<std::int32_t>::max()))) {
    rows["outbox " + std::to_string(record.row.id)] =
        text(record.row, record.standing, record.attempts, record.detail);
  }
  SQLite::Database direct(database, SQLite::OPEN_READONLY);
  SQLite::Statement keys(direct, "SELECT key, at FROM inbox");
  while (keys.executeStep()) {
    rows["inbox " + keys.getColumn(0).getString()] = std::to_string(keys.getColumn(1).getInt64());
  }
  return rows;
}

}  // namespace dondoc::test
