#include "bots/zalo_oa/send.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bots/platform/our_defect.h"
#include "bots/zalo_oa/buttons.h"
#include "bots/zalo_oa/read_event.h"
#include "bots/zalo_oa/upload.h"
#include "bots/zalo_oa/window.h"
#include "engine/text/vietnamese.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::string_view k_consultation = "/v3.0/oa/message/cs";
constexpr Elapsed k_buttons_rest = Elapsed::hours(24);

Question consultation(std::string body) {
  Question question;
  question.path = k_consultation;
  question.body = std::move(body);
  return question;
}

/// -201 bad parameter, -233 type unsupported: what a platform says that does not know the form.
bool refuses_form(const Answer& answer) {
  return answer.state == AnswerState::refused && (answer.code == -201 || answer.code == -233);
}

}  // namespace

Sender::Sender(Calls& calls, Alarms& alarms, Quota& quota, std::vector<ZaloTemplate> templates)
    : calls_(calls), alarms_(alarms), quota_(quota), templates_(std::move(templates)) {}

SendOutcome Sender::send(const OutgoingMessage& message, Instant now) {
  if (message.account.starts_with(k_phone_prefix)) return by_template(message, now);
  if (!is_platform_id(message.account)) return our_defect("the account is no id of Zalo");
  if (message.text.empty() && message.files.empty()) return our_defect("nothing to send");
  if (window_at(message.last_heard, now) == Window::closed) return by_template(message, now);
  bool window_over = false;
  SendOutcome outcome = consult(message, now, window_over);
  return window_over ? by_template(message, now) : outcome;
}

std::vector<Sender::Part> Sender::parts_of(const OutgoingMessage& message) const {
  const ButtonPlan plan = with_buttons(with_refused_files(message), message.buttons, message.book);
  std::vector<Part> parts;
  for (std::string& text : split_text(plan.text, k_text_characters, TextUnit::characters))
    parts.push_back({std::move(text), {}, nullptr, message.book});
  if (!parts.empty()) parts.back().buttons = plan.shown;
  for (const OutgoingFile& file : message.files) {
    if (can_upload(file)) parts.push_back({{}, {}, &file, nullptr});
  }
  return parts;
}

SendOutcome Sender::consult(const OutgoingMessage& message, Instant now, bool& window_over) {
  const std::vector<Part> parts = parts_of(message);
  PartsSent::Mark mark = sent_.take(message);
  for (; mark.parts < parts.size(); ++mark.parts) {
    const Part& part = parts[mark.parts];
    const Answer answer = send_part(message.account, part, now);
    if (!answer.done()) {
      window_over = answer.state == AnswerState::refused && answer.meaning == ErrorClass::window;
      sent_.keep(message, message.account, std::move(mark));
      return outcome_of(answer, now);
    }
    if (part.file == nullptr) mark.platform_id = answer.data["message_id"].text();
  }
  SendOutcome outcome;
  outcome.platform_id = mark.platform_id;
  const auto sent_files = std::count_if(message.files.begin(), message.files.end(), can_upload);
  const auto refused = static_cast<std::ptrdiff_t>(message.files.size()) - sent_files;
  if (refused > 0) outcome.detail = fmt::format("{} files cannot go through Zalo", refused);
  return outcome;
}

Answer Sender::send_part(const std::string& user, const Part& part, Instant now) {
  return part.file == nullptr ? send_text(user, part, now) : send_file(user, *part.file, now);
}

Answer Sender::send_text(const std::string& user, const Part& part, Instant now) {
  if (part.buttons.empty()) return calls_.ask(consultation(text_body(user, part.text, {})), now);
  if (now.ms < typed_until_.load()) return send_typed(user, part, now);
  Answer answer = calls_.ask(consultation(text_body(user, part.text, part.buttons)), now);
  if (!refuses_form(answer)) return answer;
  const Answer typed = send_typed(user, part, now);
  if (typed.done()) {
    typed_until_.store((now + k_buttons_rest).ms);
    alarms_.raise("the platform refuses buttons (" + answer.detail +
                      "): sent as typed commands for a day; report it to the developers",
                  now);
  }
  return typed;
}

Answer Sender::send_typed(const std::string& user, const Part& part, Instant now) {
  std::vector<OutgoingButton> typed = part.buttons;
  for (OutgoingButton& button : typed) button.payload.erase(0, k_press_prefix.size());
  Answer answer;
  for (const std::string& text : split_text(with_typed_lines(part.text, typed, part.book),
                                            k_text_characters, TextUnit::characters)) {
    answer = calls_.ask(consultation(text_body(user, text, {})), now);
    if (!answer.done()) break;
  }
  return answer;
}

Answer Sender::send_file(const std::string& user, const OutgoingFile& file, Instant now) {
  Answer uploaded = upload_file(calls_, file, now);
  if (!uploaded.done()) return uploaded;
  const std::string token = uploaded.data["token"].text();
  if (token.empty()) {
    uploaded.state = AnswerState::refused;
    uploaded.detail = "the upload gave no token";
    return uploaded;
  }
  return calls_.ask(consultation(file_body(user, token)), now);
}

}  // namespace dondoc::zalo_oa
