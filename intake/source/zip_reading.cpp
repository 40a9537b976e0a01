#include "intake/source/zip_reading.h"

#include <fmt/format.h>
#include <zip.h>

#include <set>
#include <string_view>
#include <utility>

namespace dondoc {
namespace {

struct CloseFile {
  void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using File = std::unique_ptr<zip_file_t, CloseFile>;

/// A document or workbook has some tens.
constexpr zip_int64_t k_entries_most = 5'000;

/// Why the list of entries is not trusted; empty when it is.
std::string fault_in_list(zip_t* archive) {
  const zip_int64_t count = zip_get_num_entries(archive, 0);
  if (count > k_entries_most) return fmt::format("more than {} entries in it", k_entries_most);
  std::set<std::string_view> names;
  for (zip_int64_t i = 0; i < count; ++i) {
    const char* name = zip_get_name(archive, static_cast<zip_uint64_t>(i), ZIP_FL_ENC_RAW);
    if (name == nullptr) return "an entry without a name";
    if (!names.insert(name).second) return fmt::format("two entries with the name {}", name);
  }
  return {};
}

}  // namespace

class ZipReading::Impl {
 public:
  explicit Impl(zip_t* archive) : archive_(archive) {}
  ~Impl() { zip_discard(archive_); }
  Impl(const Impl&) = delete;
  Impl& operator=(const Impl&) = delete;

  zip_t* archive() const { return archive_; }

 private:
  zip_t* archive_;
};

ZipReading::ZipReading(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
ZipReading::~ZipReading() = default;
ZipReading::ZipReading(ZipReading&&) noexcept = default;
ZipReading& ZipReading::operator=(ZipReading&&) noexcept = default;

Result<ZipReading> ZipReading::open(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* archive = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
  if (archive == nullptr) {
    const std::string why = zip_error_strerror(&error);
    if (source != nullptr) zip_source_free(source);
    zip_error_fini(&error);
    return failure(ErrorKind::permanent, "not a zip file: " + why);
  }
  zip_error_fini(&error);
  ZipReading reading(std::make_unique<Impl>(archive));
  if (const std::string fault = fault_in_list(archive); !fault.empty())
    return failure(ErrorKind::permanent, fault);
  return reading;
}

bool ZipReading::has(const std::string& name) const {
  return zip_name_locate(impl_->archive(), name.c_str(), 0) >= 0;
}

Result<std::string> ZipReading::entry(const std::string& name, std::size_t most) const {
  const File file(zip_fopen(impl_->archive(), name.c_str(), 0));
  if (file == nullptr)
    return failure(ErrorKind::permanent,
                   fmt::format("{}: {}", name, zip_strerror(impl_->archive())));
  std::string bytes;
  constexpr std::size_t k_piece = 64 * 1024;
  for (;;) {
    const std::size_t before = bytes.size();
    bytes.resize(before + k_piece);
    const zip_int64_t read = zip_fread(file.get(), bytes.data() + before, k_piece);
    if (read < 0) return failure(ErrorKind::permanent, name + ": is damaged");
    bytes.resize(before + static_cast<std::size_t>(read));
    if (bytes.size() > most)  // what the directory of the file says of its size is not believed
      return failure(ErrorKind::permanent,
                     fmt::format("{}: unpacks to more than {} MB", name, most / (1024 * 1024)));
    if (read == 0) return bytes;
  }
}

}  // namespace dondoc
