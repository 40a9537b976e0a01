#include "app/intake_office.h"

#include <chrono>
#include <utility>

#include "engine/text/vietnamese.h"
#include "intake/annotated_text.h"
#include "intake/draft_plan.h"
#include "intake/plan_reading.h"

namespace dondoc {
namespace {

/// As long as a browser waits for a page without showing a fault of its own.
constexpr std::chrono::seconds k_longest_wait{20};

const char* word_of(ReadingFault fault) {
  switch (fault) {
    case ReadingFault::secret_marking:
      return "intake_refused_secret";
    case ReadingFault::no_text_layer:
      return "intake_refused_scan";
    case ReadingFault::locked:
      return "intake_refused_locked";
    case ReadingFault::old_word:
      return "intake_refused_doc";
    case ReadingFault::too_costly:
      return "intake_refused_large";
    case ReadingFault::unavailable:
      return "intake_busy";
    case ReadingFault::unreadable:
    case ReadingFault::died:
      break;
  }
  return "intake_refused";
}

UnreadPlan unread(const UnreadSource& source) {
  const bool is_told = source.fault == ReadingFault::unreadable;
  return {word_of(source.fault), is_told ? source.error.message : std::string(),
          source.fault == ReadingFault::unavailable};
}

}  // namespace

IntakeOffice::IntakeOffice(std::unique_ptr<DraftStore> drafts, std::string program)
    : drafts_(std::move(drafts)), program_(std::move(program)) {}

tl::expected<ReadPlan, UnreadPlan> IntakeOffice::read(const UploadedFile& file) {
  if (!free_.try_acquire_for(k_longest_wait))
    return tl::unexpected(UnreadPlan{"intake_busy", "", true});
  auto document = read_source_bounded(lower_case(file.name), file.bytes, program_);
  free_.release();
  if (!document) return tl::unexpected(unread(document.error()));
  const PlanReading reading = read_plan(*document);
  return ReadPlan{annotated_json(annotated_text(*document, reading)), draft_plan(reading)};
}

}  // namespace dondoc
