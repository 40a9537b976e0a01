#include "intake/answered_draft.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/codec/check_plan.h"
#include "engine/codec/due_codec.h"
#include "engine/codec/near_name.h"
#include "engine/codec/plan_codec.h"
#include "intake/draft/answer_file.h"
#include "intake/draft/draft_due.h"
#include "intake/draft/draft_json.h"
#include "intake/draft/named_unit.h"

namespace dondoc {
namespace {

using namespace intake;
using Json = DraftJson;

std::vector<std::string> texts_of(const Json& list, const char* name) {
  std::vector<std::string> texts;
  for (const Json& one : list) texts.push_back(name == nullptr ? one : one[name]);
  return texts;
}

/// The duty as it is.
DutyCorrection correction_of(const Json& duty) {
  DutyCorrection correction;
  correction.what = duty["what"];
  correction.kind = kind_named(duty["kind"].get<std::string>()).value_or(Kind::task_once);
  correction.binding = duty["binding"] == "requested" ? Binding::requested : Binding::ordered;
  correction.who = texts_of(duty["who"], nullptr);
  if (duty.contains("to")) correction.to = texts_of(duty["to"], "unit");
  return correction;
}

class Answering {
 public:
  Answering(Json draft, Faults& faults)
      : draft_(std::move(draft)),
        faults_(faults),
        asked_(draft_.value("questions", Json::array())) {
    for (const Json& duty : draft_["obligations"]) duties_.insert(duty["id"]);
  }

  Json run(const AnswerFile& file) {
    for (const Answer& one : file.answers) answer(one);
    for (const Correction& one : file.corrections) correct(one);
    for (const Addition& one : file.additions) add(one);
    return std::move(draft_);
  }

 private:
  void fault(std::string pointer, std::string message) {
    faults_.add(std::move(pointer), std::move(message));
  }

  const Json* question_of(const Answer& answer) {
    const std::string at = answer.pointer + "/question";
    const Json* found = find_by_id(asked_, answer.question);
    std::vector<std::string> ids;
    for (const Json& question : asked_) {
      ids.push_back(question["id"]);
      if (question["question"] != answer.question) continue;
      if (found != nullptr) {
        fault(at, "several questions have this text: name the one by its id");
        return nullptr;
      }
      found = &question;
    }
    if (found == nullptr) {
      const std::vector<std::string_view> known(ids.begin(), ids.end());
      fault(at, fmt::format("the draft does not ask '{}'{}", answer.question,
                            suggestion(answer.question, known)));
      return nullptr;
    }
    if (!answered_.insert((*found)["id"]).second) {
      fault(at, fmt::format("'{}' is answered twice", (*found)["id"].get<std::string>()));
      return nullptr;
    }
    return found;
  }

  /// Those the question is about that no other answer has dropped.
  std::vector<std::string> duties_of(const Json& question) const {
    std::vector<std::string> duties;
    for (const Json& about : question["about"]) {
      if (find_by_id(draft_["obligations"], about.get<std::string>()) != nullptr)
        duties.push_back(about);
    }
    return duties;
  }

  static bool is_about_duties(const Json& question) {
    const Json& about = question["about"];
    return std::any_of(about.begin(), about.end(),
                       [](const Json& one) { return one != "plan" && one != "units"; });
  }

  void answer(const Answer& answer) {
    const Json* question = question_of(answer);
    if (question == nullptr) return;
    const std::string at = answer.pointer + "/answer";
    if (answer.accept) {
      accept(*question, at);
    } else {
      answer_duties(*question, answer, at);
      answer_units(answer, at);
      answer_head(*question, answer.head, at);
    }
    settle(*question, answer);
  }

  void accept(const Json& question, const std::string& at) {
    const Json& proposed = question["default"];
    if (!proposed.is_object()) return fault(at, "nothing is proposed that could be accepted");
    if (!proposed.contains("due")) return;
    for (const auto& [duty, due] : proposed["due"].items()) {
      const nlohmann::json plain = due;
      auto rule = read_due(JsonValue(plain, at, faults_));
      DutyAnswer answer;
      if (rule) answer.due = AnsweredDue{std::move(*rule), true};
      change(duty, answer);
    }
  }

