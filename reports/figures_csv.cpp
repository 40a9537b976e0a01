#include "reports/figures_csv.h"

#include "engine/codec/event_codec.h"
#include "engine/notice/facts.h"
#include "reports/board_text.h"
#include "reports/csv_text.h"
#include "reports/event_sentence.h"
#include "reports/text_layout.h"

namespace dondoc {
namespace {

class Figures {
 public:
  Figures(const SummaryInput& input, const Zone& zone, SmallCounts counts)
      : input_(input), zone_(zone), counts_(counts) {}

  std::string bytes() {
    for (const ObligationSummary& one : input_.summary.obligations) {
      for (const UnitReport& report : one.reports) {
        if (!add_figures(one, report))
          add_unit(one, report).nothing().nothing().nothing().end_row();
      }
    }
    return csv_.bytes();
  }

 private:
  /// False when the unit gave none.
  bool add_figures(const ObligationSummary& one, const UnitReport& report) {
    bool any = false;
    for (const Total& total : one.totals) {
      const std::vector<bool> hidden = hidden_figures(total, counts_);
      for (std::size_t i = 0; i < total.given.size(); ++i) {
        if (total.given[i].code != report.code) continue;
        add_unit(one, report).text(total.field.label);
        add_value(total.given[i].value, hidden[i]);
        csv_.text(total.given[i].estimate ? "ước" : "").end_row();
        any = true;
      }
    }
    return any;
  }

  void add_value(const FigureValue& value, bool is_hidden) {
    if (is_hidden) {
      csv_.text(k_hidden_figure);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
      csv_.text(*text);
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
      csv_.number(static_cast<double>(*whole));
    } else {
      csv_.number(std::get<double>(value));
    }
  }

  CsvText& add_unit(const ObligationSummary& one, const UnitReport& report) {
    csv_.text(one.obligation).text(one.period).text(report.code).text(report.unit);
    csv_.text(unit_name_of(input_, report.unit)).text(report_text(report));
    if (!report.outcome) return csv_.nothing().nothing().nothing().nothing();
    const Person* person = input_.directory.person(report.by);
    csv_.number(report.version).text(person == nullptr ? report.by : person->name);
    return csv_.text(zone_.iso(report.at)).text(report.via);
  }

  const SummaryInput& input_;
  const Zone& zone_;
  SmallCounts counts_;
  CsvText csv_{{"Việc", "Kỳ", "Mã việc", "Đơn vị", "Tên đơn vị", "Tình hình", "Lần báo",
                "Người báo", "Lúc", "Qua tin nhắn", "Chỉ tiêu", "Giá trị", "Số ước"}};
};

std::string iso_or_nothing(const std::optional<LocalDate>& date) { return date ? date->iso() : ""; }

std::string doer(const World& world, const std::string& by) {
  return by.empty() ? "hệ thống" : person_name(world, by, "vi");
}

}  // namespace

std::string figures_csv(const SummaryInput& input, const Zone& zone, SmallCounts counts) {
  return Figures(input, zone, counts).bytes();
}

std::string board_csv(const Board& board) {
  CsvText csv({"Mã việc", "Kế hoạch", "Đơn vị", "Tên đơn vị", "Việc", "Nội dung", "Kỳ", "Tình hình",
               "Trạng thái", "Hạn theo văn bản", "Hạn áp dụng", "Số ngày quá hạn", "Số ngày trễ",
               "Ghi chú"});
  for (const BoardRow& row : board.rows) {
    csv.text(row.code).text(row.plan).text(row.unit).text(row.unit_name).text(row.obligation);
    csv.text(on_one_line(row.what)).text(row.period).text(standing_text(row, board.today));
    csv.text(row.state_label).text(iso_or_nothing(row.nominal)).text(iso_or_nothing(row.effective));
    csv.number(row.days_overdue).number(row.days_late).text(notes_text(row)).end_row();
  }
  return csv.bytes();
}

std::string log_csv(const World& world, const std::vector<LogRow>& rows) {
  CsvText csv({"STT", "Lúc", "Sự kiện", "Loại đối tượng", "Đối tượng", "Người", "Nội dung",
               "Qua tin nhắn"});
  for (const LogRow& row : rows) {
    csv.number(static_cast<double>(row.seq)).text(world.zone.iso(row.at)).text(row.kind);
    csv.text(row.subject_kind);
    const auto event = decode_event(row.body);
    if (!event) {
      csv.text(row.subject).nothing().text("(không đọc được)").nothing().end_row();
      continue;
    }
    const SubjectKind about = subject_kind(event->body);
    csv.text(about == SubjectKind::stranger ? "" : row.subject).text(doer(world, event->by));
    csv.text(sentence_of(world, *event));
    csv.text(event->via).end_row();
  }
  return csv.bytes();
}

}  // namespace dondoc
