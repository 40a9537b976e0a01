#include "engine/state/directory.h"

#include <catch2/catch.hpp>

using namespace dondoc;

namespace {

LocalDate day(const char* iso) { return LocalDate::parse(iso).value(); }

Unit unit(std::string id, std::string parent) {
  return {std::move(id), "", "", "", std::move(parent), false, false, false};
}

enum class Role { officer, lead, both, none };

Person person(std::string id, std::string unit, Role role) {
  Person p;
  p.id = std::move(id);
  p.unit = std::move(unit);
  p.officer = role == Role::officer || role == Role::both;
  p.lead = role == Role::lead || role == Role::both;
  return p;
}

/// tinh (leads: ong-tinh) > huyen (ba-huyen, co-huyen) > cum (nobody) > xa (officers chi-an,
/// chi-binh; lead ong-xa)
Directory province() {
  Directory d;
  for (auto [id, parent] :
       {std::pair{"tinh", ""}, {"huyen", "tinh"}, {"cum", "huyen"}, {"xa", "cum"}}) {
    d.put(unit(id, parent));
  }
  d.put(person("ong-tinh", "tinh", Role::lead));
  d.put(person("co-huyen", "huyen", Role::lead));
  d.put(person("ba-huyen", "huyen", Role::both));
  d.put(person("chi-binh", "xa", Role::officer));
  d.put(person("chi-an", "xa", Role::officer));
  d.put(person("ong-xa", "xa", Role::lead));
  d.put(person("khach", "xa", Role::none));
  return d;
}

using Ids = std::vector<std::string>;

Ids ids(const std::vector<const Person*>& persons) {
  Ids result;
  for (const Person* p : persons) result.push_back(p->id);
  return result;
}

void dismiss(Directory& d, std::string_view id) {
  d.change_person(id, [](Person& p) { p.active = false; });
}

void send_away(Directory& d, std::string_view id, const char* from, const char* to,
               const std::string& deputy) {
  d.change_person(id, [&](Person& p) { p.leaves.push_back({day(from), day(to), deputy}); });
}

std::string deputy(const Directory& d, std::string_view id, const char* on) {
  const Person* found = d.deputy_of(*d.person(id), day(on));
  return found == nullptr ? "" : found->id;
}

}  // namespace

TEST_CASE("units and persons are found by id and by nothing else", "[directory]") {
  auto d = province();
  CHECK(d.unit("xa")->parent == "cum");
  CHECK(d.unit("") == nullptr);
  CHECK(d.person("chi-an")->unit == "xa");
  CHECK(d.person("xa") == nullptr);
  CHECK_FALSE(d.change_person("nobody", [](Person&) {}));
}

TEST_CASE("officers come in order of id whoever was registered first", "[directory]") {
  auto d = province();
  CHECK(ids(d.officers_of("xa")) == Ids{"chi-an", "chi-binh"});
  CHECK(ids(d.officers_of("cum")).empty());
  CHECK(ids(d.officers_of("nowhere")).empty());
}

TEST_CASE("a person who moves to another unit leaves the old one", "[directory]") {
  auto d = province();
  d.put(person("chi-an", "cum", Role::officer));
  CHECK(ids(d.officers_of("xa")) == Ids{"chi-binh"});
  CHECK(ids(d.officers_of("cum")) == Ids{"chi-an"});
  d.put(person("chi-an", "cum", Role::officer));
  CHECK(ids(d.officers_of("cum")) == Ids{"chi-an"});
}

TEST_CASE("an external unit has no officers and no leads here", "[directory]") {
  auto d = province();
  auto outside = unit("so", "tinh");
  outside.external = true;
  d.put(outside);
  d.put(person("ong-so", "so", Role::both));
  CHECK(d.officers_of("so").empty());
  CHECK(ids(d.leads_over("so")) == Ids{"ong-tinh"});
}

TEST_CASE("the leads over a unit are those of the nearest unit above that has any", "[directory]") {
  auto d = province();
  CHECK(ids(d.leads_over("xa")) == Ids{"ba-huyen", "co-huyen"});
  CHECK(ids(d.leads_over("huyen")) == Ids{"ong-tinh"});
  dismiss(d, "ba-huyen");
  dismiss(d, "co-huyen");
  CHECK(ids(d.leads_over("xa")) == Ids{"ong-tinh"});
  dismiss(d, "ong-tinh");
  CHECK(d.leads_over("xa").empty());
  CHECK(d.leads_over("nowhere").empty());
}

TEST_CASE("the leads over the top unit are its own", "[directory]") {
  auto d = province();
  CHECK(ids(d.leads_over("tinh")) == Ids{"ong-tinh"});
  CHECK(d.superiors_over("tinh").empty());
}

TEST_CASE("a unit below an external one only is the top of its office", "[directory]") {
  auto d = province();
  auto outside = unit("tinh", "");
  outside.external = true;
  d.put(outside);
  CHECK(ids(d.leads_over("huyen")) == Ids{"ba-huyen", "co-huyen"});
  CHECK(d.superiors_over("huyen").empty());
}

TEST_CASE("the superiors are the leads of the next unit with leads above those", "[directory]") {
  auto d = province();
  CHECK(ids(d.superiors_over("xa")) == Ids{"ong-tinh"});
  CHECK(d.superiors_over("huyen").empty());
}

TEST_CASE("a unit that stands above itself stops no one", "[directory]") {
  Directory d;
  d.put(unit("a", "b"));
  d.put(unit("b", "a"));
  d.put(unit("self", "self"));
  d.put(person("p", "a", Role::lead));
  CHECK(ids(d.leads_over("b")) == Ids{"p"});
  CHECK(d.leads_over("a").empty());
  CHECK(d.superiors_over("b").empty());
  CHECK(d.is_within("a", "b"));
  CHECK_FALSE(d.is_within("a", "self"));
}

