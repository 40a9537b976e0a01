// The log of what the caller may see, from any sequence on.
#include <nlohmann/json.hpp>

#include "web/api/api_list.h"
#include "web/api/api_table.h"
#include "web/api/event_sight.h"

namespace dondoc {
namespace {

using Json = nlohmann::ordered_json;

/// Rows looked at for one answer: somebody who sees little pages on through what she does not see.
constexpr std::size_t k_rows_looked_at = 5'000;

Response events(const ApiTools& tools, const ApiCall& call) {
  const std::int64_t after = number_of(call.request, "after", 0);
  const std::size_t limit = limit_of(call.request);
  auto rows = tools.log.after(after, k_rows_looked_at);
  if (!rows) return unavailable(tools, call);
  auto last = tools.log.last_seq();
  if (!last) return unavailable(tools, call);
  Json answer{{"items", Json::array()}, {"next", after}, {"last", *last}};
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    Sight sight(moment, call.visitor);
    for (const LogRow& row : *rows) {
      if (answer["items"].size() == limit) return;
      answer["next"] = row.seq;
      if (!sees(sight, moment, call.visitor, row)) continue;
      if (auto event = event_json(moment, row, FreeText::shown))
        answer["items"].push_back(std::move(*event));
    }
  });
  return looked ? json_answer(answer) : unavailable(tools, call);
}

}  // namespace

void add_api_events(std::vector<ApiRoute>& table, const ApiTools& tools) {
  table.push_back({"GET",
                   "/api/v1/events",
                   Rule::signed_in,
                   Subject::none,
                   AccessScope::events,
                   {"listEvents",
                    "events",
                    "What happened, in order; `next` is the `after` of the next call",
                    "EventList",
                    {},
                    {},
                    {{"after", "Only events after this sequence", "Sequence"},
                     {"limit", "Events in one answer, 100 without it", "Limit"}}},
                   [tools](const ApiCall& call) { return events(tools, call); },
                   true});
}

}  // namespace dondoc
