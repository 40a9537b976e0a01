// DraftStore: plans that were read from documents and wait to be corrected and issued. They are no
// part of the log: until somebody issues one, nothing has happened. A port of its own for the same
// reasons as PageStore. Safe from several threads.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/result.h"
#include "engine/time/time.h"

namespace dondoc {

/// A draft as lists show it.
struct DraftHead {
  std::string id;
  std::string person;  ///< who sent the document: an id, or k_administrator
  std::string file;    ///< its name, for people to read
  std::string title;   ///< of the plan, as far as it is known
  Instant opened;
  Instant changed;
  bool operator==(const DraftHead&) const = default;
};

struct KeptDraft {
  DraftHead head;
  std::string text;          ///< of the document with its clauses, as JSON
  std::string plan;          ///< the plan file as it is now
  std::string seen;          ///< what a person has looked at and agreed to, as JSON
  std::int64_t version = 0;  ///< one more with every change
  bool operator==(const KeptDraft&) const = default;
};

class DraftStore {
 public:
  virtual ~DraftStore() = default;

  /// Errors: permanent when the id is taken.
  virtual Result<void> add(const KeptDraft& draft) = 0;
  /// None when there is none: not an error.
  virtual Result<std::optional<KeptDraft>> find(std::string_view id) = 0;
  /// Latest change first; `person` empty: of everybody.
  virtual Result<std::vector<DraftHead>> drafts_of(std::string_view person) = 0;
  /// Plan, title, `seen` and time of change; the version becomes one more. False, and nothing
  /// changed, when the kept version is another than `draft.version`, or there is no such draft: not
  /// an error.
  virtual Result<bool> change(const KeptDraft& draft) = 0;
  /// False when there was none: not an error.
  virtual Result<bool> remove(std::string_view id) = 0;
  /// Those last changed before.
  virtual Result<void> forget(Instant before) = 0;
};

}  // namespace dondoc
