#include <algorithm>
#include <iterator>
#include <string>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

constexpr std::size_t k_longest_name = 5;

bool is_surname(const GuardText& text, std::size_t i) { return text.at(i, bit(Sense::surname)); }

bool has_digit(const GuardWord& word) {
  return word.folded.find_first_of("0123456789") != word.folded.npos;
}

bool names_on(const GuardText& text, std::size_t first, std::size_t i) {
  if (i >= text.size() || text[i].gap != ' ' || has_digit(text[i])) return false;
  const bool is_middle = text.is(i, "thi") || text.is(i, "van");
  if (!text[i].capital && !(is_middle && i + 1 < text.size() && text[i + 1].capital)) return false;
  return !text[i].upper || text[first].upper || text[i].folded.size() <= 1;
}

/// Behind the run of capitals that begins at `i`.
std::size_t run_end(const GuardText& text, std::size_t i) {
  std::size_t end = i + 1;
  while (end - i < k_longest_name && names_on(text, i, end)) ++end;
  return end;
}

/// "phường Lê Lợi", "trường THCS Trần Phú": the name behind it is a place's.
bool is_place_before(const GuardText& text, std::size_t i) {
  if (i == 0 || text[i].gap != ' ') return false;
  return text.ends_before(i, bit(Sense::place)) || text.is(i - 1, "thcs") || text.is(i - 1, "thpt");
}

bool is_namesake(const GuardText& text, std::size_t begin, std::size_t end) {
  const std::size_t length = text.length_at(begin, Sense::namesake);
  return length > 0 && begin + length >= end;
}

/// "L.V.H": behind it; `i` when there are no initials.
std::size_t initials_end(const GuardText& text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() && text[end].capital && text[end].folded.size() == 1 &&
         !text[end].digits && (end == i || (text[end].gap == '.' && !text[end].spaced)))
    ++end;
  return end - i >= 2 ? end : i;
}

/// "H'Hen", "K’Brối".
bool is_joined_name(const GuardText& text, std::size_t i) {
  const std::string_view folded = text[i].folded;
  if (folded.size() > 3 && folded.starts_with("bh'")) return true;
  return folded.size() > 2 && folded[1] == '\'' &&
         (folded[0] == 'h' || folded[0] == 'k' || folded[0] == 'y');
}

std::size_t title_before(const GuardText& text, std::size_t i) {
  if (i == 0 || (text[i].gap != ' ' && text[i].gap != '/')) return i;
  return std::min(text.begin_of_ending(i, Sense::kin), text.begin_of_ending(i, Sense::officer));
}

/// Surnames that are mostly another word when typed in small letters: "là vẫn", "hồ", "do".
constexpr std::string_view k_other_words[] = {
    "la",  "do",   "da", "va",  "ta",   "tu",  "vi", "so", "ma",  "lo",  "bao", "y", "ba",
    "ong", "quan", "cu", "tai", "tien", "phu", "ca", "co", "van", "thi", "a",   "k", "h"};
/// "vấn đề", "văn bản", "vẫn còn": no name goes on so when typed without diacritics.
constexpr std::string_view k_not_behind_van[] = {"ban", "de",   "phong", "hoa",   "thu",
                                                 "con", "chua", "dang",  "khong", "co"};
/// "thi đua", "thị trấn", "thì".
constexpr std::string_view k_not_behind_thi[] = {"dua",    "tran", "xa",   "doan", "uy",
                                                 "sinh",   "co",   "tim",  "hanh", "dang",
                                                 "truong", "la",   "khong"};

template <std::size_t N>
bool is_among(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// "nguyen van b", "tran thi hoa": typed carelessly.
std::size_t careless_end(const GuardText& text, std::size_t i) {
  if (!is_surname(text, i) || i + 2 >= text.size() || text[i + 1].gap != ' ') return i;
  if (text[i + 2].gap != ' ' || text[i + 2].digits) return i;
  const bool has_van = text.is(i + 1, "van"), has_thi = text.is(i + 1, "thi");
  if (!has_van && !has_thi) return i;
  // "văn" and "thị" with their diacritics are not "vẫn" and "thì".
  static const std::string k_van = spelling_of("văn").key, k_thi = spelling_of("thị").key;
  if (!text[i + 1].plain && !text.at(i + 1, bit(Sense::namesake)))
    return text[i + 1].key == k_van || text[i + 1].key == k_thi ? i + 3 : i;
  const bool is_other = (text[i].plain && is_among(k_other_words, text[i].folded)) ||
                        (has_van && is_among(k_not_behind_van, text[i + 2].folded)) ||
                        (has_thi && is_among(k_not_behind_thi, text[i + 2].folded));
  return is_other ? i : i + 3;
}

std::size_t full_name_end(const GuardText& text, std::size_t i) {
  if (is_joined_name(text, i)) return run_end(text, i);
  if (!text[i].capital) return careless_end(text, i);
  const std::size_t end = run_end(text, i);
  const bool begins = is_surname(text, i) || text.at(i, bit(Sense::minority));
  return begins && end - i >= 2 ? end : i;
}

/// "đối tượng Tuấn", "tên Tuấn".
bool is_named_case(const GuardText& text, std::size_t i) {
  static constexpr std::string_view k_groups[] = {"dang", "chi",  "can", "hoc",   "thanh", "phu",
                                                  "nong", "cuu",  "tre", "nguoi", "ho",    "vay",
                                                  "quan", "theo", "cac", "nhom",  "mat",   "ban"};
  if (text.in(i, any_of(Sense::duty, Sense::place, Sense::group, Sense::officer)) ||
      is_among(k_groups, text[i].folded))
    return false;
  if (text.is(i - 1, "la") && text.ends_before(i - 1, any_of(Sense::concern, Sense::status)))
    return true;
  return text.is(i - 1, "ten") || text.is(i - 1, "bn") ||
         (text.ends_before(i, bit(Sense::concern)) &&
          (text.is(i - 1, "tuong") || text.is(i - 1, "nhan")));
}

/// "anh Tuấn", "bà Tư Bé": behind the name after the title.
std::size_t partial_name_end(const GuardText& text, std::size_t i) {
  if (!text[i].capital || text[i].upper || text[i].digits) return i;
  if (i == 0 || text[i].gap != ' ') return i;
  if (!text.ends_before(i, bit(Sense::kin)) && !is_named_case(text, i)) return i;
  return run_end(text, i);
}

}  // namespace

