#include "simulation/office.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/demo_office.h"
#include "simulation/made_up_plan.h"

namespace dondoc::simulation {
namespace {

constexpr int k_communes_of_district = 25;

/// Zalo before Telegram, as offices prefer (design §8); every second person has two accounts.
std::vector<Address> accounts_of(const std::string& person, Generator& generator) {
  static const std::vector<std::string> k_orders[] = {
      {"zalo_oa"}, {"zalo_bot"}, {"telegram"}, {"zalo_oa", "telegram"}, {"zalo_bot", "telegram"}};
  std::vector<Address> accounts;
  for (const std::string& channel : k_orders[generator.below(5)])
    accounts.push_back({channel, person + "@" + channel, true});
  return accounts;
}

class OfficeMaker {
 public:
  explicit OfficeMaker(Generator generator) : generator_(generator) {}

  void add_real(const RealPlan& real) {
    for (Command& command : people_of_demo(real.plan)) {
      if (auto* registered = std::get_if<RegisterPerson>(&command.body)) {
        registered->person.addresses = accounts_of(registered->person.id, generator_);
        office_.people.push_back(registered->person);
      }
      office_.commands.push_back(std::move(command));
    }
  }

  void add_made_up(int units) {
    unit("sim-tinh", "Tỉnh mô phỏng", "");
    person("sim-tinh", "ld", true);
    const int districts = (units + k_communes_of_district - 1) / k_communes_of_district;
    for (int i = 1; i <= districts; ++i) {
      unit(fmt::format("sim-huyen-{}", i), fmt::format("Huyện mô phỏng {}", i), "sim-tinh");
      person(fmt::format("sim-huyen-{}", i), "ld", true);
    }
    for (int i = 1; i <= units; ++i) {
      const std::string id = fmt::format("sim-xa-{}", i);
      unit(id, fmt::format("Xã mô phỏng {}", i),
           fmt::format("sim-huyen-{}", 1 + (i - 1) / k_communes_of_district));
      office_.communes.push_back(id);
      person(id, "cb", false);
      if (generator_.chance(250)) person(id, "cb2", false);
    }
  }

  void issue(const std::string& document) { by_administrator(IssuePlan{document}); }

  SimulatedOffice take(LocalDate first_day) {
    office_.first_day = first_day;
    return std::move(office_);
  }

 private:
  void by_administrator(CommandBody body) {
    office_.commands.push_back({std::string(k_administrator), "", std::move(body)});
  }

  void unit(const std::string& id, const std::string& name, const std::string& parent) {
    by_administrator(RegisterUnit{Unit{id, name, "", "committee", parent}});
  }

  void person(const std::string& unit, const std::string& role, bool lead) {
    Person p;
    p.id = role + "-" + unit;
    p.name = "Người mô phỏng " + p.id;
    p.unit = unit;
    p.officer = !lead;
    p.lead = lead;
    p.language = generator_.chance(50) ? "en" : "vi";
    p.addresses = accounts_of(p.id, generator_);
    office_.people.push_back(p);
    by_administrator(RegisterPerson{p});
  }

  Generator generator_;
  SimulatedOffice office_;
};

}  // namespace

SimulatedOffice make_office(const RealPlan& real, int units, int days, Generator generator) {
  const LocalDate issued =
      real.plan.date ? std::max(*real.plan.date, real.plan.from)
                     : std::max(real.plan.from, real.plan.floor().value_or(real.plan.from));
  Generator for_plan = generator.branch();
  OfficeMaker maker(generator);
  maker.add_real(real);
  maker.add_made_up(units);
  maker.issue(real.document);
  maker.issue(made_up_plan(units, issued, days, for_plan));
  return maker.take(issued);
}

}  // namespace dondoc::simulation
