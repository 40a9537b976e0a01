// What ZaloOa is made of; for its own .cpp files only.
#pragma once

#include <mutex>
#include <string>

#include "bots/zalo_oa/calls.h"
#include "bots/zalo_oa/inbound_watch.h"
#include "bots/zalo_oa/send.h"
#include "bots/zalo_oa/webhook.h"
#include "bots/zalo_oa/zalo_oa.h"

namespace dondoc {

namespace zalo_oa {

/// Who we are at Zalo.
struct Identity {
  std::string oa_id;
  std::string name;
  bool verified = false;
};

}  // namespace zalo_oa

/// Apart from `identity` and `plan`, each part guards itself.
struct ZaloOa::Parts {
  Parts(ZaloOaSettings given, HttpClient& client, Vault& vault);

  std::string oa_id() const;
  /// Asks the platform who we are, and remembers it.
  tl::expected<zalo_oa::Identity, zalo_oa::Answer> ask_identity(Instant now,
                                                                zalo_oa::Refresh refresh);

  const ZaloOaSettings settings;
  const zalo_oa::OauthAccess oauth;
  const zalo_oa::WebhookSecret webhook_secret;
  HttpClient& http;
  zalo_oa::Alarms alarms;
  zalo_oa::Quota quota;
  zalo_oa::TokenKeeper tokens;
  zalo_oa::Calls calls;
  zalo_oa::Sender sender;
  mutable zalo_oa::InboundWatch watch;

  mutable std::mutex mutex;
  // protected by mutex
  zalo_oa::Identity identity;
  ReceivePlan plan;
};

}  // namespace dondoc
