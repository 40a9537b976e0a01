// FakeTelegram: the Bot API as chat-apis.md §2 describes it, in memory: its limits and error texts,
// offsets, the day after which updates are lost, two pollers, webhooks with their retries, blocked
// people, groups that move, rates, and faults on demand. Proved by an independent client
// (tests/platforms/grammy.mjs). Thread-safe.
//
// Stricter than the platform where that finds faults of ours: text is counted in UTF-16 units.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/fake_platform.h"

namespace dondoc::test {

class FakeTelegram : public FakePlatform {
 public:
  static constexpr std::string_view k_base = "http://telegram.test";
  static constexpr std::string_view k_token = "4242:TEST-token_for_fakes";
  static constexpr std::string_view k_bot = "dondoc_test_bot";

  FakeTelegram();
  ~FakeTelegram() override;
  tl::expected<HttpAnswer, HttpError> answer(const HttpRequest& request, Instant now) override;

  // --- what people do; each gives the update_id -------------------------------------------------
  // An account that was never heard of is made known; whatever a person says starts the bot.

  std::int64_t say(const std::string& account, const std::string& text, Instant now);
  /// The deep link's button Start; an empty payload is a plain start.
  std::int64_t start(const std::string& account, const std::string& payload, Instant now);
  /// Writes another text in the place of the person's newest message.
  std::int64_t edit_newest(const std::string& account, const std::string& text, Instant now);
  /// The button with that label under message `id`. 0 when the person sees no such button.
  std::int64_t press(const std::string& chat, const std::string& account, std::int64_t id,
                     const std::string& label, Instant now);
  /// The same, of a message that the platform no longer shows to the bot (date 0).
  std::int64_t press_old(const std::string& account, std::int64_t id, const std::string& payload,
                         Instant now);
  std::int64_t send_document(const std::string& account, const std::string& name,
                             const std::string& mime, const std::string& content,
                             const std::string& caption, Instant now);
  /// In three sizes, of which `content` is the largest.
  std::int64_t send_photo(const std::string& account, const std::string& content,
                          const std::string& caption, Instant now);
  std::int64_t send_sticker(const std::string& account, Instant now);
  std::int64_t block(const std::string& account, Instant now);
  std::int64_t unblock(const std::string& account, Instant now);
  void delete_account(const std::string& account);
  /// Has Telegram, but has never started the bot.
  void know(const std::string& account);

  void make_group(const std::string& group);
  std::int64_t say_in_group(const std::string& group, const std::string& account,
                            const std::string& text, Instant now);
  void remove_bot_from(const std::string& group);
  /// The update in the old group; the one in the new group follows it.
  std::int64_t upgrade_group(const std::string& group, const std::string& supergroup, Instant now);
  /// An update as JSON text without its update_id, of a chat; for kinds not made above.
  std::int64_t put_update(const std::string& chat, const std::string& json, Instant now);

  // --- what a chat shows ------------------------------------------------------------------------

  struct Button {
    std::string label, payload;
  };
  struct Shown {
    std::int64_t id = 0;
    Instant at;
    bool from_bot = true;
    std::string text;      ///< as it is read, without markup
    std::string bold;      ///< what of it stands in <b>
    bool preview = false;  ///< of links
    std::vector<std::vector<Button>> rows;
    std::string file_name, file;
  };
  std::vector<Shown> chat(const std::string& chat) const;
  /// The newest of the bot. Requires: there is one (throws std::out_of_range).
  Shown newest(const std::string& chat) const;
  /// What was shown on the newest press; none: the circle still turns.
  std::string press_answer() const;
  std::vector<std::pair<std::string, std::string>> menu(
      const std::string& language = "") const;

  // --- what the platform does -------------------------------------------------------------------

  enum class FaultKind {
    not_sent,         ///< no connection
    lost_request,     ///< the time is up; nothing was done
    lost_answer,      ///< the time is up; the work was done
    internal_error,   ///< 500, as the Bot API server says it
    bad_gateway,      ///< 502, HTML
    gateway_timeout,  ///< 504, HTML; the work was done
    page,             ///< 200, HTML of something in between
    cut_short,        ///< 200, half of the JSON; the work was done
    forbidden_page,   ///< 403, HTML
    too_many,         ///< 429 with `retry_after`
    unauthorized,
    cannot_parse,  ///< 400 "can't parse entities", once HTML is sent
    restarting,    ///< 500 "Internal Server Error: restart"
  };
  struct Fault {
    FaultKind kind = FaultKind::not_sent;
    int times = 1;
    std::string method;  ///< of this method only; empty: any
    int retry_after = 5;
  };
  /// What goes wrong: the planned faults first, in order, then by chance.
  struct FaultPlan {
    std::vector<Fault> planned;
    int percent = 0;         ///< of all calls
    std::uint64_t seed = 1;  ///< the same seed, the same faults
  };
  void plan_faults(FaultPlan plan);
  void fail_next(FaultKind kind, std::string method = "", int times = 1, int retry_after = 5);

  /// One message a second to a chat, 30 a second of the bot, 20 a minute to a group.
  void limit_rates(bool on);
  std::uint64_t refused_by_rate() const;
  /// Another program polls with the same token.
  void other_poller(bool on);
  /// The numbers of updates start anew, at `next`.
  void restart_ids(std::int64_t next);
  /// For serving over HTTP: how long an empty long poll is held at most, in real time.
  void hold_polls(int milliseconds);

  /// Updates that are not confirmed.
  std::size_t waiting() const;
  std::string webhook() const;

  struct Attempt {
    std::int64_t update = 0;
    int status = 0;  ///< 0: no answer
    Instant at;
  };
  /// Brings waiting updates to the webhook, each chat's in order, one at a time; those whose retry
  /// is not due wait. How many were taken.
  std::size_t deliver_webhooks(HttpClient& http, Instant now);
  std::vector<Attempt> attempts() const;
  /// The next update is brought once more although it was taken (a lost 200).
  void repeat_next_delivery();

  // --- what was asked ---------------------------------------------------------------------------

  struct Call {
    std::string method;              ///< as written in the address
    std::string parameters;          ///< JSON object; of a form, each value a string
    std::vector<std::string> files;  ///< names of the parts that are files
    int status = 0;                  ///< answered; 0: nothing
  };
  std::vector<Call> calls() const;
  std::size_t count(std::string_view method) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace dondoc::test
