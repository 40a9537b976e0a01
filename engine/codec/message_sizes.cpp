#include "engine/codec/message_sizes.h"

#include <array>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

// clang-format off
constexpr std::array k_sizes = std::to_array<PlaceholderSize>({
    {"xh", 8, 8},            {"ten", 16, 40},         {"dv", 24, 80},          {"ma", 6, 12},
    {"viec", 50, 91},        {"kh", 40, 120},         {"han", 10, 60},         {"noinhan", 30, 160},
    {"songay", 2, 4},        {"link", 40, 200},       {"n", 2, 16},            {"k", 2, 16},
    {"den", 10, 60},         {"lan", 1, 2},           {"lydo", 40, 400},       {"ykien", 40, 400},
    {"noidung", 40, 600},    {"tomtat", 50, 600},     {"ngay", 10, 10},        {"gio", 5, 16},
    {"da_gui", 2, 7},        {"dung_han", 2, 7},      {"tre", 2, 7},           {"chua_gui", 2, 7},
    {"trong_han", 2, 7},     {"qua_han", 2, 7},       {"vuong_mac", 2, 7},     {"cho_duyet", 2, 7},
    {"sap_den", 2, 7},       {"danh_sach", 100, 1400}, {"cau_hoi", 60, 600},   {"buoc", 1, 3},
    {"so_buoc", 1, 3},       {"ky_truoc", 20, 120},   {"don_vi_khac", 24, 80}, {"lich", 30, 120},
    {"hang", 1, 3},          {"goi_y", 10, 40},       {"han_van_ban", 10, 10}, {"nguoi", 16, 40},
    {"kenh", 8, 8},          {"tep", 24, 80},         {"dung_luong", 8, 10},
    {"trang_thai", 16, 60},  {"phan", 20, 60},        {"muc", 40, 200},        {"cau", 4, 40},
    {"ky", 8, 20},           {"cho", 20, 200},        {"loi", 60, 600},        {"thu", 8, 9},
    {"ma_cu", 6, 60},         {"can_cu", 30, 300},
    {"ban_giao", 100, 1100},
});
// clang-format on

/// Documentation of the platforms: Telegram sendMessage, Zalo OA message/cs, Zalo Bot sendMessage.
constexpr std::array k_limits = std::to_array<TextLimit>({
    {"telegram", 4096},
    {"zalo_oa", 2000},
    {"zalo_bot", 2000},
});

/// Placeholders as often as they stand in the text.
template <class Size>
std::size_t filled(const MessageText& text, std::size_t written, Size size) {
  std::size_t total = written;
  for (const PlaceholderSize& one : k_sizes) {
    const std::string mark = "{" + std::string(one.name) + "}";
    for (auto at = text.text.find(mark); at != std::string::npos;
         at = text.text.find(mark, at + mark.size()))
      total = total + size(one) - mark.size();
  }
  return total;
}

}  // namespace

std::span<const PlaceholderSize> placeholder_sizes() { return k_sizes; }
std::span<const TextLimit> text_limits() { return k_limits; }

std::size_t usual_characters(const MessageText& text) {
  return filled(text, characters(text.text), [](const PlaceholderSize& s) { return s.usual; });
}

std::size_t longest_units(const MessageText& text) {
  return filled(text, utf16_units(text.text), [](const PlaceholderSize& s) { return s.longest; });
}

}  // namespace dondoc
