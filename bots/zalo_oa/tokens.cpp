#include "bots/zalo_oa/tokens.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::zalo_oa {
namespace {

constexpr Elapsed k_margin = Elapsed::minutes(5);  ///< a token is not used up to its last second
constexpr Elapsed k_just_made = Elapsed::minutes(5);
constexpr Elapsed k_pause_least = Elapsed::minutes(1);
constexpr Elapsed k_pause_most = Elapsed::minutes(15);
constexpr Elapsed k_look_again = Elapsed::minutes(5);  ///< whether somebody has consented

constexpr std::string_view k_what_to_do =
    "an administrator of the Official Account must consent again: open the consent link of the "
    "developer console, then run `dondoc admin channel consent zalo_oa CODE` within ten minutes";

TokenProblem later(std::string detail) { return {false, std::move(detail)}; }
TokenProblem over(std::string detail) { return {true, std::move(detail)}; }
tl::unexpected<TokenProblem> problem(TokenProblem what) {
  return tl::unexpected<TokenProblem>(std::move(what));
}

Instant due_for_refresh(const TokenPair& pair) {
  if (pair.access.empty()) return pair.obtained;
  return Instant{pair.obtained.ms + (pair.expires - pair.obtained).ms / 4 * 3};
}

std::string lost_at(Instant asked) {
  return fmt::format("the answer to the refresh of {} was lost in transit",
                     Zone::viet_nam().clock(asked));
}

}  // namespace

TokenKeeper::TokenKeeper(OauthAccess access, std::string first_refresh_token, HttpClient& http,
                         Vault& vault)
    : access_(std::move(access)),
      first_refresh_token_(std::move(first_refresh_token)),
      http_(http),
      vault_(vault) {}

AccessToken TokenKeeper::access(Instant now) {
  const std::lock_guard lock(mutex_);
  if (auto fault = load()) return problem(std::move(*fault));
  if (is_fresh(now)) return record_->current.access;
  return refreshed(now);
}

AccessToken TokenKeeper::access_without_refresh(Instant now) {
  const std::lock_guard lock(mutex_);
  if (auto fault = load()) return problem(std::move(*fault));
  if (is_fresh(now)) return record_->current.access;
  return problem(later("the access token is expired; the serving process refreshes it"));
}

AccessToken TokenKeeper::replace(const std::string& refused, Instant now) {
  const std::lock_guard lock(mutex_);
  if (auto fault = load()) return problem(std::move(*fault));
  if (record_->current.access != refused && is_fresh(now)) return record_->current.access;
  if (!record_->current.access.empty() && now - record_->current.obtained < k_just_made) {
    if (adopt_newer() && is_fresh(now)) return record_->current.access;
    return problem(over("a token that is only just made is refused"));
  }
  return refreshed(now);
}

Instant TokenKeeper::tend(Instant now) {
  const std::lock_guard lock(mutex_);
  if (load()) return now + k_pause_least;
  if (dead_ && !adopt_newer()) return now + k_look_again;
  if (now >= due_for_refresh(record_->current)) static_cast<void>(refreshed(now));
  if (dead_) return now + k_look_again;
  if (unsaved_) return now + k_pause_least;
  return std::max(std::max(due_for_refresh(record_->current), next_try_), now + k_pause_least);
}

TokenReport TokenKeeper::report(Instant now) {
  const std::lock_guard lock(mutex_);
  TokenReport report;
  if (auto fault = load()) {
    report.fault = unsaved_ ? fault_ : fault->detail;
    return report;
  }
  if (!record_->current.access.empty()) report.expires = record_->current.expires;
  report.fault = fault_;
  if (report.fault.empty() && record_->asked)
    report.fault =
        fmt::format("{}; if the next one is refused, {}", lost_at(*record_->asked), k_what_to_do);
  if (report.fault.empty() && !record_->current.access.empty() && now >= record_->current.expires)
    report.fault = "the access token is expired and has not been refreshed: is `dondoc serve` up?";
  return report;
}

std::optional<TokenProblem> TokenKeeper::load() {
  if (record_) return save_unsaved();
  auto kept = vault_.load(k_vault_tokens);
  if (!kept) return later("the vault cannot be read: " + kept.error().message);
  if (*kept) {
    record_ = read_record(**kept);
    if (!record_) return over(fmt::format("the vault's token record is damaged; {}", k_what_to_do));
    return std::nullopt;
  }
  if (!is_token(first_refresh_token_))
    return over(fmt::format("there is no refresh token yet; {}", k_what_to_do));
  record_ = TokenRecord{};
  record_->current.refresh = first_refresh_token_;
  return std::nullopt;
}

std::optional<TokenProblem> TokenKeeper::save_unsaved() {
  if (!unsaved_) return std::nullopt;
  auto saved = vault_.save(k_vault_tokens, write_record(*record_));
  if (!saved) {
    fault_ = "the new token pair cannot be kept: " + saved.error().message +
             "; it is lost if the program stops now: make room for the store at once";
    return later("the new token pair is not durable yet");
  }
  unsaved_ = false;
  fault_.clear();
  return std::nullopt;
}

