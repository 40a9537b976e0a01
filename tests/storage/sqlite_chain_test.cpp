// Whatever is done to the log behind the program's back is found.
#include <iomanip>
#include <sstream>

#include "app/temporary_folder.h"
#include "storage/hash_chain.h"
#include "storage/sqlite/sqlite_store.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

constexpr int rows = 40;

/// The report on a log of 40 rows after `sql` was done to it.
ChainReport report_after(const std::string& sql) {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, rows);
  run_sql(path, sql);
  return must(verify_chain(path));
}

std::string hex(const ChainHash& hash) {
  std::ostringstream text;
  for (const std::uint8_t byte : hash)
    text << std::hex << std::setw(2) << std::setfill('0') << int{byte};
  return text.str();
}

}  // namespace

TEST_CASE("the chain of an untouched log is whole", "[sqlite][chain]") {
  const ChainReport report = report_after("");
  CHECK_FALSE(report.first_bad_seq.has_value());
  CHECK(report.rows == rows);
  CHECK(report.what.empty());
}

TEST_CASE("the chain of an empty log is whole", "[sqlite][chain]") {
  const TemporaryFolder folder;
  make_database(folder.file("dondoc.db"), 0);
  const ChainReport report = must(verify_chain(folder.file("dondoc.db")));
  CHECK_FALSE(report.first_bad_seq.has_value());
  CHECK(report.rows == 0);
}

TEST_CASE("a changed row of the log is found, whichever field it is", "[sqlite][chain]") {
  const std::string change = GENERATE(
      as<std::string>(), "body = 'body of B-17'", "body = body || ' '", "at = at + 1",
      "subject = 'B-17'", "subject_kind = 'plan'", "kind = 'step_skipped'", "hash = zeroblob(32)",
      "hash = x'00'", "kind = substr(kind, 1, 4), body = substr(kind, 5) || body");
  INFO(change);
  const ChainReport report = report_after("UPDATE log SET " + change + " WHERE seq = 17");
  CHECK(report.first_bad_seq == 17);
  CHECK(report.rows == 16);
  CHECK_THAT(report.what, Catch::Contains("17"));
}

TEST_CASE("a deleted row of the log is found", "[sqlite][chain]") {
  const int seq = GENERATE(1, 2, 17, rows - 1);
  const ChainReport report = report_after("DELETE FROM log WHERE seq = " + std::to_string(seq));
  CHECK(report.first_bad_seq == seq);
  CHECK_THAT(report.what, Catch::Contains("missing"));
}

TEST_CASE("a deleted row is found after those behind it were moved up", "[sqlite][chain]") {
  const ChainReport report = report_after(
      "DELETE FROM log WHERE seq = 17; UPDATE log SET seq = seq - 1 WHERE seq > 17; UPDATE "
      "log_head SET seq = seq - 1");
  CHECK(report.first_bad_seq == 17);
}

TEST_CASE("two rows that changed places are found", "[sqlite][chain]") {
  const ChainReport report = report_after(
      "UPDATE log SET seq = -1 WHERE seq = 17; UPDATE log SET seq = 17 WHERE seq = 18; UPDATE log "
      "SET seq = 18 WHERE seq = -1");
  CHECK(report.first_bad_seq == 17);
}

TEST_CASE("a cut off end of the log is found", "[sqlite][chain]") {
  const int last = GENERATE(0, 1, 17, rows - 1);
  const ChainReport report = report_after("DELETE FROM log WHERE seq > " + std::to_string(last));
  CHECK(report.first_bad_seq == last + 1);
  CHECK(report.rows == last);
  CHECK_THAT(report.what, Catch::Contains("cut off"));
}

TEST_CASE("an edited head is found", "[sqlite][chain]") {
  const std::string change =
      GENERATE(as<std::string>(), "seq = 39", "seq = 41", "hash = zeroblob(32)",
               "seq = 39, hash = (SELECT hash FROM log WHERE seq = 39)");
  INFO(change);
  CHECK(report_after("UPDATE log_head SET " + change).first_bad_seq.has_value());
}

TEST_CASE("an added row is found, at the end and before the beginning", "[sqlite][chain]") {
  const std::string seq = GENERATE(as<std::string>(), "41", "0", "-3");
  const ChainReport report =
      report_after("INSERT INTO log SELECT " + seq +
                   ", at, subject_kind, subject, kind, body, hash FROM log WHERE seq = 40");
  CHECK(report.first_bad_seq.has_value());
}

TEST_CASE("a log without a head is corrupt, for the check and for the store", "[sqlite][chain]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 3);
  run_sql(path, "DELETE FROM log_head");
  CHECK(verify_chain(path).error().kind == ErrorKind::corrupt);
  CHECK(open_sqlite_store(path).error().kind == ErrorKind::corrupt);
}

TEST_CASE("a damaged page is an error, not a report", "[sqlite][chain]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  make_database(path, 200);
  std::string content = read_file(path);
  REQUIRE(content.size() > 60'000);
  for (std::size_t page = 4096 * 4; page + 4096 <= content.size(); page += 4096 * 3)
    content.replace(page, 64, 64, '\x5a');
  write_file(path, content);
  const auto report = verify_chain(path);
  REQUIRE_FALSE(report);
  CHECK(report.error().kind == ErrorKind::corrupt);
}

TEST_CASE("the log is checked while it is written", "[sqlite][chain]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  apply(*store, commit_of_log({log_row("a"), log_row("b")}));
  CHECK(must(verify_chain(path)).rows == 2);
  apply(*store, commit_of_log({log_row("c")}));
  CHECK(must(verify_chain(path)).rows == 3);
}

// The format is for ever: a log of today must be verifiable by any later version and by another
// program. Computed with Python's hashlib from the description in hash_chain.h.
TEST_CASE("the chain is computed as described", "[sqlite][chain]") {
  HashChain chain;
  const LogRow first{1,        Instant{1'700'000'000'000}, "assignment", "B20-07",
                     "issued", R"({"bởi":"chị Hương"})"};
  const LogRow second{2, Instant{-1}, "", "", "", ""};
  const ChainHash one = chain.next(ChainHash{}, first);
  CHECK(hex(one) == "a5e166dbc1c503d97fc659d395908484a8362c59bf1be04cc92e4261a0fe551a");
  CHECK(hex(chain.next(one, second)) ==
        "f308551749e7733dd2fe7d8a9cfe7f0f9c18d432da8a69ce9e68d4b88b10e69e");
}
