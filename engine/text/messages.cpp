#include "engine/text/messages.h"

#include <algorithm>
#include <optional>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

/// A stretch of a text: words as they stand, or the name of a placeholder.
struct Piece {
  std::string_view text;
  bool is_placeholder = false;
};

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(),
                                      [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

/// The placeholder that opens at `at`; nothing when the brace is just a brace.
std::optional<std::string_view> name_at(std::string_view text, std::size_t at) {
  auto close = text.find('}', at);
  if (close == std::string_view::npos) return std::nullopt;
  auto name = text.substr(at + 1, close - at - 1);
  if (!is_name(name)) return std::nullopt;
  return name;
}

std::vector<Piece> pieces_of(std::string_view text) {
  std::vector<Piece> pieces;
  std::size_t begin = 0;
  std::size_t at = text.find('{');
  while (at != std::string_view::npos) {
    auto name = name_at(text, at);
    if (name) {
      if (at > begin) pieces.push_back({text.substr(begin, at - begin)});
      pieces.push_back({*name, true});
      begin = at + name->size() + 2;
    }
    at = text.find('{', name ? begin : at + 1);
  }
  if (begin < text.size()) pieces.push_back({text.substr(begin)});
  return pieces;
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool begins_sentence(std::string_view before) {
  if (before.empty() || before.back() == '\n') return true;
  for (std::string_view end : {". ", "? ", "! ", "] "})
    if (ends_with(before, end)) return true;
  return false;
}

bool closes_sentence(std::string_view text) {
  for (std::string_view end : {".", "?", "!", "…"})
    if (ends_with(text, end)) return true;
  return false;
}

const std::string& value_of(std::string_view name, const Parameters& parameters) {
  auto found = std::find_if(parameters.begin(), parameters.end(),
                            [&](const auto& p) { return p.first == name; });
  CHECK(found != parameters.end());
  return found->second;
}

}  // namespace

void MessageBook::add(MessageText text) {
  std::string id = text.id;
  texts_.insert_or_assign(std::move(id), std::move(text));
}

const MessageText* MessageBook::find(std::string_view id) const {
  auto found = texts_.find(id);
  return found == texts_.end() ? nullptr : &found->second;
}

std::string render(const MessageText& text, const Parameters& parameters) {
  std::string out;
  bool after_value = false;
  for (const Piece& piece : pieces_of(text.text)) {
    std::string_view words = piece.text;
    if (piece.is_placeholder) {
      const std::string& value = value_of(piece.text, parameters);
      out += begins_sentence(out) ? capitalised(value) : value;
    } else {
      // A reason that somebody ended with a full stop gets no second one.
      if (after_value && words.front() == '.' && closes_sentence(out)) words.remove_prefix(1);
      out += words;
    }
    after_value = piece.is_placeholder;
  }
  return out;
}

std::string words_of(const MessageBook& book, std::string_view id, Parameters parameters) {
  const MessageText* text = book.find(id);
  if (text == nullptr) return std::string(id);
  const auto names = placeholders(text->text);
  for (const std::string& name : names) {
    const bool is_filled = std::any_of(parameters.begin(), parameters.end(),
                                       [&](const auto& p) { return p.first == name; });
    if (!is_filled) parameters.emplace_back(name, "…");
  }
  return render(*text, parameters);
}

std::vector<std::string> placeholders(std::string_view text) {
  std::vector<std::string> names;
  for (const Piece& piece : pieces_of(text)) {
    if (!piece.is_placeholder || std::find(names.begin(), names.end(), piece.text) != names.end())
      continue;
    names.emplace_back(piece.text);
  }
  return names;
}

}  // namespace dondoc
