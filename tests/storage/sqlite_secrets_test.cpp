// Secrets beside the connection that writes everything else.
#include "storage/sqlite/sqlite_secrets.h"

#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/store_contract.h"
#include "app/temporary_folder.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("a secret is kept byte by byte and replaced", "[secrets]") {
  TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto secrets = must(open_sqlite_secrets(path));
  CHECK_FALSE(must(secrets->load("zalo")).has_value());
  const std::string sealed("\0\x01\xff sealed", 10);
  REQUIRE(secrets->save("zalo", sealed));
  CHECK(must(secrets->load("zalo")) == sealed);
  REQUIRE(secrets->save("zalo", "other"));
  CHECK(must(must(open_sqlite_secrets(path))->load("zalo")) == "other");
  CHECK_FALSE(must(secrets->load("Zalo")).has_value());
}

TEST_CASE("the store writes on after a secret was saved beside it", "[secrets]") {
  TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto secrets = must(open_sqlite_secrets(path));
  for (int round = 0; round < 3; ++round) {
    const std::string code = "a" + std::to_string(round);
    CHECK_FALSE(must(store->find_case(code)).has_value());  // its reading is open now
    REQUIRE(secrets->save("zalo", code));
    apply(*store, commit_of_cases({case_row(code, Instant{1000})}));
    CHECK(must(store->find_case(code)).has_value());
  }
  CHECK(must(secrets->load("zalo")) == "a2");
}

TEST_CASE("there are no secrets without a database", "[secrets]") {
  TemporaryFolder folder;
  const auto secrets = open_sqlite_secrets(folder.file("none.db"));
  REQUIRE_FALSE(secrets);
  CHECK(secrets.error().kind == ErrorKind::permanent);
}
