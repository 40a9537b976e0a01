// Chat accounts of persons: invitations, consent to another account, leaving (design §8).
#include <algorithm>

#include "engine/command/authority.h"
#include "engine/command/deciders.h"
#include "engine/command/invitation.h"
#include "engine/command/refusals.h"

namespace dondoc::deciders {
namespace {

constexpr std::size_t k_open_invitations = 5;

bool leads_person(const Draft& draft, const Person& person) {
  return leads(draft.world(), draft.authority(), person.unit, draft.now());
}

}  // namespace

Verdict on(Draft& draft, const Invite& c) {
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr || !person->active) return unknown_person(c.person);
  if (!leads_person(draft, *person)) return only_for_leads_of_person(person->name);
  if (c.hash.empty()) return missing("P-01");
  if (draft.world().office.directory.invited_by(c.hash) != nullptr) return already("R-20");
  const auto open = std::count_if(person->invitations.begin(), person->invitations.end(),
                                  [&](const Invitation& i) { return i.expires > draft.now(); });
  if (static_cast<std::size_t>(open) >= k_open_invitations)
    return invalid("R-21", {{"nguoi", person->name}, {"n", std::to_string(open)}});
  draft.add(c.person, InvitationMade{{c.hash, c.channel, draft.now() + k_invitation_life}});
  return std::nullopt;
}

Verdict on(Draft& draft, const Unbind& c) {
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr) return unknown_person(c.person);
  if (draft.by() != c.person && !leads_person(draft, *person))
    return only_for_leads_of_person(person->name);
  const std::vector<Address> addresses = person->addresses;
  bool any = false;
  for (const Address& address : addresses) {
    if (!c.channel.empty() && address.channel != c.channel) continue;
    draft.add(c.person, AccountUnbound{address.channel, address.account, c.reason});
    any = true;
  }
  if (!any) return already("R-22");
  return std::nullopt;
}

Verdict on(Draft& draft, const SettleRebind& c) {
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr) return unknown_person(c.person);
  if (!leads_person(draft, *person) || draft.by() == c.person)
    return only_for_leads_of_person(person->name);
  if (!person->asked) return already("R-23", {{"nguoi", person->name}});
  const Address asked = *person->asked;
  if (!c.granted) {
    draft.add(c.person, RebindRefused{asked.channel, asked.account});
    return std::nullopt;
  }
  if (draft.world().office.directory.at_address(asked.channel, asked.account) != nullptr)
    return invalid("R-24");
  draft.add(c.person, AccountBound{asked.channel, asked.account, ""});
  return std::nullopt;
}

Verdict on(Draft& draft, const StopReminders& c) {
  const Person* person = draft.world().office.directory.person(c.person);
  if (person == nullptr || !person->active) return unknown_person(c.person);
  if (draft.by() != c.person && !leads_person(draft, *person))
    return only_for_leads_of_person(person->name);
  if (c.stop == person->reminders_stopped.has_value()) return already(c.stop ? "R-25" : "R-26");
  if (c.stop)
    draft.add(c.person, RemindersStopped{c.channel, ""});
  else
    draft.add(c.person, RemindersWanted{});
  return std::nullopt;
}

}  // namespace dondoc::deciders
