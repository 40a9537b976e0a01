#include "simulation/wire.h"

#include <fmt/format.h>

namespace dondoc::simulation {
namespace {

/// Platforms send an update again when nobody confirmed it.
constexpr Elapsed k_again = Elapsed::minutes(1);

}  // namespace

std::string key_of(const Input& input) {
  if (const auto* heard = std::get_if<Heard>(&input)) return heard->channel + ":" + heard->key;
  return std::get<Command>(input).key;
}

void Wire::say(Heard heard) {
  heard.key = fmt::format("u{}", ++number_);
  heard.at = parts_.clocks.truth;
  send(std::move(heard));
}

void Wire::order(std::string by, CommandBody body) {
  send(Command{std::move(by), fmt::format("page:{}", ++number_), std::move(body)});
}

void Wire::send(Input input) {
  Generator& generator = parts_.generator;
  Instant when = parts_.clocks.truth + Elapsed{generator.between(50, 2'000)};
  if (rates_.strikes(Fault::reordered_updates, generator))
    when = when + Elapsed::seconds(generator.between(1, 600));
  if (rates_.strikes(Fault::lost_update, generator))
    when = when + Elapsed::seconds(generator.between(30, 900));
  if (rates_.strikes(Fault::repeated_update, generator)) {
    const Instant again = when + Elapsed::seconds(generator.between(0, 3'600));
    try_at(again, input, true);
  }
  try_at(when, std::move(input), false);
}

void Wire::try_at(Instant when, Input input, bool is_copy) {
  if (!is_copy) ++under_way_;
  parts_.timeline.at(when, [this, input = std::move(input), is_copy] {
    if (!is_copy) --under_way_;
    arrive(input, is_copy);
  });
}

void Wire::arrive(const Input& input, bool is_copy) {
  if (take_(input)) {
    confirmed_(key_of(input));
  } else if (!is_copy) {
    try_at(parts_.clocks.truth + k_again, input, false);
  }
}

}  // namespace dondoc::simulation
