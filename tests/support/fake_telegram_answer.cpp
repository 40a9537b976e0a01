// Takes a call apart, lets it fail when it is to fail, and finds its method.
#include <algorithm>
#include <array>
#include <cctype>

#include "tests/support/fake_telegram_state.h"
#include "tests/support/request_address.h"

namespace dondoc::test {
namespace {

using FaultKind = FakeTelegram::FaultKind;

/// Parameters that are JSON, also as a field of a form.
constexpr std::array<std::string_view, 6> k_json_parameters = {
    "reply_markup",         "allowed_updates",  "commands",
    "link_preview_options", "reply_parameters", "entities"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

void read_form(std::string_view form, json& parameters) {
  for (const auto& [name, value] : form_of(form)) parameters[name] = value;
}

HttpAnswer json_answer(int status, const json& body) {
  HttpAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "application/json"}};
  answer.body = body.dump();
  return answer;
}

HttpAnswer refusal_answer(const Refusal& refusal) {
  json body = {{"ok", false}, {"error_code", refusal.code}, {"description", refusal.description}};
  if (!refusal.parameters.empty()) body["parameters"] = refusal.parameters;
  HttpAnswer answer = json_answer(refusal.code, body);
  if (refusal.parameters.contains("retry_after"))
    answer.headers.push_back({"Retry-After", refusal.parameters["retry_after"].dump()});
  return answer;
}

HttpAnswer page(int status, const std::string& title) {
  HttpAnswer answer;
  answer.status = status;
  answer.headers = {{"Content-Type", "text/html"}};
  answer.body = "<html><head><title>" + title + "</title></head><body>nginx</body></html>";
  return answer;
}

/// Faults in the place of the work.
tl::expected<HttpAnswer, HttpError> failed(const FakeTelegram::Fault& fault) {
  switch (fault.kind) {
    case FaultKind::not_sent:
      return tl::unexpected<HttpError>({HttpFailure::not_sent, "connection refused"});
    case FaultKind::lost_request:
      return tl::unexpected<HttpError>({HttpFailure::no_answer, "timed out"});
    case FaultKind::bad_gateway:
      return page(502, "502 Bad Gateway");
    case FaultKind::page:
      return page(200, "Sign in to the network");
    case FaultKind::forbidden_page:
      return page(403, "403 Forbidden");
    case FaultKind::too_many:
      return refusal_answer({429,
                             "Too Many Requests: retry after " + std::to_string(fault.retry_after),
                             {{"retry_after", fault.retry_after}}});
    case FaultKind::unauthorized:
      return refusal_answer({401, "Unauthorized"});
    case FaultKind::cannot_parse:
      return refusal_answer(
          {400,
           "Bad Request: can't parse entities: Unsupported start tag \"lan\" at byte offset 7"});
    case FaultKind::restarting:
      return refusal_answer({500, "Internal Server Error: restart"});
    default:
      return refusal_answer({500, "Internal Server Error"});
  }
}

bool is_after_the_work(FaultKind kind) {
  return kind == FaultKind::lost_answer || kind == FaultKind::gateway_timeout ||
         kind == FaultKind::cut_short;
}

tl::expected<HttpAnswer, HttpError> spoilt(FaultKind kind, HttpAnswer answer) {
  if (kind == FaultKind::lost_answer)
    return tl::unexpected<HttpError>({HttpFailure::no_answer, "timed out"});
  if (kind == FaultKind::gateway_timeout) return page(504, "504 Gateway Time-out");
  answer.body.resize(answer.body.size() / 2);
  return answer;
}

}  // namespace

std::string Asked::text(const std::string& name) const {
  const auto found = parameters.find(name);
  if (found == parameters.end()) return "";
  return found->is_string() ? found->get<std::string>() : found->dump();
}

std::optional<std::int64_t> Asked::whole(const std::string& name) const {
  const std::string value = text(name);
  if (value.empty() || value.find_first_not_of("-0123456789") != value.npos) return std::nullopt;
  return std::stoll(value);
}

std::optional<FakeTelegram::Fault> FakeTelegram::State::next_fault(const std::string& method) {
  for (auto fault = faults.planned.begin(); fault != faults.planned.end(); ++fault) {
    if (!fault->method.empty() && lower(fault->method) != method) continue;
    const Fault found = *fault;
    if (--fault->times <= 0) faults.planned.erase(fault);
    return found;
  }
  if (faults.percent <= 0 || static_cast<int>(chance() % 100) >= faults.percent)
    return std::nullopt;
  constexpr std::array k_by_chance = {
      FaultKind::not_sent,    FaultKind::lost_request,    FaultKind::lost_answer,
      FaultKind::bad_gateway, FaultKind::gateway_timeout, FaultKind::internal_error,
      FaultKind::page,        FaultKind::cut_short,       FaultKind::too_many};
  return Fault{k_by_chance[chance() % k_by_chance.size()], 1, "", 1};
}

HttpAnswer FakeTelegram::State::file_answer(const std::string& path) const {
  for (const auto& [id, file] : files) {
    if (file.path != path) continue;
    HttpAnswer answer;
    answer.status = 200;
    answer.headers = {{"Content-Type", "application/octet-stream"}};
    answer.body = file.content;
    return answer;
  }
  return refusal_answer({404, "Not Found"});
}

