// What comes from outside may be anything: a clear error or a correct result, never a crash,
// nothing half-written.
#include <catch2/catch.hpp>

#include "app/preview.h"
#include "bench/synthetic_office.h"
#include "bots/talk/talk.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

std::vector<Fault> faults_of(const std::string& plan) {
  return check_all({{"workflows/plans/x.json", plan}});
}

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  auto place = text.find(what);
  if (place == std::string::npos) throw std::runtime_error("not in the plan: " + what);
  return text.replace(place, what.size(), with);
}

}  // namespace

TEST_CASE("broken JSON is named with its place and issues nothing") {
  std::string broken = plan_text("b-hocmon-2023");
  broken.resize(broken.size() / 2);
  CHECK_FALSE(faults_of(broken).empty());
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T08:00");
  const std::size_t before = store.log().size();
  auto answer = office.say(std::string(k_administrator), IssuePlan{broken}, "2023-05-25T08:00");
  CHECK(answer.kind == AnswerKind::refused);
  CHECK(store.log().size() == before);
  CHECK(store.cases().empty());
}

TEST_CASE("a date such as 31/02 is a fault with the field's pointer") {
  auto faults = faults_of(replaced(plan_text("b-hocmon-2023"), "\"2023-06-26\"", "\"2023-02-31\""));
  REQUIRE_FALSE(faults.empty());
  CHECK(std::any_of(faults.begin(), faults.end(), [](const Fault& f) {
    return f.pointer.find("/due/date") != std::string::npos;
  }));
}

TEST_CASE("names in NFD are the same names") {
  const std::string nfc = "Hội LHPN xã Bà Điểm";
  const std::string nfd =
      "Ho\xCC\xA3\xCC\x82i LHPN xa\xCC\x83 Ba\xCC\x80 \xC4\x90ie\xCC\x82\xCC\x89m";
  Plan plan = decoded(replaced(plan_text("b-hocmon-2023"), nfc, nfd));
  CHECK(std::any_of(plan.units.begin(), plan.units.end(),
                    [&](const PlanUnit& u) { return u.name == nfc; }));
}

TEST_CASE("a message of 5 MB is answered and kept nowhere") {
  MemoryStore store;
  auto talk = make_talk();
  TestOffice office(store, talk.get());
  office.open("2023-05-25T07:00");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  const std::string officer = "cb-" + office.of("B20-01").unit;
  Heard heard{officer, "sandbox", "big", at("2023-05-25T09:00"), std::string(5'000'000, 'a'), ""};
  auto answer = office.engine().handle({heard}, heard.at).value().front();
  CHECK(answer.codes.empty());
  CHECK(store.outbox().rbegin()->second.person == officer);
  for (const LogRow& row : store.log()) REQUIRE(row.body.size() < 1'000'000);
}

TEST_CASE("a plan with 10,000 obligations is previewed whole") {
  using namespace dondoc::bench;
  auto commands =
      make_office({1, 10'000}, *LocalDate::parse("2023-05-25"), *LocalDate::parse("2023-11-24"));
  const std::string document = std::get<IssuePlan>(commands.back().body).document;
  CHECK(faults_of(document).empty());
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:00");
  std::vector<Input> inputs(commands.begin(), commands.end());
  auto answers = office.engine().handle(inputs, at("2023-05-25T08:00")).value();
  CHECK(answers.back().kind == AnswerKind::done);
  CHECK(store.cases().size() == 10'000);
}

TEST_CASE("a lifecycle of the office's own adds a state in the file alone") {
  Definitions own = definitions();
  own.assignment_chart.states.push_back(
      {"for_signature", "Trình ký", "For signature", Meaning::open, false});
  own.assignment_chart.triggers.push_back({"sign", "trình ký", "send for signature", "officer"});
  own.assignment_chart.transitions.push_back({"in_progress", "sign", "for_signature", {}, {}});
  own.assignment_chart.transitions.push_back(
      {"for_signature", "submit", "reported", {}, {"stop_ladder", "tell_lead"}});
  MemoryStore store;
  Engine engine(own, Zone::viet_nam(), store, nullptr);
  REQUIRE(engine.open(at("2023-05-25T07:00")));
  Plan plan = decoded(plan_text("b-hocmon-2023"));
  std::vector<Input> inputs;
  for (Command& c : people_of_demo(plan)) inputs.emplace_back(std::move(c));
  inputs.emplace_back(Command{"ld-" + plan.issuer, "", IssuePlan{plan_text("b-hocmon-2023")}});
  engine.handle(inputs, at("2023-05-25T08:00")).value();
  const std::string officer = "cb-" + engine.world().cases.find("B20-01")->unit;
  engine
      .handle({Command{officer, "", ReportProgress{"B20-01", 90.0, {}, {}, ""}}},
              at("2023-06-01T08:00"))
      .value();
  auto answer =
      engine.handle({Command{officer, "", FireTrigger{"B20-01", "sign"}}}, at("2023-06-01T09:00"))
          .value()
          .front();
  CHECK(answer.kind == AnswerKind::done);
  CHECK(engine.world().cases.find("B20-01")->state == "for_signature");
}
