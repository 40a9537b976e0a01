#include "app/people_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

#include "app/csv.h"
#include "app/workbook.h"
#include "engine/codec/near_name.h"
#include "engine/codec/utf8.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

struct Column {
  std::string_view name;
  bool required = false;  ///< the header must have it
  bool several = false;   ///< a list with ';'
};

const std::vector<Column>& columns_of(ImportKind kind) {
  static const std::vector<Column> units = {
      {"id", true}, {"name", true}, {"short"}, {"kind", true}, {"parent", true}};
  static const std::vector<Column> persons = {
      {"id", true}, {"name", true},           {"address"}, {"unit", true}, {"roles", true, true},
      {"language"}, {"channels", false, true}};
  return kind == ImportKind::units ? units : persons;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view k_blank = " \t";
  const auto first = text.find_first_not_of(k_blank);
  if (first == text.npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(k_blank) - first + 1));
}

/// How a place in the file is called.
struct Places {
  std::string_view word;  ///< "line", or "row" of a sheet
  std::string at(std::size_t line) const {
    return line == 0 ? "" : fmt::format("{} {}", word, line);
  }
};

/// The columns in the order of the file; faults for unknown, double and missing ones.
std::vector<const Column*> read_header(ImportKind kind, const CsvRow& header, const Places& places,
                                       Faults& faults) {
  const auto& known = columns_of(kind);
  std::vector<std::string_view> names;
  for (const Column& c : known) names.push_back(c.name);
  std::vector<const Column*> order;
  for (const std::string& field : header.fields) {
    const std::string name = trimmed(field);
    auto column =
        std::find_if(known.begin(), known.end(), [&](const Column& c) { return c.name == name; });
    if (column == known.end()) {
      faults.add(places.at(header.line), fmt::format("unknown column '{}'{}; there are {}", name,
                                                   suggestion(name, names), listed(names)));
    } else if (std::find(order.begin(), order.end(), &*column) != order.end()) {
      faults.add(places.at(header.line), fmt::format("column '{}' stands twice", name));
    } else {
      order.push_back(&*column);
    }
  }
  for (const Column& c : known) {
    const bool missing = std::find(order.begin(), order.end(), &c) == order.end();
    if (c.required && missing)
      faults.add(places.at(header.line), fmt::format("column '{}' is missing", c.name));
  }
  return order;
}

Json list_of(const std::string& field) {
  Json list = Json::array();
  for (std::size_t from = 0; from <= field.size();) {
    const std::size_t to = std::min(field.find(';', from), field.size());
    const std::string item = trimmed(std::string_view(field).substr(from, to - from));
    if (!item.empty()) list.push_back(item);
    from = to + 1;
  }
  return list;
}

/// The row as the JSON form would have it. An empty field is left out where it may be.
Json object_of(const CsvRow& row, const std::vector<const Column*>& order) {
  Json object = Json::object();
  for (std::size_t i = 0; i < order.size(); ++i) {
    const std::string field = trimmed(row.fields[i]);
    const std::string name(order[i]->name);
    if (order[i]->several) {
      if (order[i]->required || !field.empty()) object[name] = list_of(field);
    } else if (!field.empty()) {
      object[name] = field;
    } else if (order[i]->required) {
      object[name] = name == "parent" ? Json(nullptr) : Json("");
    }
  }
  return object;
}

/// "/persons/4/roles/1" → "line 6, roles".
std::string place_of(const std::string& pointer, const std::string& list,
                     const std::vector<std::string>& places) {
  const std::string head = "/" + list + "/";
  if (!pointer.starts_with(head)) return pointer;
  char* end = nullptr;
  const auto index =
      static_cast<std::size_t>(std::strtoull(pointer.c_str() + head.size(), &end, 10));
  if (index >= places.size()) return pointer;
  std::string field = *end == '/' ? std::string(end + 1) : "";
  field = field.substr(0, field.find('/'));
  return field.empty() ? places[index] : places[index] + ", " + field;
}

/// A directory needs a unit to be read at all; persons alone get one that is thrown away.
Json around(ImportKind kind, Json rows) {
  Json json = Json::object();
  if (kind == ImportKind::units) {
    json["units"] = std::move(rows);
    return json;
  }
  json["units"] = Json::array(
      {Json{{"id", "none"}, {"name", "none"}, {"kind", "committee"}, {"parent", nullptr}}});
  json["persons"] = std::move(rows);
  return json;
}

}  // namespace

std::optional<PeopleTable> read_people_table(ImportKind kind, TableFormat format,
                                             std::string_view text, Faults& faults) {
  const bool is_workbook = format == TableFormat::workbook;
  if (const auto at = is_workbook ? std::nullopt : first_invalid_byte(text)) {
    faults.add("", fmt::format("not valid UTF-8 at byte {}; save the file as UTF-8", *at + 1));
    return std::nullopt;
  }
  const Places places{is_workbook ? "row" : "line"};
  const CsvTable csv = is_workbook ? read_workbook(text) : read_csv(text);
  for (const CsvFault& fault : csv.faults) faults.add(places.at(fault.line), fault.message);
  if (csv.rows.empty() && csv.faults.empty()) faults.add(places.at(1), "a header row is missing");
  if (!faults.none()) return std::nullopt;
  const auto order = read_header(kind, csv.rows.front(), places, faults);
  if (!faults.none()) return std::nullopt;
  PeopleTable table;
  Json rows = Json::array();
  for (std::size_t i = 1; i < csv.rows.size(); ++i) {
    const CsvRow& row = csv.rows[i];
    if (row.fields.size() != order.size()) {
      faults.add(places.at(row.line),
                 fmt::format("{} fields, but the header has {}", row.fields.size(), order.size()));
      continue;
    }
    rows.push_back(object_of(row, order));
    table.places.push_back(places.at(row.line));
  }
  if (rows.empty()) {
    if (faults.none()) faults.add("", "the file has a header but no row");
    return std::nullopt;
  }
  Faults inner(faults.file());
  const std::string json =
      around(kind, std::move(rows)).dump(-1, ' ', false, Json::error_handler_t::replace);
  auto file = decode_units(json, inner);
  const std::string list = kind == ImportKind::units ? "units" : "persons";
  for (const Fault& fault : inner.list())
    faults.add(place_of(fault.pointer, list, table.places), fault.message);
  if (!file || !faults.none()) return std::nullopt;
  table.file = std::move(*file);
  return table;
}

}  // namespace dondoc
