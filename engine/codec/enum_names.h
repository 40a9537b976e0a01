// Names of enums in the log and in stored state. A name that was ever written must stay: add, never rename or reorder
// against the enum. Values only.
#pragma once

#include <array>
#include <string_view>
#include <type_traits>

#include "engine/ladder/ladder.h"
#include "engine/lifecycle/chart.h"
#include "engine/plan/due_rule.h"
#include "engine/plan/plan.h"
#include "engine/state/assignment.h"
#include "engine/state/office.h"
#include "engine/time/calendar.h"

namespace dondoc {

template <std::size_t N>
using Names = std::array<std::string_view, N>;

/// In the order of the enum.
template <class E>
inline constexpr Names<0> k_names{};

template <>
inline constexpr Names<5> k_names<Meaning> = {"waiting", "open", "reported", "done", "void"};
template <>
inline constexpr Names<2> k_names<Binding> = {"ordered", "requested"};
template <>
inline constexpr Names<3> k_names<Roll> = {"next_workday", "prev_workday", "none"};
template <>
inline constexpr Names<4> k_names<Every> = {"month", "quarter", "half_year", "year"};
template <>
inline constexpr Names<4> k_names<Outcome> = {"complete", "partial", "nil", "corrected"};
template <>
inline constexpr Names<4> k_names<LedgerKind> = {"suspended", "resumed", "extended", "rescheduled"};
template <>
inline constexpr Names<2> k_names<Anchor> = {"issue", "due"};
template <>
inline constexpr Names<2> k_names<DayUnit> = {"calendar_days", "working_days"};
template <>
inline constexpr Names<4> k_names<Audience> = {"officer", "deputy", "lead", "superior"};
template <>
inline constexpr Names<2> k_names<DayKind> = {"holiday", "make_up"};
template <>
inline constexpr Names<2> k_names<YearStanding> = {"announced", "provisional"};
template <>
inline constexpr Names<3> k_names<SummaryStanding> = {"drafted", "approved", "amended"};

template <>
inline constexpr Names<5> k_names<UnitAct> = {"merge", "split", "rename", "abolish", "reparent"};
template <>
inline constexpr Names<3> k_names<ReorganisationStanding> = {"planned", "in_effect", "dropped"};

template <class E>
concept NamedEnum = std::is_enum_v<E> && !k_names<E>.empty();

}  // namespace dondoc
