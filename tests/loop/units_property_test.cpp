// Random reorganisations over random plans: nothing is lost, nothing twice (design §10, §15).
#include <catch2/catch.hpp>
#include <set>

#include "tests/loop/units_world.h"
#include "tests/support/random_commands.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

class RandomChanges {
 public:
  RandomChanges(std::uint64_t seed, const Directory& directory)
      : random_(seed), directory_(directory) {}

  Reorganisation next(LocalDate on) {
    Reorganisation r;
    r.id = "r-" + std::to_string(++number_);
    r.on = on;
    r.basis = "NQ " + std::to_string(number_);
    const std::size_t changes = 1 + random_.below(3);
    for (std::size_t i = 0; i < changes; ++i) r.changes.push_back(change());
    return r;
  }

 private:
  std::string some_unit() {
    std::vector<std::string> alive;
    for (const auto& [id, unit] : directory_.units()) {
      if (!unit.is_gone() && !unit.external && !unit.parent.empty()) alive.push_back(id);
    }
    return alive.empty() ? "none" : alive[random_.below(alive.size())];
  }

  Unit successor() {
    if (random_.below(3) == 0) return known_unit(some_unit());
    return new_unit("moi-" + std::to_string(++number_), random_.below(3) == 0 ? "" : some_unit());
  }

  UnitChange change() {
    switch (random_.below(6)) {
      case 0:
      case 1:
      case 2: {
        std::set<std::string> units;
        for (std::size_t i = 0; i <= random_.below(4); ++i) units.insert(some_unit());
        return change_of(UnitAct::merge, {units.begin(), units.end()}, {successor()});
      }
      case 3: {
        UnitChange split = change_of(UnitAct::split, {some_unit()}, {successor(), successor()});
        if (random_.below(2) == 0) split.duties = {{"B20", {split.into.back().id}}};
        return split;
      }
      case 4:
        return change_of(UnitAct::abolish, {some_unit()});
      default: {
        UnitChange other = change_of(UnitAct::reparent, {some_unit()});
        other.parent = some_unit();
        return other;
      }
    }
  }

  Random random_;
  const Directory& directory_;
  int number_ = 0;
};

bool is_open(const Assignment& a) {
  return a.meaning != Meaning::done && a.meaning != Meaning::void_;
}

/// What is wrong with one duty after the change; empty: nothing.
std::string fault_of(const Assignment& before, const CaseMap& after, const Directory& directory) {
  const Assignment& now = after.at(before.code);
  const Unit* unit = directory.unit(before.unit);
  if (!is_open(before)) return encode(before) == encode(now) ? "" : "a closed duty changed";
  if (!unit->is_gone()) return is_open(now) ? "" : "an open duty of a living unit closed";
  if (now.meaning == Meaning::reported) return unit->successors.empty() ? "" : "not handed over";
  if (now.meaning != Meaning::void_) return "still open at a unit that is gone";
  if (now.moved_to.empty())
    return unit->successors.empty() && now.state == "waived" ? "" : "closed without a reason";
  std::set<std::string> units;
  for (const std::string& code : now.moved_to) {
    const auto found = after.find(code);
    if (found == after.end() || !is_open(found->second)) return "its successor is not open";
    if (directory.unit(found->second.unit)->is_gone()) return "moved to a unit that is gone";
    if (!units.insert(found->second.unit).second) return "twice at one successor";
    const auto& sources = found->second.sources;
    if (std::none_of(sources.begin(), sources.end(),
                     [&](const Source& s) { return s.code == before.code; }))
      return "its successor does not name it";
  }
  if (before.meaning == Meaning::reported && units.size() != 1) return "a report at two units";
  return "";
}

/// Codes under which nobody owes twice the same.
std::string doubles_in(const CaseMap& cases, const Directory& directory) {
  std::set<std::tuple<std::string, std::string, std::string, std::string, bool>> seen;
  for (const auto& [code, a] : cases) {
    if (!is_open(a) || directory.unit(a.unit)->is_gone() || a.sources.empty()) continue;
    if (!seen.emplace(a.unit, a.plan, a.obligation, a.period, a.meaning == Meaning::waiting).second)
      return code;
  }
  return "";
}

