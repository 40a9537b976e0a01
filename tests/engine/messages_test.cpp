#include "engine/text/messages.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

#include "engine/codec/messages_codec.h"
#include "engine/text/vietnamese.h"

using namespace dondoc;

namespace {

std::string rendered(const std::string& text, const Parameters& parameters) {
  return render(MessageText{"M-00", text, {}}, parameters);
}

MessageBook book(const std::string& language) {
  std::ifstream file(std::string(DONDOC_SOURCE_DIR) + "/config/messages/" + language + ".json");
  std::string json{std::istreambuf_iterator<char>(file), {}};
  Faults faults(language + ".json");
  auto decoded = decode_messages(json, faults);
  REQUIRE(decoded);
  return decoded->book();
}

const MessageBook& vietnamese() {
  static const MessageBook texts = book("vi");
  return texts;
}

const MessageBook& english() {
  static const MessageBook texts = book("en");
  return texts;
}

std::set<std::string> names_in(const MessageText& text) {
  auto names = placeholders(text.text);
  return {names.begin(), names.end()};
}

/// The words of a text in small letters, with a space on both sides of each.
std::string words_of(const std::string& text) {
  std::string words = " ";
  for (char c : text)
    words += std::string(" \n.,;:!?|()[]{}“”·–/").find(c) == std::string::npos ? c : ' ';
  return words + " ";
}

bool has_word(const std::string& text, const std::string& word) {
  return words_of(text).find(" " + word + " ") != std::string::npos;
}

/// As long as they are in real life: the plan of Hóc Môn, its reporting duty.
Parameters usual_values() {
  return {{"xh", "đồng chí"},
          {"ten", "Nguyễn Thị Mẫu"},
          {"dv", "Hội LHPN xã Đông Thạnh"},
          {"ma", "B20-07"},
          {"viec", "báo cáo kết quả triển khai thực hiện kế hoạch"},
          {"kh", "Kế hoạch 148/KH-BTV ngày 25/5/2023"},
          {"han", "24/11/2023"},
          {"noinhan", "Cán bộ phụ trách Tuyên giáo Hội LHPN huyện Hóc Môn"},
          {"songay", "3"}};
}

}  // namespace

TEST_CASE("Placeholders are filled with their values") {
  CHECK(rendered("Mã {ma}, hạn {han}.", {{"han", "24/11/2023"}, {"ma", "B20-07"}}) ==
        "Mã B20-07, hạn 24/11/2023.");
  CHECK(rendered("không có gì", {}) == "không có gì");
  CHECK(rendered("", {}).empty());
}

TEST_CASE("A value is never read as a template") {
  CHECK(rendered("Lý do: {lydo}", {{"lydo", "thiếu {ma} và {"}, {"ma", "B20"}}) ==
        "Lý do: thiếu {ma} và {");
}

TEST_CASE("A brace that names nothing stays a brace") {
  CHECK(rendered("{ {} {MA} {ma", {}) == "{ {} {MA} {ma");
  CHECK(rendered("{{ma}}", {{"ma", "B20"}}) == "{B20}");
}

TEST_CASE("A sentence that begins with a filled-in word gets a capital") {
  const Parameters values{{"xh", "đồng chí"}, {"ma", "B20-07"}, {"viec", "báo cáo kết quả"}};
  CHECK(rendered("{xh} chọn giúp", values) == "Đồng chí chọn giúp");
  CHECK(rendered("Đã nhận. {xh} xem lại", values) == "Đã nhận. Đồng chí xem lại");
  CHECK(rendered("Việc nào? {xh} chọn! {xh} sửa", values) ==
        "Việc nào? Đồng chí chọn! Đồng chí sửa");
  CHECK(rendered("Xin chào\n{xh}", values) == "Xin chào\nĐồng chí");
  CHECK(rendered("[{ma}] {viec}: còn 3 ngày", values) == "[B20-07] Báo cáo kết quả: còn 3 ngày");
}

TEST_CASE("Within a sentence a filled-in word stays as it is") {
  const Parameters values{{"xh", "đồng chí"}, {"viec", "báo cáo kết quả"}};
  CHECK(rendered("Kính nhắc {xh}: {viec}, {xh} ạ", values) ==
        "Kính nhắc đồng chí: báo cáo kết quả, đồng chí ạ");
  CHECK(rendered("“{xh}”", values) == "“đồng chí”");
}

