#include "reports/summary_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "engine/summary/difficulties.h"
#include "engine/text/vietnamese.h"
#include "reports/figure_text.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr int k_lines_to_write_on = 3;

/// Names of units, each once, in their order.
std::string names_of(const SummaryInput& input, const std::vector<std::string>& units) {
  std::vector<std::string> names;
  std::set<std::string_view> seen;
  for (const std::string& unit : units) {
    if (seen.insert(unit).second) names.push_back(unit_name_of(input, unit));
  }
  return joined(names, "; ");
}

void add_item(DocumentSection& section, std::string text) {
  section.paragraphs.push_back({ParagraphStyle::item, std::move(text)});
}

/// What the paragraphs below are about; left out when the summary has only one duty and period.
void add_subheading(DocumentSection& section, const SummaryInput& input, std::size_t place) {
  const auto& all = input.summary.obligations;
  if (all.size() == 1) return;
  const ObligationSummary& one = all[place];
  const Obligation* obligation = input.plan.obligation(one.obligation);
  std::string text = fmt::format(
      "{}. {}", place + 1, obligation == nullptr ? one.obligation : on_one_line(obligation->what));
  while (text.ends_with('.')) text.pop_back();
  if (!one.period.empty()) text += fmt::format(" ({})", period_text(one.period));
  section.paragraphs.push_back({ParagraphStyle::subheading, std::move(text)});
}

// --- I ---

std::string handed_in_text(const SummaryInput& input, const ObligationSummary& one) {
  const std::size_t handed_in = one.complete + one.partial + one.nil;
  std::string text = fmt::format("Đã báo cáo: {}; đúng hạn: {}; trễ hạn: {}", units_text(handed_in),
                                 units_text(handed_in - one.late), units_text(one.late));
  if (!one.late_units.empty()) text += fmt::format(" ({})", names_of(input, one.late_units));
  return text + ".";
}

void add_count(DocumentSection& section, std::string_view what, std::size_t count) {
  if (count > 0) add_item(section, fmt::format("{}: {}.", what, units_text(count)));
}

void add_reporting(DocumentSection& section, const SummaryInput& input,
                   const ObligationSummary& one) {
  add_item(section, fmt::format("Số đơn vị phải báo cáo: {}.", units_text(one.expected)));
  add_item(section, handed_in_text(input, one));
  add_count(section, "Gửi trong thời gian được gia hạn", one.late_with_permission);
  add_item(section, fmt::format("Báo cáo không phát sinh: {}.", units_text(one.nil)));
  add_count(section, "Báo cáo chưa đủ số liệu", one.partial);
  add_count(section, "Báo cáo đã bổ sung, đính chính", one.corrected);
  std::string missing = fmt::format("Chưa báo cáo: {}", units_text(one.missing.size()));
  if (!one.missing.empty()) missing += fmt::format(" ({})", names_of(input, one.missing));
  add_item(section, missing + ".");
}

// --- II ---

std::string target_text(const SummaryInput& input, const Total& total) {
  const auto& targets = input.plan.targets;
  auto found = std::find_if(targets.begin(), targets.end(),
                            [&](const Target& t) { return t.id == total.field.target; });
  const bool percent = found != targets.end() && found->unit == "percent";
  const std::string target = decimal(*total.target) + (percent ? "%" : "");
  if (!total.value || is_small_count(total)) return fmt::format("; chỉ tiêu {}", target);
  const char* against = *total.value < *total.target   ? "thấp hơn"
                        : *total.value > *total.target ? "cao hơn"
                                                       : "bằng";
  return fmt::format("; {} chỉ tiêu {}", against, target);
}

std::string estimates_text(const Total& total) {
  std::set<std::string_view> units;
  for (const Provenance& one : total.given) {
    if (one.estimate) units.insert(one.unit);
  }
  return units.empty() ? "" : fmt::format("; có {} báo số ước thực hiện", units_text(units.size()));
}

std::string total_value_text(const Total& total) {
  if (!total.value) return "chưa có số liệu";
  if (is_small_count(total)) return "dưới 03";
  switch (total.field.aggregate) {
    case Aggregate::mean:
      return "bình quân " + value_text(total.field, *total.value);
    case Aggregate::share_yes:
      return value_text(total.field, *total.value) + " số đơn vị trả lời là có";
    case Aggregate::latest:
      return value_text(total.field, *total.value) + ", theo báo cáo mới nhất";
    default:
      return value_text(total.field, *total.value);
  }
}

