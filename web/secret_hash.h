// What is kept of a secret that was handed out: a hash, so that whoever reads the store cannot use
// it. For random secrets only; passwords are in web/password.h. Pure; safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

/// 256 bits in hexadecimal. `purpose`: what the secret opens; the same secret has another hash for
/// another purpose.
std::string secret_hash(std::string_view purpose, std::string_view secret);

}  // namespace dondoc
