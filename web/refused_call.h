// A call that was turned away, for the administrator's log. Nothing in it was sent by the caller.
#pragma once

#include <string>
#include <string_view>

namespace dondoc {

struct RefusedCall {
  int status = 0;
  std::string_view why;  ///< "foreign_form", "not_hers", …
  std::string route;     ///< "POST /assignments/{code}/{deed}"; empty: no page of ours
};

}  // namespace dondoc
