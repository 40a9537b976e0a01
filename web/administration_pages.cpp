// For who administers: how the office fares, its calendar and ladders, what the doctor finds, and
// who looked at whose figures.
#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "engine/notice/facts.h"
#include "engine/text/vietnamese.h"
#include "reports/step_words.h"
#include "web/duty_view.h"
#include "web/page_table.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_reads_shown = 200;
constexpr std::size_t k_findings_shown = 300;

template <class Number>
std::string number(Number n) {
  return thousands(static_cast<std::int64_t>(n));
}

/// The words of an id that may not have any.
std::string words_or(const PageWords& words, const std::string& id, const std::string& otherwise) {
  return words.has(id) ? words.text(id) : otherwise;
}

// --- how it fares ---

json channel_values(const ChannelFacts& facts, const Zone& zone, const PageWords& words) {
  json alarms = json::array();
  for (const std::string& alarm : facts.alarms) alarms.push_back({{"text", alarm}});
  const std::string state = "channel_state_" + facts.state;
  return {{"name", channel_name(facts.name, words)},
          {"state", facts.paused_until
                        ? words.filled(state, {{"when", zone.clock(*facts.paused_until)}})
                        : words.text(state)},
          {"bad", facts.state != "working"},
          {"heard", facts.last_inbound ? zone.clock(*facts.last_inbound) : ""},
          {"under_way", number(facts.under_way)},
          {"attempts", number(facts.attempts)},
          {"delivered", number(facts.delivered)},
          {"unknown", number(facts.unknown)},
          {"trouble", facts.trouble},
          {"alarms", std::move(alarms)}};
}

/// "trong 5 giây", "trong 15 phút", "quá 3 ngày".
std::string within(double seconds, bool beyond, const PageWords& words) {
  const bool days = seconds >= 86'400;
  const bool hours = seconds >= 3'600;
  const bool minutes = seconds >= 60;
  const double size = days ? 86'400 : hours ? 3'600 : minutes ? 60 : 1;
  const char* unit = days ? "days" : hours ? "hours" : minutes ? "minutes" : "seconds";
  const std::string amount =
      words.filled(std::string("amount_") + unit, {{"n", decimal(seconds / size)}});
  return words.filled(beyond ? "admin_beyond" : "admin_within", {{"time", amount}});
}

json figures_of(const OfficeFacts& facts, const Zone& zone, const PageWords& words) {
  json list = json::array();
  const auto add = [&](const char* word, const std::string& value) {
    list.push_back({{"label", words.text(word)}, {"value", value}});
  };
  add("admin_delivered", number(facts.delivered));
  const std::string none = words.text("admin_none_sent");
  add("admin_late_half", facts.late_half ? within(*facts.late_half, false, words) : none);
  add("admin_late_most",
      facts.late_most ? within(*facts.late_most, facts.late_most_is_beyond, words) : none);
  std::uint64_t unknown = 0;
  for (const ChannelFacts& one : facts.channels) unknown += one.unknown;
  add("admin_unknown", number(unknown));
  if (facts.possible_duplicates_per_million)
    add("admin_doubled", number(std::llround(*facts.possible_duplicates_per_million)));
  if (facts.audited) {
    add("admin_unaccounted", number(facts.steps_unaccounted));
    add("admin_audited", words.filled(facts.audit_passes ? "admin_audit_well" : "admin_audit_bad",
                                      {{"when", zone.clock(*facts.audited)}}));
  }
  if (facts.backlog) {
    add("admin_waiting", number(facts.backlog->messages));
    add("admin_due", number(facts.backlog->messages_due));
    if (facts.backlog->oldest_due) add("admin_oldest", zone.clock(*facts.backlog->oldest_due));
    add("admin_steps", number(facts.backlog->steps_due));
  }
  return list;
}

std::string bytes_in_words(std::int64_t bytes) {
  constexpr double k_gigabyte = 1024.0 * 1024 * 1024;
  const double gigabytes = static_cast<double>(bytes) / k_gigabyte;
  return gigabytes < 1 ? size_in_words(bytes) : decimal(gigabytes) + " GB";
}

json storage_of(const OfficeFacts& facts, const PageWords& words) {
  json list = json::array();
  const auto add = [&](const char* word, const std::string& value) {
    list.push_back({{"label", words.text(word)}, {"value", value}});
  };
  add("admin_database", facts.database);
  if (facts.database_bytes) add("admin_bytes", bytes_in_words(*facts.database_bytes));
  if (facts.free_bytes) add("admin_free", bytes_in_words(*facts.free_bytes));
  add("admin_events", number(facts.events));
  return list;
}

