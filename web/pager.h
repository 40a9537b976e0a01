// Lists that are shown a page at a time: which page is asked for, and the links to its neighbours.
// Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "web/page_words.h"
#include "web/route.h"

namespace dondoc {

/// What `page` in the address says; 1 when it is no number from 1 to 100,000.
std::size_t page_asked(const Request& request);

/// Part of a list of so many things.
struct ListPage {
  std::size_t number = 1;  ///< the last one when a later one was asked for
  std::size_t pages = 1;
  std::size_t first = 0;  ///< its first thing
  std::size_t last = 0;   ///< behind its last thing
};
ListPage list_page(std::size_t asked, std::size_t things, std::size_t a_page);

/// For the template page_links: "Trang 2/5" and the pages beside it.
nlohmann::json pager_values(const ListPage& page,
                            const std::function<std::string(std::size_t number)>& address,
                            const PageWords& words);

}  // namespace dondoc
