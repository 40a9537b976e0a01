#include "tests/fuzz/feed.h"
#include "tests/fuzz/source_blocks.h"

/// fontconfig, which poppler asks for fonts, keeps what it read until the program ends.
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig"; }

namespace dondoc::fuzz {

void feed_pdf(std::string_view input) { check_document(read_source(input, SourceFormat::pdf)); }

}  // namespace dondoc::fuzz
