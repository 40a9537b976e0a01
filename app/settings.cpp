#include "app/settings.h"

#include <cstdlib>
#include <filesystem>

#include "storage/open.h"

namespace dondoc {
namespace {

constexpr const char* k_usual_file = "config/dondoc.json";

Result<Config> read_config(const std::string& file) {
  auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  Faults faults(file);
  auto config = decode_config(*text, faults);
  if (!config) return failure(ErrorKind::permanent, fault_lines(faults.list()));
  return *config;
}

/// A path, or the address as it stands. Requires: a checked configuration.
std::string database_of(const std::string& url) {
  constexpr std::string_view k_sqlite = "sqlite:";
  return url.starts_with(k_sqlite) ? url.substr(k_sqlite.size()) : url;
}

}  // namespace

std::string files_beside(const std::string& database) {
  if (!is_on_server(database)) return database;
  const char* given = std::getenv("STATE_DIRECTORY");
  return std::string(given == nullptr || *given == '\0' ? "var" : given) + "/dondoc";
}

std::string vault_key_file(const std::string& database) { return files_beside(database) + ".key"; }

Result<Settings> load_settings(const std::string& config_file) {
  Settings settings;
  std::error_code ignored;
  const std::string file = config_file.empty() && std::filesystem::exists(k_usual_file, ignored)
                               ? k_usual_file
                               : config_file;
  if (!file.empty()) {
    auto config = read_config(file);
    if (!config) return tl::unexpected(config.error());
    settings.config = std::move(*config);
  }
  settings.database = database_of(settings.config.storage_url);
  auto data = find_data("", file);
  if (!data) return tl::unexpected(data.error());
  auto loaded = load_definitions(*data);
  if (!loaded.definitions) return failure(ErrorKind::permanent, fault_lines(loaded.faults));
  settings.definitions = std::move(*loaded.definitions);
  settings.definitions.retention_days = settings.config.retention_days;
  settings.definitions.pages = settings.config.listen.public_url;
  return settings;
}

}  // namespace dondoc
