// Sign-in: by the bot's one-time link, or by a password. Says nothing about who exists: a wrong
// name and a wrong password take the same time and get the same answer; too many attempts for a
// name or from an address are refused like a wrong password. Safe from any thread.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include "engine/port/page_store.h"
#include "web/attempts.h"

namespace dondoc {

class SignInDesk {
 public:
  /// `link_key`: with which links are sealed (engine/command/sign_in_link.h).
  SignInDesk(PageStore& store, std::string link_key)
      : store_(store), link_key_(std::move(link_key)) {}

  /// Whether that address may try again now; it counts as an attempt.
  bool may_try(const std::string& remote, Instant wall);

  /// The person a link is for, once. None: forged, too old, used, or of another key. Errors: those
  /// of the store.
  Result<std::optional<std::string>> by_link(std::string_view token, Instant now);

  /// Whether it is that person's password. False also when the name is locked. Errors: those of
  /// the store.
  Result<bool> by_password(const std::string& person, std::string_view password, Instant wall);

 private:
  PageStore& store_;
  const std::string link_key_;
  Attempts from_address_{30, Elapsed::minutes(5)};
  Attempts wrong_{5, Elapsed::minutes(15)};
  std::mutex hashing_;  ///< one at a time: each takes 64 MB
};

}  // namespace dondoc
