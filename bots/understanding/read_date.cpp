#include "bots/understanding/read_date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "bots/understanding/beginnings.h"
#include "bots/understanding/number_words.h"
#include "bots/understanding/read_number.h"
#include "bots/understanding/written_date.h"

namespace dondoc::understanding {
namespace {

constexpr CalendarDays k_week{7};

/// Reads at one place; every member says how many words it took.
class DateReader {
 public:
  DateReader(const Utterance& text, LocalDate today, std::size_t at, Days days)
      : text_(text), today_(today), at_(at), gone_(days == Days::gone) {}

  std::optional<FoundDate> read() {
    lead_in_time();
    const std::size_t start = taken_;
    using Part = std::optional<LocalDate> (DateReader::*)();
    static constexpr std::array<Part, 9> k_ahead = {
        &DateReader::written,      &DateReader::day_word,      &DateReader::weekday,
        &DateReader::part_of_week, &DateReader::part_of_month, &DateReader::part_of_year,
        &DateReader::days_ahead,   &DateReader::named_month,   &DateReader::bare_day};
    static constexpr std::array<Part, 5> k_gone = {&DateReader::written, &DateReader::day_gone,
                                                   &DateReader::weekday, &DateReader::days_ago,
                                                   &DateReader::bare_day};
    const Part* parts = gone_ ? k_gone.data() : k_ahead.data();
    const std::size_t count = gone_ ? k_gone.size() : k_ahead.size();
    for (std::size_t i = 0; i < count; ++i) {
      taken_ = start;
      from_.reset();
      if (auto date = (this->*parts[i])()) return found(*date);
    }
    return std::nullopt;
  }

 private:
  std::optional<FoundDate> found(LocalDate date) {
    trailing_time();
    return FoundDate{date, at_, at_ + taken_, time_, from_, part_, exact_};
  }

  bool take(const LiteralPhrase& phrase) {
    const auto n = text_.phrase_at(at_ + taken_, phrase);
    taken_ += n;
    return n > 0;
  }

  template <std::size_t count>
  bool take_any(const LiteralPhrase (&phrases)[count]) {
    const auto n = text_.any_at(at_ + taken_, phrases);
    taken_ += n;
    return n > 0;
  }

  bool take_next() { return take_any({"sau", "toi", "ke tiep", "ke", "den"}); }

  std::string_view word() const {
    return at_ + taken_ < text_.size() ? std::string_view(text_.folded(at_ + taken_))
                                       : std::string_view();
  }

  bool set_time(std::size_t at, bool may_be_first) {
    auto time = time_at(text_, at);
    if (!time || (!may_be_first && time->part_of_day.empty() && exact_)) return false;
    if (time->part_of_day.empty()) {
      exact_ = true;
      time_ = time->time;
    } else {
      part_ = time->part_of_day;
      if (!exact_) time_ = time->time;
    }
    taken_ += time->length;
    return true;
  }

  /// "xin sang thu 4", typed plainly: a direction, not a morning.
  bool is_towards() const {
    static const PhraseList k_asking = {"xin", "doi",  "lui", "hoan", "chuyen",
                                        "han", "khat", "qua", "keo",  "dai"};
    return at_ > 0 && text_.words()[at_].plain && text_.folded(at_) == "sang" &&
           text_.any_at(at_ - 1, k_asking) > 0;
  }

  /// "sáng mai", "8h sáng thứ 5", "lúc 10h ngày 20".
  void lead_in_time() {
    const std::size_t start = taken_;
    if (is_towards()) return;
    if (text_.could_be(at_, "lúc")) ++taken_;
    if (!set_time(at_ + taken_, true)) {
      taken_ = start;
      return;
    }
    set_time(at_ + taken_, false);
    take_any({"ngay", "hom"});
    if (taken_ > 0 &&
        (text_.folded(at_ + taken_ - 1) == "ngay" || text_.folded(at_ + taken_ - 1) == "hom"))
      --taken_;  // they belong to the day
  }

  /// "mai lúc 8h", "mai 8h", "thứ 5 chiều".
  void trailing_time() {
    const std::size_t start = taken_;
    if (text_.could_be(at_ + taken_, "lúc") || text_.phrase_at(at_ + taken_, "khoang") > 0)
      ++taken_;
    const bool more = at_ + taken_ > 0 && !text_.words()[at_ + start - 1].closes;
    if (!more || (exact_ && !part_.empty()) || !set_time(at_ + taken_, true)) taken_ = start;
  }

