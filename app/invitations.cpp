#include "app/invitations.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "app/embedded_files.h"
#include "engine/check.h"
#include "engine/command/invitation.h"
#include "web/invitation_code.h"
#include "web/invitation_sheet.h"

namespace dondoc {
namespace {

constexpr std::string_view k_page = "web/templates/invitations.html";
constexpr std::string_view k_cards = "web/templates/pages/invitation_cards.html";

std::string name_of_unit(const Directory& directory, const std::string& unit) {
  const Unit* found = directory.unit(unit);
  return found == nullptr ? unit : found->name;
}

Result<std::vector<const Person*>> named(const Directory& directory,
                                         const std::vector<std::string>& ids) {
  std::vector<const Person*> chosen;
  for (const std::string& id : ids) {
    const Person* person = directory.person(id);
    if (person == nullptr || !person->active)
      return failure(ErrorKind::permanent, fmt::format("there is no person '{}'", id));
    chosen.push_back(person);
  }
  return chosen;
}

std::string_view built_in(std::string_view name) {
  const auto files = embedded_files();
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& file) { return file.name == name; });
  CHECK(found != files.end());
  return found->text;
}

}  // namespace

Result<std::vector<const Person*>> invited_persons(const Directory& directory,
                                                   const InvitedPersons& whom,
                                                   std::string_view channel) {
  if (!whom.persons.empty()) return named(directory, whom.persons);
  if (!whom.all && directory.unit(whom.unit) == nullptr)
    return failure(ErrorKind::permanent, fmt::format("there is no unit '{}'", whom.unit));
  std::vector<const Person*> chosen;
  for (const auto& [id, person] : directory.persons()) {
    const bool is_asked = person.active && (person.officer || person.lead) &&
                          (whom.all || directory.is_within(person.unit, whom.unit));
    if (is_asked && !has_account(person, channel)) chosen.push_back(&person);
  }
  std::sort(chosen.begin(), chosen.end(), [&](const Person* a, const Person* b) {
    return std::make_tuple(name_of_unit(directory, a->unit), a->name, a->id) <
           std::make_tuple(name_of_unit(directory, b->unit), b->name, b->id);
  });
  return chosen;
}

std::string sheet_of(const std::vector<Invited>& invited, const Directory& directory,
                     const SheetSettings& settings) {
  std::vector<InvitationCard> cards;
  for (const Invited& one : invited) {
    const Person* person = directory.person(one.person);
    if (person == nullptr) continue;
    cards.push_back({person->form_of_address, person->name, name_of_unit(directory, person->unit),
                     invitation_in_words(one.code), one.link,
                     moment_in_words(settings.expires, settings.zone), settings.by_zalo});
  }
  return invitation_sheet(built_in(k_page), built_in(k_cards), cards);
}

}  // namespace dondoc