Response overview(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const OfficeFacts facts = tools.administration.facts();
  const Zone zone = tools.desk.zone();
  json values{{"channels", json::array()},
              {"figures", figures_of(facts, zone, words)},
              {"storage", storage_of(facts, words)},
              {"unread", !facts.backlog.has_value()}};
  for (const ChannelFacts& one : facts.channels)
    values["channels"].push_back(channel_values(one, zone, words));
  values["has_channels"] = !facts.channels.empty();
  return page(tools.kit, call, "administration", "admin_title", std::move(values));
}

Response platforms(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  json values{{"channels", json::array()}};
  for (const ChannelAnswer& one : tools.administration.ask_platforms()) {
    json faults = json::array();
    for (const std::string& fault : one.faults) faults.push_back({{"text", fault}});
    values["channels"].push_back({{"name", channel_name(one.name, words)},
                                  {"ok", one.ok},
                                  {"identity", one.identity},
                                  {"webhook", one.webhook},
                                  {"faults", std::move(faults)}});
  }
  values["has_channels"] = !values["channels"].empty();
  return page(tools.kit, call, "platforms", "admin_platforms", std::move(values));
}

// --- calendar ---

json year_values(const Moment& moment, int number, const PageWords& words) {
  const Calendar& calendar = moment.world.office.calendar;
  const CalendarYear year = calendar.year(number);
  json entries = json::array();
  for (const CalendarEntry& entry : year.entries)
    entries.push_back(
        {{"day", entry.date.vi()},
         {"iso", entry.date.iso()},
         {"weekday", words.text("weekday_" + std::to_string(entry.date.iso_weekday()))},
         {"kind",
          words.text(entry.kind == DayKind::holiday ? "calendar_holiday" : "calendar_make_up")},
         {"name", entry.name},
         {"source", entry.source}});
  const auto reason = moment.world.office.calendar_reasons.find(std::to_string(number));
  const bool is_set = reason != moment.world.office.calendar_reasons.end();
  return {{"year", std::to_string(number)},
          {"provisional", year.standing == YearStanding::provisional},
          {"source", year.source},
          {"reason", is_set ? reason->second : ""},
          {"entries", std::move(entries)}};
}

