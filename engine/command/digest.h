// The leads' morning digest (design §7, domain.md §5): on which mornings, to whom, and whether
// there is anything new to tell. Pure; safe from any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/command/decide.h"

namespace dondoc {

/// When the first morning that is not settled yet begins; none: the ladders say no digests, or
/// there is no plan to tell of.
std::optional<Instant> next_morning(const World& world);

/// A morning that has to be settled now.
struct Morning {
  LocalDate day;
  bool missed = false;  ///< its window is over: nobody is told any more
};

/// None: not yet time. Of several mornings that were slept through only the last is settled:
/// today's while its window lasts, else the last missed one.
std::optional<Morning> due_morning(const World& world, Instant now);

/// Whether a digest made on `day` may still leave the house at `now`.
bool is_digest_time(const World& world, LocalDate day, Instant now);

/// Plans that are neither finished nor withdrawn, in order of id.
std::vector<std::string> plans_in_progress(const World& world);

/// Who gets a digest on `day`, and of which units with all below them: leads of their own, and
/// those who stand in for a lead on leave. Only persons some channel reaches.
std::map<std::string, std::vector<std::string>> digest_readers(const World& world, LocalDate day);

/// How a unit with all units below it stands, by plan.
using StandingsByPlan = std::map<std::string, Standings, std::less<>>;

/// The digest of one reader; none when nothing is new since the last one, or it was sent already.
std::optional<Event> digest_for(const World& world, const std::string& reader, LocalDate day,
                                const StandingsByPlan& standings, Instant now);

/// Nothing ran in the window of that morning.
Event missed_morning(LocalDate day, Instant now);

}  // namespace dondoc
