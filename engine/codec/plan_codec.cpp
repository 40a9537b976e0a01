#include "engine/codec/plan_codec.h"

#include "engine/codec/plan_parts_codec.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

constexpr std::size_t k_entries_most = 10'000;
/// So that the sum of k_entries_most amounts still fits.
constexpr std::int64_t k_money_most = 900'000'000'000'000;

constexpr std::array<std::string_view, 3> k_layouts = {"state", "youth_union", "party"};
constexpr std::array<Choice<bool>, 2> k_measured = {{{"reported", false}, {"computed", true}}};
constexpr std::array<Choice<std::string_view>, 2> k_target_units = {
    {{"percent", "percent"}, {"count", "count"}}};

void check_line(ObjectReader& object, Presence presence = Presence::required) {
  object.text("line", presence, rules::source_line);
}

/// Lists whose elements are only shown on the plan page: a text and where it stands.
void check_remarks(ObjectReader& plan, std::string_view name) {
  for (const auto& item : plan.items(name, Presence::optional, k_entries_most)) {
    ObjectReader remark(item);
    remark.text("what", Presence::required, rules::some_text);
    check_line(remark);
  }
}

void check_signatory(ObjectReader& plan) {
  auto value = plan.field("signatory", Presence::optional);
  if (!value) return;
  ObjectReader signatory(*value);
  for (std::string_view name : {"authority", "position", "name"}) {
    signatory.text(name, Presence::optional_or_null, rules::any_text);
  }
  check_line(signatory, Presence::optional);
}

void check_steering(ObjectReader& plan) {
  auto value = plan.field("steering", Presence::optional);
  if (!value) return;
  ObjectReader steering(*value);
  steering.text("name", Presence::required, rules::some_text);
  check_line(steering);
  steering.text("note", Presence::optional, rules::any_text);
  for (const auto& item : steering.items("members", Presence::optional, k_entries_most)) {
    ObjectReader member(item);
    member.text("name", Presence::required, rules::some_text);
    member.text("position", Presence::optional, rules::any_text);
    member.text("role", Presence::required, rules::some_text);
    check_line(member);
  }
}

std::optional<LocalDate> read_basis(const JsonValue& value) {
  ObjectReader basis(value);
  basis.text("document", Presence::required, rules::some_text);
  basis.text("issuer", Presence::optional, rules::any_text);
  check_line(basis);
  return basis.date("date", Presence::optional);
}

std::string read_plan_recipient(const JsonValue& value) {
  ObjectReader recipient(value);
  recipient.text("text", Presence::required, rules::some_text);
  check_line(recipient);
  return recipient.text("unit", Presence::optional, rules::unit_id);
}

Phase read_phase(const JsonValue& value) {
  ObjectReader phase(value);
  phase.text("what", Presence::required, rules::some_text);
  check_line(phase);
  return {phase.date("from", Presence::required), phase.date("to", Presence::required)};
}

Target read_target(const JsonValue& value) {
  ObjectReader object(value);
  Target target;
  target.id = object.text("id", Presence::required, rules::target_id);
  target.what = object.text("what", Presence::required, rules::some_text);
  target.value = object.number("value", Presence::required).value_or(0);
  target.unit = object.choice("unit", Presence::required, k_target_units).value_or("");
  target.computed = object.choice("measured", Presence::required, k_measured).value_or(false);
  check_line(object);
  return target;
}

std::int64_t read_amount(ObjectReader& object) {
  return object.whole("amount_vnd", Presence::required, {0, k_money_most}).value_or(0);
}

BudgetItem read_budget_item(const JsonValue& value) {
  ObjectReader object(value);
  BudgetItem item;
  item.unit = object.text("unit", Presence::required, rules::unit_id);
  object.text("what", Presence::required, rules::some_text);
  item.amount = read_amount(object);
  check_line(object);
  for (const auto& part : object.items("parts", Presence::optional, k_entries_most)) {
    ObjectReader one(part);
    one.text("what", Presence::required, rules::some_text);
    item.parts.push_back(read_amount(one));
  }
  return item;
}

Budget read_budget(const JsonValue& value) {
  ObjectReader object(value);
  Budget budget;
  budget.total = object.whole("total_vnd", Presence::optional_or_null, {0, k_money_most});
  object.text("note", Presence::optional, rules::any_text);
  for (const auto& item : object.items("items", Presence::required, k_entries_most)) {
    budget.items.push_back(read_budget_item(item));
  }
  return budget;
}

