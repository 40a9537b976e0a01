#include "web/api/event_sight.h"

#include <nlohmann/json.hpp>
#include <utility>
#include <variant>

#include "engine/codec/event_codec.h"
#include "reports/event_sentence.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

const Assignment* assignment_of(const Moment& moment, const LogRow& row) {
  return row.subject_kind == "assignment" ? moment.present.cases.find(row.subject) : nullptr;
}

std::string plan_of(const Moment& moment, const LogRow& row) {
  if (row.subject_kind == "plan") return row.subject;
  const Assignment* a = assignment_of(moment, row);
  return a == nullptr ? "" : a->plan;
}

/// Empties what people wrote, whatever the event calls it.
struct Silencer {
  template <class Fact>
  void operator()(Fact& fact) const {
    if constexpr (requires { fact.reason.clear(); }) fact.reason.clear();
    if constexpr (requires { fact.text.clear(); }) fact.text.clear();
    if constexpr (requires { fact.name.clear(); }) fact.name.clear();
    if constexpr (requires { fact.detail.clear(); }) fact.detail.clear();
    if constexpr (requires { fact.document.clear(); }) fact.document.clear();
  }
};

Event without_free_text(Event event) {
  std::visit(Silencer{}, static_cast<EventVariant&>(event.body));
  return event;
}

Json text_or_null(const std::string& text) { return text.empty() ? Json() : Json(text); }

}  // namespace

std::optional<std::string> unit_of(const Moment& moment, const LogRow& row) {
  const Office& office = moment.present.office;
  if (row.subject_kind == "assignment") {
    const Assignment* a = assignment_of(moment, row);
    return a == nullptr ? std::nullopt : std::optional(a->unit);
  }
  if (row.subject_kind == "plan") {
    const PlanCase* plan = office.plan(row.subject);
    return plan == nullptr ? std::nullopt : std::optional(plan->plan.issuer);
  }
  if (row.subject_kind == "unit") return row.subject;
  if (row.subject_kind == "calendar" || row.subject_kind == "reorganisation") return "";
  return std::nullopt;
}

bool sees(Sight& sight, const Moment& moment, const Visitor& visitor, const LogRow& row) {
  if (const Assignment* a = assignment_of(moment, row)) return sight.sees(*a);
  const auto unit = unit_of(moment, row);
  if (!unit) return false;
  return unit->empty() ? visitor.is_signed_in() : sight.sees(*unit);
}

std::optional<Json> event_json(const Moment& moment, const LogRow& row, FreeText free_text) {
  auto event = decode_event(row.body);
  if (!event) return std::nullopt;
  const Event told =
      free_text == FreeText::shown ? std::move(*event) : without_free_text(std::move(*event));
  return Json{{"seq", row.seq},
              {"at", moment.world.zone.iso(row.at)},
              {"kind", row.kind},
              {"subject_kind", row.subject_kind},
              {"subject", row.subject},
              {"plan", text_or_null(plan_of(moment, row))},
              {"unit", text_or_null(unit_of(moment, row).value_or(""))},
              {"by", text_or_null(told.by)},
              {"by_name", doer_of(moment.world, told.by)},
              {"via_api", told.via.starts_with("api:")},
              {"state", told.to ? Json(*told.to) : Json()},
              {"text", sentence_of(moment.world, told)}};
}

}  // namespace dondoc
