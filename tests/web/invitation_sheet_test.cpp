#include "web/invitation_sheet.h"

#include <catch2/catch.hpp>
#include <fstream>
#include <iterator>

#include "web/qr_picture.h"

using namespace dondoc;

namespace {

const char* const k_link = "https://t.me/dondoc_test_bot?start=ACDE3467";

std::string file(const char* name) {
  std::ifstream in(std::string(DONDOC_SOURCE_DIR) + "/web/templates/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string sheet(const std::vector<InvitationCard>& cards) {
  return invitation_sheet(file("invitations.html"), file("pages/invitation_cards.html"), cards);
}

InvitationCard card() {
  return {"chị",       "Nguyễn Thị Lan", "Hội LHPN xã <Đông Thạnh>",
          "ACDE-3467", k_link,           "08:30 ngày 12/01/2026",
          true};
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
  return found;
}

}  // namespace

TEST_CASE("a QR code is a square with a border, drawn with nothing but moves and bars", "[sheet]") {
  const auto picture = qr_picture(k_link);
  REQUIRE(picture);
  CHECK(picture->side == 33 + 2 * 4);  // version 4 holds 62 bytes
  CHECK(picture->path.find_first_not_of("Mhvz0123456789 -") == std::string::npos);
  CHECK(picture->path.starts_with("M4 4h7v1h-7z"));  // the corner a scanner looks for
  CHECK_FALSE(qr_picture(""));
  CHECK_FALSE(qr_picture(std::string(3'000, 'a')));
}

TEST_CASE("a card says who is meant, the code, until when, and how to use it", "[sheet]") {
  const std::string html = sheet({card()});
  for (const char* part :
       {"Kính mời chị", "Nguyễn Thị Lan", "Hội LHPN xã &lt;Đông Thạnh&gt;", "ACDE-3467",
        "08:30 ngày 12/01/2026", "quét mã QR bằng Telegram, hoặc nhắn mã liên kết trên Zalo",
        "mã dành riêng cho chị, xin không chuyển cho người khác", "<path d=\"M4 4h7v1h-7z"})
    CHECK(has(html, part));
  CHECK_FALSE(has(html, "{{"));
  CHECK_FALSE(has(html, "<Đông"));
}

TEST_CASE("a card speaks of the platforms it is good for, and of no other", "[sheet]") {
  InvitationCard only_zalo = card();
  only_zalo.link.clear();
  const std::string zalo = sheet({only_zalo});
  CHECK_FALSE(has(zalo, "Telegram"));
  CHECK_FALSE(has(zalo, "<svg"));
  CHECK(has(zalo, "nhắn mã liên kết trên Zalo của cơ quan"));

  InvitationCard only_telegram = card();
  only_telegram.by_zalo = false;
  const std::string telegram = sheet({only_telegram});
  CHECK_FALSE(has(telegram, "Zalo"));
  CHECK(has(telegram, "quét mã QR bằng Telegram để nhận việc"));

  only_zalo.by_zalo = false;
  const std::string neither = sheet({only_zalo});
  CHECK_FALSE(has(neither, "Zalo"));
  CHECK(has(neither, "nhắn mã liên kết cho tài khoản Đôn Đốc của cơ quan"));
}

TEST_CASE("a sheet asks for nothing from elsewhere and has a card for everyone", "[sheet]") {
  const std::string html = sheet(std::vector<InvitationCard>(20, card()));
  CHECK(count(html, "<section class=\"invitation\" lang=\"vi\">") == 20);
  CHECK(has(html, "20 thư mời"));
  for (const char* outside : {"src=", "href=", "url(", "@import", "<script", "http"})
    CHECK_FALSE(has(html, outside));  // links stand in the QR codes alone
}
