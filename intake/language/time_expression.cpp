#include "intake/language/time_expression.h"

#include <algorithm>
#include <optional>

#include "intake/language/days_of_period.h"
#include "intake/language/event_time.h"
#include "intake/language/point_list.h"
#include "intake/language/time_words.h"

namespace dondoc::intake {
namespace {

class TimeReader {
 public:
  explicit TimeReader(const Tokens& tokens) : tokens_(tokens) {}

  std::vector<TimeExpression> read() {
    std::vector<TimeExpression> found;
    std::size_t at = 0;
    while (at < tokens_.size()) {
      auto expression = expression_at(at);
      if (!expression) {
        ++at;
        continue;
      }
      expression->begin = at;
      at = std::max(at + 1, expression->end);
      found.push_back(std::move(*expression));
    }
    return found;
  }

 private:
  using Found = std::optional<TimeExpression>;

  bool is(std::size_t at, std::string_view word) const {
    return at < tokens_.size() && tokens_[at].is(word);
  }

  Found expression_at(std::size_t at) const {
    if (auto period = period_at(at)) return period;
    if (auto span = span_of_years(at)) return span;
    if (auto every = every_at(at)) return every;
    if (auto limited = limited_at(at)) return limited;
    static const PatternList k_each({"hàng|hằng|mỗi tháng|quý|năm ngày"});  // "hằng tháng ngày 20"
    const bool opens = at > 0 && (is(at - 1, "(") || is(at - 1, ":") ||
                                  (at > 1 && k_each.match(tokens_, at - 2) == 3));
    static const PatternList k_ceremonies(
        {"khai|bế giảng|mạc", "tựu trường", "ra quân", "khởi công", "khánh thành", "khai trương"});
    const bool held = at > 1 && k_ceremonies.match(tokens_, at - 2) == 2;  // "khai giảng 03/6"
    const Bare named = held || (at > 0 && is(at - 1, ":")) ? Bare::accepted : Bare::refused;
    if (auto points = points_at(at, named, opens ? Lone::accepted : Lone::refused)) return points;
    static const PatternList k_days({"các|những ngày #"});  // "Coi thi: các ngày 02, 03/6"
    if (k_days.match(tokens_, at) > 0) {
      const Lone lone = at > 0 && is(at - 1, ":") ? Lone::accepted : Lone::refused;
      if (auto points = points_at(at + 1, Bare::accepted, lone)) return points;
    }
    if (auto bare = bare_periods_at(at)) return bare;
    static const PatternList k_so_many({"# ngày # ,|và|-"});  // "trực tiếp 02 ngày 10 và 11/01"
    if (k_so_many.match(tokens_, at) > 0) {
      if (auto points = points_at(at + 1, Bare::accepted, Lone::refused)) {
        points->limit = Limit::within;
        return points;
      }
    }
    return open_at(at);
  }

  // --- points ---

  Found limited_at(std::size_t at) const {
    const auto limit = limit_words().match(tokens_, at);
    if (!limit) return std::nullopt;
    for (std::size_t length = limit.length; length > 0; --length) {
      auto points = points_at(at + length, Bare::accepted, Lone::accepted);
      if (!points) continue;
      if (points->lone_day && !is(at + length, "ngày")) continue;
      points->limit = *limit.value;
      if (points->form == TimeForm::points) points->rule = rule_of_limit(*limit.value);
      if (is(at + length - 1, "cuối")) {  // "vào cuối năm 2023"
        for (Point& point : points->points) point.year_end = point.year_end || point.is_year();
      }
      if (*limit.value == Limit::from && !points->open_ended) points->open_ended = true;
      return points;
    }
    return std::nullopt;
  }

  enum class Lone { refused, accepted };

