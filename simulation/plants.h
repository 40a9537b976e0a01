// Planted bugs: proof that the checkers can fail. Each sits in one of the simulation's own seams
// (store, platform, wire, board, summary); the product carries none of them. Values only.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"

namespace dondoc::simulation {

enum class Plant {
  none,
  // the store
  drop_message,      ///< a message is not put into the outbox
  wrong_reader,      ///< a message is put there for somebody else
  hide_message,      ///< a message in the outbox is never leased again
  forget_inbox_key,  ///< an update that was handled is not remembered
  forget_step,       ///< the next step is not armed
  lose_event,        ///< an event is not written into the log
  tear_commit,       ///< of a commit the outbox is lost in a crash, the rest is there
  reopen_closed,     ///< a case that was closed stands open again
  backdate_event,    ///< recorded time runs backwards
  break_chain,       ///< a row of the log has a wrong hash
  forget_sent,       ///< that a message was sent is not recorded: it is sent again
  settle_unsent,     ///< a message that waits counts as overtaken
  silent_give_up,    ///< a message is given up and nobody is told
  // the platforms
  night_sending,  ///< a message is kept back and delivered at night
  stale_account,  ///< a message goes to the account the person had before
  remind_closed,  ///< a reminder is delivered again when its duty is done
  // the wire
  confirm_unstored,  ///< an update is confirmed although its commit failed
  // the conversation
  leak_guarded,  ///< an answer repeats what the guard refused
  keep_guarded,  ///< what the guard refused is kept
  // board and summary
  miss_late_day,  ///< a duty counts as overdue one day late
  old_calendar,   ///< the board is made with the calendar of the first day
  lose_figure,    ///< the summary lacks an accepted figure
  double_figure,  ///< the summary has a figure twice
  // several nodes
  old_memory,     ///< a node decides on what it has in memory, whatever the others committed
  deliver_twice,  ///< every node speaks with the platforms, whoever has the lease
};

/// Whether it takes more than one node to have it.
bool is_of_nodes(Plant plant);

std::string_view name_of(Plant plant);
/// All but none, in order.
std::vector<Plant> all_plants();
/// Errors: permanent, with the names there are.
Result<Plant> read_plant(std::string_view name);

}  // namespace dondoc::simulation
