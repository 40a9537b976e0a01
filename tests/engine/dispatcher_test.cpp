#include <catch2/catch.hpp>

#include "engine/delivery/dispatcher.h"

using namespace dondoc;

namespace {

constexpr Instant k_start{1'700'000'000'000};
constexpr ChannelRules k_no_pace{{}, 10};

Parcel parcel(std::int64_t id, const std::string& account, std::vector<std::string> channels,
              Priority priority = Priority::reminder) {
  Parcel parcel;
  parcel.claimed.row.id = id;
  parcel.claimed.row.person = account;
  parcel.claimed.row.code = "B20-01";
  parcel.claimed.row.priority = priority;
  parcel.repeat_notice = "(có thể lặp) ";
  for (std::string& channel : channels) {
    OutgoingMessage message;
    message.id = id;
    message.account = account;
    message.text = "tin";
    parcel.ways.push_back({std::move(channel), false, message});
  }
  return parcel;
}

SendOutcome outcome(SendClass result, const std::string& detail = "", Instant retry_at = {}) {
  SendOutcome outcome;
  outcome.retry_at = retry_at;
  outcome.pauses_channel = detail == "429";
  outcome.result = result;
  outcome.detail = detail;
  return outcome;
}

std::vector<std::int64_t> ids(const std::vector<SendOrder>& orders) {
  std::vector<std::int64_t> list;
  for (const SendOrder& order : orders) list.push_back(order.id);
  return list;
}

struct Desk {
  Dispatcher dispatcher;
  Instant now = k_start;
  explicit Desk(ChannelRules rules = k_no_pace) {
    for (const char* name : {"zalo_oa", "zalo_bot", "telegram"})
      dispatcher.add_channel(name, rules);
  }
  std::vector<SendOrder> due() { return dispatcher.due(now); }
  void answer(std::int64_t id, SendClass result, const std::string& detail = "") {
    dispatcher.answered(id, outcome(result, detail), now);
  }
  Settled settled() {
    auto all = dispatcher.take_settled();
    REQUIRE(all.size() == 1);
    return all.front();
  }
};

}  // namespace

TEST_CASE("what is more urgent goes first, then what is older", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}, Priority::digest));
  desk.dispatcher.take(parcel(2, "b", {"telegram"}));
  desk.dispatcher.take(parcel(3, "c", {"telegram"}, Priority::answer));
  desk.dispatcher.take(parcel(4, "d", {"telegram"}, Priority::due_today));
  desk.dispatcher.take(parcel(5, "e", {"telegram"}));
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{3, 4, 2, 5, 1});
  CHECK(desk.due().empty());
}

TEST_CASE("one chat gets one message at a time, in order", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  desk.dispatcher.take(parcel(2, "a", {"telegram"}));
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{1});
  desk.answer(1, SendClass::delivered);
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{2});
}

TEST_CASE("a queue to one chat goes back to the outbox before its leases run out", "[delivery]") {
  Desk desk({{0, 1'010'000, 0}, 10});
  for (std::int64_t id = 1; id <= 200; ++id)
    desk.dispatcher.take(parcel(id, "a", {"telegram"}));
  std::size_t sent = 0;
  for (int second = 0; second < 95; ++second, desk.now = desk.now + Elapsed{1'010}) {
    for (const std::int64_t id : ids(desk.due())) {
      desk.answer(id, SendClass::delivered);
      ++sent;
    }
  }
  CHECK(sent >= 89);
  CHECK(desk.dispatcher.is_idle());
  const auto settled = desk.dispatcher.take_settled();
  REQUIRE(settled.size() == 200);
  CHECK(settled.back().update.standing == OutboxStanding::waiting);
  CHECK(settled.back().update.attempts == 0);
  CHECK_FALSE(settled.back().update.outcome_unknown);
}

TEST_CASE("when the clock is set back, what is held goes back and is judged anew", "[delivery]") {
  Desk desk({{0, 1'010'000, 0}, 10});
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  desk.dispatcher.take(parcel(2, "a", {"telegram"}));
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{1});
  desk.answer(1, SendClass::delivered);
  desk.dispatcher.take_settled();
  desk.now = desk.now - Elapsed::hours(1);
  CHECK(desk.due().empty());
  CHECK(desk.settled().update.standing == OutboxStanding::waiting);
}

TEST_CASE("a lease that runs out while its message is here makes no second one", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  REQUIRE(desk.due().size() == 1);
  desk.now = desk.now + Elapsed::hours(5);  // the machine slept while the platform was asked
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  CHECK(desk.due().empty());
  desk.answer(1, SendClass::delivered);
  CHECK(desk.settled().update.standing == OutboxStanding::sent);
  CHECK(desk.dispatcher.is_idle());
}

