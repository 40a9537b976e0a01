#include "web/api/api.h"

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "engine/check.h"
#include "engine/codec/json_document.h"
#include "engine/limits.h"
#include "web/access.h"
#include "web/api/api_table.h"
#include "web/api/json_schema.h"
#include "web/api/openapi.h"
#include "web/api/problem.h"
#include "web/attempts.h"
#include "web/gate.h"
#include "web/layout.h"
#include "web/secret_hash.h"

namespace dondoc {
namespace {

using nlohmann::json;

constexpr const char* k_document = "/api/v1/openapi.json";
constexpr std::size_t k_path_bytes = 2'048;
constexpr std::size_t k_query_bytes = 16'384;
constexpr std::size_t k_longest_key = 128;
/// An answer to a call with an Idempotency-Key is given again within this time.
constexpr Elapsed k_answers_kept = Elapsed::hours(24);

bool is_well_formed(const Request& request) {
  std::size_t bytes = 0;
  for (const auto& [name, value] : request.query) {
    bytes += name.size() + value.size();
    if (!is_clean_text(name) || !is_clean_text(value)) return false;
  }
  const auto path = percent_decoded(request.path);
  return bytes <= k_query_bytes && path && is_clean_text(*path);
}

/// Visible ASCII, not too long.
bool is_key(std::string_view text) {
  return text.size() <= k_longest_key &&
         std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

/// `media` in small letters.
bool is_media(std::string type, std::string_view media) {
  type = type.substr(0, type.find(';'));
  while (type.ends_with(' ')) type.pop_back();
  for (char& c : type) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return type == media;
}

/// The secret after "Bearer "; the word in any letters (RFC 9110 §11.1).
std::string_view bearer_of(std::string_view header) {
  constexpr std::string_view k_scheme = "bearer ";
  if (header.size() < k_scheme.size()) return {};
  for (std::size_t i = 0; i < k_scheme.size(); ++i) {
    const char c = header[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c) != k_scheme[i]) return {};
  }
  return header.substr(k_scheme.size());
}

/// Whether one of the tags of an If-None-Match is that one (RFC 9110 §13.1.2: weakly).
bool names_tag(const std::string& header, const std::string& tag) {
  return header == "*" || header.find(tag.substr(2)) != std::string::npos;
}

std::string hash_of_call(const Request& request) {
  std::string call = request.method + "\n" + request.path + "\n";
  for (const auto& [name, value] : request.query)
    call += percent_encoded(name) + "=" + percent_encoded(value) + "&";
  return secret_hash("call", call + "\n" + request.body);
}

json schemas_of(const FindFile& files) {
  const auto text = files("web/api/schemas.json");
  CHECK(text.has_value());
  json schemas = json::parse(*text, nullptr, false);
  CHECK(schemas.is_object());
  return schemas;
}

bool is_kept(int status) { return status < 500 && status != 429; }

}  // namespace

bool is_api_path(std::string_view path) { return path.starts_with("/api/"); }

class Api::Impl {
 public:
  explicit Impl(ApiParts parts)
      : parts_(std::move(parts)),
        words_(api_words(parts_.files)),
        kit_(page_kit(parts_.files)),
        schemas_(schemas_of(parts_.files)),
        routes_(api_table({parts_.desk, parts_.log, words_, kit_.vi, kit_.en, parts_.intake,
                           parts_.wall})) {
    ApiRoute document{"GET",
                      k_document,
                      Rule::everyone,
                      Subject::none,
                      AccessScope::none,
                      {"getDocument", "meta", "This document", "OpenApi"},
                      {}};
    document.handler = [this](const ApiCall&) { return json_answer(document_); };
    routes_.push_back(std::move(document));
    document_ = openapi_document(routes_, schemas_, parts_.public_url);
  }

