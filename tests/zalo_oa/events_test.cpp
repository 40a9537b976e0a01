#include <catch2/catch.hpp>

#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_time = "1760000000123";

/// An event as Zalo would send it: envelope, name, and what else it holds.
WebhookReading read_event(const ZaloOffice& office, const std::string& name,
                          const std::string& rest) {
  const std::string body =
      R"({"event_name":")" + name + R"(","timestamp":")" + k_time + "\"," + rest + "}";
  return office.hear(office.platform.signed_request(body, k_time, 0));
}

const std::string k_people =
    R"("sender":{"id":"7770001112223334441"},"recipient":{"id":"8880001112223334442"})";

}  // namespace

TEST_CASE("A text is read in normal form C", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading =
      read_event(office, "user_send_text",
                 k_people + R"(,"message":{"msg_id":"m","text":"Tie\u0302\u0301p"})");
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].kind == InboundKind::text);
  CHECK(reading.updates[0].text == "Tiếp");
}

TEST_CASE("Ids above 2^53 are kept exactly, as text or as number", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading =
      read_event(office, "user_send_text",
                 R"("sender":{"id":9007199254740993},"recipient":{"id":"8880001112223334442"},)"
                 R"("message":{"msg_id":18446744073709551615,"text":"a"})");
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].account == "9007199254740993");
  CHECK(reading.updates[0].key == "user_send_text:18446744073709551615");
  CHECK(read_event(office, "user_send_text",
                   R"("sender":{"id":1e20},"message":{"msg_id":"m","text":"a"})")
            .updates.empty());
}

TEST_CASE("A file comes with its address, plain name and size", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading =
      read_event(office, "user_send_file",
                 k_people + R"(,"message":{"msg_id":"b2","attachments":[{"type":"file","payload":{)"
                            R"("url":"https://f.example.zdn.vn/x","name":"../../etc/bao-cao.pdf",)"
                            R"("size":"20480"}}]})");
  REQUIRE(reading.updates.size() == 1);
  const Inbound& file = reading.updates[0];
  CHECK(file.kind == InboundKind::file);
  CHECK(file.file.handle == "https://f.example.zdn.vn/x");
  CHECK(file.file.name == "bao-cao.pdf");
  CHECK(file.file.bytes == 20480);
}

TEST_CASE("Several pictures of one message have keys of their own", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading = read_event(
      office, "user_send_image",
      k_people + R"(,"message":{"msg_id":"p","text":"ảnh","attachments":[)"
                 R"({"type":"image","payload":{"url":"https://f.zdn.vn/1","thumbnail":"x"}},)"
                 R"({"type":"image","payload":{"url":"https://f.zdn.vn/2"}}]})");
  REQUIRE(reading.updates.size() == 2);
  CHECK(reading.updates[0].kind == InboundKind::photo);
  CHECK(reading.updates[0].text == "ảnh");
  CHECK(reading.updates[0].key == "user_send_image:p");
  CHECK(reading.updates[1].key == "user_send_image:p:2");
}

TEST_CASE("Media that nobody reads is still answered", "[zalo_oa]") {
  ZaloOffice office;
  const std::string name = GENERATE(as<std::string>{}, "sticker", "gif", "audio", "video", "link",
                                    "location", "business_card");
  const auto reading =
      read_event(office, "user_send_" + name, k_people + R"(,"message":{"msg_id":"s"})");
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].kind == InboundKind::other);
}

TEST_CASE("Follow and unfollow name the follower", "[zalo_oa]") {
  ZaloOffice office;
  const std::string rest =
      R"("oa_id":"8880001112223334442","follower":{"id":"7770001112223334441"})";
  const auto follow = read_event(office, "follow", rest);
  REQUIRE(follow.updates.size() == 1);
  CHECK(follow.updates[0].kind == InboundKind::follow);
  CHECK(follow.updates[0].account == k_lan);
  CHECK(follow.updates[0].key == "follow:7770001112223334441:1760000000123");
  CHECK(read_event(office, "unfollow", rest).updates.at(0).kind == InboundKind::unfollow);
}

