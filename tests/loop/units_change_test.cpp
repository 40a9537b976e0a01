// Units that change, one thing at a time, on plan B (domain.md §2.6).
#include <catch2/catch.hpp>

#include "engine/notice/facts.h"
#include "tests/loop/units_world.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_admin(k_administrator);
const std::string k_lead = "ld-hpn-huyen-hoc-mon";
const std::string k_district = "hpn-huyen-hoc-mon";
constexpr const char* k_now = "2023-09-01T09:00";

struct Hamlet {
  MemoryStore store;
  TestOffice office{store};

  Hamlet() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  }

  /// Code of the report B20 of a unit, done or not, void ones aside.
  std::string report_of(const std::string& unit) {
    for (const auto& [code, a] : cases_of(store)) {
      if (a.unit == unit && a.obligation == "B20" && a.meaning != Meaning::void_) return code;
    }
    throw std::runtime_error("no report of " + unit);
  }

  void report(const std::string& unit, std::int64_t meetings, std::int64_t people) {
    const Answer answer = office.say("cb-" + unit,
                                     Submit{{report_of(unit)},
                                            Outcome::complete,
                                            {{"so_cuoc", meetings},
                                             {"luot_nguoi", people},
                                             {"kinh_phi", std::int64_t{1'000'000}}},
                                            "",
                                            {}},
                                     "2023-08-01T09:00");
    INFO(answer.refusal.why.id);
    REQUIRE(answer.kind == AnswerKind::done);
  }

  Answer change(const Reorganisation& r, const std::string& when = k_now,
                const std::string& who = k_admin) {
    return office.say(who, ChangeUnits{r}, when);
  }

  void must_change(const Reorganisation& r, const std::string& when = k_now) {
    const Answer answer = change(r, when);
    INFO(answer.refusal.why.id);
    REQUIRE(answer.kind == AnswerKind::done);
  }

  const Directory& directory() { return office.engine().office().directory; }
};

const std::vector<std::string> k_three = {"hpn-xa-ba-diem", "hpn-xa-xuan-thoi-thuong",
                                          "hpn-xa-xuan-thoi-dong"};

Reorganisation three_into_one(const std::string& on = "2023-09-01") {
  return reorganisation(
      "ba-xa", on,
      {change_of(UnitAct::merge, k_three, {new_unit("hpn-xa-moi", k_district)})});
}

}  // namespace

TEST_CASE("three half-done reports become one duty with three sources, and no figure is lost",
          "[units]") {
  Hamlet h;
  h.report(k_three[0], 3, 100);
  h.report(k_three[1], 2, 50);
  const std::vector<std::string> old_codes = {h.report_of(k_three[0]), h.report_of(k_three[1]),
                                              h.report_of(k_three[2])};
  const AllTotals before = totals_of(h.office.engine().office(), cases_of(h.store));
  h.must_change(three_into_one());
  const std::string code = h.report_of("hpn-xa-moi");
  const Assignment& whole = h.office.of(code);
  CHECK(whole.meaning == Meaning::open);  // one of three has not reported
  REQUIRE(whole.sources.size() == 3);
  CHECK(whole.submissions.empty());
  CHECK(totals_of(h.office.engine().office(), cases_of(h.store)) == before);
  for (const std::string& old : old_codes) {
    CHECK(h.office.of(old).meaning == Meaning::void_);
    CHECK(h.office.of(old).moved_to == std::vector<std::string>{code});
  }
  // The whole unit's own report takes the place of what came along.
  h.office.say("cb-" + k_three[0],
               Submit{{code},
                      Outcome::complete,
                      {{"so_cuoc", std::int64_t{9}},
                       {"luot_nguoi", std::int64_t{300}},
                       {"kinh_phi", std::int64_t{5'000'000}}},
                      "",
                      {}},
               "2023-09-05T09:00");
  CHECK(h.office.of(code).meaning == Meaning::reported);
  const AllTotals after = totals_of(h.office.engine().office(), cases_of(h.store));
  CHECK(after.at({"B-HPN-HM-2023", "B20", "2023", "so_cuoc"}) == Counted{9, 1});
  CHECK(FromLog(h.store).is_as_stored(h.store));
}

