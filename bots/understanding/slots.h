// Slots: what an act says beside its kind, read from its part of the text. Pure; safe from any
// thread.
#pragma once

#include "bots/understanding/islands.h"
#include "bots/understanding/understand.h"

namespace dondoc::understanding {

/// The act an island stands for, with its slots.
Said said_by(const Island& island, const Utterance& text, const Mentions& mentions);

/// "chị Hoa", "đ/c Minh", "bạn Thảo" from word `from` on before `to`: empty when nobody is named.
std::string person_in(const Utterance& text, std::size_t from, std::size_t to);
/// "Tư pháp", "Công an xã": empty when none is named.
std::string unit_in(const Utterance& text, std::size_t from, std::size_t to);

}  // namespace dondoc::understanding
