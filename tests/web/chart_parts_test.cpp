// What the charts are drawn of, and the script that draws them.
#include <nlohmann/json.hpp>
#include <set>

#include "tests/web/fake_browser.h"
#include "web/chart_script.h"
#include "web/lifecycle_view.h"
#include "web/plan_timeline.h"

namespace dondoc {
namespace {

using Catch::Matchers::Contains;
using nlohmann::json;

std::vector<PlanMark> marks(FakePageDesk& desk, std::size_t most) {
  std::vector<PlanMark> found;
  REQUIRE(desk.look(std::nullopt, [&](const Moment& moment) {
    Visitor lead;
    lead.person = "ld-hpn";
    Sight sight(moment, lead);
    found = timeline_of(moment, sight, *moment.world.office.plan("B-HPN"), most);
  }));
  return found;
}

/// A program with the charts' script, as the build leaves it.
std::optional<std::string_view> built_file(std::string_view name) {
  if (name == "web/built/charts.js") return "draw()";
  if (name == "web/built/charts.version") return "0123456789abcdef";
  return project_file(name);
}

Response script_by(const FindFile& files, const std::string& version) {
  Request request;
  request.query = {{"v", version}};
  return chart_script(files, request);
}

}  // namespace

TEST_CASE("a deadline says since when it runs and how far it is", "[plan]") {
  FakePageDesk desk;
  const auto all = marks(desk, 60);
  REQUIRE(all.size() == 3);
  CHECK(all[0].duty == "B15");
  CHECK(all[0].day == sample::day("2023-11-20"));
  CHECK(all[0].from == sample::day("2023-05-25"));  // no period of its own: since it was issued
  CHECK(all[0].done == 1);
  CHECK(all[1].duty == "B20");
  CHECK(all[1].all == 2);
  CHECK(all[1].overdue == 2);
  CHECK(all[2].day == sample::day("2023-12-29"));
  CHECK(marks(desk, 1).size() == 1);
}

TEST_CASE("a deadline runs from its period's beginning, and never from after its day", "[plan]") {
  FakePageDesk desk;
  Assignment quarter = sample::duty("B21-01", "dt", "2023-12-22");
  quarter.from = sample::day("2023-10-01");
  desk.add(quarter);
  Assignment before_the_plan = sample::duty("B22-01", "dt", "2023-05-15");
  desk.add(before_the_plan);
  for (const PlanMark& mark : marks(desk, 60)) {
    INFO(mark.duty);
    CHECK(mark.from <= mark.day);
    if (mark.duty == "B21") CHECK(mark.from == sample::day("2023-10-01"));
    if (mark.duty == "B22") CHECK(mark.from == mark.day);
  }
}

TEST_CASE("a lifecycle is said whole: each state once, each move, and where one is", "[pages]") {
  for (const char* id : {"plan", "assignment"}) {
    const Chart chart = chart_of(id);
    const json states = lifecycle_values(chart, chart.states[1].id, "vi");
    CHECK(states.size() == chart.states.size());
    std::set<std::string> labels;
    std::set<std::pair<std::size_t, std::size_t>> moves;
    std::vector<std::string> here;
    for (const json& state : states) {
      labels.insert(state.at("label").get<std::string>());
      if (state.at("here").get<bool>()) here.push_back(state.at("label").get<std::string>());
      const auto from = state.at("number").get<std::size_t>();
      for (const json& move : state.at("moves"))
        moves.emplace(from, move.at("to").get<std::size_t>());
    }
    CHECK(labels.size() == chart.states.size());
    CHECK(here == std::vector<std::string>{chart.states[1].label_vi});
    std::set<std::pair<std::string, std::string>> written;
    for (const Transition& one : chart.transitions) written.insert({one.from, one.to});
    CHECK(moves.size() == written.size());
  }
}

TEST_CASE("a state that the lifecycle does not have marks none", "[pages]") {
  for (const json& state : lifecycle_values(chart_of("plan"), "lost", "en"))
    CHECK_FALSE(state.at("here").get<bool>());
}

TEST_CASE("the plan's and the duty's pages say their lifecycle as text", "[pages]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  for (const char* path : {"/plans/B-HPN", "/assignments/B20-01"}) {
    const Response response = lead.get(path);
    CHECK(response.status == 200);
    CHECK_THAT(response.body, Contains("data-chart=\"lifecycle\"") && Contains("data-state=\"0\""));
  }
  CHECK_THAT(lead.get("/assignments/B20-01").body,
             Contains("aria-current=\"step\"><b>Đã tiếp nhận</b>"));
}

TEST_CASE("the charts' script is kept for a year by its version's address alone", "[pages]") {
  CHECK(chart_script_address(built_file) == "/assets/charts.js?v=0123456789abcdef");
  const Response right = script_by(built_file, "0123456789abcdef");
  CHECK(right.body == "draw()");
  CHECK(header(right, "Cache-Control") == "private, max-age=31536000, immutable");
  for (const char* version : {"", "0123456789abcde", "another"}) {
    const Response other = script_by(built_file, version);
    CHECK(other.status == 200);
    CHECK(header(other, "Cache-Control") == "private, max-age=300");
  }
}

TEST_CASE("a program built without the charts says everything and asks for no script", "[pages]") {
  CHECK_FALSE(chart_script_address(project_file));
  CHECK(script_by(project_file, "").status == 404);
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string board = lead.get("/board", {{"plan", "B-HPN"}}).body;
  CHECK_THAT(board, !Contains("data-charts") && Contains("class=\"map\""));
  CHECK(lead.get("/assets/charts.js").status == 404);
}

}  // namespace dondoc
