// ChannelSet: the platforms that the configuration switches on, with their secrets read from files.
// Each is a channel to send through, a receiver of what comes in, and its own upkeep.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/delivery.h"
#include "engine/codec/config_codec.h"
#include "engine/port/channel.h"
#include "engine/port/http_client.h"
#include "engine/port/receiver.h"
#include "engine/port/upkeep.h"

namespace dondoc {

struct ConnectedChannel {
  std::string name;
  Channel* channel = nullptr;
  Receiver* receiver = nullptr;
  Upkeep* upkeep = nullptr;
  ReceivePlan plan;
  PaceRules pace;
  std::size_t threads = 1;  ///< messages under way at once
};

class ChannelSet {
 public:
  /// Errors: permanent, naming the file: a secret's that cannot be read or is empty, or that of
  /// the templates, with every fault.
  /// `books`: for what a channel shows by itself; they outlive the set.
  static Result<std::unique_ptr<ChannelSet>> connect(const Config& config, HttpClient& http,
                                                     Vault& vault, const MessageBooks& books);
  virtual ~ChannelSet() = default;

  const std::vector<ConnectedChannel>& all() const { return all_; }
  /// Null when it is not switched on.
  const ConnectedChannel* find(std::string_view name) const;
  std::vector<Outlet> outlets() const;
  /// Every token and secret that was read from a file, so that a log can leave them out.
  const std::vector<std::string>& secrets() const { return secrets_; }

 protected:
  std::vector<std::string> secrets_;
  std::vector<ConnectedChannel> all_;
};

/// Where a platform calls: "https://dondoc.example.gov.vn/webhook/telegram".
std::string webhook_address(const Config& config, std::string_view channel);

}  // namespace dondoc
