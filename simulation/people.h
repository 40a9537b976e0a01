// People: officers and leads of one run. They read what arrives in their windows and answer it, or
// not: hastily, late, twice, with old buttons, from a new account, or after they have stopped the
// bot. And they act by themselves, as does the administrator. One thread.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "simulation/office.h"
#include "simulation/platform.h"
#include "simulation/wire.h"
#include "simulation/words.h"

namespace dondoc::simulation {

class People {
 public:
  struct Parts {
    Timeline& timeline;
    const Clocks& clocks;
    const FaultRates& rates;
    Generator generator;
    Wire& wire;
    std::map<std::string, Platform*> platforms;
    Zone zone;
    /// The calendar of a year as it stands in the house; none while the house is down.
    std::function<std::optional<CalendarYear>(int year)> year_now;
  };

  People(Parts parts, const SimulatedOffice& office);

  void arrived(const Arrival& arrival);
  /// What everybody does of their own accord on a day that begins.
  void begin_day();
  /// Nobody stops the bot, nobody is idle any more.
  void heal();
  /// The unit's officers hand in what they owe.
  void hand_in(const std::string& code, const std::string& unit);

 private:
  struct Actor {
    std::string id, unit;
    bool lead = false;
    int diligence = 500;  ///< of a thousand messages, so many are answered
    std::vector<Address> accounts;
    std::deque<Arrival> window;  ///< newest last
    int answers_left = 0;        ///< of the form that is being filled in
  };

  Actor* owner_of(const std::string& account);
  bool chance(int per_mille) { return parts_.generator.chance(per_mille); }
  LocalDate today() const { return parts_.zone.date_of(parts_.clocks.truth); }
  void later(std::int64_t from_s, std::int64_t to_s, Timeline::Deed deed);

  void write(Actor& actor, const std::string& account, std::string text);
  void write(Actor& actor, const Arrival& to, Say what, const std::string& code);
  void press(const Arrival& on, const std::string& action);
  bool has_button(const Arrival& on, const std::string& action) const;

  void fill_in(Actor& actor, const Arrival& arrival);
  void react(Actor& actor, const Arrival& arrival);
  void react_as_officer(Actor& actor, const Arrival& arrival, const std::string& code);
  void work_on(Actor& actor, const Arrival& arrival, const std::string& code);
  void react_as_lead(Actor& actor, const Arrival& arrival, const std::string& code);

  void act(Actor& actor);
  void press_old(Actor& actor);
  void block(Actor& actor);
  void take_leave(Actor& actor);
  void change_account(Actor& actor);
  void administer();
  void change_calendar();
  void merge_units();
  void rename_unit();
  void decide_on_duty();
  void summarize();

  Parts parts_;
  std::vector<Actor> actors_;
  std::map<std::string, std::size_t> by_account_;
  std::vector<std::string> communes_;
  bool healed_ = false;
  int number_ = 0;
};

}  // namespace dondoc::simulation
