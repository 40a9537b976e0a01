// AccessKeys: makes and recognises the secrets that open the office without a browser: tokens of
// programs for /api/v1, and the secret addresses of calendar feeds. Random 256 bits; only a hash is
// kept. Says nothing about why a secret does not open. Safe from any thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/port/access_store.h"

namespace dondoc {

/// What a token may be used for; who it belongs to still decides what it shows and changes.
enum class AccessScope {
  unset,    ///< nothing: a route must say
  none,     ///< no token is asked for
  read,     ///< board, plans, units, assignments, summaries
  act,      ///< decide about assignments, answer questions of plans, correct drafts
  summary,  ///< keep the words of a summary, approve it
  events,   ///< the log
  issue,    ///< put plans into force; for who leads
};

inline constexpr std::array<AccessScope, 5> k_scopes{AccessScope::read, AccessScope::act,
                                                     AccessScope::summary, AccessScope::events,
                                                     AccessScope::issue};
std::string_view name_of(AccessScope scope);
std::optional<AccessScope> scope_named(std::string_view name);
bool has_scope(const AccessKey& token, AccessScope scope);

/// Longest life that can be asked for, in days.
inline constexpr int k_longest_days = 3'650;

struct TokenWish {
  std::string person;
  std::string name;
  std::vector<AccessScope> scopes;
  std::optional<int> days;  ///< none: until it is revoked
};

/// What is shown once and never again, and what is kept of it.
struct HandedOut {
  std::string secret;
  AccessKey key;
};

class AccessKeys {
 public:
  explicit AccessKeys(AccessStore& store) : store_(store) {}

  /// "dondoc_" and 64 digits. Errors: those of the store.
  Result<HandedOut> make_token(const TokenWish& wish, Instant now);
  /// `unit` empty: the feed of the person herself.
  Result<HandedOut> make_feed(const std::string& person, const std::string& unit,
                              const std::string& name, Instant now);

  /// None: unknown, expired or revoked. A use is written down, to five minutes. Errors: those of
  /// the store.
  Result<std::optional<AccessKey>> token(std::string_view secret, Instant now);
  Result<std::optional<AccessKey>> feed(std::string_view secret, Instant now);

  AccessStore& store() { return store_; }

 private:
  Result<HandedOut> hand_out(std::string_view prefix, AccessKey key, Instant now);
  Result<std::optional<AccessKey>> of(KeyKind kind, std::string_view secret, Instant now);

  AccessStore& store_;
};

}  // namespace dondoc
