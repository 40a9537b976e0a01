#include "app/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <limits>
#include <sstream>
#include <utility>
#include <vector>

#include "bots/zalo_oa/window.h"

namespace dondoc {
namespace {

using prometheus::ClientMetric;
using prometheus::MetricFamily;
using prometheus::MetricType;

/// A metric with its values, one for each set of labels.
class Family {
 public:
  Family(const char* name, MetricType type, const char* help) : family_{name, help, type, {}} {}

  Family& add(double value, std::vector<ClientMetric::Label> labels = {}) {
    ClientMetric metric;
    metric.label = std::move(labels);
    (family_.type == MetricType::Counter ? metric.counter.value : metric.gauge.value) = value;
    family_.metric.push_back(std::move(metric));
    return *this;
  }
  Family& add(const Lateness& lateness, std::vector<ClientMetric::Label> labels) {
    ClientMetric metric;
    metric.label = std::move(labels);
    metric.histogram.sample_count = lateness.count();
    metric.histogram.sample_sum = lateness.sum_s();
    for (std::size_t i = 0; i < Lateness::k_bounds.size(); ++i)
      metric.histogram.bucket.push_back({lateness.up_to()[i], Lateness::k_bounds[i]});
    family_.metric.push_back(std::move(metric));
    return *this;
  }
  MetricFamily take() { return std::move(family_); }

