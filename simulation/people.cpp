#include "simulation/people.h"

#include <algorithm>

namespace dondoc::simulation {
namespace {

constexpr std::size_t k_window = 8;
constexpr int k_answers_to_a_form = 12;

std::string heard_channel(const std::string& account) {
  const auto at = account.find('@');
  const std::string channel = account.substr(at + 1);
  return channel.substr(0, channel.find('#'));
}

}  // namespace

People::People(Parts parts, const SimulatedOffice& office)
    : parts_(std::move(parts)), communes_(office.communes) {
  for (const Person& person : office.people) {
    Actor actor;
    actor.id = person.id;
    actor.unit = person.unit;
    actor.lead = person.lead;
    actor.diligence = static_cast<int>(parts_.generator.between(person.lead ? 400 : 50, 900));
    actor.accounts = person.addresses;
    for (const Address& address : person.addresses) by_account_[address.account] = actors_.size();
    actors_.push_back(std::move(actor));
  }
}

People::Actor* People::owner_of(const std::string& account) {
  const auto found = by_account_.find(account);
  return found == by_account_.end() ? nullptr : &actors_[found->second];
}

void People::later(std::int64_t from_s, std::int64_t to_s, Timeline::Deed deed) {
  parts_.timeline.at(
      parts_.clocks.truth + Elapsed{parts_.generator.between(from_s * 1'000, to_s * 1'000)},
      std::move(deed));
}

// --- what they write

void People::write(Actor&, const std::string& account, std::string text) {
  Heard heard;
  heard.channel = heard_channel(account);
  heard.account = account;
  heard.text = std::move(text);
  parts_.wire.say(std::move(heard));
}

void People::write(Actor& actor, const Arrival& to, Say what, const std::string& code) {
  write(actor, to.account, said(what, code, today(), parts_.generator));
}

bool People::has_button(const Arrival& on, const std::string& action) const {
  const auto& buttons = on.message.buttons;
  return std::any_of(buttons.begin(), buttons.end(), [&](const OutgoingButton& button) {
    return button.payload.starts_with(action + ":");
  });
}

void People::press(const Arrival& on, const std::string& action) {
  for (const OutgoingButton& button : on.message.buttons) {
    if (!action.empty() && !button.payload.starts_with(action + ":")) continue;
    Heard heard;
    heard.kind = InboundKind::press;
    heard.channel = on.channel;
    heard.account = on.account;
    heard.payload = button.payload;
    parts_.wire.say(heard);
    if (chance(60)) parts_.wire.say(heard);  // pressed twice: another update of the platform
    return;
  }
}

// --- what they do with what arrives

void People::arrived(const Arrival& arrival) {
  Actor* actor = owner_of(arrival.account);
  if (actor == nullptr) return;
  actor->window.push_back(arrival);
  if (actor->window.size() > k_window) actor->window.pop_front();
  const auto index = static_cast<std::size_t>(actor - actors_.data());
  if (actor->answers_left > 0 && arrival.message.message.starts_with("F-")) {
    later(5, 120, [this, index, arrival] { fill_in(actors_[index], arrival); });
    return;
  }
  if (!chance(healed_ ? 900 : actor->diligence)) return;
  const std::int64_t most = healed_ || chance(800) ? 4 * 3'600 : 40 * 3'600;
  later(60, most, [this, index, arrival] { react(actors_[index], arrival); });
}

void People::fill_in(Actor& actor, const Arrival& arrival) {
  if (actor.answers_left <= 0) return;
  if (has_button(arrival, "send")) {
    actor.answers_left = 0;
    return press(arrival, chance(30) ? "fix" : "send");
  }
  --actor.answers_left;
  if (chance(15)) return write(actor, arrival, Say::guarded, "");
  write(actor, arrival.account, form_answer(parts_.generator));
}

void People::react(Actor& actor, const Arrival& arrival) {
  const std::vector<std::string> codes = codes_in(arrival.message.text);
  const std::string code = codes.empty() ? "" : codes[parts_.generator.below(codes.size())];
  if (actor.lead) return react_as_lead(actor, arrival, code);
  if (!code.empty()) react_as_officer(actor, arrival, code);
}

void People::react_as_officer(Actor& actor, const Arrival& arrival, const std::string& code) {
  const std::string& message = arrival.message.message;
  if (message.starts_with("M-01") || message == "M-22N" || message == "M-21") {
    if (has_button(arrival, "ack_all") && chance(500)) return press(arrival, "ack_all");
    if (chance(20)) return write(actor, arrival, Say::not_mine, code);
    if (chance(500)) return press(arrival, "ack");
    return write(actor, arrival, chance(80) ? Say::misspelt : Say::acknowledge, code);
  }
  if (message.starts_with("M-13")) return press(arrival, "supplement");
  const bool asks = message >= "M-02" && message < "M-08";
  if (asks || message.starts_with("M-22") || message == "M-23" || message.starts_with("M-26"))
    return work_on(actor, arrival, code);
  if (message.starts_with("M-10") && chance(40)) write(actor, arrival, Say::correct, code);
  if (message.starts_with("M-10") && chance(10)) write(actor, arrival, Say::retract, code);
}

void People::work_on(Actor& actor, const Arrival& arrival, const std::string& code) {
  const std::uint64_t draw = healed_ ? parts_.generator.below(500) : parts_.generator.below(1'000);
  if (draw < 380) {
    actor.answers_left = k_answers_to_a_form;
    return write(actor, arrival, Say::report, code);
  }
  if (draw < 580) return write(actor, arrival, Say::done, code);
  if (draw < 640) return write(actor, arrival, Say::nil, code);
  if (draw < 720) return write(actor, arrival, Say::progress, code);
  if (draw < 760) return write(actor, arrival, Say::blocked, code);
  if (draw < 830) return write(actor, arrival, Say::extension, code);
  if (draw < 890) return write(actor, arrival, Say::promise, code);
  if (draw < 900) return write(actor, arrival, Say::not_mine, code);
  if (draw < 930) return write(actor, arrival, Say::misspelt, code);
  if (draw < 950) return write(actor, arrival, Say::guarded, code);
  press(arrival, "");
}

void People::react_as_lead(Actor& actor, const Arrival& arrival, const std::string& code) {
  const std::string& message = arrival.message.message;
  if (message == "H-11") return press(arrival, chance(750) ? "rebind_yes" : "rebind_no");
  if (code.empty()) return;
  if (message == "M-11")
    return chance(700) ? press(arrival, "grant") : write(actor, arrival, Say::refuse, code);
  if (message == "M-19") {
    if (chance(70)) return write(actor, arrival, Say::give_back, code);
    return chance(800) ? press(arrival, "accept") : write(actor, arrival, Say::approve, code);
  }
  if (message == "M-14L") return write(actor, arrival, Say::opinion, code);
  if (message == "M-30") {
    if (chance(700)) return press(arrival, "settle");
    return parts_.wire.order(actor.id, Waive{code, "đúng là không thuộc đơn vị"});
  }
  if (has_button(arrival, "nudge") && chance(250)) press(arrival, "nudge");
}

// --- at the end

void People::heal() {
  healed_ = true;
  for (Actor& actor : actors_) {
    for (const Address& address : actor.accounts) {
      Heard back;
      back.kind = InboundKind::unblocked;
      back.channel = address.channel;
      back.account = address.account;
      parts_.wire.say(std::move(back));
    }
  }
}

void People::hand_in(const std::string& code, const std::string& unit) {
  for (Actor& actor : actors_) {
    if (actor.unit != unit || actor.lead || actor.accounts.empty()) continue;
    return write(actor, actor.accounts.front().account,
                 said(Say::done, code, today(), parts_.generator));
  }
  parts_.wire.order(std::string(k_administrator), Submit{{code}, Outcome::nil, {}, "", {}});
}

}  // namespace dondoc::simulation
