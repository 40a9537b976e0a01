#include "engine/loop/followed.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"

namespace dondoc {
namespace {

/// Between two changes the office must be readable once.
constexpr int k_attempts = 100;

Result<void> take_case(Replayed& state, const CaseRow& row) {
  auto assignment = decode_assignment(row.body);
  if (!assignment)
    return failure(assignment.error().kind, row.code + ": " + assignment.error().message);
  state.assignments.insert_or_assign(row.code, std::move(*assignment));
  return {};
}

Result<Office> read_office_of(Reader& reader) {
  Office office;
  std::optional<Error> broken;
  auto read = reader.each_document([&](const DocumentRow& row) {
    auto taken = broken ? Result<void>() : take_in(office, row);
    if (!taken)
      broken = Error{taken.error().kind, row.kind + " '" + row.key + "': " + taken.error().message};
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return office;
}

/// The assignments that events after `seq` are about, as they are now.
Result<void> read_changed(Reader& reader, std::int64_t seq, Replayed& state) {
  std::set<std::string> codes;
  auto read = reader.each_log(seq, "", [&](const LogRow& row) {
    if (row.subject_kind == "assignment") codes.insert(row.subject);
  });
  if (!read) return read;
  for (const std::string& code : codes) {
    auto row = reader.find_case(code);
    if (!row) return tl::unexpected(row.error());
    if (!*row) continue;
    if (auto taken = take_case(state, **row); !taken) return taken;
  }
  return {};
}

}  // namespace

Result<Replayed> Followed::read_all(Reader& reader) {
  Replayed fresh;
  std::optional<Error> broken;
  auto read = reader.each_case({}, [&](const CaseRow& row) {
    if (broken) return;
    if (auto taken = take_case(fresh, row); !taken) broken = taken.error();
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return fresh;
}

/// Reading every assignment takes long where there are many, and others go on meanwhile: what they
/// changed is read once more, until nothing happened while only that and the office were read.
Result<void> Followed::begin(Reader& reader) {
  auto seen = reader.last_seq();
  if (!seen) return tl::unexpected(seen.error());
  auto fresh = read_all(reader);
  if (!fresh) return tl::unexpected(fresh.error());
  for (int i = 0; i < k_attempts; ++i) {
    auto until = reader.last_seq();
    if (!until) return tl::unexpected(until.error());
    auto office = read_office_of(reader);
    if (auto again = read_changed(reader, *seen, *fresh); !again) return again;
    auto after = reader.last_seq();
    if (!after) return tl::unexpected(after.error());
    seen = until;
    if (*until != *after) continue;  // what was read is of two moments
    if (!office) return tl::unexpected(office.error());
    state_ = std::move(*fresh);
    state_.office = std::move(*office);
    state_.events = seq_ = *after;
    known_ = true;
    office_changed_ = true;
    return {};
  }
  return failure(ErrorKind::transient, "the office changes faster than it can be read");
}

Result<void> Followed::catch_up(Reader& reader) {
  if (!known_) return begin(reader);
  std::optional<Error> broken;
  auto read = reader.each_log(seq_, "", [&](const LogRow& row) {
    if (broken) return;
    auto event = decode_event(row.body);
    if (!event) {
      broken =
          Error{ErrorKind::corrupt, fmt::format("log row {}: {}", row.seq, event.error().message)};
      return;
    }
    take_event(state_, *event);
    seq_ = row.seq;
    if (subject_kind(event->body) == SubjectKind::assignment) {
      changed_.insert(event->subject);
    } else {
      office_changed_ = true;
    }
  });
  if (!read) return read;
  if (broken) return tl::unexpected(*broken);
  return {};
}

std::set<std::string> Followed::take_changed() { return std::exchange(changed_, {}); }

bool Followed::take_office_changed() { return std::exchange(office_changed_, false); }

}  // namespace dondoc
