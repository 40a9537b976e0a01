#include "engine/summary/totals.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "engine/summary/difficulties.h"
#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;

namespace {

PlanSummary summary_of(const Plan& plan, const std::vector<Assignment>& duties,
                       std::string_view period = "2023") {
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : duties) pointers.push_back(&a);
  return summarize(plan, period, pointers, Calendar{}, Zone::viet_nam());
}

ObligationSummary only(const PlanSummary& summary) {
  REQUIRE(summary.obligations.size() == 1);
  return summary.obligations.front();
}

/// A plan whose duty R asks for one field, with a second one for a ratio.
Plan plan_with(Field field) {
  Plan p = plan();
  p.forms.front().fields = {std::move(field),
                            sample::field("mau_so", "Mẫu số", FieldType::count, Aggregate::sum)};
  p.targets = {{"T1", "Mục tiêu", 80, "percent", false}};
  return p;
}

Total total_of(const Plan& p, const std::vector<Assignment>& duties) {
  return only(summary_of(p, duties)).totals.front();
}

constexpr const char* k_in_time = "2023-11-20T09:00";

Assignment answer(const char* code, const char* unit, FigureValue value,
                  const char* when = k_in_time) {
  return reported(duty(code, unit), when, {{"x", std::move(value), false}});
}

}  // namespace

TEST_CASE("figures of all units are added up with where each comes from", "[summary]") {
  const auto s =
      only(summary_of(plan(), {reported(duty("B20-01", "dt"), k_in_time, {count("so_cuoc", 3)}),
                               reported(duty("B20-02", "bd"), k_in_time, {count("so_cuoc", 4)}),
                               duty("B20-03", "nb")}));
  CHECK(s.obligation == "B20");
  CHECK(s.period == "2023");
  CHECK(s.expected == 3);
  CHECK(s.complete == 2);
  CHECK(s.missing == std::vector<std::string>{"nb"});
  REQUIRE(s.totals.size() == 3);
  const Total& total = s.totals.front();
  CHECK(total.value == 7.0);
  CHECK(total.expected == 3);
  REQUIRE(total.given.size() == 2);
  CHECK(total.given[1].code == "B20-02");
  CHECK(total.given[1].unit == "bd");
  CHECK(total.given[1].by == "officer-bd");
  CHECK(total.given[1].at == at(k_in_time));
  CHECK(total.given[1].value == FigureValue{std::int64_t{4}});
}

TEST_CASE("each rule adds up in its own way", "[summary]") {
  struct Case {
    FieldType type;
    Aggregate rule;
    std::vector<FigureValue> values;
    std::optional<double> expected;
  };
  using W = std::int64_t;
  const auto c = GENERATE(values<Case>({
      {FieldType::count, Aggregate::sum, {W{3}, W{0}, W{4}}, 7.0},
      {FieldType::money, Aggregate::sum, {W{2'500'000}, W{12'500'000}}, 15'000'000.0},
      {FieldType::count, Aggregate::latest, {W{3}, W{9}, W{4}}, 4.0},
      {FieldType::score, Aggregate::mean, {80.0, 91.0}, 85.5},
      {FieldType::percent, Aggregate::mean, {100.0}, 100.0},
      {FieldType::yes_no, Aggregate::share_yes, {W{1}, W{0}, W{1}, W{1}}, 75.0},
      {FieldType::yes_no, Aggregate::share_yes, {W{0}}, 0.0},
      {FieldType::text, Aggregate::list, {std::string("tốt")}, std::nullopt},
      {FieldType::file, Aggregate::none, {std::string("tep-1")}, std::nullopt},
      {FieldType::count, Aggregate::sum, {}, std::nullopt},
      {FieldType::score, Aggregate::mean, {}, std::nullopt},
      {FieldType::yes_no, Aggregate::share_yes, {}, std::nullopt},
  }));
  const char* const codes[] = {"B20-01", "B20-02", "B20-03", "B20-04"};
  const char* const units[] = {"dt", "bd", "nb", "hpn"};
  const char* const times[] = {"2023-11-20T09:00", "2023-11-20T10:00", "2023-11-20T11:00",
                               "2023-11-20T12:00"};
  std::vector<Assignment> duties{duty("B20-09", "khac")};
  for (std::size_t i = 0; i < c.values.size(); ++i)
    duties.push_back(answer(codes[i], units[i], c.values[i], times[i]));
  const Total total = total_of(plan_with(field("x", "X", c.type, c.rule)), duties);
  CAPTURE(static_cast<int>(c.rule), c.values.size());
  CHECK(total.value == c.expected);
  CHECK(total.given.size() == c.values.size());
}

