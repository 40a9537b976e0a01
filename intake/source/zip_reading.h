// A zip file in memory, read entry by entry with a bound on what an entry unpacks to. One thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "engine/result.h"

namespace dondoc {

class ZipReading {
 public:
  /// `bytes` outlive it. Errors: permanent when they are no zip file, hold more than 5,000 entries,
  /// or two of one name, of which readers would see different ones.
  static Result<ZipReading> open(std::string_view bytes);
  ~ZipReading();
  ZipReading(ZipReading&&) noexcept;
  ZipReading& operator=(ZipReading&&) noexcept;

  bool has(const std::string& name) const;
  /// Errors: permanent when there is no such entry, it is encrypted or damaged, or unpacks to more
  /// than `most` bytes; of that no more is unpacked than the bound, whatever its ratio. A zip file
  /// within is bytes as others; names lead to no files.
  Result<std::string> entry(const std::string& name, std::size_t most) const;

 private:
  class Impl;
  explicit ZipReading(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
