// State to JSON and back, as it is stored beside the log and compared with it byte by byte. Equal values give equal
// bytes; what is empty or usual is left out. Pure functions.
// Every decode fails with `corrupt` when the text is cut off or a field is missing or of the wrong type; the message
// names the field.
#pragma once

#include <string>
#include <string_view>

#include "engine/ladder/ladder.h"
#include "engine/result.h"
#include "engine/state/assignment.h"
#include "engine/state/directory.h"
#include "engine/state/office.h"
#include "engine/time/calendar.h"

namespace dondoc {

std::string encode(const Assignment& assignment);
void encode_to(std::string& out, const Assignment& assignment);
Result<Assignment> decode_assignment(std::string_view json);

std::string encode(const Unit& unit);
Result<Unit> decode_unit(std::string_view json);

std::string encode(const Person& person);
Result<Person> decode_person(std::string_view json);

std::string encode(const Ladder& ladder);
Result<Ladder> decode_ladder(std::string_view json);

std::string encode(const CalendarYear& year);
Result<CalendarYear> decode_calendar_year(std::string_view json);

std::string encode(const Conversation& conversation);
Result<Conversation> decode_conversation(std::string_view json);

std::string encode(const SummaryRecord& record);
Result<SummaryRecord> decode_summary_record(std::string_view json);

std::string encode(const DayCount& count);
Result<DayCount> decode_day_count(std::string_view json);

std::string encode(const Digest& digest);
Result<Digest> decode_digest(std::string_view json);
std::string encode(const OfferedFile& file);
Result<OfferedFile> decode_offered_file(std::string_view json);

std::string encode(const ReorganisationCase& reorganisation);
Result<ReorganisationCase> decode_reorganisation_case(std::string_view json);

std::string encode(const Strangers& strangers);
Result<Strangers> decode_strangers(std::string_view json);

/// The document and what people did with it; the plan itself is read from the document again.
std::string encode(const PlanCase& plan);
/// `known`: what was read before, or null; of the same document the plan is not read again.
/// Errors: also corrupt when the document is no faultless plan.
Result<PlanCase> decode_plan_case(std::string_view json, const PlanCase* known = nullptr);

/// As "due" in a plan file (workflows/schema/plan.schema.json).
std::string encode(const DueRule& rule);

}  // namespace dondoc
