#include "app/command_admin.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/loaded_cases.h"
#include "engine/codec/calendar_codec.h"
#include "engine/codec/check_calendar.h"
#include "engine/notice/facts.h"
#include "storage/open.h"

namespace dondoc {
namespace {

/// What a dry run looks at. Before the first start there is no store yet: an empty office.
struct Present {
  Settings settings;
  Office office;
  std::vector<Assignment> open;
};

Result<Present> look(const std::string& config_file) {
  auto settings = load_settings(config_file);
  if (!settings) return tl::unexpected(settings.error());
  Present present{std::move(*settings), {}, {}};
  std::error_code ignored;
  const std::string& database = present.settings.database;
  if (!is_on_server(database) && !std::filesystem::exists(database, ignored)) return present;
  auto reader = open_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  auto office = read_office(**reader);
  if (!office) return tl::unexpected(office.error());
  CaseFilter filter;
  filter.open_only = true;
  auto open = read_cases(**reader, filter);
  if (!open) return tl::unexpected(open.error());
  present.office = std::move(*office);
  present.open = std::move(*open);
  return present;
}

const char* name_of(ImportEffect effect, bool dry_run) {
  switch (effect) {
    case ImportEffect::added:
      return dry_run ? "would be added" : "added";
    case ImportEffect::changed:
      return dry_run ? "would be changed" : "changed";
    case ImportEffect::unchanged:
      return "unchanged";
  }
  return "";
}

std::string happened(const std::vector<ImportRow>& rows, bool dry_run) {
  std::string text;
  std::size_t count = 0;
  for (const ImportRow& row : rows) {
    if (row.effect == ImportEffect::unchanged) continue;
    ++count;
    text +=
        fmt::format("{}: {}: {} ({})\n", row.place, row.id, name_of(row.effect, dry_run), row.name);
  }
  return text + fmt::format("{} of {} rows {}\n", count, rows.size(),
                            dry_run ? "would change the directory" : "changed the directory");
}

/// The rows, proved to be acceptable by this office; otherwise every fault.
Result<std::vector<ImportRow>> acceptable_rows(const ImportOptions& options,
                                               const Definitions& definitions, const Office& office,
                                               const Zone& zone) {
  auto text = read_file(options.file);
  if (!text) return tl::unexpected(text.error());
  Faults faults(options.file);
  auto rows = read_import(options.kind, options.file, *text, office.directory, faults);
  if (!rows || !rehearse(*rows, definitions, office, zone, SystemClock().now(), faults))
    return failure(ErrorKind::permanent, "nothing was changed\n" + fault_lines(faults.list()));
  return std::move(*rows);
}

Result<std::vector<ImportRow>> dry_import(const ImportOptions& options) {
  auto present = look(options.config);
  if (!present) return tl::unexpected(present.error());
  return acceptable_rows(options, present->settings.definitions, present->office,
                         present->settings.config.zone);
}

Result<std::vector<ImportRow>> real_import(const ImportOptions& options) {
  auto rows = dry_import(options);
  if (!rows) return rows;
  auto desk = AdminDesk::open(options.config);
  if (!desk) return tl::unexpected(desk.error());
  std::vector<CommandBody> commands;
  for (const ImportRow& row : *rows) {
    if (row.effect != ImportEffect::unchanged) commands.push_back(row.command);
  }
  auto answers = (*desk)->carry_out(std::move(commands));
  if (!answers) return tl::unexpected(answers.error());
  for (const Answer& answer : *answers) {  // cannot be: they were rehearsed on this very office
    if (answer.kind == AnswerKind::refused)
      return failure(ErrorKind::permanent,
                     in_words((*desk)->settings().definitions, answer.refusal.why, "vi"));
  }
  return rows;
}

Result<CalendarYear> read_year(const std::string& file) {
  auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  Faults faults(file);
  if (auto as_written = read_calendar_file(*text, faults)) check_calendar(*as_written, faults);
  if (!faults.none())
    return failure(ErrorKind::permanent, "the calendar has faults\n" + fault_lines(faults.list()));
  auto year = decode_calendar(*text, faults);
  if (!year) return failure(ErrorKind::permanent, fault_lines(faults.list()));
  return *year;
}

std::string date_or_none(const std::optional<LocalDate>& date) {
  return date ? date->iso() : "none";
}

/// The due dates that move; a step that moves alone is counted only.
std::string moved(const std::vector<Event>& events) {
  std::string text;
  std::size_t steps = 0;
  for (const Event& event : events) {
    const auto* change = std::get_if<Rescheduled>(&event.body);
    if (change == nullptr) continue;
    if (change->old_effective == change->new_effective) {
      ++steps;
    } else {
      text += fmt::format("  {}: {} -> {}\n", event.subject, date_or_none(change->old_effective),
                          date_or_none(change->new_effective));
    }
  }
  const auto dates = std::count(text.begin(), text.end(), '\n');
  return text + fmt::format("{} due dates, {} reminders alone\n", dates, steps);
}

/// What the change moves, as the log will say it.
Result<std::string> preview_of(const CalendarOptions& options, const CalendarYear& year) {
  auto present = look(options.config);
  if (!present) return tl::unexpected(present.error());
  const LoadedCases cases(std::move(present->open));
  const World world{present->settings.definitions, present->office, cases,
                    present->settings.config.zone};
  const Decision decision =
      decide(world, by_administrator(ChangeCalendar{year, options.reason}), SystemClock().now());
  if (const auto* refused = std::get_if<Rejected>(&decision))
    return failure(ErrorKind::permanent, in_words(world.definitions, refused->why, "vi"));
  return moved(std::get<std::vector<Event>>(decision));
}

Result<std::string> set_calendar(const CalendarOptions& options, const CalendarYear& year) {
  auto what_moves = preview_of(options, year);
  if (!what_moves) return what_moves;
  auto desk = AdminDesk::open(options.config);
  if (!desk) return tl::unexpected(desk.error());
  auto answer = (*desk)->carry_out_one(ChangeCalendar{year, options.reason});
  if (!answer) return tl::unexpected(answer.error());
  return what_moves;
}

}  // namespace

int run_admin_import(const ImportOptions& options) {
  const char* name =
      options.kind == ImportKind::units ? "admin units import" : "admin persons import";
  auto rows = options.dry_run ? dry_import(options) : real_import(options);
  if (!rows) return fail(name, rows.error().message);
  print(happened(*rows, options.dry_run));
  return 0;
}

int run_admin_calendar(const CalendarOptions& options) {
  auto year = read_year(options.file);
  if (!year) return fail("admin calendar set", year.error().message);
  auto text = options.dry_run ? preview_of(options, *year) : set_calendar(options, *year);
  if (!text) return fail("admin calendar set", text.error().message);
  print(fmt::format("calendar {} {}\n{}", year->year,
                    options.dry_run ? "would be set; would move" : "is set; moved", *text));
  return 0;
}

int run_admin_question(const QuestionOptions& options) {
  auto desk = AdminDesk::open(options.config);
  if (!desk) return fail("admin question confirm", desk.error().message);
  auto answer = (*desk)->carry_out_one(
      ConfirmQuestion{options.plan, options.question, options.text, options.use_default, {}});
  if (!answer) return fail("admin question confirm", answer.error().message);
  std::string text = fmt::format("{}: {} is answered, {} assignments changed\n", options.plan,
                                 options.question, answer->codes.size());
  for (const std::string& code : answer->codes) text += "  " + code + "\n";
  print(text);
  return 0;
}

}  // namespace dondoc
