#include "simulation/shared_store.h"

namespace dondoc::simulation {

Result<Ends> SharedStore::begin() {
  auto ends = PassingStore::begin();
  if (!ends) return ends;
  sharing_.take_turn(node_);
  has_begun_ = true;
  return ends;
}

void SharedStore::leave() {
  sharing_.end_turn(node_);
  has_begun_ = false;
  PassingStore::leave();
}

Result<void> SharedStore::pass_by(const char* why) {
  passed_by_ = true;
  return failure(ErrorKind::transient, why);
}

Result<void> SharedStore::commit(Commit& commit) {
  const bool began = std::exchange(has_begun_, false);
  if (stop_) stop_();
  if (began && !sharing_.has_turn(node_)) return pass_by("the turn was taken away");
  sharing_.end_turn(node_);
  const bool is_fenced = commit.fence && plant_ != Plant::deliver_twice;
  if (is_fenced && !sharing_.stands(*commit.fence)) return pass_by("another node has the lease");
  return PassingStore::commit(commit);
}

}  // namespace dondoc::simulation
