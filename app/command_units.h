// `dondoc admin units change|drop|find` and `dondoc admin persons leave`: units that change and
// people who go, in the administrator's name, through a running `dondoc serve` when there is one.
// Exit codes: 0 done, 1 the file, the store or the state is at fault (every fault is named), or, for
// a dry run, something in the file is still open.
#pragma once

#include <string>

namespace dondoc {

struct UnitsChangeOptions {
  std::string file;
  std::string config;
  bool dry_run = false;
};
/// Says what moves; without a dry run it is carried out, or taken down for its day.
int run_admin_units_change(const UnitsChangeOptions& options);

struct UnitsDropOptions {
  std::string id;
  std::string reason;
  std::string config;
};
/// Takes back a change that has not taken effect.
int run_admin_units_drop(const UnitsDropOptions& options);

struct UnitsFindOptions {
  std::string words;
  std::string config;
};
/// Units by a name of today or of the past, with what became of them.
int run_admin_units_find(const UnitsFindOptions& options);

struct LeaveOptions {
  std::string person;
  std::string to;
  std::string reason;
  std::string config;
};
/// Somebody leaves: duties in hand, roles and standing in for others go to another.
int run_admin_persons_leave(const LeaveOptions& options);

}  // namespace dondoc
