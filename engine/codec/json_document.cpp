#include "engine/codec/json_document.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/codec/utf8.h"
#include "engine/limits.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// "line 3, column 14", columns counted in characters as an editor shows them.
std::string line_and_column(std::string_view text, std::size_t at) {
  auto before = text.substr(0, std::min(at, text.size()));
  auto line = std::count(before.begin(), before.end(), '\n') + 1;
  auto start = before.rfind('\n');
  auto column = characters(start == std::string_view::npos ? before : before.substr(start + 1)) + 1;
  return fmt::format("line {}, column {}", line, column);
}

/// nlohmann's sentence without its error number and its own idea of the place.
std::string reason_of(std::string_view what) {
  for (std::string_view end : {"column ", "] "}) {
    auto at = what.find(end);
    if (at == std::string_view::npos) continue;
    what.remove_prefix(at + end.size());
    if (end == "column ") what.remove_prefix(std::min(what.find(": ") + 2, what.size()));
    break;
  }
  return std::string(what);
}

/// Builds the tree from the parser's calls, one open array or object a level.
class TreeBuilder final : public nlohmann::json_sax<json> {
 public:
  TreeBuilder(std::string_view text, json& root, std::vector<std::string>& denormalised,
              Faults& faults)
      : text_(text), root_(root), denormalised_(denormalised), faults_(faults) {}

  bool null() override { return put(json(nullptr)); }
  bool boolean(bool value) override { return put(json(value)); }
  bool number_integer(number_integer_t value) override { return put(json(value)); }
  bool number_unsigned(number_unsigned_t value) override { return put(json(value)); }
  bool number_float(number_float_t value, const string_t&) override { return put(json(value)); }
  bool string(string_t& value) override { return put(json(normalised(value))); }
  bool binary(binary_t&) override { return false; }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    Level& level = levels_.back();
    level.key = nfc(name);
    if (level.container->contains(level.key)) {
      faults_.add(place(), fmt::format("field '{}' stands twice in this object; keep one of them",
                                       level.key));
    }
    return true;
  }

  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    auto at = position == 0 ? 0 : position - 1;
    faults_.add("", fmt::format("not valid JSON at {}: {}", line_and_column(text_, at),
                                reason_of(error.what())));
    return false;
  }

 private:
  struct Level {
    json* container;
    std::string key;
  };

  /// Pointer of the value that comes next.
  std::string place() const {
    std::string pointer;
    for (const auto& level : levels_) {
      // An array below the top already holds the open element.
      bool is_top = &level == &levels_.back();
      pointer = level.container->is_object()
                    ? pointer_to(pointer, level.key)
                    : pointer_to(pointer, level.container->size() - (is_top ? 0U : 1U));
    }
    return pointer;
  }

  std::string normalised(const std::string& text) {
    auto normal = nfc(text);
    if (normal != text) denormalised_.push_back(place());
    return normal;
  }

  json* add(json value) {
    if (levels_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Level& level = levels_.back();
    if (level.container->is_array()) {
      level.container->push_back(std::move(value));
      return &level.container->back();
    }
    json& slot = (*level.container)[level.key];
    slot = std::move(value);
    return &slot;
  }

  bool put(json value) {
    add(std::move(value));
    return true;
  }

  bool open(json container) {
    if (levels_.size() >= limits::json_depth) {
      faults_.add(place(), fmt::format("nested more than {} levels deep", limits::json_depth));
      return false;
    }
    levels_.push_back({add(std::move(container)), ""});
    return true;
  }

  bool close() {
    levels_.pop_back();
    return true;
  }

  std::string_view text_;
  json& root_;
  std::vector<std::string>& denormalised_;
  Faults& faults_;
  std::vector<Level> levels_;
};

}  // namespace

JsonDocument::JsonDocument() : root_(std::make_unique<json>()) {}
JsonDocument::JsonDocument(JsonDocument&& other) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&& other) noexcept = default;
JsonDocument::~JsonDocument() = default;

std::optional<JsonDocument> JsonDocument::parse(std::string_view text, Faults& faults) {
  if (text.size() > limits::file_bytes) {
    faults.add("", fmt::format("larger than {} MiB", limits::file_bytes / (1024 * 1024)));
    return std::nullopt;
  }
  if (auto at = first_invalid_byte(text)) {
    faults.add("", fmt::format("not valid UTF-8 at {}; save the file as UTF-8",
                               line_and_column(text, *at)));
    return std::nullopt;
  }
  // For the parser it would be the end, and what follows would be read by nobody.
  if (const auto at = text.find('\0'); at != text.npos) {
    faults.add("", fmt::format("a NUL at {}", line_and_column(text, at)));
    return std::nullopt;
  }
  JsonDocument document;
  TreeBuilder builder(text, *document.root_, document.denormalised_, faults);
  bool whole = json::sax_parse(text.begin(), text.end(), &builder,
                               nlohmann::detail::input_format_t::json, true, true);
  if (!whole) return std::nullopt;
  return document;
}

std::string pointer_to(const std::string& pointer, std::string_view key) {
  std::string result = pointer + "/";
  for (char c : key) {
    if (c == '~') {
      result += "~0";
    } else if (c == '/') {
      result += "~1";
    } else {
      result += c;
    }
  }
  return result;
}

std::string pointer_to(const std::string& pointer, std::size_t index) {
  return fmt::format("{}/{}", pointer, index);
}

}  // namespace dondoc
