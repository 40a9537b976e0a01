// What people do, as our engine hears it (chat-apis.md §2.3, §5).
#include "bots/telegram/menu.h"
#include "engine/limits.h"
#include "tests/telegram/bot.h"

namespace dondoc::test {
namespace {

TEST_CASE("a text is heard with its key, sender and own time, in normal form") {
  StartedBot bot;
  const std::int64_t id = bot.fake.say("7001", "vie\u0323\u0302c cu\u0309a to\u0302i", bot.now);
  const Instant said = bot.now;
  bot.pass(Elapsed::hours(2));
  const Inbound heard = bot.take_one();
  CHECK(heard.kind == InboundKind::text);
  CHECK(heard.key == std::to_string(id));
  CHECK(heard.account == "7001");
  CHECK(heard.chat == "7001");
  CHECK_FALSE(heard.in_group);
  CHECK(heard.at == said);
  CHECK(heard.text == "việc của tôi");
}

TEST_CASE("a link's start carries its payload") {
  StartedBot bot;
  bot.fake.start("7002", "k3Jd9_x-", bot.now);
  const Inbound heard = bot.take_one();
  CHECK(heard.kind == InboundKind::start);
  CHECK(heard.payload == "k3Jd9_x-");
  CHECK(heard.account == "7002");
}

TEST_CASE("a start with what no link can carry has no payload, and a longer word is no start") {
  StartedBot bot;
  bot.fake.say("7001", "/start mã mời", bot.now);
  bot.fake.say("7001", "/start " + std::string(65, 'x'), bot.now);
  bot.fake.say("7001", "/start@Dondoc_Test_Bot abc ", bot.now);
  bot.fake.say("7001", "/started abc", bot.now);
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 4);
  CHECK(heard[0].kind == InboundKind::start);
  CHECK(heard[0].payload.empty());
  CHECK(heard[1].payload.empty());
  CHECK(heard[2].kind == InboundKind::start);
  CHECK(heard[2].payload == "abc");
  CHECK(heard[3].kind == InboundKind::text);
}

TEST_CASE("a command with our name is ours, one with another bot's name is not") {
  StartedBot bot;
  bot.fake.make_group("-50");
  bot.fake.say_in_group("-50", "7001", "/viec@dondoc_test_bot 2", bot.now);
  bot.fake.say_in_group("-50", "7001", "/viec@ten_khac_bot", bot.now);
  bot.fake.say_in_group("-50", "7001", "/viec a@dondoc_test_bot", bot.now);
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 2);
  CHECK(heard[0].text == "/viec 2");
  CHECK(heard[0].in_group);
  CHECK(heard[0].chat == "-50");
  CHECK(heard[0].account == "7001");
  CHECK(heard[1].text == "/viec a@dondoc_test_bot");
  CHECK(bot.fake.waiting() == 3);  // until the next poll confirms them, the foreign one too
  bot.take();
  CHECK(bot.fake.waiting() == 0);
}

TEST_CASE("an edited text is a new one, with its own key and time") {
  StartedBot bot;
  bot.fake.say("7001", "xong B20-07", bot.now);
  const Inbound first = bot.take_one();
  bot.pass(Elapsed::minutes(3));
  bot.fake.edit_newest("7001", "xong B20-08", bot.now);
  const Inbound second = bot.take_one();
  CHECK(second.kind == InboundKind::text);
  CHECK(second.text == "xong B20-08");
  CHECK(second.key != first.key);
  CHECK(second.at == bot.now);
}

TEST_CASE("a document is heard with its caption and its name without path parts") {
  StartedBot bot;
  bot.fake.send_document("7001", "../../etc/báo cáo.pdf", "application/pdf", "%PDF", "gửi báo cáo",
                         bot.now);
  const Inbound heard = bot.take_one();
  CHECK(heard.kind == InboundKind::file);
  CHECK(heard.text == "gửi báo cáo");
  CHECK(heard.file.name == "báo cáo.pdf");
  CHECK(heard.file.mime == "application/pdf");
  CHECK(heard.file.bytes == 4);
  CHECK(bot.telegram->download(heard.file, 100).value() == "%PDF");
}

