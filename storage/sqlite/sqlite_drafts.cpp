#include "storage/sqlite/sqlite_drafts.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <mutex>
#include <utility>

#include "storage/sqlite/connection.h"
#include "storage/sqlite/sqlite_error.h"

namespace dondoc {
namespace {

using sqlite::guarded;

constexpr const char* k_head = "id, person, file, title, opened, changed";

DraftHead head_in(SQLite::Statement& row) {
  return {row.getColumn(0).getString(),         row.getColumn(1).getString(),
          row.getColumn(2).getString(),         row.getColumn(3).getString(),
          Instant{row.getColumn(4).getInt64()}, Instant{row.getColumn(5).getInt64()}};
}

class SqliteDrafts final : public DraftStore {
  template <class Work>
  auto working(Work work) {
    const std::lock_guard lock(mutex_);
    return guarded(database_->getFilename(), work);
  }

 public:
  explicit SqliteDrafts(std::unique_ptr<SQLite::Database> database)
      : database_(std::move(database)) {}

  Result<void> add(const KeptDraft& draft) override {
    return working([&] {
      SQLite::Statement insert(*database_, std::string("INSERT INTO drafts (") + k_head +
                                               ", text, plan, seen, version) "
                                               "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
      insert.bind(1, draft.head.id);
      insert.bind(2, draft.head.person);
      insert.bind(3, draft.head.file);
      insert.bind(4, draft.head.title);
      insert.bind(5, draft.head.opened.ms);
      insert.bind(6, draft.head.changed.ms);
      insert.bind(7, draft.text);
      insert.bind(8, draft.plan);
      insert.bind(9, draft.seen);
      insert.bind(10, draft.version);
      insert.exec();
    });
  }

  Result<std::optional<KeptDraft>> find(std::string_view id) override {
    return working([&]() -> std::optional<KeptDraft> {
      SQLite::Statement select(*database_, std::string("SELECT ") + k_head +
                                               ", text, plan, seen, version FROM drafts "
                                               "WHERE id = ?1");
      select.bind(1, std::string(id));
      if (!select.executeStep()) return std::nullopt;
      return KeptDraft{head_in(select), select.getColumn(6).getString(),
                       select.getColumn(7).getString(), select.getColumn(8).getString(),
                       select.getColumn(9).getInt64()};
    });
  }

  Result<std::vector<DraftHead>> drafts_of(std::string_view person) override {
    return working([&] {
      SQLite::Statement select(*database_, std::string("SELECT ") + k_head +
                                               " FROM drafts WHERE ?1 = '' OR person = ?1 "
                                               "ORDER BY changed DESC, id");
      select.bind(1, std::string(person));
      std::vector<DraftHead> found;
      while (select.executeStep()) found.push_back(head_in(select));
      return found;
    });
  }

  Result<bool> change(const KeptDraft& draft) override {
    return working([&] {
      SQLite::Statement update(*database_,
                               "UPDATE drafts SET title = ?3, changed = ?4, plan = ?5, seen = ?6, "
                               "version = version + 1 WHERE id = ?1 AND version = ?2");
      update.bind(1, draft.head.id);
      update.bind(2, draft.version);
      update.bind(3, draft.head.title);
      update.bind(4, draft.head.changed.ms);
      update.bind(5, draft.plan);
      update.bind(6, draft.seen);
      return update.exec() == 1;
    });
  }

  Result<bool> remove(std::string_view id) override {
    return working([&] {
      SQLite::Statement remove(*database_, "DELETE FROM drafts WHERE id = ?1");
      remove.bind(1, std::string(id));
      return remove.exec() == 1;
    });
  }

  Result<void> forget(Instant before) override {
    return working([&] {
      SQLite::Statement remove(*database_, "DELETE FROM drafts WHERE changed < ?1");
      remove.bind(1, before.ms);
      remove.exec();
    });
  }

 private:
  std::mutex mutex_;
  std::unique_ptr<SQLite::Database> database_;  // guarded by mutex_
};

}  // namespace

Result<std::unique_ptr<DraftStore>> open_sqlite_drafts(const std::string& path) {
  auto opened = sqlite::open_beside_writer(path);
  if (!opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<DraftStore>(new SqliteDrafts(std::move(*opened)));
}

}  // namespace dondoc
