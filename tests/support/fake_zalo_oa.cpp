#include "tests/support/fake_zalo_oa.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "bots/zalo_oa/digest.h"
#include "tests/support/request_address.h"

namespace dondoc::test {
namespace {

using nlohmann::json;

/// The JSON object in `data` of a GET.
json arguments_of(const std::string& url) {
  const auto fields = form_of(query_of(url));
  const auto data = fields.find("data");
  return data == fields.end() ? json::object() : json::parse(data->second, nullptr, false);
}

}  // namespace

HttpAnswer zalo_error(std::int64_t code, const std::string& message) {
  HttpAnswer answer;
  answer.status = 200;
  answer.body = json{{"error", code}, {"message", message}}.dump();
  return answer;
}

FakeZaloOa::FakeZaloOa(FakeZaloOaSettings settings)
    : settings_(std::move(settings)), templates_left_(settings_.templates_per_day) {}

tl::expected<HttpAnswer, HttpError> FakeZaloOa::answer(const HttpRequest& request, Instant now) {
  const std::lock_guard lock(mutex_);
  const std::string path = path_of(request.url);
  asked_.push_back(path);
  const auto planned = next_fault(request.url);
  if (!planned) return dispatch(request, path, now);
  const ZaloFault& fault = *planned;
  switch (fault.kind) {
    case ZaloFault::Kind::error:
      return zalo_error(fault.code, "as asked for");
    case ZaloFault::Kind::status: {
      HttpAnswer answer;
      answer.status = static_cast<int>(fault.code);
      answer.body = fault.body;
      return answer;
    }
    case ZaloFault::Kind::not_sent:
      return tl::unexpected<HttpError>({HttpFailure::not_sent, "connection refused"});
    case ZaloFault::Kind::lost_after:
      static_cast<void>(dispatch(request, path, now));
      break;
    case ZaloFault::Kind::lost_before:
      break;
  }
  return tl::unexpected<HttpError>({HttpFailure::no_answer, "timed out"});
}

std::optional<ZaloFault> FakeZaloOa::next_fault(const std::string& url) {
  const auto planned = std::find_if(faults_.begin(), faults_.end(), [&](const Planned& each) {
    return url.find(each.part) != std::string::npos;
  });
  if (planned != faults_.end()) {
    const ZaloFault fault = planned->fault;
    faults_.erase(planned);
    return fault;
  }
  if (fault_percent_ <= 0 || static_cast<int>(chance_() % 100) >= fault_percent_)
    return std::nullopt;
  static const std::array<ZaloFault, 6> k_by_chance = {{
      {ZaloFault::Kind::not_sent, 0, ""},
      {ZaloFault::Kind::lost_before, 0, ""},
      {ZaloFault::Kind::status, 502, "<html>Bad Gateway</html>"},
      {ZaloFault::Kind::error, -32, ""},
      {ZaloFault::Kind::error, -200, ""},
      {ZaloFault::Kind::lost_after, 0, ""},
  }};
  const bool is_exchange = url.find("/v4/oa/access_token") != std::string::npos;
  return k_by_chance[chance_() % (is_exchange ? 3 : k_by_chance.size())];
}

HttpAnswer FakeZaloOa::dispatch(const HttpRequest& request, const std::string& path, Instant now) {
  if (auto file = files_.find(path); file != files_.end()) {
    HttpAnswer answer;
    answer.status = 200;
    answer.body = file->second;
    return answer;
  }
  if (path == "/v4/oa/access_token") return exchange(request, now);
  if (const std::int64_t code = refused_envelope(request, now); code != 0)
    return zalo_error(code, "refused envelope");
  const json arguments = arguments_of(request.url);
  const std::size_t offset = arguments.value("offset", std::size_t{0});
  const std::size_t count = arguments.value("count", std::size_t{5});
  if (path == "/v2.0/oa/getoa") return who_am_i();
  if (path == "/v3.0/oa/message/cs") return consultation(request, now);
  if (path == "/v3.0/oa/message/template") return template_by_user(request, now);
  if (path == "/message/template") return template_by_phone(request, now);
  if (path == "/message/quota") return quota_answer();
  if (path == "/v2.0/oa/upload/file") return upload(request);
  if (path == "/v2.0/oa/listrecentchat") return recent(offset, count);
  if (path == "/v2.0/oa/conversation")
    return history(arguments.value("user_id", std::string()), offset, count);
  HttpAnswer missing;
  missing.status = 404;
  missing.body = "<html>404 page not found</html>";
  return missing;
}

std::int64_t FakeZaloOa::refused_envelope(const HttpRequest& request, Instant now) {
  const std::int64_t minute = now.ms / 60'000;
  if (minute != minute_) {
    minute_ = minute;
    in_minute_ = 0;
  }
  if (++in_minute_ > settings_.calls_per_minute) return -32;
  const bool business = path_of(request.url).starts_with("/message/");
  const std::string token = header_of(request, "access_token");
  if (token.empty() || token != access_) return business ? -124 : -216;
  if (now >= access_expires_) return business ? -124 : -220;
  const std::string proof = header_of(request, "appsecret_proof");
  if (!proof.empty() && proof != zalo_oa::appsecret_proof(token, settings_.app_secret))
    return business ? -1241 : -242;
  return 0;
}

HttpAnswer FakeZaloOa::who_am_i() const {
  HttpAnswer answer;
  answer.status = 200;
  answer.body = json{
      {"error", 0},
      {"message", "Success"},
      {"data",
       {{"oaid", settings_.oa_id},
        {"name", "UBND xã Mẫu"},
        {"is_verified", true},
        {"oa_type",
         4}}}}.dump();
  return answer;
}

void FakeZaloOa::fail_next(const std::string& part, ZaloFault fault, std::size_t times) {
  const std::lock_guard lock(mutex_);
  faults_.insert(faults_.end(), times, Planned{part, std::move(fault)});
}

void FakeZaloOa::fail_by_chance(int percent, std::uint64_t seed) {
  const std::lock_guard lock(mutex_);
  fault_percent_ = percent;
  chance_.seed(seed);
}

void FakeZaloOa::refuse_buttons(bool yes) {
  const std::lock_guard lock(mutex_);
  buttons_refused_ = yes;
}

void FakeZaloOa::want_nested_recipient(bool yes) {
  const std::lock_guard lock(mutex_);
  nested_recipient_ = yes;
}

std::size_t FakeZaloOa::calls(const std::string& part) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(asked_.begin(), asked_.end(),
                    [&](const std::string& path) { return path.find(part) != std::string::npos; }));
}

std::string FakeZaloOa::next_id(std::string_view prefix) {
  return std::string(prefix) + std::to_string(++newest_);
}

}  // namespace dondoc::test
