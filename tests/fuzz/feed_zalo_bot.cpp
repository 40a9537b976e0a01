#include "bots/platform/json_tree.h"
#include "bots/zalo_bot/read_update.h"
#include "tests/fuzz/feed.h"
#include "tests/fuzz/heard.h"

namespace dondoc::fuzz {

void feed_zalo_bot(std::string_view input) {
  const auto body = JsonTree::parse(input);
  if (body) check_heard(zalo_bot::read_updates(*body, {"Bot Đôn Đốc", "DonDoc"}, reading_time()));
}

}  // namespace dondoc::fuzz