  /// "27/11", "ngày 27", "ngày 27 tháng 11 năm 2023", "mùng 5 tháng 12", "28 tây".
  std::optional<LocalDate> written() {
    const bool named = take_any({"ngay mung", "ngay", "hom", "mung", "mong", "bua mung", "bua"});
    if (!named && !is_digit_word()) return std::nullopt;
    if (auto date = numeric_date(word(), today_, gone_)) {
      const bool dashed = word().find('-') != std::string_view::npos && word().size() <= 5;
      ++taken_;
      if (dashed && !named && !is_directed()) return std::nullopt;  // "thua 2-1"
      if (!named && (is_fraction() || follows_share())) return std::nullopt;
      take_any({"nay"});
      return date;
    }
    auto day = word().size() <= 2 ? written_number(word()) : std::nullopt;
    // "Ngày mốt" is another day.
    if (!day && named && word() != "mot") day = small_number(text_, at_ + taken_);
    if (!day) return std::nullopt;
    ++taken_;
    const int of_month = day.value_or(0);  // g++ 12 does not see that it has a value
    if (take("tay") || take("duong lich")) return day_alone(of_month);
    if (!take("thang"))
      return named && !is_amount(at_ + taken_) ? day_alone(of_month) : std::nullopt;
    return day_and_month(of_month);
  }

  /// Behind "tới", "đến", "trước" …
  bool is_directed() const {
    static constexpr auto k_before = std::to_array<LiteralWord>(
        {"tới", "đến", "sang", "qua", "trước", "hôm", "vào", "hạn", "từ", "ngày", "hết"});
    return at_ == 0 || std::any_of(k_before.begin(), k_before.end(), [&](const LiteralWord& word) {
             return text_.could_be(at_ - 1, word);
           });
  }

  /// "tới 20", "qua mùng 5": a bare number behind a word of direction, with nothing counted.
  std::optional<LocalDate> bare_day() {
    if (at_ == 0) return std::nullopt;
    auto day = word().size() <= 2 && is_digit_word() ? written_number(word()) : std::nullopt;
    if (!day || !is_directed()) return std::nullopt;
    ++taken_;
    if (at_ + taken_ < text_.size() && !text_.words()[at_ + taken_ - 1].closes &&
        !is_particle(word()))
      return std::nullopt;
    return day_alone(*day);
  }

  bool is_digit_word() const {
    return !word().empty() && word().front() >= '0' && word().front() <= '9';
  }

  static bool is_particle(std::string_view word) {
    static constexpr std::array<std::string_view, 19> k_particles = {
        "a",  "nhe", "hen",  "duoc", "di", "em",   "chi", "anh", "khong", "roi",
        "vi", "do",  "luon", "c",    "e",  "thoi", "voi", "moi", "ha"};
    return std::find(k_particles.begin(), k_particles.end(), word) != k_particles.end();
  }

  bool is_fraction() const {
    const std::string& typed = text_.folded(at_ + taken_ - 1);
    const auto slash = typed.find('/');
    const bool one = slash != typed.npos && typed.find('/', slash + 1) == typed.npos;
    if (!one || written_number(typed.substr(0, slash)) > written_number(typed.substr(slash + 1)))
      return false;
    return is_counted_noun(text_, at_ + taken_);
  }

  /// "được 1/3", "xong 2/3": a share of the work.
  bool follows_share() const {
    static const PhraseList k_before = {"duoc", "dat", "lam", "con", "gan", "hon", "co"};
    const std::string& typed = text_.folded(at_ + taken_ - 1);
    return at_ > 0 && std::count(typed.begin(), typed.end(), '/') == 1 && typed.size() <= 4 &&
           text_.any_at(at_ - 1, k_before) > 0;
  }

  std::optional<LocalDate> day_alone(int day) const { return nearest_day(day, today_, gone_); }

