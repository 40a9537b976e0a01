#include <catch2/catch.hpp>

#include "bots/zalo_oa/buttons.h"
#include "bots/zalo_oa/errors.h"
#include "engine/text/vietnamese.h"
#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

using Kind = ZaloFault::Kind;
constexpr const char* k_cs = "/message/cs";

std::vector<OutgoingButton> buttons(std::size_t count) {
  std::vector<OutgoingButton> result;
  for (std::size_t i = 1; i <= count; ++i)
    result.push_back({"Việc " + std::to_string(i), "act" + std::to_string(i) + ":B20-07:9"});
  return result;
}

OutgoingFile file(const std::string& name, std::size_t bytes = 10) {
  return {name, "application/pdf", std::string(bytes, 'x')};
}

}  // namespace

TEST_CASE("A text within the window is shown", "[zalo_oa]") {
  ZaloOffice office;
  const SendOutcome outcome = office.send_text("Văn bản 12/UBND đến hạn 17:00");
  REQUIRE(outcome.result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan);
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].text == "Văn bản 12/UBND đến hạn 17:00");
  CHECK(shown[0].id == outcome.platform_id);
}

TEST_CASE("Buttons are shown with our prefix and come back as a press", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Đến hạn 17:00");
  message.buttons = {{"Tiếp nhận", "ack:B20-07:9f3c"}};
  REQUIRE(office.send(message).result == SendClass::delivered);
  office.platform.take_deliveries(office.now);
  REQUIRE(office.platform.press(k_lan, "Tiếp nhận", office.now));
  const auto requests = office.platform.take_deliveries(office.now);
  REQUIRE(requests.size() == 1);
  const auto reading = office.hear(requests[0]);
  REQUIRE(reading.updates.size() == 1);
  CHECK(reading.updates[0].kind == InboundKind::press);
  CHECK(reading.updates[0].payload == "ack:B20-07:9f3c");
}

TEST_CASE("A sixth button becomes a line to be typed", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Đến hạn");
  message.buttons = buttons(6);
  REQUIRE(office.send(message).result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan).at(0);
  CHECK(shown.buttons.size() == 5);
  CHECK(holds(shown.text, "Việc 6 B20-07"));
  CHECK_FALSE(holds(shown.text, "Việc 5"));
}

TEST_CASE("A title that is too long is cut at a word", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Đến hạn");
  message.buttons = {{"Chuyển cho đồng chí phó chủ tịch", "handover:B20-07:1"}};
  REQUIRE(office.send(message).result == SendClass::delivered);
  const auto title = office.platform.shown(k_lan).at(0).buttons.at(0).title;
  CHECK(title == "Chuyển cho đồng chí…");
  CHECK(characters(title) <= 20);
}

TEST_CASE("When buttons are refused the same can be typed", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.refuse_buttons(true);
  OutgoingMessage message = office.message("Đến hạn");
  message.buttons = buttons(2);
  REQUIRE(office.send(message).result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan).at(0);
  CHECK(shown.buttons.empty());
  CHECK(shown.text ==
        "Đến hạn\n\nCó thể trả lời bằng cách nhắn:\n- Việc 1 B20-07\n- Việc 2 B20-07");
  CHECK(holds(office.faults(), "refuses buttons"));
  // The next one does not try buttons again, for a day.
  REQUIRE(office.send(message).result == SendClass::delivered);
  CHECK(office.platform.calls(k_cs) == 3);
  office.platform.refuse_buttons(false);
  office.pass(Elapsed::hours(25));
  message.last_heard = office.now;
  office.platform.say(k_lan, "dạ", office.now);
  REQUIRE(office.send(message).result == SendClass::delivered);
  CHECK(office.platform.shown(k_lan).back().buttons.size() == 2);
}

TEST_CASE("A text of many characters is split and the buttons stand last", "[zalo_oa]") {
  ZaloOffice office;
  std::string text;
  for (int i = 0; i < 150; ++i) text += "Đề nghị các đơn vị báo cáo đúng hạn. ";
  OutgoingMessage message = office.message(text);
  message.buttons = buttons(1);
  const SendOutcome outcome = office.send(message);
  REQUIRE(outcome.result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan);
  REQUIRE(shown.size() == 3);
  for (const auto& each : shown) CHECK(each.text.ends_with("hạn."));
  CHECK(shown[0].buttons.empty());
  CHECK(shown[2].buttons.size() == 1);
  CHECK(outcome.platform_id == shown[2].id);
}

