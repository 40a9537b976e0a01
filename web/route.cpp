#include "web/route.h"

#include "engine/codec/json_writer.h"

namespace dondoc {

Response refusal(int status, std::string_view message) {
  Response response;
  response.status = status;
  JsonWriter json(response.body);
  json.open_object();
  json.key("error");
  json.text(message);
  json.close_object();
  return response;
}

}  // namespace dondoc
