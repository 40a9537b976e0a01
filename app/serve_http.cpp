#include "app/serve_http.h"

#include <httplib.h>

#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "engine/limits.h"
#include "web/body_reading.h"
#include "web/gate.h"
#include "web/listener.h"
#include "web/site_http.h"

namespace dondoc {
namespace {

// A slow caller holds a thread, so there may be many: two hundred callers that send a byte a second
// leave enough for the others. They are started as they are needed: an office that only polls is
// asked for its health now and then, by one caller.
constexpr HttpLimits k_limits = {.threads = 320,
                                 .body_bytes = k_body_bytes,
                                 .requests_per_connection = 100'000,
                                 .idle_seconds = 5,
                                 .read_seconds = 5,
                                 .write_seconds = 5};
/// Longest single move of the clock: ten years.
constexpr std::int64_t k_longest_move_s = 10LL * 366 * 24 * 3600;

constexpr const char* k_text = "text/plain; charset=utf-8";
constexpr const char* k_metrics = "text/plain; version=0.0.4; charset=utf-8";
constexpr const char* k_json = "application/json";

void answer(httplib::Response& out, int status, const std::string& text) {
  out.status = status;
  out.set_content(text + "\n", k_text);
}

/// The peer, and the name it asked for: a page in a browser here must not reach the clock by a name
/// of its own.
bool is_from_loopback(const httplib::Request& in) {
  const std::string& peer = in.remote_addr;
  const bool local = peer.starts_with("127.") || peer == "::1" || peer.starts_with("::ffff:127.");
  return local && in.get_header_value_count("Host") == 1 &&
         is_loopback_host(in.get_header_value("Host"));
}

/// Where the clock is to go; none when the body says neither or both.
std::optional<Instant> target_of(const std::string& body, Instant now, const Zone& zone) {
  const auto json = nlohmann::json::parse(body, nullptr, false);
  if (!json.is_object() || json.size() != 1) return std::nullopt;
  if (json.contains("set") && json["set"].is_string()) {
    auto target = parse_instant(json["set"].get<std::string>(), zone);
    return target && *target - now <= Elapsed::seconds(k_longest_move_s) ? target : std::nullopt;
  }
  if (!json.contains("advance_s") || !json["advance_s"].is_number_integer()) return std::nullopt;
  const auto seconds = json["advance_s"].get<std::int64_t>();
  if (seconds < 0 || seconds > k_longest_move_s) return std::nullopt;
  return now + Elapsed::seconds(seconds);
}

}  // namespace

class ServeHttp::Impl {
 public:
  Impl(Runtime& runtime, std::unique_ptr<Reader> reader, Zone zone, ClockAccess clock)
      : runtime_(runtime), reader_(std::move(reader)), zone_(zone), listener_(server_, k_limits) {
    set_answers();
    server_.Get("/healthz",
                [](const httplib::Request&, httplib::Response& out) { answer(out, 200, "ok"); });
    server_.Get("/readyz", [this](const httplib::Request&, httplib::Response& out) { ready(out); });
    if (clock == ClockAccess::movable)
      server_.Post("/debug/clock", [this](const httplib::Request& in, httplib::Response& out,
                                          const httplib::ContentReader& content) {
        move_clock(in, out, content);
      });
  }

  void take_webhooks(const ChannelSet& channels, Receiving& receiving) {
    for (const ConnectedChannel& channel : channels.all())
      server_.Post("/webhook/" + channel.name,
                   [&channel, &receiving](const httplib::Request& in, httplib::Response& out,
                                          const httplib::ContentReader& content) {
                     hear(channel, receiving, in, out, content);
                   });
  }

  void show_metrics(MetricsSource& metrics) {
    server_.Get("/metrics", [&metrics](const httplib::Request&, httplib::Response& out) {
      out.set_content(metrics.text(), k_metrics);
    });
  }

  void show_pages(Site& site) { serve_site(server_, site); }

  Result<int> start(const ListenConfig& listen) {
    refuse_other_methods(server_);
    return listener_.start(listen.host, listen.port, "listen in the configuration");
  }

  void stop() { listener_.stop(); }

 private:
  void set_answers() {
    server_.set_default_headers(
        {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}});
    server_.set_exception_handler(
        [](const httplib::Request&, httplib::Response& out, std::exception_ptr) {
          answer(out, 500, "the program failed to answer");
        });
  }

  static void hear(const ConnectedChannel& channel, Receiving& receiving,
                   const httplib::Request& in, httplib::Response& out,
                   const httplib::ContentReader& content) {
    TextBody body = read_text(in, content, limits::inbound_bytes);
    if (body.fault != BodyFault::none)
      return answer(out, body.fault == BodyFault::too_long ? 413 : 400, "refused");
    WebhookCall call;
    for (const auto& [name, value] : in.headers) call.headers.push_back({name, value});
    call.body = std::move(body.text);
    const int status = receiving.hear_webhook(channel, call);
    answer(out, status, status == 200 ? "ok" : "refused");
  }

  void ready(httplib::Response& out) {
    std::lock_guard lock(reading_);
    auto last = reader_->last_seq();
    if (!last) return answer(out, 503, "the store does not answer: " + last.error().message);
    runtime_.read([](const Engine&) {});  // comes back only when the engine's thread works
    answer(out, 200, "ready");
  }

  void move_clock(const httplib::Request& in, httplib::Response& out,
                  const httplib::ContentReader& content) {
    const TextBody body = read_text(in, content, limits::inbound_bytes);
    if (!is_from_loopback(in)) return answer(out, 403, "only from this machine");
    const auto target = target_of(body.text, runtime_.now(), zone_);
    if (!target)
      return answer(
          out, 400,
          R"(expected {"set": ISO 8601} or {"advance_s": whole seconds}, at most ten years on)");
    auto moved = runtime_.move_clock(*target);
    if (!moved) return answer(out, 503, moved.error().message);
    const nlohmann::ordered_json json{
        {"now", zone_.iso(moved->now)}, {"steps", moved->steps}, {"sent", moved->sent}};
    out.set_content(json.dump() + "\n", k_json);
  }

  Runtime& runtime_;
  std::mutex reading_;
  std::unique_ptr<Reader> reader_;  // guarded by reading_
  const Zone zone_;
  httplib::Server server_;
  Listener listener_;  // last: ends first
};

ServeHttp::ServeHttp(Runtime& runtime, std::unique_ptr<Reader> reader, Zone zone, ClockAccess clock)
    : impl_(std::make_unique<Impl>(runtime, std::move(reader), zone, clock)) {}
ServeHttp::~ServeHttp() = default;
void ServeHttp::take_webhooks(const ChannelSet& channels, Receiving& receiving) {
  impl_->take_webhooks(channels, receiving);
}
void ServeHttp::show_metrics(MetricsSource& metrics) { impl_->show_metrics(metrics); }
void ServeHttp::show_pages(Site& site) { impl_->show_pages(site); }
Result<int> ServeHttp::start(const ListenConfig& listen) { return impl_->start(listen); }
void ServeHttp::stop() { impl_->stop(); }

}  // namespace dondoc
