#include "bots/talk/read_request.h"

#include <string_view>
#include <vector>

#include "bots/understanding/read_date.h"

namespace dondoc::talk {

std::optional<ReasonMark> reason_mark(const Utterance& text, std::size_t from) {
  for (std::size_t i = from; i < text.size(); ++i) {
    if (auto n = text.phrase_at(i, "ly do la")) return ReasonMark{i, n};
    if (auto n = text.phrase_at(i, "ly do")) return ReasonMark{i, n};
    if (text.could_be(i, "vì") || text.could_be(i, "do") || text.could_be(i, "bởi"))
      return ReasonMark{i, 1};
  }
  return std::nullopt;
}

std::string before_reason(const Utterance& text) {
  const auto mark = reason_mark(text, 0);
  return mark ? text.typed(0, mark->at) : text.text();
}

void read_until(const Utterance& text, LocalDate today, std::size_t from, Intent& intent) {
  if (auto date = find_date(text, today, from)) {
    const bool exclusive = date->begin > 0 && text.could_be(date->begin - 1, "trước");
    intent.until = exclusive ? date->date - CalendarDays{1} : date->date;
    return;
  }
  if (auto span = find_span(text, from)) {
    if (span->working_days) intent.working_days = WorkingDays{span->count};
    if (!span->working_days) intent.days = CalendarDays{span->count};
  }
}

std::string read_reason(const Utterance& text, LocalDate today, std::size_t from) {
  if (auto mark = reason_mark(text, from)) return text.typed_from(mark->at + mark->length);
  std::size_t behind = text.size();
  if (auto date = find_date(text, today, from))
    behind = date->end;
  else if (auto span = find_span(text, from))
    behind = span->end;
  // "Đến 27/11 nhé chị": nothing of a reason; but "cho số liệu" is one.
  static const PhraseList k_particles = {"a",  "nhe", "nha", "chi",        "anh",
                                         "em", "oi",  "voi", "duoc khong", "duoc"};
  for (auto n = text.any_at(behind, k_particles); n > 0; n = text.any_at(behind, k_particles))
    behind += n;
  return text.typed_from(behind);
}

NameAndReason split_at_reason(const Utterance& text) {
  auto mark = reason_mark(text, 1);
  if (!mark) return {text.typed_from(0), {}};
  return {text.typed(0, mark->at), text.typed_from(mark->at + mark->length)};
}

std::optional<Promise> read_promise(const Utterance& text, LocalDate today, std::size_t from) {
  auto date = find_date(text, today, from);
  if (!date) return std::nullopt;
  Promise promise{date->date, date->time};
  for (std::size_t i = from; i < text.size() && !promise.time; ++i) {
    const bool inside = i >= date->begin && i < date->end;
    if (auto time = time_at(text, i); time && !inside) promise.time = time->time;
  }
  return promise;
}

}  // namespace dondoc::talk
