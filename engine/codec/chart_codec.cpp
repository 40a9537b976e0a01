#include "engine/codec/chart_codec.h"

#include "engine/codec/json_reader.h"
#include "engine/codec/named_choice.h"

namespace dondoc {
namespace {

constexpr std::size_t k_states_most = 40;
constexpr std::size_t k_transitions_most = 200;
constexpr std::size_t k_names_most = 40;

const std::vector<std::string_view> k_charts = {"plan", "assignment"};
const std::vector<std::string_view> k_roles = {"officer", "lead"};

struct Label {
  std::string vi;
  std::string en;
};

Label read_label(ObjectReader& owner) {
  auto value = owner.field("label", Presence::required);
  if (!value) return {};
  ObjectReader object(*value);
  return {object.text("vi", Presence::required, rules::label),
          object.text("en", Presence::required, rules::label)};
}

ChartState read_state(const JsonValue& value) {
  ObjectReader object(value);
  ChartState state;
  state.id = object.text("id", Presence::required, rules::name_id);
  auto label = read_label(object);
  state.label_vi = label.vi;
  state.label_en = label.en;
  state.meaning = read_enum<Meaning>(object, "meaning", Presence::required).value_or(Meaning::open);
  state.final = object.flag("final", Presence::optional);
  return state;
}

Trigger read_trigger(const JsonValue& value) {
  ObjectReader object(value);
  Trigger trigger;
  trigger.id = object.text("id", Presence::required, rules::name_id);
  auto label = read_label(object);
  trigger.label_vi = label.vi;
  trigger.label_en = label.en;
  if (auto by = object.one_of("by", Presence::required, k_roles)) trigger.by = k_roles[*by];
  return trigger;
}

Guard read_guard(const std::string& written) {
  bool negated = !written.empty() && written.front() == '!';
  return {negated ? written.substr(1) : written, negated};
}

/// One entry becomes a transition for each state it leaves.
void read_transition(const JsonValue& value, ChartFile& file) {
  ObjectReader object(value);
  Transition transition;
  transition.on = object.text("on", Presence::required, rules::name_id);
  transition.to = object.text("to", Presence::required, rules::name_id);
  for (const auto& guard :
       object.texts("guards", Presence::optional, rules::some_text, k_names_most)) {
    transition.guards.push_back(read_guard(guard));
  }
  transition.actions = object.texts("actions", Presence::optional, rules::some_text, k_names_most);
  auto from = object.field("from", Presence::required);
  if (!from) return;
  auto add = [&](const JsonValue& state) {
    transition.from = state.text(rules::name_id).value_or("");
    file.chart.transitions.push_back(transition);
    file.places.push_back(value.pointer());
    file.from_places.push_back(state.pointer());
  };
  if (!from->is_list()) {
    add(*from);
    return;
  }
  auto states = from->items(k_states_most);
  if (states.empty()) from->fault("needs at least one state");
  for (const auto& state : states) add(state);
}

}  // namespace

std::optional<ChartFile> read_chart_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  ChartFile file;
  object.text("$schema", Presence::optional, rules::any_text);
  if (auto id = object.one_of("id", Presence::required, k_charts)) file.chart.id = k_charts[*id];
  file.chart.initial = object.text("initial", Presence::required, rules::name_id);
  for (const auto& item : object.items("states", Presence::required, k_states_most)) {
    file.chart.states.push_back(read_state(item));
  }
  for (const auto& item : object.items("transitions", Presence::required, k_transitions_most))
    read_transition(item, file);
  for (const auto& item : object.items("triggers", Presence::optional, k_names_most)) {
    file.chart.triggers.push_back(read_trigger(item));
  }
  if (file.chart.states.empty() || file.chart.transitions.empty()) {
    faults.add("", "a lifecycle needs states and transitions");
    return std::nullopt;
  }
  return file;
}

std::optional<Chart> decode_chart(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto file = read_chart_file(json, faults);
  if (!file || !mark.clean()) return std::nullopt;
  return std::move(file->chart);
}

}  // namespace dondoc
