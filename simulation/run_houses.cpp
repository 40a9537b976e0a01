// The nodes of a run: how they start, die, stand still and take their turns.
#include <algorithm>

#include "engine/limits.h"
#include "engine/notice/facts.h"
#include "simulation/planted_talk.h"
#include "simulation/run.h"

namespace dondoc::simulation {
namespace {

/// How long after a failure of the store the house tries again. Runtime waits a second; a disk that
/// is full for hours would cost thousands of attempts that teach nothing.
constexpr Elapsed k_pause_after_error = Elapsed::minutes(10);
/// After a turn that went to somebody else meanwhile: as Runtime.
constexpr Elapsed k_pause_after_loss = Elapsed::seconds(1);
/// Turns in a row that wake at once: then the house works without end.
constexpr int k_restless = 2'000;

/// Of a thousand commits, so many find a node that stops just before them.
constexpr int k_stops_before_commits = 4;
/// Of a thousand nodes, so many stand still on a day.
constexpr int k_stops_a_day = 300;

}  // namespace

/// The first one draws from the run's own chance, so that a run of one node is the same whatever
/// there is for several.
std::vector<std::unique_ptr<House>> Run::build_houses() {
  std::vector<std::unique_ptr<House>> houses;
  Generator others(options_.seed + 1);
  for (int i = 0; i < std::max(1, options_.nodes); ++i) {
    Generator& from = i == 0 ? generator_ : others;
    Generator for_disk = from.branch();
    Generator for_plant = from.branch();
    houses.push_back(
        std::make_unique<House>(i, sharing_, options_.plant, clocks_, for_disk, for_plant));
  }
  return houses;
}

void Run::equip(House& house, const std::vector<Outlet>& outlets) {
  house.node = std::make_unique<Node>(Node::Parts{
      definitions_, zone_, house.store,
      [plant = options_.plant] { return make_planted_talk(plant); }, outlets, clocks_,
      has_several() ? static_cast<const Duties&>(house.duties) : every_duty()});
  house.frail.listen([this](const Commit& commit) { watches_.committed(commit); });
  if (has_several()) house.shared.stop_at_commits([this, &house] { stop_before_commit(house); });
}

/// The office, before anything can fail.
Result<void> Run::found() {
  for (auto& house : houses_) {
    house->shared.open(disk_.store());
    house->frail.revive(house->shared);
  }
  Node& first = *houses_.front()->node;
  if (auto started = first.start(); !started) return started;
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < office_.commands.size(); ++i) {
    inputs.emplace_back(office_.commands[i]);
    if (inputs.size() < limits::commands_per_batch && i + 1 < office_.commands.size()) continue;
    auto answers = first.hear(inputs);
    if (!answers) return tl::unexpected(answers.error());
    for (const Answer& answer : *answers) {
      if (answer.kind == AnswerKind::refused)
        return failure(ErrorKind::permanent, "the simulated office was refused: " +
                                                 in_words(definitions_, answer.refusal.why, "en"));
    }
    inputs.clear();
  }
  for (auto& house : houses_) {
    if (house->node->is_up()) continue;
    if (auto started = house->node->start(); !started) return started;
  }
  is_founded_ = true;
  return {};
}

House* Run::one_that_works() {
  std::vector<House*> working;
  for (const auto& house : houses_) {
    if (house->works(clocks_.truth)) working.push_back(house.get());
  }
  if (working.empty()) return nullptr;
  return has_several() ? nodes_chance_.pick(working) : working.front();
}

House* Run::one_that_is_up() {
  const auto up = std::find_if(houses_.begin(), houses_.end(),
                               [](const auto& house) { return house->node->is_up(); });
  return up == houses_.end() ? nullptr : up->get();
}

void Run::rise(House& house) {
  if (auto opened = disk_.open(); !opened) {
    watches_.findings().add("disk", opened.error().message);
    return;
  }
  house.shared.open(disk_.store());
  house.frail.revive(house.shared);
  if (auto started = house.node->start(); !started) {
    if (!house.frail.is_dead()) disk_.close();
    die(house);
  }
}