void FakeTelegram::State::forget_old(Instant now) {
  while (!updates.empty() && now - updates.front().at >= Elapsed::hours(24)) updates.pop_front();
}

Reply FakeTelegram::State::dispatch(const Asked& asked, std::unique_lock<std::mutex>& lock) {
  using Method = Reply (State::*)(const Asked&);
  static const std::map<std::string, Method> methods = {
      {"getme", &State::get_me},
      {"sendmessage", &State::send_message},
      {"senddocument", &State::send_document},
      {"sendchataction", &State::send_chat_action},
      {"editmessagereplymarkup", &State::edit_reply_markup},
      {"editmessagetext", &State::edit_text},
      {"deletemessage", &State::delete_message},
      {"answercallbackquery", &State::answer_callback},
      {"getfile", &State::get_file},
      {"setmycommands", &State::set_commands},
      {"getmycommands", &State::get_commands},
      {"setwebhook", &State::set_webhook},
      {"deletewebhook", &State::delete_webhook},
      {"getwebhookinfo", &State::webhook_info},
  };
  if (asked.method == "getupdates") return get_updates(asked, lock);
  const auto found = methods.find(asked.method);
  if (found == methods.end()) return refuse(404, "Not Found: method not found");
  return (this->*found->second)(asked);
}

namespace {

/// "attach://NAME": the file is the part of that name.
void attach_files(Asked& asked) {
  constexpr std::string_view k_attach = "attach://";
  for (const auto& [name, value] : asked.parameters.items()) {
    if (!value.is_string() || !value.get<std::string>().starts_with(k_attach)) continue;
    const auto part = asked.files.find(value.get<std::string>().substr(k_attach.size()));
    if (part != asked.files.end()) asked.files[name] = part->second;
  }
}

/// False when the body is no JSON object although it says so.
bool read_body(const HttpRequest& request, Asked& asked) {
  for (const HttpPart& part : request.parts) {
    if (part.file_name.empty()) {
      asked.parameters[part.name] = part.content;
    } else {
      asked.files[part.name] = part;
    }
  }
  attach_files(asked);
  if (!request.parts.empty() || request.body.empty()) return true;
  if (request.content_type.starts_with("application/x-www-form-urlencoded")) {
    read_form(request.body, asked.parameters);
    return true;
  }
  if (!request.content_type.starts_with("application/json")) return true;
  json body = json::parse(request.body, nullptr, false);
  if (!body.is_object()) return false;
  asked.parameters.update(body);
  return true;
}

void read_json_parameters(json& parameters) {
  for (const std::string_view name : k_json_parameters) {
    const auto found = parameters.find(name);
    if (found == parameters.end() || !found->is_string()) continue;
    json value = json::parse(found->get<std::string>(), nullptr, false);
    if (!value.is_discarded()) *found = std::move(value);
  }
}

}  // namespace

tl::expected<HttpAnswer, HttpError> FakeTelegram::State::serve(const HttpRequest& request,
                                                               Instant now,
                                                               std::unique_lock<std::mutex>& lock) {
  const std::string path = path_of(request.url);
  const std::string file_prefix = "/file/bot" + std::string(k_token) + "/";
  if (path.starts_with(file_prefix)) {
    if (const auto fault = next_fault("file")) return failed(*fault);
    return file_answer(url_decoded(path.substr(file_prefix.size())));
  }
  Asked asked;
  asked.now = now;
  read_form(query_of(request.url), asked.parameters);
  const auto slash = path.rfind('/');
  const std::string written = path.substr(slash + 1);
  asked.method = lower(written);
  const std::string token = path.substr(0, slash);
  if (!token.starts_with("/bot") || token.find(':') == token.npos)
    return refusal_answer({404, "Not Found"});
  if (token != "/bot" + std::string(k_token)) return refusal_answer({401, "Unauthorized"});
  const bool readable = read_body(request, asked);
  calls.push_back({written, asked.parameters.dump(), {}, 0});
  const std::size_t number = calls.size() - 1;
  for (const auto& [name, part] : asked.files) calls.back().files.push_back(name);
  read_json_parameters(asked.parameters);
  if (!readable) return refusal_answer({400, "Bad Request: can't parse request body as JSON"});
  const auto fault = next_fault(asked.method);
  if (fault && !is_after_the_work(fault->kind)) return failed(*fault);
  forget_old(now);
  const Reply reply = dispatch(asked, lock);
  HttpAnswer answer =
      reply ? json_answer(200, {{"ok", true}, {"result", *reply}}) : refusal_answer(reply.error());
  calls[number].status = answer.status;
  if (fault) return spoilt(fault->kind, std::move(answer));
  return answer;
}

tl::expected<HttpAnswer, HttpError> FakeTelegram::answer(const HttpRequest& request, Instant now) {
  std::unique_lock lock(state_->mutex);
  auto answer = state_->serve(request, now, lock);
  if (answer && answer->body.size() > request.answer_bytes)
    return tl::unexpected<HttpError>({HttpFailure::too_large, "the answer is too large"});
  return answer;
}

}  // namespace dondoc::test
