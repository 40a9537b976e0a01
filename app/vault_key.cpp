// VaultKey: the file of the vault's key.
#include <fcntl.h>
#include <fmt/format.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

#include "app/vault.h"
#include "engine/check.h"

namespace dondoc {
namespace {

constexpr mode_t k_owner_only = 0600;

class File {
 public:
  File(const std::string& path, int flags)
      : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, k_owner_only)) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  int descriptor() const { return descriptor_; }
  bool is_open() const { return descriptor_ >= 0; }

 private:
  int descriptor_;
};

tl::unexpected<Error> refused(const std::string& path, std::string_view why,
                              ErrorKind kind = ErrorKind::permanent) {
  return failure(kind, fmt::format("key file {}: {}", path, why));
}

tl::unexpected<Error> failed(const std::string& path, std::string_view what) {
  return refused(path, fmt::format("{}: {}", what, std::strerror(errno)));
}

std::string folder_of(const std::string& path) {
  const auto slash = path.rfind('/');
  if (slash == path.npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

/// Empty: fit to be read.
std::string fault_of(const struct stat& about) {
  if (!S_ISREG(about.st_mode)) return "not a plain file";
  if (about.st_uid != ::geteuid()) return "belongs to another user";
  if ((about.st_mode & 077) != 0)
    return fmt::format(
        "others may read or change it (mode {:03o}); if that is an oversight, "
        "chmod 600, otherwise make new tokens",
        about.st_mode & 0777);
  return {};
}

bool write_whole(const File& file, const unsigned char* data, std::size_t size) {
  return ::fchmod(file.descriptor(), k_owner_only) == 0 &&
         ::write(file.descriptor(), data, size) == static_cast<ssize_t>(size) &&
         ::fsync(file.descriptor()) == 0;
}

}  // namespace

VaultKey::VaultKey(VaultKey&& other) noexcept : bytes_(other.bytes_) {
  sodium_memzero(other.bytes_.data(), other.bytes_.size());
}

VaultKey::~VaultKey() { sodium_memzero(bytes_.data(), bytes_.size()); }

Result<VaultKey> VaultKey::open(const std::string& path) {
  CHECK(sodium_init() >= 0);
  auto key = read(path);
  if (!key) return tl::unexpected(key.error());
  if (*key) return std::move(**key);
  if (auto done = make(path); !done) return tl::unexpected(done.error());
  auto made = read(path);
  if (!made) return tl::unexpected(made.error());
  if (!*made) return refused(path, "vanished while it was made");
  return std::move(**made);
}

Result<std::optional<VaultKey>> VaultKey::read(const std::string& path) {
  // A named pipe would hold the program up; a link could lead anywhere.
  const File file(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
  if (!file.is_open() && errno == ENOENT) return std::nullopt;
  if (!file.is_open()) return failed(path, "cannot be opened");
  struct stat about {};
  if (::fstat(file.descriptor(), &about) != 0) return failed(path, "cannot be looked at");
  if (const std::string fault = fault_of(about); !fault.empty()) return refused(path, fault);
  if (about.st_size != static_cast<off_t>(k_bytes))
    return refused(path, fmt::format("{} bytes long, not {}", about.st_size, k_bytes),
                   ErrorKind::corrupt);
  VaultKey key;
  if (::read(file.descriptor(), key.bytes_.data(), k_bytes) != static_cast<ssize_t>(k_bytes))
    return failed(path, "cannot be read");
  return std::optional<VaultKey>(std::move(key));
}

Result<void> VaultKey::make(const std::string& path) {
  VaultKey key;
  randombytes_buf(key.bytes_.data(), k_bytes);
  // Whole and durable under another name first: a crash leaves a key or none, never half of one.
  const std::string draft = fmt::format("{}.{:08x}", path, randombytes_random());
  {
    const File file(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW);
    if (!file.is_open()) return failed(path, "cannot be made");
    if (!write_whole(file, key.data(), k_bytes)) {
      auto error = failed(path, "cannot be written");
      ::unlink(draft.c_str());
      return error;
    }
  }
  // Unlike a renaming, a link never takes the place of a key that another process made meanwhile.
  const bool linked = ::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST;
  auto error = failed(path, "cannot be made");
  ::unlink(draft.c_str());
  if (!linked) return error;
  const File folder(folder_of(path), O_RDONLY | O_DIRECTORY);
  if (!folder.is_open() || ::fsync(folder.descriptor()) != 0)
    return failed(path, "its folder cannot be written");
  return {};
}

}  // namespace dondoc
