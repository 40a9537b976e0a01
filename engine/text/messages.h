// Message texts as data: config/messages/{vi,en}.json, ids M-01 … (domain.md §5). Rendering is
// pure.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dondoc {

/// A button and the words that do the same when typed (design §8: everything can be typed).
struct Button {
  std::string action;  ///< "ack", "report", "extend", "blocked", "sent", "nil", "progress", "form",
                       ///< "open", "grant", …
  std::string label;
};

struct MessageText {
  std::string id;    ///< "M-02"
  std::string text;  ///< with {placeholders}
  std::vector<Button> buttons;
};

using Parameters = std::vector<std::pair<std::string_view, std::string>>;

/// All texts of one language.
class MessageBook {
 public:
  void add(MessageText text);
  const MessageText* find(std::string_view id) const;
  const std::map<std::string, MessageText, std::less<>>& all() const { return texts_; }

 private:
  std::map<std::string, MessageText, std::less<>> texts_;
};

/// The texts of both languages, kept elsewhere. Null where none are known.
struct MessageBooks {
  const MessageBook* vi = nullptr;
  const MessageBook* en = nullptr;
  /// Of "en" and its varieties the English ones, of everything else the Vietnamese.
  const MessageBook* of(std::string_view language) const {
    return language.starts_with("en") ? en : vi;
  }
};

/// Fills the placeholders; a sentence that begins with a filled-in word gets a capital. A
/// placeholder without a parameter is a bug of the caller (CHECKed): the checker proves texts
/// against `placeholders_of_engine`.
std::string render(const MessageText& text, const Parameters& parameters);

/// The text of that id for people whose texts an office may have changed, which must stop nothing: a
/// placeholder nobody filled becomes "…", an id the book does not know stands as it is.
std::string words_of(const MessageBook& book, std::string_view id, Parameters parameters = {});

/// Names in braces, in order, each once.
std::vector<std::string> placeholders(std::string_view text);

}  // namespace dondoc
