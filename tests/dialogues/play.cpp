#include "tests/dialogues/play.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <set>
#include <stdexcept>

#include "engine/command/invitation.h"
#include "reports/board_text.h"
#include "tests/dialogues/stage.h"

namespace dondoc::dialogues {
namespace {

/// Ends the dialogue; the line is added where it is caught.
struct Surprise : std::runtime_error {
  using std::runtime_error::runtime_error;
};

const Cast& cast_of(const std::vector<Cast>& casts, const std::string& plan) {
  for (const Cast& cast : casts) {
    if (plan == cast.letter || plan.starts_with(cast.letter + " ")) return cast;
  }
  throw Surprise("people.txt knows no plan “" + plan + "”");
}

bool is_stranger(const std::string& called) { return called.starts_with("Người lạ"); }

std::string buttons_text(const std::vector<OutgoingButton>& buttons) {
  std::string text;
  for (const OutgoingButton& b : buttons) text += (text.empty() ? "[" : " [") + b.label + "]";
  return text.empty() ? "không có" : text;
}

class Player {
 public:
  Player(const Dialogue& dialogue, const std::vector<Cast>& casts)
      : dialogue_(dialogue), cast_(cast_of(casts, dialogue.plan)), line_(dialogue.line) {}

  std::string play(const std::string& file) {
    try {
      know_everybody();
      line_ = dialogue_.line;
      Stage stage(cast_, dialogue_);
      stage_ = &stage;
      for (const Step& step : dialogue_.steps) {
        line_ = step.line;
        take(step);
      }
      nothing_waits("at the end");
    } catch (const std::exception& surprise) {
      return fmt::format("{}:{}: {}", file, line_, surprise.what());
    }
    return {};
  }

 private:
  std::string account(const Step& step) const {
    if (step.who.empty()) return speaker_;
    return id_of(step.who);
  }

  /// Whoever is named takes part: each message to them has to be in the dialogue.
  void know_everybody() {
    for (const Step& step : dialogue_.steps) {
      line_ = step.line;
      if (step.who.empty()) continue;
      if (is_stranger(step.who)) {
        called_[id_of(step.who)] = step.who;
        continue;
      }
      const Character* character = cast_.character(step.who);
      if (character == nullptr) throw Surprise("people.txt knows nobody called “" + step.who + "”");
      if (!step.unit.empty() && step.unit != character->unit)
        throw Surprise(step.who + " works in “" + character->unit + "”");
      called_[id_of(step.who)] = step.who;
    }
  }

  void take(const Step& step) {
    switch (step.kind) {
      case StepKind::says:
      case StepKind::presses:
      case StepKind::sends:
        return speak(step);
      case StepKind::answered:
        return answered(step);
      case StepKind::silence:
        return nothing_waits();
      case StepKind::buttons:
        return buttons(step);
      case StepKind::board:
        return board(step);
      case StepKind::figures:
        return figures(step);
      case StepKind::clock:
        return clock(step);
      case StepKind::absent:
        if (stage_->keeps(step.text)) throw Surprise("the database holds “" + step.text + "”");
        return;
      case StepKind::office:
        return office(step);
    }
  }

  void speak(const Step& step) {
    nothing_waits();
    speaker_ = account(step);
    Heard heard;
    heard.account = speaker_;
    heard.text = step.text;
    if (step.kind == StepKind::presses) {
      auto payload = stage_->button(speaker_, step.text, step.about);
      if (!payload) throw Surprise(step.who + " was never shown the button [" + step.text + "]");
      heard.kind = InboundKind::press;
      heard.text.clear();
      heard.payload = *payload;
    } else if (step.kind == StepKind::sends) {
      heard.kind = step.rest ? InboundKind::photo : InboundKind::file;
      heard.file = {"sandbox-file", step.about, "", 1000};
    }
    stage_->hear(std::move(heard));
    gather();
  }

  void answered(const Step& step) {
    if (speaker_.empty() && step.who.empty()) throw Surprise("nobody has said anything yet");
    const std::string to = account(step);
    auto found = std::find_if(waiting_.begin(), waiting_.end(),
                              [&](const SandboxMessage& m) { return m.account == to; });
    if (found == waiting_.end()) throw Surprise("the bot does not say this: " + step.text);
    if (!matches(step.text, found->text))
      throw Surprise("the bot says otherwise:\n  " + found->text + "\nexpected:\n  " + step.text);
    last_buttons_ = found->buttons;
    waiting_.erase(found);
  }

  void buttons(const Step& step) {
    if (const std::string shown = buttons_text(last_buttons_); !matches(step.text, shown))
      throw Surprise("the buttons are: " + shown);
  }