TEST_CASE("when every part was handed in, so is the whole, its figures put together", "[units]") {
  Hamlet h;
  h.report(k_three[0], 3, 100);
  h.report(k_three[1], 2, 50);
  h.report(k_three[2], 4, 7);
  const AllTotals before = totals_of(h.office.engine().office(), cases_of(h.store));
  h.must_change(three_into_one());
  const std::string code = h.report_of("hpn-xa-moi");
  const Assignment& whole = h.office.of(code);
  CHECK(whole.meaning == Meaning::reported);
  REQUIRE(whole.submissions.size() == 1);
  CHECK(whole.submissions[0].figures[0] == Figure{"so_cuoc", std::int64_t{9}, false});
  CHECK(whole.submissions[0].figures[1] == Figure{"luot_nguoi", std::int64_t{157}, false});
  CHECK(totals_of(h.office.engine().office(), cases_of(h.store)) == before);
  // Returned for completion: nothing of it counts until it comes again.
  REQUIRE(h.office.say(k_lead, ReturnReport{code, "thiếu kinh phí", {}}, "2023-09-02T09:00").kind ==
          AnswerKind::done);
  CHECK(totals_of(h.office.engine().office(), cases_of(h.store)).empty());
}

TEST_CASE("what was accepted stays with the unit that did it and adds up under its successor",
          "[units]") {
  Hamlet h;
  h.report(k_three[0], 3, 100);
  const std::string done = h.report_of(k_three[0]);
  REQUIRE(h.office.say(k_lead, Accept{done}, "2023-08-02T09:00").kind == AnswerKind::done);
  h.must_change(three_into_one());
  CHECK(h.office.of(done).unit == k_three[0]);
  CHECK(h.office.of(done).meaning == Meaning::done);
  CHECK(h.directory().is_within(k_three[0], "hpn-xa-moi"));
  CHECK(h.directory().is_within(k_three[0], k_district));
}

TEST_CASE("officers follow, are told once and are reminded under the new code alone", "[units]") {
  Hamlet h;
  h.must_change(three_into_one());
  const std::string officer = "cb-" + k_three[0];
  CHECK(h.directory().person(officer)->unit == "hpn-xa-moi");
  const auto texts = told(h.store, officer, "M-40");
  REQUIRE(texts.size() == 1);
  CHECK_THAT(texts[0], Catch::Contains("từ 01/9/2023, theo Nghị quyết 1685/NQ-UBTVQH15"));
  CHECK_THAT(texts[0], Catch::Contains("[B1-17]"));
  CHECK_THAT(texts[0], Catch::Contains("mã cũ B1-02, B1-12, B1-10"));
  CHECK(told(h.store, k_lead, "M-41").size() == 1);
  const std::size_t logged = h.store.log().size();
  h.office.run("2023-12-01T09:00");
  std::size_t steps = 0;
  for (std::size_t i = logged; i < h.store.log().size(); ++i) {
    const Event event = decode_event(h.store.log()[i].body).value();
    if (!std::holds_alternative<StepTaken>(event.body)) continue;
    ++steps;
    const Assignment& a = h.office.of(event.subject);
    CHECK(std::find(k_three.begin(), k_three.end(), a.unit) == k_three.end());
  }
  CHECK(steps > 10);
}

TEST_CASE("an extension given before goes along", "[units]") {
  Hamlet h;
  const std::string code = h.report_of(k_three[1]);
  REQUIRE(h.office.say(k_lead, GrantExtension{code, LocalDate::parse("2023-12-15"), "r", "12/CV"},
                       "2023-08-02T09:00")
              .kind == AnswerKind::done);
  h.must_change(three_into_one());
  const Assignment& whole = h.office.of(h.report_of("hpn-xa-moi"));
  const auto due = due_of(whole, h.office.engine().office().calendar,
                          LocalDate::parse("2023-09-01").value());
  CHECK(due->effective == LocalDate::parse("2023-12-15"));
  CHECK(whole.ledger.size() == 1);
}

