#include "reports/step_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace dondoc {
namespace {

struct Named {
  std::string_view id;
  std::string_view words;
};
/// Of config/ladders.json, beside those that count days.
constexpr std::array<Named, 8> k_steps{{
    {"issue", "giao việc"},
    {"ack-repeat", "nhắc xác nhận tiếp nhận"},
    {"ack-deputy", "báo người thay vì chưa xác nhận tiếp nhận"},
    {"ack-lead", "báo lãnh đạo vì chưa xác nhận tiếp nhận"},
    {"D", "nhắc vào ngày đến hạn"},
    {"lead", "báo lãnh đạo"},
    {"superior", "báo lãnh đạo cấp trên"},
    {"hẹn", "hỏi lại theo hẹn"},
}};
constexpr std::array<Named, 4> k_channels{{
    {"zalo_oa", "Zalo OA"},
    {"zalo_bot", "Zalo Bot"},
    {"telegram", "Telegram"},
    {"sandbox", "kênh thử"},
}};

template <std::size_t size>
std::string_view words_for(const std::array<Named, size>& list, std::string_view id) {
  const auto found =
      std::find_if(list.begin(), list.end(), [&](const Named& one) { return one.id == id; });
  return found == list.end() ? std::string_view() : found->words;
}

/// "7" of "D-7"; empty when the id is no number of days on that side of the date.
std::string_view days_of(std::string_view rung, std::string_view side) {
  if (!rung.starts_with(side)) return {};
  const std::string_view days = rung.substr(side.size());
  return days.find_first_not_of("0123456789") == days.npos ? days : std::string_view();
}

}  // namespace

std::string step_in_words(std::string_view rung) {
  if (const auto words = words_for(k_steps, rung); !words.empty()) return std::string(words);
  if (const auto days = days_of(rung, "D-"); !days.empty())
    return fmt::format("nhắc trước hạn {} ngày", days);
  if (const auto days = days_of(rung, "D+"); !days.empty())
    return fmt::format("nhắc sau hạn {} ngày", days);
  return fmt::format("nhắc theo bước “{}”", rung);
}

std::string channel_in_words(std::string_view channel) {
  const auto words = words_for(k_channels, channel);
  return std::string(words.empty() ? channel : words);
}

}  // namespace dondoc
