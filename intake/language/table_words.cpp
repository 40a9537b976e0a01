#include "intake/language/table_words.h"

#include "intake/language/word_pattern.h"

namespace dondoc::intake {
namespace {

using Table = PatternTable<TableColumn>;

/// A heading is short, and one of these stands anywhere in it; the first row that fits counts.
const std::vector<Table::Row>& rows() {
  using enum TableColumn;
  static const std::vector<Table::Row> k_rows = {
      {"phối hợp", helpers},
      {"cơ quan|đơn|bộ vị|phận? phối hợp", helpers},
      {"chủ trì", lead},
      {"đơn vị thực hiện", lead},
      {"cơ quan|đơn vị? thực hiện", lead},
      {"cơ quan|đơn vị? chủ trì", lead},
      {"cơ quan tham mưu", lead},
      {"người thực hiện", lead},
      {"phân công", lead},
      {"phụ trách", lead},
      {"chịu trách nhiệm", lead},
      {"đầu mối", lead},
      {"đơn vị", lead},
      {"cơ quan", lead},
      {"thời gian", time},
      {"thời hạn", time},
      {"thời điểm", time},
      {"tiến độ", time},
      {"hạn hoàn thành", time},
      {"hoàn thành", time},
      {"lộ trình", time},
      {"nội dung", task},
      {"nhiệm vụ", task},
      {"công việc", task},
      {"hoạt động", task},
      {"tên văn bản", task},
      {"hạng mục", task},
      {"sản phẩm", product},
      {"kết quả", product},
      {"nơi nhận", recipient},
      {"cơ quan nhận", recipient},
      {"đơn vị nhận", recipient},
      {"kinh phí", money},
      {"dự toán", money},
      {"số tiền", money},
      {"thành tiền", money},
      {"tổng kinh phí", money},
      {"thực hiện", lead},
      {"ghi chú", note},
      {"tt", number},
      {"stt", number},
      {"số tt", number},
  };
  return k_rows;
}

constexpr std::size_t k_heading_words_max = 12;

}  // namespace

TableColumn table_heading_of(std::string_view cell) {
  static const Table k_table(rows());
  if (cell.size() > 120) return TableColumn::unknown;
  const Tokens tokens = tokens_of(cell);
  if (tokens.empty() || tokens.size() > k_heading_words_max) return TableColumn::unknown;
  TableColumn best = TableColumn::unknown;
  std::size_t longest = 0;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const auto match = k_table.match(tokens, at);
    if (match.length > longest) {
      longest = match.length;
      best = *match.value;
    }
  }
  return best;
}

}  // namespace dondoc::intake
