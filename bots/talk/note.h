// The note of a conversation: one "key value" a line, so that what a person is in the middle of can be
// kept and read again. Values only.
#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dondoc::talk {

class NoteWriter {
 public:
  /// An empty value is left out.
  void put(std::string_view key, std::string_view value);
  void put(std::string_view key, const std::vector<std::string>& list) {
    for (const std::string& one : list) put(key, one);
  }
  template <typename Number>
  void number(std::string_view key, const std::optional<Number>& value) {
    if (value) put(key, std::to_string(*value));
  }
  std::string take() { return std::move(note_); }

 private:
  std::string note_;
};

struct NoteLine {
  std::string_view key;  ///< in the note that was read
  std::string value;
};

std::vector<NoteLine> lines_of(std::string_view note);

/// None when the whole text is no such number.
template <typename Number>
std::optional<Number> number_of(std::string_view text) {
  Number value{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Texts with blanks between them, as one value; no text may hold a blank.
std::string joined_by_blanks(const std::vector<std::string>& texts);
std::vector<std::string> cut_at_blanks(std::string_view text);

}  // namespace dondoc::talk
