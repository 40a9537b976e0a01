#include "engine/codec/state_codec.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }

// Every field in order: a new one is missed by the compiler here, so that it is not forgotten in engine/codec.
Assignment full_assignment() {
  Submission submission;
  submission.figures = {{"ty_le", 92.0, false}};
  return {
      "B20-07", "B-2023", "B20", "xa-1", "2023", "reported", Meaning::reported, Binding::requested, "report@1f",
      Instant{1},
      // time
      day("2023-11-25"), Roll::prev_workday, day("2023-11-01"), day("2023-11-20"), "chi-hoa",
      {{LedgerKind::resumed, day("2023-11-13"), Instant{2}, "chi-hoa", "hết bão", "12/CV"}},
      // conditions
      Block{Instant{3}, "hết kinh phí", "chi-lan"}, ExtensionRequest{Instant{4}, day("2023-12-01"), "r", "chi-lan"},
      Dispute{Instant{5}, "r", "chi-lan"}, "anh-nam",
      // reminding
      Instant{6}, true, 0x8000000000000001U, NextStep{63, Instant{7}}, Instant{8}, Instant{9}, 2, true, true,
      // what the unit said
      Instant{10}, Instant{11}, 92.0, 3, 5, "mai nộp", {submission},
      {{2, "Báo cáo.pdf", "pdf", "ab12", 1200, "chi-lan", Instant{14}}}, 3, Instant{12}, Instant{13},
      // units that changed
      {{"B20-01", "xa-0", true, {submission}, Instant{15}}}, {"B20-16"}};
}

constexpr std::string_view k_full_assignment =
    R"({"code":"B20-07","plan":"B-2023","obligation":"B20","unit":"xa-1","period":"2023","state":"reported",)"
    R"("meaning":"reported","binding":"requested","ladder":"report@1f","issued_at":1,)"
    R"("nominal":"2023-11-25","roll":"prev_workday","from":"2023-11-01","cutoff":"2023-11-20",)"
    R"("confirmed_by":"chi-hoa",)"
    R"("ledger":[{"kind":"resumed","date":"2023-11-13","at":2,"by":"chi-hoa","reason":"hết bão","document":"12/CV"}],)"
    R"("block":{"since":3,"reason":"hết kinh phí","by":"chi-lan"},)"
    R"("extension_request":{"at":4,"until":"2023-12-01","reason":"r","by":"chi-lan"},)"
    R"("dispute":{"at":5,"reason":"r","by":"chi-lan"},"handler":"anh-nam",)"
    R"("ladder_from":6,"ladder_restarted":true,"steps_done":9223372036854775809,)"
    R"("next":{"rung":63,"at":7},"not_before":8,"snoozed_until":9,)"
    R"("unanswered_nudges":2,"escalated":true,"quarantined":true,)"
    R"("acknowledged_at":10,"last_answer_at":11,"percent":92.0,"done_count":3,"total_count":5,"remark":"mai nộp",)"
    R"("submissions":[{"figures":[{"field":"ty_le","value":92.0}]}],)"
    R"("attachments":[{"number":2,"name":"Báo cáo.pdf","kind":"pdf","digest":"ab12",)"
    R"("bytes":1200,"by":"chi-lan","at":14}],)"
    R"("attachments_offered":3,"completed_at":12,"accepted_at":13,"sources":[)"
    R"({"code":"B20-01","unit":"xa-0","counts":true,"submissions":[{"figures":[{"field":"ty_le","value":92.0}]}],)"
    R"("completed_at":15}],"moved_to":["B20-16"]})";

constexpr std::string_view k_plan_document =
    R"({"plan":{"id":"B-2023","number":"148/KH","date":"2023-05-25","issuer":"huyen","subject":"Phòng, chống ma túy",)"
    R"("from":"2023-05-25","to":"2023-12-31","source":"x"},"units":[{"id":"huyen","name":"Huyện","kind":"committee",)"
    R"("parent":null}],"obligations":[]})";

PlanCase full_plan_case(std::string document) {
  PlanCase c;
  c.document = std::move(document);
  c.state = "in_progress";
  c.issued_by = "chi-hoa";
  c.issued_at = Instant{1};
  c.answers = {{"B-Q2", {"chi-hoa", Instant{3}, "để sau"}}, {"B-Q1", {"chi-hoa", Instant{2}, "đồng ý"}}};
  c.confirmed = {{"B20", {"hằng tháng", OngoingRule{}}}};
  c.summaries = {{"2023", {"2023", SummaryStanding::approved, 2, "Tốt", "{}", "chi-hoa", Instant{4}}}};
  return c;
}

