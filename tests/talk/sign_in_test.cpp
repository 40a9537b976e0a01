#include <catch2/catch.hpp>

#include <string>

#include "bots/talk/talk.h"
#include "engine/command/sign_in_link.h"
#include "tests/talk/world_for_talk.h"

using namespace dondoc;
using dondoc::talk_test::OfficeForTalk;

namespace {

const std::string k_key(k_sign_in_key_bytes, 'k');

Interpretation asked(const OfficeForTalk& office, const std::string& who, const std::string& text,
                     SignInLinks links = {k_key, [] { return "https://dondoc.example.gov.vn"; }},
                     const std::string& key = "tin-1") {
  Heard heard;
  heard.key = key;
  heard.person = who;
  heard.channel = "sandbox";
  heard.at = office.now;
  heard.text = text;
  return make_talk(std::move(links))->interpret(office.world(), heard, office.now);
}

}  // namespace

TEST_CASE("Who asks for the pages gets a link that lets her in for ten minutes", "[talk]") {
  OfficeForTalk office;
  for (const char* text : {"đăng nhập", "/web", "Đăng nhập ạ", "dang nhap"}) {
    INFO(text);
    const auto meant = asked(office, "dao", text);
    REQUIRE(meant.replies.size() == 1);
    CHECK(meant.commands.empty());
    const std::string& said = meant.replies.front().text;
    const std::string before = "https://dondoc.example.gov.vn/signin/link?t=";
    const auto at = said.find(before);
    REQUIRE(at != said.npos);
    const auto from = at + before.size();
    const std::string token = said.substr(from, said.find_first_of(" \n", from) - from);
    const Elapsed nearly = Elapsed::seconds(599);
    const auto sign_in = read_sign_in_token(token, k_key, office.now + nearly);
    REQUIRE(sign_in.has_value());
    CHECK(sign_in->person == "dao");
    CHECK_FALSE(read_sign_in_token(token, k_key, office.now + Elapsed::minutes(11)).has_value());
    CHECK_FALSE(read_sign_in_token(token, k_key, office.now - Elapsed::minutes(1)).has_value());
    CHECK_FALSE(read_sign_in_token(token, std::string(32, 'x'), office.now).has_value());
    for (std::size_t i = 0; i < token.size(); i += 7) {
      std::string changed = token;
      changed[i] = changed[i] == 'A' ? 'B' : 'A';
      CHECK_FALSE(read_sign_in_token(changed, k_key, office.now).has_value());
    }
  }
}

TEST_CASE("a second link asked for at the same instant was the first one, used up already",
          "[talk]") {
  OfficeForTalk office;
  const SignInLinks links{k_key, [] { return "https://dondoc.example.gov.vn"; }};
  const auto first = asked(office, "dao", "đăng nhập", links, "tin-1");
  const auto second = asked(office, "dao", "đăng nhập", links, "tin-2");
  CHECK(first.replies.front().text != second.replies.front().text);
}

TEST_CASE("Where no pages are known, the bot says whom to ask and gives no link", "[talk]") {
  OfficeForTalk office;
  for (const SignInLinks& links :
       {SignInLinks{}, SignInLinks{k_key, [] { return ""; }}, SignInLinks{k_key, {}}}) {
    const auto meant = asked(office, "dao", "đăng nhập", links);
    REQUIRE(meant.replies.size() == 1);
    CHECK(meant.replies.front().message == "H-31");
  }
}

TEST_CASE("A sentence about signing in is no request for a link", "[talk]") {
  OfficeForTalk office;
  const auto meant = asked(office, "lan", "em không đăng nhập được phần mềm kế toán ạ");
  for (const Reply& reply : meant.replies) CHECK(reply.message != "H-30");
}
