#include "app/doctor.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <optional>

#include "app/case_files.h"
#include "app/loaded_cases.h"
#include "app/silence.h"
#include "engine/check.h"
#include "engine/codec/state_codec.h"
#include "engine/command/reorganise.h"
#include "engine/command/step.h"
#include "engine/notice/facts.h"

namespace dondoc {
namespace {

/// A step this much older than the newest entry of the log was overlooked, not merely awaited.
constexpr Elapsed k_overlooked = Elapsed::hours(24);
/// A step this much in the past was not taken because nothing ran.
constexpr Elapsed k_late = Elapsed::hours(1);
/// Clocks are corrected by seconds; what is further behind was set.
constexpr Elapsed k_clock_behind = Elapsed::hours(1);
constexpr std::size_t k_page = 1'000;

const char* const k_see_backup = "run 'dondoc verify'; restore a backup if it finds more";

void add_to(Examination& seen, Finding finding) {
  CHECK(std::find(k_finding_codes.begin(), k_finding_codes.end(), finding.code) !=
        k_finding_codes.end());
  seen.findings.push_back(std::move(finding));
}

class Doctor {
 public:
  Doctor(const Definitions& definitions, const Office& office, const Zone& zone, Instant now)
      : office_(office),
        zone_(zone),
        now_(now),
        world_{definitions, office, cases_, zone},
        rules_{office.calendar, definitions.ladders.hours, zone} {}

  void look_at(const CaseRow& row) {
    if (!row.open) return;
    ++seen_.open;
    auto assignment = decode_assignment(row.body);
    if (!assignment) {
      add(Severity::fault, "unreadable_row", row.code,
          "cannot be read: " + assignment.error().message, k_see_backup);
      return;
    }
    look_at_step(row, *assignment);
    look_at_place(*assignment);
    if (assignment->meaning == Meaning::open) look_at_people(*assignment);
  }

  void look_at(const OutboxRecord& record) {
    if (record.standing != OutboxStanding::given_up) return;
    auto& lost = lost_[record.row.person];
    ++lost.count;
    lost.detail = record.detail;
  }

  /// Rehearsed without the duties: what hinders a change lies in units and roles.
  void look_at_changes() {
    for (const auto& [id, one] : office_.reorganisations) {
      if (one.standing != ReorganisationStanding::planned) continue;
      const Decision decision = reorganise(world_, one.reorganisation, one.by, now_);
      if (const auto* refused = std::get_if<Rejected>(&decision))
        add(Severity::note, "planned_change", id,
            fmt::format("planned for {}, cannot be carried out as things stand: {}",
                        one.reorganisation.on.iso(),
                        in_words(world_.definitions, refused->why, "en")),
            fmt::format("take it back (dondoc admin units drop {}) and record it anew", id));
    }
  }

  /// Recorded time never runs backwards: until the clock passes the log's end, it stands there, and
  /// no step to come falls due.
  void look_at_clock() {
    if (office_.last_event - now_ <= k_clock_behind) return;
    add(Severity::fault, "clock_behind", "clock",
        fmt::format(
            "the clock shows {}, but the log goes on to {}; no reminder falls due until then",
            zone_.clock(now_), zone_.clock(office_.last_event)),
        "set the clock of this machine, or restore a backup of before it was wrong");
  }