  std::optional<LocalDate> day_and_month(int day) {
    if (take("nay")) return date_of(today_.year(), static_cast<int>(today_.month()), day);
    if (take("sau") || take("toi")) {
      LocalDate next = today_.last_of_month() + CalendarDays{1};
      return date_of(next.year(), static_cast<int>(next.month()), day);
    }
    if (gone_ && (take("truoc") || take("roi"))) {
      LocalDate before = today_.first_of_month() - CalendarDays{1};
      return date_of(before.year(), static_cast<int>(before.month()), day);
    }
    auto month = written_number(word());
    if (!month) return std::nullopt;
    ++taken_;
    const auto before_year = taken_;
    if (take("nam")) {
      if (auto year = year_of(word())) {
        ++taken_;
        return date_of(*year, *month, day);
      }
      taken_ = before_year;
    }
    return nearest(day, *month, today_, gone_);
  }

  /// "hôm nay", "mai", "sáng mai", "mốt", "chiều nay".
  std::optional<LocalDate> day_word() {
    const bool has_part = !part_.empty();
    const bool day = take_any({"ngay", "bua", "hom"});
    if (take("hom nay") || take("bua nay") || ((has_part || day) && take("nay"))) return today_;
    if (text_.phrase_at(at_ + taken_, "trong ngay") > 0) {
      taken_ += 2;
      if (take_any({"hom nay", "nay"}) || word().empty() || !is_digit_word()) return today_;
      return std::nullopt;
    }
    if (take("mai mot")) return std::nullopt;  // "mai mốt": some day
    // "mãi" is another word.
    if (text_.could_be(at_ + taken_, "mai") && !is_name_mai() && take("mai"))
      return today_ + CalendarDays{1};
    if (take("hom sau")) return today_ + CalendarDays{1};
    if ((has_part || text_.folded(at_ + taken_ - (taken_ > 0 ? 1 : 0)) != "hom") &&
        (day || has_part) && take("kia"))
      return today_ + CalendarDays{2};
    const bool some_day = at_ > 0 && text_.folded(at_ - 1) == "mai";  // the rest of "mai mốt"
    if (!some_day && text_.could_be(at_ + taken_, "mốt") && is_day_after_tomorrow()) {
      ++taken_;
      return today_ + CalendarDays{2};
    }
    return std::nullopt;
  }

  /// "chị Mai", "Mai Hương": a name.
  bool is_name_mai() const {
    const std::size_t here = at_ + taken_;
    const bool capital =
        text_.words()[here].typed == "Mai" && here > 0 && text_.words()[here - 1].mark == 0;
    const bool called =
        here > 0 && !gone_ && (text_.could_be(here - 1, "chị") || text_.could_be(here - 1, "cô"));
    // "3. Mai Quốc Việt": a family's; "xong. Mai Đảng ủy họp" is a day.
    const bool is_family = here > 0 && here + 2 < text_.size() &&
                           text_.words()[here].typed == "Mai" && !text_.words()[here].closes &&
                           is_capital(text_.words()[here + 1]) &&
                           is_capital(text_.words()[here + 2]);
    return (capital && called) || is_family;
  }

  /// Without diacritics "mot" is far more often "một".
  bool is_day_after_tomorrow() const {
    const Word& here = text_.words()[at_ + taken_];
    if (!here.plain) return true;
    if (taken_ > 0) return true;  // "ngay mot", "chieu mot"
    const std::size_t next = at_ + taken_ + 1;
    static const PhraseList k_behind = {"gui", "nop", "em", "e", "se", "bao"};
    return next == text_.size() ? at_ == 0 : text_.any_at(next, k_behind) > 0;
  }

  /// "hôm qua", "tối qua", "hôm kia", "hồi sáng".
  std::optional<LocalDate> day_gone() {
    const bool has_part = !part_.empty();
    if (take("hom qua") || take("bua qua") || take("ngay hom qua") ||
        (has_part && (take("qua") || take("hom qua"))))
      return today_ - CalendarDays{1};
    if (take("hom kia") || take("bua kia") || (has_part && take("hom kia")))
      return today_ - CalendarDays{2};
    if (take("hom kia")) return today_ - CalendarDays{2};
    if (take("hoi") && set_time(at_ + taken_, true)) {
      take("nay");
      if (take("hom qua") || take("qua")) return today_ - CalendarDays{1};
      return today_;
    }
    return std::nullopt;
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
      if (named && is_ordinal()) return std::nullopt;
      ++taken_;
      return static_cast<int>(i) + 1;
    }
    return std::nullopt;
  }

  /// "cuộc thứ 3", "lớp thứ hai": which of several, not a day.
  bool is_ordinal() const {
    if (at_ == 0 || taken_ != 1 || text_.words()[at_ - 1].closes) return false;
    return is_counted_noun(text_, at_ - 1) ||
           text_.any_at(at_ - 1, {"hinh", "con", "nhom", "nghi", "chuyen"}) > 0;
  }

