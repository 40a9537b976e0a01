#include "simulation/made_up_plan.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc::simulation {
namespace {

/// Every rhythm has a date in it.
constexpr int k_shortest_plan = 200;

constexpr const char* k_forms = R"([
 {"id":"mau-quy","name":"Báo cáo quý","assumed":true,"fields":[
  {"id":"so_cuoc","label":"Số cuộc","type":"count",
   "ask":"Bao nhiêu cuộc?","aggregate":"sum","example":"3"},
  {"id":"kinh_phi","label":"Kinh phí","type":"money",
   "ask":"Bao nhiêu kinh phí?","aggregate":"sum","example":"2.500.000"},
  {"id":"kho_khan","label":"Khó khăn, vướng mắc","type":"text",
   "ask":"Có khó khăn gì không?","aggregate":"list","optional":true,"example":"thiếu kinh phí"}]},
 {"id":"mau-thang","name":"Báo cáo tháng","assumed":true,"fields":[
  {"id":"luot","label":"Lượt người","type":"count",
   "ask":"Bao nhiêu lượt người?","aggregate":"sum","example":"245"}]}])";

class PlanText {
 public:
  PlanText(LocalDate issued, int days, Generator& generator)
      : issued_(issued),
        days_(days),
        last_(issued + CalendarDays{std::max(days, k_shortest_plan)}),
        generator_(generator) {}

  /// One after the other: in one expression each compiler would draw in its own order.
  std::string obligations() {
    const std::string of_month = R"(,"form":"mau-thang")";
    const std::string of_quarter = R"(,"form":"mau-quy")";
    add("S1", "report_periodic", "ordered", recurring("month"), of_month);
    add("S2", "report_periodic", "ordered", recurring("quarter"), of_quarter);
    add("S3", "report_periodic", "ordered", recurring("half_year"), of_quarter);
    add("S4", "task_once", "ordered", date("next_workday"));
    add("S5", "task_count", "ordered", window());
    add("S6", "event", "ordered", date("none"));
    add("S7", "task_once", "requested", date("prev_workday"));
    add("S8", "task_ongoing", "ordered", R"({"type":"ongoing","stated":"thường xuyên"})");
    add("S9", "task_once", "ordered",
        R"({"type":"unconfirmed","stated":"không ghi thời hạn","question":"S-Q1"})");
    return "[" + obligations_ + "]";
  }

  std::string questions() {
    return fmt::format(R"([{{"id":"S-Q1","about":["S9"],"question":"Hạn S9 là ngày nào?",)"
                       R"("default":{{"text":"đề xuất","due":{{"S9":{}}}}}}}])",
                       date("next_workday"));
  }

  LocalDate last() const { return last_; }

 private:
  void add(const char* id, const char* kind, const char* binding, const std::string& due,
           const std::string& more = "") {
    obligations_ += obligations_.empty() ? "" : ",";
    obligations_ +=
        fmt::format(R"({{"id":"{}","line":"1","kind":"{}","binding":"{}","what":"Nội dung {}",)"
                    R"("who":["cac-xa"],"to":[{{"unit":"sim-tinh"}}],"due":{}{}}})",
                    id, kind, binding, id, due, more);
  }

  std::string recurring(const char* every) {
    const auto day = generator_.between(1, 31);
    const bool inclusive = generator_.chance(600);
    return fmt::format(R"({{"type":"recurring","every":"{}","day":{},"inclusive":{},"from":"{}",)"
                       R"("to":"{}","stated":"định kỳ"}})",
                       every, day, inclusive, issued_.iso(), last_.iso());
  }

  LocalDate some_day() {
    const auto most = std::max(30, days_);
    return issued_ + CalendarDays{static_cast<int>(generator_.between(5, most - 2))};
  }

  std::string date(const char* roll) {
    const std::string day = some_day().iso();
    const bool inclusive = generator_.chance(600);
    return fmt::format(
        R"({{"type":"date","date":"{}","inclusive":{},"roll":"{}","stated":"một ngày"}})", day,
        inclusive, roll);
  }

  std::string window() {
    return fmt::format(R"({{"type":"window","from":"{}","to":"{}","stated":"trong thời gian"}})",
                       issued_.iso(), some_day().iso());
  }

  LocalDate issued_;
  int days_;
  LocalDate last_;
  Generator& generator_;
  std::string obligations_;
};

std::string units_json(int units) {
  std::string json =
      R"([{"id":"sim-tinh","name":"Tỉnh mô phỏng","kind":"committee","parent":null})";
  for (int i = 1; i <= units; ++i)
    json += fmt::format(
        R"(,{{"id":"sim-xa-{}","name":"Xã mô phỏng {}","kind":"committee","parent":"sim-tinh"}})",
        i, i);
  return json + "]";
}

std::string group_json(int units) {
  std::string list;
  for (int i = 1; i <= units; ++i) list += fmt::format("{}\"sim-xa-{}\"", i == 1 ? "" : ",", i);
  return fmt::format(R"([{{"id":"cac-xa","name":"Các xã","units":[{}]}}])", list);
}

}  // namespace

std::string made_up_plan(int units, LocalDate issued, int days, Generator& generator) {
  PlanText text(issued, days, generator);
  const std::string obligations = text.obligations();
  return fmt::format(
      R"({{"plan":{{"id":"S-MO-PHONG","number":"01/KH-UBND","date":"{}","issuer":"sim-tinh",)"
      R"("subject":"Kế hoạch mô phỏng","from":"{}","to":"{}","source":"tự sinh"}},)"
      R"("units":{},"groups":{},"forms":{},"obligations":{},"questions":{}}})",
      issued.iso(), issued.iso(), text.last().iso(), units_json(units), group_json(units), k_forms,
      obligations, text.questions());
}

}  // namespace dondoc::simulation