void add_texts(DocumentSection& section, const SummaryInput& input, const Total& total) {
  if (total.given.empty()) return;
  add_item(section, total.field.label + ":");
  for (const Provenance& one : total.given)
    section.paragraphs.push_back(
        {ParagraphStyle::detail, fmt::format("{}: {}", unit_name_of(input, one.unit),
                                             on_one_line(std::get<std::string>(one.value)))});
}

void add_result(DocumentSection& section, const SummaryInput& input, const Total& total) {
  if (total.field.aggregate == Aggregate::none || asks_for_difficulties(total.field)) return;
  if (total.field.aggregate == Aggregate::list) return add_texts(section, input, total);
  std::string text = fmt::format("{}: {} ({}/{} đơn vị)", total.field.label,
                                 total_value_text(total), units_counted(total), total.expected);
  if (total.target) text += target_text(input, total);
  add_item(section, text + estimates_text(total) + ".");
}

// --- III ---

struct Difficulty {
  std::string reason;
  std::vector<std::string> units;
};

std::vector<Difficulty> difficulties_by_reason(const PlanSummary& summary) {
  std::vector<Difficulty> all;
  std::map<std::string, std::size_t> places;
  for (const ObligationSummary& one : summary.obligations) {
    for (const auto& [unit, reason] : one.difficulties) {
      auto [place, is_new] = places.try_emplace(difficulty_key(reason), all.size());
      if (is_new) all.push_back({capitalised(on_one_line(reason)), {}});
      auto& units = all[place->second].units;
      if (std::find(units.begin(), units.end(), unit) == units.end()) units.push_back(unit);
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const Difficulty& x, const Difficulty& y) {
    return x.units.size() > y.units.size();
  });
  return all;
}

std::string without_full_stop(std::string text) {
  while (text.ends_with('.') || text.ends_with(';')) text.pop_back();
  return text;
}

}  // namespace

DocumentSection reporting_section(const SummaryInput& input) {
  DocumentSection section{"I. TÌNH HÌNH BÁO CÁO", {}};
  const auto& all = input.summary.obligations;
  if (all.empty())
    section.paragraphs.push_back({ParagraphStyle::body, "Trong kỳ không có đơn vị phải báo cáo."});
  for (std::size_t i = 0; i < all.size(); ++i) {
    add_subheading(section, input, i);
    add_reporting(section, input, all[i]);
  }
  return section;
}

DocumentSection results_section(const SummaryInput& input) {
  DocumentSection section{"II. KẾT QUẢ THỰC HIỆN", {}};
  const auto& all = input.summary.obligations;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].totals.empty()) continue;
    add_subheading(section, input, i);
    for (const Total& total : all[i].totals) add_result(section, input, total);
  }
  if (section.paragraphs.empty())
    section.paragraphs.push_back({ParagraphStyle::body, "Chưa có số liệu."});
  return section;
}

DocumentSection difficulties_section(const SummaryInput& input) {
  DocumentSection section{"III. KHÓ KHĂN, VƯỚNG MẮC", {}};
  for (const Difficulty& one : difficulties_by_reason(input.summary))
    add_item(section, fmt::format("{}: {} ({}).", without_full_stop(one.reason),
                                  units_text(one.units.size()), names_of(input, one.units)));
  if (section.paragraphs.empty())
    section.paragraphs.push_back(
        {ParagraphStyle::body, "Không có đơn vị nêu khó khăn, vướng mắc."});
  return section;
}

DocumentSection proposals_section(const SummaryInput& input) {
  DocumentSection section{"IV. KIẾN NGHỊ", {}};
  const std::string text = input.record == nullptr ? "" : input.record->text;
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find('\n', from), text.size());
    std::string line = on_one_line(text.substr(from, end - from));
    if (!line.empty()) section.paragraphs.push_back({ParagraphStyle::body, std::move(line)});
    from = end + 1;
  }
  if (!section.paragraphs.empty()) return section;
  for (int i = 0; i < k_lines_to_write_on; ++i)
    section.paragraphs.push_back({ParagraphStyle::blank, ""});
  return section;
}

}  // namespace dondoc
