#include "bots/zalo_oa/buttons.h"

#include "bots/zalo_oa/words.h"
#include "engine/text/split_text.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

/// Of a payload "action:CODE:nonce"; empty when there is none.
std::string_view code_in(std::string_view payload) {
  const auto first = payload.find(':');
  if (first == std::string_view::npos) return {};
  const auto last = payload.rfind(':');
  return last > first ? payload.substr(first + 1, last - first - 1) : payload.substr(first + 1);
}

std::string with_lines(std::string text, std::string_view intro,
                       const std::vector<OutgoingButton>& typed) {
  if (typed.empty()) return text;
  if (!text.empty()) text += "\n\n";
  text += intro;
  for (const OutgoingButton& button : typed) {
    text += '\n';
    text += words::k_typed_line;
    text += typed_command(button);
  }
  return text;
}

}  // namespace

ButtonPlan with_buttons(const std::string& text, const std::vector<OutgoingButton>& buttons) {
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
  plan.text =
      with_lines(text, plan.shown.empty() ? words::k_typed_intro : words::k_typed_more, typed);
  return plan;
}

std::string with_typed_lines(const std::string& text, const std::vector<OutgoingButton>& buttons) {
  return with_lines(text, words::k_typed_intro, buttons);
}

std::string typed_command(const OutgoingButton& button) {
  std::string command = nfc(button.label);
  const std::string_view code = code_in(button.payload);
  if (!code.empty()) command.append(" ").append(code);
  return command;
}

}  // namespace dondoc::zalo_oa
