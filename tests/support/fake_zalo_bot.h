// FakeZaloBot: the Zalo Bot Platform in memory, after chat-apis.md §4: one update a getUpdates and
// forgotten at once, ok:false with HTTP 200, 408 for no news, webhooks flat and wrapped, a month's
// quota, two Server headers on every answer. What the documentation leaves open is decided here and
// said so. Thread-safe by a lock of its own.
#pragma once

#include <cstddef>
#include <deque>
#include <map>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/fake_platform.h"

namespace dondoc::test {

/// What goes wrong with a call.
enum class ZaloBotFault {
  error_in_200,     ///< HTTP 200, ok:false, error_code 500
  server_error,     ///< HTTP 500, JSON
  edge_down,        ///< HTTP 502, HTML
  gateway_timeout,  ///< HTTP 504, HTML, though the work was done
  no_connection,    ///< nothing arrives
  dropped_answer,   ///< the work is done, the answer lost
  html,             ///< HTTP 200, HTML: a box between us and the platform
  odd_json,         ///< HTTP 200, JSON of another shape, though the work was done
  too_many,         ///< 429 with Retry-After: 7
  quota,            ///< 429 "Quota exceeded"
  quota_in_200,     ///< the same with HTTP 200
  echo_of_request,  ///< 400 whose text repeats the request and the address
};

struct ZaloBotMessage {
  std::string id;
  std::string chat;
  std::string text;
  Instant at;
};

class FakeZaloBot : public FakePlatform {
 public:
  explicit FakeZaloBot(std::string token = "4112:TEST-token");

  tl::expected<HttpAnswer, HttpError> answer(const HttpRequest& request, Instant now) override;

  // What people do. Each gives the message id; private chats have the person's own id.
  std::string say(const std::string& person, const std::string& text, Instant at);
  std::string say_in_group(const std::string& group, const std::string& person,
                           const std::string& text, Instant at);
  std::string send_photo(const std::string& person, const std::string& url,
                         const std::string& caption, Instant at);
  std::string send_sticker(const std::string& person, Instant at);
  /// A file: the platform says no more than that something came.
  std::string send_unsupported(const std::string& person, Instant at);
  /// Another bot of the same group, or our own echo.
  std::string bot_says(const std::string& bot, const std::string& text, Instant at);
  /// An update as it is, for what the platform has not been seen to do.
  void push(nlohmann::json update);
  void block(const std::string& person);
  void delete_account(const std::string& person);

  // What the owner and fate do.
  void reset_token(std::string token);
  void set_quota(std::size_t messages_a_month);
  void fail_webhook_check(bool fails);
  /// The next `times` calls of `method` ("": of any) end like this.
  void fail_next(ZaloBotFault fault, std::size_t times = 1, std::string method = "");
  /// So many of a hundred calls fail, in any way but a used-up quota; the same seed, the same faults.
  void fail_by_chance(int percent, std::uint64_t seed);

  /// Delivers what waits to the registered webhook, flat and wrapped in turn, and gives the
  /// statuses (0: no answer). What is not answered with 200 waits on and is sent again: retries are
  /// not documented, so an adapter must stand them.
  std::vector<int> pump(HttpClient& to);

  std::vector<ZaloBotMessage> messages(const std::string& chat = "") const;
  std::size_t waiting() const;
  std::string webhook() const;
  std::size_t calls(const std::string& method) const;
  nlohmann::json last_request(const std::string& method) const;

 private:
  using Json = nlohmann::json;
  struct Planned {
    ZaloBotFault fault;
    std::string method;
  };

  // All require: the lock is held.
  HttpAnswer carry_out(const std::string& method, const Json& body, Instant now);
  HttpAnswer send_message(const Json& body, Instant now);
  HttpAnswer get_updates(const Json& body);
  HttpAnswer set_webhook(const Json& body, Instant now);
  std::string queue(Json message, const std::string& event, Instant at);
  std::optional<ZaloBotFault> take_fault(const std::string& method);

  mutable std::mutex mutex_;
  // protected by mutex_
  std::string token_;
  std::string webhook_;
  std::string secret_;
  bool webhook_fails_ = false;
  bool flat_ = true;
  std::size_t quota_ = 3'000;
  std::size_t sent_ = 0;
  int last_id_ = 0;
  std::deque<Json> updates_;
  std::deque<Planned> faults_;
  int fault_percent_ = 0;
  std::mt19937_64 chance_;
  std::set<std::string> chats_;
  std::set<std::string> blocked_;
  std::vector<ZaloBotMessage> messages_;
  std::map<std::string, std::size_t> calls_;
  std::map<std::string, Json> requests_;
};

}  // namespace dondoc::test
