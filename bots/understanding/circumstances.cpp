#include "bots/understanding/circumstances.h"

#include <algorithm>
#include <array>

#include "bots/understanding/moods.h"

namespace dondoc::understanding {
namespace {

using Phrases = PhraseList;

bool changes_state(const Said& said) {
  return said.kind == Kind::done || said.kind == Kind::report || said.kind == Kind::extension;
}

/// Rules that say of a whole sentence that it is not about what the officer did (rules_small_talk).
bool takes_away(const Said& said) {
  static constexpr std::array<std::string_view, 36> k_rules = {
      "none.others_did",    "none.heard",       "none.past_year",   "none.target",
      "none.target_word",   "none.planned",     "none.someday",     "none.if",
      "none.if_then",       "none.for_others",  "none.others_unit", "none.look_at_them",
      "none.saw_others",    "none.above_sent",  "none.irony",       "none.flooded",
      "none.by_and_by",     "none.finish_then", "none.joke",        "none.example",
      "none.meal",          "none.buy",         "none.story_late",  "none.advert",
      "none.automatic",     "none.said_by",     "none.private",     "none.market",
      "none.wish",          "none.joke",        "none.other_life",  "none.those_there",
      "none.those_not_yet", "none.fees",        "none.fees_paid",   "none.those_others"};
  return said.kind == Kind::none &&
         std::find(k_rules.begin(), k_rules.end(), said.rule) != k_rules.end();
}

/// "không có trường hợp bạo lực gia đình nào".
bool has_any(const Utterance& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to && i < from + 10; ++i) {
    if (text.could_be(i, "nào") || text.could_be(i, "mới")) return true;
  }
  return false;
}

bool is_nil_text(const Utterance& text, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < to; ++i) {
    const bool no = text.phrase_at(i, "khong") > 0 || text.phrase_at(i, "chua") > 0 ||
                    text.phrase_at(i, "chang") > 0;
    if (!no) continue;
    static const Phrases k_none_of = {"khong co truong hop", "khong co vu", "khong co ca",
                                      "khong co nguoi", "khong co doi tuong"};
    if (text.any_at(i, k_none_of) > 0 && has_any(text, i, to)) return true;
    for (std::size_t k = i + 1; k < to && k < i + 6; ++k) {
      if (text.phrase_at(k, "phat sinh") > 0) return true;
      if (text.words()[k].mark != 0) break;
    }
    if (text.any_at(
            i, {"khong co truong hop nao", "khong co vu nao", "khong co ca nao", "khong ghi nhan",
                "chua ghi nhan", "chua phat hien", "khong co vu viec nao", "khong xay ra",
                "khong co doi tuong nao", "khong co nguoi nghien", "bao cao trang",
                "khong co gi phat sinh", "khong phat hien", "khong co don thu", "khong co vi pham",
                "so lieu bang khong", "khong co so lieu"}) > 0)
      return true;
  }
  for (std::size_t i = from; i < to; ++i) {
    static const Phrases k_all_zero = {
        "bao cao trang", "so lieu bang khong", "bang 0 het",  "deu bang 0",
        "tat ca bang 0", "bang khong het",     "0 phat sinh", "0 het"};
    if (text.any_at(i, k_all_zero) > 0) return true;
  }
  return false;
}

}  // namespace

Utterance without_quotes(Utterance text) {
  static constexpr std::array<std::string_view, 3> k_open = {"\"", "“", "«"};
  static constexpr std::array<std::string_view, 3> k_close = {"\"", "”", "»"};
  const std::string& all = text.text();
  std::vector<std::pair<std::size_t, std::size_t>> quotes;
  for (std::size_t kind = 0; kind < k_open.size(); ++kind) {
    for (auto open = all.find(k_open[kind]); open != all.npos;) {
      const auto begin = open + k_open[kind].size();
      const auto close = all.find(k_close[kind], begin);
      if (close == all.npos) break;
      if (close - begin > 4) quotes.emplace_back(begin, close);
      open = all.find(k_open[kind], close + k_close[kind].size());
    }
  }
  if (quotes.empty()) return text;
  std::vector<Word> kept;
  for (const Word& word : text.words()) {
    const bool quoted = std::any_of(quotes.begin(), quotes.end(), [&](const auto& quote) {
      return word.end > quote.first && word.begin < quote.second;
    });
    if (!quoted) kept.push_back(word);
  }
  if (kept.size() < 2) return text;
  return {all, std::move(kept)};
}

