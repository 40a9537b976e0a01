// Faults are planted into good files, one a row: each must be named at the right place, and nothing
// else besides.

#include <catch2/catch.hpp>
#include <string>

#include "tests/codec/good_files.h"
#include "tests/codec/planted_fault.h"

namespace dondoc {
namespace {

TEST_CASE("good files have no fault", "[check]") {
  const auto faults = check_all(good::files());
  INFO(printed(faults));
  CHECK(faults.empty());
}

TEST_CASE("a fault of form in a plan is named at its place", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_plan, add("/plan/colour", "1"), "/plan/colour", "unknown field 'colour'"},
      {k_plan, add("/obligations/0/forms", "\"x\""), "/obligations/0/forms",
       "did you mean 'form'?"},
      {k_plan, remove("/plan/subject"), "/plan", "field 'subject' is missing"},
      {k_plan, replace("/plan/number", "12"), "/plan/number", "expected text, found a number"},
      {k_plan, replace("/plan/date", "\"2023-02-30\""), "/plan/date", "2023-02-30 does not exist"},
      {k_plan, replace("/plan/layout", "\"stat\""), "/plan/layout", "did you mean 'state'?"},
      {k_plan, replace("/obligations/0/kind", "\"report\""), "/obligations/0/kind",
       "'report_once'"},
      {k_plan, replace("/obligations/1/due/day", "32"), "/obligations/1/due/day",
       "expected 1 to 31"},
      {k_plan, replace("/obligations/1/due/type", "\"weekly\""), "/obligations/1/due/type",
       "'recurring'"},
      {k_plan, replace("/obligations/0/line", "\"dòng 81\""), "/obligations/0/line",
       "expected line numbers"},
      {k_plan, add("/units/2/short", "\"" + std::string(41, 'x') + "\""), "/units/2/short",
       "at most 40"},
      {k_plan, replace("/plan/targets/0/value", "\"80\""), "/plan/targets/0/value",
       "expected a number, found text"},
  })));
}

TEST_CASE("a name that nothing declares, or that is declared twice, is named", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_plan, replace("/plan/issuer", "\"huyen-mao\""), "/plan/issuer",
       "did you mean 'huyen-mau'?"},
      {k_plan, replace("/obligations/0/who/0", "\"cac-xax\""), "/obligations/0/who/0",
       "unknown unit or group"},
      {k_plan, replace("/obligations/0/to/0/unit", "\"so\""), "/obligations/0/to/0/unit",
       "unknown unit 'so'"},
      {k_plan, replace("/obligations/0/to/0/through", "\"x\""), "/obligations/0/to/0/through",
       "unknown unit"},
      {k_plan, replace("/obligations/0/form", "\"bao\""), "/obligations/0/form", "unknown form"},
      {k_plan, replace("/obligations/6/ladder", "\"reprot\""), "/obligations/6/ladder",
       "did you mean 'report'?"},
      {k_plan, replace("/groups/0/units/1", "\"xa-ba\""), "/groups/0/units/1",
       "unknown unit 'xa-ba'"},
      {k_plan, replace("/plan/recipients/0/unit", "\"ubnd\""), "/plan/recipients/0/unit",
       "unknown unit"},
      {k_plan, replace("/plan/budget/items/0/unit", "\"ubnd\""), "/plan/budget/items/0/unit",
       "unknown unit"},
      {k_plan, replace("/plan/submit_together/0/1", "\"P9\""), "/plan/submit_together/0/1",
       "unknown obligation"},
      {k_plan,
       replace("/questions/1/about/0", "\"P66\"") + "," +
           replace("/obligations/5/who", "[\"xa-mot\"]"),
       "/questions/1/about/0", "unknown obligation 'P66'"},
      {k_plan, replace("/forms/0/fields/2/target", "\"T9\""), "/forms/0/fields/2/target",
       "unknown target"},
      {k_plan, replace("/forms/0/fields/2/of", "\"so_nguoi\""), "/forms/0/fields/2/of",
       "unknown field"},
      {k_plan,
       add("/units/-", R"({"id": "xa-hai", "name": "x", "kind": "commune", "parent": null})"),
       "/units/4/id", "already declared at /units/3/id"},
      {k_plan, add("/groups/-", R"({"id": "xa-hai", "name": "x", "units": ["xa-mot"]})"),
       "/groups/1/id", "already declared at /units/3/id"},
      {k_plan, replace("/obligations/4/id", "\"P4\""), "/obligations/4/id",
       "already declared at /obligations/3/id"},
      {k_plan, replace("/questions/1/id", "\"P-Q1\""), "/questions/1/id", "already declared"},
      {k_plan, add("/forms/-", R"({"id": "bao-cao", "name": "x", "assumed": true,
        "fields": [{"id": "a", "label": "A", "type": "text"}]})"),
       "/forms/1/id", "already declared"},
      {k_plan, replace("/forms/0/fields/3/id", "\"so_cuoc\""), "/forms/0/fields/3/id",
       "already declared"},
      {k_plan,
       add("/groups/0/units/-", "\"xa-mot\"") + "," + replace("/groups/0/stated_count", "3"),
       "/groups/0/units/2", "already in this group"},
      {k_units, replace("/units/1/parent", "\"huyen\""), "/units/1/parent", "unknown unit 'huyen'"},
      {k_units, replace("/persons/1/unit", "\"xa-hai\""), "/persons/1/unit",
       "unknown unit 'xa-hai'"},
      {k_units, replace("/persons/1/id", "\"p-lanh-dao\""), "/persons/1/id", "already declared"},
      {k_units, replace("/persons/1/roles/1", "\"officer\""), "/persons/1/roles/1", "listed twice"},
      {k_units, replace("/persons/0/channels/1", "\"viber\""), "/persons/0/channels/1",
       "'telegram'"},
      {k_units, replace("/units/0/parent", "\"xa-mot\""), "/units/0/parent",
       "in a circle: huyen-mau → xa-mot → huyen-mau"},
  })));
}

