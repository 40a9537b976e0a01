// What part of the board somebody looks at, as it stands in the address, so that a view can be sent
// to a colleague: /board?plan=…&unit=…&state=overdue&asof=2023-11-29. Pure; safe from any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "web/access.h"
#include "web/route.h"

namespace dondoc {

/// Empty fields let everything pass.
struct BoardChoice {
  std::string plan = {};
  std::string period = {};
  std::string unit = {};   ///< this unit and everything below it
  std::string only = {};   ///< this unit alone
  std::string duty = {};   ///< obligation
  std::string state = {};  ///< one of board_states()
  std::optional<LocalDate> as_of = {};
  std::size_t page = 1;
  bool bad_date = false;  ///< what stood there was no date
};

/// Ids of states that can be asked for: "overdue", "in_term", "on_time", …
const std::vector<std::string_view>& board_states();

/// Unknown states and pages are taken for none.
BoardChoice board_choice(const Request& request);

/// The same; a day that is not over yet is the present.
BoardChoice board_choice_at(const Request& request, PageDesk& desk);

/// The address that leads to that choice: `path` with a query.
std::string address_of(std::string_view path, const BoardChoice& choice);

bool matches_state(const Judgement& judgement, std::string_view state);

/// What of the moment is chosen and in sight; of any state when `any_state`.
std::vector<Judged> chosen(const Moment& moment, Sight& sight, const BoardChoice& choice,
                           bool any_state);

}  // namespace dondoc
