// The summary's page: what it shows of the computed figures, and what its forms ask of the engine.
#include <catch2/catch.hpp>
#include <regex>

#include "engine/summary/totals.h"
#include "tests/web/fake_browser.h"

namespace dondoc {
namespace {

using Catch::Contains;

const std::string k_summary = "/plans/B-HPN/summary";

std::string seal_in(const std::string& body) {
  static const std::regex seal("name=\"seal\" value=\"([0-9]+)\"");
  std::smatch found;
  return std::regex_search(body, found, seal) ? found[1].str() : std::string();
}

/// B20 of Đông Thạnh and Bà Điểm: 4 and 6 events; Nhị Bình owes a figure.
void report_some(Office5& office) {
  office.desk.add(sample::reported(sample::duty("B20-01", "dt"), "2023-11-20T09:00",
                                   {sample::count("so_cuoc", 4), sample::count("kinh_phi", 1500)}));
  office.desk.add(sample::reported(sample::duty("B20-02", "bd"), "2023-11-27T09:00",
                                   {sample::count("so_cuoc", 6), sample::words("kho_khan", "")}));
  office.desk.add(sample::duty("B20-03", "nb"));
}

SummaryRecord approved(const std::string& figures) {
  SummaryRecord record;
  record.period = "2023";
  record.standing = SummaryStanding::approved;
  record.text = "Đề nghị hỗ trợ kinh phí.";
  record.figures = figures;
  record.by = "ld-hpn";
  record.at = sample::at("2023-11-28T08:00");
  return record;
}

}  // namespace

TEST_CASE("beside each total stand the share that is counted and the missing units by name",
          "[summary]") {
  Office5 office;
  report_some(office);
  const std::string body = office.signed_in("ld-hpn").get(k_summary).body;
  CHECK_THAT(body, Contains("Tính từ 2/3 đơn vị (66,67%)"));
  CHECK_THAT(body, Contains("Tính từ 1/3 đơn vị (33,33%)"));
  CHECK_THAT(body, Contains(">10<"));
  CHECK_THAT(body, Contains("<a href=\"/assignments/B20-03\">Hội LHPN xã Nhị Bình</a>"));
  CHECK_THAT(body, Contains("Số đơn vị phải báo cáo: 03 đơn vị."));  // the computed text
}

TEST_CASE("a total leads to the reports it comes from, with version and the duty's page",
          "[summary]") {
  Office5 office;
  report_some(office);
  Browser lead = office.signed_in("ld-hpn");
  const std::string address = k_summary + "/figures/B20/so_cuoc?period=2023";
  CHECK_THAT(lead.get(k_summary).body, Contains("href=\"" + address + "\""));
  const std::string body = lead.get(k_summary + "/figures/B20/so_cuoc", {{"period", "2023"}}).body;
  CHECK_THAT(body, Contains("<a href=\"/assignments/B20-01\">B20-01</a>, lần 1"));
  CHECK_THAT(body, Contains("officer-bd, 27/11/2023 09:00") || Contains("officer-bd"));
  CHECK_THAT(body, Contains("Hội LHPN xã Nhị Bình"));  // missing
  CHECK(lead.get(k_summary + "/figures/B20/nothing").status == 404);
  CHECK(lead.get(k_summary + "/figures/B99/so_cuoc").status == 404);
  CHECK(lead.get(k_summary, {{"period", "1999"}}).status == 404);
}

TEST_CASE("a figure of a unit whose report went over to its successor leads to that duty",
          "[summary]") {
  Office5 office;
  Assignment merged = sample::duty("B20-09", "nb");
  const Assignment before = sample::reported(sample::duty("B20-08", "dt"), "2023-11-20T09:00",
                                             {sample::count("so_cuoc", 5)});
  merged.sources = {{"B20-08", "dt", true, before.submissions, before.completed_at},
                    {"B20-07", "bd"}};
  office.desk.state.assignments.clear();
  office.desk.add(merged);
  const std::string body = office.signed_in("ld-hpn").get(k_summary + "/figures/B20/so_cuoc").body;
  CHECK_THAT(body, Contains("<a href=\"/assignments/B20-09\">B20-08</a>"));
  CHECK_THAT(body, Contains("Tính từ 1/2 đơn vị"));
  CHECK_THAT(body, Contains(">Hội LHPN xã Bà Điểm</a>"));
}

TEST_CASE("words are kept, and kept first when she approves", "[summary]") {
  Office5 office;
  report_some(office);
  Browser lead = office.signed_in("ld-hpn");
  const std::string seal = seal_in(lead.get(k_summary).body);
  REQUIRE_FALSE(seal.empty());
  const Response kept =
      lead.post(k_summary + "/keep",
                {{"period", "2023"}, {"seal", seal}, {"text", "Đề nghị bổ sung.\r\nHết."}});
  CHECK(kept.status == 303);
  CHECK(header(kept, "Location") == k_summary + "?done=1&period=2023");
  CHECK(lead.post(k_summary + "/approve", {{"seal", seal}, {"text", "Lời khác"}}).status == 303);
  CHECK(lead.post(k_summary + "/approve", {{"seal", seal}}).status == 303);
  REQUIRE(office.desk.commands.size() == 4);
  for (const Command& command : office.desk.commands) CHECK(command.by == "ld-hpn");
  const auto& first = std::get<DraftSummary>(office.desk.commands[0].body);
  CHECK(first.period == "2023");
  CHECK(first.text == "Đề nghị bổ sung.\nHết.");
  CHECK(std::get<DraftSummary>(office.desk.commands[1].body).text == "Lời khác");
  CHECK(std::get<ApproveSummary>(office.desk.commands[2].body).period == "2023");
  CHECK(std::holds_alternative<ApproveSummary>(office.desk.commands[3].body));
}

TEST_CASE("who decides on figures that changed meanwhile is asked to look again", "[summary]") {
  Office5 office;
  report_some(office);
  Browser lead = office.signed_in("ld-hpn");
  const std::string seal = seal_in(lead.get(k_summary).body);
  office.desk.add(sample::reported(sample::duty("B20-03", "nb"), "2023-11-29T07:00",
                                   {sample::count("so_cuoc", 1)}));
  const Response late =
      lead.post(k_summary + "/approve", {{"seal", seal}, {"text", "Lời đang viết"}});
  CHECK(late.status == 409);
  CHECK_THAT(late.body, Contains("vừa thay đổi"));
  CHECK_THAT(late.body, Contains("Lời đang viết</textarea>"));
  CHECK(lead.post(k_summary + "/keep", {{"text", "x"}}).status == 409);  // saw nothing
  CHECK(office.desk.commands.empty());
}

TEST_CASE("the engine's refusal is shown in its words, and hers are not lost", "[summary]") {
  Office5 office;
  Browser lead = office.signed_in("ld-hpn");
  const std::string seal = seal_in(lead.get(k_summary).body);
  office.desk.answer.kind = AnswerKind::refused;
  office.desk.answer.refusal.why = {"R-90", {}};
  const Response answer =
      lead.post(k_summary + "/keep", {{"seal", seal}, {"text", "Kiến nghị của tôi"}});
  CHECK(answer.status == 409);
  CHECK_THAT(answer.body, Contains("Bản tổng hợp này đã được duyệt"));
  CHECK_THAT(answer.body, Contains("Kiến nghị của tôi</textarea>"));
}

TEST_CASE("an approved summary is amended when its figures changed", "[summary]") {
  Office5 office;
  report_some(office);
  PlanCase& plan = office.desk.state.office.plans["B-HPN"];
  plan.summaries["2023"] = approved("{}");
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get(k_summary).body;
  CHECK_THAT(body, Contains("Đã duyệt (Người ld-hpn"));
  CHECK_THAT(body, Contains("Duyệt bản điều chỉnh"));
  CHECK(lead.post(k_summary + "/approve", {{"seal", seal_in(body)}}).status == 303);
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(std::holds_alternative<ApproveSummary>(office.desk.commands[0].body));
  std::vector<const Assignment*> cases;
  for (const auto& [code, a] : office.desk.state.assignments) cases.push_back(&a);
  plan.summaries["2023"].figures = figures_json(
      summarize(plan.plan, "2023", cases, office.desk.state.office.calendar, Zone::viet_nam()));
  CHECK_THAT(lead.get(k_summary).body, Contains("không thay đổi kể từ khi duyệt"));
}

TEST_CASE(
    "other words after the approval are an amendment, and what changed since stands beside them",
    "[summary]") {
  Office5 office;
  report_some(office);
  PlanCase& plan = office.desk.state.office.plans["B-HPN"];
  std::vector<const Assignment*> cases;
  for (const auto& [code, a] : office.desk.state.assignments) cases.push_back(&a);
  plan.summaries["2023"] = approved(figures_json(
      summarize(plan.plan, "2023", cases, office.desk.state.office.calendar, Zone::viet_nam())));
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get(k_summary).body, !Contains("Thay đổi so với bản đã duyệt"));
  office.desk.add(sample::reported(sample::duty("B20-03", "nb"), "2023-11-29T07:00",
                                   {sample::count("so_cuoc", 40)}));
  const std::string body = lead.get(k_summary).body;
  CHECK_THAT(body, Contains("Thay đổi so với bản đã duyệt"));
  const std::regex row(
      "<td>Đã báo cáo</td><td class=\"number\">(\\d+)</td><td class=\"number\">(\\d+)</td>");
  std::smatch found;
  REQUIRE(std::regex_search(body, found, row));
  CHECK(std::stoi(found[2]) == std::stoi(found[1]) + 1);
  CHECK(lead.post(k_summary + "/approve", {{"seal", seal_in(body)}, {"text", "Lời sửa"}}).status ==
        303);
  REQUIRE(office.desk.commands.size() == 1);
  CHECK(std::get<DraftSummary>(office.desk.commands[0].body).text == "Lời sửa");
}