TEST_CASE("a plan that contradicts itself is named where it does", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_plan, replace("/units/1/parent", "\"xa-mot\""), "/units/1/parent", "circle"},
      {k_plan, replace("/units/1/parent", "\"huyen-mau\""), "/units/1/parent",
       "huyen-mau → huyen-mau"},
      {k_plan, replace("/groups/0/stated_count", "15"), "/groups/0/stated_count",
       "states 15 units, the group lists 2"},
      {k_plan, replace("/plan/budget/total_vnd", "42000000"), "/plan/budget/total_vnd",
       "add up to 24000000"},
      {k_plan, replace("/plan/budget/items/1/parts/0/amount_vnd", "5000000"),
       "/plan/budget/items/1/amount_vnd", "parts add up to 10000000"},
      {k_plan, remove("/forms/0/fields/2/of"), "/forms/0/fields/2", "a ratio needs 'of'"},
      {k_plan, replace("/forms/0/fields/2/of", "\"ty_le\""), "/forms/0/fields/2/of",
       "cannot be the denominator"},
      {k_plan, replace("/forms/0/fields/2/of", "\"vuong_mac\""), "/forms/0/fields/2/of",
       "cannot be the denominator"},
      {k_plan, add("/forms/0/fields/0/of", "\"luot_nguoi\""), "/forms/0/fields/0/of",
       "only a field with aggregate 'ratio'"},
      {k_plan, add("/forms/0/fields/3/aggregate", "\"sum\""), "/forms/0/fields/3/aggregate",
       "cannot be put together"},
      {k_plan, replace("/questions/1/about/0", "\"P5\""), "/obligations/5/who", "names nobody"},
      {k_plan, add("/obligations/3/ladder", "\"report\""), "/obligations/3/ladder",
       "requested duty"},
      {k_plan,
       replace("/obligations/3/binding", "\"ordered\"") + "," +
           add("/obligations/3/ladder", "\"report\""),
       "/obligations/3/ladder", "ongoing duty"},
      {k_plan, replace("/obligations/2/due/question", "\"P-Q7\""), "/obligations/2/due/question",
       "unknown question"},
      {k_plan, replace("/obligations/2/due/question", "\"P-Q2\""), "/obligations/2/due/question",
       "is not about 'P3'"},
      {k_plan,
       replace("/questions/0/about/0", "\"P5\"") + "," +
           replace("/obligations/2/due", R"({"type": "ongoing"})"),
       "/questions/0/default/due/P3", "which the question is not about"},
      {k_plan,
       replace("/questions/0/default/due/P3",
               R"({"type": "unconfirmed", "stated": "x", "question": "P-Q1"})"),
       "/questions/0/default/due/P3", "a proposal must be a rule that can take effect"},
  })));
}

