#include "web/duty_view.h"

#include <nlohmann/json.hpp>

#include "reports/figure_text.h"
#include "web/page_route.h"

namespace dondoc {

std::string standing_in_words(const BoardRow& row, const PageWords& words) {
  switch (row.standing) {
    case Standing::open_overdue:
      return words.filled("stands_overdue", {{"n", std::to_string(row.days_overdue)}});
    case Standing::open_in_term:
      return words.text(row.due_soon ? "stands_due_soon" : "stands_in_term");
    case Standing::done_on_time:
      return words.text("stands_on_time");
    case Standing::done_late:
      return words.filled("stands_late", {{"n", std::to_string(row.days_late)}});
    case Standing::unconfirmed:
      return words.text(row.open ? "stands_unconfirmed" : "stands_unconfirmed_done");
    case Standing::requested:
      return words.text(row.open ? "stands_requested" : "stands_requested_done");
    case Standing::ongoing:
      break;
  }
  return words.text("stands_ongoing");
}

std::string notes_in_words(const BoardRow& row, const PageWords& words) {
  std::string notes;
  const auto add = [&](const std::string& note) { notes += (notes.empty() ? "" : "; ") + note; };
  if (row.not_updated) add(words.text("note_silent"));
  if (!row.blocked.empty()) add(words.filled("note_blocked", {{"why", row.blocked}}));
  if (row.extension_pending) add(words.text("note_extension"));
  if (row.extended_until) add(words.filled("note_extended", {{"day", row.extended_until->vi()}}));
  if (row.promised) add(words.filled("note_promised", {{"day", row.promised->vi()}}));
  if (row.disputed) add(words.text("note_disputed"));
  if (row.suspended) add(words.text("note_suspended"));
  if (row.escalated) add(words.text("note_escalated"));
  return notes;
}

std::string tone_of(const BoardRow& row) {
  if (row.due_soon) return "soon";
  switch (row.standing) {
    case Standing::open_overdue:
      return "overdue";
    case Standing::open_in_term:
      return "term";
    case Standing::done_on_time:
      return "done";
    case Standing::done_late:
      return "late";
    default:
      return "waiting";
  }
}

std::string due_in_words(const BoardRow& row, const PageWords& words) {
  if (!row.nominal || !row.effective) return "";
  if (*row.nominal == *row.effective) return row.nominal->vi();
  return words.filled("due_both", {{"day", row.effective->vi()}, {"written", row.nominal->vi()}});
}

std::string period_in_words(std::string_view period, const PageWords& words) {
  return words.text("periods") == "vi" ? period_text(period) : std::string(period);
}

std::string figure_in_words(const Field* field, const FigureValue& value, const PageWords& words) {
  if (const auto* text = std::get_if<std::string>(&value)) return *text;
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (field == nullptr)
    return whole != nullptr ? count_text(*whole) : nlohmann::json(std::get<double>(value)).dump();
  const double number = whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value);
  if (field->type == FieldType::yes_no) return words.text(number == 0 ? "figure_no" : "figure_yes");
  Field own = *field;  // a ratio is a share over all units; each gave a number
  own.aggregate = Aggregate::sum;
  return value_text(own, number);
}

nlohmann::json duty_values(const std::vector<BoardRow>& rows, const PageWords& words) {
  nlohmann::json list = nlohmann::json::array();
  for (const BoardRow& row : rows) {
    list.push_back({{"code", row.code},
                    {"href", "/assignments/" + percent_encoded(row.code)},
                    {"unit", row.unit_name},
                    {"unit_href", "/units/" + percent_encoded(row.unit)},
                    {"what", row.what},
                    {"period", period_in_words(row.period, words)},
                    {"due", due_in_words(row, words)},
                    {"standing", standing_in_words(row, words)},
                    {"tone", tone_of(row)},
                    {"notes", notes_in_words(row, words)}});
  }
  return list;
}

std::vector<BoardRow> rows_at(const Moment& moment, const std::vector<const Judged*>& chosen) {
  return rows_of(chosen, moment.world.office, moment.world.definitions.assignment_chart,
                 moment.world.zone);
}

bool calls_for_slip(const Judged& one) {
  return one.judgement.standing == Standing::open_overdue || one.judgement.due_soon;
}

std::string name_of_person(const World& world, const std::string& id) {
  const Person* person = world.office.directory.person(id);
  return person == nullptr ? id : person->name;
}

std::string name_of_unit(const World& world, const std::string& id) {
  const Unit* unit = world.office.directory.unit(id);
  return unit == nullptr ? id : unit->name;
}

}  // namespace dondoc
