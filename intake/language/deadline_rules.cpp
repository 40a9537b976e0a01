#include "intake/language/deadline_rules.h"

#include <algorithm>

#include "intake/language/duty_words.h"
#include "intake/language/time_place.h"
#include "intake/language/unit_phrase.h"

namespace dondoc::intake {
namespace {

/// What each kind of time needs to be a deadline.
class Judge : private TimePlace {
 public:
  using TimePlace::TimePlace;

  std::optional<std::string_view> dated() const {
    if (trapped()) return std::nullopt;
    if (labelled()) return "nhan-thoi-gian";
    if (retold() || fact()) return std::nullopt;
    if (time_.form == TimeForm::period) return period();
    switch (time_.limit) {
      case Limit::before:
        return before();
      case Limit::by:
        return by();
      case Limit::within:
        return within();
      case Limit::from:
      case Limit::none:
        break;
    }
    return placed();
  }

  bool no_deadline() const { return trapped() || (!labelled() && (retold() || fact())); }

  std::optional<std::string_view> rhythm() const {
    if (trapped()) return std::nullopt;
    if (time_.bare && !c_.whole_is_time) return bare_rhythm();
    if (labelled()) return "nhan-thoi-gian";
    if (reports_near())
      return noun_phrase() ? std::nullopt : std::optional<std::string_view>("bao-cao-dinh-ky");
    return yearly();
  }

  std::optional<std::string_view> open() const {
    if (trapped()) return std::nullopt;
    if (labelled()) {
      if (time_.form == TimeForm::continuous) return std::nullopt;
      return "nhan-thoi-gian";
    }
    switch (time_.form) {
      case TimeForm::relative: {
        const bool latest = is(time_.begin + 1, "nhất");
        if (percent_beside() || percent_leads()) return std::nullopt;
        return (!acts() && !latest) || difficulty() ? std::nullopt : std::optional(time_.rule);
      }
      case TimeForm::on_request:
        if (is(time_.end, "về") && time_.rule == "theo-yeu-cau") return std::nullopt;
        if (time_.rule == "bao-cao-ngay") return time_.rule;
        if (time_.rule == "bao-cao-kip-thoi")
          return addressed() && !closing() ? std::optional(time_.rule) : std::nullopt;
        return reports_near() && !difficulty() ? std::optional<std::string_view>(time_.rule)
                                               : std::nullopt;
      case TimeForm::periodic:
        return periodic();
      case TimeForm::condition:
        return condition();
      default:
        return std::nullopt;
    }
  }

  bool reports_near() const {
    return c_.report_above || std::any_of(s_.verbs.begin(), s_.verbs.end(), [](const Verb& verb) {
             return verb.kind == DeadlineKind::report || verb.kind == DeadlineKind::summary ||
                    verb.kind == DeadlineKind::settlement;
           });
  }

 private:
  std::optional<std::string_view> before() const {
    if (point().is_year() && percent()) return std::nullopt;
    if (s_.verbs.empty() && !c_.report_above && !leads() && !in_bracket() && !tails()) {
      // "Nộp hồ sơ" is a verb; a bare noun phrase with "trước ngày" still limits something
      if (!point().is_day()) return std::nullopt;
    }
    return "truoc-ngay";
  }

  std::optional<std::string_view> by() const {
    const bool strong = !is(time_.begin, "đến") && !is(time_.begin, "tới") &&
                        !is(time_.begin, "hết") && !is(time_.begin, "cho");
    if (strong) return "cham-nhat";
    const bool must = is(time_.end, "phải") || is(time_.end, "hoàn") || is(time_.end, "xong");
    if (leads() && !must && past()) return std::nullopt;  // "Đến ngày 31/12/2023, xã đạt …"
    if (point().is_day() && leads() && must) return "den-ngay";
    if (percent_beside() || (percent() && !point().is_day())) return std::nullopt;
    if (strives() && must && !point().is_year()) return "den-ngay";
    if (lone_in_bracket()) return "ngoac-don";
    if (tails()) return "cuoi-muc";
    if (point().is_day())
      return verb_before() || leads() || c_.report_above
                 ? std::optional<std::string_view>("den-ngay")
                 : std::nullopt;
    if (finishing_just_before()) return "hoan-thanh";
    if (point().is_month() || point().is_quarter())
      return verb_before() && !past() ? std::optional<std::string_view>("den-het-thang")
                                      : std::nullopt;
    return std::nullopt;  // "đến năm 2030" belongs to a name or a target
  }

