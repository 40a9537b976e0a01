// The encodings Vietnamese was written in before Unicode, as tables. Pure functions; safe from any
// thread.
// Sources: TCVN3 (ABC, fonts ".VnTime"): TCVN 5712:1993, form VN3, as in the table "VSCII" of
// Wikipedia; VNI for Windows (fonts "VNI-Times"): the table "VNI character set" of Wikipedia;
// windows-1258 and windows-1252: the mappings published by Unicode (ICU ibm-5354, ibm-5348).
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

enum class LegacyEncoding { tcvn3, vni, windows_1258 };

/// "TCVN3 (ABC)", "VNI", "windows-1258".
std::string_view name_of(LegacyEncoding encoding);

/// Bytes as western Windows shows them (windows-1252): what is seen when a text in a legacy font
/// loses its font, "C«ng" for "Công".
std::u32string as_western(std::string_view bytes);

/// A text as western Windows shows it, read as it was meant. What the encoding does not have stays
/// as it is. Not in normal form: windows-1258 parts tones from their letters.
/// TCVN3 has no capitals with tones (fonts ".VnTimeH" drew small letters as capitals): they are
/// taken for capitals in lines and words whose plain letters are.
std::u32string read_as(LegacyEncoding encoding, std::u32string_view western);

}  // namespace dondoc