TEST_CASE("the latest figure is that of the newest report, whatever the order of the units",
          "[summary]") {
  const Total total = total_of(plan_with(field("x", "X", FieldType::count, Aggregate::latest)),
                               {answer("B20-01", "dt", std::int64_t{9}, "2023-11-22T09:00"),
                                answer("B20-02", "bd", std::int64_t{5}, "2023-11-20T09:00")});
  CHECK(total.value == 9.0);
}

TEST_CASE("a ratio divides the sums and leaves out who gave no denominator", "[summary]") {
  Field ratio = field("x", "X", FieldType::count, Aggregate::ratio);
  ratio.of = "mau_so";
  ratio.target = "T1";
  const Plan p = plan_with(ratio);
  const auto both = [](const char* code, const char* unit, std::int64_t part, std::int64_t whole) {
    return reported(duty(code, unit), k_in_time, {count("x", part), count("mau_so", whole)});
  };
  SECTION("sum over sum, not the mean of the percentages") {
    const Total total = total_of(p, {both("B20-01", "dt", 1, 1), both("B20-02", "bd", 0, 9),
                                     answer("B20-03", "nb", std::int64_t{5})});
    CHECK(total.value == 10.0);
    CHECK(total.given.size() == 2);
    CHECK(total.target == 80.0);
  }
  SECTION("nothing divided by zero") {
    CHECK_FALSE(total_of(p, {both("B20-01", "dt", 0, 0)}).value.has_value());
    CHECK_FALSE(total_of(p, {nil(duty("B20-01", "dt"), k_in_time)}).value.has_value());
  }
  SECTION("a nil report changes nothing but counts as an answer") {
    const Total total =
        total_of(p, {both("B20-01", "dt", 1, 4), nil(duty("B20-02", "bd"), k_in_time)});
    CHECK(total.value == 25.0);
    CHECK(total.given.size() == 2);
  }
}

TEST_CASE("a target is taken from the plan, an unknown one is left out", "[summary]") {
  struct Case {
    const char* target;
    std::optional<double> expected;
  };
  const auto c = GENERATE(values<Case>({{"T1", 80.0}, {"T9", std::nullopt}, {"", std::nullopt}}));
  Field percent = field("x", "X", FieldType::percent, Aggregate::mean);
  percent.target = c.target;
  CHECK(total_of(plan_with(percent), {answer("B20-01", "dt", 92.5)}).target == c.expected);
}

TEST_CASE("a list keeps texts in step with their units and drops empty ones", "[summary]") {
  const Total total = total_of(
      plan_with(field("x", "X", FieldType::text, Aggregate::list)),
      {answer("B20-01", "dt", std::string("tốt")), answer("B20-02", "bd", std::string(" \n")),
       answer("B20-03", "nb", std::string("khá"))});
  CHECK(total.texts == std::vector<std::string>{"tốt", "khá"});
  REQUIRE(total.given.size() == 2);
  CHECK(total.given[1].unit == "nb");
}

TEST_CASE("a nil report is an answer: zero for sums, nothing for means, not a gap", "[summary]") {
  const std::vector<Assignment> duties{answer("B20-01", "dt", std::int64_t{4}),
                                       nil(duty("B20-02", "bd"), k_in_time)};
  SECTION("sum") {
    const auto s =
        only(summary_of(plan_with(field("x", "X", FieldType::count, Aggregate::sum)), duties));
    CHECK(s.nil == 1);
    CHECK(s.complete == 1);
    CHECK(s.missing.empty());
    CHECK(s.totals.front().value == 4.0);
    CHECK(s.totals.front().given.size() == 2);
  }
  SECTION("mean and latest") {
    const auto rule = GENERATE(Aggregate::mean, Aggregate::latest);
    const Total total = total_of(plan_with(field("x", "X", FieldType::count, rule)), duties);
    CHECK(total.value == 4.0);
    CHECK(total.given.size() == 1);
  }
  SECTION("nil alone makes a total of zero") {
    const Total total =
        total_of(plan_with(field("x", "X", FieldType::money, Aggregate::sum)), {duties[1]});
    CHECK(total.value == 0.0);
  }
}

