#include "web/site.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "engine/text/constant_time.h"
#include "web/access.h"
#include "web/api/api.h"
#include "web/gate.h"
#include "web/kept_uploads.h"
#include "web/layout.h"
#include "web/looks.h"
#include "web/page_table.h"
#include "web/sessions.h"
#include "web/sign_in.h"

namespace dondoc {
namespace {

/// No script, style or picture from elsewhere, none written into a page, no frame around it.
constexpr const char* k_content_policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// What stands between "//" and the path, with its port.
std::string host_of(std::string_view address) {
  const auto scheme = address.find("://");
  if (scheme == address.npos) return {};
  address.remove_prefix(scheme + 3);
  return std::string(address.substr(0, address.find('/')));
}

/// The most that a form or an address of ours holds, with room to spare.
constexpr std::size_t k_path_bytes = 2'048;
constexpr std::size_t k_cookie_bytes = 8'192;
constexpr std::size_t k_parameters = k_form_parts;
constexpr std::size_t k_file_name_bytes = 1'024;

bool has_ill_file(const Request& request) {
  return std::any_of(request.files.begin(), request.files.end(), [](const UploadedFile& file) {
    return file.name.size() > k_file_name_bytes || !is_clean_text(file.name) ||
           !is_clean_text(file.field);
  });
}

/// 0, or the status that a call gets that no browser of ours sends.
int ill_formed(const Request& request) {
  if (request.path.size() > k_path_bytes) return 414;
  if (request.cookie.size() > k_cookie_bytes) return 431;
  std::size_t bytes = 0;
  for (const auto& [name, value] : request.query) {
    bytes += name.size() + value.size();
    if (!is_clean_text(name) || !is_clean_text(value)) return 400;
  }
  if (request.query.size() > k_parameters || bytes > k_form_bytes) return 413;
  if (request.body_fault != BodyFault::none)
    return request.body_fault == BodyFault::too_long ? 413 : 400;
  if (has_ill_file(request)) return 400;
  const auto path = percent_decoded(request.path);
  return path && is_clean_text(*path) ? 0 : 400;
}

/// Why a call was turned away that got this status; empty: it was not.
std::string_view refused_by(int status) {
  switch (status) {
    case 400:
      return "ill_formed";
    case 403:
      return "forbidden";
    case 404:
      return "no_page";
    case 405:
      return "other_method";
    case 413:
    case 414:
    case 431:
      return "too_long";
    case 421:
      return "other_host";
    case 429:
      return "too_often";
    default:
      return {};
  }
}

}  // namespace

class Site::Impl {
 public:
  explicit Impl(SiteParts parts)
      : parts_(std::move(parts)),
        kit_(page_kit(parts_.files)),
        sessions_(parts_.store),
        sign_in_(parts_.store, parts_.link_key),
        secure_(parts_.public_url.starts_with("https://")),
        host_(host_of(parts_.public_url)),
        looks_(parts_.store),
        keys_(parts_.access == nullptr ? nullptr : std::make_unique<AccessKeys>(*parts_.access)),
        routes_(page_table({parts_.desk, parts_.administration, parts_.store, kit_, sessions_,
                            sign_in_, uploads_, parts_.wall, cookie_name(), secure_, looks_,
                            keys_.get(), parts_.public_url, parts_.intake})),
        api_(api_of(parts_, keys_.get(), looks_)) {}

  Response answer(const Request& request) {
    if (api_ && is_api_path(request.path) && is_our_host(request.host)) {
      Response response = api_->answer(request);
      add_headers(response);
      return response;
    }
    Visit visit;
    Response response = answer_to(request, visit);
    tell_of_refusal(response, visit);
    add_headers(response);
    if (!visit.fresh_cookie.empty())
      response.headers.emplace_back("Set-Cookie",
                                    cookie_of(cookie_name(), visit.fresh_cookie, secure_));
    return response;
  }

