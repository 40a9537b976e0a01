// Dialogue: what a person is in the middle of, as talk sees it: a report form that is open or set
// aside, and above it at most one question. Kept between messages in the engine's Conversation.
// Values only.
#pragma once

#include <cstddef>
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
};

struct Dialogue {
  std::optional<OpenForm> form;
  std::optional<OpenQuestion> question;
  std::vector<std::string> actions;  ///< buttons of the last answer, chosen by a bare number
  std::string about;                 ///< the assignment these are about, or empty

  bool empty() const { return !form && !question && actions.empty(); }
};

/// How long a form or question waits for its answer.
inline constexpr Elapsed k_waits = Elapsed::hours(24);

/// An empty dialogue becomes a conversation without a topic.
Conversation conversation_of(const Dialogue& dialogue, Instant now);
/// What is expired or cannot be read is forgotten.
Dialogue dialogue_of(const Conversation& conversation, Instant now);

}  // namespace dondoc::talk
