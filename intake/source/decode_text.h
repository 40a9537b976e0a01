// The bytes of a text file as UTF-8: by its mark (BOM), else valid UTF-8, else UTF-16, else the
// legacy encoding that makes Vietnamese syllables of the bytes. Never guessed below evidence. Pure;
// safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/result.h"
#include "intake/source/legacy_encodings.h"

namespace dondoc {

struct DecodedText {
  std::string text;      ///< valid UTF-8 without BOM, not normalised
  std::string encoding;  ///< "UTF-8", "UTF-16LE", "VNI" …
};

/// Errors (permanent): no encoding is recognised; UTF-8 or UTF-16 with a place that is not (byte
/// and line are named); a zero character, which no text has.
Result<DecodedText> decode_text(std::string_view bytes);

/// The legacy encoding in which nearly all words of `western` that hold a sign beyond ASCII are
/// syllables, and clearly more than in any other; none below that, or with fewer than five such
/// words.
std::optional<LegacyEncoding> legacy_encoding_of(std::u32string_view western);

}  // namespace dondoc
