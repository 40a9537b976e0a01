#include "app/command_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <iterator>
#include <nlohmann/json.hpp>

#include "app/data.h"
#include "app/zalo_templates.h"
#include "engine/codec/config_codec.h"

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
    const bool is_secret = key.ends_with("_file") && key != "templates_file";
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

/// Takes the templates files out of those of the installation.
std::vector<DataFile> take_templates(std::vector<DataFile>& files) {
  const auto first = std::stable_partition(
      files.begin(), files.end(), [](const DataFile& file) { return !is_zalo_templates(file); });
  std::vector<DataFile> templates(std::make_move_iterator(first),
                                  std::make_move_iterator(files.end()));
  files.erase(first, files.end());
  return templates;
}

/// Adds the templates file that a configuration names.
void add_named_templates(const DataFile& configuration, std::vector<DataFile>& templates,
                         std::vector<Fault>& faults) {
  Faults told_elsewhere(configuration.name);
  const auto config = decode_config(configuration.text, told_elsewhere);
  if (!config || config->zalo_oa.templates_file.empty()) return;
  const std::string& name = config->zalo_oa.templates_file;
  for (const DataFile& file : templates) {
    if (file.name == name) return;
  }
  if (auto text = read_file(name)) {
    templates.push_back({name, std::move(*text)});
  } else {
    faults.push_back(
        {configuration.name, "/channels/zalo_oa/templates_file", text.error().message});
  }
}

std::vector<Fault> faults_of_templates(const CheckOptions& options, const DataFiles& data,
                                       std::vector<DataFile> templates) {
  std::vector<Fault> faults;
  for (const DataFile& file : data.files) {
    if (is_configuration(file) && is_asked_for(options, Fault{file.name, "", ""}))
      add_named_templates(file, templates, faults);
  }
  for (const DataFile& file : templates) {
    const auto of_file = check_zalo_templates(file, data.files);
    faults.insert(faults.end(), of_file.begin(), of_file.end());
  }
  return faults;
}

}  // namespace

int run_check(const CheckOptions& options) {
  auto data = chosen(options);
  if (!data) {
    std::fprintf(stderr, "dondoc check: %s\n", data.error().message.c_str());
    return 1;
  }
  auto templates = take_templates(data->files);
  auto faults = check_all(data->files,
                          options.files.empty() ? Scope::whole_installation : Scope::these_files);
  std::erase_if(faults, [&](const Fault& fault) { return !is_asked_for(options, fault); });
  const auto more = faults_of_templates(options, *data, std::move(templates));
  faults.insert(faults.end(), more.begin(), more.end());
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