  void answer_duties(const Json& question, const Answer& answer, const std::string& at) {
    const DutyAnswer& all = answer.duties;
    const bool is_of_duties = all.due || !all.who.empty() || !all.to.empty() || all.kind ||
                              !all.what.empty() || !all.note.empty() || all.drop;
    if (is_of_duties && !is_about_duties(question))
      return fault(at, "the question is about no duty");
    if (is_of_duties) {
      for (const std::string& duty : duties_of(question)) change(duty, all);
    }
    for (const auto& [duty, due] : answer.dues) {
      DutyAnswer one;
      one.due = due;
      if (is_asked(question, duty, pointer_to(at + "/dues", duty))) change(duty, one);
    }
    for (std::size_t i = 0; i < answer.drop.size(); ++i) {
      if (is_asked(question, answer.drop[i], pointer_to(at + "/drop", i)))
        drop_duty(draft_, answer.drop[i]);
    }
  }

  bool is_asked(const Json& question, const std::string& duty, std::string at) {
    const Json& about = question["about"];
    if (std::find(about.begin(), about.end(), duty) != about.end()) return true;
    fault(std::move(at), fmt::format("the question is not about '{}'", duty));
    return false;
  }

  void change(const std::string& id, const DutyAnswer& answer) {
    const Json* duty = find_by_id(draft_["obligations"], id);
    if (duty == nullptr) return;
    if (answer.drop) {
      drop_duty(draft_, id);
      return;
    }
    DutyCorrection correction = correction_of(*duty);
    if (answer.due) {
      correction.due = answer.due->rule;
      if (!answer.due->in_own_words) correction.due->stated = stated_of(*duty);
    }
    if (answer.kind) correction.kind = *answer.kind;
    if (!answer.what.empty()) correction.what = answer.what;
    if (!answer.who.empty()) correction.who = ids_of(answer.who, false);
    if (!answer.to.empty()) correction.to = ids_of(answer.to, true);
    correct_duty(draft_, id, correction);
    note(id, answer.note);
  }

  void note(const std::string& id, const std::string& words) {
    if (!words.empty()) (*find_by_id(draft_["obligations"], id))["note"] = words;
  }

  static std::string stated_of(const Json& duty) {
    std::string stated = duty["due"].value("stated", std::string());
    return stated.empty() ? k_nothing_stated : stated;
  }

  /// Who is named and not yet known to the draft becomes known. Reports go to units alone.
  std::vector<std::string> ids_of(const Names& names, bool receives) {
    std::vector<std::string> ids;
    for (const std::string& name : names) {
      std::string id = receives ? std::string() : known_unit(draft_, name);
      if (id.empty()) {
        const PlanUnit unit = named_unit(draft_, name, draft_["plan"]["issuer"], receives);
        know_unit(draft_, unit);
        id = unit.id;
      }
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(std::move(id));
    }
    return ids;
  }

  void answer_units(const Answer& answer, const std::string& at) {
    for (const auto& [name, names] : answer.units) {
      const std::string id = known_unit(draft_, name);
      if (id.empty()) {
        fault(pointer_to(at + "/units", name), fmt::format("the draft has no unit '{}'", name));
        continue;
      }
      std::vector<PlanUnit> units;
      const std::string issuer = draft_["plan"]["issuer"];
      for (const std::string& one : names) {
        PlanUnit unit = named_unit(draft_, one, id == issuer ? std::string() : issuer, false);
        const auto same = [&](const PlanUnit& other) { return other.id == unit.id; };
        if (std::none_of(units.begin(), units.end(), same)) units.push_back(std::move(unit));
      }
      replace_unit(draft_, id, units);
    }
  }

