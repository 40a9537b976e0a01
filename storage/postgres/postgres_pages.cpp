#include <pqxx/pqxx>

#include "storage/postgres/postgres.h"
#include "storage/postgres/postgres_error.h"
#include "storage/postgres/session.h"
#include "storage/postgres/values.h"

namespace dondoc {
namespace {

using postgres::Manner;
using postgres::text_in;
using postgres::written;
using Transaction = pqxx::transaction_base;

class PostgresPages final : public PageStore {
 public:
  explicit PostgresPages(const std::string& address) : session_(address) {}

  Result<void> save_session(const PageSession& session) override {
    return change(
        "INSERT INTO page_sessions (hash, person, administrator, since, last_seen) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (hash) DO UPDATE SET person = excluded.person, "
        "administrator = excluded.administrator, since = excluded.since, "
        "last_seen = excluded.last_seen",
        written(session.hash), written(session.person), session.administrator, session.since.ms,
        session.last_seen.ms);
  }

  Result<std::optional<PageSession>> find_session(std::string_view hash) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<PageSession> {
      const pqxx::result rows = transaction.exec_params(
          "SELECT hash, person, administrator, since, last_seen FROM page_sessions WHERE hash = $1",
          written(hash));
      if (rows.empty()) return std::nullopt;
      const pqxx::row row = rows[0];
      return PageSession{text_in(row, 0), text_in(row, 1), postgres::truth_in(row, 2),
                         postgres::instant_in(row, 3), postgres::instant_in(row, 4)};
    });
  }

  Result<void> end_session(std::string_view hash) override {
    return change("DELETE FROM page_sessions WHERE hash = $1", written(hash));
  }

  Result<void> end_sessions_of(std::string_view person) override {
    return change("DELETE FROM page_sessions WHERE $1 = '' OR person = $1", written(person));
  }

  Result<void> forget_sessions(Instant idle, Instant began) override {
    return change("DELETE FROM page_sessions WHERE last_seen < $1 OR since < $2", idle.ms,
                  began.ms);
  }

  Result<bool> use_link(std::string_view hash, Instant made, Instant forget) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      require_links(transaction);
      transaction.exec_params0("DELETE FROM page_links WHERE made < $1", forget.ms);
      return transaction
                 .exec_params(
                     "INSERT INTO page_links (hash, made) VALUES ($1, $2) ON CONFLICT DO NOTHING",
                     written(hash), made.ms)
                 .affected_rows() == 1;
    });
  }

  Result<void> save_password(std::string_view person, const std::string& hash) override {
    return change(
        "INSERT INTO page_passwords (person, hash) VALUES ($1, $2) "
        "ON CONFLICT (person) DO UPDATE SET hash = excluded.hash",
        written(person), written(hash));
  }

  Result<std::optional<std::string>> find_password(std::string_view person) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<std::string> {
      const pqxx::result rows = transaction.exec_params(
          "SELECT hash FROM page_passwords WHERE person = $1", written(person));
      if (rows.empty()) return std::nullopt;
      return text_in(rows[0], 0);
    });
  }

  Result<void> note_read(const PageRead& read) override {
    return change("INSERT INTO page_reads (at, person, unit, page) VALUES ($1, $2, $3, $4)",
                  read.at.ms, written(read.person), written(read.unit), written(read.page));
  }

  Result<std::vector<PageRead>> reads(std::string_view unit, std::size_t limit) override {
    return session_.run(Manner::look, [&](Transaction& transaction) {
      std::vector<PageRead> found;
      for (const pqxx::row& row :
           transaction.exec_params("SELECT at, person, unit, page FROM page_reads "
                                   "WHERE $1 = '' OR unit = $1 ORDER BY id DESC LIMIT $2",
                                   written(unit), postgres::row_limit(limit)))
        found.push_back(
            {postgres::instant_in(row, 0), text_in(row, 1), text_in(row, 2), text_in(row, 3)});
      return found;
    });
  }

 private:
  /// A program may be a step ahead of the schema (oldest_version).
  static void require_links(Transaction& transaction) {
    const pqxx::row found = transaction.exec1("SELECT to_regclass('dondoc.page_links') IS NULL");
    if (postgres::truth_in(found, 0))
      postgres::throw_permanent(
          "sign-in links need a newer schema; as its owner run: dondoc migrate");
  }

  /// One change, durable when it returns.
  template <class... Values>
  Result<void> change(const char* sql, const Values&... values) {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(sql, values...);
    });
  }

  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<PageStore>> open_postgres_pages(const std::string& address) {
  return std::make_unique<PostgresPages>(address);
}

}  // namespace dondoc
