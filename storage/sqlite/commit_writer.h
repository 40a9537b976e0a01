// Writes a Commit inside the caller's transaction, through statements prepared once. Internal to
// storage/sqlite. Everything here throws; the caller rolls back.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "engine/port/store.h"
#include "storage/hash_chain.h"
#include "storage/sqlite/key_runs.h"

namespace SQLite {
class Database;
class Statement;
}  // namespace SQLite

namespace dondoc::sqlite {

LogHead read_log_head(SQLite::Database& database);

class CommitWriter {
 public:
  explicit CommitWriter(SQLite::Database& database);
  ~CommitWriter();

  /// Fills in `seq` of the log rows. Returns where the log ends then.
  LogHead write(Commit& commit, const LogHead& head);

  /// 0 for an empty outbox.
  std::int64_t last_outbox_id();

 private:
  void add_inbox(const InboxKey& key);
  LogHead append_log(std::vector<LogRow>& rows, LogHead head);
  void save_head(const LogHead& head);
  void save_case(const CaseRow& row);
  SQLite::Statement& update_for(const CaseRow& row);
  void insert_case(const CaseRow& row);
  void disarm(const std::string& code);
  void save_document(const DocumentRow& row);
  void add_messages(const std::vector<OutboxRow>& rows);
  void add_message(const OutboxRow& row);
  void update_outbox(const OutboxUpdate& update);

  HashChain chain_;
  KeyRuns key_runs_;
  struct Statements;
  std::unique_ptr<Statements> statements_;
};

}  // namespace dondoc::sqlite
