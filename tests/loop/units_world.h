// For tests of units that change: changes in few words, the totals of everything, the state as the
// log makes it.
#pragma once

#include <cmath>
#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"
#include "engine/state/evolve.h"
#include "engine/summary/totals.h"
#include "tests/support/office.h"

namespace dondoc::test {

inline Unit new_unit(const std::string& id, const std::string& parent,
                     const std::string& kind = "women_union") {
  Unit unit;
  unit.id = id;
  unit.name = "Đơn vị " + id;
  unit.kind = kind;
  unit.parent = parent;
  return unit;
}

inline Unit known_unit(const std::string& id) {
  Unit unit;
  unit.id = id;
  return unit;
}

inline UnitChange change_of(UnitAct act, std::vector<std::string> units, std::vector<Unit> into = {}) {
  UnitChange change;
  change.act = act;
  change.units = std::move(units);
  change.into = std::move(into);
  return change;
}

inline Reorganisation reorganisation(const std::string& id, const std::string& on,
                                     std::vector<UnitChange> changes) {
  Reorganisation r;
  r.id = id;
  r.on = LocalDate::parse(on).value();
  r.basis = "Nghị quyết 1685/NQ-UBTVQH15";
  r.changes = std::move(changes);
  return r;
}

using CaseMap = std::map<std::string, Assignment, std::less<>>;

inline CaseMap cases_of(const MemoryStore& store) {
  CaseMap all;
  for (const auto& [code, row] : store.cases())
    all.emplace(code, decode_assignment(row.body).value());
  return all;
}

struct Counted {
  double value = 0;
  std::size_t given = 0;
  bool operator==(const Counted&) const = default;
};
/// By plan, obligation, period and field.
using AllTotals = std::map<std::tuple<std::string, std::string, std::string, std::string>, Counted>;

inline AllTotals totals_of(const Office& office, const CaseMap& cases) {
  AllTotals all;
  for (const auto& [id, plan] : office.plans) {
    std::vector<const Assignment*> own;
    for (const auto& entry : cases) {
      if (entry.second.plan == id) own.push_back(&entry.second);
    }
    const PlanSummary summary =
        summarize(plan.plan, "", own, office.calendar, Zone::viet_nam());
    for (const ObligationSummary& o : summary.obligations) {
      for (const Total& total : o.totals) {
        if (total.given.empty()) continue;
        // A thousandth more or less is the order of adding.
        const double value = std::round(total.value.value_or(0) * 1000) / 1000;
        all[{id, o.obligation, o.period, total.field.id}] = {value, total.given.size()};
      }
    }
  }
  return all;
}

/// State made from the log alone.
struct FromLog {
  Office office;
  CaseMap cases;

  explicit FromLog(const MemoryStore& store, Instant until = Instant{INT64_MAX}) {
    for (const LogRow& row : store.log()) {
      if (row.at <= until) take(decode_event(row.body).value());
    }
  }

  bool is_as_stored(MemoryStore& store) const {
    for (const auto& [code, row] : store.cases()) {
      const auto found = cases.find(code);
      if (found == cases.end() || encode(found->second) != row.body) return false;
    }
    std::map<DocumentKey, std::string> stored;
    const auto read = store.each_document(
        [&](const DocumentRow& row) { stored[{row.kind, row.key}] = *row.body; });
    if (!read) return false;
    const auto documents = all_documents(office);
    if (documents.size() != stored.size()) return false;
    for (const DocumentRow& row : documents) {
      const auto found = stored.find({row.kind, row.key});
      if (found == stored.end() || found->second != *row.body) return false;
    }
    return cases.size() == store.cases().size();
  }

 private:
  void take(const Event& event) {
    if (subject_kind(event.body) != SubjectKind::assignment)
      return evolve(office, event, nullptr, nullptr);
    const bool is_new = !cases.contains(event.subject);
    Assignment& a = cases[event.subject];
    const Assignment before = a;
    evolve(a, event);
    evolve(office, event, is_new ? nullptr : &before, &a);
  }
};

/// Texts of the outbox with that message to that person, in order.
inline std::vector<std::string> told(const MemoryStore& store, const std::string& person,
                                     const std::string& message) {
  std::vector<std::string> texts;
  for (const auto& entry : store.outbox()) {
    const MessageBody body = decode_message(entry.second.body);
    if (entry.second.person == person && body.message == message) texts.push_back(body.text);
  }
  return texts;
}

}  // namespace dondoc::test
