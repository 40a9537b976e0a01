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
  /// The oldest program, by the newest version it knows, that goes on working after it; the step
  /// before this one for a step that only adds (docs/adr/0015, nodes are upgraded one by one).
  int oldest_program;
};

/// In order of version.
std::span<const Migration> all_migrations();

/// The version this program makes.
int newest_version();
/// The oldest it works on: where it may not take the steps itself, it goes on without them.
int oldest_version();

/// Brings the database to the last of `migrations`, each in a transaction of its own; two that
/// start at once do it once. Needs the right to make a schema, or to own it. The version it has
/// then, which may be a newer one that leaves this program in force. Errors: permanent for a schema
/// `dondoc` of another program, for a newer one that does not, for a database whose texts are not
/// UTF-8, without the right, and for a step that would stop a node that runs. When a step fails,
/// those before it stay.
Result<int> migrate(Session& session, std::span<const Migration> migrations);

/// Gives the role of running programs its rights (k_rights), when the session may. Any number of
/// times.
Result<void> grant_rights(Session& session);

/// Errors: permanent, saying what to do, for a version this program cannot work on, and for an
/// empty database.
Result<void> require_known(Session& session);

}  // namespace dondoc::postgres