  Examination finish() {
    look_at_clock();
    look_at_changes();
    add_units("no_officer", without_officer_, "nobody in this unit can be reminded",
              "import an officer for the unit (dondoc admin persons import)");
    add_units("unreachable_officer", unreachable_,
              "no officer of this unit has a chat account that works",
              "invite them again or print a reminder slip");
    add_units("no_lead", without_lead_,
              "no lead stands above this unit, so nothing can be escalated",
              "import a lead for the unit above it");
    for (const auto& [person, lost] : lost_) {
      add(Severity::note, "cannot_reach", person, "messages given up, the last: " + lost.detail,
          "check the person's chat account; tell the unit by telephone or slip", lost.count);
    }
    std::stable_sort(seen_.findings.begin(), seen_.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return std::move(seen_);
  }

 private:
  struct Lost {
    std::size_t count = 0;
    std::string detail;
  };
  using ByUnit = std::map<std::string, std::size_t>;

  void add(Severity severity, std::string code, std::string about, std::string what,
           std::string advice, std::size_t count = 1) {
    add_to(seen_, {severity, std::move(code), std::move(about), count, std::move(what),
                   std::move(advice)});
  }

  void add_units(const char* code, const ByUnit& units, const char* what, const char* advice) {
    for (const auto& [unit, count] : units) add(Severity::note, code, unit, what, advice, count);
  }

  void look_at_step(const CaseRow& row, const Assignment& a) {
    if (row.next_step.has_value() != a.next.has_value()) {
      add(Severity::fault, "disarmed", a.code, "the stored state and its next step do not agree",
          k_see_backup);
      return;
    }
    if (a.next) {
      ++seen_.armed;
      return look_at_time(a);
    }
    const Silence silence = why_silent(a, office_, rules_).value_or(Silence::unexplained);
    ++seen_.silent[std::string(name_of(silence))];
    if (silence == Silence::quarantined)
      add(Severity::note, "quarantined", a.code,
          "was set aside because a step could not be carried out",
          fmt::format("read 'dondoc explain {}', then release it", a.code));
    if (!is_defect(silence)) return;
    const bool promised = a.nominal && a.binding == Binding::ordered;
    add(promised ? Severity::fault : Severity::note,
        silence == Silence::no_ladder ? "no_ladder" : "no_next_step", a.code,
        silence == Silence::no_ladder ? "its ladder '" + a.ladder + "' is missing"
                                      : "steps are to come, but none is armed",
        k_see_backup);
  }

  void look_at_time(const Assignment& a) {
    const Instant at = a.next->at;
    if (office_.last_event - at > k_overlooked) {
      add(Severity::fault, "overlooked_step", a.code,
          fmt::format("its step of {} was not taken, though the log goes on to {}", zone_.clock(at),
                      zone_.clock(office_.last_event)),
          "start 'dondoc serve' and look at its messages");
    } else if (now_ - at > k_late) {
      add(Severity::note, "late_step", a.code,
          fmt::format("its step of {} still waits", zone_.clock(at)), "is 'dondoc serve' running?");
    }
  }

  void look_at_place(const Assignment& a) {
    const PlanCase* plan = office_.plan(a.plan);
    if (plan == nullptr) {
      add(Severity::fault, "no_plan", a.code, "its plan '" + a.plan + "' is missing", k_see_backup);
    } else if (plan->plan.obligation(a.obligation) == nullptr) {
      add(Severity::fault, "no_obligation", a.code,
          fmt::format("plan {} has no obligation {}, so no summary counts it", a.plan,
                      a.obligation),
          k_see_backup);
    }
  }

  void look_at_people(const Assignment& a) {
    const LocalDate today = zone_.date_of(now_);
    const auto officers = audience_of(world_, a, Audience::officer, today);
    if (officers.empty()) {
      ++without_officer_[a.unit];
    } else if (std::none_of(officers.begin(), officers.end(),
                            [&](const auto& id) { return is_reachable(id); })) {
      ++unreachable_[a.unit];
    }
    if (audience_of(world_, a, Audience::lead, today).empty()) ++without_lead_[a.unit];
  }

  bool is_reachable(const std::string& person) const {
    const Person* found = office_.directory.person(person);
    return found != nullptr &&
           std::any_of(found->addresses.begin(), found->addresses.end(),
                       [](const Address& address) { return address.reachable; });
  }

  const Office& office_;
  Zone zone_;
  Instant now_;
  LoadedCases cases_;  // none: nobody looks one up here
  World world_;
  TimeRules rules_;
  Examination seen_;
  ByUnit without_officer_, unreachable_, without_lead_;
  std::map<std::string, Lost> lost_;
};

/// Every message of the outbox, a page at a time.
Result<void> each_message(Reader& reader, Doctor& doctor) {
  for (std::int64_t after = 0;;) {
    auto page = reader.outbox("", "", after, k_page);
    if (!page) return tl::unexpected(page.error());
    for (const OutboxRecord& record : *page) doctor.look_at(record);
    if (page->size() < k_page) return {};
    after = page->back().row.id;
  }
}

const char* name_of(Severity severity) { return severity == Severity::fault ? "fault" : "note"; }

}  // namespace

bool Examination::has_fault() const {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& f) { return f.severity == Severity::fault; });
}

Result<Examination> examine(Reader& reader, const Definitions& definitions, const Zone& zone,
                            Instant now) {
  auto office = read_office(reader);
  if (!office) return tl::unexpected(office.error());
  return examine(reader, *office, definitions, zone, now);
}

Result<Examination> examine(Reader& reader, const Office& office, const Definitions& definitions,
                            const Zone& zone, Instant now) {
  Doctor doctor(definitions, office, zone, now);
  CaseFilter filter;
  filter.open_only = true;
  auto read = reader.each_case(filter, [&](const CaseRow& row) { doctor.look_at(row); });
  if (!read) return tl::unexpected(read.error());
  if (auto messages = each_message(reader, doctor); !messages)
    return tl::unexpected(messages.error());
  return doctor.finish();
}

void look_at_webhooks(const std::vector<Webhook>& webhooks, const Zone& zone, Examination& seen) {
  for (const Webhook& webhook : webhooks) {
    if (!webhook.failing_since) continue;
    const std::string since = zone.clock(*webhook.failing_since);
    add_to(seen, {Severity::note, webhook.paused ? "webhook_paused" : "webhook_failing", webhook.id,
                  static_cast<std::size_t>(webhook.failures),
                  fmt::format("not taken since {}, the last: {}", since, webhook.fault),
                  webhook.paused ? fmt::format("mend {}, then dondoc admin webhook resume {}",
                                               webhook.url, webhook.id)
                                 : "it is tried again by itself; look at the other side"});
  }
}

std::string examination_text(const Examination& seen) {
  std::string text =
      fmt::format("{} open assignments, {} with a next step\n", seen.open, seen.armed);
  for (const auto& [reason, count] : seen.silent)
    text += fmt::format("  no next step, {}: {}\n", reason, count);
  for (const Finding& f : seen.findings) {
    const std::string times = f.count == 1 ? "" : fmt::format(" ({} times)", f.count);
    text += fmt::format("{}: {}: {}: {}{}\n    {}\n", name_of(f.severity), f.code, f.about, f.what,
                        times, f.advice);
  }
  const auto faults = std::count_if(seen.findings.begin(), seen.findings.end(),
                                    [](const Finding& f) { return f.severity == Severity::fault; });
  return text + fmt::format("{} faults, {} notes\n", faults,
                            static_cast<std::ptrdiff_t>(seen.findings.size()) - faults);
}

std::string examination_json(const Examination& seen) {
  nlohmann::ordered_json json{{"open", seen.open}, {"armed", seen.armed}};
  json["silent"] = nlohmann::ordered_json::object();
  for (const auto& [reason, count] : seen.silent) json["silent"][reason] = count;
  auto& list = json["findings"] = nlohmann::ordered_json::array();
  for (const Finding& f : seen.findings) {
    list.push_back({{"severity", name_of(f.severity)},
                    {"code", f.code},
                    {"about", f.about},
                    {"count", f.count},
                    {"what", f.what},
                    {"advice", f.advice}});
  }
  return json.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace dondoc
