#include "web/people_view.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "engine/text/vietnamese.h"
#include "web/duty_view.h"
#include "web/invitation_code.h"
#include "web/pager.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_units_to_choose = 400;
constexpr std::size_t k_words_bytes = 200;

bool reaches_any(const Person& person) {
  return std::any_of(person.addresses.begin(), person.addresses.end(),
                     [](const Address& a) { return a.reachable && a.channel != "sandbox"; });
}

bool has_open_invitation(const Moment& moment, const Person& person) {
  return std::any_of(person.invitations.begin(), person.invitations.end(),
                     [&](const Invitation& one) { return one.expires > moment.now; });
}

json channels_of(const Person& person, const PageWords& words) {
  json list = json::array();
  for (const Address& address : person.addresses)
    list.push_back({{"label", channel_name(address.channel, words)},
                    {"lost", address.reachable ? "" : words.text("people_lost")}});
  return list;
}

json note(const std::string& text, bool is_bad) { return {{"text", text}, {"bad", is_bad}}; }

json notes_of(const Moment& moment, const Person& person, const PageWords& words) {
  json notes = json::array();
  if (!person.active) notes.push_back(note(words.text("people_state_left"), false));
  if (const Leave* away = leave_today(person, moment.today))
    notes.push_back(note(
        words.filled("people_on_leave",
                     {{"day", away->to.vi()}, {"who", name_of_person(moment.world, away->deputy)}}),
        false));
  if (is_in_state(moment, person, "unlinked"))
    notes.push_back(has_open_invitation(moment, person)
                        ? note(words.text("people_invited"), false)
                        : note(words.text("people_not_invited"), true));
  if (is_in_state(moment, person, "unreachable"))
    notes.push_back(note(words.text("people_unreachable"), true));
  if (person.asked) notes.push_back(note(words.text("people_asks_rebind"), true));
  if (person.reminders_stopped) notes.push_back(note(words.text("people_stopped"), false));
  return notes;
}

/// What of a search is found in.
class Search {
 public:
  Search(const Moment& moment, const std::string& words) : moment_(moment), wanted_(fold(words)) {}

  bool finds(const Person& person) {
    if (wanted_.empty()) return true;
    return holds(person.name) || holds(person.id) || unit_holds(person.unit);
  }

 private:
  bool holds(const std::string& text) const { return fold(text).find(wanted_) != text.npos; }
  bool unit_holds(const std::string& unit) {
    auto [known, is_new] = units_.try_emplace(unit, false);
    if (is_new) known->second = holds(name_of_unit(moment_.world, unit));
    return known->second;
  }

  const Moment& moment_;
  const std::string wanted_;
  std::map<std::string, bool> units_;
};

}  // namespace

const std::vector<std::string_view>& people_states() {
  static const std::vector<std::string_view> states{"unlinked", "unreachable", "leave", "left"};
  return states;
}

PeopleChoice people_choice(const Request& request) {
  PeopleChoice choice;
  choice.unit = request.parameter("unit");
  const auto& states = people_states();
  const std::string state = request.parameter("state");
  if (std::find(states.begin(), states.end(), state) != states.end()) choice.state = state;
  choice.words = request.parameter("words").substr(0, k_words_bytes);
  choice.page = page_asked(request);
  return choice;
}

std::string address_of(const PeopleChoice& choice) {
  std::string query;
  const auto add = [&](const char* name, const std::string& value) {
    if (value.empty()) return;
    query += (query.empty() ? "?" : "&") + std::string(name) + "=" + percent_encoded(value);
  };
  add("unit", choice.unit);
  add("state", choice.state);
  add("words", choice.words);
  add("page", choice.page == 1 ? "" : std::to_string(choice.page));
  return "/people" + query;
}

bool is_in_state(const Moment& moment, const Person& person, std::string_view state) {
  if (state == "left") return !person.active;
  if (!person.active) return false;
  const bool is_linked = has_account(person, "");
  if (state == "unlinked") return !is_linked && (person.officer || person.lead);
  if (state == "unreachable") return is_linked && !reaches_any(person);
  if (state == "leave") return leave_today(person, moment.today) != nullptr;
  return true;
}

std::vector<const Person*> managed(const Moment& moment, Led& led, const PeopleChoice& choice) {
  const Directory& directory = moment.world.office.directory;
  Search search(moment, choice.words);
  std::vector<const Person*> found;
  for (const auto& [id, person] : directory.persons()) {
    const bool is_asked = choice.unit.empty() || directory.is_within(person.unit, choice.unit);
    if (is_asked && led.leads(person.unit) && search.finds(person)) found.push_back(&person);
  }
  const auto order = [&](const Person* one) {
    return std::make_tuple(fold(name_of_unit(moment.world, one->unit)), one->unit, !one->lead,
                           fold(one->name), one->id);
  };
  std::map<const Person*, decltype(order(nullptr))> keys;
  for (const Person* one : found) keys.emplace(one, order(one));
  std::sort(found.begin(), found.end(),
            [&](const Person* a, const Person* b) { return keys.at(a) < keys.at(b); });
  return found;
}

json person_row(const Moment& moment, const Person& person, const PageWords& words) {
  const auto heard = last_heard(person);
  return {{"name", person.name},
          {"href", person_href(person.id)},
          {"unit", name_of_unit(moment.world, person.unit)},
          {"unit_href", "/units/" + percent_encoded(person.unit)},
          {"roles", roles_in_words(person, words)},
          {"channels", channels_of(person, words)},
          {"notes", notes_of(moment, person, words)},
          {"heard", heard ? moment.world.zone.date_of(*heard).vi() : ""}};
}

std::string roles_in_words(const Person& person, const PageWords& words) {
  std::string roles;
  const auto add = [&](const char* id) { roles += (roles.empty() ? "" : ", ") + words.text(id); };
  if (person.lead) add("unit_role_lead");
  if (person.officer) add("unit_role_officer");
  return roles;
}

std::string channel_name(const std::string& channel, const PageWords& words) {
  const std::string id = "channel_" + channel;
  return words.has(id) ? words.text(id) : channel;
}

const Leave* leave_today(const Person& person, LocalDate today) {
  const auto found =
      std::find_if(person.leaves.begin(), person.leaves.end(),
                   [&](const Leave& one) { return one.from <= today && today <= one.to; });
  return found == person.leaves.end() ? nullptr : &*found;
}

std::optional<Instant> last_heard(const Person& person) {
  std::optional<Instant> last;
  for (const Address& address : person.addresses) {
    if (address.heard && (!last || *address.heard > *last)) last = address.heard;
  }
  return last;
}

std::string person_href(const std::string& person) { return "/people/" + percent_encoded(person); }

json led_units(const Moment& moment, Led& led, const std::string& chosen) {
  const auto& units = moment.world.office.directory.units();
  std::set<std::string_view> parents;
  for (const auto& [id, unit] : units) parents.insert(unit.parent);
  json list = json::array();
  for (const auto& [id, unit] : units) {
    const bool is_shown = units.size() <= k_units_to_choose || parents.contains(id) || id == chosen;
    if (is_shown && !unit.external && !unit.is_gone() && led.leads(id) &&
        list.size() < k_units_to_choose)
      list.push_back(option_of(id, unit.name, id == chosen));
  }
  return list;
}

json option_of(const std::string& value, const std::string& label, bool is_chosen) {
  return {{"value", value}, {"label", label}, {"chosen", is_chosen}};
}

}  // namespace dondoc
