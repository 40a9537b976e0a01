#include "intake/language/due_finding.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "intake/language/duty_words.h"

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
          add_found(found, std::move(due), t, "ngay-cua-ky");
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
      const bool month = time.form == TimeForm::points && time.points.front().is_month() &&
                         time.limit == Limit::within;
      return time.form == TimeForm::period || month;
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
      return time.form == TimeForm::period && time.begin >= end && time.begin - end <= 2;
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
          add_found(found, std::move(due), t, *rule);
        return days;
      }
      if (one_off) return t;
      if (!rule && !dated_rule(context_, days)) return t;
      const std::string_view by = rule ? *rule : times[t].rule;
      for (StatedDue& due : dues_of(times[t].rhythms, &stated))
        add_found(found, std::move(due), days, by);
      return days;
    }
    if (!rule) return t;
    for (StatedDue& due : dues_of(times[t].rhythms, nullptr))
      add_found(found, std::move(due), t, *rule);
    return t;
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
      const bool limited = time.limit != Limit::none || is(tokens, time.begin - 1, "(") || label ||
                           is(tokens, time.begin - 1, ":");
      if (!limited) return t;
      return next;
    }
    return t;
  }

  void points(std::size_t t, std::vector<FoundDue>& found) const {
    const TimeExpression& time = context_.sentence.times[t];
    if (time.lone_day) return;
    if (!time.rhythms.empty()) {
      const auto rule = dated_rule(context_, t);
      const bool limited = time.limit != Limit::none;
      const bool bracket = context_.all.depth[time.begin] > 0 && !context_.sentence.verbs.empty();
      if (!rule && !(reports(context_) || limited || bracket || done_before(time))) return;
      if (is_no_deadline(context_, t)) return;
      for (StatedDue& due : dues_of(time.rhythms, &time))
        add_found(found, std::move(due), t, rule ? *rule : "ngay-hang-ky");
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
    for (StatedDue& due : dues_of(time, context_.frame)) add_found(found, std::move(due), t, *rule);
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

  static void add_found(std::vector<FoundDue>& found, StatedDue due, std::size_t time,
                        std::string_view rule) {
    for (const FoundDue& one : found) {
      if (same_due(one.due, due)) return;
    }
    found.push_back({std::move(due), time, rule});
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
      if (has_date && (form != TimeForm::on_request || times[t].rule.starts_with("bao-cao")))
        continue;
      const auto rule = whole_open ? period_rule(t) : open_rule(context_, t);
      if (!rule) continue;
      FoundDue one{StatedDue{}, t, *rule};
      one.due.open = open_kind(form);
      if (whole_open) one.due.from = start_of(times[t]);
      found.push_back(std::move(one));
      return;
    }
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
    return labelled ? std::optional<std::string_view>("nhan-thoi-gian") : std::nullopt;
  }

  const TimeContext& context_;
};

}  // namespace

std::vector<FoundDue> dated_dues(const TimeContext& context) { return DueFinder(context).dated(); }

void add_open_due(const TimeContext& context, bool has_date, std::vector<FoundDue>& found) {
  DueFinder(context).open_into(has_date, found);
}

}  // namespace dondoc::intake
