#include "app/reply_label.h"

#include <cmath>
#include <nlohmann/json.hpp>

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;
using understanding::Danger;
using understanding::FoundFigure;
using understanding::Kind;
using understanding::Meaning;
using understanding::Said;

/// 60 rather than 60.0; null when nothing was said.
Json number(std::optional<double> value) {
  if (!value) return nullptr;
  if (std::abs(*value) < 9e15 && std::floor(*value) == *value)
    return static_cast<std::int64_t>(*value);
  return *value;
}

Json value_of(const FoundFigure& figure) {
  if (const auto* text = std::get_if<std::string>(&figure.value)) return *text;
  return number(std::get<double>(figure.value));
}

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }

void put(Json& json, const char* name, const std::string& text) {
  if (!text.empty()) json[name] = text;
}

void put(Json& json, const char* name, const std::optional<LocalDate>& date) {
  if (date) json[name] = date->iso();
}

void put(Json& json, const char* name, bool said) {
  if (said) json[name] = true;
}

void put_progress(Json& json, const Said& said) {
  json["percent"] = number(said.percent);
  if (said.percent_max) json["percent_max"] = number(said.percent_max);
  if (said.done) json["done"] = *said.done;
  if (said.total) json["total"] = *said.total;
  put(json, "stage", said.stage);
}

void put_report(Json& json, const Said& said) {
  Json values = Json::object();
  for (const FoundFigure& figure : said.values) {
    if (!values.contains(figure.slug)) values[figure.slug] = value_of(figure);
  }
  json["values"] = std::move(values);
  put(json, "nil", said.nil);
  put(json, "correction", said.correction);
  put(json, "approx", said.approx);
}

void put_extension(Json& json, const Said& said) {
  const bool open = !said.until && !said.days && !said.working_days;
  if (said.until || open) json["until"] = said.until ? Json(said.until->iso()) : Json(nullptr);
  if (said.days || open) json["days"] = said.days ? Json(*said.days) : Json(nullptr);
  if (said.working_days) json["working_days"] = *said.working_days;
  put(json, "reason", said.reason);
}

void put_snooze(Json& json, const Said& said) {
  put(json, "until", said.until);
  put(json, "from", said.from);
  if (said.time) json["time"] = said.time->text();
  put(json, "part_of_day", said.part_of_day);
  if (said.hours) json["hours"] = number(said.hours);
  if (said.days) json["days"] = *said.days;
}

void put_handover(Json& json, const Said& said) {
  json["to"] = text_or_null(said.to);
  put(json, "unit", said.unit);
  put(json, "from", said.from);
  put(json, "until", said.until);
  put(json, "temporary", said.temporary);
}

void put_slots(Json& json, const Said& said) {
  switch (said.kind) {
    case Kind::progress:
      return put_progress(json, said);
    case Kind::done:
      put(json, "on", said.on);
      put(json, "doc_no", said.doc_no);
      return put(json, "channel", said.channel);
    case Kind::report:
      return put_report(json, said);
    case Kind::extension:
      return put_extension(json, said);
    case Kind::blocked:
      put(json, "reason", said.reason);
      return put(json, "category", said.category);
    case Kind::handover:
      return put_handover(json, said);
    case Kind::decline:
      put(json, "reason", said.reason);
      return put(json, "unit", said.unit);
    case Kind::query:
      return put(json, "kind", said.query);
    case Kind::snooze:
      return put_snooze(json, said);
    case Kind::none:
      return put(json, "opt_out", said.opt_out);
    case Kind::ack:
    case Kind::nothing:
      return;
  }
}

Json label_of(const Said& said) {
  Json json;
  json["intent"] = understanding::name_of(said.kind);
  put(json, "part", said.part);
  put_slots(json, said);
  return json;
}

}  // namespace

std::string reply_label(const Meaning& meaning) {
  Json json = label_of(meaning.main());
  json["confidence"] = std::round(meaning.main().confidence * 100) / 100;
  put(json, "pii", meaning.danger == Danger::personal);
  put(json, "secret", meaning.danger == Danger::secret);
  if (!meaning.codes.empty()) json["codes"] = meaning.codes;
  if (meaning.acts.size() > 1) {
    Json also = Json::array();
    for (std::size_t i = 1; i < meaning.acts.size(); ++i) also.push_back(label_of(meaning.acts[i]));
    json["also"] = std::move(also);
  }
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string reply_explanation(const Meaning& meaning) {
  std::string text;
  for (const understanding::Trace& trace : meaning.traces) {
    text += "  " + trace.rule + " → " + trace.gives;
    if (!trace.words.empty()) text += ": “" + trace.words + "”";
    text += "\n";
  }
  if (meaning.danger != Danger::none)
    text += meaning.danger == Danger::secret ? "  guard → secret\n" : "  guard → pii\n";
  return text;
}

}  // namespace dondoc
