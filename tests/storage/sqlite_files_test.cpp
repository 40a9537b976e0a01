// Files sent in the chat, in the database beside the log.
#include "storage/sqlite/sqlite_files.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>

#include "app/temporary_folder.h"
#include "engine/attachment/attachment.h"
#include "storage/sqlite/sqlite_backup.h"
#include "storage/sqlite/sqlite_store.h"
#include "tests/storage/sample_rows.h"
#include "tests/storage/sqlite_file.h"
#include "tests/storage/store_contract.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

/// Of several pieces, with every byte in it.
std::string large_file() {
  std::string content;
  for (std::size_t i = 0; i < 2'500'000; ++i) content += static_cast<char>(i * 31 % 256);
  return content;
}

}  // namespace

TEST_CASE("a file is kept byte by byte, once", "[files]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto files = must(open_sqlite_files(path));
  const std::string content = large_file();
  const std::string digest = digest_of(content);
  CHECK_FALSE(must(files->load(digest)).has_value());
  REQUIRE(files->keep(digest, content));
  REQUIRE(files->keep(digest, content));
  CHECK(must(files->load(digest)) == content);
  CHECK(query_number(path, "SELECT count(*) FROM files") == 1);
  CHECK(query_number(path, "SELECT sum(length(content)) FROM file_pieces") ==
        static_cast<std::int64_t>(content.size()));
}

TEST_CASE("what was cut off while a file was kept is not the file", "[files]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto files = must(open_sqlite_files(path));
  const std::string content = large_file();
  const std::string digest = digest_of(content);
  {
    SQLite::Database beside(path, SQLite::OPEN_READWRITE);
    for (int number : {0, 1, 2, 3}) {  // longer than the file is
      SQLite::Statement piece(beside, "INSERT INTO file_pieces VALUES (?1, ?2, x'00')");
      piece.bind(1, digest);
      piece.bind(2, number);
      piece.exec();
    }
  }
  CHECK_FALSE(must(files->load(digest)).has_value());
  REQUIRE(files->keep(digest, content));
  CHECK(must(files->load(digest)) == content);
}

TEST_CASE("a damaged file is found and not handed out", "[files]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto files = must(open_sqlite_files(path));
  const std::string whole = digest_of("whole");
  const std::string hurt = digest_of("hurt");
  REQUIRE(files->keep(whole, "whole"));
  REQUIRE(files->keep(hurt, "hurt"));
  {
    SQLite::Database beside(path, SQLite::OPEN_READWRITE);
    SQLite::Statement change(beside, "UPDATE file_pieces SET content = x'00' WHERE digest = ?1");
    change.bind(1, hurt);
    change.exec();
  }
  const auto loaded = files->load(hurt);
  REQUIRE_FALSE(loaded);
  CHECK(loaded.error().kind == ErrorKind::corrupt);
  const FilesReport report = must(verify_files(path));
  CHECK(report.whole == std::set<std::string>{whole});
  CHECK(report.damaged == std::vector<std::string>{hurt});
}

TEST_CASE("a backup carries the files and a restore brings them back", "[files][backup]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const std::string copy = folder.file("backup.db");
  const std::string restored = folder.file("restored.db");
  const std::string digest = digest_of("bản ký");
  {
    const auto store = must(open_sqlite_store(path));
    const auto files = must(open_sqlite_files(path));
    REQUIRE(files->keep(digest, "bản ký"));
    REQUIRE(backup(path, copy));
  }
  REQUIRE(restore(copy, restored));
  const auto store = must(open_sqlite_store(restored));
  CHECK(must(must(open_sqlite_files(restored))->load(digest)) == "bản ký");
}

TEST_CASE("the log is written on while a file is kept beside it", "[files]") {
  const TemporaryFolder folder;
  const std::string path = folder.file("dondoc.db");
  const auto store = must(open_sqlite_store(path));
  const auto files = must(open_sqlite_files(path));
  for (int round = 0; round < 3; ++round) {
    const std::string code = "a" + std::to_string(round);
    REQUIRE(files->keep(digest_of(code), code));
    apply(*store, commit_of_cases({case_row(code, Instant{1000})}));
  }
  CHECK(must(verify_files(path)).whole.size() == 3);
}
