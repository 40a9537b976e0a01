// Serves the pages with cpp-httplib, beside what else the server answers. Safe from any thread.
#pragma once

#include "web/site.h"

namespace httplib {
class Server;
}

namespace dondoc {

/// Call after every other route was given to the server: what none of them takes is a page's, and
/// what is no page is told so. Both must live as long as the server runs.
void serve_site(httplib::Server& server, Site& site);

}  // namespace dondoc
