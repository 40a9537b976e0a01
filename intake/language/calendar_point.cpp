#include "intake/language/calendar_point.h"

#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

constexpr long k_first_year = 1990, k_last_year = 2100;

class PointReader {
 public:
  PointReader(const Tokens& tokens, std::size_t at, Bare bare)
      : tokens_(tokens), at_(at), bare_(bare) {}

  std::optional<Point> read() {
    skip_hour();
    skip_part_of_day();
    skip_weekday();
    skip_part_of();
    if (is("ngày") || is("hôm")) {
      ++at_;
      bare_ = Bare::accepted;
      return date();
    }
    if (is("tháng")) return named_month();
    if (is("quý")) return quarter();
    if (is("cả") && is(at_ + 1, "năm")) ++at_;  // "cả năm 2025"
    if (is("năm")) return year();
    if (auto half = half_year()) return half;
    if (bare_ == Bare::accepted) return date();
    return full_date();
  }

 private:
  const Token* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
  bool is(std::string_view word) const { return is(at_, word); }
  bool is(std::size_t at, std::string_view word) const {
    return at < tokens_.size() && tokens_[at].is(word);
  }
  long number(std::size_t at, long from, long to) const {
    const Token* t = token(at);
    if (t == nullptr || t->kind != TokenKind::number || t->value < from || t->value > to) return -1;
    return t->value;
  }
  /// Nothing between the two tokens.
  bool touches(std::size_t at) const {
    return at > 0 && at < tokens_.size() && tokens_[at - 1].end == tokens_[at].begin;
  }
  /// A `/`, or a dash or full stop without spaces.
  bool separator(std::size_t at) const {
    if (is(at, "/")) return true;
    return (is(at, "-") || is(at, ".")) && touches(at) && touches(at + 1);
  }

  /// "17 giờ 00 phút, ngày …", "19h00’ ngày …".
  void skip_hour() {
    if (number(at_, 0, 24) < 0) return;
    std::size_t at = at_ + 1;
    if (!is(at, "giờ") && !is(at, "h") && !is(at, ":")) return;
    ++at;
    if (number(at, 0, 59) >= 0) ++at;
    for (std::string_view word : {"'", "phút", ",", "của"}) {
      if (is(at, word)) ++at;
    }
    if (is(at, "(")) return;
    const bool dated = is(at, "ngày") || is(at, "thứ") || number(at, 1, 31) >= 0;
    if (dated) at_ = at;
  }

  /// "sáng ngày 05/9".
  void skip_part_of_day() {
    static const PatternList k_parts(
        {"sáng|trưa|chiều|tối|đêm ngày|thứ|chủ", "sáng|trưa|chiều|tối|đêm #"});
    if (k_parts.match(tokens_, at_) > 0) ++at_;
  }

  void skip_weekday() {
    std::size_t at = at_;
    if (is(at, "thứ") && token(at + 1) != nullptr) {
      at += 2;
    } else if (is(at, "chủ") && is(at + 1, "nhật")) {
      at += 2;
    } else {
      return;
    }
    if (is(at, ",")) ++at;
    if (is(at, "ngày")) at_ = at;
  }

  /// "đầu", "giữa", "cuối", "trung tuần", "tuần đầu" of a month or a quarter.
  void skip_part_of() {
    static const PatternList k_parts(
        {"đầu|giữa|cuối|hết|hạ tháng|quý", "thượng|trung|hạ tuần tháng",
         "tuần đầu|cuối|thứ #? của? tháng", "tuần # của? tháng", "trong tháng|quý"});
    if (const auto length = k_parts.match(tokens_, at_); length > 1) at_ += length - 1;
  }

  Point point(std::size_t end) const {
    Point point;
    point.end = end;
    return point;
  }

