// A document in Unicode that holds texts typed for legacy fonts: "C«ng" (.VnTime, TCVN3) or "Coäng"
// (VNI-Times) for "Công", as .docx, .pdf and pasted texts have it. Pure; safe from any thread.
#pragma once

#include <optional>

#include "intake/source/legacy_encodings.h"
#include "intake/source_document.h"

namespace dondoc {

/// Reads such blocks and cells as they were meant; the others are left alone. By evidence: as a
/// whole, the texts that could be such are no Vietnamese as they stand and nearly all words of them
/// are when read so (`legacy_encoding_of`). Which encoding it was; none when nothing was changed.
/// Before clean_text: TCVN3 has a letter at the place of the soft hyphen.
std::optional<LegacyEncoding> read_legacy_fonts(SourceDocument& document);

}  // namespace dondoc