/// What is stored, read and stored again.
template <class Decode>
void check_comes_back(const std::string& json, Decode decode) {
  CAPTURE(json);
  auto value = decode(json);
  REQUIRE(value.has_value());
  CHECK(encode(*value) == json);
  for (std::size_t length = 0; length < json.size(); ++length) {
    auto cut = decode(std::string_view(json).substr(0, length));
    REQUIRE_FALSE(cut.has_value());
    REQUIRE(cut.error().kind == ErrorKind::corrupt);
  }
}

}  // namespace

TEST_CASE("an assignment is stored field by field and comes back whole", "[codec]") {
  auto json = encode(full_assignment());
  CHECK(json == k_full_assignment);
  check_comes_back(json, decode_assignment);
  std::string appended = "before";
  encode_to(appended, full_assignment());
  CHECK(appended == "before" + json);
}

TEST_CASE("a new assignment takes few bytes, and what is left out comes back as its default", "[codec]") {
  CHECK(encode(Assignment{}) == R"({"code":""})");
  auto a = decode_assignment(R"({"code":"B20-07"})");
  REQUIRE(a.has_value());
  CHECK(a->code == "B20-07");
  CHECK(a->meaning == Meaning::waiting);
  CHECK(a->binding == Binding::ordered);
  CHECK(a->roll == Roll::next_workday);
  CHECK(a->issued_at == Instant{});
  CHECK(a->steps_done == 0);
  CHECK_FALSE(a->nominal.has_value());
  CHECK_FALSE(a->next.has_value());
  CHECK_FALSE(a->escalated);
}

TEST_CASE("an optional value that is zero is told apart from none", "[codec]") {
  Assignment a;
  a.percent = 0;
  a.done_count = 0;
  a.acknowledged_at = Instant{};
  auto back = decode_assignment(encode(a)).value();
  CHECK(back.percent == 0.0);
  CHECK(back.done_count == 0);
  CHECK(back.acknowledged_at == Instant{});
  CHECK_FALSE(back.total_count.has_value());
}

TEST_CASE("a usual value that is not zero is told apart from an empty one", "[codec]") {
  Person person;
  person.form_of_address = "";
  person.language = "";
  person.active = false;
  CHECK(encode(Person{}) == R"({"id":""})");
  CHECK(encode(person) == R"({"id":"","form_of_address":"","language":"","active":false})");
  check_comes_back(encode(person), decode_person);
  CHECK(decode_person(R"({"id":"x"})")->form_of_address == "đồng chí");
}

TEST_CASE("every other stored value comes back whole", "[codec]") {
  Unit unit{"xa-1", "Xã Một", "X1", "commune", "huyen", true, true, true};
  check_comes_back(encode(unit), decode_unit);
  CHECK(encode(Unit{"xa-1", "", "", "", "", false, false, false}) == R"({"id":"xa-1"})");
  check_comes_back(encode(OfferedFile{"B20-07", 2, "telegram", "AgAD", "Báo cáo.pdf", 1200, Instant{5}}),
                   decode_offered_file);
  check_comes_back(encode(Ladder{"report", {Rung{}}}), decode_ladder);
  CalendarYear year{2023, YearStanding::announced, "TB", {{day("2023-01-20"), DayKind::holiday, "Tết", "Đ112"}}};
  check_comes_back(encode(year), decode_calendar_year);
  check_comes_back(encode(Conversation{"form", {"B20-07"}, 4, {}, "nháp", "n1", Instant{11}}), decode_conversation);
  SummaryRecord summary{"2023", SummaryStanding::approved, 2, "Tốt", "{}", "chi-hoa", Instant{4}};
  check_comes_back(encode(summary), decode_summary_record);
  DayCount count{day("2023-11-24"), 2, Instant{5}};
  CHECK(encode(count) == R"({"day":"2023-11-24","reminders":2,"last":5})");
  check_comes_back(encode(count), decode_day_count);
}

