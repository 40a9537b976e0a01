// A seeded stream of everything people do, sensible or not, for tests of invariants. Deterministic
// for a seed on every compiler.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/command/command.h"

namespace dondoc::test {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers everywhere, which std distributions do
/// not promise.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15ULL);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(next() % n); }

 private:
  std::uint64_t state_;
};

class RandomCommands {
 public:
  /// `codes` and `people` to choose from; `plan` and its lead.
  RandomCommands(std::uint64_t seed, std::vector<std::string> codes,
                 std::vector<std::string> people, std::string plan)
      : random_(seed),
        codes_(std::move(codes)),
        people_(std::move(people)),
        plan_(std::move(plan)) {}

  Random& random() { return random_; }

  Command next(Instant now, LocalDate today) {
    Command command;
    command.by = random_.below(3) == 0 ? std::string(k_administrator)
                                       : people_[random_.below(people_.size())];
    if (random_.below(4) == 0) command.key = "k" + std::to_string(random_.below(5'000));
    command.body = body(now, today);
    return command;
  }

 private:
  std::string code() { return codes_[random_.below(codes_.size())]; }
  std::string words() {
    return random_.below(5) == 0 ? "" : "lý do số " + std::to_string(random_.below(100));
  }
  LocalDate day(LocalDate today) {
    return today + CalendarDays{static_cast<int>(random_.below(60)) - 5};
  }

  CommandBody body(Instant now, LocalDate today) {
    switch (random_.below(24)) {
      case 0:
      case 1:
      case 2:
        return Acknowledge{code()};
      case 3:
      case 4:
        return ReportProgress{code(), static_cast<double>(random_.below(120)), {}, {}, words()};
      case 5:
      case 6:
      case 7:
        return report();
      case 8:
        return Submit{{code()}, Outcome::nil, {}, "", {}};
      case 9:
        return RequestExtension{code(), day(today), words()};
      case 10:
        return GrantExtension{
            code(), random_.below(2) == 0 ? std::nullopt : std::optional<LocalDate>(day(today)),
            words(), ""};
      case 11:
        return RefuseExtension{code(), words()};
      case 12:
        return ReportBlocked{code(), words()};
      case 13:
        return Unblock{code(), words()};
      case 14:
        return Suspend{code(), words(), "01/TB"};
      case 15:
        return Resume{code(), words()};
      case 16:
        return DisputeDuty{code(), words()};
      case 17:
        return SettleDispute{code(), words(), random_.below(6) == 0};
      case 18:
        return Snooze{code(), now + Elapsed::hours(static_cast<std::int64_t>(random_.below(100))),
                      words()};
      case 19:
        return Accept{code()};
      case 20:
        return ReturnReport{
            code(), words(),
            random_.below(2) == 0 ? std::nullopt : std::optional<LocalDate>(day(today))};
      case 21:
        return Nudge{code(), words()};
      case 22:
        return random_.below(10) == 0
                   ? CommandBody(Waive{code(), words()})
                   : CommandBody(HandOver{code(), people_[random_.below(people_.size())], ""});
      default:
        return rare(today);
    }
  }

  CommandBody report() {
    return Submit{{code()},
                  Outcome::complete,
                  {{"so_cuoc", static_cast<std::int64_t>(random_.below(9))},
                   {"luot_nguoi", static_cast<std::int64_t>(random_.below(900))},
                   {"kinh_phi", static_cast<std::int64_t>(random_.below(9'000'000))}},
                  words(),
                  {}};
  }

  CommandBody rare(LocalDate today) {
    switch (random_.below(12)) {
      case 10:
        return EndLeave{people_[random_.below(people_.size())], day(today)};
      case 11:
        return AssignRoles{people_[random_.below(people_.size())], "hpn-xa-ba-diem",
                           random_.below(3) != 0, random_.below(3) == 0};
      case 6:
        return OfferFile{code(), "telegram", "handle", words(), 1000};
      case 7:
        return KeepFile{code(), 1, "pdf", std::string(64, 'a'), 1000};
      case 8:
        return RefuseFile{code(), 1, "other_kind"};
      case 9:
        return StopReminders{people_[random_.below(people_.size())], "telegram",
                             random_.below(2) == 0};
      case 0:
        return DraftSummary{plan_, "2023", words()};
      case 1:
        return ApproveSummary{plan_, "2023"};
      case 2:
        return TakeLeave{people_[random_.below(people_.size())],
                         {today, day(today), people_[random_.below(people_.size())]}};
      case 3:
        return ConfirmQuestion{plan_, "B-Q" + std::to_string(random_.below(12)), words(), true, {}};
      case 4:
        return Transfer{code(), "hpn-xa-ba-diem", words()};
      default:
        return CancelDuty{random_.below(20) == 0 ? code() : "B99-99", words()};
    }
  }

  Random random_;
  std::vector<std::string> codes_;
  std::vector<std::string> people_;
  std::string plan_;
};

}  // namespace dondoc::test