  Response answer(const Request& request) {
    Visit visit;
    visit.visitor.language = language_asked(request.accept_language);
    Response response = answer_to(request, visit);
    response.headers.emplace_back("Vary", "Authorization, Accept-Language");
    if (!visit.why.empty() && parts_.refused)
      parts_.refused({response.status, visit.why,
                      visit.route == nullptr ? std::string()
                                             : visit.route->method + " " + visit.route->pattern});
    return response;
  }

  std::size_t body_limit(const Request& head) {
    const std::size_t most = most_of(head);
    if (most == limits::inbound_bytes) return most;
    const auto token = parts_.keys.token(bearer_of(head.authorization), parts_.wall());
    return token && *token ? most : limits::inbound_bytes;
  }

  const std::vector<ApiRoute>& routes() const { return routes_; }
  const json& schemas() const { return schemas_; }

 private:
  /// What becomes known of a call on its way.
  struct Visit {
    Visitor visitor = {};
    AccessKey token = {};
    const ApiRoute* route = nullptr;
    PathValues path = {};
    json body = json::object();
    std::string unit = {};
    std::string_view why = {};  ///< it was turned away
  };

  std::size_t most_of(const Request& head) const {
    const bool takes_file =
        std::any_of(routes_.begin(), routes_.end(), [&](const ApiRoute& route) {
          return !route.description.sent.empty() && route.method == head.method &&
                 match(route.pattern, head.path);
        });
    return takes_file ? k_upload_bytes : limits::inbound_bytes;
  }

  Response refuse(Visit& visit, Problem what, std::string_view why) const {
    visit.why = why;
    return answer_of(what, words_, visit.visitor.language);
  }
  Response fault(const Visit& visit, Problem what) const {
    return answer_of(what, words_, visit.visitor.language);
  }

  Response answer_to(const Request& request, Visit& visit) {
    if (request.path.size() > k_path_bytes)
      return refuse(visit, {414, "address_too_long"}, "too_long");
    if (request.body_fault == BodyFault::too_long || request.body.size() > most_of(request))
      return refuse(visit, {413, "too_large"}, "too_long");
    if (!is_well_formed(request) || request.body_fault == BodyFault::ill_formed)
      return refuse(visit, {400, "ill_formed"}, "ill_formed");
    if (auto lost = find_route(request, visit)) return *lost;
    if (visit.route->rule == Rule::everyone) return call(request, visit);
    if (auto unknown = recognise(request, visit)) return *unknown;
    if (!has_scope(visit.token, visit.route->scope)) {
      Response response = refuse(visit, {403, "no_scope"}, "forbidden");
      response.headers.emplace_back(
          "WWW-Authenticate", "Bearer realm=\"dondoc\", error=\"insufficient_scope\", scope=\"" +
                                  std::string(name_of(visit.route->scope)) + "\"");
      return response;
    }
    if (auto faulty = read_parameters(request, visit)) return *faulty;
    if (auto turned_away = let_in(request, visit)) return *turned_away;
    if (auto ill_formed = read_body(request, visit)) return *ill_formed;
    return visit.route->tagged ? tagged(request, visit) : once(request, visit);
  }

  /// None: found. What is known of other methods is said before anybody is asked who she is: the
  /// table is public.
  std::optional<Response> find_route(const Request& request, Visit& visit) {
    std::string allowed;
    for (const ApiRoute& route : routes_) {
      auto values = match(route.pattern, request.path);
      if (!values) continue;
      if (route.method == request.method) {
        visit.route = &route;
        visit.path = std::move(*values);
        return std::nullopt;
      }
      allowed += (allowed.empty() ? "" : ", ") + route.method;
    }
    if (allowed.empty()) return refuse(visit, {404, "no_route"}, "no_page");
    Response response = refuse(visit, {405, "other_method"}, "other_method");
    response.headers.emplace_back("Allow", allowed);
    return response;
  }

