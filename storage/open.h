// Opens a database wherever it is: the path of an SQLite file, or the address of a PostgreSQL
// database (postgresql://…). What each gives, and its errors, is said by storage/sqlite and
// storage/postgres/postgres.h.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "storage/postgres/postgres.h"

namespace dondoc {

/// A PostgreSQL address; otherwise a path.
bool is_on_server(std::string_view database);

/// For people: a path as it is, an address without user, password and settings.
std::string shown_database(const std::string& database);

/// `node`: of whoever takes leases too.
Result<std::unique_ptr<Store>> open_store(const std::string& database,
                                          const std::string& node = fresh_node_name());
/// Requires: it is on a server; a file has one program that writes it.
Result<std::unique_ptr<LeaseStore>> open_leases(const std::string& database,
                                                const std::string& node);
Result<std::unique_ptr<Reader>> open_reader(const std::string& database);
Result<std::unique_ptr<AccessStore>> open_access(const std::string& database);
Result<std::unique_ptr<DraftStore>> open_drafts(const std::string& database);
Result<std::unique_ptr<FileKeeper>> open_files(const std::string& database);
Result<std::unique_ptr<LogPages>> open_log_pages(const std::string& database);
Result<std::unique_ptr<PageStore>> open_pages(const std::string& database);
Result<std::unique_ptr<SecretStore>> open_secrets(const std::string& database);
Result<std::unique_ptr<WebhookStore>> open_webhooks(const std::string& database);

/// Makes the database or brings it to the newest version, which it returns.
Result<int> migrate_database(const std::string& database);
Result<ChainReport> verify_log(const std::string& database);
Result<FilesReport> verify_kept_files(const std::string& database);

}  // namespace dondoc
