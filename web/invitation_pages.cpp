#include "web/invitation_pages.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "engine/command/invitation.h"
#include "engine/text/vietnamese.h"
#include "web/duty_view.h"
#include "web/invitation_code.h"
#include "web/invitation_sheet.h"
#include "web/people_view.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// Ten sheets of A4 are as much as one press should begin.
constexpr std::size_t k_cards_most = 80;

struct Drawn {
  std::string person;
  std::string code;
};

/// Codes that hold, and for each of the others why not.
struct Invited {
  std::vector<Drawn> drawn;
  json refused = json::array();
};

/// Errors: those of the store; codes made until then hold, but nobody knows them.
Result<Invited> invite(const PageTools& tools, const PageCall& call,
                       const std::vector<std::string>& persons, const std::string& channel) {
  Invited invited;
  for (const std::string& person : persons) {
    const std::string code = fresh_invitation_code();
    auto answer =
        tools.desk.carry_out(command_of(call, Invite{person, channel, invitation_hash(code)}));
    if (!answer) return tl::unexpected(answer.error());
    if (answer->kind == AnswerKind::refused) {
      invited.refused.push_back({{"text", why_refused(tools, call, answer->refusal)}});
    } else {
      invited.drawn.push_back({person, code});
    }
  }
  return invited;
}

std::vector<InvitationCard> cards_of(const Moment& moment, const std::vector<Drawn>& drawn,
                                     const InvitationWays& ways) {
  std::vector<InvitationCard> cards;
  const std::string expires = moment_in_words(moment.now + k_invitation_life, moment.world.zone);
  for (const Drawn& one : drawn) {
    const Person* person = moment.world.office.directory.person(one.person);
    if (person == nullptr) continue;
    cards.push_back({person->form_of_address, person->name,
                     name_of_unit(moment.world, person->unit), invitation_in_words(one.code),
                     ways.link_start.empty() ? "" : ways.link_start + one.code, expires,
                     ways.by_zalo});
  }
  return cards;
}

// --- choosing ---

/// What stands in the form.
struct Chosen {
  std::string unit;
  std::string channel;
};

Chosen chosen_in(const Request& request) {
  Chosen chosen{request.parameter("unit"), request.parameter("channel")};
  const auto& known = invitation_channels();
  if (std::find(known.begin(), known.end(), chosen.channel) == known.end()) chosen.channel = "";
  return chosen;
}

/// Officers and leads whom no account is bound to.
std::vector<const Person*> uninvited(const Moment& moment, Led& led, const Chosen& chosen) {
  PeopleChoice choice;
  choice.unit = chosen.unit;
  auto people = managed(moment, led, choice);
  std::erase_if(people, [&](const Person* one) {
    return !one->active || !(one->officer || one->lead) || has_account(*one, chosen.channel);
  });
  return people;
}

json channel_options(const std::string& chosen, const PageWords& words) {
  json list = json::array();
  for (const std::string& channel : invitation_channels())
    list.push_back(option_of(
        channel, channel.empty() ? words.text("invite_any_channel") : channel_name(channel, words),
        channel == chosen));
  return list;
}

json people_to_tick(const Moment& moment, const std::vector<const Person*>& people,
                    const PageWords& words) {
  json list = json::array();
  for (std::size_t i = 0; i < people.size() && i < k_cards_most; ++i) {
    const Person& person = *people[i];
    const auto open =
        std::count_if(person.invitations.begin(), person.invitations.end(),
                      [&](const Invitation& one) { return one.expires > moment.now; });
    list.push_back(
        {{"id", person.id},
         {"number", std::to_string(i)},
         {"name", person.name},
         {"unit", name_of_unit(moment.world, person.unit)},
         {"roles", roles_in_words(person, words)},
         {"fresh", open == 0},
         {"open", open == 0 ? "" : words.filled("invite_open", {{"n", std::to_string(open)}})}});
  }
  return list;
}

Response choose_page(const PageTools& tools, const PageCall& call, const std::string& notice,
                     int status) {
  const PageWords& words = tools.kit.words(call.visitor);
  const Chosen chosen = chosen_in(call.request);
  json values{{"notice", notice},
              {"channel", chosen.channel},
              {"unit", chosen.unit},
              {"channels", channel_options(chosen.channel, words)}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Led led(moment, call.visitor);
    const auto people = uninvited(moment, led, chosen);
    values["units"] = led_units(moment, led, chosen.unit);
    values["people"] = people_to_tick(moment, people, words);
    values["count"] =
        words.filled("invite_found", {{"n", thousands(static_cast<std::int64_t>(people.size()))}});
    values["too_many"] = people.size() > k_cards_most
                             ? words.filled("invite_first", {{"n", std::to_string(k_cards_most)}})
                             : "";
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_people"] = !values["people"].empty();
  return page(tools.kit, call, "invitations", "invite_title", std::move(values), status);
}

/// Those who were ticked, each once, as they stand in the form.
std::vector<std::string> ticked(const Request& request) {
  std::vector<std::string> persons;
  std::set<std::string> seen;
  const auto [first, last] = request.query.equal_range("person");
  for (auto one = first; one != last; ++one) {
    if (seen.insert(one->second).second) persons.push_back(one->second);
  }
  return persons;
}

Response invite_ticked(const PageTools& tools, const PageCall& call) {
  const auto persons = ticked(call.request);
  const PageWords& words = tools.kit.words(call.visitor);
  if (persons.empty()) return choose_page(tools, call, words.text("invite_nobody"), 400);
  if (persons.size() > k_cards_most)
    return choose_page(tools, call,
                       words.filled("invite_first", {{"n", std::to_string(k_cards_most)}}), 400);
  return invite_and_show(tools, call, persons, chosen_in(call.request).channel);
}

}  // namespace

const std::vector<std::string>& invitation_channels() {
  static const std::vector<std::string> channels{"", "zalo_oa", "zalo_bot", "telegram"};
  return channels;
}

Response invite_and_show(const PageTools& tools, const PageCall& call,
                         const std::vector<std::string>& persons, const std::string& channel) {
  const InvitationWays ways = tools.administration.ways(channel);
  auto invited = invite(tools, call, persons, channel);
  if (!invited) return plain_page(tools.kit, call, 503, "say_unavailable");
  json values;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    values = invitation_values(cards_of(moment, invited->drawn, ways));
    values["until"] =
        tools.kit.words(call.visitor)
            .filled("invite_until",
                    {{"when", moment_in_words(moment.now + k_invitation_life, moment.world.zone)}});
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  values["has_cards"] = !invited->drawn.empty();
  values["has_refused"] = !invited->refused.empty();
  values["refused"] = std::move(invited->refused);
  return page(tools.kit, call, "invitation_sheet", "invite_sheet_title", std::move(values));
}

void add_invitation_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back({"GET", "/people/invitations", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return choose_page(tools, call, "", 200); }});
  table.push_back({"POST", "/people/invitations", Rule::any_lead, Subject::none,
                   [tools](const PageCall& call) { return invite_ticked(tools, call); }});
}

}  // namespace dondoc
