// The pages behind their door: every route has a rule, and each rule is tried by people inside and
// outside; sign-in, forms, headers, what is written down.
#include "web/site.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <regex>

#include "engine/command/sign_in_link.h"
#include "tests/web/fake_browser.h"
#include "web/password.h"
#include "web/sessions.h"

namespace dondoc {
namespace {

/// The route's pattern with what stands in the path filled in, of the commune Đông Thạnh; a draft is
/// that of who asks.
std::string example_of(const PageRoute& route, const std::string& person) {
  std::string path = route.pattern;
  const bool is_draft = path.starts_with("/intake/{draft}/");
  if (is_draft && path.find("{question}") != path.npos)
    path.replace(path.find("{question}"), 10, "K-Q1");
  if (is_draft && path.find("{duty}") != path.npos) path.replace(path.find("{duty}"), 6, "K1");
  if (is_draft && path.find("{unit}") != path.npos) path.replace(path.find("{unit}"), 6, "ubnd-xa");
  if (path.starts_with("/changes/file/") && path.ends_with("{list}"))
    path.replace(path.find("{list}"), 6, "sap-xep.csv");
  for (const auto& [name, value] :
       std::vector<std::pair<std::string, std::string>>{{"{unit}", "dt"},
                                                        {"{code}", "B20-01"},
                                                        {"{plan}", "B-HPN"},
                                                        {"{question}", "Q1"},
                                                        {"{deed}", "nudge"},
                                                        {"{duty}", "B20"},
                                                        {"{field}", "so_cuoc"},
                                                        {"{file}", "figures.csv"},
                                                        {"{change}", "nhap-2024"},
                                                        {"{number}", "1"},
                                                        {"{person}", "cb-dt"},
                                                        {"{act}", "roles"},
                                                        {"{list}", "don-vi.csv"},
                                                        {"{key}", "1"},
                                                        {"{feed}", "x.ics"},
                                                        {"{draft}", "of-" + person},
                                                        {"{name}", "plan.svg"}}) {
    if (auto at = path.find(name); at != path.npos) path.replace(at, name.size(), value);
  }
  REQUIRE(path.find('{') == path.npos);
  return path;
}

bool was_let_in(const Response& response) {
  const bool to_sign_in = response.status == 303 && header(response, "Location") == "/signin";
  return !to_sign_in && response.status != 404 && response.status != 403;
}

}  // namespace

TEST_CASE("every route says who may ask for it, and stands in the table once", "[site]") {
  Office5 office;
  std::set<std::string> names;
  CHECK(office.site.routes().size() > 15);
  for (const PageRoute& route : office.site.routes()) {
    INFO(route.method << " " << route.pattern);
    CHECK(route.rule != Rule::unset);
    CHECK(route.handler != nullptr);
    CHECK((route.method == "GET" || route.method == "POST"));
    CHECK(names.insert(route.method + " " + route.pattern).second);
    const bool about_unit = route.rule == Rule::in_sight || route.rule == Rule::leads;
    CHECK(about_unit == (route.subject != Subject::none));
  }
}

TEST_CASE("each route lets in whom its rule names, and nobody else", "[site]") {
  Office5 office;
  office.desk.send_file();
  Browser stranger = office.browser();
  Browser officer_inside = office.signed_in("cb-dt");
  Browser officer_outside = office.signed_in("cb-bd");
  Browser lead_inside = office.signed_in("ld-dt");
  Browser lead_above = office.signed_in("ld-hpn");
  Browser administrator = office.administrator();
  for (const PageRoute& route : office.site.routes()) {
    if (route.pattern == "/signout" || route.pattern.starts_with("/signin")) continue;
    if (route.pattern == "/") continue;  // leads on, whoever asks
    const auto let_in = [&](Browser& one, const std::string& person = "nobody") {
      office.wall = office.wall + Elapsed::minutes(6);  // nobody tries too often
      office.intake.give(person);
      const std::string path = example_of(route, person);
      INFO(path);
      return was_let_in(route.method == "GET" ? one.get(path, {{"plan", "B-HPN"}})
                                              : one.post(path));
    };
    INFO(route.method << " " << route.pattern);
    const bool everyone = route.rule == Rule::everyone;
    const bool any_person = everyone || route.rule == Rule::signed_in;
    const bool own_plan = route.subject == Subject::plan;  // the issuer's: hpn
    if (!route.pattern.starts_with("/assets/") && !route.pattern.starts_with("/calendar/")) {
      CHECK(let_in(stranger) == everyone);
      CHECK(let_in(officer_outside, "cb-bd") == any_person);
      CHECK(let_in(officer_inside, "cb-dt") == (any_person || route.rule == Rule::in_sight));
      CHECK(let_in(lead_inside, "ld-dt") == (route.rule != Rule::administrator && !own_plan));
      CHECK(let_in(lead_above, "ld-hpn") == (route.rule != Rule::administrator));
      CHECK(let_in(administrator));
    }
  }
}

TEST_CASE("a link of the bot signs in once, within ten minutes, and only by a press", "[site]") {
  Office5 office;
  Browser one = office.browser();
  const std::string token = sign_in_token({"ld-hpn", office.desk.time}, k_key);
  CHECK(one.get("/signin/link", {{"t", token}}).status == 200);  // a preview in the chat
  CHECK(one.get("/board").status == 303);
  CHECK(one.post("/signin/link", {{"t", token}}).status == 303);
  CHECK(one.get("/board").status == 200);
  Browser other = office.browser();
  CHECK(other.post("/signin/link", {{"t", token}}).status == 403);
  const std::string old = sign_in_token({"ld-hpn", office.desk.time - Elapsed::minutes(11)}, k_key);
  CHECK(other.post("/signin/link", {{"t", old}}).status == 403);
  const std::string forged = sign_in_token({"ld-hpn", office.desk.time}, std::string(32, 'x'));
  CHECK(other.post("/signin/link", {{"t", forged}}).status == 403);
  CHECK(other.post("/signin/link", {{"t", "…"}}).status == 403);
  const std::string nobody = sign_in_token({"nobody", office.desk.time}, k_key);
  CHECK(other.post("/signin/link", {{"t", nobody}}).status == 403);
  CHECK(other.get("/board").status == 303);
}

TEST_CASE("a wrong name and a wrong password get the same answer; after five a name waits",
          "[site]") {
  Office5 office;
  office.store.passwords["ld-hpn"] = password_hash("đúng mật khẩu này").value();
  Browser one = office.browser();
  const auto attempt = [&](const char* name, const char* password) {
    return one.post("/signin/password", {{"person", name}, {"password", password}});
  };
  const Response wrong = attempt("ld-hpn", "sai");
  const Response unknown = attempt("không có ai", "sai");
  CHECK(wrong.status == 403);
  CHECK(unknown.status == 403);
  CHECK(wrong.body == unknown.body);
  for (int i = 0; i < 4; ++i) CHECK(attempt("ld-hpn", "sai").body == wrong.body);
  CHECK(attempt("ld-hpn", "đúng mật khẩu này").body == wrong.body);
  office.wall = office.wall + Elapsed::minutes(16);
  CHECK(attempt("ld-hpn", "đúng mật khẩu này").status == 303);
  CHECK(one.get("/board").status == 200);
}

TEST_CASE("an address that tries again and again is held off", "[site]") {
  Office5 office;
  Browser one = office.browser();
  int held_off = 0;
  for (int i = 0; i < 40; ++i)
    held_off += one.post("/signin/link", {{"t", "x"}}).status == 429 ? 1 : 0;
  CHECK(held_off == 10);
}

TEST_CASE("a session ends by signing out, after twelve idle hours, and after a week", "[site]") {
  Office5 office;
  Browser one = office.signed_in("ld-hpn");
  CHECK(office.store.sessions.size() == 1);
  CHECK(office.store.sessions.begin()->first != one.cookie);  // of the token only a hash
  const std::string before = one.cookie;
  CHECK(one.post("/signout").status == 303);
  one.cookie = before;
  CHECK(one.get("/board").status == 303);

  Browser idle = office.signed_in("ld-hpn");
  office.wall = office.wall + Elapsed::hours(11);
  CHECK(idle.get("/board").status == 200);
  office.wall = office.wall + Elapsed::hours(13);
  CHECK(idle.get("/board").status == 303);

  Browser busy = office.signed_in("ld-hpn");
  for (int i = 0; i < 16; ++i) {
    office.wall = office.wall + Elapsed::hours(10);
    CHECK(busy.get("/board").status == 200);
  }
  office.wall = office.wall + Elapsed::hours(10);
  CHECK(busy.get("/board").status == 303);
}

TEST_CASE("who left is signed out with the next look", "[site]") {
  Office5 office;
  Browser one = office.signed_in("cb-dt");
  CHECK(one.get("/board").status == 200);
  office.desk.state.office.directory.change_person("cb-dt", [](Person& p) { p.active = false; });
  CHECK(one.get("/board").status == 303);
}

TEST_CASE("a form that is not ours changes nothing", "[site]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string path = "/assignments/B20-01/nudge";
  Request without = lead.request("POST", path, {});
  CHECK(lead.send(without).status == 403);
  Request wrong = lead.request("POST", path, {{"form_token", std::string(64, 'a')}});
  CHECK(lead.send(wrong).status == 403);
  Request other_site = lead.request("POST", path, {{"form_token", form_token_of(lead.cookie)}});
  other_site.origin = "https://example.com";
  CHECK(lead.send(other_site).status == 403);
  other_site.origin = "";
  other_site.fetch_site = "cross-site";
  CHECK(lead.send(other_site).status == 403);
  Request other_name = lead.request("GET", "/board", {});
  other_name.host = "example.com";
  CHECK(lead.send(other_name).status == 421);
  CHECK(office.desk.commands.empty());
  CHECK(lead.post(path).status == 303);
  CHECK(office.desk.commands.size() == 1);
}

TEST_CASE("every answer keeps scripts, frames and caches out", "[site]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  for (const char* path : {"/board", "/signin", "/nowhere", "/assignments/B20-01"}) {
    const Response response = lead.get(path);
    INFO(path);
    const std::string policy = header(response, "Content-Security-Policy");
    CHECK(policy.find("default-src 'none'") != policy.npos);
    CHECK(policy.find("unsafe") == policy.npos);
    CHECK(header(response, "X-Frame-Options") == "DENY");
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header(response, "Cache-Control") == "no-store");
    static const std::regex inline_code("<script>|<style|onclick=| style=");
    CHECK_FALSE(std::regex_search(response.body, inline_code));
    static const std::regex elsewhere("(src|href|action)=\"(https?:)?//");
    CHECK_FALSE(std::regex_search(response.body, elsewhere));
  }
}

