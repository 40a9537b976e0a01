// What a unit or a person owes, as a calendar feed (reports/deadlines_ics.h), from a moment of the
// office. Pure; safe from any thread.
#pragma once

#include "reports/export.h"
#include "web/page_desk.h"

namespace dondoc {

ExportedFile deadlines_of_unit(const Moment& moment, const Unit& unit);
ExportedFile deadlines_of_person(const Moment& moment, const Person& person);

}  // namespace dondoc
