// A machine that is not as the program needs it: a clear message, exit code 1, and nothing lost.
// And what the running program leaves about on a machine that is.
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SQLiteCpp/SQLiteCpp.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "storage/sqlite/sqlite_reader.h"
#include "storage/sqlite/sqlite_verify.h"
#include "tests/served/served_office.h"
#include "tests/support/fake_telegram.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

namespace fs = std::filesystem;
constexpr uid_t k_nobody = 65'534;

std::vector<std::unique_ptr<Chats>> telegram() {
  std::vector<std::unique_ptr<Chats>> one;
  one.push_back(telegram_chats());
  return one;
}

/// An office with plan B and one officer, running.
struct WorkingOffice : ServedOffice {
  explicit WorkingOffice(const std::string& start = "2023-05-25T08:00")
      : ServedOffice(start, telegram()) {
    ServedOffice::start();
    import_people("b-hocmon-2023");
    bind(chats(0), "cb-hpn-xa-ba-diem", "701");
    command({"issue", "workflows/plans/b-hocmon-2023.json"});
    settle();
  }

  std::int64_t rows() const { return open_sqlite_reader(database()).value()->last_seq().value(); }
  bool is_whole(std::int64_t rows) const {
    const auto chain = verify_chain(database());
    return chain && !chain->first_bad_seq && chain->rows == rows;
  }
};

std::string content_of(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Of the process that holds the database.
std::string process_of(const WorkingOffice& office) {
  return content_of(office.database() + ".lock");
}

}  // namespace

TEST_CASE("a database in a folder that is missing is named, and no other one is made",
          "[environment]") {
  ServedOffice office("2023-05-25T08:00", telegram());
  fs::remove_all(office.file("var"));
  const Ended ended = office.try_command({"serve"});
  CHECK(ended.status == 1);
  CHECK_THAT(ended.err, Catch::Contains(office.file("var/dondoc.db")));
  CHECK_THAT(ended.err, Catch::Contains("No such file"));
  CHECK_FALSE(fs::exists(office.file("var")));
}

TEST_CASE("a disk that can only be read is said, and the database stays as it was",
          "[environment]") {
  WorkingOffice office;
  REQUIRE(office.stop() == 0);
  const std::int64_t rows = office.rows();
  const fs::path folder = fs::path(office.database()).parent_path();
  // Root may write everywhere, so it must be somebody else.
  const bool as_root = ::geteuid() == 0;
  if (as_root && !fs::exists("/usr/bin/setpriv")) return;
  std::vector<std::string> command{DONDOC_PROGRAM, "serve", "--config", office.file("dondoc.json")};
  if (as_root) {
    command.insert(command.begin(),
                   {"/usr/bin/setpriv", "--reuid", std::to_string(k_nobody), "--clear-groups"});
    for (const auto& entry : fs::recursive_directory_iterator(folder.parent_path()))
      REQUIRE(::lchown(entry.path().c_str(), k_nobody, static_cast<gid_t>(-1)) == 0);
    fs::permissions(folder.parent_path(), fs::perms(0755));
  }
  fs::permissions(office.database(), fs::perms(0400));
  fs::permissions(folder, fs::perms(0500));
  const Ended ended = run_program(command);
  fs::permissions(folder, fs::perms(0700));
  fs::permissions(office.database(), fs::perms(0600));
  CHECK(ended.status == 1);
  CHECK_THAT(ended.err, Catch::Contains("dondoc.db"));
  CHECK_THAT(ended.err, Catch::Contains("ermission denied"));
  CHECK(office.is_whole(rows));
}

TEST_CASE("a second program on the same database is told who has it, and the first goes on",
          "[environment]") {
  WorkingOffice office;
  const Ended second = office.try_command({"serve"});
  CHECK(second.status == 1);
  CHECK_THAT(second.err, Catch::Contains("another dondoc is using this database") &&
                             Catch::Contains(process_of(office)));
  office.chats(0).say("701", "việc của tôi", office.now());
  const std::size_t before = office.chats(0).lines("701").size();
  office.settle();
  CHECK(office.chats(0).lines("701").size() > before);
}

TEST_CASE("a clock set back a year takes nothing away, and is said to be wrong", "[environment]") {
  WorkingOffice office("2023-05-25T08:00");
  REQUIRE(office.stop() == 0);
  const std::int64_t rows = office.rows();
  RunningProgram early({DONDOC_PROGRAM, "serve", "--config", office.file("dondoc.json"),
                        "--virtual-clock", "2022-05-25T08:00"},
                       office.file("early.log"));
  REQUIRE_FALSE(early.line().empty());
  CHECK(comes_true(
      [&] { return office.said("early.log").find("clock_behind") != std::string::npos; }));
  early.signal(SIGTERM);
  CHECK(early.wait() == 0);
  CHECK(office.rows() >= rows);
  CHECK(office.is_whole(office.rows()));
  Instant last{0};
  const auto reader = open_sqlite_reader(office.database()).value();
  REQUIRE(reader->each_log(0, "", [&](const LogRow& row) {
    CHECK(row.at >= last);
    last = row.at;
  }));
  // With the clock right again the office works as if nothing had been.
  office.start();
  office.run_to("2023-05-29T14:00");
  CHECK(office.rows() > rows);
}

TEST_CASE("a database newer than the program is refused by serve, and left as it is",
          "[environment]") {
  WorkingOffice office;
  REQUIRE(office.stop() == 0);
  {
    SQLite::Database database(office.database(), SQLite::OPEN_READWRITE);
    database.exec("INSERT INTO schema_version (version, name) VALUES (999, 'of tomorrow')");
  }
  const std::string before = content_of(office.database());
  const Ended ended = office.try_command({"serve"});
  CHECK(ended.status == 1);
  CHECK_THAT(ended.err, Catch::Contains("version 999") && Catch::Contains("use a newer dondoc"));
  CHECK(content_of(office.database()) == before);
}

TEST_CASE("a running office leaves no core, no file that others can read, no secret in its log",
          "[environment][security]") {
  const mode_t umask_before = ::umask(0);
  WorkingOffice office;
  ::umask(umask_before);
  office.chats(0).say("701", "đã xong 3 cuộc", office.now());
  office.settle();
  const std::string limits = content_of("/proc/" + process_of(office) + "/limits");
  CHECK_THAT(limits, Catch::Contains("Max core file size        0                    0"));
  std::size_t files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(office.file("var"))) {
    if (entry.is_directory()) continue;
    INFO(entry.path().string());
    CHECK((entry.status().permissions() & fs::perms(0077)) == fs::perms::none);
    ++files;
  }
  CHECK(files >= 3);
  const std::string said = office.said();
  CHECK_FALSE(said.empty());
  for (const std::string& secret :
       {std::string(FakeTelegram::k_token), std::string("secret-of-the-webhook"),
        std::string("đã xong 3 cuộc")})
    CHECK(said.find(secret) == std::string::npos);
}
