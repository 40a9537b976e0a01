// The demo's routes as values: the page, its assets, its state, and what people do on it.
#pragma once

#include <string>
#include <vector>

#include "web/demo_desk.h"
#include "web/demo_pages.h"
#include "web/route.h"

namespace dondoc {

/// `desk` and what `files` finds must outlive the routes. `token`: what the page's script sends
/// with every change.
///
///   GET  /            the page; ?plan=ID, ?who=PERSON for each window
///   GET  /state       the same as JSON; with ?after=VERSION it waits for a change, 204 when none
///   came POST /say         {"person", "text", "key"?} POST /press       {"person", "payload",
///   "key"?} POST /clock       {"move": "hour" | "day" | "step"} POST /confirm     {"plan",
///   "question"} GET  /healthz, GET /assets/…
///
/// Answers of POST: 200 {"text"}, 400 not as above, 404 nobody of that name, 409 refused, 503
/// failed, each {"error"}.
std::vector<Route> demo_routes(DemoDesk& desk, const std::string& token, const FindFile& files);

}  // namespace dondoc
