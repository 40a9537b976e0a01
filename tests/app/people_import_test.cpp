#include "app/people_import.h"

#include <algorithm>
#include <catch2/catch.hpp>

#include "app/csv.h"
#include "tests/support/office.h"

using namespace dondoc;
using namespace dondoc::test;

namespace {

using Fields = std::vector<std::string>;

Fields first_row(const std::string& text) {
  const CsvTable table = read_csv(text);
  REQUIRE(table.faults.empty());
  REQUIRE_FALSE(table.rows.empty());
  return table.rows.front().fields;
}

Directory directory() {
  Directory d;
  d.put(Unit{"huyen", "Huyện Mẫu", "", "commune", "", false, false, false});
  return d;
}

struct Read {
  std::optional<std::vector<ImportRow>> rows;
  std::vector<Fault> faults;
};

Read import(ImportKind kind, const std::string& file, const std::string& text,
            const Directory& known = directory()) {
  Faults faults(file);
  Read read;
  read.rows = read_import(kind, file, text, known, faults);
  read.faults = faults.list();
  return read;
}

Fields places(const Read& read) {
  Fields list;
  for (const Fault& fault : read.faults) list.push_back(fault.pointer);
  return list;
}

bool names(const Read& read, const std::string& place) {
  const Fields list = places(read);
  return std::find(list.begin(), list.end(), place) != list.end();
}

const std::string k_units = "id,name,short,kind,parent\n";
const std::string k_persons = "id,name,address,unit,roles,language,channels\n";

}  // namespace

TEST_CASE("csv as RFC 4180 has it") {
  CHECK(first_row("a,b,c\r\n") == Fields{"a", "b", "c"});
  CHECK(first_row("a,b") == Fields{"a", "b"});
  CHECK(first_row("a,,\n") == Fields{"a", "", ""});
  CHECK(first_row("\"a,b\",c\n") == Fields{"a,b", "c"});
  CHECK(first_row("\"say \"\"yes\"\"\",c\n") == Fields{"say \"yes\"", "c"});
  CHECK(first_row("\"two\r\nlines\",c\n") == Fields{"two\r\nlines", "c"});
  CHECK(first_row("\"\",c\n") == Fields{"", "c"});
  CHECK(first_row("\xEF\xBB\xBFid,name\n") == Fields{"id", "name"});
}

TEST_CASE("csv rows know their line, also after a field of two lines and an empty line") {
  const CsvTable table = read_csv("a\n\"b\nb\"\n\nc\n");
  REQUIRE(table.rows.size() == 3);
  CHECK(table.rows[1].line == 2);
  CHECK(table.rows[2].line == 5);
}

TEST_CASE("csv faults name the line") {
  CHECK(read_csv("a\nb\"c\n").faults.at(0).line == 2);
  CHECK(read_csv("a\n\"b\"c\n").faults.at(0).line == 2);
  CHECK(read_csv("a\n\"never closed\n\n").faults.at(0).line == 2);
  CHECK(read_csv("").rows.empty());
}

TEST_CASE("units from csv come top down and are compared with the directory") {
  const Read read = import(
      ImportKind::units, "u.csv",
      k_units + "to-mot,Tổ Một,,team,xa-mot\nxa-mot,\"Xã Một, huyện Mẫu\",Xã Một,commune,huyen\n" +
          "huyen,Huyện Mẫu,,commune,\n");
  INFO(fault_lines(read.faults));
  REQUIRE(read.rows.has_value());
  REQUIRE(read.rows->size() == 3);
  auto place_of = [&](const std::string& id) {
    return std::find_if(read.rows->begin(), read.rows->end(),
                        [&](const ImportRow& row) { return row.id == id; });
  };
  CHECK(place_of("xa-mot") < place_of("to-mot"));
  CHECK(place_of("xa-mot")->name == "Xã Một, huyện Mẫu");
  CHECK(place_of("xa-mot")->effect == ImportEffect::added);
  CHECK(place_of("huyen")->effect == ImportEffect::unchanged);
  CHECK(place_of("to-mot")->place == "line 2");
}

TEST_CASE("every row's fault of a unit list is named with line and field") {
  const Read read = import(
      ImportKind::units, "u.csv",
      k_units +
          "Xã Một,Xã Một,,commune,huyen\nxa-hai,,,commune,huyen\nxa-ba,Xã Ba,,village,huyen\n" +
          "xa-bon,Xã Bốn,commune,huyen\n");
  CHECK_FALSE(read.rows.has_value());
  INFO(fault_lines(read.faults));
  CHECK(names(read, "line 2, id"));
  CHECK(names(read, "line 3, name"));
  CHECK(names(read, "line 4, kind"));
  CHECK(names(read, "line 5"));
}

