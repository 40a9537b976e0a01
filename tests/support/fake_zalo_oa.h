// FakeZaloOa: Zalo's side of an Official Account in memory, as chat-apis.md §3 describes it: OAuth
// with refresh tokens that may be spent once, error bodies under HTTP 200, windows judged by the
// platform itself, templates, quotas, uploads, chat history, webhooks that are signed and repeated.
// Serves all three hosts; they are told apart by path. Faults on demand. Safe from several threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/fake_platform.h"

namespace dondoc::test {

struct FakeZaloOaSettings {
  std::string app_id = "1234567890123456789";
  std::string app_secret = "AppSecretForTests";
  std::string oa_secret = "OaSecretForTests01";
  std::string oa_id = "8880001112223334442";
  std::string file_host = "f1.files.zdn.vn";
  std::size_t calls_per_minute = 4000;
  std::int64_t templates_per_day = 500;
};

/// What a person sees in the chat, or gets by phone.
struct ZaloShown {
  struct Button {
    std::string title;
    std::string payload;
  };
  std::string id;
  std::string text;
  std::vector<Button> buttons;
  std::string file;      ///< name
  std::string form;      ///< of a template
  std::string tracking;  ///< of a template by phone
  std::map<std::string, std::string> data;
  Instant at;
};

struct ZaloFault {
  enum class Kind {
    error,        ///< HTTP 200 with this code
    status,       ///< this status with this body
    not_sent,     ///< no connection
    lost_before,  ///< no answer, nothing done
    lost_after,   ///< done, and the answer never came
  };
  Kind kind = Kind::error;
  std::int64_t code = 0;
  std::string body;
};

class FakeZaloOa : public FakePlatform {
 public:
  explicit FakeZaloOa(FakeZaloOaSettings settings = {});
  tl::expected<HttpAnswer, HttpError> answer(const HttpRequest& request, Instant now) override;

  // The administrator.
  /// A pair as the console's API Explorer makes it; only the refresh token is told.
  std::string mint_refresh_token(Instant now);
  /// Code of a consent: valid ten minutes, once. An empty challenge asks for no verifier.
  std::string consent_code(const std::string& challenge, Instant now);
  void kill_access_token();
  /// An approved template: names of its parameters and their greatest lengths.
  void approve_template(const std::string& id, std::map<std::string, std::size_t> parameters);

  // What is wrong with the platform.
  /// The next calls whose address holds `part` end like this.
  void fail_next(const std::string& part, ZaloFault fault, std::size_t times = 1);
  /// So many of a hundred calls fail, in one of the ways of the network and of the platform; the
  /// same seed, the same faults. An exchange of tokens never loses its answer: that spends the
  /// refresh token for good, and a test asks for it by name.
  void fail_by_chance(int percent, std::uint64_t seed);
  void refuse_buttons(bool yes);
  void want_nested_recipient(bool yes);

  // People. Each act is an interaction and an event, unless it says otherwise.
  void follow(const std::string& user, Instant now);
  void unfollow(const std::string& user, Instant now);
  std::string say(const std::string& user, const std::string& text, Instant now);
  /// The newest button of that title that the person was shown; false when there is none.
  bool press(const std::string& user, const std::string& title, Instant now);
  /// Gives the address where the content lies.
  std::string send_file(const std::string& user, const std::string& name,
                        const std::string& content, Instant now);
  void submit_phone(const std::string& user, std::int64_t phone, Instant now);
  void see(const std::string& user, const std::vector<std::string>& messages, Instant now);
  std::vector<ZaloShown> shown(const std::string& user) const;
  std::vector<ZaloShown> shown_by_phone(const std::string& phone) const;

  // Webhook.
  /// Sends what is due to `address`, oldest first: 200 settles it, anything else is repeated after
  /// 30 s, 5 min, 15 min, 30 min and 1 h; then the webhook is switched off. Gives how many were
  /// taken.
  std::size_t deliver(HttpClient& client, const std::string& address, Instant now);
  /// Takes what waits off, as ready requests without an address.
  std::vector<HttpRequest> take_deliveries(Instant now);
  void lose_deliveries();
  bool webhook_on() const;
  void switch_webhook_on();
  /// Signed as Zalo signs.
  HttpRequest signed_request(const std::string& body, const std::string& timestamp,
                             std::size_t retry) const;

