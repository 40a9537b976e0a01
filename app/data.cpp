#include "app/data.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/embedded_files.h"
#include "engine/codec/calendar_codec.h"
#include "engine/codec/chart_codec.h"
#include "engine/codec/ladder_codec.h"
#include "engine/codec/messages_codec.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

namespace fs = std::filesystem;

constexpr const char* k_folders[] = {"workflows/lifecycles", "workflows/plans", "config/calendars",
                                     "config/messages", "config/reorganisations"};
constexpr const char* k_files[] = {"config/ladders.json", "config/units.json",
                                   "config/units.example.json", "config/dondoc.json",
                                   "config/dondoc.example.json"};

bool is_data_root(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "workflows", ignored) &&
         fs::is_directory(folder / "config", ignored);
}

/// The nearest folder at or above that holds the data; empty when there is none.
fs::path root_above(const std::string& file) {
  std::error_code ignored;
  fs::path folder = fs::absolute(file, ignored).parent_path();
  for (; !folder.empty(); folder = folder.parent_path()) {
    if (is_data_root(folder)) return folder;
    if (folder == folder.root_path()) break;
  }
  return {};
}

std::vector<std::string> names_in(const fs::path& root) {
  std::vector<std::string> names;
  std::error_code ignored;
  for (const char* folder : k_folders) {
    for (const auto& entry : fs::directory_iterator(root / folder, ignored)) {
      if (entry.path().extension() == ".json")
        names.push_back(std::string(folder) + "/" + entry.path().filename().string());
    }
  }
  for (const char* file : k_files) {
    if (fs::exists(root / file, ignored)) names.emplace_back(file);
  }
  std::sort(names.begin(), names.end());
  return names;
}

Result<DataFiles> read_folder(const fs::path& root) {
  DataFiles data{root.string(), {}};
  for (const std::string& name : names_in(root)) {
    auto text = read_file((root / name).string());
    if (!text) return tl::unexpected(text.error());
    data.files.push_back({name, std::move(*text)});
  }
  return data;
}

DataFiles built_in() {
  DataFiles data{"built in", {}};
  for (const EmbeddedFile& file : embedded_files()) {
    const bool is_schema = file.name.starts_with("workflows/schema/");
    const bool is_data = file.name.starts_with("workflows/") || file.name.starts_with("config/");
    // What pages and API say is the program's own, and no setting of an office.
    const bool is_words =
        file.name.starts_with("config/pages/") || file.name.starts_with("config/api/");
    if (is_data && !is_schema && !is_words)
      data.files.push_back({std::string(file.name), std::string(file.text)});
  }
  return data;
}

void decode_into(Definitions& definitions, const DataFile& file, Faults& faults) {
  if (file.name.find("config/calendars/") != std::string::npos) {
    if (auto year = decode_calendar(file.text, faults))
      definitions.calendars.push_back(std::move(*year));
  } else if (file.name.find("workflows/lifecycles/") != std::string::npos) {
    auto chart = decode_chart(file.text, faults);
    if (chart)
      (chart->id == "plan" ? definitions.plan_chart : definitions.assignment_chart) =
          std::move(*chart);
  } else if (file.name.find("config/messages/") != std::string::npos) {
    auto texts = decode_messages(file.text, faults);
    if (texts) (texts->language == "en" ? definitions.en : definitions.vi) = texts->book();
  } else if (file.name.find("config/ladders.json") != std::string::npos) {
    if (auto book = decode_ladders(file.text, faults)) definitions.ladders = std::move(*book);
  }
}

/// Plans, units, their changes and the configuration are no definitions: a fault in them is told when they are
/// used.
bool is_definition(const Fault& fault) {
  return fault.file.find("workflows/plans/") == std::string::npos &&
         fault.file.find("config/units") == std::string::npos &&
         fault.file.find("config/reorganisations/") == std::string::npos &&
         fault.file.find("config/dondoc") == std::string::npos;
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  std::error_code error;
  auto size = fs::file_size(path, error);
  if (error) return failure(ErrorKind::permanent, path + ": " + error.message());
  if (size > limits::file_bytes)
    return failure(ErrorKind::permanent, fmt::format("{}: {} bytes; at most {} are read", path,
                                                     size, limits::file_bytes));
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) return failure(ErrorKind::permanent, path + ": cannot be read");
  return text.str();
}

Result<DataFiles> find_data(const std::string& folder, const std::string& near_file) {
  if (!folder.empty()) {
    if (!is_data_root(folder))
      return failure(ErrorKind::permanent, folder + ": holds no folders 'workflows' and 'config'");
    return read_folder(folder);
  }
  if (!near_file.empty()) {
    fs::path root = root_above(near_file);
    if (!root.empty()) return read_folder(root);
  }
  std::error_code ignored;
  if (is_data_root(fs::current_path(ignored))) return read_folder(".");
  return built_in();
}

LoadedDefinitions load_definitions(const DataFiles& data) {
  LoadedDefinitions loaded;
  for (const Fault& fault : check_all(data.files, Scope::whole_installation)) {
    if (is_definition(fault)) loaded.faults.push_back(fault);
  }
  if (!loaded.faults.empty()) return loaded;
  Definitions definitions;
  for (const DataFile& file : data.files) {
    Faults faults(file.name);
    decode_into(definitions, file, faults);
    loaded.faults.insert(loaded.faults.end(), faults.list().begin(), faults.list().end());
  }
  if (loaded.faults.empty()) loaded.definitions = std::move(definitions);
  return loaded;
}

std::string fault_lines(const std::vector<Fault>& faults) {
  std::string lines;
  for (const Fault& fault : faults) {
    lines += fault.file;
    if (!fault.file.empty()) lines += ": ";
    lines += fault.pointer.empty() ? "" : fault.pointer + ": ";
    lines += fault.message + "\n";
  }
  return lines;
}

}  // namespace dondoc