TEST_CASE("of a photo the largest size is taken") {
  StartedBot bot;
  bot.fake.send_photo("7001", "the large one", "ảnh hiện trường", bot.now);
  const Inbound heard = bot.take_one();
  CHECK(heard.kind == InboundKind::photo);
  CHECK(heard.text == "ảnh hiện trường");
  CHECK(bot.telegram->download(heard.file, 100).value() == "the large one");
}

TEST_CASE("a file over the limit is not fetched, whatever it declares") {
  StartedBot bot;
  bot.fake.send_document("7001", "a.bin", "", std::string(200, 'x'), "", bot.now);
  InboundFile file = bot.take_one().file;
  REQUIRE_FALSE(bot.telegram->download(file, 199));
  CHECK(bot.telegram->download(file, 199).error().kind == ErrorKind::permanent);
  CHECK(bot.fake.count("getFile") == 0);
  file.bytes = 0;  // declares nothing
  CHECK(bot.telegram->download(file, 199).error().kind == ErrorKind::permanent);
  CHECK(bot.telegram->download(file, 200).value().size() == 200);

  bot.fake.send_document("7001", "b.bin", "", std::string(20 * 1024 * 1024 + 1, 'x'), "", bot.now);
  InboundFile large = bot.take_one().file;
  large.bytes = 0;
  CHECK(bot.telegram->download(large, 1'000'000'000).error().kind == ErrorKind::permanent);
}

TEST_CASE("a download that fails may succeed later, without telling the address") {
  StartedBot bot;
  bot.fake.send_document("7001", "a.bin", "", "x", "", bot.now);
  const InboundFile file = bot.take_one().file;
  using Kind = FakeTelegram::FaultKind;
  for (const Kind kind : {Kind::not_sent, Kind::lost_answer, Kind::bad_gateway, Kind::too_many}) {
    for (const char* method : {"getFile", "file"}) {
      if (kind == Kind::lost_answer && std::string(method) == "file") continue;
      bot.fake.fail_next(kind, method);
      const auto content = bot.telegram->download(file, 10'000);
      REQUIRE_FALSE(content);
      CHECK(content.error().kind == ErrorKind::transient);
      CHECK(content.error().message.find("TEST-token") == std::string::npos);
    }
  }
  CHECK(bot.telegram->download(file, 100).value() == "x");
  InboundFile unknown;
  unknown.handle = "never-seen";
  CHECK(bot.telegram->download(unknown, 100).error().kind == ErrorKind::transient);
}

TEST_CASE("a path that leads elsewhere is never asked for") {
  for (const char* path :
       {"../secret", "a/../../b", "/var/lib/file", "http://evil.test/x", "a//b", "", "a\\\\b"}) {
    ScriptedClient http(R"({"ok":true,"result":{"file_id":"x","file_path":")" + std::string(path) +
                        R"("}})");
    InboundFile file;
    file.handle = "x";
    INFO(path);
    const auto content = bot_on(http)->download(file, 100);
    REQUIRE_FALSE(content);
    CHECK(content.error().kind == ErrorKind::permanent);
    CHECK(http.asked.size() == 1);
  }
}

/// The press of the only button under a message of ours.
Inbound pressed_once(StartedBot& bot) {
  bot.send("7001", "Đến hạn", {{"Tiếp nhận", "ack:B20-07:9f3c"}});
  bot.fake.press("7001", "7001", bot.fake.newest("7001").id, "Tiếp nhận", bot.now);
  return bot.take_one();
}