  Found points_at(std::size_t at, Bare bare, Lone lone) const {
    if (auto days = days_of_period(tokens_, at)) return days;
    auto first = point_at(tokens_, at, bare);
    if (!first) return std::nullopt;
    const bool months_listed = take_first_of_months(tokens_, *first);
    TimeExpression expression;
    expression.rule = "ngay-thang";
    expression.points.push_back(*first);
    more_points(expression, at > 0 && (is(at - 1, "các") || is(at - 1, "những")));
    complete_years(expression.points);
    std::size_t end = expression.points.back().end;
    if (months_listed && ends_of_quarters(expression.points)) {
      expression.points = {*first};
      expression.points.front().month.reset();
      expression.points.front().day_of = DayOf::last_of_quarter;
      expression.rhythms.push_back({DueEvery::quarter});
    }
    end = pass_weekday(end);
    take_placement(expression, end);
    if (const auto length = open_ends().match(tokens_, end)) {
      expression.open_ended = true;
      end += length;
    }
    expression.end = end;
    expression.lone_day = is_lone_day(expression);
    if (expression.lone_day && lone == Lone::refused) return std::nullopt;
    return expression;
  }

  /// "ngày 20" says nothing by itself; "ngày 20 hằng tháng" does.
  static bool is_lone_day(const TimeExpression& expression) {
    const Point& last = expression.points.back();
    return last.day && !last.month && last.day_of == DayOf::stated && expression.rhythms.empty();
  }

  /// "(thứ Hai)", "(tức từ ngày 26 tháng Chạp đến mùng 5 tháng Giêng)" behind a date.
  std::size_t pass_weekday(std::size_t at) const {
    if (!is(at, "(") || !(is(at + 1, "thứ") || is(at + 1, "chủ") || is(at + 1, "tức"))) return at;
    const std::size_t reach = is(at + 1, "tức") ? 24 : 8;
    for (std::size_t i = at + 2; i < std::min(at + reach, tokens_.size()); ++i) {
      if (is(i, ")")) return i + 1;
    }
    return at;
  }

  /// "01/6 và 15/11", "tháng 11, 12/2013", "quý III - IV/2025", "năm 2026 - 2027".
  /// `plural`: "các ngày 10 và 25" without a month.
  void more_points(TimeExpression& expression, bool plural) const {
    while (expression.points.size() < 12) {
      const Point& last = expression.points.back();
      std::size_t at = last.end;
      const bool dash = is(at, "-");
      const bool to = is(at, "đến") || is(at, "tới");
      const bool list = is(at, ",") || is(at, "và") || is(at, "&") || is(at, "hoặc");
      if (!dash && !to && !list) return;
      ++at;
      if (is(at, "và")) ++at;
      if (is(at, "hết") || is(at, "trước")) ++at;
      if (plural && list && !last.month && take_last_day(expression, at)) return;
      auto next = next_of_kind(tokens_, last, at, plural && list ? Listed::days : Listed::unknown);
      if (!next) return;
      const bool either = is(last.end, "hoặc");  // "ngày 17 hoặc 18/4": by the later
      if (dash || to || either) expression.range = true;
      expression.points.push_back(*next);
      if (expression.range) return;
    }
  }

  /// "các ngày 10, 20 và ngày cuối tháng".
  bool take_last_day(TimeExpression& expression, std::size_t at) const {
    const auto days = days_of_period(tokens_, at);
    if (!days || days->form != TimeForm::points || days->rhythms.empty()) return false;
    const Point& last = days->points.front();
    for (Point& point : expression.points) point.day_of = last.day_of;
    expression.points.push_back(last);
    expression.rhythms = days->rhythms;
    return true;
  }

  void take_placement(TimeExpression& expression, std::size_t& end) const {
    std::size_t at = end;
    if (is(at, ",") || is(at, "(")) ++at;
    if (is(at, "dương") && is(at + 1, "lịch")) at += 2;
    const auto placement = placement_words().match(tokens_, at);
    if (!placement) return;
    end = at + placement.length;
    if (placement.value->every) expression.rhythms.push_back({*placement.value->every});
    for (Point& point : expression.points) {
      if (!point.month) point.day_of = placement.value->day_of;
      if (placement.value->every == DueEvery::year) point.year.reset();
    }
    more_rhythms(expression, end, Continue::with_lead);
  }

  // --- periods ---

