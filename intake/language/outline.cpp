#include "intake/language/outline.h"

#include <algorithm>

#include "engine/text/vietnamese.h"
#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

const PatternList& document_types() {
  static const PatternList k_list({"kế hoạch",
                                   "quyết định",
                                   "chỉ thị",
                                   "thông báo",
                                   "hướng dẫn",
                                   "công điện",
                                   "chương trình",
                                   "chương trình hành động",
                                   "đề án",
                                   "quy chế",
                                   "quy định",
                                   "nghị quyết",
                                   "phương án",
                                   "thể lệ",
                                   "thông tri",
                                   "kết luận",
                                   "thông tư",
                                   "kế hoạch phối hợp",
                                   "kế hoạch liên tịch",
                                   "nghị quyết liên tịch",
                                   "hướng dẫn liên tịch",
                                   "công văn",
                                   "thông tư liên tịch",
                                   "tờ trình",
                                   "điều lệ"});
  return k_list;
}

const PatternList& ground_words() {
  static const PatternList k_list({"căn cứ", "thực hiện", "xét", "theo đề nghị", "để", "nhằm",
                                   "thi hành", "trên cơ sở", "chấp hành", "tiếp theo", "triển khai",
                                   "do", "hưởng ứng"});
  return k_list;
}

bool contains(const Tokens& tokens, std::initializer_list<std::string_view> words) {
  for (std::size_t at = 0; at + words.size() <= tokens.size(); ++at) {
    if (std::equal(words.begin(), words.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                   [](std::string_view word, const Token& token) { return token.is(word); }))
      return true;
  }
  return false;
}

bool begins(const Tokens& tokens, std::initializer_list<std::string_view> words) {
  return tokens.size() >= words.size() &&
         std::equal(words.begin(), words.end(), tokens.begin(),
                    [](std::string_view word, const Token& token) { return token.is(word); });
}

/// Scanners read "Noi nhận", "Nơi nhân".
bool begins_recipients(const Node& node) {
  if (node.tokens.size() < 2) return false;
  return fold(node.tokens[0].key) == "noi" && fold(node.tokens[1].key) == "nhan" &&
         (node.tokens.size() < 3 || !node.tokens[2].is("và")) && node.content == 0;
}

bool begins_signature(const Node& node) {
  static const PatternList k_signs({"tm|kt|tl|tuq|q .", "t . m", "k . t", "t . l"});
  return k_signs.match(node.tokens, 0) > 0 && node.tokens[0].capital;
}

constexpr std::size_t k_paragraph_bytes = 16'000;

class Builder {
 public:
  explicit Builder(const SourceDocument& document) {
    for (Paragraph& paragraph : paragraphs_of(document)) {
      while (paragraph.text.size() > k_paragraph_bytes) add(split_off(paragraph));
      add(std::move(paragraph));
    }
  }

  Outline build() {
    find_title();
    zones();
    parents();
    return std::move(outline_);
  }

 private:
  /// No office writes such a paragraph; in parts its reading takes no longer than that of many.
  static Paragraph split_off(Paragraph& paragraph) {
    auto cut = paragraph.text.rfind(". ", k_paragraph_bytes);
    if (cut == std::string::npos || cut < k_paragraph_bytes / 2)
      cut = paragraph.text.rfind(' ', k_paragraph_bytes);
    if (cut == std::string::npos || cut == 0) cut = k_paragraph_bytes;
    Paragraph front;
    front.text = paragraph.text.substr(0, cut + 1);
    front.lines = {{0, paragraph.line_at(0)}};
    const std::size_t line = paragraph.line_at(cut);
    paragraph.text.erase(0, cut + 1);
    paragraph.kind = ParagraphKind::text;
    paragraph.cells.clear();
    paragraph.begins.clear();
    paragraph.lines = {{0, line}};
    return front;
  }

  void add(Paragraph paragraph) {
    Node node;
    node.paragraph = std::move(paragraph);
    node.tokens = tokens_of(node.paragraph.text);
    if (node.paragraph.kind == ParagraphKind::text) node.mark = list_mark_of(node.paragraph.text);
    while (node.content < node.tokens.size() && node.tokens[node.content].begin < node.mark.length)
      ++node.content;
    outline_.nodes.push_back(std::move(node));
  }

  std::vector<Node>& nodes() { return outline_.nodes; }

  void find_title() {
    for (std::size_t i = 0; i < std::min<std::size_t>(nodes().size(), 60); ++i) {
      if (begins(nodes()[i].tokens, {"kính", "gửi"})) {
        outline_.letter = true;
        outline_.type_line = i;
        return;
      }
      if (document_type_length(nodes()[i]) > 0) {
        outline_.type_line = i;
        return find_subject(i);
      }
    }
  }

  void find_subject(std::size_t type) {
    const Node& node = nodes()[type];
    outline_.title_begin = type;
    outline_.title_end = type + 1;
    const bool alone = document_type_length(node) >= node.tokens.size();
    if (alone) {
      outline_.title_begin = std::min(type + 1, nodes().size());
      outline_.title_end = std::min(type + 2, nodes().size());
    }
    while (outline_.title_end < nodes().size()) {
      const Node& next = nodes()[outline_.title_end];
      const Node& last = nodes()[outline_.title_end - 1];
      if (next.mark.rank != MarkRank::none || next.tokens.empty() || next.text().size() > 400)
        return;
      if (last.text().ends_with(".") || outline_.title_end > type + 4) return;
      const bool small =
          !next.tokens.front().capital && next.tokens.front().kind == TokenKind::word;
      const bool capitals = all_capitals(next.text()) && all_capitals(last.text());
      if (!small && !capitals) return;
      ++outline_.title_end;
    }
  }

