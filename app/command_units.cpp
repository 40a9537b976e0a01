#include "app/command_units.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/loaded_cases.h"
#include "app/unit_change_file.h"
#include "app/unit_change_preview.h"
#include "engine/command/reorganise.h"
#include "engine/notice/facts.h"

namespace dondoc {
namespace {

/// The office as it is stored. Codes of closed duties are needed too: a new one must differ.
struct Stored {
  Settings settings;
  Office office;
  std::vector<Assignment> cases;
};

Result<Stored> look(const std::string& config) {
  auto desk = open_reading_desk(config);
  if (!desk) return tl::unexpected(desk.error());
  auto office = read_office(*desk->reader);
  if (!office) return tl::unexpected(office.error());
  auto cases = read_cases(*desk->reader, {});
  if (!cases) return tl::unexpected(cases.error());
  return Stored{std::move(desk->settings), std::move(*office), std::move(*cases)};
}

Error faulty(const Faults& faults) {
  return {ErrorKind::permanent, "nothing was changed\n" + fault_lines(faults.list())};
}

Result<UnitChangeFile> read_change(const std::string& name) {
  auto text = read_file(name);
  if (!text) return tl::unexpected(text.error());
  Faults faults(name);
  auto change = read_unit_change(name, *text, faults);
  if (!change) return tl::unexpected(faulty(faults));
  return std::move(*change);
}

/// What moves if it took effect now.
Result<std::string> preview_of(const Stored& stored, const Reorganisation& r) {
  const LoadedCases cases(stored.cases);
  const World world{stored.settings.definitions, stored.office, cases, stored.settings.config.zone};
  const Decision decision = reorganise(world, r, k_administrator, SystemClock().now());
  if (const auto* refused = std::get_if<Rejected>(&decision))
    return failure(ErrorKind::permanent, in_words(world.definitions, refused->why, "vi"));
  return unit_change_preview(
      effects_of(stored.office.directory, std::get<std::vector<Event>>(decision)));
}

struct Looked {
  UnitChangeFile change;
  std::string preview;
  bool is_to_come = false;
};

Result<Looked> look_at(const UnitsChangeOptions& options) {
  auto change = read_change(options.file);
  if (!change) return tl::unexpected(change.error());
  auto stored = look(options.config);
  if (!stored) return tl::unexpected(stored.error());
  Faults faults(options.file);
  check_units_known(*change, stored->office.directory, faults);
  if (!options.dry_run) check_nothing_open(*change, faults);
  if (!faults.none()) return tl::unexpected(faulty(faults));
  Looked looked{std::move(*change), "", false};
  const Reorganisation& r = looked.change.file.reorganisation;
  const bool says_nothing = r.changes.empty() && r.recipients.empty();
  if (!says_nothing) {
    auto preview = preview_of(*stored, r);
    if (!preview) return tl::unexpected(preview.error());
    looked.preview = std::move(*preview);
  }
  looked.is_to_come = r.on > stored->settings.config.zone.date_of(SystemClock().now());
  return looked;
}

Result<void> carry_out(const std::string& config, CommandBody command) {
  auto desk = AdminDesk::open(config);
  if (!desk) return tl::unexpected(desk.error());
  auto answer = (*desk)->carry_out_one(std::move(command));
  if (!answer) return tl::unexpected(answer.error());
  return {};
}

std::string line_of(const UnitMatch& match) {
  const Unit& unit = *match.unit;
  std::string line = fmt::format("{}: {}", unit.id, match.name);
  if (match.until) line += fmt::format(" (until {}, now {})", match.until->iso(), unit.name);
  if (unit.is_gone())
    line += fmt::format(" (ended {}; successors: {})", unit.ended->iso(),
                        unit.successors.empty() ? "none"
                                                : fmt::format("{}", fmt::join(unit.successors, ", ")));
  return line + "\n";
}

}  // namespace

int run_admin_units_change(const UnitsChangeOptions& options) {
  constexpr const char* k_name = "admin units change";
  auto looked = look_at(options);
  if (!looked) return fail(k_name, looked.error().message);
  const Reorganisation& r = looked->change.file.reorganisation;
  const std::string head = fmt::format("{}, in force from {}, {}\n", r.id, r.on.iso(), r.basis);
  if (options.dry_run) {
    print(head + "would be\n" + looked->preview);
    Faults open(options.file);
    check_nothing_open(looked->change, open);
    return open.none() ? 0 : fail(k_name, "it cannot take effect yet\n" + fault_lines(open.list()));
  }
  if (auto done = carry_out(options.config, ChangeUnits{r}); !done)
    return fail(k_name, done.error().message);
  print(head + (looked->is_to_come ? "is taken down; as things stand it will be\n" : "is done\n") +
        looked->preview);
  return 0;
}

int run_admin_units_drop(const UnitsDropOptions& options) {
  auto done = carry_out(options.config, DropReorganisation{options.id, options.reason});
  if (!done) return fail("admin units drop", done.error().message);
  print(options.id + " is taken back\n");
  return 0;
}

int run_admin_units_find(const UnitsFindOptions& options) {
  auto desk = open_reading_desk(options.config);
  if (!desk) return fail("admin units find", desk.error().message);
  auto office = read_office(*desk->reader);
  if (!office) return fail("admin units find", office.error().message);
  std::string text;
  for (const UnitMatch& match : office->directory.named(options.words)) text += line_of(match);
  if (text.empty()) return fail("admin units find", "no unit has or had '" + options.words + "' in its name");
  print(text);
  return 0;
}

int run_admin_persons_leave(const LeaveOptions& options) {
  auto done = carry_out(options.config, HandOverAll{options.person, options.to, options.reason});
  if (!done) return fail("admin persons leave", done.error().message);
  print(options.to.empty() ? options.person + " has left\n"
                           : fmt::format("{} has handed over to {}\n", options.person, options.to));
  return 0;
}

}  // namespace dondoc
