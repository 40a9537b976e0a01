// Files sent in the chat, through the engine: what the log holds, who is told, who may.
#include <catch2/catch.hpp>

#include "bots/talk/talk.h"
#include "engine/codec/event_codec.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_digest(64, 'a');

struct Desk {
  MemoryStore store;
  std::unique_ptr<Interpreter> talk = make_talk();
  TestOffice office{store, talk.get()};
  std::string officer, lead;

  Desk() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    officer = "cb-" + office.of("B20-07").unit;
    lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
  }

  Answer offer(const std::string& who, const std::string& name = "Báo cáo.pdf",
               std::int64_t bytes = 1200) {
    return office.say(who, OfferFile{"B20-07", "telegram", "AgAD", name, bytes},
                      "2023-11-20T08:30");
  }
  Answer keep(const std::string& by = "", int number = 1) {
    return office.say(by, KeepFile{"B20-07", number, "pdf", k_digest, 1300}, "2023-11-20T08:31");
  }
  std::vector<std::string> messages_to(const std::string& receiver) const {
    std::vector<std::string> ids;
    for (const auto& [id, row] : store.outbox()) {
      if (row.person == receiver) ids.push_back(decode_message(row.body).message);
    }
    return ids;
  }
  const Assignment& duty() { return office.of("B20-07"); }
};

}  // namespace

TEST_CASE("a file is offered, fetched and kept; the log holds what it is", "[files]") {
  Desk desk;
  REQUIRE(desk.offer(desk.officer).kind == AnswerKind::done);
  CHECK(desk.office.engine().office().offered_files.size() == 1);
  CHECK_FALSE(desk.duty().attachments.front().is_kept());
  REQUIRE(desk.keep().kind == AnswerKind::done);
  CHECK(desk.office.engine().office().offered_files.empty());
  const Attachment& file = desk.duty().attachments.front();
  CHECK(file.digest == k_digest);
  CHECK(file.name == "Báo cáo.pdf");
  CHECK(file.bytes == 1300);
  CHECK(file.by == desk.officer);
  CHECK(desk.messages_to(desk.officer).back() == "F-10");
  CHECK(desk.duty().last_answer_at.has_value());
  CHECK(desk.store.log().back().kind == "file_kept");
}

TEST_CASE("a file is settled once, and only by the program", "[files]") {
  Desk desk;
  desk.offer(desk.officer);
  CHECK(desk.keep(desk.officer).kind == AnswerKind::refused);
  CHECK(desk.keep(desk.lead).kind == AnswerKind::refused);
  CHECK(desk.keep("", 2).kind == AnswerKind::refused);
  CHECK(desk.keep().kind == AnswerKind::done);
  CHECK(desk.keep().kind == AnswerKind::refused);
  CHECK(desk.office.say("", RefuseFile{"B20-07", 1, "gone"}, "2023-11-20T08:32").kind ==
        AnswerKind::refused);
}

TEST_CASE("of a refused file only the fact remains, and the sender is told why", "[files]") {
  Desk desk;
  desk.offer(desk.officer);
  REQUIRE(desk.office.say("", RefuseFile{"B20-07", 1, "other_content"}, "2023-11-20T08:32").kind ==
          AnswerKind::done);
  CHECK(desk.duty().attachments.empty());
  CHECK(desk.office.engine().office().offered_files.empty());
  CHECK(desk.messages_to(desk.officer).back() == "F-11");
  desk.offer(desk.officer);
  CHECK(desk.duty().attachments.front().number == 2);  // a number is never given twice
}

TEST_CASE("who does not answer for a duty cannot send files for it", "[files]") {
  Desk desk;
  CHECK(desk.offer("cb-hpn-xa-dong-thanh").kind == AnswerKind::refused);
  CHECK(desk.offer("nobody").kind == AnswerKind::refused);
  CHECK(desk.offer(desk.officer, "trò chơi.exe").kind == AnswerKind::refused);
  CHECK(desk.offer(desk.officer, "a.pdf", 30'000'000).kind == AnswerKind::refused);
  CHECK(desk.duty().attachments.empty());
}

TEST_CASE("the report tells the lead how many files there are; later ones are told apart",
          "[files]") {
  Desk desk;
  desk.offer(desk.officer);
  desk.keep();
  desk.office.say(desk.officer, Submit{{"B20-07"}, Outcome::complete, {}, "Đã gửi", {}},
                  "2023-11-20T09:00");
  CHECK(desk.duty().submissions.back().files == std::vector<std::string>{"Báo cáo.pdf"});
  desk.office.say(desk.officer, OfferFile{"B20-07", "telegram", "AgAE", "Phụ lục.xlsx", 10},
                  "2023-11-20T09:10");
  desk.keep("", 2);
  CHECK(desk.messages_to(desk.officer).back() == "F-10R");
  CHECK(desk.messages_to(desk.lead).back() == "F-10L");
}

TEST_CASE("a document taken away is taken away in the store as well", "[files]") {
  Desk desk;
  desk.offer(desk.officer);
  desk.keep();
  std::size_t waiting = 0;
  REQUIRE(desk.store.each_document([&](const DocumentRow& row) {
    waiting += row.kind == "offered_file" ? 1 : 0;
  }));
  CHECK(waiting == 0);
}