  std::optional<Response> recognise(const Request& request, Visit& visit) {
    const Instant now = parts_.wall();
    auto token = parts_.keys.token(bearer_of(request.authorization), now);
    if (!token) return fault(visit, {503, "unavailable"});
    if (!*token) return unknown_token(request, visit);
    visit.token = std::move(**token);
    visit.visitor.person = visit.token.person;
    visit.visitor.administrator = visit.token.person == k_administrator;
    if (calls_.take(visit.token.id, now)) return std::nullopt;
    return too_often(visit);
  }

  /// The same for all that open nothing, whatever the reason. Wrong ones are counted by address;
  /// right ones still open, because many may come from one address.
  Response unknown_token(const Request& request, Visit& visit) {
    if (!request.authorization.empty() && !wrong_.take(request.remote, parts_.wall()))
      return too_often(visit);
    Response response = refuse(visit, {401, "no_token"}, "no_token");
    response.headers.emplace_back(
        "WWW-Authenticate", std::string("Bearer realm=\"dondoc\"") +
                                (request.authorization.empty() ? "" : ", error=\"invalid_token\""));
    return response;
  }

  Response too_often(Visit& visit) const {
    Response response = refuse(visit, {429, "too_often"}, "too_often");
    response.headers.emplace_back("Retry-After", "60");
    return response;
  }

  /// A misspelt filter would show everything.
  std::optional<Response> read_parameters(const Request& request, const Visit& visit) const {
    Faults faults("address");
    const auto& known = visit.route->description.parameters;
    for (const auto& [name, value] : request.query) {
      const auto found =
          std::find_if(known.begin(), known.end(),
                       [&, &wanted = name](const auto& one) { return one.name == wanted; });
      if (found == known.end()) {
        faults.add(pointer_to("", name), "is not known here");
      } else if (request.query.count(name) > 1) {
        faults.add(pointer_to("", name), "stands there twice");
      } else {
        Faults own("address");
        check_schema(schemas_, found->schema, parameter_json(found->schema, value), own);
        for (const Fault& one : own.list()) faults.add(pointer_to("", name), one.message);
      }
    }
    if (faults.none()) return std::nullopt;
    return fault(visit, {400, "bad_parameter", {}, faults.list()});
  }

  /// A text of digits where a whole number is asked for.
  json parameter_json(const std::string& schema, const std::string& text) const {
    std::int64_t number = 0;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    const bool whole = read.ec == std::errc() && read.ptr == end;
    return whole && schemas_[schema].value("type", "") == "integer" ? json(number) : json(text);
  }

  std::optional<Response> let_in(const Request& request, Visit& visit) {
    const ApiRoute& route = *visit.route;
    bool may = false;
    bool known = false;
    auto looked = parts_.desk.look(std::nullopt, [&](const Moment& moment) {
      known = is_known(moment, visit.visitor.person);
      may = known && lets_in(moment, route.rule, visit.visitor, route.subject, visit.path);
      visit.unit =
          subject_unit(moment, route.subject, visit.path).value_or(asked_unit(moment, request));
    });
    if (!looked) return fault(visit, {503, "unavailable"});
    if (!known) return unknown_token(request, visit);
    if (!may) return refuse(visit, {404, "not_yours"}, "not_hers");
    if (route.figures && !parts_.looks.note({parts_.wall(), visit.visitor.person, visit.unit,
                                             path_of(route.pattern, visit.path)}))
      return fault(visit, {503, "unavailable"});
    return std::nullopt;
  }

  /// A unit of ours, never what somebody put into an address.
  static std::string asked_unit(const Moment& moment, const Request& request) {
    const std::string only = request.parameter("only");
    const std::string unit = only.empty() ? request.parameter("unit") : only;
    return moment.present.office.directory.unit(unit) == nullptr ? "*" : unit;
  }

