// What strangers send to the webhooks of a running office: each gets its refusal, and nothing in
// the log changes.
#include <catch2/catch.hpp>
#include <functional>

#include "bots/zalo_oa/digest.h"
#include "storage/sqlite/sqlite_reader.h"
#include "tests/served/served_office.h"
#include "tests/support/fake_zalo_oa.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr std::size_t k_ten_megabytes = 10 * 1024 * 1024;
constexpr const char* k_secret = "secret-of-the-webhook";  // as chats.cpp configures it

/// A call that would be taken if its body were.
struct Door {
  std::string path;
  std::function<std::vector<HttpHeader>(const std::string& body, bool genuine)> headers;
  std::function<std::string(int number)> news;  ///< what an officer says, each number anew
};

const std::string k_at = "1684974600000";  // 2023-05-25 07:30, the office's time

Door telegram_door() {
  return {"/webhook/telegram",
          [](const std::string&, bool genuine) -> std::vector<HttpHeader> {
            return {{"X-Telegram-Bot-Api-Secret-Token", genuine ? k_secret : "guessed"}};
          },
          [](int number) {
            return R"({"update_id":)" + std::to_string(900 + number) +
                   R"(,"message":{"message_id":5,"date":1684974600,"text":"việc của tôi",)"
                   R"("from":{"id":701,"is_bot":false,"first_name":"Lan"},)"
                   R"("chat":{"id":701,"type":"private"}}})";
          }};
}

Door zalo_bot_door() {
  return {"/webhook/zalo_bot",
          [](const std::string&, bool genuine) -> std::vector<HttpHeader> {
            return {{"X-Bot-Api-Secret-Token", genuine ? k_secret : "guessed"}};
          },
          [](int number) {
            return R"({"event_name":"message.text.received","message":{"message_id":"n)" +
                   std::to_string(number) + R"(","date":)" + k_at +
                   R"(,"text":"việc của tôi","from":{"id":"701","display_name":"Lan",)"
                   R"("is_bot":false},"chat":{"id":"701","chat_type":"PRIVATE"}}})";
          }};
}

Door zalo_oa_door() {
  return {"/webhook/zalo_oa",
          [](const std::string& body, bool genuine) -> std::vector<HttpHeader> {
            const FakeZaloOaSettings known;
            const std::string secret = genuine ? known.oa_secret : "guessed";
            return {{"X-ZEvent-Signature",
                     "mac=" + zalo_oa::webhook_mac(known.app_id, body, k_at, secret)}};
          },
          [](int number) {
            const FakeZaloOaSettings known;
            return R"({"app_id":")" + known.app_id +
                   R"(","event_name":"user_send_text","timestamp":")" + k_at +
                   R"(","sender":{"id":"701"},"recipient":{"id":")" + known.oa_id +
                   R"("},"message":{"msg_id":"n)" + std::to_string(number) +
                   R"(","text":"việc của tôi"}})";
          }};
}

std::int64_t last_seq(const ServedOffice& office) {
  return open_sqlite_reader(office.database()).value()->last_seq().value();
}

struct Visited {
  Door door;
  std::unique_ptr<ServedOffice> office;

  Visited(Door made, std::unique_ptr<Chats> chats) : door(std::move(made)) {
    std::vector<std::unique_ptr<Chats>> one;
    one.push_back(std::move(chats));
    office = std::make_unique<ServedOffice>("2023-05-25T07:30", std::move(one));
    office->start();
    office->import_people("b-hocmon-2023");
    office->bind(office->chats(0), "cb-hpn-xa-ba-diem", "701");
  }

  int knock(const std::string& body, bool genuine = true) const {
    return office->call(door.path, door.headers(body, genuine), body);
  }
};

Visited visited(int which) {
  if (which == 0) return {telegram_door(), telegram_chats()};
  if (which == 1) return {zalo_bot_door(), zalo_bot_chats()};
  return {zalo_oa_door(), zalo_oa_chats()};
}

std::string nested(int depth) {
  return R"({"update_id":1,"x":)" + std::string(static_cast<std::size_t>(depth), '[') +
         std::string(static_cast<std::size_t>(depth), ']') + "}";
}

}  // namespace

TEST_CASE("what strangers send to a webhook is refused and changes nothing", "[refusals]") {
  const Visited place = visited(GENERATE(0, 1, 2));
  INFO(place.door.path);
  const std::int64_t before = last_seq(*place.office);

  CHECK(place.knock(place.door.news(1), false) == 401);
  CHECK(place.office->call(place.door.path, {}, place.door.news(1)) == 401);
  CHECK(place.knock(std::string(k_ten_megabytes, ' ')) == 413);
  CHECK(place.knock("{\"timestamp\":\"" + k_at + "\",\"x\":\"\xff\xfe\"}") == 400);
  CHECK(place.knock(nested(100'000)) == 400);
  CHECK(place.knock("no JSON") == 400);
  CHECK(place.office->call("/webhook/unknown", {}, "{}") == 404);
  CHECK(last_seq(*place.office) == before);

  CHECK(place.knock(place.door.news(1)) == 200);
  const std::int64_t after = last_seq(*place.office);
  const std::size_t answers = (place.office->settle(), place.office->chats(0).lines("701").size());
  CHECK(place.knock(place.door.news(1)) == 200);
  place.office->settle();
  CHECK(last_seq(*place.office) == after);
  CHECK(place.office->chats(0).lines("701").size() == answers);
  CHECK(place.knock(place.door.news(2)) == 200);
  place.office->settle();
  CHECK(place.office->chats(0).lines("701").size() == answers + 1);
}
