// Calls: the envelope of every question to the platform (chat-apis.md §3.1): token, proof, error
// bodies under HTTP 200, and one repetition with a new token when the old one is refused. Safe from
// several threads at once.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "bots/platform/json_tree.h"
#include "bots/zalo_oa/alarms.h"
#include "bots/zalo_oa/errors.h"
#include "bots/zalo_oa/tokens.h"
#include "engine/port/http_client.h"

namespace dondoc::zalo_oa {

struct Question {
  Host host = Host::openapi;
  HttpMethod method = HttpMethod::post;
  std::string path;             ///< "/v3.0/oa/message/cs", for a GET with its query
  std::string body;             ///< JSON
  std::vector<HttpPart> parts;  ///< instead of a body
};

enum class AnswerState {
  done,
  refused,   ///< an error code: see `code`
  no_token,  ///< not sent: there is no token, see `token_dead`
  not_sent,  ///< no connection
  unknown,   ///< sent, and no readable answer: it may have been carried out
};

struct Answer {
  AnswerState state = AnswerState::unknown;
  JsonTree data;          ///< of `done`
  std::int64_t code = 0;  ///< of `refused`
  ErrorClass meaning = ErrorClass::unknown;
  bool token_dead = false;
  std::string detail;  ///< code and text of the platform; never a token

  bool done() const { return state == AnswerState::done; }
};

struct Bases {
  std::string openapi;
  std::string business;
};

/// Whether a question may spend the refresh token.
enum class Refresh { allowed, never };

class Calls {
 public:
  Calls(Bases bases, std::string app_secret, HttpClient& http, TokenKeeper& tokens, Alarms& alarms);

  /// Raises an alarm for what a person has to see to.
  Answer ask(const Question& question, Instant now, Refresh refresh = Refresh::allowed);

 private:
  Answer ask_once(const Question& question, const std::string& token);

  const Bases bases_;
  const std::string app_secret_;
  HttpClient& http_;
  TokenKeeper& tokens_;
  Alarms& alarms_;
};

/// How a send ends that got this answer.
SendOutcome outcome_of(const Answer& answer, Instant now);

}  // namespace dondoc::zalo_oa
