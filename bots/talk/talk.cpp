#include "bots/talk/talk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "bots/talk/act.h"
#include "bots/talk/dialogue.h"
#include "bots/talk/form.h"
#include "bots/talk/loop_guard.h"
#include "bots/talk/read_command.h"
#include "bots/talk/read_press.h"
#include "bots/talk/read_sentence.h"
#include "bots/talk/said.h"
#include "bots/talk/scene.h"
#include "bots/talk/sign_in.h"
#include "bots/understanding/guard.h"
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

/// A question or form that waits for an answer.
bool is_asked(const Dialogue& dialogue) {
  return dialogue.question || (dialogue.form && !dialogue.form->set_aside);
}

bool came_with_file(const Heard& heard) {
  return heard.kind == InboundKind::file || heard.kind == InboundKind::photo;
}

/// Of the words of a message, and of the name and caption of a file.
Danger danger_of(const Heard& heard) {
  const bool unread = heard.text.size() > limits::text_bytes;
  const std::string_view text = unread ? std::string_view() : std::string_view(heard.text);
  if (came_with_file(heard)) return danger_in_file(heard.file.name, text);
  return text.empty() ? Danger::none : danger_in(text);
}

/// Refused unread: nothing of the text or file goes further, what the person was in the middle of
/// stays.
bool refuse_unread(const Scene& scene, Turn& turn, Danger danger) {
  const bool too_long = scene.heard.text.size() > limits::text_bytes;
  if (!too_long && danger == Danger::none) return false;
  say(scene, turn, too_long ? "T-73" : danger == Danger::secret ? "M-16" : "M-15");
  return true;
}

/// Nothing that was refused leaves a trace, not even a fingerprint.
std::int64_t fingerprint_in(const Scene& scene, Danger danger) {
  if (danger != Danger::none || scene.heard.text.size() > limits::text_bytes) return 1;
  return fingerprint_of(scene.heard.text);
}

/// Buttons and files are nobody's automatic reply.
Hold hold_of(const Scene& scene, const Turn& turn, Danger danger, Pulse& pulse) {
  if (!scene.heard.payload.empty() || came_with_file(scene.heard)) return Hold::none;
  const bool asked = is_asked(turn.dialogue);
  const bool too_long = scene.heard.text.size() > limits::text_bytes;
  const bool automatic = !too_long && is_automatic_reply(Utterance(scene.heard.text), asked);
  const Instant at = scene.heard.at > Instant{} ? scene.heard.at : scene.now;
  return weigh(pulse, fingerprint_in(scene, danger), automatic, asked, at);
}

void tell_hold(const Scene& scene, Turn& turn, Hold hold, Instant until) {
  if (hold == Hold::automatic) say(scene, turn, "G-01");
  if (hold != Hold::flood) return;
  say(scene, turn, "G-02", {{"gio", scene.world.zone.time_of(until).text()}});
}

Dialogue dialogue_before(const Scene& scene) {
  const auto& conversations = scene.world.office.conversations;
  auto found = conversations.find(scene.heard.person);
  return found == conversations.end() ? Dialogue{} : dialogue_of(found->second, scene.now);
}

/// A bare number chooses a button of the last answer, when nothing else asks for a number.
Intent chosen_button(const Scene& scene, const Dialogue& dialogue, Intent intent) {
  if (is_asked(dialogue) || !intent.number || *intent.number == 0 ||
      *intent.number > dialogue.actions.size())
    return intent;
  return read_action(scene.world, dialogue.actions[*intent.number - 1], dialogue.about,
                     scene.said_on);
}

SentFile sent_file(const Heard& heard) {
  return {heard.channel, heard.file.handle, heard.file.name,
          static_cast<std::int64_t>(heard.file.bytes)};
}

/// A caption may say something of its own: "B20-07 em nộp báo cáo ạ".
bool says_something(const Intent& caption) {
  switch (caption.act) {
    case Act::done:
    case Act::nil:
    case Act::progress:
    case Act::blocked:
    case Act::extension:
      return true;
    default:
      return false;
  }
}

