#include <fmt/format.h>

#include <algorithm>

#include "engine/notice/facts.h"
#include "engine/notice/telling.h"

namespace dondoc {
namespace {

template <class... Fs>
struct Overload : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;

class AccountTeller : private Telling {
 public:
  AccountTeller(const World& world, const Event& event, Instant now)
      : Telling(world, event, nullptr, now) {}

  std::vector<Notice> run() {
    std::visit(Overload{
                   [&](const AccountBound& x) { account_bound(x); },
                   [&](const AccountUnbound& x) { account_unbound(x); },
                   [&](const AccountNoted& x) { account_noted(x); },
                   [&](const RebindAsked& x) { rebind_asked(x); },
                   [&](const RebindRefused& x) { rebind_refused(x); },
                   [&](const RemindersStopped& x) { reminders_stopped(x); },
                   [&](const RemindersWanted&) { reminders_wanted(); },
                   [&](const MessageSettled& x) { message_settled(x); },
                   [&](const auto&) {},
               },
               event_.body);
    return take();
  }

 private:
  static std::string channel_in_words(std::string_view channel) {
    if (channel == "telegram") return "Telegram";
    return channel.starts_with("zalo") ? "Zalo" : std::string(channel);
  }

  Parameters about_person(const Person& person, std::string_view channel) const {
    return {{"nguoi", person.name},
            {"dv", unit_name(world_, person.unit)},
            {"kenh", channel_in_words(channel)}};
  }

  void account_bound(const AccountBound& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr) return;
    Parameters more = about_person(*person, x.channel);
    more.emplace_back("n", std::to_string(world_.definitions.retention_days));
    tell(person->id, "H-01", more, Priority::answer, "account_bound", phrase("noinhan", "N-19"));
    if (!event_.by.empty() && event_.by != person->id) to_sender("H-13", more);
  }

  void account_unbound(const AccountUnbound& x) {
    tell_account(x.channel, x.account, "H-07", event_.subject);
    const Person* person = world_.office.directory.person(event_.subject);
    if (person != nullptr) to_leads_of(*person, "H-15", about_person(*person, x.channel), {});
  }

  /// The person shut us out, and no other way is left.
  void account_noted(const AccountNoted& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr || x.reachable || event_.by != person->id) return;
    const bool has_other = std::any_of(person->addresses.begin(), person->addresses.end(),
                                       [](const Address& a) { return a.reachable; });
    if (!has_other) to_leads_of(*person, "H-20", about_person(*person, x.channel), {});
  }

  void reminders_stopped(const RemindersStopped& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr) return;
    tell(person->id, "H-18", {}, Priority::answer, "reminders_stopped");
    to_leads_of(*person, "H-19", about_person(*person, x.channel), {});
  }

  void reminders_wanted() {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr) return;
    tell(person->id, "H-21", {}, Priority::answer, "reminders_wanted");
    to_leads_of(*person, "H-22", about_person(*person, ""), {});
  }

  void rebind_asked(const RebindAsked& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (person == nullptr) return;
    const Parameters more = about_person(*person, x.channel);
    tell(person->id, "H-12", more, Priority::answer, "rebind_asked");
    to_leads_of(*person, "H-11", more, {person->id});
  }

  void rebind_refused(const RebindRefused& x) {
    tell_account(x.channel, x.account, "H-16", event_.subject);
    const Person* person = world_.office.directory.person(event_.subject);
    if (person != nullptr) to_sender("H-14", about_person(*person, x.channel));
  }

  /// A message that no channel could take: its reader's lead hears of it (design §7). What cannot
  /// reach a lead is only listed.
  void message_settled(const MessageSettled& x) {
    const Person* person = world_.office.directory.person(event_.subject);
    if (x.outcome != "given_up" || person == nullptr || x.step == k_cannot_reach) return;
    const std::string line =
        fmt::format("{} – {} – [{}]", person->name, unit_name(world_, person->unit), x.code);
    for (const Person* lead : world_.office.directory.leads_over(person->unit)) {
      if (lead->id == person->id) continue;
      tell(lead->id, "M-29",
           {{"n", "1"}, {"dv", unit_name(world_, person->unit)}, {"danh_sach", line}},
           Priority::due_today, k_cannot_reach, phrase("link", "N-05"));
    }
  }

  static constexpr const char* k_cannot_reach = "message_settled";
};

}  // namespace

std::vector<Notice> account_notices(const World& world, const Event& event, Instant now) {
  return AccountTeller(world, event, now).run();
}

}  // namespace dondoc
