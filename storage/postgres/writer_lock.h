// One writer a database. Internal to storage/postgres. Everything here throws.
//
// The writer's connection holds an advisory lock, which the server drops with the connection; and
// its name stands in log_head, where each commit finds it. So whoever lost the lock without
// noticing can no longer commit.
#pragma once

#include <cstdint>
#include <string>

namespace pqxx {
class transaction_base;
}  // namespace pqxx

namespace dondoc::postgres {

class WriterLock {
 public:
  /// With a name that nobody else has.
  WriterLock();

  /// On each new connection: becomes the writer, or is still. A session of its own that the server
  /// has not missed yet is ended.
  void take(pqxx::transaction_base& transaction);

  /// Whether somebody else was the writer in between; says so once.
  bool was_displaced();

  const std::string& name() const { return name_; }

 private:
  bool try_lock(pqxx::transaction_base& transaction);
  [[noreturn]] void refuse(pqxx::transaction_base& transaction);

  std::string name_;
  bool is_writer_ = false;
  bool displaced_ = false;
};

}  // namespace dondoc::postgres
