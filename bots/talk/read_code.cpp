#include "bots/talk/read_code.h"

#include <algorithm>

namespace dondoc::talk {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (is_letter(c)) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// "b20", "kh3a": letters, digits, perhaps one more letter. The length of it at the start of the
/// text; 0 when not.
std::size_t obligation_part(std::string_view text) {
  std::size_t letters = 0;
  while (letters < text.size() && letters < 4 && is_letter(text[letters])) ++letters;
  std::size_t end = letters;
  while (end < text.size() && is_digit(text[end])) ++end;
  if (letters == 0 || letters > 3 || end == letters || end - letters > 4) return 0;
  return end;
}

/// "b20-07", "c23-07-q2", "d1-3321": what is written like a code, whether it exists or not.
bool is_code_like(std::string_view text) {
  const auto first = obligation_part(text);
  if (first == 0 || first >= text.size() || text[first] != '-') return false;
  std::string_view rest = text.substr(first + 1);
  const auto digits = std::find_if_not(rest.begin(), rest.end(), is_digit) - rest.begin();
  if (digits < 2 || digits > 5) return false;
  rest.remove_prefix(static_cast<std::size_t>(digits));
  return rest.empty() || (rest.front() == '-' && rest.size() > 1 && rest.size() <= 6);
}

class CodeFinder {
 public:
  CodeFinder(const World& world, const Utterance& text) : world_(world), text_(text) {
    found_.taken.assign(text.size(), false);
  }

  FoundCodes all() {
    for (std::size_t i = 0; i < text_.size();) i += std::max<std::size_t>(1, one(i));
    return std::move(found_);
  }

 private:
  /// A look-up may cost a query: a text that is full of what looks like codes is not searched to
  /// its end.
  bool exists(const std::string& code) const {
    return look_ups_++ < k_look_ups_max && world_.cases.find(code) != nullptr;
  }

  /// How many words a code at word `i` takes; 0: none there.
  std::size_t one(std::size_t i) {
    if (obligation_part(text_.folded(i)) == 0) return 0;
    for (std::size_t words : {3u, 2u, 1u}) {
      if (i + words > text_.size()) continue;
      std::string code = upper(joined(i, words));
      if (exists(code)) return take(found_.codes, std::move(code), i, words);
    }
    if (auto split = only_split(text_.folded(i))) return take(found_.codes, *split, i, 1);
    if (is_code_like(text_.folded(i))) return take(found_.unknown, upper(text_.folded(i)), i, 1);
    std::string alone = upper(text_.folded(i));
    if (is_obligation(alone)) return take(found_.obligations, std::move(alone), i, 1);
    return 0;
  }

  /// "b20 07 q2" → "b20-07-q2"; "b20.07" and "b20_07" likewise. A later word must begin with a
  /// digit or be a suffix.
  std::string joined(std::size_t i, std::size_t words) const {
    std::string all = text_.folded(i);
    for (std::size_t k = 1; k < words; ++k) all += "-" + text_.folded(i + k);
    std::replace_if(
        all.begin(), all.end(), [](char c) { return c == '.' || c == '_' || c == '/'; }, '-');
    return all;
  }

  /// "b2007": certain when exactly one place for the dash gives an existing code.
  std::optional<std::string> only_split(const std::string& word) const {
    std::optional<std::string> only;
    const std::string code = upper(word);
    for (std::size_t i = 2; i + 1 < code.size() && code.size() <= 12; ++i) {
      if (!is_digit(code[i - 1]) || !is_digit(code[i])) continue;
      std::string candidate = code.substr(0, i) + "-" + code.substr(i);
      if (!exists(candidate)) continue;
      if (only) return std::nullopt;
      only = std::move(candidate);
    }
    return only;
  }

  bool is_obligation(const std::string& id) const {
    const auto& plans = world_.office.plans;
    return std::any_of(plans.begin(), plans.end(), [&](const auto& entry) {
      return entry.second.plan.obligation(id) != nullptr;
    });
  }

  std::size_t take(std::vector<std::string>& list, std::string code, std::size_t i,
                   std::size_t words) {
    std::fill_n(found_.taken.begin() + static_cast<std::ptrdiff_t>(i), words, true);
    if (std::find(list.begin(), list.end(), code) == list.end()) list.push_back(std::move(code));
    return words;
  }

  static constexpr int k_look_ups_max = 100;

  const World& world_;
  const Utterance& text_;
  FoundCodes found_;
  mutable int look_ups_ = 0;
};

}  // namespace

FoundCodes find_codes(const World& world, const Utterance& text) {
  return CodeFinder(world, text).all();
}

}  // namespace dondoc::talk
