#include "reports/docx_figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "engine/check.h"
#include "engine/text/vietnamese.h"
#include "reports/docx_letter.h"
#include "reports/docx_text.h"
#include "reports/figure_text.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

constexpr std::size_t k_columns_upright = 3;  ///< more indicators lie across
constexpr int k_points = 12;
constexpr int k_title_points = 14;
constexpr std::string_view k_roman[] = {"I",  "II",  "III",  "IV", "V",
                                        "VI", "VII", "VIII", "IX", "X"};

std::string roman(std::size_t place) {
  return place < std::size(k_roman) ? std::string(k_roman[place]) : std::to_string(place + 1);
}

/// Plain in a table: 3, 1.245, 92,5%.
std::string number_text(const Field& field, double value) {
  if (field.type == FieldType::money) return thousands(std::llround(value));
  if (value_text(field, value).ends_with('%')) return value_text(field, value);
  return decimal(value);
}

std::string cell_text(const Field& field, const GridCell& cell) {
  if (cell.hidden) return std::string(k_hidden_figure);
  if (!cell.value) return "";
  if (field.type == FieldType::yes_no) return *cell.value != 0 ? "Có" : "Không";
  const bool is_ratio = field.aggregate == Aggregate::ratio && field.type != FieldType::percent;
  const std::string text = is_ratio ? decimal(*cell.value) : number_text(field, *cell.value);
  return text + (cell.estimate ? " (ước)" : "");
}

std::string total_text(const Total& total, SmallCounts counts) {
  if (is_hidden_total(total, counts)) return "dưới 03";
  return total.value ? number_text(total.field, *total.value) : "–";
}

std::string heading_of(const Field& field) {
  const bool says_unit = fold(field.label).find("dong)") != std::string::npos;
  return field.type == FieldType::money && !says_unit ? field.label + " (đồng)" : field.label;
}

/// Nobody gave any: who is missing stands in the report itself.
bool is_without_figures(const FigureGrid& grid) {
  return std::all_of(grid.columns.begin(), grid.columns.end(),
                     [](const Total* total) { return total->given.empty(); });
}

class Annex {
 public:
  Annex(pugi::xml_node body, const SummaryInput& input, const ObligationSummary& summary,
        SmallCounts counts)
      : body_(body),
        input_(input),
        summary_(summary),
        counts_(counts),
        grid_(figure_grid(summary, counts)) {}

  bool is_empty() const { return is_without_figures(grid_); }

  Orientation orientation() const {
    return grid_.columns.size() > k_columns_upright ? Orientation::landscape
                                                    : Orientation::portrait;
  }

  void write(const std::string& name, const LetterHead& head) {
    add_title(name, head);
    DocxTable table(body_, widths(), TableLines::all);
    add_heads(table);
    for (std::size_t i = 0; i < grid_.rows.size(); ++i) add_unit(table, i);
    add_totals(table);
    add_notes();
  }

 private:
  void add_title(const std::string& name, const LetterHead& head) {
    const ParagraphForm centred{TextAlign::centre};
    add_paragraph(body_, centred, {{name, k_title_points, true, false}});
    const Obligation* obligation = input_.plan.obligation(summary_.obligation);
    std::string what = obligation == nullptr ? summary_.obligation : on_one_line(obligation->what);
    while (what.ends_with('.')) what.pop_back();
    add_paragraph(body_, centred, {{"SỐ LIỆU THEO ĐƠN VỊ", k_title_points, true, false}});
    const std::string period =
        summary_.period.empty() ? "" : fmt::format(" ({})", period_text(summary_.period));
    add_paragraph(body_, centred, {{what + period, k_title_points, true, false}});
    const std::string number = head.number.substr(head.number.find(' ') + 1);
    add_paragraph(body_, {TextAlign::centre, 0, 0, 0, 160},
                  {{fmt::format("(Kèm theo Báo cáo số {} ngày …… tháng …… năm ……… của {})", number,
                                unit_name_of(input_, input_.plan.issuer)),
                    k_title_points, false, true}});
  }

  std::vector<int> widths() const {
    std::vector<int> columns{twips(11), twips(52), twips(33)};
    const int used = columns[0] + columns[1] + columns[2];
    const int each = (text_area(orientation()) - used) / static_cast<int>(grid_.columns.size());
    columns.insert(columns.end(), grid_.columns.size(), each);
    return columns;
  }

