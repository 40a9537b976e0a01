#include "bots/platform/webhook_header.h"

#include <algorithm>
#include <cctype>

namespace dondoc {
namespace {

bool same_letters(std::string_view a, std::string_view b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](unsigned char x, unsigned char y) {
    return std::tolower(x) == std::tolower(y);
  });
}

}  // namespace

std::string_view only_header(const WebhookCall& call, std::string_view name) {
  std::string_view value;
  int count = 0;
  for (const HttpHeader& header : call.headers) {
    if (!same_letters(header.name, name)) continue;
    value = header.value;
    ++count;
  }
  return count == 1 ? value : std::string_view();
}

bool says_json(const WebhookCall& call) {
  const std::string_view type = only_header(call, "Content-Type");
  std::string_view kind = type.substr(0, type.find(';'));
  while (kind.ends_with(' ')) kind.remove_suffix(1);
  return same_letters(kind, "application/json");
}

}  // namespace dondoc
