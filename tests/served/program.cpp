#include "tests/served/program.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

extern char** environ;

namespace dondoc::test {
namespace {

struct Pipe {
  int read = -1;
  int write = -1;
  Pipe() {
    std::array<int, 2> ends{};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw std::runtime_error("pipe");
    read = ends[0];
    write = ends[1];
  }
};

/// Which descriptor of ours becomes which of the new program.
struct Bound {
  int ours;
  int theirs;
};

pid_t spawn(const std::vector<std::string>& command, const std::vector<Bound>& bound) {
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  for (const Bound& each : bound)
    posix_spawn_file_actions_adddup2(&actions, each.ours, each.theirs);
  pid_t process = 0;
  const int failed =
      posix_spawn(&process, words.front(), &actions, nullptr, words.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed != 0) throw std::runtime_error("cannot start " + command.front());
  return process;
}

int status_of(pid_t process) {
  int status = 0;
  waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

/// Reads what there is; false at the end.
bool read_some(int from, std::string& to) {
  std::array<char, 4096> buffer{};
  const ssize_t count = ::read(from, buffer.data(), buffer.size());
  if (count > 0) to.append(buffer.data(), static_cast<std::size_t>(count));
  return count > 0;
}

}  // namespace

Ended run_program(const std::vector<std::string>& command) {
  Pipe out;
  Pipe err;
  const pid_t process = spawn(command, {{out.write, 1}, {err.write, 2}});
  close(out.write);
  close(err.write);
  Ended ended;
  std::array<pollfd, 2> open{pollfd{out.read, POLLIN, 0}, pollfd{err.read, POLLIN, 0}};
  while (open[0].fd >= 0 || open[1].fd >= 0) {
    poll(open.data(), open.size(), -1);
    if (open[0].revents != 0 && !read_some(open[0].fd, ended.out)) open[0].fd = -1;
    if (open[1].revents != 0 && !read_some(open[1].fd, ended.err)) open[1].fd = -1;
  }
  close(out.read);
  close(err.read);
  ended.status = status_of(process);
  return ended;
}

RunningProgram::RunningProgram(const std::vector<std::string>& command,
                               const std::string& error_file) {
  Pipe out;
  const int err = open(error_file.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  process_ = spawn(command, {{out.write, 1}, {err, 2}});
  close(out.write);
  close(err);
  out_ = out.read;
}

RunningProgram::~RunningProgram() {
  if (process_ != 0) {
    signal(SIGKILL);
    wait();
  }
  close(out_);
}

std::string RunningProgram::line() {
  std::string line;
  char letter = 0;
  while (::read(out_, &letter, 1) == 1 && letter != '\n') line += letter;
  return line;
}

void RunningProgram::signal(int number) const { kill(process_, number); }

int RunningProgram::wait() {
  const int status = status_of(process_);
  process_ = 0;
  return status;
}

}  // namespace dondoc::test
