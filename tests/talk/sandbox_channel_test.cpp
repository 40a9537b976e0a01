#include "bots/sandbox/sandbox_channel.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include <string>
#include <thread>
#include <vector>

using namespace dondoc;

namespace {

const Instant k_now{1'700'000'000'000};

OutgoingMessage message(std::int64_t id, const std::string& account, const std::string& text) {
  return {id, account, text, {{"Tiếp nhận", "ack:B20-01:1"}}, {}, false, "M-01", {}, nullptr, std::nullopt};
}

}  // namespace

TEST_CASE("The sandbox keeps what it delivers, by account", "[sandbox]") {
  SandboxChannel channel;
  const SendOutcome outcome = channel.send(message(1, "lan", "một"), k_now);
  CHECK(outcome.result == SendClass::delivered);
  CHECK_FALSE(outcome.platform_id.empty());
  channel.send(message(2, "minh", "hai"), k_now);
  REQUIRE(channel.messages("lan").size() == 1);
  CHECK(channel.messages("lan")[0].text == "một");
  CHECK(channel.messages("lan")[0].buttons[0].payload == "ack:B20-01:1");
  CHECK(channel.messages("nobody").empty());
  CHECK(channel.newest() == 2);
}

TEST_CASE("Only the last messages of an account are kept", "[sandbox]") {
  SandboxChannel channel(3);
  for (int i = 1; i <= 5; ++i) channel.send(message(i, "lan", std::to_string(i)), k_now);
  const auto kept = channel.messages("lan");
  REQUIRE(kept.size() == 3);
  CHECK(kept.front().text == "3");
  CHECK(channel.messages("lan", 4).size() == 1);
}

TEST_CASE("A person's own lines stand in the same window", "[sandbox]") {
  SandboxChannel channel;
  channel.send(message(1, "lan", "một"), k_now);
  channel.show("lan", "đã nhận", k_now);
  const auto lines = channel.messages("lan");
  REQUIRE(lines.size() == 2);
  CHECK_FALSE(lines[0].from_person);
  CHECK(lines[1].from_person);
}

TEST_CASE("The listener hears every line and may read the channel", "[sandbox]") {
  SandboxChannel channel;
  std::vector<std::string> heard;
  channel.listen([&](const SandboxMessage& m) {
    heard.push_back(m.text + "/" + std::to_string(channel.messages(m.account).size()));
  });
  channel.send(message(1, "lan", "một"), k_now);
  channel.send(message(2, "lan", "hai"), k_now);
  channel.listen({});
  channel.send(message(3, "lan", "ba"), k_now);
  CHECK(heard == std::vector<std::string>{"một/1", "hai/2"});
}

TEST_CASE("Failures can be asked for, and only an unknown one delivers", "[sandbox]") {
  SandboxChannel channel;
  channel.fail_next(1, SendClass::retryable);
  channel.fail_next(1, SendClass::unknown);
  channel.fail_next(1, SendClass::deferred, Elapsed::minutes(5));
  CHECK(channel.send(message(1, "lan", "một"), k_now).result == SendClass::retryable);
  CHECK(channel.messages("lan").empty());
  CHECK(channel.send(message(1, "lan", "một"), k_now).result == SendClass::unknown);
  CHECK(channel.messages("lan").size() == 1);
  const SendOutcome deferred = channel.send(message(2, "lan", "hai"), k_now);
  CHECK(deferred.result == SendClass::deferred);
  CHECK(deferred.retry_at == k_now + Elapsed::minutes(5));
  CHECK(channel.send(message(2, "lan", "hai"), k_now).result == SendClass::delivered);
}

TEST_CASE("Pages read while messages are delivered", "[sandbox]") {
  SandboxChannel channel(50);
  std::thread sender([&] {
    for (int i = 1; i <= 500; ++i) channel.send(message(i, "lan", "x"), k_now);
  });
  std::size_t most = 0;
  for (int i = 0; i < 500; ++i) most = std::max(most, channel.messages("lan").size());
  sender.join();
  CHECK(most <= 50);
  CHECK(channel.messages("lan").size() == 50);
}
