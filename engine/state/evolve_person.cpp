#include "engine/state/evolve_person.h"

#include <algorithm>
#include <string_view>

namespace dondoc {
namespace {

/// The order in which channels are tried (design §8).
int rank_of(std::string_view channel) {
  if (channel == "zalo_oa") return 0;
  if (channel == "zalo_bot") return 1;
  return channel == "telegram" ? 2 : 3;
}

void spend(Person& person, const std::string& hash) {
  std::erase_if(person.invitations, [&](const Invitation& i) { return i.hash == hash; });
}

}  // namespace

void keep_invitation(Office& office, const Event& e, const InvitationMade& x) {
  office.directory.change_person(e.subject, [&](Person& p) {
    std::erase_if(p.invitations, [&](const Invitation& i) { return i.expires <= e.at; });
    p.invitations.push_back(x.invitation);
  });
}

void bind(Office& office, const Event& e, const AccountBound& x) {
  office.directory.change_person(e.subject, [&](Person& p) {
    spend(p, x.invitation);
    p.asked.reset();
    std::erase_if(p.addresses, [&](const Address& a) { return a.channel == x.channel; });
    const auto place = std::find_if(p.addresses.begin(), p.addresses.end(), [&](const Address& a) {
      return rank_of(a.channel) > rank_of(x.channel);
    });
    p.addresses.insert(place, Address{x.channel, x.account, true, e.at});
  });
}

void unbind(Office& office, const std::string& person, const AccountUnbound& x) {
  office.directory.change_person(person, [&](Person& p) {
    std::erase_if(p.addresses, [&](const Address& a) {
      return a.channel == x.channel && a.account == x.account;
    });
  });
}

void note_account(Office& office, const Event& e, const AccountNoted& x) {
  office.directory.change_person(e.subject, [&](Person& p) {
    for (Address& a : p.addresses) {
      if (a.channel != x.channel || a.account != x.account) continue;
      a.reachable = x.reachable;
      if (x.heard) a.heard = e.at;
    }
  });
}

void ask_rebind(Office& office, const Event& e, const RebindAsked& x) {
  office.directory.change_person(e.subject, [&](Person& p) {
    spend(p, x.invitation);
    p.asked = Address{x.channel, x.account, true, e.at};
  });
}

void stop_reminders(Office& office, const Event& e, bool stop) {
  office.directory.change_person(e.subject, [&](Person& p) {
    p.reminders_stopped = stop ? std::optional(e.at) : std::nullopt;
  });
}

void person_left(Person& person) {
  person.active = false;
  person.officer = false;
  person.lead = false;
  person.invitations.clear();
  person.asked.reset();
}

void roles_taken_over(Person& person, const RolesTakenOver& x) {
  person.officer = person.officer || x.officer;
  person.lead = person.lead || x.lead;
}

/// Leaves that are over by then stay as they were.
void deputy_replaced(Person& person, const DeputyReplaced& x) {
  for (Leave& leave : person.leaves) {
    if (leave.deputy == x.from && leave.to >= x.day) leave.deputy = x.to;
  }
}

void leave_ended(Person& person, const LeaveEnded& x) {
  for (Leave& leave : person.leaves) {
    if (leave.from == x.from) leave.to = std::min(leave.to, x.last);
  }
  std::erase_if(person.leaves, [](const Leave& leave) { return leave.to < leave.from; });
}

void roles_assigned(Person& person, const RolesAssigned& x) {
  person.unit = x.unit;
  person.officer = x.officer;
  person.lead = x.lead;
}

}  // namespace dondoc