TEST_CASE("a unit that takes another in keeps its own code", "[units]") {
  Hamlet h;
  const std::string own = h.report_of(k_three[0]);
  const std::string other = h.report_of(k_three[1]);
  h.report(k_three[1], 2, 50);
  h.must_change(reorganisation(
      "nhap", "2023-09-01", {change_of(UnitAct::merge, {k_three[1]}, {known_unit(k_three[0])})}));
  CHECK(h.report_of(k_three[0]) == own);
  CHECK(h.office.of(other).moved_to == std::vector<std::string>{own});
  CHECK(h.office.of(own).sources.size() == 2);
  CHECK(h.office.of(own).meaning == Meaning::open);
}

TEST_CASE("a split gives open duties to every successor or as told, a report to one", "[units]") {
  Hamlet h;
  h.report(k_three[0], 3, 100);
  const AllTotals before = totals_of(h.office.engine().office(), cases_of(h.store));
  UnitChange split = change_of(UnitAct::split, {k_three[0]},
                               {new_unit("moi-a", k_district), new_unit("moi-b", k_district)});
  UnitChange other = change_of(UnitAct::split, {k_three[1]},
                               {new_unit("moi-c", k_district), new_unit("moi-d", k_district)});
  other.duties = {{"B20", {"moi-d"}}};
  h.must_change(reorganisation("chia", "2023-09-01", {split, other}));
  CHECK(totals_of(h.office.engine().office(), cases_of(h.store)) == before);
  CHECK(h.office.of(h.report_of("moi-a")).meaning == Meaning::reported);
  CHECK_THROWS(h.report_of("moi-b"));
  CHECK_THROWS(h.report_of("moi-c"));
  CHECK(h.office.of(h.report_of("moi-d")).meaning == Meaning::open);
}

TEST_CASE("duties of an abolished unit are waived by the decision, and the lead is told", "[units]") {
  Hamlet h;
  const std::string code = h.report_of(k_three[0]);
  h.must_change(
      reorganisation("giai-the", "2023-09-01", {change_of(UnitAct::abolish, {k_three[0]})}));
  CHECK(h.office.of(code).state == "waived");
  const auto texts = told(h.store, k_lead, "M-42");
  REQUIRE(texts.size() == 1);
  CHECK_THAT(texts[0], Catch::Contains("Nghị quyết 1685/NQ-UBTVQH15"));
  CHECK_THAT(texts[0], Catch::Contains("Xã Bà Điểm – [B1-02]"));
  CHECK(told(h.store, "cb-" + k_three[0], "M-43").size() == 1);
  CHECK(told(h.store, "cb-" + k_three[0], "M-27").empty());
}

TEST_CASE("names: the same name is another unit, old names are found", "[units]") {
  Hamlet h;
  Unit successor = new_unit("hpn-xa-ba-diem-2025", "");
  successor.name = "Hội LHPN xã Bà Điểm";
  h.must_change(
      reorganisation("moi", "2023-09-01", {change_of(UnitAct::merge, {k_three[0]}, {successor})}));
  UnitChange rename = change_of(UnitAct::rename, {"hpn-xa-ba-diem-2025"});
  rename.name = "Hội LHPN phường Bà Điểm";
  h.must_change(reorganisation("doi-ten", "2023-10-01", {rename}), "2023-10-01T09:00");
  const Unit& unit = *h.directory().unit("hpn-xa-ba-diem-2025");
  CHECK(name_on(unit, LocalDate::parse("2023-09-30").value()) == "Hội LHPN xã Bà Điểm");
  CHECK(name_on(unit, LocalDate::parse("2023-10-01").value()) == "Hội LHPN phường Bà Điểm");
  CHECK_FALSE(existed_on(unit, LocalDate::parse("2023-08-31").value()));
  const auto found = h.directory().named("xa ba diem");
  REQUIRE(found.size() == 2);
  CHECK(found[0].unit->id == k_three[0]);
  CHECK(found[0].unit->successors == std::vector<std::string>{"hpn-xa-ba-diem-2025"});
  CHECK(found[1].until == LocalDate::parse("2023-10-01"));
}

