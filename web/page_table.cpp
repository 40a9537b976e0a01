#include "web/page_table.h"

#include "engine/notice/facts.h"

namespace dondoc {

std::string cookie_of(const std::string& name, const std::string& value, bool secure) {
  return name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
}

std::vector<PageRoute> page_table(const PageTools& tools) {
  std::vector<PageRoute> table;
  add_sign_in_pages(table, tools);
  add_asset_pages(table, tools);
  add_board_pages(table, tools);
  add_plan_pages(table, tools);
  add_intake_pages(table, tools);
  add_unit_list_pages(table, tools);
  add_unit_pages(table, tools);
  add_change_pages(table, tools);
  add_assignment_pages(table, tools);
  add_file_pages(table, tools);
  add_summary_pages(table, tools);
  add_inbox_pages(table, tools);
  add_people_pages(table, tools);
  add_invitation_pages(table, tools);
  add_import_pages(table, tools);
  add_person_pages(table, tools);  // after its fixed neighbours: the first match answers
  add_log_pages(table, tools);
  add_administration_pages(table, tools);
  if (tools.keys != nullptr) {
    add_access_pages(table, tools);
    add_calendar_pages(table, tools);
  }
  return table;
}

Command command_of(const PageCall& call, CommandBody body) {
  return {call.visitor.person, "", std::move(body), call.visitor.administrator};
}

std::string why_refused(const PageTools& tools, const PageCall& call, const Rejected& refusal) {
  std::string words;
  static_cast<void>(tools.desk.look(std::nullopt, [&](const Moment& moment) {
    words = in_words(moment.world.definitions, refusal.why, call.visitor.language);
  }));
  return words;
}

}  // namespace dondoc
