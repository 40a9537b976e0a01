#include "web/secret_hash.h"

#include <sodium.h>

#include <array>

#include "engine/check.h"

namespace dondoc {

std::string secret_hash(std::string_view purpose, std::string_view secret) {
  CHECK(sodium_init() >= 0);
  const std::string text = std::string(purpose) + ":" + std::string(secret);
  std::array<unsigned char, 32> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(text.data()),
                     text.size(), nullptr, 0);
  std::array<char, 2 * hash.size() + 1> out{};
  sodium_bin2hex(out.data(), out.size(), hash.data(), hash.size());
  return out.data();
}

}  // namespace dondoc
