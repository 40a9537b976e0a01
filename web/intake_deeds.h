// What is done to drafts, by the pages and by the API alike: made of a document, corrected, made
// ready to be issued. A draft that was opened (web/intake_draft.h) is changed in memory; whoever
// calls keeps it. Safe from any thread.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "engine/command/command.h"
#include "web/intake_desk.h"
#include "web/intake_draft.h"
#include "web/intake_form.h"
#include "web/page_desk.h"

namespace dondoc {

/// Somebody with so many sends no further document.
inline constexpr std::size_t k_drafts_a_person = 50;

/// What she sees of drafts, the latest change first; those that nobody touched for ninety days are
/// forgotten before.
Result<std::vector<DraftHead>> drafts_in_sight(DraftStore& drafts, const Visitor& visitor,
                                               Instant now);

/// A document that was read becomes a draft of hers, and is kept: codes that no plan of the office
/// has, and the units of the office for those of the same name. Errors: those of the stores.
Result<OpenedDraft> keep_new_draft(PageDesk& desk, DraftStore& drafts, const Visitor& visitor,
                                   const UploadedFile& file, ReadPlan read, Instant now);

/// Compared with the text, or not any more; `code` empty: every duty. False: there is no such duty.
bool mark_seen(OpenedDraft& draft, const std::string& code, bool is_seen);

/// Why a form did not do it; a fault of the office is an error.
template <class Done>
using FormOutcome = Result<std::variant<Done, IntakeFault>>;

FormOutcome<std::monostate> put_head(PageDesk& desk, OpenedDraft& draft, const HeadForm& form);

/// Corrects the duty of that code, or adds one when it is empty. Its code. It counts as seen.
/// Requires: the draft has that duty.
FormOutcome<std::string> put_duty(PageDesk& desk, OpenedDraft& draft, const std::string& code,
                                  const DutyForm& form);

/// The name of a unit or group of the draft; none: it has no such.
std::optional<std::string> named_in_draft(const Plan& plan, std::string_view id);

/// The unit or group is these units. A fault when there are none.
/// Requires: the draft has it.
std::optional<IntakeFault> put_units(OpenedDraft& draft, const std::string& id,
                                     std::vector<PlanUnit> units);

/// "accept": the proposal is confirmed when the plan is issued; "open": it is not; "drop": nobody is
/// asked. False: it has no proposal, a duty waits for the answer, or the word is another.
/// Requires: the draft has the question.
bool decide_question(OpenedDraft& draft, const std::string& id, std::string_view deed);

/// When a plan that was issued meanwhile has the letter of its codes, they get another.
void take_free_prefix(PageDesk& desk, OpenedDraft& draft);

/// What was agreed to: commands to be carried out after the plan is issued. One that is refused
/// leaves its question open.
std::vector<ConfirmQuestion> agreed_answers(const OpenedDraft& draft);

}  // namespace dondoc