  /// A year behind a month or quarter: "/2025", "-2025", " năm 2025", ", năm 2025".
  void take_year(Point& point) const {
    static const PatternList k_next(
        {"của? năm sau|tới", "của? năm kế|tiếp|liền tiếp|theo|kề|sau?"});
    if (const auto length = k_next.match(tokens_, point.end)) {
      point.next_year = true;
      point.end += length;
      return;
    }
    std::size_t at = point.end;
    if (is(at, ",") && is(at + 1, "năm")) ++at;
    if (separator(at) || is(at, "năm") || (is(at, "-") && touches(at + 1))) ++at;
    if (at == point.end) return;
    const long year = number(at, k_first_year, k_last_year);
    if (year < 0) return;
    point.year = static_cast<int>(year);
    point.end = at + 1;
  }

  /// Behind "ngày": 25/11/2023, 25 tháng 11 năm 2023, 25.
  std::optional<Point> date() {
    const long day = number(at_, 1, 31);
    const long first = number(at_, 1, 12);
    if (first > 0 && separator(at_ + 1)) {
      const long year = number(at_ + 2, k_first_year, k_last_year);
      if (year > 0 && !is(at_ + 3, "/") && touches(at_ + 2)) {  // 11/2025
        Point month = point(at_ + 3);
        month.month = static_cast<int>(first);
        month.year = static_cast<int>(year);
        return month;
      }
    }
    if (day < 0) return std::nullopt;
    Point read = point(at_ + 1);
    read.day = static_cast<int>(day);
    if (separator(at_ + 1)) {
      const long month = number(at_ + 2, 1, 12);
      if (month < 0 || (is(at_ + 3, "/") && number(at_ + 4, k_first_year, k_last_year) < 0))
        return is(at_ + 1, "/") ? std::nullopt : std::optional(read);
      read.month = static_cast<int>(month);
      read.end = at_ + 3;
      take_year(read);
      if (is(read.end, "/") && touches(read.end)) return std::nullopt;  // 15/12/2025/QĐ
      if (by_the_moon(read.end) || is_part(read)) return std::nullopt;
      return read;
    }
    if (is(at_ + 1, "tháng")) {
      if (is(at_ + 2, "giêng") || is(at_ + 2, "chạp") || counts_months()) return std::nullopt;
      const std::size_t behind = read.end;
      if (auto month = month_at(behind + 1)) {
        read.month = month->month;
        read.year = month->year;
        read.next_year = month->next_year;
        read.end = month->end;
      }
    }
    if (by_the_moon(read.end)) return std::nullopt;
    return read;
  }

  /// "không quá 1/2 ngày", "trên 2/3 số đại biểu".
  bool is_part(const Point& read) const {
    static const PatternList k_wholes({"ngày|buổi|số|tổng|đại|thành|tổ"});
    const bool named = at_ > 0 && tokens_[at_ - 1].is("ngày");
    return !named && !read.year && *read.day < *read.month && k_wholes.match(tokens_, read.end) > 0;
  }

  /// "15/8 âm lịch": which day that is, the calendar of the sun does not say.
  bool by_the_moon(std::size_t at) const {
    static const PatternList k_moon({"âm lịch", "( âm lịch )", "( al )"});
    return k_moon.match(tokens_, at) > 0;
  }

  /// "thời hạn: 6 tháng - trước 15/6": so many months, and not the sixth day of one.
  bool counts_months() const {
    static const PatternList k_places({"tháng cuối|đầu|sau|kế|tiếp|liền|hàng|hằng|thứ", "tháng #"});
    const bool named = at_ > 0 && tokens_[at_ - 1].is("ngày");
    return !named && number(at_, 3, 12) % 3 == 0 && k_places.match(tokens_, at_ + 1) == 0;
  }

  /// Without anything that names it only the full form is a date.
  std::optional<Point> full_date() {
    auto read = date();
    if (!read || !read->day || !read->month || !read->year) return std::nullopt;
    return read;
  }

