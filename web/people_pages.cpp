// Whom a visitor manages: where they work and as what, how they are reached, who is away, who was
// never invited.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/page_table.h"
#include "web/pager.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_people_a_page = 100;

json box(const Moment& moment, const std::vector<const Person*>& people, PeopleChoice choice,
         std::string_view state, const PageWords& words) {
  choice.state = state;
  choice.page = 1;
  const auto count = std::count_if(people.begin(), people.end(), [&](const Person* one) {
    return is_in_state(moment, *one, state);
  });
  const bool is_bad = state == "unlinked" || state == "unreachable";
  return {{"label", words.text(state.empty() ? std::string("people_state_all")
                                             : "people_state_" + std::string(state))},
          {"value", thousands(count)},
          {"tone", is_bad && count > 0 ? "soon" : "plain"},
          {"href", address_of(choice)}};
}

json boxes(const Moment& moment, const std::vector<const Person*>& people,
           const PeopleChoice& choice, const PageWords& words) {
  json list = json::array();
  list.push_back(box(moment, people, choice, "", words));
  for (std::string_view state : people_states())
    list.push_back(box(moment, people, choice, state, words));
  return list;
}

json states(const PeopleChoice& choice, const PageWords& words) {
  json list = json::array();
  for (std::string_view state : people_states())
    list.push_back(option_of(std::string(state), words.text("people_state_" + std::string(state)),
                             state == choice.state));
  return list;
}

json pager(PeopleChoice choice, std::size_t of, const PageWords& words) {
  const auto address = [&](std::size_t page) {
    choice.page = page;
    return address_of(choice);
  };
  return pager_values(list_page(choice.page, of, k_people_a_page), address, words);
}

json rows(const Moment& moment, const std::vector<const Person*>& people,
          const PeopleChoice& choice, const PageWords& words) {
  json list = json::array();
  const ListPage page = list_page(choice.page, people.size(), k_people_a_page);
  for (std::size_t i = page.first; i < page.last; ++i)
    list.push_back(person_row(moment, *people[i], words));
  return list;
}

Response people_page(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  const PeopleChoice choice = people_choice(call.request);
  json values{{"administrator", call.visitor.administrator}, {"words", choice.words}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    auto people = managed(moment, led, choice);
    values["boxes"] = boxes(moment, people, choice, words);
    values["units"] = led_units(moment, led, choice.unit);
    values["states"] = states(choice, words);
    std::erase_if(people,
                  [&](const Person* one) { return !is_in_state(moment, *one, choice.state); });
    values["count"] =
        words.filled("people_found", {{"n", thousands(static_cast<std::int64_t>(people.size()))}});
    values["rows"] = rows(moment, people, choice, words);
    values["pager"] = pager(choice, people.size(), words);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_rows"] = !values["rows"].empty();
  return page(tools.kit, call, "people", "people_title", std::move(values));
}

}  // namespace

void add_people_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/people", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return people_page(tools, call); }});
}

}  // namespace dondoc
