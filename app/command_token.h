// `dondoc admin token …`: tokens for /api/v1, beside a running office or without one. Exit codes: 0
// done, 1 the person, the scopes or the id are at fault.
#pragma once

#include <string>
#include <vector>

namespace dondoc {

struct TokenCreateOptions {
  std::string person;  ///< id, or "administrator"
  std::vector<std::string> scopes;
  int days = 0;  ///< 0: until it is revoked
  std::string name;
  std::string config;
};
/// The token on stdout, once.
int run_admin_token_create(const TokenCreateOptions& options);

struct TokenListOptions {
  std::string person;  ///< empty: everybody's
  std::string config;
};
/// Tokens and calendar addresses; never a secret.
int run_admin_token_list(const TokenListOptions& options);

struct TokenRevokeOptions {
  std::string id;
  std::string config;
};
int run_admin_token_revoke(const TokenRevokeOptions& options);

}  // namespace dondoc
