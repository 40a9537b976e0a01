#include "intake/language/due_finding.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "intake/language/duty_words.h"
#include "intake/language/unit_phrase.h"

namespace dondoc::intake {
namespace {

bool is(const Tokens& tokens, std::size_t at, std::string_view word) {
  return at < tokens.size() && tokens[at].is(word);
}

/// Whether the sentence orders a report, a summary or a settlement, or below `report_above` is one.
bool reports(const TimeContext& context) {
  return context.report_above ||
         std::any_of(context.sentence.verbs.begin(), context.sentence.verbs.end(),
                     [](const Verb& verb) { return verb.kind == DeadlineKind::report; });
}

class DueFinder {
 public:
  explicit DueFinder(const TimeContext& context) : context_(context) {}

  std::vector<FoundDue> dated() const {
    std::vector<FoundDue> found;
    const auto& times = context_.sentence.times;
    for (std::size_t t = 0; t < times.size(); ++t) {
      if (times[t].form == TimeForm::every) {
        t = rhythm(t, found);
      } else if (named_behind(t)) {
        for (StatedDue& due : dues_of(times[t + 1].rhythms, &times[t]))
          add_due(found, std::move(due), t, "ngay-cua-ky");
        ++t;
      } else if (times[t].form == TimeForm::points || times[t].form == TimeForm::period) {
        points(t, found);
      }
    }
    keep_seasons(found);
    return found;
  }

  void open_into(bool has_date, std::vector<FoundDue>& found) const { open(has_date, found); }

 private:
  /// "ngày 10/6 (báo cáo 6 tháng)": the period stands behind its day.
  bool named_behind(std::size_t t) const {
    const auto& times = context_.sentence.times;
    if (t + 1 >= times.size() || times[t].form != TimeForm::points) return false;
    const TimeExpression &day = times[t], &period = times[t + 1];
    const Point& point = day.points.front();
    const bool yearless = point.is_day() && point.month && !point.year && day.rhythms.empty();
    return yearless && period.form == TimeForm::every && reports(context_) &&
           is(context_.node.tokens, day.end, "(") && period.begin - day.end <= 4 &&
           !is_no_deadline(context_, t);
  }

  /// Beside a rhythm a stretch of time only says in which season: "từ ngày 25/01 … trước 14 giờ
  /// hằng ngày", "02 lần/năm, vào tháng 4 và tháng 9".
  void keep_seasons(std::vector<FoundDue>& found) const {
    const auto& times = context_.sentence.times;
    const auto rhythm = std::find_if(found.begin(), found.end(), [&](const FoundDue& one) {
      return one.due.form == DueForm::every && times[one.time].form == TimeForm::every &&
             !times[one.time].bare;
    });
    if (rhythm == found.end()) return keep_season_beside_days(found);
    const std::size_t own = rhythm->time;
    std::erase_if(found, [&](const FoundDue& one) {
      const TimeExpression& time = times[one.time];
      if (one.time == own || time.form == TimeForm::every) return false;
      const Point& point = time.points.empty() ? Point{} : time.points.front();
      const bool counted = times[own].rhythms.front().times > 0 &&
                           context_.all.depth[time.begin] > 0 && time.begin - times[own].end <= 3;
      const bool season = time.form == TimeForm::points &&
                          (point.is_month() || point.is_quarter()) &&
                          ((time.limit == Limit::within && point.is_month()) || counted);
      return time.form == TimeForm::period || season;
    });
  }

  /// "ngày 25 mỗi tháng (từ tháng 5 đến tháng 8)".
  void keep_season_beside_days(std::vector<FoundDue>& found) const {
    const auto& times = context_.sentence.times;
    const auto days = std::find_if(found.begin(), found.end(), [](const FoundDue& one) {
      return one.due.form == DueForm::every;
    });
    if (days == found.end()) return;
    const std::size_t end = times[days->time].end;
    std::erase_if(found, [&](const FoundDue& one) {
      const TimeExpression& time = times[one.time];
      if (time.form != TimeForm::period) return false;
      const bool bracket = context_.all.depth[time.begin] > 0 && time.begin - end <= 10;
      const bool leads = time.begin == context_.sentence.begin && !time.points.empty() &&
                         !time.points.front().is_day() && time.end < end;
      return (time.begin >= end && (time.begin - end <= 2 || bracket)) || leads;
    });
  }

