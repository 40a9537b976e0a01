// What `dondoc serve` answers over HTTP: is it alive, can it do its work, and, for tests with a
// virtual clock, the clock.
//   GET  /healthz      200 "ok" as long as the process answers
//   GET  /readyz       200 "ready" when the store and the engine answer, otherwise 503
//   GET  /metrics      how it fares, for Prometheus (app/metrics.h)
//   POST /webhook/NAME what a platform tells us; 200 only when it is durable
//   /…                 the pages (web/page_table.h)
//   POST /debug/clock  {"set": ISO} or {"advance_s": N} → {"now", "steps", "sent"}; only with a
//   virtual clock, only from loopback
#pragma once

#include <memory>
#include <string>

#include "app/metrics_source.h"
#include "app/receiving.h"
#include "app/runtime.h"
#include "engine/codec/config_codec.h"
#include "engine/port/reader.h"
#include "web/site.h"

namespace dondoc {

enum class ClockAccess { none, movable };

class ServeHttp {
 public:
  /// `runtime` must run as long as the server does. `reader` is used on the server's threads, one
  /// at a time.
  ServeHttp(Runtime& runtime, std::unique_ptr<Reader> reader, Zone zone, ClockAccess clock);
  /// Stops when still running.
  ~ServeHttp();

  /// Before start: answers the webhooks of the channels. Both must live as long as the server runs.
  void take_webhooks(const ChannelSet& channels, Receiving& receiving);

  /// Before start, after the others: whatever else is asked for is a page's. Must live as long as
  /// the server runs.
  void show_pages(Site& site);

  /// Before start: shows the metrics, which must live as long as the server runs.
  void show_metrics(MetricsSource& metrics);

  /// Binds and starts the threads; the port listened on. Once only.
  /// Errors: permanent, naming address and port, when they cannot be had.
  Result<int> start(const ListenConfig& listen);
  /// Takes no more requests, finishes those under way.
  void stop();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dondoc