TEST_CASE("nothing is expected of what is void or waits for a date", "[summary]") {
  CHECK(summary_of(plan(), {}).obligations.empty());
  CHECK(summary_of(plan(), {waived(duty("B20-01", "dt")), waived(duty("B20-02", "bd"))})
            .obligations.empty());
  const auto s = only(
      summary_of(plan(), {waived(reported(duty("B20-01", "dt"), k_in_time, {count("so_cuoc", 9)})),
                          waiting(duty("B20-02", "bd")), duty("B20-03", "nb")}));
  CHECK(s.expected == 1);
  CHECK(s.missing == std::vector<std::string>{"nb"});
  CHECK_FALSE(s.totals.front().value.has_value());
}

TEST_CASE("a standing report nobody asked for yet is not missing", "[summary]") {
  Plan p = plan();
  p.obligations.push_back(obligation("B22", Kind::report_adhoc, "Báo cáo đột xuất"));
  p.obligations.back().due.rule = TriggerRule{"khi có yêu cầu", std::nullopt};
  SECTION("not raised") { CHECK(summary_of(p, {undated("B22-01", "dt")}).obligations.empty()); }
  SECTION("raised: it has a date") {
    CHECK(only(summary_of(p, {duty("B22-01", "dt")})).missing.size() == 1);
  }
  SECTION("handed in all the same") {
    CHECK(only(summary_of(p, {reported(undated("B22-01", "dt"), k_in_time, {})})).complete == 1);
  }
}

TEST_CASE("a corrected report counts once, with the figures of its last version", "[summary]") {
  auto a = reported(duty("B20-01", "dt"), k_in_time, {count("so_cuoc", 30)});
  a = reported(a, "2023-11-28T09:00", {count("so_cuoc", 3)}, Outcome::corrected);
  const auto s = only(summary_of(plan(), {a}));
  CHECK(s.complete == 1);
  CHECK(s.corrected == 1);
  CHECK(s.late == 0);  // handed in before the due date, corrected after it
  CHECK(s.totals.front().value == 3.0);
  REQUIRE(s.totals.front().given.size() == 1);
  CHECK(s.totals.front().given.front().version == 2);
}

TEST_CASE("a correction is complete, partial or nil by what it holds", "[summary]") {
  const auto first = reported(duty("B20-01", "dt"), k_in_time, {count("so_cuoc", 3)});
  const auto corrected = [&](std::vector<Figure> figures) {
    return only(summary_of(
        plan(), {reported(first, "2023-11-21T09:00", std::move(figures), Outcome::corrected)}));
  };
  CHECK(corrected({count("so_cuoc", 4)}).complete == 1);
  CHECK(corrected({count("kinh_phi", 4)}).partial == 1);
  const auto nothing = corrected({});
  CHECK(nothing.nil == 1);
  CHECK(nothing.totals.front().value == 0.0);
}

TEST_CASE("a returned report no longer counts", "[summary]") {
  auto a = reported(duty("B20-01", "dt"), k_in_time, {count("so_cuoc", 3)});
  a = with_meaning(a, Meaning::open, "returned");
  a.completed_at.reset();
  CHECK(current_submission(a) == nullptr);
  const auto s = only(summary_of(plan(), {a}));
  CHECK(s.missing == std::vector<std::string>{"dt"});
  CHECK_FALSE(s.totals.front().value.has_value());

  SECTION("until it is handed in again") {
    const auto again =
        only(summary_of(plan(), {reported(a, "2023-11-23T09:00", {count("so_cuoc", 5)})}));
    CHECK(again.complete == 1);
    CHECK(again.corrected == 1);
    CHECK(again.totals.front().value == 5.0);
  }
}