  /// A rhythm takes the days stated directly behind it. Returns the last time it has used.
  std::size_t rhythm(std::size_t t, std::vector<FoundDue>& found) const {
    const auto& times = context_.sentence.times;
    const auto rule = rhythm_rule(context_, t);
    if (times[t].bare && month_follows(t)) return t;
    const std::size_t days = days_behind(t);
    if (days != t) {
      const TimeExpression& stated = times[days];
      const bool one_off = stated.rhythms.empty() && stated.points.front().year.has_value();
      if (stated.lone_day && !rule) return t;
      if (one_off && rule && stated.limit == Limit::from) {  // "mỗi ngày 03 lần kể từ ngày …"
        for (StatedDue& due : dues_of(times[t].rhythms, nullptr))
          add_due(found, std::move(due), t, *rule);
        return days;
      }
      static const PatternList k_first({"lần đầu", "lần thứ? nhất|1", "kỳ đầu"});
      if (one_off && rule &&
          k_first.find(context_.node.tokens, times[t].end, stated.begin) < stated.begin) {
        for (StatedDue& due : dues_of(times[t].rhythms, nullptr))
          add_due(found, std::move(due), t, *rule);
      }
      if (one_off) return t;
      if (const auto year = year_of_list(t, days)) {
        TimeExpression dated = stated;
        dated.points.front().year = year;
        for (StatedDue& due : dues_of(dated, context_.frame))
          add_due(found, std::move(due), days, "ngay-thang");
        return days;
      }
      if (!rule && !dated_rule(context_, days)) return t;
      const std::string_view by = rule ? *rule : times[t].rule;
      for (StatedDue& due : dues_of(times[t].rhythms, &stated))
        add_due(found, std::move(due), days, by);
      return days;
    }
    if (!rule) return t;
    for (StatedDue& due : dues_of(times[t].rhythms, nullptr)) {
      if (times[t].bare && said_again(due.every, times[t].end)) continue;
      add_due(found, std::move(due), t, *rule);
    }
    return t;
  }

  /// "xây dựng báo cáo 6 tháng, báo cáo năm gửi Sở theo thời hạn: 6 tháng - trước 15/6; năm - …":
  /// a period of reports that comes back with its day.
  bool said_again(DueEvery every, std::size_t behind) const {
    const auto comes_back = [&](const TimeExpression& time) {
      static const PatternList k_days({"-|:|( trước|chậm|vào|ngày"});
      return time.begin >= behind && time.form == TimeForm::every && time.bare &&
             k_days.match(context_.node.tokens, time.end) > 0 &&
             std::any_of(time.rhythms.begin(), time.rhythms.end(),
                         [&](const Rhythm& rhythm) { return rhythm.every == every; });
    };
    return std::any_of(context_.all.sentences.begin(), context_.all.sentences.end(),
                       [&](const Sentence& sentence) {
                         return sentence.opened == context_.sentence.opened &&
                                std::any_of(sentence.times.begin(), sentence.times.end(),
                                            comes_back);
                       });
  }

  /// "báo cáo 6 tháng trước 10/6, quý III trước 10/9 và năm trước 25/11/2023": all of one year.
  std::optional<int> year_of_list(std::size_t t, std::size_t days) const {
    const auto& times = context_.sentence.times;
    const TimeExpression& stated = times[days];
    if (!times[t].bare || times[t].rhythms.size() > 1 || stated.points.size() > 1) return {};
    if (!stated.rhythms.empty() || !stated.points.front().month) return {};
    for (std::size_t next = days + 1; next < times.size(); ++next) {
      const TimeExpression& later = times[next];
      if (later.form == TimeForm::every) {
        if (!later.bare) return {};
        continue;
      }
      if (later.form != TimeForm::points) return {};
      const Point& point = later.points.front();
      if (!point.is_day()) continue;  // "báo cáo quý III trước 10/9"
      if (later.limit != stated.limit) return {};
      if (point.is_day() && point.year && later.rhythms.empty()) return point.year;
    }
    return {};
  }

