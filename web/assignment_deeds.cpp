#include "web/assignment_deeds.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// An empty field is no date; what is no date is a fault.
struct Day {
  std::optional<LocalDate> day;
  bool is_bad = false;
};

Day day_in(const Request& form, const char* name) {
  const std::string text = form.parameter(name);
  const auto day = LocalDate::parse(text);
  return {day, !text.empty() && !day};
}

std::optional<FigureValue> figure_from(const Field& field, const std::string& text) {
  if (field.type == FieldType::text || field.type == FieldType::file) return FigureValue(nfc(text));
  const char* end = text.data() + text.size();
  const bool decimal = field.type == FieldType::percent || field.type == FieldType::score;
  std::int64_t whole = 0;
  const auto read = std::from_chars(text.data(), end, whole);
  if (read.ec == std::errc() && read.ptr == end)
    return decimal ? FigureValue(static_cast<double>(whole)) : FigureValue(whole);
  std::string with_point = text;
  std::replace(with_point.begin(), with_point.end(), ',', '.');
  double number = 0;
  const char* point_end = with_point.data() + with_point.size();
  const auto [last, fault] = std::from_chars(with_point.data(), point_end, number);
  if (!decimal || fault != std::errc() || last != point_end) return std::nullopt;
  return FigureValue(number);
}

/// The last report with the figures of the form in place of its own.
AssignmentDeed correction(const Moment& moment, const Assignment& a, const Request& form,
                          const PageWords& words) {
  Submit submit;
  submit.codes = {a.code};
  submit.text = nfc(form.parameter("reason"));
  const Form* outline = form_of(moment.world, a);
  if (outline == nullptr || a.submissions.empty()) return {};
  for (const Field& field : outline->fields) {
    const std::string text = form.parameter("figure." + field.id);
    if (text.empty()) continue;
    auto value = figure_from(field, text);
    if (!value) return {std::nullopt, words.filled("bad_figure", {{"name", field.label}})};
    submit.figures.push_back({field.id, std::move(*value), false});
  }
  return {submit, ""};
}

std::string shown(const FigureValue& value) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return std::to_string(*whole);
  return json(std::get<double>(value)).dump();
}

json fields_to_correct(const Moment& moment, const Assignment& a) {
  json list = json::array();
  const Form* form = form_of(moment.world, a);
  if (form == nullptr || a.submissions.empty()) return list;
  const auto& figures = a.submissions.back().figures;
  for (const Field& field : form->fields) {
    if (field.type == FieldType::file) continue;
    const auto found = std::find_if(figures.begin(), figures.end(),
                                    [&](const Figure& f) { return f.field == field.id; });
    list.push_back({{"id", field.id},
                    {"label", field.label},
                    {"value", found == figures.end() ? "" : shown(found->value)}});
  }
  return list;
}

}  // namespace

const Form* form_of(const World& world, const Assignment& a) {
  const PlanCase* plan = world.office.plan(a.plan);
  const Obligation* duty = plan == nullptr ? nullptr : plan->plan.obligation(a.obligation);
  return duty == nullptr || duty->form.empty() ? nullptr : plan->plan.form(duty->form);
}

const Field* field_of(const Form* form, const std::string& id) {
  if (form == nullptr) return nullptr;
  const auto found = std::find_if(form->fields.begin(), form->fields.end(),
                                  [&](const Field& field) { return field.id == id; });
  return found == form->fields.end() ? nullptr : &*found;
}

void add_deeds(json& values, const Moment& moment, const Assignment& a, const PageWords& words) {
  json can = json::object();
  can["nudge"] = a.meaning == Meaning::open;
  can["grant"] = a.extension_request.has_value();
  can["judge"] = a.meaning == Meaning::reported;
  can["unblock"] = a.block.has_value();
  can["settle"] = a.dispute.has_value();
  const json fields = fields_to_correct(moment, a);
  can["correct"] = !fields.empty();
  values["can"] = std::move(can);
  values["fields"] = fields;
  if (a.extension_request) {
    values["asked_until"] = a.extension_request->until.iso();
    values["asked"] = words.filled(
        "assignment_asked_extension",
        {{"day", a.extension_request->until.vi()}, {"why", a.extension_request->reason}});
  }
  if (a.block) values["blocked"] = words.filled("assignment_blocked", {{"why", a.block->reason}});
  if (a.dispute)
    values["disputed"] = words.filled("assignment_disputed", {{"why", a.dispute->reason}});
}

AssignmentDeed deed_from(const Moment& moment, const Assignment& a, const std::string& deed,
                         const Request& form, const PageWords& words) {
  const std::string reason = nfc(form.parameter("reason"));
  const Day until = day_in(form, "until");
  if (until.is_bad) return {std::nullopt, words.text("bad_day")};
  if (deed == "nudge") return {Nudge{a.code, reason}, ""};
  if (deed == "grant") return {GrantExtension{a.code, until.day, reason, ""}, ""};
  if (deed == "refuse") return {RefuseExtension{a.code, reason}, ""};
  if (deed == "accept") return {Accept{a.code}, ""};
  if (deed == "return") return {ReturnReport{a.code, reason, until.day}, ""};
  if (deed == "unblock") return {Unblock{a.code, reason}, ""};
  if (deed == "keep") return {SettleDispute{a.code, reason, false}, ""};
  if (deed == "release") return {SettleDispute{a.code, reason, true}, ""};
  if (deed == "correct") return correction(moment, a, form, words);
  return {};
}

}  // namespace dondoc
