#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "reports/figure_text.h"
#include "reports/summary_json.h"
#include "reports/summary_text.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;
using Catch::Matchers::Contains;

namespace {

constexpr const char* k_in_time = "2023-11-20T09:00";

PlanSummary summary_of(const Plan& p, const std::vector<Assignment>& duties,
                       std::string_view period = "2023") {
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : duties) pointers.push_back(&a);
  return summarize(p, period, pointers, Calendar{}, Zone::viet_nam());
}

std::string text_of(const Plan& p, const std::vector<Assignment>& duties,
                    const SummaryRecord* record = nullptr) {
  const PlanSummary summary = summary_of(p, duties);
  const Directory units = directory();
  return summary_text(SummaryInput{summary, p, units, record});
}

/// On one line, so that a sentence is found wherever it was broken.
std::string flat(const std::string& text) {
  std::string line;
  for (char c : text) {
    if (c == '\n') c = ' ';
    if (c != ' ' || !line.ends_with(' ')) line += c;
  }
  return line;
}

std::vector<Assignment> usual_duties() {
  auto blocked = duty("B20-03", "nb");
  blocked.block = Block{blocked.issued_at, "thiếu kinh phí", "officer-nb"};
  return {
      reported(duty("B20-01", "dt"), k_in_time,
               {count("so_cuoc", 3), count("kinh_phi", 15'000'000),
                words("kho_khan", "Thiếu kinh phí")}),
      reported(duty("B20-02", "bd"), "2023-11-27T09:00", {{"so_cuoc", std::int64_t{1'242}, true}}),
      blocked,
      nil(duty("B20-04", "hpn"), k_in_time),
  };
}

/// A plan whose form asks for persons.
Plan plan_of_persons(Aggregate rule) {
  Plan p = plan();
  p.forms.front().fields = {field("so_nguoi", "Số người sau cai", FieldType::count, rule)};
  p.forms.front().fields.front().persons = true;
  return p;
}

}  // namespace

TEST_CASE("the summary has the parts of a report in their order", "[summary]") {
  const std::string text = text_of(plan(), usual_duties());
  std::size_t from = 0;
  for (const char* part :
       {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "BÁO CÁO\n",
        "Kết quả thực hiện Kế hoạch 148/KH-BTV ngày 25/5/2023, năm 2023", "I. TÌNH HÌNH BÁO CÁO",
        "II. KẾT QUẢ THỰC HIỆN", "III. KHÓ KHĂN, VƯỚNG MẮC", "IV. KIẾN NGHỊ", "./.",
        "Nơi nhận:", "- Lưu: VT."}) {
    CAPTURE(part);
    const auto at = text.find(part, from);
    REQUIRE(at != std::string::npos);
    from = at;
  }
}

TEST_CASE("the summary says who reported, who was late, and names who is missing", "[summary]") {
  const std::string text = flat(text_of(plan(), usual_duties()));
  CHECK_THAT(text, Contains("Số đơn vị phải báo cáo: 04 đơn vị."));
  CHECK_THAT(
      text,
      Contains(
          "Đã báo cáo: 03 đơn vị; đúng hạn: 02 đơn vị; trễ hạn: 01 đơn vị (Hội LHPN xã Bà Điểm)."));
  CHECK_THAT(text, Contains("Báo cáo không phát sinh: 01 đơn vị."));
  CHECK_THAT(text, Contains("Chưa báo cáo: 01 đơn vị (Hội LHPN xã Nhị Bình)."));
  CHECK_THAT(text, !Contains("đính chính"));
}

TEST_CASE("results stand with the share of units counted and estimates marked", "[summary]") {
  const std::string text = flat(text_of(plan(), usual_duties()));
  CHECK_THAT(
      text,
      Contains("Số cuộc tuyên truyền: 1.245 (3/4 đơn vị); có 01 đơn vị báo số ước thực hiện."));
  CHECK_THAT(text, Contains("Kinh phí đã sử dụng: 15.000.000 đồng (2/4 đơn vị)."));
}

TEST_CASE("difficulties are grouped by reason and not repeated under results", "[summary]") {
  const std::string text = flat(text_of(plan(), usual_duties()));
  CHECK_THAT(
      text,
      Contains("- Thiếu kinh phí: 02 đơn vị (Hội LHPN xã Nhị Bình; Hội LHPN xã Đông Thạnh)."));
  CHECK_THAT(text, !Contains("Khó khăn, vướng mắc:"));
}

TEST_CASE("nobody in the plan, nobody reported: the summary says so instead of failing",
          "[summary]") {
  const std::string nobody = flat(text_of(plan(), {}));
  CHECK_THAT(nobody, Contains("Trong kỳ không có đơn vị phải báo cáo.") &&
                         Contains("Chưa có số liệu.") &&
                         Contains("Không có đơn vị nêu khó khăn, vướng mắc."));
  const std::string silence = flat(text_of(plan(), {duty("B20-01", "dt")}));
  CHECK_THAT(silence, Contains("Đã báo cáo: 0 đơn vị; đúng hạn: 0 đơn vị; trễ hạn: 0 đơn vị.") &&
                          Contains("Số cuộc tuyên truyền: chưa có số liệu (0/1 đơn vị)."));
}

TEST_CASE("proposals are the lead's words or lines to write on", "[summary]") {
  SummaryRecord record;
  record.text = "Đề nghị cấp kinh phí.\n\nĐề nghị tập huấn.";
  CHECK_THAT(text_of(plan(), {}, &record),
             Contains("    Đề nghị cấp kinh phí.\n    Đề nghị tập huấn.\n"));
  const std::string blank = text_of(plan(), {});
  CHECK_THAT(blank.substr(blank.find("IV. KIẾN NGHỊ")), Contains("…………………"));
}

TEST_CASE("a draft is marked, an approved summary is not, an amendment names its number",
          "[summary]") {
  SummaryRecord record;
  CHECK(text_of(plan(), {}).starts_with("DỰ THẢO\n"));
  CHECK(text_of(plan(), {}, &record).starts_with("DỰ THẢO\n"));
  record.standing = SummaryStanding::approved;
  CHECK_THAT(text_of(plan(), {}, &record), !Contains("DỰ THẢO"));
  record.standing = SummaryStanding::amended;
  record.version = 2;
  CHECK_THAT(text_of(plan(), {}, &record), Contains("(Bản điều chỉnh, lần 01)"));
}

TEST_CASE("number, date and signature are left to be written", "[summary]") {
  const std::string text = flat(text_of(plan(), {}));
  CHECK_THAT(text, Contains("Số: ………/BC-BTV") && Contains("ngày …… tháng …… năm ………") &&
                       Contains("(Chữ ký, dấu)"));
}

TEST_CASE("each layout has its own head", "[summary]") {
  struct Case {
    const char* layout;
    const char* number;
    std::vector<std::string> has;
    std::vector<std::string> has_not;
  };
  const auto c = GENERATE(values<Case>({
      {"state",
       "148/KH-BTV",
       {"HỘI LHPN THÀNH PHỐ HỒ CHÍ MINH", "HỘI LHPN HUYỆN HÓC MÔN", "/BC-BTV", "CỘNG HÒA"},
       {"***"}},
      {"state", "", {"/BC-…"}, {}},
      {"youth_union",
       "57/KH-ĐTN",
       {"BAN CHẤP HÀNH HỘI LHPN HUYỆN HÓC MÔN", "***", "-BC/ĐTN", "ĐOÀN TNCS HỒ CHÍ MINH"},
       {"CỘNG HÒA", "Độc lập"}},
      {"youth_union", "29-HD/TWĐTN-VP", {"-BC/TWĐTN-VP"}, {}},
      {"party", "12-KH/HU", {"-BC/HU", "ĐẢNG CỘNG SẢN VIỆT NAM"}, {"CỘNG HÒA", "***"}},
  }));
  Plan p = plan();
  p.layout = c.layout;
  p.number = c.number;
  const std::string text = flat(text_of(p, {}));
  CAPTURE(c.layout, text);
  for (const auto& part : c.has) CHECK_THAT(text, Contains(part));
  for (const auto& part : c.has_not) CHECK_THAT(text, !Contains(part));
}

TEST_CASE("a people's committee stands alone in its head, its superior receives the report",
          "[summary]") {
  Plan p = plan();
  p.issuer = "ubnd";
  Directory units = directory();
  units.put(unit("tinh", "Ủy ban nhân dân tỉnh Đồng Tháp", "", ""));
  units.put(unit("ubnd", "Ủy ban nhân dân thành phố Cao Lãnh", "", "tinh"));
  const PlanSummary summary = summary_of(p, {});
  const SummaryDocument document = make_summary_document({summary, p, units});
  CHECK(document.head.superior.empty());
  CHECK(document.head.issuer == "ỦY BAN NHÂN DÂN THÀNH PHỐ CAO LÃNH");
  CHECK(document.addressees == std::vector<std::string>{"Ủy ban nhân dân tỉnh Đồng Tháp"});
  CHECK(document.recipients == std::vector<std::string>{"- Như trên;", "- Lưu: VT."});
}

TEST_CASE("a plan without number and date is named by its whole subject, not a line's worth",
          "[summary]") {
  Plan p = plan();
  p.number.clear();
  p.date.reset();
  p.subject =
      "Thực hiện công tác duy trì xã, phường lành mạnh không có tệ nạn ma túy, mại dâm, mô hình "
      "quản lý sau cai năm 2017";
  const PlanSummary summary = summary_of(p, {});
  const Directory units = directory();
  const SummaryDocument document = make_summary_document({summary, p, units});
  CHECK(document.subject == "Kết quả thực hiện Kế hoạch “" + p.subject + "”, năm 2023");
  CHECK_THAT(document.closing, Contains(p.subject));
  CHECK_THAT(document.basis.front(), Contains(p.subject));
}

TEST_CASE("a unit is named by the directory, else the plan, else its id", "[summary]") {
  Plan p = plan();
  p.units.resize(2);
  p.units[0].id = "dt";
  p.units[0].name = "Tên cũ";
  p.units[1].id = "moi";
  p.units[1].name = "Đơn vị mới";
  const PlanSummary summary = summary_of(p, {});
  const Directory units = directory();
  const SummaryInput input{summary, p, units};
  CHECK(unit_name_of(input, "dt") == "Hội LHPN xã Đông Thạnh");
  CHECK(unit_name_of(input, "moi") == "Đơn vị mới");
  CHECK(unit_name_of(input, "la") == "la");
}

TEST_CASE("several duties and periods are told apart by headings", "[summary]") {
  auto quarter = duty("B21-01-Q2", "dt");
  quarter.period = "2023-Q2";
  const Plan p = plan();
  const PlanSummary summary = summary_of(p, {quarter, duty("B20-01", "dt")}, "");
  const Directory units = directory();
  const std::string text = flat(summary_text(SummaryInput{summary, p, units}));
  CHECK_THAT(text, Contains("1. Báo cáo kết quả năm 2023 (năm 2023)") &&
                       Contains("2. Báo cáo quý (quý II năm 2023)"));
}

TEST_CASE("a figure is compared with its target without judging it", "[summary]") {
  struct Case {
    double value;
    const char* expected;
  };
  const auto c = GENERATE(values<Case>({
      {92.5, "bình quân 92,5% (1/1 đơn vị); cao hơn chỉ tiêu 80%."},
      {80.0, "bình quân 80% (1/1 đơn vị); bằng chỉ tiêu 80%."},
      {33.333, "bình quân 33,33% (1/1 đơn vị); thấp hơn chỉ tiêu 80%."},
  }));
  Plan p = plan();
  p.forms.front().fields = {field("ty_le", "Tỷ lệ", FieldType::percent, Aggregate::mean)};
  p.forms.front().fields.front().target = "T1";
  p.targets = {{"T1", "Mục tiêu", 80, "percent", false}};
  CHECK_THAT(
      flat(text_of(p, {reported(duty("B20-01", "dt"), k_in_time, {{"ty_le", c.value, false}})})),
      Contains(c.expected));
}

TEST_CASE("texts of units other than difficulties are listed by unit", "[summary]") {
  Plan p = plan();
  p.forms.front().fields = {field("mat_manh", "Mặt mạnh", FieldType::text, Aggregate::list)};
  CHECK_THAT(
      text_of(p, {reported(duty("B20-01", "dt"), k_in_time, {words("mat_manh", "nhiều\ncuộc")})}),
      Contains("    - Mặt mạnh:\n      + Hội LHPN xã Đông Thạnh: nhiều cuộc\n"));
}

TEST_CASE("a small count of persons is not shown for one unit", "[summary]") {
  const auto persons = [](const char* code, const char* unit, std::int64_t value) {
    return reported(duty(code, unit), k_in_time, {count("so_nguoi", value)});
  };
  SECTION("as the only unit's total") {
    const std::string text =
        flat(text_of(plan_of_persons(Aggregate::sum), {persons("B20-01", "dt", 2)}));
    CHECK_THAT(text, Contains("Số người sau cai: dưới 03 (1/1 đơn vị)."));
  }
  SECTION("the sum of several units is shown") {
    const std::string text = flat(text_of(
        plan_of_persons(Aggregate::sum), {persons("B20-01", "dt", 2), persons("B20-02", "bd", 1)}));
    CHECK_THAT(text, Contains("Số người sau cai: 03 (2/2 đơn vị)."));
  }
  SECTION("the latest is one unit's figure however many reported") {
    const std::string text =
        flat(text_of(plan_of_persons(Aggregate::latest),
                     {persons("B20-01", "dt", 9), persons("B20-02", "bd", 1)}));
    CHECK_THAT(text, Contains("dưới 03"));
  }
  SECTION("in JSON") {
    const Plan p = plan_of_persons(Aggregate::sum);
    const PlanSummary summary = summary_of(
        p, {persons("B20-01", "dt", 2), persons("B20-02", "bd", 3), persons("B20-03", "nb", 40)});
    const Directory units = directory();
    const auto json = nlohmann::json::parse(summary_json({summary, p, units}));
    const auto& total = json["obligations"][0]["totals"][0];
    CHECK(total["value"] == 45);
    CHECK(total["given"][0]["value"].is_null());
    CHECK(total["given"][0]["small"] == true);
    CHECK(total["given"][1]["value"].is_null());  // else 45 - 40 - 3 = 2
    CHECK(total["given"][2]["value"] == 40);
    CHECK_FALSE(total["given"][2].contains("small"));
  }
}

TEST_CASE("the summary as JSON names its units and what people decided", "[summary]") {
  const Plan p = plan();
  const PlanSummary summary = summary_of(p, usual_duties());
  const Directory units = directory();
  SummaryRecord record;
  record.standing = SummaryStanding::approved;
  record.version = 2;
  record.text = "Đề nghị cấp kinh phí.";
  const auto json = nlohmann::json::parse(summary_json({summary, p, units, &record}));
  CHECK(json["plan"] == "B-HPN");
  CHECK(json["title"] == "Kế hoạch 148/KH-BTV ngày 25/5/2023");
  CHECK(json["period_text"] == "năm 2023");
  CHECK(json["standing"] == "approved");
  CHECK(json["version"] == 2);
  CHECK(json["text"] == record.text);
  CHECK(json["obligations"][0]["missing"][0] == "nb");
  CHECK(json["units"]["nb"] == "Hội LHPN xã Nhị Bình");
  CHECK(nlohmann::json::parse(summary_json({summary, p, units}))["standing"].is_null());
}

TEST_CASE("lines of the summary are at most eighty characters wide", "[summary]") {
  const std::string text = text_of(plan(), usual_duties());
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = text.find('\n', from);
    REQUIRE(end != std::string::npos);
    CAPTURE(text.substr(from, end - from));
    CHECK(characters(text.substr(from, end - from)) <= 80);
    from = end + 1;
  }
}

TEST_CASE("periods are read out in words", "[summary]") {
  struct Case {
    const char* period;
    const char* expected;
  };
  const auto c = GENERATE(values<Case>({
      {"2023", "năm 2023"},
      {"2017-Q2", "quý II năm 2017"},
      {"2017-Q4", "quý IV năm 2017"},
      {"2018-6T", "6 tháng đầu năm 2018"},
      {"2018-9T", "9 tháng đầu năm 2018"},
      {"2018-N", "năm 2018"},
      {"2011-07", "tháng 7 năm 2011"},
      {"2011-12", "tháng 12 năm 2011"},
      {"2017-Q5", "2017-Q5"},
      {"đợt 1", "đợt 1"},
      {"", ""},
  }));
  CHECK(period_text(c.period) == c.expected);
}

TEST_CASE("figures are written as offices write them", "[summary]") {
  const auto text = [](FieldType type, Aggregate rule, double value) {
    return value_text(field("x", "X", type, rule), value);
  };
  CHECK(text(FieldType::count, Aggregate::sum, 3) == "03");
  CHECK(text(FieldType::count, Aggregate::sum, 0) == "0");
  CHECK(text(FieldType::count, Aggregate::sum, 1'245) == "1.245");
  CHECK(text(FieldType::count, Aggregate::mean, 2.5) == "2,5");
  CHECK(text(FieldType::count, Aggregate::ratio, 62.5) == "62,5%");
  CHECK(text(FieldType::money, Aggregate::sum, 15'000'000) == "15.000.000 đồng");
  CHECK(text(FieldType::percent, Aggregate::mean, 92.5) == "92,5%");
  CHECK(text(FieldType::yes_no, Aggregate::share_yes, 100) == "100%");
  CHECK(text(FieldType::score, Aggregate::mean, 85.5) == "85,5 điểm");
  CHECK(count_text(9) == "09");
  CHECK(count_text(10) == "10");
  CHECK(units_text(14) == "14 đơn vị");
}
