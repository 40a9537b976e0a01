// What FakeZaloOa takes from us: consultation, templates, uploads (chat-apis.md §3.3 to §3.6).
#include <algorithm>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "tests/support/fake_zalo_oa.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

constexpr Elapsed k_window = Elapsed::hours(7 * 24);
constexpr std::size_t k_text_characters = 2000;
constexpr std::size_t k_file_bytes = 5 * 1024 * 1024;

HttpAnswer success(json data) {
  HttpAnswer answer;
  answer.status = 200;
  answer.body = json{{"error", 0}, {"message", "Success"}, {"data", std::move(data)}}.dump();
  return answer;
}

std::string text_at(const json& tree, const char* pointer) {
  const json::json_pointer place(pointer);
  return tree.contains(place) && tree[place].is_string() ? tree[place].get<std::string>() : "";
}

/// The buttons of a message; false when one of them is not as the platform takes it.
bool read_buttons(const json& list, ZaloShown& shown) {
  if (!list.is_array() || list.empty() || list.size() > 5) return false;
  for (const json& each : list) {
    const std::string title = text_at(each, "/title");
    const std::string payload = text_at(each, "/payload");
    const bool fits = !title.empty() && characters(title) <= 20 && payload.size() <= 1000;
    if (!fits || text_at(each, "/type") != "oa.query.hide") return false;
    shown.buttons.push_back({title, payload});
  }
  return true;
}

bool is_night(Instant now) {
  const int minutes = Zone::viet_nam().time_of(now).minutes;
  return minutes >= 22 * 60 || minutes < 6 * 60;
}

}  // namespace

HttpAnswer FakeZaloOa::consultation(const HttpRequest& request, Instant now) {
  const json body = json::parse(request.body, nullptr, false);
  const std::string user = text_at(body, "/recipient/user_id");
  auto person = people_.find(user);
  if (person == people_.end()) return zalo_error(-201, "user_id is invalid");
  if (!person->second.follows) return zalo_error(-213, "user has not followed the OA");
  if (!person->second.interacted || now - person->second.last_interaction > k_window)
    return zalo_error(-230, "user has not interacted in the past 7 days");
  return take_message(request, user, now);
}

HttpAnswer FakeZaloOa::take_message(const HttpRequest& request, const std::string& user,
                                    Instant now) {
  const json message = json::parse(request.body, nullptr, false).value("message", json::object());
  ZaloShown shown;
  shown.text = text_at(message, "/text");
  shown.at = now;
  const std::string kind = text_at(message, "/attachment/type");
  if (kind == "file") {
    auto file = uploads_.find(text_at(message, "/attachment/payload/token"));
    if (file == uploads_.end()) return zalo_error(-100, "attachment has expired");
    shown.file = file->second;
  } else if (shown.text.empty()) {
    return zalo_error(-201, "message is invalid");
  }
  if (characters(shown.text) > k_text_characters) return zalo_error(-210, "text is too long");
  if (kind == "template") {
    const json::json_pointer place("/attachment/payload/buttons");
    if (buttons_refused_) return zalo_error(-233, "message type is not supported");
    if (!message.contains(place) || !read_buttons(message[place], shown))
      return zalo_error(-201, "buttons are invalid");
  }
  shown.id = next_id("m");
  people_[user].shown.push_back(shown);
  history_.push_back({false, user, shown.id, "text", shown.text, "", now});
  tell("oa_send_text", user, json{{"msg_id", shown.id}, {"text", shown.text}}.dump(), now);
  return success(
      {{"message_id", shown.id}, {"user_id", user}, {"sent_time", std::to_string(now.ms)}});
}

std::int64_t FakeZaloOa::refused_template(const std::string& text, bool business) const {
  const json body = json::parse(text, nullptr, false);
  auto form = forms_.find(text_at(body, "/template_id"));
  if (form == forms_.end()) return business ? -109 : -201;
  const json data = body.value("template_data", json::object());
  for (const auto& [name, longest] : form->second) {
    if (!data.contains(name) || !data[name].is_string()) return business ? -1122 : -201;
    if (characters(data[name].get<std::string>()) > longest) return business ? -1121 : -201;
  }
  return data.size() == form->second.size() ? 0 : (business ? -112 : -201);
}

HttpAnswer FakeZaloOa::template_by_user(const HttpRequest& request, Instant now) {
  const json body = json::parse(request.body, nullptr, false);
  const std::string user = text_at(body, nested_recipient_ ? "/recipient/user_id" : "/user_id");
  auto person = people_.find(user);
  if (person == people_.end()) return zalo_error(-201, "user_id is invalid");
  if (const std::int64_t code = refused_template(request.body, false); code != 0)
    return zalo_error(code, "template is invalid");
  ZaloShown shown;
  shown.id = next_id("t");
  shown.form = text_at(body, "/template_id");
  shown.data = body["template_data"].get<std::map<std::string, std::string>>();
  shown.at = now;
  person->second.shown.push_back(shown);
  return success({{"message_id", shown.id}, {"user_id", user}});
}

HttpAnswer FakeZaloOa::template_by_phone(const HttpRequest& request, Instant now) {
  const json body = json::parse(request.body, nullptr, false);
  const std::string phone = text_at(body, "/phone");
  if (!phone.starts_with("84")) return zalo_error(-108, "phone number is invalid");
  if (is_night(now)) return zalo_error(-133, "not at night");
  if (templates_left_ <= 0) return zalo_error(-144, "daily quota is used up");
  if (const std::int64_t code = refused_template(request.body, true); code != 0)
    return zalo_error(code, "template is invalid");
  --templates_left_;
  ZaloShown shown;
  shown.id = next_id("z");
  shown.form = text_at(body, "/template_id");
  shown.tracking = text_at(body, "/tracking_id");
  shown.data = body["template_data"].get<std::map<std::string, std::string>>();
  shown.at = now;
  by_phone_[phone].push_back(shown);
  return success({{"msg_id", shown.id},
                  {"sent_time", std::to_string(now.ms)},
                  {"quota",
                   {{"dailyQuota", std::to_string(settings_.templates_per_day)},
                    {"remainingQuota", std::to_string(templates_left_)}}}});
}

HttpAnswer FakeZaloOa::quota_answer() const {
  return success({{"dailyQuota", std::to_string(settings_.templates_per_day)},
                  {"remainingQuota", std::to_string(templates_left_)}});
}

HttpAnswer FakeZaloOa::upload(const HttpRequest& request) {
  if (request.parts.size() != 1 || request.parts[0].name != "file")
    return zalo_error(-201, "file is missing");
  const HttpPart& part = request.parts[0];
  const auto dot = part.file_name.rfind('.');
  const std::string suffix = dot == std::string::npos ? "" : part.file_name.substr(dot);
  if (suffix != ".pdf" && suffix != ".doc" && suffix != ".docx")
    return zalo_error(-233, "file type is not supported");
  if (part.content.size() > k_file_bytes) return zalo_error(-210, "file is too large");
  const std::string token = next_id("upload-");
  uploads_[token] = part.file_name;
  return success({{"token", token}});
}

void FakeZaloOa::approve_template(const std::string& id,
                                  std::map<std::string, std::size_t> parameters) {
  const std::lock_guard lock(mutex_);
  forms_[id] = std::move(parameters);
}

}  // namespace dondoc::test
