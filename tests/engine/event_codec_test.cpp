#include "engine/codec/event_codec.h"

#include <catch2/catch.hpp>

#include <set>

using namespace dondoc;

namespace {

LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }

Event event_of(EventBody body) {
  Event e;
  e.at = Instant{5};
  e.subject = "B20-07";
  e.body = std::move(body);
  return e;
}

/// What the log holds for an event of that kind; `body` empty: the kind has no fields.
std::string row(std::string_view kind, std::string_view body) {
  std::string text = R"({"at":5,"kind":")" + std::string(kind) + R"(","subject":"B20-07")";
  if (!body.empty()) text += R"(,"body":)" + std::string(body);
  return text + "}";
}

struct Kept {
  EventBody body;
  std::string_view kind;
  std::string_view json;
};

// Every field in order: a new one is missed by the compiler here, so that it is not forgotten in
// engine/codec.
Submission full_submission() {
  std::vector<Figure> figures = {
      {"so_cuoc", std::int64_t{3}, false}, {"ty_le", 92.0, true}, {"ghi_chu", "Đã làm", false}};
  return {2,       Outcome::corrected, Instant{7}, "chi-lan",  "zalo_oa:42",
          figures, "Báo cáo bổ sung",  {"f1"},     {"B21-07"}, true};
}

Ladder full_ladder() {
  Rung rung{"D+1",  Anchor::issue, -3,   DayUnit::working_days, TimeOfDay::at(8, 5), Audience::lead,
            "M-06", true,          false};
  return {"report", {rung, Rung{}}};
}

SummaryRecord full_summary() {
  return {"2023-Q4", SummaryStanding::amended, 3, "Nhận xét", R"({"a":1})", "chi-hoa", Instant{9}};
}

Standings full_standings() { return {10, 1, 2, 3, 4, 1, 2, 3, Instant{12}}; }

Person full_person() {
  Leave leave{day("2023-11-20"), day("2023-11-22"), "anh-nam"};
  return {"chi-lan", "Nguyễn Thị Lan",
          "chị",     "hpn-xa-ba-diem",
          true,      true,
          "en",      {{"zalo_oa", "42", false}, {"telegram", "7", true}},
          {leave},   false};
}

CalendarYear full_year() {
  CalendarEntry off{day("2023-01-20"), DayKind::holiday, "Tết", "Đ112"};
  CalendarEntry worked{day("2023-05-06"), DayKind::make_up, "Làm bù", "TB"};
  return {2023, YearStanding::announced, "TB 5015", {off, worked}};
}

Conversation full_conversation() {
  return {"form", {"B20-07"}, 4, {{"so_cuoc", std::int64_t{3}, true}}, "nháp", "n1", Instant{11}};
}

ConfirmedDues full_dues() {
  DateRule date{day("2023-11-25"), false, day("2023-11-01"), "2023", Roll::none, day("2023-11-20")};
  return {{"B20", {"trước ngày 25/11", date}}};
}

Unit unit_with(const char* id, const char* name, const char* kind) {
  Unit unit;
  unit.id = id;
  unit.name = name;
  unit.kind = kind;
  return unit;
}

Reorganisation full_reorganisation() {
  UnitChange change{UnitAct::split,
                    {"xa-1"},
                    {unit_with("xa-2", "", ""), unit_with("xa-3", "Xã Ba", "commune")},
                    "t",
                    "n",
                    "p",
                    "xa-2",
                    {{"chi-lan", "xa-3"}},
                    {{"B20", {"xa-3"}}}};
  return {"r-1", day("2025-07-01"), "NQ 1", "ghi chú", {change}, {{"B-2023", "so-a", "so-b"}}};
}

Assignment taken_over_duty() {
  Assignment a;
  a.code = "B20-16";
  a.unit = "xa-2";
  a.state = "in_progress";
  a.meaning = Meaning::open;
  Submission s;
  s.at = Instant{7};
  a.sources = {{"B20-01", "xa-1", true, {s}, Instant{7}}, {"B20-02", "xa-1b"}};
  a.moved_to = {"B20-20"};
  return a;
}