std::vector<Name> names_in(const GuardText& text) {
  std::vector<Name> names;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i].digits) {
      ++i;
      continue;
    }
    Name name{NameKind::full, i, full_name_end(text, i), title_before(text, i)};
    // "A Tuấn" is "anh Tuấn" more often than a name of the highlands.
    if (name.end == i + 2 && text.is(i, "a")) name.kind = NameKind::partial;
    if (name.end == i) {
      name.kind = NameKind::partial;
      name.end = partial_name_end(text, i);
    }
    if (name.end == i) {
      name.kind = NameKind::initials;
      name.end = initials_end(text, i);
    }
    if (name.end == i) {
      ++i;
      continue;
    }
    // "tên Lê Văn Tám": people are named after heroes too.
    const bool titled = (name.title < i && text.in(name.title, bit(Sense::kin))) ||
                        (text.is(i - 1, "ten") && !text.is(i - 2, "mang"));
    if (!titled && (is_place_before(text, i) || is_namesake(text, i, name.end))) {
      i = name.end;
      continue;
    }
    names.push_back(name);
    i = name.end;
  }
  return names;
}

bool is_birth_year(const GuardText& text, std::size_t i) {
  if (i >= text.size() || !text[i].digits || text[i].folded.size() != 4) return false;
  return text[i].folded >= "1925" && text[i].folded <= "2025";
}

std::size_t birth_at(const GuardText& text, std::size_t i) {
  const std::size_t mark = text.length_at(i, Sense::birth);
  if (mark == 0) return 0;
  std::size_t at = i + mark;
  while (at < text.size() && at < i + mark + 2 && !text[at].digits) ++at;
  if (is_birth_year(text, at)) return at + 1 - i;
  const auto is_part = [&](std::size_t n) {
    return n < text.size() && text[n].digits && text[n].folded.size() <= 2;
  };
  const bool is_date = is_part(at) && is_part(at + 1) && at + 2 < text.size() &&
                       text[at + 2].digits && !text[at + 1].spaced && !text[at + 2].spaced;
  if (is_date) return at + 3 - i;
  // "sn 91"
  const bool is_short = is_part(at) && text[at].folded.size() == 2 && text[at].folded >= "30" &&
                        (text.is(i, "sn") || text.is(i, "ns"));
  return is_short ? at + 1 - i : 0;
}

std::size_t age_at(const GuardText& text, std::size_t i) {
  if (i >= text.size()) return 0;
  const std::string_view folded = text[i].folded;
  if (text[i].digits && folded.size() <= 2 && text.at(i + 1, bit(Sense::age))) return 2;
  const bool glued =
      folded.size() >= 2 && folded.size() <= 3 && folded.back() == 't' &&
      std::all_of(folded.begin(), folded.end() - 1, [](char c) { return c >= '0' && c <= '9'; });
  return glued ? 1 : 0;
}

std::size_t address_at(const GuardText& text, std::size_t i) {
  if (i >= text.size()) return 0;
  const std::string_view folded = text[i].folded;
  for (std::string_view head : {"kp", "to", "ap", "tdp", "khom", "thon"}) {
    if (folded.starts_with(head) && folded.size() > head.size() &&
        folded.size() <= head.size() + 2 && folded[head.size()] >= '0' &&
        folded[head.size()] <= '9')
      return 1;
  }
  const std::size_t head = text.length_at(i, Sense::settlement);
  const std::size_t next = i + head;
  if (head > 0 && next < text.size() && (text[next].gap == ' ' || text[next].gap == '.')) {
    const char first = text[next].folded.front();
    const bool is_number = first >= '0' && first <= '9';
    const bool is_roman = text[next].capital && text[next].folded == "i";
    const bool is_named = text[next].capital && !text.is(i, "so") && !text.is(i, "duong");
    // "số 45/2 đường Nguyễn Trãi"
    const bool is_street_number =
        is_number && next + 1 < text.size() &&
        (text[next + 1].gap == '/' || text.is(next + 1, "duong") || text[next + 1].capital);
    if (text.is(i, "so") || text.is(i, "duong")) return is_street_number ? head + 1 : 0;
    return is_number || is_roman || is_named ? head + 1 : 0;
  }
  const std::size_t verb = text.length_at(i, Sense::dwelling);
  if (verb == 0) return 0;
  const std::size_t rest = address_at(text, i + verb);
  return rest > 0 ? verb + rest : 0;
}

}  // namespace dondoc::understanding
