#include "app/command_serve.h"

#include <cstdio>
#include <memory>
#include <optional>
#include <utility>

#include "app/channel_health.h"
#include "app/channel_set.h"
#include "app/channel_vault.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/file_fetching.h"
#include "app/link_key.h"
#include "app/metrics_source.h"
#include "app/node_watch.h"
#include "app/office_door.h"
#include "app/operations_log.h"
#include "app/pages.h"
#include "app/platform_http.h"
#include "app/private_process.h"
#include "app/public_address.h"
#include "app/receiving.h"
#include "app/runtime.h"
#include "app/self_audit.h"
#include "app/serve_http.h"
#include "app/stop_signals.h"
#include "app/webhook_secrets.h"
#include "app/webhook_sender.h"
#include "bots/sandbox/sandbox_channel.h"
#include "bots/talk/talk.h"
#include "storage/open.h"
#include "web/gate.h"

namespace dondoc {
namespace {

/// Both clocks; the virtual one when a start is given. The shared one is this machine's as long as
/// no other node sets it.
struct Clocks {
  SharedClock shared;
  std::optional<VirtualClock> fixed;
  Clock& chosen() { return fixed ? static_cast<Clock&>(*fixed) : shared; }
  VirtualClock* movable() { return fixed ? &*fixed : nullptr; }
};

/// Where people reach the pages. Without a public address they are for this machine alone.
std::string pages_of(const Config& config) {
  std::string address = config.listen.public_url;
  while (address.ends_with('/')) address.pop_back();
  if (!address.empty()) return address;
  if (config.listen.port == 0 || !is_loopback_host(config.listen.host)) return "";
  return "http://" + config.listen.host + ":" + std::to_string(config.listen.port);
}

/// On a server there may be other nodes; whoever works on a file is alone.
class NodesWatched {
 public:
  static Result<NodesWatched> enter(std::unique_ptr<LeaseStore> leases, SharedClock& clock,
                                    Tell tell) {
    NodesWatched watched;
    watched.leases_ = std::move(leases);
    watched.watch_ = std::make_unique<NodeWatch>(*watched.leases_, clock, std::move(tell));
    if (auto entered = watched.watch_->enter(); !entered) return tl::unexpected(entered.error());
    return watched;
  }
  const Duties& duties() const { return watch_ ? *watch_ : every_duty(); }
  void start(std::function<void()> something_happened) {
    if (watch_) watch_->start(std::move(something_happened));
  }
  void stop() {
    if (watch_) watch_->stop();
  }

