#include "bots/platform/parts_sent.h"

#include <catch2/catch.hpp>

#include "engine/port/channel.h"

using namespace dondoc;

namespace {

OutgoingMessage message(std::int64_t id, const std::string& text = "Đến hạn 17:00") {
  OutgoingMessage result;
  result.id = id;
  result.account = "7001";
  result.text = text;
  return result;
}

}  // namespace

TEST_CASE("a message that stopped goes on where it stopped, once") {
  PartsSent sent;
  CHECK(sent.take(message(5)).parts == 0);
  sent.keep(message(5), "7001", {2, "id-2"});
  const auto mark = sent.take(message(5));
  CHECK(mark.parts == 2);
  CHECK(mark.platform_id == "id-2");
  CHECK(sent.take(message(5)).parts == 0);
}

TEST_CASE("the same message to another account starts from its beginning") {
  PartsSent sent;
  sent.keep(message(5), "7001", {2, ""});
  OutgoingMessage other = message(5);
  other.account = "7002";
  CHECK(sent.take(other).parts == 0);
  CHECK(sent.take(message(5)).parts == 2);
}

TEST_CASE("a group that has moved goes on under its new account") {
  PartsSent sent;
  sent.keep(message(5), "-1007", {1, ""});
  OutgoingMessage moved = message(5);
  CHECK(sent.take(moved).parts == 0);
  moved.account = "-1007";
  CHECK(sent.take(moved).parts == 1);
}

TEST_CASE("another text under the same id has other parts") {
  PartsSent sent;
  sent.keep(message(5), "7001", {2, ""});
  CHECK(sent.take(message(5, "Có thể đã nhận: đến hạn 17:00")).parts == 0);
  CHECK(sent.take(message(5)).parts == 0);
}

TEST_CASE("a message that is none of the outbox, or of which nothing arrived, is not remembered") {
  PartsSent sent;
  sent.keep(message(0), "7001", {2, ""});
  CHECK(sent.take(message(0)).parts == 0);
  sent.keep(message(5), "7001", {0, ""});
  CHECK(sent.take(message(5)).parts == 0);
}

TEST_CASE("the oldest messages are forgotten first, however often others come back") {
  PartsSent sent;
  const auto most = static_cast<std::int64_t>(PartsSent::k_kept);
  for (std::int64_t id = 1; id <= most; ++id) sent.keep(message(id), "7001", {1, ""});
  const auto mark = sent.take(message(1));
  CHECK(mark.parts == 1);
  sent.keep(message(1), "7001", {2, ""});  // is the youngest now
  sent.keep(message(most + 1), "7001", {1, ""});
  CHECK(sent.take(message(2)).parts == 0);
  CHECK(sent.take(message(1)).parts == 2);
  CHECK(sent.take(message(3)).parts == 1);
}
