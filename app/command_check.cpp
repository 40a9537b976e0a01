#include "app/command_check.h"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <nlohmann/json.hpp>

#include "app/data.h"

namespace dondoc {
namespace {

void print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

bool is_configuration(const DataFile& file) {
  return file.name.find("dondoc.") != std::string::npos && file.name.ends_with(".json");
}

/// Secrets never stand in the configuration, only file names; those are not shown either.
nlohmann::json redacted(nlohmann::json value) {
  if (!value.is_object()) return value;
  for (auto& [key, inner] : value.items()) {
    const bool is_secret = key.ends_with("_file");
    inner = is_secret ? nlohmann::json("***") : redacted(inner);
  }
  return value;
}

void show_configuration(const DataFile& file) {
  auto json = nlohmann::json::parse(file.text, nullptr, false, true);
  if (!json.is_object()) return;
  print(fmt::format("{}:\n{}\n", file.name, redacted(json).dump(2)));
}

std::string as_json(const std::vector<Fault>& faults, std::size_t files) {
  nlohmann::ordered_json json;
  json["files"] = files;
  auto& list = json["faults"] = nlohmann::ordered_json::array();
  for (const Fault& f : faults)
    list.push_back({{"file", f.file}, {"pointer", f.pointer}, {"message", f.message}});
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

/// The named files take the place of those of the installation that have the same name, or come
/// beside them: a plan alone is checked against the ladders and messages it will be used with.
Result<DataFiles> chosen(const CheckOptions& options) {
  auto data = find_data(options.data, options.files.empty() ? "" : options.files.front());
  if (!data || options.files.empty()) return data;
  for (const std::string& path : options.files) {
    auto text = read_file(path);
    if (!text) return tl::unexpected(text.error());
    const std::string base = std::filesystem::path(path).filename().string();
    std::erase_if(data->files, [&](const DataFile& f) {
      return std::filesystem::path(f.name).filename() == base;
    });
    data->files.push_back({path, std::move(*text)});
  }
  return data;
}

bool is_asked_for(const CheckOptions& options, const Fault& fault) {
  if (options.files.empty() || fault.file.empty()) return true;
  for (const std::string& path : options.files) {
    if (path == fault.file) return true;
  }
  return false;
}

}  // namespace

int run_check(const CheckOptions& options) {
  auto data = chosen(options);
  if (!data) {
    std::fprintf(stderr, "dondoc check: %s\n", data.error().message.c_str());
    return 1;
  }
  auto faults = check_all(data->files,
                          options.files.empty() ? Scope::whole_installation : Scope::these_files);
  std::erase_if(faults, [&](const Fault& fault) { return !is_asked_for(options, fault); });
  const std::size_t count = options.files.empty() ? data->files.size() : options.files.size();
  if (options.json) {
    print(as_json(faults, count));
    return faults.empty() ? 0 : 1;
  }
  for (const DataFile& file : data->files) {
    if (is_configuration(file) && is_asked_for(options, Fault{file.name, "", ""}))
      show_configuration(file);
  }
  print(fault_lines(faults));
  print(fmt::format("{} files ({}), {} faults\n", count, data->origin, faults.size()));
  return faults.empty() ? 0 : 1;
}

}  // namespace dondoc
