#include "app/metrics.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

const Instant k_now = parse_instant("2026-01-05T08:00:00", Zone::viet_nam()).value();

bool has_line(const std::string& text, const std::string& line) {
  return ("\n" + text).find("\n" + line + "\n") != std::string::npos;
}

/// One channel with a little of everything.
Measured some() {
  Measured measured;
  measured.now = k_now;
  SendCounts& counts = measured.sends["telegram"];
  counts.add(SendClass::delivered);
  counts.add(SendClass::delivered);
  counts.add(SendClass::recipient_gone);
  counts.lateness.add(Elapsed{900});
  counts.lateness.add(Elapsed::minutes(10));
  ChannelStanding& sending = measured.sending["telegram"];
  sending.breaker_open = true;
  sending.paused_until = k_now + Elapsed::seconds(90);
  sending.under_way = 2;
  sending.last_trouble = "403 Forbidden: user 778899 blocked";
  ReceivingStanding& receiving = measured.receiving["telegram"];
  receiving.state = PollState::conflict;
  receiving.last_inbound = k_now - Elapsed::seconds(60);
  receiving.received = 17;
  receiving.refused_calls = 4;
  receiving.detail = "409 Conflict: terminated by other getUpdates request";
  measured.zalo_oa_accounts = {3, 2, 1, 4};
  measured.backlog = Backlog{7, 5, k_now - Elapsed::minutes(2), 6};
  return measured;
}

}  // namespace

TEST_CASE("metrics are shown in the text format, each with its help and type", "[metrics]") {
  const std::string text = metrics_text(some());
  for (const char* line :
       {"# TYPE dondoc_messages_sent_total counter",
        "dondoc_messages_sent_total{channel=\"telegram\"} 2",
        "dondoc_messages_failed_total{channel=\"telegram\",class=\"recipient_gone\"} 1",
        "dondoc_messages_failed_total{channel=\"telegram\",class=\"auth_dead\"} 0",
        "# TYPE dondoc_message_lateness_seconds histogram",
        "dondoc_message_lateness_seconds_count{channel=\"telegram\"} 2",
        "dondoc_message_lateness_seconds_sum{channel=\"telegram\"} 600.9",
        "dondoc_message_lateness_seconds_bucket{channel=\"telegram\",le=\"1\"} 1",
        "dondoc_message_lateness_seconds_bucket{channel=\"telegram\",le=\"300\"} 1",
        "dondoc_message_lateness_seconds_bucket{channel=\"telegram\",le=\"900\"} 2",
        "dondoc_message_lateness_seconds_bucket{channel=\"telegram\",le=\"+Inf\"} 2",
        "dondoc_channel_stopped{channel=\"telegram\"} 0",
        "dondoc_channel_breaker_open{channel=\"telegram\"} 1",
        "dondoc_channel_paused_seconds{channel=\"telegram\"} 90",
        "dondoc_channel_messages_under_way{channel=\"telegram\"} 2",
        "dondoc_channel_receiving{channel=\"telegram\"} 0",
        "dondoc_channel_last_inbound_timestamp_seconds{channel=\"telegram\"} 1767574740",
        "dondoc_updates_received_total{channel=\"telegram\"} 17",
        "dondoc_webhook_calls_refused_total{channel=\"telegram\"} 4",
        "dondoc_zalo_oa_accounts{window=\"free\"} 3",
        "dondoc_zalo_oa_accounts{window=\"billed\"} 2",
        "dondoc_zalo_oa_accounts{window=\"closed\"} 1",
        "dondoc_zalo_oa_accounts{window=\"unreachable\"} 4",
        "dondoc_store_answers 1",
        "dondoc_outbox_messages 7",
        "dondoc_outbox_due_messages 5",
        "dondoc_outbox_oldest_due_seconds 120",
        "dondoc_steps_due 6"}) {
    INFO(line << "\n\n" << text);
    CHECK(has_line(text, line));
  }
}

TEST_CASE("words of a platform are no metric", "[metrics]") {
  const std::string text = metrics_text(some());
  CHECK(text.find("778899") == std::string::npos);
  CHECK(text.find("Conflict") == std::string::npos);
}

TEST_CASE("a store that does not answer is said, and the rest is shown", "[metrics]") {
  Measured measured = some();
  measured.backlog.reset();
  const std::string text = metrics_text(measured);
  CHECK(has_line(text, "dondoc_store_answers 0"));
  CHECK(text.find("dondoc_outbox_messages") == std::string::npos);
  CHECK(has_line(text, "dondoc_messages_sent_total{channel=\"telegram\"} 2"));
}

TEST_CASE("accounts of the Official Account are counted by their window", "[metrics]") {
  Directory directory;
  const auto put = [&](const std::string& id, const std::string& channel, bool reachable,
                       std::optional<Elapsed> silent, bool active = true) {
    Person person;
    person.id = id;
    person.active = active;
    Address address{channel, id, reachable};
    if (silent) address.heard = k_now - *silent;
    person.addresses = {address};
    directory.put(person);
  };
  put("a", "zalo_oa", true, Elapsed::hours(1));
  put("b", "zalo_oa", true, Elapsed::hours(48));
  put("c", "zalo_oa", true, Elapsed::hours(49));
  put("d", "zalo_oa", true, Elapsed::hours(8 * 24));
  put("e", "zalo_oa", true, std::nullopt);
  put("f", "zalo_oa", false, Elapsed::hours(1));
  put("g", "telegram", true, Elapsed::hours(1));
  put("h", "zalo_oa", true, Elapsed::hours(1), false);
  const ZaloOaAccounts accounts = count_zalo_oa_accounts(directory, k_now);
  CHECK(accounts.free == 2);
  CHECK(accounts.billed == 1);
  CHECK(accounts.closed == 2);
  CHECK(accounts.unreachable == 1);
}

TEST_CASE("lateness is counted at or below each bound, and early is not late", "[metrics]") {
  Lateness lateness;
  lateness.add(Elapsed{-5'000});
  lateness.add(Elapsed::seconds(5));
  lateness.add(Elapsed::hours(1'000));
  CHECK(lateness.up_to()[0] == 1);
  CHECK(lateness.up_to()[1] == 2);
  CHECK(lateness.up_to()[Lateness::k_bounds.size() - 1] == 2);
  CHECK(lateness.count() == 3);
  CHECK(lateness.sum_s() == Approx(3'600'005));
}
