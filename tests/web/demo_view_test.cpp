#include "web/demo_view.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "web/demo_parts.h"

namespace dondoc {
namespace {

constexpr const char* k_plan = "B-HPN-HM-2023";

LocalDate date(const char* iso) { return LocalDate::parse(iso).value(); }

class NoCases : public Cases {
 public:
  const Assignment* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> codes_of_plan(std::string_view, std::string_view) const override {
    return {};
  }
  std::vector<std::string> open_codes() const override { return {}; }
  std::vector<std::string> open_codes_of_unit(std::string_view) const override { return {}; }
  std::vector<std::string> codes_of_unit(std::string_view,
                                         const std::vector<std::string>&) const override {
    return {};
  }
};

Person person(const std::string& id, const std::string& unit, bool lead) {
  Person p;
  p.id = id;
  p.name = "Người " + id;
  p.unit = unit;
  p.officer = !lead;
  p.lead = lead;
  return p;
}

/// A district with its lead, and three communes with an officer each.
struct District {
  Definitions definitions;
  Office office;
  NoCases cases;
  std::vector<Assignment> assignments;
  std::map<std::string, std::vector<ChatLine>> chats;
  Instant now = Zone::viet_nam().at(date("2023-11-29"), TimeOfDay::at(8, 0));

  District() {
    definitions.plan_chart.states = {
        {"in_progress", "Đang thực hiện", "In progress", Meaning::open, false}};
    definitions.assignment_chart.states = {{"issued", "Đã giao", "Issued", Meaning::open, false}};
    PlanCase plan;
    plan.plan.id = k_plan;
    plan.plan.number = "148/KH-BTV";
    plan.plan.issuer = "huyen";
    plan.plan.from = date("2023-05-25");
    plan.plan.to = date("2023-12-31");
    plan.state = "in_progress";
    for (const char* unit : {"huyen", "xa-1", "xa-2", "xa-3"}) {
      plan.plan.units.push_back(
          {unit, std::string("Đơn vị ") + unit, "", "women_union", "", false, false, false});
      office.directory.put(
          Unit{unit, std::string("Đơn vị ") + unit, "", "women_union", "", false, false, false});
    }
    Obligation report;
    report.id = "B20";
    report.what = "Báo cáo kết quả";
    plan.plan.obligations.push_back(report);
    plan.plan.questions.push_back({"B-Q1", {"units", "B20"}, "Hạn nào?", true, "Ngày 15/7", {}});
    plan.plan.questions.push_back({"B-Q2", {"plan"}, "Số nào?", false, "", {}});
    plan.answers["B-Q2"] = {};
    office.plans[k_plan] = plan;
    office.directory.put(person("ld", "huyen", true));
    office.directory.put(person("cb-huyen", "huyen", false));
    for (const char* n : {"1", "2", "3"})
      office.directory.put(person(std::string("cb-") + n, std::string("xa-") + n, false));
  }

  Assignment& owe(const std::string& code, const std::string& unit, const char* due) {
    Assignment a;
    a.code = code;
    a.plan = k_plan;
    a.obligation = "B20";
    a.unit = unit;
    a.state = "issued";
    a.meaning = Meaning::open;
    a.nominal = date(due);
    a.issued_at = Zone::viet_nam().at(date("2023-05-25"), TimeOfDay::at(8, 0));
    assignments.push_back(a);
    return assignments.back();
  }

