// Acting: carries an intent out, or asks for what is missing. Commands are decided by the engine,
// whose notices read every change back; here only questions, lists and refusals of understanding
// are answered. Engine's thread only.
#pragma once

#include "bots/talk/intent.h"
#include "bots/talk/said.h"
#include "bots/talk/scene.h"

namespace dondoc::talk {

void act_on(const Scene& scene, Turn& turn, Intent intent);

/// Takes a message as the answer to the open question, which is closed then; false when it is
/// another command.
bool answer_question(const Scene& scene, Turn& turn, const Intent& heard, const Utterance& text);

// --- Parts of act_on, by theme ---

/// Carries out what several sentences say, one after another, as far as each is certain; what needs
/// a question of its own waits behind the first question, and the person is told (act_several.cpp).
void act_on_all(const Scene& scene, Turn& turn, std::vector<Intent> intents);

namespace officer {  // act_officer.cpp
void acknowledge(const Scene&, Turn&, const Intent&);
void acknowledge_all(const Scene&, Turn&);
void progress(const Scene&, Turn&, const Intent&);
void report(const Scene&, Turn&, const Intent&);
void figures(const Scene&, Turn&, const Intent&);
void nil(const Scene&, Turn&, const Intent&);
void done(const Scene&, Turn&, const Intent&);
void snooze(const Scene&, Turn&, const Intent&);
}  // namespace officer

namespace officer {  // act_correct.cpp: saying anew, taking back
void correct(const Scene&, Turn&, const Intent&);
void retract(const Scene&, Turn&, const Intent&);
}  // namespace officer

namespace request {  // act_request.cpp: what needs a reason or a name
void extension(const Scene&, Turn&, const Intent&);
void blocked(const Scene&, Turn&, const Intent&);
void not_mine(const Scene&, Turn&, const Intent&);
void hand_over(const Scene&, Turn&, const Intent&);
}  // namespace request

namespace lead {  // act_lead.cpp
void approve(const Scene&, Turn&, const Intent&);
void accept(const Scene&, Turn&, const Intent&);
void grant(const Scene&, Turn&, const Intent&);
void refuse(const Scene&, Turn&, const Intent&);
void return_report(const Scene&, Turn&, const Intent&);
void answer_block(const Scene&, Turn&, const Intent&);
void keep_duty(const Scene&, Turn&, const Intent&);
void transfer(const Scene&, Turn&, const Intent&);
}  // namespace lead

namespace account {  // act_account.cpp
void notice(const Scene&, Turn&);
void unlink(const Scene&, Turn&);
void reminders(const Scene&, Turn&, bool stop);
void settle_rebind(const Scene&, Turn&, const Intent&);
}  // namespace account

namespace file {  // act_file.cpp: files sent in the chat
/// What came with the message goes to one certain duty, or it is asked which.
void receive(const Scene&, Turn&, const Intent&);
/// Offers the files of an intent for its one duty, or asks which.
void offer(const Scene&, Turn&, const Intent&);
}  // namespace file

void nudge(const Scene&, Turn&, const Intent&);  // act_nudge.cpp

/// Units the person leads, other than her own, that the message names before its reason.
std::vector<std::string> led_units_mentioned(const Scene&);  // act_lead.cpp

namespace lists {  // lists.cpp, situation.cpp, standing.cpp
void my_tasks(const Scene&, Turn&);
void overdue(const Scene&, Turn&);
void situation(const Scene&, Turn&);
void summary(const Scene&, Turn&);
void owing(const Scene&, Turn&, const Intent&);
void stuck(const Scene&, Turn&);
void standing(const Scene&, Turn&, const Intent&);
}  // namespace lists

namespace facts {  // act_facts.cpp: questions about one duty
void due_date(const Scene&, Turn&, const Intent&);
void form_outline(const Scene&, Turn&, const Intent&);
void document(const Scene&, Turn&, const Intent&);
void contact(const Scene&, Turn&, const Intent&);
void recipient(const Scene&, Turn&, const Intent&);
void period(const Scene&, Turn&, const Intent&);
void late_ok(const Scene&, Turn&, const Intent&);
void how_to_send(const Scene&, Turn&, const Intent&);
void how_it_stands(const Scene&, Turn&, const Intent&);
void attach(const Scene&, Turn&, const Intent&);
void standing(const Scene&, Turn&, const Assignment&);
void not_understood(const Scene&, Turn&, const Intent&);
}  // namespace facts

}  // namespace dondoc::talk
