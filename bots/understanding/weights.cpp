#include "bots/understanding/weights.h"

#include <cstddef>

// The assembler reads the files, which takes no compile time (as cmake/embed.cmake does).
asm(".pushsection .rodata\n"
    "dondoc_understanding_weights: .incbin \"config/understanding/weights.tsv\"\n"
    "dondoc_understanding_weights_end: .byte 0\n"
    "dondoc_understanding_details: .incbin \"config/understanding/weights-details.tsv\"\n"
    "dondoc_understanding_details_end: .byte 0\n"
    ".popsection\n");

extern "C" {
extern const char dondoc_understanding_weights[], dondoc_understanding_weights_end[];
extern const char dondoc_understanding_details[], dondoc_understanding_details_end[];
}

namespace dondoc::understanding {
namespace {

std::string_view between(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace

std::string_view weights_file() {
  return between(dondoc_understanding_weights, dondoc_understanding_weights_end);
}

std::string_view detail_weights_file() {
  return between(dondoc_understanding_details, dondoc_understanding_details_end);
}

}  // namespace dondoc::understanding
