#include "bots/zalo_oa/template.h"

#include <catch2/catch.hpp>

#include "bots/zalo_oa/window.h"
#include "engine/text/vietnamese.h"
#include "tests/zalo_oa/zalo_office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

using Kind = ZaloFault::Kind;

OutgoingMessage late(const ZaloOffice& office) {
  OutgoingMessage message = office.message("Kính nhắc");
  message.last_heard = office.now - Elapsed::hours(8 * 24);
  return message;
}

OutgoingMessage by_phone(const ZaloOffice& office) {
  OutgoingMessage message = office.message("Kính nhắc");
  message.account = "phone:84901234567";
  message.last_heard.reset();
  return message;
}

/// 23:00 or 03:00 in Việt Nam, of the day of k_afternoon.
Instant at_hour(int hour) {
  const Zone zone = Zone::viet_nam();
  return zone.at(zone.date_of(k_afternoon), TimeOfDay::at(hour, 0));
}

std::string fault_of(const std::string& json) {
  Faults faults("templates.json");
  const auto read = decode_zalo_templates(json, faults);
  CHECK(read.has_value() == faults.none());
  if (faults.none()) return "";
  return faults.list()[0].pointer + " " + faults.list()[0].message;
}

}  // namespace

TEST_CASE("The window is free for two days, billed for seven, then closed", "[zalo_oa]") {
  using zalo_oa::Window;
  using zalo_oa::window_at;
  const Instant now = k_afternoon;
  CHECK(window_at(now - Elapsed::hours(48), now) == Window::free);
  CHECK(window_at(now - Elapsed::hours(48) - Elapsed{1}, now) == Window::billed);
  CHECK(window_at(now - Elapsed::hours(168), now) == Window::billed);
  CHECK(window_at(now - Elapsed::hours(168) - Elapsed{1}, now) == Window::closed);
  CHECK(window_at(std::nullopt, now) == Window::closed);
  CHECK(window_at(now + Elapsed::hours(1), now) == Window::free);
}

TEST_CASE("When the window is closed the approved template is sent", "[zalo_oa]") {
  ZaloOffice office;
  const SendOutcome outcome = office.send(late(office));
  REQUIRE(outcome.result == SendClass::delivered);
  const auto shown = office.platform.shown(k_lan).at(0);
  CHECK(shown.form == "200001");
  CHECK(shown.data.at("ten") == "chị Lan");
  CHECK(shown.data.at("viec") == "Báo cáo tháng");
  CHECK(shown.id == outcome.platform_id);
  CHECK(office.platform.calls("/message/cs") == 0);
}

TEST_CASE("A person of whom nothing was heard is reached by template only", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Kính nhắc");
  message.last_heard.reset();
  CHECK(office.send(message).result == SendClass::delivered);
  CHECK(office.platform.calls("/message/cs") == 0);
}

TEST_CASE("Without a template for the message the window is told as closed", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = late(office);
  message.message = "M-09";
  CHECK(office.send(message).result == SendClass::window_closed);
  CHECK(office.platform.calls("/") == 0);
}

TEST_CASE("When the platform finds the window closed the template follows", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = office.message("Kính nhắc");
  office.pass(Elapsed::hours(8 * 24));
  message.last_heard = office.now;  // we believe otherwise
  CHECK(office.send(message).result == SendClass::delivered);
  CHECK(office.platform.calls("/message/cs") == 1);
  CHECK(office.platform.shown(k_lan).at(0).form == "200001");
}

TEST_CASE("A template by user id survives both shapes of the recipient", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.want_nested_recipient(true);
  CHECK(office.send(late(office)).result == SendClass::delivered);
  CHECK(office.send(late(office)).result == SendClass::delivered);
  CHECK(office.platform.calls("/message/template") == 3);
}

TEST_CASE("A template by phone carries phone and tracking id", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send(by_phone(office)).result == SendClass::delivered);
  const auto shown = office.platform.shown_by_phone("84901234567").at(0);
  CHECK(shown.tracking == "dd-7");
  OutgoingMessage local = by_phone(office);
  local.account = "phone:0901234567";
  CHECK(office.send(local).result == SendClass::delivered);
  CHECK(office.platform.shown_by_phone("84901234567").size() == 2);
  local.account = "phone:12ab";
  CHECK(office.send(local).result == SendClass::bad_request);
}

