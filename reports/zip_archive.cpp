#include "reports/zip_archive.h"

#include <zip.h>

#include "engine/check.h"

namespace dondoc {
namespace {

constexpr zip_uint16_t k_midnight = 0;
constexpr zip_uint16_t k_first_of_1980 = (1 << 5) | 1;

/// Everything happens in memory: what libzip cannot do then is a bug of ours, or there is no
/// memory.
zip_source_t* source_of(const void* bytes, std::size_t size) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes, size, 0, &error);
  zip_error_fini(&error);
  CHECK(source != nullptr);
  return source;
}

void add(zip_t* archive, const ZipMember& member) {
  CHECK(!member.path.empty());
  zip_source_t* source = zip_source_buffer(archive, member.bytes.data(), member.bytes.size(), 0);
  CHECK(source != nullptr);
  const zip_int64_t place = zip_file_add(archive, member.path.c_str(), source, ZIP_FL_ENC_UTF_8);
  CHECK(place >= 0);
  const auto index = static_cast<zip_uint64_t>(place);
  CHECK(zip_set_file_compression(archive, index, ZIP_CM_DEFLATE, 0) == 0);
  CHECK(zip_file_set_dostime(archive, index, k_midnight, k_first_of_1980, 0) == 0);
}

std::string bytes_of(zip_source_t* source) {
  CHECK(zip_source_open(source) == 0);
  CHECK(zip_source_seek(source, 0, SEEK_END) == 0);
  const zip_int64_t size = zip_source_tell(source);
  CHECK(size >= 0 && zip_source_seek(source, 0, SEEK_SET) == 0);
  std::string bytes(static_cast<std::size_t>(size), '\0');
  CHECK(zip_source_read(source, bytes.data(), bytes.size()) == size);
  zip_source_close(source);
  return bytes;
}

}  // namespace

std::string zip_archive(const std::vector<ZipMember>& members) {
  zip_source_t* target = source_of(nullptr, 0);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
  CHECK(archive != nullptr);
  for (const ZipMember& member : members) add(archive, member);
  CHECK(zip_close(archive) == 0);
  std::string bytes = bytes_of(target);
  zip_source_free(target);
  return bytes;
}

}  // namespace dondoc
