#include "bots/talk/read_command.h"

#include <algorithm>

#include "bots/talk/command_words.h"
#include "bots/talk/read_code.h"
#include "bots/talk/read_inquiry.h"
#include "bots/talk/read_request.h"
#include "bots/understanding/read_date.h"
#include "bots/understanding/read_number.h"

namespace dondoc::talk {
namespace {

std::string without(const Utterance& text, const std::vector<bool>& taken) {
  std::string rest = text.text();
  for (std::size_t i = 0; i < text.size() && i < taken.size(); ++i) {
    const Word& word = text.words()[i];
    if (taken[i])
      std::fill(rest.begin() + static_cast<std::ptrdiff_t>(word.begin),
                rest.begin() + static_cast<std::ptrdiff_t>(word.end), ' ');
  }
  return rest;
}

bool asks(const Utterance& text) {
  const std::string& all = text.text();
  const auto last = all.find_last_not_of(" \t\n");
  return last != all.npos && all[last] == '?';
}

bool changes_by_itself(Act act) {
  return act == Act::acknowledge || act == Act::acknowledge_all || act == Act::done ||
         act == Act::nil || act == Act::progress || act == Act::snooze;
}

class CommandReader {
 public:
  CommandReader(const Utterance& text, LocalDate today) : text_(text), today_(today) {}

  Intent read() {
    bare_number();
    if (intent_.number) return intent_;
    slash();
    for (std::size_t at = 0; intent_.act == Act::none && at < text_.size(); ++at) {
      command_at(at);
      if (intent_.act == Act::none && !is_courtesy(text_, at)) break;
    }
    if (intent_.act == Act::none) promise_sentence();
    if (intent_.act == Act::none) bare_percent();
    if (asks(text_) && changes_by_itself(intent_.act)) return Intent{};
    return intent_;
  }

