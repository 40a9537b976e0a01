// What waits for a lead: extensions, reports to accept, difficulties, disputes, silence, and units
// where nobody can be reached.
#include <nlohmann/json.hpp>
#include <set>

#include "web/access.h"
#include "web/duty_view.h"
#include "web/page_table.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_rows_shown = 100;

struct Group {
  const char* id;
  const char* word;
  bool (*holds)(const Assignment& a);
};
constexpr Group k_groups[] = {
    {"extensions", "inbox_extensions",
     [](const Assignment& a) { return a.extension_request.has_value(); }},
    {"reports", "inbox_reports",
     [](const Assignment& a) { return a.meaning == Meaning::reported; }},
    {"blocked", "inbox_blocked", [](const Assignment& a) { return a.block.has_value(); }},
    {"disputed", "inbox_disputed", [](const Assignment& a) { return a.dispute.has_value(); }},
    {"returned", "inbox_returned",
     [](const Assignment& a) { return a.meaning == Meaning::open && !a.submissions.empty(); }},
    {"escalated", "inbox_escalated",
     [](const Assignment& a) { return a.meaning == Meaning::open && a.escalated; }},
};

bool is_reached(const Person& person) {
  for (const Address& address : person.addresses) {
    if (address.reachable) return true;
  }
  return false;
}

/// Units with open duties and nobody who can be told of them.
json unreachable(const Moment& moment, Sight& sight, const PageWords& words) {
  const Directory& directory = moment.world.office.directory;
  std::set<std::string_view> reached;
  for (const auto& [id, person] : directory.persons()) {
    if (person.active && (person.officer || person.lead) && is_reached(person))
      reached.insert(person.unit);
  }
  std::set<std::string_view> silent;
  for (const Judged& one : moment.judged) {
    const std::string& unit = one.assignment->unit;
    if (one.judgement.open && !reached.contains(unit) && sight.sees(unit)) silent.insert(unit);
  }
  json list = json::array();
  for (std::string_view unit : silent) {
    if (list.size() == k_rows_shown) break;
    const std::string id(unit);
    list.push_back({{"text", words.filled("inbox_unreachable_none",
                                          {{"unit", name_of_unit(moment.world, id)}})},
                    {"href", "/units/" + percent_encoded(id)}});
  }
  return list;
}

json group_values(const Moment& moment, Sight& sight, const Group& group, const PageWords& words) {
  std::vector<const Judged*> held;
  for (const Judged& one : moment.judged) {
    if (group.holds(*one.assignment) && sight.sees(*one.assignment)) held.push_back(&one);
  }
  const std::size_t count = held.size();
  if (held.size() > k_rows_shown) held.resize(k_rows_shown);
  return {{"id", group.id},
          {"title", words.text(group.word)},
          {"count", std::to_string(count)},
          {"rows", duty_values(rows_at(moment, held), words)}};
}

Response inbox(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  json values{{"groups", json::array()}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    for (const Group& group : k_groups) {
      json made = group_values(moment, sight, group, words);
      if (!made["rows"].empty()) values["groups"].push_back(std::move(made));
    }
    values["unreachable"] = unreachable(moment, sight, words);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_unreachable"] = !values["unreachable"].empty();
  values["empty"] = values["groups"].empty() && values["unreachable"].empty();
  return page(tools.kit, call, "inbox", "inbox_title", std::move(values));
}

}  // namespace

void add_inbox_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/inbox", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return inbox(tools, call); }, true});
}

}  // namespace dondoc
