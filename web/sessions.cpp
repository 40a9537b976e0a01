#include "web/sessions.h"

#include "web/gate.h"
#include "web/secret_hash.h"

namespace dondoc {
namespace {

/// A look within this time of the last one is not written down.
constexpr Elapsed k_glance = Elapsed::minutes(5);
constexpr std::size_t k_token_length = 64;

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

Result<std::string> Sessions::begin(const std::string& person, bool administrator, Instant now) {
  if (auto tidied = store_.forget_sessions(now - k_session_idle, now - k_session_longest); !tidied)
    return tl::unexpected(tidied.error());
  std::string token = fresh_token();
  PageSession session{secret_hash("session", token), person, administrator, now, now};
  if (auto saved = store_.save_session(session); !saved) return tl::unexpected(saved.error());
  return token;
}

Result<std::optional<PageSession>> Sessions::of(std::string_view token, Instant now) {
  if (token.size() != k_token_length) return std::nullopt;
  auto found = store_.find_session(secret_hash("session", token));
  if (!found || !*found) return found;
  PageSession& session = **found;
  if (now - session.last_seen > k_session_idle || now - session.since > k_session_longest)
    return std::nullopt;
  if (now - session.last_seen > k_glance) {
    session.last_seen = now;
    if (auto saved = store_.save_session(session); !saved) return tl::unexpected(saved.error());
  }
  return found;
}

Result<void> Sessions::end(std::string_view token) {
  return store_.end_session(secret_hash("session", token));
}

std::string form_token_of(std::string_view token) { return secret_hash("form", token); }

std::string cookie_named(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const auto end = header.find(';');
    const std::string_view one = trimmed(header.substr(0, end));
    header.remove_prefix(end == header.npos ? header.size() : end + 1);
    const auto equals = one.find('=');
    if (equals != one.npos && one.substr(0, equals) == name)
      return std::string(one.substr(equals + 1));
  }
  return {};
}

}  // namespace dondoc
