#include "engine/attachment/archive_names.h"

#include <cstdint>

namespace dondoc {
namespace {

using namespace std::string_view_literals;
constexpr std::string_view k_end_mark = "PK\x05\x06"sv;
constexpr std::string_view k_entry_mark = "PK\x01\x02"sv;
constexpr std::size_t k_end_bytes = 22;
constexpr std::size_t k_entry_bytes = 46;
constexpr std::size_t k_longest_comment = 65'535;
/// A document has some dozen; more are not looked at.
constexpr std::size_t k_most_names = 5'000;

/// Little-endian. Requires: `at + size` is within the archive.
std::size_t number_at(std::string_view archive, std::size_t at, std::size_t size) {
  std::size_t number = 0;
  for (std::size_t i = size; i > 0; --i)
    number = number << 8U | static_cast<unsigned char>(archive[at + i - 1]);
  return number;
}

/// Where the list of names begins; npos when the archive has no end record.
std::size_t list_of(std::string_view archive) {
  const std::size_t least = archive.size() > k_end_bytes + k_longest_comment
                                ? archive.size() - k_end_bytes - k_longest_comment
                                : 0;
  const auto end = archive.rfind(k_end_mark);
  if (end == archive.npos || end < least || archive.size() - end < k_end_bytes) return archive.npos;
  return number_at(archive, end + 16, 4);
}

}  // namespace

std::vector<std::string_view> archive_names(std::string_view archive) {
  std::vector<std::string_view> names;
  std::size_t at = list_of(archive);
  while (names.size() < k_most_names && at < archive.size()) {
    const std::string_view rest = archive.substr(at);
    if (rest.starts_with(k_end_mark)) return names;
    if (!rest.starts_with(k_entry_mark) || rest.size() < k_entry_bytes) return {};
    const std::size_t name = number_at(rest, 28, 2);
    const std::size_t extra = number_at(rest, 30, 2);
    const std::size_t comment = number_at(rest, 32, 2);
    if (rest.size() - k_entry_bytes < name) return {};
    names.push_back(rest.substr(k_entry_bytes, name));
    at += k_entry_bytes + name + extra + comment;
  }
  return {};
}

}  // namespace dondoc
