// What is kept beside the log on a server: each port once through.
#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("sealed secrets come back from a server byte for byte", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto secrets = must(open_postgres_secrets(database.address()));
  CHECK_FALSE(must(secrets->load("zalo_oa")).has_value());
  const std::string sealed("\0\1\377'\\", 5);
  must(secrets->save("zalo_oa", "first"));
  must(secrets->save("zalo_oa", sealed));
  CHECK(must(secrets->load("zalo_oa")) == sealed);
}

TEST_CASE("a draft on a server is changed once for each version", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto drafts = must(open_postgres_drafts(database.address()));
  KeptDraft draft{{"d1", "huong", "Kế hoạch.docx", "Kế hoạch", Instant{1}, Instant{2}},
                  "{\"text\":1}",
                  "{\"plan\":1}",
                  "[]",
                  1};
  must(drafts->add(draft));
  CHECK(drafts->add(draft).error().kind == ErrorKind::permanent);
  CHECK(must(drafts->find("d1")) == draft);
  draft.plan = "{\"plan\":2}";
  draft.head.changed = Instant{3};
  CHECK(must(drafts->change(draft)));
  CHECK_FALSE(must(drafts->change(draft)));
  CHECK(must(drafts->find("d1"))->version == 2);
  CHECK(must(drafts->drafts_of("huong")) == std::vector<DraftHead>{draft.head});
  CHECK(must(drafts->drafts_of("")).size() == 1);
  CHECK(must(drafts->drafts_of("lan")).empty());
  must(drafts->forget(Instant{3}));
  CHECK(must(drafts->remove("d1")));
  CHECK_FALSE(must(drafts->remove("d1")));
}

TEST_CASE("a webhook's cursor on a server never moves back", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto webhooks = must(open_postgres_webhooks(database.address()));
  Webhook webhook;
  webhook.id = "w1";
  webhook.url = "https://example.gov.vn/hook";
  webhook.cursor = 5;
  must(webhooks->add(webhook));
  CHECK(webhooks->add(webhook).error().kind == ErrorKind::permanent);
  CHECK(must(webhooks->all()) == std::vector<Webhook>{webhook});
  webhook.cursor = 3;
  webhook.failures = 2;
  webhook.failing_since = Instant{7};
  webhook.paused = true;
  must(webhooks->note_progress(webhook));
  webhook.cursor = 5;
  CHECK(must(webhooks->all()) == std::vector<Webhook>{webhook});
  CHECK(must(webhooks->remove("w1")));
  CHECK_FALSE(must(webhooks->remove("w1")));
  must(webhooks->note_progress(webhook));
  CHECK(must(webhooks->all()).empty());
}

TEST_CASE("keys and kept answers on a server", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto access = must(open_postgres_access(database.address()));
  AccessKey key{"k1", "h1",       KeyKind::token, "huong",      "báo cáo",   "read",
                "",   Instant{1}, Instant{9},     std::nullopt, std::nullopt};
  must(access->add_key(key));
  CHECK(access->add_key(key).error().kind == ErrorKind::permanent);
  CHECK(must(access->find_key(KeyKind::token, "h1")) == key);
  CHECK_FALSE(must(access->find_key(KeyKind::feed, "h1")).has_value());
  must(access->note_use("k1", Instant{4}));
  CHECK(must(access->revoke_key("k1", Instant{5})));
  CHECK_FALSE(must(access->revoke_key("k1", Instant{6})));
  key.last_used = Instant{4};
  key.revoked = Instant{5};
  CHECK(must(access->keys(KeyKind::token, "")) == std::vector<AccessKey>{key});
  must(access->keep_answer({"a", "call", 200, "{}", Instant{10}}, Instant{0}));
  must(access->keep_answer({"b", "call", 201, "{}", Instant{20}}, Instant{15}));
  CHECK_FALSE(must(access->find_answer("a")).has_value());
  CHECK(must(access->find_answer("b"))->status == 201);
}

TEST_CASE("sessions, passwords and looks at figures on a server", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto pages = must(open_postgres_pages(database.address()));
  must(pages->save_session({"h1", "huong", false, Instant{1}, Instant{2}}));
  must(pages->save_session({"h1", "huong", true, Instant{1}, Instant{5}}));
  CHECK(must(pages->find_session("h1"))->last_seen == Instant{5});
  CHECK(must(pages->find_session("h1"))->administrator);
  must(pages->forget_sessions(Instant{5}, Instant{1}));
  CHECK(must(pages->find_session("h1")).has_value());
  must(pages->end_sessions_of("lan"));
  must(pages->end_sessions_of(""));
  CHECK_FALSE(must(pages->find_session("h1")).has_value());
  must(pages->save_password("huong", "$argon2id$1"));
  must(pages->save_password("huong", "$argon2id$2"));
  CHECK(must(pages->find_password("huong")) == "$argon2id$2");
  must(pages->note_read({Instant{1}, "huong", "u1", "/board"}));
  must(pages->note_read({Instant{2}, "lan", "u2", "/board"}));
  CHECK(must(pages->reads("", 10)).front().person == "lan");
  CHECK(must(pages->reads("u1", 10)) ==
        std::vector<PageRead>{{Instant{1}, "huong", "u1", "/board"}});
}

TEST_CASE("a sign-in link used at one node is used up at all of them", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const auto one = must(open_postgres_pages(database.address()));
  const auto other = must(open_postgres_pages(database.address()));
  CHECK(must(one->use_link("h1", Instant{5}, Instant{0})));
  CHECK_FALSE(must(other->use_link("h1", Instant{5}, Instant{5})));
  CHECK(must(other->use_link("h2", Instant{9}, Instant{6})));
  CHECK(must(one->use_link("h1", Instant{5}, Instant{6})));
}

TEST_CASE("the log of a server a page at a time", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  apply(*must(open_postgres_store(database.address())),
        commit_of_log({log_row("a"), log_row("b"), log_row("c")}));
  const auto pages = must(open_postgres_log_pages(database.address()));
  CHECK(must(pages->last_seq()) == 3);
  const auto rows = must(pages->after(1, 1));
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].subject == "b");
  CHECK(must(pages->after(3, 10)).empty());
}
