// Requests that no browser of ours sends, as tables: each is refused, and told to the log, or does
// no harm. What is tried on every route is in hostile_routes_test.cpp; what a rule, a form and a
// link are in the usual way, in site_test.cpp.
#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;
using namespace std::string_literals;

/// Refused: an answer that says so, told to the log. Harmless: an answer like any other, in which
/// the hostile words stand as text.
enum class Fate { refused, harmless };

struct Try {
  std::string what;
  Request request;
  Fate fate = Fate::refused;
};
using Tries = std::vector<Try>;

const std::string k_evil =
    "\"'><script>alert(1)</script><img src=x onerror=alert(2)>{{form_token}}";
const std::string k_reason(20'000, 'x');

/// What must be in no answer, whatever was asked.
void check_is_clean(const Response& response) {
  CHECK_THAT(response.body, !Contains("<script>alert"));
  CHECK_THAT(response.body, !Contains("<img src=x"));
  CHECK_THAT(response.body, !Contains("root:x:"));
  CHECK(header(response, "X-Content-Type-Options") == "nosniff");
  CHECK_THAT(header(response, "Content-Security-Policy"), Contains("default-src 'none'"));
  for (const auto& [name, value] : response.headers) {
    INFO(name << ": " << value);
    CHECK(std::all_of(value.begin(), value.end(), [](char c) { return c >= ' ' && c < '\x7f'; }));
    if (name == "Location") CHECK((value.starts_with("/") && !value.starts_with("//")));
  }
}

bool is_refusal(const Response& response) {
  const bool to_sign_in = response.status == 303 && header(response, "Location") == "/signin";
  return to_sign_in || response.status >= 400;
}

void try_all(Office5& office, const Tries& attempts) {
  for (const Try& attempt : attempts) {
    INFO(attempt.what);
    office.refusals.clear();
    office.wall = office.wall + Elapsed::minutes(6);  // nobody tries too often
    const Response response = office.site.answer(attempt.request);
    INFO(response.status);
    check_is_clean(response);
    CHECK(response.status < 500);
    CHECK(is_refusal(response) == (attempt.fate == Fate::refused));
    CHECK(office.refusals.size() == (attempt.fate == Fate::refused ? 1 : 0));
  }
  CHECK(office.desk.commands.empty());
}

Request with_form_token(const Browser& browser, Request request) {
  request.query.emplace("form_token", form_token_of(browser.cookie));
  return request;
}

Try get(const Browser& by, std::string path, Query query, Fate fate) {
  Request request = by.request("GET", path, std::move(query));
  return {"GET " + path, std::move(request), fate};
}

Try post(const Browser& by, std::string path, Query query, Fate fate) {
  Request request = with_form_token(by, by.request("POST", path, std::move(query)));
  return {"POST " + path, std::move(request), fate};
}

/// Hostile words wherever somebody may write some.
void plant(Office5& office) {
  auto& state = office.desk.state;
  Unit unit = *state.office.directory.unit("dt");
  unit.name = unit.short_name = k_evil;
  state.office.directory.put(unit);
  state.office.directory.change_person("cb-dt", [](Person& p) { p.name = k_evil; });
  Assignment a = sample::reported(sample::duty("B20-01", "dt"), "2023-11-20T09:00",
                                  {sample::count("so_cuoc", 4), sample::words("kho_khan", k_evil)});
  a.submissions[0].text = k_evil;
  a.submissions[0].by = "cb-dt";
  a.attachments = {{1, k_evil, "pdf", "d1", 1000, "cb-dt", office.desk.time}};
  a.block = Block{office.desk.time, k_evil, "cb-dt"};
  a.dispute = Dispute{office.desk.time, k_evil, "cb-dt"};
  a.extension_request = ExtensionRequest{office.desk.time, sample::day("2023-12-01"), k_evil, ""};
  office.desk.add(a);
  PlanCase& plan = state.office.plans["B-HPN"];
  plan.plan.subject = k_evil;
  plan.plan.number = k_evil;
  plan.plan.forms[0].fields[0].label = k_evil;
  plan.plan.obligations[2].what = k_evil;
  Question question;
  question.id = "Q1";
  question.question = question.proposal = k_evil;
  plan.plan.questions = {question};
  plan.summaries["2023"].text = k_evil;
}

}  // namespace

