#include "app/preview.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "app/memory_store.h"
#include "engine/codec/event_codec.h"
#include "engine/codec/plan_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/engine.h"
#include "engine/notice/facts.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::string_view k_lead = "lead-of-preview";

std::string officer_of(const std::string& unit) { return "officer@" + unit; }

Command by_administrator(CommandBody body) {
  return Command{std::string(k_administrator), "", std::move(body)};
}

Person somebody(std::string id, const std::string& unit, bool lead) {
  Person person;
  person.id = std::move(id);
  person.name = "…";
  person.unit = unit;
  person.officer = !lead;
  person.lead = lead;
  return person;
}

/// Units top down, one officer in each, one lead at the issuer.
std::vector<Input> office_for(const Plan& plan) {
  std::vector<Input> inputs;
  std::set<std::string> placed;
  for (bool grew = true; grew;) {
    grew = false;
    for (const PlanUnit& u : plan.units) {
      if (!u.parent.empty() && !placed.contains(u.parent)) continue;
      if (!placed.insert(u.id).second) continue;
      grew = true;
      inputs.emplace_back(by_administrator(RegisterUnit{
          {u.id, u.name, u.short_name, u.kind, u.parent, u.placeholder, u.unlisted, u.external}}));
      if (!u.external)
        inputs.emplace_back(
            by_administrator(RegisterPerson{somebody(officer_of(u.id), u.id, false)}));
    }
  }
  inputs.emplace_back(
      by_administrator(RegisterPerson{somebody(std::string(k_lead), plan.issuer, true)}));
  return inputs;
}

Result<void> must(const Result<std::vector<Answer>>& answers) {
  if (!answers) return tl::unexpected(answers.error());
  for (const Answer& answer : *answers) {
    if (answer.kind == AnswerKind::refused)
      return failure(ErrorKind::permanent, answer.refusal.why.id);
  }
  return {};
}

Result<void> confirm_defaults(Engine& engine, const Plan& plan, Instant now) {
  std::vector<Input> inputs;
  for (const Question& q : plan.questions) {
    if (q.proposal.empty()) continue;
    inputs.emplace_back(by_administrator(ConfirmQuestion{plan.id, q.id, "", true, {}}));
  }
  return must(engine.handle(inputs, now));
}

Result<void> run_to_end(Engine& engine) {
  for (;;) {
    auto wake = engine.wake_at();
    if (!wake) return tl::unexpected(wake.error());
    if (!*wake) return {};
    auto ticked = engine.tick(**wake);
    if (!ticked) return tl::unexpected(ticked.error());
  }
}

std::string audience_name(const World& world, const std::vector<std::string>& to,
                          const Ladder* ladder, int rung) {
  if (!to.empty() && to.front() == k_lead && world.office.directory.person(k_lead) != nullptr)
    return "lead";
  if (ladder == nullptr || rung < 0) return "officer";
  switch (ladder->rungs[static_cast<std::size_t>(rung)].audience) {
    case Audience::officer:
      return "officer";
    case Audience::deputy:
      return "deputy";
    case Audience::lead:
      return "lead";
    case Audience::superior:
      return "superior";
  }
  return "officer";
}

PreviewAssignment described(const World& world, const Assignment& a) {
  PreviewAssignment p;
  const Plan& plan = world.office.plan(a.plan)->plan;
  const Obligation& obligation = *plan.obligation(a.obligation);
  p.code = a.code;
  p.obligation = a.obligation;
  p.unit = a.unit;
  p.unit_name = unit_name(world, a.unit);
  p.period = a.period;
  p.kind = name_of(obligation.kind);
  p.from = a.from;
  p.cutoff = a.cutoff;
  p.confirmed = a.meaning != Meaning::waiting;
  p.binding = a.binding;
  if (obligation.quantity) p.quantity = obligation.quantity->value;
  if (auto due = due_of(a, world.office.calendar, world.zone.date_of(a.issued_at))) {
    p.due_nominal = due->nominal;
    p.due_effective = due->effective;
  }
  return p;
}

