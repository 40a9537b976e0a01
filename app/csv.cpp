#include "app/csv.h"

#include <utility>

namespace dondoc {
namespace {

constexpr std::string_view k_byte_order_mark = "\xEF\xBB\xBF";

class CsvReader {
 public:
  explicit CsvReader(std::string_view text) : text_(text) {
    if (text_.starts_with(k_byte_order_mark)) text_.remove_prefix(k_byte_order_mark.size());
  }

  CsvTable run() {
    while (at_ < text_.size()) read_row();
    return std::move(table_);
  }

 private:
  bool at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_.substr(at_, 2) == "\r\n";
  }

  void read_row() {
    CsvRow row{line_, {}};
    for (;;) {
      row.fields.push_back(at_ < text_.size() && text_[at_] == '"' ? quoted_field()
                                                                   : plain_field());
      if (at_line_end()) break;
      ++at_;  // the comma
    }
    skip_line_end();
    const bool is_empty = row.fields.size() == 1 && row.fields.front().empty();
    if (!is_empty) table_.rows.push_back(std::move(row));
  }

  std::string plain_field() {
    std::string field;
    for (; !at_line_end() && text_[at_] != ','; ++at_) {
      if (text_[at_] == '"') fault("a quote inside a field: the whole field must stand in quotes");
      field += text_[at_];
    }
    return field;
  }

  std::string quoted_field() {
    std::string field;
    const std::size_t begun = line_;
    for (++at_; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      if (c == '\n') ++line_;
      if (c != '"') {
        field += c;
      } else if (text_.substr(at_, 2) == "\"\"") {
        field += c;
        ++at_;
      } else {
        ++at_;
        pass_to_separator();
        return field;
      }
    }
    table_.faults.push_back({begun, "a quote is opened and never closed"});
    return field;
  }

  void pass_to_separator() {
    if (at_line_end() || text_[at_] == ',') return;
    fault("text after a closing quote; a quote inside a field is written twice");
    while (!at_line_end() && text_[at_] != ',') ++at_;
  }

  void skip_line_end() {
    if (at_ == text_.size()) return;
    at_ += text_[at_] == '\r' ? 2 : 1;
    ++line_;
  }

  void fault(std::string message) {
    if (!table_.faults.empty() && table_.faults.back().line == line_) return;
    table_.faults.push_back({line_, std::move(message)});
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
  CsvTable table_;
};

}  // namespace

CsvTable read_csv(std::string_view text) { return CsvReader(text).run(); }

}  // namespace dondoc
