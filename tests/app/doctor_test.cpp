#include "app/doctor.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/codec/state_codec.h"
#include "tests/app/kept_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct Kept : KeptOffice {
  Examination examined(const std::string& now) {
    return examine(*reader(), definitions(), Zone::viet_nam(), at(now)).value();
  }

  CaseRow row(const std::string& code) { return store->find_case(code).value().value(); }

  void put(CaseRow changed) {
    Commit commit;
    commit.cases.push_back(std::move(changed));
    REQUIRE(store->commit(commit).has_value());
  }
};

const Finding* find(const Examination& seen, const std::string& code, const std::string& about) {
  auto found = std::find_if(seen.findings.begin(), seen.findings.end(),
                            [&](const Finding& f) { return f.code == code && f.about == about; });
  return found == seen.findings.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("a fresh office has no fault, and every assignment is armed or has a reason") {
  Kept kept;
  const Examination seen = kept.examined("2023-05-25T08:01");
  INFO(examination_text(seen));
  CHECK_FALSE(seen.has_fault());
  CHECK(seen.open > 0);
  std::size_t silent = 0;
  for (const auto& entry : seen.silent) silent += entry.second;
  CHECK(seen.armed + silent == seen.open);
  CHECK(seen.silent.contains("waiting"));
}

TEST_CASE("reasons for silence are counted, not complained about") {
  Kept kept;
  kept.office.run("2024-01-31T00:00");
  const Examination seen = kept.examined("2024-01-31T08:00");
  INFO(examination_text(seen));
  CHECK_FALSE(seen.has_fault());
  CHECK(seen.silent.at("ladder_exhausted") > 0);
}

TEST_CASE("a row that cannot be read is a fault, and the others are still looked at") {
  Kept kept;
  CaseRow broken = kept.row("B20-07");
  broken.body = "{\"code\":";
  kept.put(broken);
  const Examination seen = kept.examined("2023-05-25T08:01");
  CHECK(seen.has_fault());
  REQUIRE(find(seen, "unreadable_row", "B20-07") != nullptr);
  CHECK(find(seen, "unreadable_row", "B20-07")->severity == Severity::fault);
  CHECK(seen.armed > 0);
}

TEST_CASE("a dated ordered assignment that lost its step is a fault") {
  Kept kept;
  SECTION("the column and the state disagree") {
    CaseRow row = kept.row("B20-07");
    row.next_step.reset();
    kept.put(row);
    CHECK(find(kept.examined("2023-05-25T08:01"), "disarmed", "B20-07") != nullptr);
  }
  SECTION("neither has one, though steps are to come") {
    CaseRow row = kept.row("B20-07");
    Assignment a = decode_assignment(row.body).value();
    a.next.reset();
    row.next_step.reset();
    row.body = encode(a);
    kept.put(row);
    const Examination seen = kept.examined("2023-05-25T08:01");
    REQUIRE(find(seen, "no_next_step", "B20-07") != nullptr);
    CHECK(find(seen, "no_next_step", "B20-07")->severity == Severity::fault);
  }
}

TEST_CASE("an obligation that the plan does not have is a fault: no summary counts it") {
  Kept kept;
  CaseRow row = kept.row("B20-07");
  Assignment a = decode_assignment(row.body).value();
  a.obligation = "B99";
  row.obligation = "B99";
  row.body = encode(a);
  kept.put(row);
  CHECK(find(kept.examined("2023-05-25T08:01"), "no_obligation", "B20-07") != nullptr);
}

TEST_CASE("a unit without officer or lead is a note with the number of its assignments") {
  Kept kept;
  const std::string unit = kept.office.of("B20-07").unit;
  const std::string lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
  Person officer = *kept.office.engine().office().directory.person("cb-" + unit);
  SECTION("the officer left") {
    officer.active = false;
    kept.office.say(std::string(k_administrator), RegisterPerson{officer}, "2023-05-25T08:01");
    const Examination seen = kept.examined("2023-05-25T08:02");
    CHECK_FALSE(seen.has_fault());
    REQUIRE(find(seen, "no_officer", unit) != nullptr);
    CHECK(find(seen, "no_officer", unit)->count > 1);
  }
  SECTION("the officer has no chat account") {
    officer.addresses.clear();
    kept.office.say(std::string(k_administrator), RegisterPerson{officer}, "2023-05-25T08:01");
    CHECK(find(kept.examined("2023-05-25T08:02"), "unreachable_officer", unit) != nullptr);
  }
  SECTION("the only lead left") {
    Person above = *kept.office.engine().office().directory.person(lead);
    above.active = false;
    kept.office.say(std::string(k_administrator), RegisterPerson{above}, "2023-05-25T08:01");
    CHECK(find(kept.examined("2023-05-25T08:02"), "no_lead", unit) != nullptr);
  }
}

TEST_CASE("a step in the past: a note when nothing ran, a fault when the program ran past it") {
  Kept kept;
  const Examination idle = kept.examined("2023-06-10T08:00");
  CHECK_FALSE(idle.has_fault());
  CHECK(find(idle, "late_step", "B20-07") != nullptr);
  kept.office.say("cb-" + kept.office.of("B20-08").unit, Acknowledge{"B20-08"}, "2023-06-10T09:00");
  const Examination passed = kept.examined("2023-06-10T09:01");
  REQUIRE(find(passed, "overlooked_step", "B20-07") != nullptr);
  CHECK(passed.has_fault());
}

TEST_CASE("a clock set back a year was told by nobody, and no reminder fell due until it had passed",
          "[found]") {
  Kept kept;
  const Examination seen = kept.examined("2022-05-25T08:00");
  REQUIRE(find(seen, "clock_behind", "clock") != nullptr);
  CHECK(seen.has_fault());
  CHECK(find(kept.examined("2023-05-25T08:00"), "clock_behind", "clock") == nullptr);
}

TEST_CASE("messages given up are the cannot-reach list, by person") {
  Kept kept;
  kept.office.run("2023-05-26T00:00");
  const Instant now = at("2023-05-26T09:00");
  auto claimed = kept.store->claim_outbox(now, now + Elapsed::minutes(2), 1).value();
  REQUIRE(claimed.size() == 1);
  const std::string person = claimed.front().row.person;
  Commit commit;
  commit.outbox_updates.push_back(
      {claimed.front().row.id, OutboxStanding::given_up, now, now, 1, "", "no channel"});
  REQUIRE(kept.store->commit(commit).has_value());
  const Examination seen = kept.examined("2023-05-26T09:01");
  REQUIRE(find(seen, "cannot_reach", person) != nullptr);
  CHECK(find(seen, "cannot_reach", person)->severity == Severity::note);
}

TEST_CASE("the examination as data holds every finding") {
  Kept kept;
  const Examination seen = kept.examined("2023-06-10T08:00");
  const auto json = nlohmann::json::parse(examination_json(seen));
  CHECK(json["open"] == seen.open);
  CHECK(json["findings"].size() == seen.findings.size());
}

TEST_CASE("a planned change of units that could not be carried out any more is named") {
  Kept kept;
  const auto merger = [](const char* id, const char* heir) {
    Reorganisation r;
    r.id = id;
    r.on = LocalDate::parse("2023-12-01").value();
    r.basis = "Nghị quyết 1/NQ-HĐND";
    UnitChange change;
    change.units = {"hpn-xa-nhi-binh", "hpn-xa-dong-thanh"};
    Unit into;
    into.id = heir;
    into.name = "Xã Mới";
    change.into = {into};
    r.changes = {change};
    return r;
  };
  const auto tell = [&](const Reorganisation& r) {
    REQUIRE(
        kept.office.say(std::string(k_administrator), ChangeUnits{r}, "2023-06-01T08:00").kind ==
        AnswerKind::done);
  };
  tell(merger("first", "xa-moi"));
  CHECK(find(kept.examined("2023-06-01T08:01"), "planned_change", "first") == nullptr);
  Reorganisation sooner = merger("sooner", "xa-moi-2");
  sooner.on = LocalDate::parse("2023-06-01").value();
  tell(sooner);
  const Examination seen = kept.examined("2023-06-01T08:02");
  const Finding* finding = find(seen, "planned_change", "first");
  REQUIRE(finding != nullptr);
  CHECK(finding->severity == Severity::note);
  CHECK(finding->what.find("2023-12-01") != std::string::npos);
}
