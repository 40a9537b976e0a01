#include <algorithm>
#include <iterator>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"

namespace dondoc::talk {
namespace {

/// A turn that began where `turn` stands now.
Turn after(const Turn& turn) {
  Turn next;
  next.dialogue = turn.dialogue;
  return next;
}

void join(Turn& turn, Turn next) {
  turn.dialogue = std::move(next.dialogue);
  std::move(next.commands.begin(), next.commands.end(), std::back_inserter(turn.commands));
  std::move(next.replies.begin(), next.replies.end(), std::back_inserter(turn.replies));
}

/// A second act may not take the place of the question that the first one left open.
bool takes_the_floor(const Turn& before, const Turn& next) {
  const bool was_asked = before.dialogue.question.has_value();
  const bool had_form = before.dialogue.form && !before.dialogue.form->set_aside;
  return (was_asked && next.dialogue.question) ||
         (had_form && next.dialogue.question && !was_asked);
}

}  // namespace

void act_on_all(const Scene& scene, Turn& turn, std::vector<Intent> intents) {
  bool left = false;
  for (Intent& intent : intents) {
    Turn next = after(turn);
    const bool first = &intent == &intents.front();
    if (!first && turn.dialogue.question) {  // waits until that is answered
      left = true;
      continue;
    }
    act_on(scene, next, std::move(intent));
    if (!first && takes_the_floor(turn, next)) {
      left = true;
      continue;
    }
    join(turn, std::move(next));
  }
  if (left) say(scene, turn, "T-81");
}

}  // namespace dondoc::talk
