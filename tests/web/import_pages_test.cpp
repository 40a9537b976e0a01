// Lists of units and persons from a file: tried first, row by row; nothing is written before
// somebody says yes, and then all of it in one command.
#include <catch2/catch.hpp>
#include <regex>

#include "tests/support/workbooks.h"
#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;
using namespace dondoc::test;

Response send(Browser& browser, const std::string& name, const std::string& bytes,
              const std::string& kind = "persons") {
  Request request = browser.request("POST", "/people/import", {{"kind", kind}});
  request.query.emplace("form_token", form_token_of(browser.cookie));
  request.files = {{"file", name, bytes}};
  return browser.send(request);
}

std::string ticket_in(const std::string& body) {
  static const std::regex ticket("name=\"ticket\" value=\"([0-9a-f]+)\"");
  std::smatch found;
  return std::regex_search(body, found, ticket) ? found[1].str() : std::string();
}

const std::string k_persons =
    "id,name,unit,roles\n"
    "cb-nb,Lê Thị Mẫu,nb,officer\n"
    "cb-dt,Tên mới,dt,officer\n";

}  // namespace

TEST_CASE("a list is tried, and written by one command when she says yes", "[import]") {
  Office5 office;
  Browser admin = office.administrator();
  const std::string body = send(admin, "C:\\cán bộ.CSV", k_persons).body;
  CHECK_THAT(body, Contains("Thêm mới 1, thay đổi 1, giữ nguyên 0."));
  CHECK_THAT(body, Contains("Dòng 2"));
  CHECK_THAT(body, Contains("Lê Thị Mẫu"));
  CHECK(office.desk.commands.empty());
  const std::string ticket = ticket_in(body);
  REQUIRE_FALSE(ticket.empty());
  const Response done =
      admin.post("/people/import/confirm", {{"ticket", ticket}, {"kind", "persons"}});
  CHECK(header(done, "Location") == "/people/import?done=1");
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(office.desk.commands[0].by == "administrator");
  const auto& all = std::get<RegisterAll>(office.desk.commands[0].body);
  REQUIRE(all.persons.size() == 2);
  CHECK(all.persons[0].id == "cb-nb");
  CHECK(all.persons[1].name == "Tên mới");
  CHECK(admin.post("/people/import/confirm", {{"ticket", ticket}, {"kind", "persons"}}).status ==
        409);  // once
}

TEST_CASE("every fault is told by row and column in the reader's language, and nothing is kept",
          "[import]") {
  Office5 office;
  Browser admin = office.administrator();
  const std::string body = send(admin, "l.csv",
                                "id,name,unit,roles,language\n"
                                "CB NB,Lê,nb,officer,\n"
                                "cb-x,,nowhere,offcer,vi\n"
                                "cb-y,Y,nb\n")
                               .body;
  CHECK_THAT(body, Contains("4 lỗi."));
  CHECK_THAT(body, Contains("<th scope=\"row\">Dòng 2</th><td data-label=\"Cột\"><code>id</code>"
                            "</td><td>“CB NB” chưa đúng"));
  CHECK_THAT(body, Contains("Dòng 3</th><td data-label=\"Cột\"><code>name</code></td><td>Không "
                            "được để trống."));
  CHECK_THAT(body, Contains("“offcer” không có trong danh sách"));
  CHECK_THAT(body, Contains("Có phải ý là “officer”?"));
  CHECK_THAT(body, Contains("Dòng 4</th><td data-label=\"Cột\"><code></code></td><td>Có 3 ô, dòng "
                            "tiêu đề có 5."));
  CHECK_THAT(body, !Contains("<td lang=\"en\">"));
  CHECK(ticket_in(body).empty());
  CHECK_THAT(send(admin, "l.csv", "id,nam,unit,roles\n").body, Contains("Có phải ý là “name”?"));
  CHECK_THAT(send(admin, "l.csv", "id,name,unit,roles\ncb-z,Z,nowhere,officer\n").body,
             Contains("Không có đơn vị “nowhere” trong danh bạ"));
  CHECK_THAT(send(admin, "l.xlsx",
                  zipped(workbook(row(1, {"id", "name", "unit", "roles"}) +
                                  row(5, {"cb-z", "Z", "nb", "officer", "", "", "?"}))))
                 .body,
             Contains("Dòng 5</th><td data-label=\"Cột\"><code>G</code>"));
  CHECK(office.desk.commands.empty());
}

TEST_CASE("a list that was mended is taken", "[import]") {
  Office5 office;
  Browser admin = office.administrator();
  CHECK(send(admin, "u.xlsx",
             zipped(workbook(row(1, {"id", "name", "kind", "parent"}) +
                             row(2, {"xa-1", "Xã Một", "comune", "hpn"}))),
             "units")
            .status == 400);
  const Response mended = send(admin, "u.xlsx",
                               zipped(workbook(row(1, {"id", "name", "kind", "parent"}) +
                                               row(2, {"xa-1", "Xã Một", "commune", "hpn"}))),
                               "units");
  CHECK(mended.status == 200);
  admin.post("/people/import/confirm", {{"ticket", ticket_in(mended.body)}, {"kind", "units"}});
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(std::get<RegisterAll>(office.desk.commands[0].body).units[0].parent == "hpn");
}

