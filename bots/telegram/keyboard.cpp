#include "bots/telegram/keyboard.h"

#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"

namespace dondoc::telegram {
namespace {

using nlohmann::json;

/// Two labels of this length stand side by side on a narrow screen.
constexpr std::size_t k_short_label = 14;

bool may_be_sent(const OutgoingButton& button) {
  return !button.payload.empty() && button.payload.size() <= k_payload_bytes &&
         button.label.find_first_not_of(" \t\r\n") != std::string::npos;
}

}  // namespace

std::size_t add_keyboard(const std::vector<OutgoingButton>& buttons, json& parameters) {
  json rows = json::array();
  std::size_t dropped = 0;
  bool place_left = false;
  for (const OutgoingButton& button : buttons) {
    if (!may_be_sent(button)) {
      ++dropped;
      continue;
    }
    const bool is_short = characters(button.label) <= k_short_label;
    if (!place_left || !is_short) rows.push_back(json::array());
    place_left = is_short && rows.back().empty();
    rows.back().push_back({{"text", button.label}, {"callback_data", button.payload}});
  }
  if (!rows.empty())
    parameters["reply_markup"] = json::object({{"inline_keyboard", std::move(rows)}});
  return dropped;
}

}  // namespace dondoc::telegram
