// The half of Sender that sends approved templates.
#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bots/zalo_oa/send.h"
#include "bots/zalo_oa/window.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_phone_least = 9;
constexpr std::size_t k_phone_most = 15;

SendOutcome ended(SendClass how, std::string detail, Instant retry_at = {}) {
  SendOutcome outcome;
  outcome.result = how;
  outcome.detail = std::move(detail);
  outcome.retry_at = retry_at;
  return outcome;
}

/// "84901234567"; empty when it is no phone number. A leading 0 is that of Việt Nam.
std::string phone_in(std::string_view account) {
  account.remove_prefix(k_phone_prefix.size());
  if (account.starts_with('+')) account.remove_prefix(1);
  std::string phone(account);
  if (phone.starts_with('0')) phone.replace(0, 1, "84");
  const bool digits =
      std::all_of(phone.begin(), phone.end(), [](char c) { return c >= '0' && c <= '9'; });
  return digits && phone.size() >= k_phone_least && phone.size() <= k_phone_most ? phone
                                                                                 : std::string();
}

}  // namespace

SendOutcome Sender::by_template(const OutgoingMessage& message, Instant now) {
  const ZaloTemplate* form = template_for(templates_, message.message);
  if (form == nullptr)
    return ended(SendClass::window_closed,
                 fmt::format("no approved template stands for message '{}'", message.message));
  const auto data = fill_template(*form, message.facts);
  if (!data) {
    alarms_.raise(data.error() + ": correct the templates file", now);
    return ended(SendClass::bad_request, data.error());
  }
  SendOutcome outcome;
  if (message.account.starts_with(k_phone_prefix)) {
    outcome = by_phone(message, *form, *data, now);
  } else {
    const Answer answer = ask_by_user(message.account, *form, *data, now);
    outcome = outcome_of(answer, now);
    outcome.platform_id = answer.data["message_id"].text();
    if (outcome.platform_id.empty()) outcome.platform_id = answer.data["msg_id"].text();
  }
  if (outcome.result == SendClass::delivered && !message.files.empty())
    outcome.detail = fmt::format("{} files cannot go with a template", message.files.size());
  return outcome;
}

SendOutcome Sender::by_phone(const OutgoingMessage& message, const ZaloTemplate& form,
                             const TemplateData& data, Instant now) {
  const std::string phone = phone_in(message.account);
  if (phone.empty()) return ended(SendClass::bad_request, "the account holds no phone number");
  if (is_night(now))
    return ended(SendClass::deferred, "no templates by phone at night", end_of_night(now));
  if (quota_.left(now) == 0)
    return ended(SendClass::deferred, "today's quota of templates is used up",
                 tomorrow_morning(now));
  Question question;
  question.host = Host::business;
  question.path = "/message/template";
  question.body = template_body_by_phone(phone, form.id, data, fmt::format("dd-{}", message.id));
  const Answer answer = calls_.ask(question, now);
  quota_.note(answer.data["quota"], now);
  SendOutcome outcome = outcome_of(answer, now);
  outcome.platform_id = answer.data["msg_id"].text();
  return outcome;
}

Answer Sender::ask_by_user(const std::string& user, const ZaloTemplate& form,
                           const TemplateData& data, Instant now) {
  const UserPlace place = user_place_.load();
  const UserPlace other = place == UserPlace::flat ? UserPlace::under_recipient : UserPlace::flat;
  Question question;
  question.path = "/v3.0/oa/message/template";
  question.body = template_body_by_user(user, place, form.id, data);
  Answer answer = calls_.ask(question, now);
  // A refused parameter was certainly not delivered: the other form may be tried.
  if (answer.state != AnswerState::refused || answer.code != -201) return answer;
  question.body = template_body_by_user(user, other, form.id, data);
  Answer second = calls_.ask(question, now);
  if (!second.done()) return answer;
  user_place_.store(other);
  return second;
}

}  // namespace dondoc::zalo_oa