  std::optional<Response> read_body(const Request& request, Visit& visit) const {
    const std::string& schema = visit.route->description.body;
    const std::string& sent = visit.route->description.sent;
    if (schema.empty() && sent.empty()) return std::nullopt;
    if (!is_key(request.idempotency_key)) return fault(visit, {400, "bad_key"});
    if (!is_media(request.content_type, sent.empty() ? "application/json" : sent))
      return fault(visit, {415, "other_media"});
    if (!sent.empty()) return std::nullopt;
    Faults faults("body");
    auto document = JsonDocument::parse(request.body, faults);
    if (!document || !faults.none()) return fault(visit, {400, "bad_json", {}, faults.list()});
    check_schema(schemas_, schema, document->root(), faults);
    if (!faults.none()) return fault(visit, {422, "invalid", {}, faults.list()});
    visit.body = document->root();
    return std::nullopt;
  }

  /// What a caller has already is not made again.
  Response tagged(const Request& request, Visit& visit) {
    const auto version = parts_.desk.version();  // before the look: what comes in between is news
    if (!version) return fault(visit, {503, "unavailable"});
    const std::string seen = *version + "-" + visit.visitor.language + "-" + visit.visitor.person;
    const std::string tag = "W/\"" + secret_hash("tag", seen).substr(0, 16) + "\"";
    Response response = names_tag(request.if_none_match, tag)
                            ? Response{304, "application/json", ""}
                            : call(request, visit);
    if (response.status < 400) {
      response.headers.emplace_back("ETag", tag);
      response.headers.emplace_back("Cache-Control", "private, no-cache");
    }
    return response;
  }

  /// A call with an Idempotency-Key that was answered before is answered as it was then.
  Response once(const Request& request, Visit& visit) {
    if (request.method != "POST" || request.idempotency_key.empty()) return call(request, visit);
    const std::string key = key_of(request, visit);
    const std::string hash = hash_of_call(request);
    auto kept = parts_.keys.store().find_answer(key);
    if (!kept) return fault(visit, {503, "unavailable"});
    if (*kept) {
      if ((*kept)->call != hash) return fault(visit, {422, "key_of_another_call"});
      const bool failed = (*kept)->status >= 400;
      Response again{(*kept)->status, failed ? "application/problem+json" : "application/json",
                     (*kept)->body};
      again.headers.emplace_back("Idempotent-Replayed", "true");
      return again;
    }
    Response response = call(request, visit);
    const Instant now = parts_.wall();
    // When it cannot be kept the effect is still one: the engine knows the key.
    if (is_kept(response.status))
      static_cast<void>(parts_.keys.store().keep_answer(
          {key, hash, response.status, response.body, now}, now - k_answers_kept));
    return response;
  }

  static std::string key_of(const Request& request, const Visit& visit) {
    const std::string own = request.idempotency_key.empty()
                                ? fresh_token()
                                : secret_hash("key", request.idempotency_key);
    return "api:" + visit.token.id + ":" + own.substr(0, 32);
  }

  Response call(const Request& request, Visit& visit) {
    const std::string key = key_of(request, visit);
    return visit.route->handler(
        {request, visit.path, visit.visitor, visit.token, visit.body,
         [&key](int number) { return key + ":" + std::to_string(number); }});
  }

  const ApiParts parts_;
  const ApiWords words_;
  const PageKit kit_;
  const json schemas_;
  std::vector<ApiRoute> routes_;
  std::string document_;
  Attempts wrong_{30, Elapsed::minutes(5)};
  Attempts calls_{600, Elapsed::minutes(1)};
};

Api::Api(ApiParts parts) : impl_(std::make_unique<Impl>(std::move(parts))) {}
Api::~Api() = default;
Response Api::answer(const Request& request) { return impl_->answer(request); }
std::size_t Api::body_limit(const Request& head) { return impl_->body_limit(head); }
const std::vector<ApiRoute>& Api::routes() const { return impl_->routes(); }
const json& Api::schemas() const { return impl_->schemas(); }

}  // namespace dondoc