TEST_CASE("Receipts are read in both shapes", "[zalo_oa]") {
  ZaloOffice office;
  const auto received =
      read_event(office, "user_received_message", k_people + R"(,"message":{"msg_id":"m1"})");
  REQUIRE(received.updates.size() == 1);
  CHECK(received.updates[0].kind == InboundKind::delivered);
  CHECK(received.updates[0].message == "m1");
  const auto one =
      read_event(office, "user_seen_message", k_people + R"(,"message":{"msg_id":"m1"})");
  CHECK(one.updates.at(0).kind == InboundKind::seen);
  const auto two =
      read_event(office, "user_seen_message", k_people + R"(,"message":{"msg_ids":["m1","m2"]})");
  REQUIRE(two.updates.size() == 2);
  CHECK(two.updates[1].message == "m2");
  CHECK(two.updates[0].key != two.updates[1].key);
}

TEST_CASE("A receipt names the person whichever side is the sender", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare({true, "https://example.gov.vn/w"}, office.now));
  const auto reading = read_event(
      office, "user_received_message",
      R"("sender":{"id":"8880001112223334442"},"recipient":{"id":"7770001112223334441"},)"
      R"("message":{"msg_id":"m1"})");
  CHECK(reading.updates.at(0).account == k_lan);
}

TEST_CASE("A receipt of a template by phone names the phone", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading = read_event(
      office, "user_received_message",
      R"("sender":{"id":"8880001112223334442"},"recipient":{"id":"84901234567"},)"
      R"("message":{"msg_id":"z1","delivery_time":"1760000000100","tracking_id":"dd-7"})");
  CHECK(reading.updates.at(0).account == "phone:84901234567");
}

TEST_CASE("A submitted phone is read as number and as text", "[zalo_oa]") {
  ZaloOffice office;
  const std::string phone = GENERATE(as<std::string>{}, R"("84901234567")", "84901234567");
  const auto reading = read_event(office, "user_submit_info",
                                  k_people + R"(,"info":{"name":"Lan","phone":)" + phone + "}");
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].kind == InboundKind::other);
  CHECK(reading.updates[0].payload == "phone:84901234567");
}

TEST_CASE("Echoes, anonymous chats and unknown events are taken and dropped", "[zalo_oa]") {
  ZaloOffice office;
  const std::string name =
      GENERATE(as<std::string>{}, "oa_send_text", "oa_send_file", "user_send_anonymous_text",
               "anonymous_send_text", "user_reacted_message", "");
  const auto reading =
      read_event(office, name, k_people + R"(,"message":{"msg_id":"e","text":"#dd:ack:1"})");
  CHECK(reading.status == 200);
  CHECK(reading.updates.empty());
}

TEST_CASE("A text whose sender is the account itself is an echo", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.channel->prepare({true, "https://example.gov.vn/w"}, office.now));
  CHECK(read_event(office, "user_send_text",
                   R"("sender":{"id":"8880001112223334442"},"message":{"msg_id":"e","text":"x"})")
            .updates.empty());
}

TEST_CASE("The twin of a group is answered in the group", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading =
      read_event(office, "user_send_group_text",
                 R"("sender":{"id":"7770001112223334441"},"recipient":{"id":"66600011122233"},)"
                 R"("message":{"msg_id":"g","text":"chào"})");
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].in_group);
  CHECK(reading.updates[0].chat == "66600011122233");
  CHECK(reading.updates[0].account == k_lan);
  CHECK(reading.updates[0].key == "user_send_group_text:g");
}

TEST_CASE("A text longer than what is kept is understood as nothing", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading = read_event(
      office, "user_send_text",
      k_people + R"(,"message":{"msg_id":"l","text":")" + std::string(20'000, 'a') + "\"}");
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].kind == InboundKind::other);
  CHECK(reading.updates[0].text.empty());
}

TEST_CASE("Members of wrong types do no harm", "[zalo_oa]") {
  ZaloOffice office;
  for (const std::string rest :
       {R"("sender":"x","message":[1,2])", R"("sender":{"id":{}},"message":null)",
        R"("sender":{"id":"7770001112223334441"},"message":{"msg_id":[],"text":{}})",
        R"("sender":{"id":"a b"},"message":{"msg_id":"m","text":"x"})"}) {
    CHECK(read_event(office, "user_send_text", rest).updates.empty());
  }
  CHECK(read_event(office, "user_send_file",
                   k_people + R"(,"message":{"msg_id":"f","attachments":{"a":1}})")
            .updates.at(0)
            .kind == InboundKind::other);
}
