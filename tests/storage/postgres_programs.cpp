#include "tests/storage/postgres_programs.h"

#include <pwd.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdio>
#include <filesystem>
#include <fstream>

namespace dondoc::test {
namespace {

namespace fs = std::filesystem;
using Words = std::vector<std::string>;

/// A server refuses to run as root.
const passwd* unprivileged() { return ::geteuid() == 0 ? ::getpwnam("nobody") : nullptr; }

/// In the child: becomes somebody without rights, ends with its parent, says what it says in a
/// file.
[[noreturn]] void become(const Words& command, const std::string& log) {
  if (const passwd* user = unprivileged(); user != nullptr) {
    if (::setgid(user->pw_gid) != 0 || ::setuid(user->pw_uid) != 0) ::_exit(126);
  }
  ::prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (std::freopen(log.c_str(), "a", stdout) == nullptr) ::_exit(126);
  ::dup2(::fileno(stdout), 2);
  std::vector<char*> words;
  for (const std::string& word : command) words.push_back(const_cast<char*>(word.c_str()));
  words.push_back(nullptr);
  ::execv(words[0], words.data());
  ::_exit(127);
}

}  // namespace

std::string postgres_programs() {
  std::error_code none;
  std::string newest;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql", none)) {
    const std::string programs = version.path().string() + "/bin";
    if (fs::exists(programs + "/initdb", none) && programs > newest) newest = programs;
  }
  return newest;
}

int spawn_as_postgres(const Words& command, const std::string& log) {
  std::fflush(stdout);  // or the child says it again
  const pid_t child = ::fork();
  if (child == 0) become(command, log);
  return child;
}

bool succeeds_as_postgres(const Words& command, const std::string& log) {
  int status = 0;
  return ::waitpid(spawn_as_postgres(command, log), &status, 0) > 0 && WIFEXITED(status) &&
         WEXITSTATUS(status) == 0;
}

std::string last_lines(const std::string& file) {
  std::ifstream stream(file);
  const std::string all{std::istreambuf_iterator<char>(stream), {}};
  return all.substr(all.size() - std::min<std::size_t>(all.size(), 600));
}

std::string make_postgres_folder(std::string& why_not) {
  std::string path = fs::read_symlink("/proc/self/exe").parent_path().string() + "/postgres-XXXXXX";
  if (path.size() > 80) path = "/tmp/dondoc-postgres-XXXXXX";  // the name of a socket is bounded
  if (::mkdtemp(path.data()) == nullptr) {
    why_not = "no folder can be made at " + path;
    return {};
  }
  const passwd* user = unprivileged();
  if (user != nullptr && ::chown(path.c_str(), user->pw_uid, user->pw_gid) != 0)
    why_not = "the folder cannot be given away";
  return path;
}

}  // namespace dondoc::test