Circumstances::Circumstances(const Utterance& whole, const Utterance& text,
                             const Mentions& mentions, LocalDate today)
    : text_(text), mentions_(mentions), year_(today.year()) {
  std::size_t number = 0;
  ends_.push_back(0);
  for (std::size_t i = 0; i < text.size(); ++i) {
    sentences_.push_back(number);
    const char mark = text.words()[i].mark;
    if (mark == '.' || mark == ';' || mark == '!' || mark == '?' || mark == '\n') {
      ends_[number] = mark;
      ends_.push_back(0);
      ++number;
    }
  }
  const std::string& raw = whole.text();
  static const Phrases k_forwarded = {
      "fw", "fwd", "chuyen tiep", "trich", "copy", "noi dung nhom", "vd", "vi du", "forward"};
  is_forwarded_ = whole.any_at(0, k_forwarded) > 0 || raw.starts_with(">");
  static const Phrases k_automatic = {"tra loi tu dong", "tin nhan tu dong", "auto reply",
                                      "out of office", "phan hoi tu dong"};
  for (std::size_t i = 0; i < whole.size() && !is_automatic_; ++i)
    is_automatic_ = whole.any_at(i, k_automatic) > 0;
  if (whole.has("da nhan duoc tin nhan cua") &&
      (whole.has("se tra loi") || whole.has("se phan hoi")))
    is_automatic_ = true;
  is_said_back_ = is_said_back(raw, text);
  asks_ = raw.find('?') != raw.npos;
  static const Phrases k_correcting = {
      "sua lai",       "go du",          "ghi du",        "go thieu",      "bao cao lai",
      "dieu chinh",    "ghi lon",        "gui sai",       "bao sai",       "nham",
      "dung ra la",    "chu khong phai", "cap nhat lai",  "bao lon",       "go nham",
      "so dung la",    "dung la",        "xin sua",       "sai so",        "bao du",
      "bao thieu",     "ghi sai",        "ghi nham",      "nhap sai",      "sua giup",
      "thanh that ra", "sua thanh",      "khong phai la", "moi chinh xac", "moi dung",
      "la thieu",      "so chinh xac",   "chinh lai"};
  for (std::size_t i = 0; i < text.size() && !corrects_; ++i) {
    const bool set_right =
        text.phrase_at(i, "dinh chinh") > 0 && (i == 0 || text.folded(i - 1) != "gia");
    corrects_ = set_right || text.any_at(i, k_correcting) > 0;
  }
}

std::size_t Circumstances::sentence_of(std::size_t word) const {
  return word < sentences_.size() ? sentences_[word] : 0;
}

bool Circumstances::is_question(const Island& island) const {
  const std::size_t sentence = sentence_of(island.begin);
  if (ends_[sentence] != '?') return false;
  // "nộp rồi nhé, mà có cần bản giấy không?": only the last clause asks.
  if (island.rule->kind == Kind::done || island.rule->kind == Kind::progress ||
      island.rule->kind == Kind::ack) {
    for (std::size_t i = island.end; i > 0 && i <= text_.size() && sentence_of(i - 1) == sentence;
         ++i) {
      if (text_.words()[i - 1].mark == ',') return false;
    }
  }
  // "cho em tới thứ 6 được không?" asks for something and means it.
  return island.rule->kind == Kind::done || island.rule->kind == Kind::report ||
         island.rule->kind == Kind::progress || island.rule->kind == Kind::ack;
}

bool Circumstances::has_future(const Said& said) const {
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (sentence_of(i) != sentence_of(said.begin)) continue;
    if (text_.could_be(i, "sẽ") ||
        text_.any_at(
            i, {"dang xin phep", "de to chuc", "chuan bi mo", "sap mo", "du kien", "se to chuc",
                "ke hoach se", "chuan bi to chuc", "sap to chuc", "du dinh"}) > 0)
      return true;
  }
  return false;
}

void Circumstances::change(Said& said, const Island& island) const {
  if (is_question(island)) {
    said.query = "status";
    said.kind = Kind::query;
    said.values.clear();
    return;
  }
  if (said.kind == Kind::report) {
    said.correction = corrects_;
    if (has_future(said)) said.kind = Kind::none;
  }
}

std::vector<std::size_t> Circumstances::told_of_others(const std::vector<Said>& acts) const {
  std::vector<std::size_t> sentences;
  for (const Said& said : acts) {
    if (takes_away(said)) sentences.push_back(sentence_of(said.begin));
  }
  // "Năm 2022 xã em làm 12 cuộc": another year's figures.
  for (std::size_t i = 0; i + 1 < text_.size(); ++i) {
    const std::string& digits = text_.folded(i + 1);
    const bool is_year =
        digits.size() == 4 && digits.find_first_not_of("0123456789") == std::string::npos;
    if (!is_year || text_.any_at(i, {"nam", "hoi"}) == 0) continue;
    const int year = std::stoi(digits);
    if (year >= 2000 && year != year_ && i < 3) sentences.push_back(sentence_of(i));
  }
  return sentences;
}

