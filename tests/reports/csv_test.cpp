#include <catch2/catch.hpp>

#include "engine/codec/event_codec.h"
#include "reports/csv_text.h"
#include "reports/figures_csv.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

std::string one_field(std::string_view text) {
  CsvText csv({"x"});
  csv.text(text).end_row();
  return csv.bytes().substr(std::string("\xEF\xBB\xBFx\r\n").size());
}

/// No assignments are looked up for sentences.
struct NoCases : Cases {
  const Assignment* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> codes_of_plan(std::string_view, std::string_view) const override {
    return {};
  }
  std::vector<std::string> open_codes() const override { return {}; }
  std::vector<std::string> open_codes_of_unit(std::string_view) const override { return {}; }
  std::vector<std::string> codes_of_unit(std::string_view,
                                         const std::vector<std::string>&) const override {
    return {};
  }
};

LogRow row(std::int64_t seq, std::string kind, Event event) {
  return {seq,          event.at, std::move(kind), event.subject, std::string(name_of(event.body)),
          encode(event)};
}

}  // namespace

TEST_CASE("CSV begins with a byte order mark and ends its lines with CRLF", "[csv]") {
  CsvText csv({"a", "b"});
  csv.text("Đông Thạnh").number(92.5).end_row();
  CHECK(csv.bytes() ==
        "\xEF\xBB\xBF"
        "a,b\r\nĐông Thạnh,92.5\r\n");
}

TEST_CASE("CSV quotes what would break a line, as RFC 4180 has it", "[csv]") {
  CHECK(one_field("a,b") == "\"a,b\"\r\n");
  CHECK(one_field("nói \"xong\"") == "\"nói \"\"xong\"\"\"\r\n");
  CHECK(one_field("hai\ndòng") == "\"hai\ndòng\"\r\n");
  CHECK(one_field("") == "\r\n");
}

TEST_CASE("CSV makes text of what begins like a formula", "[csv]") {
  for (const char* text : {"=1+1", "+84", "-3", "@SUM(A1)", "\t=1", "\r=1"}) {
    CAPTURE(text);
    CHECK(one_field(text) == "\"'" + std::string(text) + "\"\r\n");
  }
  CHECK(one_field("a=1") == "a=1\r\n");
}

TEST_CASE("figures as CSV: a line a figure, one for who gave none", "[csv]") {
  const Plan p = plan();
  auto given = reported(duty("B20-01", "dt"), "2023-11-20T09:00",
                        {count("so_cuoc", 3), words("kho_khan", "=cmd|' /C calc'!A0")});
  given.submissions.back().via = "zalo_oa:17";
  const Assignment missing = duty("B20-02", "bd");
  const PlanSummary summary =
      summarize(p, "2023", {&given, &missing}, Calendar{}, Zone::viet_nam());
  const Directory units = directory();
  const std::string csv = figures_csv({summary, p, units}, Zone::viet_nam(), SmallCounts::hidden);
  CHECK_THAT(csv, Contains("\r\nB20,2023,B20-01,dt,Hội LHPN xã Đông Thạnh,Đã báo cáo,1,officer-dt,"
                           "2023-11-20T09:00:00+07:00,zalo_oa:17,Số cuộc tuyên truyền,3,\r\n"));
  CHECK_THAT(csv, Contains("\r\nB20,2023,B20-02,bd,Hội LHPN xã Bà Điểm,Chưa báo cáo,,,,,,,\r\n"));
  CHECK_THAT(csv, Contains("\"'=cmd|' /C calc'!A0\""));
}

TEST_CASE("the board as CSV has its rows with both due dates", "[csv]") {
  const Office o = office();
  const Board board = make_board(o, {extended(duty("B20-01", "dt"), "2023-12-01")}, chart(), {},
                                 at("2023-11-20T09:00"), Zone::viet_nam());
  CHECK_THAT(board_csv(board), Contains("\r\nB20-01,B-HPN,dt,Xã Đông Thạnh,B20,Báo cáo kết quả năm "
                                        "2023,2023,Trong hạn,Đã tiếp nhận,2023-11-24,2023-12-01,0,"
                                        "0,Gia hạn đến 01/12/2023\r\n"));
}

TEST_CASE("the log as CSV tells duties in words and no account of anybody", "[csv]") {
  Definitions definitions;
  definitions.assignment_chart = chart();
  const Office o = office();
  const NoCases none;
  Event blocked;
  blocked.at = at("2023-11-20T09:00");
  blocked.by = "officer-dt";
  blocked.subject = "B20-01";
  blocked.via = "zalo_oa:17";
  blocked.body = Blocked{"thiếu kinh phí"};
  Event bound;
  bound.at = blocked.at;
  bound.subject = "officer-dt";
  bound.body = AccountBound{"telegram", "4455667788", "x"};
  const std::string csv = log_csv(World{definitions, o, none, Zone::viet_nam()},
                                  {row(1, "assignment", blocked),
                                   row(2, "person", bound),
                                   {3, blocked.at, "assignment", "B20-01", "blocked", "{"}});
  CHECK_THAT(csv, Contains("\r\n1,2023-11-20T09:00:00+07:00,blocked,assignment,B20-01,officer-dt,"
                           "officer-dt nêu vướng mắc; nội dung: thiếu kinh phí,zalo_oa:17\r\n"));
  CHECK_THAT(csv, Contains("account_bound") && !Contains("4455667788"));
  CHECK_THAT(csv, Contains("(không đọc được)"));
}