bool TokenKeeper::is_fresh(Instant now) const {
  return !record_->current.access.empty() && now + k_margin < record_->current.expires;
}

bool TokenKeeper::adopt_newer() {
  auto kept = vault_.load(k_vault_tokens);
  if (!kept || !*kept) return false;
  auto found = read_record(**kept);
  if (!found || found->current == record_->current) return false;
  record_ = std::move(found);
  dead_ = false;
  refused_ = false;
  fault_.clear();
  next_try_ = {};
  pause_ = {};
  return true;
}

AccessToken TokenKeeper::refreshed(Instant now) {
  if (adopt_newer() && is_fresh(now)) return record_->current.access;
  if (dead_) return problem(over(fault_));
  if (now < next_try_) return problem({refused_, "waiting before the next try: " + fault_});
  // The mark that tells a crash between answer and save from a token that was never spent.
  TokenRecord marked = *record_;
  if (!marked.asked) marked.asked = now;
  auto saved = vault_.save(k_vault_tokens, write_record(marked));
  if (!saved) {
    fault_ = "no refresh while the vault cannot be written: " + saved.error().message;
    return problem(later(fault_));
  }
  return spend(now);
}

AccessToken TokenKeeper::spend(Instant now) {
  Grant grant = ask_for_refresh(http_, access_, record_->current.refresh, now);
  switch (grant.state) {
    case GrantState::granted:
      return took(grant.pair, now);
    case GrantState::not_sent:
      // Nothing was spent: the mark goes back to what it was. Should that fail, it only misleads a
      // diagnosis.
      static_cast<void>(vault_.save(k_vault_tokens, write_record(*record_)));
      fault_ = "the token address cannot be reached: " + grant.detail;
      wait_before_next(k_pause_least, now);
      return problem(later(fault_));
    case GrantState::lost:
      if (!record_->asked) record_->asked = now;
      fault_ = fmt::format(
          "{} ({}), so the pair is probably lost; it is tried once more; if that "
          "is refused, {}",
          lost_at(*record_->asked), grant.detail, k_what_to_do);
      wait_before_next(k_pause_least, now);
      return problem(later(fault_));
    case GrantState::refused:
    case GrantState::dead:
      return refused(grant, now);
  }
  return problem(later("unknown outcome of a refresh"));
}

AccessToken TokenKeeper::refused(const Grant& grant, Instant now) {
  dead_ = grant.state == GrantState::dead;
  refused_ = true;
  fault_ = fmt::format("the refresh token was refused: {}; ", grant.detail);
  if (record_->asked) fault_ += lost_at(*record_->asked) + "; ";
  fault_ += k_what_to_do;
  if (!record_->asked) static_cast<void>(vault_.save(k_vault_tokens, write_record(*record_)));
  wait_before_next(k_pause_most, now);
  return problem(over(fault_));
}

AccessToken TokenKeeper::took(const TokenPair& pair, Instant now) {
  TokenRecord next;
  next.current = pair;
  next.previous = record_->current;
  record_ = std::move(next);
  unsaved_ = true;
  dead_ = false;
  refused_ = false;
  pause_ = {};
  next_try_ = now;
  if (auto fault = save_unsaved()) return problem(std::move(*fault));
  fault_.clear();
  return record_->current.access;
}

void TokenKeeper::wait_before_next(Elapsed pause, Instant now) {
  pause_ = std::clamp(Elapsed{pause_.ms * 2}, pause, k_pause_most);
  next_try_ = now + pause_;
}

Result<void> TokenKeeper::keep_verifier(const std::string& verifier) {
  return vault_.save(k_vault_verifier, verifier);
}

Result<void> TokenKeeper::consent(std::string_view code, Instant now) {
  if (!is_token(code)) return failure(ErrorKind::permanent, "the consent code is no code");
  const std::lock_guard lock(mutex_);
  auto verifier = vault_.load(k_vault_verifier);
  if (!verifier) return tl::unexpected<Error>(verifier.error());
  Grant grant = ask_for_code(http_, access_, code, verifier->value_or(""), now);
  if (grant.state == GrantState::not_sent || grant.state == GrantState::lost)
    return failure(ErrorKind::transient,
                   "the consent code may be spent: " + grant.detail + "; open the link again");
  if (grant.state != GrantState::granted)
    return failure(ErrorKind::permanent, "the consent code was refused: " + grant.detail +
                                             "; codes are valid for ten minutes and once");
  // What the vault had stays as the previous pair; it need not be readable.
  if (!record_) static_cast<void>(load());
  if (!record_) record_ = TokenRecord{};
  auto taken = took(grant.pair, now);
  if (!taken) return failure(ErrorKind::transient, taken.error().detail);
  return {};
}

}  // namespace dondoc::zalo_oa
