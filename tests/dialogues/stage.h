// The stage of a dialogue: the real engine, store, conversation and sandbox delivery on a virtual
// clock (app/demo), with the cast of people.txt. Throws std::runtime_error when the environment
// fails.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/demo.h"
#include "app/temporary_folder.h"
#include "reports/board.h"
#include "tests/dialogues/people.h"
#include "tests/dialogues/script.h"
#include "tests/support/test_database.h"

namespace dondoc::dialogues {

class Stage {
 public:
  /// Issues the plan on its day, lets happen what `dialogue.before` says, and stands at its start.
  /// Throws std::invalid_argument when the dialogue asks for what there is not.
  Stage(const Cast& cast, const Dialogue& dialogue);
  ~Stage();

  /// What somebody says, presses or sends; carried out, and answers delivered, on return.
  void hear(Heard heard);
  /// Every step on the way is taken.
  void move_to(Instant target);
  /// A command of the administrator; what it was refused with, or empty.
  std::string administer(CommandBody body);

  /// What was delivered since the last call, in order.
  std::vector<SandboxMessage> take_delivered();
  /// The newest button with that label in the account's window, about `code` unless it is empty.
  std::optional<std::string> button(const std::string& account, const std::string& label,
                                    const std::string& code);

  Instant now() { return demo_.runtime().now(); }
  const Zone& zone() const { return zone_; }
  /// None when there is no such duty, or the board leaves it out.
  std::optional<BoardRow> board_row(const std::string& code);
  std::optional<Assignment> assignment(const std::string& code);
  std::string figures_text(const Assignment& assignment) const;
  /// Whether the text stands anywhere in the database's files.
  bool keeps(const std::string& text);

 private:
  void play_past(const std::string& before, Instant start);
  /// Together, in one batch where the engine likes.
  void ask(std::vector<Command> commands);
  std::vector<Assignment> assignments();

  Zone zone_ = Zone::viet_nam();
  Plan plan_;
  TemporaryFolder folder_;
  test::TestDatabase database_{folder_.file("dialogue.db")};
  Demo demo_;
  std::mutex mutex_;
  std::vector<SandboxMessage> delivered_;  // guarded by mutex_
  int heard_ = 0;
};

/// "17/11 08:00", "17/11/2023 08:00": without a year, that of `near`. None when it is no time.
std::optional<Instant> time_of(const std::string& text, const Zone& zone, Instant near);

}  // namespace dondoc::dialogues
