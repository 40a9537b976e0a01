#include "intake/annotated_text.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "intake/language/paragraph.h"

namespace dondoc {
namespace {

using intake::Paragraph;

/// One item's place in a paragraph.
struct Span {
  std::size_t begin = 0, end = 0;
  std::string item;
  ClauseStyle style = ClauseStyle::deadline;
};

/// An item of the reading and the words it comes from.
struct Clause {
  const Quote* quote = nullptr;
  std::string item;
  ClauseStyle style = ClauseStyle::deadline;
};

template <class Item>
void add_clauses(const std::vector<Item>& items, char letter, ClauseStyle style,
                 std::vector<Clause>& clauses) {
  for (std::size_t i = 0; i < items.size(); ++i)
    clauses.push_back({&items[i].quote, letter + std::to_string(i + 1), style});
}

/// By the line they begin in.
std::vector<Clause> clauses_of(const PlanReading& reading) {
  std::vector<Clause> clauses;
  add_clauses(reading.deadlines, 'd', ClauseStyle::deadline, clauses);
  add_clauses(reading.targets, 't', ClauseStyle::target, clauses);
  add_clauses(reading.budget, 'b', ClauseStyle::money, clauses);
  std::stable_sort(clauses.begin(), clauses.end(),
                   [](const Clause& a, const Clause& b) { return a.quote->line < b.quote->line; });
  return clauses;
}

std::vector<Span> spans_of(const Paragraph& paragraph, const std::vector<Clause>& clauses) {
  std::vector<Span> spans;
  if (paragraph.lines.empty()) return spans;
  auto clause =
      std::lower_bound(clauses.begin(), clauses.end(), paragraph.lines.front().second,
                       [](const Clause& one, std::size_t line) { return one.quote->line < line; });
  for (; clause != clauses.end() && clause->quote->line <= paragraph.lines.back().second;
       ++clause) {
    const Quote& quote = *clause->quote;
    const auto begin = paragraph.text.find(quote.text);
    if (begin == paragraph.text.npos || quote.text.empty() ||
        paragraph.line_at(begin) != quote.line)
      continue;
    spans.push_back({begin, begin + quote.text.size(), clause->item, clause->style});
  }
  std::stable_sort(spans.begin(), spans.end(),
                   [](const Span& a, const Span& b) { return a.begin < b.begin; });
  return spans;
}

AnnotatedParagraph cut(const std::string& text, const std::vector<Span>& spans) {
  AnnotatedParagraph pieces;
  std::size_t at = 0;
  for (std::size_t i = 0; i < spans.size();) {
    if (spans[i].begin > at) pieces.push_back({text.substr(at, spans[i].begin - at), {}, {}});
    TextPiece clause{"", spans[i].style, {}};
    std::size_t end = spans[i].end;
    std::size_t next = i;
    for (; next < spans.size() && (next == i || spans[next].begin < end); ++next) {
      end = std::max(end, spans[next].end);
      clause.items.push_back(spans[next].item);
    }
    clause.text = text.substr(spans[i].begin, end - spans[i].begin);
    pieces.push_back(std::move(clause));
    at = end;
    i = next;
  }
  if (at < text.size()) pieces.push_back({text.substr(at), {}, {}});
  return pieces;
}

const char* name_of(ClauseStyle style) {
  switch (style) {
    case ClauseStyle::target:
      return "target";
    case ClauseStyle::money:
      return "money";
    case ClauseStyle::none:
    case ClauseStyle::deadline:
      break;
  }
  return "deadline";
}

}  // namespace

std::vector<AnnotatedParagraph> annotated_text(const SourceDocument& document,
                                               const PlanReading& reading) {
  const std::vector<Clause> clauses = clauses_of(reading);
  std::vector<AnnotatedParagraph> paragraphs;
  for (const Paragraph& paragraph : intake::paragraphs_of(document))
    paragraphs.push_back(cut(paragraph.text, spans_of(paragraph, clauses)));
  return paragraphs;
}

std::string annotated_json(const std::vector<AnnotatedParagraph>& paragraphs) {
  nlohmann::json all = nlohmann::json::array();
  for (const AnnotatedParagraph& paragraph : paragraphs) {
    nlohmann::json pieces = nlohmann::json::array();
    for (const TextPiece& piece : paragraph) {
      nlohmann::json one{{"t", piece.text}};
      if (!piece.items.empty()) one.update({{"i", piece.items}, {"s", name_of(piece.style)}});
      pieces.push_back(std::move(one));
    }
    all.push_back(std::move(pieces));
  }
  return all.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

}  // namespace dondoc
