#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Digits that stand together: "0903", "o9l8" read as 0918, the digits of "sdt0903123456".
struct Group {
  std::string digits;
  std::size_t word = 0;
  bool plus = false;
  std::string_view before;  ///< letters the digits are typed onto: "sdt"
  std::string_view after;   ///< "tr" in "30tr"
};

/// A small "o" or "l", a capital "I" among digits: typed so that no machine reads a number.
std::string lettered_digits(std::string_view folded) {
  std::string digits;
  std::size_t real = 0;
  for (char c : folded) {
    if (is_digit(c)) ++real;
    const char digit = c == 'o' ? '0' : c == 'l' || c == 'i' ? '1' : c;
    if (!is_digit(digit)) return {};
    digits += digit;
  }
  return folded.size() >= 3 && real >= 1 ? digits : std::string();
}

bool has_digit(std::string_view folded) {
  return std::any_of(folded.begin(), folded.end(), is_digit);
}

/// "OOO" between digits.
bool is_zeros(const GuardText& text, std::size_t i) {
  const std::string_view folded = text[i].folded;
  if (folded.size() < 2 || folded.find_first_not_of('o') != folded.npos) return false;
  return (i > 0 && has_digit(text[i - 1].folded)) ||
         (i + 1 < text.size() && has_digit(text[i + 1].folded));
}

Group group_of(const GuardText& text, std::size_t i) {
  const GuardWord& word = text[i];
  Group group;
  group.word = i;
  group.plus = word.begin > 0 && text.raw()[word.begin - 1] == '+';
  if (word.digits) {
    group.digits = word.folded;
    return group;
  }
  const std::string_view folded = word.folded;
  group.digits = has_digit(folded) ? lettered_digits(folded) : std::string(folded.size(), '0');
  if (!group.digits.empty()) return group;
  const auto first = std::find_if(folded.begin(), folded.end(), is_digit);
  const auto last = std::find_if_not(first, folded.end(), is_digit);
  const auto at = static_cast<std::size_t>(first - folded.begin());
  const auto count = static_cast<std::size_t>(last - first);
  group.before = folded.substr(0, at);
  group.digits = folded.substr(at, count);
  group.after = folded.substr(at + count);
  return group;
}

std::vector<Group> groups_in(const GuardText& text) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (has_digit(text[i].folded) || is_zeros(text, i)) groups.push_back(group_of(text, i));
  }
  return groups;
}

/// Whether group `i` goes on where the one before it ended: "0903 123", "0903.123", "(028) 38".
bool joins(const GuardText& text, const std::vector<Group>& groups, std::size_t i) {
  const Group& group = groups[i];
  const Group& previous = groups[i - 1];
  if (group.word != previous.word + 1 || !group.before.empty() || !previous.after.empty())
    return false;
  const GuardWord& word = text[group.word];
  switch (word.gap) {
    case 0:
    case ' ':
    case '.':
    case '-':
    case '_':
    case '(':
    case ')':
    case '#':
    case '*':
      return true;
    case ',':
      return !word.spaced;
    case '/':
    case '|':
      return group.digits.size() >= 3 && previous.digits.size() >= 3;
    default:
      return false;
  }
}

/// "09.11.2023": no part of it belongs to a number that follows.
bool is_date(const std::vector<Group>& groups, std::size_t first, std::size_t last) {
  if (last - first < 2) return false;
  const std::string& day = groups[first].digits;
  const std::string& month = groups[first + 1].digits;
  const std::string& year = groups[first + 2].digits;
  const bool is_year = year.size() == 4 && (year.starts_with("19") || year.starts_with("20"));
  return is_year && day.size() <= 2 && month.size() <= 2 && day <= "31" &&
         (month.size() == 1 || month <= "12");
}

/// Groups `first`…`last` as one number.
struct Number {
  std::string digits;
  std::size_t first = 0;
  std::size_t last = 0;  ///< behind
  std::size_t word = 0;
  std::size_t end_word = 0;  ///< behind
};

