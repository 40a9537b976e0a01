// The five plans and what happened to their units in 2025 and 2026 (domain.md §2.6).
#include <catch2/catch.hpp>
#include <filesystem>

#include "engine/codec/reorganisation_codec.h"
#include "engine/command/reorganise.h"
#include "reports/board.h"
#include "tests/loop/units_world.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::vector<std::string> k_plans = {"a-quan8-2011", "b-hocmon-2023", "c-caolanh-2017",
                                          "d-kontum-2018", "e-dongnai-2021"};
const std::vector<std::string> k_changes = {"a-quan-8-2025",  "b-hoc-mon-2025", "c-cao-lanh-2025",
                                            "d-kon-tum-2025", "e-dong-nai-2025", "e-dong-nai-2026"};

ReorganisationFile change_file(const std::string& name) {
  const std::string path =
      std::string(DONDOC_SOURCE_DIR) + "/config/reorganisations/" + name + ".json";
  Faults faults(name);
  auto file = decode_reorganisation(read_file(path).value(), faults);
  check_reorganisation(*file, faults);
  INFO(fault_lines(faults.list()));
  REQUIRE(faults.none());
  return *file;
}

/// What the sources leave open is answered here for the test alone: everything of one question goes
/// to the first new unit of the file, or to a unit made for the test.
Reorganisation answered(const ReorganisationFile& file) {
  Reorganisation r = file.reorganisation;
  std::string first;
  for (const UnitChange& change : r.changes) {
    if (change.act == UnitAct::split) first = change.into.front().id;
  }
  std::vector<UnitChange> answers;
  for (const OpenUnits& open : file.open) {
    Unit into = known_unit(first);
    if (first.empty()) into = new_unit("don-vi-" + r.id, "", "group");
    answers.push_back(change_of(UnitAct::merge, open.units, {into}));
  }
  r.changes.insert(r.changes.end(), answers.begin(), answers.end());
  return r;
}

Board board_of(const Office& office, const CaseMap& cases, const std::string& unit, Instant at) {
  std::vector<Assignment> all;
  for (const auto& entry : cases) all.push_back(entry.second);
  BoardFilter filter;
  filter.unit = unit;
  return make_board(office, all, definitions().assignment_chart, filter, at, Zone::viet_nam());
}

/// A count or an amount for every figure asked, one for each unit that owes a report.
void report_some(TestOffice& office, const MemoryStore& store, const std::string& when) {
  std::size_t number = 0;
  for (const auto& [code, a] : cases_of(store)) {
    if (a.meaning != Meaning::open || ++number % 3 == 0) continue;
    const Plan& plan = office.engine().office().plan(a.plan)->plan;
    const Obligation* obligation = plan.obligation(a.obligation);
    const Form* form = obligation->form.empty() ? nullptr : plan.form(obligation->form);
    if (form == nullptr) continue;
    std::vector<Figure> figures;
    for (const Field& field : form->fields) {
      if (field.type == FieldType::text || field.type == FieldType::file) continue;
      const auto value = static_cast<std::int64_t>(number % 7 + 1);
      const bool is_whole = field.type == FieldType::count || field.type == FieldType::money;
      figures.push_back({field.id,
                         is_whole || field.type == FieldType::yes_no
                             ? FigureValue(field.type == FieldType::yes_no ? value % 2 : value)
                             : FigureValue(static_cast<double>(value)),
                         false});
    }
    office.say(std::string(k_administrator), Submit{{code}, Outcome::complete, figures, "x", {}},
               when);
    if (number % 5 == 0)
      office.say(std::string(k_administrator), Accept{code}, when);
  }
}

}  // namespace

TEST_CASE("the data of 2025 names its sources and takes effect only when nothing is open",
          "[units]") {
  for (const std::string& name : k_changes) {
    INFO(name);
    const ReorganisationFile file = change_file(name);
    CHECK_FALSE(file.sources.empty());
    CHECK(file.reorganisation.id == name);
  }
  CHECK(change_file("e-dong-nai-2026").open.empty());
  CHECK_FALSE(change_file("b-hoc-mon-2025").open.empty());
}

TEST_CASE("five plans, their units reorganised: totals and boards under the old and the new tree",
          "[units]") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2025-01-06T07:00");
  for (const std::string& plan : k_plans) office.issue(plan_text(plan), "2025-01-06T08:00");
  report_some(office, store, "2025-03-03T09:00");
  const Instant before_it = at("2025-06-30T09:00");
  const CaseMap before = cases_of(store);
  const Office office_before = office.engine().office();
  const AllTotals totals = totals_of(office_before, before);
  REQUIRE(totals.size() > 10);

  std::size_t moved = 0;
  for (const std::string& name : k_changes) {
    INFO(name);
    const Answer answer =
        office.say(std::string(k_administrator), ChangeUnits{answered(change_file(name))},
                   name.ends_with("2026") ? "2026-05-04T09:00" : "2025-07-01T09:00");
    INFO(answer.refusal.why.id);
    REQUIRE(answer.kind == AnswerKind::done);
  }
  const CaseMap after = cases_of(store);
  const Directory& directory = office.engine().office().directory;
  for (const auto& [code, a] : before) {
    const bool was_open = a.meaning != Meaning::done && a.meaning != Meaning::void_;
    const Assignment& now = after.at(code);
    if (!was_open) {
      CHECK(encode(now) == encode(a));
    } else if (directory.unit(a.unit)->is_gone()) {
      INFO(code);
      CHECK_FALSE(now.moved_to.empty());
      ++moved;
    }
  }
  CHECK(moved > 100);

  // New tree: the same sums; the board of a new unit holds what its predecessors closed.
  CHECK(totals_of(office.engine().office(), after) == totals);
  const Instant after_it = at("2026-05-04T10:00");
  const Board whole = board_of(office.engine().office(), after, "", after_it);
  std::size_t closed_before = 0;
  for (const auto& [code, a] : before) closed_before += a.meaning == Meaning::done ? 1U : 0U;
  std::size_t closed_after = 0;
  for (const BoardRow& row : whole.rows) {
    if (after.at(row.code).meaning == Meaning::done) ++closed_after;
  }
  CHECK(closed_after == closed_before);
  const Board new_unit_board =
      board_of(office.engine().office(), after, "ubnd-phuong-cao-lanh-2025", after_it);
  std::set<std::string> units;
  for (const BoardRow& row : new_unit_board.rows) units.insert(row.unit);
  CHECK(units.contains("ubnd-phuong-cao-lanh-2025"));

  // Old tree: as of the day before the log gives the state, sums and boards of that day.
  const FromLog then(store, before_it);
  CHECK(totals_of(then.office, then.cases) == totals);
  for (const std::string& unit : {std::string(), std::string("cl-ubnd-tp"),
                                  std::string("hpn-xa-ba-diem")}) {
    const Board old_board = board_of(office_before, before, unit, before_it);
    const Board as_of = board_of(then.office, then.cases, unit, before_it);
    CHECK(as_of.boxes == old_board.boxes);
    CHECK(as_of.rows.size() == old_board.rows.size());
  }
  CHECK(FromLog(store).is_as_stored(store));

  // Same name, other unit; the city of 2026 has its old name in the past.
  CHECK(directory.unit("cl-ubnd-xa-my-ngai")->is_gone());
  CHECK(directory.unit("ubnd-phuong-my-ngai-2025")->since == LocalDate::parse("2025-07-01"));
  CHECK(directory.unit("hnd-tinh-dong-nai")->name == "Hội Nông dân thành phố Đồng Nai");
  CHECK(directory.named("hội nông dân tỉnh đồng nai").size() == 1);
}