  /// Grounds go on to "như sau" or the first numbered section.
  void zones() {
    Zone zone = outline_.type_line == k_no_node ? Zone::body : Zone::head;
    const std::size_t head_end = outline_.letter                   ? outline_.type_line + 1
                                 : outline_.title_end == k_no_node ? 0
                                                                   : outline_.title_end;
    bool section_seen = false;
    for (std::size_t i = 0; i < nodes().size(); ++i) {
      Node& node = nodes()[i];
      if (node.paragraph.kind == ParagraphKind::footnote) {
        node.zone = Zone::footnote;
        continue;
      }
      if (i < head_end) {
        node.zone = Zone::head;
        continue;
      }
      if (zone == Zone::head) zone = outline_.letter ? Zone::body : Zone::grounds;
      zone = next_zone(zone, node, section_seen, i);
      node.zone = zone;
      if (zone == Zone::grounds && ends_grounds(node)) {
        zone = Zone::body;
      }
      if (outline_.letter && zone == Zone::body && !section_seen &&
          ground_words().match(node.tokens, node.content) > 0)
        node.zone = Zone::grounds;
      if (is_section(node.mark.rank)) section_seen = true;
    }
  }

  static bool is_section(MarkRank rank) {
    return rank == MarkRank::roman || rank == MarkRank::number || rank == MarkRank::article ||
           rank == MarkRank::letter || rank == MarkRank::part;
  }

  Zone next_zone(Zone zone, const Node& node, bool section_seen, std::size_t i) const {
    if (node.mark.rank == MarkRank::annex) return Zone::body;
    if (zone == Zone::recipients || zone == Zone::signature) {
      if (node.paragraph.kind == ParagraphKind::table_row) return Zone::body;
      if (node.mark.rank == MarkRank::roman || node.mark.rank == MarkRank::article)
        return Zone::body;
      if (document_type_length(node) > 0 && i > outline_.title_end) return Zone::grounds;
      if (begins_recipients(node)) return Zone::recipients;
      return zone;
    }
    if (begins_recipients(node)) return Zone::recipients;
    if (begins_signature(node)) return Zone::signature;
    if (zone == Zone::grounds) {
      if (is_section(node.mark.rank)) return Zone::body;
      if (node.paragraph.kind == ParagraphKind::table_row) return Zone::body;
      const bool ground = ground_words().match(node.tokens, node.content) > 0;
      if (!ground && node.mark.rank == MarkRank::none && !section_seen &&
          !contains(node.tokens, {"như", "sau"}) && node.text().size() > 120 &&
          !node.text().ends_with(";") && !node.text().ends_with(":"))
        return Zone::grounds;
    }
    return zone;
  }

  static bool ends_grounds(const Node& node) {
    return contains(node.tokens, {"như", "sau"}) || contains(node.tokens, {"sau", "đây"}) ||
           contains(node.tokens, {"nội", "dung", "sau"}) || node.text().ends_with(":");
  }

  static int depth(const Node& node) {
    if (node.paragraph.kind == ParagraphKind::table_row) return 100;
    return node.mark.rank == MarkRank::none ? 50 : static_cast<int>(node.mark.rank);
  }

  void parents() {
    std::vector<std::size_t> open;  // headings above, outer first
    for (std::size_t i = 0; i < nodes().size(); ++i) {
      Node& node = nodes()[i];
      if (node.zone != Zone::body && node.zone != Zone::grounds) continue;
      const bool text = node.mark.rank == MarkRank::none;
      if (text) {
        while (!open.empty() && is_bullet(nodes()[open.back()])) open.pop_back();
        while (!open.empty() && depth(nodes()[open.back()]) == 50) open.pop_back();
      } else {
        while (!open.empty() && closes(node, nodes()[open.back()])) open.pop_back();
      }
      node.parent = open.empty() ? k_no_node : open.back();
      if (node.paragraph.kind == ParagraphKind::table_row) continue;
      open.push_back(i);
    }
  }

  static bool is_bullet(const Node& node) {
    return node.mark.rank == MarkRank::dash || node.mark.rank == MarkRank::plus;
  }

  /// A text that ends with a colon leads the bullets behind it in.
  static bool closes(const Node& node, const Node& above) {
    if (depth(above) == 50) return !(is_bullet(node) && above.text().ends_with(":"));
    return depth(above) >= depth(node);
  }

  Outline outline_;
};

}  // namespace

std::string_view Node::text_of(std::size_t begin, std::size_t end) const {
  if (begin >= end || begin >= tokens.size()) return {};
  const std::size_t last = std::min(end, tokens.size()) - 1;
  return std::string_view(paragraph.text)
      .substr(tokens[begin].begin, tokens[last].end - tokens[begin].begin);
}

bool all_capitals(std::string_view text) { return letter_case(text) == LetterCase::all_capitals; }

std::size_t document_type_length(const Node& node) {
  if (node.content != 0) return 0;
  const std::size_t length = document_types().match(node.tokens, 0);
  if (length == 0 || !all_capitals(node.text_of(0, length))) return 0;
  if (length == node.tokens.size()) return length;
  return all_capitals(node.text()) && !node.text().ends_with(":") ? length : 0;
}

Outline outline_of(const SourceDocument& document) { return Builder(document).build(); }

}  // namespace dondoc::intake
