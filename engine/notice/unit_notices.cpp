// What people are told when units change and when somebody hands everything over: one message each.
#include <algorithm>
#include <map>

#include "engine/command/step.h"
#include "engine/notice/facts.h"
#include "engine/notice/telling.h"

namespace dondoc {
namespace {

constexpr std::size_t k_lines = 6;
constexpr std::size_t k_old_codes = 4;
constexpr std::size_t k_duty_letters = 45;

using Codes = std::vector<std::string>;
using CodesByPerson = std::map<std::string, Codes>;

class UnitTeller : private Telling {
 public:
  UnitTeller(const World& world, const Event& event, Instant now)
      : Telling(world, event, nullptr, now), today_(world.zone.date_of(now)) {}

  std::vector<Notice> run() {
    if (const auto* done = std::get_if<ReorganisationDone>(&event_.body)) units_changed(*done);
    if (const auto* dropped = std::get_if<ReorganisationDropped>(&event_.body)) not_done(*dropped);
    if (const auto* roles = std::get_if<RolesTakenOver>(&event_.body)) roles_taken_over(*roles);
    return take();
  }

 private:
  void units_changed(const ReorganisationDone& done) {
    std::map<std::string, Codes> old_codes;
    for (const Handover& one : done.handovers) old_codes[one.to_code].push_back(one.from_code);
    CodesByPerson officers, leads;
    for (const auto& [code, from] : old_codes) {
      const Assignment* a = world_.cases.find(code);
      if (a == nullptr) continue;
      note(officers, audience_of(world_, *a, Audience::officer, today_), code);
      note(leads, audience_of(world_, *a, Audience::lead, today_), code);
    }
    tell_each(officers, "M-40", "M-40A", done.reorganisation, old_codes);
    tell_each(leads, "M-41", "M-41A", done.reorganisation, old_codes);
    waived(done);
  }

  void waived(const ReorganisationDone& done) {
    CodesByPerson leads;
    std::map<std::string, std::size_t> by_unit;
    for (const std::string& code : done.waived) {
      const Assignment* a = world_.cases.find(code);
      if (a == nullptr) continue;
      ++by_unit[a->unit];
      note(leads, audience_of(world_, *a, Audience::lead, today_), code);
    }
    tell_each(leads, "M-42", "M-42A", done.reorganisation, {});
    for (const auto& [id, person] : world_.office.directory.persons()) {
      const auto unit = by_unit.find(person.unit);
      if (unit == by_unit.end() || !person.active || !(person.officer || person.lead)) continue;
      Parameters more = head_of(done.reorganisation);
      more.emplace_back("dv", unit_name(world_, unit->first));
      more.emplace_back("n", std::to_string(unit->second));
      say(id, "M-43", std::move(more));
    }
  }

  void not_done(const ReorganisationDropped& dropped) {
    if (!dropped.failed) return;
    const auto found = world_.office.reorganisations.find(event_.subject);
    if (found == world_.office.reorganisations.end()) return;
    say(found->second.by, "M-44",
        {{"ngay", found->second.reorganisation.on.vi()}, {"lydo", dropped.reason}});
  }

  void roles_taken_over(const RolesTakenOver& roles) {
    const Person* reader = world_.office.directory.person(event_.subject);
    if (reader == nullptr) return;
    Parameters more = {{"nguoi", person_name(world_, roles.from, reader->language)},
                       {"can_cu", roles.reason},
                       {"n", std::to_string(roles.codes.size())}};
    if (roles.codes.empty()) return say(reader->id, "M-45N", std::move(more));
    more.emplace_back("ban_giao", list_of(*reader, "M-45A", roles.codes, {}));
    say(reader->id, "M-45", std::move(more));
  }

  static void note(CodesByPerson& by_person, const std::vector<std::string>& people,
                   const std::string& code) {
    for (const std::string& person : people) by_person[person].push_back(code);
  }

  static Parameters head_of(const Reorganisation& r) {
    return {{"ngay", r.on.vi()}, {"can_cu", r.basis}};
  }

  void tell_each(const CodesByPerson& by_person, std::string_view message, std::string_view line,
                 const Reorganisation& r, const std::map<std::string, Codes>& old_codes) {
    for (const auto& [id, codes] : by_person) {
      const Person* reader = world_.office.directory.person(id);
      if (reader == nullptr) continue;
      Parameters more = head_of(r);
      more.emplace_back("dv", unit_name(world_, reader->unit));
      more.emplace_back("n", std::to_string(codes.size()));
      more.emplace_back("ban_giao", list_of(*reader, line, codes, old_codes));
      say(id, message, std::move(more));
    }
  }

  /// Without codes of its own: it goes out whatever becomes of the duties meanwhile.
  void say(const std::string& person, std::string_view message, Parameters more) {
    tell(person, message, std::move(more), Priority::due_today, "units");
  }

  std::string list_of(const Person& reader, std::string_view line, const Codes& codes,
                      const std::map<std::string, Codes>& old_codes) const {
    std::string list;
    const std::size_t shown = std::min(codes.size(), k_lines);
    for (std::size_t i = 0; i < shown; ++i) {
      const auto from = old_codes.find(codes[i]);
      list += (i == 0 ? "" : "\n") +
              line_of(reader, line, codes[i], from == old_codes.end() ? Codes{} : from->second);
    }
    if (shown < codes.size())
      list += "\n" + rendered(reader, "M-22M", {{"n", std::to_string(codes.size() - shown)}});
    return list;
  }

  std::string line_of(const Person& reader, std::string_view line, const std::string& code,
                      const Codes& from) const {
    const Assignment* a = world_.cases.find(code);
    if (a == nullptr) return code;
    const Unit* unit = world_.office.directory.unit(a->unit);
    const bool has_short = unit != nullptr && !unit->short_name.empty();
    Parameters words = {{"ma", code},
                        {"viec", duty_in_words(world_, *a, k_duty_letters)},
                        {"dv", has_short ? unit->short_name : unit_name(world_, a->unit)},
                        {"han", due_in_words(world_.definitions.messages(reader.language),
                                             due_of(*a, world_.office.calendar, today_))},
                        {"ma_cu", joined(from)}};
    return rendered(reader, line, words);
  }

  static std::string joined(const Codes& codes) {
    std::string text;
    for (std::size_t i = 0; i < codes.size() && i < k_old_codes; ++i)
      text += (i == 0 ? "" : ", ") + codes[i];
    return codes.size() > k_old_codes ? text + ", …" : text;
  }

  std::string rendered(const Person& reader, std::string_view message,
                       const Parameters& parameters) const {
    const MessageText* text = world_.definitions.messages(reader.language).find(message);
    return text == nullptr ? std::string(message) : render(*text, parameters);
  }

  LocalDate today_;
};

}  // namespace

std::vector<Notice> unit_notices(const World& world, const Event& event, Instant now) {
  return UnitTeller(world, event, now).run();
}

}  // namespace dondoc
