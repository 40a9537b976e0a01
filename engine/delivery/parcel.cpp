#include "engine/delivery/parcel.h"

#include "engine/command/stranger.h"
#include "engine/notice/facts.h"

namespace dondoc {
namespace {

OutgoingMessage message_of(const ClaimedMessage& claimed, const MessageBody& body) {
  OutgoingMessage message;
  message.id = claimed.row.id;
  message.text = body.text;
  message.message = body.message;
  message.maybe_repeated = claimed.outcome_unknown;
  const std::string& code = body.codes.size() == 1 ? body.codes.front() : claimed.row.code;
  for (const Button& button : body.buttons)
    message.buttons.push_back({button.label, payload_of(button, code, claimed.row.id)});
  return message;
}

Parameters facts_of(const World& world, const Person& person, const std::string& code,
                    Instant now) {
  if (const Assignment* duty = code.empty() ? nullptr : world.cases.find(code))
    return duty_parameters(world, *duty, person, now);
  return {
      {"xh", person.form_of_address}, {"ten", person.name}, {"dv", unit_name(world, person.unit)}};
}

}  // namespace

Parcel parcel_of(const World& world, ClaimedMessage claimed, const MessageBody& body,
                 const ChannelNames& with_window, Instant now) {
  Parcel parcel;
  const Person* person = world.office.directory.person(claimed.row.person);
  const MessageBook& book = world.definitions.messages(person == nullptr ? "" : person->language);
  if (const MessageText* notice = book.find("H-17")) parcel.repeat_notice = notice->text;
  OutgoingMessage message = message_of(claimed, body);
  message.book = &book;
  const DirectReceiver direct = direct_receiver(claimed.row.person);
  if (!direct.channel.empty()) {
    message.account = direct.account;
    message.last_heard = now;
    parcel.ways.push_back({std::string(direct.channel), false, message});
  }
  if (person != nullptr && !body.text.empty()) {
    for (const Address& address : person->addresses) {
      if (!address.reachable) continue;
      message.account = address.account;
      message.last_heard = address.heard;
      Way& way = parcel.ways.emplace_back(Way{address.channel, false, message});
      if (with_window.contains(way.channel))
        way.message.facts = facts_of(world, *person, claimed.row.code, now);
    }
  }
  parcel.claimed = std::move(claimed);
  return parcel;
}

}  // namespace dondoc
