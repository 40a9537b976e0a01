#include "bots/talk/read_sentence.h"

#include <algorithm>
#include <cmath>

#include "bots/talk/read_code.h"
#include "bots/talk/read_request.h"

namespace dondoc::talk {
namespace {

using understanding::Kind;
using understanding::Said;

/// What the kinds of question ask for (domain.md §3).
Act act_of_query(const std::string& kind) {
  struct Known {
    std::string_view kind;
    Act act;
  };
  static constexpr Known k_known[] = {
      {"due_date", Act::due_date},     {"late_ok", Act::late_ok},     {"form", Act::form_outline},
      {"format", Act::how_to_send},    {"recipient", Act::recipient}, {"period", Act::period},
      {"status", Act::how_it_stands},  {"document", Act::document},   {"contact", Act::contact},
      {"which_report", Act::my_tasks}, {"my_tasks", Act::my_tasks}};
  for (const Known& one : k_known) {
    if (one.kind == kind) return one.act;
  }
  return Act::none;
}

/// These change a duty's state by themselves.
bool changes_state(Act act) {
  return act == Act::done || act == Act::nil || act == Act::extension || act == Act::not_mine ||
         act == Act::hand_over || act == Act::blocked;
}

class SentenceReader {
 public:
  SentenceReader(const World& world, const Utterance& text, const Intent& command,
                 LocalDate said_on, Instant now)
      : world_(world), text_(text), command_(command), said_on_(said_on), now_(now) {}

  std::vector<Intent> read() const {
    const auto meaning = understanding::understand(text_.text(), said_on_);
    const bool several = meaning.acts.size() > 1;
    std::vector<Intent> intents;
    for (const Said& said : meaning.acts) {
      Intent intent = intent_of(said);
      if (intent.act == Act::none) continue;
      take_codes(said, several, intent);
      intent.about =
          before_reason(several && !said.part.empty() ? Utterance(said.part) : text_);
      intent.unsure = changes_state(intent.act) && said.confidence < k_sure;
      intents.push_back(std::move(intent));
    }
    // A form is asked last, so that its question stands at the end.
    std::stable_partition(intents.begin(), intents.end(),
                          [](const Intent& intent) { return intent.act != Act::figures; });
    return intents;
  }

 private:
  /// A code that an act names belongs to it alone; otherwise all acts are about the codes said.
  void take_codes(const Said& said, bool several, Intent& intent) const {
    if (several && !said.part.empty()) {
      FoundCodes own = find_codes(world_, Utterance(said.part));
      if (!own.codes.empty() || !own.unknown.empty()) {
        intent.codes = std::move(own.codes);
        intent.unknown = std::move(own.unknown);
        return;
      }
    }
    intent.codes = command_.codes;
    intent.obligations = command_.obligations;
    intent.unknown = command_.unknown;
  }

  Intent intent_of(const Said& said) const {
    Intent intent;
    switch (said.kind) {
      case Kind::ack:
        intent.act = Act::acknowledge;
        break;
      case Kind::progress:
        progress(said, intent);
        break;
      case Kind::done:
        intent.act = Act::done;
        intent.text = text_.typed_from(0);
        break;
      case Kind::report:
        intent.act = said.nil ? Act::nil : said.correction ? Act::correct : Act::figures;
        if (!said.nil) intent.text = text_.text();
        break;
      case Kind::extension:
        extension(said, intent);
        break;
      case Kind::blocked:
        intent.act = Act::blocked;
        intent.text = said.reason;
        break;
      case Kind::handover:
        handover(said, intent);
        break;
      case Kind::decline:
        intent.act = Act::not_mine;
        intent.text = text_.typed_from(0);
        break;
      case Kind::query:
        intent.act = act_of_query(said.query);
        break;
      case Kind::snooze:
        promise(said, intent);
        break;
      case Kind::none:
        none(said, intent);
        break;
      case Kind::nothing:
        break;
    }
    return intent;
  }

  void progress(const Said& said, Intent& intent) const {
    intent.act = Act::progress;
    intent.percent = said.done ? std::nullopt : said.percent;
    intent.done = said.done;
    intent.total = said.total;
    intent.text = text_.typed_from(0);
  }

  static void extension(const Said& said, Intent& intent) {
    intent.act = Act::extension;
    intent.until = said.until;
    if (said.days) intent.days = CalendarDays{*said.days};
    if (said.working_days) intent.working_days = WorkingDays{*said.working_days};
    intent.text = said.reason;
  }

  /// A colleague takes over; another unit is a question for the lead.
  void handover(const Said& said, Intent& intent) const {
    const bool to_unit = said.to.empty() && !said.unit.empty();
    intent.act = to_unit ? Act::not_mine : Act::hand_over;
    intent.text = to_unit ? text_.typed_from(0) : said.to;
  }

  void promise(const Said& said, Intent& intent) const {
    intent.act = Act::snooze;
    if (said.hours) {
      const Instant then =
          now_ + Elapsed::minutes(static_cast<std::int64_t>(std::lround(*said.hours * 60)));
      intent.promise = Promise{world_.zone.date_of(then), world_.zone.time_of(then)};
    } else if (said.until) {
      intent.promise = Promise{*said.until, said.time};
    }
  }

  static void none(const Said& said, Intent& intent) {
    if (said.opt_out) intent.act = Act::mute;
    if (said.rule == "none.thanks" || said.rule == "none.greeting") intent.act = Act::thanks;
  }

  const World& world_;
  const Utterance& text_;
  const Intent& command_;
  LocalDate said_on_;
  Instant now_;
};

}  // namespace

std::vector<Intent> read_sentence(const World& world, const Utterance& text, const Intent& command,
                                  LocalDate said_on, Instant now) {
  return SentenceReader(world, text, command, said_on, now).read();
}

}  // namespace dondoc::talk
