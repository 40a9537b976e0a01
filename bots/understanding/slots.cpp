#include "bots/understanding/slots.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "bots/understanding/names_in_text.h"
#include "bots/understanding/slot_words.h"
#include "engine/text/vietnamese.h"

namespace dondoc::understanding {
namespace {

using Phrases = PhraseList;

class Slots {
 public:
  Slots(const Island& island, const Utterance& text, const Mentions& mentions)
      : island_(island), text_(text), mentions_(mentions) {}

  Said read() {
    said_.kind = island_.rule->kind;
    said_.rule = island_.rule->name;
    said_.confidence = std::min(1.0, island_.rule->weight / 80.0);
    said_.begin = island_.begin;
    said_.end = island_.end;
    given();
    part();
    switch (said_.kind) {
      case Kind::progress:
        progress();
        break;
      case Kind::done:
        done();
        break;
      case Kind::report:
        report();
        break;
      case Kind::extension:
        extension();
        break;
      case Kind::blocked:
        said_.reason = reason();
        if (said_.category.empty()) said_.category = category_in(text_, island_.from, island_.to);
        if (said_.category == "absent") absence();
        break;
      case Kind::handover:
        handover();
        break;
      case Kind::decline:
        if (said_.reason != "not_mine") break;
        said_.unit = unit_in(text_, island_.from, island_.to);
        if (said_.unit.empty()) said_.unit = unit_in(text_, 0, text_.size());
        break;
      case Kind::snooze:
        snooze();
        break;
      default:
        break;
    }
    return std::move(said_);
  }

 private:
  /// "kind=due_date", "category=funds": what the rule itself says.
  void given() {
    std::string_view rest = island_.rule->slots;
    while (!rest.empty()) {
      const auto space = std::min(rest.find(' '), rest.size());
      const std::string_view one = rest.substr(0, space);
      const auto equals = std::min(one.find('='), one.size());
      const std::string value(one.substr(std::min(equals + 1, one.size())));
      const std::string_view name = one.substr(0, equals);
      if (name == "kind") said_.query = value;
      if (name == "category") said_.category = value;
      if (name == "reason") said_.reason = value;
      if (name == "opt_out") said_.opt_out = true;
      if (name == "stage") {
        said_.stage = value;
        std::replace(said_.stage.begin(), said_.stage.end(), '_', ' ');
      }
      rest.remove_prefix(std::min(space + 1, rest.size()));
    }
  }

  template <typename Is>
  const Mention* first(Is is) const {
    for (const Mention& mention : mentions_.all()) {
      if (mention.begin >= island_.from && mention.begin < island_.to && is(mention))
        return &mention;
    }
    return nullptr;
  }

  const Mention* first_of(MentionKind kind) const {
    return first([&](const Mention& mention) { return mention.kind == kind; });
  }

  /// The item an act is about: "phần tập huấn", "báo cáo năm", "cuộc thứ 3".
  void part() {
    if (said_.kind == Kind::report || said_.kind == Kind::query || said_.kind == Kind::ack) return;
    const std::size_t last = end_of_subject();
    for (std::size_t i = island_.from; i < island_.to; ++i) {
      if (const Mention* code = mentions_.at(i);
          code != nullptr && code->kind == MentionKind::code) {
        said_.part = code->text;
        return;
      }
    }
    for (std::size_t i = island_.from; i < last; ++i) {
      if (auto n = ordinal_at(i)) {
        said_.part = text_.typed(i, i + n);
        return;
      }
      if (auto n = portion_at(i, last); n > 0) {
        said_.part = text_.typed(i + 1, i + n);
        return;
      }
      if (auto n = last_at(i); n > 0) {
        said_.part = text_.typed(i, i + n);
        return;
      }
      if (auto n = item_at(text_, i); n > 0 && i + n <= island_.to) {
        said_.part = text_.typed(i, i + n);
        return;
      }
    }
  }

  /// What stands behind is why, not what.
  std::size_t end_of_subject() const {
    if (said_.kind == Kind::blocked) return island_.begin;
    if (said_.kind != Kind::extension) return island_.to;
    return reason_mark_in(text_, island_.from, island_.to)
        .value_or(purpose_in(island_.end).value_or(island_.to));
  }

  /// Behind "để": "xin thêm 3 ngày để đối chiếu số liệu".
  std::optional<std::size_t> purpose_in(std::size_t from) const {
    for (std::size_t i = from; i + 1 < island_.to; ++i) {
      if (text_.could_be(i, "để") && text_.words()[i].mark == 0) return i + 1;
    }
    return std::nullopt;
  }

  /// "cuộc thứ 3", "lớp thứ hai".
  std::size_t ordinal_at(std::size_t at) const {
    if (at + 2 >= text_.size() || text_.phrase_at(at + 1, "thu") == 0) return 0;
    static const Phrases k_nouns = {"cuoc", "lop", "buoi", "mo hinh", "dot", "hoi nghi", "lan"};
    return text_.any_at(at, k_nouns) == 1 ? 3 : 0;
  }