TEST_CASE("dates of a plan that cannot be are named", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_plan, replace("/obligations/4/due/to", "\"2023-11-30\""), "/obligations/4/due/to",
       "before it begins"},
      {k_plan, replace("/obligations/1/due/to", "\"2023-01-31\""), "/obligations/1/due/to",
       "before it begins"},
      {k_plan, replace("/obligations/1/due/to", "\"2023-03-04\""), "/obligations/1/due",
       "has no due date"},
      {k_plan, add("/obligations/1/due/month", "4"), "/obligations/1/due/month", "only 3 months"},
      {k_plan, replace("/obligations/1/due/to", "\"2024-04-01\""), "/obligations/1/due/to",
       "outside the plan"},
      {k_plan, replace("/obligations/0/due/date", "\"2024-11-25\""), "/obligations/0/due/date",
       "outside the plan"},
      {k_plan,
       replace("/obligations/0/due",
               R"({"type": "date", "date": "2023-01-15", "inclusive": true, "stated": "x"})"),
       "/obligations/0/due/date", "before the plan itself"},
      {k_plan, replace("/obligations/0/due/cutoff", "\"2023-11-25\""), "/obligations/0/due/cutoff",
       "after the due date"},
      {k_plan, add("/obligations/0/due/from", "\"2023-11-26\""), "/obligations/0/due/from",
       "after its due date"},
      {k_plan,
       add("/obligations/3/due/from", "\"2023-05-01\"") + "," +
           add("/obligations/3/due/to", "\"2023-04-01\""),
       "/obligations/3/due/to", "before it begins"},
      {k_plan, replace("/obligations/6/due/rules/1/period", "\"2023-6T\""), "/obligations/6/due",
       "same period '2023-6T'"},
      {k_plan, replace("/obligations/6/due/rules/0/period", "\"2023-N\""), "/obligations/6/due",
       "same code, ending in 'N'"},
      {k_plan, replace("/obligations/6/due/rules/1/date", "\"2025-01-05\""),
       "/obligations/6/due/rules/1/date", "outside"},
      {k_plan, replace("/questions/0/default/due/P3/to", "\"2022-03-31\""),
       "/questions/0/default/due/P3/to", "before it begins"},
      {k_plan, replace("/plan/phases/0/to", "\"2024-01-31\""), "/plan/phases/0/to",
       "ends after the plan"},
      {k_plan, replace("/plan/basis/0/date", "\"2023-03-02\""), "/plan/basis/0/date",
       "later than the plan itself"},
      {k_plan, replace("/plan/date", "null"), "/plan", "field 'not_before' is missing"},
      {k_plan, replace("/plan/date", "null") + "," + add("/plan/not_before", "\"2023-02-01\""),
       "/plan/not_before", "earlier than the plan's basis"},
      {k_plan, add("/plan/not_before", "\"2023-02-10\""), "/plan/not_before",
       "only a plan without a date"},
  })));
}

