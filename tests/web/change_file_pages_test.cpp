// A change of units from a file on the pages: tried first, with what is wrong row by row or what it
// would move, and recorded when somebody says yes; and duties of a split shared out one by one.
#include <catch2/catch.hpp>
#include <regex>

#include "app/change_table.h"
#include "tests/web/fake_browser.h"
#include "web/change_form.h"

namespace dondoc {
namespace {

using Catch::Contains;

const std::string k_merger =
    "act,unit,into,name,short,kind,parent,on,basis\n"
    "merge,dt,xa-moi,Xã Mới,,commune,hpn,01/12/2023,Nghị quyết 1685/NQ-UBTVQH15\n"
    "merge,bd,xa-moi,,,,,,\n"
    "rename,nb,,Xã Nhị Bình Mới,,,,,\n";

Response send(Browser& browser, const std::string& name, const std::string& bytes) {
  Request request = browser.request("POST", "/changes/file", {});
  request.query.emplace("form_token", form_token_of(browser.cookie));
  request.files = {{"file", name, bytes}};
  return browser.send(request);
}

std::string ticket_in(const std::string& body) {
  std::smatch found;
  const bool has = std::regex_search(body, found, std::regex("name=\"ticket\" value=\"([^\"]+)\""));
  return has ? found[1].str() : std::string();
}

Query split_query() {
  return {{"act", "split"},
          {"units", "dt"},
          {"names", "Xã Một\nXã Hai"},
          {"on", "2023-11-29"},
          {"basis", "Nghị quyết 2"}};
}

}  // namespace

TEST_CASE("a change from a file is tried, seen and recorded by one command", "[changes]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/changes").body, Contains("href=\"/changes/file\""));
  const Response tried = send(lead, "Sắp xếp.CSV", k_merger);
  CHECK(tried.status == 200);
  CHECK_THAT(tried.body, Contains("thành Xã Mới") && Contains("Xã Nhị Bình Mới"));
  CHECK_THAT(tried.body, Contains("01/12/2023"));
  CHECK(office.desk.commands.empty());
  const std::string ticket = ticket_in(tried.body);
  const Response done = lead.post("/changes/file/confirm", {{"ticket", ticket}});
  CHECK(header(done, "Location") == "/changes/2023-12-01-merge-xa-moi?done=1");
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(office.desk.commands[0].by == "ld-hpn");
  const Reorganisation& r = std::get<ChangeUnits>(office.desk.commands[0].body).reorganisation;
  CHECK(r.basis == "Nghị quyết 1685/NQ-UBTVQH15");
  REQUIRE(r.changes.size() == 2);
  CHECK(r.changes[0].units == std::vector<std::string>{"dt", "bd"});
  CHECK(r.changes[0].into[0].name == "Xã Mới");
  CHECK(r.changes[0].into[0].parent == "hpn");
  CHECK(r.changes[1].name == "Xã Nhị Bình Mới");
  CHECK(lead.post("/changes/file/confirm", {{"ticket", ticket}}).status == 409);
  CHECK(office.desk.commands.size() == 1);
}

TEST_CASE("what is wrong in a change from a file is named row by row", "[changes]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const Response wrong = send(lead, "a.csv",
                              "act,unit,into,name,on,basis\n"
                              "merge,dt,xa-moi,Xã Mới,2023-12-01,NQ 1\n"
                              "merge,bdd,xa-moi,Xã Khác,2023-12-02,NQ 1\n"
                              "swap,nb,,,,\n"
                              "person,tk,bd,,,\n");
  CHECK(wrong.status == 400);
  CHECK_THAT(wrong.body, Contains("Dòng 3") && Contains("“Xã Khác” khác với “Xã Mới”"));
  CHECK_THAT(wrong.body, Contains("“2023-12-02” khác với “2023-12-01”"));
  CHECK_THAT(wrong.body, Contains("Dòng 4") && Contains("“swap” không có trong danh sách"));
  CHECK_THAT(wrong.body, Contains("Dòng 5") && Contains("Chưa có dòng nào sắp xếp đơn vị “tk”"));
  const Response unknown = send(lead, "a.csv",
                                "act,unit,into,name,kind,on,basis\n"
                                "merge,dt,xa-moi,Xã Mới,commune,2023-12-01,NQ 1\n"
                                "merge,no-such,xa-moi,,,,\n");
  CHECK_THAT(unknown.body, Contains("Dòng 3") && Contains("<code>unit</code>") &&
                               Contains("Không có đơn vị “no-such”"));
  CHECK(ticket_in(unknown.body).empty());
  for (const auto& [name, bytes] : std::vector<std::pair<std::string, std::string>>{
           {"a.docx", "x"},
           {"a.csv", ""},
           {"a.csv", "act,unit\n"},
           {"a.csv", "act,unit,on,basis\nrename,dt,hôm nay,NQ 1\n"},
           {"a.csv", "act,unit,on,basis\nsplit,dt,2023-12-01,NQ 1\n"},
           {"a.csv", "act,unit,into,on,basis\nmerge,dt,,2023-12-01,NQ 1\n"},
           {"a.xlsx", "PK nhưng không phải"},
           {"a.json", "{"},
           {"a.json", R"({"id":"x","on":"2023-12-01","basis":"NQ","changes":[],"open":[)"
                      R"({"units":["dt"],"question":"Về đâu?"}]})"}}) {
    INFO(name << ": " << bytes);
    CHECK(send(lead, name, bytes).status == 400);
  }
  CHECK(send(lead, "", "").status == 400);
  CHECK(send(lead, "a.csv", std::string(k_upload_bytes + 1, 'a')).status == 413);
  CHECK(office.desk.commands.empty());
}

