// Who works where and as what, who is away, and lists taken in whole: what leads and administrators
// decide about people.
#include <catch2/catch.hpp>

#include "tests/loop/units_world.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

const std::string k_admin(k_administrator);
const std::string k_district = "hpn-huyen-hoc-mon";
const std::string k_lead = "ld-" + k_district;
const std::string k_unit = "hpn-xa-ba-diem";
const std::string k_other_unit = "hpn-xa-xuan-thoi-thuong";
const std::string k_officer = "cb-" + k_unit;
constexpr const char* k_now = "2023-09-01T09:00";

struct Hamlet {
  MemoryStore store;
  TestOffice office{store};

  Hamlet() {
    office.open("2023-05-25T07:00");
    office.issue(plan_text("b-hocmon-2023"), "2023-05-25T08:00");
  }

  Answer say(const std::string& who, CommandBody body, const char* when = k_now) {
    return office.say(who, std::move(body), when);
  }
  std::string refusal(const std::string& who, CommandBody body) {
    const Answer answer = say(who, std::move(body));
    return answer.kind == AnswerKind::refused ? answer.refusal.why.id : "";
  }
  const Person& person(const std::string& id) {
    return *office.engine().office().directory.person(id);
  }
  void join(const std::string& id, const std::string& unit, bool officer, bool lead) {
    Person p;
    p.id = id;
    p.name = "Nguyễn Thị " + id;
    p.unit = unit;
    p.officer = officer;
    p.lead = lead;
    REQUIRE(say(k_admin, RegisterPerson{p}).kind == AnswerKind::done);
  }
};

Leave leave(const char* from, const char* to, const std::string& deputy) {
  return {LocalDate::parse(from).value(), LocalDate::parse(to).value(), deputy};
}

/// One duty of `unit`, from the commune `k_unit`.
std::string plan_of_commune(const std::string& unit, const std::string& binding) {
  return R"({"plan": {"id": "Y-1-2023", "number": "1/KH", "date": "2023-09-01", "issuer": ")" +
         k_unit +
         R"(", "subject": "Việc của xã", "from": "2023-09-01", "to": "2023-12-31", "source": "thử"},
 "units": [{"id": ")" +
         k_unit + R"(", "name": "Xã", "kind": "commune", "parent": null},
           {"id": ")" +
         unit + R"(", "name": "Nơi khác", "kind": "commune", "parent": null}],
 "obligations": [{"id": "Y1", "line": "1", "kind": "report_once", "binding": ")" +
         binding + R"(", "what": "Báo cáo", "who": [")" + unit + R"("],
   "due": {"type": "date", "date": "2023-11-01", "inclusive": true, "stated": "ngày 01/11"}}]})";
}

}  // namespace

TEST_CASE("a lead orders what is below the issuer alone, and asks others; who administers may",
          "[people]") {
  Hamlet h;
  h.join("truong", k_unit, false, true);
  CHECK(h.refusal("truong", IssuePlan{plan_of_commune(k_other_unit, "ordered")}) == "U-15");
  REQUIRE(h.say("truong", IssuePlan{plan_of_commune(k_other_unit, "requested")}).kind ==
          AnswerKind::done);
  Hamlet other;
  other.join("truong", k_unit, false, true);
  REQUIRE(other.say("truong", IssuePlan{plan_of_commune("ap-moi", "ordered")}).kind ==
          AnswerKind::done);  // a unit of its own
  Hamlet third;
  CHECK(third.say(k_admin, IssuePlan{plan_of_commune(k_other_unit, "ordered")}).kind ==
        AnswerKind::done);
}

TEST_CASE("a lead says who works in her units; accounts and duties in hand stay", "[people]") {
  Hamlet h;
  h.join("moi", k_other_unit, false, false);
  REQUIRE(h.say(k_lead, AssignRoles{"moi", k_unit, true, false}).kind == AnswerKind::done);
  CHECK(h.person("moi").unit == k_unit);
  CHECK(h.person("moi").officer);
  const auto accounts = h.person(k_officer).addresses.size();
  REQUIRE(h.say(k_lead, AssignRoles{k_officer, k_other_unit, true, true}).kind == AnswerKind::done);
  CHECK(h.person(k_officer).unit == k_other_unit);
  CHECK(h.person(k_officer).lead);
  CHECK(h.person(k_officer).addresses.size() == accounts);
  CHECK(h.refusal(k_lead, AssignRoles{k_officer, k_other_unit, true, true}) == "U-28");
  CHECK(FromLog(h.store).is_as_stored(h.store));
}

TEST_CASE("nobody decides from within a unit who leads it, and nobody beyond her units",
          "[people]") {
  Hamlet h;
  h.join("truong", k_unit, false, true);
  h.join("khach", k_other_unit, true, false);
  CHECK(h.refusal("truong", AssignRoles{k_officer, k_unit, true, true}) == "U-27");
  CHECK(h.refusal("truong", AssignRoles{"truong", k_unit, true, false}) == "U-27");
  CHECK(h.refusal("truong", AssignRoles{"khach", k_unit, true, false}) == "R-07");
  CHECK(h.refusal("truong", AssignRoles{k_officer, k_other_unit, true, false}) == "R-07");
  CHECK(h.refusal(k_officer, AssignRoles{k_officer, k_unit, true, true}) == "R-07");
  CHECK(h.refusal(k_lead, AssignRoles{k_lead, k_district, true, true}) == "");
  CHECK(h.refusal(k_lead, AssignRoles{k_lead, k_district, true, false}) == "U-27");
  CHECK(h.refusal(k_lead, AssignRoles{"ai", k_unit, true, false}) == "R-03");
  CHECK(h.refusal(k_lead, AssignRoles{k_officer, "dau-do", true, false}) == "R-04");
}

