// A month of plan B over all three channels while a fifth of all calls fails and the office is
// killed fifty times: every message arrives, is overtaken, or is given up with the lead told; what
// is sent twice says so; nothing goes to a wrong chat, nothing at night.
#include <algorithm>
#include <array>
#include <catch2/catch.hpp>
#include <chrono>
#include <map>
#include <set>
#include <thread>

#include "engine/command/stranger.h"
#include "engine/notice/notices.h"
#include "engine/text/vietnamese.h"
#include "storage/sqlite/sqlite_reader.h"
#include "tests/served/served_office.h"
#include "tests/support/office.h"
#include "tests/support/random_commands.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

// Instrumented, every start of the program costs ten times as much.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr int k_kills = 10;
#else
constexpr int k_kills = 50;
#endif
constexpr std::uint64_t k_seed = 20231110;
constexpr const char* k_lead = "ld-hpn-huyen-hoc-mon";
constexpr const char* k_repeat_notice = "(Tin này có thể đã được gửi trước đó) ";

/// The ends of the sending hours, so that the time of a message tells whether it left in them. What
/// was begun in them may be repeated for the three minutes of a lease.
constexpr std::array k_times = {"07:59", "08:00", "10:30", "11:00", "11:03", "13:59",
                                "14:00", "16:00", "16:30", "16:33", "20:00"};
const std::set<std::string> k_outside = {"07:59", "13:59", "20:00"};

struct Account {
  std::string person;
  std::size_t chats;
  std::string id;
};

const std::vector<Account> k_accounts = {
    {k_lead, 0, "900"},                   {k_lead, 2, "901"},
    {"cb-hpn-xa-ba-diem", 0, "701"},      {"cb-hpn-xa-ba-diem", 1, "701b"},
    {"cb-hpn-xa-dong-thanh", 1, "702"},   {"cb-hpn-xa-dong-thanh", 2, "702b"},
    {"cb-hpn-xa-nhi-binh", 2, "703"},     {"cb-hpn-xa-tan-hiep", 1, "704"},
    {"cb-hpn-xa-tan-thoi-nhi", 0, "705"},
};

const std::array k_words = {
    "việc của tôi", "tiếp nhận",       "tiếp nhận tất cả", "đang làm", "đã xong", "tình hình",
    "quá hạn",      "vướng kinh phí", "B20-01 đang làm", "xin gia hạn B20-02 đến 30/11 vì chờ số liệu",
    "cảm ơn",       "hủy"};

class Month {
 public:
  Month() : office_("2023-11-06T07:30", all_chats()) {
    office_.start();
    office_.import_people("b-hocmon-2023");
    for (const Account& account : k_accounts)
      office_.bind(office_.chats(account.chats), account.person, account.id);
    office_.command({"issue", "workflows/plans/b-hocmon-2023.json"});
    office_.run_to("2023-11-06T08:00");
  }

  void disturb(int percent) {
    for (std::size_t i = 0; i < 3; ++i)
      office_.chats(i).plan_faults({percent, k_seed + i});
  }

  /// One day; while `kills` are left, the office dies at moments of chance.
  void live_through(const std::string& day, bool people_act, int& kills) {
    for (const char* time : k_times) {
      const Instant when = at(day + "T" + time);
      const bool awake = TimeOfDay::at(8, 0) <= Zone::viet_nam().time_of(when) &&
                         Zone::viet_nam().time_of(when) <= TimeOfDay::at(16, 0);
      if (people_act && awake) act(when);
      const bool kill = kills > 0 && random_.below(3) == 0;
      if (kill) --kills;
      move(when, kill);
      office_.deliver();
      move(when, false);
    }
  }

  void heal(const std::string& from, const std::string& to) {
    disturb(0);
    int none = 0;
    for (LocalDate day = LocalDate::parse(from).value(); day <= LocalDate::parse(to).value();
         day = day + CalendarDays{1})
      live_through(day.iso(), false, none);
    office_.settle();
  }

  ServedOffice& office() { return office_; }

