// OAuth v4 of Zalo: one question to the token address, and what became of it (chat-apis.md §3.2).
// Knows no state; tokens never stand in `detail`. Safe from several threads at once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "bots/zalo_oa/token_pair.h"
#include "engine/port/http_client.h"

namespace dondoc::zalo_oa {

struct OauthAccess {
  std::string base;
  std::string app_id;
  std::string app_secret;
};

enum class GrantState {
  granted,
  not_sent,  ///< the platform has certainly not seen the question: nothing was spent
  lost,      ///< no readable answer: a new pair may have been made that nobody knows
  refused,   ///< an error answer; the tokens may still be good
  dead,      ///< an error answer that says that the token or the code is worth nothing any more
};

struct Grant {
  GrantState state = GrantState::lost;
  TokenPair pair;         ///< granted: both tokens are usable
  std::int64_t code = 0;  ///< of an error answer
  std::string detail;     ///< of anything but `granted`
};

/// Spends the refresh token.
Grant ask_for_refresh(HttpClient& http, const OauthAccess& access, std::string_view refresh_token,
                      Instant now);
/// Spends the code. `verifier` may be empty when the console made the link without a challenge.
Grant ask_for_code(HttpClient& http, const OauthAccess& access, std::string_view code,
                   std::string_view verifier, Instant now);

/// Address that an administrator of the account opens to consent.
std::string consent_address(const OauthAccess& access, std::string_view callback,
                            std::string_view challenge);

}  // namespace dondoc::zalo_oa
