#include "simulation/frail_store.h"

namespace dondoc::simulation {

Result<void> FrailStore::shut_for() {
  if (dead_) return failure(ErrorKind::transient, "the process is dead");
  return {};
}

Result<void> FrailStore::die(const char* why) {
  dead_ = true;
  ++deaths_;
  return failure(ErrorKind::transient, why);
}

Result<void> FrailStore::fail(const char* why) {
  ++failures_;
  return failure(ErrorKind::transient, why);
}

Result<void> FrailStore::commit(Commit& commit) {
  if (auto shut = shut_for(); !shut) return shut;
  if (is_empty(commit)) return inner().commit(commit);
  if (clocks_.truth < full_until_) return fail("the disk is full");
  if (rates_.strikes(Fault::disk_full, generator_)) {
    // A commit that fails alone, or a disk that is full for hours.
    if (generator_.chance(50))
      full_until_ = clocks_.truth + Elapsed::minutes(generator_.between(1, 5 * 60));
    return fail("the disk is full");
  }
  if (rates_.strikes(Fault::crash_before_commit, generator_)) return die("died before the commit");
  if (auto written = inner().commit(commit); !written) return written;
  if (durable_) durable_(commit);
  if (rates_.strikes(Fault::crash_after_commit, generator_)) return die("died after the commit");
  return {};
}

}  // namespace dondoc::simulation