/// What stands before the number, at most a few words away.
bool cue_before(const GuardText& text, std::size_t word, Sense sense, std::size_t reach) {
  const std::size_t from = word > reach ? word - reach : 0;
  for (std::size_t i = from; i < word; ++i) {
    if (text.in(i, bit(sense))) return true;
  }
  return false;
}

class Numbers {
 public:
  explicit Numbers(const GuardText& text) : text_(text), groups_(groups_in(text)) {}

  std::string_view rule() const {
    for (std::size_t first = 0; first < groups_.size(); ++first) {
      if (const auto rule = lone_rule(groups_[first]); !rule.empty()) return rule;
      Number number;
      number.first = first;
      number.word = groups_[first].word;
      for (std::size_t last = first; last < groups_.size(); ++last) {
        if (last > first && !joins(text_, groups_, last)) break;
        number.digits += groups_[last].digits;
        if (number.digits.size() > 20) break;
        number.last = last + 1;
        number.end_word = groups_[last].word + 1;
        if (is_date(groups_, first, last)) break;
        if (const auto rule = rule_of(number); !rule.empty()) return rule;
      }
    }
    return spelt_out() ? "phone-number-in-words" : std::string_view();
  }

 private:
  bool begins_run(const Number& n) const { return n.first == 0 || !joins(text_, groups_, n.first); }
  bool ends_run(const Number& n) const {
    return n.last == groups_.size() || !joins(text_, groups_, n.last);
  }
  bool cued(const Number& n, Sense sense, std::size_t reach) const {
    return cue_before(text_, n.word, sense, reach) || glued(n, sense);
  }
  /// "sdt0903123456"
  bool glued(const Number& n, Sense sense) const {
    const std::string_view before = groups_[n.first].before;
    if (before.empty()) return false;
    const auto phrases = guard_phrases().beginning_with(guard_phrases().known(before, {}).folded);
    return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
      return phrase.sense == sense && phrase.length == 1;
    });
  }
  /// Typed onto letters: "H29", "2023110815/CV": part of a code.
  bool is_code(const Number& n) const {
    const Group& first = groups_[n.first];
    if (!first.before.empty() && !glued(n, Sense::phone) && !glued(n, Sense::identity) &&
        !glued(n, Sense::account))
      return true;
    if (n.end_word >= text_.size()) return false;
    const GuardWord& next = text_[n.end_word];
    return next.gap == '/' && !next.spaced && next.upper;
  }

  bool counted(const Number& n) const {
    return text_.at(n.end_word, bit(Sense::unit)) || is_amount_suffix(groups_[n.last - 1].after);
  }
  static bool is_amount_suffix(std::string_view after) { return !after.empty(); }

  /// "1.250.000", "250,000"
  bool in_thousands(const Number& n) const {
    if (n.last - n.first < 2 || groups_[n.first].digits.size() > 3 || n.digits.starts_with("0"))
      return false;
    for (std::size_t i = n.first + 1; i < n.last; ++i) {
      const char gap = text_[groups_[i].word].gap;
      if (groups_[i].digits.size() != 3 || (gap != '.' && gap != ',')) return false;
    }
    return true;
  }

  std::string_view rule_of(const Number& n) const {
    if (n.digits.size() < 6 || is_code(n) || is_tax_code_of_office(n)) return {};
    if (is_phone(n)) return "phone-number";
    if (is_identity(n)) return "identity-number";
    if (is_account(n)) return "bank-account";
    if (is_insurance(n)) return "insurance-number";
    return {};
  }

  bool is_phone(const Number& n) const {
    std::string number = n.digits;
    const std::size_t first_size = groups_[n.first].digits.size();
    const bool abroad =
        groups_[n.first].plus || ((first_size == 2 || first_size >= 5) && !cued(n, Sense::code, 4));
    if (number.starts_with("0084")) number = "0" + number.substr(4);
    if (abroad && number.starts_with("84") && number.size() >= 11 && number.size() <= 12)
      number = "0" + number.substr(number[2] == '0' ? 3 : 2);
    const bool cue = cued(n, Sense::phone, 5);
    if (number.starts_with("02") && is_of_an_office(n)) return false;
    if (!is_phone_shape(number)) return cue && is_cued_phone(n);
    if (!ends_run(n)) {
      // A longer number goes on: an account, an identity.
      const bool long_groups = groups_[n.first].digits.size() >= 3;
      if (!long_groups && !cue) return false;
    }
    return cue || (abroad && first_size == 2) || is_phone_grouping(n);
  }

  /// "số máy bàn văn phòng xã 028 …", "MST cơ quan 0302145879": nobody's own.
  bool is_of_an_office(const Number& n) const {
    constexpr std::size_t k_reach_back = 6;
    for (std::size_t back = 1; back <= k_reach_back && back <= n.word; ++back) {
      const std::size_t i = n.word - back;
      if (text_.is(i, "nha") || text_.is(i, "rieng"))
        return false;  // "chị Lan văn phòng, nhà 028 …"
      if (text_.is(i, "van") && text_.is(i + 1, "phong")) return true;
      if (text_.is(i, "co") && text_.is(i + 1, "quan")) return true;
    }
    return false;
  }

  bool is_tax_code_of_office(const Number& n) const {
    for (std::size_t back = 1; back <= 4 && back <= n.word; ++back) {
      const std::size_t i = n.word - back;
      const bool is_tax = text_.is(i, "mst") || (text_.is(i, "so") && text_.is(i + 1, "thue"));
      if (is_tax) return n.digits.size() == 10 && is_of_an_office(n);
    }
    return false;
  }

  static bool is_phone_shape(std::string_view number) {
    if (number.size() < 10 || number[0] != '0') return false;
    const bool mobile =
        number.size() == 10 && std::string_view("35789").find(number[1]) != std::string_view::npos;
    const bool fixed = (number.size() == 10 || number.size() == 11) && number[1] == '2';
    const bool old_mobile = number.size() == 11 && number[1] == '1';
    return mobile || fixed || old_mobile;
  }

  /// As people write phones; "08 12 345 600" may be four counts.
  bool is_phone_grouping(const Number& n) const {
    const std::size_t count = n.last - n.first;
    const std::size_t first = groups_[n.first].digits.size();
    if (count == 1 || (first >= 3 && count <= 5)) return true;
    const auto all_of = [&](std::size_t size) {
      return std::all_of(groups_.begin() + static_cast<std::ptrdiff_t>(n.first),
                         groups_.begin() + static_cast<std::ptrdiff_t>(n.last),
                         [&](const Group& group) { return group.digits.size() == size; });
    };
    if (all_of(1) || all_of(2)) return true;
    const bool one_by_one = count >= 5 && first == 1 && groups_[n.first + 1].digits.size() == 1 &&
                            groups_[n.first + 2].digits.size() == 1;
    if (one_by_one) return true;
    return first <= 2 && count <= 4 && groups_[n.last - 1].digits.size() >= 3 && count == 3 &&
           groups_[n.first + 1].digits.size() >= 4;
  }

  /// Behind "sđt" also without the zero, or an old number of a house.
  bool is_cued_phone(const Number& n) const {
    if (!begins_run(n) || !ends_run(n) || counted(n)) return false;
    if (n.digits.starts_with("1900") || n.digits.starts_with("1800")) return false;
    if (n.digits.starts_with("20") && n.digits.size() == 8) return false;  // 20231107
    if (in_thousands(n) || cued(n, Sense::code, 4) || cued(n, Sense::money, 3)) return false;
    const bool bare_mobile = n.digits.size() == 9 &&
                             std::string_view("35789").find(n.digits[0]) != std::string_view::npos;
    const bool house = n.digits.size() >= 7 && n.digits.size() <= 8;
    return (bare_mobile || house) && cue_before(text_, n.word, Sense::phone, 3);
  }

  bool is_identity(const Number& n) const {
    if (!begins_run(n) || !ends_run(n)) return false;
    const std::size_t size = n.digits.size();
    const bool cue = cued(n, Sense::identity, 6);
    if (cue && size >= 8 && size <= 12 && !counted(n) && !in_thousands(n)) return true;
    if (size != 9 && size != 12) return false;
    if (cue && !counted(n)) return true;
    if (text_.has(Sense::identity) && !text_.has(Sense::asked) && !counted(n) && !in_thousands(n))
      return true;
    if (size == 12 && n.digits[0] == '0' && !cued(n, Sense::code, 3))
      return n.last - n.first <= 4 || n.last - n.first == 12;
    return size == 9 && n.last - n.first == 1 && is_old_card(n);
  }

  /// Nine bare digits are an old identity card unless they count something.
  bool is_old_card(const Number& n) const {
    return !n.digits.ends_with("000") && !counted(n) && !cued(n, Sense::money, 4) &&
           !cued(n, Sense::code, 4) && groups_[n.first].before.empty();
  }

  bool is_account(const Number& n) const {
    if (!begins_run(n) || !ends_run(n) || text_.has(Sense::treasury)) return false;
    const std::size_t size = n.digits.size();
    if (size == 16 && n.last - n.first == 4) return true;  // a card
    if (counted(n) || in_thousands(n)) return false;
    if (cued(n, Sense::account, 6) && size >= 6) return true;
    const bool named = text_.has(Sense::bank) && !n.digits.ends_with("00000");
    return named && size >= 8 && size <= 16 && !cued(n, Sense::money, 2) &&
           !cued(n, Sense::code, 3);
  }

  bool is_insurance(const Number& n) const {
    return n.digits.size() >= 10 && n.digits.size() <= 15 && begins_run(n) && ends_run(n) &&
           !counted(n) && !in_thousands(n) && cued(n, Sense::insurance, 4);
  }

  /// Numbers that are letters and digits together.
  std::string_view lone_rule(const Group& group) const {
    if (group.before.size() == 2 && group.after.empty() && group.digits.size() == 13)
      return "insurance-number";
    const bool passport = group.before.size() == 1 && group.after.empty() &&
                          group.digits.size() >= 7 && group.digits.size() <= 8;
    if (passport && cue_before(text_, group.word, Sense::identity, 5)) return "identity-number";
    if (is_masked(group)) return "phone-number-masked";
    return is_plate(group) ? "licence-plate" : std::string_view();
  }

  /// "0903xxx456": what is left still leads to somebody.
  bool is_masked(const Group& group) const {
    if (!group.digits.starts_with("0") || group.digits.size() < 3 || !group.before.empty())
      return false;
    const auto crosses = std::count(group.after.begin(), group.after.end(), 'x');
    if (crosses < 2) return false;
    return text_[group.word].folded.size() == 10 || cue_before(text_, group.word, Sense::phone, 3);
  }

  /// "59X1-234.56", "51A 12345"; behind "biển số" in any spelling.
  bool is_plate(const Group& group) const {
    const bool cue = cue_before(text_, group.word, Sense::plate, 5);
    if (cue && group.digits.size() >= 4 && group.after.empty()) return true;
    const bool begins = group.digits.size() == 2 && !group.after.empty() &&
                        group.after.size() <= 2 && group.before.empty();
    const std::size_t next = group.word + 1;
    if (!begins || next + 1 >= text_.size()) return false;
    return text_[next].digits && text_[next].folded.size() == 3 && text_[next + 1].digits &&
           text_[next + 1].folded.size() == 2 && text_[next + 1].gap == '.';
  }

  /// "không chín tám một hai ba bốn"
  bool spelt_out() const {
    std::size_t run = 0, words = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const bool is_word = text_.at(i, bit(Sense::digit));
      const bool is_one = text_[i].digits && text_[i].folded.size() == 1;
      if (!is_word && !is_one) {
        run = words = 0;
        continue;
      }
      ++run;
      words += is_word ? 1 : 0;
      if ((run >= 8 && words >= 4) || run >= 9) return true;
    }
    return false;
  }

  const GuardText& text_;
  std::vector<Group> groups_;
};

}  // namespace

std::string_view number_rule(const GuardText& text) {
  if (text.raw().size() < 6) return {};
  return Numbers(text).rule();
}

}  // namespace dondoc::understanding
