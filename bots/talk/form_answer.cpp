#include "bots/talk/form.h"

#include <algorithm>

#include "bots/talk/form_fill.h"
#include "bots/talk/form_steps.h"
#include "bots/talk/read_figure.h"
#include "bots/talk/read_press.h"

namespace dondoc::talk {
namespace {

bool is_written(const Field& field) {
  return field.type == FieldType::text || field.type == FieldType::file;
}

/// Acts that may be read into what is really a figure: "60%", "xong 3 cuộc", "báo 3", "không".
bool may_hold_figure(Act act) {
  switch (act) {
    case Act::none:
    case Act::pick:
    case Act::report:
    case Act::progress:
    case Act::no:
    case Act::yes:
    case Act::nil:
      return true;
    default:
      return false;
  }
}

class FormListener {
 public:
  FormListener(const Scene& scene, Turn& turn, const Intent& intent, const Utterance& text)
      : scene_(scene), turn_(turn), intent_(intent), text_(text), steps_(scene, turn) {}

  bool hears() {
    if (steps_.fields().empty() || steps_.duty() == nullptr) return forget();
    if (is_about_another()) return false;
    if (intent_.pressed) return pressed();
    if (steps_.form().set_aside && !resumes_by_itself()) return control();
    if (control()) return true;
    if (lost_its_field()) return again();
    switch (steps_.form().stage) {
      case FormStage::asking:
      case FormStage::fixing:
        return field_answer();
      case FormStage::jump:
        return jump_answer();
      case FormStage::checking:
        return check_answer();
      case FormStage::choosing:
        return choice_answer();
    }
    return false;
  }

 private:
  /// The plan or the duty is gone.
  bool forget() {
    turn_.dialogue.form.reset();
    return false;
  }

  /// The form has fewer fields than when it was opened.
  bool lost_its_field() const {
    const FormStage stage = turn_.dialogue.form->stage;
    return steps_.field() == nullptr && stage != FormStage::checking &&
           stage != FormStage::choosing;
  }

  bool is_about_another() const {
    return std::any_of(intent_.codes.begin(), intent_.codes.end(), [&](const std::string& code) {
      return !form_is_about(turn_.dialogue, code);
    });
  }

  /// After another command a bare number goes on with the form; anything else needs "tiếp tục".
  bool resumes_by_itself() const {
    const bool asks = steps_.field() != nullptr && !is_written(*steps_.field());
    return asks && (intent_.act == Act::pick || intent_.act == Act::none) &&
           read_figure(steps_.field()->type, text_).reading == Reading::value;
  }

  /// What is understood at every stage.
  bool control() {
    switch (intent_.act) {
      case Act::resume:
        steps_.ask();
        return true;
      case Act::stop:
        steps_.set_aside();
        return true;
      case Act::alone:
        report_alone();
        return true;
      case Act::report:
        if (intent_.codes.empty() && has_figures_in_text()) return false;
        steps_.ask();
        return true;
      case Act::yes:
        return intent_.text == "dung" && stopped();
      case Act::correct:
        if (!intent_.codes.empty() && steps_.form().figures.empty()) return false;
        correct();
        return true;
      default:
        return false;
    }
  }

  /// Without diacritics "dừng" looks like "đúng": an answer where one is asked for, otherwise the
  /// wish to stop.
  bool stopped() {
    const bool may_be_right =
        steps_.field() == nullptr || steps_.field()->type == FieldType::yes_no;
    if (may_be_right || steps_.form().stage != FormStage::asking) return false;
    steps_.set_aside();
    return true;
  }

  bool has_figures_in_text() const {
    return text_.folded_text().find_first_of("0123456789") != std::string::npos;
  }

  void report_alone() {
    steps_.form().codes.resize(1);
    turn_.dialogue.form->figures.clear();
    turn_.dialogue.form->position = 0;
    turn_.dialogue.form->stage = FormStage::asking;
    FormSteps(scene_, turn_).ask();
  }

  /// "sửa", "sửa 2", "sửa 2 thành 254", "sửa 254 lượt người".
  void correct() {
    if (steps_.form().stage == FormStage::jump) return steps_.ask();
    const Utterance told(intent_.text);
    for (std::size_t i = 1; i <= steps_.fields().size(); ++i) {
      if (told.folded_text() == std::to_string(i))
        return steps_.ask_field(i - 1, FormStage::fixing);
    }
    if (names_field_and_value(told)) return;
    const FormStage before = steps_.form().stage;
    steps_.form().stage = FormStage::choosing;
    if (!told.empty() && take_figures(scene_, turn_, told)) return;
    steps_.form().stage = before;
    steps_.ask_which_field();
  }

