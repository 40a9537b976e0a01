// What a person sees from this channel itself and not from config/messages: the commands menu, the
// short word on a pressed button, the name of a file that came without one.
#pragma once

#include <array>
#include <string_view>

namespace dondoc::telegram {

struct MenuCommand {
  std::string_view command;  ///< 1–32 of a-z 0-9 _; understood by bots/talk
  std::string_view words;    ///< 1–256 characters
};

// clang-format off
inline constexpr std::array k_menu = std::to_array<MenuCommand>({
    {"viec",      "Việc của tôi"},
    {"han",       "Thời hạn báo cáo"},
    {"mau",       "Mẫu báo cáo"},
    {"tinhhinh",  "Tình hình thực hiện của các đơn vị"},
    {"quahan",    "Việc quá hạn"},
    {"tonghop",   "Bản tổng hợp"},
    {"lienhe",    "Liên hệ người phụ trách"},
    {"trogiup",   "Trợ giúp"},
    {"xoadulieu", "Xóa liên kết và ngừng nhận tin tại đây"},
});
// clang-format on

/// On a press, before its effect is known: says neither yes nor no. At most 200 characters.
inline constexpr std::string_view k_press_seen = "Đã nhận lựa chọn, hệ thống đang xử lý.";

inline constexpr std::string_view k_unnamed_file = "tep-dinh-kem";

}  // namespace dondoc::telegram
