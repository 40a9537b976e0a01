#include "web/summary_changes.h"

#include <nlohmann/json.hpp>
#include <optional>

#include "reports/figure_text.h"

namespace dondoc {
namespace {

using nlohmann::json;

/// Of that name among objects; null when there is none.
const json* named(const json& list, const char* key, const std::string& name) {
  if (!list.is_array()) return nullptr;
  for (const json& one : list) {
    if (one.is_object() && one.value(key, "") == name) return &one;
  }
  return nullptr;
}

const json* duty_in(const json& kept, const ObligationSummary& duty) {
  if (!kept.is_object() || !kept.contains("obligations")) return nullptr;
  for (const json& one : kept["obligations"]) {
    if (one.is_object() && one.value("obligation", "") == duty.obligation &&
        one.value("period", "") == duty.period)
      return &one;
  }
  return nullptr;
}

std::optional<double> value_of(const json& total) {
  const auto found = total.find("value");
  return found != total.end() && found->is_number() ? std::optional(found->get<double>())
                                                    : std::nullopt;
}

std::int64_t handed_in(const json& duty) {
  return duty.value("complete", std::int64_t{0}) + duty.value("partial", std::int64_t{0}) +
         duty.value("nil", std::int64_t{0});
}

class Comparison {
 public:
  Comparison(const SummaryMatter& matter, const PageWords& words)
      : words_(words), kept_(json::parse(matter.record->figures, nullptr, false)) {
    for (const ObligationSummary& duty : matter.summary.obligations) compare(duty);
  }

  json take() { return std::move(changes_); }

 private:
  void compare(const ObligationSummary& duty) {
    const json* before = duty_in(kept_, duty);
    if (before == nullptr) return;
    const auto now = static_cast<std::int64_t>(duty.complete + duty.partial + duty.nil);
    if (handed_in(*before) != now)
      add(duty, words_.text("summary_handed_in"), std::to_string(handed_in(*before)),
          std::to_string(now));
    for (const Total& total : duty.totals) compare(duty, total, *before);
  }

  void compare(const ObligationSummary& duty, const Total& total, const json& before) {
    const auto totals = before.find("totals");
    if (totals == before.end() || total.field.aggregate == Aggregate::none) return;
    const json* kept = named(*totals, "field", total.field.id);
    const std::string was =
        kept == nullptr ? in_words(total, std::nullopt) : in_words(total, value_of(*kept));
    const std::string now = in_words(total, total.value);
    if (was != now) add(duty, total.field.label, was, now);
  }

  std::string in_words(const Total& total, const std::optional<double>& value) const {
    return value ? value_text(total.field, *value) : words_.text("summary_no_figure");
  }

  void add(const ObligationSummary& duty, const std::string& label, const std::string& was,
           const std::string& now) {
    changes_.push_back(
        {{"duty", duty.obligation}, {"label", label}, {"was", was}, {"is_now", now}});
  }

  const PageWords& words_;
  const json kept_;
  json changes_ = json::array();
};

}  // namespace

json changes_since_approval(const SummaryMatter& matter, const PageWords& words) {
  if (matter.is_open()) return json::array();
  return Comparison(matter, words).take();
}

}  // namespace dondoc