  /// "Sơ kết 6 tháng vào tháng 6": the month says when, the period only of what.
  bool month_follows(std::size_t t) const {
    const auto& times = context_.sentence.times;
    if (t + 1 >= times.size() || times[t + 1].begin != times[t].end) return false;
    const TimeExpression& next = times[t + 1];
    return next.form == TimeForm::points && next.limit == Limit::within && next.rhythms.empty() &&
           (next.points.front().is_month() || next.points.front().is_quarter());
  }

  /// The time behind `t` that says on which days: at most a few words away, without a new duty.
  std::size_t days_behind(std::size_t t) const {
    const auto& times = context_.sentence.times;
    const Tokens& tokens = context_.node.tokens;
    const bool label = is(tokens, times[t].end, ":");
    for (std::size_t next = t + 1; next < times.size(); ++next) {
      const TimeExpression& time = times[next];
      if (time.form == TimeForm::every) return t;
      if (time.form != TimeForm::points || !time.points.front().is_day()) {
        if (time.form == TimeForm::continuous || time.form == TimeForm::periodic) continue;
        return t;
      }
      if (time.begin - times[t].end > (label ? 12u : 28u)) return t;
      const bool adjacent = time.begin == times[t].end;  // "hàng tháng ngày 20"
      const bool limited = time.limit != Limit::none || is(tokens, time.begin - 1, "(") || label ||
                           adjacent || is(tokens, time.begin - 1, ":");
      if (!limited) return t;
      return next;
    }
    return t;
  }

  void points(std::size_t t, std::vector<FoundDue>& found) const {
    const TimeExpression& time = context_.sentence.times[t];
    if (time.lone_day) return lone_day(t, found);
    if (ends_behind(t)) return;
    if (!time.rhythms.empty()) {
      const auto rule = dated_rule(context_, t);
      const bool limited = time.limit != Limit::none;
      const bool bracket = context_.all.depth[time.begin] > 0 && !context_.sentence.verbs.empty();
      if (!rule && !(reports(context_) || limited || bracket || done_before(time))) return;
      if (is_no_deadline(context_, t)) return;
      for (StatedDue& due : dues_of(time.rhythms, &time))
        add_due(found, std::move(due), t, rule ? *rule : "ngay-hang-ky");
      return;
    }
    if (!time.points.empty() && time.points.front().day_of != DayOf::stated) return;
    const auto rule = dated_rule(context_, t);
    if (!rule) return;
    if (time.open_ended) {
      FoundDue open{StatedDue{}, t, *rule};
      open.due.open = OpenDue::ongoing;
      open.due.from = start_of(time);
      found.push_back(std::move(open));
      return;
    }
    for (StatedDue& due : dues_of(time, context_.frame)) add_due(found, std::move(due), t, *rule);
  }

  /// "Bắt đầu từ ngày 15/12/2025, kết thúc vào ngày 14/3/2026": one stretch, of which the end
  /// counts.
  bool ends_behind(std::size_t t) const {
    const auto& times = context_.sentence.times;
    if (!times[t].open_ended || times[t].form != TimeForm::period || t + 1 >= times.size())
      return false;
    static const PatternList k_ends({"kết thúc", "đến hết"});
    return k_ends.find(context_.node.tokens, times[t].end, times[t + 1].begin) < times[t + 1].begin;
  }