TEST_CASE("a report that satisfies two assignments is not counted twice", "[summary]") {
  auto first = reported(duty("B20-01", "dt"), k_in_time, {count("so_cuoc", 3)});
  auto second = reported(duty("B20-04", "dt"), k_in_time, {count("so_cuoc", 3)});
  first.submissions.back().together_with = {"B20-04"};
  second.submissions.back().together_with = {"B20-01"};

  SECTION("within one duty and period") {
    const auto s = only(summary_of(plan(), {first, second}));
    CHECK(s.expected == 2);
    CHECK(s.complete == 2);
    CHECK(s.totals.front().value == 3.0);
    CHECK(s.totals.front().given.size() == 1);
    CHECK(s.totals.front().expected == 1);  // one unit was asked
  }
  SECTION("corrected through one of the two, the newest version counts") {
    const auto corrected =
        reported(second, "2023-11-21T09:00", {count("so_cuoc", 5)}, Outcome::corrected);
    CHECK(only(summary_of(plan(), {first, corrected})).totals.front().value == 5.0);
    CHECK(only(summary_of(plan(), {corrected, first})).totals.front().value == 5.0);
  }
  SECTION("each of two periods has it") {
    first.period = "2023-Q4";
    const auto s = summary_of(plan(), {first, second}, "");
    REQUIRE(s.obligations.size() == 2);
    CHECK(s.obligations[0].totals.front().value == 3.0);
    CHECK(s.obligations[1].totals.front().value == 3.0);
  }
  SECTION("two reports of one unit are two") {
    second.submissions.back().together_with.clear();
    first.submissions.back().together_with.clear();
    CHECK(only(summary_of(plan(), {first, second})).totals.front().value == 6.0);
  }
}

TEST_CASE("late begins after the effective due date", "[summary]") {
  struct Case {
    const char* due;
    const char* handed_in;
    bool late;
  };
  const auto c = GENERATE(values<Case>({
      {"2023-11-24", "2023-11-24T23:59:59", false},
      {"2023-11-24", "2023-11-25T00:00:00", true},
      {"2023-11-25", "2023-11-27T23:59:59", false},  // Saturday: rolled to Monday
      {"2023-11-25", "2023-11-28T00:00:00", true},
  }));
  CAPTURE(c.due, c.handed_in);
  const auto s = only(summary_of(
      plan(), {reported(duty("B20-01", "dt", c.due), c.handed_in, {count("so_cuoc", 1)})}));
  CHECK(s.late == (c.late ? 1 : 0));
  CHECK(s.late_units.size() == s.late);
}

TEST_CASE("within a granted extension a report is not late but late with permission", "[summary]") {
  auto a = reported(extended(duty("B20-01", "dt"), "2023-11-30"), "2023-11-29T09:00",
                    {count("so_cuoc", 1)});
  a.submissions.back().late_with_permission = true;
  const auto s = only(summary_of(plan(), {a}));
  CHECK(s.late == 0);
  CHECK(s.late_with_permission == 1);

  SECTION("a correction inside the extension does not make an early report late with permission") {
    auto early =
        reported(extended(duty("B20-01", "dt"), "2023-11-30"), k_in_time, {count("so_cuoc", 1)});
    early = reported(early, "2023-11-29T09:00", {count("so_cuoc", 2)}, Outcome::corrected);
    early.submissions.back().late_with_permission = true;
    CHECK(only(summary_of(plan(), {early})).late_with_permission == 0);
  }
}

TEST_CASE("what was only requested is never late", "[summary]") {
  const auto s =
      only(summary_of(plan(), {requested(reported(duty("B20-01", "dt"), "2024-02-01T09:00", {}))}));
  CHECK(s.complete == 1);
  CHECK(s.late == 0);
}

