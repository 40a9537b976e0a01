#include "app/temporary_folder.h"

#include <stdlib.h>

#include <filesystem>

#include "engine/check.h"

namespace dondoc {

TemporaryFolder::TemporaryFolder() {
  path_ = (std::filesystem::temp_directory_path() / "dondoc-XXXXXX").string();
  CHECK(mkdtemp(path_.data()) != nullptr);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace dondoc
