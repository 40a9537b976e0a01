#include "web/access_keys.h"

#include <algorithm>

#include "engine/check.h"
#include "web/gate.h"
#include "web/secret_hash.h"

namespace dondoc {
namespace {

constexpr std::string_view k_prefix = "dondoc_";
constexpr std::size_t k_secret_digits = 64;
/// A use within this time of the last one is not written down.
constexpr Elapsed k_glance = Elapsed::minutes(5);
constexpr std::size_t k_id_digits = 10;

constexpr std::array<std::pair<std::string_view, AccessScope>, 5> k_names{
    {{"read", AccessScope::read},
     {"act", AccessScope::act},
     {"summary", AccessScope::summary},
     {"events", AccessScope::events},
     {"issue", AccessScope::issue}}};

const char* purpose_of(KeyKind kind) { return kind == KeyKind::token ? "token" : "feed"; }

bool is_digits(std::string_view text) {
  return text.size() == k_secret_digits && std::all_of(text.begin(), text.end(), [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

std::string_view name_of(AccessScope scope) {
  for (const auto& [name, known] : k_names) {
    if (known == scope) return name;
  }
  return "";
}

std::optional<AccessScope> scope_named(std::string_view name) {
  for (const auto& [known, scope] : k_names) {
    if (known == name) return scope;
  }
  return std::nullopt;
}

bool has_scope(const AccessKey& token, AccessScope scope) {
  const std::string wanted = " " + std::string(name_of(scope)) + " ";
  return (" " + token.scopes + " ").find(wanted) != std::string::npos;
}

Result<HandedOut> AccessKeys::make_token(const TokenWish& wish, Instant now) {
  AccessKey key;
  key.kind = KeyKind::token;
  key.person = wish.person;
  key.name = wish.name;
  for (const AccessScope scope : k_scopes) {
    if (std::find(wish.scopes.begin(), wish.scopes.end(), scope) == wish.scopes.end()) continue;
    key.scopes += (key.scopes.empty() ? "" : " ") + std::string(name_of(scope));
  }
  if (wish.days) {
    CHECK(*wish.days > 0 && *wish.days <= k_longest_days);
    key.expires = now + Elapsed::hours(24LL * *wish.days);
  }
  return hand_out(k_prefix, std::move(key), now);
}

Result<HandedOut> AccessKeys::make_feed(const std::string& person, const std::string& unit,
                                        const std::string& name, Instant now) {
  AccessKey key;
  key.kind = KeyKind::feed;
  key.person = person;
  key.unit = unit;
  key.name = name;
  return hand_out("", std::move(key), now);
}

Result<HandedOut> AccessKeys::hand_out(std::string_view prefix, AccessKey key, Instant now) {
  const std::string digits = fresh_token();
  key.id = fresh_token().substr(0, k_id_digits);
  key.hash = secret_hash(purpose_of(key.kind), digits);
  key.made = now;
  if (auto added = store_.add_key(key); !added) return tl::unexpected(added.error());
  return HandedOut{std::string(prefix) + digits, std::move(key)};
}

Result<std::optional<AccessKey>> AccessKeys::token(std::string_view secret, Instant now) {
  if (!secret.starts_with(k_prefix)) return std::nullopt;
  return of(KeyKind::token, secret.substr(k_prefix.size()), now);
}

Result<std::optional<AccessKey>> AccessKeys::feed(std::string_view secret, Instant now) {
  return of(KeyKind::feed, secret, now);
}

Result<std::optional<AccessKey>> AccessKeys::of(KeyKind kind, std::string_view secret,
                                                Instant now) {
  if (!is_digits(secret)) return std::nullopt;
  auto found = store_.find_key(kind, secret_hash(purpose_of(kind), secret));
  if (!found || !*found) return found;
  AccessKey& key = **found;
  if (key.revoked || (key.expires && *key.expires <= now)) return std::nullopt;
  if (!key.last_used || now - *key.last_used > k_glance) {
    if (auto noted = store_.note_use(key.id, now); !noted) return tl::unexpected(noted.error());
    key.last_used = now;
  }
  return found;
}

}  // namespace dondoc
