// The intake desk of a small office: documents are read as in the program, but in this process;
// drafts are kept in memory.
#pragma once

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "intake/annotated_text.h"
#include "intake/draft_plan.h"
#include "intake/plan_reading.h"
#include "web/intake_desk.h"

namespace dondoc {

/// What a lead sends.
inline const std::string k_document =
    "ỦY BAN NHÂN DÂN\n"
    "XÃ MẪU\n"
    "Số: 45/KH-UBND\n"
    "Xã Mẫu, ngày 02 tháng 10 năm 2023\n"
    "\n"
    "KẾ HOẠCH\n"
    "Phòng cháy, chữa cháy năm 2023\n"
    "\n"
    "IV. TỔ CHỨC THỰC HIỆN\n"
    "1. Xã Đông Thạnh\n"
    "- Báo cáo kết quả về Ủy ban nhân dân xã trước ngày 25/11/2023.\n";

class MemoryDraftStore : public DraftStore {
 public:
  Result<void> add(const KeptDraft& draft) override {
    if (!kept.emplace(draft.head.id, draft).second) return failure(ErrorKind::permanent, "taken");
    return {};
  }
  Result<std::optional<KeptDraft>> find(std::string_view id) override {
    auto found = kept.find(std::string(id));
    return found == kept.end() ? std::nullopt : std::optional(found->second);
  }
  Result<std::vector<DraftHead>> drafts_of(std::string_view person) override {
    std::vector<DraftHead> heads;
    for (const auto& [id, draft] : kept) {
      if (person.empty() || draft.head.person == person) heads.push_back(draft.head);
    }
    return heads;
  }
  Result<bool> change(const KeptDraft& draft) override {
    auto found = kept.find(draft.head.id);
    if (found == kept.end() || found->second.version != draft.version) return false;
    found->second = draft;
    ++found->second.version;
    return true;
  }
  Result<bool> remove(std::string_view id) override { return kept.erase(std::string(id)) == 1; }
  Result<void> forget(Instant before) override {
    std::erase_if(kept, [&](const auto& one) { return one.second.head.changed < before; });
    return {};
  }

  std::map<std::string, KeptDraft> kept;
};

/// Of a commune that nobody leads yet: a report with days, one without, a check by ấp whose names
/// are not said.
inline constexpr const char* k_sample_draft = R"({
 "plan": {"id": "K-12-KH-UBND-2023", "number": "12/KH-UBND", "date": "2023-10-02",
  "document_type": "KẾ HOẠCH", "issuer": "ubnd-xa", "subject": "Phòng cháy <b>",
  "from": "2023-10-02", "to": "2023-12-31", "source": "văn bản",
  "targets": [{"id": "T1", "what": "hộ có bình chữa cháy", "value": 80, "unit": "percent",
               "measured": "reported", "line": "4"}],
  "budget": {"items": [{"unit": "ubnd-xa", "what": "bình", "amount_vnd": 5000000, "line": "9"}]}},
 "units": [
  {"id": "ubnd-xa", "name": "Ủy ban nhân dân xã", "kind": "committee", "parent": null},
  {"id": "cac-ap", "name": "Các ấp", "kind": "group", "parent": "ubnd-xa", "unlisted": true},
  {"id": "tinh", "name": "UBND tỉnh", "kind": "superior", "parent": null, "external": true}],
 "obligations": [
  {"id": "K1", "line": "5", "kind": "report_periodic", "binding": "ordered", "what": "Báo cáo",
   "who": ["cac-ap"], "to": [{"unit": "ubnd-xa"}],
   "due": {"type": "recurring", "every": "month", "day": 25, "inclusive": true,
           "from": "2023-10-02", "to": "2023-12-31", "stated": "ngày 25 hằng tháng"}},
  {"id": "K2", "line": "6", "kind": "report_once", "binding": "ordered", "what": "Báo cáo năm",
   "who": ["cac-ap"], "to": [{"unit": "tinh"}],
   "due": {"type": "unconfirmed", "stated": "định kỳ", "question": "K-Q1"}}],
 "questions": [
  {"id": "K-Q1", "about": ["K2"], "question": "Ngày nào?", "default": {"text": "Ngày 20/12",
   "due": {"K2": {"type": "date", "date": "2023-12-20", "inclusive": true, "stated": "đề xuất"}}}},
  {"id": "K-Q2", "about": ["units"], "question": "Các ấp nào?", "default": null}]
})";

class FakeIntake : public IntakeDesk {
 public:
  tl::expected<ReadPlan, UnreadPlan> read(const UploadedFile& file) override {
    const auto format = source_format(file.name, file.bytes);
    if (!format) return tl::unexpected(UnreadPlan{"intake_refused", format.error().message});
    const auto document = read_source(file.bytes, *format);
    if (!document) return tl::unexpected(UnreadPlan{"intake_refused_secret"});
    const PlanReading reading = read_plan(*document);
    return ReadPlan{annotated_json(annotated_text(*document, reading)), draft_plan(reading)};
  }
  DraftStore& drafts() override { return store; }

  /// The sample, as that person's; its id is "of-" and who it is.
  void give(const std::string& person) {
    KeptDraft draft;
    draft.head = {"of-" + person, person,     "kh.docx",
                  "Kế hoạch",     Instant{1}, Instant{4'000'000'000'000}};
    draft.text = R"([[{"t":"Chậm nhất "},{"t":"<i>ngày 25</i>","i":["d1"],"s":"deadline"}]])";
    draft.plan = k_sample_draft;
    draft.seen = "{}";
    store.kept[draft.head.id] = draft;
  }

  MemoryDraftStore store;
};

}  // namespace dondoc