 private:
  MetricFamily family_;
};

using Families = std::vector<MetricFamily>;

double number(std::size_t count) { return static_cast<double>(count); }
double seconds(Elapsed span) { return static_cast<double>(span.ms) / 1'000; }

void add_sends(const Measured& measured, Families& all) {
  Family sent("dondoc_messages_sent_total", MetricType::Counter, "Messages delivered");
  Family failed("dondoc_messages_failed_total", MetricType::Counter,
                "Attempts to send that were not delivered, by what came of them");
  Family lateness("dondoc_message_lateness_seconds", MetricType::Histogram,
                  "From the moment a message was due to its delivery");
  for (const auto& [channel, counts] : measured.sends) {
    for (const SendClass result : k_send_classes) {
      const auto value = static_cast<double>(counts.of(result));
      if (result == SendClass::delivered) {
        sent.add(value, {{"channel", channel}});
      } else {
        failed.add(value, {{"channel", channel}, {"class", std::string(name_of(result))}});
      }
    }
    lateness.add(counts.lateness, {{"channel", channel}});
  }
  all.push_back(sent.take());
  all.push_back(failed.take());
  all.push_back(lateness.take());
}

void add_standings(const Measured& measured, Families& all) {
  Family stopped("dondoc_channel_stopped", MetricType::Gauge,
                 "1: the platform refuses the token, nothing is sent");
  Family breaker("dondoc_channel_breaker_open", MetricType::Gauge,
                 "1: several failures in a row, one message is tried now and then");
  Family paused("dondoc_channel_paused_seconds", MetricType::Gauge,
                "How long nothing is sent from now on; 0: not paused");
  Family under_way("dondoc_channel_messages_under_way", MetricType::Gauge,
                   "Messages the platform has not answered for yet");
  for (const auto& [channel, standing] : measured.sending) {
    const std::vector<ClientMetric::Label> labels{{"channel", channel}};
    stopped.add(standing.is_stopped ? 1 : 0, labels);
    breaker.add(standing.breaker_open ? 1 : 0, labels);
    paused.add(
        standing.paused_until > measured.now ? seconds(standing.paused_until - measured.now) : 0,
        labels);
    under_way.add(number(standing.under_way), labels);
  }
  for (Family* family : {&stopped, &breaker, &paused, &under_way}) all.push_back(family->take());
}

void add_receiving(const Measured& measured, Families& all) {
  Family receiving("dondoc_channel_receiving", MetricType::Gauge,
                   "1: updates come in; 0: token refused, another poller, or no answer");
  Family last("dondoc_channel_last_inbound_timestamp_seconds", MetricType::Gauge,
              "When a person last wrote or pressed, as the platform says; absent: not since the "
              "start");
  Family received("dondoc_updates_received_total", MetricType::Counter,
                  "Messages, presses and receipts that came in");
  Family refused("dondoc_webhook_calls_refused_total", MetricType::Counter,
                 "Webhook calls with a wrong secret, form or size");
  Family alarms("dondoc_channel_alarms", MetricType::Gauge,
                "What the administrator must know at present; the log and channel check say it");
  for (const auto& [channel, standing] : measured.receiving) {
    const std::vector<ClientMetric::Label> labels{{"channel", channel}};
    receiving.add(standing.state == PollState::taken ? 1 : 0, labels);
    if (standing.last_inbound)
      last.add(static_cast<double>(standing.last_inbound->ms) / 1'000, labels);
    received.add(number(standing.received), labels);
    refused.add(number(standing.refused_calls), labels);
    alarms.add(number(standing.alarms), labels);
  }
  for (Family* family : {&receiving, &last, &received, &refused, &alarms}) all.push_back(family->take());
}

void add_accounts(const Measured& measured, Families& all) {
  const ZaloOaAccounts& accounts = measured.zalo_oa_accounts;
  all.push_back(Family("dondoc_zalo_oa_accounts", MetricType::Gauge,
                       "Bound accounts of the Official Account by what may be sent to them: free "
                       "(48 hours), billed (7 days), closed (templates only), unreachable")
                    .add(number(accounts.free), {{"window", "free"}})
                    .add(number(accounts.billed), {{"window", "billed"}})
                    .add(number(accounts.closed), {{"window", "closed"}})
                    .add(number(accounts.unreachable), {{"window", "unreachable"}})
                    .take());
}

void add_webhooks(const Measured& measured, Families& all) {
  if (measured.webhooks.empty()) return;
  Family failing("dondoc_webhook_failing", MetricType::Gauge,
                 "1: the last message was not taken, it is tried again");
  Family paused("dondoc_webhook_paused", MetricType::Gauge,
                "1: given up after days; dondoc admin webhook resume");
  Family behind("dondoc_webhook_behind_events", MetricType::Gauge,
                "Events of the log it was not told of yet");
  for (const auto& [id, standing] : measured.webhooks) {
    const std::vector<ClientMetric::Label> labels{{"webhook", id}};
    failing.add(standing.failing ? 1 : 0, labels);
    paused.add(standing.paused ? 1 : 0, labels);
    behind.add(static_cast<double>(standing.behind), labels);
  }
  for (Family* family : {&failing, &paused, &behind}) all.push_back(family->take());
}

void add_backlog(const Measured& measured, Families& all) {
  all.push_back(Family("dondoc_store_answers", MetricType::Gauge,
                       "0: the store cannot be read; what waits is then not known")
                    .add(measured.backlog ? 1 : 0)
                    .take());
  if (!measured.backlog) return;
  const Backlog& backlog = *measured.backlog;
  const double oldest = backlog.oldest_due ? seconds(measured.now - *backlog.oldest_due) : 0;
  all.push_back(Family("dondoc_outbox_messages", MetricType::Gauge,
                       "Messages neither sent nor given up, those of later too")
                    .add(number(backlog.messages))
                    .take());
  all.push_back(
      Family("dondoc_outbox_due_messages", MetricType::Gauge,
             "Messages whose time has come and that are not sent, among the 10,000 oldest")
          .add(number(backlog.messages_due))
          .take());
  all.push_back(Family("dondoc_outbox_oldest_due_seconds", MetricType::Gauge,
                       "How long the oldest of them waits")
                    .add(oldest)
                    .take());
  all.push_back(Family("dondoc_steps_due", MetricType::Gauge,
                       "Reminders and escalations whose time has come and that are not taken yet")
                    .add(number(backlog.steps_due))
                    .take());
}

/// What the office is measured by: the bounds of the buckets in which half of the messages, and 99
/// of 100, had left; how many of a million may have come twice; reminders nobody can account for.
void add_service_levels(const Measured& measured, Families& all) {
  const SendCounts sum = sum_of(measured.sends);
  Family lateness("dondoc_slo_lateness_seconds", MetricType::Gauge,
                  "Within how long this share of the messages left, by the bounds of the histogram");
  for (const auto& [share, label] : {std::pair{0.5, "0.5"}, std::pair{0.99, "0.99"}}) {
    bool beyond = false;
    const auto bound = late_within(sum, share, beyond);
    if (!bound) continue;
    const double value = beyond ? std::numeric_limits<double>::infinity() : *bound;
    lateness.add(value, {{"quantile", label}});
  }
  all.push_back(lateness.take());
  if (const auto doubled = possible_duplicates_per_million(sum))
    all.push_back(Family("dondoc_slo_possible_duplicates_per_million", MetricType::Gauge,
                         "Messages whose outcome was unknown, so that they may have come twice")
                      .add(*doubled)
                      .take());
  if (!measured.audit) return;
  all.push_back(Family("dondoc_slo_steps_unaccounted", MetricType::Gauge,
                       "Reminders that are lost or were passed over; anything but 0 is a fault")
                    .add(number(measured.audit->steps_unaccounted))
                    .take());
}

void add_audit(const Measured& measured, Families& all) {
  if (!measured.audit) return;
  const AuditStanding& audit = *measured.audit;
  const auto add = [&](const char* name, const char* help, double value) {
    all.push_back(Family(name, MetricType::Gauge, help).add(value).take());
  };
  add("dondoc_self_audit_timestamp_seconds", "When the office was last examined",
      static_cast<double>(audit.at.ms) / 1'000);
  add("dondoc_self_audit_passes", "1: examined, and no fault", audit.passes() ? 1 : 0);
  add("dondoc_self_audit_faults", "Promises of the program that are broken; dondoc doctor",
      number(audit.faults));
  add("dondoc_self_audit_notes", "What somebody should look at; dondoc doctor",
      number(audit.notes));
  if (audit.alive_taken)
    add("dondoc_self_audit_alive_taken", "1: the dead man's switch took the last call",
        *audit.alive_taken ? 1 : 0);
}

void add_duties(const Measured& measured, Families& all) {
  if (measured.duties.empty()) return;
  Family family("dondoc_duty", MetricType::Gauge, "1: of several nodes, this one does it");
  for (const auto& [duty, is_ours] : measured.duties)
    family.add(is_ours ? 1 : 0, {{"duty", duty}});
  all.push_back(family.take());
}

}  // namespace

ZaloOaAccounts count_zalo_oa_accounts(const Directory& directory, Instant now) {
  ZaloOaAccounts accounts;
  for (const auto& [id, person] : directory.persons()) {
    if (!person.active) continue;
    for (const Address& address : person.addresses) {
      if (address.channel != "zalo_oa") continue;
      const auto window = zalo_oa::window_at(address.heard, now);
      if (!address.reachable) {
        ++accounts.unreachable;
      } else if (window == zalo_oa::Window::free) {
        ++accounts.free;
      } else {
        ++(window == zalo_oa::Window::billed ? accounts.billed : accounts.closed);
      }
    }
  }
  return accounts;
}

std::string metrics_text(const Measured& measured) {
  Families all;
  add_sends(measured, all);
  add_standings(measured, all);
  add_receiving(measured, all);
  add_accounts(measured, all);
  add_webhooks(measured, all);
  add_backlog(measured, all);
  add_service_levels(measured, all);
  add_audit(measured, all);
  add_duties(measured, all);
  std::ostringstream text;
  prometheus::TextSerializer().Serialize(text, all);
  return text.str();
}

}  // namespace dondoc
