#include "simulation/run.h"

#include <algorithm>

#include "engine/limits.h"
#include "engine/notice/facts.h"
#include "simulation/planted_chain.h"
#include "simulation/planted_talk.h"

namespace dondoc::simulation {
namespace {

constexpr Elapsed k_day = Elapsed::hours(24);
/// How long after a failure of the store the house tries again. Runtime waits a second; a disk that
/// is full for hours would cost thousands of attempts that teach nothing.
constexpr Elapsed k_pause_after_error = Elapsed::minutes(10);
/// Turns in a row that wake at once: then the house works without end.
constexpr int k_restless = 2'000;

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
      frail_(generator_.branch(), clocks_),
      store_(frail_, options.plant, generator_.branch()),
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
                      if (!node_->is_up()) return std::nullopt;
                      return node_->engine().office().calendar.year(year);
                    }},
      office_);
  node_ = std::make_unique<Node>(
      Node::Parts{definitions_, zone_, store_,
                  [plant = options.plant] { return make_planted_talk(plant); }, outlets, clocks_});
  frail_.listen([this](const Commit& commit) { watches_.committed(commit); });
  wire_.connect([this](const Input& input) { return take(input); },
                [this](const std::string& key) { watches_.confirmed(key); });
}

// --- the house

/// The office, before anything can fail.
Result<void> Run::found() {
  if (auto started = node_->start(); !started) return started;
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < office_.commands.size(); ++i) {
    inputs.emplace_back(office_.commands[i]);
    if (inputs.size() < limits::commands_per_batch && i + 1 < office_.commands.size()) continue;
    auto answers = node_->hear(inputs);
    if (!answers) return tl::unexpected(answers.error());
    for (const Answer& answer : *answers) {
      if (answer.kind == AnswerKind::refused)
        return failure(ErrorKind::permanent, "the simulated office was refused: " +
                                                 in_words(definitions_, answer.refusal.why, "en"));
    }
    inputs.clear();
  }
  return {};
}

void Run::rise() {
  if (auto opened = disk_.open(); !opened) {
    watches_.findings().add("disk", opened.error().message);
    return;
  }
  frail_.revive(disk_.store());
  if (auto started = node_->start(); !started) {
    if (!frail_.is_dead()) disk_.close();
    die();
  }
}

void Run::die() {
  watches_.trouble(Watches::Trouble::house, clocks_.machine());
  node_->kill();
  disk_.close();
  const bool long_down = generator_.chance(50);
  const std::int64_t down_s = generator_.between(2, long_down ? 30 * 3'600 : 600);
  timeline_.at(clocks_.truth + Elapsed::seconds(down_s), [this] { rise(); });
}

void Run::failed() {
  if (frail_.is_dead()) return die();
  watches_.trouble(Watches::Trouble::house, clocks_.machine());
  retry_at_ = clocks_.truth + k_pause_after_error;
}

bool Run::take(const Input& input) {
  if (!node_->is_up()) return false;
  ++inputs_;
  const auto answers = node_->hear({input});
  if (answers) return true;
  failed();
  return options_.plant == Plant::confirm_unstored;
}

void Run::turn() {
  if (!node_->is_up()) return;
  if (retry_at_ && *retry_at_ > clocks_.truth) return;
  retry_at_.reset();
  if (auto taken = node_->take_turn(); !taken) failed();
  for (const auto& [name, platform] : platforms_) {
    if (platform->last_trouble() == clocks_.truth)
      watches_.trouble(Watches::Trouble::outside, clocks_.machine());
  }
}

std::optional<Instant> Run::wake() {
  if (!node_->is_up()) return std::nullopt;
  if (retry_at_) return retry_at_;
  auto wake = node_->wake_at();
  if (!wake) return clocks_.truth + k_pause_after_error;
  if (!*wake) return std::nullopt;
  const Instant truth = **wake - clocks_.error;
  if (truth > clocks_.truth) {
    restless_ = 0;
    return truth;
  }
  // The machine's clock was set back: what is due by recorded time was taken already.
  if (++restless_ == k_restless) watches_.findings().add("liveness", "the house wakes without end");
  return clocks_.truth + Elapsed::seconds(1);
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
  if (node_->is_up() && !retry_at_) watches_.day_ends(view());
}

void Run::confirm_questions() {
  for (const auto& [id, plan] : node_->engine().office().plans) {
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
  frail_.heal();
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
  frail_.revive(disk_.store());
  if (auto founded = found(); !founded) return tl::unexpected(founded.error());
  frail_.begin(rates_);
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
  if (!node_->is_up()) {
    watches_.findings().add("liveness", "the house does not start any more");
  } else {
    watches_.run_ends(view());
  }
  return report();
}

View Run::view() {
  return {disk_.store(), disk_.file(), node_->engine().office(),
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
  report.steps = node_->steps();
  report.inputs = inputs_;
  report.messages = watches_.sendings().messages();
  report.duplicates = watches_.sendings().repeated();
  report.deaths = frail_.deaths();
  report.failed_commits = frail_.failures();
  report.lateness_ms = watches_.steps().lateness_ms();
  report.findings = watches_.findings().list();
  report.findings_count = watches_.findings().count();
  report.trace_hash = watches_.trace_hash();
  return report;
}

}  // namespace dondoc::simulation