TEST_CASE("the files have the layout that is asked for, and a name of ours", "[summary]") {
  Office5 office;
  report_some(office);
  Browser lead = office.signed_in("ld-hpn");
  std::set<std::string> bytes;
  for (const char* name : {"state.docx", "youth_union.docx", "party.docx", "figures.xlsx"}) {
    INFO(name);
    const Response file = lead.get(k_summary + "/files/" + name, {{"period", "2023"}});
    CHECK(file.status == 200);
    CHECK(file.body.starts_with("PK"));
    CHECK(bytes.insert(file.body).second);
    CHECK_THAT(header(file, "Content-Disposition"),
               Contains("attachment; filename=\"B-HPN-tong-hop-2023."));
    CHECK(header(file, "X-Content-Type-Options") == "nosniff");
  }
  const Response figures = lead.get(k_summary + "/files/figures.csv");
  CHECK(figures.type == "text/csv; charset=utf-8");
  CHECK(office.store.noted.back().page == k_summary + "/files/figures.csv");
  CHECK(lead.get(k_summary + "/files/state.pdf").status == 404);
}

TEST_CASE("a lead sees small counts of persons, and is told that files do not show them",
          "[summary]") {
  Office5 office;
  office.desk.state.office.plans["B-HPN"].plan.forms[0].fields[0].persons = true;
  office.desk.add(sample::reported(sample::duty("B20-01", "dt"), "2023-11-20T09:00",
                                   {sample::count("so_cuoc", 2)}));
  Browser lead = office.signed_in("ld-hpn");
  CHECK_THAT(lead.get(k_summary).body, Contains("không ghi số này để tránh lộ danh tính"));
  CHECK_THAT(lead.get(k_summary + "/figures/B20/so_cuoc").body,
             Contains(">02 <small>(không ghi trong tệp gửi đi)"));
  CHECK_THAT(lead.get(k_summary + "/files/figures.csv").body, Contains("(*)") || !Contains(",2,"));
}