  /// "thu 2 triệu" is money, "thu 3 lớp" a count.
  bool is_amount(std::size_t next) const {
    static const PhraseList k_units = {"trieu", "tr", "ty", "nghin", "ngan", "dong", "k"};
    return text_.any_at(next, k_units) > 0 || is_counted_noun(text_, next);
  }

  LocalDate monday() const { return today_ - CalendarDays{today_.iso_weekday() - 1}; }

  /// "thứ 6", "sáng thứ 5", "thứ sáu tuần sau", "CN": its next occurrence after today.
  std::optional<LocalDate> weekday() {
    take("hom");
    auto day = weekday_number();
    if (!day) return std::nullopt;
    const LocalDate this_week = monday() + CalendarDays{*day - 1};
    if (gone_) return weekday_gone(this_week);
    if (take("tuan sau nua")) return this_week + CalendarDays{14};
    if (take("tuan sau") || take("tuan toi")) return this_week + k_week;
    if (take("tuan nay") && this_week >= today_) return this_week;
    if (is_past_mark()) return std::nullopt;
    if (take_any({"nay", "sap toi", "toi"})) {
    }
    return this_week > today_ ? this_week : this_week + k_week;
  }

  bool is_past_mark() const {
    static const PhraseList k_past = {"tuan truoc", "tuan roi",     "vua roi",  "vua qua",
                                      "hom truoc",  "tuan vua roi", "tuan qua", "truoc"};
    return text_.any_at(at_ + taken_, k_past) > 0;
  }

  std::optional<LocalDate> weekday_gone(LocalDate this_week) {
    if (take_any({"tuan truoc", "tuan roi", "tuan vua roi", "tuan qua"})) return this_week - k_week;
    take_any({"vua roi", "vua qua", "hom truoc", "roi", "truoc"});
    return this_week < today_ ? this_week : this_week - k_week;
  }

  /// "cuối tuần" is Friday; "tuần sau" runs until its Friday; "đầu tuần" is the next Monday.
  std::optional<LocalDate> part_of_week() {
    constexpr CalendarDays to_friday{4};
    const bool begin = take("dau tuan"), middle = !begin && take("giua tuan");
    const bool end =
        !begin && !middle &&
        (take("cuoi tuan") || take("het tuan") || take("trong tuan") || take("noi tuan"));
    const bool whole = !begin && !middle && !end && take("tuan");
    if (!begin && !middle && !end && !whole) return std::nullopt;
    int weeks = take("sau nua") ? 2 : take_next() ? 1 : 0;
    if (weeks == 0 && whole && !take("nay")) return std::nullopt;
    if (weeks == 0) take("nay");
    const LocalDate week = monday() + CalendarDays{7 * weeks};
    if (whole && weeks > 0) {
      const std::size_t before = taken_;
      if (auto day = weekday_number()) return week + CalendarDays{*day - 1};  // "tuần sau thứ 3"
      taken_ = before;
      from_ = week;
    }
    LocalDate day = week + (begin ? CalendarDays{0} : middle ? CalendarDays{2} : to_friday);
    return day < today_ || (begin && day == today_) ? day + k_week : day;
  }

  /// "tháng 12", "tháng sau", "tháng này": the first of it.
  std::optional<LocalDate> month_named() {
    const LocalDate first = today_.first_of_month();
    if (take("nay")) return first;
    if (take_next()) return first.last_of_month() + CalendarDays{1};
    auto month = written_number(word());
    if (!month || *month < 1 || *month > 12 || word().size() > 2) return std::nullopt;
    ++taken_;
    const int year = today_.year() + (*month < static_cast<int>(today_.month()) ? 1 : 0);
    const auto before_year = taken_;
    if (take("nam")) {
      if (auto named = year_of(word())) {
        ++taken_;
        return date_of(*named, *month, 1);
      }
      taken_ = before_year;
      if (take("sau") || take("toi")) return date_of(today_.year() + 1, *month, 1);
    }
    return date_of(year, *month, 1);
  }

