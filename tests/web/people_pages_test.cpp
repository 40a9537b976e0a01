// Whom a lead manages and what she can do about them: the list, a person's page, leave, roles,
// leaving, invitations. Each deed is a command in her name.
#include <catch2/catch.hpp>
#include <regex>

#include "engine/command/invitation.h"
#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

void change(Office5& office, const std::string& id, const std::function<void(Person&)>& how) {
  REQUIRE(office.desk.state.office.directory.change_person(id, how));
}

template <class Body>
const Body& last_command(const Office5& office) {
  REQUIRE_FALSE(office.desk.commands.empty());
  return std::get<Body>(office.desk.commands.back().body);
}

}  // namespace

TEST_CASE("a lead sees whom she leads, an administrator everybody, an officer no such page",
          "[people]") {
  Office5 office;
  const std::string hers = office.signed_in("ld-dt").get("/people").body;
  CHECK_THAT(hers, Contains("Người cb-dt"));
  CHECK_THAT(hers, Contains("Người ld-dt"));
  CHECK_THAT(hers, !Contains("Người cb-bd"));
  CHECK_THAT(hers, !Contains("Người ld-hpn"));
  CHECK_THAT(hers, !Contains("/people/import"));
  const std::string all = office.administrator().get("/people").body;
  for (const char* name : {"ld-hpn", "ld-dt", "cb-dt", "cb-bd", "ld-top"})
    CHECK_THAT(all, Contains("Người " + std::string(name)));
  CHECK_THAT(all, Contains("/people/import"));
  Browser officer = office.signed_in("cb-dt");
  CHECK(officer.get("/people").status == 404);
  CHECK_THAT(officer.get("/board").body, !Contains("href=\"/people\""));
  CHECK_THAT(office.signed_in("ld-dt").get("/board").body, Contains("href=\"/people\""));
}

TEST_CASE("whoever stands in for a lead manages her people that day", "[people]") {
  Office5 office;
  Browser deputy = office.signed_in("cb-bd");
  CHECK(deputy.get("/people").status == 404);
  change(office, "ld-dt", [](Person& p) {
    p.leaves.push_back({sample::day("2023-11-28"), sample::day("2023-11-30"), "cb-bd"});
  });
  CHECK_THAT(deputy.get("/people").body, Contains("Người cb-dt"));
  CHECK_THAT(deputy.get("/people").body, Contains("nghỉ đến 30/11/2023, người thay: Người cb-bd"));
}

TEST_CASE("the list is searched without diacritics and filtered by its address", "[people]") {
  Office5 office;
  change(office, "cb-dt", [](Person& p) { p.name = "Đặng Thị Hường"; });
  change(office, "cb-bd", [](Person& p) { p.addresses = {{"telegram", "7", false}}; });
  Browser lead = office.signed_in("ld-hpn");
  const std::string found = lead.get("/people", {{"words", "dang thi huong"}}).body;
  CHECK_THAT(found, Contains("Đặng Thị Hường"));
  CHECK_THAT(found, !Contains("Người cb-bd"));
  CHECK_THAT(lead.get("/people", {{"words", "BA DIEM"}}).body, Contains("Người cb-bd"));
  const std::string lost = lead.get("/people", {{"state", "unreachable"}}).body;
  CHECK_THAT(lost, Contains("Người cb-bd"));
  CHECK_THAT(lost, Contains("không nhận được tin"));
  CHECK_THAT(lost, !Contains("Đặng Thị Hường"));
  const std::string unlinked = lead.get("/people", {{"state", "unlinked"}, {"unit", "dt"}}).body;
  CHECK_THAT(unlinked, Contains("chưa được mời"));
  CHECK_THAT(unlinked, !Contains("Người cb-bd"));
  CHECK_THAT(lead.get("/people", {{"words", "không có ai tên này"}}).body,
             Contains("Không có ai theo điều kiện"));
  CHECK(lead.get("/people", {{"state", "'; DROP"}, {"page", "-1"}}).status == 200);
}