  /// A day whose month stands elsewhere in the sentence: "xong trước ngày 28 và báo cáo trước ngày
  /// 30/4/2024", or whose rhythm stands before it: "giao ban ngày 28 hằng tháng; báo cáo Đảng ủy
  /// vào ngày 30".
  void lone_day(std::size_t t, std::vector<FoundDue>& found) const {
    const TimeExpression& time = context_.sentence.times[t];
    if (time.limit == Limit::none || time.points.size() != 1 || is_no_deadline(context_, t)) return;
    if (context_.sentence.verbs.empty()) return;
    if (const TimeExpression* later = dated_behind(t)) {
      TimeExpression whole = time;
      whole.points.front().month = later->points.front().month;
      whole.points.front().year = later->points.front().year;
      for (StatedDue& due : dues_of(whole, context_.frame))
        add_due(found, std::move(due), t, "ngay-cua-thang-sau");
    } else if (monthly_before(t)) {
      for (StatedDue& due : dues_of({Rhythm{DueEvery::month}}, &time))
        add_due(found, std::move(due), t, "ngay-cua-ky-truoc");
    }
  }

  const TimeExpression* dated_behind(std::size_t t) const {
    constexpr std::size_t k_words_most = 30;
    const auto& times = context_.sentence.times;
    const TimeExpression& time = times[t];
    for (std::size_t next = t + 1; next < times.size(); ++next) {
      const TimeExpression& later = times[next];
      if (later.form == TimeForm::every || later.begin - time.end > k_words_most) return nullptr;
      if (later.form != TimeForm::points || later.limit == Limit::none) continue;
      const Point& point = later.points.front();
      const bool same_month = point.is_day() && point.month && later.rhythms.empty() &&
                              *time.points.front().day < *point.day;
      return same_month ? &later : nullptr;
    }
    return nullptr;
  }

  /// A day of each month in the part of the sentence before this one.
  bool monthly_before(std::size_t t) const {
    const Sentence& own = context_.sentence;
    const auto has_month = [&](const TimeExpression& one) {
      return one.begin < own.times[t].begin && one.rhythms.size() == 1 &&
             one.rhythms.front().every == DueEvery::month && !one.bare;
    };
    return std::any_of(context_.all.sentences.begin(), context_.all.sentences.end(),
                       [&](const Sentence& sentence) {
                         return sentence.opened == own.opened &&
                                std::any_of(sentence.times.begin(), sentence.times.end(),
                                            has_month);
                       });
  }

  /// "Sinh hoạt chi bộ ngày 03 hằng tháng", at the end.
  bool done_before(const TimeExpression& time) const {
    const Tokens& tokens = context_.node.tokens;
    const Sentence& sentence = context_.sentence;
    const bool ends = time.end >= sentence.end || is(tokens, time.end, ".") ||
                      is(tokens, time.end, ",") || is(tokens, time.end, ";");
    return ends && yearly_verbs().match(tokens, sentence.begin) > 0;
  }

  std::string start_of(const TimeExpression& time) const {
    TimeExpression begin = time;
    begin.range = true;
    begin.form = TimeForm::points;
    if (time.from) begin.points = {*time.from};
    if (begin.points.empty()) return {};
    const auto dues = dues_of(begin, context_.frame);
    return dues.empty() ? std::string() : dues.front().from;
  }

  /// The same due twice in a sentence is one, unless a bracket is a duty of its own: "báo cáo hàng
  /// tháng … cho Tổ công tác (báo cáo hàng tháng, quí, năm gởi về Văn phòng)".
  void add_due(std::vector<FoundDue>& found, StatedDue due, std::size_t time,
               std::string_view rule) const {
    const auto depth = [&](std::size_t t) {
      return context_.all.depth[context_.sentence.times[t].begin];
    };
    for (const FoundDue& one : found) {
      const bool apart = depth(one.time) != depth(time) && reports_between(one.time, time);
      if (same_due(one.due, due) && !apart) return;
    }
    found.push_back({std::move(due), time, rule});
  }

