#include "reports/board.h"

#include <catch2/catch.hpp>

#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;

namespace {

Board board_of(const std::vector<Assignment>& duties, const char* now = "2023-11-29T08:00",
               const BoardFilter& filter = {}) {
  return make_board(office(), duties, chart(), filter, at(now), Zone::viet_nam());
}

BoardRow row_of(const Assignment& a, const char* now = "2023-11-29T08:00") {
  const Board board = board_of({a}, now);
  REQUIRE(board.rows.size() == 1);
  return board.rows.front();
}

std::vector<std::string> codes_of(const Board& board) {
  std::vector<std::string> codes;
  for (const BoardRow& row : board.rows) codes.push_back(row.code);
  return codes;
}

using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("the official boxes split dated, confirmed, ordered duties in four", "[board]") {
  const Boxes boxes =
      board_of({
                   reported(duty("B20-01", "dt"), "2023-11-24T17:00", {}),
                   reported(duty("B20-02", "bd"), "2023-11-25T08:00", {}),
                   duty("B20-03", "nb"),
                   duty("B15-01", "dt", "2023-12-29"),
                   silent(duty("B15-02", "bd", "2023-12-29")),
                   waiting(duty("B15-03", "nb")),
                   requested(duty("B15-04", "dt")),
                   requested(reported(duty("B15-05", "dt"), "2023-11-28T08:00", {})),
                   undated("B1-01", "dt"),
                   waived(duty("B20-05", "dt")),
               })
          .boxes;
  CHECK(boxes == Boxes{.total = 5,
                       .done_on_time = 1,
                       .done_late = 1,
                       .open_in_term = 2,
                       .open_overdue = 1,
                       .not_updated = 1,
                       .unconfirmed = 1,
                       .requested_open = 1,
                       .ongoing = 1});
}

TEST_CASE("a board of nothing and of void duties is empty", "[board]") {
  CHECK(board_of({}).boxes == Boxes{});
  const Board board = board_of({waived(duty("B20-01", "dt"))});
  CHECK(board.boxes == Boxes{});
  CHECK(board.rows.empty());
}

TEST_CASE("overdue begins after the later of both due dates and counts calendar days", "[board]") {
  struct Case {
    const char* due;
    const char* now;
    int days;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-24", "2023-11-24T23:59:59", 0},
      {"2023-11-24", "2023-11-25T00:00:00", 1},
      {"2023-11-24", "2023-11-29T08:00:00", 5},
      {"2023-11-25", "2023-11-27T23:59:59", 0},  // Saturday: rolled to Monday
      {"2023-11-25", "2023-11-28T00:00:00", 1},
  }));
  CAPTURE(c.due, c.now);
  const BoardRow row = row_of(duty("B20-01", "dt", c.due), c.now);
  CHECK(row.days_overdue == c.days);
  CHECK((row.standing == Standing::open_overdue) == (c.days > 0));
}

TEST_CASE("what was only requested is not overdue long past its date", "[board]") {
  const BoardRow row = row_of(requested(silent(duty("B20-01", "dt"))), "2025-01-02T08:00");
  CHECK(row.standing == Standing::requested);
  CHECK(row.days_overdue == 0);
  CHECK_FALSE(row.not_updated);
  CHECK_FALSE(row.late);
}

TEST_CASE("an ongoing duty is never overdue", "[board]") {
  const BoardRow row = row_of(silent(undated("B1-01", "dt")), "2033-01-03T08:00");
  CHECK(row.standing == Standing::ongoing);
  CHECK_FALSE(row.effective.has_value());
  CHECK_FALSE(row.due_soon);
  CHECK_FALSE(row.not_updated);
}

TEST_CASE("done on time or late is judged by the day it was handed in", "[board]") {
  const auto late = row_of(reported(duty("B20-01", "dt"), "2023-11-26T08:00", {}));
  CHECK(late.standing == Standing::done_late);
  CHECK(late.days_late == 2);
  CHECK(late.days_overdue == 0);
  CHECK(late.late);
  const auto in_time =
      row_of(reported(duty("B20-01", "dt"), "2023-11-24T23:59", {}), "2025-01-01T08:00");
  CHECK(in_time.standing == Standing::done_on_time);
  CHECK_FALSE(in_time.late);

  SECTION("within an extension it is on time") {
    auto a = reported(extended(duty("B20-01", "dt"), "2023-11-27"), "2023-11-27T08:00", {});
    CHECK(row_of(a).standing == Standing::done_on_time);
  }
  SECTION("without a day of handing in it is not called late") {
    auto a = with_meaning(duty("B20-01", "dt"), Meaning::done, "closed");
    CHECK(row_of(a, "2025-01-01T08:00").standing == Standing::done_on_time);
  }
}

TEST_CASE("not updated: no word since issue, and two working days gone or overdue", "[board]") {
  auto a = silent(duty("B20-01", "dt"));
  a.issued_at = at("2023-11-16T15:00");  // Thursday
  struct Case {
    const char* now;
    bool not_updated;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-17T23:00", false},  // one working day
      {"2023-11-19T08:00", false},  // the weekend does not count
      {"2023-11-20T00:00", true},
      {"2023-11-27T08:00", true},  // overdue
  }));
  CAPTURE(c.now);
  CHECK(row_of(a, c.now).not_updated == c.not_updated);
  a.last_answer_at = at("2023-11-17T08:00");
  CHECK_FALSE(row_of(a, c.now).not_updated);
}

TEST_CASE("a duty issued after its date is overdue and not updated at once", "[board]") {
  auto a = silent(duty("B20-01", "dt"));
  a.issued_at = at("2023-11-29T07:30");
  CHECK(row_of(a).not_updated);
}

