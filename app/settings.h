// What a command needs to reach an office's store: the configuration file, checked, and what it
// points at.
#pragma once

#include <memory>
#include <string>

#include "app/data.h"
#include "engine/codec/config_codec.h"
#include "engine/port/reader.h"
#include "engine/port/store.h"

namespace dondoc {

struct Settings {
  Config config;
  std::string database;  ///< path of the SQLite file, or address of the server (storage/open.h)
  Definitions definitions;
};

/// Where what belongs to a database and must not be in it lies on this machine, as the beginning of
/// a file's name: beside an SQLite file; for a server "dondoc" in the folder that systemd gives
/// (STATE_DIRECTORY), else in var/. Nodes of one server need the same key: copy it to each.
std::string files_beside(const std::string& database);

/// The key of the secrets in a store (app/vault.h).
std::string vault_key_file(const std::string& database);

/// Reads and checks the configuration and the data files it names. `config_file` empty:
/// config/dondoc.json, and when there is none the built-in defaults. Errors: permanent, with every
/// fault on a line of its own.
Result<Settings> load_settings(const std::string& config_file);

}  // namespace dondoc