  /// "đầu tháng", "giữa tháng 12", "cuối tháng sau" = 1, 15, last.
  std::optional<LocalDate> part_of_month() {
    const bool begin = take("dau thang"),
               middle = !begin && (take("giua thang") || take("trung tuan thang"));
    const bool end =
        !begin && !middle && (take("cuoi thang") || take("het thang") || take("trong thang"));
    if (!begin && !middle && !end) return std::nullopt;
    const auto before = taken_;
    auto named = month_named();
    if (!named) taken_ = before;
    const LocalDate first = named.value_or(today_.first_of_month());
    const LocalDate day = end ? first.last_of_month() : first + CalendarDays{middle ? 14 : 0};
    if (day >= today_ || named) return day;
    return first.last_of_month() + CalendarDays{1 + (middle ? 14 : 0)};
  }

  /// "trong tháng 12", "sang tháng": the whole of it.
  std::optional<LocalDate> named_month() {
    if (!take("thang") || take("truoc") || word() == "truoc" || word() == "nay")
      return std::nullopt;
    const bool directed =
        at_ > 0 && (text_.could_be(at_ - 1, "sang") || text_.could_be(at_ - 1, "qua") ||
                    text_.could_be(at_ - 1, "trong") || text_.could_be(at_ - 1, "đến") ||
                    text_.could_be(at_ - 1, "tới"));
    const bool next = word() == "sau" || word() == "toi";
    if (!directed && !next) return std::nullopt;
    auto first = month_named();
    if (!first) return std::nullopt;
    from_ = *first;
    return first->last_of_month();
  }

  /// "cuối năm", "đầu năm sau", "hết quý" (art. 146 of the Civil Code: 01/01, 30/6, 31/12).
  std::optional<LocalDate> part_of_year() {
    if (take("cuoi nam") || take("het nam")) {
      const int year = today_.year() + (take_next() ? 1 : 0);
      return date_of(year, 12, 31);
    }
    if (take("dau nam")) {
      take_any({"sau", "toi", "moi"});
      return date_of(today_.year() + 1, 1, 1);
    }
    if (take("cuoi quy") || take("het quy")) {
      take("nay");
      const int last = (static_cast<int>(today_.month()) + 2) / 3 * 3;
      return date_of(today_.year(), last, 1)->last_of_month();
    }
    return std::nullopt;
  }

  /// "3 ngày nữa", "hai hôm nữa", "1 tuần nữa", "2 ngày sau".
  std::optional<LocalDate> days_ahead() {
    auto count = small_number(text_, at_ + taken_);
    if (!count) return std::nullopt;
    ++taken_;
    const bool week = take("tuan");
    if (!week && !take("ngay") && !take("hom") && !take("bua")) return std::nullopt;
    if (asked_more_ || !take("nua")) return std::nullopt;
    return today_ + CalendarDays{week ? *count * 7 : *count};
  }

  /// "3 hôm trước", "cách đây 2 ngày", "2 bữa rồi".
  std::optional<LocalDate> days_ago() {
    const bool ago = take("cach day");
    auto count = small_number(text_, at_ + taken_);
    if (!count) return std::nullopt;
    ++taken_;
    const bool week = take("tuan");
    if (!week && !take("ngay") && !take("hom") && !take("bua")) return std::nullopt;
    if (!ago && !take("truoc")) return std::nullopt;
    return today_ - CalendarDays{week ? *count * 7 : *count};
  }

  const Utterance& text_;
  LocalDate today_;
  std::size_t at_;
  bool gone_;
  /// "xin thêm 4 bữa nữa" is a span, not the fourth day from now.
  bool asked_more_ = at_ > 0 && (text_.folded(at_ - 1) == "them" || text_.folded(at_ - 1) == "lui");
  std::size_t taken_ = 0;
  std::optional<TimeOfDay> time_;
  std::optional<LocalDate> from_;
  std::string_view part_;
  bool exact_ = false;
};

}  // namespace

bool is_counted_noun(const Utterance& text, std::size_t at) {
  return at < text.size() && (at == 0 || !text.words()[at - 1].closes) &&
         is_counted_word(text.folded(at));
}

std::optional<FoundDate> date_at(const Utterance& text, LocalDate today, std::size_t at,
                                 Days days) {
  if (at >= text.size() || !may_begin_date(text, at)) return std::nullopt;
  return DateReader(text, today, at, days).read();
}

std::optional<FoundDate> find_date(const Utterance& text, LocalDate today, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (auto date = date_at(text, today, i)) return date;
  }
  return std::nullopt;
}

}  // namespace dondoc::understanding
