#include "bots/understanding/mentions.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bots/understanding/names_in_text.h"
#include "bots/understanding/number_words.h"
#include "bots/understanding/read_date.h"
#include "bots/understanding/read_number.h"

namespace dondoc::understanding {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

/// "b20-07", "c23-04-q2", "a3-02": letter, digits, and a unit behind a dash.
bool is_code(std::string_view word) {
  if (word.size() < 4 || !is_letter(word[0]) || !is_digit(word[1])) return false;
  const auto dash = word.find('-');
  return dash != word.npos && dash <= 4 && dash + 1 < word.size() && is_digit(word[dash + 1]) &&
         std::all_of(word.begin() + 1, word.begin() + static_cast<std::ptrdiff_t>(dash), is_digit);
}

/// "215/bc-ubnd", "47-bc/hndx", "132/ubnd-vx", "2023110815/cv-vp".
bool is_document(std::string_view word) {
  std::size_t digits = 0;
  while (digits < word.size() && is_digit(word[digits])) ++digits;
  if (digits == 0 || digits + 2 >= word.size()) return false;
  if (word[digits] != '/' && word[digits] != '-') return false;
  const std::string_view rest = word.substr(digits + 1);
  const auto letters = std::count_if(rest.begin(), rest.end(), is_letter);
  return letters >= 2 && is_letter(rest.front()) && rest.find_first_of(",:;") == rest.npos;
}

/// What may not follow a number in words that is only one digit, unless it is counted.
bool is_counted_behind(const Utterance& text, std::size_t at) {
  return is_counted_noun(text, at) ||
         text.any_at(at, {"mo hinh", "hoi nghi", "vu", "quyen", "cai", "phong su", "clip",
                          "truong hop", "bo", "suat", "hoc sinh", "em", "hoi vien", "co so", "to",
                          "can", "chiec", "cau"}) > 0;
}

class Finder {
 public:
  Finder(const Utterance& text, LocalDate today)
      : text_(text), today_(today), taken_(text.size(), false) {}

  std::vector<Mention> find() {
    names();
    words(true);
    shares();
    times();
    numbers();
    words(false);
    std::sort(found_.begin(), found_.end(),
              [](const Mention& a, const Mention& b) { return a.begin < b.begin; });
    return std::move(found_);
  }

 private:
  bool is_free(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end && i < taken_.size(); ++i) {
      if (taken_[i]) return false;
    }
    return true;
  }

  void add(Mention mention) {
    for (std::size_t i = mention.begin; i < mention.end; ++i) taken_[i] = true;
    found_.push_back(std::move(mention));
  }

  static Mention mention(MentionKind kind, std::size_t begin, std::size_t end) {
    Mention made;
    made.kind = kind;
    made.begin = begin;
    made.end = end;
    return made;
  }

