// What people do of their own accord, day by day.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "engine/command/invitation.h"
#include "simulation/people.h"

namespace dondoc::simulation {
namespace {

constexpr std::int64_t k_hour = 3'600;

std::optional<std::string> drawn_code(Generator& generator) {
  std::array<std::uint32_t, k_invitation_length> random{};
  for (std::uint32_t& number : random) number = static_cast<std::uint32_t>(generator.next());
  return invitation_code(random);
}

}  // namespace

void People::begin_day() {
  for (std::size_t i = 0; i < actors_.size(); ++i) {
    if (chance(30)) later(0, 24 * k_hour, [this, i] { act(actors_[i]); });
  }
  if (chance(60)) later(7 * k_hour, 18 * k_hour, [this] { administer(); });
  if (parts_.rates.strikes(Fault::unit_merge, parts_.generator))
    later(7 * k_hour, 18 * k_hour, [this] { merge_units(); });
}

void People::act(Actor& actor) {
  if (healed_ || actor.accounts.empty()) return;
  const std::string account = parts_.generator.pick(actor.accounts).account;
  const auto codes = actor.window.empty() ? std::vector<std::string>()
                                          : codes_in(actor.window.back().message.text);
  const std::string code = codes.empty() ? "" : codes.front();
  const std::uint64_t draw = parts_.generator.below(1'000);
  if (draw < 400) return write(actor, account, said(Say::chatter, code, today(), parts_.generator));
  if (draw < 500) return press_old(actor);
  if (draw < 620) return write(actor, account, said(Say::guarded, code, today(), parts_.generator));
  if (draw < 800) return take_leave(actor);
  if (draw < 880) return change_account(actor);
  if (draw < 890) return write(actor, account, said(Say::mute, code, today(), parts_.generator));
  if (parts_.rates.strikes(Fault::blocked_user, parts_.generator)) return block(actor);
}

void People::press_old(Actor& actor) {
  if (actor.window.empty()) return;
  press(actor.window.front(), "");
}

void People::block(Actor& actor) {
  const Address address = parts_.generator.pick(actor.accounts);
  const auto platform = parts_.platforms.find(address.channel);
  if (platform == parts_.platforms.end()) return;
  platform->second->block(address.account);
  Heard heard;
  heard.kind = InboundKind::blocked;
  heard.channel = address.channel;
  heard.account = address.account;
  if (address.channel == "telegram") parts_.wire.say(heard);  // the others only find out by sending
  heard.kind = InboundKind::unblocked;
  later(24 * k_hour, 40 * 24 * k_hour, [this, heard, target = platform->second] {
    target->unblock(heard.account);
    parts_.wire.say(heard);
  });
}

void People::take_leave(Actor& actor) {
  const Actor& deputy = actors_[parts_.generator.below(actors_.size())];
  const LocalDate from = today() + CalendarDays{static_cast<int>(parts_.generator.below(10))};
  const LocalDate to = from + CalendarDays{static_cast<int>(parts_.generator.below(20))};
  parts_.wire.order(std::string(k_administrator), TakeLeave{actor.id, {from, to, deputy.id}});
}

/// A new telephone: the administrator invites, the person types the code from the new account.
void People::change_account(Actor& actor) {
  const auto code = drawn_code(parts_.generator);
  if (!code) return;
  Address& address = actor.accounts.front();
  const auto index = static_cast<std::size_t>(&actor - actors_.data());
  const std::string account =
      fmt::format("{}#{}", address.account.substr(0, address.account.find('#')), ++number_);
  parts_.wire.order(std::string(k_administrator),
                    Invite{actor.id, address.channel, invitation_hash(*code)});
  later(k_hour, 20 * k_hour, [this, index, account, code = *code] {
    by_account_[account] = index;
    write(actors_[index], account, code);
    actors_[index].accounts.front().account = account;
  });
}

void People::administer() {
  if (healed_) return;
  switch (parts_.generator.below(6)) {
    case 0:
    case 1:
      return change_calendar();
    case 2:
      return rename_unit();
    case 3:
      return summarize();
    default:
      return decide_on_duty();
  }
}

/// What a lead decides from a page, about a duty that somebody was written about.
void People::decide_on_duty() {
  const Actor& actor = parts_.generator.pick(actors_);
  if (actor.window.empty()) return;
  const auto codes = codes_in(actor.window.back().message.text);
  if (codes.empty()) return;
  const std::string& code = parts_.generator.pick(codes);
  const std::string by(k_administrator);
  switch (parts_.generator.below(6)) {
    case 0:
    case 1:
      later(24 * k_hour, 20 * 24 * k_hour, [this, by, code] {
        parts_.wire.order(by, Resume{code, "đã có ý kiến"});
      });
      return parts_.wire.order(by, Suspend{code, "chờ ý kiến cấp trên", "Công văn 1"});
    case 2:
      return parts_.wire.order(by, Transfer{code, parts_.generator.pick(communes_), "đổi đơn vị"});
    case 3:
      return parts_.wire.order(by, CancelDuty{code, "không cần nữa"});
    case 4:
      return parts_.wire.order(by, HandOver{code, actor.id, "phân công lại"});
    default:
      return parts_.wire.order(by, Accept{code});
  }
}

/// The month before, drafted and approved; refused when nobody owed anything for it.
void People::summarize() {
  const LocalDate month = today().first_of_month() - CalendarDays{1};
  const std::string period = month.iso().substr(0, 7);
  const std::string by(k_administrator);
  parts_.wire.order(by, DraftSummary{"S-MO-PHONG", period, "Các xã đã báo cáo."});
  later(k_hour, 5 * k_hour, [this, by, period] {
    parts_.wire.order(by, ApproveSummary{"S-MO-PHONG", period});
  });
}

/// A day off is announced or taken back, a day off is to be worked or not.
void People::change_calendar() {
  const LocalDate day = today() + CalendarDays{static_cast<int>(parts_.generator.between(2, 40))};
  auto year = parts_.year_now(day.year());
  if (!year) return;
  auto& entries = year->entries;
  const auto place = std::lower_bound(
      entries.begin(), entries.end(), day,
      [](const CalendarEntry& entry, LocalDate date) { return entry.date < date; });
  if (place != entries.end() && place->date == day) {
    entries.erase(place);
  } else {
    const DayKind kind = day.iso_weekday() > 5 ? DayKind::make_up : DayKind::holiday;
    entries.insert(place, {day, kind, "ngày mô phỏng", fmt::format("Thông báo {}", ++number_)});
  }
  const std::string reason = fmt::format("Thông báo {}", number_);
  parts_.wire.order(std::string(k_administrator), ChangeCalendar{std::move(*year), reason});
}

void People::merge_units() {
  if (healed_ || communes_.size() < 6) return;
  Reorganisation change;
  change.id = fmt::format("sap-xep-{}", ++number_);
  change.basis = fmt::format("Nghị quyết {}", number_);
  change.on = today() + CalendarDays{static_cast<int>(parts_.generator.below(5))};
  UnitChange merge;
  merge.act = UnitAct::merge;
  for (int i = 0; i < 2; ++i) {
    const std::size_t taken = parts_.generator.below(communes_.size());
    merge.units.push_back(communes_[taken]);
    communes_.erase(communes_.begin() + static_cast<std::ptrdiff_t>(taken));
  }
  Unit into;
  into.id = fmt::format("sim-xa-moi-{}", number_);
  into.name = fmt::format("Xã mới {}", number_);
  into.kind = "committee";
  into.parent = "sim-huyen-1";
  merge.into.push_back(into);
  for (Actor& actor : actors_) {
    if (std::find(merge.units.begin(), merge.units.end(), actor.unit) != merge.units.end())
      actor.unit = into.id;
  }
  communes_.push_back(into.id);
  change.changes.push_back(std::move(merge));
  parts_.wire.order(std::string(k_administrator), ChangeUnits{std::move(change)});
}

void People::rename_unit() {
  if (communes_.empty()) return;
  Reorganisation change;
  change.id = fmt::format("doi-ten-{}", ++number_);
  change.basis = fmt::format("Nghị quyết {}", number_);
  change.on = today();
  UnitChange rename;
  rename.act = UnitAct::rename;
  rename.units = {parts_.generator.pick(communes_)};
  rename.name = fmt::format("Xã tên mới {}", number_);
  change.changes.push_back(std::move(rename));
  parts_.wire.order(std::string(k_administrator), ChangeUnits{std::move(change)});
}

}  // namespace dondoc::simulation
