#include "engine/state/evolve.h"

#include <algorithm>

#include "engine/check.h"
#include "engine/codec/plan_codec.h"
#include "engine/state/evolve_person.h"
#include "engine/state/statement.h"

namespace dondoc {
namespace {

template <class... Fs>
struct Overload : Fs... {
  using Fs::operator()...;
};
template <class... Fs>
Overload(Fs...) -> Overload<Fs...>;

std::uint64_t bit(int rung) { return rung < 0 ? 0 : std::uint64_t{1} << rung; }

/// The unit has spoken: whatever it said, silence is over.
void answered(Assignment& a, Instant at) {
  a.last_answer_at = at;
  a.unanswered_nudges = 0;
  a.escalated = false;
}

/// The ladder starts anew at `at`; steps before it are history.
void restart_ladder(Assignment& a, Instant at) {
  a.ladder_from = at;
  a.ladder_restarted = true;
  a.steps_done = 0;
  a.unanswered_nudges = 0;
}

/// The promise took the place of the steps before its hour: they do not come afterwards.
void promise_checked(Assignment& a, Instant at) {
  a.snoozed_until.reset();
  a.ladder_from = at;
  a.ladder_restarted = true;
}

void add_ledger(Assignment& a, LedgerKind kind, LocalDate date, const Event& e,
                const std::string& reason, const std::string& document) {
  a.ledger.push_back({kind, date, e.at, e.by, reason, document});
}

void issued(Assignment& a, const Event& e, const AssignmentIssued& x) {
  a.code = e.subject;
  a.plan = x.plan;
  a.obligation = x.obligation;
  a.unit = x.unit;
  a.period = x.period;
  a.binding = x.binding;
  a.ladder = x.ladder;
  a.nominal = x.nominal;
  a.from = x.from;
  a.cutoff = x.cutoff;
  a.roll = x.roll;
  a.confirmed_by = x.confirmed_by;
  a.issued_at = e.at;
  a.ladder_from = e.at;
}

void due_set(Assignment& a, const Event& e, std::optional<LocalDate> nominal) {
  a.nominal = nominal;
  a.issued_at = e.at;
  restart_ladder(a, e.at);
  a.ladder_restarted = false;
}

/// From now on the duty's own report is added up, or none.
void sources_superseded(Assignment& a) {
  for (Source& source : a.sources) source.counts = false;
}

void submitted(Assignment& a, const Event& e, const Submitted& x) {
  a.submissions.push_back(x.submission);
  sources_superseded(a);
  if (!a.completed_at || x.submission.outcome != Outcome::corrected) a.completed_at = e.at;
  answered(a, e.at);
}

void progressed(Assignment& a, const Event& e, const Progressed& x) {
  if (x.percent) a.percent = x.percent;
  if (x.done) a.done_count = x.done;
  if (x.total) a.total_count = x.total;
  if (!x.text.empty()) a.remark = x.text;
  answered(a, e.at);
}

/// The unit has spoken again, and what it takes back is gone.
void retracted(Assignment& a, const Event& e, Statement what) {
  switch (what) {
    case Statement::acknowledgement:
      a.acknowledged_at.reset();
      break;
    case Statement::report:
      a.completed_at.reset();
      break;
    case Statement::extension:
      a.extension_request.reset();
      break;
    case Statement::obstacle:
      a.block.reset();
      break;
    case Statement::dispute:
      a.dispute.reset();
      break;
    case Statement::handover:
      a.handler.clear();
      break;
    case Statement::promise:
      a.snoozed_until.reset();
      break;
    case Statement::none:  // another trigger
    case Statement::progress:
      return;
  }
  answered(a, e.at);
}

void file_offered(Assignment& a, const Event& e, const FileOffered& x) {
  a.attachments.push_back({x.number, x.name, "", "", x.bytes, e.by, e.at});
  a.attachments_offered = x.number;
}

void file_kept(Assignment& a, const Event& e, const FileKept& x) {
  for (Attachment& file : a.attachments) {
    if (file.number != x.number) continue;
    file.name = x.name;
    file.kind = x.kind;
    file.digest = x.digest;
    file.bytes = x.bytes;
    file.at = e.at;
  }
  answered(a, e.at);
}

void file_refused(Assignment& a, const FileRefused& x) {
  std::erase_if(a.attachments, [&](const Attachment& file) { return file.number == x.number; });
}

void apply_body(Assignment& a, const Event& e) {
  std::visit(Overload{
                 [&](const AssignmentIssued& x) { issued(a, e, x); },
                 [&](const DueConfirmed& x) {
                   a.from = x.from;
                   a.cutoff = x.cutoff;
                   a.roll = x.roll;
                   a.confirmed_by = e.by;
                   a.period = x.period;
                   due_set(a, e, x.nominal);
                 },
                 [&](const Acknowledged&) {
                   if (!a.acknowledged_at) a.acknowledged_at = e.at;
                   answered(a, e.at);
                 },
                 [&](const Progressed& x) { progressed(a, e, x); },
                 [&](const Submitted& x) { submitted(a, e, x); },
                 [&](const Accepted&) { a.accepted_at = e.at; },
                 [&](const DutyPassedOn& x) { a.moved_to = x.to_codes; },
                 [&](const DutyTakenOver& x) { a = x.assignment; },
                 [&](const HandlerReplaced& x) { a.handler = x.person; },
                 [&](const Returned& x) {
                   sources_superseded(a);
                   a.completed_at.reset();
                   a.accepted_at.reset();
                   if (x.until) add_ledger(a, LedgerKind::rescheduled, *x.until, e, x.reason, "");
                   restart_ladder(a, e.at);
                 },
                 [&](const ExtensionRequested& x) {
                   a.extension_request = ExtensionRequest{e.at, x.until, x.reason, e.by};
                   answered(a, e.at);
                 },
                 [&](const ExtensionGranted& x) {
                   a.extension_request.reset();
                   add_ledger(a, LedgerKind::extended, x.until, e, x.reason, x.document);
                   restart_ladder(a, e.at);
                 },
                 [&](const ExtensionRefused&) { a.extension_request.reset(); },
                 [&](const Blocked& x) {
                   a.block = Block{e.at, x.reason, e.by};
                   answered(a, e.at);
                 },
                 [&](const Unblocked&) { a.block.reset(); },
                 [&](const Suspended& x) {
                   add_ledger(a, LedgerKind::suspended, x.from, e, x.reason, x.document);
                 },
                 [&](const Resumed& x) {
                   add_ledger(a, LedgerKind::resumed, x.on, e, x.reason, "");
                   restart_ladder(a, e.at);
                 },
                 [&](const Disputed& x) {
                   a.dispute = Dispute{e.at, x.reason, e.by};
                   answered(a, e.at);
                 },
                 [&](const DisputeSettled&) { a.dispute.reset(); },
                 [&](const HandedOver& x) {
                   a.handler = x.person;
                   answered(a, e.at);
                 },
                 [&](const Transferred&) {},
                 [&](const Snoozed& x) {
                   a.snoozed_until = x.until;
                   answered(a, e.at);
                 },
                 [&](const Waived&) {},
                 [&](const Cancelled&) {},
                 [&](const Raised& x) { due_set(a, e, x.nominal); },
                 [&](const Nudged&) { ++a.unanswered_nudges; },
                 [&](const Moved& x) { retracted(a, e, retracted_by(x.on)); },
                 [&](const StepTaken& x) {
                   a.steps_done |= bit(x.rung);
                   a.not_before.reset();
                   if (x.rung == k_promise_check) promise_checked(a, e.at);
                   if (x.nudge) ++a.unanswered_nudges;
                 },
                 [&](const StepSkipped& x) {
                   a.steps_done |= bit(x.rung);
                   if (x.rung == k_promise_check) promise_checked(a, e.at);
                 },
                 [&](const StepDeferred& x) { a.not_before = x.until; },
                 [&](const Escalated&) { a.escalated = true; },
                 [&](const Rescheduled&) {
                   // The calendar moved, not the unit: its silence goes on counting.
                   a.ladder_from = e.at;
                   a.ladder_restarted = true;
                   a.steps_done = 0;
                 },
                 [&](const Quarantined&) { a.quarantined = true; },
                 [&](const Released&) { a.quarantined = false; },
                 [&](const FileOffered& x) { file_offered(a, e, x); },
                 [&](const FileKept& x) { file_kept(a, e, x); },
                 [&](const FileRefused& x) { file_refused(a, x); },
                 [&](const auto&) {},
             },
             e.body);
}

bool is_handed_in(const Assignment& a) {
  return a.meaning == Meaning::reported || a.meaning == Meaning::done;
}

void keep_tally(Office& office, const Assignment* before, const Assignment* after) {
  if (after == nullptr || after->period.empty()) return;
  if (before != nullptr && before->meaning == after->meaning) return;
  const PlanCase* plan = office.plan(after->plan);
  if (plan == nullptr || !counts_as_report(plan->plan, after->obligation)) return;
  Tally& tally = office.tallies[tally_key(after->plan, after->period)];
  auto count = [&](const Assignment& a, int sign) {
    if (a.meaning == Meaning::void_ || a.meaning == Meaning::waiting) return;
    tally.expected += sign;
    if (is_handed_in(a)) tally.handed_in += sign;
  };
  if (before != nullptr) count(*before, -1);
  count(*after, +1);
}

void count_reminder(Office& office, const Event& e, const StepTaken& step) {
  for (const std::string& person : step.to) {
    DayCount& day = office.reminders_today[person];
    if (day.day != step.day) day = DayCount{step.day, 0, Instant{}};
    if (day.last != e.at) ++day.reminders;
    day.last = e.at;
  }
}

void settle_reorganisation(Office& office, const Event& e, ReorganisationStanding standing,
                           const std::string& reason) {
  ReorganisationCase& found = office.reorganisations[e.subject];
  found.standing = standing;
  found.settled_at = e.at;
  found.reason = reason;
}

void reorganisation_done(Office& office, const Event& e, const ReorganisationDone& x) {
  auto [found, is_new] = office.reorganisations.try_emplace(e.subject);
  if (is_new)
    found->second = {x.reorganisation, ReorganisationStanding::in_effect, e.by, e.at, {}, ""};
  settle_reorganisation(office, e, ReorganisationStanding::in_effect, "");
}

void offer_file(Office& office, const Event& e, const FileOffered& x) {
  office.offered_files[offered_file_key(e.subject, x.number)] =
      OfferedFile{e.subject, x.number, x.channel, x.handle, x.name, x.bytes, e.at};
}

void count_stranger(Office& office, const Event& e, const StrangerHeard& x) {
  if (office.strangers.day != x.day) office.strangers = Strangers{x.day, {}};
  auto& senders = office.strangers.senders;
  auto known = std::find_if(senders.begin(), senders.end(),
                            [&](const Stranger& s) { return s.key == e.subject; });
  if (known == senders.end()) known = senders.insert(senders.end(), Stranger{e.subject, 0, 0});
  ++known->heard;
  if (x.wrong_code) ++known->wrong_codes;
}

void plan_issued(Office& office, const Event& e, const PlanIssued& x) {
  Faults faults(e.subject);
  auto decoded = decode_plan(x.document, faults);
  CHECK(decoded.has_value());  // decide let only a faultless document into the log
  PlanCase& plan = office.plans[e.subject];
  plan.plan = std::move(*decoded);
  plan.document = x.document;
  plan.issued_by = e.by;
  plan.issued_at = e.at;
}

void question_answered(PlanCase& plan, const Event& e, const QuestionAnswered& x) {
  plan.answers[x.question] = QuestionAnswer{e.by, e.at, x.text};
  for (const DefaultDue& due : x.dues) plan.confirmed.push_back(due);
}

void apply_plan(Office& office, const Event& e) {
  auto found = office.plans.find(e.subject);
  CHECK(found != office.plans.end());
  PlanCase& plan = found->second;
  if (e.to) plan.state = *e.to;
  std::visit(Overload{
                 [&](const QuestionAnswered& x) { question_answered(plan, e, x); },
                 [&](const RecipientReplaced& x) {
                   plan.recipients[x.from] = x.to;
                   for (auto& [unit, now] : plan.recipients) {
                     if (now == x.from) now = x.to;
                   }
                 },
                 [&](const SummaryDrafted& x) { plan.summaries[x.record.period] = x.record; },
                 [&](const SummaryApproved& x) { plan.summaries[x.record.period] = x.record; },
                 [&](const SummaryAmended& x) { plan.summaries[x.record.period] = x.record; },
                 [&](const auto&) {},
             },
             e.body);
}

}  // namespace

void evolve(Assignment& assignment, const Event& event) {
  const bool is_new = std::holds_alternative<AssignmentIssued>(event.body) ||
                      std::holds_alternative<DutyTakenOver>(event.body);
  CHECK(is_new || assignment.code == event.subject);
  apply_body(assignment, event);
  if (event.to) {
    assignment.state = *event.to;
    assignment.meaning = event.meaning;
  }
  if (event.cleared) {
    assignment.block.reset();
    assignment.extension_request.reset();
    assignment.dispute.reset();
    assignment.snoozed_until.reset();
  }
  if (event.rearmed) assignment.next = event.next;
}

void evolve(Office& office, const Event& event, const Assignment* before, const Assignment* after) {
  office.last_event = std::max(office.last_event, event.at);
  keep_tally(office, before, after);
  std::visit(
      Overload{
          [&](const StepTaken& x) { count_reminder(office, event, x); },
          [&](const PlanIssued& x) { plan_issued(office, event, x); },
          [&](const LadderFrozen& x) { office.ladders[x.key] = x.ladder; },
          [&](const UnitRegistered& x) { office.directory.put(x.unit); },
          [&](const UnitReorganised& x) { office.directory.put(x.unit); },
          [&](const ReorganisationPlanned& x) {
            office.reorganisations[event.subject] = {
                x.reorganisation, ReorganisationStanding::planned, event.by, event.at, {}, ""};
          },
          [&](const ReorganisationDone& x) { reorganisation_done(office, event, x); },
          [&](const ReorganisationDropped& x) {
            settle_reorganisation(office, event, ReorganisationStanding::dropped, x.reason);
          },
          [&](const PersonRegistered& x) { office.directory.put(x.person); },
          [&](const PersonMoved& x) {
            office.directory.change_person(event.subject, [&](Person& p) { p.unit = x.unit; });
          },
          [&](const PersonLeft&) { office.directory.change_person(event.subject, person_left); },
          [&](const RolesTakenOver& x) {
            office.directory.change_person(event.subject,
                                           [&](Person& p) { roles_taken_over(p, x); });
          },
          [&](const DeputyReplaced& x) {
            office.directory.change_person(event.subject,
                                           [&](Person& p) { deputy_replaced(p, x); });
          },
          [&](const LeaveTaken& x) {
            office.directory.change_person(event.subject,
                                           [&](Person& p) { p.leaves.push_back(x.leave); });
          },
          [&](const LeaveEnded& x) {
            office.directory.change_person(event.subject, [&](Person& p) { leave_ended(p, x); });
          },
          [&](const RolesAssigned& x) {
            office.directory.change_person(event.subject,
                                           [&](Person& p) { roles_assigned(p, x); });
          },
          [&](const InvitationMade& x) { keep_invitation(office, event, x); },
          [&](const AccountBound& x) { bind(office, event, x); },
          [&](const AccountUnbound& x) { unbind(office, event.subject, x); },
          [&](const AccountNoted& x) { note_account(office, event, x); },
          [&](const RebindAsked& x) { ask_rebind(office, event, x); },
          [&](const RebindRefused&) {
            office.directory.change_person(event.subject, [](Person& p) { p.asked.reset(); });
          },
          [&](const RemindersStopped&) { stop_reminders(office, event, true); },
          [&](const RemindersWanted&) { stop_reminders(office, event, false); },
          [&](const FileOffered& x) { offer_file(office, event, x); },
          [&](const FileKept& x) {
            office.offered_files.erase(offered_file_key(event.subject, x.number));
          },
          [&](const FileRefused& x) {
            office.offered_files.erase(offered_file_key(event.subject, x.number));
          },
          [&](const StrangerHeard& x) { count_stranger(office, event, x); },
          [&](const CalendarYearSet& x) {
            office.calendar = office.calendar.with(x.year);
            office.calendar_reasons[event.subject] = x.why.empty() ? x.reason : "";
          },
          [&](const DigestSent& x) {
            office.digests[event.subject] = Digest{x.day, x.lines};
          },
          [&](const MorningSettled& x) { office.digests_settled = x.day; },
          [&](const ConversationSaved& x) { office.conversations[event.subject] = x.conversation; },
          [&](const auto&) {},
      },
      event.body);
  if (subject_kind(event.body) == SubjectKind::plan) apply_plan(office, event);
}

bool counts_as_report(const Plan& plan, std::string_view obligation) {
  const Obligation* found = plan.obligation(obligation);
  if (found == nullptr || found->binding != Binding::ordered) return false;
  return found->kind == Kind::report_periodic || found->kind == Kind::report_once;
}

}  // namespace dondoc