TEST_CASE("a person who cannot be reached on one channel is reached on the next", "[delivery]") {
  Desk desk;
  const auto why =
      GENERATE(SendClass::recipient_gone, SendClass::window_closed, SendClass::bad_request,
               SendClass::quota_exhausted, SendClass::auth_dead);
  desk.dispatcher.take(parcel(1, "a", {"zalo_oa", "telegram"}));
  CHECK(desk.due().front().channel == "zalo_oa");
  desk.answer(1, why, "-213");
  const auto orders = desk.due();
  REQUIRE(orders.size() == 1);
  CHECK(orders.front().channel == "telegram");
  desk.answer(1, SendClass::delivered);
  const Settled settled = desk.settled();
  CHECK(settled.update.standing == OutboxStanding::sent);
  CHECK(settled.update.channel == "telegram");
  CHECK(desk.dispatcher.take_unreached().size() == (why == SendClass::recipient_gone ? 1 : 0));
}

TEST_CASE("when no channel is left the message is given up with every reason", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"zalo_bot", "telegram"}));
  desk.due();
  desk.answer(1, SendClass::recipient_gone, "403");
  desk.due();
  desk.answer(1, SendClass::recipient_gone, "blocked");
  const Settled settled = desk.settled();
  CHECK(settled.outcome == "given_up");
  CHECK(settled.update.standing == OutboxStanding::given_up);
  CHECK(settled.update.detail == "zalo_bot: 403; telegram: blocked");
  CHECK(desk.dispatcher.take_unreached().size() == 2);
}

TEST_CASE("a person without an account is given up at once", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {}));
  CHECK(desk.due().empty());
  CHECK(desk.settled().update.standing == OutboxStanding::given_up);
  CHECK(desk.dispatcher.is_idle());
}

TEST_CASE("a refused token or a used-up quota alone gives nothing up", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  desk.due();
  desk.answer(1, GENERATE(SendClass::auth_dead, SendClass::quota_exhausted), "401");
  const Settled settled = desk.settled();
  CHECK(settled.update.standing == OutboxStanding::waiting);
  CHECK(settled.update.next_attempt > desk.now);
  // The next message does not even try.
  desk.dispatcher.take(parcel(2, "b", {"telegram"}));
  CHECK(desk.due().empty());
  CHECK(desk.settled().update.standing == OutboxStanding::waiting);
}

TEST_CASE("'too many requests' pauses the whole bot, nobody else's", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  desk.due();
  desk.dispatcher.answered(1, outcome(SendClass::deferred, "429", desk.now + Elapsed::seconds(20)),
                           desk.now);
  desk.dispatcher.take(parcel(2, "b", {"telegram"}));
  desk.dispatcher.take(parcel(3, "c", {"zalo_bot"}));
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{3});
  CHECK(desk.dispatcher.wake_at(desk.now) == desk.now + Elapsed::seconds(20));
  desk.now = desk.now + Elapsed::seconds(20);
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{1, 2});
}

TEST_CASE("a long pause hands messages back to the outbox", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  desk.due();
  const Instant later = desk.now + Elapsed::minutes(10);
  desk.dispatcher.answered(1, outcome(SendClass::deferred, "429", later), desk.now);
  CHECK(desk.due().empty());
  const Settled settled = desk.settled();
  CHECK(settled.update.standing == OutboxStanding::waiting);
  CHECK(settled.update.next_attempt == later);
  CHECK(settled.update.attempts == 0);
}

TEST_CASE("one message that has to wait holds up nobody else's, and takes another way", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"zalo_oa"}));
  desk.dispatcher.take(parcel(2, "b", {"zalo_oa", "telegram"}));
  desk.dispatcher.take(parcel(3, "c", {"zalo_oa"}));
  REQUIRE(desk.due().size() == 3);
  const Instant morning = desk.now + Elapsed::hours(8);
  desk.dispatcher.answered(1, outcome(SendClass::deferred, "-133", morning), desk.now);
  CHECK(desk.settled().update.next_attempt == morning);
  desk.dispatcher.answered(2, outcome(SendClass::deferred, "-133", morning), desk.now);
  desk.answer(3, SendClass::delivered);
  CHECK(desk.due().front().channel == "telegram");
  desk.dispatcher.take(parcel(4, "d", {"zalo_oa"}));
  CHECK(ids(desk.due()) == std::vector<std::int64_t>{4});
}

TEST_CASE("what may have been sent still says so when the repetition is put off", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  REQUIRE(desk.due().size() == 1);
  desk.answer(1, SendClass::unknown);
  desk.now = desk.now + Elapsed::minutes(1);
  REQUIRE(desk.due().size() == 1);
  desk.answer(1, SendClass::retryable);
  const Settled later = desk.settled();
  CHECK(later.update.standing == OutboxStanding::waiting);
  CHECK(later.update.outcome_unknown);

  Parcel again = parcel(2, "b", {"telegram"});
  again.claimed.outcome_unknown = true;
  desk.dispatcher.take(std::move(again));
  desk.dispatcher.hand_back(desk.now);
  CHECK(desk.settled().update.outcome_unknown);
}

