#include "simulation/trace.h"

#include <sodium.h>

#include <array>

#include "engine/check.h"

namespace dondoc::simulation {

struct Trace::State {
  crypto_generichash_state hash;
};

Trace::Trace() : state_(std::make_unique<State>()) {
  CHECK(sodium_init() >= 0);
  CHECK(crypto_generichash_init(&state_->hash, nullptr, 0, crypto_generichash_BYTES) == 0);
}

Trace::~Trace() = default;

void Trace::line(std::string_view text) {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  CHECK(crypto_generichash_update(&state_->hash, bytes, text.size()) == 0);
  const unsigned char end = '\n';
  CHECK(crypto_generichash_update(&state_->hash, &end, 1) == 0);
}

std::string Trace::hash() {
  std::array<unsigned char, crypto_generichash_BYTES> bytes{};
  CHECK(crypto_generichash_final(&state_->hash, bytes.data(), bytes.size()) == 0);
  std::array<char, 2 * crypto_generichash_BYTES + 1> text{};
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  return text.data();
}

}  // namespace dondoc::simulation