TEST_CASE("a plan is stored as its document and what people did with it", "[codec]") {
  auto json = encode(full_plan_case(std::string(k_plan_document)));
  auto found = json.find(R"("state":)");
  REQUIRE(found != std::string::npos);
  CHECK(json.substr(found) ==
        R"("state":"in_progress","issued_by":"chi-hoa","issued_at":1,)"
        R"("answers":{"B-Q1":{"by":"chi-hoa","at":2,"text":"đồng ý"},"B-Q2":{"by":"chi-hoa","at":3,"text":"để sau"}},)"
        R"("confirmed":[{"obligation":"B20","due":{"type":"ongoing","stated":"hằng tháng"}}],)"
        R"("summaries":{"2023":{"period":"2023","standing":"approved","version":2,"text":"Tốt","figures":"{}",)"
        R"("by":"chi-hoa","at":4}}})");
  auto plan = decode_plan_case(json);
  REQUIRE(plan.has_value());
  CHECK(plan->document == k_plan_document);
  CHECK(plan->plan.id == "B-2023");
  CHECK(plan->plan.units.size() == 1);
  CHECK(encode(*plan) == json);
}

TEST_CASE("a plan whose document cannot be read is corrupt and the fault is named", "[codec]") {
  auto damaged = std::string(k_plan_document);
  damaged.replace(damaged.find("2023-05-25"), 10, "2023-05-32");
  auto plan = decode_plan_case(encode(full_plan_case(damaged)));
  REQUIRE_FALSE(plan.has_value());
  CHECK(plan.error().kind == ErrorKind::corrupt);
  CHECK(plan.error().message.find("plan: document/plan/date") == 0);
  CHECK_FALSE(decode_plan_case(encode(full_plan_case(""))).has_value());
  CHECK_FALSE(decode_plan_case(R"({"document":7})").has_value());
}

TEST_CASE("a due rule is stored as it stands in a plan file", "[codec]") {
  struct Case { DueRule rule; const char* json; };
  RecurringRule rare{Every::year, 2, 31, 1, false, day("2023-01-01"), day("2027-12-31"), Roll::none, CalendarDays{0}};
  RecurringRule plain{Every::month, 1, 5, {}, true, day("2023-01-01"), day("2023-12-31"), Roll::next_workday, {}};
  std::vector<Case> cases = {
      {{"s", DateRule{day("2023-11-25"), true, {}, "", Roll::next_workday, {}}},
       R"({"type":"date","date":"2023-11-25","inclusive":true,"stated":"s"})"},
      {{"s", WindowRule{day("2023-06-01"), day("2023-06-30"), "2023-06"}},
       R"({"type":"window","from":"2023-06-01","to":"2023-06-30","period":"2023-06","stated":"s"})"},
      {{"s", rare},
       R"({"type":"recurring","every":"year","interval":2,"day":31,"month":1,"inclusive":false,"from":"2023-01-01",)"
       R"("to":"2027-12-31","roll":"none","cutoff_days_before":0,"stated":"s"})"},
      {{"s", SeveralRule{{{"m", plain}, {"p", PastRule{}}}}},
       R"({"type":"several","rules":[{"type":"recurring","every":"month","day":5,"inclusive":true,"from":"2023-01-01",)"
       R"("to":"2023-12-31","stated":"m"},{"type":"past","stated":"p"}],"stated":"s"})"},
      {{"s", TriggerRule{"khi có biến động", WorkingDays{3}}},
       R"({"type":"trigger","when":"khi có biến động","within_working_days":3,"stated":"s"})"},
      {{"", OngoingRule{day("2023-01-01"), day("2023-12-31")}},
       R"({"type":"ongoing","from":"2023-01-01","to":"2023-12-31"})"},
      {{"s", UnconfirmedRule{"B-Q1"}}, R"({"type":"unconfirmed","question":"B-Q1","stated":"s"})"},
  };
  for (const auto& [rule, json] : cases) {
    CHECK(encode(rule) == json);
    PlanCase stored = full_plan_case(std::string(k_plan_document));
    stored.confirmed = {{"B20", rule}};
    auto back = decode_plan_case(encode(stored));
    REQUIRE(back.has_value());
    CHECK(encode(back->confirmed.at(0).due) == json);
  }
}

TEST_CASE("what the engine could not live with is corrupt", "[codec]") {
  CHECK(decode_calendar_year(R"({"year":1850,"standing":"announced"})").error().message ==
        "calendar year: year: expected 1990 to 2199");
  CHECK(decode_assignment(R"({"code":"B1","next":{"rung":64,"at":1}})").error().message ==
        "assignment: next.rung: no such rung");
  CHECK(decode_assignment(R"({"code":"B1","ledger":[{"kind":"lost","date":"2023-01-01"}]})").error().message ==
        "assignment: ledger[0].kind: unknown name 'lost'");
  CHECK_FALSE(decode_assignment(R"({"code":"B1","steps_done":-1})").has_value());
}
