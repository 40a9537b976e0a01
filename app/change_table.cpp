#include "app/change_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "engine/codec/json_document.h"
#include "engine/codec/near_name.h"
#include "engine/text/slug.h"
#include "engine/time/time.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

enum Column { act, unit, into, name, short_name, kind, parent, heir, what, on, basis };

const std::vector<TableColumn> k_columns = {
    {"act", true}, {"unit", true}, {"into"}, {"name"}, {"short"}, {"kind"},
    {"parent"},    {"heir"},       {"what"}, {"on", true}, {"basis", true}};

/// "01/07/2025" and a sheet's number of days as ISO 8601; anything else as it is, to be judged as
/// the day of a .json file is.
std::string iso_day(const std::string& text) {
  int serial = 0;
  const char* end = text.data() + text.size();
  const auto [stop, fault] = std::from_chars(text.data(), end, serial);
  if (fault == std::errc() && stop == end && text.size() == 5)
    return (*LocalDate::of(1900, 1, 1) + CalendarDays{serial - 2}).iso();  // of Excel's 1900 system
  unsigned day = 0, month = 0;
  int year = 0, length = 0;
  const int read = std::sscanf(text.c_str(), "%2u/%2u/%4d%n", &day, &month, &year, &length);
  const bool is_whole = read == 3 && static_cast<std::size_t>(length) == text.size();
  const auto date = is_whole ? LocalDate::of(year, month, day) : std::nullopt;
  return date ? date->iso() : text;
}

class TableReader {
 public:
  TableReader(std::vector<TableRow> rows, Faults& faults)
      : rows_(std::move(rows)), faults_(faults) {}

  ChangeTable read() {
    Json json{{"id", ""},
              {"on", iso_day(said_once(on))},
              {"basis", said_once(basis)},
              {"changes", Json::array()}};
    changes_ = &json["changes"];
    for (const TableRow& row : rows_) take(row);
    json["id"] = id_of(json);
    return {json.dump(-1, ' ', false, Json::error_handler_t::replace), std::move(places_)};
  }

 private:
  // --- what stands in a row ---

  std::string at(const TableRow& row, Column column) const {
    return fmt::format("{}, {}", row.place, k_columns[column].name);
  }

  /// The same in every row that says it.
  std::string said_once(Column column) {
    const TableRow* first = nullptr;
    for (const TableRow& row : rows_) {
      const std::string& value = row.fields[column];
      if (value.empty()) continue;
      if (first == nullptr) {
        first = &row;
      } else if (first->fields[column] != value) {
        differs(row, column, *first);
      }
    }
    const TableRow& stands = first == nullptr ? rows_.front() : *first;
    places_["/" + std::string(k_columns[column].name)] = at(stands, column);
    return stands.fields[column];
  }

  void differs(const TableRow& row, Column column, const TableRow& first) {
    faults_.add(at(row, column), fmt::format("'{}' is other than '{}' at {}", row.fields[column],
                                             first.fields[column], first.place));
  }

  // --- rows as changes ---

  void take(const TableRow& row) {
    const std::string& deed = row.fields[act];
    if (deed == "merge") return merge(row);
    if (deed == "split") return split(row);
    if (deed == "person" || deed == "duty") return assign(row);
    static constexpr std::array<std::string_view, 3> k_alone{"rename", "abolish", "reparent"};
    if (std::find(k_alone.begin(), k_alone.end(), deed) != k_alone.end()) return alone(row);
    static const std::vector<std::string_view> k_acts{"merge",    "split",  "rename", "abolish",
                                                      "reparent", "person", "duty"};
    faults_.add(at(row, act), fmt::format("'{}' is not one of {}{}", deed, listed(k_acts),
                                          suggestion(deed, k_acts)));
  }

  /// The change that rows with this key are together, by its place.
  std::size_t change_of(const TableRow& row, const std::string& key) {
    const auto [known, is_new] = by_key_.emplace(row.fields[act] + " " + key, changes_->size());
    if (is_new) {
      changes_->push_back({{"act", row.fields[act]}, {"units", Json::array()}});
      places_[pointer_to("/changes", known->second)] = row.place;
    }
    return known->second;
  }

  void note(const std::string& pointer, const TableRow& row, Column column) {
    places_.emplace(pointer, at(row, column));
  }

  void add_unit(std::size_t change, const TableRow& row) {
    Json& units = (*changes_)[change]["units"];
    note(pointer_to(pointer_to("/changes", change) + "/units", units.size()), row, unit);
    units.push_back(row.fields[unit]);
  }