  void board(const Step& step) {
    nothing_waits();
    const auto row = stage_->board_row(step.about);
    if (!row) {
      if (step.text == "không có") return;
      throw Surprise("the board has no " + step.about);
    }
    const std::vector<std::string> shown = {
        row->state_label, standing_text(*row, stage_->zone().date_of(stage_->now())),
        "hạn " + due_text(*row)};
    const std::string notes = notes_text(*row);
    for (std::string_view rest = step.text; !rest.empty();) {
      const auto at = rest.find(" · ");
      const std::string item(rest.substr(0, at));
      rest =
          at == rest.npos ? std::string_view{} : rest.substr(at + std::string_view(" · ").size());
      const bool there = std::any_of(shown.begin(), shown.end(),
                                     [&](const std::string& s) { return matches(item, s); });
      if (!there && !matches("…" + item + "…", notes))
        throw Surprise(
            fmt::format("the board shows: {} · {} · {} · {}", shown[0], shown[1], shown[2], notes));
    }
  }

  void figures(const Step& step) {
    nothing_waits();
    const auto assignment = stage_->assignment(step.about);
    if (!assignment) throw Surprise("there is no " + step.about);
    if (const std::string shown = stage_->figures_text(*assignment); !matches(step.text, shown))
      throw Surprise("the report says: " + shown);
  }

  void clock(const Step& step) {
    nothing_waits();
    const auto target = time_of(step.text, stage_->zone(), stage_->now());
    if (!target) throw Surprise("“" + step.text + "” is no time");
    if (*target < stage_->now()) throw Surprise("the clock does not run backwards");
    if (step.rest) {
      stage_->move_to(*target - Elapsed::minutes(1));
      stage_->take_delivered();
    }
    stage_->move_to(*target);
    gather();
  }

  void office(const Step& step) {
    nothing_waits();
    const std::string refused = stage_->administer(office_command(step.text));
    if (!refused.empty()) throw Surprise("refused: " + refused);
    gather();
  }

  /// "mời Chị Mai, mã ACDE3467", "Chị Hoa nghỉ từ 13/11/2023 đến 20/11/2023, Chị Lan thay".
  CommandBody office_command(const std::string& text) const {
    const std::string invite = "mời ";
    const std::string code = ", mã ";
    const auto comma = text.find(code);
    if (text.starts_with(invite) && comma != text.npos) {
      const std::string who = text.substr(invite.size(), comma - invite.size());
      return Invite{person(who), "sandbox", invitation_hash(text.substr(comma + code.size()))};
    }
    const std::string on_leave = " nghỉ từ ";
    const auto leave = text.find(on_leave);
    if (leave == text.npos) throw Surprise("not understood; README.md shows what can be done");
    const std::string days = text.substr(leave + on_leave.size());
    const std::string to = " đến ";
    const auto until = days.find(to);
    const auto deputy = days.find(", ");
    if (until == days.npos || deputy == days.npos || !days.ends_with(" thay"))
      throw Surprise("a leave is “X nghỉ từ … đến …, Y thay”");
    const std::string stand_in = days.substr(deputy + 2, days.size() - deputy - 2 - 5);
    return TakeLeave{
        person(text.substr(0, leave)),
        {day(days.substr(0, until)),
         day(days.substr(until + to.size(), deputy - until - to.size())), person(stand_in)}};
  }

  std::string person(const std::string& called) const {
    if (cast_.character(called) == nullptr)
      throw Surprise("people.txt knows nobody called “" + called + "”");
    return id_of(called);
  }

  LocalDate day(const std::string& text) const {
    const auto time = time_of(text + " 00:00", stage_->zone(), stage_->now());
    if (!time) throw Surprise("“" + text + "” is no day");
    return stage_->zone().date_of(*time);
  }

  void gather() {
    for (SandboxMessage& message : stage_->take_delivered()) {
      if (called_.contains(message.account)) waiting_.push_back(std::move(message));
    }
  }

  /// Before anything else happens everything that was said must have been written down.
  void nothing_waits(std::string_view when = "before this") const {
    if (waiting_.empty()) return;
    const SandboxMessage& first = waiting_.front();
    throw Surprise(fmt::format("{} the bot also says, {}:\n  Bot → {}: {}", when,
                               stage_->zone().clock(first.at), called_.at(first.account),
                               first.text));
  }

  const Dialogue& dialogue_;
  const Cast& cast_;
  std::size_t line_;
  Stage* stage_ = nullptr;
  std::string speaker_;                        ///< account
  std::map<std::string, std::string> called_;  ///< by account
  std::deque<SandboxMessage> waiting_;         ///< said and not yet met in the dialogue
  std::vector<OutgoingButton> last_buttons_;
};

}  // namespace

std::string play(const std::string& file, const Dialogue& dialogue,
                 const std::vector<Cast>& casts) {
  try {
    return Player(dialogue, casts).play(file);
  } catch (const Surprise& surprise) {
    return fmt::format("{}:{}: {}", file, dialogue.line, surprise.what());
  }
}

}  // namespace dondoc::dialogues
