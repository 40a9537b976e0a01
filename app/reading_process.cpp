#include "app/reading_process.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <new>
#include <string_view>

#include "intake/source/document_bytes.h"
#include "intake/source/source_limits.h"

namespace dondoc {
namespace {

/// Poppler opens its tables of letters, one after the other.
constexpr rlim_t k_descriptors = 32;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool k_reserves_addresses = true;  // terabytes of them
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool k_reserves_addresses = true;
#else
constexpr bool k_reserves_addresses = false;
#endif
#else
constexpr bool k_reserves_addresses = false;
#endif

bool limit(int what, rlim_t most) {
  rlimit bounds{most, most};
  return setrlimit(static_cast<__rlimit_resource>(what), &bounds) == 0;
}

/// One that cannot be set is as good as a failure: the document is not read without it.
bool bound_this_process(const ReadingProcessOptions& options) {
  return prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         limit(RLIMIT_CPU, options.processor_seconds) && limit(RLIMIT_FSIZE, 0) &&
         limit(RLIMIT_CORE, 0) && limit(RLIMIT_NPROC, 0) && limit(RLIMIT_NOFILE, k_descriptors) &&
         (k_reserves_addresses || limit(RLIMIT_AS, options.memory_bytes));
}

/// To its end; of one that is too large as much as shows it.
std::string whole_input() {
  std::string bytes;
  std::array<char, 64 * 1024> piece{};
  while (bytes.size() <= source_limits::file_bytes) {
    const ssize_t count = ::read(STDIN_FILENO, piece.data(), piece.size());
    if (count <= 0) break;
    bytes.append(piece.data(), static_cast<std::size_t>(count));
  }
  return bytes;
}

void write_all(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (count <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

void answer(char kind, std::string_view rest) {
  write_all({&kind, 1});
  write_all(rest);
  write_all({&k_answer_end, 1});
}

void read_and_answer(SourceFormat format) {
  const auto document = read_source(whole_input(), format);
  if (document) {
    answer(k_answer_document, document_to_bytes(*document));
  } else {
    answer(k_answer_error, document.error().message);
  }
}

}  // namespace

int run_reading_process(const ReadingProcessOptions& options) {
  if (!bound_this_process(options)) _exit(1);
  try {
    read_and_answer(static_cast<SourceFormat>(options.format));
  } catch (const std::bad_alloc&) {
    answer(k_answer_no_memory, {});
  }
  // Nothing is put in order behind a document that may have put it in disorder.
  _exit(0);
}

}  // namespace dondoc
