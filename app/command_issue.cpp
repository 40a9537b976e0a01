#include "app/command_issue.h"

#include <fmt/format.h>

#include "app/desk.h"
#include "engine/codec/check_plan.h"
#include "engine/codec/plan_codec.h"

namespace dondoc {
namespace {

/// Everything wrong with the file, not only the first fault, which is all a refusal names.
Result<Plan> faultless_plan(const std::string& path, const std::string& text,
                            const LadderBook& ladders) {
  Faults faults(path);
  auto file = read_plan_file(text, faults);
  if (file) {
    check_plan(*file, faults);
    check_plan_ladders(file->plan, ladders, faults);
  }
  if (!faults.none())
    return failure(ErrorKind::permanent, "the plan has faults\n" + fault_lines(faults.list()));
  return std::move(file->plan);
}

std::string happened(const Plan& plan, std::size_t assignments) {
  std::string text = fmt::format("{}: issued, {} assignments\n", plan.title(), assignments);
  for (const Question& q : plan.questions) {
    text += fmt::format("  to be confirmed: {}: {}\n", q.id, q.question);
    if (!q.proposal.empty())
      text += fmt::format("    proposed: {}\n    dondoc admin question confirm {} {} --default\n",
                          q.proposal, plan.id, q.id);
  }
  return text;
}

}  // namespace

int run_issue(const IssueOptions& options) {
  auto text = read_file(options.plan);
  if (!text) return fail("issue", text.error().message);
  auto desk = AdminDesk::open(options.config);
  if (!desk) return fail("issue", desk.error().message);
  auto plan = faultless_plan(options.plan, *text, (*desk)->settings().definitions.ladders);
  if (!plan) return fail("issue", plan.error().message);
  auto answer = (*desk)->carry_out_one(IssuePlan{std::move(*text)});
  if (!answer) return fail("issue", options.plan + ": " + answer.error().message);
  print(happened(*plan, answer->codes.size()));
  return 0;
}

}  // namespace dondoc
