#include "bench/country_plans.h"

#include <fmt/format.h>

#include <map>
#include <utility>

#include "bench/synthetic_office.h"
#include "engine/check.h"
#include "engine/codec/plan_codec.h"
#include "engine/plan/plan.h"

namespace dondoc::bench {
namespace {

/// What a kind of plan asks for: how often, and by which day (domain.md §1).
struct Rhythm {
  const char* every;  ///< of a recurring rule; null: once
  int day;
  const char* date;  ///< of a duty that is done once
};

// As the five plans: youth union 2011 (monthly, quarterly, yearly), women's union 2023 (counts and
// one report), two People's Committees 2017 and 2018 (quarter, half-year, year), farmers' union
// 2021.
const std::vector<std::vector<Rhythm>> k_kinds = {
    {{"month", 25, nullptr}, {"quarter", 25, nullptr}},
    {{"quarter", 20, nullptr},
     {nullptr, 0, "2024-03-31"},
     {nullptr, 0, "2024-06-26"},
     {nullptr, 0, "2024-11-24"}},
    {{"quarter", 5, nullptr}, {"year", 5, nullptr}, {nullptr, 0, "2024-10-15"}},
    {{"half_year", 10, nullptr},
     {"year", 1, nullptr},
     {"quarter", 15, nullptr},
     {nullptr, 0, "2024-04-30"}},
    {{"month", 20, nullptr}, {"half_year", 15, nullptr}, {"year", 15, nullptr}},
};

/// Plans are issued from the first working days of January on, three a day.
LocalDate issue_day(int number) {
  LocalDate day = LocalDate::of(k_country_year, 1, 2).value();
  for (int passed = 0; passed < number / 3;) {
    day = day + CalendarDays{1};
    if (day.iso_weekday() <= 5) ++passed;
  }
  return day;
}

std::string due_json(const Rhythm& rhythm) {
  if (rhythm.every == nullptr)
    return fmt::format(
        R"({{"type":"date","date":"{}","inclusive":true,"stated":"chậm nhất đến ngày"}})",
        rhythm.date);
  return fmt::format(
      R"({{"type":"recurring","every":"{}","day":{},"inclusive":true,"from":"{}-02-01",)"
      R"("to":"{}-12-31","stated":"định kỳ, chậm nhất ngày {}"}})",
      rhythm.every, rhythm.day, k_country_year, k_country_year, rhythm.day);
}

std::string obligations_json(int number) {
  std::string json;
  int duty = 0;
  for (const Rhythm& rhythm : k_kinds[static_cast<std::size_t>(number) % k_kinds.size()]) {
    json += fmt::format(R"({}{{"id":"V{}{}","line":"1","kind":"{}","binding":"ordered",)"
                        R"("what":"Báo cáo kết quả thực hiện nội dung {}","who":["cac-xa"],)"
                        R"("to":[{{"unit":"uy-ban"}}],"form":"ket-qua","due":{}}})",
                        duty == 0 ? "" : ",", number + 1, duty + 1,
                        rhythm.every == nullptr ? "report_once" : "report_periodic", duty + 1,
                        due_json(rhythm));
    ++duty;
  }
  return json;
}

constexpr const char* k_form =
    R"({"id":"ket-qua","name":"Kết quả","assumed":false,"fields":[)"
    R"({"id":"so_cuoc","label":"Số cuộc","type":"count","aggregate":"sum"},)"
    R"({"id":"luot_nguoi","label":"Lượt người dự","type":"count","aggregate":"sum"},)"
    R"({"id":"kinh_phi","label":"Kinh phí","type":"money","aggregate":"sum"},)"
    R"({"id":"ty_le","label":"Tỷ lệ","type":"percent","aggregate":"mean"}]})";

std::string document_of(int number, int communes, LocalDate issued) {
  std::string units =
      R"({"id":"uy-ban","name":"Ủy ban nhân dân","kind":"committee","parent":null})";
  std::string group;
  for (int i = 1; i <= communes; ++i) {
    units += fmt::format(R"(,{{"id":"{}","name":"Xã số {}","kind":"commune","parent":"uy-ban"}})",
                         unit_id(i), i);
    group += fmt::format("{}\"{}\"", i == 1 ? "" : ",", unit_id(i));
  }
  return fmt::format(
      R"({{"plan":{{"id":"Q-{}","number":"{:02}/KH-UBND","date":"{}","issuer":"uy-ban",)"
      R"("subject":"Kế hoạch đo tốc độ số {}","from":"{}-01-01","to":"{}-12-31",)"
      R"("source":"dữ liệu đo"}},"units":[{}],"forms":[{}],)"
      R"("groups":[{{"id":"cac-xa","name":"Các xã","units":[{}]}}],"obligations":[{}]}})",
      number + 1, number + 1, issued.iso(), number + 1, k_country_year, k_country_year, units,
      k_form, group, obligations_json(number));
}

std::vector<CountryDuty> duties_of(const Plan& plan) {
  std::map<std::pair<std::string, std::string>, CountryDuty> duties;
  for (PlannedAssignment& planned : assignments_of(plan, {})) {
    const Occurrence& date = planned.occurrence.value();
    CountryDuty& duty = duties[{planned.obligation->id, date.period}];
    duty.period = date.period;
    duty.due = date.nominal;
    duty.codes.push_back(std::move(planned.code));
  }
  std::vector<CountryDuty> all;
  for (auto& entry : duties) all.push_back(std::move(entry.second));
  return all;
}

}  // namespace

CountryPlan country_plan(int number, int communes) {
  CountryPlan made;
  made.id = fmt::format("Q-{}", number + 1);
  made.issued = issue_day(number);
  made.document = document_of(number, communes, made.issued);
  Faults faults(made.id);
  const auto plan = decode_plan(made.document, faults);
  CHECK(plan.has_value());
  made.duties = duties_of(*plan);
  return made;
}

}  // namespace dondoc::bench
