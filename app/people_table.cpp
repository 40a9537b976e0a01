#include "app/people_table.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <nlohmann/json.hpp>
#include <utility>

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

/// The row as the JSON form would have it. An empty field is left out where it may be.
Json object_of(const TableRow& row, const std::vector<Column>& columns) {
  Json object = Json::object();
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string& field = row.fields[i];
    const std::string name(columns[i].name);
    if (columns[i].several) {
      if (columns[i].required || !field.empty()) object[name] = several_in(field);
    } else if (!field.empty()) {
      object[name] = field;
    } else if (columns[i].required) {
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
  const std::vector<Column>& columns = columns_of(kind);
  std::vector<TableColumn> asked;
  for (const Column& column : columns) asked.push_back({column.name, column.required});
  const auto read = read_table(asked, format, text, faults);
  if (!read) return std::nullopt;
  PeopleTable table;
  Json rows = Json::array();
  for (const TableRow& row : *read) {
    rows.push_back(object_of(row, columns));
    table.places.push_back(row.place);
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