TEST_CASE("a press is heard with its payload and answered at once in neutral words") {
  StartedBot bot;
  const Inbound press = pressed_once(bot);
  CHECK(press.kind == InboundKind::press);
  CHECK(press.payload == "ack:B20-07:9f3c");
  CHECK(press.text.empty());
  CHECK(press.account == "7001");
  CHECK(press.language == "vi");
  CHECK(press.message == std::to_string(bot.fake.newest("7001").id));
  CHECK(bot.fake.press_answer().empty());
  bot.telegram->pressed(press);
  CHECK(bot.fake.press_answer() == words_of(*books().vi, telegram::k_press_seen));
}

TEST_CASE("a press in an application in English is answered in English") {
  StartedBot bot;
  Inbound press = pressed_once(bot);
  press.language = "en-US";
  bot.telegram->pressed(press);
  CHECK(bot.fake.press_answer() == words_of(*books().en, telegram::k_press_seen));
}

TEST_CASE("the buttons go when the press took effect, and stay when it did not") {
  StartedBot bot;
  const Inbound press = pressed_once(bot);
  bot.telegram->settled(press, false);
  CHECK(bot.fake.newest("7001").rows.size() == 1);
  bot.telegram->settled(press, true);
  CHECK(bot.fake.newest("7001").rows.empty());
  CHECK(bot.fake.newest("7001").text == "Đến hạn");
  bot.telegram->settled(press, true);  // "message is not modified": nothing happens
}

TEST_CASE("a press answered too late, and one whose message is gone, disturb nobody") {
  StartedBot bot;
  const Inbound press = pressed_once(bot);
  bot.pass(Elapsed::minutes(10));
  bot.telegram->pressed(press);  // "query is too old"
  CHECK(bot.fake.press_answer().empty());

  bot.fake.press_old("7001", 1, "ack:B20-07:9f3c", bot.now);
  const Inbound old = bot.take_one();
  CHECK(old.payload == "ack:B20-07:9f3c");
  CHECK(old.message.empty());
  bot.telegram->pressed(old);
  CHECK(bot.fake.press_answer() == words_of(*books().vi, telegram::k_press_seen));
  bot.telegram->settled(old, true);
  CHECK(bot.fake.count("editMessageReplyMarkup") == 0);
}

TEST_CASE("a press in a group is the presser's, and the group's message loses its buttons") {
  StartedBot bot;
  bot.fake.make_group("-50");
  bot.send("-50", "Ai nhận?", {{"Tiếp nhận", "ack:B1:n"}});
  bot.fake.press("-50", "7002", bot.fake.newest("-50").id, "Tiếp nhận", bot.now);
  const Inbound press = bot.take_one();
  CHECK(press.account == "7002");
  CHECK(press.chat == "-50");
  CHECK(press.in_group);
  bot.telegram->settled(press, true);
  CHECK(bot.fake.newest("-50").rows.empty());
}

TEST_CASE("stopping the bot and starting it again are heard") {
  StartedBot bot;
  bot.fake.block("7001", bot.now);
  bot.fake.unblock("7001", bot.now);
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 2);
  CHECK(heard[0].kind == InboundKind::blocked);
  CHECK(heard[0].account == "7001");
  CHECK(heard[0].at == bot.now);
  CHECK(heard[1].kind == InboundKind::unblocked);
}

TEST_CASE("a group's move is heard in the old group and in the new one, alike") {
  StartedBot bot;
  bot.fake.make_group("-50");
  bot.fake.upgrade_group("-50", "-1001234567890123", bot.now);
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 2);
  for (const Inbound& each : heard) {
    CHECK(each.kind == InboundKind::migrated);
    CHECK(each.chat == "-50");
    CHECK(each.new_chat == "-1001234567890123");
  }
}