  std::optional<std::string_view> within() const {
    if (point().is_year()) {
      if (percent()) return std::nullopt;
      if (point().year_end)
        return leads() || summary() ? std::optional<std::string_view>("cuoi-nam") : std::nullopt;
      if (finishing_just_before() || begins_finishing()) return "hoan-thanh";
      if (lone_in_bracket() || summed_up_just_before()) return "ngoac-don";
      return std::nullopt;
    }
    if (lone_in_bracket() || tails() || leads() || finishing_just_before()) return "trong-vao";
    if (past()) return std::nullopt;
    if (held_on()) return "trong-vao";  // "; đợt 2 vào tháng 8/2025"
    if (is(time_.begin, "dự") && ends_here(time_.end) && !percent()) return "trong-vao";
    if (point().is_day() && !point().month) return std::nullopt;
    if (!acts() && !c_.report_above && !point().is_day()) return std::nullopt;
    return "trong-vao";
  }

  /// "Phấn đấu đến hết tháng 10/2025 hoàn thành …".
  bool strives() const {
    static const PatternList k_words({"phấn đấu", "bảo|đảm đảm|bảo", "quyết tâm"});
    const auto length = k_words.match(tokens_, s_.begin);
    return length > 0 && s_.begin + length == time_.begin;
  }

  bool summary() const {
    return std::any_of(s_.verbs.begin(), s_.verbs.end(),
                       [](const Verb& verb) { return verb.kind == DeadlineKind::summary; });
  }

  /// Without a word that limits: only its place makes it a deadline.
  std::optional<std::string_view> placed() const {
    if (time_.open_ended) return std::nullopt;
    if (point().is_year() && !point().year_end) {
      return std::nullopt;
    }
    if (tails() && !percent() && !fraction()) return "cuoi-muc";
    const bool on_it = point().is_day() || (point().is_month() && in_bracket());
    if (((on_it && held_on()) || ceremony_day()) && !past()) return "to-chuc-ngay";
    if (held_then() && !past() && !percent()) return "cuoi-cau";
    if (at_hour() && !past()) return "gio-ngay";
    if (shares_limit()) return "chung-han";
    if (leads()) {
      const bool colon = is(time_.end, ":");
      if (colon) return "dau-muc";
      if (percent() || past()) return std::nullopt;
      const bool comma = is(time_.end, ",");
      if (point().year_end && !s_.verbs.empty()) return "dau-muc";
      if (comma && !s_.verbs.empty()) return "dau-muc";
      const std::size_t carried = is(time_.end, "tiến") ? 2 : 1;  // "tiến hành sơ kết"
      if (!point().is_year() && !s_.verbs.empty() && s_.verbs.front().at <= time_.end + carried)
        return "dau-muc";
      return std::nullopt;
    }
    if (point().month && opens_part() && report_next()) return "dau-menh-de";
    const bool month_alone = ((point().is_month() && is(time_.begin, "tháng")) ||
                              (point().is_quarter() && is(time_.begin, "quý"))) &&
                             (verb_before() || acts());
    const bool closed = ends_here(time_.end) || is(time_.end, ")");
    if (month_alone && is(time_.begin - 1, "(") && closed && !past() && !percent())
      return "ngoac-don";
    if (lone_in_bracket() && time_.range && point().is_day() && time_.points.back().year &&
        !past() && !anniversary())
      return "ngoac-don";
    const bool days_named = time_.range && point().is_day() && is(time_.begin, "ngày");
    if (lone_in_bracket() && days_named && verb_before() && !past()) return "ngoac-don";
    if (closes_sentence()) return "cuoi-cau";
    const bool phase = is(time_.end, ")") && is(time_.end + 1, ":");  // "Thí điểm (quý I/2025):"
    if (lone_in_bracket() && phase && !point().is_day() && !point().is_year() &&
        time_.points.back().year && !past())
      return "ngoac-don";
    const bool early = time_.begin <= s_.begin + 7;  // "Cuối mùa khô (tháng 9/2024) tổ chức …"
    if (lone_in_bracket() && !point().is_day() && time_.points.back().year &&
        (verb_before() || (early && !s_.verbs.empty())) && !past() && !point().is_year())
      return "ngoac-don";
    if (point().year_end && summary()) return "cuoi-nam";
    if (goes_on()) return "liet-ke";
    return std::nullopt;
  }

