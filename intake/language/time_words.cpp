#include "intake/language/time_words.h"

namespace dondoc::intake {

const PatternTable<Limit>& limit_words() {
  using enum Limit;
  static const PatternTable<Limit> k_table({
      {"trước", before},
      {"trước thời điểm|mốc", before},
      {"chậm|muộn|trễ nhất|lắm trước", before},
      {"chậm|muộn|trễ nhất|lắm", by},
      {"chậm|muộn|trễ nhất|lắm là|đến|vào|trong|tới|: hết|trong|ngày?", by},
      {"chậm|muộn|trễ nhất|lắm là|đến|vào|trong|tới|:?", by},
      {"chậm|muộn|trễ nhất|lắm là? đến|vào|trong|từ hết?", by},
      {"chậm|muộn|trễ nhất|lắm vào|là|đến? ngày làm? việc? cuối cùng? của?", by},
      {"trước các|những", before},
      {"trong #", within},
      {"vào|trong? dịp", within},
      {"vào|trong các", within},
      {"lúc", within},
      {"trong|vào tuần đầu|cuối của?", within},
      {"trong|vào tuần thứ nhất|hai|ba|tư của?", within},
      {"hạn cuối|chót cùng? là|:?", by},
      {"hạn nộp|gửi|trả|nhận|chót hồ? sơ? là|đến|:? hết?", by},
      {"hạn đăng|hoàn|báo ký|thành|cáo là|đến|:? hết?", by},
      {"ngay? trong đêm|sáng|chiều|tối|buổi", within},
      {"trong|vào nửa|khoảng đầu|cuối|giữa của?", within},
      {"thời hạn|hạn cuối cùng là|:?", by},
      {"đến|cho|tới hết", by},
      {"cho đến|tới hết?", by},
      {"đến|tới", by},
      {"hết", by},
      {"không quá", by},
      {"không muộn|trễ|chậm hơn|quá", by},
      {"thời? hạn xong|hoàn|gửi|nộp|báo|trả thành|cáo? : hết?", by},
      {"xong trước", before},
      {"xong", by},
      {"xong trong|vào", within},
      {"trong", within},
      {"ngay? trong", within},
      {"vào", within},
      {"vào lúc|đầu|giữa|cuối", within},
      {"trong thời gian", within},
      {"dự kiến", within},
      {"dự kiến tổ chức vào|trong?", within},
      {"dự kiến hoàn thành vào|trong?", within},
      {"dự kiến vào|trong|tổ? chức? vào|trong", within},
      {"từ|kể sau", from},
  });
  return k_table;
}

std::string_view rule_of_limit(Limit limit) {
  switch (limit) {
    case Limit::before:
      return "truoc-ngay";
    case Limit::by:
      return "cham-nhat";
    case Limit::within:
      return "trong-vao";
    case Limit::from:
      return "tu-ngay";
    case Limit::none:
      break;
  }
  return "ngay-thang";
}

const PatternTable<Placement>& placement_words() {
  using enum DueEvery;
  static const PatternTable<Placement> k_table({
      {"của? hàng|hằng|mỗi|từng năm", {year, DayOf::stated}},
      {"của năm", {year, DayOf::stated}},
      {"các năm", {year, DayOf::stated}},
      {"của? hàng|hằng|mỗi|từng|các tháng", {month, DayOf::every_month}},
      {"của tháng", {month, DayOf::every_month}},
      {"của tháng báo cáo", {month, DayOf::every_month}},
      {"của? tháng sau|kế|tiếp|liền tiếp|theo|kề|sau?", {month, DayOf::next_month}},
      {"của? hàng|hằng|mỗi|từng quý", {quarter, DayOf::stated}},
      {"của? tháng cuối cùng? của? hàng|hằng|mỗi|từng? quý", {quarter, DayOf::last_of_quarter}},
      {"của? tháng thứ? ba|3 của? hàng|hằng|mỗi|từng? quý", {quarter, DayOf::last_of_quarter}},
      {"của? tháng thứ? hai|2|giữa của? hàng|hằng|mỗi|từng? quý",
       {quarter, DayOf::middle_of_quarter}},
      {"của? tháng thứ? nhất|một|1 của? hàng|hằng|mỗi|từng? quý",
       {quarter, DayOf::first_of_quarter}},
      {"của? tháng cuối cùng? của? kỳ báo? cáo?", {std::nullopt, DayOf::last_of_quarter}},
      {"của? tháng đầu tiên? của? hàng|hằng|mỗi|từng? quý sau|tiếp|kế|liền? theo|tiếp|kề|sau?",
       {quarter, DayOf::first_of_quarter}},
      {"của? hàng|hằng|mỗi|từng tuần", {week, DayOf::stated}},
  });
  return k_table;
}

const PatternList& rhythm_leads() {
  static const PatternList k_list(
      {"hàng|hằng", "mỗi", "định kỳ", "định kỳ hàng|hằng|mỗi|vào|theo|:|(",
       "định kỳ theo|là|vào hàng|hằng|mỗi?", "theo định? kỳ? hàng|hằng"});
  return k_list;
}

const PatternTable<DueEvery>& period_words() {
  using enum DueEvery;
  static const PatternTable<DueEvery> k_table({
      {"ngày", day},
      {"tuần", week},
      {"tháng", month},
      {"quý", quarter},
      {"3|03|ba tháng", quarter},
      {"6|06|sáu tháng", half_year},
      {"6|06|sáu tháng đầu|cuối năm", half_year},
      {"nửa năm", half_year},
      {"bán niên", half_year},
      {"năm", year},
      {"cả năm", year},
      {"01|1|một năm", year},
  });
  return k_table;
}

const PatternTable<DueEvery>& interval_words() {
  using enum DueEvery;
  static const PatternTable<DueEvery> k_table({
      {"# ngày / 01|1|một? lần|kỳ", day},
      {"# ngày 01|1|một lần", day},
      {"# tuần / 01|1|một? lần|kỳ", week},
      {"# tuần 01|1|một lần", week},
      {"# tháng / 01|1|một? lần|kỳ", month},
      {"# tháng 01|1|một lần", month},
      {"# quý / 01|1|một? lần|kỳ", quarter},
      {"# quý 01|1|một lần", quarter},
      {"# năm / 01|1|một? lần|kỳ", year},
      {"định kỳ # năm", year},
      {"định kỳ # tuần", week},
      {"định kỳ # ngày", day},
      {"# năm 01|1|một lần", year},
      {"tháng / 01|1|một? lần", month},
      {"quý / 01|1|một? lần", quarter},
      {"năm / 01|1|một? lần", year},
  });
  return k_table;
}

const PatternTable<DueEvery>& frequency_words() {
  using enum DueEvery;
  static const PatternTable<DueEvery> k_table({
      {"# lần|đợt|cuộc|buổi|kỳ|lượt|tin|bài|số|lớp|phiên / ngày", day},
      {"# lần|đợt|cuộc|buổi|kỳ|lượt|tin|bài|số|lớp|phiên / tuần", week},
      {"# lần|đợt|cuộc|buổi|kỳ|lượt|tin|bài|số|lớp|phiên / tháng", month},
      {"# lần|đợt|cuộc|buổi|kỳ|lượt|tin|bài|số|lớp|phiên / quý", quarter},
      {"# lần|đợt|cuộc|buổi|kỳ|lượt|tin|bài|số|lớp|phiên / năm", year},
      {"# ca|lần|lượt|buổi tuần|trực tra? / ngày|đêm", day},
      {"# lần|lượt|ca / đêm", day},
      {"# hội nghị|thảo|thi / tháng", month},
      {"# hội nghị|thảo|thi / quý", quarter},
      {"# hội nghị|thảo|thi / năm", year},
      {"# tin , bài / tháng", month},
      {"# tin , bài / quý", quarter},
      {"# tin , bài / tuần", week},
      {"# chuyên đề|mục / tháng", month},
      {"# chuyên đề|mục / quý", quarter},
      {"# chuyên đề|mục / năm", year},
      {"# lần|đợt|cuộc|buổi|kỳ trong|mỗi|một tuần", week},
      {"# lần|đợt|cuộc|buổi|kỳ trong|mỗi|một 01|1|một? tháng", month},
      {"# lần|đợt|cuộc|buổi|kỳ trong|mỗi|một 01|1|một? quý", quarter},
      {"# lần|đợt|cuộc|buổi|kỳ mỗi|một 01|1|một? năm", year},
      {"# lần|đợt|cuộc|buổi|kỳ trong năm", year},
  });
  return k_table;
}

const PatternTable<OpenTime>& open_time_words() {
  using enum TimeForm;
  static const PatternTable<OpenTime> k_table({
      {"ngay khi", {relative, "ngay-khi"}},
      {"ngay sau khi", {relative, "ngay-khi"}},
      {"ngay sau", {relative, "ngay-khi"}},
      {"ngay sau ngày", {relative, "ngay-khi"}},
      {"trong thời|vòng|thời hạn|gian? không? quá? # -? #? giờ|ngày|tháng|tuần|phút",
       {relative, "trong-so-ngay"}},
      {"trong vòng|khoảng? không? quá? # -? #? giờ|ngày|tháng|tuần|phút",
       {relative, "trong-so-ngay"}},
      {"trong thời hạn|gian tối? đa? không? quá? # -? #? giờ|ngày|tháng|tuần|phút",
       {relative, "trong-so-ngay"}},
      {"chậm|muộn|trễ nhất|lắm là|sau|trong|không|vòng? quá? # -? #? giờ|ngày|tháng|tuần|phút",
       {relative, "trong-so-ngay"}},
      {"không|tối quá|đa # -? #? giờ|ngày|tháng|tuần làm? việc? sau|kể|từ|trước",
       {relative, "trong-so-ngay"}},
      {"sau # -? #? giờ|ngày|tháng|tuần làm? việc? kể|từ|khi", {relative, "trong-so-ngay"}},
      {"trước # -? #? giờ|ngày|tháng|tuần làm? việc? khi|kể|so|tính", {relative, "truoc-su-kien"}},
      {"trước|sau ngày bầu|khai|nghỉ|tổ|diễn|bế|tựu|họp|thi|lễ|tết|đại|kết|bắt",
       {relative, "truoc-su-kien"}},
      {"trước tết|kỳ|mùa|lễ|đại|khai|năm", {relative, "truoc-su-kien"}},
      {"trước mỗi|từng đợt|kỳ|cuộc|phiên|buổi", {relative, "truoc-su-kien"}},
      {"trước ngày phát|giao|khởi|ra|công|xuất|đón|hội|đi|mở", {relative, "truoc-su-kien"}},
      {"trước khi học|kết|hết|vào|tổ|triển|khởi sinh|thúc|năm|năm|chức|khai|công",
       {relative, "truoc-su-kien"}},
      {"ngay trong ngày", {relative, "ngay-khi"}},
      {"trước ngày? # tháng giêng|chạp", {relative, "truoc-su-kien"}},
      {"sau # ngày|giờ có|phải|gửi|nộp|báo|tổng", {relative, "trong-so-ngay"}},
      {"# giờ|h / 01|1|một? lần", {periodic, "may-gio-mot-lan"}},
      {"trong tuần|tháng|quý này", {relative, "trong-so-ngay"}},
      {"trước khi nghỉ|khai|bắt|diễn|bước|kết|đại|họp", {relative, "truoc-su-kien"}},
      {"trước khi", {condition, "truoc-khi"}},
      {"sau khi", {condition, "sau-khi"}},
      {"khi", {condition, "khi"}},
      {"khi có", {condition, "khi"}},
      {"trước , trong và sau", {continuous, "thuong-xuyen"}},
      {"trước và sau", {continuous, "thuong-xuyen"}},
      {"báo cáo ngay|nhanh|khẩn", {on_request, "bao-cao-ngay"}},
      {"báo cáo kịp thời", {on_request, "bao-cao-kip-thoi"}},
      {"đột xuất", {on_request, "dot-xuat"}},
      {"đột xuất khi|theo có|yêu yêu|cầu cầu?", {on_request, "dot-xuat"}},
      {"theo|khi có? yêu cầu", {on_request, "theo-yeu-cau"}},
      {"khi được yêu cầu", {on_request, "theo-yeu-cau"}},
      {"theo|khi có? đề nghị", {on_request, "theo-yeu-cau"}},
      {"định kỳ", {periodic, "dinh-ky"}},
      {"theo định kỳ", {periodic, "dinh-ky"}},
      {"theo tiến độ|trình", {vague, "theo-tien-do"}},
      {"theo lộ trình", {vague, "theo-tien-do"}},
      {"theo kế hoạch", {vague, "theo-ke-hoach"}},
      {"theo hướng dẫn", {vague, "theo-huong-dan"}},
      {"theo quy định", {vague, "theo-quy-dinh"}},
      {"theo chương trình", {vague, "theo-ke-hoach"}},
      {"thường xuyên", {continuous, "thuong-xuyen"}},
      {"liên tục", {continuous, "thuong-xuyen"}},
  });
  return k_table;
}

const PatternList& open_ends() {
  static const PatternList k_list({
      "và|, các|những năm tiếp|sau|kế tiếp? theo",
      "và|, các|những năm tiếp|sau|kế",
      "và|, các|những quý|tháng|kỳ|giai tiếp|đoạn theo|sau",
      "trở đi",
      "trở về sau",
      "và hàng|hằng năm",
      "và|, duy|thực trì|hiện thường xuyên",
      "và tiếp tục",
  });
  return k_list;
}

}  // namespace dondoc::intake
