#include "engine/check.h"

#include <cstdio>
#include <cstdlib>

namespace dondoc {

void check_failed(const char* condition, const char* file, int line) {
  std::fprintf(stderr, "dondoc: bug: %s at %s:%d\n", condition, file, line);
  std::abort();
}

}  // namespace dondoc
