// How a server finds rows.
#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;

TEST_CASE("keys were looked for by reading the whole inbox", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  constexpr int k_batches = 40, k_keys = 256;
  {
    const auto store = must(open_postgres_store(database.address()));
    for (int batch = 0; batch < k_batches; ++batch) {
      std::vector<std::string> keys;
      Commit commit = commit_of_log({log_row("a")});
      for (int i = 0; i < k_keys; ++i) {
        keys.push_back("k" + std::to_string(batch * k_keys + i));
        commit.inbox.push_back({keys.back(), Instant{1}});
      }
      CHECK(must(store->seen_keys(keys)).empty());
      apply(*store, commit);
      CHECK(must(store->seen_keys(keys)).size() == keys.size());
    }
  }
  CHECK(database.run_sql("SELECT seq_scan FROM pg_stat_user_tables "
                         "WHERE schemaname = 'dondoc' AND relname = 'inbox'") == "0");
}
