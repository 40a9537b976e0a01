#include "engine/codec/check_ladder.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "engine/codec/declared_names.h"
#include "engine/codec/near_name.h"
#include "engine/codec/plan_words.h"

namespace dondoc {
namespace {

bool is_sent(TimeOfDay time, const SendingHours& hours) {
  return std::any_of(hours.windows.begin(), hours.windows.end(), [&](const auto& window) {
    return window.first <= time && time <= window.second;
  });
}

void check_hours(const LadderBook& book, Faults& faults) {
  const auto& windows = book.hours.windows;
  if (windows.empty())
    faults.add("/hours", "needs at least one window, or nothing can ever be sent");
  for (std::size_t i = 0; i < windows.size(); ++i) {
    auto pointer = pointer_to("/hours", i);
    if (windows[i].second <= windows[i].first) {
      faults.add(pointer, fmt::format("ends at {}, not after it begins at {}",
                                      windows[i].second.text(), windows[i].first.text()));
    } else if (i > 0 && windows[i].first <= windows[i - 1].second) {
      faults.add(pointer, fmt::format("begins at {}, not after the window before it ends at {}",
                                      windows[i].first.text(), windows[i - 1].second.text()));
    }
  }
  if (!windows.empty() && !is_sent(book.promise_check_at, book.hours)) {
    faults.add("/promise_check_at",
               fmt::format("{} lies outside the sending hours", book.promise_check_at.text()));
  }
  if (book.digest_at && book.digest_until < *book.digest_at) {
    faults.add("/digest_until",
               fmt::format("{} comes before digest_at, {}: no digest could ever be sent",
                           book.digest_until.text(), book.digest_at->text()));
  }
}

/// -1, 0, 1: before, on, after the anchor's day.
int side(const Rung& rung) { return (rung.offset > 0) - (rung.offset < 0); }

/// Whether `later` can come before `earlier`. Spans in different units on one side of the anchor
/// are not compared: that depends on the calendar.
bool is_out_of_order(const Rung& earlier, const Rung& later) {
  if (side(earlier) != side(later)) return side(later) < side(earlier);
  if (side(earlier) != 0 && earlier.unit != later.unit) return false;
  return std::tie(later.offset, later.at) < std::tie(earlier.offset, earlier.at);
}

void check_order(const Ladder& ladder, const std::string& list, Faults& faults) {
  const Rung* last_of_anchor[2] = {nullptr, nullptr};
  for (std::size_t i = 0; i < ladder.rungs.size(); ++i) {
    const auto& rung = ladder.rungs[i];
    auto& last = last_of_anchor[rung.anchor == Anchor::issue ? 0 : 1];
    if (last != nullptr && is_out_of_order(*last, rung)) {
      faults.add(
          pointer_to(list, i),
          fmt::format("'{}' comes before '{}' in time; put the rungs in order", rung.id, last->id));
    }
    last = &rung;
  }
}

void check_ladder(const Ladder& ladder, const std::string& pointer, const SendingHours& hours,
                  Faults& faults) {
  DeclaredNames names("rung");
  auto list = pointer + "/rungs";
  declare_all(names, ladder.rungs, list, faults);
  for (std::size_t i = 0; i < ladder.rungs.size(); ++i) {
    const auto& rung = ladder.rungs[i];
    auto at = pointer_to(list, i);
    if (!is_sent(rung.at, hours))
      faults.add(at + "/at", fmt::format("{} lies outside the sending hours", rung.at.text()));
    if (rung.anchor == Anchor::issue && rung.offset < 0)
      faults.add(at + "/offset", "lies before the duty is issued");
  }
  check_order(ladder, list, faults);
}

void check_choice(const LadderFile& file, const DeclaredNames& ladders, Faults& faults) {
  for (const auto& [kind, ladder] : file.by_kind) {
    auto pointer = pointer_to("/by_kind", kind);
    if (!kind_named(kind))
      faults.add(pointer, fmt::format("unknown kind '{}'{}", kind, suggestion(kind, kind_names())));
    ladders.require(ladder, pointer, faults);
  }
  for (auto kind : kind_names()) {
    if (file.book.by_kind.count(*kind_named(kind)) != 0) continue;
    faults.add("/by_kind", fmt::format("the kind '{}' has no ladder", kind));
  }
  ladders.require(file.book.requested, "/requested", faults);
}

}  // namespace

void check_ladders(const LadderFile& file, Faults& faults) {
  const auto& book = file.book;
  check_hours(book, faults);
  DeclaredNames names("ladder");
  declare_all(names, book.ladders, "/ladders", faults);
  for (std::size_t i = 0; i < book.ladders.size(); ++i) {
    check_ladder(book.ladders[i], pointer_to("/ladders", i), book.hours, faults);
  }
  check_choice(file, names, faults);
}

void check_ladder_messages(const LadderBook& book, const MessageFile& messages, Faults& faults) {
  DeclaredNames names("message");
  for (const auto& text : messages.texts) names.know(text.id);
  for (std::size_t i = 0; i < book.ladders.size(); ++i) {
    for (std::size_t k = 0; k < book.ladders[i].rungs.size(); ++k) {
      names.require(book.ladders[i].rungs[k].message,
                    fmt::format("/ladders/{}/rungs/{}/message", i, k), faults);
    }
  }
}

}  // namespace dondoc
