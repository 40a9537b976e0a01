// Buttons of a consultation message, and the words that do the same when typed (chat-apis.md §3.4;
// design §8: everything that buttons do can be typed). Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "engine/port/channel.h"

namespace dondoc::zalo_oa {

constexpr std::size_t k_buttons_most = 5;
constexpr std::size_t k_title_characters = 20;
constexpr std::size_t k_payload_bytes = 1000;
/// A press comes back as a text that begins with it.
constexpr std::string_view k_press_prefix = "#dd:";

struct ButtonPlan {
  std::vector<OutgoingButton> shown;  ///< titles and payloads within the limits
  std::string text;                   ///< with typed lines for those that are not shown
};

/// At most five buttons; the others become typed lines. `book`: as in OutgoingMessage.
ButtonPlan with_buttons(const std::string& text, const std::vector<OutgoingButton>& buttons,
                        const MessageBook* book);
/// All of them typed: for when the platform refuses buttons.
std::string with_typed_lines(const std::string& text, const std::vector<OutgoingButton>& buttons,
                             const MessageBook* book);

/// "Tiếp nhận B20-07": what a person types instead of pressing.
std::string typed_command(const OutgoingButton& button);

}  // namespace dondoc::zalo_oa
