// `dondoc admin channel …`: the office's accounts on the chat platforms. Exit codes: 0 done and in
// order, 1 something is at fault (each fault is named).
#pragma once

#include <string>

namespace dondoc {

struct ChannelOptions {
  std::string config;
  bool json = false;
};
/// Identity, webhook, waiting updates, tokens and quota of every platform that is switched on.
int run_admin_channel_check(const ChannelOptions& options);

struct ConsentOptions {
  std::string channel;
  std::string code;  ///< empty: show what to do first
  std::string config;
};
/// Gives the program access to a Zalo Official Account anew.
int run_admin_channel_consent(const ConsentOptions& options);

}  // namespace dondoc
