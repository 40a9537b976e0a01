// `dondoc admin webhook …`: who is told of what happens in the office. Beside a running office,
// which follows within a second, or without one. Exit codes: 0 done, 1 address, kinds, unit or id
// are at fault, or a test was not taken.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

struct WebhookAddOptions {
  std::string url;
  std::vector<std::string> kinds;  ///< names of events; none: all
  std::string unit;                ///< with those below it; empty: the whole office
  std::string config;
  bool allow_private = false;
};
/// Prints id and secret, the secret once.
int run_admin_webhook_add(const WebhookAddOptions& options);

struct WebhookOptions {
  std::string id;
  std::string config;
};
int run_admin_webhook_list(const WebhookOptions& options);
int run_admin_webhook_remove(const WebhookOptions& options);
/// One that was paused is tried again.
int run_admin_webhook_resume(const WebhookOptions& options);
/// Sends a signed message of type "ping" at once.
int run_admin_webhook_test(const WebhookOptions& options);

}  // namespace dondoc
