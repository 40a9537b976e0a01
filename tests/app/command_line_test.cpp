#include "app/command_line.h"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "app/command_serve.h"
#include "app/temporary_folder.h"
#include "storage/sqlite/sqlite_reader.h"

using namespace dondoc;

namespace {

int run(std::vector<std::string> words) {
  words.insert(words.begin(), "dondoc");
  std::vector<const char*> arguments;
  for (const std::string& word : words) arguments.push_back(word.c_str());
  return run_command_line(static_cast<int>(arguments.size()), arguments.data());
}

void write(const std::string& path, const std::string& text) {
  std::ofstream(path, std::ios::binary) << text;
}

std::string text_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// An installation with a database of its own and the project's data files.
struct Installation {
  TemporaryFolder folder;
  std::string config = folder.file("dondoc.json");

  Installation() {
    write(config, R"({"storage": {"url": "sqlite:)" + folder.file("t.db") + R"("}})");
  }

  int run_with(std::vector<std::string> words) {
    words.insert(words.end(), {"--config", config});
    return run(std::move(words));
  }

  std::int64_t last_seq() {
    return open_sqlite_reader(folder.file("t.db")).value()->last_seq().value();
  }
};

const std::string k_plan = std::string(DONDOC_SOURCE_DIR) + "/workflows/plans/b-hocmon-2023.json";

}  // namespace

TEST_CASE("wrong usage is exit code 2, help and version are 0") {
  CHECK(run({}) == 2);
  CHECK(run({"no-such-command"}) == 2);
  CHECK(run({"explain"}) == 2);
  CHECK(run({"board", "--no-such-option"}) == 2);
  CHECK(run({"diagram", "person"}) == 2);
  CHECK(run({"admin"}) == 2);
  CHECK(run({"admin", "question", "confirm", "P", "Q"}) == 2);
  CHECK(run({"admin", "question", "confirm", "P", "Q", "--default", "--text", "x"}) == 2);
  CHECK(run({"bench", "no-such-bench"}) == 2);
  CHECK(run({"--version"}) == 0);
  CHECK(run({"--help"}) == 0);
}

TEST_CASE("every command has help") {
  for (const char* command :
       {"check", "preview", "demo", "serve", "issue", "board", "explain", "summary", "doctor",
        "verify", "backup", "restore", "migrate", "move", "bench", "diagram", "admin"}) {
    INFO(command);
    CHECK(run({command, "--help"}) == 0);
  }
}

TEST_CASE("a state at fault is exit code 1") {
  Installation installation;
  CHECK(installation.run_with({"board"}) == 1);  // no database yet
  CHECK(run({"board", "--config", installation.folder.file("missing.json")}) == 1);
  CHECK(installation.run_with({"migrate"}) == 0);
  CHECK(installation.run_with({"board"}) == 0);
  CHECK(installation.run_with({"board", "--plan", "none"}) == 1);
  CHECK(installation.run_with({"board", "--as-of", "yesterday"}) == 2);
  CHECK(installation.run_with({"explain", "B99-99"}) == 1);
  CHECK(installation.run_with({"summary", "none", "--out", "-"}) == 1);
}

TEST_CASE("a plan is issued once, and board, explain, summary, doctor and verify see it") {
  Installation installation;
  CHECK(installation.run_with({"issue", k_plan}) == 0);
  CHECK(installation.run_with({"issue", k_plan}) == 1);
  CHECK(installation.run_with({"board", "--json"}) == 0);
  CHECK(installation.run_with({"explain", "B20-07", "--json"}) == 0);
  CHECK(installation.run_with({"verify"}) == 0);
  CHECK(installation.run_with({"doctor"}) <= 1);
  CHECK(installation.run_with(
            {"admin", "question", "confirm", "B-HPN-HM-2023", "B-Q99", "--default"}) == 1);
  const std::string out = installation.folder.file("summary.txt");
  CHECK(installation.run_with({"summary", "B-HPN-HM-2023", "--period", "1999", "--out", out}) == 1);
  CHECK_FALSE(std::filesystem::exists(out));
  CHECK(installation.run_with({"summary", "B-HPN-HM-2023", "--out", out}) == 0);
  CHECK(text_of(out).ends_with("\n"));
}

TEST_CASE("the summary is written in the form its file's ending asks for") {
  Installation installation;
  REQUIRE(installation.run_with({"issue", k_plan}) == 0);
  struct Case {
    const char* ending;
    const char* begins;
  };
  for (const Case& c : {Case{"docx", "PK"}, Case{"xlsx", "PK"}, Case{"csv", "\xEF\xBB\xBF"},
                        Case{"ics", "BEGIN:VCALENDAR\r\n"}, Case{"json", "{"}}) {
    CAPTURE(c.ending);
    const std::string out = installation.folder.file(std::string("summary.") + c.ending);
    REQUIRE(installation.run_with({"summary", "B-HPN-HM-2023", "--out", out}) == 0);
    CHECK(text_of(out).starts_with(c.begins));
  }
}