/// "bên Đoàn nộp rồi, bên em còn đang làm": behind a comma, of ourselves.
bool Circumstances::is_own_turn(const Said& said) const {
  if (said.kind == Kind::report && !said.nil) return false;
  std::size_t first = said.begin;
  while (first > 0 && text_.words()[first - 1].mark == 0) --first;
  if (first == 0 || text_.words()[first - 1].mark != ',') return false;
  static const Phrases k_own = {
      "ben em",      "ben minh", "ben toi", "xa em",     "xa minh",     "em",      "minh",
      "toi",         "tui",      "con em",  "con minh",  "con toi",     "con ben", "con xa",
      "ben hoi em",  "hoi em",   "doan em", "phuong em", "phuong minh", "con hoi", "don vi em",
      "don vi minh", "gio",      "hien",    "con phuong"};
  const bool state = said.kind == Kind::progress || said.kind == Kind::blocked ||
                     said.kind == Kind::snooze || said.kind == Kind::ack;
  return state && text_.any_at(first, k_own) > 0;
}

/// "đang lên kế hoạch làm 2 cuộc, dự kiến 120 người": what is planned is under way.
bool Circumstances::is_plan_under_way(const std::vector<Said>& acts, const Said& said) const {
  const bool planned = std::any_of(acts.begin(), acts.end(),
                                   [](const Said& other) { return other.rule == "none.planned"; });
  return planned && said.kind == Kind::progress &&
         std::none_of(acts.begin(), acts.end(), [](const Said& other) {
           return takes_away(other) && other.rule != "none.planned";
         });
}

/// Only private life beside it: a wish for more time, an obstacle or a promise is still meant.
bool Circumstances::is_left_by_private(const std::vector<Said>& acts, const Said& said) const {
  if (said.kind == Kind::done || said.kind == Kind::report || said.kind == Kind::progress)
    return false;
  return std::none_of(acts.begin(), acts.end(), [&](const Said& other) {
    return takes_away(other) && other.rule != "none.private" && other.rule != "none.meal" &&
           sentence_of(other.begin) == sentence_of(said.begin);
  });
}

/// "hội thi nấu ăn tổ chức xong": the office's work, whatever it is about.
bool Circumstances::is_at_work(const Said& said) const {
  if (said.kind != Kind::done && said.kind != Kind::report) return false;
  bool works = false, lives = false;
  for (std::size_t i = 0; i < text_.size(); ++i) {
    if (sentence_of(i) != sentence_of(said.begin)) continue;
    works = works || text_.any_at(i, {"hoi thi", "hoi nghi", "hoi cho", "le hoi", "bao cao",
                                      "tap huan", "tuyen truyen", "quyet toan"}) > 0;
    lives = lives || text_.could_be(i, "ăn");
  }
  return works && lives;
}

/// "nếu chiều có chữ ký thì chiều em nộp", "nếu hoãn được thì hoãn tới …": what follows is meant.
bool Circumstances::is_promised(const Said& said) const {
  if (said.kind != Kind::snooze && said.kind != Kind::extension) return false;
  if (!said.until && !said.days && !said.working_days) return false;
  bool condition = false, then = false;
  for (std::size_t i = 0; i < said.end && i < text_.size(); ++i) {
    if (sentence_of(i) != sentence_of(said.begin)) continue;
    condition = condition || text_.could_be(i, "nếu");
    then = condition && (then || text_.phrase_at(i, "thi") > 0);
  }
  if (!then || said.kind == Kind::extension) return then;
  for (std::size_t i = said.begin; i < said.end; ++i) {
    if (text_.any_at(i, {"gui", "nop", "bao", "trinh", "chuyen"}) > 0) return true;
  }
  return false;
}

/// "năm ngoái có ai hỏi gì đâu": a story, whatever it asks.
bool Circumstances::is_past_told(const std::vector<Said>& acts, const Said& said) const {
  return !asks_ && std::any_of(acts.begin(), acts.end(), [&](const Said& other) {
    return other.rule == "none.past_year" && other.begin < said.begin &&
           sentence_of(other.begin) == sentence_of(said.begin);
  });
}

bool Circumstances::is_closed_between(std::size_t from, std::size_t to) const {
  for (std::size_t i = std::min(from, to); i < std::max(from, to); ++i) {
    if (text_.words()[i].mark != 0 || text_.any_at(i, {"ma", "nhung", "con"}) > 0) return true;
  }
  return false;
}

/// "xong rồi nộp cho ai": what is asked about was not said to be so.
void Circumstances::drop_asked_about(std::vector<Said>& acts) const {
  std::vector<std::pair<std::size_t, std::size_t>> questions;
  for (const Said& said : acts) {
    if (said.kind == Kind::query) questions.emplace_back(said.begin, said.end);
  }
  acts.erase(
      std::remove_if(
          acts.begin(), acts.end(),
          [&](const Said& said) {
            if (said.kind != Kind::done && said.kind != Kind::report &&
                said.kind != Kind::progress && said.kind != Kind::blocked)
              return false;
            return std::any_of(questions.begin(), questions.end(), [&](const auto& question) {
              return said.begin < question.first
                         ? !is_closed_between(said.end > 0 ? said.end - 1 : 0, question.first)
                         : !is_closed_between(question.second > 0 ? question.second - 1 : 0,
                                              said.begin);
            });
          }),
      acts.end());
}

