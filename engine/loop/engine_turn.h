// Engine::Turn. Internal to engine/loop.
#pragma once

#include "engine/loop/engine.h"

namespace dondoc {

/// The store's turn, with memory as it is stored; left at the end unless it was committed.
class Engine::Turn {
 public:
  explicit Turn(Engine& engine) : engine_(engine), taken_(engine.catch_up()) {}
  ~Turn() {
    if (taken_) engine_.store_.leave();
  }
  Turn(const Turn&) = delete;
  Turn& operator=(const Turn&) = delete;

  bool is_taken() const { return taken_.has_value(); }
  const Error& error() const { return taken_.error(); }

 private:
  Engine& engine_;
  Result<void> taken_;
};

}  // namespace dondoc