TEST_CASE("board, log, deadlines, proof and slip are exported, what does not exist is refused") {
  Installation installation;
  REQUIRE(installation.run_with({"issue", k_plan}) == 0);
  const std::string out = installation.folder.file("exported");
  const auto exported = [&](std::vector<std::string> words) {
    std::filesystem::remove(out);
    words.insert(words.begin(), {"admin", "export"});
    words.insert(words.end(), {"--out", out});
    const int code = installation.run_with(words);
    CHECK(std::filesystem::exists(out) == (code == 0));
    return code;
  };
  CHECK(exported({"board"}) == 0);
  CHECK(text_of(out).find("B20-07") != std::string::npos);
  CHECK(exported({"log"}) == 0);
  CHECK(text_of(out).find("plan_issued") != std::string::npos);
  CHECK(exported({"deadlines", "--unit", "hpn-xa-ba-diem"}) == 0);
  CHECK(text_of(out).starts_with("BEGIN:VCALENDAR"));
  CHECK(exported({"proof", "B20-07"}) == 0);
  CHECK(text_of(out).starts_with("PK"));
  CHECK(exported({"slip", "B-HPN-HM-2023", "hpn-xa-ba-diem"}) == 0);
  CHECK(text_of(out).starts_with("PK"));
  CHECK(exported({"board", "--plan", "none"}) == 1);
  CHECK(exported({"deadlines", "--unit", "none"}) == 1);
  CHECK(exported({"deadlines", "--person", "none"}) == 1);
  CHECK(exported({"deadlines"}) == 2);
  CHECK(exported({"proof", "B99-99"}) == 1);
  CHECK(exported({"slip", "B-HPN-HM-2023", "none"}) == 1);
}

TEST_CASE("an import is all or nothing, and a dry run writes nothing") {
  Installation installation;
  const std::string units = installation.folder.file("units.csv");
  write(units, "id,name,short,kind,parent\nxa-mot,Xã Một,,commune,\nto-mot,Tổ Một,,team,xa-mot\n");
  CHECK(installation.run_with({"admin", "units", "import", units, "--dry-run"}) == 0);
  CHECK_FALSE(std::filesystem::exists(installation.folder.file("t.db")));
  CHECK(installation.run_with({"admin", "units", "import", units}) == 0);
  const auto after_units = installation.last_seq();

  const std::string persons = installation.folder.file("persons.csv");
  const std::string header = "id,name,address,unit,roles,language,channels\n";
  write(persons,
        header + "p-an,An,chị,xa-mot,officer,vi,sandbox\np-ba,Ba,anh,nowhere,officer,vi,\n");
  CHECK(installation.run_with({"admin", "persons", "import", persons}) == 1);
  CHECK(installation.last_seq() == after_units);
  write(persons,
        header + "p-an,An,chị,xa-mot,officer,vi,sandbox\np-ba,Ba,anh,to-mot,officer,vi,\n");
  CHECK(installation.run_with({"admin", "persons", "import", persons, "--dry-run"}) == 0);
  CHECK(installation.last_seq() == after_units);
  CHECK(installation.run_with({"admin", "persons", "import", persons}) == 0);
  CHECK(installation.last_seq() == after_units + 2);
  CHECK(installation.run_with({"admin", "persons", "import", persons}) ==
        0);  // nothing new: nothing written
  CHECK(installation.last_seq() == after_units + 2);
}

TEST_CASE(
    "a change of units is looked at, planned, taken back and done, and found by the old name") {
  Installation installation;
  REQUIRE(installation.run_with({"issue", k_plan}) == 0);
  const std::string file = installation.folder.file("change.json");
  const auto merger = [](const std::string& on, const std::string& second) {
    return R"({"id": "nhap", "on": ")" + on + R"(", "basis": "Nghị quyết 1/NQ-HĐND", "changes": [
      {"act": "merge", "units": ["hpn-xa-nhi-binh", ")" +
           second + R"("], "into": [
        {"id": "hpn-xa-moi", "name": "Hội LHPN xã Mới", "short": "Xã Mới", "kind": "commune",
         "parent": "hpn-huyen-hoc-mon"}]}]})";
  };
  const auto change = [&](std::vector<std::string> more) {
    more.insert(more.begin(), {"admin", "units", "change", file});
    return installation.run_with(more);
  };
  write(file, merger("2100-01-01", "hpn-xa-dong-than"));
  CHECK(change({}) == 1);  // no unit of that name
  write(file, merger("2100-01-01", "hpn-xa-dong-thanh"));
  const auto before = installation.last_seq();
  CHECK(change({"--dry-run"}) == 0);
  CHECK(installation.last_seq() == before);
  CHECK(change({}) == 0);
  CHECK(installation.last_seq() == before + 1);  // it waits for its day
  CHECK(change({}) == 1);                        // and is not recorded twice
  CHECK(installation.run_with(
            {"admin", "units", "drop", "nhap", "--reason", "Chưa có nghị quyết"}) == 0);
  write(file, merger("2025-07-01", "hpn-xa-dong-thanh"));
  CHECK(change({}) == 0);
  CHECK(installation.run_with({"admin", "units", "find", "nhi binh"}) == 0);
  CHECK(installation.run_with({"admin", "units", "find", "xã không có"}) == 1);
  CHECK(installation.run_with({"verify"}) == 0);
}

TEST_CASE("a virtual clock and a channel elsewhere do not go together") {
  CHECK(is_on_this_machine("http://127.0.0.1:8081/bot"));
  CHECK(is_on_this_machine("http://localhost"));
  CHECK(is_on_this_machine("http://[::1]:1"));
  CHECK_FALSE(is_on_this_machine("https://api.telegram.org"));
  CHECK_FALSE(is_on_this_machine("http://127.0.0.1@evil.example/"));
  CHECK_FALSE(is_on_this_machine("http://127.0.0.1.evil.example/"));
  Config config;
  CHECK(address_elsewhere(config).empty());
  config.telegram.enabled = true;
  CHECK(address_elsewhere(config) == "telegram /api_base");
  config.telegram.api_base = "http://127.0.0.1:8081";
  CHECK(address_elsewhere(config).empty());
  config.zalo_oa.enabled = true;
  config.zalo_oa.api_base = "http://127.0.0.1:8082";
  CHECK(address_elsewhere(config) == "zalo_oa /oauth_base");
}
