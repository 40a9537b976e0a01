// Signatures of the platform (chat-apis.md §3.1, §3.2, §3.7; vectors in §6). Pure functions; safe
// from any thread.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace dondoc::zalo_oa {

/// Header appsecret_proof: hex HMAC-SHA256 of the access token under the application's secret.
std::string appsecret_proof(std::string_view access_token, std::string_view app_secret);

/// PKCE (RFC 7636): 43 characters of 32 bytes of chance.
std::string pkce_verifier(const std::array<unsigned char, 32>& chance);
/// S256: base64url without padding of SHA-256(verifier).
std::string pkce_challenge(std::string_view verifier);

/// Of a webhook: hex SHA-256(app id, raw body, its own timestamp, OA secret key). A plain hash.
std::string webhook_mac(std::string_view app_id, std::string_view body, std::string_view timestamp,
                        std::string_view oa_secret);

}  // namespace dondoc::zalo_oa
