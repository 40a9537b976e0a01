// What a data file is. Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dondoc {

/// A file with its text: reading it is the caller's business.
struct DataFile {
  std::string name;
  std::string text;
};

enum class FileKind {
  plan,
  lifecycle,
  ladders,
  messages,
  calendar,
  units,
  config,
  reorganisation,
  schema,  ///< describes one of the others
};

/// By the name in "$schema", else by the path, else by its fields; none when nothing tells.
std::optional<FileKind> kind_of(const DataFile& file);

}  // namespace dondoc
