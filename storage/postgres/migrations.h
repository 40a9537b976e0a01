// The schema, as numbered steps that only go forward. Internal to storage/postgres. Adding one:
// append, never edit a released one; rights of new tables stand in k_rights (schema.h).
#pragma once

#include <span>
#include <string>

#include "engine/result.h"
#include "storage/postgres/session.h"

namespace dondoc::postgres {

struct Migration {
  int version;       ///< 1, 2, 3 … without gaps
  const char* name;  ///< kept in schema_version, for the administrator
  std::string sql;   ///< may hold many statements; no BEGIN, no COMMIT
};

/// In order of version.
std::span<const Migration> all_migrations();

/// The version this program reads and writes.
int newest_version();

/// Brings the database to the last of `migrations`, each in a transaction of its own; two that
/// start at once do it once. Needs the right to make a schema, or to own it. Errors: permanent for
/// a schema `dondoc` of another program, for one newer than `migrations`, for a database whose
/// texts are not UTF-8, and without the right. When a step fails, those before it stay.
Result<int> migrate(Session& session, std::span<const Migration> migrations);

/// Gives the role of running programs its rights (k_rights), when the session may. Any number of
/// times.
Result<void> grant_rights(Session& session);

/// Errors: permanent, saying what to do, for any version but the newest, and for an empty database.
Result<void> require_newest(Session& session);

}  // namespace dondoc::postgres
