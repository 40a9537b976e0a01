#include "intake/annotated_html.h"

#include <fmt/format.h>

#include <map>
#include <vector>

#include "engine/text/vietnamese.h"
#include "intake/annotated_text.h"
#include "intake/reading_text.h"

namespace dondoc {
namespace {

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

std::string_view class_of(ClauseStyle style) {
  switch (style) {
    case ClauseStyle::target:
      return " class=\"target\"";
    case ClauseStyle::money:
      return " class=\"money\"";
    case ClauseStyle::none:
    case ClauseStyle::deadline:
      break;
  }
  return "";
}

class Page {
 public:
  Page(const SourceDocument& document, const PlanReading& reading)
      : reading_(reading), paragraphs_(annotated_text(document, reading)) {}

  std::string html() {
    std::string html = fmt::format(
        "<!doctype html>\n<html lang=\"vi\"><head><meta "
        "charset=\"utf-8\"><title>{}</title><style>{}</style></head><body><main>\n<article>\n",
        escaped(reading_.head.title), k_style);
    for (const AnnotatedParagraph& paragraph : paragraphs_) html += paragraph_html(paragraph);
    html += "</article>\n<aside>\n" + deadlines() + figures() + questions() +
            "</aside>\n</main></body></html>\n";
    return html;
  }

 private:
  static std::string paragraph_html(const AnnotatedParagraph& paragraph) {
    std::string html = "<p>";
    for (const TextPiece& piece : paragraph) {
      if (piece.items.empty()) {
        html += escaped(piece.text);
        continue;
      }
      html += fmt::format("<mark{}>{}</mark>", class_of(piece.style), escaped(piece.text));
      for (const std::string& item : piece.items)
        html += fmt::format("<sup id=\"{0}\"><a href=\"#i{0}\">{0}</a></sup>", item);
    }
    return html + "</p>\n";
  }

  static std::string back(std::string_view id) {
    return fmt::format("<li id=\"i{0}\"><a href=\"#{0}\">{0}</a> ", id);
  }

  std::string deadlines() const {
    std::multimap<std::size_t, const ReadingQuestion*> asked;
    for (const ReadingQuestion& question : reading_.questions) {
      if (question.about == QuestionAbout::deadline) asked.emplace(question.index, &question);
    }
    std::string html = "<h2>Thời hạn</h2><ul>\n";
    for (std::size_t i = 0; i < reading_.deadlines.size(); ++i) {
      const Deadline& deadline = reading_.deadlines[i];
      html += back(fmt::format("d{}", i + 1)) +
              fmt::format("<b>{}</b>: {}<div class=\"who\">{}{}</div>", escaped(told(deadline.due)),
                          escaped(deadline.what),
                          escaped(deadline.who.empty() ? "(không ghi đơn vị)" : deadline.who),
                          deadline.to.empty() ? "" : " → " + escaped(deadline.to));
      const auto [first, last] = asked.equal_range(i);
      for (auto one = first; one != last; ++one)
        html += "<div class=\"ask\">" + escaped(one->second->question) + "</div>";
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
  std::vector<AnnotatedParagraph> paragraphs_;
};

}  // namespace

std::string annotated_html(const SourceDocument& document, const PlanReading& reading) {
  return Page(document, reading).html();
}

}  // namespace dondoc
