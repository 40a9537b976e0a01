// The summary of a plan: what is computed, the lead's words, approving, the files that go upward.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "reports/summary_json.h"
#include "web/api/api_table.h"
#include "web/file_answer.h"
#include "web/summary_view.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

/// Calls `use` with the summary that is asked for. False: there is no such plan or period. Errors:
/// those of the store.
template <class Use>
Result<bool> with_matter(const ApiTools& tools, const ApiCall& call, Use use) {
  bool known = false;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const PlanCase* plan = moment.world.office.plan(call.value("plan"));
    if (plan == nullptr) return;
    const auto periods = summary_periods(moment, *plan);
    const auto period = period_asked(periods, call.request.parameter("period"));
    if (!period) return;
    known = true;
    use(moment, summary_matter(moment, *plan, *period), periods);
  });
  if (!looked) return tl::unexpected(looked.error());
  return known;
}

Json matter_json(const Moment& moment, const SummaryMatter& matter,
                 const std::vector<SummaryPeriod>& periods) {
  Json answer = Json::parse(summary_json(
      {matter.summary, matter.plan->plan, moment.world.office.directory, matter.record}));
  answer["seal"] = matter.seal();
  answer["is_open"] = matter.is_open();
  answer["has_changed"] = matter.has_changed();
  answer["periods"] = Json::array();
  for (const SummaryPeriod& one : periods)
    answer["periods"].push_back({{"id", one.id},
                                 {"last_due", one.last_due ? Json(one.last_due->iso()) : Json()},
                                 {"is_due", one.is_due}});
  return answer;
}

Response summary(const ApiTools& tools, const ApiCall& call) {
  Json answer;
  const auto known = with_matter(tools, call,
                                 [&](const Moment& moment, const SummaryMatter& matter,
                                     const std::vector<SummaryPeriod>& periods) {
                                   answer = matter_json(moment, matter, periods);
                                 });
  if (!known) return unavailable(tools, call);
  return *known ? json_answer(answer) : not_hers(tools, call);
}

Response summary_file(const ApiTools& tools, const ApiCall& call) {
  const auto* file =
      std::find_if(k_summary_files.begin(), k_summary_files.end(),
                   [&](const SummaryFile& one) { return one.name == call.value("file"); });
  if (file == k_summary_files.end()) return problem(tools, call, {404, "no_route"});
  ExportedFile made;
  const auto known = with_matter(
      tools, call,
      [&](const Moment& moment, const SummaryMatter& matter, const std::vector<SummaryPeriod>&) {
        Plan plan = matter.plan->plan;
        if (!file->layout.empty()) plan.layout = file->layout;
        made = export_summary({matter.summary, plan, moment.world.office.directory, matter.record},
                              moment.world.zone, file->kind, SmallCounts::hidden);
      });
  if (!known) return unavailable(tools, call);
  if (!*known) return not_hers(tools, call);
  return file_answer(std::move(made));
}

// --- deeds ---

/// What stood there when she decided.
struct Seen {
  std::string period;
  std::string text;
  bool is_open = false;
  bool is_same = false;  ///< what she saw stands there still
};

enum class Deed { keep, approve };

/// Her words are kept first, so that what is approved is what stood before her.
std::optional<Response> decide_on(const ApiTools& tools, const ApiCall& call, const Seen& seen,
                                  Deed deed) {
  const std::string& plan = call.value("plan");
  const std::string text = nfc(call.body.value("text", seen.text));
  if (deed == Deed::keep || (seen.is_open && text != seen.text)) {
    if (auto refused = carry_out(tools, call, DraftSummary{plan, seen.period, text}, 1))
      return refused;
  }
  if (deed == Deed::keep) return std::nullopt;
  return carry_out(tools, call, ApproveSummary{plan, seen.period}, 2);
}

Response decide_here(const ApiTools& tools, const ApiCall& call, Deed deed) {
  Seen seen;
  const auto known = with_matter(
      tools, call,
      [&](const Moment&, const SummaryMatter& matter, const std::vector<SummaryPeriod>&) {
        seen = {matter.summary.period, matter.text(), matter.is_open(),
                matter.seal() == call.body["seal"].get<std::string>()};
      });
  if (!known) return unavailable(tools, call);
  if (!*known) return not_hers(tools, call);
  if (!seen.is_same) return problem(tools, call, {409, "seal_broken"});
  if (auto refused = decide_on(tools, call, seen, deed)) return *refused;
  return summary(tools, call);
}

}  // namespace

void add_api_summary(std::vector<ApiRoute>& table, const ApiTools& tools) {
  const std::string base = "/api/v1/plans/{plan}/summary";
  const std::vector<ApiParameter> period{
      {"period", "Which period; without it the last one that is due", "Id"}};
  table.push_back(
      {"GET",
       base,
       Rule::leads,
       Subject::plan,
       AccessScope::read,
       {"getSummary", "summary", "What the units' reports add up to", "Summary", {}, {}, period},
       [tools](const ApiCall& call) { return summary(tools, call); },
       true,
       true});
  table.push_back({"GET",
                   base + "/files/{file}",
                   Rule::leads,
                   Subject::plan,
                   AccessScope::read,
                   {"getSummaryFile",
                    "files",
                    "state.docx, youth_union.docx, party.docx, figures.xlsx or figures.csv",
                    "",
                    "application/octet-stream",
                    {},
                    period},
                   [tools](const ApiCall& call) { return summary_file(tools, call); },
                   true});
  table.push_back(
      {"POST",
       base + "/keep",
       Rule::leads,
       Subject::plan,
       AccessScope::summary,
       {"keepSummary", "summary", "Keep the lead's words", "Summary", {}, "SummaryText", period},
       [tools](const ApiCall& call) { return decide_here(tools, call, Deed::keep); }});
  table.push_back(
      {"POST",
       base + "/approve",
       Rule::leads,
       Subject::plan,
       AccessScope::summary,
       {"approveSummary",
        "summary",
        "Approve what the seal stands for",
        "Summary",
        {},
        "SummarySeal",
        period},
       [tools](const ApiCall& call) { return decide_here(tools, call, Deed::approve); }});
}

}  // namespace dondoc