TEST_CASE("no path leads out of what we serve", "[hostile]") {
  Office5 office;
  const Browser lead = office.signed_in("ld-hpn");
  Tries attempts;
  for (const char* path : {"/assets/../config/dondoc.json",
                           "/assets/..%2fconfig%2fpages%2fvi.json",
                           "/assets/%2e%2e/%2e%2e/etc/passwd",
                           "/assets/pages.css/../../x",
                           "/assets/pages.css%00.png",
                           "/assets/..\\..\\etc\\passwd",
                           "/assets/",
                           "/assets/charts.js/..%2f..%2fetc%2fpasswd",
                           "/units/..%2f..%2f",
                           "/units/%252e%252e%252f",
                           "/units/%2e%2e",
                           "/plans/..%2fB-HPN",
                           "/plans/B-HPN/summary/files/..%2f..%2fdondoc.db",
                           "/plans/B-HPN/summary/files/%2fetc%2fpasswd",
                           "/plans/B-HPN/summary/files/state.docx%00",
                           "/plans/B-HPN/summary/figures/..%2f/so_cuoc",
                           "//etc/passwd",
                           "/%2e%2e%2f",
                           "/assignments/B20-01/../../etc",
                           "/board/../../etc/passwd",
                           "",
                           "*",
                           "board",
                           "http://evil.example/board",
                           "/board%zz",
                           "/board%",
                           "/board;x=1",
                           "/BOARD"})
    attempts.push_back(get(lead, path, {}, Fate::refused));
  try_all(office, attempts);
}

TEST_CASE("what is asked for stands in the answer as text, if at all", "[hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  Tries attempts;
  for (const char* path : {"/board", "/duties", "/board/live", "/inbox", "/plans"}) {
    for (const char* name : {"plan", "unit", "only", "duty", "period", "state", "asof", "page",
                             "version", "\"><script>alert(1)</script>"})
      attempts.push_back(get(lead, path, {{name, k_evil}}, Fate::harmless));
  }
  attempts.push_back(get(lead, "/assets/pages.js", {{"v", k_evil}}, Fate::harmless));
  attempts.push_back(get(lead, "/signin/link", {{"t", k_evil}}, Fate::harmless));
  attempts.push_back(get(lead, "/units/dt", {{"done", k_evil}}, Fate::harmless));
  attempts.push_back(get(lead, "/plans/B-HPN/summary", {{"period", k_evil}}, Fate::refused));
  attempts.push_back(get(lead, "/units/" + percent_encoded(k_evil), {}, Fate::refused));
  attempts.push_back(get(lead, "/" + percent_encoded(k_evil), {}, Fate::refused));
  attempts.push_back(post(lead, "/signin/password", {{"person", k_evil}}, Fate::refused));
  attempts.push_back(post(lead, "/language", {{"language", k_evil}}, Fate::harmless));
  try_all(office, attempts);
  const Response conflict =
      lead.post("/plans/B-HPN/summary/keep", {{"seal", "1"}, {"text", k_evil}});
  CHECK(conflict.status == 409);
  check_is_clean(conflict);
  CHECK_THAT(conflict.body, Contains("&lt;script&gt;alert"));
}

TEST_CASE("what people wrote is shown as text on every page", "[hostile]") {
  Office5 office;
  plant(office);
  Browser lead = office.signed_in("ld-hpn");
  for (const char* path :
       {"/board", "/duties", "/plans", "/inbox", "/units/dt", "/assignments/B20-01", "/plans/B-HPN",
        "/plans/B-HPN/summary", "/plans/B-HPN/summary/figures/B20/so_cuoc",
        "/plans/B-HPN/summary/figures/B20/kho_khan"}) {
    INFO(path);
    const Response response = lead.get(path);
    CHECK(response.status == 200);
    check_is_clean(response);
    CHECK_THAT(response.body, Contains("&lt;script&gt;alert"));
    CHECK_THAT(response.body, Contains("{{form_token}}"));  // no template is filled in twice
  }
  const Response figures = lead.get("/plans/B-HPN/summary/files/figures.csv");
  CHECK(figures.type == "text/csv; charset=utf-8");  // a download, never a page
  CHECK_THAT(header(figures, "Content-Disposition"), Contains("attachment"));
}

