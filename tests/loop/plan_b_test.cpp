#include <catch2/catch.hpp>

#include "engine/codec/event_codec.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

struct PlanB {
  MemoryStore store;
  TestOffice office{store};
  std::string lead = "ld-hpn-hm";
  std::string officer;  // of B20-07

  PlanB() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
    officer = "cb-" + office.of("B20-07").unit;
    lead = "ld-" + decoded(plan_text("b-hocmon-2023")).issuer;
  }

  std::vector<Event> events_of(const std::string& code) {
    std::vector<Event> events;
    for (const LogRow& row : store.log()) {
      if (row.subject == code) events.push_back(decode_event(row.body).value());
    }
    return events;
  }

  template <class Body>
  std::vector<Body> all(const std::string& code) {
    std::vector<Body> list;
    for (const Event& e : events_of(code)) {
      if (const auto* body = std::get_if<Body>(&e.body)) list.push_back(*body);
    }
    return list;
  }

  std::vector<std::string> steps(const std::string& code) {
    std::vector<std::string> list;
    for (const StepTaken& step : all<StepTaken>(code))
      list.push_back(step.id + " " + step.day.iso());
    return list;
  }
};

Submit full_report(const std::string& code) {
  return Submit{{code},
                Outcome::complete,
                {{"so_cuoc", std::int64_t{3}},
                 {"luot_nguoi", std::int64_t{245}},
                 {"kinh_phi", std::int64_t{2'500'000}}},
                "",
                {}};
}

}  // namespace

TEST_CASE(
    "a unit that never answers is reminded on exactly the days of the ladder, then the lead is "
    "told") {
  PlanB b;
  b.office.run("2024-01-31T00:00");
  auto steps = b.steps("B20-07");
  for (const char* day : {"D-7 2023-11-17", "D-3 2023-11-21", "D-1 2023-11-23", "D 2023-11-24",
                          "D+1 2023-11-27", "D+3 2023-11-29", "lead 2023-11-30"}) {
    INFO(day);
    CHECK(std::find(steps.begin(), steps.end(), day) != steps.end());
  }
  CHECK(b.office.of("B20-07").escalated);
}

TEST_CASE("every step of a silent office goes out on a working day within the sending hours") {
  PlanB b;
  b.office.run("2024-01-31T00:00");
  const auto& hours = definitions().ladders.hours;
  for (const LogRow& row : b.store.log()) {
    if (row.kind != "step_taken") continue;
    INFO(row.subject << " " << Zone::viet_nam().iso(row.at));
    CHECK(is_sending_time(row.at, hours, b.office.engine().office().calendar, Zone::viet_nam(),
                          DayRule::any_day));
  }
}

TEST_CASE("an answer stops the reminders at once") {
  PlanB b;
  b.office.run("2023-11-17T12:00");
  CHECK(b.office.say(b.officer, full_report("B20-07"), "2023-11-20T09:00").kind ==
        AnswerKind::done);
  CHECK_FALSE(b.office.of("B20-07").next.has_value());
  b.office.run("2024-01-31T00:00");
  CHECK(b.all<StepTaken>("B20-07").back().id == "D-7");
}

TEST_CASE(
    "a pending extension pauses the ladder, a granted one starts it again around the new date") {
  PlanB b;
  b.office.run("2023-11-20T12:00");
  CHECK(b.office
            .say(b.officer,
                 RequestExtension{"B20-07", *LocalDate::parse("2023-12-08"), "chờ số liệu"},
                 "2023-11-20T14:00")
            .kind == AnswerKind::done);
  b.office.run("2023-11-23T20:00");
  CHECK(b.all<StepSkipped>("B20-07").size() >= 2);
  CHECK(b.office.say(b.lead, GrantExtension{"B20-07", std::nullopt, "", ""}, "2023-11-23T20:30")
            .kind == AnswerKind::done);
  b.office.run("2023-12-31T00:00");
  auto steps = b.steps("B20-07");
  CHECK(std::find(steps.begin(), steps.end(), "D 2023-12-08") != steps.end());
  CHECK(std::find(steps.begin(), steps.end(), "D 2023-11-24") == steps.end());
  CHECK(b.office.of("B20-07").ledger.size() == 1);
}

