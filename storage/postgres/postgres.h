// The store of several machines: a PostgreSQL database (design §14), reached by an address as libpq
// reads it (postgresql://user@host1,host2/database?sslmode=verify-full). The same ports as
// storage/sqlite, with the same contract. Passwords come from a passfile or the environment.
//
// Every connection is made when it is needed and again when it was lost: with several hosts the one
// that may be written is found, so a promoted standby takes over. Meanwhile: errors of kind
// transient.
//
// The schema belongs to a role of its own; the role a program runs under can neither change nor
// delete what happened (packaging/postgresql.sql).
#pragma once

#include <memory>
#include <string>

#include "engine/port/access_store.h"
#include "engine/port/draft_store.h"
#include "engine/port/file_keeper.h"
#include "engine/port/lease_store.h"
#include "engine/port/log_pages.h"
#include "engine/port/page_store.h"
#include "engine/port/reader.h"
#include "engine/port/secret_store.h"
#include "engine/port/store.h"
#include "engine/port/webhook_store.h"
#include "engine/result.h"
#include "storage/chain_check.h"
#include "storage/kept_files.h"

namespace dondoc {

/// What a program that uses a database is called there: nobody else is. Its store and its leases go
/// by the same name.
std::string fresh_node_name();

/// Opens the database for one of any number of programs that write it; makes the schema when there
/// is none and takes the steps that are missing, as far as its role may. What the contract leaves
/// open is settled as by open_sqlite_store. Callbacks must not throw and must not call the store.
///
///  - a turn is one transaction that holds the row of the log's head. Whoever has waited three
///    seconds for it ends the connection of a node that has it and is not heard of any more.
///  - commit: when the connection breaks while the server is asked to commit, the store asks a new
///    connection what became of it, for 20 seconds; then the error is transient and says that it is
///    not known.
///
/// Errors: transient "another dondoc is using this database" when one has it for itself (`dondoc
/// move`), or no server; permanent as migrate_postgres.
Result<std::unique_ptr<Store>> open_postgres_store(const std::string& address,
                                                   const std::string& node = fresh_node_name());

/// As open_sqlite_reader: nothing can be written through it, each call sees one state. A walk holds
/// 500 rows in memory. Errors: permanent for any version but this program's.
Result<std::unique_ptr<Reader>> open_postgres_reader(const std::string& address);

// Beside the one that writes; safe from several threads. Require that the database was opened as a
// store before. An error of kind transient may come after the change was made, when the connection
// breaks just then.
Result<std::unique_ptr<AccessStore>> open_postgres_access(const std::string& address);
Result<std::unique_ptr<DraftStore>> open_postgres_drafts(const std::string& address);
Result<std::unique_ptr<FileKeeper>> open_postgres_files(const std::string& address);
Result<std::unique_ptr<LeaseStore>> open_postgres_leases(const std::string& address,
                                                         const std::string& node);
Result<std::unique_ptr<LogPages>> open_postgres_log_pages(const std::string& address);
Result<std::unique_ptr<PageStore>> open_postgres_pages(const std::string& address);
Result<std::unique_ptr<SecretStore>> open_postgres_secrets(const std::string& address);
Result<std::unique_ptr<WebhookStore>> open_postgres_webhooks(const std::string& address);

/// Makes the schema `dondoc` or brings it to the newest version, and gives the role dondoc_run,
/// where there is one, the rights of a running program. Returns the version. Errors: permanent for
/// a schema of another program, a newer version, a database that is not UTF-8, a role that may not.
Result<int> migrate_postgres(const std::string& address);

/// As verify_chain and verify_files for SQLite, but for the look at the file itself, which is the
/// server's (data checksums, pg_amcheck).
Result<ChainReport> verify_postgres_chain(const std::string& address);
Result<FilesReport> verify_postgres_files(const std::string& address);

}  // namespace dondoc