 private:
  /// "2", "số 2".
  void bare_number() {
    const std::size_t last = text_.size();
    if (last == 0 || last > 2 ||
        (last == 2 && text_.folded(0) != "so" && text_.folded(0) != "chon"))
      return;
    const std::string& word = text_.folded(last - 1);
    if (word.size() > 2 ||
        !std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return;
    intent_.number = static_cast<std::size_t>(std::stoul(word));
    intent_.act = Act::pick;
  }

  void slash() {
    if (text_.empty()) return;
    if (const Phrase* phrase = slash_command(text_.folded(0))) accept(*phrase, 1);
  }

  void command_at(std::size_t at) {
    FoundPhrase found = phrase_of_command(text_, at);
    if (found.phrase != nullptr) accept(*found.phrase, at + found.length);
  }

  bool only(std::size_t from, bool (*allowed)(const Utterance&, std::size_t)) const {
    for (std::size_t i = from; i < text_.size(); ++i) {
      if (!allowed(text_, i)) return false;
    }
    return true;
  }

  void accept(const Phrase& phrase, std::size_t tail) {
    if (phrase.act == Act::done && part_done(phrase, tail)) return;
    if (phrase.tail == Tail::courtesy && !only(tail, is_courtesy)) return;
    if (phrase.tail == Tail::sending && !only(tail, is_about_sending)) return;
    if (phrase.act == Act::report && !is_report(tail)) return;
    intent_.act = phrase.act;
    slots(phrase, tail);
  }

  /// "báo cáo" may only introduce another command ("báo cáo vướng mắc: …"); words without a figure
  /// are no report.
  bool is_report(std::size_t tail) {
    if (only(tail, is_courtesy)) return true;
    command_at(tail);
    if (intent_.act != Act::none) return false;
    promise_sentence_at(tail);
    return intent_.act == Act::none && !find_numbers(text_.folded_text()).empty();
  }

  /// "xong 2/3 cuộc", "xong 60%", "xong 1 cuộc": progress, not the end.
  bool part_done(const Phrase& phrase, std::size_t tail) {
    if (tail >= text_.size()) return false;
    amount(tail);
    const bool sent = phrase.words.ends_with("gui") || phrase.words.ends_with("nop");
    // "Đã gửi 10/11" is a day, "đã gửi 1 báo cáo" the whole.
    if (sent && !intent_.percent && !part_of_something(tail)) intent_ = Intent{};
    if (!intent_.percent && !intent_.done) return false;
    intent_.act = Act::progress;
    intent_.text = text_.typed_from(0);
    return true;
  }

  bool part_of_something(std::size_t from) const {
    for (std::size_t i = from; i + 1 < text_.size(); ++i) {
      if (text_.folded(i).find('/') != std::string::npos) return is_counted_noun(text_, i + 1);
    }
    return false;
  }

  void slots(const Phrase& phrase, std::size_t tail) {
    switch (phrase.act) {
      case Act::progress:
        progress(tail);
        break;
      case Act::extension:
        extension(phrase, tail);
        break;
      case Act::approve:
      case Act::grant:
      case Act::refuse:
        decision(tail);
        break;
      case Act::return_report:
        returned(tail);
        break;
      case Act::blocked:
      case Act::not_mine:
      case Act::answer_block:
        intent_.text = content(tail);
        break;
      case Act::hand_over:
      case Act::nudge:
      case Act::correct:
        named(tail);
        break;
      case Act::snooze:
        intent_.promise =
            read_promise(text_, today_, phrase.words == "gui hom nay" ? tail - 2 : tail);
        break;
      case Act::done:
        intent_.text = text_.typed_from(0);
        break;
      case Act::retract:
        intent_.text = phrase.words;
        break;
      case Act::yes:
        stop_or_right(tail);
        break;
      default:
        break;
    }
  }

  /// "dừng" and "đúng" are one word without diacritics.
  void stop_or_right(std::size_t tail) {
    if (tail != 1 || text_.folded(0) != "dung") return;
    if (text_.words()[0].plain) intent_.text = "dung";
    if (text_.could_be(0, "dừng") && !text_.words()[0].plain) intent_.act = Act::stop;
  }

  /// "60%", "60 phần trăm", "2/3 cuộc", "1 cuộc"; a bare number behind "tiến độ" is a percentage.
  void amount(std::size_t from) {
    std::string tail;
    for (std::size_t i = from; i < text_.size(); ++i)
      tail += (tail.empty() ? "" : " ") + text_.folded(i);
    const auto numbers = find_numbers(tail);
    if (numbers.empty()) return;
    const FoundNumber& first = numbers.front();
    if (first.is_percent) {
      intent_.percent = first.value;
    } else if (is_fraction(tail, numbers)) {
      intent_.done = first.whole;
      intent_.total = numbers[1].whole;
    } else if (first.is_whole && is_counted_noun(text_, word_behind(from, first.end))) {
      intent_.done = first.whole;
    }
  }

  /// "2/3" with nothing else in its word; not the number of a document.
  static bool is_fraction(const std::string& text, const std::vector<FoundNumber>& numbers) {
    if (numbers.size() < 2 || !numbers[0].is_whole || !numbers[1].is_whole) return false;
    const bool adjacent = numbers[0].end + 1 == numbers[1].begin && text[numbers[0].end] == '/';
    return adjacent && numbers[1].whole > 0 && numbers[0].whole <= numbers[1].whole;
  }

  /// The word behind byte `end` of the folded words from `from` on.
  std::size_t word_behind(std::size_t from, std::size_t end) const {
    std::size_t length = 0;
    for (std::size_t i = from; i < text_.size(); ++i) {
      if (length >= end) return i;
      length += text_.folded(i).size() + 1;
    }
    return text_.size();
  }

  void progress(std::size_t tail) {
    amount(tail);
    intent_.text = text_.typed_from(0);
    if (intent_.percent || intent_.done) return;
    std::string rest;
    for (std::size_t i = tail; i < text_.size(); ++i)
      rest += (rest.empty() ? "" : " ") + text_.folded(i);
    const auto numbers = find_numbers(rest);
    if (text_.has("tien do") && numbers.size() == 1 && numbers[0].value <= 100)
      intent_.percent = numbers[0].value;
  }

  void extension(const Phrase& phrase, std::size_t tail) {
    read_until(text_, today_, tail, intent_);
    const bool has_time = intent_.until || intent_.days || intent_.working_days;
    if (phrase.words == "xin them" && !has_time) intent_ = Intent{};
    if (intent_.act != Act::none) intent_.text = read_reason(text_, today_, tail);
  }

  void decision(std::size_t tail) {
    read_until(text_, today_, tail, intent_);
    intent_.text = read_reason(text_, today_, tail);
  }

  void returned(std::size_t tail) {
    read_until(text_, today_, tail, intent_);
    std::size_t end = text_.size();
    for (std::string_view clause : {"gui lai", "nop lai", "bo sung truoc", "han gui lai"}) {
      if (auto at = text_.find(clause, tail); at && intent_.until) end = std::min(end, *at);
    }
    if (auto mark = reason_mark(text_, tail)) tail = mark->at + mark->length;
    intent_.text = text_.typed(tail, end);
  }

  /// The text behind linking words: "vướng mắc của B20-07 là thiếu kinh phí".
  std::string content(std::size_t tail) const {
    static const PhraseList k_links = {"cua",     "ve",      "la",    "o",
                                       "doi voi", "nhu sau", "ly do", "lien quan"};
    while (tail < text_.size()) {
      auto n = text_.any_at(tail, k_links);
      if (n == 0 && (text_.could_be(tail, "vì") || text_.could_be(tail, "do"))) n = 1;
      if (n == 0) break;
      tail += n;
    }
    return only(tail, is_courtesy) ? std::string() : text_.typed_from(tail);
  }

  void named(std::size_t tail) {
    intent_.text = text_.typed_from(tail);
    if (intent_.act == Act::correct) amount(tail);
  }

  /// "mai em gửi", "gửi ngày 20", "thứ 6 em nộp ạ".
  void promise_sentence() {
    std::size_t at = 0;
    while (at < text_.size() && !date_at(text_, today_, at) &&
           (is_courtesy(text_, at) || is_lead_in(at)))
      ++at;
    promise_sentence_at(at);
  }

  void promise_sentence_at(std::size_t at) {
    static const PhraseList k_verbs = {"gui", "nop",        "bao cao", "bao lai",
                                       "bao", "hoan thanh", "xong"};
    auto date = date_at(text_, today_, at);
    if (date) {
      std::size_t verb = date->end;
      while (verb < text_.size() && (is_courtesy(text_, verb) || is_lead_in(verb)) &&
             text_.any_at(verb, k_verbs) == 0)
        ++verb;
      const auto n = text_.any_at(verb, k_verbs);
      if (n == 0 || !only(verb + n, is_about_sending)) return;
    } else {
      const auto n = at < text_.size() ? text_.any_at(at, k_verbs) : 0;
      if (n == 0) return;
      std::size_t when = at + n;
      if (when < text_.size() && (text_.folded(when) == "vao" || text_.could_be(when, "lúc")))
        ++when;
      date = date_at(text_, today_, when);
      if (!date || !only(date->end, is_about_sending)) return;
    }
    intent_.act = Act::snooze;
    intent_.promise = Promise{date->date, date->time};
  }

  bool is_lead_in(std::size_t at) const {
    static const PhraseList k_lead_in = {"de", "se", "moi", "thi", "chac", "khoang", "em se"};
    return text_.any_at(at, k_lead_in) > 0;
  }

  void bare_percent() {
    const auto numbers = find_numbers(text_.folded_text());
    if (numbers.size() != 1 || !numbers[0].is_percent || text_.size() > 4) return;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const std::string& word = text_.folded(i);
      const bool belongs = word.find_first_of("0123456789%") != word.npos || word == "phan" ||
                           word == "tram" || word == "duoc";
      if (!belongs && !is_courtesy(text_, i)) return;
    }
    intent_.act = Act::progress;
    intent_.percent = numbers[0].value;
    intent_.text = text_.typed_from(0);
  }

  const Utterance& text_;
  LocalDate today_;
  Intent intent_;
};

}  // namespace

Intent read_command(const World& world, const Utterance& text, LocalDate today) {
  FoundCodes codes = find_codes(world, text);
  // A code inside a reason ("vì chờ B19-07") is part of the reason when the duty itself is named
  // before it.
  if (auto mark = reason_mark(text, 0)) {
    Utterance before(text.typed(0, mark->at));
    FoundCodes first = find_codes(world, before);
    if (!first.codes.empty()) codes = std::move(first);
  }
  Utterance rest(without(text, codes.taken));
  const bool has_code =
      !codes.codes.empty() || !codes.obligations.empty() || !codes.unknown.empty();
  const auto inquiry = read_inquiry(world, rest, has_code);
  Intent intent = inquiry ? *inquiry : CommandReader(rest, today).read();
  intent.about = before_reason(rest);
  intent.codes = std::move(codes.codes);
  intent.obligations = std::move(codes.obligations);
  intent.unknown = std::move(codes.unknown);
  return intent;
}

}  // namespace dondoc::talk
