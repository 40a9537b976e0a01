#include "intake/reading_json.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* k_kinds[] = {"report", "task", "event", "settlement", "summary"};
constexpr const char* k_every[] = {"day", "week", "month", "quarter", "half-year", "year"};
constexpr const char* k_about[] = {"document", "deadlines", "budget", "targets"};

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json number_or_null(const std::optional<int>& number) {
  return number ? Json(*number) : Json(nullptr);
}

Json head_json(const DocumentHead& head) {
  return {{"number", text_or_null(head.number)},
          {"date", head.date ? Json(head.date->iso()) : Json(nullptr)},
          {"issuer", text_or_null(head.issuer)},
          {"title", text_or_null(head.title)},
          {"type", text_or_null(head.document_type)},
          {"place", text_or_null(head.place)}};
}

Json due_json(const StatedDue& due) {
  Json json;
  switch (due.form) {
    case DueForm::date:
      json["date"] = due.date->iso();
      break;
    case DueForm::month:
      json["month"] = fmt::format("{:04}-{:02}", due.year, due.month);
      break;
    case DueForm::every:
      json["every"] = k_every[static_cast<int>(due.every)];
      json["day"] = number_or_null(due.day);
      json["month"] = number_or_null(due.month_of_due);
      if (due.interval > 1) json["interval"] = due.interval;
      if (due.times > 0) json["times"] = due.times;
      break;
    case DueForm::unspecified:
      json["unspecified"] = due.rule;
      break;
  }
  if (!due.from.empty()) json["from"] = due.from;
  if (due.form != DueForm::unspecified) json["rule"] = due.rule;
  return json;
}

Json deadline_json(const Deadline& deadline, Explaining explaining) {
  Json json{{"kind", k_kinds[static_cast<int>(deadline.kind)]},
            {"what", deadline.what},
            {"who", text_or_null(deadline.who)},
            {"to", text_or_null(deadline.to)},
            {"due", due_json(deadline.due)},
            {"inclusive", deadline.due.inclusive}};
  if (deadline.requested) json["requested"] = true;
  if (!deadline.helpers.empty()) json["helpers"] = deadline.helpers;
  if (deadline.soft) json["soft"] = true;
  json["quote"] = deadline.quote.text;
  json["line"] = deadline.quote.line;
  if (explaining == Explaining::on) json["made_by"] = deadline.rule;
  return json;
}

/// 50 and not 50.0.
Json value_json(double value) {
  const auto whole = static_cast<std::int64_t>(value);
  return static_cast<double>(whole) == value ? Json(whole) : Json(value);
}

}  // namespace

std::string reading_json(const PlanReading& reading, Explaining explaining) {
  Json json{{"document", head_json(reading.head)}};
  json["deadlines"] = Json::array();
  for (const Deadline& deadline : reading.deadlines)
    json["deadlines"].push_back(deadline_json(deadline, explaining));
  json["targets"] = Json::array();
  for (const ReadTarget& target : reading.targets) {
    Json one{{"what", target.what}, {"value", value_json(target.value)}, {"unit", target.unit}};
    if (!target.by.empty()) one["by"] = target.by;
    one["quote"] = target.quote.text;
    one["line"] = target.quote.line;
    if (explaining == Explaining::on) one["made_by"] = target.rule;
    json["targets"].push_back(std::move(one));
  }
  json["budget"] = Json::array();
  for (const BudgetLine& line : reading.budget) {
    Json one{{"who", text_or_null(line.who)}, {"what", line.what}, {"amount_vnd", line.amount_vnd}};
    if (line.part_of_total) one["part_of_total"] = true;
    one["quote"] = line.quote.text;
    one["line"] = line.quote.line;
    if (explaining == Explaining::on) one["made_by"] = line.rule;
    json["budget"].push_back(std::move(one));
  }
  json["questions"] = Json::array();
  for (const ReadingQuestion& question : reading.questions) {
    std::string about = k_about[static_cast<int>(question.about)];
    if (question.about != QuestionAbout::document) about += fmt::format("/{}", question.index);
    Json one{{"about", about},
             {"question", question.question},
             {"default", text_or_null(question.proposal)}};
    if (question.conflict) one["conflict"] = true;
    json["questions"].push_back(std::move(one));
  }
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dondoc
