// Dialogue: what a person is in the middle of, as talk sees it: report forms, the newest of them
// active and the others set aside, above them at most one question, and how fast and how alike the
// person's messages come. Kept between messages in the engine's Conversation.
// Values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "bots/talk/intent.h"
#include "engine/state/office.h"

namespace dondoc::talk {

/// What a question asks for; the answer completes `OpenQuestion::intent`.
enum class Need { code, date, text, person, unit, percent, confirm };

struct OpenQuestion {
  Need need = Need::code;
  Intent intent;
  std::vector<std::string> options;  ///< codes, person ids or unit ids of a numbered list
};

enum class FormStage {
  asking,    ///< field `position` was asked
  jump,      ///< its value is far above the last period's: asked once more
  checking,  ///< everything was asked: [Gửi] [Sửa]
  choosing,  ///< "Sửa mục nào?"
  fixing,    ///< field `position` is asked again, then back to checking
};

struct OpenForm {
  std::vector<std::string> codes;
  std::size_t position = 0;
  std::vector<Figure> figures;
  FormStage stage = FormStage::asking;
  bool back_to_check = false;  ///< with `jump`: it was a correction
  bool set_aside = false;      ///< another command came between
  std::vector<std::string> doubtful;  ///< fields told in a sentence, still to be asked back
  Instant kept_until;          ///< the end of a day; what was typed is kept as long
};

/// How a person's typed messages come: what the loop guard goes by (loop_guard.h).
struct Pulse {
  Instant minute;       ///< when the minute that is counted began
  int in_minute = 0;    ///< messages in it
  std::int64_t text = 0;  ///< fingerprint of the last one
  int weight = 0;         ///< grows each time it comes again
  Instant same_last;      ///< when it was last counted
  Instant held_until;      ///< nothing is answered before
  Instant automatic_told;  ///< when the person was told that automatic replies are not answered
  bool operator==(const Pulse&) const = default;
};

struct Dialogue {
  std::optional<OpenForm> form;  ///< the active one
  std::vector<OpenForm> aside;   ///< newest first
  std::optional<OpenQuestion> question;
  std::vector<std::string> actions;  ///< buttons of the last answer, chosen by a bare number
  std::string about;                 ///< the assignment these are about, or empty
  std::string file_for;              ///< the assignment whose file was said to come, or empty
  Pulse pulse;

  bool empty() const {
    return !form && aside.empty() && !question && actions.empty() && file_for.empty() &&
           pulse == Pulse{};
  }
};

/// How long a question or a list of buttons waits for its answer.
inline constexpr Elapsed k_waits = Elapsed::hours(24);
/// How many days a form is kept after it was last touched: over a weekend and a few days off.
inline constexpr CalendarDays k_form_days{7};
/// Forms set aside at once; the oldest makes room.
inline constexpr std::size_t k_forms_aside = 20;

/// An empty dialogue becomes a conversation without a topic.
Conversation conversation_of(const Dialogue& dialogue, Instant now);
/// What is expired or cannot be read is forgotten.
Dialogue dialogue_of(const Conversation& conversation, Instant now);

}  // namespace dondoc::talk
