// libFuzzer's way in; DONDOC_FEED names the function (CMakeLists.txt).
#include <cstddef>
#include <cstdint>

#include "tests/fuzz/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  dondoc::fuzz::DONDOC_FEED({reinterpret_cast<const char*>(data), size});
  return 0;
}
