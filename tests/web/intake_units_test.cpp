#include "web/intake_units.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

Plan draft_of(const std::vector<std::string>& names) {
  Plan draft;
  for (const std::string& name : names) {
    PlanUnit unit;
    unit.id = "u" + std::to_string(draft.units.size() + 1);
    unit.name = name;
    draft.units.push_back(unit);
  }
  return draft;
}

std::string found(const Plan& draft, const std::string& name) {
  const Directory nobody;
  const auto unit = UnitFinder(nobody, draft).find(name);
  return unit ? unit->id : "none";
}

}  // namespace

TEST_CASE("names that differ by a mark alone were taken for one unit") {
  const Plan draft = draft_of({"Thôn Hà", "UBND xã Bà Điểm"});
  CHECK(found(draft, "Thôn Hạ") == "none");
  CHECK(found(draft, "thôn hà") == "u1");
  CHECK(found(draft, "thon ha") == "u1");
  CHECK(found(draft, "ỦY BAN NHÂN DÂN XÃ BÀ ĐIỂM") == "u2");
  CHECK(found(draft, "UBND xa Ba Diem") == "u2");
}

TEST_CASE("a name without marks that fits two units names neither, unless it is one's own") {
  CHECK(found(draft_of({"Thôn Hà", "Thôn Hạ"}), "thon ha") == "none");
  CHECK(found(draft_of({"Thôn Hà", "Thôn Hạ"}), "Thôn Hạ") == "u2");
  CHECK(found(draft_of({"Thôn An", "Thôn Ẩn"}), "Thôn An") == "u1");
}
