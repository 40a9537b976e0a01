// The seam between engine and disk where the planted bugs of the store sit. Without one it passes
// everything on. One thread.
#pragma once

#include <map>
#include <set>
#include <string>

#include "simulation/generator.h"
#include "simulation/passing_store.h"
#include "simulation/plants.h"

namespace dondoc::simulation {

class PlantedStore : public PassingStore {
 public:
  PlantedStore(Store& inner, Plant plant, Generator generator)
      : PassingStore(&inner), plant_(plant), generator_(generator) {}

  Result<Ends> begin() override;
  Result<void> commit(Commit& commit) override;
  Result<bool> inbox_seen(std::string_view key) override;
  Result<std::vector<ClaimedMessage>> claim_outbox(Instant now, Instant lease_until,
                                                   std::size_t limit) override;

 private:
  void spoil_messages(Commit& commit);
  void spoil_cases(Commit& commit);
  void spoil_log(Commit& commit);
  void spoil_outcomes(Commit& commit);

  Plant plant_;
  Generator generator_;
  std::map<std::string, CaseRow> open_cases_;  ///< as they last stood
  std::string other_reader_;
  std::set<std::int64_t> hidden_;
  std::vector<OutboxUpdate> to_settle_;
  std::int64_t own_end_ = 0;  ///< of the log, as the node last knew it
};

}  // namespace dondoc::simulation