std::vector<Kept> what_units_hand_over() {
  return {
      {DutyPassedOn{{"B20-16", "B20-17"}, {"xa-2", "xa-3"}, day("2025-07-01"), "NQ 1", "r-1"},
       "duty_passed_on",
       R"({"to_codes":["B20-16","B20-17"],"to_units":["xa-2","xa-3"],"on":"2025-07-01",)"
       R"("basis":"NQ 1","reorganisation":"r-1"})"},
      {DutyTakenOver{taken_over_duty(), day("2025-07-01"), "NQ 1", "r-1"}, "duty_taken_over",
       R"({"assignment":{"code":"B20-16","unit":"xa-2","state":"in_progress","meaning":"open",)"
       R"("sources":[{"code":"B20-01","unit":"xa-1","counts":true,"submissions":[{"at":7}],)"
       R"("completed_at":7},{"code":"B20-02","unit":"xa-1b"}],"moved_to":["B20-20"]},)"
       R"("on":"2025-07-01","basis":"NQ 1","reorganisation":"r-1"})"},
      {HandlerReplaced{"anh-nam", "r"}, "handler_replaced", R"({"person":"anh-nam","reason":"r"})"},
  };
}

std::vector<Kept> what_officers_say() {
  return {
      {Acknowledged{}, "acknowledged", ""},
      {Progressed{40.5, 2, 5, "được"}, "progressed",
       R"({"percent":40.5,"done":2,"total":5,"text":"được"})"},
      {Submitted{full_submission()}, "submitted",
       R"({"submission":{"version":2,"outcome":"corrected","at":7,"by":"chi-lan","via":"zalo_oa:42","figures":[)"
       R"({"field":"so_cuoc","value":3},{"field":"ty_le","value":92.0,"estimate":true},)"
       R"({"field":"ghi_chu","value":"Đã làm"}],"text":"Báo cáo bổ sung","files":["f1"],"together_with":["B21-07"],)"
       R"("late_with_permission":true}})"},
      {ExtensionRequested{day("2023-11-30"), "chờ số liệu"}, "extension_requested",
       R"({"until":"2023-11-30","reason":"chờ số liệu"})"},
      {Blocked{"hết kinh phí"}, "blocked", R"({"reason":"hết kinh phí"})"},
      {Disputed{"không phải việc của xã"}, "disputed", R"({"reason":"không phải việc của xã"})"},
      {HandedOver{"anh-nam", "nghỉ phép"}, "handed_over",
       R"({"person":"anh-nam","reason":"nghỉ phép"})"},
      {Snoozed{Instant{6}, "mai"}, "snoozed", R"({"until":6,"reason":"mai"})"},
  };
}

std::vector<Kept> what_leads_decide() {
  AssignmentIssued issued{"B-2023",
                          "B20",
                          "xa-1",
                          "2023",
                          "report@1f",
                          Binding::requested,
                          day("2023-11-24"),
                          day("2023-11-01"),
                          day("2023-11-20"),
                          Roll::prev_workday,
                          "chi-hoa"};
  DueConfirmed confirmed{
      "2023", day("2023-11-24"), day("2023-11-01"), day("2023-11-20"), Roll::none, "B-Q1"};
  return {
      {issued, "assignment_issued",
       R"({"plan":"B-2023","obligation":"B20","unit":"xa-1","period":"2023","ladder":"report@1f",)"
       R"("binding":"requested","nominal":"2023-11-24","from":"2023-11-01","cutoff":"2023-11-20",)"
       R"("roll":"prev_workday","confirmed_by":"chi-hoa"})"},
      {confirmed, "due_confirmed",
       R"({"period":"2023","nominal":"2023-11-24","from":"2023-11-01","cutoff":"2023-11-20","roll":"none",)"
       R"("question":"B-Q1"})"},
      {Accepted{}, "accepted", ""},
      {Returned{"thiếu số", day("2023-12-01")}, "returned",
       R"({"reason":"thiếu số","until":"2023-12-01"})"},
      {ExtensionGranted{day("2023-11-30"), "r", "12/CV"}, "extension_granted",
       R"({"until":"2023-11-30","reason":"r","document":"12/CV"})"},
      {ExtensionRefused{"r"}, "extension_refused", R"({"reason":"r"})"},
      {Unblocked{"t"}, "unblocked", R"({"text":"t"})"},
      {Suspended{day("2023-11-10"), "r", "d"}, "suspended",
       R"({"from":"2023-11-10","reason":"r","document":"d"})"},
      {Resumed{day("2023-11-13"), "r"}, "resumed", R"({"on":"2023-11-13","reason":"r"})"},
      {DisputeSettled{"t"}, "dispute_settled", R"({"text":"t"})"},
      {Transferred{"B20-08", "xa-2", "r"}, "transferred",
       R"({"to_code":"B20-08","to_unit":"xa-2","reason":"r"})"},
      {Waived{"r"}, "waived", R"({"reason":"r"})"},
      {Cancelled{"r"}, "cancelled", R"({"reason":"r"})"},
      {Raised{day("2023-11-24"), "r"}, "raised", R"({"nominal":"2023-11-24","reason":"r"})"},
      {Nudged{"t"}, "nudged", R"({"text":"t"})"},
      {Moved{"sign"}, "moved", R"({"on":"sign"})"},
  };
}