  /// A button below an earlier question of the form: it must not answer the present one.
  bool is_stale() const {
    const bool answers = intent_.act == Act::skip || intent_.act == Act::send ||
                         intent_.act == Act::yes || intent_.act == Act::correct;
    auto talk = scene_.world.office.conversations.find(scene_.person.id);
    return answers && talk != scene_.world.office.conversations.end() &&
           is_pressed_late(scene_.heard.payload, talk->second.nonce);
  }

  bool show_present_state() {
    steps_.ask(words_about(scene_, "T-19F", *steps_.duty()));
    return true;
  }

  bool pressed() {
    if (is_stale() && !intent_.codes.empty()) return show_present_state();
    switch (intent_.act) {
      case Act::skip:
        return steps_.field() != nullptr && skip();
      case Act::nil:
        return nil();
      case Act::send:
        return steps_.form().stage == FormStage::checking ? hand_in() : again();
      case Act::correct:
        return corrected_by_press();
      case Act::report:
      case Act::resume:
        return again();
      case Act::yes:
        return steps_.form().stage == FormStage::jump && keep_value();
      case Act::done:
        return sent_on_paper();
      case Act::attach:
        if (steps_.field() == nullptr || steps_.field()->type != FieldType::file) return false;
        say(scene_, turn_, "F-05F");
        return true;
      default:
        return false;
    }
  }

  bool again() {
    steps_.ask();
    return true;
  }

  bool corrected_by_press() {
    if (steps_.form().stage == FormStage::jump) {
      steps_.ask();
      return true;
    }
    steps_.ask_which_field();
    return true;
  }

  bool sent_on_paper() {
    const Field* field = steps_.field();
    if (field == nullptr || field->type != FieldType::file) return false;
    put_figure(steps_.form().figures, Figure{field->id, words(scene_, "F-18"), false});
    steps_.next();
    return true;
  }

  bool hand_in() {
    if (steps_.is_complete())
      steps_.hand_in(Outcome::complete);
    else
      steps_.check();
    return true;
  }

  bool nil() {
    steps_.hand_in(Outcome::nil);
    return true;
  }

  bool skip() {
    const Field& field = *steps_.field();
    if (!field.optional) {
      steps_.ask(words(scene_, is_written(field) ? "F-06T" : "F-06N"));
      return true;
    }
    const std::string skipped = words(scene_, "F-06",
                                      {{"buoc", std::to_string(steps_.form().position + 1)},
                                       {"so_buoc", std::to_string(steps_.fields().size())}});
    drop_figure(steps_.form().figures, field.id);
    steps_.next(skipped);
    return true;
  }

  bool field_answer() {
    const Field& field = *steps_.field();
    if (intent_.act == Act::skip) return skip();
    if (intent_.act == Act::keep_duty && figure_in(steps_.form().figures, field.id) != nullptr)
      return keep_value();
    return is_written(field) ? written_answer(field) : number_answer(field);
  }

  bool written_answer(const Field& field) {
    if (is_plain_command(intent_)) return false;
    if (field.optional && says_nothing(text_)) {
      drop_figure(steps_.form().figures, field.id);
      steps_.next();
      return true;
    }
    ReadFigure read = read_figure(field.type, text_);
    if (read.reading != Reading::value) {
      if (intent_.act != Act::none && intent_.act != Act::no && intent_.act != Act::yes)
        return false;
      steps_.ask(words(scene_, "F-05F"));
      return true;
    }
    return keep(field, read);
  }

  bool number_answer(const Field& field) {
    const bool is_courteous =
        intent_.act == Act::acknowledge || intent_.act == Act::thanks || intent_.act == Act::send;
    if (is_courteous && intent_.codes.empty()) return again();
    if (!may_hold_figure(intent_.act) || !intent_.codes.empty()) return false;
    if (intent_.act == Act::nil && steps_.form().figures.empty()) return nil();
    ReadFigure read = read_figure(field.type, text_);
    const bool named = text_.size() > 1 && read.reading != Reading::value;
    if (read.reading == Reading::value) return keep(field, read);
    if (named && take_figures(scene_, turn_, text_)) return true;
    const bool is_command = intent_.act == Act::report || intent_.act == Act::progress;
    if (is_command && read.reading == Reading::nothing) return false;
    steps_.ask(complaint(field, read.reading));
    return true;
  }