TEST_CASE("missing units that would fill the page stand on the total's own", "[summary]") {
  Office5 office;
  for (int i = 100; i < 250; ++i) {
    const std::string number = std::to_string(i);
    office.desk.state.office.directory.put(
        sample::unit("xa" + number, "Xã số " + number, "", "hpn"));
    office.desk.add(sample::duty("B20-" + number, "xa" + number));
  }
  Browser lead = office.signed_in("ld-hpn");
  const std::string address = k_summary + "/figures/B20/so_cuoc";
  CHECK_THAT(lead.get(k_summary).body,
             Contains("<a href=\"" + address + "?period=2023\">và 140 đơn vị khác</a>"));
  CHECK_THAT(lead.get(address).body, Contains("Xã số 249"));
}

TEST_CASE("the page opens at the last period that is due", "[summary]") {
  Office5 office;
  Assignment earlier = sample::duty("B20-11", "dt", "2022-11-24");
  earlier.period = "2022";
  Assignment later = sample::duty("B20-12", "dt", "2024-11-24");
  later.period = "2024";
  office.desk.add(earlier);
  office.desk.add(later);
  Browser lead = office.signed_in("ld-hpn");
  const std::string body = lead.get(k_summary).body;
  CHECK_THAT(body, Contains("summary?period=2023\" aria-current=\"page\""));
  CHECK_THAT(lead.get(k_summary, {{"period", "2024"}}).body, Contains("đến hạn ngày 24/11/2024"));
  CHECK_THAT(lead.get("/plans/B-HPN").body, Contains("href=\"/plans/B-HPN/summary\""));
  CHECK_THAT(office.signed_in("cb-dt").get("/plans/B-HPN").body, !Contains("B-HPN/summary"));
}

}  // namespace dondoc
