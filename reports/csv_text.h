// Comma-separated text for spreadsheets (RFC 4180): UTF-8 with a byte order mark, lines ended by
// CRLF. A text that begins like a formula (= + - @, tab) gets an apostrophe before it, so that no
// spreadsheet computes what somebody wrote. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dondoc {

class CsvText {
 public:
  explicit CsvText(const std::vector<std::string_view>& head);
  /// A field of the row: what people may have written.
  CsvText& text(std::string_view value);
  /// "92.5", "-3": with a point, as programs read it.
  CsvText& number(double value);
  CsvText& nothing();
  /// Requires: as many fields as the head has (CHECKed).
  void end_row();

  const std::string& bytes() const { return bytes_; }

 private:
  void put(std::string_view field);

  std::string bytes_;
  std::size_t columns_;
  std::size_t at_ = 0;
};

}  // namespace dondoc
