#include "tests/tidy/inspect.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string_view>

#include "tests/tidy/rules.h"

namespace tidy {
namespace {

bool contains(const Names& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view up_to(std::string_view text, char end) { return text.substr(0, text.find(end)); }

std::string_view top_folder(std::string_view path) {
  return path.find('/') == path.npos ? "" : up_to(path, '/');
}

std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// "bots/zalo_oa" for "bots/zalo_oa/client.h"; "bots" for "bots/inbound.h".
std::string_view folder_of(std::string_view path) { return path.substr(0, path.rfind('/')); }

std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (true) {
    const auto end = text.find_first_of(separators);
    parts.push_back(text.substr(0, end));
    if (end == text.npos) return parts;
    text.remove_prefix(end + 1);
  }
}

const Layer* layer_of(std::string_view path) {
  const auto found = std::find_if(k_layers.begin(), k_layers.end(), [&](const Layer& layer) {
    return layer.folder == top_folder(path);
  });
  return found == k_layers.end() ? nullptr : &*found;
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }
bool is_source(std::string_view path) { return is_header(path) || path.ends_with(".cpp"); }
bool has_short_lines(std::string_view path) {
  return is_source(path) || path.ends_with(".cmake") || path.ends_with("CMakeLists.txt") ||
         top_folder(path) == "scripts" || top_folder(path) == ".ci";
}
bool is_text(std::string_view path) {
  const auto dot = file_name(path).rfind('.');
  if (dot == path.npos || dot == 0) return true;
  return contains(k_text_suffixes, file_name(path).substr(dot));
}

bool is_word_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// Whether `word` stands in `line` with no letter, digit, `_` or (before a path) `.` on its left.
bool has_word(std::string_view line, std::string_view word) {
  for (auto at = line.find(word); at != line.npos; at = line.find(word, at + 1)) {
    const char before = at == 0 ? ' ' : line[at - 1];
    const bool inside = word[0] == '/' ? is_word_char(before) || before == '.'
                                       : is_word_char(word[0]) && is_word_char(before);
    if (!inside) return true;
  }
  return false;
}

/// Just behind the literal that opens at `at` with `quote`; an unclosed one ends with its line.
std::size_t end_of_literal(std::string_view text, std::size_t at, char quote) {
  for (std::size_t i = at + 1; i < text.size() && text[i] != '\n'; ++i) {
    if (text[i] == quote) return i + 1;
    if (text[i] == '\\') ++i;
  }
  return text.find('\n', at);
}

std::size_t end_of_raw_string(std::string_view text, std::size_t at) {
  const auto open = text.find('(', at);
  const std::string close = ")" + std::string(text.substr(at + 2, open - at - 2)) + "\"";
  const auto end = text.find(close, open);
  return end == text.npos ? end : end + close.size();
}

/// A letter that Vietnamese has and English has not, or nearly: Latin with a mark.
bool has_marked_letter(std::string_view text) {
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto* end = next + text.size();
  while (next < end) {
    utf8proc_int32_t letter = 0;
    const auto length = utf8proc_iterate(next, end - next, &letter);
    if (length <= 0) return false;  // not UTF-8: found by another rule
    next += length;
    const bool is_latin =
        (letter >= 0xC0 && letter <= 0x24F) || (letter >= 0x1E00 && letter <= 0x1EFF);
    const bool is_sign = letter == 0xD7 || letter == 0xF7;  // × ÷
    if (is_latin && !is_sign) return true;
  }
  return false;
}

enum class Blanked { comments, comments_and_literals };

/// The text with blanks in the place of what is left out; lines stay where they are.
std::string without(Blanked what, std::string_view text) {
  std::string code(text);
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view rest = text.substr(at);
    const bool starts_word = at == 0 || !is_word_char(text[at - 1]);
    const bool is_comment = rest.starts_with("//") || rest.starts_with("/*");
    std::size_t end = at;
    if (rest.starts_with("//")) {
      end = text.find('\n', at);
    } else if (rest.starts_with("/*")) {
      end = text.find("*/", at + 2);
      if (end != text.npos) end += 2;
    } else if (rest.starts_with("R\"") && starts_word) {
      end = end_of_raw_string(text, at);
    } else if (rest[0] == '"' || (rest[0] == '\'' && starts_word)) {  // not the ' of 60'000
      end = end_of_literal(text, at, rest[0]);
    }
    if (end == at) {
      ++at;
      continue;
    }
    const bool stays = what == Blanked::comments && !is_comment;
    for (end = std::min(end, text.size()); at < end; ++at) {
      if (code[at] != '\n' && !stays) code[at] = ' ';
    }
  }
  return code;
}

class Inspector {
 public:
  explicit Inspector(const Tree& tree) : tree_(tree) {}

  std::vector<Finding> findings() {
    for (const File& file : tree_) {
      file_ = &file;
      name();
      text();
      if (has_short_lines(file.path)) columns();
      if (is_source(file.path) && layer_of(file.path)) source();
    }
    return std::move(findings_);
  }

 private:
  void found(std::size_t line, std::string reason) {
    findings_.push_back({file_->path, line, std::move(reason)});
  }

  void name() {
    for (std::string_view word : split(file_->path, "/_-.")) {
      if (contains(k_vague, word)) {
        found(1, "\"" + std::string(word) + "\" in the name: say what it is for");
      }
    }
  }

  void text() {
    if (file_->path.starts_with(k_test_data)) return;
    std::size_t number = 0;
    for (std::string_view line : split(file_->text, "\n")) {
      ++number;
      normal_form(line, number);
      for (const Mark& mark : k_marks) {
        if (file_->path.ends_with(mark.file_suffix) && has_word(line, mark.text)) {
          found(number, std::string(mark.text) + ": " + std::string(mark.reason));
        }
      }
    }
  }

