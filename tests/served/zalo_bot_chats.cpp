#include <algorithm>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "tests/served/chats.h"
#include "tests/support/fake_zalo_bot.h"
#include "tests/support/text_file.h"

namespace dondoc::test {
namespace {

constexpr const char* k_token = "4112:TEST-token";

class ZaloBotChats : public Chats {
 public:
  explicit ZaloBotChats(Updates updates) : updates_(updates) {}
  std::string channel() const override { return "zalo_bot"; }
  FakePlatform& platform() override { return fake_; }

  std::string configuration(const std::string& base, const std::string& folder,
                            Instant) override {
    write_text(folder + "/zalo-bot-token", k_token);
    write_text(folder + "/zalo-bot-secret", "secret-of-the-webhook");
    return nlohmann::json{{"enabled", true},
                          {"mode", updates_ == Updates::poll ? "poll" : "webhook"},
                          {"token_file", folder + "/zalo-bot-token"},
                          {"webhook_secret_file", folder + "/zalo-bot-secret"},
                          {"api_base", base}}
        .dump();
  }

  void join(const std::string& account, const std::string& code, Instant now) override {
    fake_.say(account, code, now);
  }
  void say(const std::string& account, const std::string& text, Instant now) override {
    fake_.say(account, text, now);
  }

  /// There are no buttons: the line that stands for one is copied, "Duyệt B20-01 (Đồng ý)" whole.
  bool press(const std::string& account, const std::string& label, Instant now) override {
    const auto sent = fake_.messages(account);
    for (auto message = sent.rbegin(); message != sent.rend(); ++message) {
      const std::string line = typed_line(message->text, label);
      if (line.empty()) continue;
      fake_.say(account, line, now);
      return true;
    }
    return false;
  }
  void block(const std::string& account, Instant) override { fake_.block(account); }

  std::vector<ChatLine> lines(const std::string& account) const override {
    std::vector<ChatLine> lines;
    for (const ZaloBotMessage& message : fake_.messages(account))
      lines.push_back({message.at, message.text});
    return lines;
  }

  std::size_t deliver(HttpClient& client, Instant) override {
    if (updates_ == Updates::poll) {
      if (!comes_true([&] { return fake_.waiting() == 0; }) || !comes_true(is_asked_again()))
        throw std::runtime_error("the office does not poll");
      return 0;
    }
    const std::vector<int> statuses = fake_.pump(client);
    return static_cast<std::size_t>(std::count(statuses.begin(), statuses.end(), 200));
  }
  void plan_faults(const ChanceOfFaults& faults) override {
    fake_.fail_by_chance(faults.percent, faults.seed);
  }

 private:
  /// This platform forgets what it has handed out; the next poll says that it was dealt with.
  std::function<bool()> is_asked_again() {
    const std::size_t before = fake_.calls("getUpdates");
    return [this, before] { return fake_.calls("getUpdates") > before; };
  }

  /// The line of a message that begins with the label, or carries it in parentheses.
  static std::string typed_line(const std::string& text, const std::string& label) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string line = text.substr(begin, end - begin);
      if (line.starts_with(label) || line.ends_with("(" + label + ")")) return line;
      begin = end + 1;
    }
    return {};
  }

  const Updates updates_;
  FakeZaloBot fake_;
};

}  // namespace

std::unique_ptr<Chats> zalo_bot_chats(Updates updates) {
  return std::make_unique<ZaloBotChats>(updates);
}

}  // namespace dondoc::test
