#include "web/list_faults.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace dondoc {
namespace {

struct Known {
  std::string_view form;  ///< as the readers write it, with {} for what they fill in
  std::string_view word;  ///< filled with {a}, {b}
};
/// Of forms that begin alike the longer one comes first.
constexpr std::array<Known, 46> k_known{{
    {"must not be empty", "fault_empty"},
    {"{} characters; at most {} are allowed", "fault_long"},
    {"{} characters; at least {} are needed", "fault_short"},
    {"'{}' does not fit: expected small letters, digits and '-', as in 'xa-dong-thanh'",
     "fault_id"},
    {"'{}' is not one of {}; did you mean '{}'?", "fault_choice_near"},
    {"'{}' is not one of {}", "fault_choice"},
    {"'{}' is listed twice", "fault_twice"},
    {"field '{}' is missing", "fault_field_missing"},
    {"expected {}, found {}", "fault_type"},
    {"holds a control character", "fault_control"},
    {"{} entries; at most {} are allowed", "fault_many"},
    {"a directory needs at least one unit", "fault_no_unit"},
    {"larger than {} MiB", "fault_large"},
    {"not valid UTF-8 at {}; save the file as UTF-8", "fault_utf8"},
    {"a list of units or persons is a .json, a .csv or an .xlsx file", "fault_kind"},
    {"a header row is missing", "fault_no_header"},
    {"the file has a header but no row", "fault_no_row"},
    {"the file lists no unit", "fault_no_row"},
    {"the file lists no person", "fault_no_row"},
    {"unknown column '{}'; did you mean '{}'?; there are {}", "fault_column_near"},
    {"unknown column '{}'; there are {}", "fault_column"},
    {"column '{}' stands twice", "fault_column_twice"},
    {"column '{}' is missing", "fault_column_missing"},
    {"{} fields, but the header has {}", "fault_width"},
    {"'{}' stands at {} already", "fault_id_twice"},
    {"there is no unit '{}' in the file or the directory", "fault_parent"},
    {"there is no unit '{}' in the directory; import it first", "fault_unit"},
    {"there is no unit '{}'; did you mean '{}'?", "fault_no_such_unit_near"},
    {"there is no unit '{}'", "fault_no_such_unit"},
    {"the units above this one form a circle", "fault_circle"},
    {"a quote is opened and never closed", "fault_quote"},
    {"the workbook names no sheet", "fault_no_sheet"},
    {"the workbook cannot be read: {}", "fault_workbook"},
    {"not a zip file: {}", "fault_workbook"},
    {"more than {} rows", "fault_rows"},
    {"a change of units is a .json, a .csv or an .xlsx file", "fault_change_kind"},
    {"'{}' is other than '{}' at {}", "fault_differs"},
    {"no row before changes the unit '{}'", "fault_no_change"},
    {"'{}' ends twice in this file", "fault_ends_twice"},
    {"'{}' ends in this file", "fault_ends"},
    {"'{}' takes over and ends in one file; make it two", "fault_takes_over"},
    {"'{}' is founded twice; name it only once", "fault_founded_twice"},
    {"'{}' is not among the successors in 'into'", "fault_successor"},
    {"a split needs at least two successors", "fault_two_parts"},
    {"'{}' is no date: expected 'YYYY-MM-DD'", "fault_date"},
    {"not stated: {}", "fault_open"},
}};
/// Of a cell: the column stands in the message.
constexpr std::array<Known, 4> k_of_cell{{
    {"column {}: a cell beside the columns that the header names", "fault_cell_beside"},
    {"column {}: a cell beside the first {} columns", "fault_cell_beside"},
    {"column {}: the cell holds an error ({})", "fault_cell_error"},
    {"column {}: its text is not in the workbook", "fault_cell_lost"},
}};

/// What stands for each {}; none when the text is of another form.
std::optional<std::vector<std::string>> filled_in(std::string_view form, std::string_view text) {
  std::vector<std::string> values;
  for (;;) {
    const auto hole = form.find("{}");
    if (hole == form.npos) {
      if (form != text) return std::nullopt;
      return values;
    }
    if (!text.starts_with(form.substr(0, hole))) return std::nullopt;
    text.remove_prefix(hole);
    form.remove_prefix(hole + 2);
    const std::string_view after = form.substr(0, form.find("{}"));
    const auto end = after.empty() ? text.size() : text.find(after);
    if (end == text.npos) return std::nullopt;
    values.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

/// "'officer' or 'lead'" → "'officer' hoặc 'lead'".
std::string said(std::string value, const PageWords& words) {
  constexpr std::string_view k_or = "' or '";
  const auto at = value.rfind(k_or);
  if (at != value.npos) value.replace(at, k_or.size(), "' " + words.text("fault_or") + " '");
  return value;
}

std::string filled(std::string_view word, const std::vector<std::string>& values,
                   const PageWords& words) {
  std::vector<std::pair<std::string_view, std::string>> named;
  constexpr std::array<std::string_view, 3> k_names{{"a", "b", "c"}};
  for (std::size_t i = 0; i < values.size() && i < k_names.size(); ++i)
    named.emplace_back(k_names[i], said(values[i], words));
  return words.filled(word, named);
}

bool is_refusal(std::string_view text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80) return true;  // the engine's words, Vietnamese
  }
  return false;
}

}  // namespace

std::string place_in_words(const std::string& place, const PageWords& words) {
  for (std::string_view word : {"row ", "line "}) {
    if (place.starts_with(word))
      return words.filled("fault_row", {{"n", place.substr(word.size())}});
  }
  return place;
}

FaultInWords fault_in_words(const Fault& fault, const PageWords& words) {
  const auto comma = fault.pointer.find(", ");
  FaultInWords said{place_in_words(fault.pointer.substr(0, comma), words),
                    comma == std::string::npos ? "" : fault.pointer.substr(comma + 2), ""};
  for (const Known& known : k_of_cell) {
    if (const auto values = filled_in(known.form, fault.message)) {
      said.column = values->front();
      said.text = words.text(known.word);
      return said;
    }
  }
  for (const Known& known : k_known) {
    if (const auto values = filled_in(known.form, fault.message)) {
      said.text = filled(known.word, *values, words);
      return said;
    }
  }
  said.text = fault.message;
  said.is_foreign = !is_refusal(fault.message);
  return said;
}

}  // namespace dondoc
