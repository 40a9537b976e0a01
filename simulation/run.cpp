#include "simulation/run.h"

#include <algorithm>

#include "simulation/planted_chain.h"

namespace dondoc::simulation {
namespace {

constexpr Elapsed k_day = Elapsed::hours(24);

struct ChannelKind {
  const char* name;
  Capabilities capabilities;
  PaceRules pace;
};

const std::vector<ChannelKind>& channel_kinds() {
  static const std::vector<ChannelKind> k_kinds = {
      {"telegram", {true, true, false, 4096, TextUnit::utf16}, k_telegram_pace},
      {"zalo_oa", {true, true, true, 2000, TextUnit::characters}, k_zalo_oa_pace},
      {"zalo_bot", {false, false, false, 2000, TextUnit::characters}, k_zalo_bot_pace}};
  return k_kinds;
}

DiskKind drawn_disk(const RunOptions& options) {
  if (options.plant == Plant::break_chain) return DiskKind::sqlite;
  if (options.nodes > 1) return DiskKind::memory;
  if (options.disk) return *options.disk;
  return options.seed % 4 == 3 ? DiskKind::sqlite : DiskKind::memory;
}

int made_up_units(const RealPlan& plan, const RunOptions& options) {
  return std::max(4, options.units - static_cast<int>(plan.plan.units.size()));
}

}  // namespace

Run::Run(const Definitions& definitions, const RealPlan& plan, const RunOptions& options,
         Generator generator)
    : definitions_(definitions),
      plan_(plan),
      options_(options),
      generator_(generator),
      office_(make_office(plan, made_up_units(plan, options), options.days, generator_.branch())),
      clocks_{zone_.at(office_.first_day, TimeOfDay::at(7, 30)), {}},
      rates_(options.faults, generator_),
      kind_(drawn_disk(options)),
      disk_(kind_),
      sharing_(clocks_),
      houses_(build_houses()),
      nodes_chance_(~options.seed),
      wire_({timeline_, clocks_, rates_, generator_.branch()}),
      watches_(definitions, zone_, options.plant, clocks_),
      postman_(options.plant, timeline_, clocks_, zone_, generator_.branch()) {
  const Instant until = clocks_.truth + Elapsed{k_day.ms * options.days};
  std::vector<Outlet> outlets;
  std::map<std::string, Platform*> known;
  for (const ChannelKind& kind : channel_kinds()) {
    auto platform = std::make_unique<Platform>(
        Platform::Parts{kind.name, kind.capabilities, rates_, generator_.branch(), clocks_, until});
    platform->listen([this](const Arrival& arrival) {
      postman_.deliver(arrival, watches_.mirror(), [this](const Arrival& brought) {
        watches_.arrived(brought);
        people_->arrived(brought);
      });
    });
    outlets.push_back({platform.get(), kind.pace, 0});
    known[kind.name] = platform.get();
    platforms_[kind.name] = std::move(platform);
  }
  people_ = std::make_unique<People>(
      People::Parts{timeline_, clocks_, rates_, generator_.branch(), wire_, known, zone_,
                    [this](int year) -> std::optional<CalendarYear> {
                      House* house = one_that_is_up();
                      if (house == nullptr) return std::nullopt;
                      return house->node->engine().office().calendar.year(year);
                    }},
      office_);
  for (auto& house : houses_) equip(*house, outlets);
  wire_.connect([this](const Input& input) { return take(input); },
                [this](const std::string& key) { watches_.confirmed(key); });
}

// --- time

void Run::advance(Instant to) {
  for (;;) {
    turn();
    const auto deed = timeline_.next();
    const auto own = wake();
    Instant next = to;
    if (deed) next = std::min(next, *deed);
    if (own) next = std::min(next, *own);
    if (next >= to) break;
    clocks_.truth = std::max(clocks_.truth, next);
    while (timeline_.next() && *timeline_.next() <= clocks_.truth) timeline_.step();
  }
  clocks_.truth = to;
}

void Run::schedule_days(int days) {
  const Instant first = zone_.at(office_.first_day, TimeOfDay::at(0, 0));
  for (int i = 1; i < days; ++i) {
    timeline_.at(first + Elapsed{k_day.ms * i}, [this] {
      if (healed_) return;
      people_->begin_day();
      if (rates_.strikes(Fault::clock_jump, generator_)) jump();
      if (has_several()) schedule_stops();
    });
  }
}

void Run::jump() {
  const Elapsed by = Elapsed::minutes(generator_.between(-36 * 60, 36 * 60));
  const auto wrong_for = Elapsed::minutes(generator_.between(1, 48 * 60));
  const Instant when = clocks_.truth + Elapsed::minutes(generator_.between(0, 24 * 60 - 1));
  const auto set = [this](Elapsed error) {
    watches_.trouble(Watches::Trouble::clock, clocks_.machine());
    clocks_.error = healed_ ? Elapsed{} : error;
    watches_.trouble(Watches::Trouble::clock, clocks_.machine());
  };
  timeline_.at(when, [set, by] { set(by); });
  timeline_.at(when + wrong_for, [set] { set({}); });
}

void Run::end_day() {
  House* house = one_that_works();
  if (house == nullptr) return;
  // Takes in what the others committed: memory is compared with what is stored.
  if (has_several() && !house->node->hear({})) return failed(*house);
  watches_.day_ends(view(*house));
}

void Run::confirm_questions() {
  for (const auto& [id, plan] : houses_.front()->node->engine().office().plans) {
    for (const Question& question : plan.plan.questions) {
      if (question.dues.empty()) continue;
      const Instant when = clocks_.truth + Elapsed::hours(generator_.between(1, 15 * 24));
      timeline_.at(when, [this, id = id, question = question.id] {
        wire_.order(std::string(k_administrator), ConfirmQuestion{id, question, "", true, {}});
      });
    }
  }
}

void Run::heal() {
  healed_ = true;
  for (auto& house : houses_) house->frail.heal();
  wire_.heal();
  for (const auto& [name, platform] : platforms_) platform->heal();
  clocks_.error = {};
  watches_.trouble(Watches::Trouble::clock, clocks_.machine());
  people_->heal();
}

void Run::hand_in_everything() {
  for (const auto& [code, duty] : watches_.mirror().duties()) {
    if (!duty.is_open()) continue;
    timeline_.at(clocks_.truth + Elapsed::minutes(generator_.between(0, 8 * 60)),
                 [this, code = code, unit = duty.unit] { people_->hand_in(code, unit); });
  }
}

Result<RunReport> Run::go() {
  if (auto opened = disk_.open(); !opened) return tl::unexpected(opened.error());
  if (auto founded = found(); !founded) return tl::unexpected(founded.error());
  for (auto& house : houses_) house->frail.strike_with(rates_);
  confirm_questions();
  schedule_days(options_.days);
  const Instant evening = zone_.at(office_.first_day, TimeOfDay::at(23, 0));
  for (int day = 0; day < options_.days + k_days_of_healing; ++day) {
    advance(evening + Elapsed{k_day.ms * day});
    end_day();
    if (options_.stop_at_first && watches_.findings().count() > 0) return report();
    if (day + 1 == options_.days) heal();
    if (day == options_.days + 2 || day == options_.days + 8) hand_in_everything();
  }
  if (options_.plant == Plant::break_chain) break_chain(disk_.file());
  House* house = one_that_is_up();
  if (house == nullptr || !house->node->hear({})) {
    watches_.findings().add("liveness", "the house does not start any more");
  } else {
    watches_.run_ends(view(*house));
  }
  return report();
}

View Run::view(House& house) {
  return {disk_.store(), disk_.file(), house.node->engine().office(),
          definitions_,  zone_,        clocks_.machine()};
}

RunReport Run::report() {
  RunReport report;
  report.seed = options_.seed;
  report.plan = plan_.plan.id;
  report.disk = kind_;
  report.days = options_.days;
  report.units = static_cast<int>(plan_.plan.units.size()) + made_up_units(plan_, options_);
  report.events = watches_.events();
  for (const auto& house : houses_) {
    report.steps += house->node->steps();
    report.deaths += house->frail.deaths();
    report.failed_commits += house->frail.failures();
  }
  report.nodes = static_cast<int>(houses_.size());
  report.stops = stops_;
  report.inputs = inputs_;
  report.messages = watches_.sendings().messages();
  report.duplicates = watches_.sendings().repeated();
  report.lateness_ms = watches_.steps().lateness_ms();
  report.findings = watches_.findings().list();
  report.findings_count = watches_.findings().count();
  report.trace_hash = watches_.trace_hash();
  return report;
}

}  // namespace dondoc::simulation