  /// "(01/10/1995 - 01/10/2025)": so many years since then.
  bool anniversary() const { return point().year && *point().year + 1 < *time_.points.back().year; }

  /// ", ngày 15/7 và ngày 30/7 báo cáo …": a date before its verb.
  bool opens_part() const {
    return time_.begin > s_.begin &&
           (is(time_.begin - 1, ",") || is(time_.begin - 1, ";") || is(time_.begin - 1, ":"));
  }
  bool report_next() const {
    return std::any_of(s_.verbs.begin(), s_.verbs.end(), [&](const Verb& verb) {
      return verb.at == time_.end && verb.kind != DeadlineKind::task &&
             verb.kind != DeadlineKind::event;
    });
  }

  /// "… thông qua dự thảo báo cáo, ngày 24/11/2023.", "… sơ kết vào kỳ họp tháng 12/2025."
  bool closes_sentence() const {
    if (!time_.points.back().year || past() || percent() || !ends_here(time_.end)) return false;
    if (point().is_day())
      return (!s_.verbs.empty() || names_event()) && time_.begin > s_.begin &&
             is(time_.begin - 1, ",");
    return point().is_month() && summary();
  }

  std::optional<std::string_view> period() const {
    if (time_.rule == "giai-doan" || time_.rule == "nam-hoc") return std::nullopt;
    if (time_.points.empty()) return std::nullopt;
    if (percent() && !point().is_day()) return std::nullopt;
    if (leads() && (is(time_.end, ":") || (!s_.verbs.empty() && !past()))) return "tu-den";
    if (tails() || lone_in_bracket())
      return past() ? std::nullopt : std::optional<std::string_view>("tu-den");
    if (time_.from_now && (!s_.verbs.empty() || ends_here(time_.end))) return "tu-nay-den";
    const bool in_days = point().is_day() && time_.from && time_.from->is_day();
    if (in_days && !past() && is(time_.begin - 1, ":")) return "tu-den";  // "Đợt 1: từ … tại …"
    const bool ends_part = ends_here(time_.end) || is(time_.end, ",") || is(time_.end, ";");
    if (in_days && !past() && ends_part) return "tu-den";
    if (past() || !verb_before()) return std::nullopt;
    if (point().is_year())
      return finishing_just_before() || ends_here(time_.end)
                 ? std::optional<std::string_view>("tu-den")
                 : std::nullopt;
    return "tu-den";
  }

  // --- rhythms ---

  std::optional<std::string_view> bare_rhythm() const {
    const std::size_t at = time_.begin;
    static const PatternList k_reports({"báo cáo", "sơ kết", "tổng kết", "báo cáo định kỳ",
                                        "báo cáo kết quả", "định kỳ", "chế độ báo cáo"});
    const std::size_t from = at > s_.begin + 14 ? at - 14 : s_.begin;
    std::size_t report = at;
    for (std::size_t i = at; i-- > from;) {
      if (k_reports.match(tokens_, i) > 0) {
        report = i;
        break;
      }
    }
    const bool direct = report < at && at - report <= 3;
    const bool day_said =
        is(time_.end, ":") &&
        std::any_of(s_.times.begin(), s_.times.end(), [&](const TimeExpression& other) {
          return other.begin > time_.begin &&
                 (other.form == TimeForm::points || other.form == TimeForm::every);
        });
    const bool dated_behind = is(time_.end, "(") || day_said || is(time_.end, "trước") ||
                              is(time_.end, "chậm") || is(time_.end, "vào") ||
                              is(time_.end, "ngày");
    const bool listed = time_.rhythms.size() > 1;
    const bool report_next = std::any_of(s_.verbs.begin(), s_.verbs.end(), [&](const Verb& verb) {
      return verb.kind == DeadlineKind::report && verb.at == time_.end;
    });
    if (leads() && listed && report_next) return "bao-cao-ky";
    if (dated_behind && goes_on_list() && reports_near()) return "bao-cao-ky";
    if (report == at)
      return c_.report_above && leads() && (dated_behind || listed)
                 ? std::optional<std::string_view>("bao-cao-ky")
                 : std::nullopt;
    const bool closes = time_.end >= s_.end || is(time_.end, ",") || is(time_.end, ".") ||
                        is(time_.end, "gửi") || is(time_.end, "về") || is(time_.end, "theo") ||
                        is(time_.end, "và") || is(time_.end, ")");
    if (direct && (dated_behind || closes)) return "bao-cao-ky";
    if (dated_behind || listed) return "bao-cao-ky";
    return std::nullopt;
  }

