// Signing in and out, and the language. A link is only used by a press on the page it opens:
// programs that look at links in a chat must not use them up.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "web/page_table.h"

namespace dondoc {
namespace {

/// A path of ours, and nothing that a browser takes for another site.
std::string safe_path(const std::string& path) {
  const bool is_plain = std::all_of(path.begin(), path.end(),
                                    [](char c) { return c > ' ' && c < '\x7f' && c != '\\'; });
  const bool ours = is_plain && path.starts_with("/") && !path.starts_with("//");
  return ours ? path : "/board";
}

Response front(const PageCall& call) {
  return go_to(call.visitor.is_signed_in() ? "/board" : "/signin");
}

Response sign_in_page(const PageTools& tools, const PageCall& call, const char* fault, int status) {
  nlohmann::json values{{"fault", ""}};
  if (*fault != '\0') values["fault"] = tools.kit.words(call.visitor).text(fault);
  return page(tools.kit, call, "sign_in", "sign_in_title", values, status);
}

Response link_page(const PageTools& tools, const PageCall& call) {
  return page(tools.kit, call, "sign_in_link", "sign_in_title",
              {{"token", call.request.parameter("t")}});
}

Response signed_in(const PageTools& tools, const PageCall& call, const std::string& person,
                   bool administrator) {
  auto token = tools.sessions.begin(person, administrator, tools.wall());
  if (!token) return plain_page(tools.kit, call, 503, "say_unavailable");
  Response response = go_to("/board");
  response.headers.emplace_back("Set-Cookie", cookie_of(tools.cookie_name, *token, tools.secure));
  return response;
}

bool is_active(const PageTools& tools, const std::string& person) {
  if (person == k_administrator) return true;
  bool active = false;
  const auto looked = tools.desk.look(std::nullopt, [&](const Moment& moment) {
    const Person* found = moment.world.office.directory.person(person);
    active = found != nullptr && found->active;
  });
  return looked && active;
}

Response use_link(const PageTools& tools, const PageCall& call) {
  if (!tools.sign_in.may_try(call.request.remote, tools.wall()))
    return sign_in_page(tools, call, "sign_in_too_often", 429);
  const auto person = tools.sign_in.by_link(call.request.parameter("t"), tools.desk.now());
  if (!person) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!*person || !is_active(tools, **person))
    return sign_in_page(tools, call, "sign_in_link_used", 403);
  return signed_in(tools, call, **person, false);
}

Response use_password(const PageTools& tools, const PageCall& call) {
  if (!tools.sign_in.may_try(call.request.remote, tools.wall()))
    return sign_in_page(tools, call, "sign_in_too_often", 429);
  const std::string person = call.request.parameter("person");
  const auto right =
      tools.sign_in.by_password(person, call.request.parameter("password"), tools.wall());
  if (!right) return plain_page(tools.kit, call, 503, "say_unavailable");
  if (!*right || !is_active(tools, person)) return sign_in_page(tools, call, "sign_in_wrong", 403);
  return signed_in(tools, call, person, true);
}

Response sign_out(const PageTools& tools, const PageCall& call) {
  const std::string token = cookie_named(call.request.cookie, tools.cookie_name);
  if (!tools.sessions.end(token)) return plain_page(tools.kit, call, 503, "say_unavailable");
  Response response = go_to("/signin");
  response.headers.emplace_back("Set-Cookie",
                                cookie_of(tools.cookie_name, "", tools.secure) + "; Max-Age=0");
  return response;
}

Response set_language(const PageCall& call) {
  const std::string language = call.request.parameter("language") == "en" ? "en" : "vi";
  Response response = go_to(safe_path(call.request.parameter("back")));
  response.headers.emplace_back(
      "Set-Cookie", "dondoc_language=" + language + "; Path=/; SameSite=Lax; Max-Age=31536000");
  return response;
}

}  // namespace

void add_sign_in_pages(std::vector<PageRoute>& table, const PageTools& tools) {
  const auto add = [&](const char* method, const char* pattern, Rule rule, auto handler) {
    table.push_back({method, pattern, rule, Subject::none,
                     [tools, handler](const PageCall& call) { return handler(tools, call); }});
  };
  add("GET", "/", Rule::everyone,
      [](const PageTools&, const PageCall& call) { return front(call); });
  add("GET", "/signin", Rule::everyone,
      [](const PageTools& t, const PageCall& call) { return sign_in_page(t, call, "", 200); });
  add("GET", "/signin/link", Rule::everyone, link_page);
  add("POST", "/signin/link", Rule::everyone, use_link);
  add("POST", "/signin/password", Rule::everyone, use_password);
  add("POST", "/signout", Rule::signed_in, sign_out);
  add("POST", "/language", Rule::everyone,
      [](const PageTools&, const PageCall& call) { return set_language(call); });
}

}  // namespace dondoc
