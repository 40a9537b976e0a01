#include "bots/zalo_oa/digest.h"

#include <openssl/evp.h>

#include <cstddef>

#include "bots/platform/digest.h"
#include "engine/check.h"

namespace dondoc::zalo_oa {
namespace {

/// base64url without padding (RFC 4648 §5).
std::string base64url(const Sha256& bytes) {
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
  return hex(hmac_sha256(app_secret, access_token));
}

std::string pkce_verifier(const std::array<unsigned char, 32>& chance) { return base64url(chance); }

std::string pkce_challenge(std::string_view verifier) { return base64url(sha256({verifier})); }

std::string webhook_mac(std::string_view app_id, std::string_view body, std::string_view timestamp,
                        std::string_view oa_secret) {
  return hex(sha256({app_id, body, timestamp, oa_secret}));
}

}  // namespace dondoc::zalo_oa
