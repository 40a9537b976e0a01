// Assignments that a command has read, for the pure functions that look them up: a World without a
// running engine.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "engine/command/decide.h"

namespace dondoc {

class LoadedCases : public Cases {
 public:
  LoadedCases() = default;
  explicit LoadedCases(std::vector<Assignment> assignments);

  const Assignment* find(std::string_view code) const override;
  std::vector<std::string> codes_of_plan(std::string_view plan,
                                         std::string_view period) const override;
  std::vector<std::string> open_codes() const override;
  std::vector<std::string> open_codes_of_unit(std::string_view unit) const override;
  std::vector<std::string> codes_of_unit(std::string_view unit,
                                         const std::vector<std::string>& plans) const override;

 private:
  std::map<std::string, Assignment, std::less<>> by_code_;
};

/// Owed by somebody or waiting to be: neither done nor void.
bool is_unfinished(const Assignment& assignment);

}  // namespace dondoc
