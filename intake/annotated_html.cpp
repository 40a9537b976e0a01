#include "intake/annotated_html.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "engine/text/vietnamese.h"
#include "intake/language/paragraph.h"
#include "intake/reading_text.h"

namespace dondoc {
namespace {

using intake::Paragraph;
using intake::ParagraphKind;

constexpr const char* k_style =
    "body{font:16px/1.5 'Times New Roman',serif;margin:0;color:#111}"
    "main{display:flex;gap:2rem;max-width:80rem;margin:auto;padding:1rem}"
    "article{flex:3;min-width:0}aside{flex:2;min-width:0;font-family:sans-serif;font-size:14px}"
    "mark{background:#fff3b0}mark.target{background:#d3f0d3}mark.money{background:#d6e6ff}"
    "aside li{margin-bottom:.7rem}aside li:target,mark:target{outline:2px solid #b00020}"
    ".who{color:#444}.ask{color:#8a1c00}sup a{text-decoration:none;font:11px sans-serif}"
    "table{border-collapse:collapse}td{border:1px solid #999;padding:.2rem "
    ".4rem;vertical-align:top}"
    "@media(max-width:50rem){main{display:block}}";

std::string escaped(std::string_view text) {
  std::string html;
  for (char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '"':
        html += "&quot;";
        break;
      default:
        html += c;
    }
  }
  return html;
}

/// One item's place in the text.
struct Span {
  std::size_t begin = 0, end = 0;
  std::string id;     ///< "d1"
  std::string style;  ///< class of the mark
};

class Page {
 public:
  Page(const SourceDocument& document, const PlanReading& reading)
      : reading_(reading), paragraphs_(intake::paragraphs_of(document)) {}

  std::string html() {
    std::string html = fmt::format(
        "<!doctype html>\n<html lang=\"vi\"><head><meta "
        "charset=\"utf-8\"><title>{}</title><style>{}</style></head><body><main>\n<article>\n",
        escaped(reading_.head.title), k_style);
    for (const Paragraph& paragraph : paragraphs_) html += paragraph_html(paragraph);
    html += "</article>\n<aside>\n" + deadlines() + figures() + questions() +
            "</aside>\n</main></body></html>\n";
    return html;
  }

 private:
  void place(const Paragraph& paragraph, const Quote& quote, std::string id, std::string style,
             std::vector<Span>& spans) const {
    if (paragraph.lines.empty() || quote.line < paragraph.lines.front().second ||
        quote.line > paragraph.lines.back().second)
      return;
    const auto begin = paragraph.text.find(quote.text);
    if (begin == paragraph.text.npos || quote.text.empty() ||
        paragraph.line_at(begin) != quote.line)
      return;
    spans.push_back({begin, begin + quote.text.size(), std::move(id), std::move(style)});
  }

  std::vector<Span> spans_of(const Paragraph& paragraph) const {
    std::vector<Span> spans;
    for (std::size_t i = 0; i < reading_.deadlines.size(); ++i)
      place(paragraph, reading_.deadlines[i].quote, fmt::format("d{}", i + 1), "", spans);
    for (std::size_t i = 0; i < reading_.targets.size(); ++i)
      place(paragraph, reading_.targets[i].quote, fmt::format("t{}", i + 1), "target", spans);
    for (std::size_t i = 0; i < reading_.budget.size(); ++i)
      place(paragraph, reading_.budget[i].quote, fmt::format("b{}", i + 1), "money", spans);
    return spans;
  }

  /// Marks do not nest: clauses that overlap are one mark with a link to each of their items.
  std::string paragraph_html(const Paragraph& paragraph) const {
    std::vector<Span> spans = spans_of(paragraph);
    std::stable_sort(spans.begin(), spans.end(),
                     [](const Span& a, const Span& b) { return a.begin < b.begin; });
    std::string html = "<p>";
    std::size_t at = 0;
    for (std::size_t i = 0; i < spans.size();) {
      std::size_t end = spans[i].end, next = i + 1;
      while (next < spans.size() && spans[next].begin < end) end = std::max(end, spans[next++].end);
      html += escaped(std::string_view(paragraph.text).substr(at, spans[i].begin - at));
      html +=
          spans[i].style.empty() ? "<mark>" : fmt::format("<mark class=\"{}\">", spans[i].style);
      html +=
          escaped(std::string_view(paragraph.text).substr(spans[i].begin, end - spans[i].begin)) +
          "</mark>";
      for (std::size_t s = i; s < next; ++s)
        html += fmt::format("<sup id=\"{0}\"><a href=\"#i{0}\">{0}</a></sup>", spans[s].id);
      at = end;
      i = next;
    }
    return html + escaped(std::string_view(paragraph.text).substr(at)) + "</p>\n";
  }

  static std::string back(std::string_view id) {
    return fmt::format("<li id=\"i{0}\"><a href=\"#{0}\">{0}</a> ", id);
  }

  std::string deadlines() const {
    std::string html = "<h2>Thời hạn</h2><ul>\n";
    for (std::size_t i = 0; i < reading_.deadlines.size(); ++i) {
      const Deadline& deadline = reading_.deadlines[i];
      html += back(fmt::format("d{}", i + 1)) +
              fmt::format("<b>{}</b>: {}<div class=\"who\">{}{}</div>", escaped(told(deadline.due)),
                          escaped(deadline.what),
                          escaped(deadline.who.empty() ? "(không ghi đơn vị)" : deadline.who),
                          deadline.to.empty() ? "" : " → " + escaped(deadline.to));
      for (const ReadingQuestion& question : reading_.questions) {
        if (question.about == QuestionAbout::deadline && question.index == i)
          html += "<div class=\"ask\">" + escaped(question.question) + "</div>";
      }
      html += "</li>\n";
    }
    return html + "</ul>\n";
  }

  std::string figures() const {
    std::string html;
    if (!reading_.targets.empty()) html += "<h2>Chỉ tiêu</h2><ul>\n";
    for (std::size_t i = 0; i < reading_.targets.size(); ++i) {
      const ReadTarget& target = reading_.targets[i];
      html += back(fmt::format("t{}", i + 1)) +
              escaped(decimal(target.value) + " " + target.unit + " " + target.what) + "</li>\n";
    }
    if (!reading_.targets.empty()) html += "</ul>\n";
    if (!reading_.budget.empty()) html += "<h2>Kinh phí</h2><ul>\n";
    for (std::size_t i = 0; i < reading_.budget.size(); ++i) {
      const BudgetLine& line = reading_.budget[i];
      html += back(fmt::format("b{}", i + 1)) +
              escaped(thousands(line.amount_vnd) + " đồng: " + line.who + " " + line.what) +
              "</li>\n";
    }
    if (!reading_.budget.empty()) html += "</ul>\n";
    return html;
  }

  std::string questions() const {
    std::string html = "<h2>Cần hỏi</h2><ul>\n";
    for (const ReadingQuestion& question : reading_.questions) {
      if (question.about != QuestionAbout::deadline)
        html += "<li class=\"ask\">" + escaped(question.question) + "</li>\n";
    }
    return html + "</ul>\n";
  }

  const PlanReading& reading_;
  std::vector<Paragraph> paragraphs_;
};

}  // namespace

std::string annotated_html(const SourceDocument& document, const PlanReading& reading) {
  return Page(document, reading).html();
}

}  // namespace dondoc
