// Persons as the pages show them: who is meant by the filters in an address, and a row of values
// for each. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "web/access.h"
#include "web/page_words.h"
#include "web/route.h"

namespace dondoc {

/// Of /people; empty fields let everybody pass.
struct PeopleChoice {
  std::string unit = {};   ///< this unit and everything below it
  std::string state = {};  ///< one of people_states()
  std::string words = {};  ///< in name, id or unit; diacritics and capitals aside
  std::size_t page = 1;
};

/// "unlinked", "unreachable", "leave", "left".
const std::vector<std::string_view>& people_states();

/// Unknown states and pages are taken for none.
PeopleChoice people_choice(const Request& request);
std::string address_of(const PeopleChoice& choice);

/// Whether the person is as `state` says; an empty state is every active person.
bool is_in_state(const Moment& moment, const Person& person, std::string_view state);

/// Whom the visitor manages, of any state, by unit, leads first, then name.
std::vector<const Person*> managed(const Moment& moment, Led& led, const PeopleChoice& choice);

/// "name", "href", "unit", "roles", "channels", "notes", "heard" of one person.
nlohmann::json person_row(const Moment& moment, const Person& person, const PageWords& words);

/// "Cán bộ, Lãnh đạo"; empty: neither.
std::string roles_in_words(const Person& person, const PageWords& words);
std::string channel_name(const std::string& channel, const PageWords& words);
/// The leave of today; null: none.
const Leave* leave_today(const Person& person, LocalDate today);
/// When the person last wrote, of all accounts; none: never.
std::optional<Instant> last_heard(const Person& person);

std::string person_href(const std::string& person);

/// Options of units that are in force and led, at most some hundreds; {"value", "label", "chosen"}.
nlohmann::json led_units(const Moment& moment, Led& led, const std::string& chosen);

/// One option of a list to choose from.
nlohmann::json option_of(const std::string& value, const std::string& label, bool is_chosen);

}  // namespace dondoc
