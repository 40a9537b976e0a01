#include "engine/codec/config_codec.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "tests/codec/good_files.h"

namespace dondoc {
namespace {

std::vector<std::string> faults_of(const std::string& text) {
  Faults faults("dondoc.json");
  const bool decoded = decode_config(text, faults).has_value();
  CHECK(decoded == faults.none());
  std::vector<std::string> lines;
  for (const auto& fault : faults.list()) lines.push_back(fault.pointer + ": " + fault.message);
  return lines;
}

using Lines = std::vector<std::string>;

TEST_CASE("the configuration is read to the letter", "[config]") {
  Faults faults("dondoc.json");
  const auto config = decode_config(good::config(), faults);
  REQUIRE(config);
  CHECK(config->timezone == "Asia/Ho_Chi_Minh");
  CHECK(config->zone.offset_minutes() == 7 * 60);
  CHECK(config->storage_url == "sqlite:var/dondoc.db");
  CHECK(config->listen.port == 8080);
  CHECK(config->listen.public_url == "https://dondoc.example.gov.vn");
  CHECK(config->telegram.enabled);
  CHECK(config->telegram.mode == ReceiveMode::poll);
  CHECK(config->telegram.token_file == "secrets/telegram");
  CHECK(config->zalo_oa.app_id == "1");
  CHECK(config->zalo_oa.refresh_token_file == "secrets/refresh");
  CHECK(config->zalo_oa.attachment_hosts == std::vector<std::string>{"*.zdn.vn"});
  CHECK_FALSE(config->zalo_bot.enabled);
  CHECK(config->zalo_bot.api_base == "http://127.0.0.1:9000");
  CHECK(config->units == "config/units.json");
  CHECK(config->retention_days == 730);
}

TEST_CASE("what is left out has its default", "[config]") {
  Faults faults("dondoc.json");
  const auto config = decode_config("{} // nothing", faults);
  REQUIRE(config);
  CHECK(config->timezone == "Asia/Ho_Chi_Minh");
  CHECK(config->storage_url == "sqlite:var/dondoc.db");
  CHECK(config->listen.host == "127.0.0.1");
  CHECK(config->telegram.api_base == "https://api.telegram.org");
  CHECK(config->zalo_bot.api_base == "https://bot-api.zaloplatforms.com");
  CHECK_FALSE(config->telegram.enabled);
}

TEST_CASE("a secret does not stand in the configuration", "[config]") {
  CHECK(faults_of(R"({"channels": {"telegram": {"token": "123:abc"}}})") ==
        Lines{"/channels/telegram/token: unknown field 'token'; did you mean 'token_file'?"});
  CHECK(faults_of(R"({"channels": {"zalo_oa": {"app_secret": "abc"}}})") ==
        Lines{"/channels/zalo_oa/app_secret: unknown field 'app_secret'; did you mean "
              "'app_secret_file'?"});
  for (const char* url : {"postgresql://dondoc:geheim@db/dondoc", "postgres://u:p@h/d",
                          "postgresql://db/dondoc?user=a&password=b"}) {
    const auto lines = faults_of(R"({"storage": {"url": ")" + std::string(url) + "\"}}");
    REQUIRE(lines.size() == 1);
    CHECK_THAT(lines[0], Catch::StartsWith("/storage/url: a password must not stand"));
  }
  CHECK(
      faults_of(R"({"storage": {"url": "postgresql://dondoc@db1:5432,db2:5432/dondoc"}})").empty());
}

TEST_CASE("an enabled channel has what it needs", "[config]") {
  CHECK(faults_of(R"({"channels": {"telegram": {"enabled": true}}})") ==
        Lines{"/channels/telegram: field 'token_file' is missing: the channel is enabled"});
  CHECK(faults_of(R"({"channels": {"zalo_bot": {"enabled": true, "mode": "webhook",
                     "token_file": "t"}}})") ==
        Lines{"/channels/zalo_bot: field 'webhook_secret_file' is missing: the mode is 'webhook'",
              "/channels/zalo_bot: the mode 'webhook' needs listen.public_url"});
  CHECK(faults_of(R"({"channels": {"zalo_oa": {"enabled": true}}})").size() == 3);
}

TEST_CASE("an Official Account may name its approved templates", "[config]") {
  Faults faults("dondoc.json");
  const auto config = decode_config(
      R"({"channels": {"zalo_oa": {"templates_file": "config/zalo-templates.json"}}})", faults);
  REQUIRE(config);
  CHECK(config->zalo_oa.templates_file == "config/zalo-templates.json");
  CHECK(faults_of(R"({"channels": {"zalo_oa": {"templates_file": 3}}})").size() == 1);
}

TEST_CASE("everything wrong is named, not only the first", "[config]") {
  const auto lines = faults_of(R"({"timezone": "Asia/Hanoi", "storage": {"url": "mysql://x"},
    "listen": {"port": 70000, "public_url": "ftp://x", "hots": "a"}, "retention_days": 0,
    "channels": {"telegramm": {}, "zalo_oa": {"attachment_hosts": ["*"]},
                 "zalo_bot": {"mode": "push", "api_base": "http://example.com"}}, "units": 3})");
  const std::vector<std::string> pointers = {"/timezone",
                                             "/storage/url",
                                             "/listen/port",
                                             "/listen/public_url",
                                             "/listen/hots",
                                             "/channels/zalo_oa/attachment_hosts/0",
                                             "/channels/zalo_bot/mode",
                                             "/channels/zalo_bot/api_base",
                                             "/channels/telegramm",
                                             "/units",
                                             "/retention_days"};
  REQUIRE(lines.size() == pointers.size());
  for (std::size_t i = 0; i < lines.size(); ++i) {
    CHECK_THAT(lines[i], Catch::StartsWith(pointers[i] + ": "));
  }
}

}  // namespace
}  // namespace dondoc