  /// "phần kê khai đã xong": the words behind "phần", as far as they name something.
  std::size_t portion_at(std::size_t at, std::size_t last) const {
    if (!text_.could_be(at, "phần") || mentions_.over(at) != nullptr ||
        (at > 0 && text_.words()[at - 1].folded == "mot"))
      return 0;
    static const Phrases k_ends = {"da",  "em",   "thi", "chuyen", "giao", "xong",  "chua",
                                   "cua", "nay",  "con", "roi",    "la",   "khong", "e",
                                   "toi", "anh",  "chi", "minh",   "do",   "kia",   "gui",
                                   "nop", "dang", "thu", "nhieu",  "lon",  "viec",  "ben"};
    std::size_t end = at + 1;
    while (end < last && end < at + 4 && text_.words()[end - 1].mark == 0 &&
           text_.any_at(end, k_ends) == 0 && mentions_.over(end) == nullptr)
      ++end;
    return end - at >= 2 ? end - at : 0;
  }

  /// "buổi cuối", "lớp còn lại".
  std::size_t last_at(std::size_t at) const {
    static const Phrases k_last = {"buoi cuoi",    "cuoc cuoi",   "lop cuoi",     "dot cuoi",
                                   "buoi con lai", "lop con lai", "cuoc con lai", "phan con lai"};
    return text_.any_at(at, k_last);
  }

  // --- progress ---

  void progress() {
    stage();
    if (const Mention* share = first_of(MentionKind::fraction)) {
      said_.percent = share->value;
      said_.done = share->done;
      said_.total = share->total;
      return;
    }
    if (island_.rule->name.starts_with("progress.n_of_total") ||
        island_.rule->name == "progress.n_left")
      return of_total();
    const Mention* share = first_of(MentionKind::percent);
    if (share == nullptr || has_not_begun_it(*share)) return;
    const bool left = island_.rule->name == "progress.still_left" ||
                      (share->begin > 0 && text_.could_be(share->begin - 1, "còn"));
    said_.percent = left ? 100 - share->value : share->value;
    if (share->upper > 0) said_.percent_max = share->upper;
    if (said_.percent == 100 && is_all(*share)) said_.kind = Kind::done;
  }

  /// "100% rồi nhé".
  bool is_all(const Mention& share) const {
    const bool ends = share.end >= text_.size() || text_.words()[share.end - 1].mark != 0;
    return ends ||
           text_.any_at(share.end, {"roi", "nhe", "khoi luong", "ke hoach", "cong viec"}) > 0;
  }

  bool has_not_begun_it(const Mention& share) const {
    return text_.any_at(share.end, {"to dan pho", "ho dan", "can bo", "dang vien", "thon", "ap",
                                    "don vi"}) > 0;
  }

  void of_total() {
    std::vector<const Mention*> numbers;
    for (const Mention& mention : mentions_.all()) {
      if (mention.kind == MentionKind::number && mention.begin >= island_.from &&
          mention.begin < island_.to)
        numbers.push_back(&mention);
    }
    if (numbers.size() < 2 || numbers[1]->value <= 0) return;
    const bool left = island_.rule->name == "progress.n_left";
    const double total = numbers[1]->value;
    const double done = left ? total - numbers[0]->value : numbers[0]->value;
    if (done < 0 || done > total) return;
    said_.done = static_cast<std::int64_t>(done);
    said_.total = static_cast<std::int64_t>(total);
    said_.percent = std::round(done * 100 / total);
  }

  void stage() {
    if (!said_.stage.empty()) return;
    for (std::size_t i = island_.from; i < island_.to; ++i) {
      if (auto named = stage_at(text_, i); !named.empty()) {
        said_.stage = named;
        return;
      }
    }
  }

  // --- done ---

  void done() {
    const Mention* on = first([&](const Mention& m) {
      if (m.kind == MentionKind::past) return true;
      if (m.kind == MentionKind::date && m.gone) return true;
      return (m.kind == MentionKind::date || m.kind == MentionKind::time) && !m.part_of_day.empty();
    });
    if (on != nullptr && on->kind == MentionKind::date && !on->gone && on->part_of_day.empty())
      on = nullptr;
    if (on != nullptr && on->kind == MentionKind::date && !on->gone && on->day > today()) {
      said_.kind = Kind::snooze;  // "sáng mai, họp xong": a promise
      return snooze();
    }
    if (on != nullptr) said_.on = on->gone.value_or(on->day);
    if (const Mention* document = first_of(MentionKind::document)) said_.doc_no = document->text;
    for (std::size_t i = island_.from; i < island_.to && said_.channel.empty(); ++i)
      said_.channel = channel_at(text_, i);
  }