TEST_CASE("over https the cookie is for https alone", "[site]") {
  FakePageDesk desk;
  FakeAdministration administration;
  MemoryPageStore store;
  Site site({desk, administration, store, project_file, k_key, "https://dondoc.example.gov.vn",
             [] { return sample::at("2023-11-29T08:00"); }});
  Browser one{site};
  Request asked = one.request("GET", "/signin", {});
  asked.host = "dondoc.example.gov.vn";
  const std::string cookie = header(site.answer(asked), "Set-Cookie");
  CHECK(cookie.starts_with("__Host-dondoc="));
  CHECK(cookie.find("; Secure") != cookie.npos);
  CHECK(cookie.find("; HttpOnly") != cookie.npos);
  CHECK(cookie.find("; SameSite=Lax") != cookie.npos);
}

TEST_CASE("who looked at whose figures is written down, once in ten minutes", "[site]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  lead.get("/units/dt");
  lead.get("/units/dt");
  lead.get("/assignments/B20-02");
  lead.get("/board", {{"unit", "hpn"}});
  Browser outside = office.signed_in("cb-bd");
  outside.get("/units/dt");  // was shown nothing
  REQUIRE(office.store.noted.size() == 3);
  CHECK(office.store.noted[0] == PageRead{office.wall, "ld-hpn", "dt", "/units/dt"});
  CHECK(office.store.noted[1].unit == "bd");
  CHECK(office.store.noted[2].unit == "hpn");
  office.wall = office.wall + Elapsed::minutes(11);
  lead.get("/units/dt");
  CHECK(office.store.noted.size() == 4);
}

