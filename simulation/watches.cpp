#include "simulation/watches.h"

#include <fmt/format.h>

#include "simulation/check/read_row.h"

namespace dondoc::simulation {

// StepWatch looks at the mirror as it was before a commit, the others as it is after it.
Watches::Watches(const Definitions& definitions, Zone zone, Plant plant, const Clocks& clocks)
    : findings_(clocks),
      desk_(plant, zone),
      steps_(mirror_, zone, circumstances_, findings_),
      sendings_(mirror_, definitions.ladders.hours, zone, circumstances_, findings_),
      inbox_(findings_),
      log_(findings_),
      guard_(findings_),
      board_(mirror_, stored_, desk_, zone, findings_),
      summary_(mirror_, stored_, desk_, findings_),
      chain_(findings_),
      liveness_(mirror_, zone, findings_),
      all_{&steps_, &mirror_, &sendings_, &inbox_, &log_,
           &guard_, &board_,  &summary_,  &chain_, &liveness_} {}

void Watches::committed(const Commit& commit) {
  std::vector<Fact> facts;
  facts.reserve(commit.log.size());
  for (const LogRow& row : commit.log) {
    trace_.line(fmt::format("L {} {} {} {}", row.seq, row.at.ms, row.subject, row.body));
    const auto event = texts_.read(row.body);
    if (!event) {
      findings_.add("log", fmt::format("row {} is no JSON", row.seq));
      continue;
    }
    facts.push_back({row, *event, object_in(*event, "body")});
  }
  events_ += static_cast<std::int64_t>(commit.log.size());
  std::vector<OwnMessage> messages;
  messages.reserve(commit.outbox.size());
  for (const OutboxRow& row : commit.outbox) {
    trace_.line(fmt::format("O {} {} {} {}", row.id, row.person, row.not_before.ms, row.body));
    messages.push_back(read_message(row, texts_.read(row.body)));
  }
  const Committed committed{commit, facts, messages};
  for (Watch* watch : all_) watch->committed(committed);
  texts_.forget();
}

void Watches::arrived(const Arrival& arrival) {
  trace_.line(fmt::format("A {} {} {} {}", arrival.truth.ms, arrival.channel, arrival.account,
                          arrival.message.id));
  for (Watch* watch : all_) watch->arrived(arrival);
}

void Watches::confirmed(const std::string& key) {
  for (Watch* watch : all_) watch->confirmed(key);
}

void Watches::day_ends(const View& view) {
  for (Watch* watch : all_) watch->day_ends(view);
}

void Watches::run_ends(const View& view) {
  for (Watch* watch : all_) watch->run_ends(view);
}

void Watches::trouble(Trouble what, Instant machine) {
  circumstances_.last_trouble = std::max(circumstances_.last_trouble, machine);
  if (what == Trouble::outside) return;
  circumstances_.last_interruption = std::max(circumstances_.last_interruption, machine);
  if (what == Trouble::house) ++circumstances_.interruptions;
}

}  // namespace dondoc::simulation
