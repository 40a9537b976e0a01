#include "bots/talk/intent.h"

#include <algorithm>
#include <array>

namespace dondoc::talk {
namespace {

constexpr std::array<std::string_view, 63> k_names = {
    "none",
    "my_tasks",
    "due_date",
    "form_outline",
    "document",
    "contact",
    "recipient",
    "period",
    "late_ok",
    "how_to_send",
    "how_it_stands",
    "help",
    "acknowledge",
    "acknowledge_all",
    "progress",
    "report",
    "figures",
    "nil",
    "done",
    "extension",
    "blocked",
    "not_mine",
    "hand_over",
    "snooze",
    "correct",
    "retract",
    "attach",
    "situation",
    "overdue",
    "nudge",
    "approve",
    "accept",
    "grant",
    "grant_other",
    "refuse",
    "return_report",
    "summary",
    "owing",
    "stuck",
    "standing",
    "answer_block",
    "keep_duty",
    "transfer",
    "open_questions",
    "yes",
    "no",
    "all",
    "pick",
    "send",
    "skip",
    "resume",
    "stop",
    "alone",
    "mute",
    "stop_reminders",
    "keep_reminders",
    "notice",
    "forget",
    "unlink",
    "keep_link",
    "rebind_yes",
    "rebind_no",
    "thanks",
};
static_assert(k_names.size() == static_cast<std::size_t>(Act::thanks) + 1);

}  // namespace

bool is_plain_remark(const Intent& intent) {
  const bool remark = intent.act == Act::none || intent.act == Act::thanks ||
                      intent.act == Act::yes || intent.act == Act::send || intent.act == Act::attach;
  return remark && intent.codes.empty();
}

bool is_plain_command(const Intent& intent) {
  switch (intent.act) {
    case Act::my_tasks:
    case Act::help:
    case Act::situation:
    case Act::overdue:
    case Act::due_date:
    case Act::form_outline:
    case Act::document:
    case Act::contact:
    case Act::summary:
    case Act::owing:
    case Act::stuck:
    case Act::standing:
    case Act::mute:
    case Act::resume:
      return true;
    case Act::none:
    case Act::pick:
      return false;
    default:
      return !intent.codes.empty();
  }
}

std::string_view name_of(Act act) { return k_names[static_cast<std::size_t>(act)]; }

std::optional<Act> act_named(std::string_view name) {
  auto found = std::find(k_names.begin(), k_names.end(), name);
  if (found == k_names.end()) return std::nullopt;
  return static_cast<Act>(found - k_names.begin());
}

}  // namespace dondoc::talk
