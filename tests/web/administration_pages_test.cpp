// What an administrator is shown: channels, figures of messages, storage, calendar, ladders, the
// doctor's findings, who looked.
#include <catch2/catch.hpp>

#include "app/administration_office.h"
#include "engine/codec/ladder_codec.h"
#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

}  // namespace

TEST_CASE("only who administers sees how the office fares", "[administration]") {
  Office5 office;
  ChannelFacts zalo;
  zalo.name = "zalo_oa";
  zalo.state = "stopped";
  zalo.attempts = 1'245;
  zalo.delivered = 1'200;
  zalo.unknown = 3;
  zalo.trouble = "<b>-216</b>";
  zalo.last_inbound = office.desk.time;
  office.administration.office_facts.channels = {zalo};
  office.administration.office_facts.delivered = 1'200;
  office.administration.office_facts.late_half = 5;
  office.administration.office_facts.late_most = 900;
  office.administration.office_facts.backlog = Backlog{7, 2, office.desk.time, 1};
  office.administration.office_facts.events = 123'456;
  office.administration.office_facts.database = "dondoc.db";
  office.administration.office_facts.database_bytes = 5'000'000;
  const std::string body = office.administrator().get("/administration").body;
  for (const char* part : {"đã dừng: mã truy cập bị từ chối", "1.245", "trong 5 giây",
                           "trong 15 phút", "123.456", "dondoc.db", "&lt;b&gt;-216", ">3<"})
    CHECK_THAT(body, Contains(part));
  CHECK(office.signed_in("ld-top").get("/administration").status == 404);
}

TEST_CASE("service levels and the last self-audit stand on the page", "[administration]") {
  Office5 office;
  OfficeFacts& facts = office.administration.office_facts;
  const Browser admin = office.administrator();
  CHECK_THAT(Browser(admin).get("/administration").body, !Contains("Bước nhắc thất lạc"));
  facts.possible_duplicates_per_million = 2'500.4;
  facts.audited = office.desk.time;
  facts.audit_passes = true;
  const std::string well = Browser(admin).get("/administration").body;
  for (const char* part : {"Trên một triệu tin, có thể gửi trùng", ">2.500<",
                           "<dt>Bước nhắc thất lạc</dt><dd>0</dd>", "không có lỗi"})
    CHECK_THAT(well, Contains(part));
  facts.audit_passes = false;
  facts.steps_unaccounted = 3;
  const std::string bad = Browser(admin).get("/administration").body;
  for (const char* part : {"<dt>Bước nhắc thất lạc</dt><dd>3</dd>", "có lỗi, xem mục"})
    CHECK_THAT(bad, Contains(part));
}

TEST_CASE("half and ninety-nine of a hundred are read off the buckets", "[administration]") {
  SendCounts counts;
  bool beyond = true;
  CHECK_FALSE(late_within(counts, 0.5, beyond));
  for (int i = 0; i < 99; ++i) counts.lateness.add(Elapsed::seconds(3));
  counts.lateness.add(Elapsed::hours(2));
  CHECK(late_within(counts, 0.5, beyond) == 5);
  CHECK(late_within(counts, 0.99, beyond) == 5);
  CHECK(late_within(counts, 1.0, beyond) == 14'400);
  CHECK_FALSE(beyond);
  counts.lateness.add(Elapsed::hours(24 * 30));
  CHECK(late_within(counts, 1.0, beyond) == 259'200);
  CHECK(beyond);
}

TEST_CASE("the calendar shows two years with sources, and marks what is provisional",
          "[administration]") {
  Office5 office;
  CalendarYear year = provisional_year(2023);
  year.standing = YearStanding::announced;
  year.source = "Thông báo 01";
  year.entries = {{sample::day("2023-01-02"), DayKind::holiday, "Nghỉ bù", "TB 01"}};
  office.desk.state.office.calendar = office.desk.state.office.calendar.with(year);
  office.desk.state.office.calendar_reasons["2023"] = "Theo công văn 5";
  const std::string body = office.administrator().get("/administration/calendar").body;
  CHECK_THAT(body, Contains("Năm 2023 <span class=\"tag\">theo thông báo chính thức"));
  CHECK_THAT(body, Contains("Năm 2024 <span class=\"tag bad\">tạm tính"));
  CHECK_THAT(body, Contains("02/01/2023</time> <small>Thứ Hai"));
  CHECK_THAT(body, Contains("Theo công văn 5"));
  CHECK_THAT(body, Contains("TB 01"));
}

TEST_CASE("ladders are a table: when, at what time, to whom, which words", "[administration]") {
  Office5 office;
  Faults faults("ladders");
  office.desk.definitions.ladders =
      decode_ladders(*project_file("config/ladders.json"), faults).value();
  const std::string body = office.administrator().get("/administration/ladders").body;
  CHECK_THAT(body, Contains("Trước hạn 7 ngày"));
  CHECK_THAT(body, Contains("Sau hạn 3 ngày làm việc"));
  CHECK_THAT(body, Contains("Lãnh đạo cấp trên"));
  CHECK_THAT(body, Contains("08:00–11:00, 14:00–16:30"));
  CHECK_THAT(body, Contains("M-02"));
}

TEST_CASE("the doctor's findings are in the reader's words and lead to where they stand",
          "[administration]") {
  Office5 office;
  office.administration.doctor.open = 40;
  office.administration.doctor.armed = 30;
  office.administration.doctor.silent = {{"no_date", 10}};
  office.administration.doctor.findings = {{true, "disarmed", "B20-01", 1, "w", "a"},
                                           {false, "no_officer", "nb", 3, "w", "a"},
                                           {false, "something_new", "x", 1, "what", "advice"}};
  const std::string body = office.administrator().get("/administration/doctor").body;
  CHECK_THAT(body, Contains("40 việc đang mở, 30 việc có bước nhắc tiếp theo"));
  CHECK_THAT(body, Contains("chưa có thời hạn"));
  CHECK_THAT(body, Contains("<a href=\"/units/nb\">Hội LHPN xã Nhị Bình</a> <small>3 lần"));
  CHECK_THAT(body, Contains("Đơn vị chưa có cán bộ nào để nhắc."));
  CHECK_THAT(body, Contains("<a href=\"/assignments/B20-01\">B20-01</a>"));
  CHECK_THAT(body, Contains("<span lang=\"en\">what</span>"));
}

TEST_CASE("who looked at which figures is shown by name", "[administration]") {
  Office5 office;
  office.signed_in("ld-hpn").get("/units/dt");
  const std::string body = office.administrator().get("/administration/reads").body;
  CHECK_THAT(body, Contains("Người ld-hpn"));
  CHECK_THAT(body, Contains("<a href=\"/units/dt\">Đơn vị</a>"));
}

TEST_CASE("platforms are asked on a page of their own", "[administration]") {
  Office5 office;
  CHECK_THAT(office.administrator().get("/administration/platforms").body,
             Contains("Chưa bật kênh nào"));
  office.administration.answers = {
      {"telegram", false, "@thu_bot", "https://x", {"webhook is wrong"}}};
  const std::string body = office.administrator().get("/administration/platforms").body;
  CHECK_THAT(body, Contains("có vấn đề"));
  CHECK_THAT(body, Contains("webhook is wrong"));
}

}  // namespace dondoc
