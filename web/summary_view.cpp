#include "web/summary_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "engine/summary/report.h"
#include "engine/text/vietnamese.h"
#include "reports/figure_grid.h"
#include "reports/figure_text.h"
#include "web/duty_view.h"
#include "web/page_route.h"
#include "web/summary_changes.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// Names that stand there at once; the others open by a press.
constexpr std::size_t k_names_at_once = 12;
/// With more than these, a total's missing units stand on its own page alone.
constexpr std::size_t k_names_on_summary = 100;

std::string assignment_href(const std::string& code) {
  return "/assignments/" + percent_encoded(code);
}

std::string number(std::size_t count) { return thousands(static_cast<std::int64_t>(count)); }

/// A name, and the duty's page it leads to.
json link_to(const Moment& moment, const std::string& unit, const std::string& code) {
  return {{"name", name_of_unit(moment.world, unit)}, {"href", assignment_href(code)}};
}

/// The first names, and the others behind a press.
json name_list(json names, const PageWords& words) {
  json list{{"count", std::to_string(names.size())},
            {"first", json::array()},
            {"others", json::array()},
            {"any", !names.empty()},
            {"more", ""},
            {"elsewhere", ""}};
  for (std::size_t i = 0; i < names.size(); ++i)
    list[i < k_names_at_once ? "first" : "others"].push_back(std::move(names[i]));
  if (!list["others"].empty())
    list["more"] = words.filled("summary_more", {{"n", number(list["others"].size())}});
  return list;
}

/// The same for a page with many such lists: the others of a long one stand at `address`.
json short_name_list(json names, const std::string& address, const PageWords& words) {
  const bool is_long = names.size() > k_names_on_summary;
  json list = name_list(std::move(names), words);
  if (!is_long) return list;
  list["elsewhere"] = address;
  list["others_text"] = list["more"];
  list["more"] = "";
  list["others"].clear();
  return list;
}

// --- one total ---

/// Units that a report was asked of for this duty: its own, or those it was owed by before units
/// changed, until the successor has reported for all.
std::vector<std::string> asked_units(const Moment& moment, const UnitReport& report) {
  const Assignment* a = moment.world.cases.find(report.code);
  if (a == nullptr || !counts_by_sources(*a)) return {report.unit};
  std::vector<std::string> units;
  for (const Source& source : a->sources) units.push_back(source.unit);
  return units;
}

/// Whose figure the total lacks, each unit once.
json missing_in(const Moment& moment, const ObligationSummary& duty, const Total& total) {
  std::set<std::string> known;
  for (const Provenance& one : total.given) known.insert(one.unit);
  json names = json::array();
  for (const UnitReport& report : duty.reports) {
    for (const std::string& unit : asked_units(moment, report)) {
      if (known.insert(unit).second) names.push_back(link_to(moment, unit, report.code));
    }
  }
  return names;
}

const char* rule_word(Aggregate rule) {
  switch (rule) {
    case Aggregate::latest:
      return "summary_rule_latest";
    case Aggregate::mean:
      return "summary_rule_mean";
    case Aggregate::ratio:
      return "summary_rule_ratio";
    case Aggregate::share_yes:
      return "summary_rule_share_yes";
    case Aggregate::list:
      return "summary_rule_list";
    default:
      return "summary_rule_sum";
  }
}

std::string total_in_words(const Total& total, const PageWords& words) {
  if (total.field.aggregate == Aggregate::list)
    return words.filled("summary_answers", {{"n", number(total.given.size())}});
  return total.value ? value_text(total.field, *total.value) : words.text("summary_no_figure");
}

/// "2/3 đơn vị (66,67%)": of those asked, how many the total counts.
std::string share_in_words(const Total& total, const PageWords& words) {
  const std::size_t counted = units_counted(total);
  const double share = total.expected == 0 ? 0
                                           : 100 * static_cast<double>(counted) /
                                                 static_cast<double>(total.expected);
  return words.filled(
      "summary_share",
      {{"n", number(counted)}, {"of", number(total.expected)}, {"share", decimal(share) + "%"}});
}

