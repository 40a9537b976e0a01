#include "tests/storage_faults/faulty_disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <map>
#include <new>
#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

#include "tests/support/random_commands.h"

namespace dondoc::test {
namespace {

constexpr std::size_t k_sector = 512;

/// A write, or with `size` a cut to that size.
struct Change {
  std::size_t offset = 0;
  std::string bytes;
  std::optional<std::size_t> size;
};

struct Shadow {
  bool entry_is_durable = false;     ///< its name is on the disk
  std::string durable;               ///< as last synced
  std::vector<Change> pending;       ///< since then
  std::optional<std::string> older;  ///< a file of that name was removed, perhaps only in memory
};

void write_into(std::string& content, std::size_t offset, std::string_view bytes) {
  if (content.size() < offset + bytes.size()) content.resize(offset + bytes.size(), '\0');
  std::copy(bytes.begin(), bytes.end(), content.begin() + static_cast<std::ptrdiff_t>(offset));
}

void apply(std::string& content, const Change& change) {
  if (change.size) {
    content.resize(std::min(content.size(), *change.size));
  } else {
    write_into(content, change.offset, change.bytes);
  }
}

/// Some sectors of the write arrive, some do not, one holds neither old nor new.
void apply_torn(std::string& content, const Change& change, Random& random) {
  if (change.size) return;
  for (std::size_t from = 0; from < change.bytes.size(); from += k_sector) {
    const std::string part = change.bytes.substr(from, k_sector);
    const std::size_t fate = random.below(8);
    if (fate == 0) write_into(content, change.offset + from, std::string(part.size(), '\xA5'));
    if (fate > 4) write_into(content, change.offset + from, part);
  }
}

/// How a disk treats what was not synced: mostly each change has a fate of its own.
enum class Mood { all_arrives, nothing_arrives, by_chance };

std::string after_power_cut(const Shadow& shadow, Mood mood, Random& random) {
  std::string content = shadow.durable;
  for (const Change& change : shadow.pending) {
    const std::size_t fate = mood == Mood::by_chance ? random.below(4) : 4;
    if (mood == Mood::all_arrives || fate <= 1) apply(content, change);
    if (fate == 2) apply_torn(content, change, random);
  }
  return content;
}

/// What of the changes a failed sync leaves to be synced by the next one.
std::vector<Change> not_lost(const std::vector<Change>& pending, Random& random) {
  std::vector<Change> kept;
  for (const Change& change : pending) {
    if (random.below(2) == 0) kept.push_back(change);
  }
  return kept;
}

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct OpenFile {
  sqlite3_file base;
  std::string* path;  ///< owned; null: a temporary file without a name
  bool folder_too;    ///< the next sync syncs the folder with it
  sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
};

OpenFile& ours(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
sqlite3_file* real(sqlite3_file* file) { return ours(file).real(); }

}  // namespace

struct FaultyDisk::Inside {
  sqlite3_vfs* below = nullptr;
  sqlite3_vfs vfs{};
  std::map<std::string, Shadow> files;
  Trouble trouble = Trouble::none;
  std::int64_t at = 0;
  std::int64_t times = 0;
  std::int64_t changes = 0;
  std::int64_t struck = 0;
  bool cut = false;
  Random random{1};

  /// Counts a change; whether trouble strikes it.
  bool strikes(bool is_sync) {
    ++changes;
    if (cut) return true;
    const bool wanted =
        trouble == Trouble::power_cut || (trouble == Trouble::sync_error ? is_sync : !is_sync);
    if (trouble == Trouble::none || changes < at || struck >= times || !wanted) return false;
    ++struck;
    return true;
  }

  int write(OpenFile& file, const char* bytes, int count, sqlite3_int64 offset) {
    if (file.path == nullptr)
      return file.real()->pMethods->xWrite(file.real(), bytes, count, offset);
    const bool struck_now = strikes(false);
    if (cut) return SQLITE_IOERR_WRITE;
    const int written = struck_now && trouble != Trouble::power_cut ? count / 2 : count;
    files[*file.path].pending.push_back({static_cast<std::size_t>(offset),
                                         std::string(bytes, static_cast<std::size_t>(written)),
                                         std::nullopt});
    if (struck_now && trouble == Trouble::power_cut) {
      cut = true;
      return SQLITE_IOERR_WRITE;
    }
    const int outcome = file.real()->pMethods->xWrite(file.real(), bytes, written, offset);
    if (!struck_now) return outcome;
    return trouble == Trouble::disk_full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
  }

