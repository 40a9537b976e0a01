#include "reports/summary_xlsx.h"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <map>

#include "reports/xlsx_sheet.h"
#include "tests/reports/office_file.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

constexpr const char* k_in_time = "2023-11-20T09:00";

std::string xlsx_of(const Plan& p, const std::vector<Assignment>& duties,
                    SmallCounts counts = SmallCounts::hidden) {
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : duties) pointers.push_back(&a);
  const PlanSummary summary = summarize(p, "2023", pointers, Calendar{}, Zone::viet_nam());
  const Directory units = directory();
  return summary_xlsx({summary, p, units}, Zone::viet_nam(), counts);
}

std::vector<Assignment> usual_duties() {
  auto with_message = reported(duty("B20-01", "dt"), k_in_time,
                               {count("so_cuoc", 3), count("kinh_phi", 15'000'000),
                                words("kho_khan", "=HYPERLINK(\"http://x\")")});
  with_message.submissions.back().via = "zalo_oa:17";
  return {
      with_message,
      reported(duty("B20-02", "bd"), "2023-11-27T09:00", {{"so_cuoc", std::int64_t{1'242}, true}}),
      duty("B20-03", "nb")};
}

struct OpenedSheet {
  std::map<std::string, pugi::xml_node> cells;  ///< by "B2"
  pugi::xml_document document;
  std::string text(const std::string& cell) const {
    auto found = cells.find(cell);
    return found == cells.end() ? "" : found->second.select_node("is/t").node().text().get();
  }
  double number(const std::string& cell) const {
    return cells.at(cell).child("v").text().as_double();
  }
  std::string formula(const std::string& cell) const {
    return cells.at(cell).child("f").text().get();
  }
};

OpenedSheet sheet_named(const std::string& xlsx, const std::string& name) {
  const auto book = xml_of(xlsx, "xl/workbook.xml");
  std::size_t place = 0;
  std::size_t i = 0;
  for (const auto& sheet : book.child("workbook").child("sheets").children()) {
    ++i;
    if (sheet.attribute("name").value() == name) place = i;
  }
  CAPTURE(name);
  REQUIRE(place > 0);
  OpenedSheet opened;
  opened.document = xml_of(xlsx, "xl/worksheets/sheet" + std::to_string(place) + ".xml");
  for (const auto& cell : opened.document.select_nodes("//c"))
    opened.cells[cell.node().attribute("r").value()] = cell.node();
  return opened;
}

}  // namespace

TEST_CASE("totals are formulas over the units' figures, with the values they amount to", "[xlsx]") {
  const std::string xlsx = xlsx_of(plan(), usual_duties());
  const OpenedSheet units = sheet_named(xlsx, "Theo đơn vị");
  CHECK(units.text("B2") == "Hội LHPN xã Đông Thạnh");
  CHECK(units.number("E2") == 3);
  CHECK(units.number("E3") == 1'242);
  CHECK(units.text("D4") == "Chưa báo cáo");
  CHECK(units.formula("E5") == "SUM(E2:E4)");
  CHECK(units.number("E5") == 1'245);
  CHECK(units.number("E7") == 2);  // units that gave a figure
  CHECK(units.number("E8") == 3);  // units that were asked
  const OpenedSheet totals = sheet_named(xlsx, "Tổng hợp");
  CHECK(totals.formula("E2") == "'Theo đơn vị'!E5");
  CHECK(totals.number("E2") == 1'245);
  CHECK(totals.formula("H2") == "F2/G2");
  CHECK(totals.number("H2") == Approx(2.0 / 3));
  CHECK(totals.text("J2") == "có 01 đơn vị báo số ước");
}

TEST_CASE("each rule of adding up has its formula, and the latest figure none", "[xlsx]") {
  Plan p = plan();
  p.forms.front().fields = {field("a", "A", FieldType::percent, Aggregate::mean),
                            field("b", "B", FieldType::yes_no, Aggregate::share_yes),
                            field("c", "C", FieldType::count, Aggregate::ratio),
                            field("d", "D", FieldType::count, Aggregate::sum),
                            field("e", "E", FieldType::count, Aggregate::latest)};
  p.forms.front().fields[2].of = "d";
  const auto figures = [](double percent, int yes, int part, int whole) {
    return std::vector<Figure>{{"a", percent, false},
                               count("b", yes),
                               count("c", part),
                               count("d", whole),
                               count("e", part)};
  };
  const std::string xlsx =
      xlsx_of(p, {reported(duty("B20-01", "dt"), k_in_time, figures(80, 1, 5, 10)),
                  reported(duty("B20-02", "bd"), k_in_time, figures(91, 0, 6, 30))});
  const OpenedSheet units = sheet_named(xlsx, "Theo đơn vị");
  CHECK(units.formula("E4") == "AVERAGE(E2:E3)");
  CHECK(units.number("E4") == 85.5);
  CHECK(units.formula("F4") == "100*SUM(F2:F3)/COUNT(F2:F3)");
  CHECK(units.number("F4") == 50);
  CHECK(units.formula("G4") == "100*SUM(G2:G3)/SUM(H2:H3)");
  CHECK(units.number("G4") == 27.5);
  CHECK(units.formula("I4").empty());
  CHECK(units.number("I4") == 6);
}

TEST_CASE("a total that does not follow from what is shown is a number and no formula", "[xlsx]") {
  Plan p = plan();
  p.forms.front().fields = {field("so_nguoi", "Số người", FieldType::count, Aggregate::sum)};
  p.forms.front().fields.front().persons = true;
  const std::vector<Assignment> duties = {
      reported(duty("B20-01", "dt"), k_in_time, {count("so_nguoi", 2)}),
      reported(duty("B20-02", "bd"), k_in_time, {count("so_nguoi", 40)})};
  const OpenedSheet hidden = sheet_named(xlsx_of(p, duties), "Theo đơn vị");
  CHECK(hidden.text("E2") == "(*)");
  CHECK(hidden.text("E3") == "(*)");  // else 42 - 40 = 2
  CHECK(hidden.formula("E4").empty());
  CHECK(hidden.number("E4") == 42);
  CHECK_THAT(members_of(xlsx_of(p, duties))["xl/worksheets/sheet4.xml"], !Contains("<v>2</v>"));
  const OpenedSheet shown = sheet_named(xlsx_of(p, duties, SmallCounts::shown), "Theo đơn vị");
  CHECK(shown.number("E2") == 2);
  CHECK(shown.formula("E4") == "SUM(E2:E3)");
}

TEST_CASE("who is missing or late, and where each figure comes from", "[xlsx]") {
  const std::string xlsx = xlsx_of(plan(), usual_duties());
  const OpenedSheet missing = sheet_named(xlsx, "Chưa báo cáo, trễ hạn");
  CHECK(missing.text("C2") == "Hội LHPN xã Bà Điểm");
  CHECK(missing.text("E2") == "Đã báo cáo; trễ hạn");
  CHECK(missing.number("F2") == Approx(45257.375));  // 09:00 27/11/2023
  CHECK(missing.text("C3") == "Hội LHPN xã Nhị Bình");
  CHECK(missing.text("E3") == "Chưa báo cáo");
  const OpenedSheet sources = sheet_named(xlsx, "Nguồn số liệu");
  CHECK(sources.text("C2") == "Số cuộc tuyên truyền");
  CHECK(sources.text("D2") == "Hội LHPN xã Đông Thạnh");
  CHECK(sources.number("F2") == 3);
  CHECK(sources.number("H2") == 1);
  CHECK(sources.text("I2") == "officer-dt");
  CHECK(sources.text("K2") == "zalo_oa:17");
  CHECK(sources.text("G3") == "ước");
}

TEST_CASE("what people wrote is never a formula", "[xlsx]") {
  const std::string xlsx = xlsx_of(plan(), usual_duties());
  const OpenedSheet sources = sheet_named(xlsx, "Nguồn số liệu");
  std::string cell;
  for (const auto& [name, node] : sources.cells) {
    CHECK(node.child("f").empty());
    if (sources.text(name).starts_with("=")) cell = name;
  }
  REQUIRE_FALSE(cell.empty());
  CHECK(std::string(sources.cells.at(cell).attribute("t").value()) == "inlineStr");
  const auto styles = xml_of(xlsx, "xl/styles.xml");
  const auto looks = styles.select_nodes("//cellXfs/xf");
  const auto style = sources.cells.at(cell).attribute("s").as_uint();
  REQUIRE(style < looks.size());
  CHECK(looks[style].node().attribute("quotePrefix").as_bool());
}

TEST_CASE("heads stay in sight", "[xlsx]") {
  const OpenedSheet units = sheet_named(xlsx_of(plan(), usual_duties()), "Theo đơn vị");
  const pugi::xml_node pane = units.document.select_node("//sheetView/pane").node();
  CHECK(std::string(pane.attribute("state").value()) == "frozen");
  CHECK(pane.attribute("ySplit").as_int() == 1);
  CHECK(pane.attribute("xSplit").as_int() == 2);
}

TEST_CASE("equal summaries give equal workbooks", "[xlsx]") {
  CHECK(xlsx_of(plan(), usual_duties()) == xlsx_of(plan(), usual_duties()));
}

TEST_CASE("columns are named as spreadsheets name them", "[xlsx]") {
  CHECK(column_name(0) == "A");
  CHECK(column_name(25) == "Z");
  CHECK(column_name(26) == "AA");
  CHECK(column_name(701) == "ZZ");
  CHECK(column_name(702) == "AAA");
}
