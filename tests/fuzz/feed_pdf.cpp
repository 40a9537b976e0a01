#include "tests/fuzz/feed.h"
#include "tests/fuzz/source_blocks.h"

namespace dondoc::fuzz {

void feed_pdf(std::string_view input) { check_document(read_source(input, SourceFormat::pdf)); }

}  // namespace dondoc::fuzz
