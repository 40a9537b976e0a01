#include "web/password.h"

#include <sodium.h>

#include <array>

#include "engine/check.h"

namespace dondoc {

Result<std::string> password_hash(std::string_view password) {
  CHECK(sodium_init() >= 0);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  const int failed = crypto_pwhash_str_alg(
      hash.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return failure(ErrorKind::transient, "no memory to hash a password");
  return std::string(hash.data());
}

bool password_matches(std::string_view password, const std::string& hash) {
  CHECK(sodium_init() >= 0);
  return crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

const std::string& hash_of_nobody() {
  static const std::string hash = [] {
    std::array<char, 32> nobody_knows{};
    CHECK(sodium_init() >= 0);
    randombytes_buf(nobody_knows.data(), nobody_knows.size());
    auto made = password_hash({nobody_knows.data(), nobody_knows.size()});
    return made ? *made : std::string();
  }();
  return hash;
}

}  // namespace dondoc