  static void add_text(pugi::xml_node cell, TextAlign align, const std::string& text,
                       bool bold = false, bool keep_with_next = false) {
    add_paragraph(cell, {align, 0, 0, 20, 20, keep_with_next}, {{text, k_points, bold, false}});
  }

  void add_heads(DocxTable& table) {
    table.add_row(true);
    for (const char* head : {"TT", "Đơn vị", "Tình hình báo cáo"})
      add_text(table.add_cell(), TextAlign::centre, head, true);
    for (const Total* total : grid_.columns)
      add_text(table.add_cell(), TextAlign::centre, heading_of(total->field), true);
  }

  void add_unit(DocxTable& table, std::size_t place) {
    const GridRow& row = grid_.rows[place];
    table.add_row();
    add_text(table.add_cell(), TextAlign::centre, std::to_string(place + 1));
    add_text(table.add_cell(), TextAlign::left, unit_name_of(input_, row.report->unit));
    add_text(table.add_cell(), TextAlign::left, report_text(*row.report));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      add_text(table.add_cell(), TextAlign::right,
               cell_text(grid_.columns[i]->field, row.cells[i]));
  }

  /// These rows stay together on one page.
  template <class TextOf>
  void add_summing_row(DocxTable& table, const std::string& head, bool bold, TextOf text_of) {
    table.add_row();
    add_text(table.add_cell(3), TextAlign::left, head, bold, true);
    for (const Total* total : grid_.columns)
      add_text(table.add_cell(), TextAlign::right, text_of(*total), bold);
  }

  void add_totals(DocxTable& table) {
    add_summing_row(table, "Tổng hợp", true,
                    [&](const Total& total) { return total_text(total, counts_); });
    add_summing_row(table, "Cách tổng hợp", false, [](const Total& total) {
      return std::string(rule_text(total.field.aggregate));
    });
    add_summing_row(table, "Số đơn vị có số liệu / phải báo cáo", false, [](const Total& total) {
      return fmt::format("{}/{}", units_counted(total), total.expected);
    });
    const auto has_target = [](const Total* total) { return total->target.has_value(); };
    if (std::none_of(grid_.columns.begin(), grid_.columns.end(), has_target)) return;
    add_summing_row(table, "Chỉ tiêu", false, [](const Total& total) {
      return total.target ? number_text(total.field, *total.target) : "–";
    });
  }

  bool any_cell(bool GridCell::*mark) const {
    return std::any_of(grid_.rows.begin(), grid_.rows.end(), [&](const GridRow& row) {
      return std::any_of(row.cells.begin(), row.cells.end(),
                         [&](const GridCell& cell) { return cell.*mark; });
    });
  }

  void add_note(const std::string& text) {
    add_paragraph(body_, {TextAlign::justified, 0, 0, 80}, {{text, k_points, false, true}});
  }

  void add_notes() {
    if (any_cell(&GridCell::estimate)) add_note("(ước): số ước thực hiện do đơn vị báo cáo.");
    if (any_cell(&GridCell::hidden))
      add_note("(*): số liệu về người không hiển thị riêng theo đơn vị, đã tính vào tổng.");
  }

  pugi::xml_node body_;
  const SummaryInput& input_;
  const ObligationSummary& summary_;
  SmallCounts counts_;
  FigureGrid grid_;
};

}  // namespace

bool has_figures(const PlanSummary& summary) {
  return std::any_of(summary.obligations.begin(), summary.obligations.end(), [](const auto& one) {
    return !is_without_figures(figure_grid(one, SmallCounts::hidden));
  });
}

void add_figure_annexes(pugi::xml_node body, const SummaryInput& input, const LetterHead& head,
                        SmallCounts counts) {
  std::vector<Annex> annexes;
  for (const ObligationSummary& one : input.summary.obligations) {
    Annex annex(body, input, one, counts);
    if (!annex.is_empty()) annexes.push_back(std::move(annex));
  }
  CHECK(!annexes.empty());
  for (std::size_t i = 0; i < annexes.size(); ++i) {
    annexes[i].write(annexes.size() == 1 ? "Phụ lục" : "Phụ lục " + roman(i), head);
    add_section(body, annexes[i].orientation(), i + 1 == annexes.size());
  }
}

}  // namespace dondoc