  void names() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::string& word = text_.folded(i);
      const bool code = is_code(word);
      if (!code && !is_document(word)) {
        i = std::max(i, person(i));
        continue;
      }
      Mention made = mention(code ? MentionKind::code : MentionKind::document, i, i + 1);
      made.text = text_.words()[i].typed;
      add(std::move(made));
    }
  }

  /// The last word of the person named here; `at` when nobody is.
  std::size_t person(std::size_t at) {
    FoundPerson found = person_at(text_, at);
    if (found.length == 0) return at;
    Mention made = mention(MentionKind::person, at, at + found.length);
    made.text = std::move(found.called);
    add(std::move(made));
    return at + found.length - 1;
  }

  // --- Shares: "60%", "8 phần 10", "2/3", "một nửa" ---

  void shares() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (taken_[i]) continue;
      if (half(i) || parts(i) || written_fraction(i)) continue;
    }
  }

  void percent(std::size_t begin, std::size_t end, double value) {
    Mention made = mention(MentionKind::percent, begin, end);
    made.value = value;
    add(std::move(made));
  }

  /// "một nửa", "phân nửa", "hơn nửa", "nửa" of work; "nửa tháng" and "nửa triệu" are others.
  bool half(std::size_t at) {
    std::size_t end = at;
    static const PhraseList k_half = {"nua duong", "nua chang", "nua doan duong",
                                      "phan nua",  "quang nua", "hon nua",
                                      "qua nua",   "gan nua",   "duoc nua"};
    if (auto n = text_.any_at(at, k_half)) {
      end = at + n;
      if (text_.phrase_at(at, "duoc nua") > 0) ++at;
    } else if (auto m = text_.any_at(at, {"mot nua", "1 nua"})) {
      end = at + m;
    } else {
      return false;
    }
    if (text_.any_at(end, {"thang", "trieu", "ty", "ngay", "tieng", "tuan", "buoi", "nam"}) > 0)
      return false;
    if (text_.could_be(end - 1, "nữa") && !text_.words()[end - 1].plain) return false;  // "hơn nữa"
    percent(at, end, 50);
    return true;
  }

  std::optional<double> small(std::size_t at) const {
    const std::string& word = text_.folded(at);
    if (!word.empty() && word.size() <= 3 && std::all_of(word.begin(), word.end(), is_digit))
      return std::stod(word);
    auto said = number_in_words(text_, at);
    if (said && said->length == 1) return said->value;
    return std::nullopt;
  }

  /// "8 phần 10", "hai phần ba", "ba phần tư", "1 trên 3 số ấp", "6 trên 11 ấp".
  bool parts(std::size_t at) {
    if (at + 2 >= text_.size()) return false;
    const bool phan = text_.phrase_at(at + 1, "phan") > 0;
    const bool tren = text_.could_be(at + 1, "trên") || text_.could_be(at + 1, "trong");
    if (!phan && !tren) return false;
    if (phan && text_.phrase_at(at + 1, "phan tram") > 0) return false;
    auto done = small(at);
    auto total = small(at + 2);
    if (!done || !total || *total < *done || *total == 0) return false;
    if (phan) {
      percent(at, at + 3, std::round(*done * 100 / *total));
      return true;
    }
    fraction(at, at + 3, static_cast<std::int64_t>(*done), static_cast<std::int64_t>(*total));
    return true;
  }

  void fraction(std::size_t begin, std::size_t end, std::int64_t done, std::int64_t total) {
    Mention made = mention(MentionKind::fraction, begin, end);
    made.done = done;
    made.total = total;
    made.value = std::round(static_cast<double>(done) * 100 / static_cast<double>(total));
    add(std::move(made));
  }

  /// "2/3 cuộc", "được 7/9 hộ", "120/300 phiếu"; not "20/11".
  bool written_fraction(std::size_t at) {
    const std::string& word = text_.folded(at);
    const auto slash = word.find('/');
    if (slash == word.npos || slash == 0 || word.find('/', slash + 1) != word.npos || slash > 5 ||
        word.size() - slash > 6)
      return false;
    const std::string_view a = std::string_view(word).substr(0, slash),
                           b = std::string_view(word).substr(slash + 1);
    const bool is_year = b.size() == 4 && b >= "1990" && b <= "2100";
    if (is_year && a.size() <= 2) return false;  // "quý 3/2023"
    if (b.empty() || !std::all_of(a.begin(), a.end(), is_digit) ||
        !std::all_of(b.begin(), b.end(), is_digit))
      return false;
    const auto done = std::stoll(std::string(a)), total = std::stoll(std::string(b));
    if (total == 0 || done > total) return false;
    const bool may_be_date = done <= 31 && total <= 12;
    static const PhraseList k_share = {"duoc", "dat", "xong",  "lam", "moi", "khoang", "gan",
                                       "hon",  "con", "thanh", "du",  "co",  "chung",  "tam"};
    const bool share_before = at > 0 && text_.any_at(at - 1, k_share) > 0;
    static const PhraseList k_day = {"ngay", "hom", "toi", "den",  "sang", "truoc", "tu",
                                     "han",  "qua", "vao", "mung", "sau",  "het"};
    const bool day_before = at > 0 && text_.any_at(at - 1, k_day) > 0;
    const bool counted = is_counted_behind(text_, at + 1) && !text_.words()[at].closes;
    if (may_be_date && (day_before || (!share_before && !counted))) return false;
    if (!may_be_date && day_before && !counted) return false;
    fraction(at, at + 1, done, total);
    return true;
  }

  // --- Dates, spans, times of day ---

  void times() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (taken_[i]) continue;
      if (hours(i) || span(i) || gone(i) || ahead(i) || time(i)) i = found_.back().end - 1;
    }
  }

  bool hours(std::size_t at) {
    std::size_t end = 0;
    double value = 0;
    if (auto n = text_.any_at(at, {"nua tieng", "nua gio"})) {
      end = at + n;
      value = 0.5;
    } else if (auto count = small(at)) {
      value = *count;
      end = at + 1;
      if (auto m = text_.any_at(end, {"tieng", "gio dong ho"})) {
        end += m;
        if (text_.phrase_at(end, "ruoi") > 0) {
          value += 0.5;
          ++end;
        }
      } else if (auto k = text_.any_at(end, {"phut", "p"})) {
        value = value / 60;
        end += k;
      } else {
        return false;
      }
    } else {
      return false;
    }
    if (text_.phrase_at(end, "nua") > 0) ++end;
    if (!is_free(at, end)) return false;
    Mention made = mention(MentionKind::hours, at, end);
    made.value = value;
    add(std::move(made));
    return true;
  }

  bool span(std::size_t at) {
    auto found = span_at(text_, at);
    if (!found || !is_free(at, found->end)) return false;
    if (found->count > 0 && text_.folded(at).size() == 1 && !is_digit(text_.folded(at)[0]))
      return false;
    std::size_t end = found->end;
    if (text_.phrase_at(end, "nua") > 0) {
      const bool asked = at > 0 && text_.any_at(at - 1, {"them", "lui", "xin", "cho"}) > 0;
      if (!asked) return false;  // "2 hôm nữa" is a date
      ++end;
    }
    if (text_.any_at(end, {"truoc", "nay"}) > 0) return false;
    Mention made = mention(MentionKind::span, at, end);
    made.days = found->count;
    made.working_days = found->working_days;
    add(std::move(made));
    return true;
  }

  void add_date(MentionKind kind, const FoundDate& date) {
    Mention made = mention(kind, date.begin, date.end);
    made.day = date.date;
    made.from = date.from;
    if (date.exact_time) made.time = date.time;
    made.part_of_day = date.part_of_day;
    if (kind == MentionKind::date && !date.from) {
      auto before = date_at(text_, today_, date.begin, Days::gone);
      const bool bare = text_.folded(date.begin).find('/') == std::string::npos;
      if (before && bare && before->end == date.end && (today_ - before->date).count < 32)
        made.gone = before->date;
    }
    add(std::move(made));
  }

  bool gone(std::size_t at) {
    auto date = date_at(text_, today_, at, Days::gone);
    if (!date || !is_free(at, date->end)) return false;
    auto coming = date_at(text_, today_, at);
    // "thứ 6", "20/11": a day to come, unless its next occurrence is far away.
    if (coming && (coming->date - today_).count <= 150 && coming->end >= date->end) return false;
    add_date(MentionKind::past, *date);
    return true;
  }

  bool ahead(std::size_t at) {
    auto date = date_at(text_, today_, at);
    if (!date || !is_free(at, date->end)) return false;
    add_date(date->date < today_ ? MentionKind::past : MentionKind::date, *date);
    return true;
  }

  bool time(std::size_t at) {
    const std::size_t skip =
        text_.could_be(at, "lúc") || text_.phrase_at(at, "khoang") > 0 || text_.could_be(at, "tầm")
            ? 1
            : 0;
    auto found = time_at(text_, at + skip);
    if (!found || !is_free(at, at + skip + found->length)) return false;
    if (!found->part_of_day.empty() && !is_moment(at + skip, found->length)) return false;
    Mention made = mention(MentionKind::time, at, at + skip + found->length);
    made.part_of_day = found->part_of_day;
    made.day = today_;
    if (found->part_of_day.empty()) made.time = found->time;
    if (text_.phrase_at(made.end, "nay") > 0) ++made.end;
    add(std::move(made));
    return true;
  }

  /// "chiều em gửi", "để chiều": a time; "sáng kiến", "chiều cao" are not.
  bool is_moment(std::size_t at, std::size_t length) const {
    const std::size_t next = at + length;
    static const PhraseList k_behind = {"em",     "e",   "chi", "c",    "toi", "minh", "anh",
                                        "a",      "nay", "gui", "nop",  "se",  "moi",  "ben",
                                        "don vi", "xa",  "hop", "la",   "lam", "ve",   "bao",
                                        "nhe",    "tui", "to",  "hoan", "nhac"};
    const bool plain_sang = text_.folded(at) == "sang" && text_.words()[at].plain;
    if (plain_sang && text_.any_at(next, {"em", "e", "nay", "mai"}) == 0) return false;
    return next >= text_.size() || text_.words()[next - 1].closes ||
           text_.any_at(next, k_behind) > 0;
  }

  // --- Numbers ---

  void numbers() {
    const bool any = std::any_of(text_.words().begin(), text_.words().end(), [](const Word& word) {
      return std::any_of(word.folded.begin(), word.folded.end(), is_digit);
    });
    if (!any) return;
    std::vector<std::size_t> starts;  // of each word in the folded text
    std::string folded;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!folded.empty()) folded += ' ';
      starts.push_back(folded.size());
      if (taken_[i]) folded.append(text_.folded(i).size(), '_');
      if (!taken_[i]) folded += text_.folded(i);
    }
    auto word_of = [&](std::size_t byte) {
      return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), byte) -
                                      starts.begin()) -
             1;
    };
    for (const FoundNumber& number : find_numbers(folded))
      add_number(number, word_of(number.begin), word_of(number.end - 1) + 1);
  }

  void add_number(const FoundNumber& number, std::size_t begin, std::size_t end) {
    if (merge_range(number, begin, end)) return;
    if (!is_free(begin, end)) return;
    const bool percent = number.is_percent;
    if (percent && end < text_.size() && text_.phrase_at(end, "phan tram") > 0) end += 2;
    if (percent && end < text_.size() && text_.folded(end) == "%") ++end;
    Mention made = mention(percent ? MentionKind::percent : MentionKind::number, begin, end);
    made.value = number.value;
    made.whole = number.is_whole;
    made.money = number.has_unit;
    add_half(made);
    add_currency(made);
    add(std::move(made));
  }

  /// "2 tỷ rưỡi", "1 triệu rưỡi".
  void add_half(Mention& made) const {
    if (!made.money || text_.phrase_at(made.end, "ruoi") == 0) return;
    made.value += made.value >= 1e9 ? 5e8 : made.value >= 1e6 ? 5e5 : 500;
    ++made.end;
  }

  void add_currency(Mention& made) const {
    const std::string& last = text_.folded(made.end - 1);
    const bool stuck = made.kind == MentionKind::number && !last.empty() && last.back() == 'd' &&
                       is_digit(last.front());
    if (auto n = text_.any_at(made.end, {"dong", "vnd", "d"})) {
      const bool is_dong = text_.could_be(made.end, "đồng") || text_.folded(made.end) != "dong";
      if (is_dong) {
        made.end += n;
        made.money = true;
      }
    }
    made.money = made.money || stuck;
  }

  /// "70-75%", "65 - 70 phần trăm": one share with two ends.
  bool merge_range(const FoundNumber& number, std::size_t begin, std::size_t end) {
    if (found_.empty() || !number.is_percent) return false;
    Mention& last = found_.back();
    const bool two_shares =
        last.kind == MentionKind::percent && last.begin == begin && last.value < number.value;
    if (two_shares) {  // "65%-70%"
      last.upper = number.value;
      return true;
    }
    const bool same_word =
        last.begin == begin && text_.folded(begin).find('-') != std::string::npos;
    const bool dash = last.end + 1 == begin && text_.any_at(last.end, {"-", "–", "den", "toi"}) > 0;
    const bool joined = same_word || last.end == begin || dash;
    if (last.kind != MentionKind::number || !joined || last.value >= number.value) return false;
    last.kind = MentionKind::percent;
    last.upper = number.value;
    last.end = end;
    if (text_.phrase_at(end, "phan tram") > 0) last.end += 2;
    for (std::size_t i = begin; i < last.end; ++i) taken_[i] = true;
    return true;
  }

  /// Numbers of several words first: "bốn mươi mốt" holds no "mốt".
  void words(bool scaled) {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (taken_[i]) continue;
      const bool behind_digits = i > 0 && is_digit(text_.folded(i - 1).back());
      if (behind_digits && text_.words()[i - 1].mark == 0) continue;  // "2 tỷ rưỡi" is one number
      auto said = number_in_words(text_, i);
      if (!said || !is_free(i, i + said->length)) continue;
      if (scaled && (!said->has_scale ||
                     text_.any_at(i + said->length, {"ngay", "hom", "bua", "tuan", "thang", "tieng",
                                                     "phut", "gio"}) > 0))
        continue;
      if (is_name_or_other_word(i, said->length)) continue;
      if (is_ordinal(i) || (!said->has_scale && !is_counted_behind(text_, i + said->length)))
        continue;
      const std::size_t end = i + said->length;
      const bool percent = text_.phrase_at(end, "phan tram") > 0;
      Mention made =
          mention(percent ? MentionKind::percent : MentionKind::number, i, percent ? end + 2 : end);
      made.value = said->value;
      made.whole = true;
      if (text_.could_be(end, "phẩy")) add_decimals(made, end + 1);
      made.money = said->value >= 1e5;
      if (!percent) add_currency(made);
      const std::size_t next = made.end;
      add(std::move(made));
      i = next - 1;
    }
  }

  /// Without diacritics: "chi hai ben ba diem", "tu hoi thang 10".
  bool is_name_or_other_word(std::size_t at, std::size_t length) const {
    if (length != 1 || !text_.words()[at].plain) return false;
    if (text_.phrase_at(at, "tu") > 0) return true;
    return at > 0 && text_.any_at(at - 1, {"ben", "phuong", "chi", "anh", "co", "chu", "bac", "di",
                                           "ong"}) > 0;
  }

  /// "tám mươi tám phẩy năm".
  void add_decimals(Mention& made, std::size_t at) const {
    auto decimals = number_in_words(text_, at);
    if (!decimals || decimals->value >= 100) return;
    made.value += decimals->value / (decimals->value < 10 ? 10 : 100);
    made.whole = false;
    made.end = at + decimals->length;
  }

  /// "thứ ba", "tháng năm", "ấp bốn", "nam" of "việt nam".
  bool is_ordinal(std::size_t at) const {
    return at > 0 && text_.any_at(at - 1, {"thu", "thang", "ap", "to", "khu", "quy", "viet", "so",
                                           "khoi", "mau"}) > 0;
  }

  const Utterance& text_;
  LocalDate today_;
  std::vector<bool> taken_;
  std::vector<Mention> found_;
};

}  // namespace

Mentions::Mentions(const Utterance& text, LocalDate today)
    : today_(today), starts_(text.size(), 0), covers_(text.size(), 0) {
  for (Mention& mention : Finder(text, today).find()) add(std::move(mention));
}

void Mentions::add(Mention mention) {
  all_.push_back(std::move(mention));
  const auto index = static_cast<std::uint16_t>(all_.size());
  const Mention& added = all_.back();
  starts_[added.begin] = index;
  for (std::size_t i = added.begin; i < added.end && i < covers_.size(); ++i) covers_[i] = index;
}

}  // namespace dondoc::understanding
