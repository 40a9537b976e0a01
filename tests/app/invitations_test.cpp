#include "app/invitations.h"

#include <sys/stat.h>

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "app/case_files.h"
#include "app/command_line.h"
#include "app/desk.h"
#include "app/temporary_folder.h"
#include "app/whole_file.h"
#include "storage/sqlite/sqlite_reader.h"

using namespace dondoc;

namespace {

using Ids = std::vector<std::string>;

Person person(const std::string& id, const std::string& unit, const std::string& channel = "") {
  Person person;
  person.id = id;
  person.name = "Đồng chí " + id;
  person.unit = unit;
  person.officer = true;
  if (!channel.empty()) person.addresses = {Address{channel, "1" + id}};
  return person;
}

/// A district with two communes, and somebody elsewhere.
std::vector<CommandBody> people() {
  std::vector<CommandBody> commands;
  const auto unit = [&](const std::string& id, const std::string& parent) {
    commands.push_back(RegisterUnit{Unit{id, "Đơn vị " + id, "", "commune", parent}});
  };
  unit("huyen", "");
  unit("xa-1", "huyen");
  unit("xa-2", "huyen");
  unit("so", "");
  for (const Person& each :
       {person("a", "huyen"), person("b", "xa-1"), person("c", "xa-1", "telegram"),
        person("d", "xa-2", "zalo_oa"), person("e", "so", "sandbox")})
    commands.push_back(RegisterPerson{each});
  return commands;
}

Directory directory() {
  Directory directory;
  for (const CommandBody& command : people()) {
    if (const auto* unit = std::get_if<RegisterUnit>(&command)) directory.put(unit->unit);
    if (const auto* person = std::get_if<RegisterPerson>(&command)) directory.put(person->person);
  }
  Person retired = person("r", "xa-1");
  retired.active = false;
  directory.put(retired);
  return directory;
}

Ids chosen(const InvitedPersons& whom, const std::string& channel = "") {
  const Directory all = directory();
  const auto persons = invited_persons(all, whom, channel);
  if (!persons) return {persons.error().message};
  Ids ids;
  for (const Person* each : *persons) ids.push_back(each->id);
  return ids;
}

/// An office on a database of its own, with those people in it.
struct Installation {
  TemporaryFolder folder;
  std::string config = folder.file("dondoc.json");
  std::string sheet = folder.file("sheet.html");

  Installation() {
    std::ofstream(config) << R"({"storage": {"url": "sqlite:)" << folder.file("t.db") << "\"}}";
    auto desk = AdminDesk::open(config);
    REQUIRE(desk);
    REQUIRE((*desk)->carry_out(people()));
  }
  int invite(std::vector<std::string> words) {
    words.insert(words.begin(), {"dondoc", "admin", "invite"});
    words.insert(words.end(), {"--config", config});
    std::vector<const char*> arguments;
    for (const std::string& word : words) arguments.push_back(word.c_str());
    return run_command_line(static_cast<int>(arguments.size()), arguments.data());
  }
  std::size_t open_invitations() {
    auto reader = open_sqlite_reader(folder.file("t.db")).value();
    const Office office = read_office(*reader).value();
    std::size_t count = 0;
    for (const auto& [id, each] : office.directory.persons()) count += each.invitations.size();
    return count;
  }
  std::string text() {
    std::ifstream in(sheet);
    return {std::istreambuf_iterator<char>(in), {}};
  }
};

}  // namespace

TEST_CASE("who is invited: persons by name, a unit with those below, or all without an account",
          "[invitations]") {
  CHECK(chosen({{"c", "a"}, "", false}) == Ids{"c", "a"});
  CHECK(chosen({{}, "huyen", false}) == Ids{"a", "b"});
  CHECK(chosen({{}, "xa-1", false}) == Ids{"b"});
  CHECK(chosen({{}, "xa-2", false}).empty());
  CHECK(chosen({{}, "", true}) == Ids{"a", "e", "b"});
  CHECK(chosen({{}, "xa-2", false}, "telegram") == Ids{"d"});
  CHECK(chosen({{"nobody"}, "", false}) == Ids{"there is no person 'nobody'"});
  CHECK(chosen({{"r"}, "", false}) == Ids{"there is no person 'r'"});
  CHECK(chosen({{}, "no-unit", false}) == Ids{"there is no unit 'no-unit'"});
}

TEST_CASE("a sheet for all holds a card with the code for each, for its owner's eyes",
          "[invitations]") {
  Installation office;
  CHECK(office.invite({"--all", "--sheet", office.sheet}) == 0);
  CHECK(office.open_invitations() == 3);
  struct stat found {};
  REQUIRE(::stat(office.sheet.c_str(), &found) == 0);
  CHECK((found.st_mode & 0777) == 0600);
  const std::string html = office.text();
  CHECK(html.find("3 thư mời") != std::string::npos);
  CHECK(html.find("Đồng chí b") != std::string::npos);
  CHECK(html.find("Đơn vị xa-1") != std::string::npos);
  CHECK(html.find("Đồng chí c") == std::string::npos);
}

TEST_CASE("a sheet that cannot be written invites nobody", "[invitations]") {
  Installation office;
  CHECK(office.invite({"--all", "--sheet", office.folder.file("no-folder/sheet.html")}) == 1);
  CHECK(office.open_invitations() == 0);
}

TEST_CASE("who cannot be invited any more is named, the others have their card", "[invitations]") {
  Installation office;
  for (int i = 0; i < 5; ++i) CHECK(office.invite({"a"}) == 0);  // that many wait for her already
  CHECK(office.invite({"--unit", "huyen", "--sheet", office.sheet}) == 1);
  CHECK(office.text().find("1 thư mời") != std::string::npos);
  CHECK(office.text().find("Đồng chí a") == std::string::npos);
}

TEST_CASE("an invitation says whom it is for in one way", "[invitations]") {
  Installation office;
  CHECK(office.invite({}) == 2);
  CHECK(office.invite({"a", "--all"}) == 2);
  CHECK(office.invite({"--all", "--unit", "huyen"}) == 2);
  CHECK(office.invite({"nobody"}) == 1);
  CHECK(office.invite({"a", "b", "--json"}) == 0);
  CHECK(office.invite({"--unit", "xa-2", "--sheet", office.sheet}) == 0);  // nobody is left there
  CHECK_FALSE(std::filesystem::exists(office.sheet));
}

TEST_CASE("a file that was not finished leaves nothing, a finished one replaces the old one",
          "[files]") {
  TemporaryFolder folder;
  const std::string path = folder.file("out.txt");
  std::ofstream(path) << "old";
  { const auto unfinished = WholeFile::begin(path); }
  CHECK(std::filesystem::file_size(path) == 3);
  auto file = WholeFile::begin(path);
  REQUIRE(file);
  CHECK(file->finish("newer"));
  CHECK(std::filesystem::file_size(path) == 5);
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path())) {
    static_cast<void>(entry);
    ++files;
  }
  CHECK(files == 1);
}