/// Rebuilds each step from the log: StepTaken and Escalated, with the words each recipient would
/// read.
class StepList {
 public:
  StepList(const World& world, const std::string& unit) : world_(world), unit_(unit) {}

  void add(const Event& event, std::vector<PreviewStep>& steps) {
    if (subject_kind(event.body) != SubjectKind::assignment) return;
    const Assignment* a = world_.cases.find(event.subject);
    if (a == nullptr || (!unit_.empty() && a->unit != unit_)) return;
    if (!std::holds_alternative<StepTaken>(event.body) &&
        !std::holds_alternative<Escalated>(event.body))
      return;
    for (const Notice& notice : notices_of(world_, event, a, event.at)) {
      OutboxRow row = to_outbox(world_, notice, 0, event.at);
      steps.push_back({event.at, a->code, notice.step, audience_of_event(event, *a), "any",
                       decode_message(row.body).text});
      return;
    }
  }

 private:
  std::string audience_of_event(const Event& event, const Assignment& a) const {
    auto ladder = world_.office.ladders.find(a.ladder);
    const Ladder* found = ladder == world_.office.ladders.end() ? nullptr : &ladder->second;
    if (const auto* step = std::get_if<StepTaken>(&event.body))
      return audience_name(world_, step->to, found, step->rung);
    return "lead";
  }

  const World& world_;
  std::string unit_;
};

std::vector<PreviewQuestion> questions_of(const Plan& plan) {
  std::vector<PreviewQuestion> list;
  for (const Question& q : plan.questions) {
    for (const std::string& about : q.about) list.push_back({about, q.question, q.proposal});
  }
  return list;
}

/// "C9" before "C10": by letters, then by every number in the code.
bool natural_less(const std::string& a, const std::string& b) {
  std::size_t i = 0;
  std::size_t j = 0;
  auto digit = [](char c) { return c >= '0' && c <= '9'; };
  while (i < a.size() && j < b.size()) {
    if (digit(a[i]) && digit(b[j])) {
      long x = 0;
      long y = 0;
      while (i < a.size() && digit(a[i])) x = x * 10 + (a[i++] - '0');
      while (j < b.size() && digit(b[j])) y = y * 10 + (b[j++] - '0');
      if (x != y) return x < y;
    } else {
      if (a[i] != b[j]) return a[i] < b[j];
      ++i;
      ++j;
    }
  }
  return a.size() - i < b.size() - j;
}

nlohmann::ordered_json date_or_null(const std::optional<LocalDate>& date) {
  return date ? nlohmann::ordered_json(date->iso()) : nlohmann::ordered_json(nullptr);
}

}  // namespace

Result<Preview> preview_plan(const Definitions& definitions, const Zone& zone,
                             const std::string& document, Defaults defaults,
                             const std::string& unit) {
  Faults faults("plan");
  auto plan = decode_plan(document, faults);
  if (!plan) return failure(ErrorKind::permanent, "the plan file has faults");
  MemoryStore store;
  Definitions ladders_only = definitions;
  ladders_only.ladders.digest_at.reset();  // mornings go on for ever, and tell nothing of the plan
  Engine engine(ladders_only, zone, store, nullptr);
  const Instant issued = zone.at(plan->floor().value_or(plan->from), TimeOfDay::at(8, 0));
  if (auto opened = engine.open(issued); !opened) return tl::unexpected(opened.error());
  if (auto made = must(engine.handle(office_for(*plan), issued)); !made)
    return tl::unexpected(made.error());
  auto issue = must(engine.handle({Input(by_administrator(IssuePlan{document}))}, issued));
  if (!issue) return tl::unexpected(issue.error());
  if (defaults == Defaults::confirmed) {
    if (auto confirmed = confirm_defaults(engine, *plan, issued); !confirmed)
      return tl::unexpected(confirmed.error());
  }
  if (auto run = run_to_end(engine); !run) return tl::unexpected(run.error());

  Preview preview;
  const World world = engine.world();
  for (const auto& entry : store.cases()) {
    const Assignment* a = world.cases.find(entry.first);
    if (a == nullptr || a->meaning == Meaning::void_ || (!unit.empty() && a->unit != unit))
      continue;
    preview.assignments.push_back(described(world, *a));
  }
  std::sort(preview.assignments.begin(), preview.assignments.end(),
            [](const auto& a, const auto& b) { return natural_less(a.code, b.code); });
  StepList steps(world, unit);
  for (const LogRow& row : store.log()) {
    if (auto event = decode_event(row.body)) steps.add(*event, preview.steps);
  }
  std::stable_sort(preview.steps.begin(), preview.steps.end(),
                   [](const auto& a, const auto& b) { return a.at < b.at; });
  preview.questions = questions_of(*plan);
  return preview;
}

