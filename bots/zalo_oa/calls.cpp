#include "bots/zalo_oa/calls.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "bots/zalo_oa/digest.h"

namespace dondoc::zalo_oa {
namespace {

constexpr std::size_t k_platform_text_bytes = 200;
constexpr int k_too_many_requests = 429;

/// What the platform says goes into logs: one line of visible ASCII, short, without the token.
std::string quoted(std::string text, const std::string& token) {
  for (auto at = text.find(token); !token.empty() && at != std::string::npos; at = text.find(token))
    text.replace(at, token.size(), "...");
  for (char& c : text) {
    if (c < 0x20 || c > 0x7e) c = '?';
  }
  if (text.size() > k_platform_text_bytes) text.resize(k_platform_text_bytes);
  return text;
}

Answer without_token(const TokenProblem& problem) {
  Answer answer;
  answer.state = AnswerState::no_token;
  answer.token_dead = problem.dead;
  answer.detail = problem.detail;
  return answer;
}

Answer failed(const HttpError& error) {
  Answer answer;
  const bool unsent = error.kind == HttpFailure::not_sent;
  answer.state = unsent ? AnswerState::not_sent : AnswerState::unknown;
  answer.detail = unsent ? "no connection" : "no answer";
  return answer;
}

/// HTML of a gateway, an empty body: only the status speaks.
Answer without_json(int status) {
  Answer answer;
  answer.detail = fmt::format("HTTP {} without a JSON answer", status);
  if (status < 400 || status >= 500) return answer;  // may have been carried out
  answer.state = AnswerState::refused;
  answer.meaning = status == k_too_many_requests ? ErrorClass::retry : ErrorClass::unknown;
  return answer;
}

Answer read_answer(Host host, const HttpAnswer& http, const std::string& token) {
  const auto tree = JsonTree::parse(http.body);
  const auto code = tree ? (*tree)["error"].whole() : std::nullopt;
  if (!code) return without_json(http.status);
  Answer answer;
  answer.code = *code;
  if (*code == 0 && http.status >= 200 && http.status < 300) {
    answer.state = AnswerState::done;
    answer.data = (*tree)["data"];
    return answer;
  }
  if (*code == 0) return without_json(http.status);
  answer.state = AnswerState::refused;
  answer.meaning = class_of(host, *code);
  answer.detail = fmt::format("{}: {}", *code, quoted((*tree)["message"].text(), token));
  return answer;
}

}  // namespace

Calls::Calls(Bases bases, std::string app_secret, HttpClient& http, TokenKeeper& tokens,
             Alarms& alarms)
    : bases_(std::move(bases)),
      app_secret_(std::move(app_secret)),
      http_(http),
      tokens_(tokens),
      alarms_(alarms) {}

Answer Calls::ask(const Question& question, Instant now, Refresh refresh) {
  const bool may_refresh = refresh == Refresh::allowed;
  auto token = may_refresh ? tokens_.access(now) : tokens_.access_without_refresh(now);
  if (!token) return without_token(token.error());
  Answer answer = ask_once(question, *token);
  const bool token_refused =
      answer.state == AnswerState::refused && answer.meaning == ErrorClass::token;
  if (token_refused && may_refresh) {
    auto other = tokens_.replace(*token, now);
    if (!other) return without_token(other.error());
    answer = ask_once(question, *other);
  }
  if (answer.state == AnswerState::refused && needs_alarm(answer.meaning))
    alarms_.raise(fmt::format("{} answered {}", question.path.substr(0, question.path.find('?')),
                              answer.detail),
                  now);
  return answer;
}

Answer Calls::ask_once(const Question& question, const std::string& token) {
  HttpRequest request;
  request.method = question.method;
  request.url = (question.host == Host::openapi ? bases_.openapi : bases_.business) + question.path;
  request.headers = {{"access_token", token},
                     {"appsecret_proof", appsecret_proof(token, app_secret_)}};
  request.body = question.body;
  request.parts = question.parts;
  const auto answer = http_.ask(request);
  return answer ? read_answer(question.host, *answer, token) : failed(answer.error());
}

SendOutcome outcome_of(const Answer& answer, Instant now) {
  SendOutcome outcome;
  switch (answer.state) {
    case AnswerState::done:
      break;
    case AnswerState::refused:
      outcome = outcome_of(answer.meaning, now);
      break;
    case AnswerState::no_token:
      outcome.result = answer.token_dead ? SendClass::auth_dead : SendClass::retryable;
      break;
    case AnswerState::not_sent:
      outcome.result = SendClass::retryable;
      break;
    case AnswerState::unknown:
      outcome.result = SendClass::unknown;
      break;
  }
  outcome.detail = answer.detail;
  return outcome;
}

}  // namespace dondoc::zalo_oa
