#include "web/api/api_list.h"

#include <charconv>

namespace dondoc {

std::int64_t number_of(const Request& request, const char* name, std::int64_t otherwise) {
  const std::string text = request.parameter(name);
  std::int64_t number = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::size_t limit_of(const Request& request) {
  return static_cast<std::size_t>(
      number_of(request, "limit", static_cast<std::int64_t>(k_elements)));
}

std::vector<ApiParameter> with_paging(std::vector<ApiParameter> others) {
  others.push_back({"limit", "Elements in one answer, 100 without it", "Limit"});
  others.push_back({"cursor", "`next` of the answer before", "Cursor"});
  return others;
}

std::vector<ApiParameter> board_parameters() {
  return {{"plan", "Only this plan", "Id"},
          {"period", "Only this period, “2023”, “2017-Q2”", "Id"},
          {"unit", "This unit and the units below it", "Id"},
          {"only", "This unit alone", "Id"},
          {"duty", "Only this obligation", "Id"},
          {"state", "Only what stands so", "BoardState"},
          {"asof", "As it stood at the end of that day", "Date"}};
}

}  // namespace dondoc