  /// Whoever is not signed in has nothing long to say.
  std::size_t body_limit(const Request& head) {
    if (api_ && is_api_path(head.path)) return api_->body_limit(head);
    const bool takes_files = std::any_of(routes_.begin(), routes_.end(), [&](const PageRoute& r) {
      return r.takes_files && r.method == head.method && match(r.pattern, head.path);
    });
    if (!takes_files) return k_form_bytes;
    const auto session = sessions_.of(cookie_named(head.cookie, cookie_name()), parts_.wall());
    return session && *session ? k_form_bytes + k_upload_bytes : k_form_bytes;
  }

  bool has(std::string_view path) const {
    if (api_ && is_api_path(path)) return true;
    return std::any_of(routes_.begin(), routes_.end(),
                       [&](const PageRoute& r) { return match(r.pattern, path).has_value(); });
  }

  const std::vector<PageRoute>& routes() const { return routes_; }
  const Api* api() const { return api_.get(); }

 private:
  static std::unique_ptr<Api> api_of(const SiteParts& parts, AccessKeys* keys, Looks& looks) {
    if (keys == nullptr || parts.log == nullptr) return nullptr;
    return std::make_unique<Api>(ApiParts{parts.desk, *parts.log, *keys, looks, parts.files,
                                          parts.public_url, parts.wall, parts.refused,
                                          parts.intake});
  }

  std::string cookie_name() const { return secure_ ? "__Host-dondoc" : "dondoc"; }

  /// What becomes known of a call on its way.
  struct Visit {
    Visitor visitor = {};
    std::string fresh_cookie = {};
    const PageRoute* route = nullptr;
    std::string_view why = {};     ///< it was turned away; empty: as the status says
    bool has_dead_cookie = false;  ///< of a session that is over, or never was
  };

  Response answer_to(const Request& request, Visit& visit) {
    const PathValues none;
    const auto say = [&](int status, std::string_view text) {
      return plain_page(kit_, {request, none, visit.visitor}, status, text);
    };
    if (const int status = ill_formed(request)) return say(status, "say_ill_formed");
    std::string token = cookie_named(request.cookie, cookie_name());
    auto known = recognise(token, visit, request);
    if (!known) return say(503, "say_unavailable");
    if (token.empty()) token = visit.fresh_cookie = fresh_token();
    visit.visitor.form_token = form_token_of(token);
    if (!is_our_host(request.host)) return say(421, "say_other_host");
    bool other_method = false;
    for (const PageRoute& route : routes_) {
      auto values = match(route.pattern, request.path);
      if (!values) continue;
      visit.route = &route;
      if (route.method == request.method) return let_in(visit, {request, *values, visit.visitor});
      other_method = true;
    }
    return say(other_method ? 405 : 404, "say_no_page");
  }

  /// Errors: those of the store.
  Result<void> recognise(const std::string& token, Visit& visit, const Request& request) {
    Visitor& visitor = visit.visitor;
    auto session = sessions_.of(token, parts_.wall());
    if (!session) return tl::unexpected(session.error());
    if (*session) {
      visitor.person = (*session)->person;
      visitor.administrator = (*session)->administrator;
    }
    visit.has_dead_cookie = !token.empty() && !*session;
    const std::string language = cookie_named(request.cookie, "dondoc_language");
    if (language == "en" || language == "vi") visitor.language = language;
    return {};
  }

  /// A name of its own can be made to mean this machine; then no cookie of ours is sent, but
  /// nothing shall be answered either.
  bool is_our_host(const std::string& host) const {
    return is_loopback_host(host) || (!host_.empty() && host == host_);
  }

