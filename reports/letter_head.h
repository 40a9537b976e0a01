// What stands at the top and the bottom of every paper that leaves the office (Decree 30/2020,
// appendix I; variants of the youth union and of Party bodies: domain.md §2.5). Number, date, name
// and signature are places to write on: clerks and leads fill them, never the program. Values only;
// pure functions; safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/state/directory.h"

namespace dondoc {

enum class HeadLayout { state, youth_union, party };

struct LetterHead {
  HeadLayout layout = HeadLayout::state;
  std::string superior;  ///< in capitals; empty: the issuing body stands alone
  std::string issuer;    ///< in capitals
  std::string number;    ///< "Số: ………/BC-BTV"; empty: the paper has none
  std::string place_and_date;
};

/// The directory's name, else the plan's, else the id.
std::string unit_name_in(const Plan& plan, const Directory& directory, const std::string& unit);

/// The body above a unit; empty: none.
std::string superior_of(const Plan& plan, const Directory& directory, const std::string& unit);

/// Layout by `plan.layout`: "youth_union", "party", anything else the state's. `document_type` is
/// the abbreviation in the number, "BC"; empty: no number.
LetterHead letter_head(const Plan& plan, const Directory& directory,
                       std::string_view document_type);

/// The right side above place and date: national title and motto, or the organisation's name.
std::vector<std::string> titles_of(HeadLayout layout);

/// Under the issuing body instead of a rule: "***", "*"; empty: a rule.
std::string stars_of(HeadLayout layout);

/// Authority and position, "(Chữ ký, dấu)", the name: nothing of it is known.
std::vector<std::string> signature_lines();

}  // namespace dondoc