std::string preview_json(const Preview& preview, const Zone& zone) {
  nlohmann::ordered_json json;
  auto& assignments = json["assignments"] = nlohmann::ordered_json::array();
  for (const PreviewAssignment& a : preview.assignments) {
    nlohmann::ordered_json row{
        {"code", a.code},
        {"obligation", a.obligation},
        {"unit", a.unit},
        {"period", a.period},
        {"kind", a.kind},
        {"due_nominal", date_or_null(a.due_nominal)},
        {"due_effective", date_or_null(a.due_effective)},
        {"confirmed", a.confirmed},
        {"binding", a.binding == Binding::ordered ? "ordered" : "requested"}};
    if (a.quantity) row["quantity"] = *a.quantity;
    if (a.from) row["from"] = a.from->iso();
    if (a.cutoff) row["cutoff"] = a.cutoff->iso();
    assignments.push_back(std::move(row));
  }
  auto& steps = json["steps"] = nlohmann::ordered_json::array();
  for (const PreviewStep& s : preview.steps) {
    steps.push_back({{"at", zone.iso(s.at)},
                     {"code", s.code},
                     {"step", s.step},
                     {"audience", s.audience},
                     {"channel_hint", s.channel_hint},
                     {"text", s.text}});
  }
  auto& questions = json["questions"] = nlohmann::ordered_json::array();
  for (const PreviewQuestion& q : preview.questions) {
    nlohmann::ordered_json proposal =
        q.proposal.empty() ? nlohmann::ordered_json(nullptr) : nlohmann::ordered_json(q.proposal);
    questions.push_back(
        {{"obligation", q.obligation}, {"question", q.question}, {"default", std::move(proposal)}});
  }
  return json.dump(1) + "\n";
}

std::string preview_text(const Preview& preview, const Zone& zone) {
  std::string text = fmt::format("{} việc\n", preview.assignments.size());
  for (const PreviewAssignment& a : preview.assignments) {
    std::string due = !a.due_nominal
                          ? (a.confirmed ? "thường xuyên / khi phát sinh" : "chờ xác nhận hạn")
                          : a.due_nominal->vi();
    if (a.due_effective != a.due_nominal) due += " → " + a.due_effective->vi();
    text += fmt::format("  {:<12} {:<30} {}{}\n", a.code, due, a.unit_name,
                        a.binding == Binding::requested ? " (đề nghị)" : "");
  }
  text += fmt::format("\n{} bước nếu không ai trả lời\n", preview.steps.size());
  for (const PreviewStep& s : preview.steps)
    text += fmt::format("  {}  {:<12} {:<11} {:<8} {}\n", zone.clock(s.at), s.code, s.step,
                        s.audience, s.text);
  text += fmt::format("\n{} nội dung cần xác nhận\n", preview.questions.size());
  for (const PreviewQuestion& q : preview.questions)
    text += fmt::format("  {:<6} {}\n         Đề xuất: {}\n", q.obligation, q.question,
                        q.proposal.empty() ? "không có" : q.proposal);
  return text;
}

}  // namespace dondoc
