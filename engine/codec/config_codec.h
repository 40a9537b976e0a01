// The configuration file (design §13, workflows/schema/config.schema.json). Secrets never stand in
// it, only the names of the files that hold them. Pure functions; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/codec/faults.h"
#include "engine/time/time.h"

namespace dondoc {

enum class ReceiveMode {
  poll,     ///< the program asks the platform
  webhook,  ///< the platform calls listen.public_url
};

/// A channel whose bot is known by a token: telegram, zalo_bot.
struct BotChannelConfig {
  bool enabled = false;
  ReceiveMode mode = ReceiveMode::poll;
  std::string token_file;
  std::string webhook_secret_file;
  std::string api_base;
};

/// A Zalo Official Account.
struct ZaloOaConfig {
  bool enabled = false;
  std::string app_id;
  std::string app_secret_file;
  std::string oa_secret_file;
  std::string api_base = "https://openapi.zalo.me";
  std::string oauth_base = "https://oauth.zaloapp.com";
  std::string business_base = "https://business.openapi.zalo.me";
  std::string refresh_token_file;  ///< first start only
  std::vector<std::string> attachment_hosts = {"*.zdn.vn"};
  std::string
      templates_file{};  ///< approved templates; empty: none, silent officers are not reached
};

struct ListenConfig {
  std::string host = "127.0.0.1";
  int port = 8080;  ///< 0: any free port
  std::string public_url;
};

/// The doctor inside `serve`.
struct SelfAuditConfig {
  int every_minutes = 5;
  std::string alive_url{};  ///< called while nothing is broken; empty: nobody is
};

struct Config {
  std::string timezone = "Asia/Ho_Chi_Minh";
  Zone zone = Zone::viet_nam();
  std::string storage_url = "sqlite:var/dondoc.db";
  ListenConfig listen;
  BotChannelConfig telegram{false, ReceiveMode::poll, "", "", "https://api.telegram.org"};
  ZaloOaConfig zalo_oa;
  BotChannelConfig zalo_bot{false, ReceiveMode::poll, "", "", "https://bot-api.zaloplatforms.com"};
  std::string units = "config/units.json";
  std::string ladders = "config/ladders.json";
  std::string calendars = "config/calendars";
  int retention_days = 730;
  SelfAuditConfig self_audit;
};

/// Every field may be left out and has then the value above. Unknown keys, an unknown time zone,
/// secrets in an address, and an enabled channel that lacks what it needs are faults; with any
/// fault there is no configuration.
std::optional<Config> decode_config(std::string_view json, Faults& faults);

}  // namespace dondoc
