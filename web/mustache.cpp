#include "web/mustache.h"

#include <kainjow/mustache.hpp>
#include <nlohmann/json.hpp>

#include "engine/check.h"

namespace dondoc {
namespace {

using kainjow::mustache::data;
using nlohmann::json;

data data_of(const json& value) {
  if (value.is_object()) {
    data object(data::type::object);
    for (const auto& [name, member] : value.items()) object.set(name, data_of(member));
    return object;
  }
  if (value.is_array()) {
    data list(data::type::list);
    for (const json& item : value) list.push_back(data_of(item));
    return list;
  }
  if (value.is_boolean()) return {value.get<bool>()};
  if (value.is_null()) return {false};
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  return text.empty() ? data(false) : data(text);
}

}  // namespace

std::string fill_template(std::string_view text, const json& values,
                          const std::map<std::string, std::string>& partials) {
  data all = data_of(values);
  for (const auto& [name, partial] : partials) {
    all.set(name, data(kainjow::mustache::partial([&partial = partial] { return partial; })));
  }
  kainjow::mustache::mustache page{std::string(text)};
  std::string filled = page.render(all);
  CHECK(page.is_valid());
  return filled;
}

}  // namespace dondoc
