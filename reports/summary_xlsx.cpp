#include "reports/summary_xlsx.h"

#include <algorithm>

#include "reports/figure_text.h"
#include "reports/text_layout.h"
#include "reports/xlsx_sheet.h"
#include "reports/xlsx_units.h"

namespace dondoc {
namespace {

SheetCell number_of_units(std::size_t units) {
  return number_cell(static_cast<double>(units), NumberForm::whole);
}

class Workbook {
 public:
  Workbook(const SummaryInput& input, const Zone& zone, SmallCounts counts)
      : input_(input), zone_(zone), counts_(counts), units_(unit_sheets(input, counts)) {}

  std::string bytes() const {
    std::vector<Sheet> sheets{totals()};
    sheets.insert(sheets.end(), units_.sheets.begin(), units_.sheets.end());
    sheets.push_back(missing_and_late());
    sheets.push_back(sources());
    return xlsx_package(sheets);
  }

 private:
  static Sheet with_heads(std::string name, std::vector<double> widths,
                          std::initializer_list<const char*> heads) {
    Sheet sheet{std::move(name), std::move(widths), {{}}, 0};
    for (const char* head : heads) sheet.rows.front().push_back(text_cell(head));
    return sheet;
  }

  std::string duty(const ObligationSummary& one) const {
    const Obligation* obligation = input_.plan.obligation(one.obligation);
    return obligation == nullptr ? one.obligation
                                 : one.obligation + ". " + on_one_line(obligation->what);
  }

  std::string person(const std::string& id) const {
    const Person* known = input_.directory.person(id);
    return known == nullptr ? id : known->name;
  }

  // --- totals ---

  Sheet totals() const {
    Sheet sheet =
        with_heads("Tổng hợp", {48, 18, 40, 14, 20, 12, 12, 12, 14, 24},
                   {"Việc", "Kỳ", "Chỉ tiêu", "Cách tổng hợp", "Giá trị", "Đơn vị có số liệu",
                    "Đơn vị phải báo cáo", "Tỷ lệ đơn vị", "Chỉ tiêu giao", "Ghi chú"});
    for (const ObligationSummary& one : input_.summary.obligations) {
      for (const TotalPlace& place : units_.totals) {
        const bool is_own = !one.totals.empty() && place.total >= &one.totals.front() &&
                            place.total <= &one.totals.back();
        if (is_own) sheet.rows.push_back(total_row(one, place, sheet.rows.size() + 1));
      }
    }
    return sheet;
  }

  std::vector<SheetCell> total_row(const ObligationSummary& one, const TotalPlace& place,
                                   std::size_t row) const {
    const Total& total = *place.total;
    SheetCell value = total_cell(total, counts_, true);
    if (std::holds_alternative<double>(value.value)) value.formula = place.cell;
    const double share = total.expected == 0 ? 0
                                             : static_cast<double>(units_counted(total)) /
                                                   static_cast<double>(total.expected);
    SheetCell share_cell = number_cell(share, NumberForm::share);
    if (total.expected > 0)
      share_cell.formula = "F" + std::to_string(row) + "/G" + std::to_string(row);
    return {text_cell(duty(one)),
            text_cell(period_text(one.period)),
            text_cell(total.field.label),
            text_cell(std::string(rule_text(total.field.aggregate))),
            std::move(value),
            number_of_units(units_counted(total)),
            number_of_units(total.expected),
            std::move(share_cell),
            total.target ? number_cell(*total.target, form_of_total(total.field)) : SheetCell{},
            text_cell(remark(total))};
  }

  static std::string remark(const Total& total) {
    const auto estimates = std::count_if(total.given.begin(), total.given.end(),
                                         [](const Provenance& one) { return one.estimate; });
    return estimates == 0 ? ""
                          : "có " + units_text(static_cast<std::size_t>(estimates)) + " báo số ước";
  }

  // --- missing and late ---

  Sheet missing_and_late() const {
    Sheet sheet = with_heads("Chưa báo cáo, trễ hạn", {48, 18, 42, 14, 30, 20},
                             {"Việc", "Kỳ", "Đơn vị", "Mã việc", "Tình hình", "Gửi lúc"});
    for (const ObligationSummary& one : input_.summary.obligations) {
      for (const UnitReport& report : one.reports) {
        if (report.outcome && !report.late) continue;
        sheet.rows.push_back({text_cell(duty(one)), text_cell(period_text(one.period)),
                              text_cell(unit_name_of(input_, report.unit)), text_cell(report.code),
                              text_cell(report_text(report)),
                              report.outcome ? time_cell(report.at, zone_) : SheetCell{}});
      }
    }
    return sheet;
  }

  // --- provenance ---

  Sheet sources() const {
    Sheet sheet = with_heads("Nguồn số liệu", {48, 18, 36, 42, 14, 24, 8, 8, 30, 20, 24},
                             {"Việc", "Kỳ", "Chỉ tiêu", "Đơn vị", "Mã việc", "Giá trị", "Số ước",
                              "Lần báo", "Người báo", "Lúc", "Qua tin nhắn"});
    for (const ObligationSummary& one : input_.summary.obligations) {
      for (const Total& total : one.totals) add_sources(sheet, one, total);
    }
    return sheet;
  }

  void add_sources(Sheet& sheet, const ObligationSummary& one, const Total& total) const {
    const std::vector<bool> hidden = hidden_figures(total, counts_);
    for (std::size_t i = 0; i < total.given.size(); ++i) {
      const Provenance& given = total.given[i];
      sheet.rows.push_back(
          {text_cell(duty(one)), text_cell(period_text(one.period)), text_cell(total.field.label),
           text_cell(unit_name_of(input_, given.unit)), text_cell(given.code),
           hidden[i] ? text_cell(std::string(k_hidden_figure))
                     : figure_cell(total.field, given.value),
           text_cell(given.estimate ? "ước" : ""), number_cell(given.version, NumberForm::plain),
           text_cell(person(given.by)), time_cell(given.at, zone_), text_cell(given.via)});
    }
  }

  static SheetCell figure_cell(const Field& field, const FigureValue& value) {
    if (const auto* text = std::get_if<std::string>(&value)) return text_cell(*text);
    const auto* whole = std::get_if<std::int64_t>(&value);
    return number_cell(whole != nullptr ? static_cast<double>(*whole) : std::get<double>(value),
                       form_of_figure(field));
  }

  const SummaryInput& input_;
  const Zone& zone_;
  SmallCounts counts_;
  UnitSheets units_;
};

}  // namespace

std::string summary_xlsx(const SummaryInput& input, const Zone& zone, SmallCounts counts) {
  return Workbook(input, zone, counts).bytes();
}

}  // namespace dondoc
