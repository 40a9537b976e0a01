// Lists of units and persons as workbooks: read by row and column, whatever is wrong with them.
#include "app/workbook.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "app/people_import.h"
#include "tests/support/workbooks.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

std::vector<Fault> faults_of(const std::string& bytes, ImportKind kind = ImportKind::units) {
  Directory directory;
  directory.put(Unit{"huyen", "Huyện Mẫu", "", "commune", "", false, false, false});
  Faults faults("f.xlsx");
  read_import(kind, "f.xlsx", bytes, directory, faults);
  return faults.list();
}

const std::string k_head = row(1, {"id", "name", "short", "kind", "parent"});

}  // namespace

TEST_CASE("units and persons from a workbook as from a .csv file", "[xlsx]") {
  Directory directory;
  directory.put(Unit{"huyen", "Huyện Mẫu", "", "commune", "", false, false, false});
  Faults faults("f.xlsx");
  auto rows = read_import(
      ImportKind::units, "f.xlsx",
      zipped(workbook(k_head + row(3, {"xa-1", "Xã Một", "", "commune", "huyen"}))), directory,
      faults);
  REQUIRE(rows.has_value());
  REQUIRE(rows->size() == 1);
  CHECK(rows->front().place == "row 3");
  CHECK(std::get<RegisterUnit>(rows->front().command).unit.name == "Xã Một");
  auto persons = read_import(
      ImportKind::persons, "f.xlsx",
      zipped(workbook(row(1, {"id", "name", "unit", "roles"}) +
                      row(2, {"p-1", "Trần Thị Mẫu", "huyen", "officer; lead"}))),
      directory, faults);
  REQUIRE(persons.has_value());
  CHECK(std::get<RegisterPerson>(persons->front().command).person.lead);
}

TEST_CASE("texts shared by cells, in runs, numbers and saved values of formulas", "[xlsx]") {
  const CsvTable table = read_workbook(zipped(workbook(
      R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="C1" t="s"><v>0</v></c><c r="B1"><v>12</v></c>)"
      R"(<c r="D1" t="str"><f>A1</f><v>x</v></c></row>)",
      "<si><t>một</t></si><si><r><t>ha</t></r><r><t>i</t></r><rPh><t>no</t></rPh></si>")));
  REQUIRE(table.faults.empty());
  CHECK(table.rows.at(0).fields == std::vector<std::string>{"hai", "12", "một", "x"});
}

TEST_CASE("every fault of a workbook has its row and column", "[xlsx]") {
  const auto faults = faults_of(zipped(workbook(
      k_head + row(2, {"xa-1", "", "", "commune", "huyen"}) +
      row(4, {"xa-2", "Xã Hai", "", "xom", "huyen", "thừa"}) +
      R"(<row r="5"><c r="B5" t="e"><v>#REF!</v></c><c r="C5" t="s"><v>9</v></c></row>)")));
  std::string all;
  for (const Fault& fault : faults) all += fault.pointer + ": " + fault.message + "\n";
  INFO(all);
  CHECK_THAT(all, Catch::Contains("row 4: column F: a cell beside the columns"));
  CHECK_THAT(all, Catch::Contains("row 5: column B: the cell holds an error (#REF!)"));
  CHECK_THAT(all, Catch::Contains("row 5: column C: its text is not in the workbook"));
  const auto others =
      faults_of(zipped(workbook(k_head + row(2, {"xa-1", "", "", "xom", "huyen"}))));
  REQUIRE(others.size() == 2);
  CHECK(others[0].pointer == "row 2, name");
  CHECK(others[1].pointer == "row 2, kind");
}

TEST_CASE("what is no workbook is refused and never a crash", "[xlsx]") {
  CHECK_THAT(faults_of("no zip").at(0).message, Catch::Contains("not a zip file"));
  CHECK_THAT(faults_of(zipped({{"word/document.xml", "<d/>"}})).at(0).message,
             Catch::Contains("xl/workbook.xml"));
  ZipParts broken = workbook(k_head);
  broken["xl/worksheets/sheet1.xml"].resize(40);
  CHECK_THAT(faults_of(zipped(broken)).at(0).message, Catch::Contains("sheet1.xml: "));
  ZipParts no_sheet = workbook(k_head);
  no_sheet["xl/_rels/workbook.xml.rels"] = "<Relationships/>";
  CHECK_THAT(faults_of(zipped(no_sheet)).at(0).message, Catch::Contains("names no sheet"));
  const std::string good = zipped(workbook(k_head + row(2, {"xa-1", "Xã", "", "commune", "huyen"})));
  for (std::size_t size = 0; size < good.size(); size += 7) faults_of(good.substr(0, size));
  for (std::size_t i = 0; i < good.size(); i += 3) {
    std::string hurt = good;
    hurt[i] = static_cast<char>(hurt[i] ^ 0x55);
    faults_of(hurt);
  }
}

TEST_CASE("a workbook that unpacks to far more than it is, is not unpacked", "[xlsx]") {
  ZipParts bomb = workbook(k_head);
  bomb["xl/worksheets/sheet1.xml"] = std::string(80 * 1024 * 1024, ' ');
  const std::string bytes = zipped(bomb);
  CHECK(bytes.size() < 1024 * 1024);
  CHECK_THAT(faults_of(bytes).at(0).message, Catch::Contains("unpacks to more than 64 MB"));
}

TEST_CASE("too many rows and columns are one fault", "[xlsx]") {
  std::string rows = k_head;
  for (int i = 2; i <= 100'010; ++i)
    rows += "<row r=\"" + std::to_string(i) + "\"><c><v>1</v></c></row>";
  CHECK_THAT(faults_of(zipped(workbook(rows))).at(0).message,
             Catch::Contains("more than 100000 rows"));
  const auto wide = faults_of(zipped(workbook("<row r=\"1\">" + cell("ZZ1", "x") + "</row>")));
  CHECK_THAT(wide.at(0).message, Catch::Contains("100 columns"));
}
