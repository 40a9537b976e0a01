// Times as they are written, each read whole: what it limits, and what stays out of it.

#include <catch2/catch.hpp>

#include <string>
#include <tuple>

#include "intake/language/due_resolution.h"
#include "intake/language/time_expression.h"
#include "intake/plan_reading.h"
#include "tests/intake/reading_score.h"

using namespace dondoc;
using namespace dondoc::intake;

namespace {

std::string due_text(const StatedDue& due) {
  switch (due.form) {
    case DueForm::date:
      return (due.inclusive ? "<=" : "<") + due.date->iso() +
             (due.from.empty() ? "" : " from " + due.from);
    case DueForm::month:
      return std::to_string(due.year) + "-" + std::to_string(due.month) +
             (due.from.empty() ? "" : " from " + due.from);
    case DueForm::every: {
      constexpr const char* k_names[] = {"day", "week", "month", "quarter", "half", "year"};
      std::string text = k_names[static_cast<int>(due.every)];
      if (due.interval > 1) text += "*" + std::to_string(due.interval);
      if (due.times > 0) text += " x" + std::to_string(due.times);
      if (due.day) text += " " + std::to_string(*due.day);
      if (due.month_of_due) text += "/" + std::to_string(*due.month_of_due);
      return text;
    }
    case DueForm::unspecified:
      break;
  }
  return "open";
}

/// What one item of a plan signed on 10/01/2025 is due by.
std::string read(const std::string& item) {
  const PlanReading reading = read_plan(intake_tests::lines_of(
      "Số: 5/KH-UBND\nBình An, ngày 10 tháng 01 năm 2025\n\nKẾ HOẠCH\nCông tác năm 2025\n\n"
      "I. NHIỆM VỤ\n1. Phòng Nội vụ\n- " +
      item + "\n"));
  std::string text;
  for (const Deadline& deadline : reading.deadlines) {
    if (!text.empty()) text += "; ";
    text += due_text(deadline.due);
  }
  return text;
}

}  // namespace

