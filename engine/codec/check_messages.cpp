#include "engine/codec/check_messages.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <set>

#include "engine/codec/declared_names.h"
#include "engine/codec/message_sizes.h"
#include "engine/codec/near_name.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::size_t k_body_characters = 300;
constexpr std::size_t k_label_characters = 20;
constexpr std::size_t k_buttons = 3;

/// Words the bot does not use to an officer (domain.md §5).
constexpr std::string_view k_unwanted[] = {"bạn", "phê bình"};

bool is_letter(utf8proc_int32_t letter) {
  auto category = utf8proc_category(letter);
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/// Small letters, everything between words one space: " … phê bình … ".
std::string words_of(std::string_view text) {
  std::string words = " ";
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto* end = next + text.size();
  while (next < end) {
    utf8proc_int32_t letter = 0;
    auto length = utf8proc_iterate(next, end - next, &letter);
    if (length <= 0) break;
    next += length;
    if (is_letter(letter)) {
      utf8proc_uint8_t bytes[4];
      auto size = utf8proc_encode_char(utf8proc_tolower(letter), bytes);
      words.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
    } else if (words.back() != ' ') {
      words += ' ';
    }
  }
  return words + " ";
}

void check_words(std::string_view text, const std::string& pointer, Faults& faults) {
  auto words = words_of(text);
  for (auto unwanted : k_unwanted) {
    if (words.find(fmt::format(" {} ", unwanted)) == std::string::npos) continue;
    faults.add(pointer, fmt::format("the word '{}' is not used to officers", unwanted));
  }
}

/// The text as it is sent when every placeholder is filled with nothing.
std::string without_placeholders(const std::string& text) {
  std::string rest = text;
  for (const auto& name : placeholders(text)) {
    auto written = "{" + name + "}";
    for (auto at = rest.find(written); at != std::string::npos; at = rest.find(written, at))
      rest.erase(at, written.size());
  }
  return rest;
}

void check_placeholders(const std::string& text, const std::string& pointer, Faults& faults) {
  const auto& known = placeholders_of_engine();
  for (const auto& name : placeholders(text)) {
    if (std::find(known.begin(), known.end(), name) != known.end()) continue;
    faults.add(pointer,
               fmt::format("unknown placeholder '{{{}}}'{}", name, suggestion(name, known)));
  }
  if (without_placeholders(text).find_first_of("{}") != std::string::npos) {
    faults.add(pointer, "a brace that belongs to no placeholder");
  }
}

void check_buttons(const MessageText& text, bool vietnamese, const std::string& list,
                   Faults& faults) {
  if (text.buttons.size() > k_buttons) {
    faults.add(list, fmt::format("{} buttons; at most {} fit under a message", text.buttons.size(),
                                 k_buttons));
  }
  for (std::size_t i = 0; i < text.buttons.size(); ++i) {
    auto pointer = pointer_to(list, i) + "/label";
    auto length = characters(text.buttons[i].label);
    if (length > k_label_characters) {
      faults.add(pointer, fmt::format("{} characters; at most {} fit on a button", length,
                                      k_label_characters));
    }
    if (vietnamese) check_words(text.buttons[i].label, pointer, faults);
  }
}

bool is_required(std::string_view id);

/// What every officer gets must be read at a glance (domain.md §5); everything must fit into one
/// message of every platform.
void check_length_filled(const MessageText& text, const std::string& at, Faults& faults) {
  const std::size_t usual = usual_characters(text);
  if (is_required(text.id) && usual > k_body_characters) {
    faults.add(
        at, fmt::format("{} characters with names of usual length; at most {} are read in a chat",
                        usual, k_body_characters));
  }
  const std::size_t longest = longest_units(text);
  for (const TextLimit& limit : text_limits()) {
    if (longest <= limit.units) continue;
    faults.add(at, fmt::format("up to {} characters when filled; one message of {} holds {}",
                               longest, limit.channel, limit.units));
  }
}

bool is_numbered(std::string_view id) { return id.substr(0, 2) == "M-"; }

void check_text(const MessageText& text, bool vietnamese, const std::string& pointer,
                Faults& faults) {
  auto at = pointer + "/text";
  check_placeholders(text.text, at, faults);
  auto length = characters(without_placeholders(text.text));
  if (is_numbered(text.id) && !is_required(text.id) && length > k_body_characters) {
    faults.add(at,
               fmt::format("{} characters without its placeholders; at most {} are read in a chat",
                           length, k_body_characters));
  }
  check_length_filled(text, at, faults);
  if (vietnamese) check_words(text.text, at, faults);
  check_buttons(text, vietnamese, pointer + "/buttons", faults);
}

/// "M-12" itself, or a variant that stands in its stead such as "M-12Y".
bool is_variant(std::string_view id, std::string_view required) {
  if (id.substr(0, required.size()) != required) return false;
  id.remove_prefix(required.size());
  return std::all_of(id.begin(), id.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_required(std::string_view id) {
  const auto& all = required_messages();
  return std::any_of(all.begin(), all.end(),
                     [&](std::string_view required) { return is_variant(id, required); });
}

bool has_variant(const MessageFile& file, std::string_view required) {
  return std::any_of(file.texts.begin(), file.texts.end(),
                     [&](const MessageText& text) { return is_variant(text.id, required); });
}

std::vector<std::string> actions_of(const MessageText& text) {
  std::vector<std::string> actions;
  for (const auto& button : text.buttons) actions.push_back(button.action);
  return actions;
}

std::string joined(const std::set<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += text.empty() ? name : ", " + name;
  return text.empty() ? "none" : text;
}

/// The form of address ("đồng chí", "anh", "chị") is left out: English often does without it.
std::set<std::string> placeholder_set(const MessageText& text) {
  auto names = placeholders(text.text);
  std::set<std::string> set(names.begin(), names.end());
  set.erase("xh");
  return set;
}

void check_pair(const MessageText& text, const MessageText& other, std::string_view language,
                const std::string& pointer, Faults& faults) {
  auto names = placeholder_set(text);
  auto other_names = placeholder_set(other);
  if (names != other_names) {
    faults.add(pointer + "/text", fmt::format("placeholders differ from '{}': here {}, there {}",
                                              language, joined(names), joined(other_names)));
  }
  if (actions_of(text) != actions_of(other)) {
    faults.add(pointer + "/buttons",
               fmt::format("actions or their order differ from '{}'", language));
  }
}

}  // namespace

const std::vector<std::string_view>& placeholders_of_engine() {
  static const std::vector<std::string_view> names = [] {
    std::vector<std::string_view> known;
    for (const PlaceholderSize& one : placeholder_sizes()) known.push_back(one.name);
    return known;
  }();
  return names;
}

const std::vector<std::string_view>& required_messages() {
  static const std::vector<std::string_view> ids = {"M-01", "M-02", "M-03", "M-04", "M-05", "M-06",
                                                    "M-07", "M-08", "M-09", "M-10", "M-11", "M-12",
                                                    "M-13", "M-14", "M-15", "M-16", "M-17"};
  return ids;
}

void check_messages(const MessageFile& file, Faults& faults) {
  DeclaredNames names("message");
  declare_all(names, file.texts, "/texts", faults);
  for (auto id : required_messages()) {
    if (!has_variant(file, id)) faults.add("/texts", fmt::format("the text '{}' is missing", id));
  }
  bool vietnamese = file.language == "vi";
  for (std::size_t i = 0; i < file.texts.size(); ++i) {
    check_text(file.texts[i], vietnamese, pointer_to("/texts", i), faults);
  }
  for (const auto& pointer : file.denormalised) {
    faults.add(pointer, "is not in Unicode normal form C; save the file with composed letters");
  }
}

void check_same_messages(const MessageFile& file, const MessageFile& standard, Faults& faults) {
  auto standard_book = standard.book();
  for (std::size_t i = 0; i < file.texts.size(); ++i) {
    const auto& text = file.texts[i];
    if (text.id.empty()) continue;
    auto pointer = pointer_to("/texts", i);
    if (const auto* twin = standard_book.find(text.id)) {
      check_pair(text, *twin, standard.language, pointer, faults);
    } else {
      faults.add(pointer + "/id",
                 fmt::format("'{}' is not a text of '{}'", text.id, standard.language));
    }
  }
  auto book = file.book();
  for (const auto& text : standard.texts) {
    if (text.id.empty() || book.find(text.id) != nullptr) continue;
    faults.add("/texts",
               fmt::format("the text '{}' of '{}' is missing", text.id, standard.language));
  }
}

}  // namespace dondoc