  Found period_at(std::size_t at) const {
    std::size_t next = at;
    static const PatternList k_from(
        {"từ", "bắt đầu từ", "kể từ", "trong thời gian từ", "thời gian từ"});
    const auto length = k_from.match(tokens_, at);
    if (length == 0) return std::nullopt;
    next = at + length;
    TimeExpression expression;
    expression.form = TimeForm::period;
    expression.rule = "tu-den";
    static const PatternList k_now(
        {"nay", "khi ban hành kế hoạch|văn này|bản", "thời điểm ban hành"});
    if (const auto now = k_now.match(tokens_, next)) {
      expression.from_now = true;
      next += now;
    } else if (auto from = point_at(tokens_, next, Bare::accepted)) {
      expression.from = from;
      next = pass_weekday(from->end);
    } else {
      return std::nullopt;
    }
    return period_end(std::move(expression), next);
  }

  Found period_end(TimeExpression expression, std::size_t at) const {
    static const PatternList k_to({"đến", "cho|, đến", "tới", "-", "đến hết|trước|cuối",
                                   "cho đến hết|trước", "tới hết", "- hết", "- đến"});
    const auto length = k_to.match(tokens_, at);
    if (length > 0) {
      for (std::size_t used = length; used > 0; --used) {
        auto to = point_at(tokens_, at + used, Bare::accepted);
        if (!to && expression.from) to = next_of_kind(tokens_, *expression.from, at + used);
        if (!to) continue;
        expression.points = {*to};
        expression.end = pass_weekday(to->end);
        complete_from(expression);
        if (const auto open = open_ends().match(tokens_, expression.end)) {
          expression.open_ended = true;
          expression.end += open;
        }
        return expression;
      }
      if (is(at, "đến") || is(at, "cho") || is(at, "tới")) {
        expression.open_ended = true;
        expression.end = end_of_words(at);
        return expression;
      }
    }
    if (!expression.from) return std::nullopt;
    if (expression.from->is_day() && !expression.from->month) return std::nullopt;
    if (begins_at_hour(expression, at)) {
      expression.form = TimeForm::points;
      expression.limit = Limit::within;
      expression.points = {*expression.from};
      expression.from.reset();
      expression.end = at;
      return expression;
    }
    expression.open_ended = true;
    expression.end = at;
    if (const auto open = open_ends().match(tokens_, at)) expression.end += open;
    expression.rule = "tu-ngay";
    return expression;
  }

  /// "Thời gian: Từ 7h30, ngày 20/3/2025.": when it begins that day, no stretch without an end.
  bool begins_at_hour(const TimeExpression& expression, std::size_t end) const {
    static const PatternList k_hours({": bắt? đầu? từ # giờ|h|:", ": vào? lúc? từ # giờ|h|:"});
    if (!expression.from->is_day()) return false;
    for (std::size_t at = end > 24 ? end - 24 : 0; at < end; ++at) {
      if (k_hours.match(tokens_, at) > 0) return true;
    }
    return false;
  }

  static void complete_from(TimeExpression& expression) {
    if (!expression.from) return;
    Point& from = *expression.from;
    const Point& to = expression.points.front();
    if (!from.year) from.year = to.year;
    if (from.day && !from.month) from.month = to.month;
    // "từ 2026 - 2030": nothing to complete
  }

  /// "giai đoạn 2026 - 2030", "năm học 2025 - 2026": a stretch of years with a name.
  Found span_of_years(std::size_t at) const {
    static const PatternList k_spans(
        {"giai đoạn", "trong giai đoạn", "nhiệm kỳ", "năm học", "niên độ"});
    const auto length = k_spans.match(tokens_, at);
    const bool labelled = at > 0 && is(at - 1, ":") && is(at + 1, "-");  // "Thời gian: 2022 - 2025"
    if (length == 0 && !labelled) return std::nullopt;
    const std::size_t next = at + length;
    const auto from = named_by(tokens_, next, "năm");
    if (!from || !from->is_year() || !from->year) return std::nullopt;
    TimeExpression expression;
    expression.form = TimeForm::period;
    expression.rule = is(at, "năm") ? "nam-hoc" : "giai-doan";
    expression.from = from;
    expression.end = from->end;
    if (is(from->end, "-") || is(from->end, "đến")) {
      if (auto to = named_by(tokens_, from->end + 1, "năm"); to && to->is_year()) {
        expression.points = {*to};
        expression.end = to->end;
      }
    }
    if (expression.points.empty()) expression.points = {*from};
    if (const auto open = open_ends().match(tokens_, expression.end)) {
      expression.open_ended = true;
      expression.end += open;
    }
    return expression;
  }