  std::string complaint(const Field& field, Reading reading) const {
    const std::string example = field.example.empty() ? "3" : field.example;
    if (reading == Reading::several) return words(scene_, "F-14");
    if (reading == Reading::not_whole) return words(scene_, "F-05W", {{"goi_y", example}});
    if (reading == Reading::out_of_range && field.type == FieldType::percent)
      return words(scene_, "F-05P", {{"goi_y", example}});
    if (field.type == FieldType::yes_no) return words(scene_, "F-05Y");
    return words(scene_, "F-05", {{"goi_y", example}});
  }

  bool keep(const Field& field, const ReadFigure& read) {
    put_figure(steps_.form().figures, Figure{field.id, read.value, read.estimate});
    if (!is_written(field) && field.type != FieldType::yes_no &&
        steps_.asks_back(field, read.value))
      return true;
    steps_.next();
    return true;
  }

  bool keep_value() {
    steps_.next();
    return true;
  }

  bool jump_answer() {
    const Field* field = steps_.field();
    if (field == nullptr) return again();
    const bool agrees =
        intent_.act == Act::yes || intent_.act == Act::acknowledge || intent_.act == Act::approve;
    if (agrees || intent_.number == std::size_t{1}) return keep_value();
    if (intent_.act == Act::no || intent_.number == std::size_t{2}) return again();
    if (!may_hold_figure(intent_.act)) return false;
    ReadFigure read = read_figure(field->type, text_);
    if (read.reading != Reading::value) return again();
    put_figure(steps_.form().figures,
               Figure{field->id, read.value, read.estimate});  // asked once: this one stands
    return keep_value();
  }

  bool check_answer() {
    switch (intent_.act) {
      case Act::send:
      case Act::yes:
      case Act::acknowledge:
      case Act::approve:
        return hand_in();
      case Act::no:
        steps_.ask_which_field();
        return true;
      case Act::pick:
        if (intent_.number == std::size_t{1}) return hand_in();
        if (intent_.number == std::size_t{2})
          steps_.ask_which_field();
        else
          steps_.ask();
        return true;
      case Act::none:
        return take_figures(scene_, turn_, text_) || again();
      default:
        return false;
    }
  }

  bool choice_answer() {
    if (intent_.act == Act::send) {
      steps_.form().stage = FormStage::checking;
      return again();
    }
    const std::size_t number = intent_.number.value_or(0);
    if (number >= 1 && number <= steps_.fields().size()) {
      steps_.ask_field(number - 1, FormStage::fixing);
      return true;
    }
    if (!may_hold_figure(intent_.act)) return false;
    if (names_field_and_value(text_) || take_figures(scene_, turn_, text_)) return true;
    if (intent_.act != Act::pick && intent_.act != Act::none) return false;
    steps_.ask_which_field();
    return true;
  }

  /// "2: 254", "2 là 254", "2 thành 254".
  bool names_field_and_value(const Utterance& said) {
    if (said.size() < 2) return false;
    for (std::size_t i = 0; i < steps_.fields().size(); ++i) {
      if (said.folded(0) != std::to_string(i + 1)) continue;
      const bool linked = said.folded(1) == "la" || said.folded(1) == "thanh";
      const Field& field = *steps_.fields()[i];
      ReadFigure read = read_figure(field.type, Utterance(said.typed_from(linked ? 2 : 1)));
      if (read.reading != Reading::value || is_written(field)) return false;
      steps_.form().position = i;
      steps_.form().stage = FormStage::fixing;
      return keep(field, read);
    }
    return false;
  }

  const Scene& scene_;
  Turn& turn_;
  const Intent& intent_;
  const Utterance& text_;
  FormSteps steps_;
};

}  // namespace

bool form_hears(const Scene& scene, Turn& turn, const Intent& intent, const Utterance& text) {
  return turn.dialogue.form && FormListener(scene, turn, intent, text).hears();
}

}  // namespace dondoc::talk
