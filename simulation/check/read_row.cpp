#include "simulation/check/read_row.h"

#include <nlohmann/json.hpp>

namespace dondoc::simulation {
namespace {

using nlohmann::json;

std::optional<LocalDate> date_in(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return std::nullopt;
  return LocalDate::parse(found->get<std::string>());
}

std::optional<Instant> instant_in(const json& object, const char* name) {
  const auto found = object.find(name);
  if (found == object.end()) return std::nullopt;
  return Instant{found->get<std::int64_t>()};
}

/// An empty list where it is not there. Not a copy: lists of reports are long.
const json& list_in(const json& object, const char* name) {
  static const json k_empty = json::array();
  const auto found = object.find(name);
  return found == object.end() ? k_empty : *found;
}

OwnReport read_report(const json& submission, const std::string& code, const std::string& unit) {
  OwnReport report{code, unit, {}, {}};
  for (const auto& figure : list_in(submission, "figures")) {
    if (figure.at("value").is_number())
      report.figures[figure.at("field")] = figure.at("value").get<double>();
  }
  for (const auto& other : list_in(submission, "together_with"))
    report.together_with.push_back(other);
  return report;
}

void read_sources(OwnDuty& duty, const json& body) {
  for (const auto& source : list_in(body, "sources")) {
    const json& submissions = list_in(source, "submissions");
    if (!source.value("counts", false) || submissions.empty()) continue;
    duty.sources.push_back(
        read_report(submissions.back(), source.at("code"), source.value("unit", "")));
  }
}

}  // namespace

OwnDuty read_duty(const CaseRow& row) {
  const json body = json::parse(row.body);
  OwnDuty duty;
  duty.code = row.code;
  duty.plan = row.plan;
  duty.obligation = row.obligation;
  duty.unit = row.unit;
  duty.period = row.period;
  duty.meaning = body.value("meaning", "waiting");
  duty.binding = body.value("binding", "ordered");
  duty.ladder = body.value("ladder", "");
  duty.nominal = date_in(body, "nominal");
  duty.roll = body.value("roll", "next_workday");
  for (const auto& entry : list_in(body, "ledger"))
    duty.ledger.push_back({entry.at("kind"), date_in(entry, "date").value_or(LocalDate{})});
  duty.issued_at = instant_in(body, "issued_at").value_or(Instant{});
  duty.ladder_from = instant_in(body, "ladder_from").value_or(Instant{});
  duty.ladder_restarted = body.value("ladder_restarted", false);
  duty.quarantined = body.value("quarantined", false);
  duty.is_acknowledged = body.contains("acknowledged_at");
  duty.steps_done = body.value("steps_done", std::uint64_t{0});
  duty.next_step = row.next_step;
  duty.not_before = instant_in(body, "not_before");
  duty.snoozed_until = instant_in(body, "snoozed_until");
  duty.completed_at = instant_in(body, "completed_at");
  duty.accepted_at = instant_in(body, "accepted_at");
  const json& submissions = list_in(body, "submissions");
  if (!submissions.empty()) duty.report = read_report(submissions.back(), row.code, row.unit);
  read_sources(duty, body);
  return duty;
}

OwnMessage read_message(const OutboxRow& row) {
  const json body = json::parse(row.body);
  OwnMessage message{row, OutboxStanding::waiting, body.value("message", ""), {}};
  for (const auto& code : list_in(body, "codes")) message.codes.push_back(code);
  return message;
}

std::vector<OwnRung> read_rungs(const json& ladder) {
  std::vector<OwnRung> rungs;
  for (const auto& entry : list_in(ladder, "rungs")) {
    OwnRung rung;
    rung.id = entry.value("id", "");
    rung.anchor = entry.value("anchor", "due");
    rung.unit = entry.value("unit", "calendar_days");
    rung.offset = entry.value("offset", 0);
    rung.at = TimeOfDay::parse(entry.at("at").get<std::string>()).value_or(TimeOfDay{});
    rung.only_unacknowledged = entry.value("only_unacknowledged", false);
    rungs.push_back(std::move(rung));
  }
  return rungs;
}

}  // namespace dondoc::simulation
