// Verbs of duties, labels of times, and what tells that words are no duty: data that somebody who
// knows the language can change (docs/reading.md). Values only; safe from any thread.
#pragma once

#include "intake/language/word_pattern.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// Verbs of a duty with the kind they make it.
const PatternTable<DeadlineKind>& duty_verbs();
/// "Thời gian thực hiện:", "Thời hạn hoàn thành", "Tiến độ".
const PatternList& time_labels();
/// "Cơ quan chủ trì:", "Đơn vị thực hiện:".
const PatternList& lead_labels();
/// "Cơ quan phối hợp:".
const PatternList& helper_labels();
/// Kinds of documents: what stands behind them up to a date is a citation.
const PatternList& document_kinds();
/// Before a date these make it a fact: "tính đến ngày", "sinh trước ngày", "có hiệu lực từ ngày".
const PatternList& fact_leads();
/// "đã giao", "đã yêu cầu": told of the past.
const PatternList& past_words();
/// Prepositions behind which "hằng năm" belongs to a name: "trong dự toán ngân sách hằng năm".
const PatternList& noun_leads();
/// Verbs a yearly duty without a report begins with: "xây dựng kế hoạch", "rà soát".
const PatternList& yearly_verbs();
/// What marks a figure as a target.
const PatternList& target_leads();
/// "Giao", "Yêu cầu", "Đề nghị": the unit that must act follows.
const PatternTable<bool>& order_words();

}  // namespace dondoc::intake
