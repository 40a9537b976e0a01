#include "app/command_token.h"

#include <fmt/format.h>

#include <cstdio>
#include <memory>
#include <utility>

#include "app/case_files.h"
#include "app/clock.h"
#include "app/desk.h"
#include "app/known_person.h"
#include "storage/open.h"
#include "web/access_keys.h"

namespace dondoc {
namespace {

struct Opened {
  Settings settings;
  std::unique_ptr<AccessStore> access;
};

/// Makes the store, or brings it up to date, when no office runs.
Result<Opened> open(const std::string& config) {
  auto desk = AdminDesk::open(config);
  if (!desk) return tl::unexpected(desk.error());
  auto access = open_access((*desk)->settings().database);
  if (!access) return tl::unexpected(access.error());
  return Opened{(*desk)->settings(), std::move(*access)};
}

Result<std::vector<AccessScope>> scopes_of(const TokenCreateOptions& options) {
  std::vector<AccessScope> scopes;
  for (const std::string& name : options.scopes) {
    const auto scope = scope_named(name);
    if (!scope)
      return failure(
          ErrorKind::permanent,
          fmt::format("there is no scope '{}': read, act, summary, events, issue", name));
    scopes.push_back(*scope);
  }
  return scopes;
}

Result<HandedOut> create(const TokenCreateOptions& options) {
  auto opened = open(options.config);
  if (!opened) return tl::unexpected(opened.error());
  if (auto known = require_person(opened->settings.database, options.person); !known)
    return tl::unexpected(known.error());
  auto scopes = scopes_of(options);
  if (!scopes) return tl::unexpected(scopes.error());
  const std::optional<int> days = options.days == 0 ? std::nullopt : std::optional(options.days);
  return AccessKeys(*opened->access)
      .make_token({options.person, options.name, std::move(*scopes), days}, SystemClock().now());
}

std::string line_of(const AccessKey& key, const Zone& zone) {
  std::string line = fmt::format(
      "{}  {}  {}  {}", key.id, key.person,
      key.kind == KeyKind::token ? key.scopes
                                 : "calendar " + (key.unit.empty() ? "of the person" : key.unit),
      key.name);
  line += "  made " + zone.clock(key.made);
  if (key.expires) line += "  until " + zone.clock(*key.expires);
  if (key.last_used) line += "  used " + zone.clock(*key.last_used);
  if (key.revoked) line += "  revoked " + zone.clock(*key.revoked);
  return line + "\n";
}

}  // namespace

int run_admin_token_create(const TokenCreateOptions& options) {
  auto made = create(options);
  if (!made) return fail("admin token create", made.error().message);
  print(made->secret + "\n");
  std::fprintf(stderr, "%s of %s may: %s. It is shown this once.\n", made->key.id.c_str(),
               made->key.person.c_str(), made->key.scopes.c_str());
  return 0;
}

int run_admin_token_list(const TokenListOptions& options) {
  auto opened = open(options.config);
  if (!opened) return fail("admin token list", opened.error().message);
  std::string text;
  for (const KeyKind kind : {KeyKind::token, KeyKind::feed}) {
    auto keys = opened->access->keys(kind, options.person);
    if (!keys) return fail("admin token list", keys.error().message);
    for (const AccessKey& key : *keys) text += line_of(key, opened->settings.config.zone);
  }
  print(text);
  return 0;
}

int run_admin_token_revoke(const TokenRevokeOptions& options) {
  auto opened = open(options.config);
  if (!opened) return fail("admin token revoke", opened.error().message);
  auto revoked = opened->access->revoke_key(options.id, SystemClock().now());
  if (!revoked) return fail("admin token revoke", revoked.error().message);
  if (!*revoked) return fail("admin token revoke", "nothing in force has the id " + options.id);
  print(options.id + " opens nothing any more.\n");
  return 0;
}

}  // namespace dondoc