TEST_CASE("due soon is today and the three days after", "[board]") {
  struct Case {
    const char* now;
    bool soon;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-20T23:59", false},
      {"2023-11-21T00:00", true},
      {"2023-11-24T23:59", true},
      {"2023-11-25T00:00", false},
  }));
  CAPTURE(c.now);
  CHECK(row_of(duty("B20-01", "dt"), c.now).due_soon == c.soon);
}

TEST_CASE("rows are sorted worst first", "[board]") {
  const Board board = board_of({
      duty("B10-01", "dt", "2024-01-31"),
      duty("B9-01", "dt", "2024-03-29"),
      duty("B20-01", "dt", "2023-12-01"),
      duty("B20-02", "bd", "2023-11-30"),
      duty("B20-10", "bd", "2023-11-24"),
      duty("B20-9", "nb", "2023-11-24"),
      duty("B20-03", "nb", "2023-11-20"),
      reported(duty("B2-01", "dt"), "2023-11-24T08:00", {}),
  });
  CHECK(codes_of(board) ==
        Codes{"B20-03", "B20-9", "B20-10", "B20-02", "B20-01", "B2-01", "B9-01", "B10-01"});
}

TEST_CASE("a board can be narrowed to a plan, a unit and what is below it, a duty, the overdue",
          "[board]") {
  auto elsewhere = duty("C23-01", "dt");
  elsewhere.plan = "C-UBND";
  const std::vector<Assignment> duties{duty("B20-01", "dt"), duty("B20-02", "bd"),
                                       duty("B15-01", "dt", "2023-12-29"), elsewhere};
  const auto codes = [&](const BoardFilter& filter) {
    return codes_of(board_of(duties, "2023-11-29T08:00", filter));
  };
  CHECK(codes({}).size() == 4);
  CHECK(codes({.plan = "C-UBND"}) == Codes{"C23-01"});
  CHECK(codes({.plan = "B-HPN", .unit = "bd"}) == Codes{"B20-02"});
  CHECK(codes({.unit = "hpn"}).size() == 4);
  CHECK(codes({.unit = "thanh-hoi", .obligation = "B15"}) == Codes{"B15-01"});
  CHECK(codes({.plan = "B-HPN", .unit = "dt", .overdue_only = true}) == Codes{"B20-01"});
  CHECK(board_of(duties, "2023-11-29T08:00", {.plan = "B-HPN", .unit = "dt", .overdue_only = true})
            .boxes.total == 2);
}

TEST_CASE("a row tells the duty, its unit by short name, and its conditions", "[board]") {
  auto a = extended(duty("B20-01", "dt"), "2023-12-05");
  a.block = Block{a.issued_at, "thiếu kinh phí", "officer-dt"};
  a.extension_request =
      ExtensionRequest{a.issued_at, day("2023-12-08"), "chưa đủ số liệu", "officer-dt"};
  a.dispute = Dispute{a.issued_at, "không thuộc xã", "officer-dt"};
  a.snoozed_until = at("2023-12-01T15:00");
  a.ledger.push_back({LedgerKind::suspended, day("2023-11-29"), a.issued_at, "lead", "bão", ""});
  a.escalated = true;
  a.remark = "đang tổng hợp";
  const BoardRow row = row_of(a);
  CHECK(row.unit_name == "Xã Đông Thạnh");
  CHECK(row.what == "Báo cáo kết quả năm 2023");
  CHECK(row.state_label == "Đã tiếp nhận");
  CHECK(row.nominal == day("2023-11-24"));
  CHECK(row.effective == day("2023-12-05"));
  CHECK(row.standing == Standing::open_in_term);
  CHECK(row.blocked == "thiếu kinh phí");
  CHECK(row.extension_pending);
  CHECK(row.extended_until == day("2023-12-05"));
  CHECK(row.promised == day("2023-12-01"));
  CHECK(row.disputed);
  CHECK(row.suspended);
  CHECK(row.escalated);
  CHECK(row.remark == "đang tổng hợp");
}

TEST_CASE("a unit, duty or state that the office does not know is shown by its id", "[board]") {
  const BoardRow row = row_of(with_meaning(duty("Z9-01", "la"), Meaning::open, "for_signature"));
  CHECK(row.unit_name == "la");
  CHECK(row.what == "Z9");
  CHECK(row.state_label == "for_signature");
}

TEST_CASE("the change is counted box by box against the year before", "[board]") {
  const std::vector<Assignment> before{duty("B20-01", "dt", "2022-11-25"),
                                       duty("B20-02", "bd", "2022-11-25")};
  const Instant now = at("2023-11-29T08:00");
  const Boxes then =
      boxes_of(office(), before, {}, year_before(now, Zone::viet_nam()), Zone::viet_nam());
  CHECK(then.open_overdue == 2);
  const Boxes change =
      change_of(board_of({reported(duty("B20-01", "dt"), "2023-11-24T08:00", {})}).boxes, then);
  CHECK(change.total == -1);
  CHECK(change.done_on_time == 1);
  CHECK(change.open_overdue == -2);
}

TEST_CASE("a year before is the same day and time, 28/02 for 29/02", "[board]") {
  struct Case {
    const char* now;
    const char* before;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-29T08:15", "2022-11-29T08:15"},
      {"2024-02-29T06:00", "2023-02-28T06:00"},
      {"2024-03-01T00:00", "2023-03-01T00:00"},
      {"2025-03-01T23:59", "2024-03-01T23:59"},
  }));
  CHECK(year_before(at(c.now), Zone::viet_nam()) == at(c.before));
}
