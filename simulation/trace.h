// Trace: everything that became durable and everything that arrived, hashed line by line
// (BLAKE2b-256, libsodium). The same seed gives the same hash, whatever the compiler. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dondoc::simulation {

class Trace {
 public:
  Trace();
  ~Trace();
  Trace(const Trace&) = delete;
  Trace& operator=(const Trace&) = delete;

  void line(std::string_view text);
  /// In hexadecimal; ends the trace.
  std::string hash();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dondoc::simulation
