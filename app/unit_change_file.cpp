#include "app/unit_change_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "app/change_table.h"
#include "engine/codec/json_document.h"
#include "engine/codec/near_name.h"

namespace dondoc {
namespace {

/// "row 3, unit" for the pointer, or for what it lies in; the pointer itself without a table.
std::string place_of(std::string pointer, const std::map<std::string, std::string>& places) {
  for (std::string head = pointer; !places.empty();) {
    if (const auto found = places.find(head); found != places.end()) return found->second;
    const auto slash = head.rfind('/');
    if (slash == head.npos || slash == 0) return {};
    head.resize(slash);
  }
  return pointer;
}

class KnownUnits {
 public:
  KnownUnits(const Directory& directory, const UnitChangeFile& change, Faults& faults)
      : change_(change), faults_(faults) {
    for (const auto& entry : directory.units()) names_.push_back(entry.first);
    for (const UnitChange& one : change.file.reorganisation.changes) {
      for (const Unit& unit : one.into) {
        if (!unit.name.empty()) names_.push_back(unit.id);
      }
    }
  }

  void require(const std::string& id, const std::string& pointer) {
    if (id.empty() || std::find(names_.begin(), names_.end(), id) != names_.end()) return;
    faults_.add(place_of(pointer, change_.places),
                fmt::format("there is no unit '{}'{}", id, suggestion(id, names_)));
  }

 private:
  const UnitChangeFile& change_;
  Faults& faults_;
  std::vector<std::string_view> names_;
};

std::optional<UnitChangeFile> read_json(std::string_view json,
                                        std::map<std::string, std::string> places,
                                        Faults& faults) {
  Faults inner(faults.file());
  auto file = read_reorganisation_file(json, inner);
  if (file) check_reorganisation(*file, inner);
  for (const Fault& fault : inner.list())
    faults.add(place_of(fault.pointer, places), fault.message);
  if (!file || !faults.none()) return std::nullopt;
  return UnitChangeFile{std::move(*file), std::move(places)};
}

}  // namespace

std::optional<UnitChangeFile> read_unit_change(const std::string& name, std::string_view bytes,
                                               Faults& faults) {
  if (name.ends_with(".json")) return read_json(bytes, {}, faults);
  const bool is_workbook = name.ends_with(".xlsx");
  if (!is_workbook && !name.ends_with(".csv")) {
    faults.add("", "a change of units is a .json, a .csv or an .xlsx file");
    return std::nullopt;
  }
  auto table = read_change_table(is_workbook ? TableFormat::workbook : TableFormat::csv, bytes,
                                 faults);
  if (!table) return std::nullopt;
  return read_json(table->json, std::move(table->places), faults);
}

void check_units_known(const UnitChangeFile& change, const Directory& directory, Faults& faults) {
  const Reorganisation& r = change.file.reorganisation;
  KnownUnits known(directory, change, faults);
  for (std::size_t i = 0; i < r.changes.size(); ++i) {
    const UnitChange& one = r.changes[i];
    const std::string at = pointer_to("/changes", i);
    for (std::size_t k = 0; k < one.units.size(); ++k)
      known.require(one.units[k], pointer_to(at + "/units", k));
    for (std::size_t k = 0; k < one.into.size(); ++k) {
      known.require(one.into[k].id, pointer_to(at + "/into", k) + "/id");
      known.require(one.into[k].parent, pointer_to(at + "/into", k) + "/parent");
    }
    known.require(one.parent, at + "/parent");
    known.require(one.heir, at + "/heir");
  }
  for (std::size_t i = 0; i < r.recipients.size(); ++i)
    known.require(r.recipients[i].to, pointer_to("/recipients", i) + "/to");
}

void check_nothing_open(const UnitChangeFile& change, Faults& faults) {
  for (std::size_t i = 0; i < change.file.open.size(); ++i)
    faults.add(pointer_to("/open", i),
               fmt::format("not stated: {} Name the successors under 'changes' and take the units "
                           "out of 'open'",
                           change.file.open[i].question));
}

}  // namespace dondoc
