#include "app/page_office.h"

#include <fmt/format.h>

#include <list>
#include <mutex>
#include <utility>

#include "app/explain.h"
#include "app/judged_office.h"
#include "engine/loop/followed.h"

namespace dondoc {
namespace {

/// Days of the past kept in memory: the one asked for and the same a year before, for two people.
constexpr std::size_t k_past_days = 4;

/// The end of a past day, as the log tells it.
struct PastDay {
  PastDay(LocalDate past, Replayed replayed, Zone zone)
      : day(past), state(std::move(replayed)), judged(state, zone), cases(state.assignments) {
    judged.judge_all(past);
  }
  LocalDate day;
  Replayed state;
  JudgedOffice judged;
  OfficeCases cases;
};

LifeLine line_of(const LifeEntry& entry, const Office& office) {
  const Person* person = office.directory.person(entry.by);
  return {entry.at, person == nullptr ? entry.by : person->name, entry.text, entry.details};
}

}  // namespace

class PageOffice::Impl {
 public:
  explicit Impl(Parts parts)
      : parts_(std::move(parts)),
        judged_(followed_.state(), parts_.zone),
        cases_(followed_.state().assignments) {}

  Result<void> open() {
    auto reader = parts_.open_reader();
    if (!reader) return tl::unexpected(reader.error());
    auto version_reader = parts_.open_reader();
    if (!version_reader) return tl::unexpected(version_reader.error());
    const std::lock_guard lock(mutex_);
    reader_ = std::move(*reader);
    version_reader_ = std::move(*version_reader);
    return keep_up();
  }

  Result<std::string> version() {
    const std::lock_guard lock(version_mutex_);
    auto seq = version_reader_->last_seq();
    if (!seq) return tl::unexpected(seq.error());
    return fmt::format("{}-{}", *seq, parts_.zone.date_of(parts_.now()).iso());
  }

  Result<void> look(std::optional<LocalDate> day, const std::function<void(const Moment&)>& look) {
    const std::lock_guard lock(mutex_);
    if (auto kept = keep_up(); !kept) return kept;
    const Instant now = parts_.now();
    if (!day || *day >= judged_.today()) {
      look(moment(followed_.state(), judged_, cases_, now));
      return {};
    }
    auto past = past_day(*day);
    if (!past) return tl::unexpected(past.error());
    look(moment((*past)->state, (*past)->judged, (*past)->cases,
                parts_.zone.end_of(*day) - Elapsed{1}));
    return {};
  }

  Result<LifeView> life(const std::string& code) {
    const std::lock_guard lock(mutex_);
    if (auto kept = keep_up(); !kept) return tl::unexpected(kept.error());
    const World world{parts_.definitions, followed_.state().office, cases_, parts_.zone};
    auto told = explain(*reader_, world, code, parts_.now());
    if (!told) return tl::unexpected(told.error());
    LifeView view;
    view.due = std::move(told->due);
    view.standing = std::move(told->standing);
    for (const LifeEntry& entry : told->past) view.past.push_back(line_of(entry, world.office));
    for (const ComingStep& step : told->coming) view.coming.push_back({step.at, "", step.text, {}});
    return view;
  }

  Result<ReminderProof> proof(const std::string& code) {
    const std::lock_guard lock(mutex_);
    return read_reminders(*reader_, code);
  }

  const Parts& parts() const { return parts_; }

 private:
  /// Requires: mutex_ is held, as for all below.
  Result<void> keep_up() {
    if (auto caught = followed_.catch_up(*reader_); !caught) return caught;
    const LocalDate today = parts_.zone.date_of(parts_.now());
    const auto changed = followed_.take_changed();
    const bool all = followed_.take_office_changed() || today != judged_.today();
    if (all) {
      judged_.judge_all(today);
    } else {
      judged_.judge_again(changed);
    }
    return {};
  }

  Moment moment(const Replayed& state, const JudgedOffice& judged, const OfficeCases& cases,
                Instant at) {
    world_.emplace(World{parts_.definitions, state.office, cases, parts_.zone});
    present_.emplace(World{parts_.definitions, followed_.state().office, cases_, parts_.zone});
    return {*world_,
            *present_,
            at,
            parts_.now(),
            judged.today(),
            judged.judged(),
            [&judged](std::string_view code) { return judged.find(code); }};
  }

  Result<const PastDay*> past_day(LocalDate day) {
    for (auto it = past_.begin(); it != past_.end(); ++it) {
      if (it->day != day) continue;
      past_.splice(past_.begin(), past_, it);
      return &past_.front();
    }
    auto replayed = replay(*reader_, parts_.zone.end_of(day) - Elapsed{1});
    if (!replayed) return tl::unexpected(replayed.error());
    past_.emplace_front(day, std::move(*replayed), parts_.zone);
    if (past_.size() > k_past_days) past_.pop_back();
    return &past_.front();
  }

  const Parts parts_;

  std::mutex version_mutex_;
  std::unique_ptr<Reader> version_reader_;  // guarded by version_mutex_ once open

  std::mutex mutex_;
  // Guarded by mutex_:
  std::unique_ptr<Reader> reader_;
  Followed followed_;
  JudgedOffice judged_;
  OfficeCases cases_;
  std::optional<World> world_;
  std::optional<World> present_;
  std::list<PastDay> past_;
};

PageOffice::PageOffice(Parts parts) : impl_(std::make_unique<Impl>(std::move(parts))) {}
PageOffice::~PageOffice() = default;
Result<void> PageOffice::open() { return impl_->open(); }
Instant PageOffice::now() { return impl_->parts().now(); }
Zone PageOffice::zone() { return impl_->parts().zone; }
Result<std::string> PageOffice::version() { return impl_->version(); }
Result<void> PageOffice::look(std::optional<LocalDate> day,
                              const std::function<void(const Moment&)>& look) {
  return impl_->look(day, look);
}
Result<LifeView> PageOffice::life(const std::string& code) { return impl_->life(code); }
Result<ReminderProof> PageOffice::proof(const std::string& code) { return impl_->proof(code); }
Result<std::optional<std::string>> PageOffice::file(const std::string& digest) {
  auto files = impl_->parts().open_files();
  if (!files) return tl::unexpected(files.error());
  return (*files)->load(digest);
}
Result<Answer> PageOffice::carry_out(const Command& command) {
  return impl_->parts().carry_out(command);
}

}  // namespace dondoc
