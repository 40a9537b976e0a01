// Invitations: the one-time code that a person types, or that a link carries, to bind a chat
// account (design §8). Eight letters and digits, none of which looks like another, at least two of
// them digits, so that no Vietnamese word is taken for one. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/time/time.h"

namespace dondoc {

inline constexpr std::string_view k_invitation_letters = "ACDEFGHJKLMNPQRTUVWXY34679";
inline constexpr std::size_t k_invitation_length = 8;
inline constexpr Elapsed k_invitation_life = Elapsed::hours(7 * 24);

/// A code made of the random numbers; none when it would have fewer than two digits: draw again.
std::optional<std::string> invitation_code(
    const std::array<std::uint32_t, k_invitation_length>& random);

/// "ACDE-3467", as people read it aloud.
std::string invitation_in_words(std::string_view code);

/// The code somebody typed or followed, alone or with "mã" or "/start" before it, whatever the
/// case, with blanks or dashes in it; none when the text is something else.
std::optional<std::string> typed_invitation(std::string_view text);

/// What is kept of a code.
std::string invitation_hash(std::string_view code);

}  // namespace dondoc
