// Calendar feeds by a secret address: made by a press, for the visitor herself or for a unit in her
// sight, and fetched by calendar programs, which cannot sign in. An address shows what its maker
// may see on the day it is asked for, and no longer than she may.
#include <memory>
#include <nlohmann/json.hpp>

#include "web/access.h"
#include "web/attempts.h"
#include "web/deadline_feed.h"
#include "web/duty_view.h"
#include "web/page_table.h"
#include "web/secret_hash.h"

namespace dondoc {
namespace {

constexpr std::string_view k_ending = ".ics";
/// How often calendar programs ask again at most.
constexpr const char* k_caching = "private, max-age=900";

// --- making one ---

/// "webcal://…": calendar programs take it and subscribe.
std::string webcal_of(const std::string& address) {
  return "webcal" + address.substr(address.find("://"));
}

std::string address_of(const PageTools& tools, const PageCall& call, const std::string& secret) {
  std::string base = tools.public_url;
  while (base.ends_with('/')) base.pop_back();
  if (base.empty()) base = "http://" + call.request.host;
  return base + "/calendar/" + secret + std::string(k_ending);
}

Response feed_made(const PageTools& tools, const PageCall& call, const std::string& unit) {
  std::string name;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    name = unit.empty() ? name_of_person(moment.world, call.visitor.person)
                        : name_of_unit(moment.world, unit);
  });
  if (!looked) return plain_page(tools.kit, call, 503, "say_unavailable");
  auto made = tools.keys->make_feed(call.visitor.person, unit, name, tools.wall());
  if (!made) return plain_page(tools.kit, call, 503, "say_unavailable");
  const std::string address = address_of(tools, call, made->secret);
  return page(tools.kit, call, "calendar_made", "feed_title",
              {{"name", name}, {"address", address}, {"webcal", webcal_of(address)}});
}

// --- fetching one ---

/// None: whoever made the address may not see it any more, or it is gone.
std::optional<ExportedFile> feed_of(const Moment& moment, const AccessKey& key) {
  if (!is_known(moment, key.person)) return std::nullopt;
  const Directory& directory = moment.world.office.directory;
  if (key.unit.empty()) {
    const Person* person = directory.person(key.person);
    return person == nullptr ? std::nullopt : std::optional(deadlines_of_person(moment, *person));
  }
  Visitor maker;
  maker.person = key.person;
  maker.administrator = key.person == k_administrator;
  Sight sight(moment, maker);
  const Unit* unit = directory.unit(key.unit);
  if (unit == nullptr || !sight.sees(key.unit)) return std::nullopt;
  return deadlines_of_unit(moment, *unit);
}

Response not_found() { return {404, "text/plain; charset=utf-8", "404\n"}; }

Response answer_with(const PageCall& call, ExportedFile feed) {
  const std::string tag = "\"" + secret_hash("tag", feed.bytes).substr(0, 32) + "\"";
  const bool known = call.request.if_none_match.find(tag) != std::string::npos;
  Response response{known ? 304 : 200, std::string(media_type(feed.kind)),
                    known ? std::string() : std::move(feed.bytes)};
  response.headers.emplace_back("ETag", tag);
  response.headers.emplace_back("Cache-Control", k_caching);
  return response;
}

Response fetch(const PageTools& tools, Attempts& guessed, const PageCall& call) {
  std::string_view secret = call.value("feed");
  if (!secret.ends_with(k_ending)) return not_found();
  secret.remove_suffix(k_ending.size());
  auto key = tools.keys->feed(secret, tools.wall());
  if (!key) return {503, "text/plain; charset=utf-8", "503\n"};
  std::optional<ExportedFile> feed;
  std::string unit;
  auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    if (!*key) return;
    feed = feed_of(moment, **key);
    const Person* person = moment.world.office.directory.person((*key)->person);
    unit = (*key)->unit.empty() && person != nullptr ? person->unit : (*key)->unit;
  });
  if (!looked) return {503, "text/plain; charset=utf-8", "503\n"};
  if (!feed) {
    // Right ones still open: many people may come from one address.
    if (!guessed.take(call.request.remote, tools.wall()))
      return {429, "text/plain; charset=utf-8", "429\n", {{"Retry-After", "300"}}};
    return not_found();
  }
  if (!tools.looks.note({tools.wall(), (*key)->person, unit, "/calendar/" + (*key)->id}))
    return {503, "text/plain; charset=utf-8", "503\n"};
  return answer_with(call, std::move(*feed));
}

}  // namespace

void add_calendar_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  table.push_back(
      {"POST", "/units/{unit}/calendar", Rule::in_sight, Subject::unit,
       [tools](const PageCall& call) { return feed_made(tools, call, call.value("unit")); }});
  table.push_back({"POST", "/access/calendar", Rule::signed_in, Subject::none,
                   [tools](const PageCall& call) { return feed_made(tools, call, ""); }});
  auto guessed = std::make_shared<Attempts>(30, Elapsed::minutes(5));
  table.push_back(
      {"GET", "/calendar/{feed}", Rule::everyone, Subject::none,
       [tools, guessed](const PageCall& call) { return fetch(tools, *guessed, call); }});
}

}  // namespace dondoc
