#include "bots/telegram/press.h"

#include <nlohmann/json.hpp>

#include "bots/telegram/menu.h"

namespace dondoc::telegram {
namespace {

constexpr Elapsed k_answer_timeout = Elapsed::seconds(5);

}  // namespace

void answer_press(const ApiCall& api, const Inbound& press, const MessageBooks& books) {
  if (press.kind != InboundKind::press || press.callback.empty()) return;
  nlohmann::json parameters = {{"callback_query_id", press.callback}};
  if (const MessageBook* book = books.of(press.language))
    parameters["text"] = words_of(*book, k_press_seen);
  api.ask("answerCallbackQuery", parameters, k_answer_timeout);
}

void take_buttons_away(const ApiCall& api, const Inbound& press) {
  const auto message = whole_number(press.message);
  if (press.kind != InboundKind::press || !message) return;
  const nlohmann::json parameters = {{"chat_id", id_value(press.chat)}, {"message_id", *message}};
  api.ask("editMessageReplyMarkup", parameters, k_answer_timeout);
}

}  // namespace dondoc::telegram
