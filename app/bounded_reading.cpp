#include "app/bounded_reading.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <utility>
#include <vector>

#include "app/reading_process.h"
#include "engine/codec/utf8.h"
#include "intake/source/document_bytes.h"
#include "intake/source/source_faults.h"
#include "intake/source/source_limits.h"

namespace dondoc {
namespace {

using Clock = std::chrono::steady_clock;
using Read = tl::expected<SourceDocument, UnreadSource>;

/// Twice the text that a document may hold, and 32 bytes for each block or cell.
constexpr std::size_t k_answer_bytes =
    2 * source_limits::text_bytes + 32 * (source_limits::blocks + source_limits::table_cells);

constexpr std::size_t k_message_bytes = 4'000;

class Descriptor {
 public:
  Descriptor() = default;
  /// Above the standard three, which the new process gets its own of.
  explicit Descriptor(int number) : number_(number) {
    if (number_ < 0 || number_ > STDERR_FILENO) return;
    number_ = fcntl(number, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    ::close(number);
  }
  ~Descriptor() { close(); }
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&&) = delete;
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void close() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  int number() const { return number_; }
  bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

/// The document as a file in memory that the process reads whenever it likes: nothing is written
/// while it may hang or die.
Descriptor file_of(std::string_view bytes) {
  Descriptor file(memfd_create("document", MFD_CLOEXEC));
  while (file.is_open() && !bytes.empty()) {
    const ssize_t count = ::write(file.number(), bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return {};
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  if (file.is_open() && lseek(file.number(), 0, SEEK_SET) != 0) return {};
  return file;
}

/// Ends with it: killed and reaped, whatever it does.
class Process {
 public:
  Process() = default;
  ~Process() { end(); }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  /// 0, or why it could not be started (errno).
  int start(const std::string& program, const std::vector<std::string>& arguments, int in,
            int out) {
    std::vector<char*> words{const_cast<char*>("dondoc")};
    for (const std::string& word : arguments) words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    char* nothing = nullptr;  // of the environment, where tokens may stand
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, in, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, out, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(
        &attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    const int failed =
        posix_spawn(&id_, program.c_str(), &actions, &attributes, words.data(), &nothing);
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (failed != 0) id_ = 0;
    return failed;
  }

  /// How it ended by itself until then (wait status); none: it is still there.
  std::optional<int> status_by(Clock::time_point when) {
    while (id_ != 0) {
      int status = 0;
      if (waitpid(id_, &status, WNOHANG) == id_) {
        id_ = 0;
        return status;
      }
      if (Clock::now() >= when) break;
      poll(nullptr, 0, 2);
    }
    return std::nullopt;
  }

  void end() {
    if (id_ == 0) return;
    ::kill(id_, SIGKILL);
    int status = 0;
    while (waitpid(id_, &status, 0) < 0 && errno == EINTR) continue;
    id_ = 0;
  }

 private:
  pid_t id_ = 0;
};

enum class Heard { to_its_end, too_long, too_much };

Heard hear(int from, Clock::time_point until, std::string& answer) {
  std::array<char, 64 * 1024> piece{};
  for (;;) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
    if (left <= 0) return Heard::too_long;
    pollfd open{from, POLLIN, 0};
    if (poll(&open, 1, static_cast<int>(left)) <= 0) continue;
    const ssize_t count = ::read(from, piece.data(), piece.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return Heard::to_its_end;
    answer.append(piece.data(), static_cast<std::size_t>(count));
    if (answer.size() > k_answer_bytes) return Heard::too_much;
  }
}

tl::unexpected<UnreadSource> unread(ReadingFault fault, std::string message,
                                    ErrorKind kind = ErrorKind::permanent) {
  return tl::unexpected<UnreadSource>(UnreadSource{fault, {kind, std::move(message)}});
}

tl::unexpected<UnreadSource> not_started(int reason) {
  return unread(ReadingFault::unavailable,
                fmt::format("the document cannot be read now: {}", std::strerror(reason)),
                ErrorKind::transient);
}

ReadingFault fault_of(const Error& error) {
  switch (source_fault_of(error)) {
    case SourceFault::secret_marking:
      return ReadingFault::secret_marking;
    case SourceFault::no_text_layer:
      return ReadingFault::no_text_layer;
    case SourceFault::locked:
      return ReadingFault::locked;
    case SourceFault::old_word:
      return ReadingFault::old_word;
    case SourceFault::unreadable:
      break;
  }
  return ReadingFault::unreadable;
}

tl::unexpected<UnreadSource> too_long(const ReadingBounds& bounds) {
  return unread(
      ReadingFault::too_costly,
      fmt::format("reading the document takes more than {} s, or {} s of processor time",
                  static_cast<double>(bounds.altogether.count()) / 1000, bounds.processor.count()));
}

tl::unexpected<UnreadSource> of_status(std::optional<int> status, const ReadingBounds& bounds) {
  if (!status) return too_long(bounds);
  if (WIFSIGNALED(*status)) {
    const int signal = WTERMSIG(*status);
    // The processor's limit is SIGXCPU, or SIGKILL where both limits are the same.
    if (signal == SIGXCPU || signal == SIGKILL) return too_long(bounds);
    return unread(ReadingFault::died,
                  fmt::format("the reader of the document died by signal {}: it is damaged, or "
                              "made to harm",
                              signal));
  }
  return unread(ReadingFault::died,
                fmt::format("the reader of the document gave up with status {}: it is damaged, "
                            "or made to harm",
                            WEXITSTATUS(*status)));
}

Read of_answer(std::string_view answer, const ReadingBounds& bounds) {
  const std::string_view rest = answer.substr(1, answer.size() - 2);
  switch (answer.front()) {
    case k_answer_document: {
      auto document = document_from_bytes(rest);
      if (!document) return unread(ReadingFault::died, document.error().message);
      return std::move(*document);
    }
    case k_answer_error: {
      if (rest.size() > k_message_bytes || first_invalid_byte(rest)) break;
      Error error{ErrorKind::permanent, std::string(rest)};
      return unread(fault_of(error), error.message);
    }
    case k_answer_no_memory:
      return unread(ReadingFault::too_costly,
                    fmt::format("reading the document takes more than {} MB of memory",
                                bounds.memory_bytes >> 20));
    default:
      break;
  }
  return unread(ReadingFault::died, "the reader of the document answers what is no answer");
}

}  // namespace

Read read_source_bounded(std::string_view bytes, SourceFormat format, const std::string& program,
                         const ReadingBounds& bounds) {
  const auto until = Clock::now() + bounds.altogether;
  std::array<int, 2> ends{-1, -1};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return not_started(errno);
  const Descriptor out(ends[0]);
  Descriptor in_child(ends[1]);
  const Descriptor document = file_of(bytes);
  if (!document.is_open() || !out.is_open() || !in_child.is_open()) return not_started(errno);
  Process process;
  const int failed =
      process.start(program,
                    {k_reading_process_command, std::to_string(static_cast<int>(format)),
                     std::to_string(bounds.processor.count()), std::to_string(bounds.memory_bytes)},
                    document.number(), in_child.number());
  if (failed != 0) return not_started(failed);
  in_child.close();
  std::string answer;
  const Heard heard = hear(out.number(), until, answer);
  if (heard == Heard::too_long) return too_long(bounds);
  if (heard == Heard::too_much)
    return unread(ReadingFault::too_costly, "more text than a document can hold");
  const bool whole = answer.size() >= 2 && answer.back() == k_answer_end;
  const std::optional<int> status = process.status_by(until);
  if (!whole || !status || !WIFEXITED(*status) || WEXITSTATUS(*status) != 0)
    return of_status(status, bounds);
  return of_answer(answer, bounds);
}

Read read_source_bounded(std::string_view name, std::string_view bytes, const std::string& program,
                         const ReadingBounds& bounds) {
  const auto format = source_format(name, bytes);
  if (!format) return unread(fault_of(format.error()), format.error().message);
  return read_source_bounded(bytes, *format, program, bounds);
}

}  // namespace dondoc
