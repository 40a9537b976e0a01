#include "simulation/node.h"

namespace dondoc::simulation {

Node::Process::Process(Parts& parts)
    : interpreter(parts.make_interpreter()),
      engine(parts.definitions, parts.zone, parts.store, interpreter.get()),
      delivery(
          engine, parts.store, parts.outlets, [] {}, tell_nobody, parts.duties) {}

Result<void> Node::start() {
  process_ = std::make_unique<Process>(parts_);
  auto opened = process_->engine.open(parts_.clocks.machine());
  if (!opened) process_.reset();
  return opened;
}

void Node::kill() { process_.reset(); }

Result<std::vector<Answer>> Node::hear(const std::vector<Input>& inputs) {
  return process_->engine.handle(inputs, parts_.clocks.machine());
}

Result<void> Node::take_turn(TurnKind kind) {
  return dondoc::take_turn(process_->engine, process_->delivery, kind, parts_.clocks.machine(),
                           turn_);
}

Result<std::optional<Instant>> Node::wake_at() {
  return next_turn(process_->engine, process_->delivery, parts_.clocks.machine());
}

}  // namespace dondoc::simulation
