// The words of indicators: which noun phrases have a slug of their own, and which words end one.
// Constant; safe from any thread.
#pragma once

#include <span>
#include <string_view>

namespace dondoc::understanding {

/// A noun phrase, folded, and its slug. Phrases that begin with "*" stand before the number as well
/// as behind it.
struct IndicatorName {
  std::string_view phrase;
  std::string_view slug;
};

/// Nouns that are counted: behind the number ("3 cuộc") or before it ("số cuộc: 3").
std::span<const IndicatorName> counted_nouns();

/// What money was for, by the words before or behind it.
std::span<const IndicatorName> kinds_of_money();

/// What a share is of: "tỷ lệ … đạt 62%".
std::span<const IndicatorName> shares_of();

/// Words that cannot be part of the noun phrase behind a number.
bool ends_noun(std::string_view folded);

}  // namespace dondoc::understanding
