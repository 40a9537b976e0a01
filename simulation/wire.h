// Wire: how what people write, press and order comes to the house: late, twice, out of order, and
// again and again until it is confirmed, as platforms do. One thread.
#pragma once

#include <functional>
#include <string>

#include "engine/loop/engine.h"
#include "simulation/faults.h"
#include "simulation/timeline.h"

namespace dondoc::simulation {

class Wire {
 public:
  struct Parts {
    Timeline& timeline;
    const Clocks& clocks;
    const FaultRates& rates;
    Generator generator;
  };
  /// Hands an input to the house; true when its effect is durable, so that it may be forgotten.
  using Take = std::function<bool(const Input&)>;
  /// Hears of every input that was confirmed, by its key as the house keeps it.
  using Confirmed = std::function<void(const std::string& key)>;

  explicit Wire(Parts parts) : parts_(parts), rates_(parts.rates) {}

  void connect(Take take, Confirmed confirmed) {
    take_ = std::move(take);
    confirmed_ = std::move(confirmed);
  }
  /// From somebody's account; the key is given here.
  void say(Heard heard);
  /// From a page or the command line.
  void order(std::string by, CommandBody body);
  /// From now on everything arrives at once and once.
  void heal() { rates_ = {}; }

 private:
  void send(Input input);
  void try_at(Instant when, Input input, int attempt);
  void arrive(const Input& input, int attempt);

  Parts parts_;
  FaultRates rates_;
  Take take_;
  Confirmed confirmed_;
  std::uint64_t number_ = 0;
};

/// As the engine keeps it (engine/port/store.h: unique per channel).
std::string key_of(const Input& input);

}  // namespace dondoc::simulation
