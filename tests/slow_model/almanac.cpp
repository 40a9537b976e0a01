#include "tests/slow_model/almanac.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace slow {
namespace {

constexpr int k_first_year = 2008;
constexpr int k_last_year = 2040;
constexpr int k_first_weekday = 2;  // 1 January 2008 was a Tuesday

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_of(int year, int month) {
  constexpr std::array<int, 12> k_days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : k_days.at(static_cast<std::size_t>(month - 1));
}

Date day_after(Date date) {
  if (++date.day <= days_of(date.year, date.month)) return date;
  date.day = 1;
  if (++date.month <= 12) return date;
  return {date.year + 1, 1, 1};
}

Date read_date(const std::string& iso) {
  return {std::stoi(iso.substr(0, 4)), std::stoi(iso.substr(5, 2)), std::stoi(iso.substr(8, 2))};
}

YearTable read_table(const std::filesystem::path& path) {
  std::ifstream file(path);
  const auto json = nlohmann::json::parse(file);
  YearTable table{json.at("year").get<int>(), {}};
  for (const auto& day : json.at("days"))
    table.works[read_date(day.at("date").get<std::string>())] = day.at("kind") == "make_up";
  return table;
}

/// First day of the lunar year and tenth day of its third month, by the printed almanacs (âm lịch
/// Việt Nam, UTC+7), for the years that have no table and lie around 2011..2035.
struct LunarYear {
  int year;
  Date tet;
  Date hung_kings;
};

const std::vector<LunarYear> k_lunar_years = {
    {2010, {2010, 2, 14}, {2010, 4, 23}}, {2028, {2028, 1, 26}, {2028, 4, 4}},
    {2029, {2029, 2, 13}, {2029, 4, 23}}, {2030, {2030, 2, 2}, {2030, 4, 12}},
    {2031, {2031, 1, 23}, {2031, 4, 1}},  {2032, {2032, 2, 11}, {2032, 4, 19}},
    {2033, {2033, 1, 31}, {2033, 4, 9}},  {2034, {2034, 2, 19}, {2034, 4, 28}},
    {2035, {2035, 2, 8}, {2035, 4, 17}},  {2036, {2036, 1, 28}, {2036, 4, 6}},
};

/// The days off of a year without a table, as the Labour Codes have them (domain.md §2.3).
class YearByLaw {
 public:
  YearByLaw(const Almanac& almanac, const LunarYear& lunar) : almanac_(almanac), lunar_(lunar) {}

  YearTable table() {
    const int year = lunar_.year;
    for (const Date& date : {Date{year, 1, 1}, Date{year, 4, 30}, Date{year, 5, 1},
                             Date{year, 9, 2}, lunar_.hung_kings})
      holidays_.push_back(almanac_.place(date));
    add_tet();
    if (year >= 2021) holidays_.push_back(beside_national_day());
    // Since 2026, by Resolution 28/2026/QH16, without a day in lieu.
    const int culture_day = year >= 2026 ? almanac_.place({year, 11, 24}) : -1;
    std::sort(holidays_.begin(), holidays_.end());
    YearTable table{year, {}};
    for (int holiday : holidays_) table.works[almanac_.date(day_off_for(holiday))] = false;
    if (culture_day >= 0 && almanac_.weekday(culture_day) < 6)
      table.works[almanac_.date(culture_day)] = false;
    return table;
  }

 private:
  void add_tet() {
    const int first = almanac_.place(lunar_.tet);
    int days = 4;
    int before = 1;
    if (lunar_.year >= 2014) {
      days = 5;
      if (almanac_.weekday(first) > 2) before = 2;
    }
    for (int place = first - before; place < first - before + days; ++place)
      holidays_.push_back(place);
  }

  /// Beside Tuesday, Wednesday, Friday and Saturday the day before; beside Monday, Thursday and
  /// Sunday the day after.
  int beside_national_day() const {
    const int national_day = almanac_.place({lunar_.year, 9, 2});
    const int weekday = almanac_.weekday(national_day);
    const bool after = weekday == 1 || weekday == 4 || weekday == 7;
    return after ? national_day + 1 : national_day - 1;
  }

  /// The holiday itself, or on a weekend the next day nobody has off yet.
  int day_off_for(int holiday) {
    int place = holiday;
    while (almanac_.weekday(place) >= 6 ||
           (place != holiday && std::count(holidays_.begin(), holidays_.end(), place) > 0) ||
           std::count(given_.begin(), given_.end(), place) > 0)
      ++place;
    given_.push_back(place);
    return place;
  }

  const Almanac& almanac_;
  const LunarYear& lunar_;
  std::vector<int> holidays_;
  std::vector<int> given_;
};

}  // namespace

std::string text(const Date& date) {
  std::array<char, 32> buffer{};
  const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year,
                                 date.month, date.day);
  return {buffer.data(), static_cast<std::size_t>(size)};
}

Almanac::Almanac(const std::string& calendars_folder) {
  int weekday = k_first_weekday;
  for (Date date{k_first_year, 1, 1}; date.year <= k_last_year; date = day_after(date)) {
    places_[date] = static_cast<int>(sheets_.size());
    sheets_.push_back({date, weekday, weekday < 6, weekday < 6});
    weekday = weekday == 7 ? 1 : weekday + 1;
  }
  for (const LunarYear& lunar : k_lunar_years) hang_up(YearByLaw(*this, lunar).table());
  std::size_t tables = 0;
  for (const auto& entry : std::filesystem::directory_iterator(calendars_folder)) {
    hang_up(read_table(entry.path()));
    ++tables;
  }
  if (tables == 0) throw std::runtime_error("no calendars in " + calendars_folder);
  for (Sheet& sheet : sheets_) sheet.worked_at_first = sheet.works;
}

void Almanac::hang_up(const YearTable& table) {
  for (Sheet& sheet : sheets_) {
    if (sheet.date.year != table.year) continue;
    const auto other = table.works.find(sheet.date);
    sheet.works = other == table.works.end() ? sheet.weekday < 6 : other->second;
  }
}

void Almanac::restore(int year) {
  for (Sheet& sheet : sheets_) {
    if (sheet.date.year == year) sheet.works = sheet.worked_at_first;
  }
}

}  // namespace slow