TEST_CASE("a hundred stand on a page, the others on the next", "[people]") {
  Office5 office;
  for (int i = 0; i < 130; ++i)
    office.desk.state.office.directory.put(person("x-" + std::to_string(1000 + i), "bd", false));
  Browser lead = office.signed_in("ld-hpn");
  const std::string first = lead.get("/people", {{"unit", "bd"}}).body;
  CHECK_THAT(first, Contains("131 người"));
  CHECK_THAT(first, Contains("/people?unit=bd&amp;page=2"));
  CHECK_THAT(first, !Contains("Người x-1129"));
  CHECK_THAT(lead.get("/people", {{"unit", "bd"}, {"page", "2"}}).body, Contains("Người x-1129"));
}

TEST_CASE("roles, leave and its end, accounts: each deed is her command", "[people]") {
  Office5 office;
  change(office, "cb-dt", [](Person& p) {
    p.addresses = {{"telegram", "7", true}};
    p.leaves = {{sample::day("2023-11-28"), sample::day("2023-12-02"), "ld-dt"}};
    p.asked = Address{"zalo_oa", "9", true};
  });
  Browser lead = office.signed_in("ld-dt");
  const std::string body = lead.get("/people/cb-dt").body;
  CHECK_THAT(body, Contains("28/11/2023 – 02/12/2023, người thay: Người ld-dt"));
  CHECK_THAT(body, Contains("Đang đề nghị đổi tài khoản"));
  const std::string at = "/people/cb-dt/";
  CHECK(lead.post(at + "roles", {{"unit", "dt"}, {"officer", "1"}, {"lead", "1"}}).status == 303);
  CHECK(last_command<AssignRoles>(office).unit == "dt");
  CHECK(last_command<AssignRoles>(office).lead);
  CHECK(lead.post(at + "leave", {{"from", "2023-12-04"}, {"to", "2023-12-06"}, {"deputy", "ld-dt"}})
            .status == 303);
  CHECK(last_command<TakeLeave>(office).leave.to == sample::day("2023-12-06"));
  CHECK(lead.post(at + "end_leave", {{"from", "2023-11-28"}}).status == 303);
  CHECK(last_command<EndLeave>(office).from == sample::day("2023-11-28"));
  CHECK(lead.post(at + "unbind", {{"channel", "telegram"}}).status == 303);
  CHECK(last_command<Unbind>(office).channel == "telegram");
  CHECK(lead.post(at + "rebind", {{"granted", "1"}}).status == 303);
  CHECK(last_command<SettleRebind>(office).granted);
  const Response answer = lead.post(at + "rebind", {{"granted", "0"}});
  CHECK(header(answer, "Location") == "/people/cb-dt?done=1");
  for (const Command& command : office.desk.commands) {
    CHECK(command.by == "ld-dt");
    CHECK_FALSE(command.as_administrator);
  }
}

TEST_CASE("what is no day, no account and no deed is told, and nothing is asked of the engine",
          "[people]") {
  Office5 office;
  Browser lead = office.signed_in("ld-dt");
  CHECK(lead.post("/people/cb-dt/leave", {{"from", "hôm nay"}, {"to", ""}}).status == 400);
  CHECK(lead.post("/people/cb-dt/end_leave", {{"from", ""}}).status == 400);
  CHECK(lead.post("/people/cb-dt/unbind").status == 404);
  CHECK(lead.post("/people/cb-dt/marry").status == 404);
  CHECK(lead.post("/people/cb-bd/roles").status == 404);
  CHECK(lead.get("/people/nobody").status == 404);
  CHECK(lead.post("/people/cb-dt/invite", {{"channel", "fax"}}).status == 400);
  CHECK(office.desk.commands.empty());
}