/// The file first; then what its caption says, when it is certain which duty is meant.
void take_file(const Scene& scene, Turn& turn, Intent caption) {
  caption.files = {sent_file(scene.heard)};
  const bool was_asked = is_asked(turn.dialogue);
  file::receive(scene, turn, caption);
  const auto* offered =
      turn.commands.empty() ? nullptr : std::get_if<OfferFile>(&turn.commands.front());
  if (offered == nullptr || was_asked || !says_something(caption)) return;
  caption.files.clear();
  caption.codes = {offered->code};
  act_on(scene, turn, std::move(caption));
}

std::size_t numbers_in(const Utterance& text) {
  return static_cast<std::size_t>(
      std::count_if(text.words().begin(), text.words().end(), [](const Word& word) {
        return word.folded.find_first_of("0123456789") == 0;  // not the digits of a code
      }));
}

/// Commands whose words also begin a longer sentence: "xong 3 cuộc 245 lượt, mai em nộp quyết
/// toán".
bool may_say_more(const Intent& command, const Utterance& text) {
  constexpr std::size_t k_sentence_words = 4;
  switch (command.act) {
    case Act::none:
      return true;
    case Act::progress:  // "xong 2 cuộc" is how far a counted duty is
      return !command.done || numbers_in(text) > 1;
    case Act::report:
    case Act::done:
    case Act::acknowledge:
    case Act::snooze:
      return text.size() >= k_sentence_words;
    default:
      return false;
  }
}

/// What a sentence adds to the command it begins with: figures, or a second act.
bool says_more(const std::vector<Intent>& sentence, const Intent& command) {
  if (sentence.empty()) return false;
  return command.act == Act::none || sentence.size() > 1 || sentence.front().act == Act::figures;
}

/// What somebody says of her own duties; a lead who names a unit she leads does not.
bool is_of_own_duty(const Intent& intent) {
  switch (intent.act) {
    case Act::acknowledge:
    case Act::progress:
    case Act::done:
    case Act::figures:
    case Act::nil:
    case Act::blocked:
    case Act::not_mine:
    case Act::hand_over:
    case Act::snooze:
    case Act::contact:
      return intent.codes.empty();
    default:
      return false;
  }
}

/// A lead asks about her units where an officer would report: "có xã nào vướng gì không".
bool asks_about_units(const Scene& scene, const Utterance& text) {
  static constexpr std::string_view k_asked[] = {"nao", "gi", "ai", "may", "xem", "khong", "ko"};
  if (!scene.standing.leads()) return false;
  return std::any_of(text.words().begin(), text.words().end(), [](const Word& word) {
    return std::find(std::begin(k_asked), std::end(k_asked), word.folded) != std::end(k_asked);
  });
}

void converse(const Scene& scene, Turn& turn, const Intent& heard, const Utterance& text) {
  if (came_with_file(scene.heard) && !scene.heard.file.handle.empty())
    return take_file(scene, turn, heard);
  if (scene.heard.kind == InboundKind::other && scene.heard.text.empty())
    return say(scene, turn, "T-35");
  if (!is_plain_remark(heard)) turn.dialogue.file_for.clear();
  const bool had_form = turn.dialogue.form.has_value();
  if (answer_question(scene, turn, heard, text)) return;
  if (form_hears(scene, turn, heard, text)) return;
  if (had_form && turn.dialogue.form) turn.dialogue.form->set_aside = true;
  Intent meant = chosen_button(scene, turn.dialogue, heard);
  if (scene.heard.payload.empty() && may_say_more(meant, text)) {
    const Instant said_at = scene.heard.at > Instant{} ? scene.heard.at : scene.now;
    auto sentence = read_sentence(scene.world, text, heard, scene.said_on, said_at);
    if (asks_about_units(scene, text) || !led_units_mentioned(scene).empty())
      std::erase_if(sentence, is_of_own_duty);
    if (says_more(sentence, meant)) return act_on_all(scene, turn, std::move(sentence));
  }
  act_on(scene, turn, std::move(meant));
}

