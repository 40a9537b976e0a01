#include "reports/deadlines_ics.h"

#include <libical/ical.h>

#include <catch2/catch.hpp>
#include <map>
#include <memory>

#include "tests/reports/sample_duties.h"

using namespace dondoc;
using namespace dondoc::sample;

namespace {

constexpr const char* k_today = "2023-11-20";

std::string ics_of(const std::vector<Assignment>& duties,
                   DeadlineEntry entry = DeadlineEntry::event) {
  std::vector<const Assignment*> pointers;
  for (const Assignment& a : duties) pointers.push_back(&a);
  return deadlines_ics(office(), pointers, {"Hạn của Hội LHPN xã Đông Thạnh", entry}, day(k_today));
}

/// Properties of the first entry, by name; read by libical.
std::map<std::string, std::string> properties(const std::string& ics) {
  std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
      icalparser_parse_string(ics.c_str()), &icalcomponent_free);
  REQUIRE(calendar != nullptr);
  REQUIRE(icalcomponent_count_errors(calendar.get()) == 0);
  icalcomponent* entry = icalcomponent_get_first_component(calendar.get(), ICAL_ANY_COMPONENT);
  REQUIRE(entry != nullptr);
  std::map<std::string, std::string> found;
  for (icalproperty* p = icalcomponent_get_first_property(entry, ICAL_ANY_PROPERTY); p != nullptr;
       p = icalcomponent_get_next_property(entry, ICAL_ANY_PROPERTY)) {
    char* value = icalproperty_get_value_as_string_r(p);
    found[icalproperty_get_property_name(p)] = value;
    icalmemory_free_buffer(value);
  }
  return found;
}

int entries(const std::string& ics) {
  std::unique_ptr<icalcomponent, decltype(&icalcomponent_free)> calendar(
      icalparser_parse_string(ics.c_str()), &icalcomponent_free);
  REQUIRE(calendar != nullptr);
  return icalcomponent_count_components(calendar.get(), ICAL_ANY_COMPONENT);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a deadline is an all-day entry on the day that counts", "[ics]") {
  const auto p = properties(ics_of({extended(duty("B20-01", "dt"), "2023-12-01")}));
  CHECK(p.at("UID") == "B20-01.B-HPN@dondoc");
  CHECK(p.at("DTSTART") == "20231201");
  CHECK(p.at("DTEND") == "20231202");
  CHECK(p.at("STATUS") == "CONFIRMED");
  CHECK(p.at("TRANSP") == "TRANSPARENT");
  CHECK(has(p.at("DESCRIPTION"), "Hạn theo văn bản: hết ngày 24/11/2023"));
  CHECK(has(p.at("DESCRIPTION"), "Hạn áp dụng: hết ngày 01/12/2023"));
  CHECK(has(p.at("SUMMARY"), "[B20-01] Báo cáo kết quả năm 2023"));
}

TEST_CASE("times of a feed are the data's, never the clock's", "[ics]") {
  const auto p = properties(ics_of({duty("B20-01", "dt")}));
  CHECK(p.at("CREATED") == "20230525T010000Z");
  CHECK(p.at("DTSTAMP") == "20230525T010000Z");
  CHECK(p.at("SEQUENCE") == "0");
  CHECK(ics_of({duty("B20-01", "dt")}) == ics_of({duty("B20-01", "dt")}));
}

TEST_CASE("every change makes the sequence grow and leaves the UID", "[ics]") {
  Assignment a = duty("B20-01", "dt");
  int before = -1;
  const auto grows = [&] {
    const auto p = properties(ics_of({a}));
    CHECK(p.at("UID") == "B20-01.B-HPN@dondoc");
    CHECK(std::stoi(p.at("SEQUENCE")) > before);
    before = std::stoi(p.at("SEQUENCE"));
  };
  grows();
  a.ledger.push_back(
      {LedgerKind::extended, day("2023-12-01"), at("2023-11-10T09:00"), "lead", "", ""});
  grows();
  a = reported(a, "2023-11-20T09:00", {count("so_cuoc", 3)});
  grows();
  // Returned: what stood for "handed in" is taken away, and the reminding starts anew.
  a.completed_at.reset();
  a.ladder_from = at("2023-11-21T09:00");
  a = with_meaning(a, Meaning::open, "acknowledged");
  grows();
  a = waived(a);
  grows();
}

