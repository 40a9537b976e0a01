// SIGKILL on the running program while people write to it: whatever a webhook call was answered for
// is there after the next start, the log is whole, and replaying it gives what is stored.
// `scripts/prove kills` does it a thousand times.
#include <catch2/catch.hpp>
#include <chrono>
#include <cstdlib>
#include <mutex>
#include <thread>

#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/served/served_office.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"
#include "tests/support/scripted_run.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr int k_kills = 15;
constexpr int k_replayed_every = 25;
constexpr std::size_t k_callers = 3;
constexpr std::uint64_t k_seed = 20231110;
constexpr const char* k_secret = "secret-of-the-webhook";  // as telegram_chats.cpp configures it

struct Account {
  const char* person;
  const char* id;
};
const std::vector<Account> k_accounts = {
    {"ld-hpn-huyen-hoc-mon", "900"}, {"cb-hpn-xa-ba-diem", "701"},
    {"cb-hpn-xa-dong-thanh", "702"}, {"cb-hpn-xa-nhi-binh", "703"},
    {"cb-hpn-xa-tan-hiep", "704"},   {"cb-hpn-xa-tan-thoi-nhi", "705"},
};
const std::vector<const char*> k_words = {"tiếp nhận tất cả",
                                          "việc của tôi",
                                          "B20-01 đang làm",
                                          "đã xong 3 cuộc 245 lượt",
                                          "quá hạn",
                                          "vướng kinh phí",
                                          "xin gia hạn B20-02 đến 30/11 vì chờ số liệu",
                                          "tình hình",
                                          "sửa"};

int kills_wanted() {
  const char* text = std::getenv("DONDOC_PROOF_N");
  return text == nullptr ? k_kills : std::atoi(text);
}

class Soak {
 public:
  Soak() : office_("2023-11-06T08:00", platforms()) {
    office_.start();
    office_.import_people("b-hocmon-2023");
    for (const Account& account : k_accounts)
      office_.bind(office_.chats(0), account.person, account.id);
    office_.command({"issue", "workflows/plans/b-hocmon-2023.json"});
  }

  /// People write until the program is killed at a moment of chance; then it starts again.
  void kill_under_load() {
    // A later time, so that steps are due as well.
    office_.run_to(Zone::viet_nam().iso(office_.now() + Elapsed::minutes(7)).substr(0, 16));
    const std::size_t answered_before = answered_.size();
    std::vector<std::thread> callers;
    for (std::size_t i = 0; i < k_callers; ++i)
      callers.emplace_back([this, random = Random(random_.next())]() mutable { call(random); });
    wait_for_answers(answered_before + random_.below(60));
    std::this_thread::sleep_for(std::chrono::microseconds(random_.below(5'000)));
    office_.kill();
    for (std::thread& caller : callers) caller.join();
    ++kills_;
    check(kills_ % k_replayed_every == 0);
    office_.start();
  }

  void end() {
    REQUIRE(office_.stop() == 0);
    check(true);
    office_.command({"verify"});
  }

  std::string figures() const {
    return std::to_string(kills_) + " kills, " + std::to_string(answered_.size()) +
           " calls answered in all, " + std::to_string(lost_) + " of them lost, " +
           std::to_string(broken_) + " times a log or state that does not verify";
  }
  bool is_well() const { return lost_ == 0 && broken_ == 0 && !answered_.empty(); }

 private:
  static std::vector<std::unique_ptr<Chats>> platforms() {
    std::vector<std::unique_ptr<Chats>> one;
    one.push_back(telegram_chats());
    return one;
  }

  void wait_for_answers(std::size_t count) {
    for (int milliseconds = 0; milliseconds < 2'000; ++milliseconds) {
      {
        const std::lock_guard lock(mutex_);
        if (answered_.size() >= count) return;
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }

  /// Until nobody answers any more.
  void call(Random& random) {
    for (;;) {
      const std::int64_t update = [this] {
        const std::lock_guard lock(mutex_);
        return ++last_update_;
      }();
      const std::string account = k_accounts[random.below(k_accounts.size())].id;
      const std::string body =
          R"({"update_id":)" + std::to_string(update) + R"(,"message":{"message_id":)" +
          std::to_string(update) + R"(,"date":)" + std::to_string(office_.now().ms / 1'000) +
          R"(,"text":")" + k_words[random.below(k_words.size())] + R"(","from":{"id":)" + account +
          R"(,"is_bot":false,"first_name":"Lan"},"chat":{"id":)" + account +
          R"(,"type":"private"}}})";
      const int status =
          office_.call("/webhook/telegram", {{"X-Telegram-Bot-Api-Secret-Token", k_secret}}, body);
      if (status == 0) return;
      if (status != 200) continue;
      const std::lock_guard lock(mutex_);
      answered_.push_back(update);
    }
  }

  void check(bool replayed) {
    const auto chain = verify_chain(office_.database());
    if (!chain || chain->first_bad_seq) ++broken_;
    if (replayed && !is_consistent(office_.database())) ++broken_;
    // Reading as the program would, at the next start.
    const auto store = open_sqlite_store(office_.database()).value();
    for (; checked_ < answered_.size(); ++checked_) {
      const std::string key = "telegram:" + std::to_string(answered_[checked_]);
      if (!store->inbox_seen(key).value()) ++lost_;
    }
  }

  ServedOffice office_;
  Random random_{k_seed};
  std::mutex mutex_;
  std::int64_t last_update_ = 1'000'000;  // guarded by mutex_
  std::vector<std::int64_t> answered_;    // guarded by mutex_ while callers run
  std::size_t checked_ = 0;
  int kills_ = 0;
  int lost_ = 0;
  int broken_ = 0;
};

}  // namespace

TEST_CASE("killed while people write to it, again and again, it loses nothing it answered for",
          "[kills]") {
  Soak soak;
  for (int kills = kills_wanted(); kills > 0; --kills) soak.kill_under_load();
  soak.end();
  INFO(soak.figures());
  CHECK(soak.is_well());
  WARN(soak.figures());
}
