#include <algorithm>
#include <iterator>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

/// "le thanh tung sn 1999", "tran quoc thai 1990 kp1": a name typed without capitals, known by the
/// birth or age behind it.
bool is_careless_name_before(const GuardText& text, std::size_t i, Sense surnames) {
  for (std::size_t back = 2; back <= 4 && back <= i; ++back) {
    const std::size_t first = i - back;
    if (text.at(first, bit(surnames)) && !text.at(first, bit(Sense::namesake)) &&
        !text.ends_before(first, bit(Sense::place)))
      return true;
    if (text.cut_before(first + 1) && first + 1 < i) return false;
  }
  return false;
}

/// "chị bèo, 1971": kin, a name in small letters, a year set off by a mark.
bool is_kin_with_year(const GuardText& text, std::size_t i) {
  if (i < 2 || (text[i].gap != ',' && text[i].gap != '(') || text[i].folded > "2012") return false;
  static constexpr Senses k_said =
      any_of(Sense::duty, Sense::called, Sense::officer, Sense::topic, Sense::status);
  return text.in(i - 2, bit(Sense::kin)) && !text.cut_before(i - 1) && !text[i - 1].digits &&
         !text.in(i - 1, k_said) && (i + 1 == text.size() || text.cut_before(i + 1));
}

/// "lê thanh tùng nhiễm hiv": a surname with its diacritics and two or three words that are in no
/// table, right before a status.
bool is_careless_name_with_status(const GuardText& text, std::size_t i) {
  static constexpr std::string_view k_between[] = {"bi",  "da",   "dang", "moi", "vua",
                                                   "lai", "nghi", "tung", "la"};
  std::size_t end = i;
  while (end > 0 && std::find(std::begin(k_between), std::end(k_between), text[end - 1].folded) !=
                        std::end(k_between))
    --end;
  std::size_t first = end;
  while (first > 0 && end - first < 4 && !text.cut_before(first)) {
    --first;
    const bool is_surname = text.at(first, bit(Sense::common_surname)) && !text[first].plain;
    if (is_surname && end - first >= 3) return !text.ends_before(first, bit(Sense::place));
    if (text[first].known.folded != 0 && !text.at(first, bit(Sense::surname))) return false;
  }
  return false;
}

bool counts_something(const GuardText& text, std::size_t i) {
  return text.at(i, any_of(Sense::unit, Sense::age));
}

/// A year of birth on its own: whose is told by the words around it.
bool is_somebodys_birth(const GuardText& text, std::size_t i) {
  if (text.is(i + 1, "nhat") || text.ends_before(i, bit(Sense::group))) return false;
  if (text.is(i, "sn")) return true;
  for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
    if (text.in(i - back, bit(Sense::group))) return false;
  }
  return true;
}

/// Words of a year spoken of as a time: "năm 2010", "quý 3/2010", "kế hoạch 2010".
bool is_time(const GuardText& text, std::size_t i) {
  if (i == 0) return true;
  const bool is_joined = text[i].gap == '/' || text[i].gap == 0;
  return is_joined || text.is(i - 1, "nam") || text.is(i - 1, "so") || text.is(i - 1, "hoach") ||
         text[i - 1].digits || text.is(i - 1, "luat") || text.is(i - 1, "ky");
}

std::string_view birth_or_status_rule(const GuardText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (birth_at(text, i) > 0 && is_somebodys_birth(text, i)) return "birth-date";
    if (text.at(i, bit(Sense::status)) && is_careless_name_with_status(text, i))
      return "name-and-status";
    if (is_birth_year(text, i) && is_kin_with_year(text, i)) return "name-and-birth";
    if (age_at(text, i) > 0 && is_careless_name_before(text, i, Sense::common_surname))
      return "name-and-age";
    if (is_birth_year(text, i) && text[i].folded <= "2015" && !counts_something(text, i + 1) &&
        !is_time(text, i) && is_careless_name_before(text, i, Sense::common_surname))
      return "name-and-birth";
  }
  return {};
}

/// Behind "thang" without diacritics: it is "tháng".
bool is_month(const GuardText& text, std::size_t i) {
  if (!text[i].plain || !text.is(i, "thang")) return false;
  for (std::string_view word : {"nay", "truoc", "sau", "qua", "vua", "roi", "nao", "may", "toi"}) {
    if (text.is(i + 1, word)) return true;
  }
  return i + 1 >= text.size() || text[i + 1].digits || (i > 0 && text[i - 1].digits);
}

/// "thằng Cu Em con ông Bảy Lẹ nó chơi đá lại": spoken about, name or nickname.
std::string_view familiar_rule(const GuardText& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!text.at(i, bit(Sense::familiar)) || is_month(text, i)) continue;
    // "lao động", "ba hộ", "nhớ": without diacritics the others are too often another word.
    if (text[i].plain && !text.is(i, "thang") && text.length_at(i, Sense::familiar) == 1) continue;
    for (std::size_t at = i + 1; at < text.size() && at < i + k_reach + 4; ++at) {
      if (text.sentence_ends_before(at)) break;
      const bool is_naked = text.at(at, bit(Sense::status)) && !is_topic_before(text, at);
      if (is_naked) return "somebody-and-status";
    }
  }
  return {};
}

/// "ông tư ap 4 đánh vợ", "ba hai to 5 bi tam than": kin, a name in small letters, address, status.
std::string_view neighbour_rule(const GuardText& text) {
  static constexpr std::string_view k_elders[] = {"ong", "ba", "co", "chu", "bac", "di", "cau"};
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    if (std::find(std::begin(k_elders), std::end(k_elders), text[i].folded) == std::end(k_elders))
      continue;
    if (!text.in(i, bit(Sense::kin)) || text[i + 1].digits || text.cut_before(i + 1) ||
        text.in(i + 1, any_of(Sense::called, Sense::duty, Sense::status, Sense::topic)))
      continue;
    std::size_t at = i + 2;
    while (at < text.size() && at < i + 4 && address_at(text, at) == 0) ++at;
    const std::size_t address = address_at(text, at);
    if (address == 0) continue;
    for (at += address; at < text.size() && at < i + k_reach; ++at) {
      if (text.sentence_ends_before(at) || text.at(at, any_of(Sense::topic, Sense::duty))) break;
      if (text.at(at, bit(Sense::status))) return "somebody-and-status";
    }
  }
  return {};
}

/// "Tuấn (1990), Hiền (1988)": two given names with years.
bool are_given_names_with_years(const GuardText& text) {
  std::size_t found = 0;
  for (std::size_t i = 1; i < text.size(); ++i) {
    const bool is_pair = is_birth_year(text, i) && text[i].folded < "2016" && text[i - 1].capital &&
                         !text[i - 1].upper && !text[i - 1].digits &&
                         !text.at(i + 1, bit(Sense::unit));
    found += is_pair ? 1 : 0;
  }
  return found >= 2;
}

}  // namespace

bool is_topic_before(const GuardText& text, std::size_t i) {
  if (text.cut_before(i) || !text.ends_before(i, bit(Sense::topic))) return false;
  const bool is_spouse = i >= 2 && text.is(i - 1, "chong") && text.is(i - 2, "bi");
  return !is_spouse && !text[i - 1].capital;
}

std::string_view careless_rule(const GuardText& text) {
  if (are_given_names_with_years(text)) return "names-and-births";
  if (const auto rule = birth_or_status_rule(text); !rule.empty()) return rule;
  if (const auto rule = familiar_rule(text); !rule.empty()) return rule;
  return neighbour_rule(text);
}

}  // namespace dondoc::understanding