  Response let_in(Visit& visit, const PageCall& call) {
    const PageRoute& route = *visit.route;
    if (route.method == "POST" && !is_our_form(call)) {
      visit.why = "foreign_form";
      return plain_page(kit_, call, 403, "say_foreign_form");
    }
    if (route.rule == Rule::everyone) return route.handler(call);
    if (!call.visitor.is_signed_in()) {
      // Everybody's first look has no session; one that is shown and is none is worth a line.
      if (visit.has_dead_cookie) visit.why = "no_session";
      return ask_to_sign_in(call);
    }
    bool may = false;
    bool is_person = true;
    std::string unit;
    auto looked = parts_.desk.look(std::nullopt, [&](const Moment& moment) {
      is_person = is_known(moment, call.visitor.person);
      visit.visitor.leads_any =
          call.visitor.administrator || leads_any(moment, call.visitor.person);
      may = lets_in(moment, route.rule, call.visitor, route.subject, call.path);
      unit = subject_unit(moment, route.subject, call.path).value_or(asked_unit(moment, call));
    });
    if (!looked) return plain_page(kit_, call, 503, "say_unavailable");
    if (!is_person) {
      visit.why = "no_session";
      return ask_to_sign_in(call);
    }
    if (!may) {  // what does not exist and what is not for her look the same
      visit.why = "not_hers";
      return plain_page(kit_, call, 404, "say_not_yours");
    }
    if (route.figures &&
        !looks_.note({parts_.wall(), call.visitor.person, unit, path_of(route.pattern, call.path)}))
      return plain_page(kit_, call, 503, "say_unavailable");
    return route.handler(call);
  }

  /// Of a page about several units: the one asked for, or everything she may see. What is written
  /// down is a unit of ours, never what somebody put into an address.
  static std::string asked_unit(const Moment& moment, const PageCall& call) {
    const std::string only = call.request.parameter("only");
    const std::string unit = only.empty() ? call.request.parameter("unit") : only;
    return moment.present.office.directory.unit(unit) == nullptr ? "*" : unit;
  }

  bool is_our_form(const PageCall& call) const {
    const Request& request = call.request;
    const bool same_site = request.fetch_site.empty() || request.fetch_site == "same-origin";
    const std::string origin = host_of(request.origin);
    // A proxy in front may ask by a name of this machine.
    const bool same_origin =
        request.origin.empty() || origin == request.host || (!host_.empty() && origin == host_);
    return same_site && same_origin &&
           same_in_constant_time(request.parameter("form_token"), call.visitor.form_token);
  }

  Response ask_to_sign_in(const PageCall& call) {
    if (call.request.live) {  // the part of a page that is open still
      Response gone{200, "text/html; charset=utf-8", ""};
      gone.headers.emplace_back("HX-Redirect", "/signin");
      return gone;
    }
    return go_to("/signin");
  }

  void tell_of_refusal(const Response& response, const Visit& visit) const {
    const std::string_view why = visit.why.empty() ? refused_by(response.status) : visit.why;
    if (why.empty() || !parts_.refused) return;
    const PageRoute* route = visit.route;
    parts_.refused({response.status, why,
                    route == nullptr ? std::string() : route->method + " " + route->pattern});
  }

  void add_headers(Response& response) const {
    const auto add = [&](const char* name, const char* value) {
      const bool there = std::any_of(response.headers.begin(), response.headers.end(),
                                     [&](const auto& header) { return header.first == name; });
      if (!there) response.headers.emplace_back(name, value);
    };
    add("Content-Security-Policy", k_content_policy);
    add("Cross-Origin-Opener-Policy", "same-origin");
    add("Cross-Origin-Resource-Policy", "same-origin");
    add("X-Content-Type-Options", "nosniff");
    add("X-Frame-Options", "DENY");
    add("Referrer-Policy", "same-origin");
    add("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
    add("Cache-Control", "no-store");
    if (secure_) add("Strict-Transport-Security", "max-age=31536000");
  }

  const SiteParts parts_;
  const PageKit kit_;
  Sessions sessions_;
  SignInDesk sign_in_;
  KeptUploads uploads_;
  const bool secure_;
  const std::string host_;
  Looks looks_;
  const std::unique_ptr<AccessKeys> keys_;  ///< null: nothing opens without a browser
  const std::vector<PageRoute> routes_;
  const std::unique_ptr<Api> api_;
};

Site::Site(SiteParts parts) : impl_(std::make_unique<Impl>(std::move(parts))) {}
Site::~Site() = default;
Response Site::answer(const Request& request) { return impl_->answer(request); }
std::size_t Site::body_limit(const Request& head) { return impl_->body_limit(head); }
bool Site::has(std::string_view path) const { return impl_->has(path); }
const std::vector<PageRoute>& Site::routes() const { return impl_->routes(); }
const Api* Site::api() const { return impl_->api(); }

}  // namespace dondoc
