#include "reports/docx_letter.h"

#include <algorithm>

namespace dondoc {
namespace {

constexpr int k_left_column = twips(70);
constexpr int k_right_column = twips(95);
constexpr int k_foot_column = twips(82.5);
constexpr int k_first_line = twips(12.7);
constexpr int k_between = 120;     // 6 points between paragraphs
constexpr int k_name_points = 12;  // of bodies and the national title: 12 or 13
constexpr int k_head_points = 13;
constexpr int k_title_points = 14;
constexpr int k_list_points = 11;

const ParagraphForm k_centred{TextAlign::centre};

/// Of the rule under a line: 1/3 to 1/2 of the line, which may have been broken.
int rule_under(const std::string& text, int points, int area) {
  return std::min(text_width(text, points, true), area) * 2 / 5;
}

void add_issuer(pugi::xml_node cell, const LetterHead& head) {
  if (!head.superior.empty())
    add_paragraph(cell, k_centred, {{head.superior, k_name_points, false, false}});
  add_paragraph(cell, k_centred, {{head.issuer, k_name_points, true, false}});
  const std::string stars = stars_of(head.layout);
  if (stars.empty()) {
    add_rule(cell, k_left_column, rule_under(head.issuer, k_name_points, k_left_column));
  } else {
    add_paragraph(cell, k_centred, {{stars, k_head_points, true, false}});
  }
}

void add_titles(pugi::xml_node cell, HeadLayout layout) {
  const std::vector<std::string> titles = titles_of(layout);
  add_paragraph(cell, k_centred, {{titles.front(), k_name_points, true, false}});
  for (std::size_t i = 1; i < titles.size(); ++i)
    add_paragraph(cell, k_centred, {{titles[i], k_head_points, true, false}});
  const int points = titles.size() == 1 ? k_name_points : k_head_points;
  const int width = text_width(titles.back(), points, true);
  add_rule(cell, k_right_column, std::min(width, k_right_column));
}

}  // namespace

void add_letter_head(pugi::xml_node body, const LetterHead& head, const std::string& mark) {
  DocxTable table(body, {k_left_column, k_right_column}, TableLines::none);
  table.add_row();
  add_issuer(table.add_cell(), head);
  add_titles(table.add_cell(), head.layout);
  table.add_row();
  pugi::xml_node left = table.add_cell();
  const ParagraphForm below{TextAlign::centre, 0, 0, 60};
  add_paragraph(left, below, {{head.number, k_head_points, false, false}});
  if (!mark.empty()) add_paragraph(left, below, {{mark, k_head_points, true, false}});
  add_paragraph(table.add_cell(), below, {{head.place_and_date, k_head_points, false, true}});
}

void add_letter_title(pugi::xml_node body, const std::string& title, const std::string& subject,
                      const std::vector<std::string>& notes) {
  ParagraphForm form{TextAlign::centre, 0, 0, 360};
  add_paragraph(body, form, {{title, k_title_points, true, false}});
  form.before = 0;
  add_paragraph(body, form, {{subject, k_title_points, true, false}});
  for (const std::string& note : notes)
    add_paragraph(body, form, {{note, k_title_points, false, true}});
  const int area = text_area(Orientation::portrait);
  add_rule(body, area, std::min(rule_under(subject, k_title_points, area), area / 3));
}

void add_addressees(pugi::xml_node body, const std::vector<std::string>& names) {
  ParagraphForm form{TextAlign::centre, 0, 0, 2 * k_between, k_between};
  if (names.size() == 1)
    return add_paragraph(body, form, {{"Kính gửi: " + names.front(), k_title_points}});
  form = {TextAlign::left, 0, twips(45), 2 * k_between, 0};
  add_paragraph(body, form, {{"Kính gửi:", k_title_points}});
  for (const std::string& name : names) {
    const bool is_last = &name == &names.back();
    form = {TextAlign::left, -twips(4), twips(64), 0, is_last ? k_between : 0};
    add_paragraph(body, form, {{"- " + name + (is_last ? "." : ";"), k_title_points}});
  }
}

void add_body_text(pugi::xml_node body, const std::string& text, bool bold, bool italic) {
  ParagraphForm form{TextAlign::justified, k_first_line, 0, k_between};
  form.keep_with_next = bold;
  add_paragraph(body, form, {{text, k_title_points, bold, italic}});
}

void add_line_to_write_on(pugi::xml_node body) {
  const int dots = text_area(Orientation::portrait) / text_width("...", k_title_points, false);
  std::string line;
  for (int i = 0; i < dots - 1; ++i) line += "...";
  add_paragraph(body, {TextAlign::left, 0, 0, k_between}, {{line, k_title_points}});
}

void add_letter_foot(pugi::xml_node body, const std::vector<std::string>& recipients,
                     const std::vector<std::string>& signature) {
  add_paragraph(body, {}, {});
  DocxTable table(body, {k_foot_column, k_foot_column}, TableLines::none);
  table.add_row();
  pugi::xml_node left = table.add_cell();
  if (!recipients.empty()) add_paragraph(left, {}, {{"Nơi nhận:", 12, true, true}});
  for (const std::string& one : recipients) add_paragraph(left, {}, {{one, k_list_points}});
  if (recipients.empty()) add_paragraph(left, {}, {});
  pugi::xml_node right = table.add_cell();
  for (const std::string& line : signature) {
    const bool is_first = &line == &signature.front();
    const bool is_last = &line == &signature.back();
    const ParagraphForm form{TextAlign::centre, 0, 0, is_last && !is_first ? 1400 : 0};
    add_paragraph(right, form,
                  {{line, k_title_points, is_first || is_last, !is_first && !is_last}});
  }
}

}  // namespace dondoc
