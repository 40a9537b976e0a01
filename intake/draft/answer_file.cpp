#include "intake/draft/answer_file.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/codec/due_codec.h"
#include "engine/codec/plan_words.h"

namespace dondoc::intake {
namespace {

constexpr std::size_t k_answers_most = 2'000, k_units_most = 1'000, k_duties_most = 2'000;
constexpr TextRule k_name{1, 2'000, nullptr, ""};
constexpr const char* k_words_of_the_document = "theo văn bản";

/// Rules that come with what they may leave out; a date alone is a rule too.
class DueAnswers {
 public:
  explicit DueAnswers(const PlanDays& days) : days_(days) {}

  std::optional<AnsweredDue> read(const JsonValue& value, const nlohmann::json& json) const {
    nlohmann::json whole = json;
    if (json.is_string()) whole = {{"type", "date"}, {"date", json}};
    if (!whole.is_object()) {
      value.fault("expected a date (YYYY-MM-DD) or a due rule");
      return std::nullopt;
    }
    const bool in_own_words = whole.contains("stated");
    complete(whole);
    FaultMark mark(value.faults());
    auto rule = read_due(JsonValue(whole, value.pointer(), value.faults()));
    if (!rule || !mark.clean()) return std::nullopt;
    if (std::holds_alternative<UnconfirmedRule>(rule->rule)) {
      value.fault("an answer cannot be 'unconfirmed' again");
      return std::nullopt;
    }
    return AnsweredDue{std::move(*rule), in_own_words};
  }

 private:
  void complete(nlohmann::json& rule) const {
    const std::string type = rule.value("type", nlohmann::json()).is_string()
                                 ? rule["type"].get<std::string>()
                                 : std::string();
    fill(rule, "stated", k_words_of_the_document);
    if (type == "date" || type == "recurring") fill(rule, "inclusive", true);
    if (type == "recurring" || type == "window") {
      fill(rule, "from", days_.from.iso());
      fill(rule, "to", days_.to.iso());
    }
    if (type != "several" || !rule.contains("rules") || !rule["rules"].is_array()) return;
    for (nlohmann::json& one : rule["rules"]) {
      if (one.is_string()) one = {{"type", "date"}, {"date", one}};
      if (one.is_object()) complete(one);
    }
  }

  static void fill(nlohmann::json& rule, const char* name, nlohmann::json value) {
    if (!rule.contains(name)) rule[name] = std::move(value);
  }

  PlanDays days_;
};

class AnswerReader {
 public:
  AnswerReader(const JsonValue& root, const nlohmann::json& json, const PlanDays& days)
      : root_(root), json_(json), dues_(days) {}

  AnswerFile run() {
    ObjectReader object(root_);
    object.text("$schema", Presence::optional, rules::any_text);
    AnswerFile file;
    for (const JsonValue& item : object.items("answers", Presence::required, k_answers_most))
      file.answers.push_back(answer(item));
    for (const JsonValue& item : object.items("corrections", Presence::optional, k_answers_most))
      file.corrections.push_back(correction(item));
    for (const JsonValue& item : object.items("additions", Presence::optional, k_answers_most))
      file.additions.push_back(addition(item));
    return file;
  }

 private:
  Answer answer(const JsonValue& item) {
    ObjectReader object(item);
    Answer answer;
    answer.question = object.text("question", Presence::required, k_name);
    const auto given = object.field("answer", Presence::required);
    answer.pointer = item.pointer();
    if (!given) return answer;
    if (given->is_object()) {
      read_parts(*given, answer);
    } else if (const auto word = given->one_of({"accept", "drop"})) {
      answer.accept = *word == 0;
      answer.duties.drop = *word == 1;
    }
    return answer;
  }

  void read_parts(const JsonValue& value, Answer& answer) {
    if (value.entries().empty()) value.fault("nothing is answered");
    ObjectReader object(value);
    read_duty(object, answer.duties);
    if (const auto dues = object.field("dues", Presence::optional)) {
      for (const auto& [duty, one] : dues->entries()) {
        if (auto due = this->due(one)) answer.dues.emplace(duty, std::move(*due));
      }
    }
    answer.drop = object.texts("drop", Presence::optional, rules::obligation_id, k_duties_most);
    if (const auto units = object.field("units", Presence::optional)) {
      for (const auto& [unit, names] : units->entries()) answer.units[unit] = listed_names(names);
    }
    answer.head.number = object.text("number", Presence::optional, k_name);
    answer.head.subject = object.text("subject", Presence::optional, k_name);
    answer.head.issuer = object.text("issuer", Presence::optional, k_name);
    answer.head.date = object.date("date", Presence::optional);
  }

  /// "due", "who", "to", "kind", "what", "note".
  void read_duty(ObjectReader& object, DutyAnswer& duty) {
    if (const auto value = object.field("due", Presence::optional)) duty.due = due(*value);
    duty.who = names(object, "who");
    duty.to = names(object, "to");
    if (const auto kind = object.one_of("kind", Presence::optional, kind_names()))
      duty.kind = static_cast<Kind>(*kind);
    duty.what = object.text("what", Presence::optional, k_name);
    duty.note = object.text("note", Presence::optional, k_name);
  }

  Correction correction(const JsonValue& item) {
    ObjectReader object(item);
    Correction correction;
    correction.duty = object.text("duty", Presence::required, rules::obligation_id);
    correction.pointer = item.pointer();
    read_duty(object, correction.what);
    correction.what.drop = object.flag("drop", Presence::optional);
    return correction;
  }

  Addition addition(const JsonValue& item) {
    ObjectReader object(item);
    Addition addition;
    if (const auto line = object.whole("line", Presence::required, {1, 99'999}))
      addition.line = static_cast<std::size_t>(*line);
    FaultMark mark(item.faults());
    read_duty(object, addition.what);
    const DutyAnswer& duty = addition.what;
    if (mark.clean() && (duty.what.empty() || duty.who.empty() || !duty.due || !duty.kind))
      item.fault("a duty that is added needs 'what', 'who', 'kind' and 'due'");
    return addition;
  }

  std::optional<AnsweredDue> due(const JsonValue& value) {
    return dues_.read(value, json_.at(nlohmann::json::json_pointer(value.pointer())));
  }

  Names names(ObjectReader& object, std::string_view name) {
    const auto value = object.field(name, Presence::optional);
    return value ? listed_names(*value) : Names();
  }

  /// One name, or a list of them.
  Names listed_names(const JsonValue& value) {
    Names names;
    if (value.is_list()) {
      for (const JsonValue& item : value.items(k_units_most)) {
        if (auto name = item.text(k_name)) names.push_back(std::move(*name));
      }
    } else if (auto name = value.text(k_name)) {
      names.push_back(std::move(*name));
    }
    if (names.empty()) value.fault("expected the name of a unit, or a list of names");
    return names;
  }

  const JsonValue& root_;
  const nlohmann::json& json_;
  DueAnswers dues_;
};

}  // namespace

AnswerFile read_answer_file(const JsonDocument& document, const PlanDays& days, Faults& faults) {
  const JsonValue root = JsonValue::root(document, faults);
  return AnswerReader(root, document.root(), days).run();
}

}  // namespace dondoc::intake
