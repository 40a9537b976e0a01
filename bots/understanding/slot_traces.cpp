#include "bots/understanding/slot_traces.h"

#include <cmath>
#include <string>

#include "bots/understanding/slot_words.h"

namespace dondoc::understanding {
namespace {

/// 20 rather than 20.000000.
std::string shown(double value) {
  if (std::abs(value) < 9e15 && std::floor(value) == value)
    return std::to_string(static_cast<long long>(value));
  return std::to_string(value);
}

class Tracer {
 public:
  Tracer(const Said& said, const Island& island, const Utterance& text, const Mentions& mentions,
         bool may_show)
      : said_(said), island_(island), text_(text), mentions_(mentions), may_show_(may_show) {}

  std::vector<Trace> traces() {
    days();
    shares();
    papers();
    persons();
    given();
    for (const FoundFigure& figure : said_.values) {
      const auto* number = std::get_if<double>(&figure.value);
      add("indicators", figure.slug, number != nullptr ? shown(*number) : std::string("…"),
          figure.begin, figure.end);
    }
    return std::move(traces_);
  }

 private:
  void add(std::string_view reader, std::string_view slot, const std::string& value,
           std::size_t from, std::size_t to) {
    Trace trace;
    trace.rule = std::string(reader);
    trace.gives = std::string(slot) + "=" + (may_show_ ? value : std::string("…"));
    if (may_show_) trace.words = text_.typed(from, to);
    traces_.push_back(std::move(trace));
  }

  /// A value that is the words it stood in.
  void add_as_typed(std::string_view reader, std::string_view slot, const std::string& value) {
    add(reader, slot, value, 0, 0);
    if (may_show_) traces_.back().words = value;
  }

  template <typename Is>
  const Mention* mention(Is is) const {
    for (const Mention& one : mentions_.all()) {
      if (one.begin >= island_.from && one.begin < island_.to && is(one)) return &one;
    }
    return nullptr;
  }

  template <typename Is>
  void from_mention(std::string_view reader, std::string_view slot, const std::string& value,
                    Is is) {
    const Mention* one = mention(is);
    if (one != nullptr) return add(reader, slot, value, one->begin, one->end);
    add(said_.rule, slot, value, said_.begin, said_.end);
  }

  void day(std::string_view slot, const std::optional<LocalDate>& value) {
    if (!value) return;
    const LocalDate day = *value;
    from_mention("read_date", slot, day.iso(), [&](const Mention& one) {
      const bool is_day = one.kind == MentionKind::date || one.kind == MentionKind::past ||
                          one.kind == MentionKind::time;
      return is_day && (one.day == day || one.day - CalendarDays{1} == day || one.gone == day ||
                        one.from == day);
    });
  }

  void days() {
    day("on", said_.on);
    day("until", said_.until);
    day("from", said_.from);
    const auto is_span = [](const Mention& one) { return one.kind == MentionKind::span; };
    if (said_.days) from_mention("read_span", "days", std::to_string(*said_.days), is_span);
    if (said_.working_days)
      from_mention("read_span", "working_days", std::to_string(*said_.working_days), is_span);
    if (said_.time)
      from_mention("read_time", "time", said_.time->text(),
                   [](const Mention& one) { return one.time.has_value(); });
    if (!said_.part_of_day.empty())
      from_mention("read_time", "part_of_day", said_.part_of_day,
                   [&](const Mention& one) { return one.part_of_day == said_.part_of_day; });
    if (said_.hours)
      from_mention("read_time", "hours", shown(*said_.hours),
                   [](const Mention& one) { return one.kind == MentionKind::hours; });
  }

  void shares() {
    const auto is_share = [](const Mention& one) {
      return one.kind == MentionKind::percent || one.kind == MentionKind::fraction;
    };
    if (said_.percent) from_mention("read_number", "percent", shown(*said_.percent), is_share);
    if (said_.done)
      from_mention("read_number", "done", std::to_string(*said_.done), is_share);
    if (said_.total)
      from_mention("read_number", "total", std::to_string(*said_.total), is_share);
  }

  void papers() {
    if (!said_.doc_no.empty())
      from_mention("mentions", "doc_no", said_.doc_no,
                   [](const Mention& one) { return one.kind == MentionKind::document; });
    for (std::size_t i = island_.from; i < island_.to; ++i) {
      if (said_.channel.empty() || channel_at(text_, i) != said_.channel) continue;
      add("slot_words", "channel", said_.channel, i, i + 1);
      break;
    }
    if (!said_.part.empty()) add_as_typed("slot_words", "part", said_.part);
    if (!said_.stage.empty()) add("slot_words", "stage", said_.stage, said_.begin, said_.end);
  }

  void persons() {
    if (!said_.to.empty())
      from_mention("names_in_text", "to", said_.to,
                   [](const Mention& one) { return one.kind == MentionKind::person; });
    if (!said_.unit.empty()) add_as_typed("names_in_text", "unit", said_.unit);
  }

  /// What the rule itself says, or what stands in its clause.
  void given() {
    if (!said_.query.empty()) add(said_.rule, "kind", said_.query, said_.begin, said_.end);
    if (!said_.category.empty()) {
      const bool by_rule = island_.rule->slots.find("category=") != std::string_view::npos;
      add(by_rule ? said_.rule : std::string_view("slot_words"), "category", said_.category,
          said_.begin, said_.end);
    }
    if (!said_.reason.empty()) {
      const bool by_rule = island_.rule->slots.find("reason=") != std::string_view::npos;
      add(by_rule ? said_.rule : std::string_view("slots"), "reason", said_.reason, island_.from,
          island_.to);
    }
  }

  const Said& said_;
  const Island& island_;
  const Utterance& text_;
  const Mentions& mentions_;
  bool may_show_;
  std::vector<Trace> traces_;
};

}  // namespace

std::vector<Trace> traces_of_slots(const Said& said, const Island& island, const Utterance& text,
                                   const Mentions& mentions, bool may_show) {
  return Tracer(said, island, text, mentions, may_show).traces();
}

}  // namespace dondoc::understanding