std::vector<Kept> what_the_engine_does() {
  return {
      {StepTaken{-1, "D-3", "M-02", {"chi-lan", "anh-nam"}, true, day("2023-11-21")}, "step_taken",
       R"({"rung":-1,"id":"D-3","message":"M-02","to":["chi-lan","anh-nam"],"nudge":true,"day":"2023-11-21"})"},
      {StepSkipped{2, "D-3", "r"}, "step_skipped", R"({"rung":2,"id":"D-3","reason":"r"})"},
      {StepDeferred{2, "D-3", Instant{6}, "r"}, "step_deferred",
       R"({"rung":2,"id":"D-3","until":6,"reason":"r"})"},
      {Escalated{"r", {"chi-hoa"}}, "escalated", R"({"reason":"r","to":["chi-hoa"]})"},
      {Rescheduled{day("2023-11-24"), day("2023-11-27"), "r"}, "rescheduled",
       R"({"old_effective":"2023-11-24","new_effective":"2023-11-27","reason":"r"})"},
      {Quarantined{"r"}, "quarantined", R"({"reason":"r"})"},
      {Waived{"", "S-12"}, "waived", R"({"why":"S-12"})"},
      {StepSkipped{2, "D-3", "", "S-05"}, "step_skipped", R"({"rung":2,"id":"D-3","why":"S-05"})"},
      {StepDeferred{2, "D-3", Instant{6}, "", "S-06"}, "step_deferred",
       R"({"rung":2,"id":"D-3","until":6,"why":"S-06"})"},
      {Escalated{"", {"chi-hoa"}, "S-10"}, "escalated", R"({"to":["chi-hoa"],"why":"S-10"})"},
      {Rescheduled{{}, {}, "TB 5015", "S-13"}, "rescheduled",
       R"({"reason":"TB 5015","why":"S-13"})"},
      {Quarantined{"", "S-11"}, "quarantined", R"({"why":"S-11"})"},
      {Released{}, "released", ""},
      {FileOffered{2, "telegram", "AgAD", "Báo cáo.pdf", 1200}, "file_offered",
       R"({"number":2,"channel":"telegram","handle":"AgAD","name":"Báo cáo.pdf","bytes":1200})"},
      {FileKept{2, "chi-lan", "Báo cáo.pdf", "pdf", "ab12", 1200}, "file_kept",
       R"({"number":2,"person":"chi-lan","name":"Báo cáo.pdf","kind":"pdf","digest":"ab12","bytes":1200})"},
      {FileRefused{2, "chi-lan", "trò chơi.exe", "other_kind"}, "file_refused",
       R"({"number":2,"person":"chi-lan","name":"trò chơi.exe","reason":"other_kind"})"},
      {MessageSettled{8, "B20-07", "D-3", "zalo_oa", "retry", "429"}, "message_settled",
       R"({"message":8,"code":"B20-07","step":"D-3","channel":"zalo_oa","outcome":"retry","detail":"429"})"},
  };
}

