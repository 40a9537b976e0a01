#include "app/scrub.h"

#include <algorithm>
#include <charconv>

namespace dondoc {
namespace {

/// Longer answers are pages of HTML: nothing that helps.
constexpr std::size_t k_said_bytes = 300;
/// What is looked at. Less is shown, so that a secret at the end is seen whole.
constexpr std::size_t k_looked_at = 2'000;
constexpr std::size_t k_shown = 1'000;
/// Codes have up to six digits; accounts and phones have more.
constexpr std::size_t k_digits = 7;
constexpr std::size_t k_token_letters = 20;
/// A piece of a text this long is no accident. Beyond ASCII the platforms say little themselves.
constexpr std::size_t k_piece = 12;
constexpr std::size_t k_piece_beyond_ascii = 6;
constexpr std::size_t k_whole_least = 3;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_token_letter(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
}
bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

class Scrubber {
 public:
  explicit Scrubber(std::string_view said)
      : said_(said.substr(0, k_looked_at)), taken_(said_.size(), false) {}

  void take_whole(std::string_view text) {
    if (text.size() < k_whole_least) return;
    for (auto at = said_.find(text); at != said_.npos; at = said_.find(text, at + 1))
      take(at, text.size());
  }

  void take_pieces(std::string_view text) {
    for (std::size_t at = 0; at < said_.size(); ++at) {
      const std::size_t length = common_length(at, text);
      const auto piece = said_.substr(at, length);
      const bool is_ours =
          length >= k_piece || (length >= k_piece_beyond_ascii &&
                                std::any_of(piece.begin(), piece.end(), is_beyond_ascii));
      if (is_ours) take(at, length);
    }
  }

  template <class Belongs>
  void take_runs(Belongs belongs, std::size_t least) {
    for (std::size_t at = 0; at < said_.size();) {
      std::size_t end = at;
      while (end < said_.size() && belongs(said_[end])) ++end;
      if (end - at >= least) take(at, end - at);
      at = std::max(end, at + 1);
    }
  }

  std::string rest() const {
    std::string text;
    for (std::size_t at = 0; at < std::min(said_.size(), k_shown); ++at) {
      if (!taken_[at]) {
        const bool is_control = static_cast<unsigned char>(said_[at]) < 0x20 || said_[at] == 0x7F;
        text += is_control ? ' ' : said_[at];
      } else if (at == 0 || !taken_[at - 1]) {
        text += "…";
      }
    }
    return text;
  }

 private:
  void take(std::size_t at, std::size_t length) {
    while (at > 0 && continues_character(said_[at])) --at, ++length;
    while (at + length < said_.size() && continues_character(said_[at + length])) ++length;
    std::fill_n(taken_.begin() + static_cast<std::ptrdiff_t>(at), length, true);
  }

  /// The longest piece of said_ at `at` that stands in `text`.
  std::size_t common_length(std::size_t at, std::string_view text) const {
    std::size_t length = std::min(k_piece_beyond_ascii, said_.size() - at);
    if (length < k_piece_beyond_ascii || text.find(said_.substr(at, length)) == text.npos) return 0;
    while (at + length < said_.size() && text.find(said_.substr(at, length + 1)) != text.npos)
      ++length;
    return length;
  }

  std::string_view said_;
  std::vector<bool> taken_;
};

}  // namespace

std::string scrubbed(const SaidElsewhere& words, const std::vector<std::string>& secrets) {
  Scrubber scrubber(words.said);
  for (const std::string& secret : secrets) scrubber.take_whole(secret);
  for (const std::string& text : words.hidden) {
    scrubber.take_whole(text);
    scrubber.take_pieces(text);
  }
  scrubber.take_runs(is_digit, k_digits);
  scrubber.take_runs(is_token_letter, k_token_letters);
  std::string text = scrubber.rest();
  if (text.size() <= k_said_bytes) return text;
  std::size_t end = k_said_bytes;
  while (end > 0 && continues_character(text[end])) --end;
  text.resize(end);
  return text;
}

std::optional<int> leading_code(std::string_view scrubbed) {
  int code = 0;
  const char* const last = scrubbed.data() + scrubbed.size();
  const auto [end, error] = std::from_chars(scrubbed.data(), last, code);
  if (error != std::errc()) return std::nullopt;
  const bool ends_there = end == last || *end == ' ' || *end == ':';
  return ends_there ? std::optional(code) : std::nullopt;
}

}  // namespace dondoc
