#include "app/command_demo.h"

#include <fmt/format.h>

#include <cstdio>

#include "app/demo.h"
#include "app/demo_history.h"
#include "app/demo_server.h"
#include "app/pages.h"
#include "app/stop_signals.h"
#include "app/story.h"
#include "storage/sqlite/sqlite_reader.h"
#include "web/gate.h"
#include "web/password.h"

namespace dondoc {
namespace {

int fail(const std::string& message) {
  std::fprintf(stderr, "dondoc demo: %s\n", message.c_str());
  return 1;
}

int tell_story(const Definitions& definitions, const DataFiles& data, const Zone& zone) {
  for (const DataFile* file : plan_files(data)) {
    if (file->text.find("\"B-HPN-HM-2023\"") == std::string::npos) continue;
    Demo demo(definitions, zone, story_start(zone));
    if (auto started = demo.start(); !started) return fail(started.error().message);
    auto played = play_story(demo, file->text);
    return played ? 0 : fail(played.error().message);
  }
  return fail("plan B-HPN-HM-2023 is not among the data files of " + data.origin);
}

constexpr std::size_t k_password_letters = 16;

/// Of this run alone: the store vanishes with the demo.
Result<void> let_in_administrator(PageStore& store, const std::string& password) {
  auto hash = password_hash(password);
  if (!hash) return tl::unexpected(hash.error());
  return store.save_password(k_administrator, *hash);
}

/// Older plans have their past behind them (demo_history.h); the page begins at the chosen date.
int show_page(const Definitions& definitions, const DataFiles& data, const Zone& zone,
              Instant start, int port) {
  const sigset_t signals = block_stop_signals();
  std::vector<std::string> plans;
  for (const DataFile* file : plan_files(data)) plans.push_back(file->text);
  Demo demo(definitions, zone, beginning(plans, zone, start));
  if (auto started = demo.start(); !started) return fail(started.error().message);
  if (auto lived = live_until(demo, plans, start); !lived) return fail(lived.error().message);
  DemoServer server(
      demo.runtime(), demo.sandbox(), [&] { return open_sqlite_reader(demo.database()); }, zone,
      port);
  auto pages = Pages::open(demo.runtime(), definitions, zone, demo.database(), demo.link_key(), "");
  if (!pages) return fail(pages.error().message);
  server.show_pages((*pages)->site());
  const std::string password = fresh_token().substr(0, k_password_letters);
  if (auto let_in = let_in_administrator((*pages)->store(), password); !let_in)
    return fail(let_in.error().message);
  auto listening = server.start();
  if (!listening) return fail(listening.error().message);
  demo.pages_are_at("http://127.0.0.1:" + std::to_string(*listening));
  std::printf("Đôn Đốc demo: http://127.0.0.1:%d/   (Ctrl-C to stop)\n", *listening);
  std::printf("  administrator: http://127.0.0.1:%d/signin   %s   %s\n", *listening,
              std::string(k_administrator).c_str(), password.c_str());
  std::fflush(stdout);
  wait_for_stop(signals);
  server.stop();
  return 0;
}

}  // namespace

int run_demo(const DemoOptions& options) {
  const Zone zone = Zone::viet_nam();
  auto data = find_data(options.data, "");
  if (!data) return fail(data.error().message);
  auto loaded = load_definitions(*data);
  if (!loaded.definitions) return fail("data files have faults\n" + fault_lines(loaded.faults));
  if (options.story) return tell_story(*loaded.definitions, *data, zone);
  auto start = parse_instant(options.at, zone);
  if (!start)
    return fail("--at: '" + options.at + "' is no date (YYYY-MM-DD) or time (YYYY-MM-DDTHH:MM)");
  return show_page(*loaded.definitions, *data, zone, *start, options.port);
}

}  // namespace dondoc
