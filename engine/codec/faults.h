// What is wrong with a data file: everything, not only the first fault, each with a JSON pointer (RFC 6901).
#pragma once

#include <string>
#include <vector>

#include "engine/limits.h"

namespace dondoc {

struct Fault {
  std::string file;     ///< as the user named it
  std::string pointer;  ///< "/obligations/3/due/date"; empty for the whole file
  std::string message;  ///< what is wrong and what is expected
};

/// Collects faults of one file; stops listing (but keeps counting) at limits::faults_reported.
class Faults {
 public:
  explicit Faults(std::string file) : file_(std::move(file)) {}
  void add(std::string pointer, std::string message) {
    ++count_;
    if (list_.size() < limits::faults_reported) list_.push_back({file_, std::move(pointer), std::move(message)});
  }
  bool none() const { return count_ == 0; }
  std::size_t count() const { return count_; }
  const std::string& file() const { return file_; }
  const std::vector<Fault>& list() const { return list_; }

 private:
  std::string file_;
  std::vector<Fault> list_;
  std::size_t count_ = 0;
};

}  // namespace dondoc
