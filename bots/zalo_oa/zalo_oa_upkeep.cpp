// The half of ZaloOa that keeps the account alive.
#include <fmt/format.h>

#include <utility>

#include "bots/zalo_oa/digest.h"
#include "bots/zalo_oa/zalo_oa.h"
#include "bots/zalo_oa/zalo_oa_parts.h"

namespace dondoc {
namespace {

using zalo_oa::Answer;
using zalo_oa::AnswerState;
using zalo_oa::Identity;
using zalo_oa::Refresh;

constexpr std::int64_t k_quota_low = 20;

std::string in_words(const Identity& identity) {
  return fmt::format("{} ({})", identity.name, identity.oa_id);
}

ErrorKind kind_of(const Answer& answer) {
  const bool permanent = answer.state == AnswerState::refused ||
                         (answer.state == AnswerState::no_token && answer.token_dead);
  return permanent ? ErrorKind::permanent : ErrorKind::transient;
}

/// Asks for the quota of templates; a failure is an alarm of the call, not a fault of the check.
void ask_quota(zalo_oa::Calls& calls, zalo_oa::Quota& quota, Instant now) {
  zalo_oa::Question question;
  question.host = zalo_oa::Host::business;
  question.method = HttpMethod::get;
  question.path = "/message/quota";
  quota.note(calls.ask(question, now, Refresh::never).data, now);
}

}  // namespace

tl::expected<Identity, Answer> ZaloOa::Parts::ask_identity(Instant now, Refresh refresh) {
  zalo_oa::Question question;
  question.method = HttpMethod::get;
  question.path = "/v2.0/oa/getoa";
  Answer answer = calls.ask(question, now, refresh);
  if (!answer.done()) return tl::unexpected<Answer>(std::move(answer));
  Identity found;
  found.oa_id = answer.data["oa_id"].text();
  if (found.oa_id.empty()) found.oa_id = answer.data["oaid"].text();  // sources disagree
  found.name = answer.data["name"].text();
  found.verified = answer.data["is_verified"].is_true() || answer.data["is_verified"].whole() == 1;
  const std::lock_guard lock(mutex);
  identity = found;
  return found;
}

Result<void> ZaloOa::prepare(const ReceivePlan& plan, Instant now) {
  {
    const std::lock_guard lock(parts_->mutex);
    parts_->plan = plan;
  }
  parts_->watch.started(now);
  auto identity = parts_->ask_identity(now, Refresh::allowed);
  if (!identity) return failure(kind_of(identity.error()), "zalo_oa: " + identity.error().detail);
  return {};
}

std::optional<Instant> ZaloOa::tend(Instant now) { return parts_->tokens.tend(now); }

std::vector<std::string> ZaloOa::alarms(Instant now) const {
  std::vector<std::string> all = parts_->alarms.list(now);
  const std::string fault = parts_->tokens.report(now).fault;
  if (!fault.empty()) all.push_back(fault);
  const std::string silence = parts_->watch.fault(now);
  if (!silence.empty()) all.push_back(silence);
  return all;
}

ChannelHealth ZaloOa::check(Instant now) {
  ChannelHealth health;
  auto identity = parts_->ask_identity(now, Refresh::never);
  if (identity) {
    health.identity = in_words(*identity);
    if (!identity->verified)
      health.faults.emplace_back(
          "the Official Account is not verified, so most calls will be refused: verify it in the "
          "Official Account manager");
  } else {
    health.faults.push_back("the platform does not say who we are: " + identity.error().detail);
  }
  health.token_expires = parts_->tokens.report(now).expires;
  if (!parts_->settings.templates.empty()) {
    if (identity) ask_quota(parts_->calls, parts_->quota, now);
    health.quota_left = parts_->quota.left(now);
    if (health.quota_left && *health.quota_left < k_quota_low)
      health.faults.push_back(
          fmt::format("only {} template messages are left today", *health.quota_left));
  }
  {
    const std::lock_guard lock(parts_->mutex);
    health.webhook = parts_->plan.address;
    if (!parts_->plan.address.empty() && !parts_->plan.webhook)
      health.faults.emplace_back("Zalo cannot be polled: set listen.public_url for the webhook");
  }
  for (std::string& alarm : alarms(now)) health.faults.push_back(std::move(alarm));
  health.ok = health.faults.empty();
  return health;
}

Result<ZaloConsent> ZaloOa::begin_consent(const std::array<unsigned char, 32>& chance,
                                          std::string_view callback) {
  const std::string verifier = zalo_oa::pkce_verifier(chance);
  auto kept = parts_->tokens.keep_verifier(verifier);
  if (!kept) return tl::unexpected<Error>(kept.error());
  ZaloConsent consent;
  consent.challenge = zalo_oa::pkce_challenge(verifier);
  consent.address = zalo_oa::consent_address(parts_->oauth, callback, consent.challenge);
  return consent;
}

Result<void> ZaloOa::consent(std::string_view code, Instant now) {
  return parts_->tokens.consent(code, now);
}

}  // namespace dondoc
