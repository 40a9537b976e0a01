#include "app/command_export.h"

#include <cstdio>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/explain.h"
#include "app/loaded_cases.h"
#include "app/whole_file.h"
#include "reports/export.h"

namespace dondoc {
namespace {

/// The office and the duties of one plan or all.
struct Moment {
  Office office;
  std::vector<Assignment> cases;
  Instant now;
};

Result<Moment> moment_of(const ReadingDesk& desk, const std::string& plan) {
  auto office = read_office(*desk.reader);
  if (!office) return tl::unexpected(office.error());
  if (!plan.empty() && office->plan(plan) == nullptr)
    return failure(ErrorKind::permanent, "no plan '" + plan + "' has been issued");
  CaseFilter filter;
  filter.plan = plan;
  auto cases = read_cases(*desk.reader, filter);
  if (!cases) return tl::unexpected(cases.error());
  return Moment{std::move(*office), std::move(*cases), SystemClock().now()};
}

Board board_of(const ReadingDesk& desk, const Moment& moment, const BoardFilter& filter) {
  return make_board(moment.office, moment.cases, desk.settings.definitions.assignment_chart, filter,
                    moment.now, desk.settings.config.zone);
}

Result<ExportedFile> board_file(const ReadingDesk& desk, const ExportOptions& options) {
  auto moment = moment_of(desk, options.plan);
  if (!moment) return tl::unexpected(moment.error());
  BoardFilter filter;
  filter.plan = options.plan;
  return export_board(board_of(desk, *moment, filter));
}

Result<ExportedFile> log_file(const ReadingDesk& desk) {
  auto office = read_office(*desk.reader);
  if (!office) return tl::unexpected(office.error());
  std::vector<LogRow> rows;
  auto read = desk.reader->each_log(0, "", [&](const LogRow& row) { rows.push_back(row); });
  if (!read) return tl::unexpected(read.error());
  const LoadedCases none;
  return export_log(World{desk.settings.definitions, *office, none, desk.settings.config.zone},
                    rows);
}

Result<ExportedFile> deadlines_file(const ReadingDesk& desk, const ExportOptions& options) {
  auto moment = moment_of(desk, "");
  if (!moment) return tl::unexpected(moment.error());
  const Directory& directory = moment->office.directory;
  const Unit* unit = directory.unit(options.unit);
  const Person* person = directory.person(options.person);
  if (options.person.empty() && unit == nullptr)
    return failure(ErrorKind::permanent, "no unit '" + options.unit + "'");
  if (!options.person.empty() && person == nullptr)
    return failure(ErrorKind::permanent, "no person '" + options.person + "'");
  std::vector<const Assignment*> own;
  for (const Assignment& a : moment->cases) {
    const bool is_own = person != nullptr ? is_deadline_of_person(moment->office, a, *person)
                                          : is_deadline_of_unit(a, options.unit);
    if (is_own) own.push_back(&a);
  }
  const DeadlineFeed feed{"Hạn: " + (person != nullptr ? person->name : unit->name)};
  return export_deadlines(moment->office, own, feed,
                          person != nullptr ? options.person : options.unit,
                          desk.settings.config.zone.date_of(moment->now));
}

Result<ExportedFile> proof_file(const ReadingDesk& desk, const ExportOptions& options) {
  auto read = read_proof(*desk.reader, options.code);
  if (!read) return tl::unexpected(read.error());
  return export_proof(read->office, read->assignment, read->proof, desk.settings.config.zone);
}

/// For what is overdue or due soon; all officers of the unit are named.
Result<ExportedFile> slip_file(const ReadingDesk& desk, const ExportOptions& options) {
  auto moment = moment_of(desk, options.plan);
  if (!moment) return tl::unexpected(moment.error());
  if (moment->office.directory.unit(options.unit) == nullptr)
    return failure(ErrorKind::permanent, "no unit '" + options.unit + "'");
  UrgingSlip slip{
      options.plan, options.unit, {}, {}, desk.settings.config.zone.date_of(moment->now)};
  for (const Person* officer : moment->office.directory.officers_of(options.unit))
    slip.persons.push_back(officer->id);
  for (BoardRow& row : board_of(desk, *moment, BoardFilter{options.plan, options.unit}).rows) {
    const bool is_urgent = row.standing == Standing::open_overdue || row.due_soon;
    if (is_urgent && row.unit == options.unit) slip.duties.push_back(std::move(row));
  }
  if (slip.duties.empty())
    return failure(ErrorKind::permanent,
                   "unit '" + options.unit + "' has no duty overdue or due within three days");
  return export_slip(moment->office, slip);
}

Result<ExportedFile> file_of(const ReadingDesk& desk, const ExportOptions& options) {
  switch (options.subject) {
    case ExportSubject::board:
      return board_file(desk, options);
    case ExportSubject::log:
      return log_file(desk);
    case ExportSubject::deadlines:
      return deadlines_file(desk, options);
    case ExportSubject::proof:
      return proof_file(desk, options);
    case ExportSubject::slip:
      break;
  }
  return slip_file(desk, options);
}

}  // namespace

int run_admin_export(const ExportOptions& options) {
  constexpr const char* k_command = "admin export";
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail(k_command, desk.error().message);
  auto exported = file_of(*desk, options);
  if (!exported) return fail(k_command, exported.error().message);
  auto file = WholeFile::begin(options.out);
  if (!file) return fail(k_command, file.error().message);
  if (auto written = file->finish(exported->bytes); !written)
    return fail(k_command, written.error().message);
  std::fprintf(stderr, "%s: written\n", options.out.c_str());
  return 0;
}

}  // namespace dondoc
