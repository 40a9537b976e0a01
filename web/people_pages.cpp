// Whom a visitor manages: where they work and as what, how they are reached, who is away, who was
// never invited.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/codec/units_codec.h"
#include "engine/text/slug.h"
#include "engine/text/vietnamese.h"
#include "web/page_table.h"
#include "web/pager.h"
#include "web/people_view.h"
#include "web/typed_text.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_people_a_page = 100;
constexpr std::size_t k_name_bytes = 200;

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

// --- somebody new ---

Response new_person_page(const PageTools& tools, const PageCall& call, const std::string& notice,
                         int status) {
  const Request& request = call.request;
  const std::string address = request.parameter("address");
  json values{{"name", request.parameter("name")},
              {"notice", notice},
              {"addresses", json::array()},
              {"english", request.parameter("language") == "en"}};
  for (const std::string_view known : forms_of_address())
    values["addresses"].push_back(
        option_of(std::string(known), std::string(known), address == known));
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    values["units"] = led_units(moment, led, request.parameter("unit"));
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  return page(tools.kit, call, "person_new", "person_new", std::move(values), status);
}

Response take_in(const PageTools& tools, const PageCall& call) {
  const PageWords& words = tools.kit.words(call.visitor);
  Person person;
  person.name = one_line(call.request.parameter("name"));
  person.unit = call.request.parameter("unit");
  person.officer = true;
  if (call.request.parameter("language") == "en") person.language = "en";
  for (const std::string_view known : forms_of_address()) {
    if (call.request.parameter("address") == known) person.form_of_address = known;
  }
  if (person.name.empty() || person.name.size() > k_name_bytes)
    return new_person_page(tools, call, words.text("person_new_name"), 400);
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Directory& directory = moment.world.office.directory;
    person.id = free_id("p-" + slug(person.name),
                        [&](const std::string& id) { return directory.person(id) != nullptr; });
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  const std::string id = person.id;
  auto answer = tools.desk.carry_out(command_of(call, RegisterPerson{std::move(person)}));
  if (!answer) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (answer->kind == AnswerKind::refused)
    return new_person_page(tools, call, why_refused(tools, call, answer->refusal), 409);
  return go_to(person_href(id) + "?done=1");
}

}  // namespace

void add_people_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/people", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return people_page(tools, call); }});
  table.push_back(
      {"GET", "/people/new", Rule::any_lead, Subject::none,
       [tools](const PageCall& call) { return new_person_page(tools, call, "", 200); }});
  table.push_back({"POST", "/people/new", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return take_in(tools, call); }});
}

}  // namespace dondoc
