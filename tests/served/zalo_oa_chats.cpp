#include <nlohmann/json.hpp>

#include "tests/served/chats.h"
#include "tests/support/fake_zalo_oa.h"
#include "tests/support/text_file.h"

namespace dondoc::test {
namespace {

constexpr const char* k_address = "https://dondoc.test/webhook/zalo_oa";

class ZaloOaChats : public Chats {
 public:
  std::string channel() const override { return "zalo_oa"; }
  FakePlatform& platform() override { return fake_; }

  std::string configuration(const std::string& base, const std::string& folder,
                            Instant now) override {
    const FakeZaloOaSettings settings;
    write_text(folder + "/zalo-app", settings.app_secret);
    write_text(folder + "/zalo-oa", settings.oa_secret);
    write_text(folder + "/zalo-refresh", fake_.mint_refresh_token(now));
    return nlohmann::json{{"enabled", true},
                          {"app_id", settings.app_id},
                          {"app_secret_file", folder + "/zalo-app"},
                          {"oa_secret_file", folder + "/zalo-oa"},
                          {"refresh_token_file", folder + "/zalo-refresh"},
                          {"api_base", base},
                          {"oauth_base", base},
                          {"business_base", base}}
        .dump();
  }

  void join(const std::string& account, const std::string& code, Instant now) override {
    fake_.follow(account, now);
    fake_.say(account, code, now);
  }
  void say(const std::string& account, const std::string& text, Instant now) override {
    fake_.say(account, text, now);
  }
  bool press(const std::string& account, const std::string& label, Instant now) override {
    return fake_.press(account, label, now);
  }
  void block(const std::string& account, Instant now) override { fake_.unfollow(account, now); }

  std::vector<ChatLine> lines(const std::string& account) const override {
    std::vector<ChatLine> lines;
    for (const ZaloShown& shown : fake_.shown(account)) {
      std::string text = shown.text;
      for (const auto& [name, value] : shown.data) text += name + "=" + value + "\n";
      lines.push_back({shown.at, text});
    }
    return lines;
  }

  std::size_t deliver(HttpClient& client, Instant now) override {
    return fake_.deliver(client, k_address, now);
  }
  void end_consent(Instant now) override {
    static_cast<void>(fake_.mint_refresh_token(now));  // somebody made a new pair elsewhere
    fake_.kill_access_token();
  }
  std::string agree(const std::string& challenge, Instant now) override {
    return fake_.consent_code(challenge, now);
  }
  void plan_faults(const ChanceOfFaults& faults) override {
    fake_.fail_by_chance(faults.percent, faults.seed);
  }

 private:
  FakeZaloOa fake_;
};

}  // namespace

std::unique_ptr<Chats> zalo_oa_chats() { return std::make_unique<ZaloOaChats>(); }

}  // namespace dondoc::test