  void normal_form(std::string_view line, std::size_t number) {
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(line.begin(), line.end(), is_ascii)) return;
    utf8proc_uint8_t* composed = nullptr;
    const auto length =
        utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(line.data()),
                     static_cast<utf8proc_ssize_t>(line.size()), &composed,
                     static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
    if (length < 0) return found(number, "not UTF-8");
    const std::string_view normal(reinterpret_cast<const char*>(composed),
                                  static_cast<std::size_t>(length));
    if (normal != line) found(number, "not in NFC: an accent is written as a character of its own");
  }

  void columns() {
    std::size_t number = 0;
    for (std::string_view line : split(file_->text, "\n")) {
      ++number;
      const auto is_lead = [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; };
      const auto width = static_cast<std::size_t>(std::count_if(line.begin(), line.end(), is_lead));
      if (width > k_columns_max) {
        found(number, std::to_string(width) + " columns, over " + std::to_string(k_columns_max));
      }
    }
  }

  void source() {
    const auto lines = split(file_->text, "\n");
    if (lines.size() > k_lines_max + 1) {
      found(k_lines_max + 1, "longer than " + std::to_string(k_lines_max) + " lines: split it");
    }
    if (split(file_->path, "/").size() > k_levels_max) {
      found(1, "more than one sub-folder level");
    }
    if (is_header(file_->path) &&
        std::find(lines.begin(), lines.end(), "#pragma once") == lines.end()) {
      found(1, "no #pragma once");
    }
    if (!is_header(file_->path)) listed();
    const std::string code = without(Blanked::comments_and_literals, file_->text);
    const auto code_lines = split(code, "\n");
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (code_lines[i].starts_with("#include")) include(lines[i], i + 1);
      bans(code_lines[i], i + 1);
    }
    if (contains(k_without_vietnamese, top_folder(file_->path))) vietnamese();
  }

  void vietnamese() {
    const std::string text = without(Blanked::comments, file_->text);
    std::size_t number = 0;
    for (std::string_view line : split(text, "\n")) {
      ++number;
      if (has_marked_letter(line) && has_marked_letter(without_allowed(line)))
        found(number, "Vietnamese in a literal: what a person is told comes from config/messages");
    }
  }

  /// The line without the literals that may hold Vietnamese in this file.
  std::string without_allowed(std::string_view line) const {
    std::string rest(line);
    for (const VietnameseLiteral& allowed : k_vietnamese_literals) {
      if (!file_->path.starts_with(allowed.path)) continue;
      if (allowed.literal.empty()) return {};
      const std::string literal = '"' + std::string(allowed.literal) + '"';
      const auto at = rest.find(literal);
      if (at != rest.npos) rest.erase(at, literal.size());
    }
    return rest;
  }

  /// A .cpp that no target compiles is dead.
  void listed() {
    const std::string top(top_folder(file_->path));
    const std::string list = top + "/CMakeLists.txt";
    const std::string_view wanted = std::string_view(file_->path).substr(top.size() + 1);
    for (const File& file : tree_) {
      if (file.path != list) continue;
      for (std::string_view line : split(file.text, "\n")) {
        const auto words = split(up_to(line, '#'), " ()\t");
        if (std::find(words.begin(), words.end(), wanted) != words.end()) return;
      }
    }
    found(1, "not listed in " + list);
  }

  void include(std::string_view line, std::size_t number) {
    const auto open = line.find_first_of("<\"");
    if (open == line.npos) return;
    const bool quoted = line[open] == '"';
    const std::string_view header = up_to(line.substr(open + 1), quoted ? '"' : '>');
    if (layer_of(header)) return own_include(header, number);
    if (quoted) return found(number, "write our headers' paths from the project's root");
    const bool standard = header.find_first_of("./") == header.npos;
    if (top_folder(file_->path) != "engine" || standard) return;
    for (std::string_view library : k_engine_libraries) {
      if (header.starts_with(library)) return;
    }
    found(number, "engine/ must not use the library of <" + std::string(header) + ">");
  }

  void own_include(std::string_view header, std::size_t number) {
    const auto from = folder_of(file_->path), to = folder_of(header);
    if (!contains(layer_of(file_->path)->may_include, top_folder(header))) {
      found(number,
            std::string(top_folder(file_->path)) + "/ must not include " + std::string(header));
    } else if (top_folder(header) == "bots" && top_folder(file_->path) == "bots" && from != to &&
               to != "bots" && !contains(k_shared_bots_folders, to)) {
      found(number, std::string(from) + "/ must not know " + std::string(to) + "/");
    }
  }

  void bans(std::string_view line, std::size_t number) {
    for (const Ban& ban : k_bans) {
      if (!ban.folders.empty() && !contains(ban.folders, top_folder(file_->path))) continue;
      if (!file_->path.ends_with(ban.suffix)) continue;
      for (std::string_view word : ban.words) {
        if (!has_word(line, word)) continue;
        found(number, std::string(word) + ": " + std::string(ban.reason));
      }
    }
  }

  const Tree& tree_;
  const File* file_ = nullptr;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> inspect(const Tree& tree) { return Inspector(tree).findings(); }

Tree read_project() {
  Tree tree;
  std::filesystem::recursive_directory_iterator entry("."), end;
  for (; entry != end; ++entry) {
    const std::string path = entry->path().lexically_normal().generic_string();
    if (entry->is_directory()) {
      if (contains(k_not_ours, file_name(path))) entry.disable_recursion_pending();
    } else if (entry->is_regular_file() && is_text(path)) {
      std::ifstream in(path, std::ios::binary);
      tree.push_back({path, std::string(std::istreambuf_iterator<char>(in), {})});
    }
  }
  return tree;
}

}  // namespace tidy
