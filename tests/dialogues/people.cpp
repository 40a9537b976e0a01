#include "tests/dialogues/people.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <sstream>
#include <stdexcept>

#include "app/demo_office.h"
#include "engine/text/vietnamese.h"

namespace dondoc::dialogues {
namespace {

std::string trimmed(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> cells(const std::string& line) {
  std::vector<std::string> found;
  std::istringstream parts(line);
  for (std::string cell; std::getline(parts, cell, '|');) found.push_back(trimmed(cell));
  return found;
}

Character character_of(const std::vector<std::string>& row, const std::string& where) {
  if (row.size() < 5) throw std::runtime_error(where + ": a person has five columns or more");
  Character c{row[0], row[1], row[2], row[3] == "lãnh đạo", row[4]};
  for (std::size_t i = 5; i < row.size(); ++i) {
    if (row[i] == "tiếng Anh")
      c.english = true;
    else if (row[i] == "chưa liên kết")
      c.bound = false;
    else
      throw std::runtime_error(where + ": what is “" + row[i] + "”?");
  }
  return c;
}

std::string unit_id(const Plan& plan, const Character& c) {
  for (const PlanUnit& unit : plan.units) {
    if (unit.short_name == c.unit || unit.name == c.unit) return unit.id;
  }
  throw std::runtime_error(c.called + ": the plan knows no unit “" + c.unit + "”");
}

Person person_of(const Character& c, const std::string& unit) {
  Person p;
  p.id = id_of(c.called);
  p.name = c.name;
  p.form_of_address = c.form_of_address;
  p.unit = unit;
  p.officer = !c.lead;
  p.lead = c.lead;
  if (c.english) p.language = "en";
  if (c.bound) p.addresses.push_back({"sandbox", p.id, true});
  return p;
}

}  // namespace

const Character* Cast::character(std::string_view called) const {
  auto found = std::find_if(people.begin(), people.end(),
                            [&](const Character& c) { return c.called == called; });
  return found == people.end() ? nullptr : &*found;
}

std::vector<Cast> read_people(const std::string& file, const std::string& text) {
  std::vector<Cast> casts;
  std::istringstream lines(text);
  std::size_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (trimmed(line).empty() || line.front() == '#') continue;
    const std::string where = fmt::format("{}:{}", file, number);
    const auto row = cells(line);
    const std::string plan = "Kế hoạch ";
    if (row[0].starts_with(plan)) {
      if (row.size() != 3) throw std::runtime_error(where + ": a plan has three columns");
      casts.push_back({row[0].substr(plan.size()), row[1], row[2], {}});
    } else {
      if (casts.empty()) throw std::runtime_error(where + ": a plan comes first");
      casts.back().people.push_back(character_of(row, where));
    }
  }
  return casts;
}

std::string id_of(std::string_view called) {
  std::string id = fold(called);
  std::replace(id.begin(), id.end(), ' ', '-');
  return id;
}

std::vector<Command> registration(const Cast& cast, const Plan& plan) {
  std::set<std::pair<std::string, bool>> filled;  // unit, by a lead
  std::vector<Command> own;
  for (const Character& c : cast.people) {
    const std::string unit = unit_id(plan, c);
    filled.insert({unit, c.lead});
    own.push_back({std::string(k_administrator), "", RegisterPerson{person_of(c, unit)}});
  }
  std::vector<Command> all = people_of_demo(plan);
  std::erase_if(all, [&](const Command& command) {
    const auto* registered = std::get_if<RegisterPerson>(&command.body);
    return registered != nullptr &&
           filled.contains({registered->person.unit, registered->person.lead});
  });
  all.insert(all.end(), own.begin(), own.end());
  return all;
}

}  // namespace dondoc::dialogues