TEST_CASE("what is settled keeps its entry with its status", "[ics]") {
  CHECK(properties(ics_of({waived(duty("B20-01", "dt"))})).at("STATUS") == "CANCELLED");
  const Assignment done = reported(duty("B20-01", "dt"), "2023-11-20T09:00", {});
  CHECK(has(properties(ics_of({done})).at("SUMMARY"), "(đã báo cáo)"));
  const auto task = properties(ics_of({done}, DeadlineEntry::task));
  CHECK(task.at("STATUS") == "COMPLETED");
  CHECK(task.at("COMPLETED") == "20231120T020000Z");
  CHECK(task.at("DUE") == "20231124");
  CHECK(properties(ics_of({duty("B20-01", "dt")}, DeadlineEntry::task)).at("STATUS") ==
        "IN-PROCESS");
  CHECK(properties(ics_of({silent(duty("B20-01", "dt"))}, DeadlineEntry::task)).at("STATUS") ==
        "NEEDS-ACTION");
}

TEST_CASE("undated and unconfirmed duties are in no feed", "[ics]") {
  CHECK(entries(ics_of({undated("B1-01", "dt"), waiting(duty("B20-01", "dt"))})) == 0);
  CHECK(entries(ics_of({})) == 0);
}

TEST_CASE("lines of a feed are folded at 75 octets and never inside a letter", "[ics]") {
  Office o = office();
  for (Obligation& one : o.plans["B-HPN"].plan.obligations)
    one.what =
        "Báo cáo kết quả thực hiện; nội dung: phòng, chống ma túy, tệ nạn xã hội ở xã, thị "
        "trấn và các đơn vị trực thuộc năm 2023 – ý kiến ừ ữ ử ự ờ ở ỡ ợ";
  const Assignment a = duty("B20-01", "dt");
  const std::string ics = deadlines_ics(o, {&a}, {"x"}, day(k_today));
  for (std::size_t from = 0; from < ics.size();) {
    const std::size_t end = ics.find("\r\n", from);
    REQUIRE(end != std::string::npos);
    const std::string line = ics.substr(from, end - from);
    CAPTURE(line);
    CHECK(line.size() <= 75);
    CHECK((static_cast<unsigned char>(line[line[0] == ' ' ? 1 : 0]) & 0xC0) != 0x80);
    from = end + 2;
  }
  CHECK(has(properties(ics).at("DESCRIPTION"), "ự ờ ở ỡ ợ"));
}

TEST_CASE("the feed is published, has a name and no alarm", "[ics]") {
  const std::string ics = ics_of({duty("B20-01", "dt")});
  CHECK(has(ics, "METHOD:PUBLISH\r\n"));
  CHECK(has(ics, "VERSION:2.0\r\n"));
  CHECK(has(ics, "X-WR-CALNAME:Hạn của Hội LHPN xã Đông Thạnh\r\n"));
  CHECK_FALSE(has(ics, "VALARM"));
  CHECK(has(ics, "ORGANIZER;CN="));
}

TEST_CASE("a person's feed: her own duties, or all below a lead", "[ics]") {
  Office o = office();
  Person officer;
  officer.id = "cb-dt";
  officer.unit = "dt";
  officer.officer = true;
  Person other = officer;
  other.id = "cb-dt-2";
  Person lead;
  lead.id = "ld";
  lead.unit = "hpn";
  lead.lead = true;
  Assignment a = duty("B20-01", "dt");
  CHECK(is_deadline_of_person(o, a, officer));
  CHECK(is_deadline_of_person(o, a, lead));
  CHECK_FALSE(is_deadline_of_person(o, duty("B20-02", "bd"), officer));
  a.handler = other.id;
  CHECK_FALSE(is_deadline_of_person(o, a, officer));
  CHECK(is_deadline_of_person(o, a, other));
  CHECK(is_deadline_of_unit(a, "dt"));
  CHECK_FALSE(is_deadline_of_unit(a, "hpn"));
}