  bool reports_between(std::size_t first, std::size_t second) const {
    const auto& times = context_.sentence.times;
    return std::any_of(
        context_.sentence.verbs.begin(), context_.sentence.verbs.end(), [&](const Verb& verb) {
          return verb.kind == DeadlineKind::report && verb.at >= times[first].end &&
                 verb.end <= times[second].begin &&
                 context_.all.depth[verb.at] == context_.all.depth[times[second].begin];
        });
  }

  /// At most one duty without a date in a sentence, and beside a date only one on request.
  void open(bool has_date, std::vector<FoundDue>& found) const {
    const auto& times = context_.sentence.times;
    for (std::size_t t = 0; t < times.size(); ++t) {
      const TimeForm form = times[t].form;
      if (form == TimeForm::every) continue;
      const bool whole_open =
          (form == TimeForm::period || form == TimeForm::points) && times[t].points.empty();
      if (form == TimeForm::points || (form == TimeForm::period && !whole_open)) continue;
      const bool on_request = form == TimeForm::on_request && !times[t].rule.starts_with("bao-cao");
      if (has_date && !on_request && !at_latest(times[t]) && !done_within(t)) continue;
      const auto rule = whole_open ? period_rule(t) : open_rule(context_, t);
      if (!rule) continue;
      FoundDue one{StatedDue{}, t, *rule};
      one.due.open = open_kind(form);
      if (whole_open) one.due.from = start_of(times[t]);
      found.push_back(std::move(one));
      return;
    }
  }

  /// "… xong trong quý II, gửi kết quả trong vòng 05 ngày kể từ ngày …": who does something else
  /// behind a limit has one of his own.
  bool done_within(std::size_t t) const {
    const auto& times = context_.sentence.times;
    const bool counted = times[t].rule == "trong-so-ngay" || times[t].rule == "truoc-su-kien";
    if (t == 0 || times[t].form != TimeForm::relative || !counted) return false;
    return std::any_of(context_.sentence.verbs.begin(), context_.sentence.verbs.end(),
                       [&](const Verb& verb) {
                         return verb.at >= times[t - 1].end && verb.end <= times[t].begin;
                       });
  }

  /// "chậm nhất 03 ngày sau khi …": a limit of its own, whatever else the sentence says.
  bool at_latest(const TimeExpression& time) const {
    static const PatternList k_latest({"chậm|muộn nhất là|trong|sau? # ngày|giờ"});
    return time.form == TimeForm::relative && k_latest.match(context_.node.tokens, time.begin) > 0;
  }

  static OpenDue open_kind(TimeForm form) {
    switch (form) {
      case TimeForm::periodic:
        return OpenDue::periodic;
      case TimeForm::on_request:
        return OpenDue::on_request;
      case TimeForm::relative:
      case TimeForm::condition:
        return OpenDue::event;
      default:
        return OpenDue::ongoing;
    }
  }

  /// "Từ tháng 10/2025 đến khi …": without an end, so only where a time is expected.
  std::optional<std::string_view> period_rule(std::size_t t) const {
    const bool labelled =
        context_.whole_is_time ||
        (context_.label_end > 0 && context_.sentence.times[t].begin >= context_.label_end);
    if (labelled) return "nhan-thoi-gian";
    // "Tạm dừng … từ ngày 20/4/2024 đến khi có thông báo mới."
    static const PatternList k_until({"đến|tới khi"});
    const TimeExpression& time = context_.sentence.times[t];
    const Tokens& tokens = context_.node.tokens;
    const bool acts = predicate_from(tokens, context_.sentence.begin, time.begin) < time.begin;
    const bool until = k_until.find(tokens, time.begin, time.end) < time.end;
    return acts && until && !is_no_deadline(context_, t)
               ? std::optional<std::string_view>("tu-den-khi")
               : std::nullopt;
  }

  const TimeContext& context_;
};

}  // namespace

std::vector<FoundDue> dated_dues(const TimeContext& context) { return DueFinder(context).dated(); }

void add_open_due(const TimeContext& context, bool has_date, std::vector<FoundDue>& found) {
  DueFinder(context).open_into(has_date, found);
}

}  // namespace dondoc::intake