TEST_CASE("a board shows what its visitor may see", "[site]") {
  Office5 office;
  const std::string all = office.signed_in("ld-hpn").get("/board").body;
  CHECK(all.find("Xã Đông Thạnh") != all.npos);
  CHECK(all.find("Xã Bà Điểm") != all.npos);
  const std::string own = office.signed_in("cb-dt").get("/board").body;
  CHECK(own.find("Xã Đông Thạnh") != own.npos);
  CHECK(own.find("Xã Bà Điểm") == own.npos);
  const std::string list =
      office.signed_in("cb-dt").get("/duties", {{"only", "bd"}, {"state", "overdue"}}).body;
  CHECK(list.find("B20-02") == list.npos);
}

TEST_CASE("an open board costs nothing while nothing changes", "[site]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get("/board").body;
  CHECK(body.find("/board/live?version=7") != body.npos);
  const int rule_looks = 1;  // who she is
  const int before = office.desk.looks;
  CHECK(lead.get("/board/live", {{"version", "7"}}).status == 204);
  CHECK(office.desk.looks == before + rule_looks);
  office.desk.seen_version = "8";
  const Response changed = lead.get("/board/live", {{"version", "7"}});
  CHECK(changed.status == 200);
  CHECK(changed.body.find("<html") == changed.body.npos);
}

