// Ten thousand reminders at Telegram's own rates: as fast as it allows, and never faster.
#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "bench/synthetic_office.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/platforms/telegram_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

// Instrumented, every one of them costs fifteen times as much.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bench::OfficeSize k_size{3'000, 1};
#else
constexpr bench::OfficeSize k_size{10'000, 1};
#endif
constexpr std::int64_t k_a_second = 30;
constexpr LocalDate k_issued = LocalDate::from_days(19'600);  // 31/8/2023, a Thursday
constexpr LocalDate k_due = LocalDate::from_days(19'900);

std::string account_of(std::size_t number) { return std::to_string(700'000 + number); }

/// Every officer has a Telegram account that has started the bot.
void fill(Runtime& runtime, FakeTelegram& fake) {
  std::size_t number = 0;
  for (Command& command : bench::make_office(k_size, k_issued, k_due)) {
    if (auto* person = std::get_if<RegisterPerson>(&command.body)) {
      person->person.addresses = {{"telegram", account_of(number), true}};
      fake.start(account_of(number++), "", Instant{});
    }
    const auto answer = runtime.ask(std::move(command));
    if (!answer || answer->kind != AnswerKind::done) throw std::runtime_error("not filled");
  }
}

}  // namespace

TEST_CASE("ten thousand reminders leave in the time the rates ask for and two percent", "[rate]") {
  FakeTelegram fake;
  fake.limit_rates(true);
  VirtualClock clock(Zone::viet_nam().at(k_issued, TimeOfDay::at(7, 0)));
  ClockedClient http(fake, clock);
  const auto telegram = make_telegram(
      {std::string(FakeTelegram::k_base), std::string(FakeTelegram::k_token), ""}, http);
  const TemporaryFolder folder;
  SqliteOptions fast;
  fast.sync = Sync::none;
  const auto store = open_sqlite_store(folder.file("office.db"), fast).value();
  Runtime runtime({definitions(), Zone::viet_nam(), *store, nullptr, clock, &clock,
                   {{telegram.get(), k_telegram_pace, 2}}});
  REQUIRE(runtime.start());
  fill(runtime, fake);

  const Instant eight = Zone::viet_nam().at(k_issued, TimeOfDay::at(8, 0));
  REQUIRE(runtime.move_clock(eight - Elapsed::seconds(1)));
  CHECK(fake.count("sendMessage") == 0);
  const std::int64_t theory_ms = k_size.units * 1'000LL / k_a_second;
  REQUIRE(runtime.move_clock(eight + Elapsed::seconds(theory_ms * 102 / 100'000)));
  CHECK(fake.count("sendMessage") == static_cast<std::size_t>(k_size.units));
  CHECK(fake.refused_by_rate() == 0);
}
