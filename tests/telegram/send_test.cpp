// What a person sees of what is sent.
#include <set>

#include "engine/text/vietnamese.h"
#include "tests/telegram/bot.h"

namespace dondoc::test {
namespace {

TEST_CASE("a text arrives as it was written, whatever characters it holds") {
  StartedBot bot;
  const std::string text = "Đồng chí A & B: số liệu < 5 > 3 \"x\" &lt; <b>không</b> 👍";
  const SendOutcome outcome = bot.send("7001", text);
  CHECK(outcome.result == SendClass::delivered);
  CHECK(outcome.platform_id == std::to_string(bot.fake.newest("7001").id));
  CHECK(bot.fake.newest("7001").text == text);
  CHECK(bot.fake.newest("7001").bold.empty());
  CHECK_FALSE(bot.fake.newest("7001").preview);
  CHECK(bot.telegram->defects().sent_plain == 0);
}

TEST_CASE("a heading above an empty line is bold, a first sentence is not") {
  StartedBot bot;
  bot.send("7001", "Việc <hôm nay>\n\n1. Báo cáo\n2. Kế hoạch");
  CHECK(bot.fake.newest("7001").bold == "Việc <hôm nay>");
  CHECK(bot.fake.newest("7001").text == "Việc <hôm nay>\n\n1. Báo cáo\n2. Kế hoạch");
  bot.send("7001", "Đã ghi nhận.\nCảm ơn đồng chí.");
  CHECK(bot.fake.newest("7001").bold.empty());
}

TEST_CASE("buttons carry their payload, two short ones side by side") {
  StartedBot bot;
  bot.send("7001", "Đến hạn",
           {{"Đang làm", "progress:B20-07:9f3c"},
            {"Vướng mắc", "blocked:B20-07:9f3c"},
            {"Khẳng định đã gửi báo cáo", "done:B20-07:9f3c"},
            {"Mẫu", "form:B20-07:9f3c"}});
  const auto rows = bot.fake.newest("7001").rows;
  REQUIRE(rows.size() == 3);
  REQUIRE(rows[0].size() == 2);
  CHECK(rows[0][1].label == "Vướng mắc");
  CHECK(rows[0][1].payload == "blocked:B20-07:9f3c");
  CHECK(rows[1].size() == 1);
  CHECK(rows[2].size() == 1);
}

TEST_CASE("a button that the platform would refuse is left out and counted; the text still goes") {
  StartedBot bot;
  const std::string at_limit(64, 'x');
  CHECK(bot.send("7001", "Đến hạn",
                 {{"Vừa", at_limit},
                  {"Dài", at_limit + "x"},
                  {"Không tên", "a:b:" + std::string(59, 'x') + "ệ"},
                  {" ", "ack:B1:n"},
                  {"Rỗng", ""}})
            .result == SendClass::delivered);
  const auto rows = bot.fake.newest("7001").rows;
  REQUIRE(rows.size() == 1);
  REQUIRE(rows[0].size() == 1);
  CHECK(rows[0][0].payload == at_limit);
  CHECK(bot.telegram->defects().buttons_dropped == 4);
  CHECK_FALSE(bot.telegram->check(bot.now).ok);
}

TEST_CASE("a message whose buttons are all left out goes without a keyboard") {
  StartedBot bot;
  CHECK(bot.send("7001", "Đến hạn", {{"Dài", std::string(65, 'x')}}).result ==
        SendClass::delivered);
  CHECK(bot.fake.newest("7001").rows.empty());
}

/// Lines of about 60 characters.
std::string long_text(std::size_t lines) {
  std::string text;
  for (std::size_t i = 1; i <= lines; ++i)
    text += "Đơn vị " + std::to_string(i) + " chưa gửi báo cáo số liệu của quý <này> & năm.\n";
  return text;
}

TEST_CASE("a long text comes in parts that end with a line, the buttons under the last") {
  StartedBot bot;
  const SendOutcome outcome = bot.send("7001", long_text(200), {{"Tiếp nhận", "ack:B1:n"}});
  CHECK(outcome.result == SendClass::delivered);
  std::string joined;
  std::size_t with_buttons = 0, parts = 0;
  for (const auto& shown : bot.fake.chat("7001")) {
    if (!shown.from_bot) continue;
    ++parts;
    with_buttons += shown.rows.empty() ? 0U : 1U;
    CHECK(utf16_units(shown.text) <= 4096);
    joined += shown.text + "\n";
  }
  CHECK(parts == 3);
  CHECK(joined == long_text(200));
  CHECK(with_buttons == 1);
  CHECK_FALSE(bot.fake.newest("7001").rows.empty());
  CHECK(outcome.platform_id == std::to_string(bot.fake.newest("7001").id));
}

TEST_CASE("when a part fails, the same message sent again goes on where it stopped") {
  StartedBot bot;
  bot.fake.plan_faults({{{FakeTelegram::FaultKind::not_sent, 1, "getMe", 0}}, 0, 1});
  CHECK_FALSE(bot.telegram->check(bot.now).ok);  // the planned fault is used up here
  bot.fake.limit_rates(true);
  const SendOutcome first = bot.send("7001", long_text(100), {}, 12);
  CHECK(first.result == SendClass::deferred);
  CHECK(first.retry_at == bot.now + Elapsed::seconds(1));
  bot.pass(Elapsed::seconds(1));
  CHECK(bot.send("7001", long_text(100), {}, 12).result == SendClass::delivered);
  std::string joined;
  for (const auto& shown : bot.fake.chat("7001")) joined += shown.from_bot ? shown.text + "\n" : "";
  CHECK(joined == long_text(100));
}

TEST_CASE("another message, or the same to another account, starts from its beginning") {
  StartedBot bot;
  bot.fake.start("7002", "", bot.now);
  bot.fake.limit_rates(true);
  CHECK(bot.send("7001", long_text(100), {}, 12).result == SendClass::deferred);
  CHECK(bot.send("7002", long_text(100), {}, 12).result == SendClass::deferred);
  CHECK(bot.fake.newest("7002").text.starts_with("Đơn vị 1 chưa"));
}

TEST_CASE("files follow the text, under a name without path and quotes") {
  StartedBot bot;
  OutgoingMessage message;
  message.account = "7001";
  message.text = "Mẫu báo cáo";
  message.buttons = {{"Tiếp nhận", "ack:B1:n"}};
  message.files = {{"../../mẫu \"1\"\r\n.docx", "application/msword", std::string("PK\0\xff", 4)}};
  const SendOutcome outcome = bot.telegram->send(message, bot.now);
  CHECK(outcome.result == SendClass::delivered);
  const auto shown = bot.fake.newest("7001");
  CHECK(shown.file_name == "mẫu _1___.docx");
  CHECK(shown.file == std::string("PK\0\xff", 4));
  CHECK(outcome.platform_id == std::to_string(shown.id - 1));  // the text, which has the buttons
}

TEST_CASE("a file alone is sent; one over 50 MB or empty is our defect and never asked for") {
  StartedBot bot;
  OutgoingMessage message;
  message.account = "7001";
  message.files = {{"a.txt", "", "x"}};
  const SendOutcome alone = bot.telegram->send(message, bot.now);
  CHECK(alone.platform_id == std::to_string(bot.fake.newest("7001").id));
  const std::size_t calls = bot.fake.calls().size();
  message.files[0].content = std::string(50 * 1024 * 1024 + 1, 'x');
  CHECK(bot.telegram->send(message, bot.now).result == SendClass::bad_request);
  message.files[0].content.clear();
  CHECK(bot.telegram->send(message, bot.now).result == SendClass::bad_request);
  CHECK(bot.fake.calls().size() == calls);
}

TEST_CASE("nothing but blanks is never sent") {
  StartedBot bot;
  const std::size_t calls = bot.fake.calls().size();
  CHECK(bot.send("7001", " \n\t\n ").result == SendClass::bad_request);
  CHECK(bot.fake.calls().size() == calls);
}

TEST_CASE("what the channel can do") {
  Bot bot;
  const Capabilities can = bot.telegram->capabilities();
  CHECK(can.buttons);
  CHECK(can.files);
  CHECK_FALSE(can.needs_window);
  CHECK(can.text_length == 4096);
  CHECK(can.unit == TextUnit::utf16);
  CHECK(bot.telegram->name() == "telegram");
}

TEST_CASE("every kind of request obeys the published specification", "[spec]") {
  if (!spec_is_present())
    WARN("../shared/spec/telegram-bot-api.json is absent: requests are not held against it");
  StartedBot bot;
  OutgoingMessage message;
  message.account = "7001";
  message.text = long_text(100);
  message.buttons = {{"Tiếp nhận", "ack:B1:n"}};
  message.files = {{"a.pdf", "application/pdf", "x"}};
  bot.telegram->send(message, bot.now);
  const auto buttons = bot.fake.newest("7001").id - 1;
  bot.fake.press("7001", "7001", buttons, "Tiếp nhận", bot.now);
  const Inbound press = bot.take_one();
  bot.telegram->pressed(press);
  bot.telegram->settled(press, true);
  bot.fake.send_document("7001", "a.pdf", "application/pdf", "x", "", bot.now);
  CHECK(bot.telegram->download(bot.take_one().file, 100));
  CHECK(bot.telegram->prepare({true, "https://dondoc.example/telegram"}, bot.now));
  bot.telegram->check(bot.now);
  std::set<std::string> methods;
  for (const auto& call : bot.fake.calls()) {
    methods.insert(call.method);
    CHECK(call.status == 200);
  }
  CHECK(methods == std::set<std::string>{"answerCallbackQuery", "deleteWebhook",
                                         "editMessageReplyMarkup", "getFile", "getMe", "getUpdates",
                                         "getWebhookInfo", "sendDocument", "sendMessage",
                                         "setMyCommands", "setWebhook"});
  CHECK(bot.http.problems == std::vector<std::string>{});
}

TEST_CASE("the check against the specification finds what is planted", "[spec]") {
  if (!spec_is_present()) return;
  const auto problems = [](const std::string& method, const std::string& body) {
    HttpRequest request;
    request.url = "http://telegram.test/bot1:x/" + method;
    request.body = body;
    return spec_problems(request);
  };
  CHECK(problems("sendMessage", R"({"chat_id":1,"text":"a"})").empty());
  CHECK(problems("sendMessage", R"({"chat_id":1})").size() == 1);
  CHECK(problems("sendMessage", R"({"chat_id":1,"text":"a","buttons":[]})").size() == 1);
  CHECK(problems("sendMessage", R"({"chat_id":1.5,"text":"a"})").size() == 1);
  CHECK(problems("sendMassage", "{}").size() == 1);
  CHECK(problems("getUpdates", R"({"limit":101})").size() == 1);
  CHECK(
      problems("sendMessage", R"({"chat_id":1,"text":")" + std::string(4097, 'x') + "\"}").size() ==
      1);
  CHECK(problems("sendMessage", R"({"chat_id":1,"text":"a","reply_markup":{"inline_keyboard":[[)"
                                R"({"text":"a","callback_data":")" +
                                    std::string(65, 'x') + R"("}]]}})")
            .size() == 1);
}

}  // namespace
}  // namespace dondoc::test
