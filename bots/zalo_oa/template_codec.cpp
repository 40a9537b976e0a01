#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "bots/zalo_oa/template.h"
#include "engine/codec/check_messages.h"
#include "engine/codec/json_reader.h"

namespace dondoc {
namespace {

constexpr std::size_t k_templates_most = 100;
constexpr std::size_t k_messages_most = 100;
constexpr std::size_t k_parameters_most = 50;
constexpr std::size_t k_facts_in_one = 20;
constexpr WholeRange k_longest{2, 2000};

bool is_number(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}
bool is_parameter_name(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  });
}

const TextRule k_template_id{1, 20, is_number, "the number of an approved template"};
const TextRule k_parameter_name{1, 64, is_parameter_name, "letters, digits and '_'"};
const TextRule k_placeholder{1, 400, nullptr, ""};

/// Facts that no message has would make every send of this template fail.
void check_placeholder(const std::string& text, const std::string& pointer, Faults& faults) {
  const auto open = std::count(text.begin(), text.end(), '{');
  const auto names = placeholders(text);
  if (open != std::count(text.begin(), text.end(), '}') || names.size() > k_facts_in_one) {
    faults.add(pointer, "braces do not match: write facts as {ten}");
    return;
  }
  const auto& known = placeholders_of_engine();
  for (const std::string& name : names) {
    if (std::find(known.begin(), known.end(), name) == known.end())
      faults.add(pointer, fmt::format("there is no fact '{{{}}}'", name));
  }
}

ZaloTemplateParameter read_parameter(const JsonValue& value) {
  ObjectReader object(value);
  ZaloTemplateParameter parameter;
  parameter.name = object.text("name", Presence::required, k_parameter_name);
  parameter.placeholder = object.text("placeholder", Presence::required, k_placeholder);
  if (!parameter.placeholder.empty())
    check_placeholder(parameter.placeholder, object.pointer("placeholder"), value.faults());
  parameter.longest =
      static_cast<std::size_t>(object.whole("longest", Presence::required, k_longest).value_or(2));
  parameter.may_cut = object.flag("may_cut", Presence::optional);
  return parameter;
}

ZaloTemplate read_template(const JsonValue& value, std::set<std::string>& taken) {
  ObjectReader object(value);
  ZaloTemplate form;
  form.enabled = object.flag("enabled", Presence::optional, true);
  form.id =
      object.text("id", form.enabled ? Presence::required : Presence::optional, k_template_id);
  form.messages = object.texts("messages", Presence::required, rules::message_id, k_messages_most);
  if (form.messages.empty() && value.is_object())
    value.faults().add(object.pointer("messages"), "a template stands for one message or more");
  for (std::size_t i = 0; i < form.messages.size(); ++i) {
    if (!taken.insert(form.messages[i]).second)
      value.faults().add(pointer_to(object.pointer("messages"), i),
                         fmt::format("message '{}' already has a template", form.messages[i]));
  }
  std::set<std::string> names;
  for (const auto& each : object.items("parameters", Presence::required, k_parameters_most)) {
    form.parameters.push_back(read_parameter(each));
    const std::string& name = form.parameters.back().name;
    if (!name.empty() && !names.insert(name).second)
      each.fault(fmt::format("parameter '{}' stands twice", name));
  }
  return form;
}

}  // namespace

std::optional<std::vector<ZaloTemplate>> decode_zalo_templates(std::string_view json,
                                                               Faults& faults) {
  FaultMark mark(faults);
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  std::vector<ZaloTemplate> templates;
  {
    ObjectReader object(JsonValue::root(*document, faults));
    object.text("$schema", Presence::optional, rules::any_text);
    std::set<std::string> taken;
    for (const auto& each : object.items("templates", Presence::required, k_templates_most))
      templates.push_back(read_template(each, taken));
  }
  if (!mark.clean()) return std::nullopt;
  return templates;
}

}  // namespace dondoc