TEST_CASE("The length counts in normal form C", "[zalo_oa]") {
  ZaloOffice office;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "e\xCC\x82\xCC\x81";  // e, circumflex, acute
  REQUIRE(office.send_text(text).result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan);
  REQUIRE(shown.size() == 1);
  CHECK(shown[0].text == nfc(text));
}

TEST_CASE("A repetition goes on where the first attempt stopped", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message(std::string(1500, 'a') + "\n" + std::string(1500, 'b'));
  REQUIRE(office.send_text("trước").result == SendClass::delivered);
  office.platform.fail_next("/v2.0/oa/upload", {Kind::not_sent, 0, ""});
  message.files = {file("ke-hoach.pdf")};
  CHECK(office.send(message).result == SendClass::retryable);
  CHECK(office.platform.shown(k_lan).size() == 3);
  CHECK(office.send(message).result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan);
  REQUIRE(shown.size() == 4);
  CHECK(shown[3].file == "ke-hoach.pdf");
}

TEST_CASE("Nothing to send and an account that is none are our defects", "[zalo_oa]") {
  ZaloOffice office;
  CHECK(office.send_text("").result == SendClass::bad_request);
  OutgoingMessage message = office.message("x");
  message.account = "a b";
  CHECK(office.send(message).result == SendClass::bad_request);
  CHECK(office.platform.calls("/") == 0);
}

TEST_CASE("PDF and Word files are uploaded and sent", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Kèm theo");
  message.files = {file("Mẫu.PDF"), file("b.docx")};
  message.files[0].name = "Mẫu.pdf";
  REQUIRE(office.send(message).result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan);
  REQUIRE(shown.size() == 3);
  CHECK(shown[1].file == "Mẫu.pdf");
  CHECK(shown[2].file == "b.docx");
}

TEST_CASE("Other files and large ones are told as not possible", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Kèm theo");
  message.files = {file("bang.xlsx"), file("lon.pdf", 5 * 1024 * 1024 + 1)};
  const SendOutcome outcome = office.send(message);
  REQUIRE(outcome.result == SendClass::delivered);
  CHECK(holds(outcome.detail, "2 files"));
  const auto shown = office.platform.shown(k_lan);
  REQUIRE(shown.size() == 1);
  CHECK(holds(shown[0].text, "“bang.xlsx”, “lon.pdf”"));
  CHECK(holds(shown[0].text, "Tệp không gửi được qua Zalo"));
  message.book = books().en;
  REQUIRE(office.send(message).result == SendClass::delivered);
  CHECK(holds(office.platform.shown(k_lan).at(1).text, "cannot be sent through Zalo"));
  CHECK(office.platform.calls("/upload") == 0);
}

TEST_CASE("An answer that never came is unknown, no connection can be repeated", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next(k_cs, {Kind::lost_after, 0, ""});
  CHECK(office.send_text("một").result == SendClass::unknown);
  CHECK(office.platform.shown(k_lan).size() == 1);
  office.platform.fail_next(k_cs, {Kind::not_sent, 0, ""});
  CHECK(office.send_text("hai").result == SendClass::retryable);
  CHECK(office.platform.shown(k_lan).size() == 1);
}

TEST_CASE("Gateways that answer HTML are no delivery", "[zalo_oa]") {
  ZaloOffice office;
  const auto [status, result] = GENERATE(table<int, SendClass>({
      {502, SendClass::unknown},
      {504, SendClass::unknown},
      {200, SendClass::unknown},
      {429, SendClass::retryable},
      {404, SendClass::bad_request},
  }));
  office.platform.fail_next(k_cs, {Kind::status, status, "<html>no</html>"});
  CHECK(office.send_text("một").result == result);
}

TEST_CASE("A success code under a failing status is no delivery", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next(k_cs, {Kind::status, 500, R"({"error":0,"data":{}})"});
  CHECK(office.send_text("một").result == SendClass::unknown);
}

