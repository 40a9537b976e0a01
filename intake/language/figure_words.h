// The words around figures: data that somebody who knows the language can change (docs/reading.md).
// Values only; safe from any thread.
#pragma once

#include <cstdint>

#include "intake/language/word_pattern.h"

namespace dondoc::intake {

/// What is counted: "cuộc", "lớp tập huấn", "xã, phường".
const PatternList& counted_nouns();
/// Verbs that make a count a target: "tổ chức 03 cuộc".
const PatternList& counting_verbs();
/// Between such a verb and the number: "ít nhất", "từ", "trên".
const PatternList& bounds();
/// Whatever makes a percentage of the sentence a target, and what makes it a fact.
const PatternList& aim_words();
const PatternList& state_words();
/// Headings below which figures are targets.
const PatternList& aim_headings();
/// "đồng", "triệu đồng", "tỷ": in đồng.
const PatternTable<std::int64_t>& money_units();
/// Around an amount: "kinh phí", "dự toán"; and what makes it a loss, a rate or a fine.
const PatternList& money_words();
const PatternList& no_budget_words();

}  // namespace dondoc::intake