TEST_CASE("a lifecycle that cannot be walked is named where it breaks", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_chart, replace("/initial", "\"draft\""), "/initial", "unknown state 'draft'"},
      {k_chart,
       replace("/transitions/1/to", "\"acknowleged\"") + "," +
           replace("/transitions/12/to", "\"acknowledged\"") + "," +
           add("/transitions/-", R"({"from": "issued", "on": "acknowledge", "to": "transferred",
                                                    "guards": ["disputed"]})") +
           "," + add("/transitions/1/guards", R"(["!disputed"])"),
       "/transitions/1/to", "did you mean 'acknowledged'?"},
      {k_chart, add("/transitions/2/from/-", "\"acked\""), "/transitions/2/from/2",
       "unknown state 'acked'"},
      {k_chart,
       replace("/transitions/3/on", "\"signs\"") + "," + replace("/triggers/0/id", "\"sign\"") +
           "," +
           add("/transitions/-", R"({"from": "for_signature", "on": "sign", "to": "in_progress"})"),
       "/transitions/3/on", "did you mean 'sign'?"},
      {k_chart,
       replace("/transitions/4/guards/0", "\"has_figure\"") + "," + remove("/transitions/5"),
       "/transitions/4/guards/0", "did you mean 'has_figures'?"},
      {k_chart, replace("/transitions/0/actions/0", "\"arm\""), "/transitions/0/actions/0",
       "unknown action 'arm'"},
      {k_chart, remove("/transitions/5/guards"), "/transitions/5",
       "can fire together with /transitions/4"},
      {k_chart, replace("/transitions/5/guards/0", "\"blocked\""), "/transitions/5",
       "can fire together"},
      {k_chart, add("/transitions/4/guards/-", "\"!has_figures\""), "/transitions/4/guards",
       "can never fire"},
      {k_chart,
       add("/states/-",
           R"({"id": "lost", "label": {"vi": "x", "en": "x"}, "meaning": "void", "final": true})"),
       "/states/12", "no way leads from 'unconfirmed' to 'lost'"},
      {k_chart, remove("/states/8/final"), "/states/8", "dead end"},
      {k_chart, add("/states/-", R"({"id": "closed", "label": {"vi": "x", "en": "x"},
                            "meaning": "done", "final": true})"),
       "/states/12/id", "already declared at /states/8/id"},
      {k_chart, remove("/states/1/label/en"), "/states/1/label", "field 'en' is missing"},
      {k_chart, replace("/states/1/meaning", "\"opened\""), "/states/1/meaning",
       "did you mean 'open'?"},
      {k_chart, remove("/transitions/9"), "/transitions",
       "no transition answers the engine's trigger 'correct'"},
      {k_chart,
       add("/triggers/-",
           R"({"id": "submit", "label": {"vi": "nộp", "en": "submit"}, "by": "officer"})"),
       "/triggers/1/id", "a trigger 'submit' of its own"},
      {k_chart,
       add("/triggers/-", R"({"id": "stamp", "label": {"vi": "x", "en": "x"}, "by": "lead"})"),
       "/triggers/1/id", "no transition uses the trigger 'stamp'"},
      {k_chart,
       replace("/states/9/id", "\"exempt\"") + "," + replace("/transitions/11/to", "\"exempt\""),
       "/states", "the state 'waived' is missing"},
  })));
}

TEST_CASE("ladders that cannot be climbed are named at the rung", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_ladders, replace("/ladders/0/rungs/1/message", "\"M-99\""), "/ladders/0/rungs/1/message",
       "unknown message"},
      {k_ladders, remove("/by_kind/review"), "/by_kind", "the kind 'review' has no ladder"},
      {k_ladders, add("/by_kind/reviews", "\"report\""), "/by_kind/reviews",
       "did you mean 'review'?"},
      {k_ladders, replace("/by_kind/review", "\"none\""), "/by_kind/review",
       "unknown ladder 'none'"},
      {k_ladders, replace("/requested", "\"politely\""), "/requested", "did you mean 'polite'?"},
      {k_ladders, replace("/ladders/0/rungs/2/id", "\"D-7\""), "/ladders/0/rungs/2/id",
       "already declared"},
      {k_ladders, replace("/ladders/0/rungs/1/offset", "7"), "/ladders/0/rungs/2",
       "comes before 'D-7'"},
      {k_ladders, replace("/ladders/0/rungs/4/at", "\"11:01\""), "/ladders/0/rungs/4/at",
       "outside the sending hours"},
      {k_ladders, replace("/ladders/0/rungs/0/offset", "-2"), "/ladders/0/rungs/0/offset",
       "before the duty is issued"},
      {k_ladders, replace("/hours/1/0", "\"10:30\""), "/hours/1",
       "not after the window before it ends at 11:00"},
      {k_ladders,
       replace("/hours/0", R"(["11:00", "08:00"])") + "," +
           replace("/hours/1", R"(["12:00", "16:00"])") + "," + replace("/ladders/0/rungs", "[]") +
           "," + replace("/ladders/1/rungs", "[]"),
       "/hours/0", "ends at 08:00, not after"},
      {k_ladders, replace("/promise_check_at", "\"12:00\""), "/promise_check_at",
       "outside the sending hours"},
      {k_ladders, replace("/ladders/0/rungs/0/audience", "\"boss\""), "/ladders/0/rungs/0/audience",
       "'superior'"},
      {k_ladders, replace("/messages_a_day", "0"), "/messages_a_day", "expected 1 to 20"},
      {k_ladders,
       replace("/ladders/0/rungs/0/at", "\"8:00\"") + "," +
           replace("/ladders/0/rungs/0/offset", "3"),
       "/ladders/0/rungs/0/at", "no time of day"},
  })));
}