std::string estimates_in_words(const Total& total, const PageWords& words) {
  const auto count = std::count_if(total.given.begin(), total.given.end(),
                                   [](const Provenance& one) { return one.estimate; });
  return count == 0 ? "" : words.filled("summary_estimates", {{"n", std::to_string(count)}});
}

/// A lead sees small counts of persons; what leaves the office does not show them.
bool keeps_back(const Total& total) {
  const std::vector<bool> hidden = hidden_figures(total, SmallCounts::hidden);
  return is_hidden_total(total, SmallCounts::hidden) ||
         std::find(hidden.begin(), hidden.end(), true) != hidden.end();
}

std::string figure_address(const SummaryMatter& matter, const ObligationSummary& duty,
                           const Total& total) {
  std::string address = summary_address(
      matter.plan->plan,
      "/figures/" + percent_encoded(duty.obligation) + "/" + percent_encoded(total.field.id),
      matter.summary.period);
  if (duty.period == matter.summary.period) return address;
  return address + (matter.summary.period.empty() ? "?" : "&") +
         "of=" + percent_encoded(duty.period);
}

json total_values(const Moment& moment, const SummaryMatter& matter, const ObligationSummary& duty,
                  const Total& total, const PageWords& words) {
  return {{"label", total.field.label},
          {"value", total_in_words(total, words)},
          {"rule", words.text(rule_word(total.field.aggregate))},
          {"share", share_in_words(total, words)},
          {"estimates", estimates_in_words(total, words)},
          {"target", total.target ? words.filled("summary_target", {{"n", decimal(*total.target)}})
                                  : std::string()},
          {"kept_back", keeps_back(total) ? words.text("summary_kept_back") : std::string()},
          {"is_list", total.field.aggregate == Aggregate::list},
          {"missing", name_list(missing_in(moment, duty, total), words)},
          {"href", figure_address(matter, duty, total)}};
}

// --- one duty ---

json late_in(const Moment& moment, const ObligationSummary& duty) {
  json names = json::array();
  for (const UnitReport& report : duty.reports) {
    if (report.late) names.push_back(link_to(moment, report.unit, report.code));
  }
  return names;
}

json not_handed_in(const Moment& moment, const ObligationSummary& duty) {
  json names = json::array();
  for (const UnitReport& report : duty.reports) {
    if (!report.outcome) names.push_back(link_to(moment, report.unit, report.code));
  }
  return names;
}

json duty_values(const Moment& moment, const SummaryMatter& matter, const ObligationSummary& duty,
                 const PageWords& words) {
  const Obligation* obligation = matter.plan->plan.obligation(duty.obligation);
  const std::size_t handed_in = duty.complete + duty.partial + duty.nil;
  json totals = json::array();
  for (const Total& total : duty.totals) {
    if (total.field.aggregate == Aggregate::none) continue;
    totals.push_back(total_values(moment, matter, duty, total, words));
    totals.back()["missing"] = short_name_list(missing_in(moment, duty, total),
                                               figure_address(matter, duty, total), words);
  }
  const bool has_totals = !totals.empty();
  return {{"id", duty.obligation},
          {"what", obligation == nullptr ? duty.obligation : obligation->what},
          {"of_period", period_in_words(duty.period, words)},
          {"expected", number(duty.expected)},
          {"handed_in", number(handed_in)},
          {"nil",
           duty.nil == 0 ? std::string() : words.filled("summary_nil", {{"n", number(duty.nil)}})},
          {"partial", duty.partial == 0
                          ? std::string()
                          : words.filled("summary_partial", {{"n", number(duty.partial)}})},
          {"late", name_list(late_in(moment, duty), words)},
          {"missing", name_list(not_handed_in(moment, duty), words)},
          {"totals", std::move(totals)},
          {"has_totals", has_totals}};
}

// --- the text ---

