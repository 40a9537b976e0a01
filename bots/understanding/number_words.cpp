#include "bots/understanding/number_words.h"

#include <array>
#include <charconv>
#include <string>
#include <string_view>

namespace dondoc::understanding {
namespace {

struct Digit {
  LiteralWord word;
  int value;
};

constexpr std::array<Digit, 16> k_digits = {{{"một", 1},
                                             {"mốt", 1},
                                             {"hai", 2},
                                             {"ba", 3},
                                             {"bốn", 4},
                                             {"tư", 4},
                                             {"năm", 5},
                                             {"lăm", 5},
                                             {"nhăm", 5},
                                             {"sáu", 6},
                                             {"bảy", 7},
                                             {"tám", 8},
                                             {"chín", 9},
                                             {"mười", 10},
                                             {"bẩy", 7},
                                             {"dăm", 5}}};

struct Scale {
  LiteralWord word;
  double value;
};
constexpr std::array<Scale, 9> k_scales = {{{"nghìn", 1e3},
                                            {"ngàn", 1e3},
                                            {"ngìn", 1e3},
                                            {"vạn", 1e4},
                                            {"triệu", 1e6},
                                            {"tr", 1e6},
                                            {"tỷ", 1e9},
                                            {"tỉ", 1e9},
                                            {"trăm", 1e2}}};
constexpr LiteralWord k_half = "nửa";

constexpr WordFilter made_filter() {
  WordFilter filter;
  const auto add = [&](const LiteralWord& word) {
    filter.add(word.accented);
    filter.add(word.folded);
  };
  for (const Digit& digit : k_digits) add(digit.word);
  for (const Scale& scale : k_scales) add(scale.word);
  add(k_half);
  return filter;
}
/// What every number begins with: asked of every word several times.
constexpr WordFilter k_beginnings = made_filter();

constexpr LiteralWord k_lam = "lăm", k_nham = "nhăm", k_mot = "mốt";

class Reader {
 public:
  Reader(const Utterance& text, std::size_t at) : text_(text), at_(at), begin_(at) {}

  std::optional<WordNumber> read() {
    if (auto half = half_of()) return half;
    double total = 0;
    bool any = false;
    while (auto part = below_thousand()) {
      any = true;
      const double scale = scale_at();
      total += *part * scale;
      if (scale == 1) break;
      if (scale >= 1000 && tail_digit(total, scale)) break;
      take("lẻ") || take("linh");
    }
    if (!any) return std::nullopt;
    return WordNumber{total, at_ - begin_, scaled_};
  }

 private:
  bool is(const LiteralWord& word) const {
    const bool open = at_ == begin_ || at_ > text_.size() || text_.words()[at_ - 1].mark == 0;
    return open && text_.could_be(at_, word);
  }

  bool take(const LiteralWord& word) {
    if (!is(word)) return false;
    ++at_;
    return true;
  }

  /// "nửa triệu", "triệu rưỡi".
  std::optional<WordNumber> half_of() {
    const std::size_t start = at_;
    if (take(k_half)) {
      const double scale = scale_at();
      if (scale > 1) return WordNumber{scale / 2, at_ - begin_, true};
    }
    at_ = start;
    const double scale = scale_at();
    if (scale > 1 && take("rưỡi")) return WordNumber{scale * 1.5, at_ - begin_, true};
    at_ = start;
    scaled_ = false;
    return std::nullopt;
  }

  std::optional<int> digit() {
    for (const Digit& known : k_digits) {
      if (!is(known.word)) continue;
      // "Nhăm" and "lăm" only end a number: at its beginning "nham" is "nhầm", "lam" is "làm".
      if (at_ == begin_ && (known.word == k_lam || known.word == k_nham || known.word == k_mot))
        continue;
      ++at_;
      return known.value;
    }
    return std::nullopt;
  }

