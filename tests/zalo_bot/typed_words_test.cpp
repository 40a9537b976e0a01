#include "bots/zalo_bot/typed_words.h"

#include <catch2/catch.hpp>
#include <set>

#include "bots/talk/read_command.h"
#include "bots/talk/read_press.h"
#include "engine/text/vietnamese.h"
#include "tests/support/message_books.h"
#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk::Intent;
using dondoc::talk_test::OfficeForTalk;
using dondoc::test::books;

namespace {

const LocalDate k_monday = LocalDate::of(2023, 11, 13).value();

OutgoingMessage message(const std::string& text, std::vector<OutgoingButton> buttons) {
  OutgoingMessage out;
  out.book = books().vi;
  out.text = text;
  out.buttons = std::move(buttons);
  return out;
}

}  // namespace

TEST_CASE("every button of the message book, typed as its line says, means the same") {
  const OfficeForTalk office;
  std::set<std::string> without_words;
  std::set<std::string> proved;
  for (const auto& [id, text] : talk_test::definitions().vi.all()) {
    for (const Button& button : text.buttons) {
      const std::string payload = button.action + ":B20-01:7";
      const std::string typed = zalo_bot::typed_words(payload);
      if (typed.empty()) {
        without_words.insert(button.action);
        continue;
      }
      const Intent pressed = talk::read_press(office.world(), payload, k_monday);
      for (const std::string& way : {typed, fold(typed)}) {
        INFO(id << " " << button.action << ": " << way);
        const Intent read = talk::read_command(office.world(), talk::Utterance(way), k_monday);
        CHECK(talk::name_of(read.act) == talk::name_of(pressed.act));
        CHECK(read.promise == pressed.promise);
        CHECK(read.unknown.empty());
        if (typed.ends_with("B20-01")) CHECK(read.codes == pressed.codes);
      }
      proved.insert(button.action);
    }
  }
  CHECK(without_words == std::set<std::string>{"attach", "confirm", "understood", "withdrawn"});
  CHECK(proved.size() > 25);
}

TEST_CASE("an action that no text has yet is understood as well") {
  const OfficeForTalk office;
  for (const char* action : {"cancel", "alone"}) {
    const std::string payload = std::string(action) + "::7";
    const Intent read = talk::read_command(
        office.world(), talk::Utterance(zalo_bot::typed_words(payload)), k_monday);
    CHECK(talk::name_of(read.act) ==
          talk::name_of(talk::read_press(office.world(), payload, k_monday).act));
  }
}

TEST_CASE("buttons become lines under the text, with the label where the words differ") {
  const std::string text = zalo_bot::text_with_typed_words(
      message("Kính gửi đồng chí Lan.", {{"Tiếp nhận", "ack:B20-07:1z"},
                                         {"Đã thực hiện", "sent:B20-07:1z"},
                                         {"Đã rõ", "understood:B20-07:1z"},
                                         {"Xem việc của tôi", "mine::1z"}}));
  CHECK(text ==
        "Kính gửi đồng chí Lan.\n\nTrả lời bằng cách nhắn:\nTiếp nhận B20-07\n"
        "Đã xong B20-07 (Đã thực hiện)\nViệc của tôi (Xem việc của tôi)");
}

TEST_CASE("who reads English is told in English what to type, which is the same") {
  OutgoingMessage out = message("Dear Lan.", {{"Acknowledge", "ack:B20-07:1z"}});
  out.files.push_back({"phieu.docx", "", "x"});
  out.book = books().en;
  CHECK(zalo_bot::text_with_typed_words(out) ==
        "Dear Lan.\n(This channel cannot carry the file: phieu.docx)\n\n"
        "To answer, type:\nTiếp nhận B20-07 (Acknowledge)");
}

TEST_CASE("a message without buttons, or with silent ones, stays as it is") {
  CHECK(zalo_bot::text_with_typed_words(message("Cảm ơn.", {})) == "Cảm ơn.");
  CHECK(zalo_bot::text_with_typed_words(message("Cảm ơn.", {{"Đã rõ", "understood:B1:1"}})) ==
        "Cảm ơn.");
  CHECK(zalo_bot::text_with_typed_words(message("Cảm ơn.", {{"?", "no such action"}})) ==
        "Cảm ơn.");
}

TEST_CASE("the same line is not written twice, and a suffix of a code is kept") {
  const std::string text = zalo_bot::text_with_typed_words(message(
      "A", {{"Gọi", "call:C23-07-Q2:1"}, {"Gọi", "contact:C23-07-Q2:1"}, {"Gọi", "call::1"}}));
  CHECK(text == "A\n\nTrả lời bằng cách nhắn:\nLiên hệ C23-07-Q2 (Gọi)\nLiên hệ (Gọi)");
}

TEST_CASE("a file that cannot be sent here is named, and the text is in normal form") {
  OutgoingMessage out = message("Pha\u0309i", {});
  out.files.push_back({"phieu.docx", "", "x"});
  const std::string text = zalo_bot::text_with_typed_words(out);
  CHECK(text == "Phải\n(Kênh này không gửi được tệp: phieu.docx)");
  CHECK(text == nfc(text));
}
