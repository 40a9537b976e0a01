#include "simulation/check/chain.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>
#include <sodium.h>

#include <cstring>
#include <string>

namespace dondoc::simulation {
namespace {

using Hash = std::array<unsigned char, crypto_hash_sha256_BYTES>;

/// As storage/hash_chain.h describes it.
class Chained {
 public:
  void number(std::int64_t value) {
    length(8);
    for (int i = 0; i < 8; ++i)
      bytes_.push_back(static_cast<char>((static_cast<std::uint64_t>(value) >> (8 * i)) & 0xff));
  }
  void text(const std::string& value) {
    length(value.size());
    bytes_ += value;
  }
  Hash after(const Hash& previous) const {
    std::string all(reinterpret_cast<const char*>(previous.data()), previous.size());
    all += bytes_;
    Hash hash{};
    crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(all.data()), all.size());
    return hash;
  }

 private:
  void length(std::size_t size) {
    for (int i = 0; i < 8; ++i) bytes_.push_back(static_cast<char>((size >> (8 * i)) & 0xff));
  }
  std::string bytes_;
};

/// The first row whose hash is not that of the row before and itself; 0: none.
std::int64_t first_broken(const std::string& file) {
  SQLite::Database database(file, SQLite::OPEN_READONLY);
  SQLite::Statement rows(
      database, "SELECT seq, at, subject_kind, subject, kind, body, hash FROM log ORDER BY seq");
  Hash hash{};
  while (rows.executeStep()) {
    Chained row;
    row.number(rows.getColumn(0).getInt64());
    row.number(rows.getColumn(1).getInt64());
    for (int i = 2; i < 6; ++i) row.text(rows.getColumn(i).getString());
    hash = row.after(hash);
    const auto stored = rows.getColumn(6);
    if (stored.getBytes() != static_cast<int>(hash.size()) ||
        std::memcmp(stored.getBlob(), hash.data(), hash.size()) != 0)
      return rows.getColumn(0).getInt64();
  }
  return 0;
}

}  // namespace

void ChainWatch::run_ends(const View& view) {
  if (view.file.empty()) return;
  try {
    if (const std::int64_t row = first_broken(view.file); row != 0)
      findings_.add("chain", fmt::format("the hash of row {} is wrong", row));
  } catch (const SQLite::Exception& error) {
    findings_.add("chain", error.what());
  }
}

}  // namespace dondoc::simulation
