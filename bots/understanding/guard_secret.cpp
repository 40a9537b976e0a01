#include <algorithm>
#include <iterator>
#include <optional>

#include "bots/understanding/guard_rules.h"

namespace dondoc::understanding {
namespace {

const Spelling k_mat = spelling_of("mật");

bool is_accented_mat(const GuardText& text, std::size_t i) {
  return !text[i].plain && text.could_be(i, k_mat.folded, k_mat.key);
}

bool is_plain_mat(const GuardText& text, std::size_t i) {
  return text[i].plain && text[i].folded == "mat";
}

/// The word before `i`, when no sentence ends between them.
std::optional<std::size_t> before(const GuardText& text, std::size_t i) {
  if (i == 0 || text.sentence_ends_before(i)) return std::nullopt;
  return i - 1;
}

bool is_one_of(const GuardText& text, std::size_t i, std::string_view accented) {
  const Spelling spelling = spelling_of(accented);
  return text.could_be(i, spelling.folded, spelling.key);
}

/// "chị Mật", "Mai Thị Mật": a name.
bool is_name(const GuardText& text, std::size_t i) {
  if (text[i].upper || i == 0 || text.cut_before(i)) return false;
  if (!text[i].capital && text.has(Sense::bearer)) return false;
  if (text.in(i - 1, bit(Sense::bearer))) return false;
  return text.ends_before(i, any_of(Sense::kin, Sense::officer)) || text.is(i - 1, "thi") ||
         (text[i - 1].capital && text.in(i - 1, bit(Sense::surname)));
}

/// "báo cáo này không mật", "không có văn bản mật".
bool is_denied(const GuardText& text, std::size_t first) {
  for (std::size_t back = 1; back <= 5 && back <= first; ++back) {
    const std::size_t i = first - back;
    if (text.is(i, "khong") || text.is(i, "chua") || text.is(i, "ko")) return true;
    const bool is_light = text.is(i, "co") || text.is(i, "phai") || text.is(i, "la") ||
                          text.is(i, "phat") || text.is(i, "sinh") ||
                          text.in(i, bit(Sense::bearer));
    if (!is_light) return false;
  }
  return false;
}

/// "tập huấn quản lý văn bản mật", with no paper in sight.
bool is_subject(const GuardText& text, std::size_t i) {
  if (text.has(Sense::handing_over)) return false;
  bool trained = false;
  for (std::size_t at = 0; at < i; ++at) {
    if (text.at(at, bit(Sense::training))) trained = true;
    if (trained && text.at(at, bit(Sense::handling))) return true;
  }
  return false;
}

/// Where the phrase of the marking begins: "tối mật", "tuyệt mật", "bí mật".
struct Marking {
  std::size_t first = 0;
  bool top = false;
  bool kept = false;  ///< "bí mật"
};

Marking marking_at(const GuardText& text, std::size_t i) {
  Marking marking{i, false, false};
  const auto previous = before(text, i);
  if (!previous) return marking;
  marking.kept = is_one_of(text, *previous, "bí");
  marking.top = is_one_of(text, *previous, "tuyệt") || is_one_of(text, *previous, "tối");
  if (marking.kept || marking.top) marking.first = *previous;
  return marking;
}

bool borne(const GuardText& text, std::size_t first) {
  return !text.sentence_ends_before(first) && text.ends_before(first, bit(Sense::bearer));
}

/// Short words that bear a marking even without diacritics; of the others many are another word.
bool bears_plainly(const GuardText& text, std::size_t first) {
  static constexpr std::string_view k_short[] = {"file", "vb", "cv", "tep", "hs", "usb"};
  if (!borne(text, first)) return false;
  const std::size_t begin = text.begin_of_ending(first, Sense::bearer);
  if (first - begin > 1 || !text[begin].plain) return true;
  return std::find(std::begin(k_short), std::end(k_short), text[begin].folded) != std::end(k_short);
}

/// "tài liệu bí mật nhà nước em chụp gửi chị": no subject any more, the paper is here.
bool is_copied(const GuardText& text) {
  static constexpr std::string_view k_copying[] = {"chup", "scan", "quet", "copy", "up"};
  if (text.has(Sense::training)) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (std::find(std::begin(k_copying), std::end(k_copying), text[i].folded) !=
        std::end(k_copying))
      return true;
  }
  return false;
}

/// "tài liệu này thuộc bí mật nhà nước, em gửi chị": the paper at hand is one.
bool is_this_paper(const GuardText& text, std::size_t first) {
  if (text.has(Sense::training) || !text.has(Sense::handing_over)) return false;
  for (std::size_t i = 0; i + 1 < first; ++i) {
    if (text.at(i, bit(Sense::bearer)) && (text.is(i + 1, "nay") || text.is(i + 2, "nay")))
      return true;
  }
  return false;
}

/// "bí mật nhà nước" is a subject of plans; "tài liệu bí mật" is one of them.
bool is_kept_secret(const GuardText& text, std::size_t i, std::size_t first) {
  if (text.is(i + 1, "nha") && text.is(i + 2, "nuoc"))
    return is_copied(text) || is_this_paper(text, first);
  // "hồ sơ bị mất" without diacritics
  const bool is_lost = text[i].plain && (text.is(i + 1, "het") || text.is(i + 1, "roi") ||
                                         text.in(i, bit(Sense::not_after)));
  return !is_lost && borne(text, first);
}

bool is_marked(const GuardText& text, std::size_t i) {
  const Marking marking = marking_at(text, i);
  if (text.at(i, bit(Sense::not_after)) || is_name(text, i)) return false;
  if (marking.kept) return is_kept_secret(text, i, marking.first) && !is_subject(text, i);
  if (is_denied(text, marking.first) && !text.has(Sense::handing_over)) return false;
  if (marking.top) return true;
  if (i > 0 && text[i].gap == ' ' && text.ends_before(i, bit(Sense::not_before))) return false;
  return !is_subject(text, i);
}

bool is_shouted(const GuardText& text, std::size_t i) {
  if (!text[i].upper) return false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!text[at].upper && !text[at].digits && text[at].folded.size() > 1) return true;
  }
  return text.size() <= 4;
}

