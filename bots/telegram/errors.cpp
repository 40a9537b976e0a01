#include "bots/telegram/errors.h"

#include <fmt/format.h>

namespace dondoc::telegram {
namespace {

/// A 429 that does not say how long.
constexpr Elapsed k_pause_unsaid = Elapsed::seconds(5);

SendClass class_of_refusal(const ApiReply& reply) {
  switch (reply.code) {
    case 401:
    case 404:
      return SendClass::auth_dead;
    case 403:
      return SendClass::recipient_gone;
    case 421:  // misdirected: a new connection helps
      return SendClass::retryable;
    case 429:
      return SendClass::deferred;
    case 400:
      if (reply.says("message is not modified")) return SendClass::delivered;
      if (reply.says("chat not found")) return SendClass::recipient_gone;
      return SendClass::bad_request;
    case 504:  // the time was up behind the door: it may have been carried out
      return SendClass::unknown;
    default:
      return reply.code >= 500 ? SendClass::retryable : SendClass::bad_request;
  }
}

/// Who is in between gave up waiting for the platform: it may have carried it out.
bool waited_in_vain(int status) { return status == 408 || status == 504; }

SendClass class_of(const ApiReply& reply) {
  switch (reply.kind) {
    case ReplyKind::ok:
      return SendClass::delivered;
    case ReplyKind::refused:
      return class_of_refusal(reply);
    case ReplyKind::page:
      return waited_in_vain(reply.code) ? SendClass::unknown : SendClass::retryable;
    case ReplyKind::garbled:  // an answer of success that was cut short
      return waited_in_vain(reply.code) || reply.code / 100 == 2 ? SendClass::unknown
                                                                 : SendClass::retryable;
    case ReplyKind::not_sent:
      return SendClass::retryable;
    case ReplyKind::no_answer:
      return SendClass::unknown;
  }
  return SendClass::bad_request;
}

}  // namespace

SendOutcome outcome_of(const ApiReply& reply, Instant now) {
  SendOutcome outcome;
  outcome.result = class_of(reply);
  if (reply.ok()) {
    outcome.platform_id = reply.result["message_id"].whole_text();
    return outcome;
  }
  outcome.detail = reply.detail();
  if (outcome.result == SendClass::deferred) {
    outcome.retry_at = now + reply.retry_after.value_or(k_pause_unsaid);
    outcome.pauses_channel = true;
  }
  return outcome;
}

}  // namespace dondoc::telegram
