#include "bots/telegram/login.h"

#include "bots/platform/digest.h"
#include "bots/platform/json_tree.h"
#include "engine/limits.h"
#include "engine/text/constant_time.h"

namespace dondoc {
namespace {

constexpr Elapsed k_ahead_most = Elapsed::minutes(1);

std::string data_check_string(const LoginFields& fields) {
  std::string result;
  for (const auto& [name, value] : fields) {
    if (name == "hash") continue;
    if (!result.empty()) result += '\n';
    result += name + "=" + value;
  }
  return result;
}

LoginCheck checked(const LoginFields& fields, const std::string& expected, Instant now,
                   Elapsed most_age) {
  const auto hash = fields.find("hash");
  const auto date = fields.find("auth_date");
  if (hash == fields.end() || date == fields.end()) return LoginCheck::malformed;
  if (!same_in_constant_time(hash->second, expected)) return LoginCheck::wrong_hash;
  const auto seconds = whole_number(date->second);
  if (!seconds || *seconds < 0 || *seconds > INT64_MAX / 1000) return LoginCheck::malformed;
  const Elapsed age = now - Instant{*seconds * 1000};
  if (age > most_age || age < Elapsed{-k_ahead_most.ms}) return LoginCheck::too_old;
  return LoginCheck::genuine;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::optional<std::string> decoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      result += text[i] == '+' ? ' ' : text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    result += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return result;
}

}  // namespace

std::string login_hash(const LoginFields& fields, std::string_view token) {
  const Sha256 key = sha256({token});
  return hex(hmac_sha256(bytes_of(key), data_check_string(fields)));
}

std::string mini_app_hash(const LoginFields& fields, std::string_view token) {
  const Sha256 key = hmac_sha256("WebAppData", token);
  return hex(hmac_sha256(bytes_of(key), data_check_string(fields)));
}

LoginCheck check_login(const LoginFields& fields, std::string_view token, Instant now,
                       Elapsed most_age) {
  return checked(fields, login_hash(fields, token), now, most_age);
}

std::optional<LoginFields> read_init_data(std::string_view query) {
  if (query.size() > limits::text_bytes) return std::nullopt;
  LoginFields fields;
  while (!query.empty()) {
    const auto end = std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    query.remove_prefix(std::min(end + 1, query.size()));
    if (pair.empty()) continue;
    const auto equals = std::min(pair.find('='), pair.size());
    const auto name = decoded(pair.substr(0, equals));
    const auto value = decoded(pair.substr(std::min(equals + 1, pair.size())));
    if (!name || !value || !fields.emplace(*name, *value).second) return std::nullopt;
  }
  return fields;
}

LoginCheck check_mini_app(std::string_view init_data, std::string_view token, Instant now,
                          Elapsed most_age) {
  const auto fields = read_init_data(init_data);
  if (!fields) return LoginCheck::malformed;
  return checked(*fields, mini_app_hash(*fields, token), now, most_age);
}

}  // namespace dondoc