 private:
  static std::vector<std::unique_ptr<Chats>> all_chats() {
    std::vector<std::unique_ptr<Chats>> all;
    all.push_back(zalo_oa_chats());
    all.push_back(zalo_bot_chats());
    all.push_back(telegram_chats());
    return all;
  }

  void act(Instant when) {
    const Account& account = k_accounts[random_.below(k_accounts.size())];
    Chats& chats = office_.chats(account.chats);
    if (random_.below(3) == 0 && chats.press(account.id, "Tiếp nhận", when)) return;
    chats.say(account.id, k_words[random_.below(k_words.size())], when);
  }

  /// The move is asked for again by whoever survives.
  void move(Instant when, bool kill) {
    std::thread killer;
    if (kill) {
      const auto pause = std::chrono::microseconds(random_.below(60'000));
      killer = std::thread([this, pause] {
        std::this_thread::sleep_for(pause);
        office_.kill();
      });
      if (random_.below(2) == 0) office_.deliver();
      static_cast<void>(office_.move_to(when));
      killer.join();
      office_.start();
    }
    if (!office_.move_to(when)) throw std::runtime_error("no answer: " + office_.said());
  }

  ServedOffice office_;
  Random random_{k_seed};
};

std::vector<OutboxRecord> records_of(const std::string& database) {
  auto reader = open_sqlite_reader(database).value();
  std::vector<OutboxRecord> all;
  for (;;) {
    auto some = reader->outbox("", "", all.empty() ? 0 : all.back().row.id, 1'000).value();
    if (some.empty()) return all;
    all.insert(all.end(), some.begin(), some.end());
  }
}

struct Seen {
  std::string text;  ///< without the notice
  std::string time;
  bool repeated = false;
};

struct Written {
  OutboxRecord record;
  std::string text;
};

std::vector<Seen> seen_by(ServedOffice& office, const Account& account) {
  std::vector<Seen> seen;
  for (const ChatLine& line : office.chats(account.chats).lines(account.id)) {
    const bool repeated = line.text.starts_with(k_repeat_notice);
    const std::size_t skip = repeated ? std::string_view(k_repeat_notice).size() : 0;
    seen.push_back(
        {line.text.substr(skip), Zone::viet_nam().time_of(line.at).text(), repeated});
  }
  return seen;
}

/// A channel without buttons writes behind the text what can be typed.
bool shows(const Seen& seen, const Written& written) {
  return !written.text.empty() && seen.text.starts_with(written.text);
}

/// A later part of a long text.
bool shows_part(const Seen& seen, const Written& written) {
  return written.text.find(seen.text.substr(0, seen.text.find('\n'))) != std::string::npos;
}

/// What the outbox holds, held against what people saw.
class Reckoning {
 public:
  explicit Reckoning(Month& month) : office_(month.office()) {
    for (OutboxRecord& record : records_of(office_.database())) {
      std::string text = nfc(decode_message(record.row.body).text);
      std::string reader = record.row.person;
      for (const Account& account : k_accounts) {
        const DirectReceiver direct = direct_receiver(record.row.person);
        if (direct.account == account.id) reader = account.person;
      }
      written_[reader].push_back({std::move(record), std::move(text)});
    }
  }

  std::string figures() const {
    return "messages " + std::to_string(count([](const Written&) { return true; })) + ", sent " +
           std::to_string(count_of(OutboxStanding::sent)) + ", overtaken " +
           std::to_string(count_of(OutboxStanding::overtaken)) + ", given up " +
           std::to_string(count_of(OutboxStanding::given_up)) + ", sent again and saying so " +
           std::to_string(repeated_);
  }

  /// Nothing waits any more, and whoever could not be reached was named to the lead.
  void every_message_has_ended() const {
    for (const auto& [person, messages] : written_) {
      for (const Written& one : messages) {
        INFO(one.record.row.id << ' ' << person << ": " << one.text << " (" << one.record.detail);
        CHECK(one.record.standing != OutboxStanding::waiting);
        if (one.record.standing == OutboxStanding::given_up && !one.record.row.code.empty() &&
            person != k_lead)
          CHECK(was_lead_told(one.record));
      }
    }
  }

  /// Of each text a person saw no more copies than were written, but those that say that they may
  /// be a repetition; and at least as many as are recorded as sent.
  void copies_are_accounted_for() {
    for (const auto& [person, messages] : written_) {
      std::vector<Seen> all;
      for (const Account& account : k_accounts) {
        if (account.person != person) continue;
        const auto seen = seen_by(office_, account);
        all.insert(all.end(), seen.begin(), seen.end());
      }
      for (const Seen& seen : all) repeated_ += seen.repeated ? 1 : 0;
      for (const Written& one : messages) check_copies(all, messages, one);
    }
  }

  void nothing_went_astray_or_at_night() {
    for (const Account& account : k_accounts) {
      for (const Seen& seen : seen_by(office_, account)) {
        INFO(account.id << " saw at " << seen.time << ": " << seen.text);
        bool known = false;
        bool may_go_at_night = false;
        bool is_digest = false;  // has a window of its own, from 07:45
        for (const Written& one : written_[account.person]) {
          if (!shows(seen, one) && !shows_part(seen, one)) continue;
          known = true;
          may_go_at_night = may_go_at_night || one.record.row.priority == Priority::answer;
          is_digest = is_digest || one.record.row.priority == Priority::digest;
        }
        CHECK(known);
        const bool is_morning = is_digest && seen.time == "07:59";
        if (!may_go_at_night && !is_morning) CHECK_FALSE(k_outside.contains(seen.time));
      }
    }
  }

 private:
  void check_copies(const std::vector<Seen>& all, const std::vector<Written>& messages,
                    const Written& one) const {
    const auto same = [&](const Written& other) { return other.text == one.text; };
    const auto written = std::count_if(messages.begin(), messages.end(), same);
    const auto sent = std::count_if(messages.begin(), messages.end(), [&](const Written& other) {
      return same(other) && other.record.standing == OutboxStanding::sent;
    });
    const auto seen = std::count_if(all.begin(), all.end(),
                                    [&](const Seen& each) { return shows(each, one); });
    const auto plain = std::count_if(all.begin(), all.end(), [&](const Seen& each) {
      return shows(each, one) && !each.repeated;
    });
    if (one.text.size() > k_unsplit) return;
    INFO(one.record.row.person << ": " << one.text << "\nwritten " << written << ", sent " << sent
                               << ", seen " << seen << ", of these not marked " << plain);
    CHECK(seen >= sent);
    CHECK(plain <= written);
  }

  bool was_lead_told(const OutboxRecord& lost) const {
    const auto& told = written_.at(k_lead);
    return std::any_of(told.begin(), told.end(), [&](const Written& one) {
      return one.record.row.created >= lost.settled_at &&
             one.text.find("chưa gửi được tin") != std::string::npos;
    });
  }

  template <class Which>
  std::size_t count(const Which& which) const {
    std::size_t count = 0;
    for (const auto& [person, messages] : written_)
      count += static_cast<std::size_t>(std::count_if(messages.begin(), messages.end(), which));
    return count;
  }
  std::size_t count_of(OutboxStanding standing) const {
    return count([&](const Written& one) { return one.record.standing == standing; });
  }

  /// Bytes that no channel splits.
  static constexpr std::size_t k_unsplit = 1'400;

  ServedOffice& office_;
  std::map<std::string, std::vector<Written>> written_;  ///< by person
  std::size_t repeated_ = 0;
};

}  // namespace

TEST_CASE("a month with a fifth of all calls failing and fifty kills", "[faults]") {
  Month month;
  month.disturb(20);
  int kills = k_kills;
  for (LocalDate day = LocalDate::parse("2023-11-07").value();
       day <= LocalDate::parse("2023-11-28").value(); day = day + CalendarDays{1})
    month.live_through(day.iso(), true, kills);
  CHECK(kills == 0);
  month.heal("2023-11-29", "2023-12-06");
  REQUIRE(month.office().stop() == 0);
  month.office().command({"verify"});

  Reckoning reckoning(month);
  reckoning.every_message_has_ended();
  reckoning.copies_are_accounted_for();
  reckoning.nothing_went_astray_or_at_night();
  WARN(reckoning.figures());
}
