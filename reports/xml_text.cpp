#include "reports/xml_text.h"

#include <pugixml.hpp>
#include <sstream>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

bool is_forbidden_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

/// "\xEF\xBF\xBE" and "\xEF\xBF\xBF".
bool is_noncharacter(std::string_view text) {
  return text.starts_with("\xEF\xBF\xBE") || text.starts_with("\xEF\xBF\xBF");
}

}  // namespace

std::string xml_text(std::string_view text) {
  const std::string valid = nfc(text);
  std::string clean;
  clean.reserve(valid.size());
  for (std::size_t i = 0; i < valid.size(); ++i) {
    if (is_noncharacter(std::string_view(valid).substr(i))) {
      i += 2;
    } else if (!is_forbidden_control(valid[i])) {
      clean += valid[i];
    }
  }
  return clean;
}

std::string xml_bytes(const pugi::xml_document& document) {
  std::ostringstream text;
  document.save(text, "", pugi::format_raw, pugi::encoding_utf8);
  return text.str();
}

}  // namespace dondoc
