// Figures a plan sets: targets ("phấn đấu 80% cán bộ …", "tổ chức 03 cuộc …") and money.
// Pure; safe from any thread.
#pragma once

#include <vector>

#include "intake/language/actor.h"
#include "intake/language/outline.h"
#include "intake/language/sentence.h"
#include "intake/plan_reading.h"

namespace dondoc::intake {

/// A number as written: "1.245", "7,5", "03".
struct WrittenNumber {
  double value = 0;
  std::size_t end = 0;  ///< token behind it
};
/// At token `at`; none when no number begins there or it is part of one.
std::optional<WrittenNumber> number_at(const Tokens& tokens, std::size_t at);

std::vector<ReadTarget> targets_of(const Outline& outline,
                                   const std::vector<NodeSentences>& sentences);

std::vector<BudgetLine> budget_of(const Outline& outline,
                                  const std::vector<NodeSentences>& sentences);

}  // namespace dondoc::intake
