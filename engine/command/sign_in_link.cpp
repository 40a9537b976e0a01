#include "engine/command/sign_in_link.h"

#include <sodium.h>

#include <charconv>
#include <vector>

#include "engine/check.h"

namespace dondoc {
namespace {

constexpr std::size_t k_longest_token = 1024;
constexpr int k_base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;

std::string sealed(std::string_view content, std::string_view key) {
  CHECK(key.size() == k_sign_in_key_bytes);
  std::string seal(crypto_generichash_BYTES, '\0');
  crypto_generichash(reinterpret_cast<unsigned char*>(seal.data()), seal.size(),
                     reinterpret_cast<const unsigned char*>(content.data()), content.size(),
                     reinterpret_cast<const unsigned char*>(key.data()), key.size());
  return seal + std::string(content);
}

std::string base64(std::string_view bytes) {
  std::vector<char> text(sodium_base64_encoded_len(bytes.size(), k_base64));
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()),
                    bytes.size(), k_base64);
  return text.data();
}

std::optional<std::string> bytes_of(std::string_view text) {
  std::string bytes(text.size(), '\0');
  std::size_t length = 0;
  const int failed =
      sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &length, nullptr, k_base64);
  if (failed != 0) return std::nullopt;
  bytes.resize(length);
  return bytes;
}

}  // namespace

std::string sign_in_token(const SignIn& sign_in, std::string_view key) {
  return base64(sealed(std::to_string(sign_in.made.ms) + ":" + sign_in.person, key));
}

std::optional<SignIn> read_sign_in_token(std::string_view token, std::string_view key,
                                         Instant now) {
  if (key.size() != k_sign_in_key_bytes || token.size() > k_longest_token) return std::nullopt;
  const auto bytes = bytes_of(token);
  if (!bytes || bytes->size() <= crypto_generichash_BYTES) return std::nullopt;
  const std::string content = bytes->substr(crypto_generichash_BYTES);
  const std::string right = sealed(content, key);
  if (sodium_memcmp(right.data(), bytes->data(), crypto_generichash_BYTES) != 0)
    return std::nullopt;
  SignIn sign_in;
  const auto [end, fault] =
      std::from_chars(content.data(), content.data() + content.size(), sign_in.made.ms);
  if (fault != std::errc() || *end != ':') return std::nullopt;
  sign_in.person = end + 1;
  const Elapsed age = now - sign_in.made;
  if (age < Elapsed{} || age > k_sign_in_link_life) return std::nullopt;
  return sign_in;
}

}  // namespace dondoc
