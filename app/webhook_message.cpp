#include "app/webhook_message.h"

#include <sodium.h>

#include <array>

#include "engine/check.h"

namespace dondoc {
namespace {

constexpr std::string_view k_prefix = "whsec_";
constexpr std::size_t k_secret_bytes = 32;  ///< of ours
constexpr std::size_t k_least_bytes = 24;    ///< what Standard Webhooks takes
constexpr std::size_t k_most_bytes = 64;
constexpr Elapsed k_timeout = Elapsed::seconds(10);
/// An answer is not looked at; whoever says more than this has not taken it.
constexpr std::size_t k_answer_bytes = std::size_t{256} * 1024;

std::string base64(const unsigned char* bytes, std::size_t size) {
  std::string text(sodium_base64_encoded_len(size, sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), bytes, size, sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the NUL
  return text;
}

std::optional<std::string> key_of(std::string_view secret) {
  if (!secret.starts_with(k_prefix)) return std::nullopt;
  const std::string_view coded = secret.substr(k_prefix.size());
  std::string key(k_most_bytes, '\0');
  std::size_t size = 0;
  const int failed =
      sodium_base642bin(reinterpret_cast<unsigned char*>(key.data()), key.size(), coded.data(),
                        coded.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  if (failed != 0 || size < k_least_bytes) return std::nullopt;
  key.resize(size);
  return key;
}

}  // namespace

std::string fresh_webhook_secret() {
  CHECK(sodium_init() >= 0);
  std::array<unsigned char, k_secret_bytes> bytes{};
  randombytes_buf(bytes.data(), bytes.size());
  return std::string(k_prefix) + base64(bytes.data(), bytes.size());
}

std::optional<std::string> webhook_signature(std::string_view secret, const WebhookMessage& message,
                                             std::int64_t timestamp) {
  CHECK(sodium_init() >= 0);
  const auto key = key_of(secret);
  if (!key) return std::nullopt;
  const std::string text = message.id + "." + std::to_string(timestamp) + "." + message.body;
  crypto_auth_hmacsha256_state state;
  crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char*>(key->data()),
                              key->size());
  crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()),
                                text.size());
  std::array<unsigned char, crypto_auth_hmacsha256_BYTES> mac{};
  crypto_auth_hmacsha256_final(&state, mac.data());
  return "v1," + base64(mac.data(), mac.size());
}

std::optional<HttpRequest> webhook_request(const std::string& url, std::string_view secret,
                                           const WebhookMessage& message, Instant now) {
  const std::int64_t timestamp = now.ms / 1'000;
  const auto signature = webhook_signature(secret, message, timestamp);
  if (!signature) return std::nullopt;
  HttpRequest request;
  request.url = url;
  request.headers = {{"webhook-id", message.id},
                     {"webhook-timestamp", std::to_string(timestamp)},
                     {"webhook-signature", *signature}};
  request.body = message.body;
  request.timeout = k_timeout;
  request.answer_bytes = k_answer_bytes;
  return request;
}

}  // namespace dondoc
