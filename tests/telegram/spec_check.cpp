#include "tests/telegram/spec_check.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/text/vietnamese.h"
#include "tests/support/telegram_html.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

const json& spec() {
  static const json loaded = [] {
    std::ifstream file(std::string(DONDOC_SOURCE_DIR) + "/../shared/spec/telegram-bot-api.json");
    return file ? json::parse(file) : json();
  }();
  return loaded;
}

/// Shortest and longest, of texts in characters; "callback_data" in bytes.
struct Limit {
  std::size_t least, most;
};
const std::map<std::string, Limit> k_limits = {
    {"sendMessage.text", {1, 4096}},
    {"sendDocument.caption", {0, 1024}},
    {"answerCallbackQuery.text", {0, 200}},
    {"setWebhook.secret_token", {1, 256}},
    {"BotCommand.command", {1, 32}},
    {"BotCommand.description", {1, 256}},
    {"InlineKeyboardButton.callback_data", {1, 64}},
};
/// Of whole numbers.
const std::map<std::string, Limit> k_ranges = {
    {"getUpdates.limit", {1, 100}},
    {"getUpdates.timeout", {0, 50}},
    {"setWebhook.max_connections", {1, 100}},
};

class Checker {
 public:
  std::vector<std::string> problems;

  /// The fields of a method's parameters or of a type's object.
  void object(const json& value, const json& described, const std::string& name) {
    const json fields = described.value("fields", json::array());
    for (const auto& [key, part] : value.items()) {
      const auto found =
          std::find_if(fields.begin(), fields.end(),
                       [&, &sought = key](const json& field) { return field["name"] == sought; });
      const std::string place = name + "." + key;
      if (found == fields.end()) {
        problems.push_back(place + ": not in the specification");
      } else if (!fits_one(part, (*found)["types"], place)) {
        problems.push_back(place + ": not one of " + (*found)["types"].dump());
      } else {
        limit(part, place);
      }
    }
    for (const json& field : fields) {
      if (field["required"] == true && !value.contains(field["name"].get<std::string>()))
        problems.push_back(name + "." + field["name"].get<std::string>() + ": missing");
    }
  }

 private:
  bool fits_one(const json& value, const json& types, const std::string& place) {
    return std::any_of(types.begin(), types.end(), [&](const json& type) {
      return fits(value, type.get<std::string>(), place);
    });
  }

  bool fits(const json& value, const std::string& type, const std::string& place) {
    constexpr std::string_view k_array = "Array of ";
    if (type == "Integer") return value.is_number_integer();
    if (type == "String") return value.is_string() && !value.get<std::string>().starts_with("\1");
    if (type == "Boolean") return value.is_boolean();
    if (type == "InputFile") return value == "\1file";
    if (type.starts_with(k_array)) {
      return value.is_array() && std::all_of(value.begin(), value.end(), [&](const json& each) {
               return fits(each, type.substr(k_array.size()), place);
             });
    }
    if (!value.is_object() || !spec()["types"].contains(type)) return false;
    Checker inner;  // of several possible types, one without problems is enough
    inner.object(value, spec()["types"][type], type);
    problems.insert(problems.end(), inner.problems.begin(), inner.problems.end());
    return true;
  }

  void limit(const json& value, const std::string& place) {
    if (const auto found = k_limits.find(place); found != k_limits.end() && value.is_string()) {
      const auto text = value.get<std::string>();
      const std::size_t length = place == "InlineKeyboardButton.callback_data" ? text.size()
                                 : place == "sendMessage.text" ? utf16_units(read_html(text).text)
                                                               : characters(text);
      if (length < found->second.least || length > found->second.most)
        problems.push_back(place + ": " + std::to_string(length) + " long");
    }
    if (const auto found = k_ranges.find(place); found != k_ranges.end()) {
      const auto number = value.get<std::size_t>();
      if (number < found->second.least || number > found->second.most)
        problems.push_back(place + ": is " + std::to_string(number));
    }
  }
};

/// Numbers and objects in a form are written as JSON.
json form_of(const std::vector<HttpPart>& parts) {
  json result = json::object();
  for (const HttpPart& part : parts) {
    json value = json::parse(part.content, nullptr, false);
    if (!part.file_name.empty()) {
      result[part.name] = "\1file";
    } else if (value.is_number() || value.is_structured() || value.is_boolean()) {
      result[part.name] = std::move(value);
    } else {
      result[part.name] = part.content;
    }
  }
  return result;
}

}  // namespace

bool spec_is_present() { return spec().is_object(); }

std::vector<std::string> spec_problems(const HttpRequest& request) {
  if (!spec_is_present() || request.url.find("/file/bot") != std::string::npos) return {};
  const std::string method = request.url.substr(request.url.rfind('/') + 1);
  if (!spec()["methods"].contains(method)) return {method + ": no such method"};
  const json parameters =
      request.parts.empty() ? json::parse(request.body, nullptr, false) : form_of(request.parts);
  if (!parameters.is_object()) return {method + ": no parameters"};
  Checker checker;
  checker.object(parameters, spec()["methods"][method], method);
  return checker.problems;
}

}  // namespace dondoc::test
