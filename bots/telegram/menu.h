// What a person sees from this channel itself, beside the messages: the commands menu, the short
// word on a pressed button, the name of a file that came without one. The words are texts of the
// message book, in the language of the person's application, which is all that the platform tells.
#pragma once

#include <array>
#include <string_view>

namespace dondoc::telegram {

struct MenuCommand {
  std::string_view command;  ///< 1–32 of a-z 0-9 _; understood by bots/talk
  std::string_view text;     ///< id of its words, 1–256 characters
};

// clang-format off
inline constexpr std::array k_menu = std::to_array<MenuCommand>({
    {"viec",      "C-10"},
    {"han",       "C-11"},
    {"mau",       "C-12"},
    {"tinhhinh",  "C-13"},
    {"quahan",    "C-14"},
    {"tonghop",   "C-15"},
    {"lienhe",    "C-16"},
    {"trogiup",   "C-17"},
    {"xoadulieu", "C-18"},
});
// clang-format on

/// On a press, before its effect is known: says neither yes nor no. At most 200 characters.
inline constexpr std::string_view k_press_seen = "C-20";

inline constexpr std::string_view k_unnamed_file = "tep-dinh-kem";

}  // namespace dondoc::telegram
