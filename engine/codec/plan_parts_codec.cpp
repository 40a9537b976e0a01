#include "engine/codec/plan_parts_codec.h"

#include "engine/codec/due_codec.h"
#include "engine/codec/named_choice.h"
#include "engine/codec/plan_words.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr std::size_t k_fields_most = 40;
constexpr std::size_t k_members_most = limits::units_per_plan;
constexpr std::size_t k_topics_most = limits::obligations_per_plan;

constexpr std::array<Choice<FieldType>, 7> k_field_types = {{{"count", FieldType::count},
                                                             {"money", FieldType::money},
                                                             {"percent", FieldType::percent},
                                                             {"score", FieldType::score},
                                                             {"text", FieldType::text},
                                                             {"file", FieldType::file},
                                                             {"yes_no", FieldType::yes_no}}};
constexpr std::array<Choice<Aggregate>, 7> k_aggregates = {{{"sum", Aggregate::sum},
                                                            {"latest", Aggregate::latest},
                                                            {"mean", Aggregate::mean},
                                                            {"ratio", Aggregate::ratio},
                                                            {"share_yes", Aggregate::share_yes},
                                                            {"list", Aggregate::list},
                                                            {"none", Aggregate::none}}};

/// How figures of a type are put together when the form does not say.
Aggregate usual_aggregate(FieldType type) {
  switch (type) {
    case FieldType::count:
    case FieldType::money:
      return Aggregate::sum;
    case FieldType::percent:
    case FieldType::score:
      return Aggregate::mean;
    case FieldType::yes_no:
      return Aggregate::share_yes;
    case FieldType::text:
    case FieldType::file:
      return Aggregate::list;
  }
  return Aggregate::none;
}

Field read_field(const JsonValue& value) {
  ObjectReader object(value);
  Field field;
  field.id = object.text("id", Presence::required, rules::name_id);
  field.label = object.text("label", Presence::required, rules::some_text);
  field.ask = object.text("ask", Presence::optional, rules::any_text);
  field.type = object.choice("type", Presence::required, k_field_types).value_or(FieldType::count);
  field.aggregate = object.choice("aggregate", Presence::optional, k_aggregates)
                        .value_or(usual_aggregate(field.type));
  field.of = object.text("of", Presence::optional, rules::name_id);
  field.persons = object.flag("persons", Presence::optional);
  field.target = object.text("target", Presence::optional, rules::target_id);
  field.optional = object.flag("optional", Presence::optional);
  field.example = object.text("example", Presence::optional, rules::any_text);
  return field;
}

Recipient read_recipient(const JsonValue& value) {
  ObjectReader object(value);
  Recipient recipient;
  recipient.unit = object.text("unit", Presence::required, rules::unit_id);
  recipient.through = object.text("through", Presence::optional, rules::unit_id);
  recipient.office = object.text("office", Presence::optional, rules::any_text);
  return recipient;
}

Quantity read_quantity(const JsonValue& value) {
  ObjectReader object(value);
  Quantity quantity;
  if (auto count = object.whole("value", Presence::required_or_null, {1, 1'000'000'000})) {
    quantity.value = static_cast<int>(*count);
  }
  quantity.unit = object.text("unit", Presence::required, rules::some_text);
  object.text("stated", Presence::optional, rules::any_text);
  return quantity;
}

DueRule due_or_nothing(const std::optional<JsonValue>& value) {
  auto due = value ? read_due(*value) : std::nullopt;
  return due.value_or(DueRule{"", PastRule{}});
}

void read_default(const JsonValue& value, Question& question) {
  ObjectReader object(value);
  question.proposal = object.text("text", Presence::required, rules::some_text);
  auto dues = object.field("due", Presence::optional);
  if (!dues) return;
  for (const auto& [obligation, due] : dues->entries()) {
    question.dues.push_back({obligation, due_or_nothing(due)});
  }
}

}  // namespace

PlanUnit read_plan_unit(const JsonValue& value) {
  ObjectReader object(value);
  PlanUnit unit;
  unit.id = object.text("id", Presence::required, rules::unit_id);
  unit.name = object.text("name", Presence::required, rules::some_text);
  unit.short_name = object.text("short", Presence::optional, rules::short_name);
  if (auto kind = object.one_of("kind", Presence::required, unit_kinds()))
    unit.kind = unit_kinds()[*kind];
  unit.parent = object.text("parent", Presence::required_or_null, rules::unit_id);
  unit.placeholder = object.flag("placeholder", Presence::optional);
  unit.unlisted = object.flag("unlisted", Presence::optional);
  unit.external = object.flag("external", Presence::optional);
  object.text("name_source", Presence::optional, rules::any_text);
  object.text("line", Presence::optional, rules::source_line);
  return unit;
}

Group read_group(const JsonValue& value) {
  ObjectReader object(value);
  Group group;
  group.id = object.text("id", Presence::required, rules::unit_id);
  group.name = object.text("name", Presence::required, rules::some_text);
  group.units = object.texts("units", Presence::required, rules::unit_id, k_members_most);
  if (auto count = object.whole("stated_count", Presence::optional_or_null, {0, 1'000'000})) {
    group.stated_count = static_cast<int>(*count);
  }
  object.text("line", Presence::optional, rules::source_line);
  return group;
}

Form read_form(const JsonValue& value) {
  ObjectReader object(value);
  Form form;
  form.id = object.text("id", Presence::required, rules::unit_id);
  form.name = object.text("name", Presence::required, rules::some_text);
  form.assumed = object.flag("assumed", Presence::required);
  for (const auto& field : object.items("fields", Presence::required, k_fields_most)) {
    form.fields.push_back(read_field(field));
  }
  return form;
}

Obligation read_obligation(const JsonValue& value) {
  ObjectReader object(value);
  Obligation obligation;
  obligation.id = object.text("id", Presence::required, rules::obligation_id);
  obligation.line = object.text("line", Presence::required, rules::source_line);
  auto kind = object.one_of("kind", Presence::required, kind_names());
  if (kind) obligation.kind = static_cast<Kind>(*kind);
  obligation.binding =
      read_enum<Binding>(object, "binding", Presence::required).value_or(Binding::ordered);
  obligation.what = object.text("what", Presence::required, rules::some_text);
  obligation.who = object.texts("who", Presence::required, rules::unit_id, k_members_most);
  object.text("who_stated", Presence::optional, rules::any_text);
  obligation.with = object.texts("with", Presence::optional, rules::some_text, k_members_most);
  for (const auto& to : object.items("to", Presence::optional, k_members_most)) {
    obligation.to.push_back(read_recipient(to));
  }
  if (auto quantity = object.field("quantity", Presence::optional))
    obligation.quantity = read_quantity(*quantity);
  obligation.due = due_or_nothing(object.field("due", Presence::required));
  obligation.form = object.text("form", Presence::optional, rules::unit_id);
  obligation.ladder = object.text("ladder", Presence::optional, rules::name_id);
  obligation.sensitive = object.flag("sensitive", Presence::optional);
  obligation.note = object.text("note", Presence::optional, rules::any_text);
  return obligation;
}

Question read_question(const JsonValue& value) {
  ObjectReader object(value);
  Question question;
  question.id = object.text("id", Presence::required, rules::question_id);
  question.about = object.texts("about", Presence::required, rules::question_topic, k_topics_most);
  question.question = object.text("question", Presence::required, rules::some_text);
  object.text("line", Presence::optional, rules::source_line);
  question.conflict = object.flag("conflict", Presence::optional);
  if (auto proposal = object.field("default", Presence::required_or_null))
    read_default(*proposal, question);
  return question;
}

}  // namespace dondoc
