// A fault planted into a file, as a JSON patch (RFC 6902), and what check_all then says.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/check_files.h"

namespace dondoc {

// Names in good::files().
inline constexpr const char* k_plan = "plans/p.json";
inline constexpr const char* k_chart = "lifecycles/assignment.json";
inline constexpr const char* k_ladders = "ladders.json";
inline constexpr const char* k_vi = "messages/vi.json";
inline constexpr const char* k_en = "messages/en.json";
inline constexpr const char* k_calendar = "calendars/vn-2023.json";
inline constexpr const char* k_units = "units.json";

// Steps of a patch; several are joined by ",".
std::string replace(const std::string& path, const std::string& value);
std::string add(const std::string& path, const std::string& value);
std::string remove(const std::string& path);

std::string patched(const std::string& text, const std::string& patch);

/// Requires: `files` holds one of that name.
DataFile& named(std::vector<DataFile>& files, std::string_view name);

/// All good files, one of them patched. Patched Vietnamese texts stand alone: the English ones
/// would differ from them.
std::vector<Fault> faults_with(const std::string& file, const std::string& patch);

std::string printed(const std::vector<Fault>& faults);

struct PlantedFault {
  const char* file;
  std::string patch;
  std::string pointer;
  std::string words;  ///< of the message
};

/// Exactly this fault is found, and no other.
void require_found(const PlantedFault& planted);

}  // namespace dondoc
