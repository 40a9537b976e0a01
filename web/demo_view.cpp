#include "web/demo_view.h"

#include <fmt/format.h>

#include "reports/text_layout.h"
#include "web/demo_parts.h"

namespace dondoc {
namespace {

constexpr std::size_t k_label_width = 64;
constexpr std::size_t k_what_width = 60;

ClockView clock_view(Instant now, const Zone& zone) {
  const LocalDate today = zone.date_of(now);
  return {zone.iso(now), weekday_name(today), today.vi(), zone.time_of(now).text()};
}

std::vector<PlanView> plan_views(const Office& office, const PlanCase* chosen) {
  std::vector<PlanView> views;
  for (const auto& [id, plan] : office.plans) {
    const std::string title = shortened(plan.plan.title(), k_label_width);
    views.push_back(
        {id, fmt::format("{} – {}", title, unit_name(office, plan.plan.issuer)), &plan == chosen});
  }
  return views;
}

std::string about_text(const Plan& plan, const Question& question) {
  std::vector<std::string> parts;
  for (const std::string& topic : question.about) {
    const Obligation* obligation = plan.obligation(topic);
    if (obligation != nullptr) {
      parts.push_back(fmt::format("[{}] {}", topic, shortened(obligation->what, k_what_width)));
    } else {
      parts.push_back(topic == "units"  ? "Danh sách đơn vị"
                      : topic == "plan" ? "Văn bản kế hoạch"
                                        : topic);
    }
  }
  return joined(parts, "; ");
}

std::vector<QuestionView> open_questions(const PlanCase& plan) {
  std::vector<QuestionView> views;
  for (const Question& q : plan.plan.questions) {
    if (plan.answers.contains(q.id)) continue;
    views.push_back({q.id, about_text(plan.plan, q), q.question, q.proposal,
                     q.conflict ? "Văn bản mâu thuẫn" : ""});
  }
  return views;
}

void show_plan(DemoView& view, const World& world, const PlanCase& plan) {
  const ChartState* state = world.definitions.plan_chart.state(plan.state);
  const Person* lead = lead_of(world.office, plan.plan);
  view.plan = plan.plan.id;
  view.title = plan.plan.title();
  view.subject = plan.plan.subject;
  view.state = state == nullptr ? plan.state : state->label_vi;
  view.lead = lead == nullptr ? "" : lead->name;
  view.questions = open_questions(plan);
}

const Person* first_lead_in(const Office& office, const std::string& unit) {
  for (const auto& [id, person] : office.directory.persons()) {
    if (person.lead && person.active && person.unit == unit) return &person;
  }
  return nullptr;
}

}  // namespace

const PlanCase* chosen_plan(const Office& office, std::string_view asked, LocalDate today) {
  if (const PlanCase* plan = office.plan(asked)) return plan;
  for (const auto& [id, plan] : office.plans) {
    if (plan.plan.from <= today && today <= plan.plan.to) return &plan;
  }
  return office.plans.empty() ? nullptr : &office.plans.begin()->second;
}

const Person* lead_of(const Office& office, const Plan& plan) {
  if (const Person* own = first_lead_in(office, plan.issuer)) return own;
  const auto above = office.directory.leads_over(plan.issuer);
  return above.empty() ? nullptr : above.front();
}

DemoView demo_view(const World& world, const std::vector<Assignment>& assignments,
                   const Chats& chats, const DemoChoice& choice, Instant now) {
  const PlanCase* plan = chosen_plan(world.office, choice.plan, world.zone.date_of(now));
  DemoView view;
  view.clock = clock_view(now, world.zone);
  view.plans = plan_views(world.office, plan);
  if (plan != nullptr) show_plan(view, world, *plan);
  show_board(view, world, assignments, now);
  show_chats(view, world, plan, assignments, chats, choice.people);
  return view;
}

}  // namespace dondoc