  int truncate(OpenFile& file, sqlite3_int64 size) {
    if (file.path == nullptr) return file.real()->pMethods->xTruncate(file.real(), size);
    if (strikes(false)) {
      cut = cut || trouble == Trouble::power_cut;
      return SQLITE_IOERR_TRUNCATE;
    }
    files[*file.path].pending.push_back({0, {}, static_cast<std::size_t>(size)});
    return file.real()->pMethods->xTruncate(file.real(), size);
  }

  int sync(OpenFile& file) {
    if (file.path == nullptr) return SQLITE_OK;
    Shadow& shadow = files[*file.path];
    if (strikes(true)) {
      cut = cut || trouble == Trouble::power_cut;
      if (!cut) shadow.pending = not_lost(shadow.pending, random);
      return SQLITE_IOERR_FSYNC;
    }
    for (const Change& change : shadow.pending) apply(shadow.durable, change);
    shadow.pending.clear();
    if (std::exchange(file.folder_too, false)) sync_folder();
    return SQLITE_OK;
  }

  /// All files lie in one folder.
  void sync_folder() {
    for (auto& [path, shadow] : files) {
      shadow.older.reset();
      shadow.entry_is_durable = std::filesystem::exists(path);
    }
  }

  int remove(const char* name, int folder_too) {
    if (strikes(false)) {
      cut = cut || trouble == Trouble::power_cut;
      return SQLITE_IOERR_DELETE;
    }
    Shadow& shadow = files[name];
    if (shadow.entry_is_durable) shadow.older = shadow.durable;
    shadow.entry_is_durable = false;
    shadow.durable.clear();
    shadow.pending.clear();
    const int outcome = below->xDelete(below, name, 0);
    if (folder_too != 0) sync_folder();
    return outcome;
  }