TEST_CASE("At night a template by phone waits for six o'clock", "[zalo_oa]") {
  ZaloOffice office;
  office.now = at_hour(23);
  const SendOutcome evening = office.send(by_phone(office));
  CHECK(evening.result == SendClass::deferred);
  CHECK(evening.retry_at == at_hour(6) + Elapsed::hours(24));
  office.now = at_hour(3);
  CHECK(office.send(by_phone(office)).retry_at == at_hour(6));
  CHECK(office.platform.calls("/") == 0);
  CHECK_FALSE(zalo_oa::is_night(at_hour(6)));
  CHECK(zalo_oa::is_night(at_hour(22)));
  CHECK_FALSE(zalo_oa::is_night(at_hour(22) - Elapsed{60'000}));
}

TEST_CASE("A night of the platform's by our day waits, and not for nothing", "[zalo_oa]") {
  ZaloOffice office;
  office.platform.fail_next("/message/template", {Kind::error, -133, ""});
  const SendOutcome outcome = office.send(by_phone(office));
  CHECK(outcome.result == SendClass::deferred);
  CHECK(outcome.retry_at > office.now);
}

TEST_CASE("When the day's quota is used up templates wait for tomorrow", "[zalo_oa]") {
  FakeZaloOaSettings one;
  one.templates_per_day = 1;
  ZaloOffice office(one);
  REQUIRE(office.send(by_phone(office)).result == SendClass::delivered);
  const std::size_t calls = office.platform.calls("/message/template");
  const SendOutcome outcome = office.send(by_phone(office));
  CHECK(outcome.result == SendClass::deferred);
  CHECK(outcome.retry_at == at_hour(6) + Elapsed::hours(24));
  CHECK(office.platform.calls("/message/template") == calls);
  const ChannelHealth health = office.channel->check(office.now);
  CHECK(health.quota_left == 0);
  CHECK_FALSE(health.ok);
  // The day after, the platform is asked again.
  office.now = outcome.retry_at;
  CHECK(office.send(by_phone(office)).result == SendClass::deferred);
  CHECK(office.platform.calls("/message/template") == calls + 1);
}

TEST_CASE("Every code of the template interface has its class", "[zalo_oa]") {
  ZaloOffice office;
  const auto [code, result] = GENERATE(table<int, SendClass>({
      {-100, SendClass::retryable},       {-133, SendClass::deferred},
      {-144, SendClass::deferred},        {-147, SendClass::deferred},
      {-108, SendClass::recipient_gone},  {-110, SendClass::recipient_gone},
      {-114, SendClass::recipient_gone},  {-118, SendClass::recipient_gone},
      {-119, SendClass::recipient_gone},  {-139, SendClass::window_closed},
      {-140, SendClass::window_closed},   {-141, SendClass::window_closed},
      {-115, SendClass::quota_exhausted}, {-126, SendClass::quota_exhausted},
      {-136, SendClass::quota_exhausted}, {-137, SendClass::quota_exhausted},
      {-138, SendClass::quota_exhausted}, {-109, SendClass::bad_request},
      {-111, SendClass::bad_request},     {-112, SendClass::bad_request},
      {-1121, SendClass::bad_request},    {-1122, SendClass::bad_request},
      {-1124, SendClass::bad_request},    {-113, SendClass::bad_request},
      {-101, SendClass::bad_request},     {-105, SendClass::bad_request},
      {-117, SendClass::bad_request},     {-120, SendClass::bad_request},
      {-125, SendClass::bad_request},     {-127, SendClass::bad_request},
      {-131, SendClass::bad_request},     {-132, SendClass::bad_request},
      {-135, SendClass::bad_request},     {-1351, SendClass::bad_request},
      {-146, SendClass::bad_request},     {-1241, SendClass::auth_dead},
      {-55555, SendClass::bad_request},
  }));
  office.platform.fail_next("/message/template", {Kind::error, code, ""});
  const SendOutcome outcome = office.send(by_phone(office));
  CHECK(outcome.result == result);
  CHECK(holds(outcome.detail, std::to_string(code)));
}

TEST_CASE("A refused token on the template host is refreshed and repeated", "[zalo_oa]") {
  ZaloOffice office;
  REQUIRE(office.send_text("một").result == SendClass::delivered);
  office.pass(Elapsed::hours(1));
  office.platform.fail_next("/message/template", {Kind::error, -124, ""});
  CHECK(office.send(by_phone(office)).result == SendClass::delivered);
  CHECK(office.platform.refreshes() == 2);
}

TEST_CASE("A value that is too long is cut only where the template says so", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = late(office);
  message.facts = {{"xh", "chị"}, {"ten", "Lan"}, {"viec", "Báo cáo công tác hòa giải ở cơ sở"}};
  REQUIRE(office.send(message).result == SendClass::delivered);
  CHECK(office.platform.shown(k_lan).at(0).data.at("viec") == "Báo cáo công tác…");
  message.facts[1].second = std::string(40, 'L');
  const SendOutcome outcome = office.send(message);
  CHECK(outcome.result == SendClass::bad_request);
  CHECK(holds(outcome.detail, "parameter ten"));
  CHECK_FALSE(holds(outcome.detail, "LLL"));
  CHECK(holds(office.faults(), "parameter ten"));
}

TEST_CASE("A fact that is missing or empty is found before sending", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = late(office);
  message.facts = {{"xh", "chị"}, {"ten", "Lan"}};
  CHECK(holds(office.send(message).detail, "'viec' is missing"));
  message.facts.emplace_back("viec", " \n ");
  CHECK(office.send(message).result == SendClass::bad_request);
  CHECK(office.platform.calls("/") == 0);
}

TEST_CASE("Line breaks do not get into a parameter", "[zalo_oa]") {
  ZaloOffice office;
  OutgoingMessage message = late(office);
  message.facts = {{"xh", "chị"}, {"ten", "\tLan\n"}, {"viec", "Báo\n cáo"}};
  REQUIRE(office.send(message).result == SendClass::delivered);
  CHECK(office.platform.shown(k_lan).at(0).data.at("viec") == "Báo cáo");
  CHECK(office.platform.shown(k_lan).at(0).data.at("ten") == "chị Lan");
}

TEST_CASE("A templates file is read", "[zalo_oa]") {
  Faults faults("templates.json");
  const auto read = decode_zalo_templates(
      R"({"templates":[{"id":"200001","messages":["M-02","M-02T"],"parameters":[)"
      R"({"name":"ten","placeholder":"{xh} {ten}","longest":30},)"
      R"({"name":"viec","placeholder":"{viec}","longest":200,"may_cut":true}]}]})",
      faults);
  REQUIRE(read);
  REQUIRE(read->size() == 1);
  CHECK((*read)[0].messages.size() == 2);
  CHECK_FALSE((*read)[0].parameters[0].may_cut);
  CHECK((*read)[0].parameters[1].longest == 200);
  CHECK(zalo_oa::template_for(*read, "M-02T") == &(*read)[0]);
  CHECK(zalo_oa::template_for(*read, "M-03") == nullptr);
}

TEST_CASE("Each fault of a templates file is told with its place", "[zalo_oa]") {
  const auto one = [](const std::string& parameter) {
    return R"({"templates":[{"id":"1","messages":["M-02"],"parameters":[)" + parameter + "]}]}";
  };
  CHECK(fault_of(one(R"({"name":"a","placeholder":"{ten}","longest":30})")).empty());
  CHECK(holds(fault_of("{"), "not valid JSON"));
  CHECK(holds(fault_of("{}"), "templates"));
  CHECK(holds(fault_of(R"({"templates":[{"id":"x1","messages":["M-02"],"parameters":[]}]})"),
              "/templates/0/id"));
  CHECK(holds(fault_of(R"({"templates":[{"id":"1","messages":[],"parameters":[]}]})"),
              "/templates/0/messages"));
  CHECK(holds(fault_of(R"({"templates":[{"id":"1","messages":["M-02","M-02"],"parameters":[]}]})"),
              "/templates/0/messages/1"));
  CHECK(holds(fault_of(one(R"({"name":"a","placeholder":"{nobody}","longest":30})")),
              "/parameters/0/placeholder there is no fact '{nobody}'"));
  CHECK(holds(fault_of(one(R"({"name":"a","placeholder":"{ten","longest":30})")), "braces"));
  CHECK(holds(fault_of(one(R"({"name":"a","placeholder":"{ten}"})")), "longest"));
  CHECK(holds(fault_of(one(R"({"name":"a","placeholder":"{ten}","longest":0})")), "longest"));
  CHECK(holds(fault_of(one(R"({"name":"a b","placeholder":"{ten}","longest":9})")), "/name"));
  CHECK(holds(fault_of(one(R"({"name":"a","placeholder":"x","longest":9,"cut":true})")), "cut"));
  CHECK(holds(fault_of(one(R"({"name":"a","placeholder":"x","longest":9},)"
                           R"({"name":"a","placeholder":"x","longest":9})")),
              "stands twice"));
}

TEST_CASE("A template that is not enabled needs no number and is never sent", "[zalo_oa]") {
  Faults faults("templates.json");
  const auto templates = decode_zalo_templates(
      R"({"templates": [{"enabled": false, "messages": ["M-02"], "parameters": []},
                        {"id": "77", "messages": ["M-03"], "parameters": []}]})",
      faults);
  REQUIRE(templates);
  REQUIRE(templates->size() == 2);
  CHECK(zalo_oa::template_for(*templates, "M-02") == nullptr);
  REQUIRE(zalo_oa::template_for(*templates, "M-03") != nullptr);
  CHECK(fault_of(R"({"templates": [{"messages": ["M-02"], "parameters": []}]})")
            .starts_with("/templates/0"));
}
