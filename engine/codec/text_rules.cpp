#include "engine/codec/text_rules.h"

#include <limits>

namespace dondoc::rules {
namespace {

bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool digit(char c) { return c >= '0' && c <= '9'; }
bool dash(char c) { return c == '-'; }
bool lower_digit(char c) { return lower(c) || digit(c); }
bool lower_digit_dash(char c) { return lower_digit(c) || dash(c); }
bool upper_digit_dash(char c) { return upper(c) || digit(c) || dash(c); }
bool word(char c) { return lower_digit(c) || c == '_'; }
bool name(char c) { return lower_digit(c) || upper(c) || dash(c) || c == '_'; }
bool rung(char c) { return name(c) || c == '+'; }
bool host(char c) { return lower_digit_dash(c) || upper(c) || c == '.'; }
bool visible(char c) { return static_cast<unsigned char>(c) > 0x20; }

constexpr std::size_t k_any = std::numeric_limits<std::size_t>::max();

/// Reads a text from the left, run by run; any run that does not fit spoils the whole.
class Scan {
 public:
  explicit Scan(std::string_view text) : rest_(text) {}

  Scan& take(bool (*accepts)(char), std::size_t least, std::size_t most) {
    std::size_t count = 0;
    while (count < most && count < rest_.size() && accepts(rest_[count])) ++count;
    if (count < least) fits_ = false;
    rest_.remove_prefix(count);
    return *this;
  }

  Scan& literal(std::string_view text) {
    if (!skips(text)) fits_ = false;
    return *this;
  }

  bool skips(std::string_view text) {
    if (rest_.substr(0, text.size()) != text) return false;
    rest_.remove_prefix(text.size());
    return true;
  }

  bool fits() const { return fits_; }
  bool whole() const { return fits_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool fits_ = true;
};

bool is_unit_id(std::string_view text) {
  return Scan(text).take(lower_digit, 1, 1).take(lower_digit_dash, 0, 63).whole();
}
bool is_plan_id(std::string_view text) {
  return Scan(text).take(upper, 1, 1).take(upper_digit_dash, 2, 40).whole();
}
bool is_obligation_id(std::string_view text) {
  return Scan(text).take(upper, 1, 3).take(digit, 1, 5).whole();
}
bool is_question_id(std::string_view text) {
  return Scan(text).take(upper, 1, 3).literal("-Q").take(digit, 1, 3).whole();
}
bool is_topic(std::string_view text) {
  return text == "plan" || text == "units" || is_obligation_id(text);
}
bool is_target_id(std::string_view text) {
  return Scan(text).literal("T").take(digit, 1, 2).whole();
}
bool is_name_id(std::string_view text) {
  return Scan(text).take(lower, 1, 1).take(word, 0, 39).whole();
}
bool is_rung_id(std::string_view text) { return Scan(text).take(rung, 1, 20).whole(); }
bool is_message_id(std::string_view text) { return Scan(text).take(name, 1, 40).whole(); }

bool is_source_line(std::string_view text) {
  Scan scan(text);
  do {
    scan.take(digit, 1, 7);
    if (scan.skips("-")) scan.take(digit, 1, 7);
  } while (scan.fits() && scan.skips(", "));
  return scan.whole();
}

bool is_web_address(std::string_view text) {
  for (std::string_view start :
       {"https://", "http://127.0.0.1", "http://localhost", "http://[::1]"}) {
    Scan scan(text);
    if (!scan.skips(start)) continue;
    if (start == "https://") return scan.take(visible, 1, k_any).whole();
    return scan.whole() || scan.skips(":") || scan.skips("/");
  }
  return false;
}

bool is_host_pattern(std::string_view text) {
  Scan scan(text);
  scan.skips("*.");
  return scan.take(host, 1, 253).whole();
}

}  // namespace

const TextRule any_text{0, 2000, nullptr, ""};
const TextRule some_text{1, 2000, nullptr, ""};
const TextRule short_name{0, 40, nullptr, ""};
const TextRule label{1, 40, nullptr, ""};
const TextRule button_label{1, 20, nullptr, ""};
const TextRule unit_id{1, 64, is_unit_id, "small letters, digits and '-', as in 'xa-dong-thanh'"};
const TextRule plan_id{3, 41, is_plan_id, "capitals, digits and '-', as in 'B-HPN-HM-2023'"};
const TextRule obligation_id{2, 8, is_obligation_id,
                             "one to three capitals and a number, as in 'B20'"};
const TextRule question_id{4, 8, is_question_id,
                           "the plan's letters, '-Q' and a number, as in 'B-Q1'"};
const TextRule question_topic{2, 8, is_topic, "an obligation such as 'B20', 'plan' or 'units'"};
const TextRule target_id{2, 3, is_target_id, "'T' and a number, as in 'T1'"};
const TextRule name_id{1, 40, is_name_id, "small letters, digits and '_', as in 'so_cuoc'"};
const TextRule rung_id{1, 20, is_rung_id, "letters, digits, '+', '-' and '_', as in 'D-7'"};
const TextRule message_id{1, 40, is_message_id, "letters, digits, '-' and '_', as in 'M-01'"};
const TextRule source_line{1, 200, is_source_line, "line numbers, as in '81', '27-29' or '83, 85'"};
const TextRule web_address{1, 300, is_web_address,
                           "an https:// address (http:// only on this machine)"};
const TextRule host_pattern{1, 255, is_host_pattern, "a host name, '*.' in front for all below it"};

}  // namespace dondoc::rules
