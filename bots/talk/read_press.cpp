#include "bots/talk/read_press.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace dondoc::talk {
namespace {

struct Action {
  std::string_view name;  ///< as in config/messages
  Act act;
};

// clang-format off
constexpr std::array k_actions = std::to_array<Action>({
    {"ack_all", Act::acknowledge_all},
    {"unlink", Act::unlink},     {"rebind_yes", Act::rebind_yes}, {"rebind_no", Act::rebind_no},
    {"ack", Act::acknowledge},   {"dispute", Act::not_mine},   {"open", Act::document},
    {"handover", Act::hand_over}, {"progress", Act::progress}, {"form", Act::form_outline},
    {"blocked", Act::blocked},   {"sent", Act::done},          {"report", Act::report},
    {"extend", Act::extension},  {"nil", Act::nil},            {"today", Act::snooze},
    {"list", Act::overdue},      {"overdue", Act::overdue},    {"nudge", Act::nudge},
    {"call", Act::contact},      {"contact", Act::contact},    {"ask", Act::contact},
    {"mine", Act::my_tasks},     {"right", Act::yes},          {"fix", Act::correct},
    {"attach", Act::attach},     {"grant", Act::grant},        {"grant_other", Act::grant_other},
    {"refuse", Act::refuse},     {"understood", Act::thanks},  {"withdrawn", Act::thanks},
    {"supplement", Act::report}, {"info", Act::blocked},       {"accept", Act::accept},
    {"return", Act::return_report}, {"approve", Act::approve}, {"settle", Act::keep_duty},
    {"skip", Act::skip},         {"send", Act::send},          {"resume", Act::resume},
    {"confirm", Act::open_questions},       {"cancel", Act::stop},        {"alone", Act::alone},
    {"download", Act::summary},  {"situation", Act::situation},
    {"retract", Act::retract},   {"keep_link", Act::keep_link},
    {"stop_reminders", Act::stop_reminders}, {"keep_reminders", Act::keep_reminders},
});
// clang-format on

std::optional<std::int64_t> number_in_base_36(std::string_view text) {
  std::int64_t value = 0;
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 36);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// Longer ones are forged: nothing of them is repeated to anybody.
constexpr std::size_t k_code_bytes = 40;

}  // namespace

Intent read_press(const World& world, std::string_view payload, LocalDate today) {
  const auto first = payload.find(':');
  if (first == payload.npos) return read_action(world, payload, "", today);
  const auto last = payload.rfind(':');
  std::string_view code =
      last > first ? payload.substr(first + 1, last - first - 1) : payload.substr(first + 1);
  return read_action(world, payload.substr(0, first), code, today);
}

bool is_pressed_late(std::string_view payload, std::string_view nonce) {
  const auto last = payload.rfind(':');
  if (last == payload.npos) return false;
  const auto pressed = number_in_base_36(payload.substr(last + 1));
  const auto newest = number_in_base_36(nonce);
  return pressed && newest && *pressed < *newest;
}

Intent read_action(const World& world, std::string_view action, std::string_view code,
                   LocalDate today) {
  Intent intent;
  intent.pressed = true;
  auto found = std::find_if(k_actions.begin(), k_actions.end(),
                            [&](const Action& a) { return a.name == action; });
  if (found == k_actions.end()) return intent;
  intent.act = found->act;
  if (action == "today") intent.promise = Promise{today, std::nullopt};
  if (code.empty() || code.size() > k_code_bytes) return intent;
  auto& list = world.cases.find(code) != nullptr ? intent.codes : intent.unknown;
  list.emplace_back(code);
  return intent;
}

}  // namespace dondoc::talk
