// Who came through Telegram's login widget or opens our Mini App (chat-apis.md §2.9;
// core.telegram.org/widgets/login-legacy, /bots/webapps). Pure functions.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "engine/time/time.h"

namespace dondoc {

/// Field names and values, URL-decoded, sorted by name as the hash asks.
using LoginFields = std::map<std::string, std::string, std::less<>>;

enum class LoginCheck {
  genuine,
  malformed,   ///< no hash, no auth_date, or a field twice
  wrong_hash,  ///< not made with this bot's token
  too_old,     ///< auth_date is further back than allowed, or more than a minute ahead
};

/// Of the fields without "hash"; lower-case hex.
std::string login_hash(const LoginFields& fields, std::string_view token);
std::string mini_app_hash(const LoginFields& fields, std::string_view token);

/// Fields of the login widget, "hash" among them.
LoginCheck check_login(const LoginFields& fields, std::string_view token, Instant now,
                       Elapsed most_age);

/// A query string as the platform passes it ("initData"). None when a field stands there twice or
/// an escape is broken.
std::optional<LoginFields> read_init_data(std::string_view query);
LoginCheck check_mini_app(std::string_view init_data, std::string_view token, Instant now,
                          Elapsed most_age);

}  // namespace dondoc
