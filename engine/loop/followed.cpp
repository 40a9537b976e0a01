#include "engine/loop/followed.h"

#include <fmt/format.h>

#include <optional>
#include <utility>

#include "engine/codec/event_codec.h"
#include "engine/codec/state_codec.h"
#include "engine/loop/documents.h"

namespace dondoc {

Result<void> Followed::read_all(Reader& reader) {
  Replayed fresh;
  std::int64_t seq = 0;
  std::optional<Error> broken;
  auto read = reader.at_one_moment([&]() -> Result<void> {
    auto last = reader.last_seq();
    if (!last) return tl::unexpected(last.error());
    seq = *last;
    auto documents = reader.each_document([&](const DocumentRow& row) {
      auto taken = broken ? Result<void>() : take_in(fresh.office, row);
      if (!taken)
        broken =
            Error{taken.error().kind, row.kind + " '" + row.key + "': " + taken.error().message};
    });
    if (!documents) return documents;
    return reader.each_case({}, [&](const CaseRow& row) {
      auto assignment = decode_assignment(row.body);
      if (assignment) {
        fresh.assignments.insert_or_assign(row.code, std::move(*assignment));
      } else if (!broken) {
        broken = Error{assignment.error().kind, row.code + ": " + assignment.error().message};
      }
    });
  });
  if (!read) return read;
  if (broken) return tl::unexpected(*broken);
  state_ = std::move(fresh);
  state_.events = seq;
  seq_ = seq;
  known_ = true;
  office_changed_ = true;
  return {};
}

Result<void> Followed::catch_up(Reader& reader) {
  if (!known_) return read_all(reader);
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
