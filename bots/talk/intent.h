// Intent: what a person means, between reading and acting. Reading fills it from a text or a press
// (read_*.h); acting carries it out (act_*.h); neither knows the other. Values only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bots/talk/said.h"
#include "engine/time/time.h"

namespace dondoc::talk {

enum class Act {
  none,  ///< not understood
  // asked by anybody
  my_tasks,
  due_date,
  form_outline,
  document,
  contact,
  recipient,      ///< where the report goes
  period,         ///< from when to when the figures count
  late_ok,        ///< whether it may still be sent
  how_to_send,    ///< on paper, as a file, through the clerk
  how_it_stands,  ///< whether it was received
  help,
  // said by officers
  acknowledge,
  acknowledge_all,
  progress,
  report,
  figures,  ///< told in a sentence: fills the form
  nil,
  done,
  extension,
  blocked,
  not_mine,
  hand_over,
  snooze,
  correct,
  retract,  ///< takes back what was said last
  attach,
  // said by leads
  situation,
  overdue,
  nudge,
  approve,
  accept,
  grant,
  grant_other,
  refuse,
  return_report,
  summary,
  owing,     ///< who has not handed in
  stuck,     ///< who has difficulties
  standing,  ///< how far a duty or a unit is
  answer_block,
  keep_duty,
  transfer,
  open_questions,
  // about the conversation itself
  yes,
  no,
  all,
  pick,
  send,
  skip,
  resume,
  stop,
  alone,
  mute,            ///< asks whether reminders are to stop
  stop_reminders,  ///< stops them
  keep_reminders,  ///< or wants them again
  notice,      ///< what is kept about the person
  forget,      ///< asks whether the account is to be unlinked
  unlink,      ///< unlinks it
  keep_link,   ///< or leaves it as it is
  rebind_yes,  ///< a lead's word on another account of a person
  rebind_no,
  thanks,
};

/// "extension": kept in conversations and used as their topic, so a name is never changed.
std::string_view name_of(Act act);
std::optional<Act> act_named(std::string_view name);

/// What somebody promises to have sent, and when.
struct Promise {
  LocalDate day;
  std::optional<TimeOfDay> time;
  bool operator==(const Promise&) const = default;
};

/// A file that came with a message, still on the platform.
struct SentFile {
  std::string channel, handle, name;
  std::int64_t bytes = 0;  ///< as declared; 0: unknown
  bool operator==(const SentFile&) const = default;
};

/// Slots are filled as far as the text gives them; acting asks for what is missing.
struct Intent {
  Act act = Act::none;
  std::vector<std::string> codes;        ///< of existing assignments, in the order of the text
  std::vector<std::string> obligations;  ///< "B20" without a unit's number
  std::vector<std::string> unknown;      ///< written like codes, but there are none of these names
  std::optional<LocalDate> until;
  std::optional<CalendarDays> days;  ///< "thêm 3 ngày"
  std::optional<WorkingDays> working_days;
  std::optional<Promise> promise;
  std::optional<double> percent;
  std::optional<std::int64_t> done, total;  ///< "2/3 cuộc"
  std::optional<std::size_t> number;        ///< a bare number: the n-th button, choice or field
  std::string text;                         ///< reason, content or name, as typed
  std::string about;  ///< words in which a duty may be named by what it is: "quyết toán"
  std::string person;                       ///< id, once it is known
  std::string unit;                         ///< id, once it is known
  std::vector<SentFile> files;              ///< what came with the message
  bool pressed = false;                     ///< came from a button: there was nothing to type
  bool unsure = false;                      ///< understood, but to be asked back before it changes anything
};

/// Words beside the matter: thanks, yes, what was not understood.
bool is_plain_remark(const Intent& intent);

/// Commands that a sentence given as a reason, a name or a field of text would not happen to be.
bool is_plain_command(const Intent& intent);

}  // namespace dondoc::talk
