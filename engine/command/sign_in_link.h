// The one-time link by which the bot lets a person into the pages. It carries who it is for and
// when it was made, sealed with a key that only the office's programs have: nothing is kept until
// it is used. Pure.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "engine/time/time.h"

namespace dondoc {

inline constexpr Elapsed k_sign_in_link_life = Elapsed::minutes(10);

/// How links are made.
struct SignInLinks {
  std::string key;                          ///< k_sign_in_key_bytes; empty: no links are given
  std::function<std::string()> pages = {};  ///< address of the pages, "https://…"; empty: unknown
};
inline constexpr std::size_t k_sign_in_key_bytes = 32;

struct SignIn {
  std::string person;
  Instant made;
};

/// What stands behind "?t=". Requires: a key of k_sign_in_key_bytes (CHECKed).
std::string sign_in_token(const SignIn& sign_in, std::string_view key);

/// None when it was not made with this key, or is older than k_sign_in_link_life, or of the future.
/// Whether it was used before is for the caller to know.
std::optional<SignIn> read_sign_in_token(std::string_view token, std::string_view key, Instant now);

}  // namespace dondoc