TEST_CASE("a ticket is hers, and holds for half an hour", "[import]") {
  Office5 office;
  Browser admin = office.administrator();
  const std::string ticket = ticket_in(send(admin, "l.csv", k_persons).body);
  office.store.passwords["ld-hpn"] = password_hash("mật khẩu rất dài").value();
  Browser other{office.site};
  other.post("/signin/password", {{"person", "ld-hpn"}, {"password", "mật khẩu rất dài"}});
  const Query form{{"ticket", ticket}, {"kind", "persons"}};
  CHECK(other.post("/people/import/confirm", form).status == 409);
  office.wall = office.wall + Elapsed::minutes(31);
  CHECK(admin.post("/people/import/confirm", form).status == 409);
  CHECK(office.desk.commands.empty());
}

TEST_CASE("when the office changed since, what would be written is shown again", "[import]") {
  Office5 office;
  Browser admin = office.administrator();
  const std::string ticket = ticket_in(send(admin, "l.csv", k_persons).body);
  Unit gone = *office.desk.state.office.directory.unit("nb");
  gone.ended = sample::day("2023-11-01");
  office.desk.state.office.directory.put(gone);
  const Response answer =
      admin.post("/people/import/confirm", {{"ticket", ticket}, {"kind", "persons"}});
  CHECK(answer.status == 409);
  CHECK_THAT(answer.body, Contains("đã kết thúc"));
  CHECK(office.desk.commands.empty());
}

TEST_CASE("bombs, broken parts and other kinds of files are told and do no harm",
          "[import][hostile]") {
  Office5 office;
  Browser admin = office.administrator();
  ZipParts bomb = workbook(row(1, {"id"}));
  bomb["xl/sharedStrings.xml"] = std::string(70 * 1024 * 1024, ' ');  // 70 KB as a zip
  const std::string packed = zipped(bomb);
  REQUIRE(packed.size() < 200'000);
  ZipParts broken = workbook(row(1, {"id"}));
  broken["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row></sheetData>";
  ZipParts entities = workbook(row(1, {"id"}));
  entities["xl/worksheets/sheet1.xml"] =
      "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>"
      "<worksheet><sheetData>" +
      row(1, {"&b;&a;&a;"}) + "</sheetData></worksheet>";
  const std::string evil = "<script>alert(1)</script>";
  struct Try {
    std::string name, bytes;
  };
  for (const Try& one :
       {Try{"a.xlsx", packed}, Try{"a.xlsx", zipped(broken)}, Try{"a.xlsx", zipped(entities)},
        Try{"a.xlsx", "PK\x03\x04"}, Try{"a.xlsx", zipped(workbook(row(1, {"id"}))).substr(0, 300)},
        Try{"a.xlsx", ""}, Try{"a.csv", ""}, Try{"a.csv", "\xff\xfe\x00"},
        Try{"a.json", std::string(100'000, '[')}, Try{"a.exe", "MZ"}, Try{evil + ".csv", evil},
        Try{"", "id,name"}, Try{"../../etc/passwd", ""},
        Try{"a.csv", std::string(9 * 1024 * 1024, 'x')}}) {
    INFO(one.name << " " << one.bytes.size());
    const Response response = send(admin, one.name, one.bytes);
    CHECK((response.status == 400 || response.status == 413));
    CHECK_THAT(response.body, !Contains(evil));
    CHECK_THAT(response.body, !Contains("root:"));
    CHECK(ticket_in(response.body).empty());
  }
  CHECK(send(admin, std::string("a\0.csv", 6), k_persons).status == 400);
  CHECK(send(admin, "a\xff.csv", k_persons).status == 400);
  CHECK(send(admin, std::string(2'000, 'a') + ".csv", k_persons).status == 400);
  const Response named = send(admin, "l.csv", "id,name,unit,roles\ncb-z," + evil + ",nb,officer\n");
  CHECK_THAT(named.body, Contains("&lt;script&gt;"));
  CHECK_THAT(named.body, !Contains(evil));
  CHECK(office.desk.commands.empty());
}

TEST_CASE("a form to fill in is taken as it is given out", "[import]") {
  Office5 office;
  Browser admin = office.administrator();
  for (const char* name : {"don-vi.xlsx", "don-vi.csv", "can-bo.xlsx", "can-bo.csv"}) {
    INFO(name);
    const Response file = admin.get("/people/import/templates/" + std::string(name));
    REQUIRE(file.status == 200);
    CHECK_THAT(header(file, "Content-Disposition"), Contains(name));
    const std::string kind = std::string(name).starts_with("don-vi") ? "units" : "persons";
    CHECK_THAT(send(admin, name, file.body, kind).body, Contains("Tệp không có dòng dữ liệu nào."));
  }
  CHECK(admin.get("/people/import/templates/state.docx").status == 404);
}

}  // namespace dondoc