  /// "… quý ngày 15 tháng cuối quý, năm ngày 30/11": another rhythm just before.
  bool goes_on_list() const {
    constexpr std::size_t k_words_most = 3;
    return std::any_of(s_.times.begin(), s_.times.end(), [&](const TimeExpression& other) {
      return other.end <= time_.begin && time_.begin - other.end <= k_words_most &&
             !other.rhythms.empty();
    });
  }

  /// "trong dự toán ngân sách hằng năm": the rhythm of a thing, not of a duty.
  bool noun_phrase() const {
    if (within_noun_report()) return true;
    static const PatternList k_things({"dự toán", "ngân sách", "phát hành", "trợ cấp", "lương",
                                       "kinh phí", "khen thưởng", "được giao", "bình quân",
                                       "tăng trưởng", "thu nhập", "sản lượng", "học phí", "hội phí",
                                       "đoàn phí", "kiểm tra"});
    const std::size_t from = time_.begin > s_.begin + 5 ? time_.begin - 5 : s_.begin;
    for (std::size_t at = from; at < time_.begin; ++at) {
      const auto length = k_things.match(tokens_, at);
      if (length == 0) continue;
      const bool report_between =
          std::any_of(s_.verbs.begin(), s_.verbs.end(), [&](const Verb& verb) {
            return verb.at >= at + length && verb.at < time_.begin &&
                   verb.kind == DeadlineKind::report;
          });
      if (!report_between) return true;
    }
    return false;
  }

  /// "đưa nội dung vào báo cáo kinh tế - xã hội hằng năm": the only report is a thing.
  bool within_noun_report() const {
    static const PatternList k_into({"vào|trong|theo|từ|tại|của các? báo cáo"});
    if (c_.report_above || s_.verbs.empty()) return false;
    bool named = false;
    for (const Verb& verb : s_.verbs) {
      if (verb.kind == DeadlineKind::task || verb.kind == DeadlineKind::event) continue;
      const std::size_t before = verb.at > s_.begin + 1 ? verb.at - 2 : s_.begin;
      const bool into = k_into.match(tokens_, before) > 0 ||
                        (verb.at > s_.begin && k_into.match(tokens_, verb.at - 1) > 0);
      if (!into || verb.at > time_.begin) return false;
      named = true;
    }
    return named;
  }

  std::optional<std::string_view> yearly() const {
    const Rhythm& rhythm = time_.rhythms.front();
    const bool counted = time_.rule == "n-ky-mot-lan" || rhythm.times > 0;
    const bool announced = time_.begin > s_.begin && is(time_.begin - 1, ":");
    if (counted && announced) return "so-lan";
    const bool acting = yearly_verbs().find(tokens_, s_.begin, s_.end) < s_.end || acts();
    if (counted && time_.rule == "n-ky-mot-lan" && !s_.verbs.empty()) return "so-lan";
    if (counted) return acting ? std::optional<std::string_view>("so-lan") : std::nullopt;
    if (on_days_of_week() && !percent()) return "hang-ky-thu";
    const auto subject = unit_phrase_at(tokens_, time_.end, s_.end);
    const std::size_t behind = subject ? subject->end : time_.end;
    const bool then_acts =
        (leads() || opens_part()) && (predicate_from(tokens_, behind, s_.end) == behind ||
                                      yearly_verbs().match(tokens_, behind) > 0);
    if (s_.verbs.empty() && yearly_verbs().match(tokens_, s_.begin) == 0 && !then_acts)
      return std::nullopt;
    if (percent_beside() || figure()) return std::nullopt;
    if (leads() || weekday_leads() || then_acts)
      return percent() ? std::nullopt : std::optional<std::string_view>("hang-ky-dau-cau");
    if (lone_in_bracket()) return "ngoac-don";
    return behind_verb();
  }