std::vector<Kept> what_happens_in_the_office() {
  constexpr std::string_view k_record =
      R"({"record":{"period":"2023-Q4","standing":"amended","version":3,"text":"Nhận xét","figures":"{\"a\":1}",)"
      R"("by":"chi-hoa","at":9}})";
  Unit unit{"xa-1", "Xã Một", "X1", "commune", "huyen", true, true, true};
  Unit gone{"xa-1", "Xã Một", "", "commune", "huyen"};
  gone.since = day("2011-01-01");
  gone.ended = day("2025-07-01");
  gone.successors = {"xa-2"};
  gone.heir = "xa-2";
  gone.past = {{day("2020-01-01"), "Xã Cũ", "XC", "tinh"}};
  return {
      {PlanIssued{"{\"plan\":\n{}}"}, "plan_issued", R"({"document":"{\"plan\":\n{}}"})"},
      {LadderFrozen{"report@1f", full_ladder()}, "ladder_frozen",
       R"({"key":"report@1f","ladder":{"id":"report","rungs":[{"id":"D+1","anchor":"issue","offset":-3,)"
       R"("unit":"working_days","at":"08:05","audience":"lead","message":"M-06","only_unacknowledged":true,)"
       R"("nudge":false},{"at":"08:00"}]}})"},
      {QuestionAnswered{"B-Q1", "đồng ý", full_dues()}, "question_answered",
       R"({"question":"B-Q1","text":"đồng ý","dues":[{"obligation":"B20","due":{"type":"date","date":"2023-11-25",)"
       R"("inclusive":false,"from":"2023-11-01","period":"2023","roll":"none","cutoff":"2023-11-20",)"
       R"("stated":"trước ngày 25/11"}}]})"},
      {PlanMoved{"report", "2023"}, "plan_moved", R"({"on":"report","period":"2023"})"},
      {SummaryDrafted{full_summary()}, "summary_drafted", k_record},
      {SummaryApproved{full_summary()}, "summary_approved", k_record},
      {SummaryAmended{full_summary()}, "summary_amended", k_record},
      {UnitRegistered{unit}, "unit_registered",
       R"({"unit":{"id":"xa-1","name":"Xã Một","short_name":"X1","kind":"commune","parent":"huyen","placeholder":true,)"
       R"("unlisted":true,"external":true}})"},
      {UnitReorganised{UnitAct::merge, day("2025-07-01"), "NQ 1", "r-1", gone}, "unit_reorganised",
       R"({"act":"merge","on":"2025-07-01","basis":"NQ 1","reorganisation":"r-1","unit":{"id":"xa-1",)"
       R"("name":"Xã Một","kind":"commune","parent":"huyen","since":"2011-01-01","ended":"2025-07-01",)"
       R"("successors":["xa-2"],"heir":"xa-2","past":[{"until":"2020-01-01","name":"Xã Cũ",)"
       R"("short_name":"XC","parent":"tinh"}]}})"},
      {ReorganisationPlanned{full_reorganisation()}, "reorganisation_planned",
       R"({"reorganisation":{"id":"r-1","on":"2025-07-01","basis":"NQ 1","note":"ghi chú","changes":[)"
       R"({"act":"split","units":["xa-1"],"into":[{"id":"xa-2"},{"id":"xa-3","name":"Xã Ba",)"
       R"("kind":"commune"}],"name":"t","short_name":"n","parent":"p","heir":"xa-2",)"
       R"("persons":[{"person":"chi-lan","unit":"xa-3"}],"duties":[{"duty":"B20","units":["xa-3"]}]}],)"
       R"("recipients":[{"plan":"B-2023","from":"so-a","to":"so-b"}]}})"},
      {ReorganisationDone{{"r-1", day("2025-07-01"), "NQ 1", "", {}, {}},
                          {{"B20-01", "xa-1", "B20-16", "xa-2"}},
                          {"B20-02"}},
       "reorganisation_done",
       R"({"reorganisation":{"id":"r-1","on":"2025-07-01","basis":"NQ 1"},"handovers":[)"
       R"({"from_code":"B20-01","from_unit":"xa-1","to_code":"B20-16","to_unit":"xa-2"}],)"
       R"("waived":["B20-02"]})"},
      {ReorganisationDropped{"r", true}, "reorganisation_dropped", R"({"reason":"r","failed":true})"},
      {RecipientReplaced{"so-a", "so-b", "NQ 1"}, "recipient_replaced",
       R"({"from":"so-a","to":"so-b","basis":"NQ 1"})"},
      {PersonMoved{"xa-2", "r-1"}, "person_moved", R"({"unit":"xa-2","reorganisation":"r-1"})"},
      {PersonLeft{"anh-nam", "r"}, "person_left", R"({"successor":"anh-nam","reason":"r"})"},
      {RolesTakenOver{"chi-lan", true, true, {"B20-07"}, "r"}, "roles_taken_over",
       R"({"from":"chi-lan","officer":true,"lead":true,"codes":["B20-07"],"reason":"r"})"},
      {DeputyReplaced{"chi-lan", "anh-nam", day("2023-11-20")}, "deputy_replaced",
       R"({"from":"chi-lan","to":"anh-nam","day":"2023-11-20"})"},
      {PersonRegistered{full_person()}, "person_registered",
       R"({"person":{"id":"chi-lan","name":"Nguyễn Thị Lan","form_of_address":"chị","unit":"hpn-xa-ba-diem",)"
       R"("officer":true,"lead":true,"language":"en","addresses":[{"channel":"zalo_oa","account":"42",)"
       R"("reachable":false},{"channel":"telegram","account":"7"}],"leaves":[{"from":"2023-11-20",)"
       R"("to":"2023-11-22","deputy":"anh-nam"}],"active":false}})"},
      {LeaveTaken{{day("2023-11-20"), day("2023-11-22"), "anh-nam"}}, "leave_taken",
       R"({"leave":{"from":"2023-11-20","to":"2023-11-22","deputy":"anh-nam"}})"},
      {LeaveEnded{day("2023-11-20"), day("2023-11-21")}, "leave_ended",
       R"({"from":"2023-11-20","last":"2023-11-21"})"},
      {RolesAssigned{"xa-2", true, true}, "roles_assigned",
       R"({"unit":"xa-2","officer":true,"lead":true})"},
      {InvitationMade{{"1f", "telegram", Instant{9}}}, "invitation_made",
       R"({"invitation":{"hash":"1f","channel":"telegram","expires":9}})"},
      {AccountBound{"telegram", "7001", "1f"}, "account_bound",
       R"({"channel":"telegram","account":"7001","invitation":"1f"})"},
      {AccountUnbound{"telegram", "7001", "r"}, "account_unbound",
       R"({"channel":"telegram","account":"7001","reason":"r"})"},
      {AccountNoted{"telegram", "7001", false, true, "403"}, "account_noted",
       R"({"channel":"telegram","account":"7001","reachable":false,"heard":true,"reason":"403"})"},
      {RebindAsked{"telegram", "7002", "2f"}, "rebind_asked",
       R"({"channel":"telegram","account":"7002","invitation":"2f"})"},
      {RebindRefused{"telegram", "7002"}, "rebind_refused",
       R"({"channel":"telegram","account":"7002"})"},
      {RemindersStopped{"telegram", "r"}, "reminders_stopped",
       R"({"channel":"telegram","reason":"r"})"},
      {RemindersWanted{}, "reminders_wanted", ""},
      {StrangerHeard{day("2023-11-20"), true}, "stranger_heard",
       R"({"day":"2023-11-20","wrong_code":true})"},
      {CalendarYearSet{full_year(), "r"}, "calendar_year_set",
       R"({"year":{"year":2023,"standing":"announced","source":"TB 5015","entries":[)"
       R"({"date":"2023-01-20","kind":"holiday","name":"Tết","source":"Đ112"},)"
       R"({"date":"2023-05-06","kind":"make_up","name":"Làm bù","source":"TB"}]},"reason":"r"})"},
      {ConversationSaved{full_conversation()}, "conversation_saved",
       R"({"conversation":{"topic":"form","codes":["B20-07"],"position":4,"figures":[)"
       R"({"field":"so_cuoc","value":3,"estimate":true}],"note":"nháp","nonce":"n1","expires":11}})"},
      {DigestSent{day("2023-11-24"), {{"B", full_standings(), true}}}, "digest_sent",
       R"({"day":"2023-11-24","lines":[{"plan":"B","standings":{"expected":10,"on_time":1,"late":2,"in_term":3,)"
       R"("overdue":4,"blocked":1,"extensions":2,"soon":3,"latest":12},"news":true}]})"},
      {MorningSettled{day("2023-11-24"), 3, 4, true}, "morning_settled",
       R"({"day":"2023-11-24","sent":3,"unchanged":4,"missed":true})"},
  };
}

