// What the demo page shows, as words and values ready to be printed: made here from the office,
// written as HTML and as JSON by web/demo_pages.h. Pure; safe from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"
#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc {

// --- what it is made from
// ----------------------------------------------------------------------------------------------
struct ChatButton {
  std::string label;
  std::string payload;  ///< what a press sends back
};

/// One message in a chat, from the office or from the person.
struct ChatLine {
  std::string id;    ///< unique in its chat, the same each time
  bool own = false;  ///< from the person
  std::string text;
  Instant at;
  std::vector<ChatButton> buttons;
};

/// Chats by person id, oldest message first. A person without messages has none: not an error.
struct Chats {
  std::function<std::vector<ChatLine>(const std::string& person)> lines;
  std::function<std::int64_t(const std::string& person)>
      received;  ///< messages from the office since the start
};

/// What the browser asked for. Empty or unknown entries are filled with the usual choice.
struct DemoChoice {
  std::string plan;
  std::vector<std::string> people;  ///< one a window
};

inline constexpr std::size_t k_windows = 3;

// --- what is shown
// -----------------------------------------------------------------------------------------------------
struct ClockView {
  std::string iso;
  std::string weekday;  ///< "Thứ Hai"
  std::string date;     ///< "13/11/2023"
  std::string time;     ///< "08:00"
};

struct PlanView {
  std::string id;
  std::string label;
  bool chosen = false;
};

struct BoxView {
  std::string id;
  std::string label;
  std::string value;
};

struct RowView {
  std::string code;
  std::string unit;
  std::string what;
  std::string period;
  std::string due;
  std::string standing;  ///< "Quá hạn 5 ngày"
  std::string
      tone;  ///< how it is coloured: "overdue", "soon", "term", "done", "late", "waiting", "aside"
  std::string notes;    ///< why: blocked, extension, promise, …; may be empty
  std::string silence;  ///< "Chưa cập nhật", or empty
};

struct QuestionView {
  std::string id;
  std::string about;
  std::string text;
  std::string proposal;  ///< empty: nothing to confirm with one press
  std::string conflict;  ///< "Văn bản mâu thuẫn", or empty
};

struct BubbleView {
  std::string id;
  std::string side;  ///< "own" or "office"
  std::string day;   ///< "Thứ Hai, 13/11/2023" above the first message of a day; empty otherwise
  std::string text;
  std::string time;
  std::vector<ChatButton> buttons;
};

struct WindowView {
  int number = 1;
  std::string person;
  std::string name;
  std::string role;  ///< "Cán bộ", "Lãnh đạo"
  std::string unit;
  std::vector<std::string> phrases;  ///< what this person may want to type
  std::vector<BubbleView> bubbles;
};

struct PersonView {
  std::string id;
  std::string label;
  std::int64_t received = 0;
};

struct PeopleGroup {
  std::string label;  ///< the plan
  std::vector<PersonView> people;
};

struct DemoView {
  ClockView clock;
  std::vector<PlanView> plans;
  std::string plan;  ///< id; empty when no plan has been issued
  std::string title;
  std::string subject;
  std::string state;                    ///< of the plan, in words
  std::string lead;                     ///< who confirms its questions; empty: nobody can
  std::vector<BoxView> boxes;           ///< the official ones
  std::vector<BoxView> beside;          ///< what is counted apart, where there is any
  std::vector<RowView> rows;            ///< worst first
  std::size_t rows_hidden = 0;          ///< more rows than a page takes
  std::vector<QuestionView> questions;  ///< open ones
  std::vector<WindowView> windows;
  std::vector<PeopleGroup> groups;  ///< everybody a window can show
};

/// The plan to show: the one asked for; otherwise the first that is running on that day; otherwise
/// the first. Null when there is none.
const PlanCase* chosen_plan(const Office& office, std::string_view asked, LocalDate today);

/// Who decides about the plan: a lead of its issuer, otherwise one above. Null when there is
/// nobody.
const Person* lead_of(const Office& office, const Plan& plan);

/// `assignments`: of the chosen plan, as they stand now.
DemoView demo_view(const World& world, const std::vector<Assignment>& assignments,
                   const Chats& chats, const DemoChoice& choice, Instant now);

}  // namespace dondoc
