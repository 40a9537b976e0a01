#include "engine/port/http_client.h"

#include <algorithm>
#include <cctype>

namespace dondoc {
namespace {

bool same_letter(unsigned char a, unsigned char b) { return std::tolower(a) == std::tolower(b); }

}  // namespace

std::string HttpAnswer::header(std::string_view name) const {
  for (const HttpHeader& each : headers) {
    if (std::equal(each.name.begin(), each.name.end(), name.begin(), name.end(), same_letter))
      return each.value;
  }
  return {};
}

}  // namespace dondoc
