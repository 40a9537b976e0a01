#include "engine/lifecycle/chart.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <tuple>
#include <vector>

#include "engine/codec/chart_codec.h"
#include "engine/lifecycle/lanes.h"
#include "engine/lifecycle/layout.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;

namespace {

Chart shipped(const std::string& id) {
  std::ifstream file(std::string(DONDOC_SOURCE_DIR) + "/workflows/lifecycles/" + id + ".json");
  std::string json{std::istreambuf_iterator<char>(file), {}};
  Faults faults(id + ".json");
  auto chart = decode_chart(json, faults);
  REQUIRE(chart);
  return *chart;
}

const Chart& assignment() {
  static const Chart chart = shipped("assignment");
  return chart;
}

const Chart& plan() {
  static const Chart chart = shipped("plan");
  return chart;
}

bool has(const std::vector<std::string>& list, const std::string& wanted) {
  return std::find(list.begin(), list.end(), wanted) != list.end();
}

const Transition& only_one(const Chart& chart, const std::string& from, const std::string& on) {
  auto found = chart.leaving(from, on);
  REQUIRE(found.size() == 1);
  return *found.front();
}

std::vector<std::string> states_meaning(const Chart& chart, Meaning meaning) {
  std::vector<std::string> ids;
  for (const ChartState& state : chart.states)
    if (state.meaning == meaning) ids.push_back(state.id);
  return ids;
}

/// What an office may write: a state and two triggers of its own.
Chart with_signature() {
  Chart chart = assignment();
  chart.states.push_back({"for_signature", "Trình ký", "For signature", Meaning::open, false});
  chart.triggers = {{"sign", "trình ký", "submit for signature", "officer"},
                    {"take_back", "rút lại", "take back", "officer"}};
  for (const char* from : {"acknowledged", "in_progress"})
    chart.transitions.push_back(
        {from, "sign", "for_signature", {{"blocked", true}, {"has_figures", false}}, {}});
  chart.transitions.push_back({"for_signature", "take_back", "in_progress", {}, {}});
  chart.transitions.push_back({"for_signature", "submit", "reported", {}, {}});
  chart.transitions.push_back({"for_signature", "cancel", "cancelled", {}, {}});
  return chart;
}

Chart two_states() {
  Chart chart;
  chart.id = "plan";
  chart.initial = "draft";
  chart.states = {{"draft", "Dự thảo", "Draft", Meaning::waiting, false},
                  {"end", "Hết: \"xong\" <&>", "End", Meaning::done, true}};
  chart.transitions = {{"draft", "issue", "end", {{"all_reported", true}}, {}},
                       {"draft", "amend", "end", {}, {}}};
  return chart;
}

struct Area {
  double left, top, right, bottom;
};

bool overlap(const Area& a, const Area& b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

Area area_of(const diagram::Box& box) {
  return {box.x, box.y, box.x + box.width, box.y + box.height};
}

Area area_of(const diagram::Caption& caption) {
  double width = diagram::width_of(caption.text, diagram::k_caption_font);
  double left = caption.align == diagram::Align::end ? caption.x - width : caption.x;
  return {left, caption.y - 11, left + width, caption.y + 3};
}

std::vector<Area> areas_of(const diagram::Drawing& drawing) {
  std::vector<Area> areas;
  for (const auto& box : drawing.boxes) areas.push_back(area_of(box));
  for (const auto& caption : drawing.captions) areas.push_back(area_of(caption));
  return areas;
}

}  // namespace

TEST_CASE("An assignment goes its usual way from issue to close") {
  auto [from, on, to] = GENERATE(table<std::string, std::string, std::string>({
      {"unconfirmed", "confirm", "issued"},
      {"issued", "acknowledge", "acknowledged"},
      {"issued", "progress", "in_progress"},
      {"issued", "submit", "reported"},
      {"acknowledged", "progress", "in_progress"},
      {"acknowledged", "submit", "reported"},
      {"in_progress", "progress", "in_progress"},
      {"in_progress", "submit", "reported"},
      {"reported", "submit", "reported"},
      {"reported", "return", "returned"},
      {"acknowledged", "retract", "issued"},
      {"reported", "retract", "in_progress"},
      {"returned", "progress", "in_progress"},
      {"returned", "submit", "reported"},
      {"reported", "accept", "accepted"},
      {"accepted", "correct", "reported"},
      {"accepted", "close", "closed"},
  }));
  INFO(from << " on " << on);
  CHECK(only_one(assignment(), from, on).to == to);
}

TEST_CASE("Whatever is not finished can be waived, transferred and cancelled") {
  auto ids = states_meaning(assignment(), Meaning::open);
  ids.push_back("unconfirmed");
  for (const std::string& id : ids) {
    INFO(id);
    CHECK(only_one(assignment(), id, "waive").to == "waived");
    CHECK(only_one(assignment(), id, "transfer").to == "transferred");
    CHECK(only_one(assignment(), id, "cancel").to == "cancelled");
  }
}

TEST_CASE("Reminding begins with a confirmed date and a returned report, and stops with a report") {
  CHECK(has(only_one(assignment(), "unconfirmed", "confirm").actions, "arm_ladder"));
  CHECK(has(only_one(assignment(), "reported", "return").actions, "arm_ladder"));
  for (const std::string& id : states_meaning(assignment(), Meaning::open)) {
    for (const char* on : {"submit", "waive", "transfer", "cancel"}) {
      INFO(id << " on " << on);
      CHECK(has(only_one(assignment(), id, on).actions, "stop_ladder"));
      CHECK(has(only_one(assignment(), id, on).actions, "clear_conditions"));
    }
  }
}

TEST_CASE("A plan walks from period to period and ends in a summary") {
  auto [from, on, to] = GENERATE(table<std::string, std::string, std::string>({
      {"draft", "issue", "issued"},
      {"issued", "start", "in_progress"},
      {"in_progress", "report", "reported"},
      {"in_progress", "summarize", "summarized"},
      {"reported", "reopen", "in_progress"},
      {"reported", "next_period", "in_progress"},
      {"reported", "summarize", "summarized"},
      {"summarized", "next_period", "in_progress"},
      {"summarized", "amend", "summarized"},
      {"in_progress", "cancel", "cancelled"},
      {"in_progress", "supersede", "superseded"},
  }));
  INFO(from << " on " << on);
  CHECK(only_one(plan(), from, on).to == to);
}

TEST_CASE("Every trigger of the engine moves something in the shipped charts") {
  for (const Chart* chart : {&plan(), &assignment()}) {
    for (std::string_view trigger : known_triggers(chart->id)) {
      INFO(chart->id << " " << trigger);
      CHECK(std::any_of(chart->transitions.begin(), chart->transitions.end(),
                        [&](const Transition& t) { return t.on == trigger; }));
    }
  }
}

TEST_CASE("The engine knows no triggers of a chart that it does not know") {
  CHECK(known_triggers("meeting").empty());
}

TEST_CASE("A state is found by its id and by nothing else") {
  REQUIRE(assignment().state("issued") != nullptr);
  CHECK(assignment().state("issued")->label_vi == "Đã giao");
  CHECK(assignment().state("Đã giao") == nullptr);
  CHECK(assignment().state("") == nullptr);
}

TEST_CASE("Transitions that leave a state are found before their guards are judged") {
  Chart chart = two_states();
  chart.transitions.push_back({"draft", "issue", "draft", {{"all_reported", false}}, {}});
  CHECK(chart.leaving("draft", "issue").size() == 2);
  CHECK(chart.leaving("end", "issue").empty());
  CHECK(chart.leaving("draft", "start").empty());
}

TEST_CASE("A chart is written as Mermaid with one arrow for each pair of states") {
  CHECK(mermaid(two_states(), "vi") ==
        "stateDiagram-v2\n"
        "    state \"Dự thảo\" as s_draft\n"
        "    state \"Hết#58; #quot;xong#quot; <&>\" as s_end\n"
        "    [*] --> s_draft\n"
        "    s_draft --> s_end : ban hành [không đủ báo cáo] / bổ sung tổng hợp\n"
        "    s_end --> [*]\n");
}

TEST_CASE("A diagram speaks the language it is asked for") {
  CHECK(mermaid(two_states(), "en").find("s_draft --> s_end : issue [not all reported] / amend") !=
        std::string::npos);
  CHECK(svg(assignment(), "vi").find("Đã tiếp nhận") != std::string::npos);
  CHECK(svg(assignment(), "en").find("Acknowledged") != std::string::npos);
}

TEST_CASE("An office's own trigger is drawn with its own label") {
  CHECK(mermaid(with_signature(), "vi").find("trình ký [không vướng mắc, có số liệu]") !=
        std::string::npos);
  CHECK(svg(with_signature(), "en").find("submit for signature") != std::string::npos);
}

TEST_CASE("A drawing shows every state once and escapes what XML reserves") {
  std::string drawing = svg(two_states(), "vi");
  CHECK(drawing.find("data-state=\"draft\"") != std::string::npos);
  CHECK(drawing.find("Hết: &quot;xong&quot; &lt;&amp;&gt;") != std::string::npos);
  CHECK(drawing.find("style=") == std::string::npos);
  CHECK(drawing.find("<style") == std::string::npos);
}

TEST_CASE("In a drawing no words and no boxes lie over each other") {
  auto chart = GENERATE(values({plan(), assignment(), with_signature(), two_states()}));
  auto language = GENERATE(values<std::string>({"vi", "en"}));
  auto drawing = diagram::drawing_of(chart, language);
  auto areas = areas_of(drawing);
  for (std::size_t i = 0; i < areas.size(); ++i) {
    CHECK(areas[i].left >= 0);
    CHECK(areas[i].top >= 0);
    CHECK(areas[i].right <= drawing.width);
    CHECK(areas[i].bottom <= drawing.height);
    for (std::size_t k = 0; k < i; ++k) {
      INFO(chart.id << " " << language << ": " << i << " and " << k);
      CHECK_FALSE(overlap(areas[i], areas[k]));
    }
  }
}

TEST_CASE("The usual way of an assignment runs straight down") {
  auto drawing = diagram::drawing_of(assignment(), "vi");
  double x = -1;
  double y = -1;
  for (const char* id :
       {"unconfirmed", "issued", "acknowledged", "in_progress", "reported", "accepted", "closed"}) {
    auto box = std::find_if(drawing.boxes.begin(), drawing.boxes.end(),
                            [&](const auto& b) { return b.state->id == id; });
    REQUIRE(box != drawing.boxes.end());
    if (x >= 0) CHECK(box->x == Approx(x));
    CHECK(box->y > y);
    x = box->x;
    y = box->y;
  }
}

TEST_CASE("A chart whose initial state is missing can still be drawn, to see what is wrong") {
  Chart chart = two_states();
  chart.initial = "nowhere";
  CHECK(svg(chart, "vi").find("data-state=\"end\"") != std::string::npos);
  CHECK(mermaid(chart, "vi").find("[*] -->") == std::string::npos);
  CHECK(svg(Chart{}, "vi").find("</svg>") != std::string::npos);
}

TEST_CASE("Nets that overlap get lanes of their own, short ones first") {
  std::vector<diagram::Extent> extents{{0, 0, 100, 0}, {1, 10, 20, 0}, {2, 60, 90, 0}};
  CHECK(diagram::assign_lanes(extents) == 2);
  for (const auto& extent : extents) CHECK(extent.lane == (extent.net == 0 ? 1 : 0));
}

TEST_CASE("Boxes that want the same place are spread evenly around it") {
  CHECK(diagram::spread({100, 100, 100}, {20, 20, 20}, 0) == std::vector<double>{80, 100, 120});
  CHECK(diagram::spread({0, 200}, {20, 20}, 0) == std::vector<double>{0, 200});
  CHECK(diagram::spread({5, 5}, {20, 20}, 4) == std::vector<double>{4, 24});
}
