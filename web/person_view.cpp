#include "web/person_view.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "web/duty_view.h"
#include "web/invitation_code.h"
#include "web/invitation_pages.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr std::size_t k_people_to_choose = 300;
constexpr std::size_t k_duties_shown = 100;

json accounts_of(const Moment& moment, const Person& person, const PageWords& words) {
  json list = json::array();
  for (const Address& address : person.addresses)
    list.push_back(
        {{"channel", address.channel},
         {"label", channel_name(address.channel, words)},
         {"lost", address.reachable ? "" : words.text("people_lost")},
         {"heard", address.heard ? words.filled("person_heard",
                                                {{"when", moment.world.zone.clock(*address.heard)}})
                                 : ""}});
  return list;
}

json leaves_of(const Moment& moment, const Person& person, const PageWords& words) {
  json list = json::array();
  for (const Leave& leave : person.leaves) {
    if (leave.to < moment.today) continue;
    list.push_back(
        {{"from", leave.from.iso()},
         {"text", words.filled("person_leave_line",
                               {{"from", leave.from.vi()},
                                {"to", leave.to.vi()},
                                {"who", leave.deputy.empty()
                                            ? words.text("person_no_deputy")
                                            : name_of_person(moment.world, leave.deputy)}})}});
  }
  return list;
}

std::string invitations_of(const Moment& moment, const Person& person, const PageWords& words) {
  std::optional<Instant> last;
  std::size_t open = 0;
  for (const Invitation& one : person.invitations) {
    if (one.expires <= moment.now) continue;
    ++open;
    last = last ? std::max(*last, one.expires) : one.expires;
  }
  if (open == 0) return {};
  return words.filled("person_invitations",
                      {{"n", std::to_string(open)}, {"when", moment.world.zone.clock(*last)}});
}

/// Active people, those of her unit first; in all at most some hundreds.
json colleagues(const Moment& moment, const Person& person, Led& led, bool of_unit_alone) {
  json own = json::array();
  json others = json::array();
  for (const auto& [id, other] : moment.world.office.directory.persons()) {
    const bool serves = other.active && (other.officer || other.lead || other.unit == person.unit);
    if (id == person.id || !serves) continue;
    json& list = other.unit == person.unit ? own : others;
    if (list.size() >= k_people_to_choose) continue;
    if (other.unit == person.unit) {
      list.push_back(option_of(id, other.name, false));
    } else if (!of_unit_alone && led.leads(other.unit)) {
      list.push_back(
          option_of(id, other.name + " – " + name_of_unit(moment.world, other.unit), false));
    }
  }
  for (json& one : others) {
    if (own.size() < k_people_to_choose) own.push_back(std::move(one));
  }
  return own;
}

json channels_to_choose(const PageWords& words) {
  json list = json::array();
  for (const std::string& channel : invitation_channels())
    list.push_back(option_of(
        channel, channel.empty() ? words.text("invite_any_channel") : channel_name(channel, words),
        channel.empty()));
  return list;
}

// --- who leaves ---

std::string number(std::int64_t n, const char* id, const PageWords& words) {
  return n == 0 ? "" : words.filled(id, {{"n", thousands(n)}});
}

json duties_in_hand(const Moment& moment, const Person& person) {
  json list = json::array();
  for (const Judged& one : moment.judged) {
    const Assignment& a = *one.assignment;
    if (!one.judgement.open || a.handler != person.id) continue;
    const BoardRow row = rows_at(moment, {&one}).front();
    list.push_back({{"code", a.code},
                    {"href", "/assignments/" + percent_encoded(a.code)},
                    {"what", row.what},
                    {"unit", name_of_unit(moment.world, a.unit)}});
  }
  return list;
}

/// What waits for her word as a lead.
std::int64_t to_decide(const Moment& moment, const Person& person) {
  if (!person.lead) return 0;
  Visitor her;
  her.person = person.id;
  Led hers(moment, her);
  return std::count_if(moment.judged.begin(), moment.judged.end(), [&](const Judged& one) {
    const Assignment& a = *one.assignment;
    const bool waits =
        a.extension_request || a.meaning == Meaning::reported || a.block || a.dispute;
    return waits && hers.leads(a.unit);
  });
}

std::int64_t of_her_unit(const Moment& moment, const Person& person) {
  if (!person.officer) return 0;
  return std::count_if(moment.judged.begin(), moment.judged.end(), [&](const Judged& one) {
    return one.judgement.open && one.assignment->unit == person.unit &&
           one.assignment->handler.empty();
  });
}

json stands_in_for(const Moment& moment, const Person& person, const PageWords& words) {
  json list = json::array();
  const Directory& directory = moment.world.office.directory;
  for (const std::string& id : directory.persons_with_leaves()) {
    const Person* away = directory.person(id);
    for (const Leave& leave : away->leaves) {
      if (leave.deputy != person.id || leave.to < moment.today) continue;
      list.push_back({{"text", words.filled("leaver_deputy_line", {{"who", away->name},
                                                                   {"from", leave.from.vi()},
                                                                   {"to", leave.to.vi()}})}});
    }
  }
  return list;
}

}  // namespace

json person_values(const Moment& moment, const Person& person, Led& led, const PageWords& words) {
  json values = person_row(moment, person, words);
  values["id"] = person.id;
  values["active"] = person.active;
  values["spoken"] = words.text(person.language == "en" ? "person_english" : "person_vietnamese");
  values["accounts"] = accounts_of(moment, person, words);
  values["has_accounts"] = !person.addresses.empty();
  values["asked"] = person.asked ? channel_name(person.asked->channel, words) : "";
  values["leaves"] = leaves_of(moment, person, words);
  values["has_leaves"] = !values["leaves"].empty();
  values["deputies"] = colleagues(moment, person, led, false);
  values["units"] = led_units(moment, led, person.unit);
  values["officer"] = person.officer;
  values["lead"] = person.lead;
  values["channels_to_choose"] = channels_to_choose(words);
  values["open_invitations"] = invitations_of(moment, person, words);
  values["today"] = moment.today.iso();
  values["log_href"] = "/log?person=" + percent_encoded(person.id);
  return values;
}

json leaver_values(const Moment& moment, const Person& person, Led& led, const PageWords& words) {
  json duties = duties_in_hand(moment, person);
  json values{
      {"name", person.name},
      {"href", person_href(person.id)},
      {"unit", name_of_unit(moment.world, person.unit)},
      {"roles", roles_in_words(person, words)},
      {"active", person.active},
      {"in_hand", number(static_cast<std::int64_t>(duties.size()), "leaver_in_hand", words)},
      {"of_unit", number(of_her_unit(moment, person), "leaver_of_unit", words)},
      {"to_decide", number(to_decide(moment, person), "leaver_to_decide", words)},
      {"deputyships", stands_in_for(moment, person, words)}};
  while (duties.size() > k_duties_shown) duties.erase(duties.size() - 1);
  values["has_duties"] = !duties.empty();
  values["duties"] = std::move(duties);
  values["has_deputyships"] = !values["deputyships"].empty();
  values["successors"] = colleagues(moment, person, led, person.officer || person.lead);
  values["has_successors"] = !values["successors"].empty();
  return values;
}

}  // namespace dondoc