TEST_CASE("a link that was changed, made elsewhere, too old or for nobody signs nobody in",
          "[hostile]") {
  Office5 office;
  office.desk.state.office.directory.change_person("cb-bd", [](Person& p) { p.active = false; });
  Browser stranger = office.browser();
  stranger.get("/signin");
  const Instant now = office.desk.time;
  const std::string good = sign_in_token({"ld-hpn", now}, k_key);
  std::vector<std::pair<std::string, std::string>> tokens = {
      {"made tomorrow", sign_in_token({"ld-hpn", now + Elapsed::hours(24)}, k_key)},
      {"a moment too old",
       sign_in_token({"ld-hpn", now - Elapsed::minutes(10) - Elapsed{1}}, k_key)},
      {"of who left", sign_in_token({"cb-bd", now}, k_key)},
      {"of nobody", sign_in_token({"", now}, k_key)},
      {"of another key", sign_in_token({"administrator", now}, std::string(32, 'K'))},
      {"NUL", good + "\0"s},
      {"longer", good + "A"},
      {"twice", good + good},
      {"padded", good + "=="},
      {"none", ""},
      {"far too long", std::string(100'000, 'A')},
  };
  for (std::size_t i = 0; i < good.size(); ++i) {
    std::string changed = good;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    tokens.emplace_back("character " + std::to_string(i), changed);
    if (i % 8 == 0) tokens.emplace_back("cut at " + std::to_string(i), good.substr(0, i));
  }
  Tries attempts;
  for (const auto& [what, token] : tokens) {
    attempts.push_back(post(stranger, "/signin/link", {{"t", token}}, Fate::refused));
    attempts.back().what = what;
  }
  try_all(office, attempts);
  CHECK(office.store.sessions.empty());
}

TEST_CASE("a session that is forged, over, ended or another's name opens nothing", "[hostile]") {
  Office5 office;
  const Browser lead = office.signed_in("ld-hpn");
  const std::string hash = office.store.sessions.begin()->first;
  Browser ended = office.signed_in("ld-dt");
  const std::string ended_token = ended.cookie;
  ended.post("/signout");
  Tries attempts;
  const auto with_cookie = [&](const char* what, const std::string& cookie) {
    Request request = lead.request("GET", "/board", {});
    request.cookie = cookie;
    attempts.push_back({what, std::move(request), Fate::refused});
  };
  with_cookie("made up", "dondoc=" + std::string(64, 'a'));
  with_cookie("as the store has it", "dondoc=" + hash);
  with_cookie("cut", "dondoc=" + lead.cookie.substr(0, 63));
  with_cookie("longer", "dondoc=" + lead.cookie + "0");
  with_cookie("quoted", "dondoc=\"" + lead.cookie + "\"");
  with_cookie("in capitals", "dondoc=A" + lead.cookie.substr(1));
  with_cookie("signed out", "dondoc=" + ended_token);
  with_cookie("a forged one first", "dondoc=x; dondoc=" + lead.cookie);
  with_cookie("SQL", "dondoc=' OR 1=1 --" + std::string(46, 'x'));
  with_cookie("NUL", "dondoc=\0"s + lead.cookie);
  with_cookie("the person's id", "dondoc=ld-hpn");
  try_all(office, attempts);

  Browser idle = office.signed_in("ld-hpn");
  Browser away = office.signed_in("cb-dt");
  office.desk.state.office.directory.change_person("cb-dt", [](Person& p) { p.active = false; });
  office.refusals.clear();
  CHECK(away.get("/board").status == 303);
  office.wall = office.wall + Elapsed::hours(13);
  CHECK(idle.get("/board").status == 303);
  CHECK(office.refusals.size() == 2);
  for (const RefusedCall& call : office.refusals) CHECK(call.why == "no_session");

  office.refusals.clear();
  Browser other_name = office.browser();
  Request request = lead.request("GET", "/board", {});
  request.cookie = "xdondoc=" + lead.cookie + "; __Host-dondoc=" + lead.cookie;
  CHECK(other_name.send(request).status == 303);  // like a first look: no line
  CHECK(office.refusals.empty());
}

TEST_CASE("more than a form can hold is not taken in", "[hostile]") {
  Office5 office;
  const Browser lead = office.signed_in("ld-hpn");
  Tries attempts;
  const auto add = [&](const char* what, auto change) {
    Request request = with_form_token(lead, lead.request("POST", "/assignments/B20-01/nudge", {}));
    change(request);
    attempts.push_back({what, std::move(request), Fate::refused});
  };
  add("a megabyte in a field",
      [](Request& r) { r.query.emplace("reason", std::string(1 << 20, 'x')); });
  add("a megabyte in a name", [](Request& r) { r.query.emplace(std::string(1 << 20, 'x'), ""); });
  add("ten thousand fields", [](Request& r) {
    for (int i = 0; i < 10'000; ++i) r.query.emplace("figure." + std::to_string(i), "1");
  });
  add("a long path", [](Request& r) { r.path += std::string(4'000, '/'); });
  add("a long code", [](Request& r) { r.path = "/assignments/" + std::string(5'000, 'B'); });
  add("a long cookie", [](Request& r) { r.cookie += "; x=" + std::string(10'000, 'x'); });
  add("a long host", [](Request& r) { r.host = std::string(10'000, 'a'); });
  add("a long origin", [](Request& r) { r.origin = "http://" + std::string(10'000, 'a'); });
  attempts.push_back(get(lead, "/units/" + std::string(1'900, 'x'), {}, Fate::refused));
  try_all(office, attempts);

  Browser patient = office.signed_in("ld-hpn");
  for (const char* path : {"/board", "/duties", "/board/live"}) {
    for (const char* name : {"plan", "unit", "only", "duty", "period", "state", "asof", "page"}) {
      INFO(path << " " << name);
      const Response response = patient.get(path, {{name, k_reason}});
      CHECK(response.status == 200);
      CHECK(response.body.size() < 1'000'000);  // what is asked for is not given back manifold
    }
  }
}

TEST_CASE("bytes that are no text are not taken in", "[hostile]") {
  Office5 office;
  const Browser lead = office.signed_in("ld-hpn");
  Tries attempts;
  for (const std::string& bytes :
       {"\xFF\xFE"s, "\xC0\xAF"s, "\xE0\x80\xAF"s, "\xED\xA0\x80"s, "\xE1\xBA"s, "\x80"s,
        "\xF4\x90\x80\x80"s, "\xF8\x88\x80\x80\x80"s, "a\0b"s, "\0"s}) {
    attempts.push_back(get(lead, "/board", {{"plan", bytes}}, Fate::refused));
    attempts.push_back(get(lead, "/board", {{bytes, "x"}}, Fate::refused));
    attempts.push_back(get(lead, "/units/" + percent_encoded(bytes), {}, Fate::refused));
    attempts.push_back(post(lead, "/assignments/B20-01/nudge", {{"reason", bytes}}, Fate::refused));
    attempts.push_back(post(lead, "/signin/password", {{"person", bytes}}, Fate::refused));
  }
  attempts.push_back(get(lead, "/units/d\xFFt", {}, Fate::refused));
  attempts.push_back(get(lead, "/units/%c0%ae%c0%ae", {}, Fate::refused));
  attempts.push_back(get(lead, "/duties", {{"plan", "ế 👩‍🌾"}}, Fate::harmless));
  try_all(office, attempts);
}

TEST_CASE("no answer leads to another site or brings a header of somebody else's", "[hostile]") {
  Office5 office;
  Browser one = office.browser();
  one.get("/signin");
  for (const std::string& back :
       {"///evil.example"s, "/\t/evil.example"s, "/\n/evil.example"s, " //evil.example"s,
        "https:evil.example"s, "javascript:alert(1)"s, "\\\\evil.example"s, "/\\/evil.example"s,
        "/board\r\nSet-Cookie: dondoc=x"s, "/board\x01"s, "/board\x7F"s, "/bảng"s, "board"s}) {
    INFO(back);
    const Response response = one.post("/language", {{"back", back}});
    CHECK(header(response, "Location") == "/board");
    check_is_clean(response);
  }
  Browser lead = office.signed_in("ld-hpn");
  const Response answered = lead.post("/plans/B-HPN/questions/Q1%0d%0aX:%20y", {{"text", "x"}});
  CHECK(header(answered, "Location") == "/plans/B-HPN#questions");
  check_is_clean(answered);
  office.desk.commands.clear();
  Request live = office.browser().request("GET", "/board", {});
  live.live = true;
  CHECK(header(office.site.answer(live), "HX-Redirect") == "/signin");
  Tries attempts;
  for (const char* host : {"", "evil.example", "localhost.evil.example", "127.0.0.1:8080:80",
                           "127.0.0.1@evil.example", "127.0.0.1:8080\r\nX: y", "[::1].evil"}) {
    Request request = lead.request("GET", "/board", {});
    request.host = host;
    attempts.push_back({"host "s + host, std::move(request), Fate::refused});
  }
  try_all(office, attempts);
}

TEST_CASE("of a field that comes twice the first counts, for the door and for the deed",
          "[hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string wrong(64, 'a');
  Request request = lead.request("POST", "/assignments/B20-01/nudge", {});
  request.query.emplace("form_token", wrong);
  request.query.emplace("form_token", form_token_of(lead.cookie));
  CHECK(lead.send(request).status == 403);
  CHECK(office.desk.commands.empty());
  lead.post("/assignments/B20-01/nudge", {{"reason", "một"}, {"reason", "hai"}});
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(std::get<Nudge>(office.desk.commands[0].body).text == "một");
  Browser outside = office.signed_in("cb-bd");
  const std::string list = outside.get("/duties", {{"only", "bd"}, {"only", "dt"}}).body;
  CHECK_THAT(list, !Contains("B20-01"));
}

TEST_CASE("what is written down of a look is a unit and an address of ours", "[hostile]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  for (const char* unit : {"made up", "'; DROP TABLE reads; --", "hpn\nsomebody"})
    lead.get("/board", {{"unit", unit}});
  for (const char* path : {"/units/dt", "/units/d%74", "/units/%64t", "/units/%64%74"})
    lead.get(path);
  REQUIRE(office.store.noted.size() == 2);
  CHECK(office.store.noted[0].unit == "*");
  CHECK(office.store.noted[1].page == "/units/dt");
}

}  // namespace dondoc
