// Replay: the state that the log alone makes, to be compared with what is stored (design §4: it
// must be the same), or to look at a past moment. Pure but for the Reader it is given.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "engine/event/event.h"
#include "engine/port/reader.h"
#include "engine/state/assignment.h"
#include "engine/state/office.h"

namespace dondoc {

struct Replayed {
  Office office;
  std::map<std::string, Assignment, std::less<>> assignments;
  std::int64_t events = 0;
};

/// Takes in one more event. Requires: it is the next one of the log that made `state`.
void take_event(Replayed& state, const Event& event);

/// State after every event at or before `until`. Errors: those of the reader; corrupt for an event
/// that cannot be read, naming its number in the log.
Result<Replayed> replay(Reader& reader, Instant until);

/// What differs between the replayed state and the stored one, one line each; empty when they are
/// the same byte for byte.
Result<std::vector<std::string>> differences(Reader& reader, const Replayed& replayed);

}  // namespace dondoc
