// The forms in which a person corrects a draft: its head, a duty. What stood in one, and the
// correction it means. Pure; safe from any thread.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "intake/draft_edits.h"
#include "web/intake_units.h"
#include "web/route.h"

namespace dondoc {

/// What is missing or wrong: an id of config/pages, and the words that are meant (may be empty).
struct IntakeFault {
  std::string word;
  std::string about = {};
};

/// As they were sent; nothing in them is trusted.
struct HeadForm {
  std::string number, date, document_type, subject, from, to;
  std::string issuer;  ///< name
};
HeadForm head_form(const Request& request);
HeadForm head_form(const Plan& plan);

std::variant<HeadCorrection, IntakeFault> head_of(const HeadForm& form);

struct DutyForm {
  std::string what, kind, binding;
  std::vector<std::string> who;  ///< ids of the draft
  std::string who_more;          ///< names, one a line
  std::vector<std::string> to;
  std::string to_more;
  bool adds_units = false;  ///< names that nobody has become new units
  std::string due;          ///< "keep", "date", "window", "recurring", "trigger", "ongoing"
  std::string date, from, to_day, every, day, month, stated;
  bool before = false;  ///< "trước ngày": the day before is the last
  std::string line;     ///< of the text; for a duty that is added
};
DutyForm duty_form(const Request& request);
DutyForm duty_form(const Obligation& duty);

struct CorrectedDuty {
  DutyCorrection duty;
  std::vector<PlanUnit> units;  ///< that the draft may not know yet
};
/// `before`: what it was; null when it is added. A due that the form leaves as it was is none.
std::variant<CorrectedDuty, IntakeFault> duty_of(const DutyForm& form, const Plan& draft,
                                                 UnitFinder& units, const Obligation* before);

/// The units that names mean, each once; `adds`: a name that nobody has is a new unit.
std::variant<std::vector<PlanUnit>, IntakeFault> units_named(const std::string& lines,
                                                             UnitFinder& units, bool adds);

}  // namespace dondoc