  /// "Quét dọn đường làng vào sáng thứ Bảy hằng tuần", "Chào cờ sáng thứ Hai đầu tháng": whatever
  /// the verb, at the end of its part.
  bool on_days_of_week() const {
    if (time_.rule == "thu-cua-ky" && time_.begin == s_.begin && time_.end + 1 < s_.end)
      return true;
    const bool ends = ends_here(time_.end) || is(time_.end, ",") || is(time_.end, ";") ||
                      is(time_.end, "trong");  // "… hằng tuần trong tháng 5"
    if (!ends || time_.begin < s_.begin + 2 || noun_phrase()) return false;
    if (time_.rule == "thu-cua-ky") return true;
    return time_.rhythms.front().every == DueEvery::week &&
           (is(time_.begin - 2, "thứ") || is(time_.begin - 1, "nhật"));
  }

  /// "Chiều thứ Sáu hằng tuần giao ban với …".
  bool weekday_leads() const {
    static const PatternList k_words({"sáng", "chiều", "tối", "thứ", "chủ nhật", "nhật", "hai",
                                      "ba", "tư", "năm", "sáu", "bảy", "vào", "ngày", "cứ", "#",
                                      "giờ"});
    std::size_t at = s_.begin;
    while (at < time_.begin && k_words.match(tokens_, at) > 0) ++at;
    return at == time_.begin && at > s_.begin;
  }

  /// "số vụ … tăng", "giảm số người": a figure that moves, not a duty.
  bool figure() const {
    static const PatternList k_figures({"giảm", "tăng", "số vụ", "số người", "tỷ lệ", "bình quân",
                                        "tiết kiệm", "đạt", "phấn đấu"});
    if (!leads()) return false;
    const std::size_t end = std::min(time_.end + 4, s_.end);
    return k_figures.find(tokens_, time_.end, end) < end;
  }

  /// The last verb before it governs it unless a preposition stands between, or the verb itself is
  /// part of a name: "gắn với công tác thi đua khen thưởng hằng năm".
  std::optional<std::string_view> behind_verb() const {
    for (std::size_t at = time_.begin; at-- > s_.begin && time_.begin - at <= 25;) {
      if (noun_leads().match(tokens_, at) > 0 && !on_weekday(at)) return std::nullopt;
      if (yearly_verbs().match(tokens_, at) == 0) continue;
      if (tokens_[at].capital && at != s_.begin) continue;
      if (!named(at)) return "hang-ky-sau-dong-tu";
    }
    return std::nullopt;
  }

  /// "vào (ngày) thứ Sáu hằng tuần".
  bool on_weekday(std::size_t at) const {
    static const PatternList k_hour({"vào|lúc # giờ|h"});
    if (k_hour.match(tokens_, at) > 0 && time_.begin - at <= 6) return true;
    if (!is(at, "vào") || time_.begin - at > 6) return false;
    for (std::size_t i = at; i < time_.begin; ++i) {
      if (is(i, "thứ") || is(i, "chiều") || is(i, "sáng") || is(i, "nhật") || is(i, "tuần") ||
          is(i, "ngày"))
        return true;
    }
    return false;
  }