struct Tried {
  std::size_t changes = 0, moved = 0, waived = 0, merged = 0;
};

class Run {
 public:
  explicit Run(std::uint64_t seed) : seed_(seed) {
    office_.open("2023-05-25T07:00");
    office_.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  }

  void play(Tried& tried) {
    RandomChanges changes(seed_, directory());
    Instant now = at("2023-06-01T08:00");
    for (int round = 0; round < 8; ++round) {
      now = work(now, seed_ * 100 + static_cast<std::uint64_t>(round));
      change(changes.next(Zone::viet_nam().date_of(now)), now, tried);
    }
    INFO("seed " << seed_);
    CHECK(FromLog(store_).is_as_stored(store_));
    CHECK(nobody_gone_is_reminded());
  }

 private:
  const Directory& directory() { return office_.engine().office().directory; }

  Instant work(Instant now, std::uint64_t seed) {
    std::vector<std::string> codes, people;
    for (const auto& [code, a] : cases_of(store_)) {
      if (is_open(a)) codes.push_back(code);
    }
    for (const auto& entry : directory().persons()) people.push_back(entry.first);
    if (codes.empty()) return now;
    RandomCommands commands(seed, codes, people, "B-HPN-HM-2023");
    for (int i = 0; i < 60; ++i) {
      now = now + Elapsed::minutes(static_cast<std::int64_t>(commands.random().below(300)));
      office_.engine().handle({commands.next(now, Zone::viet_nam().date_of(now))}, now).value();
      office_.engine().tick(now).value();
    }
    return now;
  }

  void change(const Reorganisation& r, Instant now, Tried& tried) {
    const CaseMap before = cases_of(store_);
    const AllTotals totals = totals_of(office_.engine().office(), before);
    const auto answer =
        office_.engine()
            .handle({Command{std::string(k_administrator), "", ChangeUnits{r}}}, now)
            .value()
            .front();
    if (answer.kind != AnswerKind::done) return;
    ++tried.changes;
    const CaseMap after = cases_of(store_);
    INFO("seed " << seed_ << ", " << r.id);
    CHECK(totals_of(office_.engine().office(), after) == totals);
    CHECK(doubles_in(after, directory()) == "");
    for (const auto& [code, a] : before) {
      INFO(code);
      CHECK(fault_of(a, after, directory()) == "");
      const Assignment& then = after.at(code);
      tried.moved += then.moved_to.empty() || !is_open(a) ? 0 : 1;
      tried.waived += is_open(a) && then.state == "waived" ? 1 : 0;
    }
    for (const auto& [code, a] : after) tried.merged += a.sources.size() > 1 ? 1 : 0;
  }

  /// Read along the log: whoever a step goes to is of a unit that was in force then.
  bool nobody_gone_is_reminded() const {
    Office then;
    CaseMap cases;
    for (const LogRow& row : store_.log()) {
      const Event event = decode_event(row.body).value();
      if (const auto* step = std::get_if<StepTaken>(&event.body)) {
        for (const std::string& person : step->to) {
          if (!then.directory.serves(*then.directory.person(person))) return false;
        }
      }
      if (subject_kind(event.body) != SubjectKind::assignment)
        evolve(then, event, nullptr, nullptr);
    }
    return true;
  }

  std::uint64_t seed_;
  MemoryStore store_;
  TestOffice office_{store_};
};

}  // namespace

TEST_CASE("random reorganisations lose no duty and no figure, count nothing twice, and replay",
          "[units]") {
  Tried tried;
  for (std::uint64_t seed = 1; seed <= 12; ++seed) Run(seed).play(tried);
  // Enough happened for the check to mean something.
  CHECK(tried.changes > 30);
  CHECK(tried.moved > 100);
  CHECK(tried.waived > 3);
  CHECK(tried.merged > 10);
}
