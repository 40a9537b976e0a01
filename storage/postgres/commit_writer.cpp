#include "storage/postgres/commit_writer.h"

#include <fmt/format.h>

#include <map>
#include <pqxx/pqxx>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "storage/postgres/postgres_error.h"
#include "storage/postgres/values.h"

namespace dondoc::postgres {
namespace {

constexpr const char* k_add_inbox =
    "INSERT INTO inbox (key, at) SELECT * FROM unnest($1::text[], $2::bigint[]) "
    "ON CONFLICT DO NOTHING RETURNING key";

constexpr const char* k_append_log =
    "INSERT INTO log (seq, at, subject_kind, subject, kind, body, hash) SELECT * FROM "
    "unnest($1::bigint[], $2::bigint[], $3::text[], $4::text[], $5::text[], $6::text[], "
    "$7::bytea[])";

constexpr const char* k_save_cases =
    "INSERT INTO cases (code, plan, obligation, unit, period, state, open, next_step, body) "
    "SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], "
    "$7::boolean[], $8::bigint[], $9::text[]) ON CONFLICT (code) DO UPDATE SET "
    "plan = excluded.plan, obligation = excluded.obligation, unit = excluded.unit, "
    "period = excluded.period, state = excluded.state, open = excluded.open, "
    "next_step = excluded.next_step, body = excluded.body";

constexpr const char* k_disarm = "UPDATE cases SET next_step = NULL WHERE code = ANY ($1::text[])";

constexpr const char* k_save_documents =
    "INSERT INTO documents (kind, key, body) SELECT * FROM unnest($1::text[], $2::text[], "
    "$3::text[]) ON CONFLICT (kind, key) DO UPDATE SET body = excluded.body";

constexpr const char* k_delete_documents =
    "DELETE FROM documents d USING unnest($1::text[], $2::text[]) AS gone (kind, key) "
    "WHERE d.kind = gone.kind AND d.key = gone.key";

constexpr const char* k_add_messages =
    "INSERT INTO outbox (id, person, code, step, priority, created, not_before, body, standing, "
    "attempts, next_attempt, lease_until, ready_at, settled_at, channel, detail) "
    "SELECT id, person, code, step, priority, created, not_before, body, 0, 0, 0, 0, not_before, "
    "0, "
    "'', '' FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::integer[], "
    "$6::bigint[], $7::bigint[], $8::text[]) "
    "AS m (id, person, code, step, priority, created, not_before, body)";

// A message that comes back with a lease on it may have been sent.
constexpr const char* k_update_messages =
    "UPDATE outbox o SET standing = u.standing, attempts = u.attempts, "
    "next_attempt = CASE WHEN u.standing = 0 THEN u.at ELSE o.next_attempt END, "
    "lease_until = CASE WHEN u.unknown THEN u.at ELSE 0 END, "
    "ready_at = CASE WHEN u.standing = 0 THEN greatest(o.not_before, u.at) ELSE o.ready_at END, "
    "settled_at = CASE WHEN u.standing = 0 THEN 0 ELSE u.at END, "
    "channel = u.channel, detail = u.detail "
    "FROM unnest($1::bigint[], $2::integer[], $3::integer[], $4::bigint[], $5::boolean[], "
    "$6::text[], $7::text[]) AS u (id, standing, attempts, at, unknown, channel, detail) "
    "WHERE o.id = u.id";

using Transaction = pqxx::transaction_base;

void add_inbox(Transaction& transaction, const std::vector<InboxKey>& keys) {
  Array names;
  Array times;
  for (const InboxKey& key : keys) {
    names.add(key.key);
    times.add(key.at.ms);
  }
  const pqxx::result added = transaction.exec_prepared("add_inbox", names.done(), times.done());
  if (added.size() == keys.size()) return;
  std::set<std::string> fresh;
  for (const pqxx::row& row : added) fresh.insert(text_in(row, 0));
  for (const InboxKey& key : keys) {
    if (fresh.erase(key.key) == 0)
      throw_permanent(fmt::format("inbox key '{}' was handled before", key.key));
  }
}

void append_log(Transaction& transaction, const HashedLog& log) {
  Array seqs, times, subject_kinds, subjects, kinds, bodies, hashes;
  for (const LogRow& row : log.rows) {
    seqs.add(row.seq);
    times.add(row.at.ms);
    subject_kinds.add(row.subject_kind);
    subjects.add(row.subject);
    kinds.add(row.kind);
    bodies.add(row.body);
  }
  for (const ChainHash& hash : log.hashes) hashes.add(hash);
  transaction.exec_prepared0("append_log", seqs.done(), times.done(), subject_kinds.done(),
                             subjects.done(), kinds.done(), bodies.done(), hashes.done());
}

void save_cases(Transaction& transaction, const std::vector<CaseRow>& rows) {
  std::map<std::string_view, const CaseRow*> last;  // the last row of a case counts
  for (const CaseRow& row : rows) last[row.code] = &row;
  Array codes, plans, obligations, units, periods, states, opens, steps, bodies;
  for (const auto& [code, row] : last) {
    codes.add(code);
    plans.add(row->plan);
    obligations.add(row->obligation);
    units.add(row->unit);
    periods.add(row->period);
    states.add(row->state);
    opens.add(row->open);
    steps.add(row->next_step);
    bodies.add(row->body);
  }
  transaction.exec_prepared0("save_cases", codes.done(), plans.done(), obligations.done(),
                             units.done(), periods.done(), states.done(), opens.done(),
                             steps.done(), bodies.done());
}

void disarm(Transaction& transaction, const std::vector<std::string>& codes) {
  Array list;
  for (const std::string& code : codes) list.add(code);
  transaction.exec_prepared0("disarm", list.done());
}

void save_documents(Transaction& transaction, const std::vector<DocumentRow>& rows) {
  std::map<std::pair<std::string_view, std::string_view>, const DocumentRow*> last;
  for (const DocumentRow& row : rows) last[{row.kind, row.key}] = &row;
  Array kinds, keys, bodies, gone_kinds, gone_keys;
  std::size_t gone = 0;
  for (const auto& [place, row] : last) {
    (row->body ? kinds : gone_kinds).add(place.first);
    (row->body ? keys : gone_keys).add(place.second);
    if (row->body) bodies.add(*row->body);
    if (!row->body) ++gone;
  }
  if (gone < last.size())
    transaction.exec_prepared0("save_documents", kinds.done(), keys.done(), bodies.done());
  if (gone > 0) transaction.exec_prepared0("delete_documents", gone_kinds.done(), gone_keys.done());
}

void add_messages(Transaction& transaction, const std::vector<OutboxRow>& rows, std::int64_t last) {
  Array ids, persons, codes, steps, priorities, created, not_before, bodies;
  for (const OutboxRow& row : rows) {
    if (row.id <= last)
      throw_permanent(fmt::format("outbox id {} does not come after {}", row.id, last));
    last = row.id;
    ids.add(row.id);
    persons.add(row.person);
    codes.add(row.code);
    steps.add(row.step);
    priorities.add(static_cast<std::int64_t>(row.priority));
    created.add(row.created.ms);
    not_before.add(row.not_before.ms);
    bodies.add(row.body);
  }
  transaction.exec_prepared0("add_messages", ids.done(), persons.done(), codes.done(), steps.done(),
                             priorities.done(), created.done(), not_before.done(), bodies.done());
}

void require_messages(Transaction& transaction, const std::string& ids) {
  const pqxx::result missing = transaction.exec_params(
      "SELECT id FROM unnest($1::bigint[]) AS u (id) "
      "WHERE NOT EXISTS (SELECT FROM outbox o WHERE o.id = u.id) ORDER BY id LIMIT 1",
      ids);
  if (!missing.empty())
    throw_permanent(fmt::format("outbox id {} does not exist", number_in(missing[0], 0)));
}

void update_messages(Transaction& transaction, const std::vector<OutboxUpdate>& updates) {
  std::map<std::int64_t, const OutboxUpdate*> last;
  for (const OutboxUpdate& update : updates) last[update.id] = &update;
  Array ids, standings, attempts, times, unknown, channels, details;
  for (const auto& [id, update] : last) {
    const bool again = update->standing == OutboxStanding::waiting;
    ids.add(id);
    standings.add(static_cast<std::int64_t>(update->standing));
    attempts.add(static_cast<std::int64_t>(update->attempts));
    times.add(again ? update->next_attempt.ms : update->at.ms);
    unknown.add(again && update->outcome_unknown);
    channels.add(update->channel);
    details.add(update->detail);
  }
  const pqxx::result changed =
      transaction.exec_prepared("update_messages", ids.done(), standings.done(), attempts.done(),
                                times.done(), unknown.done(), channels.done(), details.done());
  if (changed.affected_rows() != last.size()) require_messages(transaction, ids.done());
}

}  // namespace

std::vector<Session::Statement> commit_statements() {
  return {{"add_inbox", k_add_inbox},           {"append_log", k_append_log},
          {"save_cases", k_save_cases},         {"disarm", k_disarm},
          {"save_documents", k_save_documents}, {"delete_documents", k_delete_documents},
          {"add_messages", k_add_messages},     {"update_messages", k_update_messages}};
}

void write_commit(pqxx::transaction_base& transaction, const Commit& commit, const HashedLog& log,
                  std::int64_t last_outbox_id) {
  if (!commit.inbox.empty()) add_inbox(transaction, commit.inbox);
  if (!log.rows.empty()) append_log(transaction, log);
  if (!commit.cases.empty()) save_cases(transaction, commit.cases);
  if (!commit.disarmed.empty()) disarm(transaction, commit.disarmed);
  if (!commit.documents.empty()) save_documents(transaction, commit.documents);
  if (!commit.outbox.empty()) add_messages(transaction, commit.outbox, last_outbox_id);
  if (!commit.outbox_updates.empty()) update_messages(transaction, commit.outbox_updates);
}

}  // namespace dondoc::postgres
