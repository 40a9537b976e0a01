#include "web/sign_in.h"

#include "engine/command/sign_in_link.h"
#include "web/password.h"
#include "web/secret_hash.h"

namespace dondoc {

bool SignInDesk::may_try(const std::string& remote, Instant wall) {
  return from_address_.take(remote, wall);
}

Result<std::optional<std::string>> SignInDesk::by_link(std::string_view token, Instant now) {
  const auto sign_in = read_sign_in_token(token, link_key_, now);
  if (!sign_in) return std::nullopt;
  const auto first =
      store_.use_link(secret_hash("link", token), sign_in->made, now - k_sign_in_link_life);
  if (!first) return tl::unexpected(first.error());
  if (!*first) return std::nullopt;
  return sign_in->person;
}

Result<bool> SignInDesk::by_password(const std::string& person, std::string_view password,
                                     Instant wall) {
  auto hash = store_.find_password(person);
  if (!hash) return tl::unexpected(hash.error());
  const std::lock_guard lock(hashing_);
  const bool right = password_matches(password, hash->value_or(hash_of_nobody()));
  if (!wrong_.has_room(person, wall)) return false;
  if (right && hash->has_value()) {
    wrong_.forget(person);
    return true;
  }
  static_cast<void>(wrong_.take(person, wall));
  return false;
}

}  // namespace dondoc
