#include "reports/figure_text.h"

#include <fmt/format.h>

#include <cmath>
#include <set>

#include "engine/text/vietnamese.h"

namespace dondoc {
namespace {

constexpr std::int64_t k_two_digits_below = 10;
constexpr std::string_view k_roman[] = {"I", "II", "III", "IV"};

bool is_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

bool is_share(const Field& field) {
  return field.type == FieldType::percent || field.aggregate == Aggregate::ratio ||
         field.aggregate == Aggregate::share_yes;
}

std::string plain_number(double value) {
  return value == std::floor(value) ? count_text(static_cast<std::int64_t>(value)) : decimal(value);
}

/// "Q2" → "quý II", "6T" → "6 tháng đầu", "N" → "" (the whole year), "07" → "tháng 7"; none when it
/// is none of these.
std::optional<std::string> part_of_year(std::string_view part) {
  if (part == "N") return "";
  if (part == "6T") return "6 tháng đầu ";
  if (part == "9T") return "9 tháng đầu ";
  if (part.size() != 2) return std::nullopt;
  if (part[0] == 'Q' && part[1] >= '1' && part[1] <= '4')
    return fmt::format("quý {} ", k_roman[static_cast<std::size_t>(part[1] - '1')]);
  if (!is_digits(part)) return std::nullopt;
  return fmt::format("tháng {} ", part[0] == '0' ? part.substr(1) : part);
}

}  // namespace

std::string count_text(std::int64_t count) {
  const bool is_small = count > 0 && count < k_two_digits_below;
  return is_small ? two_digits(static_cast<int>(count)) : thousands(count);
}

std::string units_text(std::size_t units) {
  return count_text(static_cast<std::int64_t>(units)) + " đơn vị";
}

std::string value_text(const Field& field, double value) {
  if (is_share(field)) return decimal(value) + "%";
  if (field.type == FieldType::money) return thousands(std::llround(value)) + " đồng";
  if (field.type == FieldType::score) return decimal(value) + " điểm";
  return plain_number(value);
}

std::size_t units_counted(const Total& total) {
  std::set<std::string_view> units;
  for (const Provenance& one : total.given) units.insert(one.unit);
  return units.size();
}

bool is_small_count(const Field& field, const FigureValue& value) {
  if (!field.persons) return false;
  if (const auto* whole = std::get_if<std::int64_t>(&value))
    return static_cast<double>(*whole) < k_smallest_open_count;
  const auto* number = std::get_if<double>(&value);
  return number != nullptr && *number < k_smallest_open_count;
}

bool is_small_count(const Total& total) {
  if (!total.value) return false;
  if (total.field.aggregate == Aggregate::latest) return is_small_count(total.field, *total.value);
  return units_counted(total) == 1 && is_small_count(total.field, total.given.front().value);
}

std::string period_text(std::string_view period) {
  const std::string_view year = period.substr(0, period.find('-'));
  if (!is_digits(year) || year.size() != 4) return std::string(period);
  if (year.size() == period.size()) return fmt::format("năm {}", year);
  const auto part = part_of_year(period.substr(year.size() + 1));
  return part ? fmt::format("{}năm {}", *part, year) : std::string(period);
}

}  // namespace dondoc
