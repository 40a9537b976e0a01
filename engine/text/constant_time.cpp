#include "engine/text/constant_time.h"

#include <sodium.h>

#include <array>

#include "engine/check.h"

namespace dondoc {
namespace {

using Digest = std::array<unsigned char, crypto_generichash_BYTES>;

/// Of one length, whatever was given.
Digest digest_of(std::string_view text) {
  Digest digest{};
  CHECK(crypto_generichash(digest.data(), digest.size(),
                           reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                           nullptr, 0) == 0);
  return digest;
}

}  // namespace

bool same_in_constant_time(std::string_view given, std::string_view expected) {
  const Digest a = digest_of(given), b = digest_of(expected);
  return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace dondoc