  // --- report ---

  void report() { said_.values = island_.figures; }

  // --- extension ---

  void extension() {
    if (const Mention* until = until_asked()) {
      const bool exclusive = until->begin > 0 && text_.could_be(until->begin - 1, "trước");
      if (is_span_from_now(*until))
        said_.days = (until->day - today()).count;
      else
        said_.until = exclusive ? until->day - CalendarDays{1} : until->day;
    } else if (const Mention* span = first_of(MentionKind::span)) {
      if (span->working_days) said_.working_days = span->days;
      if (!span->working_days) said_.days = span->days;
    } else if (const Mention* hours = first_of(MentionKind::hours);
               hours != nullptr && hours->value >= 24) {
      said_.days = static_cast<int>(hours->value / 24);
    } else if (is_one_more_week()) {
      said_.days = 7;
    }
    said_.reason = reason_of_request();
  }

  /// "cho em thêm tuần nữa".
  bool is_one_more_week() const {
    static const Phrases k_week = {"them tuan", "tuan nua"};
    for (std::size_t i = island_.from; i < island_.to; ++i) {
      if (text_.any_at(i, k_week) > 0) return true;
    }
    return false;
  }

  /// "đến 15/11 em không kịp", "không kịp thứ 6 đâu": the day that is too early.
  bool is_too_soon(const Mention& date) const {
    for (std::size_t back = 2; back <= 3 && back <= date.begin; ++back) {
      if (text_.any_at(date.begin - back, {"khong kip", "chua kip"}) > 0) return true;
    }
    for (std::size_t i = date.end; i < date.end + 4 && i + 1 < text_.size(); ++i) {
      if (i > 0 && text_.words()[i - 1].mark != 0) return false;
      if (text_.any_at(i, {"khong kip", "chua kip", "khong xong"}) > 0) return true;
    }
    return false;
  }

  /// "ba ngày nữa" behind no "tới" is how long, not until when.
  bool is_span_from_now(const Mention& date) const {
    return date.end - date.begin >= 3 && text_.phrase_at(date.end - 1, "nua") > 0 &&
           !(date.begin > 0 && text_.any_at(date.begin - 1, {"toi", "den", "sang", "qua"}) > 0);
  }

  /// A day behind "tới", "đến", "sang" first; never the due date that is too near ("hạn 15/11
  /// gấp").
  const Mention* until_asked() const {
    static const Phrases k_to = {"toi", "den", "sang", "qua", "het", "vao", "truoc", "ngay"};
    const auto is_due = [&](const Mention& m) {
      return m.begin > 0 && (text_.any_at(m.begin - 1, {"han", "truoc han"}) > 0) &&
             !text_.phrase_at(m.begin - 1, "gia han");
    };
    const Mention* directed = first([&](const Mention& m) {
      return m.kind == MentionKind::date && m.begin > 0 && text_.any_at(m.begin - 1, k_to) > 0 &&
             !is_due(m) && !is_too_soon(m);
    });
    if (directed != nullptr) return directed;
    const Mention* span = first_of(MentionKind::span);
    const Mention* date = first([&](const Mention& m) {
      return m.kind == MentionKind::date && !is_due(m) && !is_too_soon(m);
    });
    return span != nullptr && date != nullptr && span->begin < date->begin ? nullptr : date;
  }

  /// Behind "vì", "do", "lý do"; else a clause that is neither the request nor its date.
  std::string reason_of_request() const {
    if (auto at = reason_mark_in(text_, island_.from, island_.to))
      return text_.typed(*at, island_.to);
    for (std::size_t i = island_.from + 1; i < island_.begin; ++i) {
      if (text_.could_be(i, "nên")) return text_.typed(island_.from, i);
    }
    if (island_.begin > island_.from + 1 && text_.could_be(island_.begin - 1, "nên"))
      return text_.typed(island_.from, island_.begin - 1);
    if (auto at = purpose_in(island_.end)) return text_.typed(*at, island_.to);
    std::size_t last = island_.end;
    for (const Mention& mention : mentions_.all()) {
      const bool asked = mention.kind == MentionKind::date || mention.kind == MentionKind::span;
      if (asked && mention.begin >= island_.from && mention.begin < island_.to)
        last = std::max(last, mention.end);
    }
    for (std::size_t i = island_.end; i < island_.to; ++i) {
      if (text_.words()[i - 1].mark != 0 && i >= last) return text_.typed(i, island_.to);
    }
    for (std::size_t i = island_.from; i + 1 < island_.begin; ++i) {
      const bool is_clause = (text_.words()[i].mark == ',' || text_.words()[i].mark == '.') &&
                             text_.phrase_at(island_.from, "kinh gui") == 0;
      if (is_clause && i - island_.from >= 1 && !is_address(island_.from, i + 1))
        return text_.typed(island_.from, i + 1);
    }
    return {};
  }

