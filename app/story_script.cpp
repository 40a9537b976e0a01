#include "app/story_script.h"

#include <fmt/format.h>

#include <algorithm>

namespace dondoc {
namespace {

Scene says(std::string at, std::string who, std::string text) {
  return {std::move(at), SceneKind::say, std::move(who), std::move(text), ""};
}
Scene presses(std::string at, std::string who, std::string action, std::string code) {
  return {std::move(at), SceneKind::press, std::move(who), std::move(action), std::move(code)};
}
Scene board(std::string at) { return {std::move(at), SceneKind::board, "", "", ""}; }

std::string number(int unit) { return fmt::format("{:02}", unit); }
std::string clock(std::string_view day, int hour, int minute) {
  return fmt::format("{}T{:02}:{:02}", day, hour, minute);
}

/// The unit's whole report, field by field, as B20's form asks.
void report(std::vector<Scene>& s, std::string_view day, int hour, int unit,
            std::vector<std::string> answers) {
  const std::string who = number(unit);
  int minute = 0;
  s.push_back(says(clock(day, hour, minute++), who, "báo cáo B20-" + who));
  for (std::string& answer : answers)
    s.push_back(says(clock(day, hour, minute++), who, std::move(answer)));
  s.push_back(presses(clock(day, hour, minute), who, "send", "B20-" + who));
}

void acknowledgements(std::vector<Scene>& s) {
  for (int unit = 1; unit <= 15; ++unit) {
    if (unit == 14) continue;  // silent until the lead is told
    s.push_back(
        says(clock("2023-05-25", 9, unit * 3), number(unit), "tiếp nhận B20-" + number(unit)));
    s.push_back(
        says(clock("2023-05-25", 9, unit * 3 + 1), number(unit), "tiếp nhận B19-" + number(unit)));
  }
  s.push_back(says("2023-05-25T10:00", "officer", "tiếp nhận B15-01"));
}

/// 26/6: the awareness day is held everywhere.
void awareness_day(std::vector<Scene>& s) {
  for (int unit = 1; unit <= 15; ++unit)
    s.push_back(says(clock("2023-06-26", 14, unit * 2), number(unit), "xong B19-" + number(unit)));
}

void on_time(std::vector<Scene>& s) {
  report(s, "2023-11-14", 8, 1, {"3", "245", "2,5 triệu", "không", "bỏ qua"});
  report(s, "2023-11-15", 9, 2, {"2", "180", "1.500.000", "không", "bỏ qua"});
  report(s, "2023-11-16", 8, 3, {"4", "320", "3 triệu", "thiếu tài liệu tuyên truyền", "bỏ qua"});
  report(s, "2023-11-17", 9, 4, {"2", "150", "0", "không", "bỏ qua"});
  report(s, "2023-11-20", 8, 5, {"3", "1.245", "4 triệu", "không", "bỏ qua"});
  report(s, "2023-11-20", 9, 6, {"1", "90", "500k", "không", "bỏ qua"});
  report(s, "2023-11-21", 8, 7, {"2", "210", "1,2 triệu", "không", "bỏ qua"});
  report(s, "2023-11-22", 8, 8, {"3", "265", "2 triệu", "thiếu kinh phí", "bỏ qua"});
  report(s, "2023-11-22", 9, 9, {"2", "175", "1 triệu", "không", "bỏ qua"});
  s.push_back(says("2023-11-23T08:30", "15", "không phát sinh B20-15"));
}

void returned_and_blocked(std::vector<Scene>& s) {
  report(s, "2023-11-20", 10, 13, {"2", "160", "0", "không", "bỏ qua"});
  s.push_back(says("2023-11-21T08:20", "lead", "trả lại B20-13 vì thiếu số kinh phí đã sử dụng"));
  report(s, "2023-11-23", 9, 13, {"2", "160", "1,8 triệu", "không", "bỏ qua"});
  s.push_back(
      says("2023-11-20T14:10", "12", "vướng mắc B20-12: chưa có số liệu phối hợp của công an xã"));
  s.push_back(says("2023-11-22T14:00", "lead",
                   "ý kiến B20-12: báo trước phần của Hội, số liệu công an bổ sung sau"));
  report(s, "2023-11-24", 14, 12, {"2", "140", "900k", "số liệu công an bổ sung sau", "bỏ qua"});
}

void late_and_extended(std::vector<Scene>& s) {
  s.push_back(
      says("2023-11-21T09:00", "11", "gia hạn B20-11 đến 28/11 vì còn quyết toán kinh phí"));
  s.push_back(presses("2023-11-21T09:30", "lead", "grant", "B20-11"));
  report(s, "2023-11-28", 8, 11, {"3", "230", "2,2 triệu", "không", "bỏ qua"});
  s.push_back(says("2023-11-27T08:30", "10", "mai em gửi B20-10"));
  report(s, "2023-11-28", 9, 10, {"2", "205", "1,6 triệu", "cán bộ phụ trách đi học", "bỏ qua"});
}

/// Unit 14 says nothing until the lead is told and asks in person.
void silent(std::vector<Scene>& s) {
  s.push_back(says("2023-11-30T08:30", "lead", "quá hạn"));
  s.push_back(says("2023-11-30T08:40", "lead", "đôn đốc B20-14"));
  report(s, "2023-12-01", 14, 14, {"1", "60", "300k", "thiếu người", "bỏ qua"});
}

/// The district's own three meetings.
void meetings(std::vector<Scene>& s) {
  s.push_back(says("2023-07-10T14:00", "officer", "B15-01 xong 1/3 cuộc"));
  s.push_back(says("2023-09-12T14:00", "officer", "B15-01 xong 2/3 cuộc"));
  s.push_back(says("2023-11-27T14:00", "officer", "B15-01 xong 3/3 cuộc"));
  s.push_back(says("2023-11-27T14:05", "officer", "báo cáo B15-01"));
  s.push_back(says("2023-11-27T14:06", "officer", "3"));
  s.push_back(presses("2023-11-27T14:07", "officer", "send", "B15-01"));
  s.push_back(says("2023-12-04T08:00", "lead", "duyệt B15-01"));
}

void acceptances(std::vector<Scene>& s) {
  for (int unit = 1; unit <= 15; ++unit)
    s.push_back(says(clock("2023-12-04", 8, unit * 2), "lead", "duyệt B20-" + number(unit)));
  s.push_back(says("2023-12-05T08:10", "lead", "tình hình"));
  s.push_back(says("2023-12-05T08:30", "lead", "tổng hợp"));
}

std::vector<Scene> write() {
  std::vector<Scene> s;
  acknowledgements(s);
  awareness_day(s);
  on_time(s);
  returned_and_blocked(s);
  late_and_extended(s);
  silent(s);
  meetings(s);
  acceptances(s);
  s.push_back(board("2023-06-27T07:30"));
  s.push_back(board("2023-11-24T17:00"));
  s.push_back(board("2023-11-29T17:00"));
  std::stable_sort(s.begin(), s.end(), [](const Scene& a, const Scene& b) { return a.at < b.at; });
  return s;
}

}  // namespace

const std::vector<Scene>& story_script() {
  static const std::vector<Scene> k_script = write();
  return k_script;
}

}  // namespace dondoc