TEST_CASE("what is decided on a page is the chat's command in the lead's name", "[site]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  CHECK(lead.post("/assignments/B20-01/nudge", {{"reason", "đề nghị gửi sớm"}}).status == 303);
  CHECK(lead.post("/assignments/B15-01/return",
                  {{"reason", "thiếu kinh phí"}, {"until", "2023-12-01"}})
            .status == 303);
  CHECK(lead.post("/plans/B-HPN/questions/Q1", {{"proposal", "1"}}).status == 303);
  CHECK(lead.post("/assignments/B15-01/correct", {{"figure.so_cuoc", "4"}, {"reason", "nhầm"}})
            .status == 303);
  REQUIRE(office.desk.commands.size() == 4);
  for (const Command& command : office.desk.commands) CHECK(command.by == "ld-hpn");
  CHECK(std::get<Nudge>(office.desk.commands[0].body).text == "đề nghị gửi sớm");
  CHECK(std::get<ReturnReport>(office.desk.commands[1].body).until == sample::day("2023-12-01"));
  CHECK(std::get<ConfirmQuestion>(office.desk.commands[2].body).use_default);
  CHECK(std::get<Submit>(office.desk.commands[3].body).figures.front().value ==
        FigureValue(std::int64_t{4}));
  CHECK(lead.post("/assignments/B15-01/return", {{"until", "31/02"}}).status == 400);
  CHECK(lead.post("/assignments/B15-01/dance").status == 404);
  office.desk.answer.kind = AnswerKind::refused;
  office.desk.answer.refusal.why = {"R-50", {{"dv", "Đơn vị <b>"}}};
  const Response refused = lead.post("/assignments/B20-01/return", {{"reason", "…"}});
  CHECK(refused.status == 409);
  CHECK(refused.body.find("Đơn vị Đơn vị &lt;b&gt; đã có việc này.") != refused.body.npos);
}

TEST_CASE("plans of other offices stood in everybody's list", "[site]") {
  Office5 office;
  office.desk.state.office.directory.put(sample::unit("kt", "UBND thành phố Kon Tum", "", ""));
  Plan other = sample::plan();
  other.id = "D-KT";
  other.number = "77/KH-UBND";
  other.issuer = "kt";
  office.desk.state.office.plans["D-KT"].plan = other;
  Browser lead = office.signed_in("ld-hpn");
  for (const char* path : {"/plans", "/board", "/duties"}) {
    INFO(path);
    const std::string body = lead.get(path).body;
    CHECK(body.find("148/KH-BTV") != body.npos);
    CHECK(body.find("77/KH-UBND") == body.npos);
  }
  CHECK(lead.get("/plans/D-KT").status == 404);
  CHECK(office.administrator().get("/plans/D-KT").status == 200);
}

TEST_CASE("a cell counted what has no date among what is done or owed", "[site]") {
  Office5 office;
  office.desk.add(sample::undated("B1-01", "dt"));
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get("/board", {{"only", "dt"}}).body;
  CHECK(body.find(">1/2<span") != body.npos);  // B20-01 is overdue, B15-01 done
  CHECK(body.find("/3<span") == body.npos);
}

TEST_CASE("a question was about units and plan by their ids", "[site]") {
  Office5 office;
  Question question;
  question.id = "Q1";
  question.question = "Tên ba đơn vị là gì?";
  question.about = {"units", "plan", "B20"};
  office.desk.state.office.plans["B-HPN"].plan.questions = {question};
  const std::string body = office.signed_in("ld-hpn").get("/plans/B-HPN").body;
  CHECK(body.find("đơn vị thực hiện, toàn kế hoạch, B20") != body.npos);
}

TEST_CASE("a unit's people were reached by the id of a channel", "[site]") {
  Office5 office;
  Person officer = person("cb-nb", "nb", false);
  officer.addresses = {{"zalo_bot", "1"}, {"sandbox", "2"}};
  office.desk.state.office.directory.put(officer);
  const std::string body = office.signed_in("ld-hpn").get("/units/nb").body;
  CHECK(body.find("Zalo Bot, kênh thử") != body.npos);
}

