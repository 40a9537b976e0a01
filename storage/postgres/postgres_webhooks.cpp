#include <fmt/format.h>

#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using postgres::text_in;
using postgres::written;
using Transaction = pqxx::transaction_base;

constexpr const char* k_columns =
    "id, url, kinds, unit, private_allowed, made, cursor, failures, failing_since, next_attempt, "
    "fault, paused";

Webhook webhook_in(const pqxx::row& row) {
  Webhook webhook;
  webhook.id = text_in(row, 0);
  webhook.url = text_in(row, 1);
  webhook.kinds = text_in(row, 2);
  webhook.unit = text_in(row, 3);
  webhook.private_allowed = postgres::truth_in(row, 4);
  webhook.made = postgres::instant_in(row, 5);
  webhook.cursor = postgres::number_in(row, 6);
  webhook.failures = static_cast<int>(postgres::number_in(row, 7));
  webhook.failing_since = postgres::optional_instant_in(row, 8);
  webhook.next_attempt = postgres::instant_in(row, 9);
  webhook.fault = text_in(row, 10);
  webhook.paused = postgres::truth_in(row, 11);
  return webhook;
}

class PostgresWebhooks final : public WebhookStore {
 public:
  explicit PostgresWebhooks(const std::string& address) : session_(address) {}

  Result<void> add(const Webhook& webhook) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(
          fmt::format("INSERT INTO webhooks ({}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, "
                      "NULLIF($9, '')::bigint, $10, $11, $12)",
                      k_columns),
          written(webhook.id), written(webhook.url), written(webhook.kinds), written(webhook.unit),
          webhook.private_allowed, webhook.made.ms, webhook.cursor, webhook.failures,
          postgres::number_or_nothing(webhook.failing_since), webhook.next_attempt.ms,
          written(webhook.fault), webhook.paused);
    });
  }

  Result<std::vector<Webhook>> all() override {
    return session_.run(Manner::look, [](Transaction& transaction) {
      std::vector<Webhook> found;
      for (const pqxx::row& row :
           transaction.exec(fmt::format("SELECT {} FROM webhooks ORDER BY id", k_columns)))
        found.push_back(webhook_in(row));
      return found;
    });
  }

  Result<void> note_progress(const Webhook& webhook) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(
          "UPDATE webhooks SET cursor = greatest(cursor, $2), failures = $3, "
          "failing_since = NULLIF($4, '')::bigint, next_attempt = $5, fault = $6, paused = $7 "
          "WHERE id = $1",
          written(webhook.id), webhook.cursor, webhook.failures,
          postgres::number_or_nothing(webhook.failing_since), webhook.next_attempt.ms,
          written(webhook.fault), webhook.paused);
    });
  }

  Result<bool> remove(std::string_view id) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      return transaction.exec_params("DELETE FROM webhooks WHERE id = $1", written(id))
                 .affected_rows() == 1;
    });
  }

 private:
  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<WebhookStore>> open_postgres_webhooks(const std::string& address) {
  return std::make_unique<PostgresWebhooks>(address);
}

}  // namespace dondoc
