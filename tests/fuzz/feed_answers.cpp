// A document's draft and what somebody answers to its questions.
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>

#include "engine/check.h"
#include "engine/codec/plan_codec.h"
#include "engine/plan/plan.h"
#include "intake/answered_draft.h"
#include "intake/draft_plan.h"
#include "tests/fuzz/feed.h"

namespace dondoc::fuzz {
namespace {

/// N1 waits for a day (N-Q2), N2 for a rhythm (N-Q3), N3 names nobody (N-Q4); N-Q1 asks for number
/// and date, N-Q5 for the communes.
constexpr std::string_view k_document =
    "ỦY BAN NHÂN DÂN XÃ BÌNH AN\n\nKẾ HOẠCH\nCông tác năm 2024\n\n"
    "Căn cứ Quyết định số 01/QĐ-UBND ngày 05 tháng 01 năm 2024;\n"
    "I. TỔ CHỨC THỰC HIỆN\n"
    "1. Các ấp: báo cáo UBND xã kết quả thực hiện hằng quý.\n"
    "2. Công an xã: định kỳ báo cáo UBND xã kết quả thực hiện.\n"
    "II. TIẾN ĐỘ\n"
    "- Tổ chức tổng kết trước ngày 20/12/2024.\n";

const DraftJson& draft() {
  static const DraftJson k_draft = [] {
    const auto document = read_source(k_document, SourceFormat::text);
    return draft_json(draft_plan(read_plan(*document))).value();
  }();
  return k_draft;
}

}  // namespace

void feed_answers(std::string_view input) {
  Faults faults("answers.json");
  const auto answered = apply_answers(draft(), input, faults);
  CHECK(answered.has_value() == faults.none());
  for (const Fault& fault : faults.list()) CHECK(!fault.message.empty());
  if (!answered) return;
  Faults in_plan("plan");
  const auto plan = decode_plan(draft_text(*answered), in_plan);
  CHECK(plan.has_value() && in_plan.none());
}

}  // namespace dondoc::fuzz
