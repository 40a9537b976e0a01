// A program as a user starts it: a process of its own with its output read through pipes. POSIX.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace dondoc::test {

struct Ended {
  int status = -1;  ///< exit status; -1: killed
  std::string out;
  std::string err;
};

/// Runs a program to its end.
Ended run_program(const std::vector<std::string>& command);

/// A program that runs beside the test. Killed when it is forgotten.
class RunningProgram {
 public:
  /// What it writes to stderr is appended to the file.
  RunningProgram(const std::vector<std::string>& command, const std::string& error_file);
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  /// The next line it prints, without its end; empty when it prints no more.
  std::string line();
  void signal(int number) const;
  /// Waits for its end; the exit status, -1 when it was killed.
  int wait();

 private:
  pid_t process_ = 0;
  int out_ = -1;
};

}  // namespace dondoc::test
