// A folder of our own that vanishes with the object, for databases of measurements, demos and
// tests.
#pragma once

#include <string>

namespace dondoc {

class TemporaryFolder {
 public:
  /// Requires a writable temporary directory (CHECKed).
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

}  // namespace dondoc
