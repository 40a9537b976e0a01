// The table of units in a chat: one heading for each duty and period, one line for each unit, ten
// lines in all, then how many are left and where they can be seen (domain.md §5). Engine's thread
// only.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "bots/talk/duties.h"

namespace dondoc::talk {

inline constexpr std::size_t k_table_lines = 10;

class UnitTable {
 public:
  /// `heading`: id of the text above the units of one duty; empty: none. `line`: what is said of
  /// one.
  UnitTable(const Scene& scene, std::string heading,
            std::function<std::string(const Assignment&, std::size_t number)> line);

  /// Groups are told in the order in which their first duty comes, units of a group in that order.
  std::string text(const Duties& duties) const;

 private:
  struct Written;
  void write(const Duties& group, Written& written) const;

  const Scene& scene_;
  std::string heading_;
  std::function<std::string(const Assignment&, std::size_t)> line_;
};

/// "1. Xã Bà Điểm – 5 ngày – chưa phản hồi": a unit that is late.
std::string late_line(const Scene& scene, const Assignment& duty, std::size_t number);
/// The same for one that owes, late or not: "quá hạn 5 ngày", "còn 3 ngày".
std::string owing_line(const Scene& scene, const Assignment& duty, std::size_t number);

/// "Còn 3 đơn vị khác: {link}"; without the link where no address of the pages is known.
std::string rest_in_words(const Scene& scene, std::size_t units);

std::string short_unit_name(const Scene& scene, const std::string& id);

}  // namespace dondoc::talk
