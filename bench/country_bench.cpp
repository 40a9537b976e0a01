#include <fmt/format.h>

#include <array>
#include <chrono>
#include <fstream>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "app/case_files.h"
#include "bench/country_plans.h"
#include "bench/figures.h"
#include "bench/place.h"
#include "bench/synthetic_office.h"
#include "engine/summary/totals.h"
#include "storage/open.h"

namespace dondoc::bench {
namespace {

constexpr int k_usual_communes = 33, k_all_communes = 3'321;
constexpr const char* k_lead = "lanh-dao";
constexpr std::size_t k_claimed = 500;

using Clock = std::chrono::steady_clock;

enum class Work { issue, steps, acknowledge, report, accept, summarize, deliver };
constexpr std::array<const char*, 7> k_work_names = {"issuing",          "reminders and digests",
                                                     "acknowledgements", "reports of four figures",
                                                     "acceptances",      "summaries",
                                                     "deliveries"};

/// What commune `commune` does about a duty: the same in every run, different from duty to duty.
struct Habit {
  Habit(std::size_t duty, std::size_t commune) : draw((duty * 7'919 + commune * 104'729) % 100) {}
  /// Days after the plan was issued; a tenth needs to be asked again.
  int acknowledges() const { return draw % 10 == 0 ? 4 : 1; }
  /// Days after the due date; of a hundred, ten are late and three never report.
  std::optional<int> reports() const {
    if (draw < 3) return std::nullopt;
    return draw < 13 ? 2 : -1 - static_cast<int>(draw % 5);
  }
  std::size_t draw;
};

std::vector<Figure> figures_of(std::size_t commune, std::size_t duty) {
  const auto n = static_cast<std::int64_t>(commune % 17 + duty % 5);
  return {{"so_cuoc", 1 + n, false},
          {"luot_nguoi", 40 + 7 * n, false},
          {"kinh_phi", 2'500'000 + 100'000 * n, false},
          {"ty_le", static_cast<double>(60 + n), false}};
}

class CountryYear {
 public:
  CountryYear(int communes, const Definitions& definitions, Place& place)
      : communes_(communes),
        store_(place.store()),
        engine_(definitions, Zone::viet_nam(), store_, nullptr) {}

  Result<void> play() {
    const LocalDate first = LocalDate::of(k_country_year, 1, 1).value();
    const LocalDate last = LocalDate::of(k_country_year + 1, 1, 10).value();
    if (auto opened = engine_.open(at(first, 6)); !opened) return opened;
    if (auto made = make_people(at(first, 6)); !made) return made;
    for (int number = 0; number < k_country_plans; ++number)
      plans_.push_back(country_plan(number, communes_));
    for (LocalDate day = first; day <= last; day = day + CalendarDays{1}) {
      if (auto played = play_day(day); !played) return played;
    }
    return {};
  }

  double seconds(Work work) const { return seconds_[index(work)]; }
  std::size_t count(Work work) const { return counts_[index(work)]; }
  const std::vector<CountryPlan>& plans() const { return plans_; }

 private:
  static std::size_t index(Work work) { return static_cast<std::size_t>(work); }
  static Instant at(LocalDate day, int hour) {
    return Zone::viet_nam().at(day, TimeOfDay::at(hour, 0));
  }

  /// Reminders at their hours, then people at theirs.
  Result<void> play_day(LocalDate day) {
    if (auto due = take_due(at(day, 8)); !due) return due;
    for (const Work work : {Work::acknowledge, Work::report, Work::accept}) {
      if (auto done = act(work, day); !done) return done;
    }
    if (auto due = take_due(at(day, 14)); !due) return due;
    if (auto done = issue(day); !done) return done;
    if (auto done = summarize(day); !done) return done;
    return deliver(at(day, 16));
  }

  /// Communes with an officer each, and one lead over them.
  Result<void> make_people(Instant now) {
    std::vector<Command> commands = make_units(OfficeSize{communes_});
    Person lead;
    lead.id = k_lead;
    lead.name = "Lãnh đạo";
    lead.unit = "uy-ban";
    lead.lead = true;
    lead.addresses.push_back({"sandbox", lead.id, true});
    commands.push_back({std::string(k_administrator), "", RegisterPerson{lead}});
    return carry_out(engine_, std::move(commands), now);
  }

  Result<void> take_due(Instant now) {
    const auto begin = Clock::now();
    for (bool more = true; more;) {
      auto ticked = engine_.tick(now);
      if (!ticked) return tl::unexpected(ticked.error());
      counts_[index(Work::steps)] += ticked->steps;
      more = ticked->more;
    }
    note(Work::steps, begin);
    return deliver(now);
  }

  static Settled sent(OutboxRow row, Instant now) {
    OutboxUpdate update;
    update.id = row.id;
    update.at = now;
    update.attempts = 1;
    update.channel = "sandbox";
    return {update, std::move(row), "delivered"};
  }

  /// Everything that may go by now goes, and reaches its person.
  Result<void> deliver(Instant now) {
    const auto begin = Clock::now();
    for (bool more = true; more;) {
      std::vector<Settled> settled;
      auto leased = engine_.lease(
          {now, now + Elapsed::minutes(1), k_claimed},
          [&](ClaimedMessage message) { settled.push_back(sent(std::move(message.row), now)); });
      if (!leased) return tl::unexpected(leased.error());
      more = *leased > 0;
      if (auto done = engine_.settle(settled, {}, now); !done) return done;
      counts_[index(Work::deliver)] += *leased;
    }
    note(Work::deliver, begin);
    return {};
  }

  Result<void> issue(LocalDate day) {
    const auto begin = Clock::now();
    for (CountryPlan& plan : plans_) {
      if (plan.issued != day) continue;
      auto issued = carry_out(
          engine_, {{std::string(k_administrator), "", IssuePlan{plan.document}}}, at(day, 16));
      if (!issued) return issued;
      plan.document.clear();
      for (const CountryDuty& duty : plan.duties) counts_[index(Work::issue)] += duty.codes.size();
    }
    note(Work::issue, begin);
    return {};
  }

  Result<void> act(Work work, LocalDate day) {
    const auto begin = Clock::now();
    std::vector<Command> commands;
    std::size_t number = 0;
    for (const CountryPlan& plan : plans_) {
      for (const CountryDuty& duty : plan.duties)
        add_acts(work, day, plan, duty, ++number, commands);
    }
    counts_[index(work)] += commands.size();
    auto done = carry_out(engine_, std::move(commands), at(day, work == Work::accept ? 11 : 10));
    note(work, begin);
    return done;
  }

  void add_acts(Work work, LocalDate day, const CountryPlan& plan, const CountryDuty& duty,
                std::size_t number, std::vector<Command>& commands) const {
    const int since_issue = (day - plan.issued).count;
    const int since_due = (day - duty.due).count;
    if (work == Work::acknowledge ? since_issue < 1 || since_issue > 4
                                  : since_due < -6 || since_due > 4)
      return;
    for (std::size_t i = 0; i < duty.codes.size(); ++i) {
      const Habit habit(number, i);
      const std::string officer = officer_of(static_cast<int>(i) + 1);
      const std::string& code = duty.codes[i];
      if (work == Work::acknowledge && since_issue == habit.acknowledges())
        commands.push_back({officer, "a:" + code, Acknowledge{code}});
      if (work == Work::report && habit.reports() == since_due)
        commands.push_back({officer, "r:" + code,
                            Submit{{code}, Outcome::complete, figures_of(i, number), "", {}}});
      if (work == Work::accept && habit.reports() == since_due - 1)
        commands.push_back({k_lead, "", Accept{code}});
    }
  }

  /// Five days after the last report of a period was due.
  Result<void> summarize(LocalDate day) {
    const auto begin = Clock::now();
    for (const CountryPlan& plan : plans_) {
      std::map<std::string, LocalDate> last_due;
      for (const CountryDuty& duty : plan.duties) {
        LocalDate& last = last_due[duty.period];
        last = std::max(last, duty.due);
      }
      for (const auto& [period, due] : last_due) {
        if (due + CalendarDays{5} != day) continue;
        auto done = carry_out(engine_,
                              {{k_lead, "", DraftSummary{plan.id, period, ""}},
                               {k_lead, "", ApproveSummary{plan.id, period}}},
                              at(day, 16));
        if (!done) return done;
        ++counts_[index(Work::summarize)];
      }
    }
    note(Work::summarize, begin);
    return {};
  }

  void note(Work work, Clock::time_point begin) {
    seconds_[index(work)] += std::chrono::duration<double>(Clock::now() - begin).count();
  }

  const int communes_;
  Store& store_;
  Engine engine_;
  std::vector<CountryPlan> plans_;
  std::array<double, k_work_names.size()> seconds_{};
  std::array<std::size_t, k_work_names.size()> counts_{};
};

double peak_memory_mb() {
  std::ifstream status("/proc/self/status");
  for (std::string word; status >> word;) {
    double kib = 0;
    if (word == "VmHWM:" && status >> kib) return kib * 1024 / 1e6;
  }
  return 0;
}

/// The sums that a summary of a plan gives are those of what was reported. Errors: those of the
/// store; permanent when they are not.
Result<void> check_sums(const Place& place, const CountryPlan& plan, std::size_t first_number) {
  auto reader = open_reader(place.database());
  if (!reader) return tl::unexpected(reader.error());
  auto office = read_office(**reader);
  if (!office) return tl::unexpected(office.error());
  CaseFilter filter;
  filter.plan = plan.id;
  auto cases = read_cases(**reader, filter);
  if (!cases) return tl::unexpected(cases.error());
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : *cases) pointers.push_back(&a);
  double wanted = 0;
  for (std::size_t d = 0; d < plan.duties.size(); ++d) {
    for (std::size_t i = 0; i < plan.duties[d].codes.size(); ++i) {
      const std::size_t number = first_number + d;
      if (Habit(number, i).reports())
        wanted += static_cast<double>(std::get<std::int64_t>(figures_of(i, number)[1].value));
    }
  }
  double found = 0;
  for (const ObligationSummary& o :
       summarize(office->plan(plan.id)->plan, "", pointers, office->calendar, Zone::viet_nam())
           .obligations) {
    for (const Total& total : o.totals) found += total.field.id == "luot_nguoi" ? *total.value : 0;
  }
  if (found != wanted)
    return failure(ErrorKind::permanent,
                   fmt::format("summary of {}: {} instead of {}", plan.id, found, wanted));
  return {};
}

Result<void> check_all_sums(const Place& place, const std::vector<CountryPlan>& plans) {
  std::size_t number = 1;
  for (const CountryPlan& plan : plans) {
    if (auto right = check_sums(place, plan, number); !right) return right;
    number += plan.duties.size();
  }
  return {};
}

}  // namespace

Result<Figures> measure_country(const Extent& extent) {
  auto definitions = definitions_of_this_place();
  if (!definitions) return tl::unexpected(definitions.error());
  auto place = Place::open(extent);
  if (!place) return tl::unexpected(place.error());
  const int communes = extent.size == 0 ? k_usual_communes : static_cast<int>(extent.size);
  CountryYear year(communes, *definitions, **place);
  const auto begin = Clock::now();
  const double processor = processor_seconds();
  if (auto played = year.play(); !played) return tl::unexpected(played.error());
  const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
  const double processed = processor_seconds() - processor;
  const double peak = peak_memory_mb();
  auto events = (*place)->store().last_seq();
  if (!events) return tl::unexpected(events.error());
  if (auto right = check_all_sums(**place, year.plans()); !right)
    return tl::unexpected(right.error());
  const double whole = static_cast<double>(k_all_communes) / communes;
  Figures figures{"country", {}, {}};
  figures.numbers = {
      {"communes", static_cast<double>(communes)},
      {"plans", k_country_plans},
      {"assignments", static_cast<double>(year.count(Work::issue))},
      {"seconds for the year", seconds},
      {"processor seconds for the year", processed},
      {"events", static_cast<double>(*events)},
      {"us an event", seconds / static_cast<double>(*events) * 1e6},
      {"simulated assignments per second", static_cast<double>(year.count(Work::issue)) / seconds},
      {"memory MB at most", peak},
      {"minutes for all 3,321 communes at this rate", seconds * whole / 60}};
  for (std::size_t i = 0; i < k_work_names.size(); ++i) {
    const Work work = static_cast<Work>(i);
    const std::string name = k_work_names[i];
    figures.numbers.emplace_back(name, static_cast<double>(year.count(work)));
    figures.numbers.emplace_back(name + ", seconds", year.seconds(work));
  }
  figures.notes = {
      "Through the engine and SQLite as in an office: every batch durable (WAL, synchronous=FULL), "
      "every event in the chained log.",
      "Checked at the end: the sums of all 60 plans are those of what was reported."};
  return figures;
}

}  // namespace dondoc::bench