SummaryInput input_of(const Moment& moment, const SummaryMatter& matter) {
  return {matter.summary, matter.plan->plan, moment.world.office.directory, matter.record};
}

std::string paragraph_text(const Paragraph& paragraph) {
  switch (paragraph.style) {
    case ParagraphStyle::item:
      return "- " + paragraph.text;
    case ParagraphStyle::detail:
      return "+ " + paragraph.text;
    case ParagraphStyle::blank:
      return "………………………………";
    default:
      return paragraph.text;
  }
}

const char* style_name(ParagraphStyle style) {
  if (style == ParagraphStyle::subheading) return "subheading";
  return style == ParagraphStyle::detail ? "detail" : "plain";
}

json section_values(const SummaryDocument& document) {
  json sections = json::array();
  for (const DocumentSection& section : document.sections) {
    json paragraphs = json::array();
    for (const Paragraph& one : section.paragraphs)
      paragraphs.push_back({{"style", style_name(one.style)}, {"words", paragraph_text(one)}});
    sections.push_back({{"heading", section.heading}, {"paragraphs", std::move(paragraphs)}});
  }
  return sections;
}

// --- how it stands ---

std::string standing_in_words(const Moment& moment, const SummaryRecord* record,
                              const PageWords& words) {
  if (record == nullptr) return words.text("summary_none_yet");
  const char* id = record->standing == SummaryStanding::drafted    ? "summary_drafted"
                   : record->standing == SummaryStanding::approved ? "summary_approved"
                                                                   : "summary_amended";
  return words.filled(id, {{"who", name_of_person(moment.world, record->by)},
                           {"when", moment.world.zone.clock(record->at)},
                           {"n", std::to_string(record->version - 1)}});
}

json period_values(const SummaryMatter& matter, const std::vector<SummaryPeriod>& periods,
                   const PageWords& words) {
  json list = json::array();
  for (const SummaryPeriod& one : periods) {
    const bool open = one.record == nullptr || one.record->standing == SummaryStanding::drafted;
    const char* word = !open        ? "summary_period_done"
                       : one.is_due ? "summary_period_due"
                                    : "summary_period_coming";
    list.push_back({{"label", period_in_words(one.id, words)},
                    {"href", summary_address(matter.plan->plan, "", one.id)},
                    {"how", words.text(word)},
                    {"chosen", one.id == matter.summary.period}});
  }
  return list;
}

std::string not_due_note(const SummaryMatter& matter, const std::vector<SummaryPeriod>& periods,
                         const PageWords& words) {
  for (const SummaryPeriod& one : periods) {
    if (one.id == matter.summary.period && !one.is_due && one.last_due)
      return words.filled("summary_not_due", {{"day", one.last_due->vi()}});
  }
  return "";
}

json file_values(const SummaryMatter& matter, const PageWords& words) {
  const std::string& own = matter.plan->plan.layout;
  json list = json::array();
  for (const SummaryFile& file : k_summary_files) {
    const bool is_own = !file.layout.empty() && file.layout == own;
    list.push_back({{"label", words.text(file.label)},
                    {"own", is_own ? words.text("summary_file_own") : std::string()},
                    {"href", summary_address(matter.plan->plan, "/files/" + std::string(file.name),
                                             matter.summary.period)}});
  }
  return list;
}

void add_standing(json& values, const Moment& moment, const SummaryMatter& matter,
                  const PageWords& words) {
  const auto periods = summary_periods(moment, *matter.plan);
  values["periods"] = period_values(matter, periods, words);
  values["has_periods"] = periods.size() > 1;
  values["period"] = matter.summary.period;
  values["period_text"] = period_in_words(matter.summary.period, words);
  values["standing"] = standing_in_words(moment, matter.record, words);
  values["not_due"] = matter.is_open() ? not_due_note(matter, periods, words) : "";
  values["is_open"] = matter.is_open();
  values["has_changed"] = matter.has_changed();
  values["changes"] = changes_since_approval(matter, words);
  values["has_changes"] = !values["changes"].empty();
  values["seal"] = matter.seal();
  values["text"] = matter.text();
}

}  // namespace