TEST_CASE(
    "a report after the old date but within the granted one is late with permission, not late") {
  PlanB b;
  b.office.run("2023-11-22T12:00");
  b.office.say(b.lead, GrantExtension{"B20-07", *LocalDate::parse("2023-11-30"), "thống nhất", ""},
               "2023-11-22T14:00");
  b.office.run("2023-11-28T08:30");
  b.office.say(b.officer, full_report("B20-07"), "2023-11-28T09:00");
  CHECK(b.office.of("B20-07").submissions.back().late_with_permission);
}

TEST_CASE("a promise replaces the next steps by one question at the promised hour") {
  PlanB b;
  b.office.run("2023-11-20T12:00");
  b.office.say(b.officer, Snooze{"B20-07", at("2023-11-23T15:00"), "mai gửi"}, "2023-11-20T14:00");
  b.office.run("2023-11-23T16:00");
  auto last = b.all<StepTaken>("B20-07").back();
  CHECK(last.rung == k_promise_check);
  CHECK(last.message == "M-23");
}

TEST_CASE("a duty extended in the very moment of its issue is not announced a second time") {
  PlanB b;
  b.office.run("2023-05-25T08:00");
  b.office.say(b.officer,
               RequestExtension{"B20-07", *LocalDate::parse("2023-11-30"), "chờ số liệu"},
               "2023-05-25T08:00");
  b.office.say(b.lead, GrantExtension{"B20-07", *LocalDate::parse("2023-11-30"), "", ""},
               "2023-05-25T08:00");
  b.office.run("2023-05-26T12:00");
  const auto steps = b.steps("B20-07");
  CHECK(std::count(steps.begin(), steps.end(), "issue 2023-05-25") == 1);
  CHECK(steps.back() == "issue 2023-05-25");
}

TEST_CASE("all new duties acknowledged at once are read back in one message") {
  PlanB b;
  b.office.run("2023-05-25T08:00");
  const std::size_t before = b.store.outbox().size();
  std::vector<Input> inputs;
  for (const char* code : {"B19-07", "B20-07"})
    inputs.emplace_back(Command{b.officer, "", Acknowledge{code}});
  b.office.engine().handle(inputs, at("2023-05-25T09:00")).value();
  REQUIRE(b.store.outbox().size() == before + 1);
  const MessageBody body = decode_message(b.store.outbox().rbegin()->second.body);
  CHECK(body.message == "M-09A");
  CHECK(body.text.find("[B19-07]") < body.text.find("[B20-07]"));
}

TEST_CASE("a promise that falls in the night is asked about once, the next morning") {
  PlanB b;
  b.office.run("2023-11-20T12:00");
  b.office.say(b.officer, Snooze{"B20-07", at("2023-11-21T22:00"), "tối gửi"}, "2023-11-20T14:00");
  b.office.run("2023-11-22T12:00");
  CHECK(b.all<StepDeferred>("B20-07").size() == 1);
  CHECK(b.steps("B20-07").back() == "hẹn 2023-11-22");
  CHECK(b.all<Quarantined>("B20-07").empty());
}

TEST_CASE(
    "after a stop, of the missed steps only the latest that makes sense is sent, the others say "
    "why not") {
  PlanB b;
  b.office.run("2023-11-16T12:00");
  b.office.engine().tick(at("2023-11-24T09:00")).value();  // the program stood still for a week
  auto steps = b.steps("B20-07");
  CHECK(steps.back() == "D 2023-11-24");
  CHECK(std::find(steps.begin(), steps.end(), "D-3 2023-11-24") == steps.end());
  CHECK(b.all<StepSkipped>("B20-07").size() >= 3);
}

TEST_CASE("steps that come due at night wait for the morning") {
  PlanB b;
  b.office.run("2023-11-16T12:00");
  b.office.engine().tick(at("2023-11-24T23:00")).value();
  CHECK(b.office.of("B20-07").next->at == at("2023-11-27T08:00"));
}

