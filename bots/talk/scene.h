// Scene: who spoke, when, and what may be looked at while one message is acted upon; Turn: what
// comes of it. A scene lives for one call of interpret. Engine's thread only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bots/talk/dialogue.h"
#include "engine/port/interpreter.h"

namespace dondoc::talk {

/// What a person may answer for and decide about, as far as the directory says; decide has the last
/// word.
struct Standing {
  std::vector<std::string> own_units;   ///< as officer or lead, or as deputy of one who is on leave
  std::vector<std::string> lead_roots;  ///< leads these and all units below them
  bool leads() const { return !lead_roots.empty(); }
};

struct Scene {
  const World& world;
  const Person& person;
  const Heard& heard;
  Instant now;
  LocalDate today;    ///< of `now`: what is overdue
  LocalDate said_on;  ///< of the message itself: what "mai" counts from
  Standing standing;

  const Assignment* duty(std::string_view code) const { return world.cases.find(code); }
  const Obligation* obligation_of(const Assignment& assignment) const;
  const Form* form_of(const Assignment& assignment) const;
  std::optional<Due> due_of(const Assignment& assignment) const;
  /// Dated, ordered, still owed, and past the later of its two dates.
  bool is_overdue(const Assignment& assignment) const;
  bool is_own(const Assignment& assignment) const;
  bool is_led(std::string_view unit) const;
  /// Decides about it rather than asks for it: stands above the unit, or is at the top of the tree.
  bool decides_on(const Assignment& assignment) const;
};

Standing standing_of(const World& world, const Person& person, LocalDate today);

struct Turn {
  std::vector<CommandBody> commands;
  std::vector<Reply> replies;
  Dialogue dialogue;  ///< as it was before, changed by acting
};

// --- Speaking: texts of the message book in the person's language ---

/// A text without a duty; xh, ten and dv are always known. A placeholder nobody filled becomes "…".
std::string words(const Scene& scene, std::string_view message, const Parameters& more = {});
/// A text about a duty: also ma, viec, kh, han, noinhan, songay. `more` goes first.
std::string words_about(const Scene& scene, std::string_view message, const Assignment& duty,
                        const Parameters& more = {});

/// Adds an answer with the text's own buttons.
void say(const Scene& scene, Turn& turn, std::string_view message, const Parameters& more = {});
void say_about(const Scene& scene, Turn& turn, std::string_view message, const Assignment& duty,
               const Parameters& more = {});
/// Adds an answer whose text was put together from several, with the buttons of `message`.
void say_text(const Scene& scene, Turn& turn, std::string_view message, std::string text,
              std::string_view code);

}  // namespace dondoc::talk
