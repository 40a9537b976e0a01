// The summary of a plan: what was computed, the lead's own words, approving and amending, the files
// that go upward. What is decided here is the same command as elsewhere, in the visitor's name.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/file_answer.h"
#include "web/page_table.h"
#include "web/summary_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// Calls `use` with the summary that is asked for. None: there is no such plan or period.
/// Errors: those of the store.
template <class Use>
Result<bool> with_matter(const PageTools& tools, const PageCall& call, Use use) {
  bool known = false;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const PlanCase* plan = moment.world.office.plan(call.value("plan"));
    if (plan == nullptr) return;
    const auto period =
        period_asked(summary_periods(moment, *plan), call.request.parameter("period"));
    if (!period) return;
    known = true;
    use(moment, summary_matter(moment, *plan, *period));
  });
  if (!looked) return tl::unexpected(looked.error());
  return known;
}

/// What a form on the page did, or why it did nothing.
struct Aftermath {
  int status = 200;
  std::string notice = {};
  std::optional<std::string> typed = {};  ///< her words, which are not kept yet
};

Response summary_page(const PageTools& tools, const PageCall& call, const Aftermath& after) {
  json values;
  const auto known =
      with_matter(tools, call, [&](const Moment& moment, const SummaryMatter& matter) {
        values = summary_values(moment, matter, tools.kit.words(call.visitor));
      });
  if (!known) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!*known) return plain_page(tools.kit, call, 404, "say_not_yours");
  values["notice"] = after.notice;
  values["done"] = after.notice.empty() && call.request.parameter("done") == "1";
  if (after.typed) values["text"] = *after.typed;
  return page(tools.kit, call, "summary", "summary_title", std::move(values), after.status);
}

Response provenance_page(const PageTools& tools, const PageCall& call) {
  const SummaryFigure figure{call.value("duty"), call.request.parameter("of"), call.value("field")};
  std::optional<json> values;
  const auto known =
      with_matter(tools, call, [&](const Moment& moment, const SummaryMatter& matter) {
        values = provenance_values(moment, matter, figure, tools.kit.words(call.visitor));
      });
  if (!known) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!values) return plain_page(tools.kit, call, 404, "say_no_page");
  return page(tools.kit, call, "summary_figure", "summary_figure_title", std::move(*values));
}

// --- files ---

ExportedFile file_of(const Moment& moment, const SummaryMatter& matter, const SummaryFile& file) {
  Plan plan = matter.plan->plan;
  if (!file.layout.empty()) plan.layout = file.layout;
  // It goes upward and may be passed on: small counts stay with the leads.
  return export_summary({matter.summary, plan, moment.world.office.directory, matter.record},
                        moment.world.zone, file.kind, SmallCounts::hidden);
}

Response summary_file(const PageTools& tools, const PageCall& call) {
  const auto* file =
      std::find_if(k_summary_files.begin(), k_summary_files.end(),
                   [&](const SummaryFile& one) { return one.name == call.value("file"); });
  if (file == k_summary_files.end()) return plain_page(tools.kit, call, 404, "say_no_page");
  ExportedFile made;
  const auto known =
      with_matter(tools, call, [&](const Moment& moment, const SummaryMatter& matter) {
        made = file_of(moment, matter, *file);
      });
  if (!known) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!*known) return plain_page(tools.kit, call, 404, "say_not_yours");
  return file_answer(std::move(made));
}

// --- deeds ---

/// A browser sends CR LF where a line ends.
std::string words_in(const PageCall& call) {
  std::string text = nfc(call.request.parameter("text"));
  std::erase(text, '\r');
  return text;
}

/// What stood there when she decided.
struct Seen {
  std::string period;
  std::string text;
  bool is_open = false;
  bool is_same = false;  ///< what she saw stands there still
};

Result<std::optional<Seen>> seen_of(const PageTools& tools, const PageCall& call) {
  std::optional<Seen> seen;
  const auto known = with_matter(tools, call, [&](const Moment&, const SummaryMatter& matter) {
    seen = Seen{matter.summary.period, matter.text(), matter.is_open(),
                matter.seal() == call.request.parameter("seal")};
  });
  if (!known) return tl::unexpected(known.error());
  return seen;
}

/// None: it was carried out.
std::optional<Response> refused(const PageTools& tools, const PageCall& call, CommandBody body) {
  auto answer = tools.desk.carry_out(command_of(call, std::move(body)));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind != AnswerKind::refused) return std::nullopt;
  return summary_page(tools, call,
                      {409, why_refused(tools, call, answer->refusal), words_in(call)});
}

Response done(const PageCall& call, const std::string& period) {
  const std::string address = "/plans/" + percent_encoded(call.value("plan")) + "/summary?done=1";
  return go_to(period.empty() ? address : address + "&period=" + percent_encoded(period));
}

enum class Deed { keep, approve };

/// Her words are kept first, so that what is approved is what stood before her. What was approved
/// already is amended with them (engine/command/decide_summary.cpp).
Response decide_here(const PageTools& tools, const PageCall& call, Deed deed) {
  const auto seen = seen_of(tools, call);
  if (!seen) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!*seen) return plain_page(tools.kit, call, 404, "say_not_yours");
  const std::string& plan = call.value("plan");
  const std::string& period = (*seen)->period;
  const std::string text = call.request.query.contains("text") ? words_in(call) : (*seen)->text;
  if (!(*seen)->is_same)
    return summary_page(
        tools, call, {409, tools.kit.words(call.visitor).text("summary_changed_meanwhile"), text});
  const bool has_own_words = text != (*seen)->text;
  if (deed == Deed::keep || has_own_words) {
    if (auto answer = refused(tools, call, DraftSummary{plan, period, text})) return *answer;
  }
  const bool is_amended = has_own_words && !(*seen)->is_open;
  if (deed == Deed::approve && !is_amended) {
    if (auto answer = refused(tools, call, ApproveSummary{plan, period})) return *answer;
  }
  return done(call, period);
}

}  // namespace

void add_summary_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* method, const char* below, bool figures, auto handler) {
    table.push_back(
        {method, "/plans/{plan}/summary" + std::string(below), Rule::leads, Subject::plan,
         [tools, handler](const PageCall& call) { return handler(tools, call); }, figures});
  };
  add("GET", "", true,
      [](const PageTools& t, const PageCall& call) { return summary_page(t, call, {}); });
  add("GET", "/figures/{duty}/{field}", true, provenance_page);
  add("GET", "/files/{file}", true, summary_file);
  add("POST", "/keep", false,
      [](const PageTools& t, const PageCall& call) { return decide_here(t, call, Deed::keep); });
  add("POST", "/approve", false,
      [](const PageTools& t, const PageCall& call) { return decide_here(t, call, Deed::approve); });
}

}  // namespace dondoc
