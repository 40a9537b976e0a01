// The pair of tokens as it lies in the vault: one record, written at once, so that a crash leaves
// either the old one or the new one. Pure; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/time/time.h"

namespace dondoc::zalo_oa {

/// Names in the vault.
constexpr std::string_view k_vault_tokens = "zalo_oa.tokens";
constexpr std::string_view k_vault_verifier = "zalo_oa.consent_verifier";

struct TokenPair {
  std::string access;   ///< empty: only the refresh token is known, as at the first start
  std::string refresh;  ///< may be spent once
  Instant obtained;
  Instant expires;  ///< of the access token
  bool operator==(const TokenPair&) const = default;
};

struct TokenRecord {
  TokenPair current;
  std::optional<TokenPair> previous;  ///< for diagnosis only: both its tokens are dead
  /// A refresh was begun and its answer has never been recorded: lost on the way or in a crash.
  std::optional<Instant> asked;
};

std::string write_record(const TokenRecord& record);
/// None when it is not such a record.
std::optional<TokenRecord> read_record(std::string_view text);

/// Fit for a header and a form: visible ASCII, not empty, of a sane length.
bool is_token(std::string_view text);

}  // namespace dondoc::zalo_oa
