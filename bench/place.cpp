#include "bench/place.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include "engine/limits.h"
#include "storage/open.h"

namespace dondoc::bench {

Result<std::unique_ptr<Place>> Place::open(const Extent& extent) {
  std::unique_ptr<Place> place(new Place());
  place->on_server_ = !extent.database.empty();
  place->database_ = place->on_server_ ? extent.database : place->folder_.file("bench.db");
  if (auto opened = place->reopen(); !opened) return tl::unexpected(opened.error());
  auto last = place->store().last_seq();
  if (!last) return tl::unexpected(last.error());
  if (*last != 0)
    return failure(ErrorKind::permanent, shown_database(place->database_) +
                                             " is not empty: a measurement needs one of its own");
  return place;
}

Result<void> Place::reopen() {
  close();
  auto opened = open_store(database_);
  if (!opened) return tl::unexpected(opened.error());
  store_ = std::move(*opened);
  counting_ = std::make_unique<CountingStore>(*store_);
  return {};
}

void Place::close() {
  counting_.reset();
  store_.reset();
}

Result<void> carry_out(Engine& engine, std::vector<Command> commands, Instant now) {
  for (std::size_t done = 0; done < commands.size();) {
    const std::size_t end = std::min(commands.size(), done + limits::commands_per_batch);
    std::vector<Input> inputs;
    for (; done < end; ++done) inputs.emplace_back(std::move(commands[done]));
    auto answers = engine.handle(inputs, now);
    if (!answers) return tl::unexpected(answers.error());
    for (const Answer& answer : *answers) {
      if (answer.kind != AnswerKind::done)
        return failure(ErrorKind::permanent, "made-up office refused: " + answer.refusal.why.id);
    }
  }
  return {};
}

double processor_seconds() {
  timespec time{};
  ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

}  // namespace dondoc::bench