/// Buttons of the last answer can be chosen by number; a question or an open form comes first.
void remember_buttons(Turn& turn) {
  turn.dialogue.actions.clear();
  turn.dialogue.about.clear();
  if (turn.replies.empty() || turn.replies.back().buttons.empty() || is_asked(turn.dialogue))
    return;
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
    return after.note.empty() ? std::nullopt : std::optional(std::move(after));
  if (after.note.empty() && before->second.note.empty()) return std::nullopt;
  if (same(after, before->second) && before->second.expires - scene.now > Elapsed{k_waits.ms / 2})
    return std::nullopt;
  return after;
}

bool says(const Turn& turn, std::string_view message) {
  return std::any_of(turn.replies.begin(), turn.replies.end(),
                     [&](const Reply& reply) { return reply.message == message; });
}

bool hands_in(const Turn& turn) {
  return std::any_of(turn.commands.begin(), turn.commands.end(), [](const CommandBody& command) {
    return std::holds_alternative<Submit>(command);
  });
}

/// A form that another command interrupted, or that waits behind one that is handed in now.
bool waits_unmentioned(const Turn& turn) {
  if (turn.dialogue.question || says(turn, "F-09") || says(turn, "F-21")) return false;
  if (turn.dialogue.form) return turn.dialogue.form->set_aside;
  return !turn.dialogue.aside.empty() && hands_in(turn);
}

class Talk : public Interpreter {
 public:
  explicit Talk(SignInLinks links) : links_(std::move(links)) {}

  Interpretation interpret(const World& world, const Heard& heard, Instant now) const override {
    const Scene scene = scene_of(world, heard, now);
    Turn turn;
    turn.dialogue = dialogue_before(scene);
    const Danger danger = danger_of(heard);
    Pulse& pulse = pulses_.of(heard.person, turn.dialogue.pulse);
    const Hold hold = hold_of(scene, turn, danger, pulse);
    tell_hold(scene, turn, hold, pulse.held_until);
    if (hold == Hold::none && !refuse_unread(scene, turn, danger)) answer(scene, turn);
    if (!turn.commands.empty() && heard.payload.empty() && !came_with_file(heard))
      lighten(pulse);
    if (is_to_be_written(pulse, turn.dialogue.pulse)) turn.dialogue.pulse = pulse;
    Interpretation meaning;
    meaning.conversation = conversation_after(scene, turn);
    meaning.commands = std::move(turn.commands);
    meaning.replies = std::move(turn.replies);
    return meaning;
  }

 private:
  void answer(const Scene& scene, Turn& turn) const {
    const Heard& heard = scene.heard;
    const Utterance text(heard.text);
    if (heard.payload.empty() && answer_sign_in(scene, turn, text, links_)) return;
    const Intent intent = heard.payload.empty()
                              ? read_command(scene.world, text, scene.said_on)
                              : read_press(scene.world, heard.payload, scene.said_on);
    converse(scene, turn, intent, text);
    finish(scene, turn);
  }

  /// Something is always answered; a form that another command interrupted is not forgotten.
  static void finish(const Scene& scene, Turn& turn) {
    if (turn.commands.empty() && turn.replies.empty()) say(scene, turn, "M-17N");
    remember_buttons(turn);
    if (waits_unmentioned(turn)) mention_forms(scene, turn);
  }

  mutable Pulses pulses_;  // of the traffic, not of the office: no answer depends on it but a hold
  const SignInLinks links_;
};

}  // namespace

std::unique_ptr<Interpreter> make_talk(SignInLinks links) {
  return std::make_unique<Talk>(std::move(links));
}

}  // namespace dondoc
