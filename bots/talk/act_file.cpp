#include <algorithm>

#include "bots/talk/act.h"
#include "bots/talk/duties.h"
#include "bots/talk/form.h"
#include "bots/talk/form_steps.h"
#include "engine/attachment/attachment.h"

namespace dondoc::talk::file {
namespace {

bool awaits_report(const Assignment& a) {
  return a.meaning == Meaning::open || a.meaning == Meaning::reported;
}

Duties possible(const Scene& scene) { return dated_first(scene, own_duties(scene, awaits_report)); }

/// Of a report that asks for a file and is at that very field.
const Field* file_field(const Scene& scene, Turn& turn) {
  if (!turn.dialogue.form || turn.dialogue.form->set_aside) return nullptr;
  const Field* field = FormSteps(scene, turn).field();
  return field != nullptr && field->type == FieldType::file ? field : nullptr;
}

/// Not by its name: it is still to be fetched, and what is refused then leaves nothing behind.
void into_form(const Scene& scene, Turn& turn, const Field& field) {
  FormSteps steps(scene, turn);
  put_figure(steps.form().figures, Figure{field.id, words(scene, "F-25"), false});
  steps.next();
}

/// The duty of the conversation so far, when there is one: said in the caption, the report being
/// filled in, or that of "Đính kèm tệp".
std::string meant(const Turn& turn, const Intent& intent) {
  if (names_one_duty(intent)) return intent.codes.front();
  if (!intent.codes.empty() || !intent.obligations.empty() || !intent.unknown.empty()) return {};
  const auto& form = turn.dialogue.form;
  if (form && !form->set_aside) return form->codes.front();
  return turn.dialogue.file_for;
}

/// More files while it is asked which duty the first is for.
bool joins_waiting_files(const Scene& scene, Turn& turn, const Intent& intent) {
  auto& question = turn.dialogue.question;
  if (!question || question->intent.files.empty() || names_one_duty(intent)) return false;
  for (const SentFile& sent : intent.files) question->intent.files.push_back(sent);
  say(scene, turn, "T-72", {{"n", std::to_string(std::min(question->options.size(), k_listed))}});
  return true;
}

bool is_refused_at_once(const Scene& scene, Turn& turn, const SentFile& sent) {
  const auto fault = fault_of_offer(sent.name, sent.bytes);
  if (!fault) return false;
  say(scene, turn, "F-11N",
      {{"tep", ""}, {"lydo", words(scene, message_of(*fault))}});  // its name is not kept either
  return true;
}

}  // namespace

void offer(const Scene& scene, Turn& turn, const Intent& intent) {
  const bool names_none =
      intent.codes.empty() && intent.obligations.empty() && intent.unknown.empty();
  if (names_none && possible(scene).empty()) return say(scene, turn, "F-24");
  const auto code = the_duty(scene, turn, intent, [&] { return possible(scene); });
  if (!code) return;
  for (const SentFile& sent : intent.files)
    turn.commands.emplace_back(OfferFile{*code, sent.channel, sent.handle, sent.name, sent.bytes});
}

void receive(const Scene& scene, Turn& turn, const Intent& intent) {
  if (is_refused_at_once(scene, turn, intent.files.front())) return;
  if (joins_waiting_files(scene, turn, intent)) return;
  Intent sending;
  sending.act = Act::attach;
  sending.files = intent.files;
  sending.codes = intent.codes;
  sending.obligations = intent.obligations;
  sending.unknown = intent.unknown;
  if (std::string code = meant(turn, intent); !code.empty()) sending.codes = {std::move(code)};
  const bool for_form =
      names_one_duty(sending) && form_is_about(turn.dialogue, sending.codes.front());
  if (const Field* field = for_form ? file_field(scene, turn) : nullptr)
    into_form(scene, turn, *field);
  offer(scene, turn, sending);
}

}  // namespace dondoc::talk::file
