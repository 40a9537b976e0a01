// A text file as a test needs it: written whole, or the test ends.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>

namespace dondoc::test {

inline void write_text(const std::string& path, std::string_view text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

}  // namespace dondoc::test
