// ChannelDesk: the office and the platforms over it, for a command of the administrator. The
// store's secrets can be had only while no office is running. One thread.
#pragma once

#include <memory>
#include <string>

#include "app/channel_set.h"
#include "app/desk.h"
#include "app/platform_http.h"
#include "engine/port/secret_store.h"

namespace dondoc {

class ChannelDesk {
 public:
  /// Errors: those of AdminDesk::open, open_channel_vault and ChannelSet::connect.
  Result<void> open(const std::string& config);

  AdminDesk& desk() { return *desk_; }
  const ChannelSet& channels() const { return *channels_; }

 private:
  std::unique_ptr<AdminDesk> desk_;
  PlatformHttp http_;
  std::unique_ptr<SecretStore> secrets_;
  std::unique_ptr<Vault> vault_;
  std::unique_ptr<ChannelSet> channels_;
};

}  // namespace dondoc