TEST_CASE("the last officer of a unit with open duties cannot be taken away", "[people]") {
  Hamlet h;
  CHECK(h.refusal(k_lead, AssignRoles{k_officer, k_unit, false, false}) == "U-21");
  CHECK(h.refusal(k_lead, AssignRoles{k_officer, k_other_unit, true, false}) == "U-21");
  h.join("hai", k_unit, true, false);
  CHECK(h.refusal(k_lead, AssignRoles{k_officer, k_unit, false, false}) == "");
}

TEST_CASE("leave that is ended early is over from that day on", "[people]") {
  Hamlet h;
  h.join("thay", k_unit, true, false);
  const LocalDate today = LocalDate::parse("2023-09-01").value();
  REQUIRE(h.say(k_lead, TakeLeave{k_officer, leave("2023-08-30", "2023-09-10", "thay")}).kind ==
          AnswerKind::done);
  REQUIRE(h.say(k_officer, TakeLeave{k_officer, leave("2023-10-01", "2023-10-05", "thay")}).kind ==
          AnswerKind::done);
  CHECK(h.office.engine().office().directory.on_leave(h.person(k_officer), today));
  REQUIRE(h.say(k_officer, EndLeave{k_officer, LocalDate::parse("2023-08-30").value()}).kind ==
          AnswerKind::done);
  CHECK_FALSE(h.office.engine().office().directory.on_leave(h.person(k_officer), today));
  CHECK(h.person(k_officer).leaves.front().to.iso() == "2023-08-31");
  REQUIRE(h.say(k_lead, EndLeave{k_officer, LocalDate::parse("2023-10-01").value()}).kind ==
          AnswerKind::done);
  CHECK(h.person(k_officer).leaves.size() == 1);  // never began
  CHECK(h.refusal(k_lead, EndLeave{k_officer, LocalDate::parse("2023-08-30").value()}) == "U-26");
  CHECK(h.refusal("thay", EndLeave{k_officer, LocalDate::parse("2023-08-30").value()}) == "R-07");
  CHECK(FromLog(h.store).is_as_stored(h.store));
}

TEST_CASE("a list is taken whole or not at all, each row judged after those before it",
          "[people]") {
  Hamlet h;
  RegisterAll all;
  all.units = {new_unit("xa-moi", k_district), new_unit("ap-moi", "xa-moi")};
  Person p;
  p.id = "cb-moi";
  p.name = "Lê Thị Mới";
  p.unit = "ap-moi";
  p.officer = true;
  all.persons = {p};
  RegisterAll wrong = all;
  wrong.persons.push_back(p);
  wrong.persons.back().id = "cb-sai";
  wrong.persons.back().unit = "khong-co";
  const auto before = h.store.log().size();
  CHECK(h.refusal(k_admin, wrong) == "R-04");
  CHECK(h.store.log().size() == before);
  CHECK(h.refusal(k_lead, all) == "R-09");
  REQUIRE(h.say(k_admin, all).kind == AnswerKind::done);
  CHECK(h.person("cb-moi").unit == "ap-moi");
  CHECK(h.store.log().size() == before + 3);
  CHECK(FromLog(h.store).is_as_stored(h.store));
}

TEST_CASE("a lead takes in new officers of the units she leads, and changes nobody by it",
          "[people]") {
  Hamlet h;
  Person p;
  p.id = "cb-moi";
  p.name = "Lê Thị Mới";
  p.unit = k_other_unit;
  p.officer = true;
  Person lead = p;
  lead.lead = true;
  CHECK(h.refusal(k_lead, RegisterPerson{lead}) == "R-09");
  Person bound = p;
  bound.addresses = {{"telegram", "77"}};
  CHECK(h.refusal(k_lead, RegisterPerson{bound}) == "R-09");
  CHECK(h.refusal("cb-" + k_other_unit, RegisterPerson{p}) == "R-09");
  REQUIRE(h.say(k_lead, RegisterPerson{p}).kind == AnswerKind::done);
  CHECK(h.person("cb-moi").unit == k_other_unit);
  p.name = "Tên khác";
  CHECK(h.refusal(k_lead, RegisterPerson{p}) == "R-09");
  CHECK(FromLog(h.store).is_as_stored(h.store));
}

TEST_CASE("who administers by name may do everything, and the log has the name", "[people]") {
  Hamlet h;
  const auto ask = [&](bool as_administrator) {
    return h.office.engine()
        .handle({Command{"cb-" + k_other_unit, "", AssignRoles{k_lead, k_district, true, true},
                         as_administrator}},
                at(k_now))
        .value()
        .front();
  };
  CHECK(ask(false).kind == AnswerKind::refused);
  REQUIRE(ask(true).kind == AnswerKind::done);
  CHECK(h.person(k_lead).officer);
  CHECK(h.store.log().back().body.find("\"by\":\"cb-" + k_other_unit + "\"") != std::string::npos);
}
