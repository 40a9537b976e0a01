// Bodies as cpp-httplib reads them, never keeping more than is allowed: the rest is read and thrown
// away, so that it is not taken for the next request of the connection. Safe from any thread.
#pragma once

#include <cstddef>
#include <string>

#include "web/route.h"

namespace httplib {
class ContentReader;
class Server;
struct Request;
}  // namespace httplib

namespace dondoc {

/// A body that is no form of files. `fault`: it holds nothing then.
struct TextBody {
  std::string text;
  BodyFault fault = BodyFault::none;
};
TextBody read_text(const httplib::Request& in, const httplib::ContentReader& reader,
                   std::size_t most);

/// Into `request`: fields of a form beside its query, files, or the body of anything else; or why
/// not. A form of files holds at most k_upload_bytes of them, and k_form_bytes beside.
void read_form(const httplib::Request& in, const httplib::ContentReader& reader, std::size_t most,
               Request& request);

/// Methods that nothing here answers: 405, and their bodies are not kept. After every other route.
void refuse_other_methods(httplib::Server& server);

/// What a server with forms of files must let through.
inline constexpr std::size_t k_body_bytes = k_upload_bytes + 2 * k_form_bytes;

}  // namespace dondoc