/// A day to come before figures tells what will be: "tuần sau tổ chức 3 cuộc".
void Circumstances::drop_planned(std::vector<Said>& acts) const {
  for (Said& said : acts) {
    if (said.kind != Kind::report || said.nil) continue;
    for (const Mention& mention : mentions_.all()) {
      if (text_.phrase_at(mention.begin, "trong") > 0 || text_.phrase_at(mention.begin, "het") > 0)
        continue;
      if (mention.kind != MentionKind::date || mention.begin >= said.begin ||
          (mention.gone && text_.has("da")))
        continue;
      bool closed = false;
      bool past = false;
      for (std::size_t i = mention.end > 0 ? mention.end - 1 : 0; i < said.begin; ++i) {
        closed = closed || text_.words()[i].mark != 0;
        past = past || text_.could_be(i, "đã") || text_.could_be(i, "được");
      }
      if (!closed && !past && !mention.part_of_day.starts_with("sáng")) said.kind = Kind::none;
    }
  }
}

void Circumstances::add_nil(std::vector<Said>& acts, bool others) const {
  if (others || asks_ || !is_nil_text(text_, 0, text_.size())) return;
  const auto is_kind = [&](Kind kind) {
    return std::any_of(acts.begin(), acts.end(),
                       [&](const Said& said) { return said.kind == kind; });
  };
  if (is_kind(Kind::report)) return;
  // "không phát sinh thì gửi gì anh": asked; "không phát sinh, có cần bản giấy không": both.
  const auto asked = std::find_if(acts.begin(), acts.end(),
                                  [](const Said& said) { return said.kind == Kind::query; });
  if (asked != acts.end() && !(asked->begin > 2 && is_closed_between(2, asked->begin))) return;
  acts.erase(std::remove_if(acts.begin(), acts.end(),
                            [](const Said& said) {
                              return said.kind == Kind::progress || said.kind == Kind::done ||
                                     said.kind == Kind::blocked || said.kind == Kind::ack ||
                                     said.kind == Kind::none;
                            }),
             acts.end());
  Said nil;
  nil.kind = Kind::report;
  nil.nil = true;
  nil.confidence = 0.9;
  nil.rule = "report.nil";
  acts.insert(acts.begin(), std::move(nil));
}

void Circumstances::settle(std::vector<Said>& acts) const {
  const bool opts_out =
      std::any_of(acts.begin(), acts.end(), [](const Said& said) { return said.opt_out; });
  if (is_forwarded_ || (is_automatic_ && !opts_out)) {
    const bool asks = !is_automatic_ && std::any_of(acts.begin(), acts.end(), [](const Said& said) {
      return said.kind == Kind::query;
    });
    acts.erase(std::remove_if(acts.begin(), acts.end(),
                              [&](const Said& said) { return !asks || said.kind != Kind::query; }),
               acts.end());
    return;
  }
  if (is_said_back_) return acts.clear();
  const bool jokes = std::any_of(acts.begin(), acts.end(),
                                 [](const Said& said) { return said.rule == "none.joke"; });
  const Moods moods(text_);
  if (!jokes) moods.ask(acts);
  const auto others = told_of_others(acts);
  if (!others.empty()) {
    const bool supposes = std::any_of(acts.begin(), acts.end(),
                                      [](const Said& said) { return said.rule == "none.if"; });
    acts.erase(std::remove_if(
                   acts.begin(), acts.end(),
                   [&](const Said& said) {
                     const bool same = std::find(others.begin(), others.end(),
                                                 sentence_of(said.begin)) != others.end();
                     if (is_at_work(said) || is_left_by_private(acts, said)) return false;
                     if (is_plan_under_way(acts, said)) return false;
                     if (said.kind == Kind::query) return same && is_past_told(acts, said);
                     if (is_own_turn(said) || (supposes && is_promised(said))) return false;
                     if (said.kind == Kind::blocked && supposes && is_closed_between(0, said.begin))
                       return false;  // "nếu có tiền thì xong, giờ chưa có"
                     return same && (changes_state(said) || said.kind == Kind::progress ||
                                     said.kind == Kind::blocked || said.kind == Kind::ack ||
                                     said.kind == Kind::snooze);
                   }),
               acts.end());
  }
  moods.apply(acts);
  drop_asked_about(acts);
  drop_planned(acts);
  add_nil(acts, !others.empty());
}

}  // namespace dondoc::understanding
