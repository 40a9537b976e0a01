#include "reports/board_text.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "reports/board_json.h"
#include "reports/overdue_list.h"
#include "reports/text_layout.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

Board board_of(const std::vector<Assignment>& duties, const char* now = "2023-11-29T08:00") {
  return make_board(office(), duties, chart(), {}, at(now), Zone::viet_nam());
}

std::string standing_of(const Assignment& a, const char* now = "2023-11-29T08:00") {
  const Board board = board_of({a}, now);
  return standing_text(board.rows.front(), board.today);
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    lines.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  return lines;
}

/// Characters before `word` in a line.
std::size_t column_of(const std::string& line, const char* word) {
  const auto at = line.find(word);
  REQUIRE(at != std::string::npos);
  return characters(line.substr(0, at));
}

}  // namespace

TEST_CASE("the boxes are printed in the official order", "[board]") {
  const Boxes boxes{.total = 15,
                    .done_on_time = 9,
                    .done_late = 2,
                    .open_in_term = 1,
                    .open_overdue = 3,
                    .not_updated = 1};
  CHECK(boxes_text(boxes) ==
        "Tổng số 15 · Hoàn thành đúng hạn 9 · Hoàn thành trễ hạn 2 · Đang thực hiện trong hạn 1 · "
        "Quá hạn 3 · Chưa cập nhật 1");
  CHECK_THAT(boxes_text(Boxes{.total = 24'321}), Contains("Tổng số 24.321"));
}

TEST_CASE("a change is printed with its sign", "[board]") {
  const Boxes change{.total = 3, .done_on_time = -1'200, .open_overdue = 1};
  CHECK_THAT(change_text(change),
             Contains("tổng số +3 · hoàn thành đúng hạn −1.200 · hoàn thành trễ hạn 0"));
}

TEST_CASE("how a duty stands is said in a few words", "[board]") {
  CHECK(standing_of(duty("B20-01", "dt")) == "Quá hạn 5 ngày");
  CHECK(standing_of(reported(duty("B20-01", "dt"), "2023-11-24T08:00", {})) == "Đúng hạn");
  CHECK(standing_of(reported(duty("B20-01", "dt"), "2023-11-26T08:00", {})) == "Trễ 2 ngày");
  CHECK(standing_of(duty("B20-01", "dt"), "2023-11-24T08:00") == "Đến hạn hôm nay");
  CHECK(standing_of(duty("B20-01", "dt"), "2023-11-21T08:00") == "Còn 3 ngày");
  CHECK(standing_of(duty("B20-01", "dt"), "2023-11-01T08:00") == "Trong hạn");
  CHECK(standing_of(requested(duty("B20-01", "dt"))) == "Đề nghị");
  CHECK(standing_of(undated("B1-01", "dt")) == "Thường xuyên");
  CHECK(standing_of(waiting(duty("B20-01", "dt"))) == "Chờ xác nhận hạn");
  CHECK(standing_of(requested(reported(duty("B20-01", "dt"), "2023-12-24T08:00", {}))) ==
        "Đã báo cáo");
}

TEST_CASE("both due dates are shown when they differ", "[board]") {
  const auto due = [](const Assignment& a) { return due_text(board_of({a}).rows.front()); };
  CHECK(due(duty("B20-01", "dt")) == "24/11/2023");
  CHECK(due(duty("B20-01", "dt", "2023-11-25")) == "27/11/2023 (văn bản: 25/11/2023)");
  CHECK(due(undated("B1-01", "dt")) == "–");
}

TEST_CASE("notes name what matters and stay on one line", "[board]") {
  auto a = extended(duty("B20-01", "dt"), "2023-11-27");
  a.block = Block{a.issued_at, "thiếu\nkinh phí", "officer-dt"};
  CHECK(notes_text(board_of({a}).rows.front()) ==
        "Gia hạn đến 27/11/2023; Vướng mắc: thiếu kinh phí");
  CHECK(notes_text(board_of({duty("B20-01", "dt")}).rows.front()).empty());
}

TEST_CASE("columns stand below each other whatever letters are in them", "[board]") {
  const auto lines = lines_of(
      board_text(board_of({duty("B20-01", "dt"), duty("B20-02", "bd"), duty("B20-03", "hpn")})));
  REQUIRE(lines.size() == 6);  // boxes, empty line, head, three rows
  CHECK_THAT(lines[0], Contains("Quá hạn 3"));
  CHECK(lines[1].empty());
  const std::size_t due = column_of(lines[2], "Hạn");
  for (std::size_t i = 3; i < lines.size(); ++i) CHECK(column_of(lines[i], "24/11/2023") == due);
}

TEST_CASE("a board without rows says so", "[board]") {
  CHECK_THAT(board_text(board_of({})), Contains("Tổng số 0") && Contains("Không có việc nào."));
}

TEST_CASE("what is counted apart and the change stand below the boxes", "[board]") {
  Board board = board_of({undated("B1-01", "dt"), waiting(duty("B20-01", "dt"))});
  board.change = Boxes{.total = -2};
  CHECK_THAT(board_text(board),
             Contains("Ngoài ra: chờ xác nhận hạn 1 · thường xuyên, theo yêu cầu 1\n") &&
                 Contains("So với cùng kỳ năm trước: tổng số −2"));
}

TEST_CASE("the overdue list of one duty has one line a unit, worst first", "[board]") {
  auto silent_one = silent(duty("B20-01", "dt"));
  auto blocked = duty("B20-02", "bd");
  blocked.block = Block{blocked.issued_at, "thiếu số liệu CA", "officer-bd"};
  auto promised = extended(duty("B20-03", "nb"), "2023-11-27");
  promised.snoozed_until = at("2023-11-30T15:00");
  CHECK(overdue_list(board_of({promised, blocked, silent_one}), "") ==
        "QUÁ HẠN – [B20] Báo cáo kết quả năm 2023, hạn 24/11\n"
        "1. Xã Đông Thạnh – 5 ngày – chưa phản hồi\n"
        "2. Xã Bà Điểm – 5 ngày – \"thiếu số liệu CA\"\n"
        "3. Xã Nhị Bình – 2 ngày (gia hạn đến 27/11) – hẹn 30/11");
}

TEST_CASE("the overdue list names at most ten units and counts the others", "[board]") {
  std::vector<Assignment> duties;
  for (int i = 1; i <= 13; ++i) {
    const std::string number = two_digits(i);
    duties.push_back(duty("B20-" + number, "x" + number));
  }
  const auto lines = lines_of(overdue_list(board_of(duties), "https://dondoc.example.gov.vn"));
  REQUIRE(lines.size() == 12);
  CHECK_THAT(lines[10], Contains("10. x10"));
  CHECK(lines[11] == "Còn 3 đơn vị khác: https://dondoc.example.gov.vn");
  CHECK(lines_of(overdue_list(board_of(duties), "")).back() == "Còn 3 đơn vị khác");
}

TEST_CASE("several duties of a unit are one line with its worst", "[board]") {
  const auto lines = lines_of(overdue_list(
      board_of({duty("B20-01", "dt"), duty("B15-01", "dt", "2023-11-20"), duty("B20-02", "bd")}),
      ""));
  REQUIRE(lines.size() == 3);
  CHECK(lines[0] == "QUÁ HẠN – 3 việc, 2 đơn vị");
  CHECK_THAT(lines[1], Contains("1. Xã Đông Thạnh – [B15-01] 9 ngày, và 1 việc khác"));
  CHECK_THAT(lines[2], Contains("2. Xã Bà Điểm – [B20-02] 5 ngày"));
}

TEST_CASE("nothing overdue is one sentence", "[board]") {
  CHECK(overdue_list(board_of({duty("B20-01", "dt", "2023-12-29")}), "") ==
        "Không có việc quá hạn.");
}

TEST_CASE("the board as JSON has the documented fields", "[board]") {
  auto a = duty("B20-01", "dt", "2023-11-25");
  a.block = Block{a.issued_at, "thiếu kinh phí", "officer-dt"};
  const auto json =
      nlohmann::json::parse(board_json(board_of({a, undated("B1-01", "bd")}), Zone::viet_nam()));
  CHECK(json["as_of"] == "2023-11-29T08:00:00+07:00");
  CHECK(json["boxes"]["total"] == 1);
  CHECK(json["boxes"]["open_overdue"] == 1);
  CHECK(json["boxes"]["ongoing"] == 1);
  CHECK(json["change"].is_null());
  const auto& row = json["rows"][0];
  CHECK(row["code"] == "B20-01");
  CHECK(row["unit"] == "dt");
  CHECK(row["unit_name"] == "Xã Đông Thạnh");
  CHECK(row["standing"] == "open_overdue");
  CHECK(row["due_nominal"] == "2023-11-25");
  CHECK(row["due_effective"] == "2023-11-27");
  CHECK(row["days_overdue"] == 2);
  CHECK(row["overdue"] == true);
  CHECK(row["late"] == false);
  CHECK(row["blocked"] == "thiếu kinh phí");
  CHECK(row["last_answer_at"] == "2023-05-25T08:00:00+07:00");
  CHECK(json["rows"][1]["due_effective"].is_null());
  CHECK(json["rows"][1]["blocked"].is_null());
}

TEST_CASE("text is cut between words and counted in characters", "[board]") {
  struct Case {
    const char* text;
    std::size_t width;
    const char* expected;
  };
  const auto c = GENERATE(values<Case>({
      {"Xã Đông Thạnh", 13, "Xã Đông Thạnh"},
      {"Xã Đông Thạnh", 12, "Xã Đông…"},
      {"Xã  Đông\n Thạnh", 13, "Xã Đông Thạnh"},
      {"ĐđĐđĐđĐđ", 4, "ĐđĐ…"},
      {"", 1, ""},
      {"ab", 1, "…"},
  }));
  CAPTURE(c.text, c.width);
  CHECK(shortened(c.text, c.width) == c.expected);
}

TEST_CASE("wrapped lines keep their width and every word", "[board]") {
  const auto lines = wrapped("một hai ba bốn năm sáu bảy tám", 12, "- ", "  ");
  CHECK(lines == std::vector<std::string>{"- một hai ba", "  bốn năm", "  sáu bảy", "  tám"});
  CHECK(wrapped("dàiquákhổ a", 4, "", "") == std::vector<std::string>{"dàiquákhổ", "a"});
  CHECK(wrapped("", 10, "- ", "") == std::vector<std::string>{"- "});
}
