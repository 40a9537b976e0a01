#include "engine/event/event.h"

#include <algorithm>
#include <array>

namespace dondoc {
namespace {

struct EventKind {
  std::string_view name;
  SubjectKind subject;
};

using enum SubjectKind;

/// In the order of EventBody.
constexpr std::array<EventKind, std::variant_size_v<EventVariant>> k_kinds = {{
    {"assignment_issued", assignment},
    {"due_confirmed", assignment},
    {"acknowledged", assignment},
    {"progressed", assignment},
    {"submitted", assignment},
    {"accepted", assignment},
    {"returned", assignment},
    {"extension_requested", assignment},
    {"extension_granted", assignment},
    {"extension_refused", assignment},
    {"blocked", assignment},
    {"unblocked", assignment},
    {"suspended", assignment},
    {"resumed", assignment},
    {"disputed", assignment},
    {"dispute_settled", assignment},
    {"handed_over", assignment},
    {"transferred", assignment},
    {"snoozed", assignment},
    {"waived", assignment},
    {"cancelled", assignment},
    {"raised", assignment},
    {"nudged", assignment},
    {"moved", assignment},
    {"step_taken", assignment},
    {"step_skipped", assignment},
    {"step_deferred", assignment},
    {"escalated", assignment},
    {"rescheduled", assignment},
    {"quarantined", assignment},
    {"released", assignment},
    {"file_offered", assignment},
    {"file_kept", assignment},
    {"file_refused", assignment},
    {"duty_passed_on", assignment},
    {"duty_taken_over", assignment},
    {"handler_replaced", assignment},
    {"plan_issued", plan},
    {"ladder_frozen", ladder},
    {"question_answered", plan},
    {"plan_moved", plan},
    {"summary_drafted", plan},
    {"summary_approved", plan},
    {"summary_amended", plan},
    {"recipient_replaced", plan},
    {"unit_registered", unit},
    {"unit_reorganised", unit},
    {"reorganisation_planned", reorganisation},
    {"reorganisation_done", reorganisation},
    {"reorganisation_dropped", reorganisation},
    {"person_registered", person},
    {"person_moved", person},
    {"person_left", person},
    {"roles_taken_over", person},
    {"deputy_replaced", person},
    {"leave_taken", person},
    {"leave_ended", person},
    {"roles_assigned", person},
    {"invitation_made", person},
    {"account_bound", person},
    {"account_unbound", person},
    {"account_noted", person},
    {"rebind_asked", person},
    {"rebind_refused", person},
    {"reminders_stopped", person},
    {"reminders_wanted", person},
    {"stranger_heard", stranger},
    {"calendar_year_set", calendar},
    {"conversation_saved", conversation},
    {"message_settled", message},
    {"digest_sent", digest},
    {"morning_settled", morning},
}};
static_assert(k_kinds.back().name == "morning_settled");

}  // namespace

EventBody::EventBody() = default;
EventBody::EventBody(const EventBody& other) = default;
EventBody::EventBody(EventBody&& other) noexcept = default;
EventBody& EventBody::operator=(const EventBody& other) = default;
EventBody& EventBody::operator=(EventBody&& other) noexcept = default;
EventBody::~EventBody() = default;

std::string_view name_of(const EventBody& body) { return k_kinds[body.index()].name; }

bool is_event_name(std::string_view name) {
  return std::any_of(k_kinds.begin(), k_kinds.end(),
                     [&](const EventKind& kind) { return kind.name == name; });
}

SubjectKind subject_kind(const EventBody& body) { return k_kinds[body.index()].subject; }

}  // namespace dondoc
