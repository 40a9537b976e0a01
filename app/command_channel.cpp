#include "app/command_channel.h"

#include <fmt/format.h>
#include <sodium.h>

#include "app/channel_desk.h"
#include "app/channel_health.h"
#include "app/clock.h"
#include "app/office_door.h"
#include "bots/zalo_oa/zalo_oa.h"
#include "engine/check.h"

namespace dondoc {
namespace {

/// A running office knows more: it holds the tokens and remembers what went wrong.
Result<std::string> ask_health(ChannelDesk& desk) {
  const Settings& settings = desk.desk().settings();
  if (desk.desk().is_remote()) return channels_behind(door_of(settings.database));
  return channel_health(desk.channels(), bound_persons(desk.desk().directory(), "zalo_bot"),
                        SystemClock().now(), settings.config.zone);
}

}  // namespace

int run_admin_channel_check(const ChannelOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin channel check", opened.error().message);
  auto list = ask_health(desk);
  if (!list) return fail("admin channel check", list.error().message);
  auto health = health_in_words(*list);
  if (!health) return fail("admin channel check", health.error().message);
  print(options.json ? *list + "\n" : health->text);
  return health->all_in_order ? 0 : 1;
}

int run_admin_channel_consent(const ConsentOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin channel consent", opened.error().message);
  const ConnectedChannel* channel = desk.channels().find(options.channel);
  auto* account = channel == nullptr ? nullptr : dynamic_cast<ZaloOa*>(channel->channel);
  if (account == nullptr)
    return fail("admin channel consent", "only zalo_oa, switched on, asks for consent");
  if (options.code.empty()) {
    CHECK(sodium_init() >= 0);
    std::array<unsigned char, 32> chance{};
    randombytes_buf(chance.data(), chance.size());
    auto begun = account->begin_consent(
        chance, webhook_address(desk.desk().settings().config, "zalo_oa") + "/consent");
    if (!begun) return fail("admin channel consent", begun.error().message);
    print(
        fmt::format("1. Enter this code challenge in the developer console: {}\n"
                    "2. Let an administrator of the account open: {}\n"
                    "3. Within ten minutes: dondoc admin channel consent zalo_oa CODE\n",
                    begun->challenge, begun->address));
    return 0;
  }
  auto given = account->consent(options.code, SystemClock().now());
  if (!given) return fail("admin channel consent", given.error().message);
  print("The account has given its consent; the new tokens are kept.\n");
  return 0;
}

}  // namespace dondoc