TEST_CASE("A value that ends its own sentence gets no second full stop") {
  CHECK(rendered("Lý do: {lydo}. Hạn cũ", {{"lydo", "chờ số liệu."}}) ==
        "Lý do: chờ số liệu. Hạn cũ");
  CHECK(rendered("Ý kiến: {ykien}.", {{"ykien", "Khi nào xong?"}}) == "Ý kiến: Khi nào xong?");
  CHECK(rendered("Lý do: {lydo}.", {{"lydo", "chờ số liệu"}}) == "Lý do: chờ số liệu.");
  CHECK(rendered("{ngay}...", {{"ngay", "25/5"}}) == "25/5...");
}

TEST_CASE("Placeholders are listed in order, each once") {
  CHECK(placeholders("{xh} {ten}: [{ma}] {viec}, {xh}") ==
        std::vector<std::string>{"xh", "ten", "ma", "viec"});
  CHECK(placeholders("không có").empty());
  CHECK(placeholders("{} {A} {ma").empty());
}

TEST_CASE("A book finds texts by id, and the later of two replaces the earlier") {
  MessageBook texts;
  texts.add({"M-01", "một", {}});
  texts.add({"M-01", "hai", {{"ack", "Tiếp nhận"}}});
  REQUIRE(texts.find("M-01") != nullptr);
  CHECK(texts.find("M-01")->text == "hai");
  CHECK(texts.find("M-99") == nullptr);
  CHECK(texts.all().size() == 1);
}

TEST_CASE("Both languages have the same texts with the same placeholders, forms of address aside, and actions") {
  CHECK(vietnamese().all().size() == english().all().size());
  for (const auto& [id, text] : vietnamese().all()) {
    INFO(id);
    const MessageText* other = english().find(id);
    REQUIRE(other != nullptr);
    auto names = names_in(text);
    auto other_names = names_in(*other);
    names.erase("xh");  // English often does without a form of address
    other_names.erase("xh");
    CHECK(names == other_names);
    REQUIRE(text.buttons.size() == other->buttons.size());
    for (std::size_t i = 0; i < text.buttons.size(); ++i)
      CHECK(text.buttons[i].action == other->buttons[i].action);
  }
}

TEST_CASE("Every text fits a chat: 300 characters, three buttons of 20") {
  for (const MessageBook* texts : {&vietnamese(), &english()}) {
    for (const auto& [id, text] : texts->all()) {
      INFO(id);
      CHECK(characters(text.text) <= 300);
      CHECK(nfc(text.text) == text.text);
      CHECK(text.buttons.size() <= 3);
      for (const Button& button : text.buttons) CHECK(characters(button.label) <= 20);
    }
  }
}

TEST_CASE("No text orders about, blames or is familiar with an officer") {
  for (const auto& [id, text] : vietnamese().all()) {
    INFO(id);
    for (const char* word :
         {"bạn", "yêu cầu", "Yêu cầu", "phê bình", "nhắc nhở", "chậm trễ", "vi phạm"})
      CHECK_FALSE(has_word(text.text, word));
  }
}

TEST_CASE("Requested duties are asked for politely and are never called overdue") {
  for (const char* id : {"M-01Q", "M-03Q", "M-05Q", "M-06Q", "M-22Q", "M-26Q"}) {
    INFO(id);
    const MessageText* text = vietnamese().find(id);
    REQUIRE(text != nullptr);
    CHECK(text->text.find("kính đề nghị") != std::string::npos);
    CHECK(text->text.find("quá hạn") == std::string::npos);
  }
}

TEST_CASE("The reminders of a usual duty stay within 300 characters when they are filled") {
  for (const auto& [id, text] : vietnamese().all()) {
    bool fits = true;
    for (const std::string& name : placeholders(text.text)) {
      auto values = usual_values();
      fits = fits && std::any_of(values.begin(), values.end(),
                                 [&](const auto& v) { return v.first == name; });
    }
    if (!fits) continue;
    INFO(id);
    CHECK(characters(render(text, usual_values())) <= 300);
  }
}

TEST_CASE("The first reminder reads as the office wrote it") {
  CHECK(render(*vietnamese().find("M-02"), usual_values()) ==
        "Kính nhắc đồng chí Nguyễn Thị Mẫu: còn 3 ngày đến hạn [B20-07] Báo cáo kết quả triển khai "
        "thực hiện kế "
        "hoạch: 24/11/2023. Nếu cần biểu mẫu, đồng chí chọn “Mẫu báo cáo”.");
}

TEST_CASE("Whoever is greeted for the first time is told that nobody sits at the other end") {
  for (const char* id : {"H-01", "H-02", "H-09"})
    CHECK(vietnamese().find(id)->text.rfind("Đây là tin nhắn tự động", 0) == 0);
}
