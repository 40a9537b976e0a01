#include "simulation/check/read_row.h"

namespace dondoc::simulation {
namespace {

OwnReport read_report(Json submission, const std::string& code, const std::string& unit) {
  OwnReport report{code, unit, {}, {}};
  for (const Json figure : list_in(submission, "figures")) {
    if (const auto value = number_in(figure, "value"))
      report.figures[text_in(figure, "field")] = *value;
  }
  for (const Json other : list_in(submission, "together_with"))
    report.together_with.push_back(text_of(other));
  return report;
}

void read_sources(OwnDuty& duty, Json body) {
  for (const Json source : list_in(body, "sources")) {
    const std::vector<Json> submissions = list_in(source, "submissions");
    if (!flag_in(source, "counts") || submissions.empty()) continue;
    duty.sources.push_back(
        read_report(submissions.back(), text_in(source, "code"), text_in(source, "unit")));
  }
}

}  // namespace

OwnDuty read_duty(const CaseRow& row, Json body) {
  OwnDuty duty;
  duty.code = row.code;
  duty.plan = row.plan;
  duty.obligation = row.obligation;
  duty.unit = row.unit;
  duty.period = row.period;
  duty.meaning = text_in(body, "meaning", "waiting");
  duty.binding = text_in(body, "binding", "ordered");
  duty.ladder = text_in(body, "ladder");
  duty.nominal = date_in(body, "nominal");
  duty.roll = text_in(body, "roll", "next_workday");
  for (const Json entry : list_in(body, "ledger"))
    duty.ledger.push_back(
        {text_in(entry, "kind"), date_in(entry, "date").value_or(LocalDate{})});
  duty.issued_at = instant_in(body, "issued_at").value_or(Instant{});
  duty.ladder_from = instant_in(body, "ladder_from").value_or(Instant{});
  duty.ladder_restarted = flag_in(body, "ladder_restarted");
  duty.quarantined = flag_in(body, "quarantined");
  duty.is_acknowledged = has(body, "acknowledged_at");
  duty.steps_done = natural_in(body, "steps_done");
  duty.next_step = row.next_step;
  duty.not_before = instant_in(body, "not_before");
  duty.snoozed_until = instant_in(body, "snoozed_until");
  duty.completed_at = instant_in(body, "completed_at");
  duty.accepted_at = instant_in(body, "accepted_at");
  const std::vector<Json> submissions = list_in(body, "submissions");
  if (!submissions.empty()) duty.report = read_report(submissions.back(), row.code, row.unit);
  read_sources(duty, body);
  return duty;
}

OwnMessage read_message(const OutboxRow& row, std::optional<Json> body) {
  OwnMessage message{row, OutboxStanding::waiting, {}, {}};
  if (!body) return message;
  message.message = text_in(*body, "message");
  for (const Json code : list_in(*body, "codes")) message.codes.push_back(text_of(code));
  return message;
}

std::vector<OwnRung> read_rungs(Json ladder) {
  std::vector<OwnRung> rungs;
  for (const Json entry : list_in(ladder, "rungs")) {
    OwnRung rung;
    rung.id = text_in(entry, "id");
    rung.anchor = text_in(entry, "anchor", "due");
    rung.unit = text_in(entry, "unit", "calendar_days");
    rung.offset = static_cast<int>(whole_in(entry, "offset"));
    rung.at = TimeOfDay::parse(text_in(entry, "at")).value_or(TimeOfDay{});
    rung.only_unacknowledged = flag_in(entry, "only_unacknowledged");
    rungs.push_back(std::move(rung));
  }
  return rungs;
}

}  // namespace dondoc::simulation
