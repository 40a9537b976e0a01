#include "bots/zalo_oa/zalo_oa.h"

#include <utility>

#include "bots/platform/attachment.h"
#include "bots/zalo_oa/catch_up.h"
#include "bots/zalo_oa/zalo_oa_parts.h"

namespace dondoc {
namespace {

constexpr Elapsed k_between_polls = Elapsed::minutes(5);

}  // namespace

ZaloOa::Parts::Parts(ZaloOaSettings given, HttpClient& client, Vault& vault)
    : settings(std::move(given)),
      oauth{settings.oauth_base, settings.app_id, settings.app_secret},
      webhook_secret{settings.app_id, settings.oa_secret},
      http(client),
      tokens(oauth, settings.refresh_token, client, vault),
      calls({settings.api_base, settings.business_base}, settings.app_secret, client, tokens,
            alarms),
      sender(calls, alarms, quota, settings.templates) {}

std::string ZaloOa::Parts::oa_id() const {
  const std::lock_guard lock(mutex);
  return identity.oa_id;
}

ZaloOa::ZaloOa(ZaloOaSettings settings, HttpClient& http, Vault& vault)
    : parts_(std::make_unique<Parts>(std::move(settings), http, vault)) {}

ZaloOa::~ZaloOa() = default;

std::string_view ZaloOa::name() const { return "zalo_oa"; }

Capabilities ZaloOa::capabilities() const {
  Capabilities capabilities;
  capabilities.buttons = true;
  capabilities.files = true;
  capabilities.needs_window = true;
  capabilities.text_length = zalo_oa::k_text_characters;
  capabilities.unit = TextUnit::characters;
  return capabilities;
}

SendOutcome ZaloOa::send(const OutgoingMessage& message, Instant now) {
  return parts_->sender.send(message, now);
}

Polled ZaloOa::poll(Instant now) {
  Polled polled;
  polled.wait = k_between_polls;
  parts_->watch.started(now);
  const auto since = parts_->watch.look_since(now);
  if (!since) return polled;
  auto found = zalo_oa::catch_up(parts_->calls, parts_->oa_id(), *since, now);
  polled.updates = std::move(found.updates);
  if (!found.failed) {
    parts_->watch.looked(polled.updates, now);
    return polled;
  }
  // What was found is handed over all the same; the next look begins where this one began.
  polled.state = zalo_oa::outcome_of(*found.failed, now).result == SendClass::auth_dead
                     ? PollState::auth_dead
                     : PollState::failed;
  polled.detail = found.failed->detail;
  return polled;
}

void ZaloOa::confirm() { parts_->watch.confirm(); }

// A press is an ordinary text and a sent message cannot be edited: nothing to be done.
void ZaloOa::pressed(const Inbound& /*press*/) {}
void ZaloOa::settled(const Inbound& /*press*/, bool /*took_effect*/) {}

Result<std::string> ZaloOa::download(const InboundFile& file, std::size_t most_bytes) {
  return download_attachment(parts_->http, parts_->settings.attachment_hosts, file, most_bytes);
}

WebhookReading ZaloOa::read_webhook(const WebhookCall& call, Instant now) const {
  WebhookReading reading =
      zalo_oa::read_webhook(call, parts_->webhook_secret, parts_->oa_id(), now);
  // Echoes count as well: they show that the webhook is switched on.
  if (reading.status == 200) parts_->watch.heard(now);
  return reading;
}

}  // namespace dondoc