std::vector<Kept> every_kind() {
  std::vector<Kept> all;
  for (auto some : {what_officers_say(), what_leads_decide(), what_the_engine_does(),
                    what_happens_in_the_office(), what_units_hand_over()})
    all.insert(all.end(), some.begin(), some.end());
  return all;
}

}  // namespace

TEST_CASE("every kind of event stands in the log as released and comes back whole", "[codec]") {
  std::set<std::size_t> kinds;
  for (const Kept& kept : every_kind()) {
    CAPTURE(kept.kind);
    kinds.insert(kept.body.index());
    CHECK(name_of(kept.body) == kept.kind);
    auto json = encode(event_of(kept.body));
    CHECK(json == row(kept.kind, kept.json));
    auto event = decode_event(json);
    REQUIRE(event.has_value());
    CHECK(event->body.index() == kept.body.index());
    CHECK(encode(*event) == json);
  }
  CHECK(kinds.size() == std::variant_size_v<EventVariant>);
}

TEST_CASE("an event says who, where to and what is armed now", "[codec]") {
  Event e = event_of(Acknowledged{});
  e.by = "chi-lan";
  e.via = "zalo_oa:42";
  e.to = "acknowledged";
  e.meaning = Meaning::done;
  e.cleared = true;
  e.rearmed = true;
  e.next = NextStep{k_promise_check, Instant{-3}};
  auto json = encode(e);
  CHECK(json ==
        R"({"at":5,"by":"chi-lan","kind":"acknowledged","subject":"B20-07","via":"zalo_oa:42",)"
        R"("to":"acknowledged","meaning":"done","cleared":true,"next":{"rung":-1,"at":-3}})");
  auto back = decode_event(json);
  REQUIRE(back.has_value());
  CHECK(back->by == "chi-lan");
  CHECK(back->to == e.to);
  CHECK(back->meaning == Meaning::done);
  CHECK(back->cleared);
  CHECK(back->rearmed);
  CHECK(back->next == e.next);
}

