#include "bots/understanding/weights.h"

#include <cstddef>

// The assembler reads the file, which takes no compile time (as cmake/embed.cmake does).
asm(".pushsection .rodata\n"
    "dondoc_understanding_weights: .incbin \"config/understanding/weights.tsv\"\n"
    "dondoc_understanding_weights_end: .byte 0\n"
    ".popsection\n");

extern "C" {
extern const char dondoc_understanding_weights[], dondoc_understanding_weights_end[];
}

namespace dondoc::understanding {

std::string_view weights_file() {
  return {dondoc_understanding_weights,
          static_cast<std::size_t>(dondoc_understanding_weights_end - dondoc_understanding_weights)};
}

}  // namespace dondoc::understanding
