// Messages from the outbox to a channel, while other things happen.
#include "app/delivery.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

class Window final : public Channel {
 public:
  std::string_view name() const override { return "sandbox"; }
  Capabilities capabilities() const override {
    Capabilities all;
    all.buttons = true;
    all.text_length = 4'000;
    return all;
  }
  SendOutcome send(const OutgoingMessage& message, Instant) override {
    texts.push_back(message.text);
    return {};
  }
  std::ptrdiff_t count(const std::string& words) const {
    return std::count_if(texts.begin(), texts.end(), [&](const std::string& text) {
      return text.find(words) != std::string::npos;
    });
  }

  std::vector<std::string> texts;
};

constexpr PaceRules k_one_a_second{1'000'000, 0, 0};

}  // namespace

TEST_CASE("a reminder that stood in line was sent though its duty was settled meanwhile",
          "[delivery]") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:00");
  office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  Window quick_window, window;
  Delivery quick(office.engine(), store, {Outlet{&quick_window}}, [] {});
  office.run("2023-11-22T16:00");
  REQUIRE(quick.finish(at("2023-11-22T16:00")));
  office.run("2023-11-23T08:00");
  Delivery delivery(office.engine(), store, {Outlet{&window, k_one_a_second}}, [] {});
  Instant now = at("2023-11-23T08:00");
  REQUIRE(delivery.finish(now));
  const auto reminded = window.count("Ngày mai là hạn");
  REQUIRE(window.texts.size() == 1);
  const auto open = store.open_codes().value();
  for (const std::string& code : open) {
    if (!code.starts_with("B20-")) continue;
    const Command waive{"ld-hpn-huyen-hoc-mon", "", Waive{code, "không phát sinh"}};
    const auto answers = office.engine().handle({waive}, now).value();
    REQUIRE(answers.front().kind == AnswerKind::done);
  }
  for (int seconds = 0; seconds < 120; ++seconds) {
    now = now + Elapsed::seconds(1);
    REQUIRE(delivery.finish(now));
  }
  CHECK(window.count("Ngày mai là hạn") == reminded);
  CHECK(window.texts.size() > 1);
}

TEST_CASE("a message kept back for want of the duty was forgotten, and its chat stayed busy",
          "[delivery]") {
  Window window;
  bool may_send = false;
  SendPool pool([] {}, [&may_send] { return may_send; });
  pool.add_channel(window, 1);
  SendOrder order;
  order.id = 7;
  order.channel = "sandbox";
  pool.send(order, Instant{1'000});
  pool.wait();
  const auto outcomes = pool.take_outcomes();
  REQUIRE(outcomes.size() == 1);
  CHECK(outcomes[0].id == 7);
  CHECK(outcomes[0].outcome.result == SendClass::deferred);
  CHECK(outcomes[0].outcome.retry_at > Instant{1'000});
  CHECK(window.texts.empty());
}