  // --- rhythms ---

  enum class Continue { with_lead, any };

  Found every_at(std::size_t at) const {
    if (auto counted = counted_at(at)) return counted;
    const auto lead = rhythm_leads().match(tokens_, at);
    for (std::size_t length = lead; length > 0; --length) {
      auto period = period_word_at(at + length);
      if (!period) continue;
      TimeExpression expression;
      expression.form = TimeForm::every;
      expression.rule = "hang-ky";
      expression.rhythms.push_back({period->every});
      std::size_t end = at + length + period->length;
      if (auto count = frequency_behind(end)) {
        expression.rhythms.back().times = *count;
      }
      if (is(end, "một") || is(end, "01") || is(end, "1")) {
        if (is(end + 1, "lần")) end += 2;
      }
      if (is(end, "/") && is(end + 1, "lần")) end += 2;
      more_rhythms(expression, end, Continue::any);
      expression.end = end;
      return expression;
    }
    return std::nullopt;
  }

  /// "mỗi quý có ít nhất 04 tin": how often.
  std::optional<int> frequency_behind(std::size_t at) const {
    static const PatternList k_counts(
        {"# lần|đợt|cuộc|buổi|kỳ|chuyên|bản|phiên|lớp|lượt|số", "hai|ba|bốn lần",
         "có? ít nhất # lần|đợt|cuộc|buổi|kỳ|tin|bài|chuyên|lớp|hội|phóng|bản|phiên|lượt|số|chương",
         "có? tối thiểu # lần|đợt|cuộc|buổi|kỳ|tin|bài|chuyên|lớp|hội",
         "tổ chức ít? nhất? # lần|đợt|cuộc|buổi|kỳ|lớp|hội"});
    const auto length = k_counts.match(tokens_, at);
    if (length == 0) return std::nullopt;
    for (std::size_t i = at; i < at + length; ++i) {
      if (tokens_[i].value > 0) return static_cast<int>(tokens_[i].value);
    }
    return std::nullopt;
  }

  struct Period {
    DueEvery every;
    std::size_t length;
  };

  /// A period word that names no particular one: not "tháng 7", not "năm 2025", not "quý IV".
  std::optional<Period> period_word_at(std::size_t at) const {
    const auto match = period_words().match(tokens_, at);
    if (!match) return std::nullopt;
    const std::size_t end = at + match.length;
    if (end < tokens_.size()) {
      const Token& next = tokens_[end];
      const bool counts = frequency_behind(end).has_value();  // "mỗi quý 01 lần", no quarter one
      if (next.kind == TokenKind::number && match.length == 1 && !counts) return std::nullopt;
      if (is(at, "quý") && next.capital && roman(next.key) > 0) return std::nullopt;
      if (is(at, "năm") && (next.is("học") || next.is("ngoái") || next.is("nay") || next.is("qua")))
        return std::nullopt;
      if (is(at, "ngày") && next.is("càng")) return std::nullopt;
    }
    return Period{*match.value, match.length};
  }

  /// ", quý, 6 tháng và năm"; behind a date only with "hằng" again.
  void more_rhythms(TimeExpression& expression, std::size_t& end, Continue how) const {
    while (expression.rhythms.size() < 6) {
      std::size_t at = end;
      if (is(at, ",") || is(at, "/") || is(at, "&")) ++at;
      if (is(at, "và") || is(at, "hoặc")) ++at;
      if (at == end) return;
      if (is(at, "báo") && is(at + 1, "cáo")) at += 2;
      const auto lead = rhythm_leads().match(tokens_, at);
      if (lead == 0 && how == Continue::with_lead) return;
      const auto period = period_word_at(at + lead);
      if (!period) return;
      // "mỗi quý hoặc mỗi tháng": each unit chooses
      const bool either = is(end, "hoặc") && lead > 0 && expression.rhythms.size() == 1;
      end = at + lead + period->length;
      if (!either) expression.rhythms.push_back({period->every});
    }
  }

