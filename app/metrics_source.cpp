#include "app/metrics_source.h"

#include <chrono>
#include <utility>

namespace dondoc {
namespace {

std::int64_t steady_ms() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

MetricsSource::MetricsSource(Runtime& runtime, const Receiving& receiving,
                             std::unique_ptr<Reader> reader, Elapsed fresh)
    : runtime_(runtime), receiving_(receiving), fresh_(fresh), reader_(std::move(reader)) {}

std::string MetricsSource::text() {
  std::lock_guard lock(mutex_);
  const std::int64_t now = steady_ms();
  if (!measured_at_ms_ || now - *measured_at_ms_ >= fresh_.ms) {
    text_ = metrics_text(measure());
    measured_at_ms_ = now;
  }
  return text_;
}

Measured MetricsSource::measure() {
  Measured measured;
  measured.now = runtime_.now();
  runtime_.inspect([&](const Engine& engine, const Delivery& delivery) {
    measured.sends = delivery.counts();
    measured.sending = delivery.standings(measured.now);
    measured.zalo_oa_accounts = count_zalo_oa_accounts(engine.office().directory, measured.now);
  });
  measured.receiving = receiving_.standings();
  if (auto backlog = reader_->backlog(measured.now)) measured.backlog = *backlog;
  measure_webhooks(measured);
  if (audit_ != nullptr) measured.audit = audit_->standing();
  if (duties_ != nullptr) {
    for (const std::string_view duty : k_duties)
      measured.duties[std::string(duty)] = duties_->holds(duty).has_value();
  }
  return measured;
}

void MetricsSource::measure_webhooks(Measured& measured) {
  if (webhooks_ == nullptr) return;
  const auto all = webhooks_->all();
  const auto last = reader_->last_seq();
  if (!all || !last) return;
  for (const Webhook& webhook : *all)
    measured.webhooks[webhook.id] = {webhook.failing_since.has_value(), webhook.paused,
                                     *last - webhook.cursor};
}

}  // namespace dondoc