json summary_values(const Moment& moment, const SummaryMatter& matter, const PageWords& words) {
  const Plan& plan = matter.plan->plan;
  const SummaryDocument document = make_summary_document(input_of(moment, matter));
  json values{{"plan_title", plan.title()},
              {"plan_href", "/plans/" + percent_encoded(plan.id)},
              {"subject", document.subject},
              {"action", summary_address(plan, "", "")},
              {"duties", json::array()},
              {"sections", section_values(document)},
              {"files", file_values(matter, words)}};
  for (const ObligationSummary& duty : matter.summary.obligations) {
    values["duties"].push_back(duty_values(moment, matter, duty, words));
    values["duties"].back()["place"] = std::to_string(values["duties"].size());
  }
  values["has_duties"] = !values["duties"].empty();
  add_standing(values, moment, matter, words);
  return values;
}

// --- where a total comes from ---

namespace {

struct Found {
  const ObligationSummary* duty = nullptr;
  const Total* total = nullptr;
};

Found total_named(const PlanSummary& summary, const SummaryFigure& wanted) {
  for (const ObligationSummary& duty : summary.obligations) {
    if (duty.obligation != wanted.duty) continue;
    if (!wanted.period.empty() && duty.period != wanted.period) continue;
    for (const Total& total : duty.totals) {
      if (total.field.id == wanted.field && total.field.aggregate != Aggregate::none)
        return {&duty, &total};
    }
  }
  return {};
}

/// The duty's page that shows the report: of one that went over to another duty, that one's.
std::string page_of_report(const Moment& moment, const ObligationSummary& duty,
                           const std::string& code) {
  if (moment.find(code) != nullptr) return assignment_href(code);
  for (const UnitReport& report : duty.reports) {
    const Assignment* a = moment.world.cases.find(report.code);
    const bool took_over =
        a != nullptr && std::any_of(a->sources.begin(), a->sources.end(),
                                    [&](const Source& source) { return source.code == code; });
    if (took_over) return assignment_href(report.code);
  }
  return assignment_href(code);
}

json given_values(const Moment& moment, const ObligationSummary& duty, const Total& total,
                  const PageWords& words) {
  const std::vector<bool> hidden = hidden_figures(total, SmallCounts::hidden);
  json rows = json::array();
  for (std::size_t i = 0; i < total.given.size(); ++i) {
    const Provenance& one = total.given[i];
    rows.push_back({{"unit", name_of_unit(moment.world, one.unit)},
                    {"value", figure_in_words(&total.field, one.value, words)},
                    {"estimate", one.estimate ? words.text("assignment_estimate") : ""},
                    {"code", one.code},
                    {"href", page_of_report(moment, duty, one.code)},
                    {"version", std::to_string(one.version)},
                    {"who", name_of_person(moment.world, one.by)},
                    {"when", moment.world.zone.clock(one.at)},
                    {"kept_back", hidden[i] ? words.text("summary_kept_back_one") : ""}});
  }
  return rows;
}

}  // namespace

std::optional<json> provenance_values(const Moment& moment, const SummaryMatter& matter,
                                      const SummaryFigure& figure, const PageWords& words) {
  const Found found = total_named(matter.summary, figure);
  if (found.total == nullptr) return std::nullopt;
  const Obligation* obligation = matter.plan->plan.obligation(found.duty->obligation);
  json values = total_values(moment, matter, *found.duty, *found.total, words);
  values["plan_title"] = matter.plan->plan.title();
  values["back"] = summary_address(matter.plan->plan, "", matter.summary.period);
  values["what"] = obligation == nullptr ? found.duty->obligation : obligation->what;
  values["of_period"] = period_in_words(found.duty->period, words);
  values["rows"] = given_values(moment, *found.duty, *found.total, words);
  values["has_rows"] = !values["rows"].empty();
  return values;
}

}  // namespace dondoc
