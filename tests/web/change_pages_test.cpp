// Units that change on the pages: what a form comes to, what is shown before it is done, and who is
// told what.
#include <catch2/catch.hpp>

#include "tests/web/fake_browser.h"
#include "web/change_form.h"

namespace dondoc {
namespace {

using Catch::Contains;

Query merger() {
  return {{"act", "merge"},
          {"under", "hpn"},
          {"units", "dt"},
          {"units", "bd"},
          {"name", " Xã Bà  Điểm"},
          {"on", "2023-11-29"},
          {"basis", "Nghị quyết 1685/NQ-UBTVQH15"}};
}

Query without(Query query, const std::string& name) {
  query.erase(name);
  return query;
}

ChangeForm form_of(Query query) {
  Request request;
  request.query = std::move(query);
  return change_form(request);
}

Reorganisation meant(const Query& query, const Office& office) {
  auto result = reorganisation_of(form_of(query), office);
  REQUIRE(std::holds_alternative<Reorganisation>(result));
  return std::get<Reorganisation>(result);
}

std::string fault(const Query& query, const Office& office) {
  auto result = reorganisation_of(form_of(query), office);
  REQUIRE(std::holds_alternative<FormFault>(result));
  return std::get<FormFault>(result).word;
}

}  // namespace

TEST_CASE("a form becomes a change with ids that nobody has yet", "[changes]") {
  Office5 office;
  Office& state = office.desk.state.office;
  const Reorganisation r = meant(merger(), state);
  CHECK(r.id == "2023-11-29-merge-xa-ba-diem");
  REQUIRE(r.changes.size() == 1);
  CHECK(r.changes[0].units == std::vector<std::string>{"dt", "bd"});
  REQUIRE(r.changes[0].into.size() == 1);
  const Unit& founded = r.changes[0].into[0];
  CHECK(founded.id == "xa-ba-diem");
  CHECK(founded.parent == "hpn");
  CHECK(founded.kind == state.directory.unit("dt")->kind);
  state.directory.put(Unit{founded});
  state.reorganisations[r.id] = {};
  const Reorganisation again = meant(merger(), state);
  CHECK(again.id == "2023-11-29-merge-xa-ba-diem-2");
  CHECK(again.changes[0].into[0].id == "xa-ba-diem-2");
}

TEST_CASE("a unit that takes others in does not end itself", "[changes]") {
  Office5 office;
  Query query = merger();
  query.emplace("into", "bd");
  const Reorganisation r = meant(query, office.desk.state.office);
  CHECK(r.changes[0].units == std::vector<std::string>{"dt"});
  CHECK(r.changes[0].into[0].id == "bd");
  CHECK(r.changes[0].into[0].name.empty());
}

TEST_CASE("two new units of one name get two ids, and each person the unit that was chosen",
          "[changes]") {
  Office5 office;
  const Reorganisation r = meant({{"act", "split"},
                                  {"units", "dt"},
                                  {"names", "Xã Mới\r\n\r\n  Xã mới \nXã Ba"},
                                  {"on", "2023-11-29"},
                                  {"basis", "x"},
                                  {"person.cb-dt", "1"},
                                  {"person.ld-dt", "7"}},
                                 office.desk.state.office);
  const UnitChange& change = r.changes[0];
  REQUIRE(change.into.size() == 3);
  CHECK(change.into[0].id == "xa-moi");
  CHECK(change.into[1].id == "xa-moi-2");
  CHECK(change.heir == "xa-moi");
  REQUIRE(change.persons.size() == 1);
  CHECK(change.persons[0].person == "cb-dt");
  CHECK(change.persons[0].unit == "xa-moi-2");
}

TEST_CASE("what a form lacks is named", "[changes]") {
  Office5 office;
  const Office& state = office.desk.state.office;
  CHECK(fault(without(merger(), "on"), state) == "change_fault_day");
  CHECK(fault(without(merger(), "basis"), state) == "change_fault_basis");
  CHECK(fault(without(merger(), "units"), state) == "change_fault_units");
  CHECK(fault(without(merger(), "name"), state) == "change_fault_name");
  Query one = without(merger(), "units");
  one.emplace("units", "dt");
  CHECK(fault(one, state) == "change_fault_two");
  Query split = without(merger(), "act");
  split.emplace("act", "split");
  CHECK(fault(split, state) == "change_fault_parts");
  Query moved = without(merger(), "act");
  moved.emplace("act", "reparent");
  CHECK(fault(moved, state) == "change_fault_parent");
}

TEST_CASE("before units change a lead sees what would move, and nothing is done", "[changes]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const Response preview = lead.post("/changes/preview", merger());
  CHECK(preview.status == 200);
  CHECK_THAT(preview.body, Contains("Thành lập Xã Bà Điểm, trực thuộc "));
  CHECK_THAT(preview.body, Contains("B20-01"));
  CHECK_THAT(preview.body, Contains("Người cb-dt"));
  CHECK_THAT(preview.body, Contains("name=\"basis\" value=\"Nghị quyết 1685/NQ-UBTVQH15\""));
  CHECK(office.desk.commands.empty());
  CHECK(lead.post("/changes", merger()).status == 303);
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(office.desk.commands[0].by == "ld-hpn");
  const auto* sent = std::get_if<ChangeUnits>(&office.desk.commands[0].body);
  REQUIRE(sent != nullptr);
  CHECK(sent->reorganisation.changes[0].into[0].id == "xa-ba-diem");
}

TEST_CASE("a lead of one commune cannot merge it with another's, and is told why", "[changes]") {
  Office5 office;
  Browser lead = office.signed_in("ld-dt");
  const Response refused = lead.post("/changes/preview", merger());
  CHECK(refused.status == 409);
  CHECK_THAT(refused.body, Contains("do lãnh đạo phụ trách đơn vị đó"));
  CHECK_THAT(refused.body, Contains("value=\"Nghị quyết 1685/NQ-UBTVQH15\""));  // not typed in vain
  CHECK_THAT(office.signed_in("cb-dt").get("/changes/new").body, !Contains("<form class=\"card"));
}

TEST_CASE("a planned change is shown with what it would move, and taken back with a reason",
          "[changes]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/changes").body, Contains("Chờ đến ngày có hiệu lực"));
  const std::string body = lead.get("/changes/nhap-2024").body;
  CHECK_THAT(body, Contains("thành Xã Hợp Nhất."));
  CHECK_THAT(body, Contains("B20-02"));
  CHECK(lead.post("/changes/nhap-2024/drop", {{"reason", "Chưa có nghị quyết"}}).status == 303);
  REQUIRE(office.desk.commands.size() == 1);
  const auto* sent = std::get_if<DropReorganisation>(&office.desk.commands[0].body);
  REQUIRE(sent != nullptr);
  CHECK(sent->reason == "Chưa có nghị quyết");
  // Another lead may look, and has nothing to press.
  CHECK_THAT(office.signed_in("ld-dt").get("/changes/nhap-2024").body, !Contains("/drop"));
}

