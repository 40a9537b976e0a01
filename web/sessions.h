// Sessions: who is signed in. A random token in a cookie; of it only the hash is kept, so that
// whoever reads the store cannot sign in. Ends after k_idle without a look and after k_longest in
// any case. Safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/port/page_store.h"

namespace dondoc {

inline constexpr Elapsed k_session_idle = Elapsed::hours(12);
inline constexpr Elapsed k_session_longest = Elapsed::hours(7 * 24);

class Sessions {
 public:
  explicit Sessions(PageStore& store) : store_(store) {}

  /// The token for the cookie. Errors: those of the store.
  Result<std::string> begin(const std::string& person, bool administrator, Instant now);
  /// None for an unknown, ended or overdue one.
  Result<std::optional<PageSession>> of(std::string_view token, Instant now);
  Result<void> end(std::string_view token);

 private:
  PageStore& store_;
};

/// What a form of that browser sends back: nobody who does not have the cookie's token knows it.
std::string form_token_of(std::string_view token);

/// The value of a cookie; empty when there is none.
std::string cookie_named(std::string_view header, std::string_view name);

}  // namespace dondoc