  /// "hai trăm bốn mươi lăm", "ba chục", "mười hai", "bảy".
  std::optional<double> below_thousand() {
    auto first = digit();
    if (!first) return std::nullopt;
    double value = *first;
    if (*first == 10) {
      scaled_ = true;
      if (auto unit = small_digit()) value += *unit;
      return value;
    }
    if (take("trăm")) {
      scaled_ = true;
      value *= 100;
      if (take("rưỡi")) return value + 50;
      if (take("lẻ") || take("linh")) {
        if (auto unit = digit()) return value + *unit;
        return value;
      }
      const std::size_t before = at_;
      if (auto ten = digit()) {
        if (*ten == 10) {
          value += 10;
          if (auto unit = small_digit()) value += *unit;
        } else if (tens(value, *ten)) {
        } else {
          value += *ten * 10;  // "hai trăm hai": 220
          if (text_.could_be(at_, "lăm")) at_ = before;
        }
      }
      return value;
    }
    double sum = 0;
    if (tens(sum, *first)) return sum;
    return value;
  }

  /// "bốn mươi lăm", "hai mốt", "ba chục".
  bool tens(double& value, int ten) {
    if (take("mươi") || take("mười") || take("chục")) {
      scaled_ = true;
      value += ten * 10;
      if (auto unit = small_digit()) value += *unit;
      return true;
    }
    const bool short_form = is("lăm") || is("nhăm") || (is("mốt") && !text_.words()[at_].plain);
    if (!short_form) return false;
    scaled_ = true;
    value += ten * 10 + *digit();
    return true;
  }

  std::optional<int> small_digit() {
    const std::size_t before = at_;
    auto unit = digit();
    if (unit && *unit < 10 && !scale_follows()) return unit;
    at_ = before;
    return std::nullopt;
  }

  /// In "hai mươi nghìn" no unit stands between; in "mười hai nghìn" it belongs to the number.
  bool scale_follows() const { return is("mươi") || is("trăm") || is("chục"); }

  double scale_at() {
    for (const Scale& scale : k_scales) {
      if (!is(scale.word)) continue;
      ++at_;
      scaled_ = true;
      return scale.value;
    }
    return 1;
  }

  /// "hai tỷ rưỡi", "một triệu hai": what follows the scale is a tenth of it.
  bool tail_digit(double& total, double scale) {
    if (take("rưỡi")) {
      total += scale / 2;
      return true;
    }
    const std::size_t before = at_;
    auto unit = digit();
    const bool tail = unit && *unit < 10 && !scale_follows() && !is("nghìn") && !is("ngàn") &&
                      !is("triệu") && !is("tỷ") && scale >= 1e6;
    // "ba triệu hai, được cấp …": the clause ends; "hai triệu ba cuộc" counts what follows.
    const bool ends = at_ >= text_.size() || text_.words()[at_ - 1].mark != 0;
    if (tail && ends) {
      total += *unit * scale / 10;
      return true;
    }
    at_ = before;
    return false;
  }

  const Utterance& text_;
  std::size_t at_;
  std::size_t begin_;
  bool scaled_ = false;
};

}  // namespace

bool may_begin_number(const Utterance& text, std::size_t at) {
  return k_beginnings.may_hold(text.words()[at].plain ? text.key(at) : text.typed_key(at));
}

std::optional<WordNumber> number_in_words(const Utterance& text, std::size_t at) {
  return at < text.size() && may_begin_number(text, at) ? Reader(text, at).read() : std::nullopt;
}

std::optional<int> small_number(const Utterance& text, std::size_t at) {
  static constexpr std::array<LiteralWord, 11> k_words = {
      "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"};
  if (at >= text.size()) return std::nullopt;
  const std::string& word = text.folded(at);
  if (word.size() <= 2) {
    int value = 0;
    auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (error == std::errc{} && end == word.data() + word.size() && value >= 0) return value;
  }
  if (!may_begin_number(text, at)) return std::nullopt;
  for (std::size_t i = 1; i < k_words.size(); ++i) {
    if (text.could_be(at, k_words[i])) return static_cast<int>(i);
  }
  return std::nullopt;
}

}  // namespace dondoc::understanding
