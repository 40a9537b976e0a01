#include "web/typed_text.h"

#include <algorithm>

#include "engine/text/vietnamese.h"

namespace dondoc {
std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : nfc(text)) {
    const bool is_space = c == ' ' || c == '\n' || c == '\r' || c == '\t';
    if (!is_space) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (line.ends_with(' ')) line.pop_back();
  return line;
}

std::vector<std::string> typed_lines(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (std::string line = one_line(text.substr(at, end - at)); !line.empty())
      lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

}  // namespace dondoc
