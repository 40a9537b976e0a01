// TokenKeeper: the pair of tokens that keeps the Official Account alive (chat-apis.md §3.2, §5
// number 8). Losing it means that an administrator has to consent again, so:
//  - one refresh at a time; whoever needs the token meanwhile waits for it;
//  - before a refresh the vault learns that one is under way; the new pair is durable in the vault
//    before it is used; an error answer or half a pair never replaces anything;
//  - before a refresh the vault is looked at: another process may have brought a new pair.
// Safe from several threads at once. Tokens never stand in what it tells.
#pragma once

#include <array>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "bots/zalo_oa/oauth.h"
#include "bots/zalo_oa/token_pair.h"
#include "engine/port/upkeep.h"

namespace dondoc::zalo_oa {

/// Why there is no token to ask with. Nothing was sent.
struct TokenProblem {
  bool dead = false;  ///< a person has to act; otherwise it may work later
  std::string detail;
};

using AccessToken = tl::expected<std::string, TokenProblem>;

struct TokenReport {
  std::optional<Instant> expires;
  std::string fault;  ///< with what to do about it; empty: none
};

class TokenKeeper {
 public:
  /// `first_refresh_token` counts only while the vault has no pair.
  TokenKeeper(OauthAccess access, std::string first_refresh_token, HttpClient& http, Vault& vault);

  /// A token that is not expired; refreshes when needed.
  AccessToken access(Instant now);
  /// A token that is not expired, without ever refreshing.
  AccessToken access_without_refresh(Instant now);
  /// After the platform refused `refused`: another token, refreshed unless somebody else already
  /// did. A token that is only just made is not replaced: a platform that refuses everything would
  /// otherwise use up pair after pair.
  AccessToken replace(const std::string& refused, Instant now);

  /// Refreshes when three quarters of the token's life are over; when to be called again.
  Instant tend(Instant now);
  TokenReport report(Instant now);

  Result<void> keep_verifier(const std::string& verifier);
  Result<void> consent(std::string_view code, Instant now);

 private:
  // Require: the lock is held.
  std::optional<TokenProblem> load();
  std::optional<TokenProblem> save_unsaved();
  AccessToken refreshed(Instant now);
  bool adopt_newer();
  AccessToken spend(Instant now);
  AccessToken refused(const Grant& grant, Instant now);
  AccessToken took(const TokenPair& pair, Instant now);
  bool is_fresh(Instant now) const;
  void wait_before_next(Elapsed pause, Instant now);

  const OauthAccess access_;
  const std::string first_refresh_token_;
  HttpClient& http_;
  Vault& vault_;

  std::mutex mutex_;
  // protected by mutex_
  std::optional<TokenRecord> record_;
  bool unsaved_ = false;  ///< record_ is newer than the vault: not to be used yet
  bool dead_ = false;     ///< the refresh token is worth nothing: only a consent helps
  bool refused_ = false;  ///< the last refresh got an error answer
  std::string fault_;     ///< why the last refresh failed; empty after one that did not
  Instant next_try_;
  Elapsed pause_;
};

}  // namespace dondoc::zalo_oa
