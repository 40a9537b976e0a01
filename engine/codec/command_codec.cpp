#include "engine/codec/command_codec.h"

#include "engine/codec/archive.h"
#include "engine/codec/describe_office.h"

namespace dondoc {
namespace {

using OfficeCommand = std::variant<IssuePlan, ConfirmQuestion, RegisterUnit, RegisterPerson, Invite,
                                   Unbind, ChangeCalendar, ChangeUnits, DropReorganisation,
                                   HandOverAll>;

struct Handed {
  OfficeCommand command;
};

constexpr Names<std::variant_size_v<OfficeCommand>> k_command_names = {
    "issue_plan", "confirm_question", "register_unit",  "register_person",
    "invite",     "unbind",           "change_calendar", "change_units",
    "drop_reorganisation", "hand_over_all"};

}  // namespace

void describe(auto& a, Is<IssuePlan> auto& v) { a.always("document", v.document); }

void describe(auto& a, Is<ConfirmQuestion> auto& v) {
  a.always("plan", v.plan);
  a.always("question", v.question);
  a.field("text", v.text);
  a.field("use_default", v.use_default);
  a.field("dues", v.dues);
}

void describe(auto& a, Is<RegisterUnit> auto& v) { a.always("unit", v.unit); }

void describe(auto& a, Is<RegisterPerson> auto& v) { a.always("person", v.person); }

void describe(auto& a, Is<Invite> auto& v) {
  a.always("person", v.person);
  a.field("channel", v.channel);
  a.always("hash", v.hash);
}

void describe(auto& a, Is<Unbind> auto& v) {
  a.always("person", v.person);
  a.field("channel", v.channel);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<ChangeCalendar> auto& v) {
  a.always("year", v.year);
  a.always("reason", v.reason);
}

void describe(auto& a, Is<ChangeUnits> auto& v) {
  a.always("reorganisation", v.reorganisation);
}

void describe(auto& a, Is<DropReorganisation> auto& v) {
  a.always("id", v.id);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<HandOverAll> auto& v) {
  a.always("person", v.person);
  a.field("to", v.to);
  a.field("reason", v.reason);
}

void describe(auto& a, Is<Handed> auto& v) {
  a.alternative("kind", v.command, k_command_names);
  std::visit([&a](auto& command) { a.always("command", command); }, v.command);
}

std::optional<std::string> encode_office_command(const CommandBody& command) {
  return std::visit(
      []<class T>(const T& body) -> std::optional<std::string> {
        if constexpr (std::is_constructible_v<OfficeCommand, const T&>) {
          std::string out;
          write_stored(out, Handed{body});
          return out;
        } else {
          return std::nullopt;
        }
      },
      command);
}

Result<CommandBody> decode_office_command(std::string_view json) {
  auto handed = read_stored<Handed>(json, "command");
  if (!handed) return tl::unexpected<Error>(handed.error());
  return std::visit([](auto& command) { return CommandBody(std::move(command)); }, handed->command);
}

}  // namespace dondoc
