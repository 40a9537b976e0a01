#include <memory>
#include <pqxx/pqxx>
#include <utility>

#include "storage/postgres/node.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using Transaction = pqxx::transaction_base;

constexpr const char* k_seen = "UPDATE nodes SET seen = clock_timestamp() WHERE name = $1";

// Rows in the order of their names, so that two nodes never wait for each other. A new holder
// counts the fence up; whoever holds it still keeps the number.
constexpr const char* k_take =
    "INSERT INTO leases AS l (name, holder, until, fence) "
    "SELECT wanted, $2, clock_timestamp() + $3 * interval '1 millisecond', 1 "
    "FROM unnest($1::text[]) AS wanted ORDER BY wanted "
    "ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until, "
    "fence = l.fence + CASE WHEN l.holder = excluded.holder AND l.until > clock_timestamp() "
    "THEN 0 ELSE 1 END "
    "WHERE l.holder = excluded.holder OR l.until <= clock_timestamp() "
    "RETURNING l.name, l.fence";

constexpr const char* k_give_back =
    "UPDATE leases SET until = clock_timestamp() WHERE holder = $1 AND until > clock_timestamp()";

constexpr const char* k_now = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint";

constexpr std::int64_t k_ms = 1'000;

/// Hears of the commits of others.
class Ear final : public pqxx::notification_receiver {
 public:
  Ear(pqxx::connection_base& connection, const std::string& own)
      : pqxx::notification_receiver(connection, "dondoc"), own_(own) {}
  void operator()(const std::string& who, int) override { heard_ = heard_ || who != own_; }
  bool heard() const { return heard_; }
  void forget() { heard_ = false; }

 private:
  const std::string& own_;
  bool heard_ = false;
};

class PostgresLeases final : public LeaseStore {
 public:
  PostgresLeases(const std::string& address, std::string node)
      : address_(postgres::with_defaults(address, postgres::Access::write)),
        name_(std::move(node)),
        session_(address, postgres::Access::write) {
    session_.on_connect(
        [this](Transaction& transaction) { postgres::join_nodes(transaction, name_); });
  }

  Result<Beat> beat(const std::vector<std::string>& wanted, Elapsed span) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(k_seen, name_);
      postgres::Array names;
      for (const std::string& name : wanted) names.add(name);
      Beat beat;
      for (const pqxx::row& row : transaction.exec_params(k_take, names.done(), name_, span.ms))
        beat.held.push_back({postgres::text_in(row, 0), postgres::number_in(row, 1)});
      beat.now = postgres::instant_in(transaction.exec1(k_now), 0);
      return beat;
    });
  }

  Result<void> give_back() override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(k_give_back, name_);
    });
  }

  Result<bool> wait_for_commit(Elapsed longest) override {
    try {
      if (!listening_) listening_ = std::make_unique<Listening>(address_, name_);
      Ear& ear = listening_->ear;
      ear.forget();
      listening_->connection.await_notification(longest.ms / k_ms, (longest.ms % k_ms) * k_ms);
      return ear.heard();
    } catch (const std::exception& thrown) {
      listening_.reset();
      return tl::unexpected<Error>(postgres::error_of(thrown, session_.name()));
    }
  }

 private:
  /// A connection that does nothing else.
  struct Listening {
    Listening(const std::string& address, const std::string& own)
        : connection(address), ear(connection, own) {}
    pqxx::connection connection;
    Ear ear;
  };

  const std::string address_;
  const std::string name_;
  postgres::Session session_;
  std::unique_ptr<Listening> listening_;
};

}  // namespace

Result<std::unique_ptr<LeaseStore>> open_postgres_leases(const std::string& address,
                                                         const std::string& node) {
  return std::make_unique<PostgresLeases>(address, node);
}

}  // namespace dondoc
