#include "bots/zalo_oa/digest.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <cstddef>
#include <initializer_list>
#include <memory>

#include "engine/check.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_hash_bytes = 32;
using Hash = std::array<unsigned char, k_hash_bytes>;

struct FreeContext {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};

Hash sha256(std::initializer_list<std::string_view> parts) {
  const std::unique_ptr<EVP_MD_CTX, FreeContext> context(EVP_MD_CTX_new());
  CHECK(context != nullptr);
  CHECK(EVP_DigestInit_ex(context.get(), EVP_sha256(), nullptr) == 1);
  for (std::string_view part : parts)
    CHECK(EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1);
  Hash hash{};
  unsigned int length = 0;
  CHECK(EVP_DigestFinal_ex(context.get(), hash.data(), &length) == 1);
  CHECK(length == hash.size());
  return hash;
}

std::string hex(const Hash& hash) {
  constexpr std::string_view k_digits = "0123456789abcdef";
  std::string text;
  text.reserve(2 * hash.size());
  for (unsigned char byte : hash) {
    text += k_digits[byte >> 4U];
    text += k_digits[byte & 15U];
  }
  return text;
}

/// base64url without padding (RFC 4648 §5).
std::string base64url(const Hash& bytes) {
  std::string text(4 * ((bytes.size() + 2) / 3) + 1, '\0');
  const int length = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(),
                                     static_cast<int>(bytes.size()));
  CHECK(length > 0);
  text.resize(static_cast<std::size_t>(length));
  while (text.ends_with('=')) text.pop_back();
  for (char& c : text) {
    if (c == '+') c = '-';
    if (c == '/') c = '_';
  }
  return text;
}

}  // namespace

std::string appsecret_proof(std::string_view access_token, std::string_view app_secret) {
  Hash hash{};
  unsigned int length = 0;
  const auto* message = reinterpret_cast<const unsigned char*>(access_token.data());
  CHECK(HMAC(EVP_sha256(), app_secret.data(), static_cast<int>(app_secret.size()), message,
             access_token.size(), hash.data(), &length) != nullptr);
  CHECK(length == hash.size());
  return hex(hash);
}

std::string pkce_verifier(const std::array<unsigned char, 32>& chance) { return base64url(chance); }

std::string pkce_challenge(std::string_view verifier) { return base64url(sha256({verifier})); }

std::string webhook_mac(std::string_view app_id, std::string_view body, std::string_view timestamp,
                        std::string_view oa_secret) {
  return hex(sha256({app_id, body, timestamp, oa_secret}));
}

}  // namespace dondoc::zalo_oa