TEST_CASE("nothing armed any more is told apart from nothing said about it", "[codec]") {
  Event e = event_of(Accepted{});
  CHECK_FALSE(decode_event(encode(e))->rearmed);
  e.rearmed = true;
  CHECK(encode(e) == R"({"at":5,"kind":"accepted","subject":"B20-07","next":null})");
  auto back = decode_event(encode(e));
  CHECK(back->rearmed);
  CHECK_FALSE(back->next.has_value());
}

TEST_CASE("what an event leaves out comes back as its default", "[codec]") {
  auto event =
      decode_event(R"({"at":5,"kind":"submitted","subject":"s","body":{"submission":{}}})");
  REQUIRE(event.has_value());
  const Submission& submission = std::get<Submitted>(event->body).submission;
  CHECK(submission.version == 1);
  CHECK(submission.outcome == Outcome::complete);
  CHECK(submission.figures.empty());
  CHECK(event->by.empty());
  CHECK_FALSE(event->to.has_value());
}

TEST_CASE("fields of a later version are ignored", "[codec]") {
  auto event = decode_event(
      R"({"at":5,"kind":"nudged","subject":"s","mood":[1],"body":{"text":"t","tone":{}}})");
  REQUIRE(event.has_value());
  CHECK(std::get<Nudged>(event->body).text == "t");
}

TEST_CASE("an event cut off anywhere is an error and never a crash", "[codec]") {
  for (const Kept& kept : every_kind()) {
    auto json = encode(event_of(kept.body));
    for (std::size_t length = 0; length < json.size(); ++length) {
      REQUIRE_FALSE(decode_event(std::string_view(json).substr(0, length)).has_value());
    }
  }
}