  int open(sqlite3_filename name, OpenFile& file, int flags, int* flags_out) {
    file.base.pMethods = nullptr;
    const bool is_new = name != nullptr && !std::filesystem::exists(name);
    if (cut && is_new) return SQLITE_CANTOPEN;
    const int outcome = below->xOpen(below, name, file.real(), flags, flags_out);
    if (outcome != SQLITE_OK) return outcome;
    file.path = name == nullptr ? nullptr : new std::string(name);
    // As the VFS below does it (os_unix.c, UNIXFILE_DIRSYNC).
    constexpr int k_journals = SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL;
    file.folder_too = (flags & SQLITE_OPEN_CREATE) != 0 && (flags & k_journals) != 0;
    if (name != nullptr && !is_new && !files.contains(name))
      files[name] = {false, content_of(name), {}, std::nullopt};
    return SQLITE_OK;
  }
};

namespace {

FaultyDisk::Inside* the_disk = nullptr;

int close_file(sqlite3_file* file) {
  const int outcome = real(file)->pMethods->xClose(real(file));
  delete ours(file).path;
  return outcome;
}
int read_file(sqlite3_file* file, void* to, int count, sqlite3_int64 offset) {
  return real(file)->pMethods->xRead(real(file), to, count, offset);
}
int write_file(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset) {
  return the_disk->write(ours(file), static_cast<const char*>(from), count, offset);
}
int truncate_file(sqlite3_file* file, sqlite3_int64 size) {
  return the_disk->truncate(ours(file), size);
}
int sync_file(sqlite3_file* file, int) { return the_disk->sync(ours(file)); }
int size_of_file(sqlite3_file* file, sqlite3_int64* size) {
  return real(file)->pMethods->xFileSize(real(file), size);
}
int lock_file(sqlite3_file* file, int lock) {
  return real(file)->pMethods->xLock(real(file), lock);
}
int unlock_file(sqlite3_file* file, int lock) {
  return real(file)->pMethods->xUnlock(real(file), lock);
}
int check_lock(sqlite3_file* file, int* locked) {
  return real(file)->pMethods->xCheckReservedLock(real(file), locked);
}
int control(sqlite3_file* file, int what, void* with) {
  return real(file)->pMethods->xFileControl(real(file), what, with);
}
int sector_size(sqlite3_file* file) { return real(file)->pMethods->xSectorSize(real(file)); }
int characteristics(sqlite3_file* file) {
  return real(file)->pMethods->xDeviceCharacteristics(real(file));
}
int map_shared(sqlite3_file* file, int page, int size, int extend, void volatile** to) {
  return real(file)->pMethods->xShmMap(real(file), page, size, extend, to);
}
int lock_shared(sqlite3_file* file, int offset, int count, int flags) {
  return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
}
void shared_barrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
int unmap_shared(sqlite3_file* file, int remove) {
  return real(file)->pMethods->xShmUnmap(real(file), remove);
}
int fetch(sqlite3_file* file, sqlite3_int64 offset, int count, void** page) {
  return real(file)->pMethods->xFetch(real(file), offset, count, page);
}
int unfetch(sqlite3_file* file, sqlite3_int64 offset, void* page) {
  return real(file)->pMethods->xUnfetch(real(file), offset, page);
}

const sqlite3_io_methods k_methods = {
    3,
    close_file,
    read_file,
    write_file,
    truncate_file,
    sync_file,
    size_of_file,
    lock_file,
    unlock_file,
    check_lock,
    control,
    sector_size,
    characteristics,
    map_shared,
    lock_shared,
    shared_barrier,
    unmap_shared,
    fetch,
    unfetch,
};

int open_file(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* out) {
  const int outcome = the_disk->open(name, ours(file), flags, out);
  if (outcome == SQLITE_OK) file->pMethods = &k_methods;
  return outcome;
}

int delete_file(sqlite3_vfs*, const char* name, int sync_folder) {
  return the_disk->remove(name, sync_folder);
}

}  // namespace

FaultyDisk::FaultyDisk() : inside_(std::make_unique<Inside>()) {
  if (the_disk != nullptr) throw std::logic_error("there is a faulty disk already");
  inside_->below = sqlite3_vfs_find(nullptr);
  inside_->vfs = *inside_->below;
  inside_->vfs.pNext = nullptr;
  inside_->vfs.zName = "faulty";
  inside_->vfs.szOsFile += static_cast<int>(sizeof(OpenFile));
  inside_->vfs.xOpen = open_file;
  inside_->vfs.xDelete = delete_file;
  the_disk = inside_.get();
  sqlite3_vfs_register(&inside_->vfs, 1);
}

FaultyDisk::~FaultyDisk() {
  sqlite3_vfs_unregister(&inside_->vfs);
  sqlite3_vfs_register(inside_->below, 1);
  the_disk = nullptr;
}

void FaultyDisk::plan(Trouble trouble, std::int64_t at, std::int64_t times) {
  inside_->trouble = trouble;
  inside_->at = at;
  inside_->times = times;
  inside_->random = Random(static_cast<std::uint64_t>(at));
}

void FaultyDisk::heal() { inside_->trouble = Trouble::none; }
void FaultyDisk::cut_power() { inside_->cut = true; }
std::int64_t FaultyDisk::changes() const { return inside_->changes; }
std::int64_t FaultyDisk::struck() const { return inside_->struck; }
bool FaultyDisk::is_cut() const { return inside_->cut; }

void FaultyDisk::leave_behind(const std::string& to, std::uint64_t seed) const {
  Random random(seed);
  const std::size_t chance = random.below(6);
  const Mood mood = chance == 0   ? Mood::all_arrives
                    : chance == 1 ? Mood::nothing_arrives
                                  : Mood::by_chance;
  for (const auto& [path, shadow] : inside_->files) {
    std::optional<std::string> content = after_power_cut(shadow, mood, random);
    if (!shadow.entry_is_durable) {
      const std::size_t fate = random.below(3);
      if (fate == 0) content.reset();
      if (fate == 1) content = shadow.older;
    }
    if (!content) continue;
    const auto name = std::filesystem::path(path).filename();
    std::ofstream(std::filesystem::path(to) / name, std::ios::binary) << *content;
  }
}

}  // namespace dondoc::test
