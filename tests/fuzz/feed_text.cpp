#include "tests/fuzz/feed.h"
#include "tests/fuzz/source_blocks.h"

namespace dondoc::fuzz {

void feed_text(std::string_view input) {
  check_document(read_source(input, SourceFormat::text));
  check_document(read_source(input, SourceFormat::markdown));
}

}  // namespace dondoc::fuzz
