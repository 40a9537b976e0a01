// The office as documents of the store: which document an event changes, its content, and loading
// them back. Pure functions.
#pragma once

#include <set>
#include <string>

#include "engine/event/event.h"
#include "engine/port/store.h"
#include "engine/result.h"
#include "engine/state/office.h"

namespace dondoc {

/// Adds the documents that `event` changes. `after`: the assignment after the event, null for other
/// subjects.
void note_changed(const Office& office, const Event& event, const Assignment* after,
                  std::set<DocumentKey>& changed);

/// The document as it stands now.
DocumentRow document_of(const Office& office, const DocumentKey& key);

/// Takes one stored document into the office, or out of it when it has no body. Errors: corrupt
/// when it cannot be read. `known`: the office as it was read before; plans with the same text are
/// taken from there.
Result<void> take_in(Office& office, const DocumentRow& row, const Office& known);
inline Result<void> take_in(Office& office, const DocumentRow& row) {
  return take_in(office, row, office);
}

/// Every document of an office, in order of kind and key: to compare a replay with what is stored.
std::vector<DocumentRow> all_documents(const Office& office);

}  // namespace dondoc
