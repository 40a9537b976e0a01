#include "app/command_webhook.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/http_address.h"
#include "app/platform_http.h"
#include "app/public_address.h"
#include "app/webhook_message.h"
#include "app/webhook_secrets.h"
#include "storage/open.h"
#include "web/gate.h"

namespace dondoc {
namespace {

constexpr std::size_t k_webhooks = 20;
constexpr std::size_t k_longest_address = 2'000;
constexpr std::size_t k_id_digits = 6;

struct Opened {
  Settings settings;
  std::unique_ptr<WebhookStore> store;
  std::vector<Webhook> all;
};

/// Makes the store, or brings it up to date, when no office runs.
Result<Opened> open(const std::string& config) {
  auto desk = AdminDesk::open(config);
  if (!desk) return tl::unexpected(desk.error());
  auto store = open_webhooks((*desk)->settings().database);
  if (!store) return tl::unexpected(store.error());
  auto all = (*store)->all();
  if (!all) return tl::unexpected(all.error());
  return Opened{(*desk)->settings(), std::move(*store), std::move(*all)};
}

Result<Webhook> webhook_of(const Opened& opened, const std::string& id) {
  const auto found = std::find_if(opened.all.begin(), opened.all.end(),
                                  [&](const Webhook& one) { return one.id == id; });
  if (found == opened.all.end())
    return failure(ErrorKind::permanent, "there is no webhook '" + id + "'");
  return *found;
}

Result<void> check_address(const WebhookAddOptions& options) {
  const auto address = parse_http_address(options.url);
  if (!address || options.url.size() > k_longest_address)
    return failure(ErrorKind::permanent, "'" + options.url + "' is no address of https");
  if (!address->encrypted && !options.allow_private)
    return failure(ErrorKind::permanent,
                   "the address must begin with https://; plain http only with --allow-private");
  return {};
}

Result<std::string> kinds_of(const WebhookAddOptions& options) {
  std::string kinds;
  for (const std::string& kind : options.kinds) {
    if (!is_event_name(kind))
      return failure(ErrorKind::permanent, "there is no kind of event '" + kind + "'");
    kinds += (kinds.empty() ? "" : " ") + kind;
  }
  return kinds;
}

/// From now on: what happened before is not told. Errors: permanent for an unknown unit.
Result<std::int64_t> first_cursor(const std::string& database, const std::string& unit) {
  auto reader = open_reader(database);
  if (!reader) return tl::unexpected(reader.error());
  if (!unit.empty()) {
    auto office = read_office(**reader);
    if (!office) return tl::unexpected(office.error());
    if (office->directory.unit(unit) == nullptr)
      return failure(ErrorKind::permanent, "there is no unit '" + unit + "'");
  }
  return (*reader)->last_seq();
}

struct Made {
  Webhook webhook;
  std::string secret;
};

Result<Made> add(const WebhookAddOptions& options) {
  if (auto good = check_address(options); !good) return tl::unexpected(good.error());
  auto kinds = kinds_of(options);
  if (!kinds) return tl::unexpected(kinds.error());
  auto opened = open(options.config);
  if (!opened) return tl::unexpected(opened.error());
  if (opened->all.size() >= k_webhooks)
    return failure(ErrorKind::permanent, fmt::format("there are {} webhooks already", k_webhooks));
  auto cursor = first_cursor(opened->settings.database, options.unit);
  if (!cursor) return tl::unexpected(cursor.error());
  Made made;
  made.secret = fresh_webhook_secret();
  made.webhook.id = "w" + fresh_token().substr(0, k_id_digits);
  made.webhook.url = options.url;
  made.webhook.kinds = std::move(*kinds);
  made.webhook.unit = options.unit;
  made.webhook.private_allowed = options.allow_private;
  made.webhook.made = SystemClock().now();
  made.webhook.cursor = *cursor;
  WebhookSecrets secrets(opened->settings.database);
  if (auto saved = secrets.save(made.webhook.id, made.secret); !saved)
    return tl::unexpected(saved.error());
  if (auto added = opened->store->add(made.webhook); !added) return tl::unexpected(added.error());
  return made;
}

std::string line_of(const Webhook& webhook, const Zone& zone) {
  std::string line =
      fmt::format("{}  {}  {}  {}  told up to {}", webhook.id, webhook.url,
                  webhook.kinds.empty() ? "all kinds" : webhook.kinds,
                  webhook.unit.empty() ? "whole office" : webhook.unit, webhook.cursor);
  if (webhook.private_allowed) line += "  private address allowed";
  if (webhook.failing_since)
    line +=
        fmt::format("  failing since {}: {}", zone.clock(*webhook.failing_since), webhook.fault);
  if (webhook.paused) line += "  PAUSED";
  return line + "\n";
}

Result<void> remove(const WebhookOptions& options) {
  auto opened = open(options.config);
  if (!opened) return tl::unexpected(opened.error());
  auto removed = opened->store->remove(options.id);
  if (!removed) return tl::unexpected(removed.error());
  if (!*removed) return failure(ErrorKind::permanent, "there is no webhook '" + options.id + "'");
  return WebhookSecrets(opened->settings.database).save(options.id, "");
}

Result<void> resume(const WebhookOptions& options) {
  auto opened = open(options.config);
  if (!opened) return tl::unexpected(opened.error());
  auto webhook = webhook_of(*opened, options.id);
  if (!webhook) return tl::unexpected(webhook.error());
  webhook->paused = false;
  webhook->failures = 0;
  webhook->failing_since.reset();
  webhook->next_attempt = Instant{};
  webhook->fault.clear();
  return opened->store->note_progress(*webhook);
}

Result<int> ping(const WebhookOptions& options) {
  auto opened = open(options.config);
  if (!opened) return tl::unexpected(opened.error());
  auto webhook = webhook_of(*opened, options.id);
  if (!webhook) return tl::unexpected(webhook.error());
  auto secret = WebhookSecrets(opened->settings.database).load(options.id);
  if (!secret) return tl::unexpected(secret.error());
  const Instant now = SystemClock().now();
  const nlohmann::ordered_json body{{"type", "ping"},
                                    {"timestamp", opened->settings.config.zone.iso(now)},
                                    {"data", nlohmann::ordered_json::object()}};
  const auto request = webhook_request(webhook->url, secret->value_or(""),
                                       {"ping-" + std::to_string(now.ms), body.dump()}, now);
  if (!request) return failure(ErrorKind::permanent, "its secret is missing; add it anew");
  const Reach reach = webhook->private_allowed ? Reach::anywhere : Reach::public_only;
  PlatformHttp http(webhook_http(reach));
  const auto answer = http.ask(*request);
  if (!answer) return failure(ErrorKind::transient, answer.error().detail);
  return answer->status;
}

int done(const char* command, const Result<void>& result, const std::string& text) {
  if (!result) return fail(command, result.error().message);
  print(text);
  return 0;
}

}  // namespace

int run_admin_webhook_add(const WebhookAddOptions& options) {
  auto made = add(options);
  if (!made) return fail("admin webhook add", made.error().message);
  print(fmt::format("{}\n{}\n", made->webhook.id, made->secret));
  std::fprintf(stderr, "Told of what happens from now on. The secret is shown this once.\n");
  return 0;
}

int run_admin_webhook_list(const WebhookOptions& options) {
  auto opened = open(options.config);
  if (!opened) return fail("admin webhook list", opened.error().message);
  std::string text;
  for (const Webhook& webhook : opened->all) text += line_of(webhook, opened->settings.config.zone);
  print(text);
  return 0;
}

int run_admin_webhook_remove(const WebhookOptions& options) {
  return done("admin webhook remove", remove(options), options.id + " is told nothing any more.\n");
}

int run_admin_webhook_resume(const WebhookOptions& options) {
  return done("admin webhook resume", resume(options),
              options.id + " is told again, from where it stopped.\n");
}

int run_admin_webhook_test(const WebhookOptions& options) {
  auto status = ping(options);
  if (!status) return fail("admin webhook test", status.error().message);
  if (*status < 200 || *status > 299)
    return fail("admin webhook test", fmt::format("it answered with status {}", *status));
  print(fmt::format("{} took it: status {}\n", options.id, *status));
  return 0;
}

}  // namespace dondoc
