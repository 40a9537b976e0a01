// Tokens, calendar feeds, kept answers, webhooks and pages of the log in the embedded store.
#include "storage/sqlite/sqlite_access.h"

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_log_pages.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_webhooks.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

AccessKey token_of(const char* id, const char* hash) {
  AccessKey key;
  key.id = id;
  key.hash = hash;
  key.person = "ld";
  key.name = "cổng báo cáo";
  key.scopes = "read act";
  key.made = Instant{1'000};
  return key;
}

}  // namespace

TEST_CASE("a key is found by its hash and kind, over a restart, revoked ones too", "[access]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  AccessKey one = token_of("t1", "h1");
  one.expires = Instant{9'000};
  AccessKey two = token_of("t2", "h2");
  two.kind = KeyKind::feed;
  two.unit = "xa-a";
  AccessKey three = token_of("t3", "h3");
  three.person = "cb";
  {
    const auto access = must(open_sqlite_access(path));
    for (const AccessKey& key : {one, two, three}) REQUIRE(access->add_key(key));
    CHECK_FALSE(access->add_key(token_of("t1", "h9")));
    CHECK_FALSE(access->add_key(token_of("t9", "h1")));
  }
  const auto access = must(open_sqlite_access(path));
  CHECK(must(access->find_key(KeyKind::token, "h1")) == one);
  CHECK(must(access->find_key(KeyKind::feed, "h2")) == two);
  CHECK_FALSE(must(access->find_key(KeyKind::feed, "h1")).has_value());
  CHECK_FALSE(must(access->find_key(KeyKind::token, "' OR 1=1 --")).has_value());
  CHECK(must(access->keys(KeyKind::token, "")) == std::vector{three, one});
  CHECK(must(access->keys(KeyKind::token, "ld")) == std::vector{one});
  REQUIRE(access->note_use("t1", Instant{5'000}));
  CHECK(must(access->revoke_key("t1", Instant{6'000})));
  CHECK_FALSE(must(access->revoke_key("t1", Instant{7'000})));
  CHECK_FALSE(must(access->revoke_key("nobody's", Instant{7'000})));
  const auto revoked = must(access->find_key(KeyKind::token, "h1"));
  REQUIRE(revoked.has_value());
  CHECK(revoked->last_used == Instant{5'000});
  CHECK(revoked->revoked == Instant{6'000});
}

TEST_CASE("a kept answer is given back until it is old", "[access]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  const auto access = must(open_sqlite_access(path));
  const KeptAnswer one{"k1", "c1", 200, "{}", Instant{1'000}};
  const KeptAnswer two{"k2", "c2", 409, R"({"code":"not_now"})", Instant{2'000}};
  REQUIRE(access->keep_answer(one, Instant{0}));
  REQUIRE(access->keep_answer(two, Instant{0}));
  CHECK(must(access->find_answer("k1")) == one);
  REQUIRE(access->keep_answer(two, Instant{2'000}));
  CHECK_FALSE(must(access->find_answer("k1")).has_value());
  CHECK(must(access->find_answer("k2")) == two);
}

TEST_CASE("a webhook's cursor never goes back, and what was removed stays removed", "[access]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  Webhook hook;
  hook.id = "w1";
  hook.url = "https://example.gov.vn/hook";
  hook.kinds = "submitted accepted";
  hook.unit = "hpn";
  hook.made = Instant{1'000};
  hook.cursor = 7;
  {
    const auto hooks = must(open_sqlite_webhooks(path));
    REQUIRE(hooks->add(hook));
    CHECK_FALSE(hooks->add(hook));
  }
  const auto hooks = must(open_sqlite_webhooks(path));
  CHECK(must(hooks->all()) == std::vector{hook});
  hook.cursor = 9;
  hook.failures = 2;
  hook.failing_since = Instant{3'000};
  hook.next_attempt = Instant{4'000};
  hook.fault = "status 500";
  REQUIRE(hooks->note_progress(hook));
  CHECK(must(hooks->all()) == std::vector{hook});
  Webhook late = hook;
  late.cursor = 8;
  REQUIRE(hooks->note_progress(late));
  CHECK(must(hooks->all()).front().cursor == 9);
  CHECK(must(hooks->remove("w1")));
  CHECK_FALSE(must(hooks->remove("w1")));
  REQUIRE(hooks->note_progress(hook));
  CHECK(must(hooks->all()).empty());
}

TEST_CASE("the log is read a page at a time", "[access]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 7);
  const auto log = must(open_sqlite_log_pages(path));
  const std::int64_t last = must(log->last_seq());
  CHECK(last >= 7);
  const auto page = must(log->after(2, 3));
  REQUIRE(page.size() == 3);
  CHECK(page.front().seq == 3);
  CHECK(page.back().seq == 5);
  CHECK_FALSE(page.front().body.empty());
  CHECK(must(log->after(last, 3)).empty());
  CHECK(must(log->after(0, 0)).empty());
}
