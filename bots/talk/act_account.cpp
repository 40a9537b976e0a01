#include "bots/talk/act.h"

namespace dondoc::talk::account {
namespace {

/// The one person under this lead who asks for another account; none when there are several.
const Person* who_asks(const Scene& scene, const Intent& intent) {
  const Directory& directory = scene.world.office.directory;
  if (!intent.unknown.empty()) {
    const Person* named = directory.person(intent.unknown.front());
    return named != nullptr && named->asked ? named : nullptr;
  }
  const Person* only = nullptr;
  for (const auto& [id, person] : directory.persons()) {
    if (!person.asked || !scene.is_led(person.unit)) continue;
    if (only != nullptr) return nullptr;
    only = &person;
  }
  return only;
}

}  // namespace

void notice(const Scene& scene, Turn& turn) {
  say(scene, turn, "H-09",
      {{"n", std::to_string(scene.world.definitions.retention_days)},
       {"noinhan", words(scene, "N-19")}});
}

void unlink(const Scene& scene, Turn& turn) {
  turn.commands.emplace_back(Unbind{scene.person.id, scene.heard.channel, ""});
}

void reminders(const Scene& scene, Turn& turn, bool stop) {
  if (!stop && !scene.person.reminders_stopped) return say(scene, turn, "H-23");
  turn.commands.emplace_back(StopReminders{scene.person.id, scene.heard.channel, stop});
}

void settle_rebind(const Scene& scene, Turn& turn, const Intent& intent) {
  const Person* person = who_asks(scene, intent);
  if (person == nullptr) return say(scene, turn, "T-30");
  turn.commands.emplace_back(SettleRebind{person->id, intent.act == Act::rebind_yes});
}

}  // namespace dondoc::talk::account