TEST_CASE("a duty that was handed in without a date stood as waiting for it", "[site]") {
  Office5 office;
  Assignment done = sample::waiting(sample::duty("B18-01", "nb"));
  done.binding = Binding::ordered;
  done = sample::reported(done, "2023-06-01T09:00", {});
  office.desk.add(done);
  const std::string body = office.signed_in("ld-hpn").get("/units/nb").body;
  CHECK(body.find("Chờ xác nhận hạn") == body.npos);
}

TEST_CASE("a report's money had no unit, and stood below the buttons that judge it", "[site]") {
  Office5 office;
  office.desk.add(sample::reported(sample::duty("B15-02", "bd", "2023-11-20"), "2023-11-18T09:00",
                                   {sample::count("kinh_phi", 1'000'000)}));
  const std::string body = office.signed_in("ld-hpn").get("/assignments/B15-02").body;
  const auto money = body.find("1.000.000 đồng");
  CHECK(money != body.npos);
  CHECK(money < body.find("/accept"));
}

TEST_CASE("a duty about which nothing can be decided had an empty place to decide", "[site]") {
  Office5 office;
  office.desk.add(sample::waived(sample::duty("B15-02", "bd")));
  Browser lead = office.signed_in("ld-hpn");
  CHECK(lead.get("/assignments/B15-02").body.find("decide-name") == std::string::npos);
  CHECK(lead.get("/assignments/B20-02").body.find("decide-name") != std::string::npos);
}

TEST_CASE("the other language lost what was chosen on the board, and led nowhere after a form",
          "[site]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string board = lead.get("/board", {{"plan", "B-HPN"}, {"state", "overdue"}}).body;
  CHECK(board.find("value=\"/board?plan=B-HPN&amp;state=overdue\"") != board.npos);
  const Response refused = lead.post("/assignments/B15-01/return", {{"until", "31/02"}});
  CHECK(refused.body.find("name=\"back\" value=\"/board\"") != refused.body.npos);
}

TEST_CASE("names and words that look like HTML are shown and not obeyed", "[site]") {
  Office5 office;
  const std::string evil = "<script>alert(1)</script>\"'>";
  Unit unit = *office.desk.state.office.directory.unit("dt");
  unit.name = unit.short_name = evil;
  office.desk.state.office.directory.put(unit);
  office.desk.state.assignments["B20-01"].block = Block{office.desk.time, evil, "cb-dt"};
  Browser lead = office.signed_in("ld-hpn");
  for (const char* path : {"/board", "/duties", "/units/dt", "/assignments/B20-01", "/inbox"}) {
    INFO(path);
    const std::string body = lead.get(path).body;
    CHECK(body.find("<script>alert") == body.npos);
    CHECK(body.find("&lt;script&gt;alert") != body.npos);
  }
}

TEST_CASE("the language is kept, and the way back stays with us", "[site]") {
  Office5 office;
  Browser one = office.browser();
  const Response there = one.post("/language", {{"language", "en"}, {"back", "/plans?x=1"}});
  CHECK(header(there, "Location") == "/plans?x=1");
  for (const char* back : {"//evil.example", "https://evil.example", "/\\evil.example", ""})
    CHECK(header(one.post("/language", {{"language", "en"}, {"back", back}}), "Location") ==
          "/board");
  Request english = one.request("GET", "/signin", {});
  english.cookie += "; dondoc_language=en";
  CHECK(office.site.answer(english).body.find("Sign in") != std::string::npos);
}

TEST_CASE("each number of the boxes opens a list of as many duties, the total too", "[pages]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get("/board").body;
  const std::regex box("<li class=\"[a-z]+\"><a href=\"/duties\\?state=([a-z_]+)\"><b>([0-9]+)</b>");
  const std::regex row("<tr class=\"[a-z ]*\"><th scope=\"row\">");
  int boxes = 0;
  for (std::sregex_iterator at(body.begin(), body.end(), box), end; at != end; ++at, ++boxes) {
    const std::string list = lead.get("/duties", {{"state", (*at)[1]}}).body;
    INFO((*at)[1]);
    CHECK(std::distance(std::sregex_iterator(list.begin(), list.end(), row), {}) ==
          std::stoi((*at)[2]));
  }
  CHECK(boxes >= 6);
}

}  // namespace dondoc