  // What happened.
  std::size_t refreshes() const;
  bool tokens_alive() const;
  std::size_t calls(const std::string& part) const;

 private:
  struct Person {
    bool follows = false;
    bool interacted = false;
    Instant last_interaction;
    std::vector<ZaloShown> shown;
  };
  struct Delivery {
    std::string body;
    std::string timestamp;
    Instant due;
    std::size_t retries = 0;
  };
  /// A line of the chat history.
  struct Said {
    bool by_person = false;
    std::string user;
    std::string id;
    std::string type;
    std::string text;
    std::string url;
    Instant at;
  };
  struct Planned {
    std::string part;
    ZaloFault fault;
  };
  using Form = std::map<std::string, std::string>;

  // Require: the lock is held. In fake_zalo_oa.cpp:
  HttpAnswer dispatch(const HttpRequest& request, const std::string& path, Instant now);
  std::optional<ZaloFault> next_fault(const std::string& url);
  std::int64_t refused_envelope(const HttpRequest& request, Instant now);
  HttpAnswer who_am_i() const;
  // In fake_zalo_oa_oauth.cpp:
  HttpAnswer exchange(const HttpRequest& request, Instant now);
  HttpAnswer spend_refresh_token(const Form& form, Instant now);
  HttpAnswer spend_code(const Form& form, Instant now);
  void make_pair(Instant now);
  HttpAnswer tokens_answer() const;
  // In fake_zalo_oa_messages.cpp:
  HttpAnswer consultation(const HttpRequest& request, Instant now);
  HttpAnswer take_message(const HttpRequest& request, const std::string& user, Instant now);
  HttpAnswer template_by_user(const HttpRequest& request, Instant now);
  HttpAnswer template_by_phone(const HttpRequest& request, Instant now);
  std::int64_t refused_template(const std::string& body, bool business) const;
  HttpAnswer upload(const HttpRequest& request);
  HttpAnswer quota_answer() const;
  // In fake_zalo_oa_people.cpp:
  HttpAnswer history(const std::string& user, std::size_t offset, std::size_t count) const;
  HttpAnswer recent(std::size_t offset, std::size_t count) const;
  Person& interact(const std::string& user, Instant now);
  void tell(const std::string& event, const std::string& user, const std::string& rest,
            Instant now);
  std::string next_id(std::string_view prefix);

  const FakeZaloOaSettings settings_;
  mutable std::mutex mutex_;
  // protected by mutex_
  std::int64_t newest_ = 0;
  std::string access_;
  Instant access_expires_;
  std::string refresh_;
  std::set<std::string> spent_;
  std::string code_;
  std::string challenge_;
  Instant code_expires_;
  std::size_t refreshes_ = 0;
  std::deque<Planned> faults_;
  int fault_percent_ = 0;
  std::mt19937_64 chance_;
  bool buttons_refused_ = false;
  bool nested_recipient_ = false;
  std::map<std::string, std::map<std::string, std::size_t>> forms_;
  std::int64_t templates_left_;
  std::map<std::string, std::string> uploads_;  ///< token → name
  std::map<std::string, std::string> files_;    ///< path → content, sent by people
  std::map<std::string, Person> people_;
  std::map<std::string, std::vector<ZaloShown>> by_phone_;
  std::vector<Said> history_;
  std::deque<Delivery> deliveries_;
  bool webhook_on_ = true;
  std::vector<std::string> asked_;  ///< addresses, without the query
  std::int64_t minute_ = 0;
  std::size_t in_minute_ = 0;
};

/// HTTP 200 with an error body, as the platform answers.
HttpAnswer zalo_error(std::int64_t code, const std::string& message);

}  // namespace dondoc::test
