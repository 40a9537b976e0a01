// The summary that goes upward as a document (design §9; layout of Decree 30/2020 and its variants,
// domain.md §2.5): its parts in order, without any file format. Values only; pure functions; safe
// from any thread.
#pragma once

#include <string>
#include <vector>

#include "engine/state/office.h"
#include "engine/summary/totals.h"
#include "reports/letter_head.h"

namespace dondoc {

/// What the document is made of. References must outlive the call.
struct SummaryInput {
  const PlanSummary& summary;
  const Plan& plan;
  const Directory& directory;
  const SummaryRecord* record = nullptr;  ///< what people decided; null: nothing yet, a draft
};

enum class ParagraphStyle {
  body,
  subheading,  ///< "1. Báo cáo …"
  item,        ///< "- …"
  detail,      ///< "+ …"
  blank,       ///< a line of dots to write on
};

struct Paragraph {
  ParagraphStyle style = ParagraphStyle::body;
  std::string text;
};

struct DocumentSection {
  std::string heading;  ///< "I. TÌNH HÌNH BÁO CÁO"
  std::vector<Paragraph> paragraphs;
};

struct SummaryDocument {
  bool draft = true;  ///< marked "DỰ THẢO"
  LetterHead head;
  std::string title;  ///< "BÁO CÁO"
  std::string subject;
  std::string amendment;                ///< "(Bản điều chỉnh, lần 01)"; empty: none
  std::vector<std::string> addressees;  ///< after "Kính gửi:"; at least one, a line of dots
  std::vector<std::string> basis;       ///< "Căn cứ …;", the last ends with a full stop
  std::string opening;
  std::vector<DocumentSection> sections;
  std::string closing;                  ///< ends with "./."
  std::vector<std::string> recipients;  ///< below "Nơi nhận:", each "- …;", the last "- Lưu: VT."
  std::vector<std::string> signature;
};

SummaryDocument make_summary_document(const SummaryInput& input);

/// The full name: of the directory, else of the plan, else the id.
std::string unit_name_of(const SummaryInput& input, const std::string& unit);

}  // namespace dondoc
