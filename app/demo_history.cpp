#include "app/demo_history.h"

#include <algorithm>

#include "app/case_files.h"
#include "engine/codec/plan_codec.h"
#include "storage/sqlite/sqlite_reader.h"

namespace dondoc {
namespace {

constexpr int k_days_late = 2;

struct Dated {
  Plan plan;
  std::string document;
  Instant issued;
};

std::vector<Dated> in_order(const std::vector<std::string>& documents, const Zone& zone,
                            Instant start) {
  std::vector<Dated> plans;
  for (const std::string& document : documents) {
    Faults faults("plan");
    auto plan = decode_plan(document, faults);
    if (!plan) continue;
    const Instant own_day = zone.at(plan->floor().value_or(plan->from), TimeOfDay::at(8, 0));
    plans.push_back({std::move(*plan), document, std::min(own_day, start)});
  }
  std::stable_sort(plans.begin(), plans.end(),
                   [](const Dated& a, const Dated& b) { return a.issued < b.issued; });
  return plans;
}

/// A plausible figure for each field that is asked for: small, round, the same at every start.
std::vector<Figure> figures_for(const Form* form, std::size_t seed) {
  std::vector<Figure> figures;
  if (form == nullptr) return figures;
  for (const Field& field : form->fields) {
    const auto n = static_cast<std::int64_t>(seed % 7 + 1);
    if (field.type == FieldType::count)
      figures.push_back({field.id, n * (field.persons ? 4 : 1), false});
    if (field.type == FieldType::money) figures.push_back({field.id, n * 1'000'000, false});
    if (field.type == FieldType::percent || field.type == FieldType::score)
      figures.push_back({field.id, 60.0 + static_cast<double>(n) * 5, false});
    if (field.type == FieldType::yes_no)
      figures.push_back({field.id, std::int64_t{seed % 5 == 0 ? 0 : 1}, false});
  }
  return figures;
}

struct Answered {
  Instant at;
  Command command;
};

/// What the officers of one plan said: taken note on the first morning, reported by the date, every
/// ninth two days late.
std::vector<Answered> answers_of(const Dated& dated, const std::vector<Assignment>& cases,
                                 const Calendar& calendar, const Zone& zone, Instant start) {
  std::vector<Answered> answers;
  const std::string lead = "ld-" + dated.plan.issuer;
  std::size_t number = 0;
  for (const Assignment& a : cases) {
    auto due = due_of(a, calendar, zone.date_of(start));
    if (a.plan != dated.plan.id || a.binding != Binding::ordered || !due ||
        a.meaning != Meaning::open)
      continue;
    ++number;
    const std::string officer = "cb-" + a.unit;
    const LocalDate day = number % 9 == 0 ? due->later() + CalendarDays{k_days_late}
                                          : due->earlier() - CalendarDays{1};
    const Instant reported =
        std::max(zone.at(day, TimeOfDay::at(9, 30)), dated.issued + Elapsed::hours(2));
    answers.push_back({dated.issued + Elapsed::hours(1), {officer, "", Acknowledge{a.code}}});
    const Obligation* obligation = dated.plan.obligation(a.obligation);
    Submit report{{a.code},
                  Outcome::complete,
                  figures_for(dated.plan.form(obligation->form), number),
                  "",
                  {}};
    answers.push_back({reported, {officer, "", report}});
    answers.push_back({reported + Elapsed::hours(24), {lead, "", Accept{a.code}}});
  }
  std::erase_if(answers, [&](const Answered& answer) { return answer.at >= start; });
  return answers;
}

Result<std::vector<Assignment>> all_cases(Demo& demo) {
  auto reader = open_sqlite_reader(demo.database());
  if (!reader) return tl::unexpected(reader.error());
  return read_cases(**reader, {});
}

Result<void> move_to(Demo& demo, Instant t) {
  auto moved = demo.runtime().move_clock(t);
  if (!moved) return tl::unexpected(moved.error());
  return {};
}

}  // namespace

Instant beginning(const std::vector<std::string>& plan_documents, const Zone& zone, Instant start) {
  Instant first = start;
  for (const Dated& dated : in_order(plan_documents, zone, start))
    first = std::min(first, dated.issued);
  return first;
}

Result<void> live_until(Demo& demo, const std::vector<std::string>& plan_documents, Instant start) {
  const auto plans = in_order(plan_documents, demo.zone(), start);
  std::vector<Answered> answers;
  auto play = [&](Instant until) -> Result<void> {
    for (Answered& answer : answers) {
      if (answer.at > until) continue;
      if (auto moved = move_to(demo, answer.at); !moved) return moved;
      auto answered = demo.runtime().ask(answer.command);
      if (!answered) return tl::unexpected(answered.error());
    }
    std::erase_if(answers, [&](const Answered& answer) { return answer.at <= until; });
    return move_to(demo, until);
  };
  for (const Dated& dated : plans) {
    if (auto played = play(dated.issued); !played) return played;
    if (auto issued = demo.issue(dated.document); !issued) return issued;
    auto cases = all_cases(demo);
    if (!cases) return tl::unexpected(cases.error());
    Calendar calendar;
    demo.runtime().read([&](const Engine& engine) { calendar = engine.office().calendar; });
    auto own = answers_of(dated, *cases, calendar, demo.zone(), start);
    answers.insert(answers.end(), own.begin(), own.end());
    std::stable_sort(answers.begin(), answers.end(),
                     [](const Answered& a, const Answered& b) { return a.at < b.at; });
  }
  return play(start);
}

}  // namespace dondoc