TEST_CASE("what cannot be read is heard as something else, its owner's phone number never") {
  StartedBot bot;
  bot.fake.send_sticker("7001", bot.now);
  const std::string people = R"("chat":{"id":7001,"type":"private"},"from":{"id":7001}})";
  bot.fake.put_update("7001",
                      R"({"message":{"message_id":9,"date":1760000000,"contact":)"
                      R"({"phone_number":"0000000000","first_name":"Lan"},)" +
                          people + "}",
                      bot.now);
  // An animation carries a document as well, for old programs.
  bot.fake.put_update("7001",
                      R"({"message":{"message_id":10,"date":1760000000,"animation":{},)"
                      R"("document":{"file_id":"x"},)" +
                          people + "}",
                      bot.now);
  const std::vector<Inbound> heard = bot.take();
  REQUIRE(heard.size() == 3);
  for (const Inbound& each : heard) {
    CHECK(each.kind == InboundKind::other);
    CHECK(each.text.empty());
    CHECK(each.file.handle.empty());
  }
}

TEST_CASE("bots, channels, service messages, moved locations and unknown kinds are left out") {
  StartedBot bot;
  const std::vector<std::string> foreign = {
      R"({"message":{"message_id":9,"date":1,"text":"x","chat":{"id":7001,"type":"private"},)"
      R"("from":{"id":5,"is_bot":true,"first_name":"B"}}})",
      R"({"message":{"message_id":9,"date":1,"text":"x","chat":{"id":-50,"type":"supergroup"},)"
      R"("sender_chat":{"id":-60,"type":"channel"},"from":{"id":777000,"is_bot":false}}})",
      R"({"message":{"message_id":9,"date":1,"text":"x","chat":{"id":-60,"type":"channel"}}})",
      R"({"message":{"message_id":9,"date":1,"new_chat_members":[],"chat":{"id":-50,)"
      R"("type":"group"},"from":{"id":7001,"is_bot":false}}})",
      R"({"edited_message":{"message_id":9,"date":1,"edit_date":2,"location":{"latitude":1},)"
      R"("chat":{"id":7001,"type":"private"},"from":{"id":7001,"is_bot":false}}})",
      R"({"my_chat_member":{"date":1,"chat":{"id":-50,"type":"group"},"from":{"id":7001},)"
      R"("old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked"}}})",
      R"({"message":{"message_id":9,"date":1,"text":"x","chat":{"id":7001,"type":"private"},)"
      R"("from":{"id":7001.5,"is_bot":false}}})",
      R"({"message":"x"})",
      R"({"callback_query":{"id":"1","from":{"id":7001},"chat_instance":"1"}})",
  };
  for (const std::string& update : foreign) bot.fake.put_update("-50", update, bot.now);
  CHECK(bot.fake.waiting() == foreign.size());
  CHECK(bot.take().empty());
  CHECK(bot.take().empty());
  CHECK(bot.fake.waiting() == 0);
}

TEST_CASE("ids keep every digit") {
  StartedBot bot;
  bot.fake.make_group("-9223372036854775807");
  bot.fake.say_in_group("-9223372036854775807", "9007199254740993", "x", bot.now);
  const Inbound heard = bot.take_one();
  CHECK(heard.account == "9007199254740993");
  CHECK(heard.chat == "-9223372036854775807");
  bot.send("-9223372036854775807", "y");
  CHECK(bot.fake.newest("-9223372036854775807").text == "y");
}

TEST_CASE("nothing is said after now, and a date that is none is now") {
  StartedBot bot;
  for (const char* date : {"1960000000", "-5", "99999999999999999", "\"x\"", "1.5"}) {
    bot.fake.put_update("7001",
                        R"({"message":{"message_id":9,"text":"x","chat":{"id":7001,)"
                        R"("type":"private"},"from":{"id":7001},"date":)" +
                            std::string(date) + "}}",
                        bot.now);
    CHECK(bot.take_one().at == bot.now);
  }
}

TEST_CASE("a text over the limit is cut between two letters") {
  StartedBot bot;
  std::string text = "x";
  for (int i = 0; i < 10'000; ++i) text += "ế";
  bot.fake.say("7001", text, bot.now);
  const Inbound heard = bot.take_one();
  CHECK(heard.text.size() <= limits::text_bytes);
  CHECK(heard.text.size() > limits::text_bytes - 3);
  CHECK(heard.text.ends_with("ế"));
}

}  // namespace
}  // namespace dondoc::test
