// WholeFile: a file that is written whole or not at all, readable by its owner alone. It is begun
// under another name beside its place, so that a folder that cannot be written is known before
// anything else is done, and nobody ever reads half of it. One thread.
#pragma once

#include <string>

#include "engine/result.h"

namespace dondoc {

class WholeFile {
 public:
  /// Errors: permanent, naming the path and the reason.
  static Result<WholeFile> begin(const std::string& path);
  /// Leaves nothing behind when it was not finished.
  ~WholeFile();
  WholeFile(WholeFile&& other) noexcept;
  WholeFile& operator=(WholeFile&&) = delete;
  WholeFile(const WholeFile&) = delete;
  WholeFile& operator=(const WholeFile&) = delete;

  /// Writes, syncs and puts the file in its place, over one that is there. Once only.
  /// Errors: permanent, naming the path and the reason.
  Result<void> finish(const std::string& text);

 private:
  WholeFile(std::string path, std::string temporary, int descriptor);
  tl::unexpected<Error> failed(int reason) const;

  std::string path_;
  std::string temporary_;  ///< empty: finished
  int descriptor_;
};

}  // namespace dondoc