  void answer_head(const Json& question, const HeadAnswer& answer, const std::string& at) {
    const bool is_of_head =
        !answer.number.empty() || !answer.subject.empty() || !answer.issuer.empty() || answer.date;
    if (!is_of_head) return;
    const Json& about = question["about"];
    if (std::find(about.begin(), about.end(), "plan") == about.end())
      return fault(at, "the question is not about the plan");
    const Json& plan = draft_["plan"];
    HeadCorrection head;
    head.number = answer.number.empty() && plan["number"].is_string()
                      ? plan["number"].get<std::string>()
                      : answer.number;
    head.subject = answer.subject.empty() ? plan["subject"].get<std::string>() : answer.subject;
    head.document_type = plan.value("document_type", std::string());
    head.from = LocalDate::parse(plan["from"].get<std::string>()).value();
    head.to = LocalDate::parse(plan["to"].get<std::string>()).value();
    if (plan["date"].is_string()) head.date = LocalDate::parse(plan["date"].get<std::string>());
    if (answer.date) {
      // Without its date the plan was taken to begin with the latest of its grounds.
      if (!head.date) head.from = std::min(std::max(head.from, *answer.date), head.to);
      head.date = answer.date;
    }
    correct_head(draft_, head);
    if (answer.issuer.empty()) return;
    replace_unit(draft_, plan["issuer"].get<std::string>(),
                 {named_unit(draft_, answer.issuer, "", false)});
  }

  /// An answer to a part of the duties or units leaves the question to the others.
  void settle(const Json& question, const Answer& answer) {
    const bool is_partial = !answer.dues.empty() || !answer.drop.empty() ||
                            (!answer.units.empty() && has_open_units(question));
    if (!is_partial) drop_question(draft_, question["id"].get<std::string>());
  }

  /// Units it names are still to be listed, or, when it names none, some that are only counted.
  bool has_open_units(const Json& question) const {
    const std::string text = question["question"];
    const bool names = text.find("“") != text.npos;
    const Json& units = draft_["units"];
    return std::any_of(units.begin(), units.end(), [&](const Json& unit) {
      const std::string name = "“" + unit["name"].get<std::string>() + "”";
      return names ? unit.value("unlisted", false) && text.find(name) != text.npos
                   : unit.value("placeholder", false);
    });
  }

  void correct(const Correction& correction) {
    if (!duties_.contains(correction.duty)) {
      const std::vector<std::string_view> known(duties_.begin(), duties_.end());
      return fault(correction.pointer + "/duty",
                   fmt::format("the draft has no duty '{}'{}", correction.duty,
                               suggestion(correction.duty, known)));
    }
    if (find_by_id(draft_["obligations"], correction.duty) == nullptr)
      return fault(correction.pointer + "/duty",
                   fmt::format("an answer has dropped '{}'", correction.duty));
    change(correction.duty, correction.what);
  }

  void add(const Addition& addition) {
    DutyCorrection duty;
    duty.what = addition.what.what;
    duty.kind = *addition.what.kind;
    duty.who = ids_of(addition.what.who, false);
    duty.to = ids_of(addition.what.to, true);
    duty.due = addition.what.due->rule;
    note(add_duty(draft_, duty, addition.line), addition.what.note);
  }

  Json draft_;
  Faults& faults_;
  Json asked_;                      ///< as the draft asked at first
  std::set<std::string> duties_;    ///< of the draft at first
  std::set<std::string> answered_;  ///< questions
};

PlanDays days_of(const Json& draft) {
  const Json& plan = draft["plan"];
  return {LocalDate::parse(plan["from"].get<std::string>()).value(),
          LocalDate::parse(plan["to"].get<std::string>()).value()};
}

/// What the answers make must still be a plan.
void check(const Json& draft, Faults& faults) {
  Faults in_plan("");
  const auto file = read_plan_file(draft_text(draft), in_plan);
  if (file) check_plan(*file, in_plan);
  for (const Fault& fault : in_plan.list())
    faults.add("", fmt::format("the answers make a plan with a fault at {}: {}", fault.pointer,
                               fault.message));
}

}  // namespace

std::optional<DraftJson> apply_answers(DraftJson draft, std::string_view answers, Faults& faults) {
  const auto document = JsonDocument::parse(answers, faults);
  if (!document) return std::nullopt;
  const AnswerFile file = read_answer_file(*document, days_of(draft), faults);
  if (!faults.none()) return std::nullopt;
  Json answered = Answering(std::move(draft), faults).run(file);
  if (faults.none()) check(answered, faults);
  if (!faults.none()) return std::nullopt;
  return answered;
}

}  // namespace dondoc
