// One person: roles, accounts, leave and deputy, invitation, and leaving. What is done here is a
// command in the visitor's name.
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/invitation_pages.h"
#include "web/page_table.h"
#include "web/person_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// What a form on the page did, or why it did nothing.
struct Aftermath {
  int status = 200;
  std::string notice = {};
};

using MakeValues = json (*)(const Moment&, const Person&, Led&, const PageWords&);

Response page_of(const PageTools& tools, const PageCall& call, const Aftermath& after,
                 std::string_view name, std::string_view title, MakeValues make) {
  json values;
  bool known = false;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Person* person = moment.world.office.directory.person(call.value("person"));
    if (person == nullptr) return;
    known = true;
    Led led(moment, call.visitor);
    values = make(moment, *person, led, tools.kit.words(call.visitor));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!known) return plain_page(tools.kit, call, 404, "say_not_yours");
  values["notice"] = after.notice;
  values["done"] = after.notice.empty() && call.request.parameter("done") == "1";
  return page(tools.kit, call, name, title, std::move(values), after.status);
}

Response person_page(const PageTools& tools, const PageCall& call, const Aftermath& after) {
  return page_of(tools, call, after, "person", "person_title", person_values);
}

Response leaver_page(const PageTools& tools, const PageCall& call, const Aftermath& after) {
  return page_of(tools, call, after, "leaver", "leaver_title", leaver_values);
}

// --- deeds ---

/// The command that a sent form means. Neither command nor fault: there is no such deed.
struct PersonDeed {
  std::optional<CommandBody> command = {};
  const char* fault = "";  ///< words id
};

PersonDeed leave_from(const PageCall& call) {
  const auto from = LocalDate::parse(call.request.parameter("from"));
  const auto to = LocalDate::parse(call.request.parameter("to"));
  if (!from || !to) return {{}, "bad_day"};
  return {TakeLeave{call.value("person"), {*from, *to, call.request.parameter("deputy")}}};
}

PersonDeed deed_from(const PageCall& call) {
  const Request& form = call.request;
  const std::string& person = call.value("person");
  const std::string& deed = call.value("act");
  if (deed == "roles")
    return {AssignRoles{person, form.parameter("unit"), form.parameter("officer") == "1",
                        form.parameter("lead") == "1"}};
  if (deed == "leave") return leave_from(call);
  if (deed == "end_leave") {
    const auto from = LocalDate::parse(form.parameter("from"));
    if (!from) return {{}, "bad_day"};
    return {EndLeave{person, *from}};
  }
  if (deed == "unbind") {
    const std::string channel = form.parameter("channel");
    if (channel.empty()) return {};
    return {Unbind{person, channel, nfc(form.parameter("reason"))}};
  }
  if (deed == "rebind") return {SettleRebind{person, form.parameter("granted") == "1"}};
  if (deed == "hand_over")
    return {HandOverAll{person, form.parameter("to"), nfc(form.parameter("reason"))}};
  return {};
}

Response do_here(const PageTools& tools, const PageCall& call) {
  const std::string& person = call.value("person");
  const bool leaves = call.value("act") == "hand_over";
  const auto show = leaves ? leaver_page : person_page;
  PersonDeed deed = deed_from(call);
  if (*deed.fault != '\0')
    return show(tools, call, {400, tools.kit.words(call.visitor).text(deed.fault)});
  if (!deed.command) return plain_page(tools.kit, call, 404, "say_no_page");
  auto answer = tools.desk.carry_out(command_of(call, std::move(*deed.command)));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return show(tools, call, {409, why_refused(tools, call, answer->refusal)});
  return go_to(person_href(person) + "?done=1");
}

Response invite_her(const PageTools& tools, const PageCall& call) {
  const std::string channel = call.request.parameter("channel");
  for (const std::string& known : invitation_channels()) {
    if (known == channel) return invite_and_show(tools, call, {call.value("person")}, channel);
  }
  return plain_page(tools.kit, call, 400, "say_ill_formed");
}

}  // namespace

void add_person_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* method, const char* pattern, auto handler) {
    table.push_back({method, pattern, Rule::leads, Subject::person,
                     [tools, handler](const PageCall& call) { return handler(tools, call); }});
  };
  add("GET", "/people/{person}",
      [](const PageTools& t, const PageCall& call) { return person_page(t, call, {}); });
  add("GET", "/people/{person}/leaver",
      [](const PageTools& t, const PageCall& call) { return leaver_page(t, call, {}); });
  add("POST", "/people/{person}/invite", invite_her);
  add("POST", "/people/{person}/{act}", do_here);
}

}  // namespace dondoc
