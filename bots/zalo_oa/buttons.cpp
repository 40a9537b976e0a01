#include "bots/zalo_oa/buttons.h"

#include "engine/text/split_text.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

constexpr const char* k_typed_intro = "C-04";  ///< "Có thể trả lời bằng cách nhắn:"
constexpr const char* k_typed_more = "C-05";   ///< "Hoặc nhắn:"

/// Of a payload "action:CODE:nonce"; empty when there is none.
std::string_view code_in(std::string_view payload) {
  const auto first = payload.find(':');
  if (first == std::string_view::npos) return {};
  const auto last = payload.rfind(':');
  return last > first ? payload.substr(first + 1, last - first - 1) : payload.substr(first + 1);
}

std::string with_lines(std::string text, const char* intro,
                       const std::vector<OutgoingButton>& typed, const MessageBook* book) {
  if (typed.empty()) return text;
  if (!text.empty()) text += "\n\n";
  if (book != nullptr) text += words_of(*book, intro);
  for (const OutgoingButton& button : typed) {
    text += "\n- ";
    text += typed_command(button);
  }
  return text;
}

}  // namespace

ButtonPlan with_buttons(const std::string& text, const std::vector<OutgoingButton>& buttons,
                        const MessageBook* book) {
  ButtonPlan plan;
  std::vector<OutgoingButton> typed;
  for (const OutgoingButton& button : buttons) {
    std::string payload = std::string(k_press_prefix) + button.payload;
    if (plan.shown.size() == k_buttons_most || payload.size() > k_payload_bytes) {
      typed.push_back(button);
    } else {
      plan.shown.push_back({cut_kindly(nfc(button.label), k_title_characters, TextUnit::characters),
                            std::move(payload)});
    }
  }
  plan.text = with_lines(text, plan.shown.empty() ? k_typed_intro : k_typed_more, typed, book);
  return plan;
}

std::string with_typed_lines(const std::string& text, const std::vector<OutgoingButton>& buttons,
                             const MessageBook* book) {
  return with_lines(text, k_typed_intro, buttons, book);
}

std::string typed_command(const OutgoingButton& button) {
  std::string command = nfc(button.label);
  const std::string_view code = code_in(button.payload);
  if (!code.empty()) command.append(" ").append(code);
  return command;
}

}  // namespace dondoc::zalo_oa
