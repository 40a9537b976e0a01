#include <catch2/catch.hpp>

#include "bots/zalo_oa/digest.h"
#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_vector_body =
    R"({"app_id":"1234567890123456789","user_id_by_app":"5550001112223334445",)"
    R"("event_name":"user_send_text","timestamp":"1760000000123",)"
    R"("sender":{"id":"7770001112223334441"},"recipient":{"id":"8880001112223334442"},)"
    R"("message":{"msg_id":"a1b2c3d4e5f60718","text":"#dd:ack:42"}})";
const std::string k_vector_mac = "f8e90f1d7bbc3446928017cb242d292b72ec0bb9218cb2555767eb24a6312d09";
const std::string k_time = "1760000000123";

WebhookReading read(const ZaloOffice& office, const std::string& body, const std::string& mac) {
  HttpRequest request;
  request.body = body;
  if (!mac.empty()) request.headers = {{"X-ZEvent-Signature", mac}};
  return office.hear(request);
}

}  // namespace

TEST_CASE("The vector is a press of the person who sent it", "[zalo_oa]") {
  ZaloOffice office;
  const auto reading = read(office, k_vector_body, "mac=" + k_vector_mac);
  REQUIRE(reading.status == 200);
  REQUIRE(reading.updates.size() == 1);
  const Inbound& press = reading.updates[0];
  CHECK(press.kind == InboundKind::press);
  CHECK(press.payload == "ack:42");
  CHECK(press.text.empty());
  CHECK(press.account == "7770001112223334441");
  CHECK(press.chat == press.account);
  CHECK(press.key == "user_send_text:a1b2c3d4e5f60718");
  CHECK(press.at == Instant{1'760'000'000'123});
}

TEST_CASE("A wrong or missing signature is refused", "[zalo_oa]") {
  ZaloOffice office;
  const auto mac = GENERATE(std::string(), std::string("mac="), std::string("mac=00"),
                            "mac=" + std::string(64, '0'), k_vector_mac, "MAC=" + k_vector_mac,
                            "mac=" + k_vector_mac + "0");
  const auto reading = read(office, k_vector_body, mac);
  CHECK(reading.status == 401);
  CHECK(reading.updates.empty());
}

TEST_CASE("A signature that stands there twice is refused, though the first one is right",
          "[zalo_oa]") {
  ZaloOffice office;
  HttpRequest request;
  request.body = k_vector_body;
  request.headers = {{"X-ZEvent-Signature", "mac=" + k_vector_mac}};
  CHECK(office.hear(request).status == 200);
  request.headers.push_back({"x-zevent-signature", "mac=" + k_vector_mac});
  CHECK(office.hear(request).status == 401);
}

TEST_CASE("A body of which one byte is changed is refused", "[zalo_oa]") {
  ZaloOffice office;
  for (std::size_t at : {std::size_t{10}, k_vector_body.find("777"), k_vector_body.find("ack"),
                         k_vector_body.find("0123\"")}) {
    std::string body = k_vector_body;
    body[at] = body[at] == '9' ? '8' : '9';
    const auto reading = read(office, body, "mac=" + k_vector_mac);
    CHECK(reading.status != 200);
    CHECK(reading.updates.empty());
  }
  CHECK(read(office, k_vector_body + " ", "mac=" + k_vector_mac).status == 401);
}

TEST_CASE("The secret of another account or application does not fit", "[zalo_oa]") {
  ZaloOffice office;
  const auto mac =
      zalo_oa::webhook_mac("1234567890123456780", k_vector_body, k_time, "OaSecretForTests01");
  CHECK(read(office, k_vector_body, "mac=" + mac).status == 401);
  const auto other = zalo_oa::webhook_mac("1234567890123456789", k_vector_body, k_time, "other");
  CHECK(read(office, k_vector_body, "mac=" + other).status == 401);
}

TEST_CASE("A replay has the key of the original, and is refused after three hours", "[zalo_oa]") {
  ZaloOffice office;
  const auto first = read(office, k_vector_body, "mac=" + k_vector_mac);
  office.pass(Elapsed::hours(2));
  const auto second = read(office, k_vector_body, "mac=" + k_vector_mac);
  REQUIRE(second.status == 200);
  CHECK(second.updates.at(0).key == first.updates.at(0).key);
  CHECK(second.updates.at(0).at == first.updates.at(0).at);
  office.pass(Elapsed::hours(2));
  const auto late = read(office, k_vector_body, "mac=" + k_vector_mac);
  CHECK(late.status == 403);
  CHECK(late.updates.empty());
}

TEST_CASE("An event from the future is refused", "[zalo_oa]") {
  ZaloOffice office;
  office.now = office.now - Elapsed::hours(1);
  CHECK(read(office, k_vector_body, "mac=" + k_vector_mac).status == 403);
}

TEST_CASE("Signed times that are no times are refused", "[zalo_oa]") {
  ZaloOffice office;
  for (const std::string time :
       {"", "soon", "-9223372036854775808", "9223372036854775807", "99999999999999999999"}) {
    const std::string body = R"({"event_name":"follow","timestamp":")" + time + "\"}";
    CHECK(office.hear(office.platform.signed_request(body, time, 0)).status == 403);
  }
}

TEST_CASE("A body of ten megabytes is refused unread", "[zalo_oa]") {
  ZaloOffice office;
  const std::string body(10 * 1024 * 1024, '[');
  CHECK(office.hear(office.platform.signed_request(body, "", 0)).status == 413);
}

TEST_CASE("Invalid UTF-8, deep nesting and other texts are refused", "[zalo_oa]") {
  ZaloOffice office;
  const auto body = GENERATE(std::string("{\"timestamp\":\"1760000000123\",\"x\":\"\xff\xfe\"}"),
                             R"({"timestamp":"1760000000123","x":)" + std::string(5000, '[') +
                                 std::string(5000, ']') + "}",
                             std::string(500'000, '{'), std::string("[]"), std::string(),
                             std::string("{\"timestamp\":"), std::string("null"));
  const auto reading = office.hear(office.platform.signed_request(body, k_time, 0));
  CHECK(reading.status == 400);
  CHECK(reading.updates.empty());
  CHECK_FALSE(reading.reason.empty());
}
