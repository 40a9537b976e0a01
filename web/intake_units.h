// The units that a document names, held against those of the office. Pure; owned by one thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/plan/plan.h"
#include "engine/state/directory.h"

namespace dondoc {

/// For comparing names: folded, without marks, common abbreviations written out: "UBND xã Bà Điểm",
/// "ỦY BAN NHÂN DÂN XÃ BÀ ĐIỂM".
std::string comparable_name(const std::string& name);

PlanUnit plan_unit(const Unit& unit);

/// Units of the draft and of the office by their names.
class UnitFinder {
 public:
  UnitFinder(const Directory& directory, const Plan& draft);

  /// By name, short name or an earlier name; of the draft first. None when nobody is called so, or
  /// several are.
  std::optional<PlanUnit> find(const std::string& name) const;
  /// The same, of the office alone.
  std::optional<PlanUnit> find_known(const std::string& name) const;
  /// `wanted`, or with a number behind it: of no unit of the office or the draft, nor given before.
  std::string free_unit_id(const std::string& wanted);
  /// A unit that nobody has yet, below the draft's issuer; its id is free in office and draft. It
  /// is found by its name from then on.
  PlanUnit make(const std::string& name);

 private:
  /// Names are the same when they are spelled alike; where one of the two is typed without any
  /// marks, the letters count: "thon Ha" is "Thôn Hà" and "Thôn Hạ", which are not each other.
  class Names {
   public:
    void put(const std::string& name, const PlanUnit& unit);
    std::optional<PlanUnit> only_one(const std::string& name) const;

   private:
    struct Named {
      std::string spelling;
      bool is_plain = false;  ///< without any marks
      PlanUnit unit;
    };
    std::map<std::string, std::vector<Named>> by_name_;  ///< by the name without marks
  };

  const Directory& directory_;
  const Plan& draft_;
  Names known_;
  Names drafted_;
  std::vector<std::string> made_;
};

}  // namespace dondoc
