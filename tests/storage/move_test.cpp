// A whole office goes from one kind of store to the other and back, or not at all.
#include "storage/move/move.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/temporary_folder.h"
#include "engine/attachment/attachment.h"
#include "storage/open.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"

using namespace dondoc;
using namespace dondoc::test;
using moving::move_database;
using moving::Moved;
using moving::moved_tables;

namespace {

void silent(std::string_view, std::int64_t) {}

/// Something in every table; a little more than a batch of it.
void fill(const std::string& database) {
  const auto store = must(open_store(database));
  for (int n = 0; n < 700; n += 100) {
    Commit commit;
    for (int i = n; i < n + 100; ++i) {
      const std::string code = "B-" + std::to_string(i);
      commit.log.push_back(log_row(code, "nội dung \"" + code + "\" \\ \1 {}, NULL"));
      commit.cases.push_back(case_row(code, i % 3 == 0 ? std::nullopt : std::optional(Instant{i})));
      commit.outbox.push_back(outbox_row(i + 1));
    }
    commit.documents = {{"unit", "u" + std::to_string(n), "{}"}};
    commit.inbox = {{"telegram:" + std::to_string(n), Instant{n}}};
    apply(*store, std::move(commit));
  }
  must(store->claim_outbox(Instant{5'000}, Instant{9'000}, 2));
  record(*store, sent(1));
  const std::string bytes("\0\1\377\\x'\"", 7);
  must(must(open_secrets(database))->save("zalo_oa", bytes));
  const std::string large(3 * 1024 * 1024 + 5, '\0');
  const auto files = must(open_files(database));
  must(files->keep(digest_of(large), large));
  must(files->keep(digest_of(""), ""));
  const auto pages = must(open_pages(database));
  must(pages->save_session({"h1", "huong", true, Instant{1}, Instant{2}}));
  must(pages->save_password("huong", "$argon2id$"));
  must(pages->note_read({Instant{1}, "huong", "u1", "/board"}));
  must(pages->note_read({Instant{2}, "lan", "u1", "/board"}));
  const auto access = must(open_access(database));
  must(access->add_key({"k1", "h1", KeyKind::token, "huong", "x", "read", "", Instant{1},
                        Instant{9}, std::nullopt, std::nullopt}));
  must(access->add_key({"k0", "h0", KeyKind::feed, "huong", "x", "", "u1", Instant{1}, std::nullopt,
                        std::nullopt, std::nullopt}));
  must(access->keep_answer({"a", "call", 200, "{}", Instant{10}}, Instant{0}));
  Webhook webhook;
  webhook.id = "w1";
  webhook.private_allowed = true;
  webhook.failing_since = Instant{4};
  must(must(open_webhooks(database))->add(webhook));
  must(must(open_drafts(database))
           ->add({{"d1", "huong", "a.docx", "Kế hoạch", Instant{1}, Instant{2}},
                  "{}",
                  "{}",
                  "[]",
                  1}));
}

/// Everything that the ports show.
std::string shown(const std::string& database) {
  std::string all;
  const auto reader = must(open_reader(database));
  must(reader->each_log(0, "", [&](const LogRow& row) {
    all += fmt::format("{} {} {} {}\n", row.seq, row.at.ms, row.subject, row.body);
  }));
  must(reader->each_case({}, [&](const CaseRow& row) {
    all += row.code + (row.open ? " open " : " shut ") +
           (row.next_step ? std::to_string(row.next_step->ms) : "-") + row.body + "\n";
  }));
  must(reader->each_document(
      [&](const DocumentRow& row) { all += row.kind + row.key + *row.body; }));
  for (const OutboxRecord& record : must(reader->outbox("", "", 0, 10'000)))
    all += fmt::format("{} {} {} {}\n", record.row.id, static_cast<int>(record.standing),
                       record.channel, record.row.body);
  all += fmt::format("{}", must(reader->outbox("B20-07", "huong", 0, 10'000)).size());
  int of_subject = 0;
  must(reader->each_log(0, "B-5", [&](const LogRow&) { ++of_subject; }));
  all += fmt::format(" {}\n", of_subject);
  all += must(must(open_secrets(database))->load("zalo_oa")).value();
  for (const std::string& digest : must(verify_kept_files(database)).whole) all += digest + "\n";
  const auto pages = must(open_pages(database));
  all += must(pages->find_password("huong")).value() + must(pages->find_session("h1"))->person;
  for (const PageRead& read : must(pages->reads("", 10))) all += read.person;
  const auto access = must(open_access(database));
  for (const KeyKind kind : {KeyKind::token, KeyKind::feed}) {
    for (const AccessKey& key : must(access->keys(kind, ""))) all += key.id + key.hash;
  }
  all += must(access->find_answer("a"))->body;
  all += must(must(open_webhooks(database))->all()).at(0).failing_since == Instant{4} ? "w" : "-";
  all += must(must(open_drafts(database))->find("d1"))->head.title;
  return all;
}

}  // namespace

TEST_CASE("every table of a file's database is one that moves, or is made anew there", "[move]") {
  const TemporaryFolder folder;
  make_database(folder.file("a.db"), 1);
  SQLite::Database database(folder.file("a.db"), SQLite::OPEN_READONLY);
  SQLite::Statement tables(database,
                           "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name");
  const std::set<std::string> made_anew = {"log_head",      "log_runs",    "log_keys",
                                           "outbox_runs",   "outbox_keys", "file_pieces",
                                           "schema_version"};
  while (tables.executeStep()) {
    const std::string name = tables.getColumn(0).getString();
    INFO(name);
    const auto& moved = moved_tables();
    CHECK(made_anew.contains(name) !=
          std::any_of(moved.begin(), moved.end(), [&](const moving::Table& t) { return t.name == name; }));
  }
}

TEST_CASE("an office goes to a server and back and is the same", "[move][postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const TemporaryFolder folder;
  const std::string from = folder.file("from.db");
  fill(from);
  const std::string before = shown(from);
  std::map<std::string, std::int64_t, std::less<>> told;
  const Moved there =
      must(move_database(from, database.address(), [&](std::string_view table, std::int64_t rows) {
        told[std::string(table)] = rows;
      }));
  CHECK(there.head.seq == 700);
  CHECK(there.rows.at("outbox") == 700);
  CHECK(told.at("cases") == 700);
  CHECK(shown(database.address()) == before);
  CHECK_FALSE(must(verify_log(database.address())).first_bad_seq);

  const std::string back = folder.file("back.db");
  const Moved returned = must(move_database(database.address(), back, silent));
  CHECK(returned.head.hash == there.head.hash);
  CHECK(returned.rows == there.rows);
  CHECK(shown(back) == before);
  const auto store = must(open_store(back));
  apply(*store, commit_of_log({log_row("more")}));
  CHECK(must(store->last_seq()) == 701);
}

TEST_CASE("an office does not move while it is in use, nor onto another one", "[move][postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const TemporaryFolder folder;
  const std::string from = folder.file("from.db");
  make_database(from, 10);
  {
    const auto in_use = must(open_store(from));
    CHECK(move_database(from, database.address(), silent).error().kind == ErrorKind::transient);
  }
  {
    const auto in_use = must(open_store(database.address()));
    CHECK(move_database(from, database.address(), silent).error().kind == ErrorKind::transient);
    CHECK(move_database(database.address(), folder.file("x.db"), silent).error().kind ==
          ErrorKind::transient);
    apply(*in_use, commit_of_log({log_row("a")}));
  }
  const auto refused = move_database(from, database.address(), silent);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::permanent);
  CHECK_THAT(refused.error().message, Catch::Contains("holds an office already"));
  CHECK_FALSE(move_database(folder.file("none.db"), database.address(), silent));
  CHECK(mode_of(folder.file("none.db")) == 0);
  CHECK(move_database(from, from, silent).error().kind == ErrorKind::permanent);
}

TEST_CASE("a broken log does not move, and nothing is left at the target", "[move][postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const TemporaryFolder folder;
  const std::string from = folder.file("from.db");
  make_database(from, 30);
  run_sql(from, "UPDATE log SET body = 'another' WHERE seq = 17");
  const auto refused = move_database(from, database.address(), silent);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().kind == ErrorKind::corrupt);
  CHECK_THAT(refused.error().message, Catch::Contains("17"));
  CHECK(database.run_sql("SELECT count(*) FROM dondoc.cases") == "0");
  CHECK(move_database(from, folder.file("to.db"), silent).error().kind == ErrorKind::corrupt);
  CHECK(query_number(folder.file("to.db"), "SELECT count(*) FROM cases") == 0);
}
