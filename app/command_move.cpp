#include "app/command_move.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/desk.h"
#include "app/settings.h"
#include "storage/hash_chain.h"
#include "storage/move/move.h"
#include "storage/open.h"

namespace dondoc {
namespace {

constexpr std::string_view k_file = "sqlite:";

bool is_address(const std::string& url) {
  return is_on_server(url) || (url.starts_with(k_file) && url.size() > k_file.size());
}

std::string database_of(const std::string& url) {
  return is_on_server(url) ? url : url.substr(k_file.size());
}

void tell(std::string_view table, std::int64_t rows) {
  std::fprintf(stderr, "%s: %lld\n", std::string(table).c_str(), static_cast<long long>(rows));
}

std::string hex(const ChainHash& hash) {
  std::string text;
  for (const std::uint8_t byte : hash) text += fmt::format("{:02x}", byte);
  return text;
}

}  // namespace

int run_move(const MoveOptions& options) {
  for (const std::string& url : {options.from, options.to}) {
    if (is_address(url)) continue;
    fail("move", "'" + shown_database(url) + "' is neither sqlite:FILE nor postgresql://…");
    return 2;
  }
  const std::string from = database_of(options.from);
  const std::string to = database_of(options.to);
  auto moved = moving::move_database(from, to, tell);
  if (!moved) return fail("move", moved.error().message);
  std::int64_t rows = 0;
  for (const auto& [table, count] : moved->rows) rows += count;
  print(fmt::format(
      "{}: {} rows from {}, {} of them of the log; its hash is the same: {}\n"
      "The key of the sealed secrets does not move by itself: copy {} to {}, then change "
      "storage.url.\n",
      shown_database(to), rows, shown_database(from), moved->head.seq, hex(moved->head.hash),
      vault_key_file(from), vault_key_file(to)));
  return 0;
}

}  // namespace dondoc