TEST_CASE("a refusal of the engine is shown in its words", "[people]") {
  Office5 office;
  office.desk.answer.kind = AnswerKind::refused;
  office.desk.answer.refusal.why = {"R-97", {}};
  Browser lead = office.signed_in("ld-dt");
  const Response answer = lead.post(
      "/people/cb-dt/leave", {{"from", "2023-12-04"}, {"to", "2023-12-06"}, {"deputy", "cb-dt"}});
  CHECK(answer.status == 409);
  CHECK_THAT(answer.body, Contains("Người thay phải là người khác."));
}

TEST_CASE("who administers by name acts with every right, and under that name", "[people]") {
  Office5 office;
  office.store.passwords["cb-bd"] = password_hash("mật khẩu rất dài").value();
  Browser one{office.site};
  REQUIRE(one.post("/signin/password", {{"person", "cb-bd"}, {"password", "mật khẩu rất dài"}})
              .status == 303);
  CHECK(one.post("/people/cb-dt/roles", {{"unit", "nb"}, {"officer", "1"}}).status == 303);
  CHECK(office.desk.commands.back().by == "cb-bd");
  CHECK(office.desk.commands.back().as_administrator);
  CHECK(one.post("/assignments/B20-01/nudge", {{"text", "x"}}).status == 303);
  CHECK(office.desk.commands.back().as_administrator);
}

TEST_CASE("before somebody leaves, everything she has is shown", "[people]") {
  Office5 office;
  change(office, "ld-dt", [](Person& p) { p.officer = true; });
  Assignment in_hand = sample::duty("B20-02", "bd");
  in_hand.handler = "ld-dt";
  office.desk.add(in_hand);
  Assignment asked = sample::duty("B20-01", "dt");
  asked.extension_request = ExtensionRequest{office.desk.time, sample::day("2023-12-01"), "", ""};
  office.desk.add(asked);
  change(office, "cb-bd", [](Person& p) {
    p.leaves = {{sample::day("2023-11-28"), sample::day("2023-12-02"), "ld-dt"}};
  });
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get("/people/ld-dt/leaver").body;
  CHECK_THAT(body, Contains("1 việc đang trực tiếp phụ trách"));
  CHECK_THAT(body, Contains("<a href=\"/assignments/B20-02\">B20-02</a>"));
  CHECK_THAT(body, Contains("2 việc chờ cho ý kiến"));  // the extension, and a report
  CHECK_THAT(body, Contains("Lãnh đạo, Cán bộ"));
  CHECK_THAT(body, Contains("Thay cho Người cb-bd từ 28/11/2023 đến 02/12/2023"));
  CHECK_THAT(body, Contains("<option value=\"cb-dt\">Người cb-dt</option>"));
  CHECK_THAT(body, !Contains("<option value=\"cb-bd\">"));  // roles stay within the unit
  CHECK(lead.post("/people/ld-dt/hand_over", {{"to", "cb-dt"}, {"reason", "Nghỉ hưu"}}).status ==
        303);
  CHECK(last_command<HandOverAll>(office).to == "cb-dt");
  CHECK(last_command<HandOverAll>(office).reason == "Nghỉ hưu");
}

TEST_CASE("a code is shown once, with a link and a picture, and the office gets its hash",
          "[people]") {
  Office5 office;
  Browser lead = office.signed_in("ld-dt");
  const Response sheet = lead.post("/people/cb-dt/invite", {{"channel", ""}});
  CHECK(sheet.status == 200);
  static const std::regex code("<b>([A-Z0-9]{4})-([A-Z0-9]{4})</b>");
  std::smatch found;
  REQUIRE(std::regex_search(sheet.body, found, code));
  const auto& invite = last_command<Invite>(office);
  CHECK(invite.hash == invitation_hash(found[1].str() + found[2].str()));
  CHECK_THAT(sheet.body, Contains("<svg class=\"qr\""));
  CHECK_THAT(sheet.body, Contains("quét mã QR bằng Telegram, hoặc nhắn mã liên kết trên Zalo"));
  CHECK_THAT(sheet.body, Contains("06/12/2023"));  // a week on
  CHECK(header(sheet, "Cache-Control") == "no-store");
  CHECK_THAT(lead.get("/people/cb-dt").body, !Contains(found[1].str() + "-" + found[2].str()));
}

