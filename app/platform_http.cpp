#include "app/platform_http.h"

#include <fmt/format.h>
#include <httplib.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <exception>
#include <list>
#include <mutex>
#include <optional>
#include <utility>

#include "app/exchange_guard.h"
#include "app/http_address.h"

namespace dondoc {
namespace {

using Clock = ExchangeGuard::Clock;

constexpr std::chrono::milliseconds k_chore_every{500};
constexpr std::chrono::milliseconds k_grace{500};

tl::unexpected<HttpError> failed(HttpFailure kind, std::string detail) {
  return tl::unexpected<HttpError>(HttpError{kind, std::move(detail)});
}

/// A client of the library with one connection at most. Used by one thread at a time.
struct Connection {
  /// `at`: numeric address of the host; empty: whatever its name means.
  Connection(const HttpAddress& address, const std::string& certificates, const std::string& at)
      : place(address.place()) {
    if (address.encrypted) {
      client = std::make_unique<httplib::SSLClient>(address.host, address.port);
      client->enable_server_certificate_verification(true);
      if (!certificates.empty()) client->set_ca_cert_path(certificates);
    } else {
      client = std::make_unique<httplib::ClientImpl>(address.host, address.port);
    }
    if (!at.empty()) client->set_hostname_addr_map({{address.host, at}});
    client->set_keep_alive(true);
    client->set_follow_location(false);
    client->set_tcp_nodelay(true);
    client->set_url_encode(false);  // the address is sent as it was given
    client->set_decompress(false);
    client->set_socket_options([this](socket_t socket) { handle.follow(socket); });
  }

  /// For each step of an exchange; the whole is bounded by the guard, which comes first.
  void set_timeout(std::chrono::milliseconds whole) {
    const auto step = whole + k_grace;
    client->set_connection_timeout(step);
    client->set_read_timeout(step);
    client->set_write_timeout(step);
  }

  SocketHandle handle;
  std::string place;
  std::unique_ptr<httplib::ClientImpl> client;
  bool used = false;  ///< has carried an exchange before
  Clock::time_point idle_since;
};

/// What the library was asked, and what came of it.
struct Exchange {
  httplib::Request request;
  httplib::Response response;
  httplib::Error error = httplib::Error::Success;
  std::string body;
  bool too_large = false;
  bool done = false;
};

void write_request(const HttpRequest& from, const HttpAddress& address, httplib::Request& to) {
  to.method = from.method == HttpMethod::get ? "GET" : "POST";
  to.path = address.target;
  for (const HttpHeader& header : from.headers) to.headers.emplace(header.name, header.value);
  if (!to.has_header("User-Agent")) to.set_header("User-Agent", "dondoc");
  if (!to.has_header("Accept")) to.set_header("Accept", "*/*");
  if (!to.has_header("Accept-Encoding")) to.set_header("Accept-Encoding", "identity");
  if (!from.parts.empty()) {
    HttpForm form = form_of(from.parts);
    to.body = std::move(form.body);
    to.set_header("Content-Type", form.content_type);
  } else if (from.method == HttpMethod::post || !from.body.empty()) {
    to.body = from.body;
    if (!from.content_type.empty()) to.set_header("Content-Type", from.content_type);
  }
}

Exchange exchange_on(Connection& connection, const HttpRequest& request,
                     const HttpAddress& address) {
  Exchange exchange;
  write_request(request, address, exchange.request);
  exchange.request.content_receiver = [&](const char* data, std::size_t size, std::uint64_t,
                                          std::uint64_t) {
    exchange.too_large = size > request.answer_bytes - exchange.body.size();
    if (!exchange.too_large) exchange.body.append(data, size);
    return !exchange.too_large;
  };
  connection.used = true;
  try {
    exchange.done = connection.client->send(exchange.request, exchange.response, exchange.error);
  } catch (const std::exception&) {
    exchange.error = httplib::Error::Read;  // an answer that the library could not take apart
  }
  return exchange;
}

/// Whether the library failed before it wrote the first byte of the request.
bool is_before_sending(httplib::Error error) {
  switch (error) {
    case httplib::Error::Connection:
    case httplib::Error::BindIPAddress:
    case httplib::Error::ConnectionTimeout:
    case httplib::Error::SSLConnection:
    case httplib::Error::SSLLoadingCerts:
    case httplib::Error::SSLServerVerification:
      return true;
    default:
      return false;
  }
}

HttpError error_of(const Exchange& exchange, bool ended, std::size_t answer_bytes) {
  if (exchange.too_large)
    return {HttpFailure::too_large,
            fmt::format("the answer is longer than {} bytes", answer_bytes)};
  if (!is_before_sending(exchange.error))
    return {HttpFailure::no_answer, ended ? "no whole answer in time"
                                          : "the connection broke before the whole answer came"};
  if (exchange.error == httplib::Error::SSLServerVerification)
    return {HttpFailure::not_sent, "the server's certificate was not accepted"};
  if (exchange.error == httplib::Error::SSLLoadingCerts)
    return {HttpFailure::not_sent, "the certificates to trust could not be read"};
  if (exchange.error == httplib::Error::SSLConnection)
    return {HttpFailure::not_sent, "no encrypted connection came about"};
  return {HttpFailure::not_sent, ended || exchange.error == httplib::Error::ConnectionTimeout
                                     ? "no connection in time"
                                     : "no connection"};
}

HttpAnswer answer_of(Exchange& exchange) {
  HttpAnswer answer;
  answer.status = exchange.response.status;
  answer.headers.reserve(exchange.response.headers.size());
  for (const auto& [name, value] : exchange.response.headers)
    answer.headers.push_back({name, value});
  answer.body = std::move(exchange.body);
  return answer;
}

/// A GET whose kept connection turned out to be dead: the platform has closed it meanwhile.
bool may_be_repeated(const HttpRequest& request, const Exchange& exchange) {
  return request.method == HttpMethod::get && !exchange.too_large &&
         exchange.response.status == -1 && !is_before_sending(exchange.error);
}

}  // namespace

class PlatformHttp::Pool {
 public:
  explicit Pool(PlatformHttpSettings settings)
      : settings_(std::move(settings)), guard_([this] { close_old(); }, k_chore_every) {}

