#include "app/command_invite.h"

#include <fmt/format.h>

#include <cstdio>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "app/case_files.h"
#include "app/channel_desk.h"
#include "app/clock.h"
#include "app/whole_file.h"
#include "engine/check.h"
#include "engine/command/invitation.h"
#include "engine/notice/facts.h"
#include "storage/open.h"
#include "web/invitation_code.h"

namespace dondoc {
namespace {

/// What the code is appended to so that it can be followed instead of typed; empty where it cannot.
std::string link_start(const ChannelDesk& desk, const std::string& channel, Instant now) {
  const ConnectedChannel* telegram = desk.channels().find("telegram");
  if (telegram == nullptr || (!channel.empty() && channel != "telegram")) return {};
  std::string name = telegram->upkeep->check(now).identity;
  if (name.starts_with('@')) name.erase(0, 1);
  return name.empty() ? "" : fmt::format("https://t.me/{}?start=", name);
}

bool is_by_zalo(const ChannelDesk& desk, const std::string& channel) {
  const auto holds = [&](const char* zalo) {
    return desk.channels().find(zalo) != nullptr && (channel.empty() || channel == zalo);
  };
  return holds("zalo_oa") || holds("zalo_bot");
}

Result<Office> read_office_of(ChannelDesk& desk) {
  auto reader = open_reader(desk.desk().settings().database);
  if (!reader) return tl::unexpected(reader.error());
  return read_office(**reader);
}

/// Invites all in one transaction. Who is refused is named on stderr and left out.
Result<std::vector<Invited>> invite(ChannelDesk& desk, const std::vector<const Person*>& persons,
                                    const InviteOptions& options, Instant now) {
  const std::string start = link_start(desk, options.channel, now);
  std::vector<Invited> drawn;
  std::vector<CommandBody> commands;
  for (const Person* person : persons) {
    const std::string code = fresh_invitation_code();
    drawn.push_back({person->id, code, start.empty() ? "" : start + code});
    commands.push_back(Invite{person->id, options.channel, invitation_hash(code)});
  }
  auto answers = desk.desk().carry_out(std::move(commands));
  if (!answers) return tl::unexpected(answers.error());
  CHECK(answers->size() == drawn.size());
  std::vector<Invited> invited;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    if ((*answers)[i].kind == AnswerKind::refused) {
      const Definitions& definitions = desk.desk().settings().definitions;
      fail("admin invite",
           drawn[i].person + ": " + in_words(definitions, (*answers)[i].refusal.why, "vi"));
    } else {
      invited.push_back(std::move(drawn[i]));
    }
  }
  return invited;
}

void show(const std::vector<Invited>& invited, const InviteOptions& options,
          const std::string& expires) {
  auto list = nlohmann::ordered_json::array();
  for (const Invited& one : invited) {
    list.push_back({{"person", one.person},
                    {"channel", options.channel},
                    {"code", one.code},
                    {"link", one.link},
                    {"expires", expires}});
    if (options.json || !options.sheet.empty()) continue;
    print(fmt::format("{}: {}\n", one.person, invitation_in_words(one.code)));
    if (!one.link.empty()) print(fmt::format("  or open {}\n", one.link));
    print(fmt::format("  once, until {}\n", expires));
  }
  if (!options.json) return;
  const bool is_one = options.whom.persons.size() == 1;
  if (!is_one) {
    print(list.dump() + "\n");
  } else if (!list.empty()) {
    print(list.front().dump() + "\n");
  }
}

/// Nothing is invited when the sheet cannot be begun: its codes would be lost.
Result<std::optional<WholeFile>> begin_sheet(const InviteOptions& options) {
  if (options.sheet.empty()) return std::optional<WholeFile>();
  auto file = WholeFile::begin(options.sheet);
  if (!file) return tl::unexpected(file.error());
  return std::optional<WholeFile>(std::move(*file));
}

}  // namespace

int run_admin_invite(const InviteOptions& options) {
  ChannelDesk desk;
  if (auto opened = desk.open(options.config); !opened)
    return fail("admin invite", opened.error().message);
  auto office = read_office_of(desk);
  if (!office) return fail("admin invite", office.error().message);
  auto persons = invited_persons(office->directory, options.whom, options.channel);
  if (!persons) return fail("admin invite", persons.error().message);
  auto sheet = begin_sheet(options);
  if (!sheet) return fail("admin invite", sheet.error().message);
  const Instant now = SystemClock().now();
  auto invited = invite(desk, *persons, options, now);
  if (!invited) return fail("admin invite", invited.error().message);
  const Zone& zone = desk.desk().settings().config.zone;
  const Instant expires = now + k_invitation_life;
  show(*invited, options, zone.iso(expires));
  if (*sheet && !invited->empty()) {
    const SheetSettings settings{expires, zone, is_by_zalo(desk, options.channel)};
    if (auto written = (*sheet)->finish(sheet_of(*invited, office->directory, settings)); !written)
      return fail("admin invite", written.error().message);
  }
  if (!options.json && (*sheet || persons->empty()))
    print(fmt::format("{} invited{}\n", invited->size(),
                      invited->empty() ? "" : ": " + options.sheet));
  return invited->size() == persons->size() ? 0 : 1;
}

}  // namespace dondoc
