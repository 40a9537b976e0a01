// Where a time stands in its sentence, and what the words around it make of it.
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

#include "intake/language/deadline_rules.h"

namespace dondoc::intake {

class TimePlace {
 public:
  /// Requires: `index` is of one of the sentence's times. The context must outlive it.
  TimePlace(const TimeContext& context, std::size_t index)
      : c_(context), s_(context.sentence), tokens_(context.node.tokens), time_(s_.times[index]) {}

  bool verb_before() const;
  bool trapped() const;
  /// "tính từ ngày 15/12 năm trước đến ngày 14/6": until when figures are counted, not when they
  /// are due; a sentence that says nothing else has no deadline at all.
  bool counts_figures() const;
  bool labelled() const;
  /// "đã giao Bộ … báo cáo trước ngày 30/11/2012": told of the past, and past it is.
  bool retold() const;
  /// Words before the date that make it a fact: "tính đến", "có hiệu lực từ".
  bool fact() const;
  bool percent() const;
  /// A percentage in the part between commas that holds the time.
  bool percent_beside() const;
  bool in_bracket() const { return time_.begin > 0 && c_.all.depth[time_.begin] > 0; }
  /// "1/3": nothing says that it is a date.
  bool fraction() const;
  /// "tổ chức ngày 07/02/2025", "khai mạc ngày …".
  bool held_on() const;
  /// The bracket holds nothing but the time and a word like "hoàn thành".
  bool lone_in_bracket() const;
  /// First of the sentence, or of what follows "Căn cứ …:".
  bool leads() const;
  /// ": Ngày 26/8/2024" at the end of an item.
  bool tails() const;
  bool finishing_just_before() const;
  /// "Khai giảng năm học mới ngày 05/9": a ceremony and its day, at the end of their part.
  bool ceremony_day() const;
  /// "Tổ chức hội thi cuối tháng 10", "Tổ chức Hội trại ngày 25, 26/3/2025." at the end.
  bool held_then() const;
  /// "giai đoạn 2:" counts the steps of the work.
  bool numbered_step() const;
  /// "tổng kết vào năm 2030".
  bool summed_up_just_before() const;
  /// ", chung khảo tháng 8/2022": the next of a list of times.
  bool goes_on() const;
  /// "Hoàn thành số hóa hồ sơ trong năm 2025".
  bool begins_finishing() const;
  bool past() const;
  /// Somebody does something: a duty's verb, or any verb the sentence or its part behind a colon
  /// begins with: "Sở Y tế: khám, cấp thuốc …", "chuyển tiền quà về các huyện …".
  bool acts() const;
  /// "100% ổ dịch được phát hiện, điều tra và xử lý trong vòng 48 giờ": a target.
  bool percent_leads() const;
  /// "Tổng duyệt chương trình 17h00 ngày 26/9/2023.": who says the hour means to hold it then.
  bool at_hour() const;
  /// The sentence begins with what is held: "Đại hội điểm: Chi bộ 3, ngày 18/10/2025."
  bool names_event() const;
  /// "chậm nhất ngày 25/10 (đối với …) và ngày 05/11 (đối với …)": the limit of both.
  bool shares_limit() const;
  bool ends_here(std::size_t at) const;

 protected:
  const Point& point() const { return time_.points.front(); }
  bool is(std::size_t at, std::string_view word) const {
    return at < tokens_.size() && tokens_[at].is(word);
  }

  const TimeContext& c_;
  const Sentence& s_;
  const Tokens& tokens_;
  const TimeExpression& time_;
};

}  // namespace dondoc::intake
