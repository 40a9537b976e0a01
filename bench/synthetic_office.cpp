#include "bench/synthetic_office.h"

#include <fmt/format.h>

#include <utility>

#include "app/data.h"

namespace dondoc::bench {
namespace {

int digits(int units) { return units > 99 ? 3 : 2; }

std::string plan_id(const OfficeSize& size) {
  return size.first_duty == 1 ? "X-BENCH" : fmt::format("X-BENCH-{}", size.first_duty);
}

std::string units_json(const OfficeSize& size) {
  std::string json = R"({"id":"uy-ban","name":"Ủy ban nhân dân","kind":"committee","parent":null})";
  for (int i = 1; i <= size.units; ++i)
    json += fmt::format(R"(,{{"id":"{}","name":"Xã số {}","kind":"commune","parent":"uy-ban"}})",
                        unit_id(i), i);
  return json;
}

std::string group_json(const OfficeSize& size) {
  std::string list;
  for (int i = 1; i <= size.units; ++i)
    list += fmt::format("{}\"{}\"", i == 1 ? "" : ",", unit_id(i));
  return fmt::format(R"({{"id":"cac-xa","name":"Các xã","units":[{}]}})", list);
}

std::string obligations_json(const OfficeSize& size, LocalDate due) {
  std::string json;
  for (int i = size.first_duty; i < size.first_duty + size.duties; ++i) {
    json += fmt::format(
        R"({}{{"id":"X{}","line":"1","kind":"report_once","binding":"ordered",)"
        R"("what":"Báo cáo kết quả thực hiện nội dung {}",)"
        R"("who":["cac-xa"],"to":[{{"unit":"uy-ban"}}],"due":{{"type":"date","date":"{}",)"
        R"("inclusive":true,"stated":"chậm nhất"}}}})",
        i == size.first_duty ? "" : ",", i, i, due.iso());
  }
  return json;
}

std::string plan_json(const OfficeSize& size, LocalDate issued, LocalDate due) {
  return fmt::format(
      R"({{"plan":{{"id":"{}","number":"01/KH-UBND","date":"{}","issuer":"uy-ban","subject":"Kế hoạch đo tốc độ",)"
      R"("from":"{}","to":"{}","source":"dữ liệu đo"}},"units":[{}],"groups":[{}],"obligations":[{}]}})",
      plan_id(size), issued.iso(), issued.iso(), (due + CalendarDays{31}).iso(), units_json(size),
      group_json(size), obligations_json(size, due));
}

Command by_administrator(CommandBody body) {
  return Command{std::string(k_administrator), "", std::move(body)};
}

}  // namespace

Result<Definitions> definitions_of_this_place() {
  auto data = find_data("", "");
  if (!data) return tl::unexpected(data.error());
  auto loaded = load_definitions(*data);
  if (!loaded.definitions)
    return failure(ErrorKind::permanent, "data files have faults: run dondoc check");
  return std::move(*loaded.definitions);
}

std::string code_of(int duty, int unit, const OfficeSize& size) {
  return fmt::format("X{}-{:0{}}", duty, unit, digits(size.units));
}

std::string unit_id(int unit) { return fmt::format("xa-{}", unit); }

std::string officer_of(int unit) { return fmt::format("can-bo-{}", unit); }

std::vector<Command> make_units(const OfficeSize& size) {
  std::vector<Command> commands;
  commands.push_back(by_administrator(
      RegisterUnit{Unit{"uy-ban", "Ủy ban nhân dân", "", "committee", "", false, false, false}}));
  for (int i = 1; i <= size.units; ++i) {
    Unit unit{unit_id(i), fmt::format("Xã số {}", i), "", "commune", "uy-ban", false, false, false};
    commands.push_back(by_administrator(RegisterUnit{unit}));
    Person officer;
    officer.id = officer_of(i);
    officer.name = fmt::format("Cán bộ {}", i);
    officer.unit = unit.id;
    officer.officer = true;
    officer.addresses.push_back({"sandbox", officer.id, true});
    commands.push_back(by_administrator(RegisterPerson{officer}));
  }
  return commands;
}

Command make_plan(const OfficeSize& size, LocalDate issued, LocalDate due) {
  return by_administrator(IssuePlan{plan_json(size, issued, due)});
}

std::vector<Command> make_office(const OfficeSize& size, LocalDate issued, LocalDate due) {
  std::vector<Command> commands = make_units(size);
  commands.push_back(make_plan(size, issued, due));
  return commands;
}

}  // namespace dondoc::bench