TEST_CASE("whose unit a change does not touch does not learn of it", "[changes]") {
  Office5 office;
  office.desk.state.office.directory.put(person("cb-nb", "nb", false));
  Browser officer = office.signed_in("cb-nb");
  CHECK(officer.get("/changes/nhap-2024").status == 404);
  CHECK_THAT(officer.get("/changes").body, !Contains("Xã Hợp Nhất"));
}

TEST_CASE("a unit is found by its earlier name, and only by who may see it", "[changes]") {
  Office5 office;
  Unit old;
  old.id = "cu";
  old.name = "Xã Cũ";
  old.parent = "hpn";
  old.ended = sample::day("2023-07-01");
  old.successors = {"dt"};
  old.heir = "dt";
  office.desk.state.office.directory.put(old);
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/units", {{"q", "xa cu"}}).body,
             Contains("kết thúc từ 01/7/2023; nay là: "));
  CHECK_THAT(lead.get("/units").body, !Contains("Xã Cũ"));
  CHECK_THAT(office.signed_in("cb-bd").get("/units", {{"q", "xa cu"}}).body, !Contains("Xã Cũ"));
  for (const char* page : {"0", "-1", "9999999", "x", "2"})
    CHECK(lead.get("/units", {{"page", page}}).status == 200);
}

TEST_CASE("a unit's page says what it was called and what became of it", "[changes]") {
  Office5 office;
  Directory& directory = office.desk.state.office.directory;
  const LocalDate day = LocalDate::parse("2023-07-01").value();
  Unit renamed = *directory.unit("nb");
  renamed.past.push_back({day, "Xã Nhị Bình Cũ", "", "hpn"});
  directory.put(renamed);
  Unit ended = *directory.unit("dt");
  ended.ended = day;
  ended.successors = {"bd"};
  ended.heir = "bd";
  directory.put(ended);
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/units/nb").body, Contains("tên cũ: Xã Nhị Bình Cũ"));
  CHECK_THAT(lead.get("/units/nb").body, Contains("href=\"/log?unit=nb\""));
  const std::string body = lead.get("/units/dt").body;
  CHECK_THAT(body, Contains("kết thúc từ") && Contains("Nay là: <a href=\"/units/bd\">"));
  const std::string above = lead.get("/units/hpn").body;
  CHECK_THAT(above, Contains("<li><a href=\"/units/bd\">"));
  CHECK_THAT(above, !Contains("<li><a href=\"/units/dt\">"));  // it is below nobody any more
}

}  // namespace dondoc
