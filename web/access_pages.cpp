// "Mã truy cập": the tokens and calendar addresses that the visitor gave to programs of hers, made
// and revoked by herself. A secret is shown once, on the page that answers the press.
#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_longest_name = 200;  ///< bytes
constexpr std::size_t k_keys_in_force = 50;  ///< of one person

bool is_in_force(const AccessKey& key, Instant now) {
  return !key.revoked && (!key.expires || *key.expires > now);
}

/// Who issues no plans on the pages gives nobody the right to.
bool may_give(AccessScope scope, const Visitor& visitor) {
  return scope != AccessScope::issue || visitor.leads_any;
}

std::string scopes_in_words(const AccessKey& key, const PageWords& words) {
  std::string text;
  for (const AccessScope scope : k_scopes) {
    if (!has_scope(key, scope)) continue;
    text += (text.empty() ? "" : ", ") + words.text("access_scope_" + std::string(name_of(scope)));
  }
  return text;
}

std::string state_in_words(const AccessKey& key, const PageTools& tools, const PageWords& words) {
  const Zone zone = tools.desk.zone();
  if (key.revoked) return words.filled("access_revoked", {{"when", zone.clock(*key.revoked)}});
  if (key.expires && *key.expires <= tools.wall()) return words.text("access_expired");
  std::string text = key.expires
                         ? words.filled("access_until", {{"when", zone.clock(*key.expires)}})
                         : words.text("access_no_end");
  if (key.last_used)
    text += "; " + words.filled("access_used", {{"when", zone.clock(*key.last_used)}});
  return text;
}

json key_values(const AccessKey& key, const PageTools& tools, const PageWords& words) {
  return {{"name", key.name},
          {"scopes", scopes_in_words(key, words)},
          {"state", state_in_words(key, tools, words)},
          {"revoke",
           is_in_force(key, tools.wall()) ? "/access/" + percent_encoded(key.id) + "/revoke" : ""}};
}

/// Errors: those of the store.
Result<json> keys_of(const PageTools& tools, const PageCall& call, KeyKind kind) {
  auto keys = tools.keys->store().keys(kind, call.visitor.person);
  if (!keys) return tl::unexpected(keys.error());
  json list = json::array();
  for (const AccessKey& key : *keys)
    list.push_back(key_values(key, tools, tools.kit.words(call.visitor)));
  return list;
}

json scopes_offered(const Visitor& visitor, const PageWords& words) {
  json list = json::array();
  for (const AccessScope scope : k_scopes) {
    if (!may_give(scope, visitor)) continue;
    const std::string name(name_of(scope));
    list.push_back({{"id", name},
                    {"label", words.text("access_scope_" + name)},
                    {"chosen", scope == AccessScope::read}});
  }
  return list;
}

struct Shown {
  int status = 200;
  std::string notice = {};
  std::string token = {};  ///< shown this once
};

Response access_page(const PageTools& tools, const PageCall& call, const Shown& shown) {
  const auto tokens = keys_of(tools, call, KeyKind::token);
  const auto feeds = keys_of(tools, call, KeyKind::feed);
  if (!tokens || !feeds) return plain_page(tools.kit, call, 503, "say_unavailable");
  json values{{"tokens", *tokens},
              {"has_tokens", !tokens->empty()},
              {"feeds", *feeds},
              {"has_feeds", !feeds->empty()},
              {"scopes", scopes_offered(call.visitor, tools.kit.words(call.visitor))},
              {"notice", shown.notice},
              {"token", shown.token},
              {"is_person", call.visitor.person != k_administrator}};
  return page(tools.kit, call, "access", "access_title", std::move(values), shown.status);
}

/// None: no number of days that can be asked for. Empty is none too, and no fault.
std::optional<int> days_in(const std::string& text) {
  int days = 0;
  const char* end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, days);
  const bool whole = read.ec == std::errc() && read.ptr == end;
  return whole && days >= 1 && days <= k_longest_days ? std::optional(days) : std::nullopt;
}

std::vector<AccessScope> scopes_in(const PageCall& call) {
  std::vector<AccessScope> scopes;
  const auto [first, last] = call.request.query.equal_range("scope");
  for (auto it = first; it != last; ++it) {
    const auto scope = scope_named(it->second);
    if (scope && may_give(*scope, call.visitor)) scopes.push_back(*scope);
  }
  return scopes;
}

Result<bool> has_room(const PageTools& tools, const PageCall& call) {
  auto keys = tools.keys->store().keys(KeyKind::token, call.visitor.person);
  if (!keys) return tl::unexpected(keys.error());
  const auto in_force = std::count_if(keys->begin(), keys->end(), [&](const AccessKey& key) {
    return is_in_force(key, tools.wall());
  });
  return static_cast<std::size_t>(in_force) < k_keys_in_force;
}

Response make_token(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  TokenWish wish{call.visitor.person, nfc(call.request.parameter("name")), scopes_in(call),
                 days_in(call.request.parameter("days"))};
  if (wish.name.empty() || wish.name.size() > k_longest_name || wish.scopes.empty() ||
      (!wish.days && !call.request.parameter("days").empty()))
    return access_page(tools, call, {400, words.text("access_bad_wish")});
  const auto room = has_room(tools, call);
  if (!room) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!*room) return access_page(tools, call, {409, words.text("access_too_many")});
  auto made = tools.keys->make_token(wish, tools.wall());
  if (!made) return plain_page(tools.kit, call, 503, "say_unavailable");
  return access_page(tools, call, {200, "", made->secret});
}

/// Her own. For what is not hers, or does not exist, nothing happens and nothing is said.
Response revoke(const PageTools& tools, const PageCall& call) {
  bool hers = false;
  for (const KeyKind kind : {KeyKind::token, KeyKind::feed}) {
    auto keys = tools.keys->store().keys(kind, call.visitor.person);
    if (!keys) return plain_page(tools.kit, call, 503, "say_unavailable");
    hers = hers || std::any_of(keys->begin(), keys->end(),
                               [&](const AccessKey& key) { return key.id == call.value("key"); });
  }
  if (hers && !tools.keys->store().revoke_key(call.value("key"), tools.wall()))
    return plain_page(tools.kit, call, 503, "say_unavailable");
  return go_to("/access");
}

}  // namespace

void add_access_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/access", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return access_page(tools, call, {}); }});
  table.push_back({"POST", "/access/tokens", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return make_token(tools, call); }});
  table.push_back({"POST", "/access/{key}/revoke", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return revoke(tools, call); }});
}

}  // namespace dondoc
