#include "bots/telegram/secret.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include <array>

#include "engine/check.h"

namespace dondoc::telegram {
namespace {

const unsigned char* bytes_of(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const std::array<unsigned char, SHA256_DIGEST_LENGTH>& digest) {
  return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

}  // namespace

std::string sha256(std::string_view message) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  CHECK(SHA256(bytes_of(message), message.size(), digest.data()) != nullptr);
  return text_of(digest);
}

std::string hmac_sha256(std::string_view key, std::string_view message) {
  std::array<unsigned char, SHA256_DIGEST_LENGTH> digest{};
  unsigned int length = 0;
  CHECK(HMAC(EVP_sha256(), key.data(), static_cast<int>(key.size()), bytes_of(message),
             message.size(), digest.data(), &length) != nullptr);
  CHECK(length == digest.size());
  return text_of(digest);
}

std::string hex(std::string_view bytes) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string result;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    result += k_digits[byte >> 4];
    result += k_digits[byte & 0xF];
  }
  return result;
}

}  // namespace dondoc::telegram
