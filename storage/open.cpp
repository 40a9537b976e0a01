#include "storage/open.h"

#include "engine/check.h"
#include "storage/postgres/address.h"
#include "storage/sqlite/migrations.h"
#include "storage/sqlite/sqlite_access.h"
#include "storage/sqlite/sqlite_drafts.h"
#include "storage/sqlite/sqlite_files.h"
#include "storage/sqlite/sqlite_log_pages.h"
#include "storage/sqlite/sqlite_pages.h"
#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_secrets.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "storage/sqlite/sqlite_webhooks.h"

namespace dondoc {

bool is_on_server(std::string_view database) { return postgres::is_address(database); }

std::string shown_database(const std::string& database) {
  return is_on_server(database) ? postgres::shown(database) : database;
}

Result<std::unique_ptr<Store>> open_store(const std::string& database, const std::string& node) {
  return is_on_server(database) ? open_postgres_store(database, node) : open_sqlite_store(database);
}

Result<std::unique_ptr<LeaseStore>> open_leases(const std::string& database,
                                                const std::string& node) {
  CHECK(is_on_server(database));
  return open_postgres_leases(database, node);
}

Result<std::unique_ptr<Reader>> open_reader(const std::string& database) {
  return is_on_server(database) ? open_postgres_reader(database) : open_sqlite_reader(database);
}

Result<std::unique_ptr<AccessStore>> open_access(const std::string& database) {
  return is_on_server(database) ? open_postgres_access(database) : open_sqlite_access(database);
}

Result<std::unique_ptr<DraftStore>> open_drafts(const std::string& database) {
  return is_on_server(database) ? open_postgres_drafts(database) : open_sqlite_drafts(database);
}

Result<std::unique_ptr<FileKeeper>> open_files(const std::string& database) {
  return is_on_server(database) ? open_postgres_files(database) : open_sqlite_files(database);
}

Result<std::unique_ptr<LogPages>> open_log_pages(const std::string& database) {
  return is_on_server(database) ? open_postgres_log_pages(database)
                                : open_sqlite_log_pages(database);
}

Result<std::unique_ptr<PageStore>> open_pages(const std::string& database) {
  return is_on_server(database) ? open_postgres_pages(database) : open_sqlite_pages(database);
}

Result<std::unique_ptr<SecretStore>> open_secrets(const std::string& database) {
  return is_on_server(database) ? open_postgres_secrets(database) : open_sqlite_secrets(database);
}

Result<std::unique_ptr<WebhookStore>> open_webhooks(const std::string& database) {
  return is_on_server(database) ? open_postgres_webhooks(database) : open_sqlite_webhooks(database);
}

Result<int> migrate_database(const std::string& database) {
  return is_on_server(database) ? migrate_postgres(database) : migrate(database);
}

Result<ChainReport> verify_log(const std::string& database) {
  return is_on_server(database) ? verify_postgres_chain(database) : verify_chain(database);
}

Result<FilesReport> verify_kept_files(const std::string& database) {
  return is_on_server(database) ? verify_postgres_files(database) : verify_files(database);
}

}  // namespace dondoc
