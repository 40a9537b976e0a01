// Which of several duties a sentence names by what it is: "quyết toán", "báo cáo quý". Compared
// without diacritics. Engine's thread only.
#pragma once

#include <string>

#include "bots/talk/duties.h"

namespace dondoc::talk {

/// Those of `possible` whose obligation the words name by its kind or by two words of its title
/// that no other of them has; of an obligation that comes round, the period that is named, or what
/// is late and the period that is next. All of `possible` when none is named.
Duties named_in(const Scene& scene, const std::string& words, const Duties& possible);

/// Of an obligation that comes round, what is late and the period that is next, not all to come.
/// Requires: `by_due_date` is sorted, and every duty has a date.
Duties of_the_round(const Scene& scene, const Duties& by_due_date);

}  // namespace dondoc::talk