TEST_CASE("a unit lies within itself and those above it", "[directory]") {
  auto d = province();
  CHECK(d.is_within("xa", "xa"));
  CHECK(d.is_within("xa", "tinh"));
  CHECK_FALSE(d.is_within("tinh", "xa"));
  CHECK_FALSE(d.is_within("xa", ""));
  CHECK_FALSE(d.is_within("", ""));
  CHECK_FALSE(d.is_within("nowhere", "tinh"));
}

TEST_CASE("a tree of endless depth is cut off", "[directory]") {
  Directory d;
  for (int i = 0; i < 1000; ++i) d.put(unit("u" + std::to_string(i), "u" + std::to_string(i + 1)));
  CHECK(d.is_within("u0", "u10"));
  CHECK_FALSE(d.is_within("u0", "u999"));
}

TEST_CASE("the deputy stands in from the first to the last day of the leave", "[directory]") {
  auto d = province();
  send_away(d, "chi-an", "2023-11-20", "2023-11-22", "chi-binh");
  struct Case {
    const char* on;
    bool away;
    const char* deputy;
  };
  auto c = GENERATE(values<Case>({{"2023-11-19", false, ""},
                                  {"2023-11-20", true, "chi-binh"},
                                  {"2023-11-22", true, "chi-binh"},
                                  {"2023-11-23", false, ""}}));
  CHECK(d.on_leave(*d.person("chi-an"), day(c.on)) == c.away);
  CHECK(deputy(d, "chi-an", c.on) == c.deputy);
}

TEST_CASE("the deputy of a deputy on leave stands in", "[directory]") {
  auto d = province();
  send_away(d, "chi-an", "2023-11-20", "2023-11-22", "chi-binh");
  send_away(d, "chi-binh", "2023-11-21", "2023-11-21", "ong-xa");
  CHECK(deputy(d, "chi-an", "2023-11-20") == "chi-binh");
  CHECK(deputy(d, "chi-an", "2023-11-21") == "ong-xa");
  send_away(d, "ong-xa", "2023-11-21", "2023-11-21", "chi-an");
  CHECK(deputy(d, "chi-an", "2023-11-21").empty());
}

TEST_CASE("nobody stands in who is unknown, inactive, or the person away", "[directory]") {
  auto d = province();
  auto named = GENERATE(as<std::string>{}, "", "nobody", "chi-an", "chi-binh");
  dismiss(d, "chi-binh");
  send_away(d, "chi-an", "2023-11-20", "2023-11-22", named);
  CHECK(deputy(d, "chi-an", "2023-11-20").empty());
}

TEST_CASE("when leaves overlap the latest word counts", "[directory]") {
  auto d = province();
  send_away(d, "chi-an", "2023-11-20", "2023-11-22", "chi-binh");
  send_away(d, "chi-an", "2023-11-22", "2023-11-24", "ong-xa");
  CHECK(deputy(d, "chi-an", "2023-11-21") == "chi-binh");
  CHECK(deputy(d, "chi-an", "2023-11-22") == "ong-xa");
}

TEST_CASE("a person is known by channel and account together, while active", "[directory]") {
  auto d = province();
  d.change_person("chi-an", [](Person& p) {
    p.addresses = {{"telegram", "7", true}, {"zalo_oa", "42", false}};
  });
  d.change_person("khach", [](Person& p) { p.addresses = {{"zalo_bot", "", true}}; });
  CHECK(d.at_address("zalo_oa", "42") == d.person("chi-an"));
  CHECK(d.at_address("telegram", "42") == nullptr);
  CHECK(d.at_address("zalo_bot", "") == nullptr);
  dismiss(d, "chi-an");
  CHECK(d.at_address("zalo_oa", "42") == nullptr);
  CHECK(d.person("chi-an") != nullptr);
}

TEST_CASE("a person who left an account is not known by it", "[directory]") {
  auto d = province();
  d.change_person("chi-an", [](Person& p) { p.addresses = {{"telegram", "7", true}}; });
  d.change_person("chi-an", [](Person& p) { p.addresses = {{"telegram", "8", true}}; });
  CHECK(d.at_address("telegram", "7") == nullptr);
  CHECK(d.at_address("telegram", "8") == d.person("chi-an"));
}

TEST_CASE("units are found by the last words of their names, also after a change of name") {
  Directory d;
  d.put(Unit{"ba-diem", "Hội LHPN xã Bà Điểm", "Bà Điểm", "commune", ""});
  d.put(Unit{"diem", "Hội LHPN xã Điểm", "", "commune", ""});
  const auto ending_in = [&](std::string_view words) {
    const auto& ids = d.unit_names().ending_in(words);
    return std::vector<std::string>(ids.begin(), ids.end());
  };
  CHECK(ending_in("xa ba diem") == std::vector<std::string>{"ba-diem"});
  CHECK(ending_in("diem") == std::vector<std::string>{"ba-diem", "diem"});
  CHECK(ending_in("ba").empty());
  CHECK(ending_in("").empty());
  d.put(Unit{"ba-diem", "Hội LHPN xã Hóc Môn (mới)", "", "commune", ""});
  CHECK(ending_in("ba diem").empty());
  CHECK(ending_in("diem") == std::vector<std::string>{"diem"});
  CHECK(ending_in("hoc mon moi") == std::vector<std::string>{"ba-diem"});
}