  Found counted_at(std::size_t at) const {
    const auto interval = interval_words().match(tokens_, at);
    const auto frequency = frequency_words().match(tokens_, at);
    if (!interval && !frequency) return std::nullopt;
    TimeExpression expression;
    expression.form = TimeForm::every;
    long number = std::max(1L, tokens_[at].value);
    if (is(at, "định") && at + 2 < tokens_.size()) number = std::max(1L, tokens_[at + 2].value);
    if (interval.length >= frequency.length) {
      expression.rule = "n-ky-mot-lan";
      expression.rhythms.push_back(interval_of(*interval.value, static_cast<int>(number)));
      expression.end = at + interval.length;
    } else {
      expression.rule = "n-lan-mot-ky";
      expression.rhythms.push_back({*frequency.value, 1, static_cast<int>(number)});
      expression.end = at + frequency.length;
    }
    return expression;
  }

  static Rhythm interval_of(DueEvery every, int number) {
    if (every == DueEvery::month && number == 3) return {DueEvery::quarter};
    if (every == DueEvery::month && number == 6) return {DueEvery::half_year};
    if (every == DueEvery::month && number == 12) return {DueEvery::year};
    return {every, number};
  }

  /// "quý, 6 tháng", "tháng, quý, năm", "cả năm": only a report can be meant, which is judged
  /// later.
  Found bare_periods_at(std::size_t at) const {
    const auto period = period_word_at(at);
    if (!period) return std::nullopt;
    const bool behind_number = at > 0 && tokens_[at - 1].value >= 0;
    static constexpr std::string_view k_not_behind[] = {
        "trong", "sau", "quá", "dưới",   "trên", "nhiều", "các",  "những",
        "từng",  "một", "vào", "của",    "đầu",  "cuối",  "ngày", "hết",
        "giữa",  "qua", "này", "khoảng", "suốt", "theo",  "đến",  "thứ"};
    if (behind_number && period->length == 1) return std::nullopt;
    if (at > 0) {
      for (std::string_view word : k_not_behind) {
        if (is(at - 1, word)) return std::nullopt;
      }
    }
    if (period->every == DueEvery::day && !names_daily_report(tokens_, at)) return std::nullopt;
    if (period->every == DueEvery::week && !(at > 0 && is(at - 1, "cáo"))) return std::nullopt;
    // "Tháng hành động vì người cao tuổi" is the name of a campaign.
    static const PatternList k_campaigns({"tháng hành động", "tháng cao điểm", "tháng thanh niên",
                                          "tháng công nhân", "tháng an toàn", "tháng khuyến mại",
                                          "tháng nhân đạo", "năm an toàn", "năm du lịch"});
    if (k_campaigns.match(tokens_, at) > 0) return std::nullopt;
    TimeExpression expression;
    expression.form = TimeForm::every;
    expression.bare = true;
    expression.rule = "bao-cao-ky";
    expression.rhythms.push_back({period->every});
    std::size_t end = at + period->length;
    more_rhythms(expression, end, Continue::any);
    expression.end = end;
    return expression;
  }

  // --- without a calendar ---

  /// To the next mark that ends a clause.
  std::size_t end_of_words(std::size_t at) const {
    static constexpr std::string_view k_ends[] = {".", ";", ",", ")", "(", ":", "!"};
    std::size_t end = at;
    while (end < tokens_.size() &&
           std::find(std::begin(k_ends), std::end(k_ends), tokens_[end].key) == std::end(k_ends)) {
      if (end > at && limited_at(end)) break;
      ++end;
    }
    return end;
  }

  Found open_at(std::size_t at) const {
    const auto match = open_time_words().match(tokens_, at);
    if (!match) {
      const std::size_t length = long_from_event(tokens_, at);
      if (length == 0) return std::nullopt;
      TimeExpression before;
      before.form = TimeForm::relative;
      before.rule = "truoc-su-kien";
      before.end = at + length;
      return before;
    }
    TimeExpression expression;
    expression.form = match.value->form;
    expression.rule = match.value->rule;
    const bool reaches =
        expression.form == TimeForm::relative || expression.form == TimeForm::condition;
    expression.end = reaches ? std::max(at + match.length, end_of_words(at)) : at + match.length;
    return expression;
  }

  const Tokens& tokens_;
};

}  // namespace

std::vector<TimeExpression> time_expressions(const Tokens& tokens) {
  return TimeReader(tokens).read();
}

}  // namespace dondoc::intake
