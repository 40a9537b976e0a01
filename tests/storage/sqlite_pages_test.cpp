// What the pages keep beside the log.
#include "storage/sqlite/sqlite_pages.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("sessions are kept over a restart and end when they are told to", "[pages]") {
  TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  const auto first = must(open_sqlite_pages(path));
  REQUIRE(first->save_session({"h1", "ld", false, Instant{1'000}, Instant{5'000}}));
  REQUIRE(first->save_session({"h2", "ld", true, Instant{2'000}, Instant{2'000}}));
  REQUIRE(first->save_session({"h3", "cb", false, Instant{3'000}, Instant{9'000}}));
  const auto pages = must(open_sqlite_pages(path));
  const auto found = must(pages->find_session("h2"));
  REQUIRE(found.has_value());
  CHECK(found->person == "ld");
  CHECK(found->administrator);
  CHECK(found->since == Instant{2'000});
  REQUIRE(pages->save_session({"h1", "ld", false, Instant{1'000}, Instant{6'000}}));
  CHECK(must(pages->find_session("h1"))->last_seen == Instant{6'000});
  REQUIRE(pages->forget_sessions(Instant{3'000}, Instant{0}));
  CHECK_FALSE(must(pages->find_session("h2")).has_value());
  REQUIRE(pages->forget_sessions(Instant{0}, Instant{2'000}));
  CHECK_FALSE(must(pages->find_session("h1")).has_value());
  REQUIRE(pages->end_sessions_of("cb"));
  CHECK_FALSE(must(pages->find_session("h3")).has_value());
  CHECK_FALSE(must(pages->find_session("' OR 1=1")).has_value());
}

TEST_CASE("a password is replaced; who has none has none", "[pages]") {
  TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto pages = must(open_sqlite_pages(path));
  CHECK_FALSE(must(pages->find_password("ld")).has_value());
  REQUIRE(pages->save_password("ld", "$argon2id$1"));
  REQUIRE(pages->save_password("ld", "$argon2id$2"));
  CHECK(must(pages->find_password("ld")) == "$argon2id$2");
}

TEST_CASE("a sign-in link is used up for whoever has the database open", "[pages]") {
  TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  must(open_sqlite_store(path)).reset();
  const auto one = must(open_sqlite_pages(path));
  const auto other = must(open_sqlite_pages(path));
  CHECK(must(one->use_link("h1", Instant{5}, Instant{0})));
  CHECK_FALSE(must(one->use_link("h1", Instant{5}, Instant{0})));
  CHECK_FALSE(must(other->use_link("h1", Instant{5}, Instant{5})));
  CHECK(must(other->use_link("h2", Instant{9}, Instant{6})));
  CHECK(must(one->use_link("h1", Instant{5}, Instant{6})));
}

TEST_CASE("who looked stays written down, whoever asks to change it", "[pages]") {
  TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto pages = must(open_sqlite_pages(path));
  const PageRead one{Instant{1'000}, "ld", "xa-a", "/units/xa-a"};
  const PageRead two{Instant{2'000}, "ld", "xa-b", "/units/xa-b"};
  REQUIRE(pages->note_read(one));
  REQUIRE(pages->note_read(two));
  CHECK(must(pages->reads("", 10)) == std::vector{two, one});
  CHECK(must(pages->reads("xa-a", 10)) == std::vector{one});
  CHECK(must(pages->reads("", 1)) == std::vector{two});
  SQLite::Database by_hand(path, SQLite::OPEN_READWRITE);
  CHECK_THROWS(by_hand.exec("DELETE FROM page_reads"));
  CHECK_THROWS(by_hand.exec("UPDATE page_reads SET person = 'x'"));
  CHECK(must(pages->reads("", 10)).size() == 2);
}