  bool named(std::size_t verb) const {
    static const PatternList k_names({"công tác", "hoạt động", "việc", "nhiệm vụ", "chế độ",
                                      "phong trào", "gắn với", "kết quả"});
    if (verb > s_.begin && (is(verb - 1, "được") || is(verb - 1, "tự"))) return true;
    if (verb > s_.begin && is(verb - 1, "hoạch")) return true;  // "kế hoạch phát triển …"
    const std::size_t from = verb > s_.begin + 5 ? verb - 5 : s_.begin;
    return k_names.find(tokens_, from, verb) < verb;
  }

  // --- without a calendar ---

  /// "báo cáo kịp thời với …": to somebody, and not a virtue.
  bool addressed() const {
    return is(time_.end, "với") || is(time_.end, "về") || is(time_.end, "cho") ||
           unit_begins_at(tokens_, time_.end);
  }

  /// "Trong quá trình thực hiện, có vấn đề phát sinh …": what every document ends with.
  bool closing() const {
    static const PatternList k_closings({"trong quá trình", "quá trình"});
    return k_closings.match(tokens_, s_.opened) > 0;
  }

  bool difficulty() const {
    static const PatternList k_trouble({"khó khăn", "vướng mắc", "nảy sinh", "vấn đề phát sinh"});
    return k_trouble.find(tokens_, s_.begin, s_.end) < s_.end;
  }

  std::optional<std::string_view> periodic() const {
    if (difficulty()) return std::nullopt;
    static const PatternList k_with(
        {"báo cáo", "tổng hợp", "gửi", "cập nhật", "rà soát", "sơ kết", "đánh giá", "thông tin"});
    const std::size_t behind = std::min(time_.end + 6, s_.end);
    static const PatternList k_regime({"chế độ báo cáo", "chế độ thông tin"});
    const std::size_t regime = k_regime.find(tokens_, s_.begin, time_.begin);
    static const PatternList k_obeys({"thực hiện", "duy trì", "chấp hành", "bảo đảm"});
    if (regime < time_.begin && k_obeys.find(tokens_, s_.begin, regime) >= regime)
      return std::nullopt;
    if (k_with.find(tokens_, time_.end, behind) < behind) return "dinh-ky";
    const std::size_t from = time_.begin > s_.begin + 12 ? time_.begin - 12 : s_.begin;
    return k_with.find(tokens_, from, time_.begin) < time_.begin && !is(time_.begin - 1, "tra")
               ? std::optional<std::string_view>("dinh-ky")
               : std::nullopt;
  }

  /// "trước khi áp dụng ít nhất 07 ngày".
  bool counted_days() const {
    static const PatternList k_days({"# ngày|giờ|tuần|tháng"});
    const std::size_t end = std::min(time_.end, s_.end);
    return k_days.find(tokens_, time_.begin, end) < end;
  }

  std::optional<std::string_view> condition() const {
    if (difficulty()) return std::nullopt;
    if (time_.rule == "truoc-khi" || time_.rule == "sau-khi")
      return counted_days() && !s_.verbs.empty() ? std::optional<std::string_view>("truoc-su-kien")
                                                 : std::nullopt;
    const auto report = std::find_if(s_.verbs.begin(), s_.verbs.end(), [](const Verb& verb) {
      return verb.kind == DeadlineKind::report;
    });
    if (report == s_.verbs.end() && !c_.report_above) return std::nullopt;
    if (leads()) return "khi";
    if (report == s_.verbs.end()) return std::nullopt;
    static const PatternList k_reports({"báo cáo"});
    return k_reports.match(tokens_, report->at) > 0 && report->at < time_.begin &&
                   report->at <= s_.begin + 2 && !in_bracket()
               ? std::optional<std::string_view>("khi")
               : std::nullopt;
  }
};

}  // namespace

std::optional<std::string_view> dated_rule(const TimeContext& context, std::size_t time) {
  return Judge(context, time).dated();
}
std::optional<std::string_view> rhythm_rule(const TimeContext& context, std::size_t time) {
  return Judge(context, time).rhythm();
}
std::optional<std::string_view> open_rule(const TimeContext& context, std::size_t time) {
  return Judge(context, time).open();
}

bool is_no_deadline(const TimeContext& context, std::size_t time) {
  return Judge(context, time).no_deadline();
}

}  // namespace dondoc::intake
