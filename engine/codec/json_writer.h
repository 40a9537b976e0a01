// Appends JSON text to a string: no tree in between, always valid JSON. Equal calls give equal bytes.
// Owned by one thread; the string must outlive the writer.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "engine/time/time.h"

namespace dondoc {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open_object() { open('{'); }
  void close_object() { close('}'); }
  void open_array() { open('['); }
  void close_array() { close(']'); }

  /// `name` stands in the source, so it is not escaped.
  void key(std::string_view name);
  /// A key from outside.
  void free_key(std::string_view name);

  /// Bytes that are not UTF-8 become U+FFFD.
  void text(std::string_view value);
  void whole(std::int64_t value);
  void natural(std::uint64_t value);
  /// The shortest text that reads back as exactly this double, told from a whole number by a point or an exponent.
  /// JSON has no infinity and no NaN: both become null.
  void decimal(double value);
  void flag(bool value) { literal(value ? "true" : "false"); }
  void null() { literal("null"); }
  void date(LocalDate value);

 private:
  void separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
  }
  void literal(std::string_view word);
  void open(char bracket);
  void close(char bracket);

  std::string& out_;
  bool needs_comma_ = false;
};

}  // namespace dondoc
