#include "simulation/wire.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::simulation {
namespace {

/// A copy is not sent again: the first one is.
constexpr int k_copy = -1;

/// Platforms send an update again when nobody confirmed it, less and less often.
Elapsed pause_after(int attempt) {
  return Elapsed::minutes(std::int64_t{1} << std::min(attempt, 5));
}

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
    try_at(again, input, k_copy);
  }
  try_at(when, std::move(input), 0);
}

void Wire::try_at(Instant when, Input input, int attempt) {
  parts_.timeline.at(when, [this, input = std::move(input), attempt] { arrive(input, attempt); });
}

void Wire::arrive(const Input& input, int attempt) {
  if (take_(input)) {
    confirmed_(key_of(input));
  } else if (attempt != k_copy) {
    try_at(parts_.clocks.truth + pause_after(attempt), input, attempt + 1);
  }
}

}  // namespace dondoc::simulation
