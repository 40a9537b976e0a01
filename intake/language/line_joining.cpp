#include "intake/language/line_joining.h"

#include <algorithm>
#include <array>

#include "engine/text/vietnamese.h"
#include "intake/language/list_mark.h"
#include "intake/language/token.h"
#include "intake/language/unit_phrase.h"

namespace dondoc::intake {
namespace {

/// Behind these a line that begins with a number is no new item: "ngày" / "15. Sau đó".
constexpr std::array<std::string_view, 22> k_wants_number = {
    "ngày", "tháng", "năm",   "quý", "số",   "điều", "khoản", "điểm", "và", "đến",  "từ",
    "lần",  "trước", "trong", "mục", "hoặc", "dự",   "án",    "giờ",  "kỳ", "khóa", "khu"};

bool is_rule(std::string_view text) {
  return !text.empty() && text.find_first_not_of("-_=~.– —|*") == text.npos;
}

bool is_page_number(std::string_view text) {
  return text.size() <= 3 && !text.empty() && text.find_first_not_of("0123456789") == text.npos;
}

std::string_view last_word(std::string_view text) {
  const auto space = text.rfind(' ');
  return space == text.npos ? text : text.substr(space + 1);
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

bool ends_sentence(std::string_view text) {
  return !text.empty() && (std::string_view(".;:!?").find(text.back()) != std::string_view::npos ||
                           text.ends_with("…") || text.ends_with("./."));
}

class Joiner {
 public:
  explicit Joiner(const std::vector<PrintedLine>& lines) : lines_(lines) {
    std::vector<std::size_t> widths;
    for (const PrintedLine& line : lines_) {
      if (!line.text.empty() && !line.whole) widths.push_back(characters(line.text));
    }
    if (widths.empty()) return;
    std::sort(widths.begin(), widths.end());
    width_ = widths[widths.size() * 9 / 10];
    parted_by_blanks_ =
        soft_breaks() * 7 > widths.size() && (lines_.size() - widths.size()) * 7 > lines_.size();
  }

  std::vector<Paragraph> join() {
    bool blank = true;
    for (const PrintedLine& line : lines_) {
      if (line.text.empty() || is_rule(line.text) ||
          (!line.whole && blank && is_page_number(line.text))) {
        blank = true;
        if (is_rule(line.text)) closed_ = true;
        continue;
      }
      if (runs_on(line, blank)) {
        extend(line);
      } else {
        begin(line);
      }
      blank = false;
      closed_ = false;
      previous_ = line.text;
    }
    return std::move(paragraphs_);
  }

 private:
  bool runs_on(const PrintedLine& line, bool blank) const {
    if (paragraphs_.empty() || line.whole || paragraph_is_whole_ || closed_) return false;
    const std::string& sofar = paragraphs_.back().text;
    const ListMark opened = list_mark_of(sofar);
    if (opened.rank != MarkRank::none && opened.length >= sofar.size()) return true;  // "2.3."
    if (key_of(sofar) == "số :" || key_of(sofar) == "số") return !blank;
    if (starts_item(line.text) || starts_head_line(line.text)) return false;
    const LetterCase shape = letter_case(line.text);
    if (blank) {
      return !ends_sentence(previous_) && shape == LetterCase::small && sofar.size() > 40 &&
             !previous_.ends_with('"');
    }
    if (shape == LetterCase::small && letter_case(previous_) == LetterCase::all_capitals &&
        !was_full(line.text))
      return false;  // "KẾ HOẠCH" / "thực hiện Chương trình …"
    if (shape == LetterCase::small || shape == LetterCase::none)
      return !(ends_sentence(previous_) && !was_full(line.text) && shape == LetterCase::small);
    const LetterCase before = letter_case(previous_);
    if (ends_sentence(previous_)) return was_full(line.text) && !previous_.ends_with(":");
    if (parted_by_blanks_ && before != LetterCase::all_capitals) return true;
    if (shape == LetterCase::all_capitals || before == LetterCase::all_capitals)
      return shape == before && !names_another(sofar, line.text);
    return was_full(line.text);
  }

  /// Lines that plainly run on: the next begins with a small letter, directly below.
  std::size_t soft_breaks() const {
    std::size_t breaks = 0;
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      const std::string& above = lines_[i - 1].text;
      if (!above.empty() && !lines_[i].text.empty() && !ends_sentence(above) &&
          letter_case(first_word(lines_[i].text)) == LetterCase::small)
        ++breaks;
    }
    return breaks;
  }

  /// The line before had no room for this one's first word.
  bool was_full(std::string_view text) const {
    if (width_ > 200) return false;  // whole paragraphs as lines
    return characters(previous_) + 1 + characters(first_word(text)) > width_ * 92 / 100;
  }

  /// "UBND TỈNH AN BÌNH" / "SỞ Y TẾ": two bodies below each other.
  static bool names_another(const std::string& sofar, const std::string& line) {
    return unit_begins_at(tokens_of(sofar), 0) && unit_begins_at(tokens_of(line), 0);
  }

  /// A line of a document's head stands for itself: its number, the motto.
  static bool starts_head_line(std::string_view text) {
    for (std::string_view begin : {"Số:", "Số :", "CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "Độc lập -",
                                   "Độc lập –", "ĐẢNG CỘNG SẢN VIỆT", "Kính gửi", "Nơi nhận"}) {
      if (text.starts_with(begin)) return true;
    }
    return text.starts_with("Số ") && text.size() > 4 && text[5] >= '0' && text[5] <= '9';
  }

  bool starts_item(std::string_view text) const {
    const ListMark mark = list_mark_of(text);
    if (mark.rank == MarkRank::none) return text.starts_with("[");
    if (mark.rank == MarkRank::annex) return true;
    const std::string before = key_of(last_word(previous_));
    if (mark.rank == MarkRank::dash) {
      const auto rest = text.substr(mark.length);
      const bool small = !rest.empty() && letter_case(first_word(rest)) != LetterCase::capital &&
                         letter_case(first_word(rest)) != LetterCase::all_capitals;
      return !(small && was_full(text) && !ends_sentence(previous_) && !previous_.ends_with(","));
    }
    if (mark.rank == MarkRank::number || mark.rank == MarkRank::second ||
        mark.rank == MarkRank::third) {
      if (std::find(k_wants_number.begin(), k_wants_number.end(), before) != k_wants_number.end())
        return false;
    }
    return true;
  }

  void begin(const PrintedLine& line) {
    Paragraph paragraph;
    paragraph.text = line.text;
    paragraph.lines = {{0, line.number}};
    paragraph_is_whole_ = line.whole;
    paragraphs_.push_back(std::move(paragraph));
  }

  void extend(const PrintedLine& line) {
    Paragraph& paragraph = paragraphs_.back();
    paragraph.text += ' ';
    paragraph.lines.emplace_back(paragraph.text.size(), line.number);
    paragraph.text += line.text;
  }

  const std::vector<PrintedLine>& lines_;
  std::size_t width_ = 0;
  std::vector<Paragraph> paragraphs_;
  std::string previous_;
  bool paragraph_is_whole_ = false;
  bool closed_ = false;
  bool parted_by_blanks_ = false;  ///< printed lines with a blank line between paragraphs
};

}  // namespace

std::vector<Paragraph> joined(const std::vector<PrintedLine>& lines) {
  return Joiner(lines).join();
}

}  // namespace dondoc::intake