Response calendar_page(const PageTools& tools, const PageCall& call) {
  json values{{"years", json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const int year = moment.today.year();
    for (int one : {year, year + 1})
      values["years"].push_back(year_values(moment, one, tools.kit.words(call.visitor)));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  return page(tools.kit, call, "calendar", "calendar_title", std::move(values));
}

// --- ladders ---

std::string when_of(const Rung& rung, const PageWords& words) {
  const std::string from = rung.anchor == Anchor::issue ? "issue" : "due";
  const char* side = rung.offset == 0 ? "_on" : rung.offset < 0 ? "_before" : "_after";
  const std::string days =
      words.filled(rung.unit == DayUnit::working_days ? "amount_working_days" : "amount_days",
                   {{"n", std::to_string(std::abs(rung.offset))}});
  return words.filled("ladder_" + from + side, {{"days", days}});
}

const char* audience_of(const Rung& rung) {
  switch (rung.audience) {
    case Audience::officer:
      return "ladder_officer";
    case Audience::deputy:
      return "ladder_deputy";
    case Audience::lead:
      return "ladder_lead";
    case Audience::superior:
      return "ladder_superior";
  }
  return "ladder_officer";
}

json ladder_values(const Ladder& ladder, const MessageBook& book, const PageWords& words) {
  json rungs = json::array();
  for (const Rung& rung : ladder.rungs) {
    const MessageText* text = book.find(rung.message);
    rungs.push_back(
        {{"when", when_of(rung, words)},
         {"at", rung.at.text()},
         {"whom", words.text(audience_of(rung))},
         {"message", rung.message},
         {"text", text == nullptr ? "" : text->text},
         {"only", rung.only_unacknowledged ? words.text("ladder_only_unacknowledged") : ""}});
  }
  return {{"name", words_or(words, "ladder_name_" + ladder.id, ladder.id)},
          {"id", ladder.id},
          {"rungs", std::move(rungs)}};
}

std::string hours_in_words(const SendingHours& hours) {
  std::string text;
  for (const auto& [from, to] : hours.windows)
    text += (text.empty() ? "" : ", ") + from.text() + "–" + to.text();
  return text;
}

Response ladders_page(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  json values{{"ladders", json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Definitions& definitions = moment.world.definitions;
    const LadderBook& book = definitions.ladders;
    values["rules"] =
        words.filled("ladder_rules", {{"hours", hours_in_words(book.hours)},
                                      {"a_day", std::to_string(book.messages_a_day)},
                                      {"nudges", std::to_string(book.unanswered_nudges)}});
    for (const Ladder& ladder : book.ladders)
      values["ladders"].push_back(
          ladder_values(ladder, definitions.messages(call.visitor.language), words));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  return page(tools.kit, call, "ladders", "ladder_title", std::move(values));
}

// --- doctor ---

std::string href_of(const World& world, const std::string& about) {
  if (world.cases.find(about) != nullptr) return "/assignments/" + percent_encoded(about);
  if (world.office.directory.unit(about) != nullptr) return "/units/" + percent_encoded(about);
  if (world.office.directory.person(about) != nullptr) return person_href(about);
  return {};
}

std::string name_of(const World& world, const std::string& about) {
  if (const Unit* unit = world.office.directory.unit(about)) return unit->name;
  if (const Person* person = world.office.directory.person(about)) return person->name;
  return about;
}

json finding_values(const World& world, const DoctorFinding& one, const PageWords& words) {
  const std::string what = "doctor_" + one.code;
  const bool known = words.has(what);
  return {{"fault", one.is_fault},
          {"about", name_of(world, one.about)},
          {"href", href_of(world, one.about)},
          {"what", known ? words.text(what) : one.what},
          {"advice", known ? words.text(what + "_do") : one.advice},
          {"foreign", !known},
          {"count", one.count > 1 ? words.filled("doctor_times", {{"n", number(one.count)}}) : ""}};
}

Response doctor_page(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  auto report = tools.administration.examine();
  if (!report) return plain_page(tools.kit, call, 503, "say_unavailable");
  json values{{"sum", words.filled("doctor_sum", {{"open", number(report->open)},
                                                  {"armed", number(report->armed)}})},
              {"silent", json::array()},
              {"findings", json::array()}};
  for (const auto& [reason, count] : report->silent)
    values["silent"].push_back(
        {{"label", words_or(words, "silence_" + reason, reason)}, {"value", number(count)}});
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    for (const DoctorFinding& one : report->findings) {
      if (values["findings"].size() < k_findings_shown)
        values["findings"].push_back(finding_values(moment.world, one, words));
    }
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_silent"] = !report->silent.empty();
  values["has_findings"] = !report->findings.empty();
  return page(tools.kit, call, "doctor", "doctor_title", std::move(values));
}

// --- who looked ---

/// "/plans/P-1/summary" → "Kế hoạch".
std::string page_name(const std::string& path, const PageWords& words) {
  const auto end = path.find('/', 1);
  return words_or(words, "place_" + path.substr(1, end == path.npos ? end : end - 1), path);
}

Response reads_page(const PageTools& tools, const PageCall& call) {
  const std::string unit = call.request.parameter("unit");
  auto reads = tools.store.reads(unit, k_reads_shown);
  if (!reads) return plain_page(tools.kit, call, 503, "say_unavailable");
  const PageWords& words = tools.kit.words(call.visitor);
  json values{{"rows", json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    values["units"] = led_units(moment, led, unit);
    for (const PageRead& one : *reads)
      values["rows"].push_back(
          {{"at", moment.world.zone.clock(one.at)},
           {"who", person_name(moment.world, one.person, call.visitor.language)},
           {"unit",
            one.unit == "*" ? words.text("reads_all") : name_of_unit(moment.world, one.unit)},
           {"page", page_name(one.page, words)},
           {"href", one.page}});
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_rows"] = !reads->empty();
  values["note"] = words.filled("reads_note", {{"n", std::to_string(k_reads_shown)}});
  return page(tools.kit, call, "reads", "reads_title", std::move(values));
}

}  // namespace

void add_administration_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* pattern, auto handler) {
    table.push_back({"GET", pattern, Rule::administrator, Subject::none,
                     [tools, handler](const PageCall& call) { return handler(tools, call); }});
  };
  add("/administration", overview);
  add("/administration/platforms", platforms);
  add("/administration/calendar", calendar_page);
  add("/administration/ladders", ladders_page);
  add("/administration/doctor", doctor_page);
  add("/administration/reads", reads_page);
}

}  // namespace dondoc
