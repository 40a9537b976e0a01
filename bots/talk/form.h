// The report form in the chat: one field a message, checked before it is handed in (domain.md §5).
// The form waits in the dialogue between messages; handing in is a Submit command. Engine's thread
// only.
#pragma once

#include "bots/talk/intent.h"
#include "bots/talk/said.h"
#include "bots/talk/scene.h"

namespace dondoc::talk {

/// Opens the form of a duty, or goes on with it when it is open or set aside; another form that was
/// active is set aside. A duty without a form is asked for a sentence.
void open_form(const Scene& scene, Turn& turn, const std::string& code);

/// Opens the form of a duty, fills in what a sentence told, and asks for the rest. Without a form,
/// or when nothing fits it: as open_form.
void open_form_with(const Scene& scene, Turn& turn, const std::string& code, const Utterance& told);

/// Opens the form on a report that is handed in, with its values, and asks what to change.
void correct_report(const Scene& scene, Turn& turn, const std::string& code);

/// The same, taking over the values a sentence tells: "254 lượt người chứ không phải 245".
void correct_report_with(const Scene& scene, Turn& turn, const std::string& code,
                         const Utterance& told);

/// Asks the open form's question again. Requires: a form is open (CHECKed).
void ask_again(const Scene& scene, Turn& turn);

/// Takes a message as an answer to the open form; false when it is something else, which the form
/// outlasts.
bool form_hears(const Scene& scene, Turn& turn, const Intent& intent, const Utterance& text);

/// "Tiếp tục", with a code or without: the active form, or else the newest of those set aside.
void resume_form(const Scene& scene, Turn& turn, const Intent& intent);

/// Reminds of forms that are not finished: "nhắn “tiếp tục”".
void mention_forms(const Scene& scene, Turn& turn);

/// Whether the active form is about this duty.
bool form_is_about(const Dialogue& dialogue, const std::string& code);

/// Takes the form about this duty out of the dialogue, active or set aside; none when there is
/// none.
std::optional<OpenForm> take_form(Dialogue& dialogue, const std::string& code);

/// What is typed into a form is kept until the end of a day; today it is this one.
Instant form_kept_until(const Scene& scene);

}  // namespace dondoc::talk
