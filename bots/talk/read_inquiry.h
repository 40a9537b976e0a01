// Questions about how things stand: "ai chưa báo cáo", "xã nào quá hạn", "B20 tới đâu rồi", "xã Bà
// Điểm nộp chưa", "ai đang vướng". Only a text that is such a question from beginning to end is
// read as one; a request that happens to hold the words is left to the commands. Pure; safe from
// any thread.
#pragma once

#include <optional>

#include "bots/talk/intent.h"
#include "bots/talk/said.h"
#include "engine/command/decide.h"

namespace dondoc::talk {

/// `text` without its codes; `has_code`: there were some. `text` of the intent: the unit that is
/// asked about, as typed, or empty.
std::optional<Intent> read_inquiry(const World& world, const Utterance& text, bool has_code);

}  // namespace dondoc::talk