TEST_CASE("a change to come takes effect on its day and not before", "[units]") {
  Hamlet h;
  h.must_change(three_into_one("2023-10-02"));
  CHECK_FALSE(h.directory().unit(k_three[0])->is_gone());
  CHECK(h.office.engine().wake_at().value() <= at("2023-10-02T00:00"));
  h.office.run("2023-10-01T23:59");
  CHECK_FALSE(h.directory().unit(k_three[0])->is_gone());
  h.office.run("2023-10-02T00:00");
  CHECK(h.directory().unit(k_three[0])->ended == LocalDate::parse("2023-10-02"));
  CHECK(h.office.engine().office().reorganisations.at("ba-xa").standing ==
        ReorganisationStanding::in_effect);
  CHECK(FromLog(h.store).is_as_stored(h.store));
}

TEST_CASE("a change to come that can no longer be carried out says why and stops nothing",
          "[units]") {
  Hamlet h;
  h.must_change(three_into_one("2023-10-02"));
  h.must_change(
      reorganisation("giai-the", "2023-09-01", {change_of(UnitAct::abolish, {k_three[0]})}));
  h.office.run("2023-10-03T09:00");
  const auto& dropped = h.office.engine().office().reorganisations.at("ba-xa");
  CHECK(dropped.standing == ReorganisationStanding::dropped);
  CHECK_THAT(dropped.reason, Catch::Contains("đã kết thúc"));
}

TEST_CASE("a change to come can be taken back", "[units]") {
  Hamlet h;
  h.must_change(three_into_one("2023-10-02"));
  REQUIRE(h.office.say(k_admin, DropReorganisation{"ba-xa", "hoãn"}, k_now).kind ==
          AnswerKind::done);
  h.office.run("2023-10-03T09:00");
  CHECK_FALSE(h.directory().unit(k_three[0])->is_gone());
  CHECK(h.change(three_into_one("2023-10-05"), "2023-10-04T09:00").kind == AnswerKind::done);
}

TEST_CASE("what stood below an ended unit stands below its heir; the plan goes on", "[units]") {
  Hamlet h;
  UnitChange split =
      change_of(UnitAct::split, {k_district}, {new_unit("a", ""), new_unit("b", "")});
  h.must_change(reorganisation("huyen", "2023-09-01", {split}));
  CHECK(h.directory().unit(k_three[0])->parent == "a");
  CHECK(parent_on(*h.directory().unit(k_three[0]), LocalDate::parse("2023-08-31").value()) ==
        k_district);
  CHECK(h.directory().person(k_lead)->unit == "a");
  h.office.say("cb-" + k_three[0], Acknowledge{h.report_of(k_three[0])}, k_now);
  CHECK(h.office.say(k_lead, CancelPlan{"B-HPN-HM-2023", "r"}, k_now).kind == AnswerKind::done);
}

TEST_CASE("changes that cannot be are refused with the reason, and nothing happens", "[units]") {
  Hamlet h;
  const std::size_t logged = h.store.log().size();
  const auto refused = [&](std::vector<UnitChange> changes, const std::string& why) {
    const Answer answer = h.change(reorganisation("x", "2023-09-01", std::move(changes)));
    CHECK(answer.kind == AnswerKind::refused);
    CHECK_THAT(in_words(test::definitions(), answer.refusal.why, "vi"), Catch::Contains(why));
  };
  refused({change_of(UnitAct::merge, {"khong-co"}, {new_unit("a", "")})}, "khong-co");
  refused({change_of(UnitAct::merge, {k_three[0]}, {new_unit(k_three[1], "")})}, "mã mới");
  refused({change_of(UnitAct::merge, {k_three[0]}, {known_unit(k_three[0])})}, "chính mình");
  refused({change_of(UnitAct::split, {k_three[0]}, {new_unit("a", "")})}, "ít nhất hai");
  refused({change_of(UnitAct::abolish, {k_three[0]}), change_of(UnitAct::abolish, {k_three[0]})},
          "Thay đổi thứ 2");
  refused({change_of(UnitAct::merge, {k_three[0]}, {known_unit(k_three[1])}),
           change_of(UnitAct::abolish, {k_three[1]})},
          "vừa tiếp nhận vừa kết thúc");
  UnitChange under = change_of(UnitAct::reparent, {k_district});
  under.parent = k_three[0];
  refused({under}, "nằm dưới chính");
  const Answer officer = h.change(three_into_one(), k_now, "cb-" + k_three[0]);
  CHECK(officer.refusal.refusal == Refusal::forbidden);
  Reorganisation no_basis = three_into_one();
  no_basis.basis = " ";
  CHECK(h.change(no_basis).kind == AnswerKind::refused);
  CHECK(h.store.log().size() == logged);
}