TEST_CASE("an officer on leave is represented by the deputy") {
  PlanB b;
  Person deputy;
  deputy.id = "thay-the";
  deputy.name = "Người Thay";
  deputy.unit = b.office.of("B20-07").unit;
  deputy.addresses.push_back({"sandbox", "thay-the", true});
  b.office.say(std::string(k_administrator), RegisterPerson{deputy}, "2023-11-01T08:00");
  b.office.say(
      b.officer,
      TakeLeave{b.officer,
                {*LocalDate::parse("2023-11-15"), *LocalDate::parse("2023-11-20"), "thay-the"}},
      "2023-11-10T09:00");
  b.office.run("2023-11-17T12:00");
  CHECK(b.all<StepTaken>("B20-07").back().to == std::vector<std::string>{"thay-the"});
  CHECK(b.office.say("thay-the", ReportProgress{"B20-07", 50.0, {}, {}, ""}, "2023-11-17T14:00")
            .kind == AnswerKind::done);
  CHECK(b.office.say("thay-the", ReportProgress{"B20-07", 60.0, {}, {}, ""}, "2023-11-21T14:00")
            .kind == AnswerKind::refused);
}

TEST_CASE("what is due the same morning for one person becomes one message") {
  PlanB b;
  b.office.run("2023-05-26T07:00");
  std::size_t to_officer = 0;
  for (const auto& entry : b.store.outbox()) to_officer += entry.second.person == b.officer ? 1 : 0;
  CHECK(to_officer == 1);
}

TEST_CASE("the last expected report moves the plan to reported, approving the summary ends it") {
  PlanB b;
  b.office.run("2023-11-20T12:00");
  for (int unit = 1; unit <= 15; ++unit) {
    std::string code = unit < 10 ? "B20-0" + std::to_string(unit) : "B20-" + std::to_string(unit);
    b.office.say("cb-" + b.office.of(code).unit, full_report(code), "2023-11-20T14:00");
  }
  const std::string plan = b.office.of("B20-07").plan;
  CHECK(b.office.engine().office().plan(plan)->state == "reported");
  b.office.say(b.lead, Accept{"B20-07"}, "2023-11-25T08:00");
  CHECK(b.office.say(b.lead, DraftSummary{plan, "2023", "Dự thảo."}, "2023-11-30T08:00").kind ==
        AnswerKind::done);
  CHECK(b.office.say(b.lead, ApproveSummary{plan, "2023"}, "2023-12-01T08:00").kind ==
        AnswerKind::done);
  // A draft is no version of its own: the first amendment was called the second.
  CHECK(b.office.engine().office().plan(plan)->summaries.at("2023").version == 1);
  CHECK(b.office.engine().office().plan(plan)->state == "summarized");
  CHECK(b.office.of("B20-07").state == "closed");
  CHECK(b.office.say(b.lead, ApproveSummary{plan, "2023"}, "2023-12-02T08:00").refusal.refusal ==
        Refusal::redundant);
  // Other words are an amendment; the same words again are nothing.
  const DraftSummary words{plan, "2023", "Đề nghị hỗ trợ kinh phí."};
  CHECK(b.office.say(b.lead, words, "2023-12-03T08:00").kind == AnswerKind::done);
  const SummaryRecord& record = b.office.engine().office().plan(plan)->summaries.at("2023");
  CHECK(record.standing == SummaryStanding::amended);
  CHECK(record.version == 2);
  CHECK(record.text == words.text);
  CHECK(b.office.say(b.lead, words, "2023-12-03T09:00").refusal.refusal == Refusal::redundant);
}

