#include "bots/zalo_oa/oauth.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "bots/platform/address.h"
#include "bots/platform/json_tree.h"

namespace dondoc::zalo_oa {
namespace {

// Codes seen in third-party code (chat-apis.md §3.2, UNVERIFIED): bad code, bad refresh token, code
// expired, refresh token expired. Other refusals are asked again slowly.
constexpr std::array<std::int64_t, 4> k_dead = {-14005, -14014, -14019, -14020};

constexpr std::int64_t k_life_s_known = 90'000;      ///< 25 hours
constexpr std::int64_t k_life_s_unknown = 3600;      ///< when the answer does not say
constexpr std::int64_t k_life_s_most = 31 * 86'400;  ///< longer is nonsense

Elapsed life_of(const JsonTree& answer) {
  const auto told = answer["expires_in"].whole();
  if (!told || *told <= 0) return Elapsed::seconds(k_life_s_unknown);
  return Elapsed::seconds(*told > k_life_s_most ? k_life_s_known : *told);
}

Grant refusal(const JsonTree& answer, int status) {
  Grant grant;
  grant.code = answer["error"].whole().value_or(0);
  const bool is_dead = std::find(k_dead.begin(), k_dead.end(), grant.code) != k_dead.end();
  grant.state = is_dead ? GrantState::dead : GrantState::refused;
  // error_description may repeat what was sent: not taken over.
  grant.detail = fmt::format("OAuth error {} (HTTP {})", grant.code, status);
  const std::string name = answer["error_name"].text();
  if (is_token(name) && name.size() <= 80) grant.detail += ": " + name;
  return grant;
}

Grant read_answer(const HttpAnswer& answer, Instant now) {
  Grant grant;
  const auto tree = JsonTree::parse(answer.body);
  if (!tree || !tree->is_object()) {
    grant.detail = fmt::format("the answer (HTTP {}) is not JSON", answer.status);
    return grant;
  }
  grant.pair.access = (*tree)["access_token"].text();
  grant.pair.refresh = (*tree)["refresh_token"].text();
  if (is_token(grant.pair.access) && is_token(grant.pair.refresh)) {
    grant.state = GrantState::granted;
    grant.pair.obtained = now;
    grant.pair.expires = now + life_of(*tree);
    return grant;
  }
  // An error answer, or half a pair: what is stored must stay.
  if (answer.status >= 500) {
    grant.detail = fmt::format("HTTP {}", answer.status);
    return grant;
  }
  return refusal(*tree, answer.status);
}

Grant ask(HttpClient& http, const OauthAccess& access, std::string form, Instant now) {
  HttpRequest request;
  request.url = access.base + "/v4/oa/access_token";
  request.headers = {{"secret_key", access.app_secret}};
  request.content_type = "application/x-www-form-urlencoded";
  request.body = std::move(form);
  const auto answer = http.ask(request);
  if (answer) return read_answer(*answer, now);
  Grant grant;
  const bool unsent = answer.error().kind == HttpFailure::not_sent;
  grant.state = unsent ? GrantState::not_sent : GrantState::lost;
  grant.detail = unsent ? "no connection" : "no answer";
  return grant;
}

}  // namespace

Grant ask_for_refresh(HttpClient& http, const OauthAccess& access, std::string_view refresh_token,
                      Instant now) {
  return ask(http, access,
             fmt::format("refresh_token={}&app_id={}&grant_type=refresh_token",
                         url_encoded(refresh_token), url_encoded(access.app_id)),
             now);
}

Grant ask_for_code(HttpClient& http, const OauthAccess& access, std::string_view code,
                   std::string_view verifier, Instant now) {
  std::string form = fmt::format("code={}&app_id={}&grant_type=authorization_code",
                                 url_encoded(code), url_encoded(access.app_id));
  if (!verifier.empty()) form += "&code_verifier=" + url_encoded(verifier);
  return ask(http, access, std::move(form), now);
}

std::string consent_address(const OauthAccess& access, std::string_view callback,
                            std::string_view challenge) {
  return fmt::format("{}/v4/oa/permission?app_id={}&redirect_uri={}&code_challenge={}", access.base,
                     url_encoded(access.app_id), url_encoded(callback), url_encoded(challenge));
}

}  // namespace dondoc::zalo_oa