TEST_CASE("a plan may not be issued to a unit that is gone", "[units]") {
  Hamlet h;
  h.must_change(three_into_one());
  std::string text = plan_text("b-hocmon-2023");
  const auto at_id = text.find("B-HPN-HM-2023");
  text.replace(at_id, 13, "B-HPN-HM-2024");
  const Answer answer = h.office.say(k_admin, IssuePlan{text}, k_now);
  CHECK(answer.kind == AnswerKind::refused);
}

TEST_CASE("an old code says under which one its duty goes on", "[units]") {
  Hamlet h;
  const std::string old = h.report_of(k_three[0]);
  h.must_change(three_into_one());
  const Answer answer = h.office.say("cb-" + k_three[0], Acknowledge{old}, k_now);
  CHECK(answer.kind == AnswerKind::refused);
  CHECK_THAT(in_words(test::definitions(), answer.refusal.why, "vi"),
             Catch::Contains("[" + h.report_of("hpn-xa-moi") + "]"));
}

TEST_CASE("a recipient is replaced in the middle of a plan", "[units]") {
  Hamlet h;
  Reorganisation r = reorganisation("noi-nhan", "2023-09-01", {});
  r.recipients = {{"B-HPN-HM-2023", k_district, "hpn-xa-nhi-binh"}};
  h.must_change(r);
  CHECK(h.office.engine().office().plan("B-HPN-HM-2023")->recipients.at(k_district) ==
        "hpn-xa-nhi-binh");
  h.office.run("2023-11-21T09:00");
  bool is_said = false;
  for (const auto& entry : h.store.outbox()) {
    const MessageBody body = decode_message(entry.second.body);
    is_said = is_said || (body.message == "M-05" &&
                          body.text.find("Hội LHPN xã Nhị Bình") != std::string::npos);
  }
  h.office.run("2023-11-24T17:00");
  for (const auto& entry : h.store.outbox()) {
    const MessageBody body = decode_message(entry.second.body);
    is_said = is_said || (body.text.find("Gửi về: Hội LHPN xã Nhị Bình") != std::string::npos ||
                          body.text.find("gửi về Hội LHPN xã Nhị Bình") != std::string::npos);
  }
  CHECK(is_said);
}

TEST_CASE("whoever leaves hands everything over at once", "[units]") {
  Hamlet h;
  const std::string unit = k_three[0];
  const std::string leaver = "cb-" + unit;
  Person next;
  next.id = "nguoi-moi";
  next.name = "Nguyễn Thị Mới";
  next.unit = unit;
  REQUIRE(h.office.say(k_admin, RegisterPerson{next}, k_now).kind == AnswerKind::done);
  const std::string code = h.report_of(unit);
  REQUIRE(h.office.say(leaver, HandOver{code, leaver, ""}, k_now).kind == AnswerKind::done);
  const Leave leave{LocalDate::parse("2023-09-01").value(), LocalDate::parse("2023-09-20").value(),
                    leaver};
  REQUIRE(h.office.say(k_lead, TakeLeave{"cb-" + k_three[1], leave}, k_now).kind ==
          AnswerKind::done);
  CHECK(h.office.say(k_lead, HandOverAll{leaver, "", "nghỉ hưu"}, k_now).kind ==
        AnswerKind::refused);
  REQUIRE(h.office.say(k_lead, HandOverAll{leaver, "nguoi-moi", "nghỉ hưu"}, k_now).kind ==
          AnswerKind::done);
  CHECK(h.office.of(code).handler == "nguoi-moi");
  CHECK_FALSE(h.directory().person(leaver)->active);
  CHECK(h.directory().person("nguoi-moi")->officer);
  CHECK(h.directory().person("cb-" + k_three[1])->leaves.front().deputy == "nguoi-moi");
  CHECK(told(h.store, "nguoi-moi", "M-45").size() == 1);
  CHECK(FromLog(h.store).is_as_stored(h.store));
}