TEST_CASE("ids twice, unknown units and circles are faults") {
  CHECK(places(import(ImportKind::units, "u.csv",
                      k_units + "a-a,A,,team,huyen\na-a,B,,team,huyen\n")) == Fields{"line 3, id"});
  CHECK(places(import(ImportKind::units, "u.csv", k_units + "a-a,A,,team,nobody\n")) ==
        Fields{"line 2, parent"});
  CHECK(
      places(import(ImportKind::units, "u.csv", k_units + "a-a,A,,team,b-b\nb-b,B,,team,a-a\n")) ==
      Fields{"line 2, parent", "line 3, parent"});
  CHECK(places(import(ImportKind::persons, "p.csv",
                      k_persons + "p-a,An,chị,nowhere,officer,vi,sandbox\n")) ==
        Fields{"line 2, unit"});
}

TEST_CASE("a header with an unknown, a double or a missing column is a fault of line 1") {
  CHECK(places(import(ImportKind::units, "u.csv", "id,name,kinds,parent\n")) ==
        Fields{"line 1", "line 1"});
  CHECK(places(import(ImportKind::units, "u.csv", "id,id,name,kind,parent\n")) == Fields{"line 1"});
  CHECK_FALSE(import(ImportKind::units, "u.csv", "").rows.has_value());
  CHECK_FALSE(import(ImportKind::units, "u.xlsx", "PK").rows.has_value());
}

TEST_CASE("persons from csv: lists with semicolons, faults by field") {
  const Read good =
      import(ImportKind::persons, "p.csv",
             k_persons + "p-an,Nguyễn Thị An,chị,huyen,officer; lead,vi,sandbox;telegram\n");
  INFO(fault_lines(good.faults));
  REQUIRE(good.rows.has_value());
  const Person& an = std::get<RegisterPerson>(good.rows->front().command).person;
  CHECK(an.officer);
  CHECK(an.lead);
  REQUIRE(an.addresses.size() == 1);
  CHECK(an.addresses.front().channel == "sandbox");
  const Read bad =
      import(ImportKind::persons, "p.csv",
             k_persons + "p-an,An,bà,huyen,boss,fr,fax\np-ba,Ba,chị,huyen,officer,vi,\n");
  for (const char* place :
       {"line 2, address", "line 2, roles", "line 2, language", "line 2, channels"}) {
    INFO(place);
    CHECK(names(bad, place));
  }
}

TEST_CASE("a person who is known keeps chat accounts and leaves") {
  Directory known = directory();
  Person an{"p-an", "An", "chị", "huyen", true, false, "vi", {{"telegram", "42", true}}, {}, true};
  an.leaves.push_back({*LocalDate::parse("2023-06-01"), *LocalDate::parse("2023-06-05"), "p-ba"});
  known.put(an);
  const Read read =
      import(ImportKind::persons, "p.csv",
             k_persons + "p-an,Nguyễn Thị An,chị,huyen,officer,vi,sandbox;telegram\n", known);
  REQUIRE(read.rows.has_value());
  CHECK(read.rows->front().effect == ImportEffect::changed);
  const Person& now = std::get<RegisterPerson>(read.rows->front().command).person;
  REQUIRE(now.addresses.size() == 2);
  CHECK(now.addresses[0].channel == "sandbox");
  CHECK(now.addresses[1].account == "42");
  CHECK(now.leaves.size() == 1);
}

TEST_CASE("json faults are named by pointer") {
  const Read read =
      import(ImportKind::units, "u.json",
             R"({"units":[{"id":"a-a","name":"A","kind":"team","parent":"nobody"}]})");
  CHECK(places(read) == Fields{"/units/0/parent"});
  CHECK_FALSE(import(ImportKind::units, "u.json", "{").rows.has_value());
}

TEST_CASE("a rehearsal sees earlier rows, names refusals, and writes nothing") {
  MemoryStore store;
  TestOffice office(store);
  office.open("2023-05-25T07:00");
  const auto before = store.last_seq().value();
  Faults faults("u.csv");
  const auto rows =
      read_import(ImportKind::units, "u.csv", k_units + "b-b,B,,team,a-a\na-a,A,,team,\n",
                  office.engine().office().directory, faults)
          .value();
  CHECK(rehearse(rows, definitions(), office.engine().office(), Zone::viet_nam(),
                 at("2023-05-25T08:00"), faults));
  auto refused = rows;
  refused.push_back({"line 9", "c-c", "C", ImportEffect::added,
                     RegisterUnit{Unit{"c-c", "C", "", "team", "nobody", false, false, false}}});
  CHECK_FALSE(rehearse(refused, definitions(), office.engine().office(), Zone::viet_nam(),
                       at("2023-05-25T08:00"), faults));
  CHECK(faults.list().front().pointer == "line 9");
  CHECK(store.last_seq().value() == before);
  CHECK(office.engine().office().directory.unit("a-a") == nullptr);
}