TEST_CASE("an unknown outcome is repeated once, saying so", "[delivery]") {
  Desk desk;
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  CHECK(desk.due().front().message.text == "tin");
  desk.answer(1, SendClass::unknown, "time-out");
  CHECK(desk.due().empty());
  desk.now = desk.now + Elapsed::seconds(16);
  const auto again = desk.due();
  REQUIRE(again.size() == 1);
  CHECK(again.front().message.maybe_repeated);
  CHECK(again.front().message.text == "(có thể lặp) tin");
  desk.answer(1, SendClass::unknown, "time-out");
  CHECK(desk.settled().update.standing == OutboxStanding::given_up);
}

TEST_CASE("certain failures are tried again with growing pauses, then given up", "[delivery]") {
  Desk desk;
  Parcel again = parcel(1, "a", {"telegram"});
  Elapsed last{};
  for (int attempt = 1; attempt < 8; ++attempt) {
    desk.dispatcher.take(again);
    REQUIRE(desk.due().size() == 1);
    desk.answer(1, SendClass::retryable, "502");
    const Settled settled = desk.settled();
    REQUIRE(settled.update.standing == OutboxStanding::waiting);
    CHECK(settled.update.next_attempt - desk.now > last);
    last = settled.update.next_attempt - desk.now;
    again.claimed.attempts = settled.update.attempts;
    desk.now = desk.now + Elapsed::hours(1);
  }
  desk.dispatcher.take(again);
  REQUIRE(desk.due().size() == 1);
  desk.answer(1, SendClass::retryable, "502");
  CHECK(desk.settled().update.standing == OutboxStanding::given_up);
}

TEST_CASE("a platform that is down is left alone, then tried with one message", "[delivery]") {
  Desk desk;
  for (std::int64_t id = 1; id <= 8; ++id)
    desk.dispatcher.take(parcel(id, "p" + std::to_string(id), {"telegram"}));
  const auto orders = desk.due();
  for (std::size_t i = 0; i < 5; ++i) desk.answer(orders[i].id, SendClass::retryable, "502");
  for (std::size_t i = 5; i < 8; ++i) desk.answer(orders[i].id, SendClass::retryable, "502");
  CHECK(desk.dispatcher.take_settled().size() == 8);
  desk.dispatcher.take(parcel(20, "x", {"telegram"}));
  desk.dispatcher.take(parcel(21, "y", {"telegram"}));
  CHECK(desk.due().empty());
  CHECK(desk.dispatcher.standings(desk.now).at("telegram").breaker_open);
  desk.dispatcher.take_settled();  // the pause may be longer than messages are held
  desk.now = desk.now + Elapsed::minutes(11);
  desk.dispatcher.take(parcel(30, "x", {"telegram"}));
  desk.dispatcher.take(parcel(31, "y", {"telegram"}));
  REQUIRE(desk.due().size() == 1);
  desk.answer(30, SendClass::delivered);
  CHECK(desk.due().size() == 1);
}

TEST_CASE("what is not under way is handed back when the program stops", "[delivery]") {
  Desk desk(ChannelRules{{}, 1});
  desk.dispatcher.take(parcel(1, "a", {"telegram"}));
  desk.dispatcher.take(parcel(2, "b", {"telegram"}));
  CHECK(desk.due().size() == 1);
  desk.dispatcher.hand_back(desk.now);
  CHECK(desk.settled().update.id == 2);
  desk.answer(1, SendClass::delivered);
  CHECK(desk.settled().update.standing == OutboxStanding::sent);
  CHECK(desk.dispatcher.is_idle());
}

TEST_CASE("Telegram's rates are kept in every window of a second and of a chat", "[delivery]") {
  Pace pace(k_telegram_pace);
  Instant now = k_start;
  std::vector<std::int64_t> sent;
  for (int i = 0; i < 900; ++i) {
    const std::string chat = std::to_string(i % 300);
    now = std::max(now, pace.earliest(chat, now)) + Elapsed{i % 4};  // wake-ups come a little late
    pace.take(chat, false, now);
    sent.push_back(now.ms);
  }
  for (std::size_t i = 30; i < sent.size(); ++i) CHECK(sent[i] - sent[i - 30] >= 1'000);
  CHECK(sent.back() - sent.front() < 900 * 1'000 / 30 * 102 / 100);
}

TEST_CASE("one chat gets no more than one message a second, a group twenty a minute",
          "[delivery]") {
  Pace pace(k_telegram_pace);
  pace.take("a", false, k_start);
  pace.take("nhom", true, k_start);
  CHECK(pace.earliest("a", k_start) >= k_start + Elapsed::seconds(1));
  CHECK(pace.earliest("nhom", k_start) >= k_start + Elapsed::seconds(3));
  CHECK(pace.earliest("b", k_start) < k_start + Elapsed::seconds(1));
}
