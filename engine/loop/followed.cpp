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

}  // namespace

Result<Replayed> Followed::read_all(Reader& reader) {
  Replayed fresh;
  std::optional<Error> broken;
  auto read = reader.each_document([&](const DocumentRow& row) {
    auto taken = broken ? Result<void>() : take_in(fresh.office, row);
    if (!taken)
      broken = Error{taken.error().kind, row.kind + " '" + row.key + "': " + taken.error().message};
  });
  if (!read) return tl::unexpected(read.error());
  read = reader.each_case({}, [&](const CaseRow& row) {
    auto assignment = decode_assignment(row.body);
    if (assignment) {
      fresh.assignments.insert_or_assign(row.code, std::move(*assignment));
    } else if (!broken) {
      broken = Error{assignment.error().kind, row.code + ": " + assignment.error().message};
    }
  });
  if (!read) return tl::unexpected(read.error());
  if (broken) return tl::unexpected(*broken);
  return fresh;
}

Result<void> Followed::begin(Reader& reader) {
  for (int i = 0; i < k_attempts; ++i) {
    auto before = reader.last_seq();
    if (!before) return tl::unexpected(before.error());
    auto fresh = read_all(reader);
    auto after = reader.last_seq();
    if (!after) return tl::unexpected(after.error());
    if (*before != *after) continue;  // what was read is of two moments
    if (!fresh) return tl::unexpected(fresh.error());
    state_ = std::move(*fresh);
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
