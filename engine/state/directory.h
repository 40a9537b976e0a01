// Units and persons (design §3). Identity is the id, never the name. Values only.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "engine/state/unit_names.h"
#include "engine/time/time.h"

namespace dondoc {

/// What happens to units (design §10).
enum class UnitAct { merge, split, rename, abolish, reparent };

/// What a unit was called and where it stood until a change.
struct UnitPast {
  LocalDate until;  ///< first day on which it was no longer so
  std::string name, short_name, parent;
};

struct Unit {
  std::string id;
  std::string name;
  std::string short_name;  ///< for boards on a phone; empty: the name
  std::string kind;
  std::string parent;  ///< empty: top of its tree
  bool placeholder = false;
  bool unlisted = false;
  bool external = false;                  ///< receives, is not reminded
  std::optional<LocalDate> since{};       ///< first day; none: from before anything was recorded
  std::optional<LocalDate> ended{};       ///< first day on which it was no more
  std::vector<std::string> successors{};  ///< who took over when it ended
  std::string heir{};  ///< ended: the one unit that stands for it in the tree; empty: none
  std::vector<UnitPast> past{};  ///< earlier names and places, oldest first

  bool is_gone() const { return ended.has_value(); }
  /// The next unit up the tree that is in force today: an ended unit hangs below its heir, so that
  /// what it closed is added up once, wherever one stands.
  const std::string& above() const { return is_gone() ? heir : parent; }
};

/// The name on a day; the present one for days after the last change.
const std::string& name_on(const Unit& unit, LocalDate day);
/// Where it stood on a day.
const std::string& parent_on(const Unit& unit, LocalDate day);
bool existed_on(const Unit& unit, LocalDate day);

/// A unit found by a name of today or of the past.
struct UnitMatch {
  const Unit* unit = nullptr;
  std::string name;                  ///< as found
  std::optional<LocalDate> until{};  ///< none: the name of today
};

struct Leave {
  LocalDate from;
  LocalDate to;
  std::string deputy;  ///< person id
};

/// A chat account of a person.
struct Address {
  std::string channel;  ///< "sandbox", "zalo_oa", "zalo_bot", "telegram"
  std::string account;  ///< id on that platform, always text
  bool reachable = true;
  std::optional<Instant>
      heard{};  ///< when the person last wrote there, to about an hour; for windows
};

/// A one-time code that binds a chat account to a person. The code itself is never kept.
struct Invitation {
  std::string hash;     ///< of the code, see engine/command/invitation.h
  std::string channel;  ///< empty: any
  Instant expires;
};

struct Person {
  std::string id;
  std::string name;
  std::string form_of_address = "đồng chí";  ///< {xh}: "đồng chí", "anh", "chị"
  std::string unit;
  bool officer = false;
  bool lead = false;
  std::string language = "vi";
  std::vector<Address> addresses;  ///< in order of preference
  std::vector<Leave> leaves;
  bool active = true;
  std::vector<Invitation> invitations{};  ///< not used yet
  std::optional<Address> asked{};  ///< a second account on a channel, waiting for a lead's consent
  std::optional<Instant> reminders_stopped{};  ///< since when the person wants no reminders
};

class Directory {
 public:
  void put(Unit unit);
  void put(Person person);
  const Unit* unit(std::string_view id) const;
  const Person* person(std::string_view id) const;
  /// False, and nothing called, when there is no such person.
  bool change_person(std::string_view id, const std::function<void(Person&)>& change);
  /// The active person with that account on the channel, reachable there or not.
  const Person* at_address(std::string_view channel, std::string_view account) const;
  /// The active person who holds an unused invitation with that hash, expired or not.
  const Person* invited_by(std::string_view hash) const;

  std::vector<const Person*> officers_of(std::string_view unit) const;
  /// Leads of the nearest unit above `unit` that has any; of the unit itself when nothing stands
  /// above it.
  std::vector<const Person*> leads_over(std::string_view unit) const;
  /// Leads of the next unit with leads above those. Empty when there is none: not an error.
  std::vector<const Person*> superiors_over(std::string_view unit) const;
  /// Units whose name, of today or earlier, holds the words, accents and capitals aside; units that
  /// ended too. In order of id, each name once; blank words find nothing.
  std::vector<UnitMatch> named(std::string_view words) const;
  /// Units by the last words of the name or short name of today, those that ended too.
  const UnitNames& unit_names() const { return unit_names_; }
  /// Active, and of a unit that is in force.
  bool serves(const Person& person) const;
  /// True when `unit` is `ancestor` or lies below it; units that ended lie below their heirs.
  bool is_within(std::string_view unit, std::string_view ancestor) const;
  /// The deputy on duty on `day` when the person is on leave then, deputies of deputies followed;
  /// none otherwise.
  const Person* deputy_of(const Person& person, LocalDate day) const;
  bool on_leave(const Person& person, LocalDate day) const;

  const std::map<std::string, Unit, std::less<>>& units() const { return units_; }
  const std::map<std::string, Person, std::less<>>& persons() const { return persons_; }
  /// Persons with a leave of any date; few of many.
  const std::set<std::string, std::less<>>& persons_with_leaves() const { return with_leaves_; }

 private:
  void forget_places_of(const Person& person);

  std::map<std::string, Unit, std::less<>> units_;
  UnitNames unit_names_;
  std::map<std::string, Person, std::less<>> persons_;
  std::multimap<std::string, std::string, std::less<>> persons_of_unit_;
  std::set<std::string, std::less<>> with_leaves_;
  std::set<std::pair<std::string, std::string>> persons_at_address_;  ///< address, person
};

}  // namespace dondoc
