// FileKeeper: the bytes of files that were sent in the chat, each kept once under its digest (design
// §9). A port of its own beside Store: files are fetched and kept while the engine's thread works.
// What is known about a file is in the log (FileKept). Safe from several threads.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace dondoc {

class FileKeeper {
 public:
  virtual ~FileKeeper() = default;
  /// Durable when it returns; never half. A file that is there already is not written again.
  /// Requires: `digest` is that of `content` (engine/attachment/attachment.h).
  /// Errors: transient (busy, disk full); permanent.
  virtual Result<void> keep(std::string_view digest, std::string_view content) = 0;
  /// None when nothing is kept under that digest: not an error. Errors: corrupt when the bytes are
  /// no longer those that were kept.
  virtual Result<std::optional<std::string>> load(std::string_view digest) = 0;
};

}  // namespace dondoc
