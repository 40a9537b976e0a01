// The log: in sentences, newest first, of what the visitor may see, a bounded look at a time.
#include <catch2/catch.hpp>

#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

Instant at(const char* when) { return sample::at(when); }

/// A day of Đông Thạnh and Bà Điểm.
void live(Office5& office) {
  auto& log = office.administration;
  log.add(at("2023-11-27T08:00"), "cb-dt", "B20-01", Acknowledged{});
  log.add(at("2023-11-27T09:00"), "cb-bd", "B20-02", Blocked{"chưa có mẫu biểu"});
  log.add(at("2023-11-28T08:00"), "ld-hpn", "cb-dt",
          LeaveTaken{{sample::day("2023-12-01"), sample::day("2023-12-03"), "ld-dt"}});
  log.add(at("2023-11-28T09:00"), "ld-hpn", "cb-bd", RolesAssigned{"bd", true, false});
  log.add(at("2023-11-29T07:00"), "administrator", "2024",
          CalendarYearSet{provisional_year(2024), "Thông báo 1", ""});
  log.add(at("2023-11-29T07:30"), "", "cb-dt", ConversationSaved{});
}

std::size_t lines(const std::string& body) {
  std::size_t found = 0;
  for (auto place = body.find("<time datetime"); place != body.npos;
       place = body.find("<time datetime", place + 1))
    ++found;
  return found;
}

}  // namespace

TEST_CASE("each deed stands in the log with the person's name, newest first", "[log]") {
  Office5 office;
  live(office);
  const std::string body = office.signed_in("ld-hpn").get("/log").body;
  CHECK_THAT(body, Contains("Người ld-hpn ghi Người cb-dt nghỉ từ 01/12/2023 đến 03/12/2023; "
                            "người thay: Người ld-dt"));
  CHECK_THAT(body, Contains("Người ld-hpn phân công Người cb-bd: cán bộ, Hội LHPN xã Bà Điểm"));
  CHECK_THAT(body, Contains("Người cb-bd nêu vướng mắc; nội dung: chưa có mẫu biểu"));
  CHECK(body.find("nêu vướng mắc") > body.find("phân công"));
  CHECK_THAT(body, Contains("href=\"/assignments/B20-02\""));
  CHECK_THAT(body, !Contains("cuộc trò chuyện"));  // the program's own note
  CHECK_THAT(office.administrator().get("/log", {{"theme", "system"}}).body,
             Contains("cuộc trò chuyện"));
  CHECK_THAT(office.signed_in("ld-hpn").get("/log", {{"theme", "system"}}).body,
             !Contains("cuộc trò chuyện"));
}

TEST_CASE("nobody reads in the log what she does not see elsewhere", "[log]") {
  Office5 office;
  live(office);
  const std::string lead = office.signed_in("ld-dt").get("/log").body;
  CHECK_THAT(lead, Contains("Người cb-dt báo đã tiếp nhận"));
  CHECK_THAT(lead, Contains("nghỉ từ 01/12/2023"));
  CHECK_THAT(lead, !Contains("chưa có mẫu biểu"));
  CHECK_THAT(lead, !Contains("phân công Người cb-bd"));
  CHECK_THAT(office.signed_in("ld-dt").get("/log", {{"person", "cb-bd"}}).body,
             !Contains("Người cb-bd"));
  const std::string officer = office.signed_in("cb-bd").get("/log").body;
  CHECK_THAT(officer, Contains("chưa có mẫu biểu"));
  CHECK_THAT(officer, Contains("phân công Người cb-bd"));  // about herself
  CHECK_THAT(officer, !Contains("nghỉ từ 01/12/2023"));
  CHECK_THAT(officer, Contains("lịch làm việc năm 2024"));
  const std::string file = office.signed_in("ld-dt").get("/log/events.csv").body;
  CHECK_THAT(file, !Contains("chưa có mẫu biểu"));
  CHECK_THAT(file, Contains("nghỉ từ 01/12/2023"));
}

TEST_CASE("unit, plan, person, theme, days and code choose", "[log]") {
  Office5 office;
  live(office);
  Browser lead = office.signed_in("ld-hpn");
  const auto seen = [&](Query query) { return lines(lead.get("/log", std::move(query)).body); };
  CHECK(seen({}) == 5);
  CHECK(seen({{"unit", "dt"}}) == 2);
  CHECK(seen({{"plan", "B-HPN"}}) == 2);
  CHECK(seen({{"person", "cb-bd"}}) == 2);
  CHECK(seen({{"person", "ld-hpn"}}) == 2);
  CHECK(seen({{"theme", "people"}}) == 2);
  CHECK(seen({{"from", "2023-11-28"}, {"to", "2023-11-28"}}) == 2);
  CHECK(seen({{"to", "2023-11-27"}}) == 2);
  CHECK(seen({{"code", "B20-01"}}) == 1);
  CHECK(seen({{"code", "nothing"}}) == 0);
  CHECK(seen({{"unit", "nowhere"}}) == 0);
  CHECK_THAT(lead.get("/log", {{"from", "hôm qua"}}).body, Contains("Ngày chưa đúng"));
  CHECK(lead.get("/log", {{"before", "-5"}, {"theme", "'; DROP"}}).status == 200);
}

TEST_CASE("a look at a long log is bounded and leads on to what is older", "[log]") {
  Office5 office;
  office.administration.add(at("2023-11-01T08:00"), "cb-dt", "B20-01", Acknowledged{});
  for (int i = 0; i < 12'000; ++i)
    office.administration.add(at("2023-11-02T08:00"), "cb-bd", "B20-02", Acknowledged{});
  Browser officer = office.signed_in("cb-dt");
  const std::string newest = officer.get("/log").body;
  CHECK(office.administration.rows_read == 5'000);
  CHECK(lines(newest) == 0);
  CHECK_THAT(newest, Contains("phần cũ hơn có thể có"));
  CHECK_THAT(newest, Contains("/log?before=7002"));
  CHECK(lines(officer.get("/log", {{"before", "2002"}}).body) == 1);
  Browser lead = office.signed_in("ld-hpn");
  const std::string full = lead.get("/log").body;
  CHECK(lines(full) == 100);
  CHECK_THAT(full, Contains("/log?before=11902"));
  CHECK_THAT(lead.get("/log", {{"before", "2"}}).body, !Contains("rel=\"next\""));
}

TEST_CASE("words in the log are text", "[log][hostile]") {
  Office5 office;
  office.administration.add(at("2023-11-27T08:00"), "cb-dt", "B20-01",
                            Blocked{"<script>alert(1)</script>{{form_token}}"});
  LogRow broken = office.administration.log.front();
  broken.seq = 2;
  broken.body = "{";
  office.administration.log.push_back(broken);
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get("/log", {{"person", "\"><script>alert(2)</script>"}}).body;
  CHECK_THAT(body, !Contains("<script>alert"));
  CHECK_THAT(lead.get("/log").body, Contains("&lt;script&gt;alert(1)"));
  const Response file = lead.get("/log/events.csv");
  CHECK(file.type == "text/csv; charset=utf-8");
  CHECK(office.store.noted.back().page == "/log/events.csv");
}

}  // namespace dondoc
