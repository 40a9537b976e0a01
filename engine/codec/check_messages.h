// Can the texts be sent as they stand? (domain.md §5) Pure functions; safe from any thread.
#pragma once

#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/codec/messages_codec.h"

namespace dondoc {

/// Every placeholder the engine can fill; a text with another one could not be rendered.
const std::vector<std::string_view>& placeholders_of_engine();

/// What the engine sends whatever the ladders say, M-01 … M-17: each itself or in variants such as
/// M-12Y and M-12N.
const std::vector<std::string_view>& required_messages();

/// Missing and doubled ids, unknown placeholders, texts and buttons too long for a chat, words an
/// officer is not spoken to with, texts that are not in NFC.
void check_messages(const MessageFile& file, Faults& faults);

/// Where `file` says something else than `standard`, the file of another language: texts it lacks
/// or has beyond it, other placeholders, other buttons.
void check_same_messages(const MessageFile& file, const MessageFile& standard, Faults& faults);

}  // namespace dondoc