  DemoView view(const DemoChoice& choice = {}) {
    const Chats of{
        [this](const std::string& id) { return chats[id]; },
        [this](const std::string& id) { return static_cast<std::int64_t>(chats[id].size()); }};
    return demo_view({definitions, office, cases, Zone::viet_nam()}, assignments, of, choice, now);
  }
};

std::vector<std::string> people(const DemoView& view) {
  std::vector<std::string> ids;
  for (const WindowView& window : view.windows) ids.push_back(window.person);
  return ids;
}

using Ids = std::vector<std::string>;

TEST_CASE("the clock is told in words") {
  District district;
  const ClockView clock = district.view().clock;
  CHECK(clock.weekday == "Thứ Tư");
  CHECK(clock.date == "29/11/2023");
  CHECK(clock.time == "08:00");
  CHECK(clock.iso == "2023-11-29T08:00:00+07:00");
  CHECK(weekday_name(date("2023-11-26")) == "Chủ nhật");
  CHECK(weekday_name(date("2023-11-27")) == "Thứ Hai");
}

TEST_CASE("the official boxes stand in the official order") {
  District district;
  district.owe("B20-01", "xa-1", "2023-11-24");
  district.owe("B20-02", "xa-2", "2023-12-25");
  std::vector<std::string> told;
  for (const BoxView& box : district.view().boxes) told.push_back(box.label + " " + box.value);
  CHECK(told == Ids{"Tổng số 2", "Hoàn thành đúng hạn 0", "Hoàn thành trễ hạn 0",
                    "Đang thực hiện trong hạn 1", "Quá hạn 1", "Chưa cập nhật 2"});
}

TEST_CASE("rows are worst first and coloured by where they stand") {
  District district;
  district.owe("B20-01", "xa-1", "2023-12-25");
  district.owe("B20-02", "xa-2", "2023-11-30");
  district.owe("B20-03", "xa-3", "2023-11-24").block =
      Block{district.now, "thiếu kinh phí", "cb-3"};
  const DemoView view = district.view();
  REQUIRE(view.rows.size() == 3);
  CHECK(view.rows[0].code == "B20-03");
  CHECK(view.rows[0].tone == "overdue");
  CHECK(view.rows[0].standing == "Quá hạn 5 ngày");
  CHECK(view.rows[0].notes.find("thiếu kinh phí") != std::string::npos);
  CHECK(view.rows[0].unit == "Đơn vị xa-3");
  CHECK(view.rows[0].silence == "Chưa cập nhật");
  CHECK(view.rows[0].notes.find("Chưa cập nhật") == std::string::npos);
  CHECK(view.rows[1].tone == "soon");
  CHECK(view.rows[2].tone == "term");
}

TEST_CASE("duties without a date stand below those with one, and what is in term by its date") {
  District district;
  district.owe("B1-01", "xa-1", "2023-12-25").nominal.reset();
  district.owe("B20-01", "xa-1", "2023-12-25");
  district.owe("B21-01", "xa-1", "2023-12-15");
  const DemoView view = district.view();
  REQUIRE(view.rows.size() == 3);
  CHECK(view.rows[0].code == "B21-01");
  CHECK(view.rows[1].code == "B20-01");
  CHECK(view.rows[2].tone == "aside");
}

TEST_CASE("a page takes a bounded number of rows and says how many are left") {
  District district;
  for (int i = 0; i < 170; ++i) district.owe("B20-" + std::to_string(i), "xa-1", "2023-12-25");
  const DemoView view = district.view();
  CHECK(view.rows.size() + view.rows_hidden == 170);
  CHECK(view.rows_hidden > 0);
}

TEST_CASE("the windows show the busiest officers and the lead, until others are asked for") {
  District district;
  district.owe("B20-03", "xa-3", "2023-12-25");
  district.owe("B21-03", "xa-3", "2023-12-25");
  district.owe("B20-02", "xa-2", "2023-12-25");
  CHECK(people(district.view()) == Ids{"cb-3", "cb-2", "ld"});
  CHECK(people(district.view({"", {"cb-1", "nobody", "cb-huyen"}})) ==
        Ids{"cb-1", "cb-2", "cb-huyen"});
}

TEST_CASE("everybody of the plan can be chosen, leads first") {
  District district;
  const DemoView view = district.view();
  REQUIRE(view.groups.size() == 1);
  Ids ids;
  for (const PersonView& each : view.groups[0].people) ids.push_back(each.id);
  CHECK(ids == Ids{"ld", "cb-huyen", "cb-1", "cb-2", "cb-3"});
}

TEST_CASE("a chat names the day once, above its first message") {
  District district;
  const Zone zone = Zone::viet_nam();
  district.chats["ld"] = {
      {"1", false, "a", zone.at(date("2023-11-28"), TimeOfDay::at(7, 45)), {}},
      {"2", true, "b", zone.at(date("2023-11-28"), TimeOfDay::at(8, 0)), {}},
      {"3", false, "c", zone.at(date("2023-11-29"), TimeOfDay::at(7, 45)), {{"Duyệt", "x"}}}};
  const WindowView window = district.view().windows.back();
  REQUIRE(window.person == "ld");
  REQUIRE(window.bubbles.size() == 3);
  CHECK(window.bubbles[0].day == "Thứ Ba, 28/11/2023");
  CHECK(window.bubbles[0].side == "office");
  CHECK(window.bubbles[1].day.empty());
  CHECK(window.bubbles[1].side == "own");
  CHECK(window.bubbles[2].day == "Thứ Tư, 29/11/2023");
  CHECK(window.bubbles[2].time == "07:45");
  CHECK(window.bubbles[2].buttons.size() == 1);
}

TEST_CASE("open questions are shown with what they are about, answered ones are not") {
  District district;
  const DemoView view = district.view();
  REQUIRE(view.questions.size() == 1);
  CHECK(view.questions[0].id == "B-Q1");
  CHECK(view.questions[0].about == "Danh sách đơn vị; [B20] Báo cáo kết quả");
  CHECK(view.questions[0].conflict == "Văn bản mâu thuẫn");
  CHECK(view.lead == "Người ld");
}

TEST_CASE("without a choice the plan that is running is shown") {
  District district;
  PlanCase old = district.office.plans[k_plan];
  old.plan.id = "A-QD8-2011";
  old.plan.from = date("2011-07-01");
  old.plan.to = date("2011-12-31");
  district.office.plans["A-QD8-2011"] = old;
  CHECK(district.view().plan == k_plan);
  CHECK(district.view({"A-QD8-2011", {}}).plan == "A-QD8-2011");
  CHECK(district.view().groups.size() == 2);
  CHECK(district.view({"unknown", {}}).plan == k_plan);
  district.now = Zone::viet_nam().at(date("2030-01-01"), TimeOfDay::at(8, 0));
  CHECK(district.view().plan == "A-QD8-2011");
}

TEST_CASE("an empty office gives an empty page") {
  District district;
  district.office = Office{};
  const DemoView view = district.view();
  CHECK(view.plan.empty());
  CHECK(view.windows.empty());
  CHECK(view.rows.empty());
  CHECK(view.boxes.size() == 6);
}

}  // namespace
}  // namespace dondoc
