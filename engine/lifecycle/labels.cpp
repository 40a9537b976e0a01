#include "engine/lifecycle/labels.h"

#include <algorithm>
#include <array>

namespace dondoc::diagram {
namespace {

struct Words {
  std::string_view chart;  ///< empty: in every chart
  std::string_view id;
  std::string_view vi;
  std::string_view en;
};

constexpr std::array k_triggers{
    Words{"assignment", "confirm", "xác nhận hạn", "confirm date"},
    Words{"assignment", "acknowledge", "tiếp nhận", "acknowledge"},
    Words{"assignment", "progress", "báo tiến độ", "progress"},
    Words{"assignment", "submit", "báo cáo", "report"},
    Words{"assignment", "correct", "đính chính", "correct"},
    Words{"assignment", "return", "trả lại", "return"},
    Words{"assignment", "accept", "xác nhận", "accept"},
    Words{"assignment", "close", "đóng việc", "close"},
    Words{"assignment", "waive", "miễn", "waive"},
    Words{"assignment", "transfer", "chuyển đơn vị", "transfer"},
    Words{"assignment", "cancel", "thu hồi", "cancel"},
    Words{"plan", "issue", "ban hành", "issue"},
    Words{"plan", "start", "bắt đầu", "start"},
    Words{"plan", "report", "chốt kỳ", "close period"},
    Words{"plan", "reopen", "có báo cáo trả lại", "a report is returned"},
    Words{"plan", "next_period", "sang kỳ sau", "next period"},
    Words{"plan", "summarize", "tổng hợp", "summarize"},
    Words{"plan", "amend", "bổ sung tổng hợp", "amend"},
    Words{"plan", "cancel", "thu hồi", "cancel"},
    Words{"plan", "supersede", "thay thế", "supersede"},
};

constexpr std::array k_guards{
    Words{"", "has_figures", "có số liệu", "has figures"},
    Words{"", "due_confirmed", "hạn đã xác nhận", "date confirmed"},
    Words{"", "is_late", "quá hạn", "late"},
    Words{"", "blocked", "vướng mắc", "blocked"},
    Words{"", "extension_pending", "đang xin gia hạn", "extension pending"},
    Words{"", "disputed", "không thuộc nhiệm vụ", "disputed"},
    Words{"", "all_reported", "đủ báo cáo", "all reported"},
};

template <std::size_t N>
std::string_view look_up(const std::array<Words, N>& table, std::string_view chart,
                         std::string_view id, std::string_view language) {
  for (const Words& words : table)
    if (words.id == id && (words.chart.empty() || words.chart == chart))
      return language == "en" ? words.en : words.vi;
  return id;
}

std::string guard_label(const Guard& guard, std::string_view language) {
  std::string label(look_up(k_guards, "", guard.name, language));
  if (!guard.negated) return label;
  return (language == "en" ? "not " : "không ") + label;
}

}  // namespace

std::string_view label_of(const ChartState& state, std::string_view language) {
  return language == "en" ? state.label_en : state.label_vi;
}

std::string_view label_of(Meaning meaning, std::string_view language) {
  bool en = language == "en";
  switch (meaning) {
    case Meaning::waiting:
      return en ? "not yet in force" : "chưa có hiệu lực";
    case Meaning::open:
      return en ? "to be done" : "phải thực hiện";
    case Meaning::reported:
      return en ? "handed in" : "đã gửi, chờ xác nhận";
    case Meaning::done:
      return en ? "completed" : "hoàn thành";
    case Meaning::void_:
      return en ? "not counted" : "không tính";
  }
  return "";
}

std::string_view trigger_label(const Chart& chart, std::string_view trigger,
                               std::string_view language) {
  for (const Trigger& own : chart.triggers)
    if (own.id == trigger) return language == "en" ? own.label_en : own.label_vi;
  return look_up(k_triggers, chart.id, trigger, language);
}

std::string arrow_label(const Chart& chart, const Transition& transition,
                        std::string_view language) {
  std::string label(trigger_label(chart, transition.on, language));
  if (transition.guards.empty()) return label;
  std::string conditions;
  for (const Guard& guard : transition.guards) {
    if (!conditions.empty()) conditions += ", ";
    conditions += guard_label(guard, language);
  }
  return label + " [" + conditions + "]";
}

}  // namespace dondoc::diagram
