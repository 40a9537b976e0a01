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

constexpr const char* k_head = "id, person, file, title, opened, changed";

DraftHead head_in(const pqxx::row& row) {
  return {text_in(row, 0),
          text_in(row, 1),
          text_in(row, 2),
          text_in(row, 3),
          postgres::instant_in(row, 4),
          postgres::instant_in(row, 5)};
}

class PostgresDrafts final : public DraftStore {
 public:
  explicit PostgresDrafts(const std::string& address) : session_(address) {}

  Result<void> add(const KeptDraft& draft) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0(fmt::format("INSERT INTO drafts ({}, text, plan, seen, version) "
                                           "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                                           k_head),
                               written(draft.head.id), written(draft.head.person),
                               written(draft.head.file), written(draft.head.title),
                               draft.head.opened.ms, draft.head.changed.ms, written(draft.text),
                               written(draft.plan), written(draft.seen), draft.version);
    });
  }

  Result<std::optional<KeptDraft>> find(std::string_view id) override {
    return session_.run(Manner::look, [&](Transaction& transaction) -> std::optional<KeptDraft> {
      const pqxx::result rows = transaction.exec_params(
          fmt::format("SELECT {}, text, plan, seen, version FROM drafts WHERE id = $1", k_head),
          written(id));
      if (rows.empty()) return std::nullopt;
      const pqxx::row row = rows[0];
      return KeptDraft{head_in(row), text_in(row, 6), text_in(row, 7), text_in(row, 8),
                       postgres::number_in(row, 9)};
    });
  }

  Result<std::vector<DraftHead>> drafts_of(std::string_view person) override {
    return session_.run(Manner::look, [&](Transaction& transaction) {
      std::vector<DraftHead> found;
      for (const pqxx::row& row :
           transaction.exec_params(fmt::format("SELECT {} FROM drafts WHERE $1 = '' OR person = $1 "
                                               "ORDER BY changed DESC, id",
                                               k_head),
                                   written(person)))
        found.push_back(head_in(row));
      return found;
    });
  }

  Result<bool> change(const KeptDraft& draft) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      return transaction
                 .exec_params(
                     "UPDATE drafts SET title = $3, changed = $4, plan = $5, seen = $6, "
                     "version = version + 1 WHERE id = $1 AND version = $2",
                     written(draft.head.id), draft.version, written(draft.head.title),
                     draft.head.changed.ms, written(draft.plan), written(draft.seen))
                 .affected_rows() == 1;
    });
  }

  Result<bool> remove(std::string_view id) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      return transaction.exec_params("DELETE FROM drafts WHERE id = $1", written(id))
                 .affected_rows() == 1;
    });
  }

  Result<void> forget(Instant before) override {
    return session_.run(Manner::change, [&](Transaction& transaction) {
      transaction.exec_params0("DELETE FROM drafts WHERE changed < $1", before.ms);
    });
  }

 private:
  postgres::SharedSession session_;
};

}  // namespace

Result<std::unique_ptr<DraftStore>> open_postgres_drafts(const std::string& address) {
  return std::make_unique<PostgresDrafts>(address);
}

}  // namespace dondoc