  std::optional<Point> month_at(std::size_t at) const {
    struct Name {
      std::string_view word;
      int month;
    };
    constexpr Name k_names[] = {{"giêng", 1}, {"tư", 4}, {"chạp", 12}};
    Point read = point(at + 1);
    if (const long month = number(at, 1, 12); month > 0) {
      read.month = static_cast<int>(month);
    } else if (is(at, "mười") && (is(at + 1, "một") || is(at + 1, "hai"))) {
      read.month = is(at + 1, "một") ? 11 : 12;
      read.end = at + 2;
    } else if (const Token* t = token(at); t != nullptr && t->capital && t->value > 0) {
      read.month = static_cast<int>(t->value);
    } else {
      for (const Name& name : k_names) {
        if (is(at, name.word)) read.month = name.month;
      }
    }
    if (!read.month) return std::nullopt;
    take_year(read);
    return read;
  }

  std::optional<Point> named_month() const { return month_at(at_ + 1); }

  std::optional<Point> quarter() const {
    const Token* t = token(at_ + 1);
    if (t == nullptr) return std::nullopt;
    long quarter = number(at_ + 1, 1, 4);
    if (quarter < 0) {
      const int read = roman(t->key);
      quarter = read >= 1 && read <= 4 && t->capital ? read : -1;
    }
    if (quarter < 0) return std::nullopt;
    Point read = point(at_ + 2);
    read.quarter = static_cast<int>(quarter);
    take_year(read);
    return read;
  }

  std::optional<Point> year() const {
    const long year = number(at_ + 1, k_first_year, k_last_year);
    if (year < 0) return std::nullopt;
    Point read = point(at_ + 2);
    read.year = static_cast<int>(year);
    return read;
  }

  /// "6 tháng đầu năm 2026", "3 tháng cuối năm 2026", "cuối năm 2025", "cuối năm".
  std::optional<Point> half_year() const {
    const bool three = number(at_, 3, 3) > 0 && is(at_ + 1, "tháng") && is(at_ + 2, "cuối");
    const bool six = three || ((number(at_, 6, 6) > 0 || is("sáu")) && is(at_ + 1, "tháng"));
    if (six && (is(at_ + 2, "đầu") || is(at_ + 2, "cuối")) && is(at_ + 3, "năm")) {
      const long year = number(at_ + 4, k_first_year, k_last_year);
      if (year < 0) return std::nullopt;
      Point read = point(at_ + 5);
      read.quarter = is(at_ + 2, "đầu") ? 2 : 4;
      read.year = static_cast<int>(year);
      return read;
    }
    if ((is("cuối") || is("hết")) && is(at_ + 1, "năm")) {
      if (is(at_ + 2, "học")) return std::nullopt;
      Point read = point(at_ + 2);
      const long year = number(at_ + 2, k_first_year, k_last_year);
      if (year > 0) {
        read.year = static_cast<int>(year);
        ++read.end;
      }
      read.year_end = is("cuối");
      if (!read.year_end && !read.year) return std::nullopt;
      return read;
    }
    return std::nullopt;
  }

  const Tokens& tokens_;
  std::size_t at_;
  Bare bare_;
};

}  // namespace

std::optional<Point> point_at(const Tokens& tokens, std::size_t at, Bare bare) {
  return PointReader(tokens, at, bare).read();
}

std::optional<LocalDate> last_day(const Point& point) {
  if (!point.year) return std::nullopt;
  const auto month = static_cast<unsigned>(point.month     ? *point.month
                                           : point.quarter ? *point.quarter * 3
                                                           : 12);
  if (point.day) return LocalDate::of(*point.year, month, static_cast<unsigned>(*point.day));
  const auto first = LocalDate::of(*point.year, month, 1);
  return first ? std::optional(first->last_of_month()) : std::nullopt;
}

std::optional<LocalDate> first_day(const Point& point) {
  if (!point.year) return std::nullopt;
  const auto month = static_cast<unsigned>(point.month     ? *point.month
                                           : point.quarter ? *point.quarter * 3 - 2
                                                           : 1);
  return LocalDate::of(*point.year, month, static_cast<unsigned>(point.day.value_or(1)));
}

}  // namespace dondoc::intake
