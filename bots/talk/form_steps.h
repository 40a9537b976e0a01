// The steps of the open form, shared by form.cpp (opening, asking) and form_answer.cpp (hearing).
// Engine's thread only.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bots/talk/form_fields.h"

namespace dondoc::talk {

/// "20/11/2023": the last day on which what was typed is still there.
std::string kept_day(const Scene& scene, const OpenForm& form);

/// The open form of a turn with its fields at hand. Lives within one message.
class FormSteps {
 public:
  /// Requires: a form is open (CHECKed).
  FormSteps(const Scene& scene, Turn& turn);

  OpenForm& form() { return *turn_.dialogue.form; }
  const std::vector<const Field*>& fields() const { return fields_; }
  const Assignment* duty() const { return duty_; }
  const Field* field() const;  ///< the one being asked; null beyond the last

  /// The question of the present stage, after `lead_in` when it is not empty.
  void ask(std::string lead_in = {});
  /// A value far above the last period's is asked back once; false when it is not, and nothing was
  /// asked. The field becomes the one that is asked.
  bool asks_back(const Field& field, const FigureValue& value);
  /// The same for the first of the form's doubtful fields; each is taken off the list.
  bool asks_doubtful();
  /// The first field that has no value yet, or the check line.
  void ask_missing(std::string lead_in = {});
  /// On to the next field, or to the check line.
  void next(std::string lead_in = {});
  /// The check line, once every obligatory field has a value.
  void check(std::string lead_in = {});
  bool is_complete() const { return !first_owed(); }
  void ask_field(std::size_t position, FormStage stage, std::string lead_in = {});
  void ask_which_field();
  void hand_in(Outcome outcome);
  /// The form stays as it is, quietly.
  void set_aside();

 private:
  bool is_told(std::size_t position) const;
  std::optional<std::size_t> first_owed() const;
  void drop_refused_file();
  void take_up();
  std::string question() const;
  std::string_view question_message() const;
  std::string previous() const;  ///< what stands there already, or last period's value
  void say_line(std::string_view message, std::string text, std::string lead_in);
  void check_line(std::string lead_in);

  const Scene& scene_;
  Turn& turn_;
  std::vector<const Field*> fields_;
  const Assignment* duty_ = nullptr;
};

}  // namespace dondoc::talk