TEST_CASE(
    "the summary lists duties with a form or of a report kind, in the plan's order, by period",
    "[summary]") {
  auto second_quarter = duty("B21-01-Q2", "dt");
  second_quarter.period = "2023-Q2";
  auto third_quarter = duty("B21-01-Q3", "dt");
  third_quarter.period = "2023-Q3";
  const std::vector<Assignment> duties{third_quarter, second_quarter, duty("B20-01", "dt"),
                                       duty("B15-01", "dt"), undated("B1-01", "dt")};
  std::vector<std::string> all;
  for (const auto& one : summary_of(plan(), duties, "").obligations)
    all.push_back(one.obligation + " " + one.period);
  CHECK(all == std::vector<std::string>{"B15 2023", "B20 2023", "B21 2023-Q2", "B21 2023-Q3"});

  const auto quarter = only(summary_of(plan(), duties, "2023-Q3"));
  CHECK(quarter.obligation == "B21");
  CHECK(quarter.totals.empty());
  CHECK(summary_of(plan(), duties, "2022").obligations.empty());
}

TEST_CASE("difficulties come from open blocks and from answers, each unit's reason once",
          "[summary]") {
  auto blocked = duty("B20-01", "dt");
  blocked.block = Block{at("2023-11-20T09:00"), "Thiếu kinh phí", "officer-dt"};
  const auto answered = [](const char* code, const char* unit, const char* text) {
    return reported(duty(code, unit), k_in_time, {count("so_cuoc", 1), words("kho_khan", text)});
  };
  const auto s =
      only(summary_of(plan(), {blocked, answered("B20-02", "bd", "thiếu kinh phí."),
                               answered("B20-03", "nb", "Không có khó khăn, vướng mắc.")}));
  using Pairs = std::vector<std::pair<std::string, std::string>>;
  CHECK(s.difficulties == Pairs{{"dt", "Thiếu kinh phí"}, {"bd", "thiếu kinh phí."}});
}

TEST_CASE("an answer that denies difficulties is told from one that names some", "[summary]") {
  struct Case {
    const char* text;
    bool none;
  };
  const auto c = GENERATE(values<Case>({
      {"", true},
      {" - ", true},
      {"0", true},
      {"Không", true},
      {"ko", true},
      {"dạ không có", true},
      {"KHÔNG CÓ.", true},
      {"chưa có khó khăn gì", true},
      {"Không có vướng mắc, không kiến nghị", true},
      {"khong phat sinh", true},
      {"Không có kinh phí", false},
      {"chưa có hướng dẫn", false},
      {"thiếu tài liệu", false},
      {"khó khăn", false},
  }));
  CAPTURE(c.text);
  CHECK(names_no_difficulty(c.text) == c.none);
}

TEST_CASE("estimates keep their mark", "[summary]") {
  auto a = reported(duty("B20-01", "dt"), k_in_time, {{"so_cuoc", std::int64_t{3}, true}});
  CHECK(only(summary_of(plan(), {a})).totals.front().given.front().estimate);
}

TEST_CASE("the figures as JSON say the same and are equal for equal figures", "[summary]") {
  const auto s =
      summary_of(plan(), {reported(duty("B20-01", "dt"), k_in_time,
                                   {count("so_cuoc", 3), words("kho_khan", "thiếu \"tài liệu\"")}),
                          duty("B20-02", "bd")});
  const std::string text = figures_json(s);
  CHECK(text == figures_json(s));
  const auto json = nlohmann::json::parse(text);
  CHECK(json["plan"] == "B-HPN");
  CHECK(json["period"] == "2023");
  const auto& one = json["obligations"][0];
  CHECK(one["obligation"] == "B20");
  CHECK(one["expected"] == 2);
  CHECK(one["missing"][0] == "bd");
  CHECK(one["totals"][0]["field"] == "so_cuoc");
  CHECK(one["totals"][0]["value"] == 3);
  CHECK(one["totals"][0]["given"][0]["by"] == "officer-dt");
  CHECK(one["totals"][0]["given"][0]["at"] == "2023-11-20T02:00:00+00:00");
  CHECK(one["totals"][1]["value"].is_null());
  CHECK(one["difficulties"][0]["reason"] == "thiếu \"tài liệu\"");
}

TEST_CASE("a summary of nothing is still JSON", "[summary]") {
  const auto json = nlohmann::json::parse(figures_json(summary_of(plan(), {})));
  CHECK(json["obligations"].empty());
}