void read_identity(ObjectReader& object, PlanFile& file) {
  Plan& plan = file.plan;
  plan.id = object.text("id", Presence::required, rules::plan_id);
  plan.number = object.text("number", Presence::required_or_null, rules::some_text);
  auto date = object.field("date", Presence::required_or_null);
  auto not_before = object.field("not_before", Presence::optional);
  if (date) plan.date = date->date();
  if (not_before) plan.not_before = not_before->date();
  file.has_floor = date || not_before;
  object.text("place", Presence::optional_or_null, rules::any_text);
  plan.document_type = object.text("document_type", Presence::optional, rules::any_text);
  std::vector<std::string_view> layouts(k_layouts.begin(), k_layouts.end());
  const auto layout = object.one_of("layout", Presence::optional, layouts);
  plan.layout = layout ? k_layouts[*layout] : "";
  plan.issuer = object.text("issuer", Presence::required, rules::unit_id);
  plan.subject = object.text("subject", Presence::required, rules::some_text);
  object.text("source", Presence::required, rules::some_text);
  // A plan whose days cannot be read is taken to last for ever, so that its duties are not reported
  // as well.
  plan.from = object.date("from", Presence::required).value_or(*LocalDate::of(1900, 1, 1));
  plan.to = object.date("to", Presence::required).value_or(*LocalDate::of(2199, 12, 31));
}

void read_head(const JsonValue& value, PlanFile& file) {
  ObjectReader object(value);
  read_identity(object, file);
  check_signatory(object);
  for (const auto& item : object.items("basis", Presence::optional, k_entries_most))
    file.basis.push_back(read_basis(item));
  for (const auto& item : object.items("recipients", Presence::optional, k_entries_most)) {
    file.recipients.push_back(read_plan_recipient(item));
  }
  for (const auto& item : object.items("phases", Presence::optional, k_entries_most))
    file.phases.push_back(read_phase(item));
  for (const auto& item : object.items("targets", Presence::optional, k_entries_most)) {
    file.plan.targets.push_back(read_target(item));
  }
  if (auto budget = object.field("budget", Presence::optional)) file.budget = read_budget(*budget);
  check_steering(object);
  check_remarks(object, "qualitative_targets");
  check_remarks(object, "untracked");
  for (const auto& item : object.items("submit_together", Presence::optional, k_entries_most)) {
    std::vector<std::string> together;
    for (const auto& id : item.items(k_entries_most))
      together.push_back(id.text(rules::obligation_id).value_or(""));
    if (together.size() < 2) item.fault("needs at least two obligations");
    file.plan.submit_together.push_back(std::move(together));
  }
}

/// Reads every element of a list; false when the list itself is missing or no list.
template <typename T>
bool read_list(ObjectReader& object, std::string_view name, Presence presence, std::size_t most,
               T (*read)(const JsonValue&), std::vector<T>& result) {
  auto list = object.field(name, presence);
  if (!list) return presence == Presence::optional;
  FaultMark mark(list->faults());
  auto items = list->items(most);
  bool is_list = mark.clean() || !items.empty();
  for (const auto& item : items) result.push_back(read(item));
  return is_list;
}

/// Of a plan that states none, by the kind of its issuer (domain.md §2.5): there is no kind of unit
/// for Party bodies, their plans state it.
std::string usual_layout(const Plan& plan) {
  const PlanUnit* issuer = plan.unit(plan.issuer);
  return issuer != nullptr && issuer->kind == "youth_union" ? "youth_union" : "state";
}

}  // namespace

std::optional<PlanFile> read_plan_file(std::string_view json, Faults& faults) {
  auto document = JsonDocument::parse(json, faults);
  if (!document) return std::nullopt;
  ObjectReader object(JsonValue::root(*document, faults));
  PlanFile file;
  Plan& plan = file.plan;
  object.text("$schema", Presence::optional, rules::any_text);
  auto head = object.field("plan", Presence::required);
  if (head) read_head(*head, file);
  bool whole = head.has_value() && head->is_object();
  whole &= read_list(object, "units", Presence::required, limits::units_per_plan, read_plan_unit,
                     plan.units);
  if (plan.layout.empty()) plan.layout = usual_layout(plan);
  whole &= read_list(object, "groups", Presence::optional, limits::units_per_plan, read_group,
                     plan.groups);
  whole &= read_list(object, "forms", Presence::optional, k_entries_most, read_form, plan.forms);
  whole &= read_list(object, "obligations", Presence::required, limits::obligations_per_plan,
                     read_obligation, plan.obligations);
  whole &= read_list(object, "questions", Presence::optional, k_entries_most, read_question,
                     plan.questions);
  if (!whole) return std::nullopt;
  return file;
}

std::optional<Plan> decode_plan(std::string_view json, Faults& faults) {
  FaultMark mark(faults);
  auto file = read_plan_file(json, faults);
  if (!file || !mark.clean()) return std::nullopt;
  return std::move(file->plan);
}

}  // namespace dondoc