TEST_CASE("texts that must not be sent as they stand are named", "[check]") {
  const std::string text = "Kính gửi {xh} {ten}: [{ma}] {viec}, hạn {han}";
  require_found(GENERATE_COPY(values<PlantedFault>({
      {k_vi, replace("/texts/2/text", "\"" + text + " {hann}\""), "/texts/2/text",
       "unknown placeholder '{hann}'; did you mean 'han'?"},
      {k_vi, replace("/texts/2/text", "\"" + text + " {HAN\""), "/texts/2/text",
       "a brace that belongs to no placeholder"},
      {k_vi, replace("/texts/2/text", "\"" + text + std::string(301, 'a') + "\""), "/texts/2/text",
       "at most 300"},
      {k_vi, replace("/texts/2/text", "\"" + text + ". Bạn gửi nhé\""), "/texts/2/text",
       "the word 'bạn'"},
      {k_vi, replace("/texts/2/text", "\"" + text + ", sẽ bị PHÊ  BÌNH!\""), "/texts/2/text",
       "the word 'phê bình'"},
      {k_vi, replace("/texts/2/buttons/0/label", "\"Của bạn\""), "/texts/2/buttons/0/label",
       "the word 'bạn'"},
      {k_vi, replace("/texts/2/buttons/0/label", "\"Không thuộc đơn vị tôi\""),
       "/texts/2/buttons/0/label", "22 characters"},
      {k_vi, replace("/texts/2/text", "\"" + text + " ma\\u0302\""), "/texts/2/text",
       "normal form C"},
      {k_vi,
       replace("/texts/2/buttons/0/action", "\"Ack\"") + "," +
           replace("/texts/2/buttons/0/action", "\"\""),
       "/texts/2/buttons/0/action", "must not be empty"},
      {k_en, replace("/texts/2/text", "\"To {ten}, {xh}: [{ma}] {viec}.\""), "/texts/2/text",
       "placeholders differ from 'vi'"},
      {k_en, replace("/texts/2/buttons/0/action", "\"open\""), "/texts/2/buttons",
       "actions or their order differ"},
      {k_en, add("/texts/-", R"({"id": "M-40", "text": "x"})"), "/texts/17/id",
       "'M-40' is not a text of 'vi'"},
      {k_vi, add("/texts/-", R"({"id": "M-12Y", "text": "x"})"), "/texts/17/id",
       "already declared at /texts/11/id"},
      {k_vi, replace("/language", "\"fr\""), "/language", "'vi' or 'en'"},
  })));
}

TEST_CASE("a calendar that contradicts itself or the law is named", "[check]") {
  require_found(GENERATE(values<PlantedFault>({
      {k_calendar,
       replace("/days/0/date", "\"2024-01-02\"") + "," + replace("/standing", "\"provisional\""),
       "/days/0/date", "2024-01-02 is not in 2023"},
      {k_calendar, replace("/days/4/date", "\"2023-05-02\""), "/days/4/date",
       "already stands at /days/3"},
      {k_calendar,
       replace("/days/6/date", "\"2023-09-03\"") + "," + replace("/standing", "\"provisional\""),
       "/days/6/date", "is a weekend day"},
      {k_calendar, replace("/days/1/date", "\"2023-04-21\""), "/days/1/date", "is a weekday"},
      {k_calendar, replace("/days/0/source", "\"\""), "/days/0/source", "must not be empty"},
      {k_calendar, remove("/days/0/source"), "/days/0", "field 'source' is missing"},
      {k_calendar, remove("/days/2"), "/days", "2023-05-01 (Ngày Quốc tế lao động) is missing"},
      {k_calendar, remove("/days/6"), "/days",
       "2023-09-02 (Quốc khánh) is missing: it falls on a weekend"},
      {k_calendar, remove("/days/0"), "/days", "2023-01-01 (Tết Dương lịch) is missing"},
      {k_calendar, replace("/days/0/kind", "\"off\""), "/days/0/kind", "'holiday' or 'make_up'"},
      {k_calendar, replace("/year", "1900"), "/year", "expected 1990 to 2199"},
  })));
}

}  // namespace
}  // namespace dondoc
