#include "engine/text/slug.h"

#include <algorithm>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::size_t k_letters = 56;

bool is_kept(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::string slug(std::string_view name, std::string_view otherwise) {
  std::string id;
  for (const char c : fold(name)) {
    if (is_kept(c)) {
      id += c;
    } else if (!id.empty() && id.back() != '-') {
      id += '-';
    }
  }
  if (id.size() > k_letters) id.resize(std::min(id.rfind('-', k_letters), k_letters));
  while (id.ends_with('-')) id.pop_back();
  return id.empty() ? std::string(otherwise) : id;
}

}  // namespace dondoc