TEST_CASE("a change from a file of units that are not hers is refused", "[changes][hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-dt");
  const Response refused = send(lead, "a.csv", k_merger);
  CHECK(refused.status == 400);
  CHECK(ticket_in(refused.body).empty());
  Browser above = office.signed_in("ld-hpn");
  const std::string ticket = ticket_in(send(above, "a.csv", k_merger).body);
  CHECK(lead.post("/changes/file/confirm", {{"ticket", ticket}}).status == 409);
  Browser officer = office.signed_in("cb-dt");
  CHECK(officer.get("/changes/file").status == 404);
  CHECK(send(officer, "a.csv", k_merger).status == 404);
  CHECK(office.desk.commands.empty());
}

TEST_CASE("what stands in a file of changes is text on the page, never a part of it",
          "[changes][hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = send(lead, "<img src=x>.csv",
                                "act,unit,name,on,basis\n"
                                "rename,dt,<script>alert(1)</script>,2023-12-01,<b>NQ</b>\n")
                               .body;
  CHECK_THAT(body, !Contains("<script>alert") && !Contains("<b>NQ") && !Contains("<img src=x"));
  CHECK_THAT(body, Contains("&lt;script&gt;"));
}

TEST_CASE("the empty table of changes has the columns that are read", "[changes]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const Response csv = lead.get("/changes/file/templates/sap-xep.csv");
  CHECK(csv.status == 200);
  Faults faults("a.csv");
  CHECK_FALSE(read_change_table(TableFormat::csv, csv.body, faults));
  REQUIRE(faults.list().size() == 1);
  CHECK(faults.list()[0].message == "the file has a header but no row");
  CHECK(lead.get("/changes/file/templates/sap-xep.xlsx").body.starts_with("PK"));
  CHECK(lead.get("/changes/file/templates/don-vi.csv").status == 404);
  CHECK(lead.get("/changes/file/templates/sap-xep.json").status == 404);
}

TEST_CASE("a table says the same as the file of a change", "[changes]") {
  Faults faults("a.csv");
  const auto table = read_change_table(TableFormat::csv,
                                       "act,unit,into,name,kind,parent,heir,what,on,basis\n"
                                       "split,dt,x1,Xã Một,commune,hpn,x2,,45261,NQ\n"
                                       "split,dt,x2,Xã Hai,commune,,,,,\n"
                                       "person,dt,x2,,,,,cb-dt,,\n"
                                       "duty,dt,x1; x2,,,,,B20,,\n"
                                       "abolish,bd,,,,,hpn,,,\n"
                                       "reparent,nb,,,,,,,,\n",
                                       faults);
  for (const Fault& fault : faults.list()) FAIL_CHECK(fault.pointer << " " << fault.message);
  REQUIRE(table.has_value());
  CHECK(table->json ==
        R"({"id":"2023-12-01-split-x1","on":"2023-12-01","basis":"NQ","changes":[)"
        R"({"act":"split","units":["dt"],"into":[)"
        R"({"id":"x1","name":"Xã Một","kind":"commune","parent":"hpn"},)"
        R"({"id":"x2","name":"Xã Hai","kind":"commune","parent":null}],"heir":"x2",)"
        R"("persons":[{"person":"cb-dt","unit":"x2"}],"duties":[{"duty":"B20","units":["x1","x2"]}]},)"
        R"({"act":"abolish","units":["bd"],"heir":"hpn"},)"
        R"({"act":"reparent","units":["nb"],"parent":null}]})");
  CHECK(table->places.at("/changes/0/persons/0/person") == "line 4, what");
  CHECK(table->places.at("/changes/1/units/0") == "line 6, unit");
}

TEST_CASE("duties of a split go to whom the boxes say, one by one", "[changes]") {
  Office5 office;
  const Office& state = office.desk.state.office;
  const auto shares = [&](Query more) {
    Request request;
    request.query = split_query();
    request.query.merge(more);
    return reorganisation_of(change_form(request), state);
  };
  const auto shared = shares({{"duty.B20", ""}, {"duty.B20", "1"}, {"duty.B15", ""},
                              {"duty.B15", "0"}, {"duty.B15", "1"}, {"duty.B15", "9"}});
  const auto& change = std::get<Reorganisation>(shared).changes.front();
  REQUIRE(change.duties.size() == 1);  // B15 goes to all, as it would anyhow
  CHECK(change.duties[0].duty == "B20");
  CHECK(change.duties[0].units == std::vector<std::string>{"xa-hai"});
  CHECK(std::get<FormFault>(shares({{"duty.B20", ""}})).word == "change_fault_share");
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.post("/changes/preview", split_query()).body;
  CHECK_THAT(body, Contains("name=\"duty.B20\" value=\"1\" checked"));
  Query chosen = split_query();
  chosen.emplace("duty.B20", "");
  chosen.emplace("duty.B20", "1");
  const std::string again = lead.post("/changes/preview", chosen).body;
  CHECK_THAT(again, Contains("name=\"duty.B20\" value=\"0\"> Xã Một"));
  CHECK_THAT(again, Contains("name=\"duty.B20\" value=\"1\" checked> Xã Hai"));
  REQUIRE(lead.post("/changes", chosen).status == 303);
  CHECK(std::get<ChangeUnits>(office.desk.commands.back().body)
            .reorganisation.changes[0]
            .duties.size() == 1);
}

}  // namespace dondoc
