// Node: one process of the house (engine and delivery), started, driven and killed by the
// simulation. Everything it knows lies in its store, on which several may work. One thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "app/delivery.h"
#include "app/turn.h"
#include "engine/loop/engine.h"
#include "simulation/timeline.h"

namespace dondoc::simulation {

class Node {
 public:
  struct Parts {
    const Definitions& definitions;
    Zone zone;
    Store& store;
    /// The conversation remembers a little while the process runs: each has its own.
    std::function<std::unique_ptr<Interpreter>()> make_interpreter;
    std::vector<Outlet> outlets;
    const Clocks& clocks;
    const Duties& duties = every_duty();
  };

  explicit Node(Parts parts) : parts_(std::move(parts)) {}

  /// Errors: those of Engine::open; then it is down.
  Result<void> start();
  /// What was in memory is gone.
  void kill();
  bool is_up() const { return process_ != nullptr; }

  /// Requires: it is up, here and below.
  Result<std::vector<Answer>> hear(const std::vector<Input>& inputs);
  Result<void> take_turn(TurnKind kind = TurnKind::whole);
  /// In the machine's time.
  Result<std::optional<Instant>> wake_at();
  const Engine& engine() const { return process_->engine; }

  std::size_t steps() const { return turn_.steps; }

 private:
  struct Process {
    explicit Process(Parts& parts);
    std::unique_ptr<Interpreter> interpreter;
    Engine engine;
    Delivery delivery;
  };

  Parts parts_;
  std::unique_ptr<Process> process_;
  Turn turn_;
};

}  // namespace dondoc::simulation
