// ZaloOa: a Zalo Official Account as channel, receiver and upkeep (chat-apis.md §3; design §8).
// What a person reads comes from the message book. Safe from several
// threads at once; has no clock and no thread of its own: `now` is an argument everywhere.
//
// The refresh token may be spent only once, so only one process may run prepare, tend and send for
// an Official Account; check and the consent functions may be called from another one.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "bots/zalo_oa/template.h"
#include "engine/port/channel.h"
#include "engine/port/receiver.h"
#include "engine/port/upkeep.h"

namespace dondoc {

struct ZaloOaSettings {
  std::string app_id;
  std::string app_secret;  ///< of the application: OAuth and appsecret_proof
  std::string oa_secret;   ///< "OA Secret Key" of the webhook page: signs what comes in
  std::string api_base = "https://openapi.zalo.me";
  std::string oauth_base = "https://oauth.zaloapp.com";
  std::string business_base = "https://business.openapi.zalo.me";
  std::vector<std::string> attachment_hosts = {"*.zdn.vn"};
  std::string refresh_token;  ///< for the first start only; may be empty once the vault has a pair
  std::vector<ZaloTemplate> templates;
};

/// What an administrator does to give the application access to the account anew.
struct ZaloConsent {
  std::string challenge;  ///< to be entered in the developer console (S256)
  std::string address;    ///< to be opened by an administrator of the account; leads to the code
};

class ZaloOa final : public Channel, public Receiver, public Upkeep {
 public:
  /// Keeps the references: both must outlive it.
  ZaloOa(ZaloOaSettings settings, HttpClient& http, Vault& vault);
  ~ZaloOa() override;

  std::string_view name() const override;

  // Channel. An account is a user id of this Official Account, or "phone:84901234567", which can
  // be reached by approved templates only.
  Capabilities capabilities() const override;
  SendOutcome send(const OutgoingMessage& message, Instant now) override;

  // Receiver. Zalo cannot be polled: poll looks whether messages got lost on their way to the
  // webhook, when nothing came in for long.
  Polled poll(Instant now) override;
  void confirm() override;
  void pressed(const Inbound& press) override;
  void settled(const Inbound& press, bool took_effect) override;
  Result<std::string> download(const InboundFile& file, std::size_t most_bytes) override;
  WebhookReading read_webhook(const WebhookCall& call, Instant now) const override;

  // Upkeep. The webhook can only be set by a person in the developer console. check never spends
  // the refresh token.
  Result<void> prepare(const ReceivePlan& plan, Instant now) override;
  std::optional<Instant> tend(Instant now) override;
  std::vector<std::string> alarms(Instant now) const override;
  ChannelHealth check(Instant now) override;

  /// Makes a verifier of 32 bytes of chance and keeps it in the vault until `consent`.
  Result<ZaloConsent> begin_consent(const std::array<unsigned char, 32>& chance,
                                    std::string_view callback);
  /// Exchanges the code of the callback (valid ten minutes, once) for a token pair, durably.
  /// Errors: permanent (the code was refused); transient (no connection). The old pair then stays.
  Result<void> consent(std::string_view code, Instant now);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace dondoc
