#include "storage/chain_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dondoc {
namespace {

ChainReport broken(std::int64_t good_rows, std::int64_t seq, std::string what) {
  return ChainReport{good_rows, seq, std::move(what)};
}

bool same_bytes(const ChainHash& hash, std::string_view kept) {
  return std::equal(hash.begin(), hash.end(), kept.begin(), kept.end(),
                    [](std::uint8_t a, char b) { return a == static_cast<std::uint8_t>(b); });
}

}  // namespace

std::optional<ChainReport> ChainCheck::look(const LogRow& row, std::string_view kept_hash) {
  const std::int64_t expected = end_.seq + 1;
  if (row.seq < expected) {
    return broken(end_.seq, row.seq,
                  fmt::format("row {} does not belong to the log, which begins at 1", row.seq));
  }
  if (row.seq > expected) {
    return broken(end_.seq, expected,
                  fmt::format("row {} is missing; the next one is {}", expected, row.seq));
  }
  const ChainHash hash = chain_.next(end_.hash, row);
  if (!same_bytes(hash, kept_hash)) {
    return broken(end_.seq, expected,
                  fmt::format("row {} is not what was written: its hash does not fit", expected));
  }
  end_ = LogHead{expected, hash};
  return std::nullopt;
}

ChainReport ChainCheck::compare_with(const LogHead& head) const {
  if (head.seq > end_.seq) {
    return broken(end_.seq, end_.seq + 1,
                  fmt::format("the log ends at row {}, but {} were written: the end is cut off",
                              end_.seq, head.seq));
  }
  if (head.seq < end_.seq) {
    return broken(end_.seq, head.seq + 1,
                  fmt::format("the head says the log ends at row {}, but it ends at {}: the head "
                              "was changed or rows were added",
                              head.seq, end_.seq));
  }
  if (head.hash != end_.hash) {
    return broken(end_.seq, end_.seq,
                  fmt::format("the hash in the head is not that of the last row {}", end_.seq));
  }
  return ChainReport{end_.seq, std::nullopt, {}};
}

}  // namespace dondoc
