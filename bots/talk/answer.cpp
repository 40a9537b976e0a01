#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/names.h"
#include "bots/understanding/read_date.h"
#include "bots/understanding/read_number.h"
#include "bots/talk/read_request.h"

namespace dondoc::talk {
namespace {

class Answer {
 public:
  Answer(const Scene& scene, Turn& turn, const Intent& heard, const Utterance& text)
      : scene_(scene),
        turn_(turn),
        heard_(heard),
        text_(text),
        question_(std::move(*turn.dialogue.question)) {
    turn_.dialogue.question.reset();
  }

  bool take() {
    if (heard_.pressed) return false;
    const bool plain_dung =
        heard_.act == Act::yes && heard_.text == "dung" && question_.need != Need::confirm;
    if (heard_.act == Act::stop || plain_dung || (heard_.act == Act::no && !may_be_empty()))
      return stop();
    switch (question_.need) {
      case Need::code:
        return choice();
      case Need::unit:
        return question_.options.empty()
                   ? unit_name()
                   : picked([&](std::string id) { question_.intent.unit = id; });
      case Need::person:
        return person();
      case Need::date:
        return date();
      case Need::text:
        return words_given();
      case Need::percent:
        return percent();
      case Need::confirm:
        return confirmed();
    }
    return false;
  }

 private:
  bool go_on() {
    act_on(scene_, turn_, question_.intent);
    return true;
  }

  bool stop() {
    say(scene_, turn_, "T-34");
    return true;
  }

  /// The list stands: the number is missing or too high.
  bool again() {
    say(scene_, turn_, "T-72",
        {{"n", std::to_string(std::min<std::size_t>(question_.options.size(), 9))}});
    turn_.dialogue.question = std::move(question_);
    return true;
  }

  template <typename Take>
  bool picked(Take take) {
    if (heard_.act != Act::none && heard_.act != Act::pick) return false;
    const std::size_t number = heard_.number.value_or(0);
    if (number == 0 || number > question_.options.size() || number > 9) return again();
    take(question_.options[number - 1]);
    return go_on();
  }

  bool choice() {
    if (heard_.act == Act::all && question_.intent.act == Act::acknowledge) {
      question_.intent.codes = question_.options;
      return go_on();
    }
    const bool only_codes = heard_.act == Act::none || heard_.act == question_.intent.act;
    if (only_codes && !heard_.unknown.empty()) {
      say(scene_, turn_, "T-03", {{"ma", heard_.unknown.front()}});
      turn_.dialogue.question = std::move(question_);
      return true;
    }
    if (only_codes && (!heard_.codes.empty() || !heard_.obligations.empty())) return by_code();
    return picked([&](std::string code) { question_.intent.codes = {std::move(code)}; });
  }

  bool by_code() {
    if (!heard_.codes.empty()) {
      question_.intent.codes = heard_.codes;
    } else {
      question_.intent.obligations = heard_.obligations;
    }
    return go_on();
  }

  bool unit_name() {
    if (is_plain_command(heard_)) return false;
    question_.intent.text = text_.typed_from(0);
    return go_on();
  }

  bool person() {
    if (!question_.options.empty() && heard_.number)
      return picked([&](std::string id) { question_.intent.person = id; });
    if (is_plain_command(heard_)) return false;
    question_.intent.text = text_.typed_from(0);
    return go_on();
  }

  /// The date may come with the reason: "27/11 vì chờ số liệu".
  bool date() {
    if (is_plain_command(heard_)) return false;
    Intent& intent = question_.intent;
    if (intent.act == Act::snooze) {
      intent.promise = read_promise(text_, scene_.said_on, 0);
    } else {
      read_until(text_, scene_.said_on, 0, intent);
      if (intent.text.empty() && (intent.until || intent.days || intent.working_days)) {
        intent.text = read_reason(text_, scene_.said_on, 0);
      }
    }
    const bool another =
        heard_.act != Act::none && heard_.act != intent.act && heard_.act != Act::pick;
    const bool has_date = intent.until || intent.days || intent.working_days || intent.promise;
    if (!has_date && another) return false;
    return go_on();  // without a date it is asked again
  }

  bool words_given() {
    if (is_plain_command(heard_) || heard_.act == Act::retract) return false;
    Intent& intent = question_.intent;
    const auto mark = reason_mark(text_, 0);
    intent.text = text_.typed_from(mark && mark->at == 0 ? mark->length : 0);
    const bool says_nothing = heard_.act == Act::skip || heard_.act == Act::no;
    if (says_nothing) intent.text = may_be_empty() ? "–" : "";
    if (intent.act == Act::return_report) take_return(intent);
    return go_on();
  }

  /// A decision without an opinion; a request needs its reason.
  bool may_be_empty() const {
    const Act act = question_.intent.act;
    return question_.need == Need::text &&
           (act == Act::refuse || act == Act::answer_block || act == Act::not_mine);
  }

  /// "thiếu kinh phí, gửi lại trước 30/11".
  void take_return(Intent& intent) {
    for (std::string_view clause : {"gui lai", "nop lai"}) {
      const auto at = text_.find(clause);
      if (!at || *at == 0) continue;
      read_until(text_, scene_.said_on, *at, intent);
      if (intent.until) intent.text = text_.typed(0, *at);
      return;
    }
  }

  bool percent() {
    if (heard_.act == Act::progress) {
      question_.intent.percent = heard_.percent;
      question_.intent.done = heard_.done;
      question_.intent.total = heard_.total;
      question_.intent.text = heard_.text;
      return go_on();
    }
    const auto numbers = find_numbers(text_.folded_text());
    if (numbers.size() == 1 && !numbers[0].is_part &&
        (heard_.act == Act::none || heard_.act == Act::pick)) {
      question_.intent.percent = numbers[0].value;
      question_.intent.text = text_.typed_from(0);
      return go_on();
    }
    if (heard_.act != Act::none) return false;
    question_.intent.text = text_.typed_from(0);
    return go_on();
  }

  bool confirmed() {
    if (!question_.options.empty()) return one_of_two();
    const bool agrees = heard_.act == Act::yes || heard_.act == Act::acknowledge ||
                        heard_.act == Act::approve || heard_.act == Act::send ||
                        heard_.number == std::size_t{1};
    if (heard_.number == std::size_t{2}) return stop();
    if (!agrees && heard_.act != Act::none) return false;
    if (agrees) question_.intent.number = 1;  // otherwise it is asked again
    return go_on();
  }

  /// Options are names of acts.
  bool one_of_two() {
    Act wanted = heard_.act;
    if (heard_.number && *heard_.number >= 1 && *heard_.number <= question_.options.size()) {
      wanted = act_named(question_.options[*heard_.number - 1]).value_or(Act::none);
    }
    if (wanted != Act::grant && wanted != Act::accept) return heard_.act == Act::none && again();
    question_.intent.act = wanted;
    return go_on();
  }

  const Scene& scene_;
  Turn& turn_;
  const Intent& heard_;
  const Utterance& text_;
  OpenQuestion question_;
};

}  // namespace

bool answer_question(const Scene& scene, Turn& turn, const Intent& heard, const Utterance& text) {
  return turn.dialogue.question && Answer(scene, turn, heard, text).take();
}

}  // namespace dondoc::talk
