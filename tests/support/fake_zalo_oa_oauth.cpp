// OAuth of FakeZaloOa (chat-apis.md §3.2).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "bots/zalo_oa/digest.h"
#include "tests/support/fake_zalo_oa.h"
#include "tests/support/request_address.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

constexpr Elapsed k_access_life = Elapsed::hours(25);

HttpAnswer oauth_error(std::int64_t code, const std::string& name) {
  HttpAnswer answer;
  answer.status = 200;
  answer.body = json{{"error", code}, {"error_name", name}, {"error_reason", name}}.dump();
  return answer;
}

}  // namespace

HttpAnswer FakeZaloOa::exchange(const HttpRequest& request, Instant now) {
  const Form form = form_of(request.body);
  const auto value = [&form](const char* name) {
    auto found = form.find(name);
    return found == form.end() ? std::string() : found->second;
  };
  if (header_of(request, "secret_key") != settings_.app_secret ||
      value("app_id") != settings_.app_id ||
      request.content_type != "application/x-www-form-urlencoded")
    return oauth_error(-14001, "Invalid_app");
  if (value("grant_type") == "refresh_token") return spend_refresh_token(form, now);
  if (value("grant_type") == "authorization_code") return spend_code(form, now);
  return oauth_error(-14004, "Invalid_grant_type");
}

HttpAnswer FakeZaloOa::spend_refresh_token(const Form& form, Instant now) {
  const auto given = form.find("refresh_token");
  const std::string token = given == form.end() ? "" : given->second;
  if (spent_.contains(token)) {
    // Spent twice: everything is dead until an administrator consents again.
    access_.clear();
    refresh_.clear();
    return oauth_error(-14014, "Invalid_refresh_token");
  }
  if (token.empty() || token != refresh_) return oauth_error(-14014, "Invalid_refresh_token");
  spent_.insert(token);
  ++refreshes_;
  make_pair(now);
  return tokens_answer();
}

HttpAnswer FakeZaloOa::spend_code(const Form& form, Instant now) {
  const auto code = form.find("code");
  if (code == form.end() || code_.empty() || code->second != code_)
    return oauth_error(-14005, "Invalid_code");
  code_.clear();
  if (now > code_expires_) return oauth_error(-14019, "Code_expired");
  const auto verifier = form.find("code_verifier");
  if (!challenge_.empty() &&
      (verifier == form.end() || zalo_oa::pkce_challenge(verifier->second) != challenge_))
    return oauth_error(-14006, "Invalid_code_verifier");
  make_pair(now);
  return tokens_answer();
}

void FakeZaloOa::make_pair(Instant now) {
  access_ = next_id("access-");
  refresh_ = next_id("refresh-");
  access_expires_ = now + k_access_life;
}

HttpAnswer FakeZaloOa::tokens_answer() const {
  HttpAnswer answer;
  answer.status = 200;
  answer.body =
      json{{"access_token", access_}, {"refresh_token", refresh_}, {"expires_in", "90000"}}.dump();
  return answer;
}

std::string FakeZaloOa::mint_refresh_token(Instant now) {
  const std::lock_guard lock(mutex_);
  make_pair(now);
  return refresh_;
}

std::string FakeZaloOa::consent_code(const std::string& challenge, Instant now) {
  const std::lock_guard lock(mutex_);
  code_ = next_id("code-");
  challenge_ = challenge;
  code_expires_ = now + Elapsed::minutes(10);
  return code_;
}

void FakeZaloOa::kill_access_token() {
  const std::lock_guard lock(mutex_);
  access_ = next_id("other-");
}

std::size_t FakeZaloOa::refreshes() const {
  const std::lock_guard lock(mutex_);
  return refreshes_;
}

bool FakeZaloOa::tokens_alive() const {
  const std::lock_guard lock(mutex_);
  return !refresh_.empty();
}

}  // namespace dondoc::test
