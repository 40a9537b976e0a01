// The ladder file, config/ladders.json (workflows/schema/ladders.schema.json). Pure functions; safe
// from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/ladder/ladder.h"

namespace dondoc {

/// A ladder book and what of the file only its checks need.
struct LadderFile {
  LadderBook book;
  std::vector<std::pair<std::string, std::string>> by_kind;  ///< as written, kinds known or not
};

/// What can be read, for check_ladders. None when the file is no JSON object or has no list of
/// ladders.
std::optional<LadderFile> read_ladder_file(std::string_view json, Faults& faults);

/// The ladders of a file without faults of form; none when there was any.
std::optional<LadderBook> decode_ladders(std::string_view json, Faults& faults);

}  // namespace dondoc