  /// The unit that takes over; what makes it a new one stands in one row, or the same in several.
  void add_successor(std::size_t change, const TableRow& row) {
    Json& list = (*changes_)[change]["into"];
    std::size_t place = 0;
    while (place < list.size() && list[place]["id"] != row.fields[into]) ++place;
    const std::string here = pointer_to(pointer_to("/changes", change) + "/into", place);
    if (place == list.size()) {
      list.push_back({{"id", row.fields[into]}});
      places_[here] = row.place;
      note(here + "/id", row, into);
    }
    if (row.fields[name].empty()) return;
    Json& successor = list[place];
    if (successor.contains("name")) {
      if (successor["name"] != row.fields[name]) differs(row, name, *named_[here]);
      return;
    }
    named_[here] = &row;
    for (const Column column : {name, short_name, kind, parent}) {
      const std::string field(k_columns[column].name);
      note(here + "/" + field, row, column);
      if (!row.fields[column].empty()) successor[field] = row.fields[column];
    }
    if (row.fields[parent].empty()) successor["parent"] = nullptr;
  }

  void merge(const TableRow& row) {
    const std::size_t change = change_of(row, row.fields[into]);
    add_unit(change, row);
    add_successor(change, row);
  }

  void split(const TableRow& row) {
    const std::size_t change = change_of(row, row.fields[unit]);
    if ((*changes_)[change]["units"].empty()) add_unit(change, row);
    add_successor(change, row);
    put(change, row, heir);
  }

  void put(std::size_t change, const TableRow& row, Column column) {
    if (row.fields[column].empty()) return;
    const std::string field(k_columns[column].name);
    note(pointer_to("/changes", change) + "/" + field, row, column);
    (*changes_)[change][field] = row.fields[column];
  }

  void alone(const TableRow& row) {
    const std::size_t change = change_of(row, row.place);
    add_unit(change, row);
    const std::string& deed = row.fields[act];
    if (deed == "rename") {
      put(change, row, name);
      put(change, row, short_name);
    } else if (deed == "abolish") {
      put(change, row, heir);
    } else {
      (*changes_)[change]["parent"] = nullptr;
      put(change, row, parent);
    }
  }

  /// Who goes where, and which duty: of a unit that a row before ends.
  void assign(const TableRow& row) {
    Json* found = nullptr;
    std::size_t change = 0;
    for (std::size_t i = 0; i < changes_->size() && found == nullptr; ++i) {
      Json& one = (*changes_)[i];
      const Json& units = one["units"];
      const bool ends_it = std::find(units.begin(), units.end(), row.fields[unit]) != units.end();
      if (!ends_it) continue;
      found = &one;
      change = i;
    }
    if (found == nullptr) {
      faults_.add(at(row, unit), fmt::format("no row before changes the unit '{}'",
                                             row.fields[unit]));
      return;
    }
    const bool is_duty = row.fields[act] == "duty";
    const char* list = is_duty ? "duties" : "persons";
    const std::string here =
        pointer_to(pointer_to("/changes", change) + "/" + list, (*found)[list].size());
    places_[here] = row.place;
    note(here + (is_duty ? "/duty" : "/person"), row, what);
    note(here + (is_duty ? "/units" : "/unit"), row, into);
    if (is_duty) {
      (*found)[list].push_back({{"duty", row.fields[what]}, {"units", several_in(row.fields[into])}});
    } else {
      (*found)[list].push_back({{"person", row.fields[what]}, {"unit", row.fields[into]}});
    }
  }

  /// The same file has the same id, so that it is not recorded twice.
  std::string id_of(const Json& json) const {
    const TableRow& first = rows_.front();
    const std::string& about = first.fields[into].empty() ? first.fields[unit] : first.fields[into];
    return slug(json["on"].get<std::string>() + " " + first.fields[act] + " " + about, "x");
  }

  const std::vector<TableRow> rows_;
  Faults& faults_;
  Json* changes_ = nullptr;
  std::map<std::string, std::size_t> by_key_;
  std::map<std::string, const TableRow*> named_;  ///< pointer of a successor → the row that names it
  std::map<std::string, std::string> places_;
};

}  // namespace

std::optional<ChangeTable> read_change_table(TableFormat format, std::string_view text,
                                             Faults& faults) {
  auto rows = read_table(k_columns, format, text, faults);
  if (!rows) return std::nullopt;
  ChangeTable table = TableReader(std::move(*rows), faults).read();
  if (!faults.none()) return std::nullopt;
  return table;
}

}  // namespace dondoc
