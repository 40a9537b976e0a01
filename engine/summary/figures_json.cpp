#include "engine/codec/archive.h"
#include "engine/summary/totals.h"

namespace dondoc {

static void describe(WriteArchive& json, const Provenance& one) {
  json.always("code", one.code);
  json.always("unit", one.unit);
  json.always("version", one.version);
  json.always("at", Zone::named("UTC")->iso(one.at));
  json.always("by", one.by);
  json.always("value", one.value);
  json.always("estimate", one.estimate);
}

static void describe(WriteArchive& json, const Total& total) {
  json.always("field", total.field.id);
  json.always("label", total.field.label);
  json.always("persons", total.field.persons);
  json.always("value", total.value);
  json.always("target", total.target);
  json.always("expected", total.expected);
  json.always("given", total.given);
}

static void describe(WriteArchive& json, const std::pair<std::string, std::string>& difficulty) {
  json.always("unit", difficulty.first);
  json.always("reason", difficulty.second);
}

static void describe(WriteArchive& json, const ObligationSummary& summary) {
  json.always("obligation", summary.obligation);
  json.always("period", summary.period);
  json.always("expected", summary.expected);
  json.always("complete", summary.complete);
  json.always("partial", summary.partial);
  json.always("nil", summary.nil);
  json.always("corrected", summary.corrected);
  json.always("late", summary.late);
  json.always("late_with_permission", summary.late_with_permission);
  json.always("missing", summary.missing);
  json.always("late_units", summary.late_units);
  json.always("totals", summary.totals);
  json.always("difficulties", summary.difficulties);
}

static void describe(WriteArchive& json, const PlanSummary& summary) {
  json.always("plan", summary.plan);
  json.always("period", summary.period);
  json.always("obligations", summary.obligations);
}

std::string figures_json(const PlanSummary& summary) {
  std::string text;
  JsonWriter json(text);
  WriteArchive(json).object(summary);
  return text;
}

}  // namespace dondoc