  bool is_address(std::size_t from, std::size_t to) const {
    for (std::size_t i = from; i < to; ++i) {
      const std::string& word = text_.folded(i);
      if (!is_light(word) && word != "da" && word != "vang" && word != "u" && word != "ok" &&
          word != "kinh" && word != "gui")
        return false;
    }
    return true;
  }

  // --- blocked ---

  /// Behind "vì"; before "nên"; else the clause itself without courtesy.
  std::string reason() const {
    if (auto at = reason_mark_in(text_, island_.from, island_.to))
      return text_.typed(*at, island_.to);
    std::size_t from = island_.from, to = island_.to;
    for (std::size_t i = from + 1; i < to; ++i) {
      if (!text_.could_be(i, "nên")) continue;
      to = i;
      break;
    }
    while (from < to && (is_light(text_.folded(from)) || text_.could_be(from, "dạ"))) ++from;
    if (from >= to) return text_.typed(island_.from, island_.to);
    return text_.typed(from, to);
  }

  // --- handover ---

  void handover() {
    said_.to = person_in(text_, island_.from, island_.to);
    said_.unit = unit_in(text_, island_.from, island_.to);
    static const Phrases k_away = {"nghi phep",   "di hoc",    "di cong tac",     "nghi thai san",
                                   "thai san",    "nghi sinh", "nam vien",        "di vang",
                                   "tam",         "om",        "may bua",         "may hom",
                                   "may ngay",    "nghi om",   "trong thoi gian", "nghi sanh",
                                   "di tap huan", "tam thoi",  "nghi che do"};
    for (std::size_t i = island_.from; i < island_.to && !said_.temporary; ++i)
      said_.temporary = text_.any_at(i, k_away) > 0;
    const Mention* from = first([&](const Mention& m) { return is_day(m) && starts(m); });
    const Mention* until = first(
        [&](const Mention& m) { return is_day(m) && &m != from && m.kind != MentionKind::past; });
    if (from != nullptr) said_.from = from->from.value_or(from->day);
    if (until != nullptr && (until->begin == 0 || !starts(*until))) {
      said_.until = until->day;
      said_.temporary = true;
    }
  }

  /// "nghỉ sanh từ 1/12", "đi nước ngoài tới 30/11".
  void absence() {
    const Mention* from = first([&](const Mention& m) { return is_day(m) && starts(m); });
    const Mention* until = first([&](const Mention& m) {
      return m.kind == MentionKind::date && &m != from && m.begin > 0 &&
             text_.any_at(m.begin - 1, {"toi", "den", "het"}) > 0;
    });
    if (from != nullptr) said_.from = from->from.value_or(from->day);
    if (until != nullptr) said_.until = until->day;
  }

  static bool is_day(const Mention& m) {
    return m.kind == MentionKind::date || m.kind == MentionKind::past;
  }
  bool starts(const Mention& m) const {
    for (std::size_t back = 1; back <= 2 && back <= m.begin; ++back) {
      if (text_.could_be(m.begin - back, "từ") || text_.phrase_at(m.begin - back, "ke tu") > 0)
        return true;
      if (text_.folded(m.begin - back) != "ngay" && text_.folded(m.begin - back) != "hom")
        return false;
    }
    return false;
  }

  // --- snooze ---

  void snooze() {
    if (const Mention* hours = first_of(MentionKind::hours)) {
      said_.hours = hours->value;
      return;
    }
    const Mention* date = first_of(MentionKind::date);
    const Mention* time = first_of(MentionKind::time);
    if (const Mention* span = first_of(MentionKind::span);
        span != nullptr && date == nullptr && time == nullptr) {
      said_.days = span->days;
    }
    if (date == nullptr && time == nullptr) {
      if (said_.rule.starts_with("snooze.soon")) said_.until = today();
      return;
    }
    const bool exclusive = date != nullptr && date->begin > 0 && !date->time && time == nullptr &&
                           text_.could_be(date->begin - 1, "trước");
    said_.until = date != nullptr ? exclusive ? date->day - CalendarDays{1} : date->day : time->day;
    if (date != nullptr) said_.from = date->from;
    if (date != nullptr) said_.on = date->gone;
    for (const Mention* one : {date, time}) {
      if (one == nullptr) continue;
      if (one->time) said_.time = one->time;
      if (!one->part_of_day.empty()) said_.part_of_day = one->part_of_day;
    }
  }

  LocalDate today() const { return mentions_.today(); }

  const Island& island_;
  const Utterance& text_;
  const Mentions& mentions_;
  Said said_;
};

}  // namespace

Said said_by(const Island& island, const Utterance& text, const Mentions& mentions) {
  return Slots(island, text, mentions).read();
}

}  // namespace dondoc::understanding