/// "dong dau mat", "ban do co dau mat"; "đau mắt" looks the same: a stamp is on something, or
/// somebody put it there.
bool is_stamped_plainly(const GuardText& text, std::size_t i) {
  if (i < 2 || text[i].gap != ' ' || (!text.is(i - 1, "dau") && !text.is(i - 1, "do")))
    return false;
  if (text.is(i - 2, "dong") || text.in(i - 2, bit(Sense::bearer))) return true;
  // "cv nay dau mat"
  const bool is_this = text.is(i - 2, "nay") || text.is(i - 2, "do");
  if (is_this && i >= 3 && text.in(i - 3, bit(Sense::bearer))) return true;
  if (!text.is(i - 2, "co")) return false;
  return (i >= 3 && text.in(i - 3, bit(Sense::bearer))) || text.has(Sense::handing_over);
}

/// Without diacritics "mat" is "mất", "mặt", "mắt", "mát" as well: what is around it decides.
bool is_plainly_marked(const GuardText& text, std::size_t i) {
  const Marking marking = marking_at(text, i);
  // Alone in capitals: "dau MAT do"; not "MAT TRAN xa".
  const bool alone = i + 1 >= text.size() || !text[i + 1].upper;
  if (alone && is_shouted(text, i)) return true;
  if (!is_denied(text, marking.first) && is_stamped_plainly(text, i)) return true;
  if (text.at(i, bit(Sense::not_after)) || is_name(text, i)) return false;
  if (i + 1 < text.size() && text[i + 1].digits && !borne(text, marking.first)) return false;
  if (marking.kept) return is_kept_secret(text, i, marking.first) && !is_subject(text, i);
  if (is_denied(text, marking.first) || is_subject(text, i)) return false;
  if (marking.top && is_one_of(text, marking.first, "tuyệt")) return true;
  const bool begins = marking.first == 0 && text.size() > i + 1 && text.has(Sense::handing_over) &&
                      text.cut_before(i + 1);
  if (marking.top && begins) return true;
  if (marking.top)
    return bears_plainly(text, marking.first) || text[i].upper ||
           (borne(text, marking.first) && text.has(Sense::handing_over));
  if (is_shouted(text, i)) return true;
  if (text[i].gap == ' ' && text.ends_before(i, bit(Sense::not_before))) return false;
  return bears_plainly(text, i);
}

bool is_letter(const GuardText& text, std::size_t i, std::string_view folded) {
  return i < text.size() && text[i].folded == folded;
}

/// "m.ậ.t", "mậ.t", "m@t", "M Ậ T".
bool is_disguised(const GuardText& text, std::size_t i) {
  const bool begins = is_letter(text, i, "m") || is_letter(text, i, "ma");
  if (!begins) return false;
  if (is_letter(text, i, "m") && is_letter(text, i + 1, "t"))
    return text[i + 1].gap == '@' && !text[i + 1].spaced;
  const std::size_t last = is_letter(text, i, "ma") ? i + 1 : i + 2;
  if (!is_letter(text, last, "t")) return false;
  if (is_letter(text, i, "m") && !is_letter(text, i + 1, "a") && !is_letter(text, i + 1, "at"))
    return false;
  const GuardWord& vowel = text[is_letter(text, i, "ma") ? i : i + 1];
  const bool is_hatted = vowel.key.find(k_mat.key[1]) != vowel.key.npos;
  return vowel.plain ? text.has(Sense::bearer) : is_hatted;
}

/// "phong bì chữ A", "dấu chữ C": how the degrees were stamped.
bool is_lettered_stamp(const GuardText& text, std::size_t i) {
  if (!is_one_of(text, i, "chữ") || i == 0 || i + 1 >= text.size()) return false;
  const std::string_view letter = text[i + 1].folded;
  if (letter != "a" && letter != "b" && letter != "c") return false;
  return text.is(i - 1, "dau") || text.is(i - 1, "bi");
}

}  // namespace

std::string_view secret_rule(const GuardText& text) {
  if (text.has(Sense::secret_abroad)) return "secret-marking";
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char first = text[i].folded.front();
    if (first != 'm' && first != 'c') continue;
    if (is_accented_mat(text, i) && is_marked(text, i)) return "secret-marking";
    if (is_plain_mat(text, i) && is_plainly_marked(text, i)) return "secret-marking";
    if (is_disguised(text, i)) return "secret-marking-disguised";
    if (is_lettered_stamp(text, i)) return "secret-stamp";
  }
  return {};
}

}  // namespace dondoc::understanding
