#include "app/scrub.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

const std::vector<std::string> k_secrets = {"4242:AbC", "geheim"};

std::string clean(const std::string& said) { return scrubbed({said}, k_secrets); }

OutgoingMessage message() {
  OutgoingMessage message;
  message.account = "778899";
  message.text = "Kính nhắc đồng chí Nguyễn Thị Lan: [B20-07] Báo cáo tháng 11";
  message.buttons = {{"Tiếp nhận", "ack:B20-07:9f3c"}};
  message.files = {{"bao-cao.docx", "", ""}};
  return message;
}

std::string clean_about_message(const std::string& said) {
  return scrubbed(SaidElsewhere::about(message(), said), k_secrets);
}

}  // namespace

TEST_CASE("what platforms usually say stays as it is", "[scrub]") {
  for (const char* said :
       {"403 Forbidden: bot was blocked by the user", "-216 access token invalid",
        "429 Too Many Requests: retry after 35", "-14014 Invalid refresh token",
        "400 Bad Request: CHAT_ADMIN_REQUIRED", "không có phản hồi"}) {
    CHECK(clean(said) == said);
    CHECK(clean_about_message(said) == said);
  }
}

TEST_CASE("secrets are taken out wherever they stand", "[scrub]") {
  CHECK(clean("no /bot4242:AbC/getMe, geheimgeheim") == "no /bot…/getMe, …");
  CHECK(clean("4242:AbC") == "…");
  // A rotated token is in no list, but it is long.
  CHECK(clean("bad eyJhbGciOiJIUzI1NiIsInR5cCI6 token") == "bad … token");
}

TEST_CASE("numbers as long as an account or a phone are taken out, codes are not", "[scrub]") {
  CHECK(clean("user 7770001112223334441 not found, -14014, 84901234567") ==
        "user … not found, -14014, …");
}

TEST_CASE("nothing of the message comes back", "[scrub]") {
  CHECK(clean_about_message("400 can't parse: Kính nhắc đồng chí Nguyễn Thị Lan at byte 5") ==
        "400 can't parse: … at byte 5");
  CHECK(clean_about_message("chat 778899 is wrong") == "chat … is wrong");
  CHECK(clean_about_message("button 'Tiếp nhận' ack:B20-07:9f3c, bao-cao.docx") ==
        "button '…' …, …");
  const std::string said = clean_about_message("who is Thị Lan: [B20-07]?");
  CHECK(said.find("Lan") == said.npos);
  CHECK(said.find("B20-07") == said.npos);
}

TEST_CASE("a page of HTML or a trick with control characters is cut and made harmless", "[scrub]") {
  const std::string page = clean("502 <html>\r\n" + std::string(5'000, 'x') + " end");
  CHECK(page.size() <= 300);
  CHECK(page.find('\n') == page.npos);
  CHECK(clean("a\nb\tc\x7f") == "a b c ");
  // Cut between characters, and a secret across the cut is not shown by half.
  std::string vietnamese;
  for (int i = 0; i < 200; ++i) vietnamese += "ở ";
  CHECK(clean(vietnamese).size() <= 300);
  CHECK(clean(std::string(996, ' ') + "geheim").find("gehe") == std::string::npos);
}

TEST_CASE("an answer begins with its code", "[scrub]") {
  CHECK(leading_code("403 Forbidden") == 403);
  CHECK(leading_code("-216 access token invalid") == -216);
  CHECK(leading_code("-124") == -124);
  CHECK_FALSE(leading_code("Forbidden 403"));
  CHECK_FALSE(leading_code("4xx"));
  CHECK_FALSE(leading_code(""));
  CHECK_FALSE(leading_code("99999999999999999999 x"));
}
