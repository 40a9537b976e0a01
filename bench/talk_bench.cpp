#include <algorithm>
#include <chrono>
#include <ctime>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bench/figures.h"
#include "bench/replies.h"
#include "bench/synthetic_office.h"
#include "bots/talk/talk.h"
#include "bots/understanding/understand.h"

namespace dondoc::bench {
namespace {

using Clock = std::chrono::steady_clock;

constexpr double k_seconds = 3;
constexpr std::size_t k_communes = 3'321;
constexpr LocalDate k_today = LocalDate::from_days(19'674);  // 2023-11-13

/// Nobody has a duty: what is measured is the reading, not the looking up.
class NoCases final : public Cases {
 public:
  const Assignment* find(std::string_view) const override { return nullptr; }
  std::vector<std::string> codes_of_plan(std::string_view, std::string_view) const override {
    return {};
  }
  std::vector<std::string> open_codes() const override { return {}; }
  std::vector<std::string> open_codes_of_unit(std::string_view) const override { return {}; }
  std::vector<std::string> codes_of_unit(std::string_view,
                                         const std::vector<std::string>&) const override {
    return {};
  }
};

struct Reading {
  std::vector<double> each_us;  ///< by the clock, sorted
  double processor_seconds = 0;
};

std::string officer_of_commune(std::size_t number) { return "can-bo-" + std::to_string(number); }

/// As many units as the country has communes, so that what grows with them is seen; an officer
/// each.
Office nationwide_office() {
  Office office;
  for (std::size_t i = 0; i < k_communes; ++i) {
    const std::string number = std::to_string(i);
    office.directory.put(
        Unit{"xa-" + number, "Hội LHPN xã Hòa " + number, "Hòa " + number, "commune", ""});
    Person officer;
    officer.id = officer_of_commune(i);
    officer.name = "Nguyễn Thị Mẫu " + number;
    officer.unit = "xa-" + number;
    officer.officer = true;
    office.directory.put(std::move(officer));
  }
  return office;
}

/// Everybody writes in turn and a second after the one before: nobody is taken for a machine.
class Messages {
 public:
  explicit Messages(Instant begin) : now_(begin) {}

  Heard next(std::string_view text) {
    now_ = now_ + Elapsed{1'000};
    who_ = (who_ + 1) % k_communes;
    return Heard{officer_of_commune(who_), "sandbox", "", now_, std::string(text), ""};
  }
  Instant now() const { return now_; }

 private:
  Instant now_;
  std::size_t who_ = 0;
};

/// Reads the list over and over.
template <class Read>
Reading read_for_a_while(const Read& read) {
  std::vector<double> each_us;
  for (std::string_view reply : mixed_replies()) read(reply);  // makes the tables
  const std::clock_t worked = std::clock();
  const auto begin = Clock::now();
  auto last = begin;
  while (std::chrono::duration<double>(last - begin).count() < k_seconds) {
    for (std::string_view reply : mixed_replies()) {
      read(reply);
      const auto end = Clock::now();
      each_us.push_back(std::chrono::duration<double, std::micro>(end - last).count());
      last = end;
    }
  }
  const double seconds = static_cast<double>(std::clock() - worked) / CLOCKS_PER_SEC;
  std::sort(each_us.begin(), each_us.end());
  return {std::move(each_us), seconds};
}

void add(Figures& figures, const std::string& what, const Reading& reading) {
  const double count = static_cast<double>(reading.each_us.size());
  figures.numbers.insert(
      figures.numbers.end(),
      {{what + ": replies per second of one core", count / reading.processor_seconds},
       {what + ": p50 us", percentile(reading.each_us, 0.50)},
       {what + ": p99 us", percentile(reading.each_us, 0.99)}});
}

}  // namespace

Result<Figures> measure_talk() {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  const Office office = nationwide_office();
  const NoCases cases;
  const World world{*definitions, office, cases, Zone::viet_nam()};
  const Instant now = Zone::viet_nam().at(k_today, TimeOfDay::at(8, 0));
  const auto talk = make_talk();
  Messages messages(now);
  std::size_t found = 0;  // kept, so that nothing is optimised away
  Figures figures{"talk", {{"different replies", static_cast<double>(mixed_replies().size())}}, {}};
  add(figures, "understood", read_for_a_while([&](std::string_view reply) {
        found += understanding::understand(reply, k_today).acts.size();
      }));
  add(figures, "understood and answered", read_for_a_while([&](std::string_view reply) {
        const Heard heard = messages.next(reply);
        found += talk->interpret(world, heard, messages.now()).replies.size();
      }));
  if (found == 0) return failure(ErrorKind::permanent, "nothing was understood");
  figures.notes = {
      "Without the store. Per second of the processor's time: what else the machine does is not "
      "counted; the times of single replies are by the clock."};
  return figures;
}

}  // namespace dondoc::bench
