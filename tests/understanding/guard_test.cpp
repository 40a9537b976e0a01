#include "bots/understanding/guard.h"

#include <catch2/catch.hpp>

using namespace dondoc::understanding;

TEST_CASE("Numbers of persons are refused", "[talk]") {
  const char* text = GENERATE(values<const char*>(
      {"CCCD 079201001234", "cmnd 024123456", "số 079 201 001 234", "sđt 0903123456",
       "gọi 0903 123 456 nhé", "0903.123.456", "+84 903 123 456", "84903123456", "đt 028 3891 2345",
       "chứng minh 251 234 567", "số 251234567"}));
  INFO(text);
  CHECK(danger_in(text) == Danger::personal);
}

TEST_CASE("Names with years of birth and lists of names are refused", "[talk]") {
  const char* text = GENERATE(
      values<const char*>({"có 1 trường hợp là Nguyễn Văn Bình, ấp 4, sn 1995",
                           "Nguyễn Văn An 1990, Trần Thị Bình 1992", "nguyen van an sn 1990",
                           "Trần Thị Hoa sinh năm 1988 ở tổ 3", "sinh ngày 12/3/1990",
                           "Nguyễn Văn An, Trần Thị Bình, Lê Hoàng Cường đã đi cai"}));
  INFO(text);
  CHECK(danger_in(text) == Danger::personal);
}

TEST_CASE("Markings of state secrets are refused", "[talk]") {
  const char* text = GENERATE(values<const char*>(
      {"em chụp công văn mật gửi qua đây luôn nha chị", "TỐI MẬT", "tài liệu tuyệt mật",
       "văn bản đóng dấu MẬT", "MẬT", "hồ sơ tối mật của công an", "cong van mat",
       "kế hoạch mật số 12", "tài liệu bí mật"}));
  INFO(text);
  CHECK(danger_in(text) == Danger::secret);
}

TEST_CASE("Ordinary reports pass", "[talk]") {
  const char* text = GENERATE(values<const char*>(
      {"3 cuộc, 1.245 lượt người, 2.500.000 đồng", "120000000", "kinh phí 15.000.000đ",
       "250.123.456 đồng", "chuyển cho chị Hoa", "chuyển cho Nguyễn Thị Hoa",
       "gia hạn B20-07 đến 27/11/2023 vì chờ số liệu công an", "kế hoạch 148/KH-BTV ngày 25/5/2023",
       "báo cáo công tác bảo vệ bí mật nhà nước", "quên mật khẩu rồi", "em bi dau mat",
       "Hà Nội, Sơn La, Thái Bình đã nộp", "mật độ dân cư cao", "năm 2023 có 12 cuộc",
       "không phát sinh", "", "xong 2/3 cuộc", "toi mat roi"}));
  INFO(text);
  CHECK(danger_in(text) == Danger::none);
}