TEST_CASE("a limit is read in every spelling") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Báo cáo UBND xã trước ngày 25/11/2025.", "<2025-11-25"},
      {"Báo cáo UBND xã trước 5-9-2025.", "<2025-09-05"},
      {"Báo cáo UBND xã trước 25.11.2025.", "<2025-11-25"},
      {"Báo cáo UBND xã trước ngày 15 tháng 12.", "<2025-12-15"},
      {"Báo cáo UBND xã chậm nhất là ngày 15/12.", "<=2025-12-15"},
      {"Báo cáo UBND xã chậm nhất 17 giờ 00 ngày 15/12/2025.", "<=2025-12-15"},
      {"Gửi hồ sơ về UBND xã, hạn cuối 30/6/2025.", "<=2025-06-30"},
      {"Nộp báo cáo đến hết ngày 31/10/2025.", "<=2025-10-31"},
      {"Hoàn thành số hóa hồ sơ trong tháng 11/2025.", "2025-11"},
      {"Hoàn thành số hóa hồ sơ trong quý III/2025.", "<=2025-09-30"},
      {"Hoàn thành số hóa hồ sơ trong năm 2025.", "<=2025-12-31"},
      {"Tổ chức tập huấn từ ngày 08 đến ngày 10 tháng 12 năm 2025.",
       "<=2025-12-10 from 2025-12-08"},
      {"Thời gian thực hiện: Tháng 11 - 12/2025.", "2025-12 from 2025-11"},
      {"Thời gian thực hiện: Quý II, III/2025.", "<=2025-09-30 from 2025-04"},
      {"Thời gian thực hiện: Quí IV-2025.", "<=2025-12-31"},
      {"Thời gian thực hiện: Quý IV năm 2025 và các năm tiếp theo.", "open"},
      {"Xử lý xong trong vòng 10 ngày làm việc kể từ ngày nhận hồ sơ.", "open"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("a rhythm takes its days, wherever they stand") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Báo cáo UBND xã trước ngày 20 hằng tháng.", "month 20"},
      {"Báo cáo UBND xã trước ngày 05 của tháng kế tiếp.", "month 5"},
      {"Báo cáo quý, 6 tháng: chậm nhất ngày 05 của tháng cuối quý.", "quarter 5; half 5/6"},
      {"Báo cáo UBND xã trước ngày 01/6 và 15/11 hằng năm.", "year 1/6; year 15/11"},
      {"Báo cáo 6 tháng, năm trước ngày 20/6 và 20/12.", "half 20/6; year 20/12"},
      {"Định kỳ hằng tháng (trước ngày 25), hằng quý (trước ngày 20 tháng cuối quý) báo cáo UBND "
       "xã.",
       "month 25; quarter 20"},
      {"Báo cáo hàng tháng, quí, năm gởi về UBND xã.", "month; quarter; year"},
      {"Báo cáo UBND xã 6 tháng một lần.", "half"},
      {"Tổ chức kiểm tra 2 năm/lần.", "year*2"},
      {"Tổ chức đối thoại ít nhất 02 lần/năm.", "year x2"},
      {"Báo cáo năm trước ngày 15/12/2025.", "<2025-12-15"},
      {"Định kỳ báo cáo UBND xã.", "open"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("a day named by its place in a month or quarter was lost") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Báo cáo số liệu về UBND huyện ngày cuối tháng.", "month 31"},
      {"Gửi báo cáo vào ngày làm việc cuối cùng của tháng.", "month 31"},
      {"Gửi báo cáo tháng trong 10 ngày đầu của tháng sau.", "month 10"},
      {"Nộp hội phí trong 05 ngày đầu tháng.", "month 5"},
      {"Hoàn thành rà soát trong 10 ngày đầu tháng 5/2025.", "<=2025-05-10"},
      {"Tổng vệ sinh toàn xã vào thứ Bảy cuối cùng của tháng.", "month"},
      {"Chào cờ vào sáng thứ Hai đầu tháng.", "month"},
      {"Nhặt rác, khơi thông cống rãnh vào sáng thứ Bảy hằng tuần.", "week"},
      {"Báo cáo tuần gửi trước 15h00 thứ Năm.", "week"},
      {"Sinh hoạt chi bộ ngày 03 hằng tháng.", "month 3"},
      {"Tiếp công dân vào ngày 15 và 30 hàng tháng.", "month 15; month 30"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("one day of several months was read as a day of every month, or only the first was") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Ngày 25 các tháng 01, 02, 3/2025 báo cáo tiến độ về Phòng Tài chính.",
       "<=2025-01-25; <=2025-02-25; <=2025-03-25"},
      {"Báo cáo tiến độ vào ngày 25 các tháng 4, 7, 10.",
       "<=2025-04-25; <=2025-07-25; <=2025-10-25"},
      {"Báo cáo UBND huyện trước ngày 15 tháng 3, 6, 9 và 12 hằng năm.",
       "year 15/3; year 15/6; year 15/9; year 15/12"},
      {"Các ấp báo cáo về UBND xã vào ngày 25 tháng 3, tháng 6, tháng 9.",
       "<=2025-03-25; <=2025-06-25; <=2025-09-25"},
      {"Báo cáo quý trước ngày 20 các tháng 3, 6, 9, 12.", "quarter 20"},
      {"Tổ chức khám sức khỏe trong các ngày 03, 04, 05/3/2025.", "<=2025-03-05 from 2025-03-03"},
      {"Tổ chức thi trong 2 ngày 15 và 16/4/2025.", "<=2025-04-16 from 2025-04-15"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("what is held on a day or in a month that no word limits was missed") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Khai giảng năm học mới ngày 05/9.", "<=2025-09-05"},
      {"Khai giảng 03/6, bế giảng 28/6.", "<=2025-06-03; <=2025-06-28"},
      {"Tổ chức Hội trại ngày 25, 26/3/2025.", "<=2025-03-26 from 2025-03-25"},
      {"Huấn luyện đợt 1 từ 02/6 đến 06/6/2025; đợt 2 vào tháng 8/2025.",
       "<=2025-06-06 from 2025-06-02; 2025-8"},
      {"Đại hội điểm: xã Trung Nguyên, tiến hành trong tháng 3/2025.", "2025-3"},
      {"Sáng Chủ nhật hằng tuần vận động Nhân dân tổng vệ sinh.", "week"},
      {"Tối ngày 26/7, thắp nến tri ân tại nghĩa trang.", "<=2025-07-26"},
      {"Diễn đàn “Công nhân nói”, dự kiến trung tuần tháng 5/2025.", "2025-5"},
      {"Tự kiểm tra an toàn lao động vào ngày thứ Sáu hằng tuần trong tháng 5.", "week"},
      {"Vòng chung kết: sáng 06/3/2025.", "<=2025-03-06"},
      {"Tổ chức thi đấu cầu lông (ngày 02 - 03/8), bóng chuyền (từ 09/8 đến 12/8).",
       "<=2025-08-03 from 2025-08-02; <=2025-08-12 from 2025-08-09"},
      {"Lễ khai giảng: sáng ngày 05/9/2025.", "<=2025-09-05"},
      {"Khai mạc lúc 7h30 ngày 15/3/2025 tại sân vận động xã.", "<=2025-03-15"},
      {"Thời gian: Từ 7h30, ngày 20/3/2025.", "<=2025-03-20"},
      {"Họp Ban Chỉ đạo cuối tháng 10.", "2025-10"},
      {"Tổ chức hội thi tuần thứ ba của tháng 9/2025.", "2025-9"},
      {"Trong tuần 2 của tháng 6, các chi hội bình xét.", "2025-6"},
      {"Tổ chức Hội nghị tập huấn nghiệp vụ tháng 10/2025.", "2025-10"},
      {"Rà soát văn bản (tháng 4).", "2025-4"},
      {"Tháng 6/2025 tiến hành sơ kết, tháng 12/2025 tổng kết.", "2025-6; 2025-12"},
      {"Sơ kết 6 tháng vào tháng 6, tổng kết năm vào tháng 12.", "2025-6; 2025-12"},
      {"Phấn đấu đến hết tháng 10/2025 hoàn thành xóa nhà tạm.", "2025-10"},
      {"Khắc phục dứt điểm các tồn tại trước 15/5.", "<2025-05-15"},
      {"Giai đoạn 2: Từ ngày 01/7/2025 đến ngày 30/11/2025, tổ chức thực hiện.",
       "<=2025-11-30 from 2025-07-01"},
      {"Trực Tết từ ngày 25/01/2025 đến hết ngày 02/02/2025 (tức từ ngày 26 tháng Chạp đến mùng "
       "5 tháng Giêng).",
       "<=2025-02-02 from 2025-01-25"},
      {"Hoàn thành công tác chuẩn bị trước ngày 30/4/2025 và báo cáo kết quả về UBND huyện trước "
       "ngày 05/5/2025.",
       "<2025-04-30; <2025-05-05"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("a day whose month or rhythm stands elsewhere in the sentence was lost") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Khắc phục xong trước ngày 05 và báo cáo UBND tỉnh trước ngày 10/3.",
       "<2025-03-05; <2025-03-10"},
      {"Giao ban vào ngày 28 hàng tháng; báo cáo Thường trực Đảng ủy vào ngày 30.",
       "month 28; month 30"},
      {"Mỗi tháng 02 lần vào các ngày 10 và 25, tổ chức tổng vệ sinh.", "month x2 10; month x2 25"},
      {"Tổng hợp, báo cáo Ban Chỉ đạo vào các ngày 10, 20 và ngày cuối tháng.",
       "month 10; month 20; month 31"},
      {"Báo cáo trước ngày 15 tháng thứ hai của quý.", "quarter 15"},
      {"Báo cáo tiến độ vào ngày làm việc cuối cùng của tuần.", "week"},
      {"Chậm nhất ngày 25/10 (đối với nghị quyết) và ngày 05/11 (đối với báo cáo) gửi hồ sơ.",
       "<=2025-10-25; <=2025-11-05"},
      {"Kiểm tra tạm trú vào các đêm 28/12, 15/01 và 08/02.",
       "<=2025-12-28; <=2025-01-15; <=2025-02-08"},
      {"Báo cáo quý I trước 10/3, báo cáo 6 tháng trước 10/6 và báo cáo năm trước 25/11/2025.",
       "<2025-03-10; <2025-06-10; <2025-11-25"},
      {"Tổng hợp báo cáo 6 tháng, báo cáo năm gửi Sở theo thời hạn: 6 tháng - trước 15/6; năm - "
       "trước 15/11.",
       "half 15/6; year 15/11"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("a month of the year behind the plan's was taken for one of its own year") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Tổng kết công tác vào tháng 4 năm sau.", "2026-4"},
      {"Quyết toán kinh phí trước ngày 31 tháng 01 năm sau.", "<2026-01-31"},
      {"Công bố kết quả trong quý I năm kế tiếp.", "<=2026-03-31"},
      {"Nộp lưu hồ sơ chậm nhất là ngày 31/3 năm kế tiếp hằng năm.", "year 31/3"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("rhythms of days, weeks and choices were missed or counted twice") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Báo cáo kết quả ngày trước 16h00.", "day"},
      {"Duy trì 02 ca tuần tra/đêm.", "day x2"},
      {"Phát bản tin dự báo cháy rừng vào 16 giờ hằng ngày.", "day"},
      {"Hằng ngày đối chiếu số thu.", "day"},
      {"Báo cáo UBND tỉnh vào 17 giờ các ngày thứ Hai, thứ Năm.", "week"},
      {"Ngày thứ Bảy tuần cuối hằng tháng các thôn tổng vệ sinh.", "month"},
      {"Tổ chức sinh hoạt định kỳ (mỗi quý hoặc mỗi tháng một lần).", "quarter"},
      {"Báo cáo hàng tháng cho Tổ công tác (báo cáo hàng tháng, quí gởi về Văn phòng).",
       "month; month; quarter"},
      {"Công bố bộ chỉ số 2 năm một lần, lần đầu trước 30/9/2025.", "year*2; <2025-09-30"},
      {"Thu thập số liệu, định kỳ 02 năm biên soạn ấn phẩm.", "year*2"},
      {"Báo cáo UBND quận hàng tháng ngày 20.", "month 20"},
      {"Đối chiếu sản lượng, định kỳ 6 tháng/lần công khai danh sách nợ thuế.", "half"},
      {"Duy trì mô hình điểm tại xã; mỗi quý sinh hoạt 01 lần.", "quarter"},
      {"Kiểm tra cơ sở: 02 đợt (đợt 1 tháng 8, đợt 2 tháng 11).", "2025-8; 2025-11"},
      {"Mở đợt cao điểm đấu tranh trong 03 tháng cuối năm 2025.", "<=2025-12-31"},
      {"Mỗi tháng Đài truyền thanh phường phát ít nhất 04 bài.", "month"},
      {"Kiểm tra cơ sở ít nhất 02 lần trong năm (quý II và quý IV).", "year x2"},
      {"Tổ chức 02 đợt tuyên truyền (tháng 6 và tháng 12), phát tờ bướm.", "2025-6; 2025-12"},
      {"Báo cáo vào ngày 15 hằng tháng trong mùa lễ hội (từ tháng 02 đến tháng 4).", "month 15"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("a limit or a day in words that were not known was missed") {
  const auto [item, expected] = GENERATE(table<const char*, const char*>({
      {"Có thể kéo dài nhưng không quá ngày 15/10/2025.", "<=2025-10-15"},
      {"Gửi ý kiến về Ban không muộn hơn ngày 22/6.", "<=2025-06-22"},
      {"Tổ chức ký cam kết với các hộ; thời hạn xong: 30/4.", "<=2025-04-30"},
      {"Đưa lò đốt rác vào hoạt động chậm nhất từ ngày 01 tháng 6 năm 2025.", "<=2025-06-01"},
      {"Tổng kết, trao giải dịp 09/11.", "<=2025-11-09"},
      {"Bàn giao 100% mặt bằng trước ngày 15/11.", "<2025-11-15"},
      {"Lễ phát động cấp phường: trong ngày 17 hoặc 18/4.", "<=2025-04-18 from 2025-04-17"},
      {"Coi thi: các ngày 02, 03 tháng 6 năm 2025 (sáng ngày 02: Ngữ văn; sáng ngày 03: Toán).",
       "<=2025-06-03 from 2025-06-02"},
      {"Tổng duyệt chương trình 17h00 ngày 26/9/2025.", "<=2025-09-26"},
      {"Chung kết vào tối 26/9.", "<=2025-09-26"},
      {"Thời gian thực hiện: 2025 - 2027.", "<=2027-12-31 from 2025"},
      {"Đợt 1: từ ngày 15/4 đến 15/5/2025 tại 100% xã, phường.", "<=2025-05-15 from 2025-04-15"},
      {"Cuối mùa khô (tháng 9/2025) tổ chức tổng kết.", "2025-9"},
      {"Bắt đầu từ ngày 15/2/2025, kết thúc vào ngày 14/3/2025.", "<=2025-03-14"},
      {"Chuẩn bị tài liệu trước hội nghị 05 ngày.", "open"},
      {"Công khai số tiền công đức sau lễ hội 10 ngày.", "open"},
      {"Chợ Tết Công đoàn: trực tiếp 02 ngày 10 và 11/01/2025.", "<=2025-01-11 from 2025-01-10"},
      {"Công bố phương án thưởng trước ngày 20/12/2025, chi trả trước Tết ít nhất 10 ngày.",
       "<2025-12-20; open"},
      {"Đại hội điểm: Chi bộ tổ dân phố 3, ngày 18/10/2025.", "<=2025-10-18"},
      {"Bình chọn cấp tỉnh dự kiến tổ chức tháng 8/2025.", "2025-8"},
      {"Bình chọn xong trong quý II, gửi kết quả trong vòng 05 ngày kể từ ngày công nhận.",
       "<=2025-06-30; open"},
      {"Tạm dừng đốt thực bì từ ngày 20/4/2025 đến khi có thông báo mới.", "open"},
      {"Kiểm tra chợ, mỗi cơ sở một lượt, xong trước 23 tháng Chạp.", "open"},
  }));
  INFO(item);
  CHECK(read(item) == expected);
}

TEST_CASE("a date that limits nothing is left alone") {
  const char* item = GENERATE(
      "Thực hiện Công văn số 12/UBND-NC ngày 05/3/2025 của UBND huyện về an ninh trật tự.",
      "Tuyên truyền Ngày Toàn dân phòng cháy, chữa cháy (04/10).",
      "Bố trí kinh phí trong dự toán ngân sách hàng năm.",
      "Luật này có hiệu lực từ ngày 01/7/2025.", "Tính đến ngày 31/12/2024, xã có 215 hộ nghèo.",
      "Triển khai Đề án phát triển kinh tế giai đoạn 2021 - 2025, tầm nhìn đến năm 2030.",
      "Trực ban 24/24 giờ, phối hợp lực lượng “4 tại chỗ”.",
      "Nếu có khó khăn, vướng mắc, kịp thời báo cáo UBND xã.",
      "Bảo đảm an toàn trước, trong và sau kỳ thi.", "Báo cáo kết quả công tác tháng 10/2025.",
      "Nam công dân sinh từ ngày 01/01/2000 đến ngày 31/12/2007.",
      "Tổ chức các hoạt động kỷ niệm 30 năm thành lập huyện (01/10/1995 - 01/10/2025).",
      "Rà soát người đủ 18 tuổi đến ngày 15/5/2025.",
      "Nghỉ lễ Giỗ Tổ Hùng Vương ngày 10/3 âm lịch.", "Từ nay đến ngày 30/4 nắng nóng còn kéo dài.",
      "Đến ngày 31/12/2024, xã đạt 15/19 tiêu chí.",
      "Trong quá trình thực hiện có vấn đề phát sinh, các xã báo cáo kịp thời về UBND huyện.",
      "100% ổ dịch được phát hiện, điều tra và xử lý trong vòng 48 giờ.",
      "Tuyên truyền các ngày lễ lớn: 03/02, 30/4, 01/5, 19/5, 02/9.");
  INFO(item);
  CHECK(read(item) == "");
}
