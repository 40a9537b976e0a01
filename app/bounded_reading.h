// Documents from outside are read in a process of their own that may use little and write nothing:
// a file that was made to harm its reader harms that process alone (docs/adr/0014). Safe from any
// thread; each call starts one process, waits for it, and leaves none behind. A caller that takes
// documents from many people at once limits how many are read at a time: each may take the whole of
// its bounds.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

#include "intake/source_document.h"

namespace dondoc {

/// Why nothing was read; a page has its own words for each.
enum class ReadingFault {
  secret_marking,  ///< it bears a marking of state secrets: nothing of it may be kept
  no_text_layer,   ///< a scan
  locked,          ///< a password protects it
  old_word,        ///< .doc or .rtf
  unreadable,      ///< damaged, of another format, over a limit; the error says what
  too_costly,      ///< takes more time, memory or output than a document may
  died,            ///< its reader crashed
  unavailable,     ///< no process could be started; the same call may succeed later (transient)
};

struct UnreadSource {
  ReadingFault fault = ReadingFault::unreadable;
  Error error;
};

struct ReadingBounds {
  std::chrono::seconds processor{20};
  std::chrono::milliseconds altogether{30'000};
  std::size_t memory_bytes = std::size_t{1} << 30;  ///< of addresses; not with sanitizers
};

/// The same program that is running, also when its file has been replaced since.
constexpr const char* k_own_program = "/proc/self/exe";

/// As source_format and read_source, of a document whose name says its format. `program` is dondoc.
tl::expected<SourceDocument, UnreadSource> read_source_bounded(
    std::string_view name, std::string_view bytes, const std::string& program = k_own_program,
    const ReadingBounds& bounds = {});

/// The same of a known format.
tl::expected<SourceDocument, UnreadSource> read_source_bounded(
    std::string_view bytes, SourceFormat format, const std::string& program = k_own_program,
    const ReadingBounds& bounds = {});

}  // namespace dondoc
