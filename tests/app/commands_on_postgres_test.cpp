// The commands on a PostgreSQL database.
#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "app/command_line.h"
#include "app/settings.h"
#include "app/temporary_folder.h"
#include "storage/open.h"
#include "tests/storage/postgres_cluster.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

int run_words(std::vector<std::string> words) {
  words.insert(words.begin(), "dondoc");
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  return run_command_line(static_cast<int>(arguments.size()), arguments.data());
}

/// An installation whose configuration names a database of a server.
class Installation {
 public:
  explicit Installation(const std::string& address) {
    ::setenv("STATE_DIRECTORY", folder_.path().c_str(), 1);
    std::ofstream(config_) << R"({"storage": {"url": ")" << address << "\"}}";
  }
  ~Installation() { ::unsetenv("STATE_DIRECTORY"); }
  Installation(const Installation&) = delete;
  Installation& operator=(const Installation&) = delete;

  int run(std::vector<std::string> words) const {
    words.insert(words.end(), {"--config", config_});
    return run_words(std::move(words));
  }
  std::string file(const std::string& name) const { return folder_.file(name); }

 private:
  TemporaryFolder folder_;
  const std::string config_ = folder_.file("dondoc.json");
};

const std::string k_plan = std::string(DONDOC_SOURCE_DIR) + "/workflows/plans/b-hocmon-2023.json";

}  // namespace

TEST_CASE("the commands work on a server as on a file") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const Installation installation(database.address());
  CHECK(installation.run({"issue", k_plan}) == 0);
  CHECK(installation.run({"issue", k_plan}) == 1);
  CHECK(installation.run({"board", "--json"}) == 0);
  CHECK(installation.run({"explain", "B20-07", "--json"}) == 0);
  CHECK(installation.run({"verify"}) == 0);
  CHECK(installation.run({"doctor"}) <= 1);
  const std::string out = installation.file("summary.txt");
  CHECK(installation.run({"summary", "B-HPN-HM-2023", "--out", out}) == 0);
  CHECK(std::filesystem::file_size(out) > 0);
  database.run_sql(
      "SET session_replication_role = replica; "
      "UPDATE dondoc.log SET body = '{}' WHERE seq = 1");
  CHECK(installation.run({"verify"}) == 1);
}

TEST_CASE("an office moves to a server by one command and is verified there") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const Installation server(database.address());
  const std::string file = "sqlite:" + server.file("office.db");
  const std::string config = server.file("file.json");
  std::ofstream(config) << R"({"storage": {"url": ")" << file << "\"}}";
  CHECK(run_words({"issue", k_plan, "--config", config}) == 0);
  CHECK(run_words({"move", "--from", file, "--to", database.address()}) == 0);
  CHECK(server.run({"verify"}) == 0);
  CHECK(server.run({"explain", "B20-07"}) == 0);
  CHECK(run_words({"move", "--from", file, "--to", database.address()}) == 1);
  CHECK(run_words({"move", "--from", "office.db", "--to", database.address()}) == 2);
}

TEST_CASE("the program's role does not migrate, the owner does") {
  ON_POSTGRES(cluster);
  const std::string name = cluster.make_empty_database();
  {
    const Installation program(cluster.address(name));
    CHECK(program.run({"migrate"}) == 1);
    CHECK(program.run({"board"}) == 1);
    const Installation owner(cluster.address(name, PostgresCluster::k_owner));
    CHECK(owner.run({"migrate"}) == 0);
    CHECK(owner.run({"migrate"}) == 0);
    CHECK(program.run({"board"}) == 0);
    CHECK(program.run({"migrate"}) == 0);  // nothing is left to do
  }
  cluster.drop_database(name);
}

TEST_CASE("backup and restore of a server are refused and leave no file") {
  ON_POSTGRES(cluster);
  const PostgresDatabase database(cluster);
  const Installation installation(database.address());
  const std::string file = installation.file("backup.db");
  CHECK(installation.run({"backup", file}) == 1);
  CHECK_FALSE(std::filesystem::exists(file));
  CHECK(installation.run({"restore", file}) == 1);
}

TEST_CASE("what is beside a database of a server lies where the service keeps its files") {
  ::setenv("STATE_DIRECTORY", "/var/lib/dondoc", 1);
  CHECK(vault_key_file("postgresql://dondoc@db1/dondoc") == "/var/lib/dondoc/dondoc.key");
  CHECK(vault_key_file("var/office.db") == "var/office.db.key");
  ::unsetenv("STATE_DIRECTORY");
  CHECK(vault_key_file("postgresql://dondoc@db1/dondoc") == "var/dondoc.key");
}

TEST_CASE("who is shown the database of a server sees neither name nor settings of the address") {
  CHECK(shown_database("postgresql://dondoc:secret@db1,db2:5433/office?passfile=/a") ==
        "postgresql://db1,db2:5433/office");
  CHECK(shown_database("postgres:///office?host=/run") == "postgresql:///office");
  CHECK(shown_database("var/dondoc.db") == "var/dondoc.db");
}
