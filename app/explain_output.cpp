// The life of an assignment as text and as data (app/explain.h).
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "app/explain.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); }
Json date_or_null(const std::optional<LocalDate>& date) {
  return date ? Json(date->iso()) : Json(nullptr);
}

Json time_or_null(const std::optional<Instant>& at, const Zone& zone) {
  return at ? Json(zone.iso(*at)) : Json(nullptr);
}

/// In the order of ReminderStanding.
constexpr const char* k_reminder_standings[] = {"waiting", "accepted", "given_up", "overtaken"};

Json reminders_json(const ReminderProof& proof, const Zone& zone) {
  Json reminders = Json::array();
  for (const Reminder& one : proof.reminders) {
    reminders.push_back({{"message", one.message},
                         {"step", one.step},
                         {"to", one.person},
                         {"channel", text_or_null(one.channel)},
                         {"text", one.text},
                         {"created", zone.iso(one.created)},
                         {"standing", k_reminder_standings[static_cast<std::size_t>(one.standing)]},
                         {"attempts", one.attempts},
                         {"accepted_at", time_or_null(one.accepted_at, zone)},
                         {"seen_at", time_or_null(one.seen_at, zone)},
                         {"answered_at", time_or_null(one.answered_at, zone)},
                         {"answer", text_or_null(one.answer)},
                         {"detail", text_or_null(one.detail)}});
  }
  return reminders;
}

}  // namespace

std::string life_text(const Life& life, const Zone& zone) {
  std::string text = life.head + "\n\nThời hạn\n";
  for (const std::string& line : life.due) text += "  " + line + "\n";
  text += "\nĐã diễn ra\n";
  for (const LifeEntry& entry : life.past) {
    text += fmt::format("  {}  {}\n", zone.clock(entry.at), entry.text);
    for (const std::string& detail : entry.details) text += "      " + on_one_line(detail) + "\n";
  }
  text += "\nSắp tới, nếu không có gì thay đổi\n";
  for (const ComingStep& step : life.coming)
    text += fmt::format("  {}  {}\n", zone.clock(step.at), step.text);
  if (!life.standing.empty()) text += "  " + life.standing + "\n";
  return text;
}

std::string life_json(const Life& life, const Zone& zone) {
  Json json{{"code", life.code},
            {"plan", life.plan},
            {"obligation", life.obligation},
            {"unit", life.unit},
            {"period", life.period},
            {"state", life.state},
            {"head", life.head},
            {"due_nominal", date_or_null(life.nominal)},
            {"due_effective", date_or_null(life.effective)},
            {"due", life.due}};
  auto& past = json["past"] = Json::array();
  for (const LifeEntry& e : life.past) {
    past.push_back({{"at", zone.iso(e.at)},
                    {"kind", e.kind},
                    {"by", text_or_null(e.by)},
                    {"text", e.text},
                    {"details", e.details}});
  }
  auto& coming = json["coming"] = Json::array();
  for (const ComingStep& s : life.coming) {
    coming.push_back({{"at", zone.iso(s.at)},
                      {"step", s.step},
                      {"message", s.message},
                      {"to", s.to},
                      {"text", s.text}});
  }
  json["reminders"] = reminders_json(life.proof, zone);
  json["standing"] = text_or_null(life.standing);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace dondoc
