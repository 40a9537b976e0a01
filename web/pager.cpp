#include "web/pager.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>

namespace dondoc {

constexpr std::size_t k_pages = 100'000;

std::size_t page_asked(const Request& request) {
  const std::string text = request.parameter("page");
  std::size_t page = 1;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), page);
  const bool whole = fault == std::errc() && end == text.data() + text.size();
  return whole && page >= 1 && page <= k_pages ? page : 1;
}

ListPage list_page(std::size_t asked, std::size_t things, std::size_t a_page) {
  ListPage page;
  page.pages = std::max<std::size_t>(1, (things + a_page - 1) / a_page);
  page.number = std::clamp<std::size_t>(asked, 1, page.pages);
  page.first = (page.number - 1) * a_page;
  page.last = std::min(things, page.first + a_page);
  return page;
}

nlohmann::json pager_values(const ListPage& page,
                            const std::function<std::string(std::size_t)>& address,
                            const PageWords& words) {
  return {{"several", page.pages > 1},
          {"text", words.filled("page_of", {{"n", std::to_string(page.number)},
                                            {"of", std::to_string(page.pages)}})},
          {"before", page.number > 1 ? address(page.number - 1) : ""},
          {"after", page.number < page.pages ? address(page.number + 1) : ""}};
}

}  // namespace dondoc
