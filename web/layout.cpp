#include "web/layout.h"

#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "engine/check.h"
#include "web/chart_script.h"
#include "web/mustache.h"

namespace dondoc {
namespace {

constexpr std::string_view k_html = "text/html; charset=utf-8";

struct Place {
  std::string_view path;
  std::string_view word;
  Rule rule;
};
/// In the order of the navigation. A page that is not here is reached from another one.
constexpr std::array<Place, 8> k_places{{
    {"/board", "nav_board", Rule::signed_in},
    {"/duties", "nav_duties", Rule::signed_in},
    {"/plans", "nav_plans", Rule::signed_in},
    {"/inbox", "nav_inbox", Rule::signed_in},
    {"/units", "nav_units", Rule::signed_in},
    {"/people", "nav_people", Rule::any_lead},
    {"/log", "nav_log", Rule::signed_in},
    {"/administration", "nav_administration", Rule::administrator},
}};

/// Templates that others take in.
constexpr std::array<std::string_view, 10> k_parts{
    {"administration_links", "board_live", "change_effects", "duty_rows", "filter_form",
     "invitation_cards", "lifecycle", "page_links", "trial_faults", "unit_names"}};

/// Assets from npm may be missing (cmake/page_assets.cmake): the pages work without them.
constexpr std::string_view k_htmx = "web/node_modules/htmx.org/dist/htmx.min.js";

std::string text_of(const FindFile& files, std::string_view name) {
  const auto text = files("web/templates/pages/" + std::string(name) + ".html");
  CHECK(text.has_value());
  return std::string(*text);
}

nlohmann::json navigation(const PageWords& words, const PageCall& call) {
  nlohmann::json list = nlohmann::json::array();
  for (const Place& place : k_places) {
    if (place.rule == Rule::administrator && !call.visitor.administrator) continue;
    if (place.rule == Rule::any_lead && !call.visitor.leads_any) continue;
    const bool current = call.request.path.starts_with(place.path);
    list.push_back({{"path", place.path}, {"label", words.text(place.word)}, {"current", current}});
  }
  return list;
}

/// Where another language leads: the same page with its choices, and the board after a form.
std::string address_here(const Request& request) {
  if (request.method != "GET") return "/board";
  std::string address = request.path;
  for (const auto& [name, value] : request.query) {
    address += address.size() == request.path.size() ? '?' : '&';
    address += percent_encoded(name) + "=" + percent_encoded(value);
  }
  return address;
}

void add_surroundings(nlohmann::json& values, const PageKit& kit, const PageCall& call) {
  const PageWords& words = kit.words(call.visitor);
  values["w"] = words.all();
  values["form_token"] = call.visitor.form_token;
  values["lang"] = call.visitor.language;
  values["signed_in"] = call.visitor.is_signed_in();
  values["has_htmx"] = kit.files(k_htmx).has_value();
  values["charts"] = chart_script_address(kit.files).value_or("");
  values["other_lang"] = call.visitor.language == "en" ? "vi" : "en";
  values["here"] = address_here(call.request);
  values["places"] =
      call.visitor.is_signed_in() ? navigation(words, call) : nlohmann::json::array();
}

std::map<std::string, std::string> parts_of(const PageKit& kit) {
  std::map<std::string, std::string> parts;
  for (std::string_view name : k_parts) parts.emplace(name, text_of(kit.files, name));
  return parts;
}

PageWords words_of(const FindFile& files, const std::string& language) {
  const auto text = files("config/pages/" + language + ".json");
  CHECK(text.has_value());
  auto words = PageWords::read(*text);
  CHECK(words.has_value());
  return std::move(*words);
}

}  // namespace

PageKit page_kit(const FindFile& files) {
  return {files, words_of(files, "vi"), words_of(files, "en")};
}

Response page(const PageKit& kit, const PageCall& call, std::string_view name,
              std::string_view title, nlohmann::json values, int status) {
  add_surroundings(values, kit, call);
  values["title"] = kit.words(call.visitor).text(title);
  auto parts = parts_of(kit);
  for (const auto& [part_name, text] : parts) CHECK(!values.contains(part_name));
  parts["content"] = text_of(kit.files, name);
  return {status, std::string(k_html), fill_template(text_of(kit.files, "base"), values, parts)};
}

Response part(const PageKit& kit, const PageCall& call, std::string_view name,
              nlohmann::json values) {
  add_surroundings(values, kit, call);
  return {200, std::string(k_html), fill_template(text_of(kit.files, name), values, parts_of(kit))};
}

Response plain_page(const PageKit& kit, const PageCall& call, int status, std::string_view text) {
  return page(kit, call, "plain", "app", {{"text", kit.words(call.visitor).text(text)}}, status);
}

Response go_to(const std::string& path) {
  Response response{303, std::string(k_html), ""};
  response.headers.emplace_back("Location", path);
  return response;
}

}  // namespace dondoc