TEST_CASE("a sheet is made for those who are ticked; who is refused is named above it",
          "[people]") {
  Office5 office;
  change(office, "cb-bd", [](Person& p) { p.addresses = {{"telegram", "7", true}}; });
  Browser lead = office.signed_in("ld-hpn");
  const std::string form = lead.get("/people/invitations").body;
  CHECK_THAT(form, Contains("value=\"cb-dt\" checked"));
  CHECK_THAT(form, !Contains("value=\"cb-bd\""));  // has an account
  CHECK_THAT(lead.get("/people/invitations", {{"channel", "zalo_oa"}}).body,
             Contains("value=\"cb-bd\""));
  const Response sheet = lead.post("/people/invitations",
                                   {{"person", "cb-dt"}, {"person", "ld-dt"}, {"person", "cb-dt"}});
  CHECK(office.desk.commands.size() == 2);
  CHECK_THAT(sheet.body, Contains("Kính mời đồng chí <b>Người cb-dt</b>"));
  CHECK_THAT(sheet.body, Contains("Kính mời đồng chí <b>Người ld-dt</b>"));
  CHECK(lead.post("/people/invitations").status == 400);
  Query many;
  for (int i = 0; i < 90; ++i) many.emplace("person", "p" + std::to_string(i));
  CHECK(lead.post("/people/invitations", many).status == 400);
  office.desk.answer.kind = AnswerKind::refused;
  office.desk.answer.refusal.why = {"R-07", {{"nguoi", "Người cb-dt"}}};
  const std::string refused = lead.post("/people/invitations", {{"person", "cb-dt"}}).body;
  CHECK_THAT(refused, Contains("Nội dung này về Người cb-dt do lãnh đạo phụ trách"));
  CHECK_THAT(refused, !Contains("class=\"invitation\""));
}

TEST_CASE("what somebody is called is text on every page about people", "[people][hostile]") {
  Office5 office;
  const std::string evil = "\"'><script>alert(1)</script>{{form_token}}";
  change(office, "cb-dt", [&](Person& p) { p.name = evil; });
  Unit unit = *office.desk.state.office.directory.unit("dt");
  unit.name = evil;
  office.desk.state.office.directory.put(unit);
  Browser lead = office.signed_in("ld-hpn");
  for (const char* path : {"/people", "/people/cb-dt", "/people/cb-dt/leaver",
                           "/people/invitations", "/people/ld-dt"}) {
    INFO(path);
    const Response response = lead.get(path, {{"words", ""}, {"notice", evil}});
    CHECK(response.status == 200);
    CHECK_THAT(response.body, !Contains("<script>alert"));
    CHECK_THAT(response.body, Contains("&lt;script&gt;"));
  }
  CHECK_THAT(lead.post("/people/cb-dt/invite").body, !Contains("<script>alert"));
}

TEST_CASE("a lead takes in a new officer, in her name", "[people]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get("/people").body, Contains("href=\"/people/new\""));
  CHECK_THAT(lead.get("/people/new").body, Contains("value=\"dt\""));
  CHECK(lead.post("/people/new", {{"name", " "}, {"unit", "dt"}}).status == 400);
  CHECK(office.desk.commands.empty());
  const Response done =
      lead.post("/people/new", {{"name", "Lê  Thị Mẫu"}, {"unit", "dt"}, {"address", "chị"}});
  CHECK(header(done, "Location") == "/people/p-le-thi-mau?done=1");
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(office.desk.commands[0].by == "ld-hpn");
  const Person& person = std::get<RegisterPerson>(office.desk.commands[0].body).person;
  CHECK(person.name == "Lê Thị Mẫu");
  CHECK(person.form_of_address == "chị");
  CHECK(person.officer);
  CHECK_FALSE(person.lead);
}
}  // namespace dondoc
