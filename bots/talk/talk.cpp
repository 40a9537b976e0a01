#include "bots/talk/talk.h"

#include "bots/talk/act.h"
#include "bots/talk/dialogue.h"
#include "bots/talk/form.h"
#include "bots/understanding/guard.h"
#include "bots/talk/read_command.h"
#include "bots/talk/read_press.h"
#include "bots/talk/scene.h"
#include "bots/talk/said.h"
#include "engine/limits.h"

namespace dondoc {
namespace {

using namespace talk;

const Person& stand_in() {
  static const Person nobody;
  return nobody;
}

Scene scene_of(const World& world, const Heard& heard, Instant now) {
  const Person* known = world.office.directory.person(heard.person);
  const Person& person = known != nullptr ? *known : stand_in();
  const LocalDate today = world.zone.date_of(now);
  const bool has_time = heard.at > Instant{};
  return {world,
          person,
          heard,
          now,
          today,
          has_time ? world.zone.date_of(heard.at) : today,
          standing_of(world, person, today)};
}

/// Refused unread: nothing of the text goes further, what the person was in the middle of stays.
std::optional<Interpretation> refused_unread(const Scene& scene) {
  const std::string& text = scene.heard.text;
  Turn turn;
  if (text.size() > limits::text_bytes) {
    say(scene, turn, "T-73");
  } else if (const Danger danger = danger_in(text); danger != Danger::none) {
    say(scene, turn, danger == Danger::secret ? "M-16" : "M-15");
  } else {
    return std::nullopt;
  }
  return Interpretation{{}, std::move(turn.replies), std::nullopt};
}

Dialogue dialogue_before(const Scene& scene) {
  const auto& conversations = scene.world.office.conversations;
  auto found = conversations.find(scene.heard.person);
  return found == conversations.end() ? Dialogue{} : dialogue_of(found->second, scene.now);
}

/// A bare number chooses a button of the last answer, when nothing else asks for a number.
Intent chosen_button(const Scene& scene, const Dialogue& dialogue, Intent intent) {
  const bool waits = dialogue.question || (dialogue.form && !dialogue.form->set_aside);
  if (waits || !intent.number || *intent.number == 0 || *intent.number > dialogue.actions.size())
    return intent;
  return read_action(scene.world, dialogue.actions[*intent.number - 1], dialogue.about,
                     scene.said_on);
}

void converse(const Scene& scene, Turn& turn, const Intent& heard, const Utterance& text) {
  const bool had_form = turn.dialogue.form.has_value();
  if (answer_question(scene, turn, heard, text)) return;
  if (form_hears(scene, turn, heard, text)) return;
  if (had_form && turn.dialogue.form) turn.dialogue.form->set_aside = true;
  Intent meant = chosen_button(scene, turn.dialogue, heard);
  act_on(scene, turn, std::move(meant));
}

/// Buttons of the last answer can be chosen by number; a question or an open form comes first.
void remember_buttons(Turn& turn) {
  turn.dialogue.actions.clear();
  turn.dialogue.about.clear();
  const bool waits =
      turn.dialogue.question || (turn.dialogue.form && !turn.dialogue.form->set_aside);
  if (turn.replies.empty() || turn.replies.back().buttons.empty() || waits) return;
  const Reply& last = turn.replies.back();
  for (const Button& button : last.buttons) turn.dialogue.actions.push_back(button.action);
  if (last.codes.size() == 1) turn.dialogue.about = last.codes.front();
}

bool same(const Conversation& a, const Conversation& b) {
  return a.topic == b.topic && a.codes == b.codes && a.position == b.position &&
         a.figures == b.figures && a.note == b.note;
}

std::optional<Conversation> conversation_after(const Scene& scene, const Turn& turn) {
  Conversation after = conversation_of(turn.dialogue, scene.now);
  const auto& conversations = scene.world.office.conversations;
  auto before = conversations.find(scene.heard.person);
  if (before == conversations.end())
    return after.topic.empty() ? std::nullopt : std::optional(std::move(after));
  if (after.topic.empty() && before->second.topic.empty()) return std::nullopt;
  if (same(after, before->second) && before->second.expires - scene.now > Elapsed{k_waits.ms / 2})
    return std::nullopt;
  return after;
}

class Talk : public Interpreter {
 public:
  Interpretation interpret(const World& world, const Heard& heard, Instant now) const override {
    const Scene scene = scene_of(world, heard, now);
    if (auto refused = refused_unread(scene)) return std::move(*refused);
    Turn turn;
    turn.dialogue = dialogue_before(scene);
    const Utterance text(heard.text);
    const Intent intent = heard.payload.empty() ? read_command(world, text, scene.said_on)
                                                : read_press(world, heard.payload, scene.said_on);
    converse(scene, turn, intent, text);
    finish(scene, turn);
    Interpretation meaning;
    meaning.conversation = conversation_after(scene, turn);
    meaning.commands = std::move(turn.commands);
    meaning.replies = std::move(turn.replies);
    return meaning;
  }

 private:
  /// Something is always answered; a form that another command interrupted is not forgotten.
  static void finish(const Scene& scene, Turn& turn) {
    if (turn.commands.empty() && turn.replies.empty()) say(scene, turn, "M-17N");
    const bool waits_aside =
        turn.dialogue.form && turn.dialogue.form->set_aside && !turn.dialogue.question;
    const bool just_told = !turn.replies.empty() && turn.replies.back().message == "F-09";
    remember_buttons(turn);
    if (waits_aside && !just_told) mention_form(scene, turn);
  }
};

}  // namespace

std::unique_ptr<Interpreter> make_talk() { return std::make_unique<Talk>(); }

}  // namespace dondoc
