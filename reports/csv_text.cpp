#include "reports/csv_text.h"

#include <fmt/format.h>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

bool begins_like_formula(std::string_view text) {
  return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

bool needs_quotes(std::string_view field) {
  return field.find_first_of(",\"\r\n'") != std::string_view::npos || field.starts_with(' ') ||
         field.ends_with(' ');
}

}  // namespace

CsvText::CsvText(const std::vector<std::string_view>& head)
    : bytes_(k_byte_order_mark), columns_(head.size()) {
  for (const std::string_view name : head) put(name);
  end_row();
}

CsvText& CsvText::text(std::string_view value) {
  const std::string normal = nfc(value);
  put(begins_like_formula(normal) ? "'" + normal : normal);
  return *this;
}

CsvText& CsvText::number(double value) {
  put(fmt::format("{}", value));
  return *this;
}

CsvText& CsvText::nothing() {
  put("");
  return *this;
}

void CsvText::end_row() {
  CHECK(at_ == columns_);
  bytes_ += "\r\n";
  at_ = 0;
}

void CsvText::put(std::string_view field) {
  if (at_++ > 0) bytes_ += ',';
  if (!needs_quotes(field)) {
    bytes_ += field;
    return;
  }
  bytes_ += '"';
  for (const char c : field) bytes_.append(c == '"' ? 2 : 1, c);
  bytes_ += '"';
}

}  // namespace dondoc
