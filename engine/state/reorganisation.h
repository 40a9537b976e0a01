// Units that change (design §10, domain.md §2.6): merge, split, rename, abolish, another unit above.
// What a decision of an authority says, dated and with its legal reference, and where it stands.
// Values only. Dates are local: the first day on which the change is in force.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/state/directory.h"
#include "engine/time/time.h"

namespace dondoc {

struct PersonMove {
  std::string person, unit;
};

/// Which successors of a split take a duty over: by its code or by its obligation.
struct DutyShare {
  std::string duty;
  std::vector<std::string> units;
};

struct UnitChange {
  UnitAct act = UnitAct::merge;
  std::vector<std::string> units;  ///< whom it happens to; merge, split and abolish end them
  std::vector<Unit> into;          ///< successors; one without a name is a unit that exists
  std::string name, short_name;    ///< rename: the new ones
  std::string parent;              ///< reparent: the new unit above; empty: none
  std::string heir;  ///< split, abolish: who stands for the ended unit in the tree; empty: the unit
                     ///< above it, or the first successor when nothing is above
  std::vector<PersonMove> persons;  ///< the others go to the first successor
  std::vector<DutyShare> duties;    ///< split: the others go to every successor
};

/// Who receives the reports of a plan in place of whom.
struct RecipientChange {
  std::string plan, from, to;
};

struct Reorganisation {
  std::string id;
  LocalDate on;
  std::string basis;  ///< "Nghị quyết 1685/NQ-UBTVQH15"
  std::string note;
  std::vector<UnitChange> changes;
  std::vector<RecipientChange> recipients;
};

enum class ReorganisationStanding {
  planned,    ///< takes effect on its day
  in_effect,
  dropped,  ///< by somebody, or because it could not be carried out on its day
};

struct ReorganisationCase {
  Reorganisation reorganisation;
  ReorganisationStanding standing = ReorganisationStanding::planned;
  std::string by;
  Instant recorded_at;
  std::optional<Instant> settled_at{};  ///< when it took effect or was dropped
  std::string reason{};                 ///< dropped: why
};

/// One duty that went over: the record of handing over (biên bản bàn giao).
struct Handover {
  std::string from_code, from_unit, to_code, to_unit;
};

}  // namespace dondoc