  tl::expected<HttpAnswer, HttpError> ask(const HttpRequest& request, const HttpAddress& address) {
    const auto deadline = Clock::now() + std::chrono::milliseconds(request.timeout.ms);
    auto connection = take(address);
    if (!connection) {
      auto fresh = connect(address);
      if (!fresh) return tl::unexpected(fresh.error());
      connection = std::move(*fresh);
    }
    const bool was_used = connection->used;
    auto answer = ask_on(*connection, request, address, deadline, was_used);
    if (!answer) {
      auto fresh = connect(address);
      if (!fresh) return tl::unexpected(fresh.error());
      connection = std::move(*fresh);
      answer = ask_on(*connection, request, address, deadline, false);
    }
    if (*answer && connection->client->is_socket_open() != 0) keep(std::move(connection));
    return std::move(*answer);
  }

  std::size_t idle() const {
    const std::lock_guard lock(mutex_);
    return idle_.size();
  }

 private:
  using Outcome = tl::expected<HttpAnswer, HttpError>;

  /// None: nothing came of it, and it may be tried again on a fresh connection.
  std::optional<Outcome> ask_on(Connection& connection, const HttpRequest& request,
                                const HttpAddress& address, Clock::time_point deadline,
                                bool may_be_stale) {
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return failed(HttpFailure::not_sent, "no time left");
    connection.set_timeout(left);
    ExchangeGuard::Watch watch(guard_, connection.handle, deadline);
    Exchange exchange = exchange_on(connection, request, address);
    if (exchange.done) return answer_of(exchange);
    if (may_be_stale && !watch.ended() && may_be_repeated(request, exchange)) return std::nullopt;
    return tl::unexpected(error_of(exchange, watch.ended(), request.answer_bytes));
  }

  tl::expected<std::unique_ptr<Connection>, HttpError> connect(const HttpAddress& address) const {
    std::string at;
    if (settings_.address_of) {
      auto found = settings_.address_of(address.host);
      if (!found) return failed(HttpFailure::not_sent, std::move(found.error()));
      at = std::move(*found);
    }
    return std::make_unique<Connection>(address, settings_.certificates, at);
  }

  /// A connection that waits and is still good, the last used first; null when there is none.
  std::unique_ptr<Connection> take(const HttpAddress& address) {
    const std::string place = address.place();
    std::list<std::unique_ptr<Connection>> stale;  // closed without the lock
    const std::lock_guard lock(mutex_);
    for (auto each = idle_.begin(); each != idle_.end();) {
      auto next = std::next(each);
      if ((*each)->place == place) {
        if ((*each)->handle.is_quiet() && !is_old(**each)) {
          auto found = std::move(*each);
          idle_.erase(each);
          return found;
        }
        stale.splice(stale.end(), idle_, each);
      }
      each = next;
    }
    return nullptr;
  }

  void keep(std::unique_ptr<Connection> connection) {
    std::list<std::unique_ptr<Connection>> surplus;  // closed without the lock
    connection->idle_since = Clock::now();
    const std::lock_guard lock(mutex_);
    idle_.push_front(std::move(connection));
    if (idle_.size() > settings_.idle_connections)
      surplus.splice(surplus.end(), idle_, std::prev(idle_.end()));
  }

  void close_old() {
    std::list<std::unique_ptr<Connection>> old;  // closed without the lock
    const std::lock_guard lock(mutex_);
    while (!idle_.empty() && is_old(*idle_.back()))
      old.splice(old.end(), idle_, std::prev(idle_.end()));
  }

  bool is_old(const Connection& connection) const {
    return Clock::now() - connection.idle_since > std::chrono::milliseconds(settings_.idle.ms);
  }

  const PlatformHttpSettings settings_;
  mutable std::mutex mutex_;
  std::list<std::unique_ptr<Connection>> idle_;  ///< protected by mutex_; the last used first
  ExchangeGuard guard_;                          ///< last: its thread uses the others
};

PlatformHttp::PlatformHttp(PlatformHttpSettings settings)
    : pool_(std::make_unique<Pool>(std::move(settings))) {
  std::signal(SIGPIPE, SIG_IGN);
}

PlatformHttp::~PlatformHttp() = default;

tl::expected<HttpAnswer, HttpError> PlatformHttp::ask(const HttpRequest& request) {
  const auto address = parse_http_address(request.url);
  if (!address) return failed(HttpFailure::not_sent, "not an address of http or https");
  if (std::string fault = fault_of_headers(request); !fault.empty())
    return failed(HttpFailure::not_sent, std::move(fault));
  if (request.timeout.ms <= 0) return failed(HttpFailure::not_sent, "no time left");
  return pool_->ask(request, *address);
}

std::size_t PlatformHttp::idle_connections() const { return pool_->idle(); }

}  // namespace dondoc