TEST_CASE("a calendar decision moves the open assignments and says why") {
  PlanB b;
  CalendarYear year = b.office.engine().office().calendar.year(2023);
  year.entries.push_back(
      {*LocalDate::parse("2023-11-24"), DayKind::holiday, "Nghỉ đột xuất", "thử nghiệm"});
  std::sort(year.entries.begin(), year.entries.end(),
            [](const auto& x, const auto& y) { return x.date < y.date; });
  b.office.say(std::string(k_administrator), ChangeCalendar{year, "Thông báo thử"},
               "2023-11-01T08:00");
  auto moved = b.all<Rescheduled>("B20-07");
  REQUIRE(moved.size() == 1);
  CHECK(moved.front().new_effective == LocalDate::parse("2023-11-27"));
  CHECK(moved.front().reason == "Thông báo thử");
}

TEST_CASE("a requested or ongoing duty is never chased beyond its one polite question") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2017-04-03T07:00");
  office.issue(plan_text("c-caolanh-2017"), "2017-04-03T08:00");
  office.run("2018-12-31T00:00");
  for (const LogRow& row : store.log()) {
    if (row.kind != "step_taken" && row.kind != "escalated") continue;
    const Assignment& a = office.of(row.subject);
    if (a.binding == Binding::ordered && a.nominal) continue;
    auto event = decode_event(row.body).value();
    INFO(row.body);
    CHECK_FALSE(std::holds_alternative<Escalated>(event.body));
    if (const auto* step = std::get_if<StepTaken>(&event.body)) CHECK(step->message != "M-06");
  }
}

TEST_CASE("one submission satisfies the annual and the fourth quarter's report together") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2017-04-03T07:00");
  office.issue(plan_text("c-caolanh-2017"), "2017-04-03T08:00");
  office.run("2017-11-28T12:00");
  std::string annual;
  std::string quarter;
  for (const auto& entry : store.cases()) {
    const Assignment& a = office.of(entry.first);
    if (a.unit != office.of("C12-01").unit || a.nominal != LocalDate::parse("2017-12-05")) continue;
    (a.obligation == "C22" ? annual : a.obligation == "C23" ? quarter : annual) = a.code;
  }
  REQUIRE_FALSE(quarter.empty());
  Submit both{{annual, quarter}, Outcome::nil, {}, "không phát sinh", {}};
  CHECK(office.say("cb-" + office.of(annual).unit, both, "2017-11-28T14:00").kind ==
        AnswerKind::done);
  CHECK(office.of(annual).state == "reported");
  CHECK(office.of(quarter).state == "reported");
  CHECK(office.of(annual).submissions.back().together_with == std::vector<std::string>{quarter});
}

TEST_CASE("an inbound key is handled once however often it comes") {
  PlanB b;
  Command command{b.officer, "zalo_oa:42", Acknowledge{"B20-07"}};
  auto first = b.office.engine().handle({command, command}, at("2023-05-26T09:00")).value();
  CHECK(first[0].kind == AnswerKind::done);
  CHECK(first[1].kind == AnswerKind::duplicate);
  CHECK(b.office.engine().handle({command}, at("2023-05-26T10:00")).value()[0].kind ==
        AnswerKind::duplicate);
}

TEST_CASE("a question's answer gives the waiting duties their dates, with who confirmed") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2011-07-11T07:00");
  office.issue(plan_text("a-quan8-2011"), "2011-07-11T08:00");
  Plan plan = decoded(plan_text("a-quan8-2011"));
  auto question = std::find_if(plan.questions.begin(), plan.questions.end(), [](const Question& q) {
    return std::any_of(q.dues.begin(), q.dues.end(),
                       [](const DefaultDue& d) { return d.obligation == "A15"; });
  });
  REQUIRE(question != plan.questions.end());
  CHECK(office
            .say("ld-" + plan.issuer, ConfirmQuestion{plan.id, question->id, "", true, {}},
                 "2011-07-12T08:00")
            .kind == AnswerKind::done);
  std::size_t dated = 0;
  for (const auto& entry : store.cases()) {
    const Assignment& a = office.of(entry.first);
    if (a.obligation == "A15" && a.nominal) {
      ++dated;
      CHECK(a.confirmed_by == "ld-" + plan.issuer);
    }
  }
  CHECK(dated == 9);
}
