#include "web/demo_pages.h"

#include <nlohmann/json.hpp>

#include <map>

#include "engine/check.h"
#include "engine/text/vietnamese.h"
#include "web/mustache.h"

namespace dondoc {

using nlohmann::json;

static void to_json(json& j, const ClockView& v) {
  j = {{"iso", v.iso}, {"weekday", v.weekday}, {"date", v.date}, {"time", v.time}};
}

static void to_json(json& j, const PlanView& v) {
  j = {{"id", v.id}, {"label", v.label}, {"chosen", v.chosen}};
}

static void to_json(json& j, const BoxView& v) {
  j = {{"id", v.id}, {"label", v.label}, {"value", v.value}};
}

static void to_json(json& j, const RowView& v) {
  j = {{"code", v.code},         {"unit", v.unit},   {"what", v.what},
       {"period", v.period},     {"due", v.due},     {"tone", v.tone},
       {"standing", v.standing}, {"notes", v.notes}, {"silence", v.silence}};
}

static void to_json(json& j, const QuestionView& v) {
  j = {{"id", v.id},
       {"about", v.about},
       {"text", v.text},
       {"proposal", v.proposal},
       {"conflict", v.conflict}};
}

static void to_json(json& j, const ChatButton& v) {
  j = {{"label", v.label}, {"payload", v.payload}};
}

static void to_json(json& j, const BubbleView& v) {
  j = {{"id", v.id},     {"side", v.side},
       {"day", v.day},   {"text", v.text},
       {"time", v.time}, {"buttons", v.buttons},
       {"sending", ""},  {"has_buttons", !v.buttons.empty()}};
}

static void to_json(json& j, const WindowView& v) {
  j = {{"number", v.number},   {"person", v.person},
       {"name", v.name},       {"role", v.role},
       {"unit", v.unit},       {"phrases", v.phrases},
       {"bubbles", v.bubbles}, {"has_bubbles", !v.bubbles.empty()}};
}

static void to_json(json& j, const PersonView& v) {
  j = {{"id", v.id}, {"label", v.label}, {"received", v.received}};
}

static void to_json(json& j, const PeopleGroup& v) {
  j = {{"label", v.label}, {"people", v.people}};
}

namespace {

std::string count_text(std::size_t count) {
  return count == 0 ? "" : thousands(static_cast<std::int64_t>(count));
}

json values_of(const DemoView& v, const std::string& version) {
  return {{"version", version},
          {"clock", v.clock},
          {"plan", v.plan},
          {"title", v.title},
          {"subject", v.subject},
          {"state", v.state},
          {"lead", v.lead},
          {"boxes", v.boxes},
          {"beside", v.beside},
          {"rows", v.rows},
          {"rows_hidden", count_text(v.rows_hidden)},
          {"questions", v.questions},
          {"questions_open", count_text(v.questions.size())},
          {"windows", v.windows},
          {"groups", v.groups}};
}

/// Each window has its own list of people, with its own choice.
json groups_for(const json& groups, const json& person) {
  json own = groups;
  for (json& group : own) {
    for (json& each : group["people"]) each["chosen"] = each["id"] == person;
  }
  return own;
}

std::string text_of(const FindFile& files, const std::string& name) {
  const auto text = files("web/templates/" + name + ".html");
  CHECK(text.has_value());
  return std::string(*text);
}

}  // namespace

std::string demo_page(const DemoView& view, const std::string& version, const std::string& token,
                      const FindFile& files) {
  json values = values_of(view, version);
  values["token"] = token;
  values["plans"] = view.plans;
  values["has_questions"] = !view.questions.empty();
  values["empty"] = true;
  for (json& window : values["windows"])
    window["groups"] = groups_for(values["groups"], window["person"]);
  std::map<std::string, std::string> partials;
  for (const char* name : {"window", "bubble", "board", "box", "row", "question"})
    partials[name] = text_of(files, name);
  return fill_template(text_of(files, "demo"), values, partials);
}

std::string demo_state(const DemoView& view, const std::string& version) {
  return values_of(view, version).dump(-1, ' ', false, json::error_handler_t::replace);
}

}  // namespace dondoc
