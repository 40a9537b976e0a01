// Reading the embedded store beside the thread that writes it: pages, chat answers, commands.
#pragma once

#include <memory>
#include <string>

#include "engine/port/reader.h"
#include "engine/result.h"

namespace dondoc {

/// Opens the database at `path` for reading only; nothing can be written through it. Never waits
/// for the writer and never makes it wait. Each thread opens its own.
///
/// Each call sees one state of the database, the newest at its start. `each_log` and `outbox` for
/// one subject, assignment or person cost some microseconds for every 4,096 rows of the whole log
/// or outbox, and no more. `outbox` with both an assignment and a person gives the messages that
/// are about both. A callback must not throw; it may call the reader.
///
/// Errors: permanent when there is no database, when it belongs to another program, or when it has
/// another version than this program (an older one is brought up to date by opening the store, or
/// by `migrate`).
Result<std::unique_ptr<Reader>> open_sqlite_reader(const std::string& path);

}  // namespace dondoc