 private:
  std::unique_ptr<LeaseStore> leases_;
  std::unique_ptr<NodeWatch> watch_;  // before its leases
};

Result<NodesWatched> watch_nodes(const std::string& database, const std::string& node,
                                 SharedClock& clock, const Tell& tell) {
  if (!is_on_server(database)) return NodesWatched();
  auto leases = open_leases(database, node);
  if (!leases) return tl::unexpected(leases.error());
  return NodesWatched::enter(std::move(*leases), clock, tell);
}

int serve(const Settings& settings, std::optional<Instant> start) {
  keep_process_private();
  const sigset_t signals = block_stop_signals();
  const std::string node = fresh_node_name();
  auto store = open_store(settings.database, node);
  if (!store) return fail("serve", store.error().message);
  Clocks clocks;
  if (start) clocks.fixed.emplace(*start);
  auto secrets = open_secrets(settings.database);
  if (!secrets) return fail("serve", secrets.error().message);
  auto vault = open_channel_vault(settings.config, vault_key_file(settings.database), **secrets);
  if (!vault) return fail("serve", vault.error().message);
  PlatformHttp platforms;
  auto channels =
      ChannelSet::connect(settings.config, platforms, **vault, settings.definitions.books());
  if (!channels) return fail("serve", channels.error().message);
  OperationsLog log(clocks.chosen(), settings.config.zone, (*channels)->secrets());
  const Tell tell = [&log](const LogRecord& record) { log.write(record); };
  auto watch = watch_nodes(settings.database, node, clocks.shared, tell);
  if (!watch) return fail("serve", watch.error().message);
  const Duties& duties = watch->duties();
  SandboxChannel sandbox;
  std::vector<Outlet> outlets = (*channels)->outlets();
  if (start) {  // a clock that stands still would hold every second message back
    for (Outlet& outlet : outlets) outlet.pace = {};
  }
  outlets.push_back(Outlet{&sandbox});
  const auto link_key = link_key_for(settings.database);
  if (!link_key) return fail("serve", link_key.error().message);
  const auto talk =
      make_talk({*link_key, [address = pages_of(settings.config)] { return address; }});
  const AuditInterpreter interpreter(*talk);
  Runtime runtime(Runtime::Parts{settings.definitions, settings.config.zone, **store, &interpreter,
                                 clocks.chosen(), clocks.movable(), outlets, tell, duties});
  if (auto started = runtime.start(); !started) return fail("serve", started.error().message);
  auto reader = open_reader(settings.database);
  if (!reader) return fail("serve", reader.error().message);
  OfficeDoor door(runtime, door_of(settings.database));
  door.show_channels([&channels, &clocks, &settings, &runtime] {
    std::size_t on_zalo_bot = 0;
    runtime.read([&](const Engine& engine) {
      on_zalo_bot = bound_persons(engine.office().directory, "zalo_bot");
    });
    return channel_health(**channels, on_zalo_bot, clocks.chosen().now(), settings.config.zone);
  });
  if (auto opened = door.open(); !opened) return fail("serve", opened.error().message);
  Receiving receiving(runtime, **channels, tell, duties);
  auto files = open_files(settings.database);
  if (!files) return fail("serve", files.error().message);
  FileFetching fetching(
      runtime, **files,
      [&channels](std::string_view name) {
        const ConnectedChannel* channel = (*channels)->find(name);
        return channel == nullptr ? nullptr : channel->receiver;
      },
      tell, duties);
  auto metrics_reader = open_reader(settings.database);
  if (!metrics_reader) return fail("serve", metrics_reader.error().message);
  MetricsSource metrics(runtime, receiving, std::move(*metrics_reader));
  ServeHttp http(runtime, std::move(*reader), settings.config.zone,
                 start ? ClockAccess::movable : ClockAccess::none);
  http.take_webhooks(**channels, receiving);
  if (is_on_server(settings.database)) metrics.show_duties(duties);
  http.show_metrics(metrics);
  auto webhooks = open_webhooks(settings.database);
  if (!webhooks) return fail("serve", webhooks.error().message);
  auto audit_reader = open_reader(settings.database);
  if (!audit_reader) return fail("serve", audit_reader.error().message);
  auto passwords = open_pages(settings.database);
  if (!passwords) return fail("serve", passwords.error().message);
  // A test must never reach a real person's machine.
  const Reach reach = start ? Reach::this_machine : Reach::anywhere;
  PlatformHttp anywhere(webhook_http(reach));
  SelfAudit audit(
      {settings.definitions, settings.config.zone, **audit_reader, **passwords, webhooks->get(),
       [&clocks] { return clocks.chosen().now(); },
       [&runtime](Heard word) { runtime.submit(std::move(word), [](const Result<Answer>&) {}); },
       anywhere, settings.config.self_audit.alive_url,
       Elapsed::minutes(settings.config.self_audit.every_minutes), tell, duties});
  metrics.show_audit(audit);
  auto pages = Pages::open(runtime, settings.definitions, settings.config.zone, settings.database,
                           *link_key, settings.config.listen.public_url, tell,
                           {channels->get(), &receiving, &audit, webhooks->get()});
  if (!pages) return fail("serve", pages.error().message);
  http.show_pages((*pages)->site());
  WebhookSecrets webhook_secrets(settings.database);
  PlatformHttp outside(webhook_http(start ? Reach::this_machine : Reach::public_only));
  WebhookSender webhook_sender(
      {**webhooks, (*pages)->log(), (*pages)->desk(), outside, anywhere,
       [&webhook_secrets](const std::string& id) { return webhook_secrets.load(id); },
       [] { return SystemClock().now(); }, tell, duties});
  metrics.show_webhooks(**webhooks);
  auto port = http.start(settings.config.listen);
  if (!port) return fail("serve", port.error().message);
  std::printf("Đôn Đốc: http://%s:%d/\n", settings.config.listen.host.c_str(), *port);
  std::fflush(stdout);
  LogRecord started{LogEvent::started};
  started.port = *port;
  tell(started);
  watch->start([&runtime] { runtime.wake(); });
  receiving.start();
  fetching.start();
  webhook_sender.start();
  audit.start();
  wait_for_stop(signals);
  tell({LogEvent::stopping});
  http.stop();
  door.close();
  receiving.stop();
  fetching.stop();
  webhook_sender.stop();
  audit.stop();
  runtime.stop();
  watch->stop();
  tell({LogEvent::stopped});
  return 0;
}

}  // namespace

bool is_on_this_machine(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == address.npos) return false;
  address.remove_prefix(scheme + 3);
  return is_loopback_host(address.substr(0, address.find_first_of("/?#")));
}

std::string address_elsewhere(const Config& config) {
  struct Place {
    bool enabled;
    const std::string& address;
    const char* name;
  };
  const Place places[] = {
      {config.telegram.enabled, config.telegram.api_base, "telegram /api_base"},
      {config.zalo_oa.enabled, config.zalo_oa.api_base, "zalo_oa /api_base"},
      {config.zalo_oa.enabled, config.zalo_oa.oauth_base, "zalo_oa /oauth_base"},
      {config.zalo_oa.enabled, config.zalo_oa.business_base, "zalo_oa /business_base"},
      {config.zalo_bot.enabled, config.zalo_bot.api_base, "zalo_bot /api_base"},
      {!config.self_audit.alive_url.empty(), config.self_audit.alive_url, "self_audit /alive_url"},
  };
  for (const Place& place : places) {
    if (place.enabled && !is_on_this_machine(place.address)) return place.name;
  }
  return {};
}

int run_serve(const ServeOptions& options) {
  auto settings = load_settings(options.config);
  if (!settings) return fail("serve", settings.error().message);
  std::optional<Instant> start;
  if (!options.virtual_clock.empty()) {
    start = parse_instant(options.virtual_clock, settings->config.zone);
    if (!start) {
      fail("serve", "--virtual-clock: '" + options.virtual_clock +
                        "' is no date (YYYY-MM-DD) or time (YYYY-MM-DDTHH:MM)");
      return 2;
    }
    const std::string elsewhere = address_elsewhere(settings->config);
    if (!elsewhere.empty())
      return fail("serve", "--virtual-clock: " + elsewhere +
                               " is not on this machine; a test must never reach a real person");
  }
  return serve(*settings, start);
}

}  // namespace dondoc
