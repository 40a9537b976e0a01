#include "bots/understanding/read_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "bots/understanding/read_number.h"

namespace dondoc::understanding {
namespace {

std::optional<int> number(std::string_view text) {
  int value = 0;
  if (text.empty() || text.size() > 4) return std::nullopt;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::optional<LocalDate> date_of(int year, int month, int day) {
  if (month < 1 || day < 1) return std::nullopt;
  return LocalDate::of(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

/// The nearest such day that is not past; 29/2 may be four (or eight) years away.
std::optional<LocalDate> nearest(int day, int month, LocalDate today) {
  for (int year = today.year(); year <= today.year() + 8; ++year) {
    auto date = date_of(year, month, day);
    if (date && *date >= today) return date;
  }
  return std::nullopt;
}

std::optional<LocalDate> nearest_day(int day, LocalDate today) {
  LocalDate month = today.first_of_month();
  for (int i = 0; i < 3; ++i) {
    auto date = date_of(month.year(), static_cast<int>(month.month()), day);
    if (date && *date >= today) return date;
    month = month.last_of_month() + CalendarDays{1};
  }
  return std::nullopt;
}

std::optional<int> year_of(std::string_view text) {
  auto year = number(text);
  if (!year) return std::nullopt;
  if (text.size() == 2) return 2000 + *year;
  return text.size() == 4 ? year : std::nullopt;
}

/// "27/11/2023", "27-11", "25.11.2023"; two parts joined by a dot are a number rather than a date.
std::optional<LocalDate> numeric(std::string_view word, LocalDate today) {
  std::array<std::string_view, 3> parts;
  std::size_t count = 0;
  char mark = 0;
  while (count < parts.size()) {
    const auto at = word.find_first_of("/-.");
    parts[count++] = word.substr(0, at);
    if (at == word.npos) {
      word = {};
      break;
    }
    if (mark != 0 && word[at] != mark) return std::nullopt;
    mark = word[at];
    word.remove_prefix(at + 1);
  }
  if (!word.empty() || count < 2 || parts[0].size() > 2 || parts[1].size() > 2) return std::nullopt;
  auto day = number(parts[0]);
  auto month = number(parts[1]);
  if (!day || !month || (count == 2 && mark == '.')) return std::nullopt;
  if (count == 2) return nearest(*day, *month, today);
  auto year = year_of(parts[2]);
  return year ? date_of(*year, *month, *day) : std::nullopt;
}

/// Reads at one place; every member gives how many words it took.
class DateReader {
 public:
  DateReader(const Utterance& text, LocalDate today, std::size_t at)
      : text_(text), today_(today), at_(at) {}

  std::optional<FoundDate> read() {
    auto date = written();
    if (!date) date = day_word();
    if (!date) date = weekday();
    if (!date) date = part_of_week();
    if (!date) date = part_of_month();
    if (!date) date = days_ahead();
    if (!date) return std::nullopt;
    return FoundDate{*date, at_, at_ + taken_, time_};
  }

 private:
  bool take(std::string_view phrase) {
    const auto n = text_.phrase_at(at_ + taken_, phrase);
    taken_ += n;
    return n > 0;
  }

  std::string_view word() const {
    return at_ + taken_ < text_.size() ? std::string_view(text_.folded(at_ + taken_))
                                       : std::string_view();
  }

  void forget() {
    taken_ = 0;
    time_.reset();
  }

  std::optional<LocalDate> none() {
    forget();
    return std::nullopt;
  }

  /// "27/11", "ngày 27", "ngày 27 tháng 11 năm 2023", "mùng 5 tháng 12", "27 tháng 11".
  std::optional<LocalDate> written() {
    const bool named = take("ngay") || take("hom") || take("mung") || take("mong");
    if (named) take("mung");
    if (auto date = numeric(word(), today_)) {
      ++taken_;
      if (!named && is_fraction()) return none();
      return date;
    }
    auto day = word().size() <= 2 ? number(word()) : std::nullopt;
    if (!day) return none();
    ++taken_;
    if (!take("thang")) return named ? day_alone(*day) : none();
    return day_and_month(*day);
  }

  bool is_fraction() const {
    const std::string& typed = text_.folded(at_ + taken_ - 1);
    return std::count(typed.begin(), typed.end(), '/') == 1 && is_counted_noun(text_, at_ + taken_);
  }

  std::optional<LocalDate> day_alone(int day) {
    auto date = nearest_day(day, today_);
    return date ? date : none();
  }

  std::optional<LocalDate> day_and_month(int day) {
    if (take("nay")) return checked(date_of(today_.year(), static_cast<int>(today_.month()), day));
    if (take("sau") || take("toi")) {
      LocalDate next = today_.last_of_month() + CalendarDays{1};
      return checked(date_of(next.year(), static_cast<int>(next.month()), day));
    }
    auto month = number(word());
    if (!month) return none();
    ++taken_;
    const auto before_year = taken_;
    if (take("nam")) {
      if (auto year = year_of(word())) {
        ++taken_;
        return checked(date_of(*year, *month, day));
      }
      taken_ = before_year;
    }
    return checked(nearest(day, *month, today_));
  }

  std::optional<LocalDate> checked(std::optional<LocalDate> date) { return date ? date : none(); }

  bool part_of_day() {
    auto time = time_at(text_, at_ + taken_);
    if (!time) return false;
    time_ = time->time;
    taken_ += time->length;
    return true;
  }

  /// "hôm nay", "mai", "sáng mai", "mốt", "chiều nay".
  std::optional<LocalDate> day_word() {
    const bool has_part = part_of_day();
    take("ngay");
    if (take("hom nay") || (has_part && take("nay"))) return today_;
    if (take("bua nay")) return today_;
    if (take("mai mot")) return none();  // "mai mốt": some day
    if (take("mai") || take("hom sau")) return today_ + CalendarDays{1};
    if (take("kia")) return today_ + CalendarDays{2};
    const bool some_day = at_ > 0 && text_.folded(at_ - 1) == "mai";  // the rest of "mai mốt"
    if (!some_day && text_.could_be(at_ + taken_, "mốt") && is_day_after_tomorrow()) {
      ++taken_;
      return today_ + CalendarDays{2};
    }
    return none();
  }

  /// Without diacritics "mot" is far more often "một".
  bool is_day_after_tomorrow() const {
    const Word& here = text_.words()[at_ + taken_];
    if (!here.plain) return true;
    const std::size_t next = at_ + taken_ + 1;
    static const std::vector<std::string_view> k_behind = {"gui", "nop", "em", "e", "se", "bao"};
    return next == text_.size() ? at_ == 0 || taken_ > 0 : text_.any_at(next, k_behind) > 0;
  }

  std::optional<int> weekday_number() {
    static constexpr std::array<std::array<std::string_view, 3>, 6> k_names = {
        {{"2", "hai", "t2"},
         {"3", "ba", "t3"},
         {"4", "tu", "t4"},
         {"5", "nam", "t5"},
         {"6", "sau", "t6"},
         {"7", "bay", "t7"}}};
    if (take("chu nhat") || take("cn")) return 7;
    const bool named = take("thu");
    for (std::size_t i = 0; i < k_names.size(); ++i) {
      const bool is =
          named ? word() == k_names[i][0] || word() == k_names[i][1] : word() == k_names[i][2];
      if (!is) continue;
      if (named && is_amount(at_ + taken_ + 1)) return std::nullopt;
      ++taken_;
      return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }

  /// "thu 2 triệu" is money, "thu 3 lớp" a count.
  bool is_amount(std::size_t next) const {
    static const std::vector<std::string_view> k_units = {"trieu", "tr",   "ty", "nghin",
                                                          "ngan",  "dong", "k"};
    return text_.any_at(next, k_units) > 0 || is_counted_noun(text_, next);
  }

  LocalDate monday() const { return today_ - CalendarDays{today_.iso_weekday() - 1}; }

  /// "thứ 6", "sáng thứ 5", "thứ sáu tuần sau", "CN": its next occurrence after today.
  std::optional<LocalDate> weekday() {
    part_of_day();
    auto day = weekday_number();
    if (!day) return none();
    LocalDate this_week = monday() + CalendarDays{*day - 1};
    if (take("tuan sau") || take("tuan toi")) return this_week + CalendarDays{7};
    if (take("tuan nay") && this_week >= today_) return this_week;
    return this_week > today_ ? this_week : this_week + CalendarDays{7};
  }

  /// "cuối tuần" is Friday; "tuần sau" runs until its Friday; "đầu tuần" is the next Monday.
  std::optional<LocalDate> part_of_week() {
    constexpr CalendarDays to_friday{4};
    const bool begin = take("dau tuan"), middle = !begin && take("giua tuan");
    const bool end = !begin && !middle && take("cuoi tuan");
    const bool whole = !begin && !middle && !end && take("tuan");
    if (!begin && !middle && !end && !whole) return none();
    const bool next = take("sau") || take("toi") || take("ke");
    if (whole && !next && !take("nay")) return none();
    if (!next) take("nay");
    LocalDate week = monday() + CalendarDays{next ? 7 : 0};
    LocalDate day = week + (begin ? CalendarDays{0} : middle ? CalendarDays{2} : to_friday);
    return day < today_ || (begin && day == today_) ? day + CalendarDays{7} : day;
  }

  /// "đầu tháng", "giữa tháng", "cuối tháng" = 1, 15, last; "tháng sau" = its last day.
  std::optional<LocalDate> part_of_month() {
    const bool begin = take("dau thang"), middle = !begin && take("giua thang");
    const bool end = !begin && !middle && (take("cuoi thang") || take("het thang"));
    if (!begin && !middle && !end) return none();
    LocalDate first = today_.first_of_month();
    const bool next = take("sau") || take("toi");
    if (next) first = first.last_of_month() + CalendarDays{1};
    if (!next) take("nay");
    LocalDate day = end ? first.last_of_month() : first + CalendarDays{middle ? 14 : 0};
    if (day >= today_) return day;
    LocalDate following = first.last_of_month() + CalendarDays{1};
    return following + CalendarDays{middle ? 14 : 0};
  }

  /// "3 ngày nữa", "2 hôm nữa", "1 tuần nữa".
  std::optional<LocalDate> days_ahead() {
    auto count = word().size() <= 2 ? number(word()) : std::nullopt;
    if (!count) return none();
    ++taken_;
    const bool week = take("tuan");
    if (!week && !take("ngay") && !take("hom") && !take("bua")) return none();
    if (!take("nua")) return none();
    return today_ + CalendarDays{week ? *count * 7 : *count};
  }

  const Utterance& text_;
  LocalDate today_;
  std::size_t at_;
  std::size_t taken_ = 0;
  std::optional<TimeOfDay> time_;
};

}  // namespace

bool is_counted_noun(const Utterance& text, std::size_t at) {
  if (at >= text.size() || (at > 0 && text.words()[at - 1].closes)) return false;
  return is_counted_word(text.folded(at));
}

std::optional<FoundTime> time_at(const Utterance& text, std::size_t at) {
  if (at >= text.size()) return std::nullopt;
  const std::string& word = text.folded(at);
  if (text.could_be(at, "sáng")) return FoundTime{TimeOfDay::at(11, 0), 1};
  if (text.could_be(at, "trưa")) return FoundTime{TimeOfDay::at(13, 30), 1};
  if (text.could_be(at, "chiều")) return FoundTime{TimeOfDay::at(16, 30), 1};
  // Without diacritics "toi" is "tới" or "tôi" as well.
  const bool is_sure = !text.words()[at].plain || text.phrase_at(at, "toi nay") > 0;
  if (is_sure && text.could_be(at, "tối")) return FoundTime{TimeOfDay::at(21, 0), 1};
  const auto mark = word.find_first_of("h:");
  if (mark == word.npos || mark == 0 || mark > 2) return std::nullopt;
  auto hour = number(word.substr(0, mark));
  auto minute = mark + 1 == word.size() ? std::optional<int>(0) : number(word.substr(mark + 1));
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return FoundTime{TimeOfDay::at(*hour, *minute), 1};
}

std::optional<FoundDate> date_at(const Utterance& text, LocalDate today, std::size_t at) {
  return at < text.size() ? DateReader(text, today, at).read() : std::nullopt;
}

std::optional<FoundDate> find_date(const Utterance& text, LocalDate today, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (auto date = date_at(text, today, i)) return date;
  }
  return std::nullopt;
}

std::optional<FoundSpan> find_span(const Utterance& text, std::size_t from) {
  for (std::size_t i = from; i + 1 < text.size(); ++i) {
    auto count = text.folded(i).size() <= 2 ? number(text.folded(i)) : std::nullopt;
    if (!count || *count == 0) continue;
    const bool after_noun =
        i > 0 && (text.phrase_at(i - 1, "ngay") > 0 || text.phrase_at(i - 1, "thu") > 0);
    if (after_noun) continue;
    if (auto n = text.phrase_at(i + 1, "ngay lam viec"))
      return FoundSpan{*count, true, i, i + 1 + n};
    if (text.phrase_at(i + 1, "tuan") > 0) return FoundSpan{*count * 7, false, i, i + 2};
    if (text.phrase_at(i + 1, "ngay") > 0 || text.phrase_at(i + 1, "hom") > 0 ||
        text.phrase_at(i + 1, "bua") > 0)
      return FoundSpan{*count, false, i, i + 2};
  }
  return std::nullopt;
}

}  // namespace dondoc::understanding
