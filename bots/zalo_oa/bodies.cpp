#include "bots/zalo_oa/bodies.h"

#include <nlohmann/json.hpp>

#include "bots/platform/address.h"
#include "bots/platform/json_tree.h"

namespace dondoc::zalo_oa {
namespace {

using nlohmann::json;

json to_user(std::string_view user, json message) {
  return {{"recipient", {{"user_id", user}}}, {"message", std::move(message)}};
}

json template_data(const TemplateData& data) {
  json result = json::object();
  for (const auto& [name, value] : data) result[name] = value;
  return result;
}

}  // namespace

std::string text_body(std::string_view user, std::string_view text,
                      const std::vector<OutgoingButton>& buttons) {
  json message = {{"text", text}};
  if (!buttons.empty()) {
    json list = json::array();
    for (const OutgoingButton& button : buttons) {
      list.push_back(
          {{"title", button.label}, {"type", "oa.query.hide"}, {"payload", button.payload}});
    }
    json payload = json::object();
    payload["buttons"] = std::move(list);
    message["attachment"] = {{"type", "template"}, {"payload", std::move(payload)}};
  }
  return json_text(to_user(user, std::move(message)));
}

std::string file_body(std::string_view user, std::string_view token) {
  return json_text(
      to_user(user, {{"attachment", {{"type", "file"}, {"payload", {{"token", token}}}}}}));
}

std::string template_body_by_user(std::string_view user, UserPlace place, std::string_view form,
                                  const TemplateData& data) {
  json body = {{"template_id", form}, {"template_data", template_data(data)}};
  if (place == UserPlace::flat) {
    body["user_id"] = user;
  } else {
    body["recipient"] = {{"user_id", user}};
  }
  return json_text(body);
}

std::string template_body_by_phone(std::string_view phone, std::string_view form,
                                   const TemplateData& data, std::string_view tracking) {
  return json_text({{"phone", phone},
                    {"template_id", form},
                    {"template_data", template_data(data)},
                    {"tracking_id", tracking}});
}

std::string list_query(std::string_view user, std::size_t offset, std::size_t count) {
  json arguments = {{"offset", offset}, {"count", count}};
  if (!user.empty()) arguments["user_id"] = user;
  return "?data=" + url_encoded(json_text(arguments));
}

}  // namespace dondoc::zalo_oa
