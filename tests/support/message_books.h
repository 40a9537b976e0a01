// The texts of config/messages, for tests of what needs nothing else of the data files.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "engine/codec/messages_codec.h"

namespace dondoc::test {

inline MessageBook read_book(const std::string& language) {
  const std::string file =
      std::string(DONDOC_SOURCE_DIR) + "/config/messages/" + language + ".json";
  std::ifstream in(file, std::ios::binary);
  Faults faults(file);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto messages = decode_messages(text, faults);
  if (!messages) throw std::runtime_error(file + " cannot be read");
  return messages->book();
}

inline MessageBooks books() {
  static const MessageBook k_vi = read_book("vi");
  static const MessageBook k_en = read_book("en");
  return {&k_vi, &k_en};
}

}  // namespace dondoc::test
