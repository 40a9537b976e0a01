// A log on a server that somebody with all rights tampered with is found out.
#include "engine/attachment/attachment.h"
#include "storage/postgres/postgres.h"
#include "tests/storage/postgres_cluster.h"
#include "tests/storage/sample_rows.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr int k_rows = 40;

/// As whoever may switch triggers off.
ChainReport report_after(PostgresCluster& cluster, const std::string& sql) {
  const PostgresDatabase database(cluster);
  {
    const auto store = must(open_postgres_store(database.address()));
    for (int n = 0; n < k_rows; n += 10) {
      Commit commit;
      for (int i = n; i < n + 10; ++i)
        commit.log.push_back(log_row("B-" + std::to_string(i), "body"));
      apply(*store, std::move(commit));
    }
  }
  if (!sql.empty())
    database.run_sql("SET session_replication_role = replica; SET search_path = dondoc; " + sql);
  return must(verify_postgres_chain(database.address()));
}

}  // namespace

TEST_CASE("an untouched log on a server is whole", "[postgres]") {
  ON_POSTGRES(cluster);
  const ChainReport report = report_after(cluster, "");
  CHECK(report.rows == k_rows);
  CHECK_FALSE(report.first_bad_seq.has_value());
}

TEST_CASE("a row of a server's log that was changed, removed or cut off is found", "[postgres]") {
  ON_POSTGRES(cluster);
  CHECK(report_after(cluster, "UPDATE log SET body = 'x' WHERE seq = 17").first_bad_seq == 17);
  CHECK(report_after(cluster, "UPDATE log SET at = at + 1 WHERE seq = 1").first_bad_seq == 1);
  CHECK(report_after(cluster, "DELETE FROM log WHERE seq = 23").first_bad_seq == 23);
  CHECK(report_after(cluster, "DELETE FROM log WHERE seq > 30").first_bad_seq == 31);
  CHECK(report_after(cluster, "UPDATE log_head SET seq = 39").first_bad_seq == 40);
}

TEST_CASE("a file on a server whose bytes changed is damaged", "[postgres]") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const std::string content("báo cáo\0quý", 14);
  const auto files = must(open_postgres_files(database.address()));
  must(files->keep(digest_of(content), content));
  must(files->keep(digest_of("two"), "two"));
  CHECK(must(files->load(digest_of(content))) == content);
  database.run_sql("UPDATE dondoc.files SET content = 'three' WHERE bytes = 3");
  const FilesReport report = must(verify_postgres_files(database.address()));
  CHECK(report.whole == std::set<std::string>{digest_of(content)});
  CHECK(report.damaged == std::vector<std::string>{digest_of("two")});
  CHECK(files->load(digest_of("two")).error().kind == ErrorKind::corrupt);
}
