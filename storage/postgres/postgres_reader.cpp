#include <fmt/format.h>

#include <pqxx/pqxx>
#include <utility>

#include "storage/postgres/migrations.h"
#include "storage/postgres/postgres.h"
#include "storage/postgres/values.h"
#include "storage/postgres/walk.h"

namespace dondoc {
namespace {

using postgres::Manner;
using postgres::written;
using Transaction = pqxx::transaction_base;

constexpr const char* k_backlog =
    "SELECT (SELECT count(*) FROM outbox WHERE standing = 0), due.messages, due.oldest, "
    "(SELECT count(*) FROM cases WHERE next_step <= $1) FROM "
    "(SELECT count(*) AS messages, min(not_before) AS oldest FROM "
    "(SELECT not_before FROM outbox WHERE standing = 0 ORDER BY id LIMIT $2) AS waiting "
    "WHERE not_before <= $1) AS due";

/// A condition for each part of the filter that is given.
class Conditions {
 public:
  void add(const char* column, const std::string& value) {
    if (value.empty()) return;
    parameters_.push_back(written(value));
    text_ += fmt::format(" AND {} = ${}", column, parameters_.size());
  }
  const std::string& text() const { return text_; }
  const std::vector<std::string>& parameters() const { return parameters_; }

 private:
  std::string text_;
  std::vector<std::string> parameters_;
};

class PostgresReader final : public Reader {
 public:
  explicit PostgresReader(const std::string& address) : session_(address, postgres::Access::read) {}

  Result<void> open() { return postgres::require_known(session_); }

  Result<void> each_case(const CaseFilter& filter,
                         const std::function<void(const CaseRow&)>& visit) override {
    Conditions wanted;
    wanted.add("plan", filter.plan);
    wanted.add("obligation", filter.obligation);
    wanted.add("unit", filter.unit);
    wanted.add("period", filter.period);
    return walk(
        fmt::format("SELECT {} FROM cases WHERE {}{} ORDER BY plan, obligation, unit, period",
                    postgres::k_case_columns, filter.open_only ? "open" : "true", wanted.text()),
        wanted.parameters(), [&](const pqxx::row& row) { visit(postgres::case_in(row)); });
  }

  Result<std::optional<CaseRow>> find_case(std::string_view code) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<CaseRow> {
      const pqxx::result rows = transaction.exec_params(
          fmt::format("SELECT {} FROM cases WHERE code = $1", postgres::k_case_columns),
          written(code));
      if (rows.empty()) return std::nullopt;
      return postgres::case_in(rows[0]);
    });
  }

  Result<void> each_document(const std::function<void(const DocumentRow&)>& visit) override {
    return walk("SELECT kind, key, body FROM documents ORDER BY kind, key", {},
                [&](const pqxx::row& row) { visit(postgres::document_in(row)); });
  }

  Result<void> each_log(std::int64_t after_seq, std::string_view subject,
                        const std::function<void(const LogRow&)>& visit) override {
    std::vector<std::string> parameters = {std::to_string(after_seq)};
    if (!subject.empty()) parameters.push_back(written(subject));
    return walk(fmt::format("SELECT {} FROM log WHERE seq > $1 {} ORDER BY seq",
                            postgres::k_log_columns, subject.empty() ? "" : "AND subject = $2"),
                parameters, [&](const pqxx::row& row) { visit(postgres::log_in(row)); });
  }

  Result<std::vector<LogRow>> log_before(std::int64_t before_seq, std::size_t limit) override {
    return session_.run(Manner::look, [&](Transaction& transaction) {
      std::vector<LogRow> found;
      for (const pqxx::row& row : transaction.exec_params(
               fmt::format("SELECT {} FROM log WHERE seq < $1 ORDER BY seq DESC LIMIT $2",
                           postgres::k_log_columns),
               before_seq, postgres::row_limit(limit)))
        found.push_back(postgres::log_in(row));
      return found;
    });
  }

  Result<std::vector<OutboxRecord>> outbox(std::string_view code, std::string_view person,
                                           std::int64_t after_id, std::size_t limit) override {
    Conditions wanted;
    wanted.add("code", std::string(code));
    wanted.add("person", std::string(person));
    return session_.run(Manner::look, [&](Transaction& transaction) {
      std::vector<OutboxRecord> found;
      for (const pqxx::row& row : transaction.exec_params(
               fmt::format("SELECT {} FROM outbox WHERE id > {}{} ORDER BY id LIMIT {}",
                           postgres::k_record_columns, after_id, wanted.text(),
                           postgres::row_limit(limit)),
               pqxx::prepare::make_dynamic_params(wanted.parameters().begin(),
                                                  wanted.parameters().end())))
        found.push_back(postgres::record_in(row));
      return found;
    });
  }

  Result<std::int64_t> last_seq() override {
    return session_.run(Manner::look, [](Transaction& transaction) {
      return postgres::number_in(transaction.exec1("SELECT seq FROM log_head"), 0);
    });
  }

  Result<Backlog> backlog(Instant now) override {
    return session_.run(Manner::look, [&](Transaction& transaction) {
      const pqxx::row counts =
          transaction.exec_params1(k_backlog, now.ms, postgres::row_limit(k_backlog_looked_at));
      Backlog backlog;
      backlog.messages = static_cast<std::size_t>(postgres::number_in(counts, 0));
      backlog.messages_due = static_cast<std::size_t>(postgres::number_in(counts, 1));
      backlog.oldest_due = postgres::optional_instant_in(counts, 2);
      backlog.steps_due = static_cast<std::size_t>(postgres::number_in(counts, 3));
      return backlog;
    });
  }

 private:
  Result<void> walk(const std::string& select, const std::vector<std::string>& parameters,
                    const std::function<void(const pqxx::row&)>& visit) {
    return session_.run(Manner::walk, [&](Transaction& transaction) {
      postgres::walk(transaction, select, visit, parameters);
    });
  }

  postgres::Session session_;
};

}  // namespace

Result<std::unique_ptr<Reader>> open_postgres_reader(const std::string& address) {
  auto reader = std::make_unique<PostgresReader>(address);
  if (auto opened = reader->open(); !opened) return tl::unexpected<Error>(opened.error());
  return std::unique_ptr<Reader>(std::move(reader));
}

}  // namespace dondoc
