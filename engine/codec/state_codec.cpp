#include "engine/codec/state_codec.h"

#include <fmt/format.h>

#include "engine/codec/describe_office.h"
#include "engine/codec/plan_codec.h"

namespace dondoc {
namespace {

constexpr std::size_t k_usual_bytes = 512;

template <class T>
std::string written(const T& value) {
  std::string out;
  out.reserve(k_usual_bytes);
  write_stored(out, value);
  return out;
}

Error faulty_document(const Faults& faults) {
  if (faults.list().empty()) return {ErrorKind::corrupt, "plan: document: cannot be read"};
  const Fault& first = faults.list().front();
  return {ErrorKind::corrupt, fmt::format("plan: document{}: {}", first.pointer, first.message)};
}

}  // namespace

std::string encode(const Assignment& assignment) { return written(assignment); }
void encode_to(std::string& out, const Assignment& assignment) { write_stored(out, assignment); }
std::string encode(const Unit& unit) { return written(unit); }
std::string encode(const Person& person) { return written(person); }
std::string encode(const Ladder& ladder) { return written(ladder); }
std::string encode(const CalendarYear& year) { return written(year); }
std::string encode(const Conversation& conversation) { return written(conversation); }
std::string encode(const SummaryRecord& record) { return written(record); }
std::string encode(const DayCount& count) { return written(count); }
std::string encode(const Digest& digest) { return written(digest); }
std::string encode(const ReorganisationCase& reorganisation) { return written(reorganisation); }
std::string encode(const Strangers& strangers) { return written(strangers); }
std::string encode(const OfferedFile& file) { return written(file); }
std::string encode(const PlanCase& plan) { return written(plan); }
std::string encode(const DueRule& rule) { return written(rule); }

Result<Assignment> decode_assignment(std::string_view json) { return read_stored<Assignment>(json, "assignment"); }
Result<Unit> decode_unit(std::string_view json) { return read_stored<Unit>(json, "unit"); }
Result<Person> decode_person(std::string_view json) { return read_stored<Person>(json, "person"); }
Result<Ladder> decode_ladder(std::string_view json) { return read_stored<Ladder>(json, "ladder"); }
Result<CalendarYear> decode_calendar_year(std::string_view json) {
  return read_stored<CalendarYear>(json, "calendar year");
}
Result<Conversation> decode_conversation(std::string_view json) {
  return read_stored<Conversation>(json, "conversation");
}
Result<SummaryRecord> decode_summary_record(std::string_view json) {
  return read_stored<SummaryRecord>(json, "summary");
}
Result<DayCount> decode_day_count(std::string_view json) { return read_stored<DayCount>(json, "day count"); }

Result<Digest> decode_digest(std::string_view json) { return read_stored<Digest>(json, "digest"); }
Result<Strangers> decode_strangers(std::string_view json) { return read_stored<Strangers>(json, "strangers"); }

Result<OfferedFile> decode_offered_file(std::string_view json) {
  return read_stored<OfferedFile>(json, "offered file");
}

Result<ReorganisationCase> decode_reorganisation_case(std::string_view json) {
  return read_stored<ReorganisationCase>(json, "reorganisation");
}

Result<PlanCase> decode_plan_case(std::string_view json, const PlanCase* known) {
  auto plan_case = read_stored<PlanCase>(json, "plan");
  if (!plan_case) return plan_case;
  if (known != nullptr && known->document == plan_case->document) {
    plan_case->plan = known->plan;
    return plan_case;
  }
  Faults faults("document");
  auto plan = decode_plan(plan_case->document, faults);
  if (!plan || !faults.none()) return tl::unexpected<Error>(faulty_document(faults));
  plan_case->plan = std::move(*plan);
  return plan_case;
}

}  // namespace dondoc
