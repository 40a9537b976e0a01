#include "engine/command/invitation.h"

#include <sodium.h>

#include <algorithm>

#include "engine/check.h"
#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string capitals(std::string_view text) {
  std::string upper;
  for (char c : text) {
    if (c == ' ' || c == '-' || c == '.') continue;
    upper += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return upper;
}

bool has_form_of_code(std::string_view code) {
  return code.size() == k_invitation_length &&
         std::all_of(
             code.begin(), code.end(),
             [](char c) { return k_invitation_letters.find(c) != std::string_view::npos; }) &&
         std::count_if(code.begin(), code.end(), is_digit) >= 2;
}

}  // namespace

std::optional<std::string> invitation_code(
    const std::array<std::uint32_t, k_invitation_length>& random) {
  std::string code;
  for (std::uint32_t number : random)
    code += k_invitation_letters[number % k_invitation_letters.size()];
  if (!has_form_of_code(code)) return std::nullopt;
  return code;
}

std::string invitation_in_words(std::string_view code) {
  CHECK(code.size() == k_invitation_length);
  return std::string(code.substr(0, 4)) + "-" + std::string(code.substr(4));
}

std::optional<std::string> typed_invitation(std::string_view text) {
  if (text.size() > 64) return std::nullopt;
  std::string code = capitals(text);
  for (std::string_view lead_in : {"/START", "MÃ", "Mã", "MA", "DD"}) {
    if (code.starts_with(lead_in) && code.size() == lead_in.size() + k_invitation_length)
      code.erase(0, lead_in.size());
  }
  if (!has_form_of_code(code)) return std::nullopt;
  return code;
}

std::string invitation_hash(std::string_view code) {
  std::array<unsigned char, crypto_generichash_BYTES_MIN> digest{};
  const auto* bytes = reinterpret_cast<const unsigned char*>(code.data());
  CHECK(crypto_generichash(digest.data(), digest.size(), bytes, code.size(), nullptr, 0) == 0);
  std::string hex;
  for (unsigned char byte : digest) {
    constexpr std::string_view k_hex = "0123456789abcdef";
    hex += k_hex[byte >> 4U];
    hex += k_hex[byte & 0xFU];
  }
  return hex;
}

}  // namespace dondoc