void Run::die(House& house) {
  watches_.trouble(Watches::Trouble::house, clocks_.machine());
  house.node->kill();
  disk_.close();
  if (has_several()) {
    sharing_.falls_silent(house.number, true);
    timeline_.at(clocks_.truth + Sharing::k_silence, [] {});
  }
  const bool long_down = generator_.chance(50);
  const std::int64_t down_s = generator_.between(2, long_down ? 30 * 3'600 : 600);
  timeline_.at(clocks_.truth + Elapsed::seconds(down_s), [this, &house] { rise(house); });
}

void Run::failed(House& house) {
  if (house.frail.is_dead()) return die(house);
  watches_.trouble(Watches::Trouble::house, clocks_.machine());
  house.retry_at = clocks_.truth +
                   (house.shared.take_passed_by() ? k_pause_after_loss : k_pause_after_error);
}

bool Run::take(const Input& input) {
  House* house = nullptr;
  if (has_several()) {
    house = one_that_works();
  } else if (houses_.front()->node->is_up()) {
    house = houses_.front().get();  // somebody may come while it pauses after an error
  }
  if (house == nullptr) return false;
  ++inputs_;
  const auto answers = house->node->hear({input});
  if (answers) return true;
  failed(*house);
  return options_.plant == Plant::confirm_unstored;
}

void Run::drive(House& house) {
  house.retry_at.reset();
  const bool piecemeal = has_several() && nodes_chance_.chance(500);
  if (auto taken = house.node->take_turn(piecemeal ? TurnKind::live : TurnKind::whole); !taken)
    failed(house);
}

void Run::turn() {
  const std::size_t first = has_several() ? nodes_chance_.below(houses_.size()) : 0;
  bool any = false;
  for (std::size_t i = 0; i < houses_.size(); ++i) {
    House& house = *houses_[(first + i) % houses_.size()];
    if (!house.works(clocks_.truth)) continue;
    any = true;
    drive(house);
  }
  if (!any) return;
  for (const auto& [name, platform] : platforms_) {
    if (platform->last_trouble() == clocks_.truth)
      watches_.trouble(Watches::Trouble::outside, clocks_.machine());
  }
}

std::optional<Instant> Run::wake() {
  std::optional<Instant> first;
  for (const auto& house : houses_) {
    const auto one = wake_of(*house);
    if (one && (!first || *one < *first)) first = one;
  }
  return first;
}

std::optional<Instant> Run::wake_of(House& house) {
  if (!house.node->is_up() || house.is_stopped) return std::nullopt;
  if (house.retry_at) return house.retry_at;
  auto wake = house.node->wake_at();
  if (!wake) return clocks_.truth + k_pause_after_error;
  if (!*wake) return std::nullopt;
  const Instant truth = **wake - clocks_.error;
  if (truth > clocks_.truth) {
    house.restless = 0;
    return truth;
  }
  // The machine's clock was set back: what is due by recorded time was taken already.
  if (++house.restless == k_restless)
    watches_.findings().add("liveness", "the house wakes without end");
  return clocks_.truth + Elapsed::seconds(1);
}

// --- several nodes

/// A node that stands still (SIGSTOP, a machine that swaps) loses its lease after a while, and wakes
/// with what it had in memory.
void Run::stand_still(House& house, Elapsed span) {
  if (healed_ || house.is_stopped || !house.node->is_up()) return;
  house.is_stopped = true;
  ++stops_;
  watches_.trouble(Watches::Trouble::house, clocks_.machine());
  sharing_.falls_silent(house.number, false);
  timeline_.at(clocks_.truth + Sharing::k_silence, [] {});
  timeline_.at(clocks_.truth + span, [this, &house] {
    house.is_stopped = false;
    watches_.trouble(Watches::Trouble::house, clocks_.machine());
    sharing_.is_heard_again(house.number);
  });
}

void Run::schedule_stops() {
  for (const auto& house : houses_) {
    if (!nodes_chance_.chance(k_stops_a_day)) continue;
    const Instant when =
        clocks_.truth + Elapsed::minutes(nodes_chance_.between(5 * 60, 20 * 60));
    const bool long_stop = nodes_chance_.chance(300);
    const auto span = Elapsed::seconds(nodes_chance_.between(1, long_stop ? 3'600 : 25));
    timeline_.at(when, [this, &house = *house, span] { stand_still(house, span); });
  }
}

/// It has decided, and stands still before what it decided is stored: the others take the turn.
void Run::stop_before_commit(House& house) {
  const bool may_stop = is_founded_ && !healed_ && !is_stopped_at_commit_;
  if (!may_stop || !nodes_chance_.chance(k_stops_before_commits)) return;
  ++stops_;
  is_stopped_at_commit_ = true;
  for (const auto& other : houses_) {
    if (other.get() != &house && other->works(clocks_.truth)) drive(*other);
  }
  is_stopped_at_commit_ = false;
}

}  // namespace dondoc::simulation
