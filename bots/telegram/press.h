// A pressed button's sign of life, and the buttons taken away after its effect (chat-apis.md §2.6,
// §5.3, §5.6). What goes wrong here changes nothing for anybody: errors are ignored.
#pragma once

#include "bots/telegram/api_call.h"
#include "engine/port/receiver.h"
#include "engine/text/messages.h"

namespace dondoc::telegram {

/// At once: after some seconds the platform says "query is too old". In the words of `books`.
void answer_press(const ApiCall& api, const Inbound& press, const MessageBooks& books);
/// Nothing when the message is not known or too old to be seen by the bot.
void take_buttons_away(const ApiCall& api, const Inbound& press);

}  // namespace dondoc::telegram