TEST_CASE("Every code of the open interface has its class", "[zalo_oa]") {
  ZaloOffice office;
  office.settings.templates.clear();
  office.start();
  const auto [code, result] = GENERATE(table<int, SendClass>({
      {-32, SendClass::retryable},        {-200, SendClass::retryable},
      {-214, SendClass::retryable},       {-234, SendClass::deferred},
      {-230, SendClass::window_closed},   {-232, SendClass::window_closed},
      {-218, SendClass::window_closed},   {-244, SendClass::window_closed},
      {-213, SendClass::recipient_gone},  {-217, SendClass::recipient_gone},
      {-227, SendClass::recipient_gone},  {-211, SendClass::quota_exhausted},
      {-224, SendClass::quota_exhausted}, {-320, SendClass::quota_exhausted},
      {-321, SendClass::quota_exhausted}, {-201, SendClass::bad_request},
      {-210, SendClass::bad_request},     {-233, SendClass::bad_request},
      {-240, SendClass::bad_request},     {-100, SendClass::bad_request},
      {-238, SendClass::bad_request},     {-241, SendClass::bad_request},
      {-204, SendClass::auth_dead},       {-205, SendClass::auth_dead},
      {-209, SendClass::auth_dead},       {-219, SendClass::auth_dead},
      {-221, SendClass::auth_dead},       {-242, SendClass::auth_dead},
      {-212, SendClass::bad_request},     {-223, SendClass::bad_request},
      {-235, SendClass::bad_request},     {-248, SendClass::bad_request},
      {-249, SendClass::bad_request},     {-99999, SendClass::bad_request},
      {17, SendClass::bad_request},
  }));
  office.platform.fail_next(k_cs, {Kind::error, code, ""});
  const SendOutcome outcome = office.send_text("một");
  CHECK(outcome.result == result);
  if (result != SendClass::window_closed) CHECK(holds(outcome.detail, std::to_string(code)));
  CHECK(office.platform.shown(k_lan).empty());
}

TEST_CASE("The two hosts mean different things by one number", "[zalo_oa]") {
  using namespace dondoc::zalo_oa;
  CHECK(class_of(Host::openapi, -100) == ErrorClass::defect);
  CHECK(class_of(Host::business, -100) == ErrorClass::retry);
  CHECK(class_of(Host::business, -124) == ErrorClass::token);
  CHECK(class_of(Host::openapi, -124) == ErrorClass::unknown);
  CHECK(class_of(Host::business, -230) == ErrorClass::unknown);
}

TEST_CASE("An unknown code raises an alarm and is not asked again", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next(k_cs, {Kind::error, -777, ""});
  CHECK(office.send_text("một").result == SendClass::bad_request);
  CHECK(office.platform.calls(k_cs) == 1);
  CHECK(holds(office.faults(), "-777"));
  office.pass(Elapsed::seconds(24 * 3600 + 1));
  CHECK_FALSE(holds(office.faults(), "-777"));
}

TEST_CASE("Too many calls in a minute wait for the next one", "[zalo_oa]") {
  FakeZaloOaSettings few;
  few.calls_per_minute = 3;
  ZaloOffice office(few);
  int delivered = 0;
  for (int i = 0; i < 5; ++i) {
    const SendOutcome outcome = office.send_text("một");
    if (outcome.result == SendClass::delivered) {
      ++delivered;
    } else {
      CHECK(outcome.result == SendClass::retryable);
      CHECK(outcome.retry_at == office.now + Elapsed::minutes(1));
    }
  }
  CHECK(delivered == 3);
  office.pass(Elapsed::minutes(1));
  CHECK(office.send_text("một").result == SendClass::delivered);
}

TEST_CASE("A wrong application secret stops the channel", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.settings.app_secret = "another";
  office.start();
  const SendOutcome outcome = office.send_text("hai");
  CHECK(outcome.result == SendClass::auth_dead);
  CHECK(holds(outcome.detail, "-242"));
}

TEST_CASE("What is typed names the duty when the button does", "[zalo_oa]") {
  CHECK(zalo_oa::typed_command({"Tiếp nhận", "ack:B20-07:9f"}) == "Tiếp nhận B20-07");
  CHECK(zalo_oa::typed_command({"Việc của tôi", "mine"}) == "Việc của tôi");
  CHECK(zalo_oa::typed_command({"Việc của tôi", "mine::9f"}) == "Việc của tôi");
}
