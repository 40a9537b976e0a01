#include "bots/telegram/html.h"

#include "engine/text/vietnamese.h"

namespace dondoc::telegram {
namespace {

constexpr std::size_t k_heading_characters = 120;

}  // namespace

std::string escaped(std::string_view text) {
  std::string result;
  result.reserve(text.size() + text.size() / 8);
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      default:
        result += c;
    }
  }
  return result;
}

std::string formatted(std::string_view text) {
  const auto end = text.find('\n');
  const bool heading = end != text.npos && end > 0 && text.substr(end).starts_with("\n\n") &&
                       characters(text.substr(0, end)) <= k_heading_characters;
  if (!heading) return escaped(text);
  return "<b>" + escaped(text.substr(0, end)) + "</b>" + escaped(text.substr(end));
}

}  // namespace dondoc::telegram
