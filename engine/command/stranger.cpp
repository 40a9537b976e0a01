#include "engine/command/stranger.h"

#include <algorithm>

#include "engine/command/invitation.h"

namespace dondoc {
namespace {

/// Of one sender on one day. Whoever has a code has mistyped it by then.
constexpr int k_wrong_codes = 5;
/// Of all senders on one day: 250 guesses against 10^11 codes.
constexpr int k_wrong_codes_in_all = 250;
/// Answers to one sender a day: two automatic systems must not talk to each other for ever.
constexpr int k_answers = 3;
/// Senders that are written down on one day; more are not answered.
constexpr std::size_t k_strangers = 2'000;

struct Counts {
  Stranger sender;
  int wrong_in_all = 0;
  std::size_t strangers = 0;
};

Counts counts_of(const World& world, const std::string& key, LocalDate today) {
  Counts counts;
  if (world.office.strangers.day != today) return counts;
  for (const Stranger& stranger : world.office.strangers.senders) {
    counts.wrong_in_all += stranger.wrong_codes;
    ++counts.strangers;
    if (stranger.key == key) counts.sender = stranger;
  }
  return counts;
}

class StrangerDesk {
 public:
  StrangerDesk(const World& world, const Heard& heard, Instant now)
      : world_(world),
        heard_(heard),
        now_(std::max(now, world.office.last_event)),
        key_(stranger_key(heard.channel, heard.account)),
        today_(world.zone.date_of(now_)),
        counts_(counts_of(world, key_, today_)) {}

  StrangerAnswer run() {
    if (counts_.strangers >= k_strangers && counts_.sender.heard == 0) return {};
    const auto code = typed_invitation(heard_.payload.empty() ? heard_.text : heard_.payload);
    if (!code) return greet();
    if (counts_.sender.wrong_codes >= k_wrong_codes || counts_.wrong_in_all >= k_wrong_codes_in_all)
      return refuse("H-04", false);
    const std::string hash = invitation_hash(*code);
    const Person* person = world_.office.directory.invited_by(hash);
    if (person == nullptr) return refuse("H-03", true);
    return bind(*person, hash);
  }

 private:
  StrangerAnswer greet() {
    if (counts_.sender.heard >= k_answers) return {};
    return refuse("H-02", false);
  }

  StrangerAnswer refuse(const char* message, bool wrong_code) {
    StrangerAnswer answer;
    answer.message = counts_.sender.heard < k_wrong_codes + k_answers ? message : "";
    if (!answer.message.empty()) answer.events.push_back(event(key_, StrangerHeard{today_, wrong_code}));
    return answer;
  }

  StrangerAnswer bind(const Person& person, const std::string& hash) {
    const auto invitation = std::find_if(person.invitations.begin(), person.invitations.end(),
                                         [&](const Invitation& i) { return i.hash == hash; });
    const bool other_channel =
        !invitation->channel.empty() && invitation->channel != heard_.channel;
    if (invitation->expires <= now_ || other_channel) return refuse("H-03", true);
    const bool has_one = std::any_of(person.addresses.begin(), person.addresses.end(),
                                     [&](const Address& a) { return a.channel == heard_.channel; });
    StrangerAnswer answer;
    if (has_one) {
      answer.events.push_back(event(person.id, RebindAsked{heard_.channel, heard_.account, hash}));
      answer.message = "H-10";
      answer.language = person.language;
    } else {
      answer.events.push_back(event(person.id, AccountBound{heard_.channel, heard_.account, hash}));
    }
    return answer;
  }

  Event event(std::string subject, EventBody body) const {
    Event e;
    e.at = now_;
    e.subject = std::move(subject);
    e.via = heard_.channel + ":" + heard_.key;
    e.body = std::move(body);
    return e;
  }

  const World& world_;
  const Heard& heard_;
  Instant now_;
  std::string key_;
  LocalDate today_;
  Counts counts_;
};

}  // namespace

StrangerAnswer answer_stranger(const World& world, const Heard& heard, Instant now) {
  return StrangerDesk(world, heard, now).run();
}

std::string stranger_key(std::string_view channel, std::string_view account) {
  return std::string(channel) + ' ' + std::string(account);
}

std::string stranger_receiver(std::string_view channel, std::string_view account) {
  return '@' + stranger_key(channel, account);
}

DirectReceiver direct_receiver(std::string_view receiver) {
  const auto blank = receiver.find(' ');
  if (!receiver.starts_with('@') || blank == receiver.npos) return {};
  return {receiver.substr(1, blank - 1), receiver.substr(blank + 1)};
}

}  // namespace dondoc
